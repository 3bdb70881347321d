"""Tables: what stands side by side in columns that are no prose, cell by cell and never interleaved."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from pipeline.read.pdf.lines import Fragment, Row, line_of
from pipeline.read.pdf.types import Box, Line, PageText

ALIGNED = 0.6  # of the rows have more than one cell: then each of them is a row of the table
NEAR = 4.0  # points
ENDS = re.compile(r"[.:;!?…。؟।]['\"”’»)\]]*$")


def ruled(page: PageText, rows: list[Row], cut: float) -> bool:
    """Whether at least two rules run between the rows, across the place where the columns part."""
    top, bottom = rows[0].y + rows[0].size, rows[-1].y
    inside = [rule for rule in _level(page.rules) if bottom < rule.y0 < top]
    ends = {round(rule.y0) for rule in inside if rule.x0 <= cut + 20 and rule.x1 >= cut - 20}
    return len(ends) >= 2


def cells_of(page: PageText, rows: list[Row], table: int) -> list[Line]:
    """The lines of the table's cells, row by row; each line knows its cell as (table, row, column).

    Rows of the table are parted by rules; where there are none, each line is a row if most have several
    cells, or each label begins one; else the table is read column by column, so that no cell is torn apart.
    """
    starts = _columns(rows)
    lines: list[Line] = []
    for number, band in enumerate(_bands(page, rows, starts), 1):
        by_column: dict[int, list[Line]] = {}
        for row in band:
            for column, parts in _split(row.fragments, starts).items():
                line = line_of(parts, page.number)
                line.cell = (table, number, column)
                by_column.setdefault(column, []).append(line)
        for column in sorted(by_column):
            lines += by_column[column]
    return lines


def _level(rules: list[Box]) -> list[Box]:
    return [rule for rule in rules if rule.x1 - rule.x0 > rule.y1 - rule.y0]


def _columns(rows: list[Row]) -> list[float]:
    """The left edges of the columns."""
    counts = Counter(round(part.x0) for row in rows for part in row.fragments)
    first = min(counts)
    starts: list[float] = []
    for start in sorted(counts):
        near = sum(counts[start + shift] for shift in range(-2, 3))
        if (start == first or near >= max(2, 0.15 * len(rows))) and (not starts or start - starts[-1] > 20):
            starts.append(start)
    return starts


def _split(fragments: list[Fragment], starts: list[float]) -> dict[int, list[Fragment]]:
    """The fragments of a row by the number of their column, from 1."""
    found: dict[int, list[Fragment]] = {}
    for part in fragments:
        column = sum(part.x0 >= start - NEAR for start in starts) or 1
        found.setdefault(column, []).append(part)
    return found


def _bands(page: PageText, rows: list[Row], starts: list[float]) -> list[list[Row]]:
    """The rows of text that make up each row of the table."""
    top, bottom = rows[0].y + rows[0].size, rows[-1].y
    edges = sorted({round(rule.y0) for rule in _level(page.rules) if bottom < rule.y0 < top}, reverse=True)
    if len(edges) >= 2:
        bands: dict[int, list[Row]] = {}
        for row in rows:
            bands.setdefault(sum(row.y < edge for edge in edges), []).append(row)
        return [bands[key] for key in sorted(bands)]
    several = sum(len(row.fragments) > 1 for row in rows)
    if several >= ALIGNED * len(rows):
        return [[row] for row in rows]
    return _begun(rows, starts)


def _begun(rows: list[Row], starts: list[float]) -> list[list[Row]]:
    """The rows of a table without rules, by the labels in its first column; all as one where it is not sure.

    Beside each label but that of the header a sentence begins, and the one before it has come to its end.
    """
    labels = [number for number, row in enumerate(rows) if 1 in _split(row.fragments, starts)]
    if len(labels) < 2 or labels[0] != 0:
        return [rows]
    for number in labels[1:]:
        here, before = rows[number].fragments, rows[number - 1].fragments
        beside = len(here) > 1 and _text(here[-1])[:1].isupper()
        if not beside or (number > 1 and not ENDS.search(_text(before[-1]))):
            return [rows]
    return [rows[begin:end] for begin, end in pairwise([*labels, len(rows)])]


def _text(part: Fragment) -> str:
    return "".join(glyph.char for piece in part.pieces for glyph in piece.glyphs).strip()
