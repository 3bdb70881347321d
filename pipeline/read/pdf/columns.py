"""The reading order of a page: columns of prose one after the other, what stands across them in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.pdf.grids import Grid, cells_in, grids_of
from pipeline.read.pdf.lines import Fragment, Row, line_of, rows_of
from pipeline.read.pdf.tables import cells_of, ruled
from pipeline.read.pdf.types import Fault, Line, PageText, Piece

LEAST_LINES = 4
FILLED = 0.55  # of a column's width: prose fills its lines, a table's cells do not
MAX_DEEP = 3
NEAR_ROWS = 4  # rows between two lines that may be of one table
CELL_STEP = 1.4  # of the size: from line to line in a cell


@dataclass(slots=True)
class _Band:
    """Rows that follow each other; `cut` is where two columns part, 0 where there are none."""

    rows: list[Row]
    cut: float = 0.0


@dataclass(slots=True)
class _Block:
    """Rows that are read together: as wide as the page or a column of it, or a table; pieces in a `grid`."""

    rows: list[Row]
    whole: bool
    table: bool = False
    grid: Grid | None = None
    pieces: list[Piece] = field(default_factory=list)


def lines_of(page: PageText, pieces: list[Piece]) -> list[Line]:
    """The lines of `pieces` on `page` in reading order; those of turned text last."""
    lines: list[Line] = []
    column = tables = 0
    for turn in _turns(pieces):
        mine = [piece for piece in pieces if piece.turn == turn]
        for block in _parts(page, mine, [] if turn else grids_of(page.rules)):
            tables += block.table or block.grid is not None
            made = _block_lines(page, block, tables)
            for line in made:
                line.column, line.whole, line.turned = column, block.whole, bool(turn)
            lines += made
            column += 1
    return lines


def _parts(page: PageText, pieces: list[Piece], grids: list[Grid]) -> Iterator[_Block]:
    """The blocks above, in and below ruled tables; one that stands beside other text is found later."""
    rest = pieces
    for grid in grids:
        inside = [piece for piece in rest if grid.holds(piece)]
        outside = [piece for piece in rest if not grid.holds(piece)]
        if not inside or any(grid.box.y0 < piece.y < grid.box.y1 for piece in outside):
            continue
        above = [piece for piece in outside if piece.y >= grid.box.y1]
        yield from _blocks(page, rows_of(above), MAX_DEEP)
        yield _Block([], False, grid=grid, pieces=inside)
        rest = [piece for piece in outside if piece.y < grid.box.y1]
    yield from _blocks(page, rows_of(rest), MAX_DEEP)


def _block_lines(page: PageText, block: _Block, tables: int) -> list[Line]:
    if block.grid is not None:
        return cells_in(block.grid, block.pieces, page.number, tables)
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
        _tell_of_table(page, rows)
        return [_Block(rows, whole)] if rows else []
    blocks: list[_Block] = []
    for band in _bands(rows, cut):
        left, right = _halves(band.rows, cut)
        if not band.cut or not left or not right:
            _tell_of_table(page, band.rows)
            blocks.append(_Block(band.rows, whole))
        elif _prose(left) and _prose(right) and not ruled(page, band.rows, cut):
            blocks += _blocks(page, left, deep - 1) + _blocks(page, right, deep - 1)
        else:
            if not ruled(page, band.rows, cut):
                page.faults.add(Fault.SIDE_BY_SIDE)
            blocks += _table_with_text(band.rows, cut, whole)
    return blocks


def _tell_of_table(page: PageText, rows: list[Row]) -> None:
    """Mark the page where a few rows that are read as lines may be those of a table without rules."""
    before: list[Fragment] = []
    for number, row in enumerate(rows):
        here = row.fragments[1:]
        before = [part for part in before if part.y <= rows[max(0, number - NEAR_ROWS)].y]
        # Two numbers below each other are those of pages, in a list of contents.
        if any(abs(one.x0 - other.x0) < 3 and _has_letters(one, other) for one in here for other in before):
            page.faults.add(Fault.SIDE_BY_SIDE)
            return
        before += here


def _has_letters(*parts: Fragment) -> bool:
    return any(glyph.char.isalpha() for part in parts for piece in part.pieces for glyph in piece.glyphs)


def _table_with_text(rows: list[Row], cut: float, whole: bool) -> list[_Block]:
    """The table that the rows hold, without the lines of text that stand apart above and below it."""
    several = [number for number, row in enumerate(rows) if any(part.x0 >= cut - 1 for part in row.fragments)]
    first, last = several[0], several[-1]
    while first > 0 and _near(rows[first - 1], rows[first]):
        first -= 1
    while last + 1 < len(rows) and _near(rows[last], rows[last + 1]):
        last += 1
    parts = [(rows[:first], False), (rows[first : last + 1], True), (rows[last + 1 :], False)]
    return [_Block(part, whole and not table, table) for part, table in parts if part]


def _near(above: Row, below: Row) -> bool:
    """Whether two rows follow each other as the lines of one cell do."""
    size = max(above.size, below.size)
    return above.y - below.y <= CELL_STEP * size and abs(above.size - below.size) < 0.1 * size


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
