"""The grid of an OpenDocument table: its rows and cells, wherever they are wrapped, repeated and covered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.read.limits import MAX_CELLS, MAX_COLUMNS, MAX_SPAN, too_much
from pipeline.read.odt.xml import get, name
from pipeline.read.xml import Element, whole

_ROW_GROUPS = frozenset(("table:table-header-rows", "table:table-rows", "table:table-row-group"))


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its first column, its width in columns, how often it stands there, whether it is covered."""

    element: Element
    column: int
    span: int
    repeated: int
    covered: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `number` counts from 1, and `repeated` how often it stands there."""

    element: Element
    number: int
    header: bool
    repeated: int
    cells: tuple[GridCell, ...]


def rows(table: Element) -> list[Row]:
    """The rows of a table:table (ODF 1.3, part 3, chapter 9).

    Raises Refused (FI04) for repetitions and spans beyond any table, which sheets have but no text.
    """
    found: list[Row] = []
    number = 1
    header = True
    for element, heads in _rows(table, False):
        header = header and heads
        repeated = _count(
            element, "table:number-rows-repeated", MAX_CELLS, "a table row is repeated {} times"
        )
        found.append(Row(element, number, header, repeated, tuple(_cells(element))))
        number += repeated
    return found


def is_frame(kept: list[Row]) -> bool:
    """Whether the table is one cell: a box drawn around ordinary paragraphs, not a table."""
    return len(kept) == 1 and kept[0].repeated == 1 and len(kept[0].cells) == 1 == kept[0].cells[0].repeated


def _rows(parent: Element, heads: bool) -> Iterator[tuple[Element, bool]]:
    for element in parent:
        short = name(element)
        if short == "table:table-row":
            yield element, heads
        elif short in _ROW_GROUPS:
            yield from _rows(element, heads or short == "table:table-header-rows")


def _cells(row: Element) -> Iterator[GridCell]:
    """The cells of a row. Programs that leave out the cells which a wide one covers mean them as well."""
    column = 1
    covering = 0
    for element in row:
        short = name(element)
        if short not in ("table:table-cell", "table:covered-table-cell"):
            continue
        repeated = _count(
            element, "table:number-columns-repeated", MAX_COLUMNS, "a table cell is repeated {} times"
        )
        covered = short == "table:covered-table-cell"
        if covered:
            covering = max(0, covering - repeated)
        else:
            column += covering
        span = _count(element, "table:number-columns-spanned", MAX_SPAN, "a table cell spans {} columns")
        yield GridCell(element, column, span, repeated, covered)
        if not covered:
            covering = span - 1
        column += repeated


def _count(element: Element, attribute: str, most: int, reason: str) -> int:
    """A count from 1. A figure too long for a number is as absurd as one over `most`."""
    stated = get(element, attribute).strip()
    count = whole(stated, 1 if len(stated) < 12 else most + 1)
    if count > most:
        raise too_much(reason.format(count))
    return max(1, count)
