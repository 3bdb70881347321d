"""Footnotes, endnotes and text boxes of old Word files: each in its place, with the mark that shows."""

from __future__ import annotations

import struct

from pipeline.models.passages import Kind, RawStatement
from tests.read.conftest import codes, texts
from tests.read.doc_files import (
    DELETED,
    HIDDEN,
    RAISED,
    Para,
    Run,
    doc,
    drawing,
    length_of,
    para,
    run,
    special,
    sprm,
)

CALL = special("\x02", sprm(RAISED))


def note(*runs: str | Run) -> Para:
    return para(CALL, " ", *runs)


def tables(kind: str, calls: list[int], notes: list[Para]) -> dict[str, bytes]:
    """The tables of notes that are called at `calls`; a custom mark has a 0."""
    ends = [sum(map(length_of, notes[:number])) for number in range(len(notes) + 1)]
    return {
        f"{kind} calls": struct.pack(f"<{len(calls) + 1}I", *calls, 9_999) + b"\1\0" * len(calls),
        f"{kind}s": struct.pack(f"<{len(ends) + 1}I", *ends, ends[-1] + 1),
    }


def marks(statement: RawStatement) -> list[tuple[str, str]]:
    return [(p.note, p.text) for p in statement.passages if p.kind is Kind.FOOTNOTE]


def calls_in(statement: RawStatement) -> list[str]:
    return [r.note for p in statement.passages for r in p.runs if r.note]


def test_notes_follow_the_text_with_the_numbers_that_show() -> None:
    notes = [note("A source."), note("Another.")]
    statement = doc(
        para("One", CALL, " two", CALL, "."),
        parts={"footnotes": notes},
        tables=tables("footnote", [3, 8], notes),
    )
    assert statement.passages[0].text == "One two."
    assert calls_in(statement) == ["1", "2"]
    assert marks(statement) == [("1", "A source."), ("2", "Another.")]


def test_endnotes_have_roman_numbers_and_follow_footnotes() -> None:
    feet, ends = [note("At the foot.")], [note("At the end.")]
    statement = doc(
        para("One", CALL, " two", CALL),
        parts={"footnotes": feet, "endnotes": ends},
        tables={**tables("footnote", [8], feet), **tables("endnote", [3], ends)},
    )
    assert marks(statement) == [("1", "At the foot."), ("i", "At the end.")]


def test_a_mark_of_the_author_stays_his_own_and_counts_for_nothing() -> None:
    notes = [para("*", " By hand."), note("By number.")]
    statement = doc(
        para("One", run("*", sprm(RAISED)), " two", CALL),
        parts={"footnotes": notes},
        tables=tables("footnote", [3, 8], notes),
    )
    assert calls_in(statement) == ["*", "1"]
    assert marks(statement) == [("*", "By hand."), ("1", "By number.")]


def test_a_mark_of_several_letters_takes_no_word_with_it() -> None:
    notes = [para("**", " By hand."), para("x", " Below.")]
    statement = doc(
        para("One", run("** two", sprm(RAISED)), "x three"),
        parts={"footnotes": notes},
        tables=tables("footnote", [3, 9], notes),
    )
    assert calls_in(statement) == ["**", "x"]
    assert statement.passages[0].text == "One two three"


def test_notes_whose_calls_are_hidden_or_deleted_are_not_read() -> None:
    notes = [note("Hidden words here."), note("Gone."), note("Shown.")]
    statement = doc(
        para("One", special("\x02", sprm(HIDDEN)), special("\x02", sprm(DELETED)), CALL),
        parts={"footnotes": notes},
        tables=tables("footnote", [3, 4, 5], notes),
    )
    assert marks(statement) == [("1", "Shown.")]
    assert codes(statement) == {"FI10", "FI12"}


def test_a_document_says_how_its_notes_are_numbered() -> None:
    dop = bytearray(500)
    struct.pack_into("<H", dop, 2, 5 << 2)
    struct.pack_into("<H", dop, 492, 4)
    notes = [note("A source.")]
    statement = doc(
        para("One", CALL),
        parts={"footnotes": notes},
        tables={**tables("footnote", [3], notes), "document": bytes(dop)},
    )
    assert marks(statement) == [("e", "A source.")]


def test_numbers_begin_anew_in_a_section_that_says_so() -> None:
    dop = bytearray(500)
    struct.pack_into("<H", dop, 2, 1 << 2 | 1)
    notes = [note("First."), note("Second.")]
    sections = struct.pack("<3I", 0, 5, 10) + (bytes(2) + b"\xff" * 4 + bytes(6)) * 2
    statement = doc(
        para("One", CALL, mark="\x0c"),
        para("Two", CALL),
        parts={"footnotes": notes},
        tables={**tables("footnote", [3, 8], notes), "document": bytes(dop), "sections": sections},
    )
    assert marks(statement) == [("1", "First."), ("1", "Second.")]


def test_tables_of_notes_that_do_not_fit_cost_no_word_of_the_text() -> None:
    notes = [note("A source.")]
    whole = tables("footnote", [3], notes)
    for name, data in whole.items():
        for length in range(len(data)):
            cut = {**whole, name: data[:length]}
            statement = doc(para("One", CALL, "."), parts={"footnotes": notes}, tables=cut)
            assert statement.passages[0].text == "One."


def test_a_text_box_follows_the_paragraph_that_it_hangs_on() -> None:
    boxes = [para("In the box."), para("")]
    statement = doc(
        para("One", special("\x08")),
        "two",
        parts={"boxes": boxes},
        tables=drawing({3: 1025}, {1025: (0, 12)}, {1025: b""}),
    )
    assert texts(statement) == ["One", "In the box.", "two"]


def test_a_text_box_that_hangs_on_nothing_follows_all_others() -> None:
    boxes = [para("In the box."), para("")]
    statement = doc("One", "two", parts={"boxes": boxes}, tables=drawing({}, {1025: (0, 12)}, {}))
    assert texts(statement) == ["One", "two", "In the box."]


def test_a_text_box_that_is_hidden_is_told_of_and_not_read() -> None:
    boxes = [para("In the box."), para("")]
    unseen = struct.pack("<HI", 0x3BF, 0x20002)
    for hidden, own in ((unseen, b""), (b"", sprm(HIDDEN))):
        statement = doc(
            para("One", special("\x08", own)),
            parts={"boxes": boxes},
            tables=drawing({3: 1025}, {1025: (0, 12)}, {1025: hidden}),
        )
        assert texts(statement) == ["One"]
        assert codes(statement) == {"FI12"}


def test_word_art_is_kept_aside_and_a_drawn_picture_is_counted() -> None:
    words = "DRAFT\0".encode("utf-16-le")
    art = struct.pack("<HI", 0xC0 | 0x8000, len(words))
    shapes = {1025: art + words, 1026: struct.pack("<HI", 0x104, 1)}
    statement = doc(
        para("One", special("\x08"), special("\x08")),
        tables=drawing({3: 1025, 4: 1026}, {}, shapes, complex_=len(words)),
    )
    assert statement.furniture == ("DRAFT",)
    assert codes(statement) == {"FI28"}
