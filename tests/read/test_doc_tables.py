"""Tables of old Word files: every cell in its row and column, whatever is joined or nested."""

from __future__ import annotations

from pipeline.models.passages import Kind, RawStatement
from tests.read.conftest import codes
from tests.read.doc_files import (
    BOLD,
    DELETED,
    DEPTH,
    HEADER_ROW,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW,
    TABLE,
    cell,
    doc,
    para,
    row,
    run,
    sprm,
)  # fmt: skip


def grid(statement: RawStatement) -> list[tuple[int, int, int, int, str]]:
    return [
        (p.table, p.row, p.column, p.span, p.text) for p in statement.passages if p.kind is Kind.TABLE_CELL
    ]


def test_cells_have_their_places_and_two_tables_are_two() -> None:
    statement = doc(
        cell("a"), cell("b"), row(0, 1000, 2000), cell("c"), cell("d"), row(0, 1000, 2000), "between",
        cell("e"), cell("f"), row(0, 1000, 2000),
    )  # fmt: skip
    assert grid(statement) == [
        (1, 1, 1, 1, "a"), (1, 1, 2, 1, "b"), (1, 2, 1, 1, "c"), (1, 2, 2, 1, "d"),
        (2, 1, 1, 1, "e"), (2, 1, 2, 1, "f"),
    ]  # fmt: skip


def test_a_cell_has_all_its_paragraphs() -> None:
    statement = doc(para("one", own=sprm(IN_TABLE)), cell("two"), cell("b"), row(0, 1000, 2000))
    assert [each[2:] for each in grid(statement)] == [(1, 1, "one"), (1, 1, "two"), (2, 1, "b")]


def test_a_cell_over_two_columns_spans_them() -> None:
    statement = doc(cell("both"), row(0, 2000), cell("a"), cell("b"), row(0, 1000, 2000))
    assert grid(statement) == [(1, 1, 1, 2, "both"), (1, 2, 1, 1, "a"), (1, 2, 2, 1, "b")]


def test_a_cell_that_goes_on_with_the_one_before_it_is_part_of_it() -> None:
    statement = doc(cell("a"), cell(""), cell("c"), row(0, 1000, 2000, 3000, cells=(1, 2)))
    assert grid(statement) == [(1, 1, 1, 2, "a"), (1, 1, 3, 1, "c")]


def test_a_cell_that_the_one_above_covers_is_not_shown() -> None:
    statement = doc(
        cell("a"), cell("b"), row(0, 1000, 2000, cells=(0x60,)),
        cell("covered words"), cell("d"), row(0, 1000, 2000, cells=(0x20,)),
    )  # fmt: skip
    assert [each[-1] for each in grid(statement)] == ["a", "b", "d"]
    assert codes(statement) == {"FI12"}


def test_rows_that_head_a_table_are_told_from_others() -> None:
    statement = doc(
        cell("Theme"), cell("Year"), row(0, 1000, 2000, own=sprm(HEADER_ROW)), cell("Water"), cell("2020"),
        row(0, 1000, 2000),
    )  # fmt: skip
    assert [p.header for p in statement.passages] == [True, True, False, False]
    bold = sprm(BOLD)
    statement = doc(
        cell(run("Theme", bold)), cell(run("Year", bold)), row(0, 1000, 2000), cell("Water"), cell("2020"),
        row(0, 1000, 2000),
    )  # fmt: skip
    assert [p.header for p in statement.passages] == [True, True, False, False]


def test_a_table_in_a_cell_is_read_in_its_place() -> None:
    inner = sprm(IN_TABLE) + sprm(DEPTH, 2)
    edges = bytes([1, 0, 0, 0xE8, 3]) + bytes(20)
    statement = doc(
        para("before", own=sprm(IN_TABLE)),
        para("x", own=inner + sprm(INNER_CELL)), para("y", own=inner + sprm(INNER_CELL)),
        para(own=inner + sprm(INNER_ROW) + sprm(TABLE, edges)),
        cell("after"), cell("b"), row(0, 1000, 2000),
    )  # fmt: skip
    assert [(p.table, p.text) for p in statement.passages] == [
        (1, "before"), (2, "x"), (2, "y"), (1, "after"), (1, "b"),
    ]  # fmt: skip


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    [passage] = doc(cell("words"), row(0, 1000)).passages
    assert passage.kind is Kind.PARAGRAPH


def test_a_row_that_was_deleted_is_not_read() -> None:
    gone = row(0, 1000, 2000)
    gone = para(own=gone.own, mark="\x07", mark_own=sprm(DELETED))
    statement = doc(
        cell("a"),
        cell("b"),
        row(0, 1000, 2000),
        cell("x"),
        cell("y"),
        gone,
        cell("c"),
        cell("d"),
        row(0, 1000, 2000),
    )
    assert [p.text for p in statement.passages] == ["a", "b", "c", "d"]
    assert codes(statement) == {"FI10"}


def test_long_properties_of_a_row_lie_elsewhere() -> None:
    end = row(0, 2000)
    data = len(end.own).to_bytes(2, "little") + end.own
    far = para(own=sprm(IN_TABLE) + sprm(0x6646, 0), mark="\x07")
    statement = doc(
        cell("both"), far, cell("a"), cell("b"), row(0, 1000, 2000), streams={"Data": data + bytes(5000)}
    )
    assert grid(statement)[0] == (1, 1, 1, 2, "both")


def test_a_row_without_a_description_and_one_without_an_end_keep_their_words() -> None:
    bare = para(own=sprm(IN_TABLE) + sprm(0x2417), mark="\x07")
    statement = doc(cell("a"), cell("b"), bare, cell("c"), "d")
    assert [p.text for p in statement.passages] == ["a", "b", "c", "d"]


def test_a_sign_for_a_cell_where_no_table_is_ends_a_paragraph() -> None:
    assert [p.text for p in doc(para("a", mark="\x07"), "b").passages] == ["a", "b"]
