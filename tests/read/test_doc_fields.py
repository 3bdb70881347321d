"""Fields of old Word files: a code shows nothing wherever it ends, and what shows of it is set as it is."""

from __future__ import annotations

import struct

import pytest

from tests.read.conftest import codes, texts
from tests.read.doc_files import (
    COLOUR,
    DELETED,
    HIDDEN,
    PICTURE,
    Run,
    cell,
    doc,
    drawing,
    field_of,
    para,
    row,
    run,
    special,
    sprm,
)

B, S, E = special("\x13"), special("\x14"), special("\x15")
WHITE = sprm(COLOUR, 0x00FFFFFF)
IN_BOX = [para("In the box secret."), para("")]


def test_a_code_that_runs_over_paragraphs_is_not_read() -> None:
    statement = doc(
        "Before.",
        para("a ", B, ' IF 1=2 "secret one'),
        para('secret two" "shown" ', S, "shown", E, " after."),
        "End.",
    )
    assert texts(statement) == ["Before.", "a shown after.", "End."]
    assert codes(statement) == set()


def test_a_code_that_ends_without_a_result_in_another_paragraph_is_not_read() -> None:
    assert texts(doc(para("a ", B, ' SET x "secret'), para('two"', E, " b"), "End.")) == ["a b", "End."]


def test_cells_inside_a_code_are_not_read() -> None:
    statement = doc(
        para(B, ' IF 1=2 "'),
        cell("secret"),
        cell("b"),
        row(0, 1000, 2000),
        para('" "none" ', S, "none", E, " after"),
    )
    assert texts(statement) == ["none after"]


def test_a_code_over_paragraphs_may_have_fields_inside() -> None:
    inner = field_of(" REF x ", "secret")
    assert texts(doc(para("a ", B, " IF ", *inner, ' = 1 "s'), para('" ', S, "one", E))) == ["a one"]


@pytest.mark.parametrize(
    "opened",
    [(B, " PAGE "), (B, ' TC "x" ', S, "foo"), (B, " IF ", B, " REF x ", S, "foo")],
)
def test_a_field_without_an_end_loses_nothing_of_the_next_paragraphs_and_is_told_of(
    opened: tuple[Run | str, ...],
) -> None:
    statement = doc(para("a ", *opened), "rest of the words", "more")
    assert texts(statement)[-2:] == ["rest of the words", "more"]
    assert "FI17" in codes(statement)


@pytest.mark.parametrize("own", [sprm(HIDDEN), sprm(DELETED), WHITE])
@pytest.mark.parametrize("name", ["MACROBUTTON NoMacro", "GOTOBUTTON x"])
def test_words_of_a_button_that_nobody_sees_are_not_read(name: str, own: bytes) -> None:
    statement = doc(para("a ", B, f" {name} shown ", run("secret words", own), " too", E, " b"))
    assert texts(statement) == ["a shown too b"]


@pytest.mark.parametrize("own", [sprm(HIDDEN), sprm(DELETED), WHITE])
@pytest.mark.parametrize("code", [" SYMBOL 65 ", r" EQ \o\ad(\s\up 9(above),word)"])
def test_what_a_code_that_nobody_sees_stands_for_is_not_read(code: str, own: bytes) -> None:
    assert texts(doc(para("a", B, run(code, own), E, " b"))) == ["a b"]


def test_codes_in_more_fields_than_may_be_open_are_not_read() -> None:
    statement = doc(para("a", *[B] * 101, " x ", *[E] * 100, " secret words ", E, " b"))
    assert texts(statement) == ["a b"]
    assert codes(statement) == {"FI17"}


def test_a_box_inside_a_code_is_counted_and_not_read() -> None:
    code = para("a", B, ' IF 1=2 "', special("\x08"), '" "" ', S, "x", E)
    statement = doc(code, parts={"boxes": IN_BOX}, tables=drawing({11: 1025}, {1025: (0, 18)}, {1025: b""}))
    assert texts(statement) == ["ax"]
    assert [dict(p.values) for p in statement.problems if p.code == "FI12"] == [{"words": "4"}]


def test_a_box_that_stands_in_the_line_is_read() -> None:
    shown = special("\x01", sprm(PICTURE, 0))
    code = para("a ", B, " SHAPE \\* MERGEFORMAT ", special("\x08"), S, shown, E, " b")
    statement = doc(code, parts={"boxes": IN_BOX}, tables=drawing({26: 1025}, {1025: (0, 18)}, {1025: b""}))
    assert texts(statement) == ["a b", "In the box secret."]


def dropdown(chosen: int, usual: int = 0) -> bytes:
    """What a form keeps of a list of words ([MS-DOC], "FFData")."""
    listed = struct.pack("<HHH", 0xFFFF, 3, 0)
    for word in ("Yes", "No", "Not yet"):
        listed += struct.pack("<H", len(word)) + word.encode("utf-16-le")
    name = struct.pack("<H", 2) + "ab".encode("utf-16-le") + bytes(2)
    kept = struct.pack("<IHHH", 0xFFFFFFFF, 2 | chosen << 2, 0, 0) + name + struct.pack("<H", usual)
    kept += bytes(4 * 5) + listed
    return struct.pack("<IH", 0x44 + len(kept), 0x44) + bytes(0x3E) + kept


@pytest.mark.parametrize(
    ("data", "expected", "told"),
    [
        (dropdown(1), "Choice: No.", set()),
        (dropdown(25, 2), "Choice: Not yet.", set()),
        (dropdown(7), "Choice: .", {"FI17"}),
        (b"", "Choice: .", {"FI17"}),
    ],
)
def test_what_is_chosen_in_a_form_is_read(data: bytes, expected: str, told: set[str]) -> None:
    kept = special("\x01", sprm(PICTURE, 0), sprm(0x0806))
    streams = {"Data": data}
    statement = doc(para("Choice: ", B, " FORMDROPDOWN ", kept, E, "."), streams=streams)
    assert texts(statement) == [expected]
    assert codes(statement) == told
