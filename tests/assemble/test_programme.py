"""The session's programme: by day, with what is known, and a word for what is not."""

from __future__ import annotations

from pipeline.assemble import assemble_programme
from pipeline.models.document import Heading, Table
from tests import build, walk


def test_the_programme_lists_every_state_by_day() -> None:
    """Time, room, State, moderator, number of speakers."""
    document = build.a_programme()
    days = [b for b in walk.blocks(document) if isinstance(b, Heading) and b.anchor.startswith("day-")]
    assert [walk.text(day) for day in days] == ["Thursday, 12 April 2018", "Friday, 13 April 2018"]
    rows = [
        [" ".join(i.text for p in cell.paragraphs for i in p.inlines) for cell in row]
        for block in walk.blocks(document)
        if isinstance(block, Table) and block.look == "rules"
        for row in block.rows[1:]
    ]
    assert rows == [
        ["10.00 – 11.00", "Room XXI", "Cuba", "Sample Moderator 1", "2"],
        ["14.00 – 15.00", "Room XXI", "Cameroon", "to be confirmed", "programme to be confirmed"],
    ]


def test_the_programme_says_what_is_provisional() -> None:
    """At the head of every page and in a sentence."""
    document = build.a_programme()
    assert document.furniture.marks == ("SAMPLE", "PROVISIONAL")
    assert "pending confirmation by the United Nations" in walk.part_text(document, "programme")


def test_the_programme_names_no_speaker() -> None:
    """It is handed out before consent is asked for each edition."""
    assert "Sample Speaker" not in repr(build.a_programme())


def test_a_session_without_states_has_a_programme_all_the_same() -> None:
    """Front matter, venue and contact; no empty table."""
    document = assemble_programme(build.a_session(), build.the_templates(), "public")
    assert not any(isinstance(b, Table) and b.look == "rules" for b in walk.blocks(document))
    assert "Expected outcomes" in walk.part_text(document, "about")
