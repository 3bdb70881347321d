"""Blocks of text as strips: paragraphs, headings, lists, quotations, notes, with their margin numbers."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.models.document import (
    Heading,
    Inline,
    Inlines,
    Item,
    ItemList,
    Label,
    Notes,
    Paragraph,
    Quote,
    Role,
)
from pipeline.models.style import Style, TextStyle
from pipeline.render.pdf.faces import Key
from pipeline.render.pdf.lines import BLANK, Line, at_right, one_line, set_lines
from pipeline.render.pdf.ordering import is_rtl
from pipeline.render.pdf.strips import Bookmark, Filled, Op, Strip, Strips, Words, keep_all, no_strays
from pipeline.render.pdf.tags import Tag, list_numbering
from pipeline.render.pdf.turning import turned_ops
from pipeline.render.pdf.words import Setting

INDENTED: frozenset[Role] = frozenset({"text", "own"})
"""Roles that stand on the second axis of the page, beside the margin numbers."""

DEMAND_RULE, QUESTION_RULE, RULE_GAP = 1.3, 0.7, 8.0
LIST_STEP, LIST_GAP, LEAST_HANG = 16.0, 5.0, 12.0
QUOTE_INDENT = 14.0


class Placed(NamedTuple):
    """The strips of a block and the white space that should follow it."""

    strips: Strips
    after: float


@dataclass(eq=False, slots=True)
class Room:
    """Where a block is set: the type area's width, the second axis, the height of a page; points.

    `photos`: some bio of the part has a photo, and all keep the same distance from the edge. `tag` is the
    element of the structure that the block goes into, `rank` the level of a heading there: without gaps.
    """

    style: Style
    setting: Setting
    measure: float
    indent: float
    height: float
    statement: bool = False
    photos: bool = False
    tag: Tag | None = None
    rank: int = 1

    def text(self, role: str, language: str = "", direction: str = "") -> Setting:
        """What a text of `role` is set with; it runs as its language does, or as those around it."""
        rtl = is_rtl(language) if language else self.setting.rtl
        own = self.setting
        language = language or own.language
        like = Setting(own.style, own.faces, language, own.pages, own.tag, rtl or direction == "rtl")
        return setting_for(self.style, role, like)

    def left(self, role: Role) -> float:
        """Where a text of `role` begins."""
        return self.indent if role in INDENTED else 0.0

    def element(self, kind: str, language: str = "") -> Tag:
        """A new element in that of the room; its language is noted where it is another one."""
        return Tag(kind, self.tag, "" if language == self.setting.language else language)

    def inside(self, tag: Tag) -> Room:
        """The same for what belongs to `tag`."""
        return self.at(tag, self.rank)

    def at(self, tag: Tag, rank: int) -> Room:
        """The same for a block of `tag`, whose headings have the level `rank`."""
        space = self.measure, self.indent, self.height
        return Room(self.style, self.setting, *space, self.statement, self.photos, tag, rank)


def setting_for(style: Style, role: str, like: Setting) -> Setting:
    """What a text of `role` is set with, in the language and direction of `like`; some need more leading."""
    text = style.text(role)
    spread = like.faces.spread(Key(text.family, text.weight, False), like.language)
    return like.with_style(replace(text, leading=text.leading * spread) if spread != 1 else text)


def aligned(lines: Sequence[Line], setting: Setting, room: Room, place: tuple[float, float]) -> list[Line]:
    """The lines at the edge where their text begins: `place` is where they were set and in how much room.

    A part that runs to the left is turned around as a whole: in it, as in others, lines stand at the left
    until then; only a text of the other direction is moved.
    """
    left, measure = place
    if setting.rtl == room.setting.rtl:
        return list(lines)
    return [at_right(line, left + measure) for line in lines]


def paragraph(block: Paragraph, room: Room) -> Placed:
    """A paragraph, with its margin numbers; notices stand between rules, a signature above one."""
    tag = room.element("H1" if block.role == "title" else "P", block.language)
    setting = room.text(block.role, block.language, block.direction).under(tag)
    left = room.left(block.role)
    lines = set_lines(block.inlines, setting, room.measure - left, left)
    lines = aligned(lines, setting, room, (left, room.measure - left))
    strips = _labelled(lines, block.labels, room.inside(tag))
    if not strips:
        return Placed([Strip(0, anchors=_anchors(block.anchor))] if block.anchor else [], 0)
    strips = _dressed(no_strays(strips), block.role, room)
    strips[0] = strips[0].spaced(setting.style.before).anchored(block.anchor)
    strips[-1] = strips[-1].kept(block.keep or strips[-1].keep)
    return Placed(_numbers_together(strips, room), setting.style.after)


def heading(block: Heading, room: Room) -> Placed:
    """A heading, with its line in the outline; it stays with the first lines of what follows."""
    level = min(max(block.level, 1), 4)
    tag = room.element(f"H{room.rank}" if room.rank else "P", block.language)
    setting = room.text(f"heading{level}" if block.own else f"statement{level}", block.language).under(tag)
    left = 0.0 if block.own else room.indent
    lines = set_lines(block.inlines, setting, room.measure - left, left)
    lines = aligned(lines, setting, room, (left, room.measure - left))
    strips = [strip.kept() for strip in _labelled(lines, block.labels, room.inside(tag))]
    if not strips:
        return Placed([Strip(0, anchors=_anchors(block.anchor))], 0)
    title = block.bookmark or plain(block.inlines)
    bookmark = Bookmark(block.level, title, block.anchor)
    strips[0] = strips[0].spaced(setting.style.before).anchored(block.anchor)._replace(bookmark=bookmark)
    return Placed(strips, setting.style.after)


def item_list(block: ItemList, room: Room) -> Placed:
    """A list; its first and last lines have company, an item begins with two lines or all it has."""
    setting = room.text(block.role, block.language, block.direction)
    hang = _hang(block.items, setting)
    left = room.left(block.role)
    parts = [
        _item(item, hang, setting, (room.inside(body), left))
        for item, body in zip(block.items, _item_tags(block, room), strict=True)
    ]
    gap = min(setting.style.after, 3.0)
    strips: Strips = []
    for number, part in enumerate(parts):
        if number and part:
            part[0] = part[0].spaced(gap)
        beside = number == 0 or number == len(parts) - 2
        short = beside and number < len(parts) - 1 and min(len(part), len(parts[number + 1])) == 1
        if part and (short or block.items[number].keep):
            part[-1] = part[-1].kept()
        strips.extend(part)
    return Placed(_facing(strips, setting, room, left), setting.style.after)


def _facing(strips: Strips, setting: Setting, room: Room, left: float) -> Strips:
    """Strips with left and right changed where their text runs the other way than the part; not the margin.

    Markers then stand before the words whichever way these run.
    """
    if setting.rtl == room.setting.rtl:
        return strips
    measure = left + room.measure
    return [
        strip._replace(ops=tuple(_in_margin(op, left) or turned_ops((op,), measure)[0] for op in strip.ops))
        for strip in strips
    ]


def _in_margin(op: Op, left: float) -> Op | None:
    """`op` if it is the rule beside a demand, which stays at the number."""
    return op if isinstance(op, Filled) and op.x < left else None


def quote(block: Quote, room: Room) -> Placed:
    """A quotation, indented on both sides."""
    narrow = replace(room, measure=room.measure - QUOTE_INDENT, indent=room.indent + QUOTE_INDENT)
    narrow = narrow.inside(room.element("BlockQuote"))
    return stacked([paragraph(part, narrow) for part in block.paragraphs])


def notes(block: Notes, room: Room) -> Placed:
    """The notes of a statement below a short rule, each mark leading back to its call."""
    setting = room.text("note", block.language)
    left, strips = room.indent, Strips()
    marks = [Item(note.mark, note.inlines) for note in block.items]
    hang = _hang(marks, setting).get(1, LEAST_HANG)
    for note in block.items:
        tag = room.element("Note", block.language)
        mark = one_line((Inline(note.mark, link=note.back),), setting.under(tag.within("Lbl")), left)
        words = setting.under(tag.within("P"))
        lines = set_lines(note.inlines, words, room.measure - left - hang, left + hang)
        part = no_strays(_beside(mark, lines))
        part[0] = part[0].spaced(setting.style.after).anchored(note.anchor)
        strips.extend(part)
    if strips:
        rule = Strip(4, (Filled(left, 0, 60, room.style.rule, "rule"),), before=14, keep=True)
        strips.insert(0, rule)
    return Placed(_facing(strips, setting, room, left), setting.style.after)


def stacked(parts: Iterable[Placed]) -> Placed:
    """Blocks one below the other; of the white below one and above the next the larger counts."""
    strips, after = Strips(), 0.0
    for part in parts:
        if part.strips:
            strips.append(part.strips[0].spaced(after))
            strips.extend(part.strips[1:])
            after = part.after
    return Placed(strips, after)


def plain(inlines: Inlines) -> str:
    """The words of `inlines` on one line, without note marks."""
    return " ".join("".join(inline.text for inline in inlines if not inline.note).split())


def line_strip(line: Line) -> Strip:
    """A line of text as a strip."""
    return Strip(line.height, (line.words,), keep=line.broken)


def _anchors(*anchors: str) -> tuple[str, ...]:
    return tuple(anchor for anchor in anchors if anchor)


def _hang(items: Sequence[Item], setting: Setting) -> dict[int, float]:
    """For each depth how far the words stand from the marker: as far as its widest marker needs."""
    hang: dict[int, float] = {}
    for item in items:
        width = one_line((Inline(item.marker),), setting).width + LIST_GAP
        hang[item.depth] = max(hang.get(item.depth, LEAST_HANG), width)
    return hang


def _item_tags(block: ItemList, room: Room) -> list[Tag]:
    """The element LBody of each item; the list of a deeper item is in the body of the item above it."""
    top = room.element("L", block.language)
    whole = replace(top, owner="List", attributes=list_numbering([item.marker for item in block.items]))
    open_lists: list[tuple[int, Tag]] = [(block.items[0].depth if block.items else 1, whole)]
    elements: list[Tag] = []
    for place, item in enumerate(block.items):
        while len(open_lists) > 1 and open_lists[-1][0] > item.depth:
            open_lists.pop()
        if elements and item.depth > open_lists[-1][0]:
            alike = [other.marker for other in block.items[place:] if other.depth == item.depth]
            attributes = list_numbering(alike)
            open_lists.append((item.depth, Tag("L", elements[-1], owner="List", attributes=attributes)))
        elements.append(open_lists[-1][1].within("LI").within("LBody"))
    return elements


def _item(item: Item, hangs: dict[int, float], setting: Setting, place: tuple[Room, float]) -> Strips:
    room, left = place
    body = room.tag or Tag("LBody")
    label = Tag("Lbl", body.parent)
    x = left + min(sum(hangs.get(depth, LIST_STEP) for depth in range(1, item.depth)), room.measure / 3)
    hang = min(hangs[item.depth], room.measure / 4)
    marker = one_line((Inline(item.marker),), setting.under(label), x)
    lines = set_lines(item.inlines, setting.under(body), room.measure - x - hang, x + hang)
    beside = room.inside(label if item.marker.strip() else body)
    strips = no_strays(_labelled(lines, item.labels, beside, marker))
    if strips:
        strips[0] = strips[0].anchored(item.anchor)
    return _numbers_together(strips, room)


def _beside(marker: Line, lines: Sequence[Line]) -> Strips:
    """The lines as strips, the marker before the words of the first; a marker alone is a line too."""
    strips = [line_strip(line) for line in lines] or [Strip(marker.height)]
    if marker.words.frags:
        strips[0] = strips[0]._replace(ops=(marker.words, *strips[0].ops))
    return strips


def _labelled(
    lines: Sequence[Line], labels: Sequence[Label], room: Room, marker: Line | None = None
) -> Strips:
    """The lines as strips with the numbers in the margin, each where its first words stand, and its rule."""
    strips = _beside(marker, lines) if marker else [line_strip(line) for line in lines]
    if not labels or not strips:
        return strips
    marked = [line.marks for line in lines] or [()]
    taken: set[int] = set()
    group = " ".join(label.text for label in labels)
    for label in labels:
        own = [place for place, marks in enumerate(marked) if label.text in marks] or list(range(len(strips)))
        at = next((place for place in range(own[0], len(strips)) if place not in taken), own[0])
        taken.add(at)
        words = _number(label, room, strips[at])
        strips[at] = strips[at].anchored(label.anchor)._replace(labels=(*strips[at].labels, *words))
        for place in own:
            strips[place] = _ruled(strips[place], label, room)
    return [strip._replace(group=group) for strip in strips]


def _number(label: Label, room: Room, strip: Strip) -> tuple[Op, ...]:
    """The label's words on the baseline of the line that it stands beside."""
    style = room.style.text("label")
    if label.kind == "question":
        style = replace(style, colour="grey")
    baseline = next((op.y for op in strip.ops if isinstance(op, Words)), 0.0)
    shift = sum(one_line((Inline("R00"),), room.setting.with_style(style)).width + 2 for _ in strip.labels)
    setting = room.setting.with_style(style).under(room.tag)
    line = one_line((Inline(label.text, link=label.link), BLANK), setting, shift)
    return (line.words._replace(y=baseline),)


