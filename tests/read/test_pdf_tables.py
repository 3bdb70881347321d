"""Tables in a PDF: a grid of rules gives its cells; text around it stays out of it; what is not sure is told of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.models.passages import Kind, RawStatement
from pipeline.read.pdf.document import read_pdf
from tests.read.conftest import codes
from tests.read.test_pdf import Page

EDGES = (72.0, 110.0, 200.0, 523.0)
ROWS = (
    ("No.", "Issue", "Recommendation"),
    ("1", "Schools", "Open a school in every village."),
    ("2", "Courts", "Publish all judgments within a month."),
)


def drawn(
    page: Page, rows: Sequence[Sequence[str]], edges: Sequence[float] = EDGES, *, walls: str = "all"
) -> None:
    """A table; `walls`: "all", "none", or "odd" for rules between columns in every other row only."""
    for number, row in enumerate(rows):
        top = page.y + 14
        for edge, cell in zip(edges, row, strict=False):
            page.at(edge + 4, page.y, cell)
        page.y -= 20
        bottom = page.y + 14
        if walls != "none":
            page.canvas.line(edges[0], top, edges[-1], top)
            page.canvas.line(edges[0], bottom, edges[-1], bottom)
        if walls != "none":
            for edge in edges if walls == "all" or number % 2 else (edges[0], edges[-1]):
                page.canvas.line(edge, top, edge, bottom)


def read(page: Page) -> RawStatement:
    return read_pdf(page.bytes())


def grid(statement: RawStatement) -> list[tuple[int, int, str]]:
    return [(one.row, one.column, one.text) for one in statement.passages if one.table]


EXPECTED = [(row, column, text) for row, cells in enumerate(ROWS, 1) for column, text in enumerate(cells, 1)]


@pytest.mark.parametrize("walls", ["all", "odd"])
def test_a_small_ruled_table_is_read_by_its_grid_and_what_stands_around_it_is_not_in_it(walls: str) -> None:
    page = Page()
    page.line("We speak about the coast.")
    page.line("Recommendations", size=14, bold=True, gap=10)
    page.y -= 10
    drawn(page, ROWS, walls=walls)
    page.line("Thank you, Mr President.", gap=10)
    statement = read(page)
    assert grid(statement) == EXPECTED
    assert [one.text for one in statement.passages if not one.table] == [
        "We speak about the coast.", "Recommendations", "Thank you, Mr President.",
    ]  # fmt: skip
    assert codes(statement) == set()


def test_a_cell_of_several_lines_is_one_cell() -> None:
    page = Page()
    top = page.y + 14
    page.at(76, page.y, "Schools")
    page.at(204, page.y, "Open a school in every village")
    page.at(204, page.y - 14, "before the end of the year.")
    page.at(76, page.y - 40, "Courts")
    page.at(204, page.y - 40, "Publish all judgments.")
    for y in (top, top - 38, top - 60):
        page.canvas.line(72, y, 523, y)
    for x in (72, 200, 523):
        page.canvas.line(x, top, x, top - 60)
    assert grid(read(page)) == [
        (1, 1, "Schools"), (1, 2, "Open a school in every village before the end of the year."),
        (2, 1, "Courts"), (2, 2, "Publish all judgments."),
    ]  # fmt: skip


def test_words_that_run_over_several_columns_are_one_cell() -> None:
    page = Page()
    top = page.y + 14
    page.at(76, page.y, "All that we ask for in the field of education and of justice")
    page.y -= 20
    page.canvas.line(72, top, 523, top)
    drawn(page, ROWS[1:])
    page.canvas.line(72, top, 72, top - 20)
    page.canvas.line(523, top, 523, top - 20)
    assert grid(read(page))[0] == (1, 1, "All that we ask for in the field of education and of justice")


def test_one_text_that_stands_in_two_cells_is_cut_where_they_part() -> None:
    page = Page()
    wide = page.canvas.stringWidth("Schools ", "Helvetica", 11)
    drawn(page, [("Schools Courts", ""), ("a", "b")], (72, 76 + wide - 1, 300))
    assert grid(read(page)) == [(1, 1, "Schools"), (1, 2, "Courts"), (2, 1, "a"), (2, 2, "b")]


def test_a_frame_around_text_is_no_table() -> None:
    page = Page()
    page.canvas.rect(70, 700, 460, 90)
    page.line("We speak about the coast.")
    assert [one.kind for one in read(page).passages] == [Kind.PARAGRAPH]


def test_a_few_rows_without_rules_are_told_of() -> None:
    page = Page()
    page.full("We speak about the coast and about those who live there, who are many and who are not heard.")
    drawn(page, ROWS, walls="none")
    assert codes(read(page)) == {"FI26"}


def test_rows_without_rules_are_told_by_their_labels_and_the_text_around_stays_out() -> None:
    page = Page()
    page.full("We speak about the coast and about those who live there, who are many and who are not heard.")
    page.line("Recommendations", size=14, bold=True, gap=10)
    page.at(72, page.y, "Issue")
    page.line("Recommendation", x=200)
    for label in ("Schools", "Courts", "Prisons"):
        page.at(72, page.y, label)
        page.full(
            "Open one in every village of the coast before the end of the year, and publish each month what "
            "is spent on it by whom.",
            x=200,
        )
    page.line("Thank you, Mr President.", gap=12)
    statement = read(page)
    rows = grid(statement)
    assert [one[2] for one in rows if one[1] == 1] == ["Issue", "Schools", "Courts", "Prisons"]
    assert [one[0] for one in rows] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert [one.text for one in statement.passages if not one.table][1:] == [
        "Recommendations", "Thank you, Mr President.",
    ]  # fmt: skip
    assert codes(statement) == {"FI26"}


def test_a_list_of_contents_is_no_table() -> None:
    page = Page()
    for number, words in enumerate(("Schools", "Courts", "Prisons"), 1):
        page.at(500, page.y, str(number))
        page.line(words)
    assert codes(read(page)) == set()
