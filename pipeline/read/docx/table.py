"""The grid of a DOCX table: which rows and cells there are, whatever wraps them, and where each one lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.read.docx.inline import chosen_branch
from pipeline.read.docx.xml import child, name, toggle, value
from pipeline.read.limits import MAX_SPAN, too_much
from pipeline.read.noticed import Noticed
from pipeline.read.xml import Element, whole

_ODD = "a table has impossible columns"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A w:tc with its first column and its width in columns."""

    element: Element
    column: int
    span: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not deleted; `number` counts from 1."""

    number: int
    header: bool
    cells: tuple[GridCell, ...]


def rows(table: Element, noticed: Noticed) -> Iterator[Row]:
    """The rows of `table` that stay when tracked changes are accepted.

    Raises Refused (FI04) for a cell over more columns than any table has.
    """
    number = 0
    header = True
    for element in _inner(table, "w:tr", noticed):
        properties = child(element, "w:trPr")
        if child(properties, "w:del") is not None:
            noticed.deletions += 1
            continue
        noticed.insertions += child(properties, "w:ins") is not None
        number += 1
        header = header and bool(toggle(properties, "w:tblHeader"))
        yield Row(number, header, tuple(_cells(element, properties, noticed)))


def _cells(row: Element, properties: Element | None, noticed: Noticed) -> Iterator[GridCell]:
    before = whole(value(properties, "w:gridBefore"))
    if not 0 <= before <= MAX_SPAN:
        noticed.damage.append(_ODD)
        before = 0
    column = before + 1
    for element in _inner(row, "w:tc", noticed):
        cell = child(element, "w:tcPr")
        if child(cell, "w:cellDel") is not None:
            noticed.deletions += 1
            continue
        stated = value(cell, "w:gridSpan")
        span = whole(stated, 1 if not stated else 0)
        if span > MAX_SPAN:
            raise too_much(f"a table cell spans {span} columns")
        if span < 1:
            if span < 0:
                noticed.damage.append(_ODD)
            span = 1
        yield GridCell(element, column, span)
        column += span


def _inner(parent: Element, wanted: str, noticed: Noticed) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also inside content controls and the like."""
    for element in parent:
        short = name(element)
        if short == wanted:
            yield element
        elif short in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"):
            yield from _inner(element, wanted, noticed)
        elif short in ("w:del", "w:moveFrom"):
            noticed.deletions += 1
        elif short == "mc:AlternateContent" and (branch := chosen_branch(element)) is not None:
            yield from _inner(branch, wanted, noticed)


def is_frame(kept: list[Row]) -> bool:
    """Whether the table is one cell: a box drawn around ordinary paragraphs, not a table."""
    return len(kept) == 1 and len(kept[0].cells) == 1
