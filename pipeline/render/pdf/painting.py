"""Painting: laid-out pages as a PDF file, with heads and feet, outline, links and the file's properties."""

from __future__ import annotations

import io
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.models.document import Document, Inline, Inlines
from pipeline.models.style import Style
from pipeline.render.pdf.brush import Brush
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.lines import Line, at_right, one_line
from pipeline.render.pdf.pages import Page, Set
from pipeline.render.pdf.strips import Bookmark, Filled
from pipeline.render.pdf.words import Setting

HEAD_ABOVE, FOOT_BELOW = 28.0, 30.0
"""How far the rule below the running head and the foot's words are from the type area, in points."""

MARK_PAD, MARK_GAP, HEAD_GAP = 3.5, 4.0, 12.0
PRODUCER = "presession"


def paint(document: Document, style: Style, pages: Sequence[Page], targets: Mapping[str, int]) -> bytes:
    """The file. The same pages give the same bytes: no clock, no random numbers."""
    stream = io.BytesIO()
    canvas = _canvas(stream, document, style)
    brush = Brush(canvas, style, targets)
    for number, page in enumerate(pages, start=1):
        left = _left(style, number)
        with brush.artifact():
            _furniture(brush, document, (style, left), (page, number, len(pages)))
        brush.origin(left, style.page.height - style.page.top)
        _anchors(canvas, page, style, left)
        _strips(brush, page.sets)
        canvas.showPage()
    _outline(canvas, pages)
    canvas.save()
    return stream.getvalue()


def _canvas(stream: io.BytesIO, document: Document, style: Style) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # the library's text encoding of streams makes files a fifth larger
    size = (style.page.width, style.page.height)
    canvas: Any = Canvas(stream, pagesize=size, invariant=1, pageCompression=1, lang=document.language)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, "ARABIC", start=1)
    date = "".join(char for char in document.created if char.isdigit())[:8]
    stamp = f"D:{date if len(date) == 8 else '20000101'}000000Z"
    canvas.setDateFormatter(lambda *_: stamp)
    _without_default_font(canvas)
    return canvas


def _without_default_font(canvas: Any) -> None:
    """The library writes a reference to a font that is not embedded at the head of each page; not here."""
    canvas._preamble = ""
    canvas._doc.idToObject["BasicFonts"].dict.clear()
    canvas._doc.fontMapping.clear()


def _left(style: Style, number: int) -> float:
    """Where the type area begins: on mirrored pages the wide margin is at the outer edge."""
    page = style.page
    return page.outer if page.mirrored and number % 2 == 0 else page.inner


def _strips(brush: Brush, sets: Sequence[Set]) -> None:
    """In the order of the Document; the margin numbers of a paragraph before its words."""
    with brush.artifact():
        for placed in sets:
            if placed.repeated:
                brush.draw(placed.strip.ops, placed.y)
    rest = [placed for placed in sets if not placed.repeated]
    for _, group in itertools.groupby(enumerate(rest), key=lambda pair: pair[1].strip.group or str(pair[0])):
        members = [placed for _, placed in group]
        for placed in members:
            brush.draw(placed.strip.labels, placed.y)
        for placed in members:
            brush.draw(placed.strip.ops, placed.y)


def _anchors(canvas: Any, page: Page, style: Style, left: float) -> None:
    top = style.page.height - style.page.top
    for placed in page.sets:
        for anchor in placed.strip.anchors:
            canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=top - placed.y + 12)


def _furniture(
    brush: Brush, document: Document, where: tuple[Style, float], which: tuple[Page, int, int]
) -> None:
    """Head and foot; a page without a running head has its marks and a rule in the signal colour."""
    style, left = where
    page, number, count = which
    measure = style.page.width - style.page.inner - style.page.outer
    furniture = document.furniture
    brush.origin(left, style.page.height - style.page.top + HEAD_ABOVE)
    if not page.part.running:
        _marks(brush, furniture.marks, style, measure)
        brush.draw((Filled(0, 0, measure, 1.6, "signal"),), 0)
        return
    _head(brush, document, style, measure)
    brush.origin(left, style.page.bottom - FOOT_BELOW)
    foot = _setting(style, "foot", document.language)
    brush.draw((one_line(furniture.foot_left, foot).words,), 0)
    shown = furniture.page_of.format(page=number, pages=count)
    brush.draw((at_right(one_line(_bold_number(shown, number), foot), measure).words,), 0)


def _head(brush: Brush, document: Document, style: Style, measure: float) -> None:
    """Words at the left, words and marks at the right; what does not fit on the line stands above it."""
    furniture, setting = document.furniture, _setting(style, "head", document.language)
    leading = setting.style.leading
    marks = _marks_width(furniture.marks, style)
    left, right = one_line(furniture.head_left, setting), one_line(furniture.head_right, setting)
    words = left.width + right.width + HEAD_GAP
    one = words + marks <= measure
    two = words > measure
    brush.draw((left.words,), -(leading + 4.0))
    lift = leading + 4.0 + leading * two
    brush.draw((at_right(right, measure - marks * one).words,), -lift)
    _marks(brush, furniture.marks, style, measure, 0.0 if one else lift - 1.0)
    brush.draw((Filled(0, 0, measure, style.rule, "ink"),), 0)


def _bold_number(shown: str, number: int) -> Inlines:
    before, found, after = shown.partition(str(number))
    return tuple(part for part in (Inline(before), Inline(found, role="strong"), Inline(after)) if part.text)


def _setting(style: Style, role: str, language: str) -> Setting:
    return Setting(style.text(role), faces_of(style), language, {})


def _mark_lines(marks: Sequence[str], style: Style) -> list[Line]:
    return [one_line((Inline(mark),), _setting(style, "mark", "")) for mark in marks]


def _marks_width(marks: Sequence[str], style: Style) -> float:
    return sum(line.width + 2 * MARK_PAD + MARK_GAP for line in _mark_lines(marks, style)) + 4.0 * bool(marks)


def _marks(brush: Brush, marks: Sequence[str], style: Style, right: float, lift: float = 0.0) -> None:
    """The constant small signs, outlined, from left to right, ending at `right`, `lift` above the rule."""
    lines = _mark_lines(marks, style)
    x = right - sum(line.width + 2 * MARK_PAD for line in lines) - MARK_GAP * max(len(lines) - 1, 0)
    for line in lines:
        width = line.width + 2 * MARK_PAD
        top = -(line.height + 5.5 + lift)
        brush.outline(x, top, width, line.height + 1)
        brush.draw((at_right(line, x + width - MARK_PAD).words,), top + 0.4)
        x += width + MARK_GAP


def _outline(canvas: Any, pages: Sequence[Page]) -> None:
    """The bookmarks, nested by level; a level that is left out does not break the tree."""
    deepest = -1
    for bookmark in _bookmarks(pages):
        level = min(max(bookmark.level - 1, 0), deepest + 1)
        canvas.addOutlineEntry(bookmark.title, bookmark.anchor, level=level, closed=level > 0)
        deepest = level
    if deepest >= 0:
        canvas.showOutline()


def _bookmarks(pages: Sequence[Page]) -> list[Bookmark]:
    strips = (placed.strip for page in pages for placed in page.sets)
    return [strip.bookmark for strip in strips if strip.bookmark and strip.bookmark.anchor]
