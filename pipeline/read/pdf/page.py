"""A page of a PDF: its letters with their places and looks, put together to pieces; hidden ones set aside."""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, repeat
from typing import Any, NamedTuple

from pipeline.read.limits import too_much
from pipeline.read.pdf.annotations import count_annotations
from pipeline.read.pdf.file import Layers
from pipeline.read.pdf.raw import opened_page, plain, struct_floats
from pipeline.read.pdf.rtl import ligature
from pipeline.read.pdf.scene import Scene, Sight, look, sight
from pipeline.read.pdf.types import Box, Fault, Glyph, PageText, Piece, Style

MAX_LETTERS = 250_000  # of a page: sixty times a full one, and some five seconds of reading
LONG_PAGE = 60_000
LEAST_SIZE, USUAL_SIZE = 0.1, 10.0  # points: what a letter without a size of its own is taken to have
FARTHEST = 1e6  # points from the corner of the page; what stands farther away, or nowhere, is put there
TINY = 1.5  # points: smaller letters cannot be read on paper
LEAST_PAGE, GREATEST_PAGE = 72.0, 14_400.0  # points; PDF 32000-1:2008, annex C.2: 14,400 is the limit
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!light)|-bd\b", re.I)
ITALIC_NAME = re.compile(r"italic|oblique|-it\b", re.I)
ITALIC_FLAG, FORCE_BOLD_FLAG = 1 << 6, 1 << 18
DEFAULT = Style(10.0, False, False)


@dataclass(frozen=True, slots=True)
class _Look:
    """What all letters of one text object share."""

    style: Style
    turn: int
    item: int
    raised: float = 0.0


def read_page(document: Any, index: int, layers: Layers | None = None) -> PageText:
    """The page `index` (from 0) of an open PDFium document.

    Raises Refused (FI04) for a page with more letters than any document has.
    """
    from pypdfium2 import raw

    with opened_page(document, index) as (handle, page, text):
        if not text:
            return PageText(index + 1, 0.0, 0.0)
        width, height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
        found = PageText(index + 1, width, height)
        box = _page_box(handle, found)
        count_annotations(handle, found)
        count = plain_count(text)
        if count > MAX_LETTERS:
            raise too_much(f"page {index + 1} has {count} characters")
        found.floor = box.y0 if math.isfinite(box.y0) else 0.0
        scene = look(page, layers)
        found.rules = scene.rules
        found.pictures = scene.pictures / max(1.0, box.area)
        if count > LONG_PAGE:
            found.faults.add(Fault.LONG)
        _sort_by_sight(found, scene, box, _pieces(text, count, found))
        return found


def plain_count(text: int) -> int:
    """The number of characters of a text page."""
    from pypdfium2 import raw

    return max(0, int(raw.FPDFText_CountChars(ctypes.cast(text, raw.FPDF_TEXTPAGE))))


def _page_box(handle: Any, found: PageText) -> Box:
    """The part of the page that is shown; without bounds where the file's own are of no use."""
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    width, height = found.width, found.height
    usable = _is_page(width, height) and _states_a_page(handle)
    if not usable or not raw.FPDF_GetPageBoundingBox(handle, rect):
        found.faults.add(Fault.SIZE)
        return Box(-math.inf, -math.inf, math.inf, math.inf)
    return Box(
        min(rect.left, rect.right),
        min(rect.bottom, rect.top),
        max(rect.left, rect.right),
        max(rect.bottom, rect.top),
    )


def _is_page(width: float, height: float) -> bool:
    return min(width, height) >= LEAST_PAGE and max(width, height) <= GREATEST_PAGE


def _states_a_page(handle: Any) -> bool:
    """Whether the size that the page itself states, if it does, is one; PDFium corrects it in silence."""
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPage_GetMediaBox(handle, left, bottom, right, top):
        return True
    return _is_page(abs(right.value - left.value), abs(top.value - bottom.value))


