"""Facsimiles: a page that was made elsewhere, scaled into a frame, and its objects brought into the file."""

from __future__ import annotations

import functools
import hashlib
import io
from typing import Any, NamedTuple

from pipeline.models.document import Facsimile, Paragraph
from pipeline.render.pdf.blocks import Placed, Room, paragraph
from pipeline.render.pdf.book import Book
from pipeline.render.pdf.notation import numbers, reference
from pipeline.render.pdf.strips import Bookmark, Filled, Op, Sheet, Strip
from pipeline.render.pdf.tags import Tag

__all__ = ["Sheets", "facsimile"]

ABOVE = 118.0
"""Points that a frame leaves on its page for a heading and a few lines above it."""
LEAST = 0.5
"""The least share of the page's height that a frame has, so that there is one to a page."""
PLAIN = frozenset((*range(33, 127),)) - set(b"#/%()<>[]{}")


def facsimile(block: Facsimile, room: Room) -> Placed:
    """A line of the pack's own, and below it the page in a frame: one to a page."""
    caption = paragraph(Paragraph(block.caption, "small", keep=True), room)
    height = max(room.height - ABOVE, room.height * LEAST)
    scale = min(room.measure / block.width, height / block.height)
    wide, high = block.width * scale, block.height * scale
    said = " ".join((block.alternative, *block.words))
    tag = Tag("Figure", room.tag, block.language, alternative=said)
    page = Sheet(0.0, 0.0, wide, high, (block.data, block.page), tag)
    marks = tuple(
        (mark.down * high, Bookmark(mark.level + 1, mark.title, f"{block.anchor}-{place}"))
        for place, mark in enumerate(block.marks)
    )
    frame = Strip(height, (page, *_frame(wide, high, room.style.rule)), before=4.0, inside=marks)
    return Placed([*(strip.kept() for strip in caption.strips), frame.anchored(block.anchor)], 0)


def _frame(width: float, height: float, rule: float) -> tuple[Op, ...]:
    return (
        Filled(0, 0, width, rule, "rule"),
        Filled(0, height - rule, width, rule, "rule"),
        Filled(0, 0, rule, height, "rule"),
        Filled(width - rule, 0, rule, height, "rule"),
    )


class Form(NamedTuple):
    """A page as a form of this file: its object, its name, and the size of what it shows, in points."""

    number: int
    name: str
    width: float
    height: float


class Sheets:
    """The pages that were brought into one file, each once, with all that they draw with."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._forms: dict[tuple[str, int], Form] = {}
        self._brought: dict[tuple[str, int], int] = {}

    def form(self, data: bytes, page: int) -> Form:
        """Page `page` (from 0) of `data`, a PDF that has nothing but what its pages draw."""
        digest = hashlib.sha256(data).hexdigest()[:16]
        if (digest, page) not in self._forms:
            self._forms[digest, page] = self._made(_opened(data).pages[page], digest, page)
        return self._forms[digest, page]

    def _made(self, page: Any, digest: str, place: int) -> Form:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        wide, high = right - left, top - bottom
        turned = page.rotation % 360
        matrix = {
            0: (1, 0, 0, 1, -left, -bottom),
            90: (0, -1, 1, 0, -bottom, right),
            180: (-1, 0, 0, -1, right, top),
            270: (0, 1, -1, 0, top, -left),
        }[turned]
        resources = self._value(page["/Resources"], digest)
        entries = f"/Type/XObject/Subtype/Form/BBox[{numbers((left, bottom, right, top))}]"
        entries += f"/Matrix[{numbers(matrix)}]/Resources{resources}"
        form = self._book.stream(entries, page["/Contents"].get_object().get_data())
        wide, high = (high, wide) if turned % 180 else (wide, high)
        return Form(form, f"S{digest}p{place}", wide, high)

    def _value(self, value: Any, digest: str) -> str:
        """A value in the notation of this file; what it refers to is brought along."""
        if hasattr(value, "idnum"):
            return f" {reference(self._object(value, digest))}"
        if hasattr(value, "original_bytes"):
            return f"<{value.original_bytes.hex().upper()}>"
        if isinstance(value, dict):
            rows = (f"{_name(key)}{self._value(raw, digest)}" for key, raw in _entries(value))
            return f"<<{''.join(rows)}>>"
        if isinstance(value, list):
            return f"[{' '.join(self._value(each, digest).strip() for each in list.__iter__(value))}]"
        return _scalar(value)

    def _object(self, value: Any, digest: str) -> int:
        key = (digest, value.idnum)
        if key not in self._brought:
            found = value.get_object()
            if hasattr(found, "_data"):
                # a stream has to be written whole: what it refers to is there before it
                entries = "".join(f"{_name(k)}{self._value(raw, digest)}" for k, raw in _entries(found))
                self._brought[key] = self._book.stream(entries, found._data, filtered=False)
            else:
                self._brought[key] = self._book.reserve()
                self._book.put(self._brought[key], self._value(found, digest).strip())
        return self._brought[key]


@functools.lru_cache(maxsize=4)
def _opened(data: bytes) -> Any:
    import pypdf

    return pypdf.PdfReader(io.BytesIO(data))


def _entries(value: Any) -> list[tuple[str, Any]]:
    """The entries of a dictionary, references as they are; a stream's length is written anew."""
    return [(str(key), value.raw_get(key)) for key in value if key != "/Length"]


def _scalar(value: Any) -> str:
    """A name, a number as exact as it was, true, false or null."""
    if isinstance(value, str):
        return _name(value)
    if isinstance(value, int | float):
        return f" {value:.8f}".rstrip("0").rstrip(".") if value != int(value) else f" {int(value)}"
    return f" {str(value).lower()}" if type(value).__name__ == "BooleanObject" else " null"


def _name(value: str) -> str:
    """A name (ISO 32000-1:2008, 7.3.5)."""
    codes = value[1:].encode("utf-8", "surrogateescape")
    return "/" + "".join(chr(code) if code in PLAIN else f"#{code:02X}" for code in codes)
