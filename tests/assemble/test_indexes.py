"""The indexes: who may be found in them, where they lead, in which order."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from pipeline.assemble import assemble_pack
from pipeline.assemble.collation import collation_key
from pipeline.models.document import Document, Table
from pipeline.models.pack import PackInput
from pipeline.models.suggestions import Suggestions
from tests import build, walk


def with_issues(pack: PackInput, suggested: Suggestions) -> PackInput:
    """The first recommendation of the first speaker with these suggestions."""
    first = pack.contributions[0]
    item, *rest = first.findings.recommendations
    findings = dataclasses.replace(
        first.findings, recommendations=(dataclasses.replace(item, suggested=suggested), *rest)
    )
    return dataclasses.replace(
        pack, contributions=(dataclasses.replace(first, findings=findings), *pack.contributions[1:])
    )


def document(pack: PackInput) -> Document:
    return assemble_pack(pack, build.the_templates())


def rows(made: Document, part: str) -> list[str]:
    """The words of each row below the head."""
    found = []
    for block in walk.blocks(made, part):
        if isinstance(block, Table):
            for row in block.rows[1:]:
                found.append(
                    " | ".join("".join(i.text for p in cell.paragraphs for i in p.inlines) for cell in row)
                )
    return found


def test_everybody_who_is_named_is_in_the_index_once() -> None:
    """Persons and organisations, each in a row, with what they ask."""
    pack = build.a_pack_input()
    names = [row.split(" | ")[0] for row in rows(document(pack), "index-of-speakers")]
    assert len(names) == len(set(names))
    for contribution in pack.contributions:
        speaker = contribution.speaker
        if speaker.consent.allows("organisation", "room"):
            assert any(name.startswith(speaker.organisation.name) for name in names)


def test_who_is_withheld_is_in_no_index() -> None:
    """Without consent to the name there is no row for it, and none for a description that stands instead."""
    pack = build.a_pack_input()
    contributions = tuple(
        dataclasses.replace(
            each,
            speaker=dataclasses.replace(each.speaker, consent=build.consent("organisation", "statement")),
        )
        for each in pack.contributions
    )
    told = "\n".join(
        rows(document(dataclasses.replace(pack, contributions=contributions)), "index-of-speakers")
    )
    assert told
    for contribution in pack.contributions:
        assert contribution.speaker.name not in told


def test_every_link_of_an_index_leads_to_an_anchor() -> None:
    """Numbers lead to the words in the statement, pages to what they are of."""
    made = document(with_issues(build.a_pack_input(), Suggestions(issues=("Justice", "Labour"))))
    anchors = set(walk.anchors(made))
    for part in ("index-of-speakers", "index-of-issues"):
        links = [i.link for block in walk.blocks(made, part) for i in walk.inlines(block) if i.link]
        assert links
        assert set(links) <= anchors


def test_what_was_only_suggested_has_an_asterisk() -> None:
    """What staff decided has none."""
    pack = build.a_pack_input()
    suggested = rows(document(with_issues(pack, Suggestions(issues=("Justice",)))), "index-of-issues")
    settled = Suggestions(issues=("Justice",), settled=("issues",))
    confirmed = rows(document(with_issues(pack, settled)), "index-of-issues")
    assert suggested[0].startswith("Justice | R1*")
    assert confirmed[0].startswith("Justice | R1 ")


def test_recommendations_without_an_issue_stand_in_the_last_row() -> None:
    """Every number is in the index: who looks for one does not wonder whether it was forgotten."""
    pack = with_issues(build.a_pack_input(), Suggestions(issues=("Women's rights",)))
    *_, named, last = rows(document(pack), "index-of-issues")
    assert named.startswith("Women's rights | R1*")
    assert last.startswith("Without an issue | R2 p.")
    assert "R1 " not in last


def test_without_issues_there_is_no_index_of_them() -> None:
    """A part that has nothing to say leaves itself out."""
    assert "index-of-issues" not in walk.part_ids(document(build.a_pack_input()))


def test_accents_and_capitals_do_not_part_words() -> None:
    """Étoile stands between Esperanza and Forum; Spanish has ñ after n."""
    names = ["Forum", "Étoile", "esperanza", "Øst", "Oslo", "Paris"]
    assert sorted(names, key=lambda name: collation_key(name, "fr")) == [
        "esperanza", "Étoile", "Forum", "Oslo", "Øst", "Paris",
    ]  # fmt: skip
    assert sorted(["Añil", "Anzuelo", "Ana"], key=lambda n: collation_key(n, "es")) == [
        "Ana",
        "Anzuelo",
        "Añil",
    ]


@given(st.text(), st.sampled_from(["en", "es", "fr", "ar", "zh"]))
def test_any_text_has_a_key(text: str, language: str) -> None:
    """Whatever the name; different names have different keys."""
    assert collation_key(text, language)[1] == text
