"""The PDF writer: a Document set in lines, stacked on pages and painted, until its page numbers are right."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.models.document import Document
from pipeline.models.rendered import RenderedPdf
from pipeline.models.style import Style
from pipeline.render.pausing import uncollected
from pipeline.render.pdf.booklet import paint_booklet
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.flow import Setter
from pipeline.render.pdf.pages import Page, page_numbers, paginate
from pipeline.render.pdf.painting import paint
from pipeline.render.pdf.readback import prove
from pipeline.render.pdf.words import BLANKS

__all__ = ["count_pages", "render_booklet", "render_pdf"]

PASSES = 6
"""Page numbers that name each other settle in two or three passes; then the last ones stand."""


@uncollected
def render_pdf(document: Document, style: Style) -> RenderedPdf:
    """`document` as a PDF in the look of `style`; the same two give the same bytes.

    The finished file is read back: every page number in it is right. Raises ReferencesOff if not, OutputError
    where a font package that the style names is not installed.
    """
    setter = Setter(document, style)
    pages, numbers = _settle(setter, style)
    data, expected = paint(setter.document, style, pages)
    prove(data, expected)
    return RenderedPdf(data, numbers, len(pages), _missing(setter))


@uncollected
def render_booklet(document: Document, style: Style) -> RenderedPdf:
    """As `render_pdf`, two pages side by side on each side of a sheet, in the order in which it is folded.

    The pages are proved before they are rearranged; what is laid out twice as wide is for printing alone, and
    has no tags, links or bookmarks.
    """
    setter = Setter(document, style)
    pages, numbers = _settle(setter, style)
    prove(*paint(setter.document, style, pages))
    data = paint_booklet(setter.document, style, pages)
    return RenderedPdf(data, numbers, len(pages), _missing(setter))


@uncollected
def count_pages(document: Document, style: Style) -> int:
    """How many pages `document` has in the look of `style`."""
    return len(_settle(Setter(document, style), style)[0])


def _settle(setter: Setter, style: Style) -> tuple[list[Page], Mapping[str, int]]:
    """Lay out until the page numbers that are printed are those that the pages have."""
    height = style.page.height - style.page.top - style.page.bottom
    numbers: Mapping[str, int] = {}
    pages: list[Page] = []
    for _ in range(PASSES):
        pages = paginate(setter.flows(numbers), height, style.page.mirrored)
        found = page_numbers(pages)
        if found == numbers:
            break
        numbers = found
    return pages, numbers


def _missing(setter: Setter) -> tuple[str, ...]:
    characters = sorted(BLANKS.sub("", "".join(setter.characters())))
    return tuple(f"U+{ord(char):04X}" for char in faces_of(setter.style).missing("".join(characters)))
