"""Figures as strips: the agenda drawn to scale, photos beside bios, pictures."""

from __future__ import annotations

import io
from dataclasses import replace

from pipeline.models.document import Image, Inline, Portrait, Slot, Space, Timeline
from pipeline.render.agenda import ON_ONE_PAGE, scaled
from pipeline.render.pdf.blocks import Placed, Room, body_style, paragraph, stacked
from pipeline.render.pdf.images import reduced
from pipeline.render.pdf.lines import BLANK, at_right, one_line, set_lines
from pipeline.render.pdf.strips import Filled, Hatched, Op, Picture, Strip, Strips, keep_all, moved
from pipeline.render.pdf.tags import Tag

BAR, BAR_GAP, TEXT_GAP, MINUTES = 7.0, 1.6, 17.0, 44.0
SLOT_AFTER = 7.0
PHOTO_GAP = 14.0
GRID = 14.0
CLOSE, BIO_AFTER = 3.5, 20.0
"""White space between the lines of one bio, and between bios."""


def timeline(block: Timeline, room: Room) -> Placed:
    """The agenda: each bar is as high as its minutes; the words beside it never overlap the next slot's.

    To those who do not see the bars it is a list, with the times as its labels.
    """
    agenda = replace(room.element("L"), owner="List", attributes=("/ListNumbering/None",))
    inside = [room.inside(agenda.within("LI")) for _ in block.slots]
    least = [_slot(slot, room, 0.0).height for slot in block.slots]
    minutes = [slot.minutes for slot in block.slots]
    minute = scaled(minutes, least, room.style.minute, room.height)
    strips = [_slot(slot, each, minute) for slot, each in zip(block.slots, inside, strict=True)]
    whole = sum(strip.height for strip in strips) <= room.height * ON_ONE_PAGE
    return Placed(keep_all(strips, room.height) if whole else _ends_kept(strips), 14.0)


def _ends_kept(strips: Strips) -> Strips:
    """An agenda of several pages: its first two slots and its last two stay together."""
    return [strip.kept(place in (0, len(strips) - 2)) for place, strip in enumerate(strips)]


def _slot(slot: Slot, room: Room, minute: float) -> Strip:
    scale = max(slot.minutes, 0) * minute
    left, right = room.indent + TEXT_GAP, room.measure
    width = right - left - MINUTES
    label, body = Tag("Lbl", room.tag), Tag("LBody", room.tag)
    words, below = room.text("slot").under(body), room.text("slot_below").under(body)
    lines = set_lines((*slot.inlines, BLANK), words.with_style(body_style(words.style)), width, left)
    said = len(lines)
    lines += set_lines(slot.below, below, width, left)
    time = one_line((Inline(slot.time),), room.text("time").under(label))
    minutes = at_right(one_line((Inline(slot.minutes_text), BLANK), below), right)
    baseline = lines[0].words.y if lines else time.words.y
    ops: list[Op] = [_bar(slot, room, scale), time.words._replace(y=baseline)]
    height = 0.0
    for number, line in enumerate(lines):
        ops.extend(moved((line.words,), 0, height))
        height += line.height
        if number == said - 1:
            ops.append(minutes.words._replace(y=baseline))
    return Strip(max(scale, height + SLOT_AFTER), tuple(ops))


def _bar(slot: Slot, room: Room, scale: float) -> Op:
    height = max(scale - BAR_GAP, 1.0)
    if slot.kind == "speaker":
        return Filled(room.indent, 0, BAR, height, "signal")
    return Hatched(room.indent, 0, BAR, height, "hatch", slot.kind == "dialogue")


def portrait(block: Portrait, room: Room) -> Placed:
    """A bio on one page, its photo to the left; where no bio has one the words stand on the second axis."""
    shift = room.style.photo_width + PHOTO_GAP if block.image or room.photos else room.indent
    column = replace(room, measure=room.measure - shift, indent=0.0)
    words = stacked([paragraph(part, column) for part in block.blocks])
    strips = [
        strip._replace(ops=moved(strip.ops, shift, 0), before=min(strip.before, CLOSE))
        for strip in words.strips
    ] or [Strip(0)]
    if block.image is not None:
        picture = _picture(block.image, 0, room.style.photo_width, room)
        strips[0] = strips[0]._replace(ops=(picture, *strips[0].ops))
        missing = picture.y + picture.height - sum(strip.before + strip.height for strip in strips)
        strips.append(Strip(max(missing, 0)))
    return Placed(keep_all(strips, room.height), BIO_AFTER)


def image(block: Image, room: Room) -> Placed:
    """A picture at its own width, or as wide as the words if it is wider."""
    width = min(block.width, room.measure - room.indent)
    picture = _picture(block, room.indent, width, room)
    return Placed([Strip(picture.height, (picture,))], 10.0)


def _picture(block: Image, x: float, width: float, room: Room) -> Picture:
    """The picture in its own proportions, no higher than a page. Without words for it, it is decoration."""
    from PIL import Image as Pixels

    with Pixels.open(io.BytesIO(block.data)) as pixels:
        height = width * pixels.height / max(pixels.width, 1)
    if height > room.height:
        width, height = width * room.height / height, room.height
    said = " ".join(block.alternative.split())
    tag = Tag("Figure", room.tag, alternative=said) if said else None
    return Picture(x, 3, width, height, reduced(block.data, width, height), tag)


def space(block: Space, room: Room) -> Placed:
    """White space, in lines of the base grid; larger type does not make it larger."""
    leading = min(room.style.text("text").leading, GRID)
    strips: Strips = [Strip(max(block.lines, 0) * leading, fill=block.fill, keep=block.fill)]
    return Placed(strips, 0)
