"""The book: numbered objects as one file, packed into object streams (ISO 32000-1:2008, 7.5.7 and 7.5.8)."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from pipeline.render.pdf.notation import reference

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
LEVEL = 5
"""Of compression: a percent larger than the usual 6, in three quarters of the time."""
TOGETHER = 400
"""Objects in one object stream: many, because elements of the structure are alike and pack well together."""


class Book:
    """Collects the objects of one file. The same objects give the same bytes.

    `fontMapping` and `delayedFonts` are what the library's fonts note down in their document; `glyphs` are
    the clusters that were drawn of each face of another script, with their codes.
    """

    def __init__(self) -> None:
        self._bodies: list[bytes] = []
        self._streams: set[int] = set()
        self.fontMapping: dict[str, str] = {}
        self.delayedFonts: list[Any] = []
        self.glyphs: dict[Any, dict[Any, int]] = {}

    def reserve(self) -> int:
        """The number of an object whose content is put in later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def put(self, number: int, body: str) -> int:
        """The content of object `number`."""
        self._bodies[number - 1] = body.encode("latin-1")
        return number

    def add(self, body: str) -> int:
        """A new object; its number."""
        return self.put(self.reserve(), body)

    def stream(self, entries: str, data: bytes, filtered: bool = True) -> int:
        """A new stream of `data` with more `entries` in its dictionary, compressed if `filtered`."""
        if filtered:
            data, entries = zlib.compress(data, LEVEL), f"/Filter/FlateDecode{entries}"
        number = self.reserve()
        self._bodies[number - 1] = _stream(entries, data)
        self._streams.add(number)
        return number

    def finish(self, root: int, info: int) -> bytes:
        """The file. Its identifier is a digest of all that is in it."""
        digest = hashlib.md5(b"\n".join(self._bodies), usedforsecurity=False).hexdigest()
        places: list[tuple[int, int, int]] = [(0, 0, 65535)]
        places += [(1, 0, 0)] * len(self._bodies)
        small = [n for n in range(1, len(self._bodies) + 1) if n not in self._streams]
        for start in range(0, len(small), TOGETHER):
            members = small[start : start + TOGETHER]
            holder = self._pack(members)
            places.append((1, 0, 0))
            for index, member in enumerate(members):
                places[member] = (2, holder, index)
        return self._write(places, f"/Root {reference(root)}/Info {reference(info)}/ID[<{digest}><{digest}>]")

    def _pack(self, members: list[int]) -> int:
        offsets, content, at = [], [], 0
        for member in members:
            body = self._bodies[member - 1]
            offsets.append(f"{member} {at}")
            content.append(body)
            at += len(body) + 1
        head = (" ".join(offsets) + "\n").encode()
        entries = f"/Type/ObjStm/N {len(members)}/First {len(head)}"
        return self.stream(entries, head + b"\n".join(content) + b"\n")

    def _write(self, places: list[tuple[int, int, int]], trailer: str) -> bytes:
        parts, at = [HEAD], len(HEAD)
        for number in sorted(self._streams):
            part = b"%d 0 obj\n%s\nendobj\n" % (number, self._bodies[number - 1])
            places[number] = (1, at, 0)
            parts.append(part)
            at += len(part)
        number = len(places)
        places.append((1, at, 0))
        rows = b"".join(
            bytes((kind,)) + where.to_bytes(4) + index.to_bytes(2) for kind, where, index in places
        )
        entries = f"/Filter/FlateDecode/Type/XRef/Size {len(places)}/W[1 4 2]{trailer}"
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, _stream(entries, zlib.compress(rows, 9))))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(parts)


def _stream(entries: str, data: bytes) -> bytes:
    return f"<</Length {len(data)}{entries}>>\nstream\n".encode("latin-1") + data + b"\nendstream"
