"""Ruled tables: where lines cross to a grid, its cells are known whatever stands in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.read.pdf.lines import line_of, rows_of
from pipeline.read.pdf.types import Box, Glyph, Line, Piece

TOUCH = 3.0  # points by which lines of one grid may miss each other
LEAST_WALL = 6.0  # points: a shorter rule is no side of a cell
GAP = 0.12  # of the size: no word goes on across a wider one
BESIDE = 0.5  # of the size: words that are nearer to each other are of one cell
MOST_RULES = 800


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its area, the edges of its columns from the left and of its rows from the top.

    `walls` and `floors` are the rules that run down and across, by the edge that they draw.
    """

    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    walls: dict[float, list[Box]]
    floors: dict[float, list[Box]]

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands in it."""
        return self.box.holds((piece.x0 + piece.x1) / 2, piece.y)


def grids_of(rules: list[Box]) -> list[Grid]:
    """The grids of several rows and columns that the rules of a page make, from the top down."""
    if len(rules) > MOST_RULES:
        return []
    found = [grid for group in _joined(rules) if (grid := _grid(group)) is not None]
    return sorted(found, key=lambda grid: (-grid.box.y1, grid.box.x0))


def _joined(rules: list[Box]) -> list[list[Box]]:
    """The rules in groups of those that touch each other, from below upwards."""
    group_of: dict[Box, list[Box]] = {}
    near: list[Box] = []
    for rule in sorted(set(rules), key=lambda rule: (rule.y0, rule.x0, rule.y1, rule.x1)):
        near = [other for other in near if other.y1 + TOUCH >= rule.y0]
        group = [rule]
        for other in near:
            mine = group_of[other]
            if mine is not group and _touch(rule, other):
                group, mine = (mine, group) if len(mine) > len(group) else (group, mine)
                group += mine
                group_of.update(dict.fromkeys(mine, group))
        group_of[rule] = group
        near.append(rule)
    return list({id(group): group for group in group_of.values()}.values())


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x0 <= other.x1 + TOUCH
        and other.x0 <= one.x1 + TOUCH
        and one.y0 <= other.y1 + TOUCH
        and other.y0 <= one.y1 + TOUCH
    )


def _grid(rules: list[Box]) -> Grid | None:
    walls = tuple(rule for rule in rules if rule.y1 - rule.y0 > max(LEAST_WALL, rule.x1 - rule.x0))
    floors = tuple(rule for rule in rules if rule.x1 - rule.x0 > max(LEAST_WALL, rule.y1 - rule.y0))
    if len(walls) < 2 or len(floors) < 2:
        return None
    columns = _edges((wall.x0 + wall.x1) / 2 for wall in walls)
    rows = _edges((floor.y0 + floor.y1) / 2 for floor in floors)
    # A table may be open at its sides, or above and below.
    box = Box(
        min(rule.x0 for rule in rules),
        min(rule.y0 for rule in rules),
        max(rule.x1 for rule in rules),
        max(rule.y1 for rule in rules),
    )
    columns = _closed(columns, box.x0, box.x1)
    rows = _closed(rows, box.y0, box.y1)
    if len(columns) < 3 or len(rows) < 3:
        return None
    down = {
        edge: [wall for wall in walls if abs((wall.x0 + wall.x1) / 2 - edge) <= 2 * TOUCH] for edge in columns
    }
    across = {
        edge: [floor for floor in floors if abs((floor.y0 + floor.y1) / 2 - edge) <= 2 * TOUCH]
        for edge in rows
    }
    return Grid(box, tuple(columns), tuple(reversed(rows)), down, across)


def _edges(places: Iterable[float]) -> list[float]:
    """The places of rules, each once; double lines are one."""
    done: list[float] = []
    for place in sorted(places):
        if not done or place - done[-1] > 2 * TOUCH:
            done.append(place)
    return done


def _closed(edges: list[float], low: float, high: float) -> list[float]:
    """`edges` with the ends of the area where no rule closes it."""
    if edges[0] - low > 2 * TOUCH:
        edges = [low, *edges]
    return [*edges, high] if high - edges[-1] > 2 * TOUCH else edges


def cells_in(grid: Grid, pieces: list[Piece], page: int, table: int) -> list[Line]:
    """The lines of the grid's cells, row by row; a cell that takes several stands at its first."""
    by_row: dict[int, list[Piece]] = {}
    for piece in pieces:
        for part in _split(piece, grid):
            by_row.setdefault(_row(part, grid), []).append(part)
    lines: list[Line] = []
    for row in sorted(by_row):
        by_column: dict[int, list[Piece]] = {}
        edges = [edge for edge in grid.columns[1:-1] if not _runs_over(by_row[row], edge, grid)]
        for part in by_row[row]:
            first = bisect_right(edges, (part.x0 + part.x1) / 2)
            column = 1 if first == 0 else grid.columns.index(edges[first - 1]) + 1
            by_column.setdefault(column, []).append(part)
        for column in sorted(by_column):
            for each in rows_of(by_column[column]):
                line = line_of(each.fragments, page)
                line.cell = (table, row, column)
                lines.append(line)
    return lines


