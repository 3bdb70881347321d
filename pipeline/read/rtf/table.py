"""The grid of an RTF table: its rows give the edges of their cells, the grid says which columns those are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.read.rtf.story import CellEdge, Item, Row, Table

_TOLERANCE = 20
"""Twips (one point) within which two edges are one: programs round."""
_WIDTH = 1_000
"""Twips of a cell whose edge is not given."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its first column (from 1) and its width in columns."""

    items: list[Item]
    column: int
    span: int
    edge: CellEdge


def grid(table: Table) -> Iterator[tuple[Row, list[GridCell]]]:
    """The rows of `table` with their cells; cells that \\clmrg joins to the one before are part of it."""
    laid = [(row, _edges(row)) for row in table.rows]
    lines = _lines(right for row, edges in laid for right in (row.draft.left, *(one.right for one in edges)))
    for row, edges in laid:
        cells: list[GridCell] = []
        before = _line(lines, row.draft.left)
        for items, edge in zip(row.cells, edges, strict=True):
            after = max(_line(lines, edge.right), before + 1)
            if edge.continued and cells:
                last = cells[-1]
                last.items.extend(items)
                cells[-1] = GridCell(last.items, last.column, after - last.column + 1, last.edge)
            else:
                cells.append(GridCell(items, before + 1, after - before, edge))
            before = after
        yield row, cells


def _edges(row: Row) -> list[CellEdge]:
    """One edge for each cell of `row`, each right of the one before."""
    right = row.draft.left
    edges: list[CellEdge] = []
    for place in range(len(row.cells)):
        stated = row.draft.edges[place] if place < len(row.draft.edges) else None
        fits = stated is not None and stated.right > right
        right = stated.right if stated is not None and fits else right + _WIDTH
        edges.append(CellEdge(right) if stated is None else replace(stated, right=right))
    return edges


def _lines(edges: Iterator[int]) -> list[int]:
    """The vertical lines of the grid from left to right."""
    lines: list[int] = []
    for edge in sorted(set(edges)):
        if not lines or edge - lines[-1] > _TOLERANCE:
            lines.append(edge)
    return lines


def _line(lines: list[int], edge: int) -> int:
    """The number of the line at `edge`, from 0."""
    return max(0, bisect_left(lines, edge + 1) - 1)


def is_frame(table: Table) -> bool:
    """Whether the table is one cell: a box drawn around ordinary paragraphs, not a table."""
    return len(table.rows) == 1 and len(table.rows[0].cells) == 1
