"""The letters of an old Word file, put together from its pieces, and where each of them lies in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from pipeline.read.doc.bytes import Plex, u16, u32
from pipeline.read.doc.fib import Head
from pipeline.read.limits import MAX_LETTERS, damaged, too_much

_BYTES = 0x40000000
_NOTHING = "\x03"  # a sign that shows nothing where no note's line is
_MOST_PIECES = 100_000  # Word joins them long before
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
# [MS-DOC] 2.9.73: one byte a letter, in Windows' Latin; what that leaves open stands for itself.
_LATIN = "".join(
    bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(256)
)


class Piece(NamedTuple):
    """A stretch of text: its places, where its bytes begin, how many a letter has, and what changes it."""

    begin: int
    end: int
    offset: int
    width: int
    change: bytes


class Text:
    """All text of the file, a character for each of its places (a letter beyond 16 bits takes two).

    `missing`: some of it lies where the file has nothing. Raises Refused with FI03 where there are no pieces,
    FI04 for more text, or more pieces of it, than any statement has.
    """

    def __init__(self, head: Head) -> None:
        table, changes = _parts(head.table("pieces"))
        plex = Plex(table, 8)
        if not len(plex):
            raise damaged("the table of its text is missing")
        if len(plex) > _MOST_PIECES:
            raise too_much("its text is in too many pieces")
        if plex.places[-1] > MAX_LETTERS:
            raise too_much(f"it has more than {MAX_LETTERS} letters")
        self.missing = False
        self.pieces: list[Piece] = []
        found: list[str] = []
        for begin, end, item in plex.stretches():
            piece = _piece(begin, end, item, changes)
            letters = _letters(head.main, piece)
            if len(letters) < end - begin:
                self.missing = True
                letters += _NOTHING * (end - begin - len(letters))
            self.pieces.append(piece)
            found.append(letters)
        self._first = plex.places[0]
        self._begins = [piece.begin for piece in self.pieces]
        self.text = _NOTHING * self._first + "".join(found)

    def __len__(self) -> int:
        return len(self.text)

    def piece(self, place: int) -> Piece | None:
        """The piece that `place` is in."""
        number = bisect_right(self._begins, place) - 1
        if number < 0 or place >= self.pieces[number].end:
            return None
        return self.pieces[number]

    def offset(self, place: int) -> int:
        """Where the letter at `place` lies in the stream, -1 where it lies nowhere."""
        piece = self.piece(place)
        return -1 if piece is None else piece.offset + (place - piece.begin) * piece.width


def paired(text: str) -> str:
    """`text` with its pairs of halves as the letters that they are."""
    return _PAIR.sub(_whole, text)


def _whole(found: re.Match[str]) -> str:
    high, low = map(ord, found.group())
    return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)


def _halves(found: re.Match[str]) -> str:
    number = ord(found.group()) - 0x10000
    return chr(0xD800 + (number >> 10)) + chr(0xDC00 + (number & 0x3FF))


def _parts(data: bytes) -> tuple[bytes, list[bytes]]:
    """The table of pieces, and the changes that pieces refer to ([MS-DOC] 2.9.38, "Clx")."""
    changes: list[bytes] = []
    at = 0
    while at < len(data):
        if data[at] == 2:
            return data[at + 5 : at + 5 + u32(data, at + 1)], changes
        if data[at] != 1:
            break
        length = u16(data, at + 1)
        changes.append(data[at + 3 : at + 3 + length])
        at += 3 + length
    return b"", changes


def _piece(begin: int, end: int, item: bytes, changes: list[bytes]) -> Piece:
    """A piece from its descriptor ([MS-DOC] 2.9.177, "Pcd")."""
    offset, change = u32(item, 2), u16(item, 6)
    narrow = bool(offset & _BYTES)
    offset &= _BYTES - 1
    if change & 1:
        number = change >> 1
        applied = changes[number] if number < len(changes) else b""
    else:
        applied = _short_change(change)
    return Piece(begin, end, offset // 2 if narrow else offset, 1 if narrow else 2, applied)


def _short_change(change: int) -> bytes:
    """A change in short form ([MS-DOC] 2.9.215, "Prm0"), as the property that it stands for."""
    number = _SHORT.get(change >> 1 & 0x7F)
    return b"" if number is None else number.to_bytes(2, "little") + bytes([change >> 8])


# Of those that a short change may name, the ones that matter for what is read.
_SHORT = {
    0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x4D: 0x2A0C, 0x53: 0x2A33,
    0x55: 0x0835, 0x56: 0x0836, 0x5B: 0x083B, 0x5C: 0x083C, 0x5E: 0x2A3E, 0x62: 0x2A42, 0x68: 0x2A48,
    0x75: 0x0855, 0x78: 0x2640,
}  # fmt: skip


def _letters(main: bytes, piece: Piece) -> str:
    count = piece.end - piece.begin
    data = main[piece.offset : piece.offset + count * piece.width]
    if piece.width == 1:
        return data.decode("latin-1").translate(_LATIN)
    text = data[: len(data) // 2 * 2].decode("utf-16-le", "surrogatepass")
    return text if len(text) == len(data) // 2 else _WIDE.sub(_halves, text)
