"""The grid of a table in a web page: its rows and cells, and whether it is a table or only a lay-out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.read.blocks import Cell
from pipeline.read.limits import MAX_COLUMNS, MAX_SPAN, too_much

Element = etree._Element

_GROUPS = ("thead", "tbody", "tfoot")
_ORDER = {"thead": 0, "tfoot": 2}
_STRUCTURE = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main")


def is_layout(table: Element) -> bool:
    """Whether a table only arranges the page: it says so, holds headings or tables, or is a single cell."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    inside = table.iter(*_STRUCTURE)
    next(inside, None)  # the table itself
    if next(inside, None) is not None:
        return True
    cells = table.iter("td", "th")
    return next(cells, None) is not None and next(cells, None) is None


def cells(table: Element, number: int) -> Iterator[tuple[Element, Cell]]:
    """The cells of the table with that `number`, in the order of their rows, each with its place.

    A cell over several rows is read once, and moves those below it aside. Raises Refused (FI04) for more
    columns than any table has.
    """
    taken: dict[int, int] = {}  # how many rows below are still covered, by column
    for count, row in enumerate(_rows(table), 1):
        column = 0
        found = list(row.iterchildren("td", "th"))
        header = bool(found) and (_is_head(row) or all(each.tag == "th" for each in found))
        covered, taken = taken, {at: rows - 1 for at, rows in taken.items() if rows > 1}
        for element in found:
            column += 1
            while column in covered:
                column += 1
            span, rows = _span(element, "colspan"), min(_span(element, "rowspan"), MAX_SPAN)
            if span > MAX_SPAN or column + span > MAX_COLUMNS:
                raise too_much(f"a table has more than {MAX_COLUMNS} columns")
            if rows > 1:
                taken |= dict.fromkeys(range(column, column + span), rows - 1)
            yield element, Cell(number, count, column, span, header)
            column += span - 1


def _rows(table: Element) -> list[Element]:
    """The rows as they show: those of the head first, those of the foot last."""
    found: list[tuple[int, Element]] = []
    for child in table:
        name = str(child.tag).lower()
        if name == "tr":
            found.append((1, child))
        elif name in _GROUPS:
            found += [(_ORDER.get(name, 1), row) for row in child.iterchildren("tr")]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _is_head(row: Element) -> bool:
    above = row.getparent()
    return above is not None and str(above.tag).lower() == "thead"


def _span(cell: Element, attribute: str) -> int:
    match = re.match(r"\s*(\d{1,6})", cell.get(attribute) or "")
    return max(int(match.group(1)), 1) if match else 1
