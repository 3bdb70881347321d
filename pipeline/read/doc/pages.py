"""Which properties letters and paragraphs have of their own: the pages of 512 bytes that list them."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from pipeline.read.doc.bytes import Plex, u8, u16, u32

_PAGE = 512
_PAGES = 0x3FFFFF  # [MS-DOC] 2.9.202: the number of a page has 22 bits


class Stretch(NamedTuple):
    """Bytes of the stream from `begin` to `end` that are set alike. `known`: the file says how."""

    begin: int
    end: int
    properties: bytes
    known: bool = True


_FAR = 1 << 32


class Pages:
    """The stretches of a stream, found by the offset of a letter ([MS-DOC] 2.4.3, 2.9.64, 2.9.174).

    `paragraphs`: they are those of paragraphs, whose properties begin with the number of their style.
    """

    def __init__(self, main: bytes, table: bytes, *, paragraphs: bool) -> None:
        self._main = main
        self._plex = Plex(table, 4)
        self._paragraphs = paragraphs
        self._read: dict[int, tuple[list[int], list[Stretch]]] = {}

    def at(self, offset: int) -> Stretch:
        """The stretch that the byte at `offset` is in; an empty one where nothing is said of it."""
        number = self._plex.at(offset)
        if number < 0:
            first = self._plex.places[0] if self._plex.places else _FAR
            return Stretch(offset, first if offset < first else _FAR, b"", known=False)
        begins, stretches = self._page(u32(self._plex.item(number), 0) & _PAGES)
        place = bisect_right(begins, offset) - 1
        if place >= 0 and offset < stretches[place].end:
            return stretches[place]
        following = begins[place + 1] if place + 1 < len(begins) else _FAR
        return Stretch(offset, min(following, self._plex.places[number + 1]), b"", known=False)

    def _page(self, number: int) -> tuple[list[int], list[Stretch]]:
        if number not in self._read:
            page = self._main[number * _PAGE : (number + 1) * _PAGE]
            stretches = self._stretches(page) if len(page) == _PAGE else []
            self._read[number] = [each.begin for each in stretches], stretches
        return self._read[number]

    def _stretches(self, page: bytes) -> list[Stretch]:
        step = 13 if self._paragraphs else 1
        count = min(page[-1], (_PAGE - 5) // (4 + step))
        found: list[Stretch] = []
        for number in range(count):
            begin, end = u32(page, 4 * number), u32(page, 4 * number + 4)
            if end <= begin or (found and begin < found[-1].end):
                continue
            at = 2 * u8(page, 4 * (count + 1) + step * number)
            found.append(Stretch(begin, end, self._listed(page, at) if at else b""))
        return found

    def _listed(self, page: bytes, at: int) -> bytes:
        """The properties that stand at `at` with their length before them."""
        length = page[at]
        if not self._paragraphs:
            return page[at + 1 : at + 1 + length]
        if length:
            return page[at + 1 : at + 2 * length]
        length = u8(page, at + 1)
        return page[at + 2 : at + 2 + 2 * length]


def style_of(properties: bytes) -> int:
    """The number of the style that the properties of a paragraph begin with."""
    return u16(properties, 0)
