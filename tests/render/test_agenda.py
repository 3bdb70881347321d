"""The agenda is drawn to a scale at which any length reads well."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from pipeline.assemble import assemble_pack
from pipeline.models.document import Document, Timeline
from pipeline.render import render_pdf
from pipeline.render.agenda import LONGEST_SLOT, ON_ONE_PAGE, scaled
from tests.build import a_contribution, a_pack_input, the_templates

PAGE = 660.0


def pages_with_text(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_a_usual_agenda_has_the_scale_of_the_style() -> None:
    """An hour with three speakers."""
    assert scaled([3, 2, 6, 6, 6, 34, 3], [32.0] * 7, 7.2, PAGE) == 7.2


@pytest.mark.parametrize("dialogue", [64, 84, 120, 450])
def test_a_long_one_fits_on_a_page_with_its_heading(dialogue: int) -> None:
    """Nothing is lower than its words need."""
    minutes = [3, 2, 6, 6, 6, dialogue, 3]
    minute = scaled(minutes, [32.0] * 7, 7.2, PAGE)
    whole = sum(max(each * minute, 32.0) for each in minutes)
    assert whole == pytest.approx(PAGE * ON_ONE_PAGE, abs=0.01)


def test_one_of_many_speakers_takes_several_pages_and_no_slot_a_whole_one() -> None:
    """Its words alone need more than a page."""
    minutes = [3, *([6] * 26), 90, 3]
    assert max(minutes) * scaled(minutes, [32.0] * 29, 7.2, PAGE) == pytest.approx(PAGE * LONGEST_SLOT)


def a_document(length: int, speakers: int) -> Document:
    pack = a_pack_input([a_contribution(number + 1) for number in range(speakers)], previous=())
    pack = replace(pack, review=replace(pack.review, length_minutes=length))
    document = assemble_pack(pack, the_templates())
    kept = [part for part in document.parts if any(isinstance(block, Timeline) for block in part.blocks)]
    return replace(document, parts=tuple(kept))


@pytest.mark.parametrize("length", [60, 90, 110, 150, 480])
def test_heading_and_closing_stand_on_one_page_of_the_pdf(length: int) -> None:
    """However long the dialogue is."""
    pages = pages_with_text(render_pdf(a_document(length, 3), the_templates().style).data)
    [page] = [page for page in pages if "Opening by the moderator" in page]
    assert "Agenda" in page
    assert "Closing" in page


def test_an_agenda_of_several_pages_leaves_neither_its_heading_nor_its_closing_alone() -> None:
    """The first slot stands below the heading, the dialogue over the closing."""
    pages = pages_with_text(render_pdf(a_document(240, 26), the_templates().style).data)
    [first] = [page for page in pages if "Opening by the moderator" in page]
    [last] = [page for page in pages if "Closing" in page]
    assert "Agenda" in first
    assert "Sample Speaker 1," in first
    assert first != last
    assert "Dialogue with permanent missions" in last