def _pieces(text: int, count: int, found: PageText) -> Iterator[tuple[Piece, _Look]]:
    """Neighbouring letters of one text object and one baseline, cut at wide gaps."""
    rects = (ctypes.c_float * (4 * count))()
    base = ctypes.addressof(rects)
    boxes = range(base, base + 16 * count, 16)
    deque(map(plain("FPDFText_GetLooseCharBox"), repeat(text), range(count), boxes), maxlen=0)
    codes = list(map(plain("FPDFText_GetUnicode"), repeat(text), range(count)))
    items = list(map(plain("FPDFText_GetTextObject"), repeat(text), range(count)))
    edges = _within_reach(list(rects))
    page = _Letters(codes, edges[0::4], edges[2::4])
    begin = 0
    for item, group in groupby(items):
        part = (begin, begin + sum(1 for _ in group))
        begin = part[1]
        if item:
            seen = _look_of(text, part[0], item)
            if not codes[part[0]] or plain("FPDFText_HasUnicodeMapError")(text, part[0]):
                found.unmapped += part[1] - part[0]
            glyphs = _turned_glyphs(text, seen, part, page) if seen.turn else _glyphs(part, page)
            yield from _cut(glyphs, seen)


def _within_reach(edges: list[float]) -> list[float]:
    """`edges` with 0 for those that are no number or out of all bounds, which files can state."""
    if not edges or (math.isfinite(sum(edges)) and min(edges) >= -FARTHEST and max(edges) <= FARTHEST):
        return edges
    return [edge if -FARTHEST <= edge <= FARTHEST else 0.0 for edge in edges]


class _Letters(NamedTuple):
    """The characters of a page, with their left and right edges."""

    codes: list[int]
    lefts: list[float]
    rights: list[float]


def _glyphs(part: tuple[int, int], page: _Letters) -> list[Glyph]:
    here = slice(*part)
    lefts, rights = page.lefts[here], page.rights[here]
    glyphs = list(map(Glyph, map(_char, page.codes[here]), lefts, rights, range(*part)))
    if len(set(zip(lefts, rights, strict=True))) == len(glyphs):
        return glyphs
    whole: list[Glyph] = []
    for glyph in glyphs:
        if whole and glyph[1:3] == whole[-1][1:3]:  # a ligature that PDFium has taken apart
            whole[-1] = whole[-1]._replace(char=ligature(whole[-1].char + glyph.char))
        else:
            whole.append(glyph)
    return whole


def _turned_glyphs(text: int, seen: _Look, part: tuple[int, int], page: _Letters) -> list[Glyph]:
    """Letters of a turned text, as if it were level: x runs along its baseline."""
    cos, sin = math.cos(math.radians(seen.turn)), math.sin(math.radians(seen.turn))
    starts = [_origin(text, index) for index in range(*part)]
    along = [x * cos + y * sin for x, y in starts]
    widths = [b - a for a, b in pairwise(along)]
    widths.append(0.5 * seen.style.size)
    return [
        Glyph(
            _char(page.codes[part[0] + place]), x, x + max(0.0, min(width, seen.style.size)), part[0] + place
        )
        for place, (x, width) in enumerate(zip(along, widths, strict=True))
    ]


def _char(code: int) -> str:
    """The character; PDFium gives U+0002 or U+FFFE for a hyphen at the end of a line."""
    return "-" if code in (0x02, 0xFFFE) else chr(code) if 0 < code <= 0x10FFFF else ""


