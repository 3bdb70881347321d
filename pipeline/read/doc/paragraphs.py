"""How paragraphs of an old Word file are set: style, list, level, and what of a table they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.read.doc.bytes import i16, i32, u8, u16
from pipeline.read.doc.letters import Inks
from pipeline.read.doc.pages import style_of
from pipeline.read.doc.sprms import Lists, Sprm, properties
from pipeline.read.doc.styles import Styles, number_of_style
from pipeline.read.rtf.state import Setting

_MOST = 0x3FA2  # [MS-DOC] 2.9.216: bytes of a list of properties that lies elsewhere
_INDENTS: dict[int, str] = {
    Sprm.LEFT: "left", Sprm.OLD_LEFT: "left", Sprm.RIGHT: "right", Sprm.OLD_RIGHT: "right",
}  # fmt: skip
_FLAGS: dict[int, str] = {
    Sprm.IN_TABLE: "in_table", Sprm.ROW_END: "row_end", Sprm.INNER_ROW_END: "inner_row_end",
    Sprm.INNER_CELL_END: "inner_cell_end",
}  # fmt: skip
_KNOWN = frozenset(
    (
        *_INDENTS, *_FLAGS, Sprm.LEVEL, Sprm.LIST, Sprm.OUTLINE, Sprm.DEPTH, Sprm.DEEPER, Sprm.DROP_CAP,
        Sprm.PARAGRAPH_SHADE, Sprm.OLD_PARAGRAPH_SHADE, Sprm.PARAGRAPH_STYLE,
    )
)  # fmt: skip


class Formatted(NamedTuple):
    """How a paragraph is set; its mark may end a row or, in a table inside another, a cell.

    `row`: the properties among which those of the row are.
    """

    setting: Setting
    row_end: bool = False
    inner_row_end: bool = False
    inner_cell_end: bool = False
    row: tuple[bytes, ...] = ()


class ParagraphReader:
    """Makes settings of lists of properties; like lists are read once."""

    def __init__(self, styles: Styles, inks: Inks, data: bytes) -> None:
        self._styles = styles
        self._inks = inks
        self._data = data
        self._counted = Lists(_KNOWN)
        self._left = 2 * len(data)  # bytes that may still be read there: each paragraph has its own
        self._read: dict[tuple[bytes, bytes], Formatted] = {}
        self._of_style: dict[int, dict[str, Any]] = {}

    def formatted(self, own: bytes, change: bytes = b"") -> Formatted:
        """A paragraph with properties of its own, which begin with its style, and those of its piece."""
        key = (own, change)
        if key not in self._read:
            lists = (*self._lists(own[2:]), change)
            listed = [each for part in lists for each in self._counted.counting(part)]
            named = [number_of_style(operand) for sprm, operand in listed if sprm == Sprm.PARAGRAPH_STYLE]
            style = self._styles.known(named[-1] if named else style_of(own))
            found = dict(self._style(style))
            found.update(style=style, outline=None, left=0, right=0)
            self._apply(listed, found)
            self._read[key] = _formatted(found, lists)
        return self._read[key]

    def _lists(self, own: bytes) -> list[bytes]:
        """`own`, and what lies in the stream of data because it is long ([MS-DOC] 2.6.2, sprmPHugePapx)."""
        lists = [own]
        for sprm, operand in properties(own):
            if sprm in (Sprm.LONG, Sprm.OLD_LONG, Sprm.TABLE_PROPERTIES):
                at = i32(operand, 0)
                length = u16(self._data, at)
                if 0 < length <= min(_MOST, self._left):
                    self._left -= length
                    lists.append(self._data[at + 2 : at + 2 + length])
        return lists[:4]

    def _style(self, number: int) -> dict[str, Any]:
        if number not in self._of_style:
            found: dict[str, Any] = {}
            for part in self._styles.paragraph(number):
                self._apply(self._counted.counting(part), found)
            self._of_style[number] = found
        return self._of_style[number]

    def _apply(self, listed: Iterable[tuple[int, bytes]], found: dict[str, Any]) -> None:
        for sprm, operand in listed:
            if (indent := _INDENTS.get(sprm)) is not None:
                found[indent] = i16(operand, 0)
            elif (flag := _FLAGS.get(sprm)) is not None:
                found[flag] = u8(operand, 0) == 1
            elif sprm == Sprm.LEVEL:
                found["depth"] = u8(operand, 0)
            elif sprm == Sprm.LIST:
                found["list"] = i16(operand, 0)
            elif sprm == Sprm.OUTLINE:
                found["outline"] = u8(operand, 0)
            elif sprm == Sprm.DEPTH:
                found["level"] = i32(operand, 0)
            elif sprm == Sprm.DEEPER:
                found["level"] = found.get("level", 0) + i32(operand, 0)
            elif sprm == Sprm.DROP_CAP:
                found["drop_cap"] = u16(operand, 0) & 7 in (1, 2)
            elif sprm == Sprm.PARAGRAPH_SHADE:
                found.update(self._inks.shade(operand)._asdict())
            elif sprm == Sprm.OLD_PARAGRAPH_SHADE:
                found.update(self._inks.old_shade(operand)._asdict())


def _formatted(found: dict[str, Any], lists: tuple[bytes, ...]) -> Formatted:
    ends = {name: found.pop(name) for name in ("row_end", "inner_row_end", "inner_cell_end") if name in found}
    level = max(0, found.pop("level", 0))
    in_table = found.pop("in_table", False)
    setting = Setting(**found, in_table=in_table, level=max(level, 1) if in_table else 0)
    row = lists if ends.get("row_end") or ends.get("inner_row_end") else ()
    return Formatted(setting, **ends, row=row)
