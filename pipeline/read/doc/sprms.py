"""Single properties of letters, paragraphs, rows and sections, as lists of them are written."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from pipeline.read.doc.bytes import u8, u16, u32

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # [MS-DOC] 2.2.5.1: by the upper three bits; 0: the operand says it


class Sprm(enum.IntEnum):
    """The properties that matter for what is read ([MS-DOC] 2.6), by their numbers."""

    DELETED = 0x0800
    INSERTED = 0x0801
    BINARY = 0x0806
    BOLD = 0x0835
    ITALIC = 0x0836
    CAPS = 0x083B
    HIDDEN = 0x083C
    STRUCK = 0x0837
    STRUCK_TWICE = 0x2A53
    SPECIAL = 0x0855
    HIGHLIGHT = 0x2A0C
    PLAIN = 0x2A33
    UNDERLINE = 0x2A3E
    COLOUR_NUMBER = 0x2A42
    RAISED = 0x2A48
    CHARACTER_STYLE = 0x4A30
    SIZE = 0x4A43
    FONT = 0x4A4F
    OLD_SHADE = 0x4866
    PICTURE = 0x6A03
    SYMBOL = 0x6A09
    COLOUR = 0x6870
    RIGHT_TO_LEFT = 0x085A
    BOLD_RTL = 0x085C
    ITALIC_RTL = 0x085D
    COMPLEX = 0x0882
    SIZE_RTL = 0x4A61
    SHADE = 0xCA71

    IN_TABLE = 0x2416
    ROW_END = 0x2417
    LEVEL = 0x260A
    OUTLINE = 0x2640
    INNER_CELL_END = 0x244B
    INNER_ROW_END = 0x244C
    DROP_CAP = 0x442C
    OLD_PARAGRAPH_SHADE = 0x442D
    PARAGRAPH_STYLE = 0x4600
    LIST = 0x460B
    DEPTH = 0x6649
    DEEPER = 0x664A
    LONG = 0x6646
    OLD_LONG = 0x6645
    TABLE_PROPERTIES = 0x646B
    OLD_RIGHT = 0x840E
    OLD_LEFT = 0x840F
    RIGHT = 0x845D
    LEFT = 0x845E
    PARAGRAPH_SHADE = 0xC64D

    HEADER_ROW = 0x3404
    TABLE_STYLE = 0x563A
    MERGE = 0x5624
    TABLE = 0xD608
    OLD_CELL_SHADES = 0xD609
    CELL_SHADES = 0xD612
    CELL_SHADES_3 = 0xD60C
    CELL_SHADES_2 = 0xD616
    VERTICAL_MERGE = 0xD62B
    TABLE_SHADE = 0xD660

    NEW_FOOTNOTES = 0x303C
    NEW_ENDNOTES = 0x303E
    FIRST_FOOTNOTE = 0x503F
    FOOTNOTE_FIGURES = 0x5040
    FIRST_ENDNOTE = 0x5041
    ENDNOTE_FIGURES = 0x5042


_TABS = 0xC615
_BEFORE_PLAIN = frozenset((Sprm.DELETED, Sprm.INSERTED, Sprm.SPECIAL, Sprm.CHARACTER_STYLE))
Properties = tuple[tuple[int, bytes], ...]


class Lists:
    """Lists of properties, each gone through once; of them what counts of those in `known`.

    A list of 63,000 bytes may be that of a thousand stretches of text, each with other properties of its own.
    """

    def __init__(self, known: frozenset[int]) -> None:
        self._known = known
        self._read: dict[bytes, Properties] = {}

    def counting(self, data: bytes) -> Properties:
        """Of every property the last, in their order; of those before PLAIN what that leaves."""
        if data not in self._read:
            self._read[data] = tuple(self._counting(data).items())
        return self._read[data]

    def _counting(self, data: bytes) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        for sprm, operand in properties(data):
            if sprm not in self._known:
                continue
            before = found.pop(sprm, b"")
            if sprm == Sprm.PLAIN:
                found = {each: value for each, value in found.items() if each in _BEFORE_PLAIN}
            elif sprm == Sprm.DEPTH:
                found.pop(Sprm.DEEPER, None)
            found[sprm] = _sum(before, operand) if sprm == Sprm.DEEPER else operand
        return found


def properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every property in `data` with its operand; what does not fit in ends them ([MS-DOC] 2.2.5.1, "Prl")."""
    at = 0
    while at + 3 <= len(data):
        sprm = u16(data, at)
        at += 2
        length = _SIZES[sprm >> 13]
        if sprm == Sprm.TABLE:
            length = max(0, u16(data, at) - 1)
            at += 2
        elif not length:
            length = u8(data, at)
            if sprm == _TABS and length == 255:
                length = _tabs(data, at + 1)
            at += 1
        if at + length > len(data):
            return
        yield sprm, data[at : at + length]
        at += length


def _sum(one: bytes, other: bytes) -> bytes:
    return (u32(one, 0) + u32(other, 0) & 0xFFFFFFFF).to_bytes(4, "little")


def _tabs(data: bytes, at: int) -> int:
    """The length of a list of tab stops that is too long for its own count ([MS-DOC] 2.9.179)."""
    deleted = u8(data, at)
    return 2 + 4 * deleted + 3 * u8(data, at + 1 + 4 * deleted)
