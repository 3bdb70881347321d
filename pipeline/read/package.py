"""Open the zip of a DOCX without trusting it: every header is checked and every part read in small pieces."""

from __future__ import annotations

import io
import posixpath
import stat
import struct
import zipfile
import zlib

from pipeline.read.limits import MAX_PARTS, MAX_RATIO, MAX_UNPACKED, Refused, damaged, too_much

_PIECE = 64 * 1024
_RATIO_FROM = 1024 * 1024  # a small part may well shrink by more than MAX_RATIO


class Package:
    """The parts of an Office file by name. Names are compared without case (OPC, ECMA-376-2, 6.2.2)."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._parts = {info.filename.lower(): info for info in archive.infolist() if not _is_link(info)}
        self.links = len(archive.infolist()) - len(self._parts)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case, in the order of the file."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises Refused (FI03) where they are damaged or not as declared."""
        info = self._parts.get(name.lower())
        if info is None:
            raise damaged(f"its part {name} is missing")
        pieces: list[bytes] = []
        try:
            with self._archive.open(info) as stream:
                while piece := stream.read(_PIECE):
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, RuntimeError) as cause:
            raise damaged(f"its part {info.filename} cannot be unpacked") from cause
        data = b"".join(pieces)
        if len(data) != info.file_size:
            raise damaged(f"its part {info.filename} has not the size that is declared")
        return data


def open_package(data: bytes) -> Package:
    """Check the zip `data` as a whole and open it.

    Raises Refused: FI03 for a damaged archive or one that readers would read differently (duplicate or
    unsafe names, overlapping entries), FI04 over a limit, FI05 for an encrypted one.
    """
    archive = _open(data)
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        raise too_much(f"it has {len(entries)} parts, where {MAX_PARTS} are allowed")
    for info in entries:
        _check_entry(info)
    unpacked = sum(info.file_size for info in entries)
    if unpacked > MAX_UNPACKED:
        raise too_much(f"it is too large when unpacked ({unpacked // 1024 // 1024} MB)")
    _check_names(entries)
    _check_layout(data, archive, entries)
    return Package(archive)


def part_names(data: bytes) -> tuple[tuple[str, ...], str]:
    """The names in a zip, and the text of its `mimetype` entry (OpenDocument and EPUB), before any check."""
    archive = _open(data)
    names = tuple(archive.namelist()[: MAX_PARTS + 1])
    if "mimetype" not in names:
        return names, ""
    try:
        with archive.open("mimetype") as stream:
            return names, stream.read(100).decode("ascii", "replace")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError, struct.error):
        return names, ""


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, struct.error, OSError, NotImplementedError, EOFError) as cause:
        raise damaged("it is incomplete; its end may be missing") from cause


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _check_entry(info: zipfile.ZipInfo) -> None:
    """Refuse an encrypted, oddly packed or suspiciously small entry."""
    if info.flag_bits & 0x1:
        raise Refused("FI05")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged("it is packed with a compression that Office files do not use")
    if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise too_much("a part of it unpacks to more than 200 times its size")


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse names that leave the package, and names given twice: readers disagree which one counts."""
    seen: set[str] = set()
    for info in entries:
        name = info.orig_filename.replace("\\", "/")
        rooted = name.startswith("/") or name[1:2] == ":"
        if rooted or ".." in name.split("/") or "\0" in name:
            raise damaged("a part of it has an unsafe name")
        if (key := posixpath.normpath(name).lower()) in seen:
            raise damaged(f"it has two parts with the name {info.filename}")
        seen.add(key)


def _check_layout(data: bytes, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse anything before the first entry, and entries that lie over one another."""
    ordered = sorted(entries, key=lambda info: info.header_offset)
    if ordered and (ordered[0].header_offset != 0 or not data.startswith(b"PK\x03\x04")):
        raise damaged("something stands before its first part")
    ends = [info.header_offset for info in ordered[1:]] + [archive.start_dir]
    for info, end in zip(ordered, ends, strict=False):
        header = data[info.header_offset : info.header_offset + 30]
        if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
            raise damaged("the directory of its parts is wrong")
        name_size, extra_size = struct.unpack("<HH", header[26:30])
        if info.header_offset + 30 + name_size + extra_size + info.compress_size > end:
            raise damaged("its parts overlap")