def _row(piece: Piece, grid: Grid) -> int:
    """The row, from 1, of the cell that a piece stands in."""
    x, y = (piece.x0 + piece.x1) / 2, _middle(piece)
    row = min(max(1, sum(edge >= y for edge in grid.rows)), len(grid.rows) - 1)
    while row > 1 and not _floored(grid, grid.rows[row - 1], x):
        row -= 1
    return row


def _runs_over(row: list[Piece], edge: float, grid: Grid) -> bool:
    """Whether words of a row go on over the place `edge`, where no rule parts them."""
    open_ = [piece for piece in row if not _walled(grid, edge, _middle(piece))]
    if any(piece.x0 < edge - 1 and piece.x1 > edge + 1 for piece in open_):
        return True
    beside = pairwise(sorted(open_, key=lambda piece: (round(piece.y), piece.x0)))
    return any(
        abs(one.y - other.y) < 1
        and one.x1 <= edge + 1
        and other.x1 > edge
        and 0 <= other.x0 - one.x1 < BESIDE * one.style.size
        for one, other in beside
    )


def _middle(piece: Piece) -> float:
    """The height of the middle of its letters."""
    return piece.y + 0.25 * piece.style.size


def _walled(grid: Grid, x: float, y: float) -> bool:
    """Whether a rule parts what is left and right of `x` at the height `y`."""
    return any(wall.y0 - TOUCH <= y <= wall.y1 + TOUCH for wall in grid.walls[x])


def _floored(grid: Grid, y: float, x: float) -> bool:
    """Whether a rule parts what is above and below `y` at `x`."""
    return any(floor.x0 - TOUCH <= x <= floor.x1 + TOUCH for floor in grid.floors[y])


def _split(piece: Piece, grid: Grid) -> Iterator[Piece]:
    """The piece, cut at the rules that run down through it between two words."""
    y = _middle(piece)
    cuts = [0]
    for edge in grid.columns[1:-1]:
        if piece.x0 < edge < piece.x1 and _walled(grid, edge, y):
            cuts += [
                place for place, pair in enumerate(pairwise(piece.glyphs), 1) if _parted(pair, edge, piece)
            ]
    for begin, end in pairwise([*cuts, len(piece.glyphs)]):
        glyphs = piece.glyphs[begin:end]
        while glyphs and glyphs[-1].char.isspace():
            glyphs = glyphs[:-1]
        while glyphs and glyphs[0].char.isspace():
            glyphs = glyphs[1:]
        if glyphs:
            yield Piece(glyphs, piece.y, piece.style, piece.turn, piece.single)


def _parted(pair: tuple[Glyph, Glyph], edge: float, piece: Piece) -> bool:
    """Whether the place `edge` lies between two glyphs that are not of one word."""
    before, after = pair
    over = (before.x0 + before.x1) / 2 < edge <= (after.x0 + after.x1) / 2
    blank = before.char.isspace() or after.char.isspace()
    return over and (blank or after.x0 - before.x1 > GAP * piece.style.size)
