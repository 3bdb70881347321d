"""The reading order of a page: columns of prose one after the other, what stands across them in between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.read.pdf.lines import Fragment, Row, line_of, rows_of
from pipeline.read.pdf.tables import cells_of, ruled
from pipeline.read.pdf.types import Fault, Line, PageText, Piece

LEAST_LINES = 4
FILLED = 0.55  # of a column's width: prose fills its lines, a table's cells do not
MAX_DEEP = 3


@dataclass(slots=True)
class _Band:
    """Rows that follow each other; `cut` is where two columns part, 0 where there are none."""

    rows: list[Row]
    cut: float = 0.0


@dataclass(slots=True)
class _Block:
    """Rows that are read together: as wide as the page or a column of it, or a table."""

    rows: list[Row]
    whole: bool
    table: bool = False


def lines_of(page: PageText, pieces: list[Piece]) -> list[Line]:
    """The lines of `pieces` on `page` in reading order; those of turned text last."""
    lines: list[Line] = []
    column = tables = 0
    for turn in _turns(pieces):
        rows = rows_of([piece for piece in pieces if piece.turn == turn])
        for block in _blocks(page, rows, MAX_DEEP):
            tables += block.table
            made = _block_lines(page, block, tables)
            for line in made:
                line.column, line.whole, line.turned = column, block.whole, bool(turn)
            lines += made
            column += 1
    return lines


def _block_lines(page: PageText, block: _Block, tables: int) -> list[Line]:
    if block.table:
        return cells_of(page, block.rows, tables)
    return [line_of(row.fragments, page.number) for row in block.rows if row.fragments]


def _turns(pieces: list[Piece]) -> list[int]:
    """The directions of the text, the most used first."""
    counts = Counter[int]()
    for piece in pieces:
        counts[piece.turn] += len(piece.glyphs)
    return sorted(counts, key=lambda turn: (-counts[turn], turn))


def _blocks(page: PageText, rows: list[Row], deep: int) -> list[_Block]:
    """Blocks of rows in reading order."""
    whole = deep == MAX_DEEP
    cut = _gutter(rows) if deep else 0.0
    if not cut:
        return [_Block(rows, whole)] if rows else []
    blocks: list[_Block] = []
    for band in _bands(rows, cut):
        left, right = _halves(band.rows, cut)
        if not band.cut or not left or not right:
            blocks.append(_Block(band.rows, whole))
        elif _prose(left) and _prose(right) and not ruled(page, band.rows, cut):
            blocks += _blocks(page, left, deep - 1) + _blocks(page, right, deep - 1)
        else:
            if not ruled(page, band.rows, cut):
                page.faults.add(Fault.SIDE_BY_SIDE)
            blocks.append(_Block(band.rows, False, True))
    return blocks


def _gutter(rows: list[Row]) -> float:
    """Where the right one of two columns begins, 0.0 if there are no columns."""
    starts = Counter[int]()
    for row in rows:
        for fragment in row.fragments[1:]:
            starts[round(fragment.x0 / 3)] += 1
        for fragment in row.fragments[:1]:
            starts[round(fragment.x0 / 3)] += 0
    best, score = 0.0, 0
    for start in sorted(starts):
        near = starts[start] + starts.get(start - 1, 0) + starts.get(start + 1, 0)
        if near < 2:
            continue
        cut = 3.0 * start - 4.0
        reach = max((_score(band.rows, cut) for band in _bands(rows, cut) if band.cut), default=0)
        if reach > score:
            best, score = cut, reach
    return best if score >= LEAST_LINES else 0.0


def _score(rows: list[Row], cut: float) -> int:
    left, right = _halves(rows, cut)
    if not left or not right:
        return 0
    top, bottom = min(left[0].y, right[0].y), max(left[-1].y, right[-1].y)
    beside = [sum(bottom - 1 <= row.y <= top + 1 for row in half) for half in (left, right)]
    return min(beside)


def _bands(rows: list[Row], cut: float) -> list[_Band]:
    """The rows, parted into those that go across the cut and those that leave it free."""
    bands: list[_Band] = []
    for row in rows:
        across = any(fragment.x0 < cut - 1 and fragment.x1 > cut for fragment in row.fragments)
        kind = 0.0 if across else cut
        if bands and bands[-1].cut == kind:
            bands[-1].rows.append(row)
        else:
            bands.append(_Band([row], kind))
    return _settled(bands, cut)


def _settled(bands: list[_Band], cut: float) -> list[_Band]:
    """Bands without anything right of the cut are not columns; neighbours of one kind are one band."""
    done: list[_Band] = []
    for band in bands:
        kind = band.cut if band.cut and _score(band.rows, cut) else 0.0
        if done and done[-1].cut == kind == 0.0:
            done[-1].rows += band.rows
        else:
            done.append(_Band(list(band.rows), kind))
    return done


def _halves(rows: list[Row], cut: float) -> tuple[list[Row], list[Row]]:
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        for half, mine in (
            (left, [fragment for fragment in row.fragments if fragment.x0 < cut - 1]),
            (right, [fragment for fragment in row.fragments if fragment.x0 >= cut - 1]),
        ):
            if mine:
                half.append(Row(row.y, row.size, row.pieces, mine))
    return left, right


def _prose(rows: list[Row]) -> bool:
    """Whether the rows fill their column as prose does."""
    parts: list[Fragment] = [fragment for row in rows for fragment in row.fragments]
    x0, x1 = min(part.x0 for part in parts), max(part.x1 for part in parts)
    width = max(1.0, x1 - x0)
    full = sum(sum(part.x1 - part.x0 for part in row.fragments) for row in rows) / len(rows)
    size = max(row.size for row in rows)
    return full >= FILLED * width and width >= 8 * size
