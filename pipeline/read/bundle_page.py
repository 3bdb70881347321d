"""One page of a finished PDF as it is seen: its lines, links, pictures, and which way its letters stand."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from pipeline.models.bundle import Box, BundlePage, PageLine, PageLink
from pipeline.read.pdf.raw import address, opened_page, plain, struct_floats

MAX_LETTERS = 200_000
MAX_OBJECTS = 200_000
MAX_ANNOTATIONS = 10_000
MAX_FORMS = 8
SAMPLE = 2_000
"""Letters of a page of which the direction is looked at."""
UNITS = 100_000
"""Steps in which a page is measured on each side."""
FORM, PICTURE = 5, 3
LINK, POPUP = 2, 16
INVISIBLE, HIDDEN, PRINTED, NO_VIEW = 1, 2, 4, 32
DIRECTIONS = frozenset({0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)})
"""Characters that say which way a line runs, and are nothing in it (Unicode Standard Annex 9, 2.1 to 2.6)."""
LEAST_PICTURE = 9.0
"""Points: a picture less wide and high is an ornament of which nobody counts the dots."""


def read_page(document: Any, index: int, label: str) -> BundlePage:
    """The page `index` (from 0) of the open `document`."""
    with opened_page(document, index) as (page, _, text):
        if not page:
            return BundlePage(index + 1, label)
        sight = _Sight(page)
        lines = tuple(_lines(text, sight))
        pictured, resolution = _pictures(page, sight)
        letters, unknown, turned = _letters(text, sight)
        links, one_sided = _annotations(document, page, sight)
        return BundlePage(
            number=index + 1,
            label=label,
            lines=lines,
            links=links,
            letters=letters,
            unknown=unknown,
            turned=turned,
            drawn=plain("FPDFPage_CountObjects")(address(page)) > 0,
            pictured=pictured,
            resolution=resolution,
            one_sided=one_sided,
        )


class _Sight:
    """A page as it is seen: cropped and turned."""

    def __init__(self, page: Any) -> None:
        from pypdfium2 import raw

        self._page, self._raw = page, raw
        self.quarters = max(0, raw.FPDFPage_GetRotation(page))
        self.area = max(1.0, raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page))

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The place of a rectangle of the page's own space, in points."""
        (ax, ay), (bx, by) = self._point(left, bottom), self._point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        if not (math.isfinite(x) and math.isfinite(y)):
            return 0.0, 0.0
        self._raw.FPDF_PageToDevice(self._page, 0, 0, UNITS, UNITS, 0, x, y, across, down)
        return across.value / UNITS, down.value / UNITS


def _lines(text: int, sight: _Sight) -> Iterator[PageLine]:
    """The lines as PDFium finds them; it sets line breaks where the page has none."""
    letters: list[str] = []
    box: tuple[float, ...] = ()
    count = min(plain_count(text), MAX_LETTERS)
    for index in range(count + 1):
        code = plain("FPDFText_GetUnicode")(text, index) if index < count else 10
        if code in (10, 13):
            words = " ".join("".join(letters).split())
            if words and box:
                yield PageLine(words, sight.box(box[0], box[2], box[1], box[3]))
            letters, box = [], ()
            continue
        if code not in DIRECTIONS:
            letters.append(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " ")
        if not plain("FPDFText_IsGenerated")(text, index) > 0:
            box = _grown(box, struct_floats("FPDFText_GetLooseCharBox", text, index, count=4))


def plain_count(text: int) -> int:
    """How many characters PDFium finds on the page `text`."""
    from pypdfium2 import raw

    if not text:
        return 0
    handle = ctypes.cast(text, raw.FPDF_TEXTPAGE)
    return max(0, int(raw.FPDFText_CountChars(handle)))


def _grown(box: tuple[float, ...], letter: tuple[float, ...]) -> tuple[float, ...]:
    """`box` (left, right, bottom, top) with the `letter` (left, top, right, bottom) in it."""
    if not letter:
        return box
    left, top, right, bottom = letter
    if not box:
        return left, right, bottom, top
    return min(box[0], left), max(box[1], right), min(box[2], bottom), max(box[3], top)


