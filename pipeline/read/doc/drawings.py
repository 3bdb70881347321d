"""What is drawn in an old Word file: shapes, the pictures and WordArt among them, how they are filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.doc.bytes import Plex, u8, u16, u32
from pipeline.read.doc.fib import Head
from pipeline.read.rtf.state import Shape

_DRAWING, _GROUP, _SHAPE = 0xF002, 0xF003, 0xF004
_NAMED, _PROPERTIES, _MORE = 0xF00A, 0xF00B, 0xF122
_PICTURE, _PICTURE_NAME, _SIGN = 0x104, 0x105, 0xC0
_FILL = {0x180: "fillType", 0x181: "fillColor", 0x182: "fillOpacity"}
_FILLED, _HIDDEN = 0x1BF, 0x3BF
_BACKGROUND = 0x400
_WHITE = str(0xFFFFFF)
_DEEPEST = 30
_COMPLEX = 0x8000


@dataclass(slots=True)
class Drawing:
    """A shape, or a group of them: what it looks like, its picture, those in it.

    `links`: where a picture lies that is not in the file; `behind`: it is the ground of all pages.
    """

    number: int = 0
    shape: Shape = field(default_factory=Shape)
    picture: int = 0
    links: list[str] = field(default_factory=list)
    behind: bool = False
    inside: list[Drawing] = field(default_factory=list)

    @property
    def colours_pages(self) -> bool:
        """Whether it gives the pages another ground than white."""
        fill = self.shape.fill
        plain = fill.get("fillType", "0") == "0" and fill.get("fillColor", _WHITE) == _WHITE
        return self.behind and fill.get("fFilled") == "1" and not plain

    def all(self) -> Iterator[Drawing]:
        """It and all that are in it."""
        yield self
        for each in self.inside:
            yield from each.all()


def drawings_of(head: Head) -> dict[int, Drawing]:
    """All shapes by their numbers ([MS-DOC] 2.9.172, "OfficeArtContent"; [MS-ODRAW] 2.2)."""
    found: dict[int, Drawing] = {}
    data = head.table("drawings")
    at = 0
    while at + 8 <= len(data):
        kind, end = u16(data, at + 2), min(len(data), at + 8 + u32(data, at + 4))
        if kind == _DRAWING:
            for drawing in _members(data, at + 8, end, None, 0):
                found.update((each.number, each) for each in drawing.all() if each.number)
        at = end + 1  # each drawing has a byte before it that says where it belongs
    return found


def anchors(table: bytes) -> dict[int, int]:
    """The numbers of the shapes by the places of the letters that they hang on ([MS-DOC] 2.8.37)."""
    return {begin: u32(item, 0) for begin, _, item in Plex(table, 26).stretches()}


def _members(data: bytes, at: int, end: int, outer: Shape | None, depth: int) -> Iterator[Drawing]:
    """The shapes and groups between two places."""
    while at + 8 <= end:
        kind, after = u16(data, at + 2), min(end, at + 8 + u32(data, at + 4))
        if kind == _SHAPE:
            drawing = Drawing(shape=Shape(outer))
            _describe(drawing, data, at + 8, after)
            yield drawing
        elif kind == _GROUP and depth < _DEEPEST:
            yield from _group(data, at + 8, after, outer, depth)
        at = after


def _group(data: bytes, at: int, end: int, outer: Shape | None, depth: int) -> Iterator[Drawing]:
    """A group, which its first shape stands for; the outermost one of a page is none."""
    if depth == 0:
        yield from _members(data, at, end, outer, depth + 1)
        return
    first = min(end, at + 8 + u32(data, at + 4))
    whole = Drawing(shape=Shape(outer))
    _describe(whole, data, at + 8, first)
    whole.inside = list(_members(data, first, end, whole.shape, depth + 1))
    yield whole


def _describe(drawing: Drawing, data: bytes, at: int, end: int) -> None:
    while at + 8 <= end:
        head, kind, after = u16(data, at), u16(data, at + 2), min(end, at + 8 + u32(data, at + 4))
        if kind == _NAMED:
            drawing.number = u32(data, at + 8)
            drawing.behind = bool(u32(data, at + 12) & _BACKGROUND)
        elif kind in (_PROPERTIES, _MORE):
            _properties(drawing, data[at + 8 : after], head >> 4)
        at = after


def _properties(drawing: Drawing, data: bytes, count: int) -> None:
    """Take properties ([MS-ODRAW] 2.2.7); the long ones stand behind all others."""
    count = min(count, len(data) // 6)
    behind = 6 * count
    for number in range(count):
        name, value = u16(data, 6 * number), u32(data, 6 * number + 2)
        long = b""
        if name & _COMPLEX:
            long = data[behind : behind + value]
            behind += value
        name &= 0x3FFF
        if name == _PICTURE:
            drawing.picture = value
        elif name == _PICTURE_NAME:
            drawing.links.append(_text(long))
        elif name == _SIGN and long:
            drawing.shape.signs.append(_text(long))
        elif name == _HIDDEN and value & 0x20000:
            drawing.shape.unseen = bool(value & 2)
        elif name == _FILLED and value & 0x100000:
            drawing.shape.fill["fFilled"] = str(value >> 4 & 1)
        elif name in _FILL:
            drawing.shape.fill[_FILL[name]] = str(value)


def _text(data: bytes) -> str:
    return data.decode("utf-16-le", "replace").split("\0")[0]


def symbol_fonts(table: bytes) -> frozenset[int]:
    """The numbers of the fonts that have signs for letters ([MS-DOC] 2.9.286, "SttbfFfn"; 2.9.78, "FFN")."""
    found: set[int] = set()
    at = 4
    for number in range(u16(table, 0)):
        if at >= len(table):
            break
        if u8(table, at + 4) == 2:
            found.add(number)
        at += u8(table, at) + 1
    return frozenset(found)
