"""The summary: one page that stands alone, whatever there is to sum up."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from pipeline.assemble import assemble_pack
from pipeline.models.document import Document
from pipeline.models.pack import PackInput
from pipeline.models.rendered import RenderedPdf
from pipeline.models.session import Organisation
from pipeline.models.templates import Print
from pipeline.prints import make_prints
from tests import build, walk


def summary_edition() -> Print:
    return next(each for each in build.the_templates().prints if each.id == "summary")


def document(pack: PackInput) -> Document:
    return assemble_pack(pack, build.the_templates().for_print(summary_edition()))


def made(pack: PackInput) -> RenderedPdf:
    templates = replace(build.the_templates(), prints=(summary_edition(),))
    (pdf,) = make_prints(pack, templates, "UPR30-Cuba-briefing-pack").values()
    return pdf


def text(pdf: RenderedPdf) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf.data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def crowded(speakers: int) -> PackInput:
    """Many speakers with names that take two lines each."""
    name = "Sample Association of Very Many Words for the Follow-up of Recommendations in the Whole Country"
    return build.a_pack_input(
        [
            build.a_contribution(n, organisation=Organisation(f"{name} {n}", f"S{n}"))
            for n in range(1, speakers + 1)
        ]
    )


def test_it_says_when_where_who_and_what() -> None:
    """State, time, room, speakers, figures, recommendations with their numbers."""
    said = text(made(build.a_pack_input()))
    for words in ("Cuba", "12 April 2018", "Room XXI", "Sample Speaker 1", "R1", "2 statements"):
        assert words in said


def test_it_stands_alone_without_a_running_head() -> None:
    """One page has nothing that runs; what the sheet is and who made it stand in it."""
    pack = build.a_pack_input()
    made = document(pack)
    assert [part.running for part in made.parts] == [False]
    first = next(walk.blocks(made))
    assert "Summary of the briefing pack" in walk.text(first)
    assert pack.session.organiser.name in walk.text(first)


@pytest.mark.parametrize("speakers", [0, 1, 12, 60])
def test_it_is_one_page_whatever_there_is(speakers: int) -> None:
    """What there is no room for is counted."""
    pdf = made(crowded(speakers))
    assert pdf.page_count == 1
    if speakers >= 12:
        assert "more recommendations in the briefing pack" in text(pdf)
    if speakers == 60:
        assert "more speakers in the briefing pack" in text(pdf)


def test_no_recommendation_is_cut_short() -> None:
    """A recommendation stands there whole or not at all."""
    pack = crowded(12)
    whole = {
        " ".join(each.text.split()) for one in pack.contributions for each in one.findings.recommendations
    }
    said = text(made(pack))
    assert any(sentence in said for sentence in whole)


def test_who_is_withheld_is_not_in_it() -> None:
    """It is made from what the edition may show, as the pack is."""
    hidden = build.a_contribution(1, name="Hidden Person", consent=build.consent("organisation", "statement"))
    said = [each.text for each in walk.all_inlines(document(build.a_pack_input([hidden])))]
    assert "Cuba" in said
    assert not any("Hidden" in words for words in said)


def test_it_points_at_no_page_of_the_pack() -> None:
    """It stands alone: nothing in it leads to what is not in it."""
    inlines = walk.all_inlines(document(build.a_pack_input()))
    assert inlines
    assert not any(each.page_of or each.link for each in inlines)