def _letters(text: int, sight: _Sight) -> tuple[int, int, tuple[int, int, int, int]]:
    """How many letters there are, how many are unknown, and how many of a sample stand which way."""
    count = min(plain_count(text), MAX_LETTERS)
    step = max(1, count // SAMPLE)
    letters = unknown = 0
    turned = [0, 0, 0, 0]
    for index in range(0, count, step):
        code = plain("FPDFText_GetUnicode")(text, index)
        if plain("FPDFText_IsGenerated")(text, index) > 0 or code in (0, 9, 10, 13, 32, 160):
            continue
        letters += step
        if plain("FPDFText_HasUnicodeMapError")(text, index) > 0 or code in (0xFFFD, 0xFFFE):
            unknown += step
        angle = plain("FPDFText_GetCharAngle")(text, index)
        if math.isfinite(angle):
            turned[(round(angle / (math.pi / 2)) + sight.quarters) % 4] += step
    return letters, unknown, (turned[0], turned[1], turned[2], turned[3])


def _pictures(page: Any, sight: _Sight) -> tuple[float, float]:
    """The largest share of the page that one picture covers, and the highest resolution of any."""
    from pypdfium2 import raw

    covered = resolution = 0.0
    for item in _images(page):
        bounds = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(item, *bounds):
            continue
        left, bottom, right, top = (bound.value for bound in bounds)
        width, height = abs(right - left), abs(top - bottom)
        covered = max(covered, min(1.0, width * height / sight.area))
        said = raw.FPDF_IMAGEOBJ_METADATA()
        known = raw.FPDFImageObj_GetImageMetadata(item, page, said)
        if known and max(width, height) > LEAST_PICTURE:
            resolution = max(resolution, float(said.horizontal_dpi), float(said.vertical_dpi))
    return covered, resolution


def _images(page: Any) -> Iterator[Any]:
    """The pictures of the page, also those inside forms."""
    from pypdfium2 import raw

    waiting = [
        (raw.FPDFPage_GetObject(page, n), 0)
        for n in range(min(max(0, raw.FPDFPage_CountObjects(page)), MAX_OBJECTS))
    ]
    seen = 0
    while waiting and seen < MAX_OBJECTS:
        item, depth = waiting.pop()
        seen += 1
        kind = raw.FPDFPageObj_GetType(item) if item else 0
        if kind == PICTURE:
            yield item
        elif kind == FORM and depth < MAX_FORMS:
            inner = min(max(0, raw.FPDFFormObj_CountObjects(item)), MAX_OBJECTS)
            waiting += [(raw.FPDFFormObj_GetObject(item, n), depth + 1) for n in range(inner)]


def _annotations(document: Any, page: Any, sight: _Sight) -> tuple[tuple[PageLink, ...], tuple[str, ...]]:
    """The links, and what else lies on the page on the screen alone or on paper alone."""
    from pypdfium2 import raw

    links: list[PageLink] = []
    one_sided: list[str] = []
    for index in range(min(max(0, raw.FPDFPage_GetAnnotCount(page)), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == LINK:
                links += _link(document, annotation, sight)
            elif kind != POPUP and (side := _side(raw.FPDFAnnot_GetFlags(annotation))):
                one_sided.append(side)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return tuple(links), tuple(dict.fromkeys(one_sided))


def _link(document: Any, annotation: Any, sight: _Sight) -> Iterator[PageLink]:
    from pypdfium2 import raw

    place = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, place):
        return
    link = raw.FPDFAnnot_GetLink(annotation)
    target = raw.FPDFLink_GetDest(document, link) if link else None
    if link and not target:
        action = raw.FPDFLink_GetAction(link)
        target = raw.FPDFAction_GetDest(document, action) if action else None
    page = raw.FPDFDest_GetDestPageIndex(document, target) + 1 if target else 0
    yield PageLink(sight.box(place.left, place.bottom, place.right, place.top), max(0, page))


def _side(flags: int) -> str:
    """Where alone an annotation with these flags is seen (ISO 32000-1:2008, table 165); else ""."""
    if flags & HIDDEN:
        return ""
    seen, printed = not flags & NO_VIEW, bool(flags & PRINTED)
    if seen and not printed:
        return "a remark or field that is not printed"
    return "a remark or field that is printed and not shown" if printed and not seen else ""
