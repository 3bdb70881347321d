"""The head of an old Word file: whether it is one that can be read, and where its tables lie."""

from __future__ import annotations

from pipeline.read.doc.bytes import i32, u16, u32
from pipeline.read.doc.container import Container
from pipeline.read.limits import Refused, damaged

_WORD_97, _NEWER = 0xC0, 0xA5EC
_OLDER = frozenset((0xA5DC, 0xA5DB, 0xA59C, 0xA59B, 0xA697, 0xA698, 0xA699))
_ENCRYPTED, _SECOND_TABLE = 0x100, 0x200
# Places of the parts' lengths in FibRgLw97 ([MS-DOC] 2.5.4), in the order in which their text follows.
_LENGTHS = {
    "text": 0x4C, "footnotes": 0x50, "heads": 0x54, "macros": 0x58, "comments": 0x5C, "endnotes": 0x60,
    "boxes": 0x64, "boxes in heads": 0x68,
}  # fmt: skip
# Places in FibRgFcLcb97 ([MS-DOC] 2.5.6).
_TABLES = {
    "styles": 1, "footnote calls": 2, "footnotes": 3, "comments": 4, "sections": 6, "heads": 11,
    "letters": 12, "paragraphs": 13, "fonts": 15, "document": 31, "associated": 32,
    "comments' text": 5, "comments by": 36, "saved by": 71, "pieces": 33,
    "shapes": 40, "shapes in heads": 41, "endnote calls": 46, "endnotes": 47, "drawings": 50, "authors": 51,
    "boxes": 56, "boxes in heads": 58, "lists": 73, "overrides": 74,
}  # fmt: skip


class Head:
    """The file information block ([MS-DOC] 2.5.1) with the streams that it speaks of.

    Raises Refused: FI02 for a file of Word 95 or before, FI05 for one with a password, FI03 for damage.
    """

    def __init__(self, container: Container) -> None:
        main = container.read("WordDocument")
        if len(main) < 0x9A:
            raise damaged("its text is missing")
        sign, version, flags = u16(main, 0), u16(main, 2), u16(main, 10)
        if sign in _OLDER or (sign == _NEWER and version < _WORD_97):
            raise Refused("FI02", kind="a very old Word file (Word 95 or before)")
        if sign != _NEWER:
            raise damaged("its text does not begin as that of a Word file")
        if flags & _ENCRYPTED:
            raise Refused("FI05")
        name = "1Table" if flags & _SECOND_TABLE else "0Table"
        if name not in container:
            raise damaged(f"its part {name} is missing")
        # Without all of both nobody knows which letters are hidden.
        self.main = container.whole("WordDocument")
        self.tables = container.whole(name)
        self.data = container.read("Data")
        self._pairs = min(u16(main, 0x98), (len(main) - 0x9A) // 8)

    def lengths(self) -> dict[str, int]:
        """How many characters each part of the text has, in order."""
        return {part: max(0, i32(self.main, at)) for part, at in _LENGTHS.items()}

    def table(self, name: str) -> bytes:
        """The table `name`, as far as it is there."""
        number = _TABLES[name]
        if number >= self._pairs:
            return b""
        begin, length = u32(self.main, 0x9A + 8 * number), u32(self.main, 0x9E + 8 * number)
        return self.tables[begin : begin + length]

    def behind(self, name: str) -> bytes:
        """The bytes that follow the table `name`: the levels of lists stand there."""
        number = _TABLES[name]
        if number >= self._pairs:
            return b""
        return self.tables[u32(self.main, 0x9A + 8 * number) + u32(self.main, 0x9E + 8 * number) :]
