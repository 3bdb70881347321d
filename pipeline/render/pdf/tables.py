"""Tables as strips: thin rules between rows, heads that repeat, rows that stay whole if they can."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from pipeline.models.document import Cell, Inline, Inlines, Paragraph, Table
from pipeline.models.style import TextStyle
from pipeline.render.pdf.blocks import Placed, Room, aligned, body_style
from pipeline.render.pdf.grid import grid
from pipeline.render.pdf.lines import set_lines
from pipeline.render.pdf.ordering import is_rtl
from pipeline.render.pdf.strips import Filled, Op, Present, Strip, Strips, Words, moved
from pipeline.render.pdf.tags import Tag
from pipeline.render.pdf.turning import turned
from pipeline.render.pdf.words import Setting

GUTTER, ABOVE, BELOW, GROUP_ABOVE = 10.0, 4.0, 5.0, 7.0
PARAGRAPH_GAP = 1.0
WORDS = 0.95
"""How large the speakers' words are in a table, in shares of their size in running text."""

AFTER = 14.0

NARROW = 150.0
"""Columns up to this width hyphenate; in wider ones words stay whole for those who copy them."""


class Placing(NamedTuple):
    """A cell's lines, each with its height and the white above it, where they begin, and its element."""

    x: float
    lines: list[tuple[float, Words, float]]
    tag: Tag

    @property
    def height(self) -> float:
        """All lines and what is between them."""
        return sum(gap + height for gap, _, height in self.lines)


def table(block: Table, room: Room) -> Placed:
    """A table across the measure; in a statement it stands on the second axis. Its columns run as it does."""
    left = room.indent if room.statement else 0.0
    if not any(block.rows):
        return Placed([], 0)
    rtl = is_rtl(block.language) if block.language else room.setting.rtl
    if rtl != room.setting.rtl:
        strips, after = table(block, replace(room, setting=replace(room.setting, rtl=rtl)))
        return Placed([turned(strip, left + room.measure) for strip in strips], after)
    columns = _columns(block, left, room.measure - left)
    elements = grid(block, len(columns) - 1, room)
    strips = []
    head: tuple[Strip, ...] = ()
    for number, row in enumerate(block.rows):
        cells = _place(block, number, columns, (room, elements[number]))
        made = _row(block, number, cells, room)
        if block.look == "rules":
            made[0] = made[0]._replace(ops=(*map(Present, elements[number]), *made[0].ops))
        if number < block.head_rows:
            made = [strip.kept() for strip in made]
            head += tuple(strip._replace(anchors=(), bookmark=None) for strip in made)
        else:
            made = [strip._replace(head=head) for strip in made]
        made[0] = made[0].anchored(*_anchors(row))
        strips.extend(made)
    if block.look == "rules":
        edges = _rule(left, room, 0, "ink" if block.head_rows == 0 else "rule")
        strips = [Strip(room.style.rule, edges, keep=True), *strips]
    return Placed(_kept_ends(strips, block), AFTER)


def _anchors(row: Sequence[Cell]) -> Iterator[str]:
    """Of the cells, their paragraphs, and the demands that stand in these."""
    for cell in row:
        yield cell.anchor
        for paragraph in cell.paragraphs:
            yield paragraph.anchor
            yield from (label.anchor for label in paragraph.labels)


def _numbered(paragraph: Paragraph) -> Inlines:
    """A cell has no margin: the numbers of its demands stand before its words."""
    numbers = [
        (Inline(label.text, role="number" if label.kind == "recommendation" else "muted", link=label.link))
        for label in paragraph.labels
    ]
    return (*(part for number in numbers for part in (number, Inline(" "))), *paragraph.inlines)


def _columns(block: Table, left: float, measure: float) -> list[float]:
    """The left edges of the columns and the right edge of the last, with shares for all columns."""
    count = max((sum(max(cell.span, 1) for cell in row) for row in block.rows), default=0)
    shares = [*block.widths, *[0.0] * count][:count]
    least = sum(share for share in shares if share > 0) / max(count, 1) or 1.0
    shares = [share if share > 0 else least for share in shares]
    return [left + measure * share / sum(shares) for share in accumulate(shares, initial=0.0)]


def _place(
    block: Table, row: int, columns: Sequence[float], inside: tuple[Room, Sequence[Tag]]
) -> list[Placing]:
    room, tags = inside
    placed: list[Placing] = []
    column = 0
    for cell, tag in zip(block.rows[row], tags, strict=False):
        end = min(column + max(cell.span, 1), len(columns) - 1)
        gutter = GUTTER if end < len(columns) - 1 else 0.0
        width = max(columns[end] - columns[column] - gutter, 20.0)
        kind = _kind(block, row, column, cell)
        quoting = any(paragraph.role == "text" for paragraph in cell.paragraphs)
        lines = [
            line
            for number, paragraph in enumerate(cell.paragraphs)
            for line in _lines(
                paragraph,
                _setting(block, paragraph, room, kind).under(_element(cell, paragraph, tag)),
                (width, room if quoting else None),
                number > 0,
            )
        ]
        placed.append(Placing(columns[column], lines, tag))
        column = end
    return placed