def _ruled(strip: Strip, label: Label, room: Room) -> Strip:
    question = label.kind == "question"
    width = QUESTION_RULE if question else DEMAND_RULE
    rule = Filled(room.indent - RULE_GAP, 0, width, strip.height, "grey" if question else "signal")
    return strip if rule in strip.ops else strip._replace(ops=(*strip.ops, rule))


def _numbers_together(strips: Strips, room: Room) -> Strips:
    """A paragraph with numbers further down stays whole: they are read before its words."""
    late = any(strip.labels for strip in strips[1:])
    if not late:
        return strips
    last = strips[-1]
    return [*keep_all(strips, room.height / 2)[:-1], last]


def _dressed(strips: Strips, role: Role, room: Room) -> Strips:
    rule = room.style.rule
    if role == "signature":
        line = Filled(0, strips[-1].height + 6, room.measure, rule, "rule")
        return [
            *(strip.kept() for strip in strips[:-1]),
            strips[-1]._replace(ops=(*strips[-1].ops, line), height=strips[-1].height + 6 + rule, keep=True),
        ]
    if role == "notice":
        upper = Strip(7, (Filled(0, 0, room.measure, rule * 2, "signal"),), keep=True)
        lower = Strip(7, (Filled(0, 6, room.measure, rule * 2, "signal"),))
        return [upper, *(strip.kept() for strip in strips), lower]
    return strips


@functools.lru_cache(maxsize=256)
def body_style(style: TextStyle) -> TextStyle:
    """A style for narrow columns: ragged, without the white space around paragraphs."""
    return replace(style, justified=False, before=0.0, after=0.0)
