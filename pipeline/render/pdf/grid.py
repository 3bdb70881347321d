"""The grid of a table as elements: rows, cells, which head which; a list where a table only names values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.models.document import Cell, Table
from pipeline.render.pdf.blocks import Room
from pipeline.render.pdf.notation import text_string
from pipeline.render.pdf.tags import Tag

Grid = list[list[Tag]]
"""For every row the elements of its cells, and of those that it lacks: every row has as many columns."""


def grid(block: Table, columns: int, room: Room) -> Grid:
    """The elements of the cells of `block`, which is `columns` wide.

    A table of labels and their values is a list of the two: it has no columns to be lost in.
    """
    if block.look == "key":
        return _key_list(block, room)
    return _Cells(block, columns, room).rows()


def _key_list(block: Table, room: Room) -> Grid:
    whole = replace(room.element("L", block.language), owner="List", attributes=("/ListNumbering/None",))
    rows: Grid = []
    for row in block.rows:
        item = whole.within("LI")
        body = item.within("LBody")
        rows.append([item.within("Lbl"), *(body for _ in row[1:])] if len(row) > 1 else [body])
    return rows


class _Cells:
    """The cells of one table. Where cells span columns or head groups, each cell names those that head it.

    What heads a group spans all columns but the last, which stays empty: a row of heads alone would look to
    some readers like the head of another table.
    """

    def __init__(self, block: Table, columns: int, room: Room) -> None:
        self.block, self.columns = block, columns
        self.language = block.language or room.setting.language
        summary = (f"/Summary{text_string(block.summary)}",) if block.summary else ()
        table = replace(room.element("Table", block.language), owner="Table", attributes=summary)
        self.head, self.body = table.within("THead"), table.within("TBody")
        self.above: list[tuple[Tag, ...]] = [()] * columns
        self.group: tuple[Tag, ...] = ()
        self.named = bool(block.group_rows) or any(cell.span > 1 for row in block.rows for cell in row)

    def rows(self) -> Grid:
        return [self._row(place, row) for place, row in enumerate(self.block.rows)]

    def _row(self, place: int, row: Sequence[Cell]) -> list[Tag]:
        head, group = place < self.block.head_rows, place in self.block.group_rows
        element = (self.head if head else self.body).within("TR")
        cells: list[Tag] = []
        left: tuple[Tag, ...] = ()
        column = 0
        for cell in row:
            span = min(max(cell.span, 1), self.columns - column)
            if group and span == self.columns:
                span = max(span - 1, 1)
            covered = range(column, column + span)
            tag = self._cell(cell, element, (head or group, span))
            if self.named and tag.kind == "TD":
                tag = replace(tag, headers=self._headers(covered, left))
            if head:
                for at in covered:
                    self.above[at] = (*self.above[at], tag)
            elif group:
                self.group = (tag,) if column == 0 else (*self.group, tag)
            elif tag.kind == "TH":
                left = (*left, tag)
            cells.append(tag)
            column += span
        return [*cells, *(element.within("TD") for _ in range(column, self.columns))]

    def _cell(self, cell: Cell, row: Tag, kind: tuple[bool, int]) -> Tag:
        heads, span = kind
        attributes = (f"/ColSpan {span}",) if span > 1 else ()
        if heads or cell.header:
            attributes = (f"/Scope/{'Column' if heads else 'Row'}", *attributes)
        language = cell.paragraphs[0].language if len(cell.paragraphs) == 1 else ""
        language = "" if language == self.language else language
        return Tag(
            "TH" if heads or cell.header else "TD", row, language, owner="Table", attributes=attributes
        )

    def _headers(self, covered: range, left: tuple[Tag, ...]) -> tuple[Tag, ...]:
        above = [tag for at in covered for tag in self.above[at]]
        return tuple(dict.fromkeys((*above, *self.group, *left)))
