"""Numbers and tables in a stream of an old Word file; what lies behind its end is not there."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator


def u8(data: bytes, at: int) -> int:
    """The byte at `at`, 0 where there is none."""
    return data[at] if 0 <= at < len(data) else 0


def u16(data: bytes, at: int) -> int:
    """Two bytes at `at` as a number, 0 where they are not there."""
    return int.from_bytes(data[at : at + 2], "little") if 0 <= at <= len(data) - 2 else 0


def i16(data: bytes, at: int) -> int:
    """Two bytes at `at` as a number with a sign."""
    number = u16(data, at)
    return number - 0x10000 if number & 0x8000 else number


def u32(data: bytes, at: int) -> int:
    """Four bytes at `at` as a number, 0 where they are not there."""
    return int.from_bytes(data[at : at + 4], "little") if 0 <= at <= len(data) - 4 else 0


def i32(data: bytes, at: int) -> int:
    """Four bytes at `at` as a number with a sign."""
    number = u32(data, at)
    return number - 0x1_0000_0000 if number & 0x8000_0000 else number


class Plex:
    """Places, and what is said of the stretch after each ([MS-DOC] 2.2.2, "PLC").

    `places` is one longer than there are items and never falls; what comes behind a fall is left out.
    """

    def __init__(self, data: bytes, size: int) -> None:
        count = max(0, (len(data) - 4) // (4 + size))
        places = list(struct.unpack_from(f"<{count + 1}I", data)) if len(data) >= 4 else []
        for number in range(1, len(places)):
            if places[number] < places[number - 1]:
                del places[number:]
                break
        self.places = places
        self._data, self._size, self._begin = data, size, 4 * (count + 1)

    def __len__(self) -> int:
        return max(0, len(self.places) - 1)

    def item(self, number: int) -> bytes:
        """The bytes of item `number`."""
        begin = self._begin + number * self._size
        return self._data[begin : begin + self._size]

    def stretches(self) -> Iterator[tuple[int, int, bytes]]:
        """Every stretch from its first place to the one behind its last, with its item."""
        for number in range(len(self)):
            yield self.places[number], self.places[number + 1], self.item(number)

    def at(self, place: int) -> int:
        """The number of the stretch that `place` lies in, -1 if there is none."""
        number = bisect_right(self.places, place) - 1
        return number if number < len(self) else -1


def strings(data: bytes, extra: int = 0) -> Iterator[str]:
    """The strings of a table of strings in UTF-16 ([MS-DOC] 2.2.4, "STTB"), each with `extra` bytes."""
    if u16(data, 0) != 0xFFFF:
        return
    at = 6
    for _ in range(u16(data, 2)):
        length = u16(data, at)
        if at + 2 + 2 * length > len(data):
            return
        yield data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        at += 2 + 2 * length + extra
