"""A table of a statement rebuilt from its cells, in the order in which they were read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.models.document import Cell, Paragraph, Table
from pipeline.models.passages import Passage

# Letters: a column of running text gets no more than _MOST, so that the words of a short column beside it
# need not be parted; _BETWEEN stands for the white between columns.
_LEAST, _MOST, _BETWEEN = 4.0, 52.0, 5.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage of a table with its paragraph, ready to be put into a cell."""

    passage: Passage
    paragraph: Paragraph


def rebuild(entries: Sequence[Entry], language: str) -> Table:
    """A table in which every paragraph stands once and in order, however odd the numbers of its cells are."""
    groups = [tuple(row) for _, row in itertools.groupby(entries, key=lambda entry: entry.passage.row)]
    starts = sorted({entry.passage.column for entry in entries})
    ends = {entry.passage.column + max(1, entry.passage.span) for entry in entries}
    edges = sorted({*starts, *ends})
    rows = [_row(group, {edge: place for place, edge in enumerate(edges)}) for group in groups]
    width = max(sum(cell.span for cell in row) for row in rows)
    filled = tuple(_filled(row, width) for row in rows)
    return Table(filled, _widths(filled, width), _head_rows(filled), language=language)


def _row(group: Sequence[Entry], places: dict[int, int]) -> list[Cell]:
    """The cells of one row; columns without a cell stay empty."""
    cells: list[Cell] = []
    position = 0
    for column, same in itertools.groupby(group, key=lambda entry: entry.passage.column):
        entries = tuple(same)
        first = entries[0].passage
        start = max(position, places[column])
        if start > position:
            cells.append(Cell((), span=start - position))
        end = max(start + 1, places[column + max(1, first.span)])
        cells.append(Cell(tuple(e.paragraph for e in entries), first.header, end - start))
        position = end
    return cells


def _filled(row: list[Cell], width: int) -> tuple[Cell, ...]:
    missing = width - sum(cell.span for cell in row)
    return (*row, Cell((), span=missing)) if missing else tuple(row)


def _head_rows(rows: Sequence[tuple[Cell, ...]]) -> int:
    """How many rows at the top are heads; a table is never all head."""
    heads = itertools.takewhile(lambda row: all(cell.header or not cell.paragraphs for cell in row), rows)
    return min(len(tuple(heads)), len(rows) - 1)


def _widths(rows: Sequence[tuple[Cell, ...]], width: int) -> tuple[float, ...]:
    """Shares of the line by the longest text of each column, within bounds so that none is crushed."""
    longest = [_LEAST] * width
    for row in rows:
        column = 0
        for cell in row:
            size = max((sum(len(i.text) for i in p.inlines) for p in cell.paragraphs), default=0)
            if cell.span == 1:
                longest[column] = min(_MOST, max(longest[column], float(size)))
            column += cell.span
    return tuple(letters + _BETWEEN for letters in longest)