def _origin(text: int, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    plain("FPDFText_GetCharOrigin")(text, index, ctypes.addressof(x), ctypes.addressof(y))
    across, up = _within_reach([x.value, y.value])
    return across, up


def _look_of(text: int, index: int, item: int) -> _Look:
    matrix = struct_floats("FPDFText_GetMatrix", text, index, count=6)
    size = plain("FPDFText_GetFontSize")(text, index)
    turn = 0
    if matrix and all(map(math.isfinite, matrix)):
        size *= math.hypot(matrix[2], matrix[3])
        turn = round(math.degrees(math.atan2(matrix[1], matrix[0]))) % 360
    if turn % 90 in (1, 2, 88, 89):
        turn = round(turn / 90) * 90 % 360
    name, flags = _font(text, index)
    mode = plain("FPDFTextObj_GetTextRenderMode")(item)
    weight = plain("FPDFText_GetFontWeight")(text, index)
    bold = bool(BOLD_NAME.search(name) or flags & FORCE_BOLD_FLAG or weight >= 600 or mode == 2)
    italic = bool(ITALIC_NAME.search(name) or flags & ITALIC_FLAG)
    x, y = _origin(text, index)
    radians = math.radians(turn)
    baseline = y * math.cos(radians) - x * math.sin(radians) if turn else y
    size = max(LEAST_SIZE, round(abs(size), 1)) if math.isfinite(size) else USUAL_SIZE
    return _Look(Style(size, bold, italic), turn, item, baseline)


def _font(text: int, index: int) -> tuple[str, int]:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int(0)
    plain("FPDFText_GetFontInfo")(text, index, ctypes.addressof(buffer), 128, ctypes.addressof(flags))
    return buffer.value.decode("utf-8", "replace"), flags.value


def _cut(glyphs: list[Glyph], seen: _Look) -> Iterator[tuple[Piece, _Look]]:
    """Pieces of the letters, cut where a blank is wider than a letter or the text jumps back."""
    size = seen.style.size
    jumps = [
        place
        for place, (before, after) in enumerate(pairwise(glyphs), 1)
        if after.x0 - before.x1 > size or before.x0 - after.x1 > size
    ]
    single = len(glyphs) <= 2
    for start, end in pairwise([0, *jumps, len(glyphs)]):
        part = glyphs[start:end]
        while part and part[-1].char.isspace():
            part.pop()
        while part and part[0].char.isspace():
            part.pop(0)
        if part:
            yield Piece(part, seen.raised, seen.style, seen.turn, single), seen


def _sort_by_sight(found: PageText, scene: Scene, box: Box, pieces: Iterator[tuple[Piece, _Look]]) -> None:
    """Keep what can be seen; count what cannot; take the layer of a recognised picture as text."""
    by_sight: dict[Sight, list[Piece]] = {kind: [] for kind in Sight}
    cache: dict[int, Sight] = {}
    for piece, seen in pieces:
        kind = _piece_sight(piece, seen, scene, box, cache)
        by_sight[kind].append(piece)
    shown = by_sight[Sight.SEEN]
    under = by_sight[Sight.UNDER_PICTURE]
    invisible = by_sight[Sight.INVISIBLE] + by_sight[Sight.OUTSIDE]
    if invisible == by_sight[Sight.OUTSIDE] and invisible and not shown and not under:
        found.faults.add(Fault.SIZE)
        shown, invisible = invisible, []
    is_scan = found.pictures >= 0.5 or (not shown and scene.paths > 200)
    if is_scan and _letters(invisible) > 4 * _letters(shown):
        found.recognised = True
        shown, invisible = shown + invisible, []
    if under and _letters(under) > 4 * _letters(shown) and found.pictures >= 0.5:
        found.recognised = True
    found.pieces = shown + under
    found.hidden, found.covered = _words(invisible), _words(by_sight[Sight.COVERED])


def _piece_sight(piece: Piece, seen: _Look, scene: Scene, box: Box, cache: dict[int, Sight]) -> Sight:
    if seen.turn % 360:
        x, y = _unturned((piece.x0 + piece.x1) / 2, piece.y, seen.turn)
        bounds = Box(x, y, x, y)
    else:
        bounds = Box(piece.x0, piece.y, piece.x1, piece.y + 0.5 * piece.style.size)
        x, y = (bounds.x0 + bounds.x1) / 2, bounds.y0
    finite = math.isfinite(box.x0)
    if finite and not Box(box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1).holds(x, y):
        return Sight.OUTSIDE
    if finite and piece.style.size < TINY:
        return Sight.INVISIBLE
    if scene.fills:
        return sight(scene, seen.item, bounds)
    if seen.item not in cache:
        cache[seen.item] = sight(scene, seen.item, bounds)
    return cache[seen.item]


def _unturned(along: float, across: float, turn: int) -> tuple[float, float]:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return along * cos - across * sin, along * sin + across * cos


def _letters(pieces: list[Piece]) -> int:
    return sum(len(piece.glyphs) for piece in pieces)


def _words(pieces: list[Piece]) -> int:
    """About how many words the pieces have."""
    return sum(1 + sum(glyph.char == " " for glyph in piece.glyphs) for piece in pieces)
