"""The contents: every listed heading with its page, a row each, the whole row a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.models.document import Contents, Heading, Inline
from pipeline.render.pdf.blocks import Placed, Room, line_strip, plain
from pipeline.render.pdf.lines import BLANK, at_right, one_line, set_lines
from pipeline.render.pdf.strips import Filled, Jump, Strips, no_strays
from pipeline.render.pdf.tags import Tag

NUMBER_WIDTH, RULE_BELOW = 40.0, 3.0


def contents(block: Contents, headings: Sequence[Heading], room: Room) -> Placed:
    """Rows for the `headings` that are listed, down to the block's depth; page numbers at the right edge."""
    strips: Strips = []
    after = 0.0
    lists: list[tuple[int, Tag]] = [(0, room.element("TOC"))]
    for heading in headings:
        if heading.listed and heading.level <= block.depth and plain(heading.inlines):
            row = _row(heading, room.inside(_list_of(heading.level, lists)))
            style = room.style.text(_role(heading))
            row[0] = row[0].spaced(max(style.before if strips else 0.0, after))
            strips.extend(row)
            after = style.after
    return Placed(strips, 14.0)


def _list_of(level: int, lists: list[tuple[int, Tag]]) -> Tag:
    """The list that a heading of `level` goes into: one in the list above where it is deeper."""
    while len(lists) > 1 and lists[-1][0] > level:
        lists.pop()
    if lists[-1][0] == 0:
        lists[-1] = (level, lists[-1][1])
    elif level > lists[-1][0]:
        lists.append((level, lists[-1][1].within("TOC")))
    return lists[-1][1]


def _role(heading: Heading) -> str:
    return "contents1" if heading.level == 1 else "contents2"


def _row(heading: Heading, room: Room) -> Strips:
    link = room.element("TOCI", heading.language).within("Reference").within("Link")
    setting = room.text(_role(heading)).under(link)
    left = 0.0 if heading.level == 1 else room.indent
    inlines = tuple(
        replace(part, link="", address="", page_of="") for part in heading.inlines if not part.note
    )
    lines = set_lines((*inlines, BLANK), setting, room.measure - left - NUMBER_WIDTH, left)
    strips = no_strays([line_strip(line) for line in lines])
    page = room.setting.pages.get(heading.anchor, 0)
    number = at_right(one_line((Inline(str(page or "0")),), setting), room.measure)
    jump = Jump(left, 0, room.measure - left, strips[-1].height, heading.anchor, link)
    height = strips[-1].height + RULE_BELOW
    rule = Filled(left, height, room.measure - left, room.style.rule, "rule")
    strips[-1] = strips[-1]._replace(ops=(*strips[-1].ops, number.words, jump, rule), height=height)
    return strips
