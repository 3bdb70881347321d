"""Again: blocks that this process has set before, given elements of their own instead of being set anew."""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from pipeline.models.document import Block
from pipeline.models.style import Style
from pipeline.render.pdf.blocks import Placed, Room
from pipeline.render.pdf.strips import Jump, Op, Picture, Present, Strip, Words
from pipeline.render.pdf.tags import Tag

KEPT = 600
"""How many blocks of one look are kept: those of the packs of one State in a few languages."""

STAND_IN = Tag("")
"""The element that kept blocks are in."""


class Known:
    """A block with its hash, which takes long to find: all that is in it is looked at."""

    __slots__ = ("_hash", "block")

    def __init__(self, block: Block) -> None:
        self.block = block
        self._hash = hash(block)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Known) and self.block == other.block


class Shelf:
    """Blocks of one look as they were set, those that were asked for last."""

    def __init__(self) -> None:
        self._placed: OrderedDict[Any, Placed] = OrderedDict()

    def placed(
        self, known: Known, room: Room, pages: tuple[int | None, ...], make: Callable[[Block, Room], Placed]
    ) -> Placed:
        """The strips of the block in `room`, by `make` if need be; `pages` are those that it names."""
        setting = room.setting
        where = (setting.language, setting.rtl, room.measure, room.indent, room.height)
        key = (known, pages, *where, room.statement, room.photos, room.rank)
        found = self._placed.get(key)
        if found is None:
            found = self._placed[key] = make(known.block, room.inside(STAND_IN))
            if len(self._placed) > KEPT:
                self._placed.popitem(last=False)
        else:
            self._placed.move_to_end(key)
        renewal = _Renewal(room.tag or Tag("Document"))
        return Placed([renewal.strip(strip) for strip in found.strips], found.after)


@functools.lru_cache(maxsize=4)
def shelf_of(style: Style) -> Shelf:
    """What this process has set in the look of `style`."""
    return Shelf()


class _Renewal:
    """Gives everything of one block elements of its own, related as those that it was set with."""

    def __init__(self, within: Tag) -> None:
        self._tags = {STAND_IN: within}
        self._heads: dict[int, tuple[Strip, ...]] = {}

    def strip(self, strip: Strip) -> Strip:
        height, ops, before, keep, fill, head, anchors, bookmark, labels, group, inside = strip
        ops, labels = tuple(map(self._op, ops)), tuple(map(self._op, labels))
        head = self._head(head)
        return Strip(height, ops, before, keep, fill, head, anchors, bookmark, labels, group, inside)

    def _head(self, head: tuple[Strip, ...]) -> tuple[Strip, ...]:
        """The rows that are repeated, which are the same for every row of a table."""
        if not head:
            return head
        found = self._heads.get(id(head))
        if found is None:
            found = self._heads[id(head)] = tuple(map(self.strip, head))
        return found

    def _op(self, op: Op) -> Op:
        match op:
            case Words():
                return Words(op.y, op.frags, None if op.tag is None else self._tag(op.tag))
            case Present():
                return Present(self._tag(op.tag))
            case Jump() | Picture() if op.tag is not None:
                return op._replace(tag=self._tag(op.tag))
        return op

    def _tag(self, tag: Tag) -> Tag:
        found = self._tags.get(tag)
        if found is None:
            parent = None if tag.parent is None else self._tag(tag.parent)
            said = tag.language, tag.alternative, tag.actual, tag.owner, tag.attributes
            found = self._tags[tag] = Tag(tag.kind, parent, *said, tuple(map(self._tag, tag.headers)))
        return found
