"""Zip files: the same content gives the same bytes; what never changes is compressed once and kept."""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.render.keep import digest, kept

LEVEL = 6
EARLIEST = 1 << 5 | 1
"""The 1st of January 1980, the earliest date that an entry can have (APPNOTE.TXT 6.3.10, 4.4.6)."""
READABLE = 0o600 << 16
"""Attributes of a file that its owner may read and write."""

VERSION, DEFLATED, UTF_8 = 20, 8, 0x800


class Entry(NamedTuple):
    """One file of the archive. `constant`: many archives have the same, as a font."""

    name: str
    data: bytes
    constant: bool = False


def zipped(entries: Iterable[Entry]) -> bytes:
    """The entries as a zip file, in their order (APPNOTE.TXT 6.3.10, 4.3)."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry in entries:
        packed = _kept(entry.data) if entry.constant else _deflated(entry.data)
        name = entry.name.encode("utf-8")
        flags = 0 if entry.name.isascii() else UTF_8
        sizes = zlib.crc32(entry.data), len(packed), len(entry.data), len(name), 0
        common = struct.pack("<5H3L2H", VERSION, flags, DEFLATED, 0, EARLIEST, *sizes)
        parts += [b"PK\x03\x04", common, name, packed]
        directory.append(b"PK\x01\x02" + struct.pack("<BB", VERSION, 0) + common)
        directory.append(struct.pack("<3H2L", 0, 0, 0, READABLE, at) + name)
        at += 4 + len(common) + len(name) + len(packed)
    index, count = b"".join(directory), len(directory) // 2
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, count, count, len(index), at, 0)
    return b"".join((*parts, index, end))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@functools.lru_cache(maxsize=32)
def _kept(data: bytes) -> bytes:
    return kept(("deflated", LEVEL, zlib.ZLIB_RUNTIME_VERSION, digest(data)), lambda: _deflated(data))
