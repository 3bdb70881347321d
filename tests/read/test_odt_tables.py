"""Cells of OpenDocument tables know their place, however rows are wrapped and cells repeated."""

from __future__ import annotations

import time

import pytest

from pipeline.models.passages import RawStatement
from tests.read.conftest import codes, texts
from tests.read.test_odt import counted, p, read, span, style


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{text if '<' in text else p(text)}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(one if '<table:' in one else cell(one) for one in cells)}</table:table-row>"


def table(*rows: str) -> str:
    return (
        f'<table:table><table:table-column table:number-columns-repeated="3"/>{"".join(rows)}</table:table>'
    )


COVERED = "<table:covered-table-cell/>"


def places(statement: RawStatement) -> list[tuple[str, int, int, int, int]]:
    return [(one.text, one.table, one.row, one.column, one.span) for one in statement.passages]


def test_cells_know_their_place() -> None:
    body = table(
        row(cell("a", 'table:number-columns-spanned="2"'), COVERED, "b"),
        row(cell("c", 'table:number-rows-spanned="2"'), "d", "e"),
        row(COVERED, "f", "g"),
    ) + table(row("h", "i"))
    assert places(read(body)) == [
        ("a", 1, 1, 1, 2), ("b", 1, 1, 3, 1), ("c", 1, 2, 1, 1), ("d", 1, 2, 2, 1), ("e", 1, 2, 3, 1),
        ("f", 1, 3, 2, 1), ("g", 1, 3, 3, 1), ("h", 2, 1, 1, 1), ("i", 2, 1, 2, 1),
    ]  # fmt: skip


def test_covered_cells_that_a_program_left_out_are_counted_all_the_same() -> None:
    assert places(read(table(row(cell("a", 'table:number-columns-spanned="3"'), "b"), row("c", "d")))) == [
        ("a", 1, 1, 1, 3), ("b", 1, 1, 4, 1), ("c", 1, 2, 1, 1), ("d", 1, 2, 2, 1),
    ]  # fmt: skip


def test_words_in_a_covered_cell_do_not_show() -> None:
    covered = f"<table:covered-table-cell>{p('two words')}</table:covered-table-cell>"
    statement = read(table(row(cell("a", 'table:number-columns-spanned="2"'), covered, "b")))
    assert (texts(statement), counted(statement, "FI12")) == (["a", "b"], [{"words": "2"}])


def test_repeated_cells_and_rows_stand_there_as_often() -> None:
    body = table(
        row(
            cell("yes", 'table:number-columns-repeated="2"'),
            cell("", 'table:number-columns-repeated="4"'),
            "no",
        ),
        row("x", "y", more='table:number-rows-repeated="2"'),
        row("z", ""),
    )
    assert [one[:1] + one[2:4] for one in places(read(body))] == [
        ("yes", 1, 1), ("yes", 1, 2), ("no", 1, 7), ("x", 2, 1), ("y", 2, 2), ("x", 3, 1), ("y", 3, 2), ("z", 4, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell("x", 'table:number-columns-repeated="16384"'))),
        table(row(cell("x", 'table:number-columns-repeated="99999999999999999999"'))),
        table(row(cell("x", 'table:number-columns-spanned="1001"'))),
        table(row("x", "y", more='table:number-rows-repeated="1048576"')),
        table(row(cell("", 'table:number-columns-repeated="900"'), more='table:number-rows-repeated="900"')),
        table(row("word " * 10_000, "y", more='table:number-rows-repeated="1000"')),
    ],
    ids=["columns", "absurd columns", "span", "rows", "empty cells", "much text"],
)
def test_huge_repetitions_are_refused(body: str) -> None:
    assert codes(read(body)) == {"FI04"}


@pytest.mark.parametrize("count", ["0", "-1", "x", "1.5"])
def test_a_count_that_is_none_is_one(count: str) -> None:
    statement = read(table(row(cell("a", f'table:number-columns-repeated="{count}"'), "b")))
    assert [one[3] for one in places(statement)] == [1, 2]


def test_header_rows_are_told_by_their_group_or_by_bold_type() -> None:
    stated = table(f"<table:table-header-rows>{row('a', 'b')}</table:table-header-rows>", row("c", "d"))
    bold = table(
        row(cell(p(span("a", "T"))), cell(p(span("b", "T")))),
        f"<table:table-rows>{row('c', 'd')}</table:table-rows>",
    )
    for body in (stated, bold):
        statement = read(body, style("T", 'fo:font-weight="bold"'))
        assert [one.header for one in statement.passages] == [True, True, False, False]


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    assert places(read(table(row("a")) + p("b"))) == [("a", 0, 0, 0, 1), ("b", 0, 0, 0, 1)]


def test_nested_and_sub_tables_count_for_themselves() -> None:
    inner = '<table:table table:is-sub-table="true">' + row("c", "d") + "</table:table>"
    assert places(read(table(row("a", cell(p("b") + inner), "e")))) == [
        ("a", 1, 1, 1, 1), ("b", 1, 1, 2, 1), ("c", 2, 1, 1, 1), ("d", 2, 1, 2, 1), ("e", 1, 1, 3, 1),
    ]  # fmt: skip


def test_a_list_in_a_cell_keeps_its_markers_and_one_around_a_table_gives_it_none() -> None:
    inner = f"<text:list><text:list-item>{p('a')}</text:list-item></text:list>"
    assert [one.marker for one in read(table(row(cell(inner), "b"))).passages] == ["•", ""]


def test_rows_without_cells_take_no_time_however_often_they_are_repeated() -> None:
    body = table(row("a", "b"), row(more='table:number-rows-repeated="20000"') * 2_000)
    before = time.process_time()
    assert texts(read(body)) == ["a", "b"]
    assert time.process_time() - before < 3
