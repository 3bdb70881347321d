"""Microsoft's old container (OLE, "compound file"): which streams it has, and what is in them."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.read.limits import MAX_PARTS, damaged, too_much

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY = 512, 128
_LAST = 0xFFFFFFFA  # [MS-CFB] 2.1: numbers from here on are no sectors
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_CUT = "it is incomplete; its end may be missing"


class _Entry(NamedTuple):
    """An entry of the directory ([MS-CFB] 2.6.1); `left`, `right` and `child` are numbers of others."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Container:
    """A compound file. Every chain of sectors ends where it comes back or leaves the file.

    `names` are the paths of its streams ("Macros/VBA/dir"), `storages` those of its folders.
    Raises Refused with FI03 for one that cannot be followed, FI04 for one of too many parts.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(SIGNATURE) or len(data) < _HEADER:
            raise damaged("it is no compound file, or its head is missing")
        version, _, shift, small = struct.unpack_from("<4H", data, 26)
        if (version, shift) not in ((3, 9), (4, 12)) or small != 6:
            raise damaged("the head of its container is not as it should be")
        self._data = data
        self._shift = shift
        self._count = -(-len(data) >> shift) - 1
        self._table = self._sectors()
        directory, _, self._cutoff, minor = struct.unpack_from("<4I", data, 48)
        self._small_table = array("I", _whole_numbers(self._chain(minor)))
        self._entries = list(self._read_entries(self._chain(directory)))
        if not self._entries or self._entries[0].kind != _ROOT:
            raise damaged("its container has no root")
        self._small = self._chain(self._entries[0].start)[: self._entries[0].size]
        self._streams: dict[str, _Entry] = {}  # names differ by more than case ([MS-CFB] 2.6.4)
        self._paths: dict[str, str] = {}
        self.storages: list[str] = []
        self._walk()
        self._refuse_cut()

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all streams."""
        return tuple(self._paths.values())

    def __contains__(self, path: str) -> bool:
        return path.upper() in self._streams

    def whole(self, path: str) -> bytes:
        """The stream at `path`. Raises Refused (FI03) where its end is missing."""
        data = self.read(path)
        if len(data) < (entry := self._streams[path.upper()]).size or not entry.size:
            raise damaged(_CUT)
        return data

    def read(self, path: str) -> bytes:
        """The stream at `path`, as far as it is there; b"" where it is not."""
        entry = self._streams.get(path.upper())
        if entry is None:
            return b""
        if entry.size < self._cutoff:
            return self._small_chain(entry.start, entry.size)
        return self._chain(entry.start, entry.size)

    def _sectors(self) -> array[int]:
        """The table of sectors ([MS-CFB] 2.3, 2.5): for each, the one that follows it."""
        per = 1 << (self._shift - 2)
        numbers = list(struct.unpack_from("<109I", self._data, 76))
        further = struct.unpack_from("<I", self._data, 68)[0]
        seen: set[int] = set()
        most = self._count // per + 1
        while further < self._count and further not in seen and len(numbers) < most:
            seen.add(further)
            *more, further = _whole_numbers(self._sector(further).ljust(per * 4, b"\xff"))
            numbers += more
        used = [number for number in numbers if number < self._count][:most]
        return array("I", _whole_numbers(b"".join(self._sector(number) for number in used)))

    def _refuse_cut(self) -> None:
        """Refuse a file that lacks a sector of any stream, or has streams that share some: FI03."""
        left = self._count
        for entry in (self._entries[0], *self._streams.values()):
            wanted = -(-entry.size >> self._shift)
            if entry.kind == _ROOT or entry.size >= self._cutoff:
                found = len(_followed(self._table, entry.start, self._count, min(wanted, left)))
                if found < wanted:
                    raise damaged(_CUT)
                left -= found

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) << self._shift
        return self._data[begin : begin + (1 << self._shift)]

    def _chain(self, start: int, size: int | None = None) -> bytes:
        """The sectors from `start`, up to `size` bytes."""
        most = self._count if size is None else min(self._count, (size >> self._shift) + 1)
        numbers = _followed(self._table, start, self._count, most)
        found = b"".join(self._sector(number) for number in numbers)
        return found if size is None else found[:size]

    def _small_chain(self, start: int, size: int) -> bytes:
        numbers = _followed(self._small_table, start, len(self._small) + 63 >> 6, (size >> 6) + 1)
        return b"".join(self._small[number << 6 : (number + 1) << 6] for number in numbers)[:size]

    def _read_entries(self, directory: bytes) -> Iterator[_Entry]:
        if len(directory) // _ENTRY > 4 * MAX_PARTS:
            raise too_much("its container has too many parts")
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            left, right, child = struct.unpack_from("<3I", directory, at + 68)
            start, size = struct.unpack_from("<2I", directory, at + 116)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _Entry(name, kind, left, right, child, start, size)

    def _walk(self) -> None:
        """Find all streams; an entry that is reached twice counts once."""
        waiting = [(self._entries[0].child, "")]
        seen = {0}
        while waiting:
            number, folder = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            path = folder + entry.name
            if entry.kind == _STREAM:
                self._streams.setdefault(path.upper(), entry)
                self._paths.setdefault(path.upper(), path)
            elif entry.kind == _STORAGE:
                self.storages.append(path)
                waiting.append((entry.child, f"{path}/"))
            waiting += ((entry.left, folder), (entry.right, folder))
            if len(self._streams) + len(self.storages) > MAX_PARTS:
                raise too_much(f"its container has more than {MAX_PARTS} parts")


def _followed(table: array[int], start: int, count: int, most: int) -> list[int]:
    """The numbers of a chain: below `count`, none twice, no more than `most`."""
    found: list[int] = []
    seen: set[int] = set()
    number = start
    while number < min(count, _LAST) and number not in seen and len(found) < most:
        seen.add(number)
        found.append(number)
        if number >= len(table):
            break
        number = table[number]
    return found


def _whole_numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
