"""Lists of old Word files: numbers and bullets as Word displays them."""

from __future__ import annotations

import struct

import pytest

from pipeline.models.passages import RawStatement
from tests.read.conftest import codes
from tests.read.doc_files import LEVEL, LIST, Para, doc, level, list_tables, para, sprm


def displayed(statement: RawStatement) -> list[str]:
    """Markers and words as they stand on the page."""
    return [f"{passage.marker} {passage.text}".strip() for passage in statement.passages]


def item(text: str, number: int = 1, depth: int = 0) -> Para:
    return para(text, own=sprm(LIST, number) + sprm(LEVEL, depth))


def test_numbers_of_all_levels_are_counted_and_begin_anew() -> None:
    lists = list_tables([[level("\0."), level("(\1)", 4), level("\0.\1.\2", 2)]])
    statement = doc(
        item("a"), item("b", depth=1), item("c", depth=1), item("d", depth=2), item("e"), item("f", depth=1),
        tables=lists,
    )  # fmt: skip
    assert displayed(statement) == ["1. a", "(a) b", "(b) c", "1.b.i d", "2. e", "(a) f"]
    assert [passage.level for passage in statement.passages] == [1, 2, 2, 3, 1, 2]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [(0, "3."), (1, "III."), (2, "iii."), (3, "C."), (4, "c."), (5, "3rd."), (22, "03."), (255, ".")],
)
def test_numbers_have_their_formats(figures: int, expected: str) -> None:
    lists = list_tables([[level("\0.", figures, start=3)]])
    [passage] = doc(item("words"), tables=lists).passages
    assert passage.marker == expected


def test_bullets_are_those_that_show() -> None:
    lists = list_tables([[level("\uf0b7", 23), level("o", 23), level("\uf0a7", 23)]])
    statement = doc(item("a"), item("b", depth=1), item("c", depth=2), tables=lists)
    assert displayed(statement) == ["• a", "◦ b", "▪ c"]


def test_a_list_goes_on_where_two_names_share_it_and_begins_where_one_says_so() -> None:
    start = struct.pack("<iI", 26, 0x10)
    lists = list_tables([[level("\0.")]], [(1, b"", 0), (1, b"", 0), (1, start, 1)])
    statement = doc(item("a"), item("b", 2), item("c", 3), item("d", 1), tables=lists)
    assert displayed(statement) == ["1. a", "2. b", "26. c", "27. d"]


def test_a_list_may_have_levels_of_its_own() -> None:
    own = struct.pack("<iI", 0, 0x20) + level("\0)", 3, start=2)
    lists = list_tables([[level("\0.")]], [(1, b"", 0), (1, own, 1)])
    assert displayed(doc(item("a"), item("b", 2), tables=lists)) == ["1. a", "B) b"]


def test_a_level_may_go_on_where_those_above_it_do() -> None:
    lists = list_tables([[level("\0."), level("\1)", flags=0x8)]])
    statement = doc(item("a"), item("b", depth=1), item("c"), item("d", depth=1), tables=lists)
    assert displayed(statement) == ["1. a", "1) b", "2. c", "2) d"]


def test_figures_of_levels_above_are_arabic_where_a_level_says_so() -> None:
    lists = list_tables([[level("\0.", 1), level("\0.\1", flags=0x4)]])
    assert displayed(doc(item("a"), item("b", depth=1), tables=lists)) == ["I. a", "1.1 b"]


def test_a_style_may_put_its_paragraphs_into_a_list_and_a_paragraph_take_itself_out() -> None:
    lists = list_tables([[level("\0.")]])
    statement = doc(
        para("in", style=21), para("out", style=21, own=sprm(LIST, 0)), para("in", style=21), tables=lists
    )
    assert displayed(statement) == ["1. in", "out", "2. in"]


def test_a_list_that_is_not_there_is_told_of() -> None:
    statement = doc(item("words", 7), tables=list_tables([[level("\0.")]]))
    assert displayed(statement) == ["words"]
    assert codes(statement) == {"FI17"}


def test_lists_that_are_cut_off_cost_no_word() -> None:
    whole = list_tables([[level("\0."), level("\1.")]])
    for length in range(0, len(whole["behind lists"]), 7):
        cut = {**whole, "behind lists": whole["behind lists"][:length]}
        assert [p.text for p in doc(item("words"), tables=cut).passages] == ["words"]
    for length in range(len(whole["overrides"])):
        cut = {**whole, "overrides": whole["overrides"][:length]}
        assert [p.text for p in doc(item("words"), tables=cut).passages] == ["words"]


def test_a_sign_for_per_cent_in_the_text_of_a_level_stands_for_itself() -> None:
    lists = list_tables([[level("%1 \0 %")]])
    assert displayed(doc(item("a"), item("b"), tables=lists)) == ["%1 1 % a", "%1 2 % b"]
