"""The grid of a table in a web page: rows and cells, what stands between them, whether it only arranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.read.blocks import Cell
from pipeline.read.html.page import tag
from pipeline.read.limits import MAX_COLUMNS, MAX_SPAN, too_much
from pipeline.read.xml import Element

_ORDER = {"thead": 0, "tfoot": 2}
_INSIDE = frozenset(("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "form"))
_STRUCTURE = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main")


def only_arranges(table: Element) -> bool:
    """Whether a table only arranges the page: it says so, holds headings or tables, or is a single cell."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    inside = table.iter(*_STRUCTURE)
    next(inside, None)  # the table itself
    if next(inside, None) is not None:
        return True
    found = table.iter("td", "th")
    return next(found, None) is not None and next(found, None) is None


def astray(element: Element) -> Iterator[tuple[str, Element | None]]:
    """What stands in a table but in no cell: words, or elements. A browser shows it above the table."""
    yield element.text or "", None
    for child in element:
        if tag(child) in _INSIDE - {"td", "th", "caption"}:
            yield from astray(child)
        elif tag(child) not in _INSIDE:
            yield "", child
        yield child.tail or "", None


def rows(table: Element) -> list[Element]:
    """The rows as they show: those of the head first, those of the foot last."""
    found: list[tuple[int, Element]] = []
    for row in table.iter("tr"):
        above = [tag(each) for each in _within(row, table)]
        if not {"table", "td", "th"} & set(above):
            found.append((next((_ORDER[each] for each in above if each in _ORDER), 1), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _within(row: Element, table: Element) -> Iterator[Element]:
    """What a row stands in, up to its table."""
    for element in row.iterancestors():
        if element is table:
            return
        yield element


def cells(table: Element, number: int) -> Iterator[tuple[Element, Element, Cell]]:
    """The rows and cells of the table with that `number`, in order, each cell with its place.

    A cell over several rows is read once, and moves those below it aside. Raises Refused (FI04) for more
    columns than any table has.
    """
    taken: dict[int, int] = {}  # how many rows below are still covered, by column
    for count, row in enumerate(rows(table), 1):
        column = 0
        found = list(row.iterchildren("td", "th"))
        heads = tag(next(row.iterancestors(), row)) == "thead"
        header = bool(found) and (heads or all(tag(each) == "th" for each in found))
        covered, taken = taken, {at: left - 1 for at, left in taken.items() if left > 1}
        for element in found:
            column += 1
            while column in covered:
                column += 1
            span, down = _span(element, "colspan"), min(_span(element, "rowspan"), MAX_SPAN)
            if span > MAX_SPAN or column + span > MAX_COLUMNS:
                raise too_much(f"a table has more than {MAX_COLUMNS} columns")
            if down > 1:
                taken |= dict.fromkeys(range(column, column + span), down - 1)
            yield row, element, Cell(number, count, column, span, header)
            column += span - 1


def _span(cell: Element, attribute: str) -> int:
    match = re.match(r"\s*(\d{1,6})", cell.get(attribute) or "")
    return max(int(match.group(1)), 1) if match else 1
