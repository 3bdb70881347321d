"""Reading a finished PDF, of whatever maker, as the rules for electronic bundles need it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from pipeline.models.bundle import Bookmark, Bundle, BundlePage
from pipeline.problems import Problem, problem
from pipeline.read.bundle_page import read_page
from pipeline.read.kind import is_pdf, kind_in_words
from pipeline.read.limits import Refused
from pipeline.read.pdf.file import opened
from pipeline.read.pdf.raw import address

MAX_BOOKMARKS = 5_000
MAX_DEPTH = 32
XYZ = 1
"""A view that names a place and a magnification (ISO 32000-1:2008, table 151)."""


def read_bundle(data: bytes) -> tuple[Bundle | None, tuple[Problem, ...]]:
    """What the file says of itself, None with an error among the problems where it cannot be read.

    Never raises. Made to run in a worker with limits of time and memory: the file may come from anybody.
    """
    try:
        return _read(data), ()
    except Refused as refusal:
        return None, (refusal.problem,)
    except (MemoryError, RecursionError):
        return None, (problem("FI04", reason="it needs too much memory to read"),)
    except Exception as failure:
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        return None, (problem("FI03", reason=reason),)


def _read(data: bytes) -> Bundle:
    from pipeline.read.bundle_objects import first_view, layers_that_print_otherwise, weigh

    if not is_pdf(data):
        raise Refused("FI02", kind=kind_in_words(data))
    with opened(data) as (document, count, _):
        pages = tuple(_page(document, index) for index in range(count))
        marks = tuple(_bookmarks(document))
    zoom, opens = first_view(data)
    return Bundle(pages, marks, zoom, opens, weigh(data), layers_that_print_otherwise(data))


def _page(document: Any, index: int) -> BundlePage:
    return read_page(document, index, _label(document, index))


def _label(document: Any, index: int) -> str:
    from pypdfium2 import raw

    return _text(lambda buffer, size: raw.FPDF_GetPageLabel(document, index, buffer, size))


def _text(fetch: Any) -> str:
    """A text of PDFium, at most 2,000 letters of it: UTF-16 with a zero at its end."""
    size = min(int(fetch(None, 0)), 4_002)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    fetch(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    """The outline from top to bottom; one that leads back to itself is followed once."""
    from pypdfium2 import raw

    seen: set[int] = set()
    waiting = [(raw.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(seen) < MAX_BOOKMARKS:
        mark, depth = waiting.pop()
        if not address(mark) or address(mark) in seen or depth > MAX_DEPTH:
            continue
        seen.add(address(mark))
        yield _bookmark(document, mark)
        waiting.append((raw.FPDFBookmark_GetNextSibling(document, mark), depth))
        waiting.append((raw.FPDFBookmark_GetFirstChild(document, mark), depth + 1))


def _bookmark(document: Any, mark: Any) -> Bookmark:
    from pypdfium2 import raw

    title = _text(lambda buffer, size: raw.FPDFBookmark_GetTitle(mark, buffer, size))
    place = raw.FPDFBookmark_GetDest(document, mark)
    if not place:
        action = raw.FPDFBookmark_GetAction(mark)
        place = raw.FPDFAction_GetDest(document, action) if action else None
    if not place:
        return Bookmark(" ".join(title.split()), 0)
    target = raw.FPDFDest_GetDestPageIndex(document, place) + 1
    return Bookmark(" ".join(title.split()), max(0, target), _zooms(place))


def _zooms(place: Any) -> bool:
    """Whether going there changes the magnification to something else than 100 %."""
    from pypdfium2 import raw

    count, numbers = ctypes.c_ulong(), (ctypes.c_float * 4)()
    view = raw.FPDFDest_GetView(place, ctypes.byref(count), numbers)
    zoom = numbers[2] if count.value >= 3 else 0.0
    return view != XYZ or round(float(zoom), 3) not in (0.0, 1.0)