def _element(cell: Cell, paragraph: Paragraph, tag: Tag) -> Tag:
    """The cell itself where it has one paragraph, else a paragraph in it."""
    return tag if len(cell.paragraphs) == 1 else tag.within("P", paragraph.language)


def _lines(
    paragraph: Paragraph, setting: Setting, where: tuple[float, Room | None], gap: bool
) -> list[tuple[float, Words, float]]:
    """The lines of a paragraph. `where`: the width, and the room in a cell with words of speakers.

    These stand at the edge where they begin, as in a statement; names and labels at that of the table.
    """
    width, room = where
    if width > NARROW:
        setting = setting.with_style(_unbroken(setting.style))
    lines = set_lines(_numbered(paragraph), setting, width)
    lines = aligned(lines, setting, room, (0.0, width)) if room else lines
    return [
        (PARAGRAPH_GAP if gap and number == 0 else 0.0, line.words, line.height)
        for number, line in enumerate(lines)
    ]


def _kind(block: Table, row: int, column: int, cell: Cell) -> str:
    """The text style of a cell; "" where its paragraphs have their own. A group row marks its words."""
    if block.look == "key":
        return "cover_label" if column == 0 else "cover_value"
    if row in block.group_rows:
        return "table"
    return "table_head" if cell.header else ""


def _setting(block: Table, paragraph: Paragraph, room: Room, kind: str) -> Setting:
    language = paragraph.language or block.language
    role = kind or {"text": "text", "small": "small"}.get(paragraph.role, "table")
    setting = room.text(role, language)
    style = body_style(setting.style)
    if role == "text" and block.look == "rules":
        style = _smaller(style)
    return setting.with_style(style)


@functools.lru_cache(maxsize=256)
def _smaller(style: TextStyle) -> TextStyle:
    """What speakers wrote, as it is set in a table."""
    return replace(style, size=style.size * WORDS, leading=style.leading * WORDS)


@functools.lru_cache(maxsize=256)
def _unbroken(style: TextStyle) -> TextStyle:
    """`style` with whole words."""
    return replace(style, hyphenated=False)


def _row(block: Table, number: int, cells: list[Placing], room: Room) -> Strips:
    height = max((cell.height for cell in cells), default=0.0)
    if block.look == "key":
        return [Strip(height, _drawn(cells), before=room.style.text("cover_value").after)]
    above = GROUP_ABOVE if number in block.group_rows and number > block.head_rows else ABOVE
    if height + above + BELOW > room.height * 0.9:
        return _long_row(cells, above, room)
    total = height + BELOW
    left = room.indent if room.statement else 0.0
    strong = number == block.head_rows - 1 or number in block.group_rows
    rule = _rule(left, room, total, "ink" if strong else "rule")
    strip = Strip(total + room.style.rule, (*_drawn(cells), *rule), before=above)
    return [strip.kept() if number in block.group_rows else strip]


def _rule(left: float, room: Room, y: float, colour: str) -> tuple[Op, ...]:
    return (Filled(left, y, room.measure - left, room.style.rule, colour),)


def _drawn(cells: list[Placing]) -> tuple[Op, ...]:
    """Cells from left to right, each level with the baseline of the tallest first line of the row."""
    ops: list[Op] = []
    base = max((_first_baseline(cell) for cell in cells), default=0.0)
    for cell in cells:
        y = base - _first_baseline(cell)
        for gap, words, height in cell.lines:
            ops.extend(moved((words,), cell.x, y + gap))
            y += gap + height
    return tuple(ops)


def _first_baseline(cell: Placing) -> float:
    if not cell.lines:
        return 0.0
    words = cell.lines[0][1]
    return words.y


def _long_row(cells: list[Placing], above: float, room: Room) -> Strips:
    """A row that no page can hold, line by line; the rule stands below its last line."""
    strips: Strips = []
    for level in range(max(len(cell.lines) for cell in cells)):
        there = [(cell.x, *cell.lines[level]) for cell in cells if level < len(cell.lines)]
        ops = tuple(op for x, gap, words, _ in there for op in moved((words,), x, gap))
        height = max(gap + height for _, gap, _, height in there)
        strips.append(Strip(height, ops, before=above if level == 0 else 0.0))
    left = room.indent if room.statement else 0.0
    strips.append(Strip(BELOW + room.style.rule, _rule(left, room, BELOW, "rule")))
    strips[-2] = strips[-2].kept()
    return strips


def _kept_ends(strips: Strips, block: Table) -> Strips:
    """A key list stays together; of other tables the last row does not stand alone."""
    if block.look == "key":
        return [*(strip.kept() for strip in strips[:-1]), strips[-1]]
    if len(strips) > 2:
        strips[-2] = strips[-2].kept()
    return strips
