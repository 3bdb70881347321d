"""Facsimiles: a page that was made elsewhere, scaled into a frame, and its objects brought into the file."""

from __future__ import annotations

import functools
import hashlib
import io
from typing import Any, NamedTuple

from pipeline.models.document import Facsimile, Paragraph
from pipeline.render.pdf.blocks import Placed, Room, paragraph
from pipeline.render.pdf.book import Book
from pipeline.render.pdf.lightened import lightened, shown_sizes
from pipeline.render.pdf.notation import numbers, reference
from pipeline.render.pdf.strips import Bookmark, Filled, Op, Sheet, Strip
from pipeline.render.pdf.tags import Tag

__all__ = ["Sheets", "facsimile"]

ABOVE = 118.0
"""Points that a frame leaves on its page for a heading and a few lines above it."""
LEAST = 0.5
"""The least share of the page's height that a frame has, so that there is one to a page."""
OF_DOTS = frozenset(("/Filter", "/DecodeParms", "/Width", "/Height"))
"""Entries of a picture that are others when it has fewer dots."""
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
        self._sizes: dict[int, tuple[float, float]] = {}
        self._scale = 1.0

    def form(self, data: bytes, page: int, width: float) -> Form:
        """Page `page` (from 0) of the bare PDF `data` as a form, for a frame of `width` points."""
        digest = hashlib.sha256(data).hexdigest()[:16]
        if (digest, page) not in self._forms:
            file = _opened(data)
            self._sizes = shown_sizes(file)
            self._scale = width / _size(file.pages[page])[0]
            self._forms[digest, page] = self._made(file.pages[page], digest, page)
        return self._forms[digest, page]

    def _made(self, page: Any, digest: str, place: int) -> Form:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        matrix = {
            0: (1, 0, 0, 1, -left, -bottom),
            90: (0, -1, 1, 0, -bottom, right),
            180: (-1, 0, 0, -1, right, top),
            270: (0, 1, -1, 0, top, -left),
        }[page.rotation % 360]
        resources = self._value(page["/Resources"], digest)
        entries = f"/Type/XObject/Subtype/Form/BBox[{numbers((left, bottom, right, top))}]"
        entries += f"/Matrix[{numbers(matrix)}]/Resources{resources}"
        form = self._book.stream(entries, page["/Contents"].get_object().get_data())
        return Form(form, f"S{digest}p{place}", *_size(page))

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
                self._brought[key] = self._stream(found, value.idnum, digest)
            else:
                self._brought[key] = self._book.reserve()
                self._book.put(self._brought[key], self._value(found, digest).strip())
        return self._brought[key]

    def _stream(self, found: Any, number: int, digest: str) -> int:
        """A stream, written whole: what it refers to is there before it. A picture has the dots it needs."""
        wide, high = self._sizes.get(number, (0.0, 0.0))
        lighter = lightened(found, wide * self._scale, high * self._scale) if wide and high else None
        kept = [(key, raw) for key, raw in _entries(found) if lighter is None or key not in OF_DOTS]
        entries = "".join(f"{_name(key)}{self._value(raw, digest)}" for key, raw in kept)
        if lighter is None:
            return self._book.stream(entries, found._data, filtered=False)
        entries += f"/Filter{lighter.filter}/Width {lighter.columns}/Height {lighter.rows}"
        return self._book.stream(entries, lighter.data, filtered=False)


def _size(page: Any) -> tuple[float, float]:
    """How wide and high a page is as it is seen."""
    left, bottom, right, top = (float(side) for side in page.mediabox)
    return (top - bottom, right - left) if page.rotation % 180 else (right - left, top - bottom)


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
