"""Booklets: two pages side by side on each side of a sheet, so that the folded sheets are in order."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.document import Document
from pipeline.models.factsheet import least
from pipeline.models.style import Style
from pipeline.render.pdf.book import Book
from pipeline.render.pdf.brush import Brush
from pipeline.render.pdf.embedding import embed_fonts
from pipeline.render.pdf.links import Links
from pipeline.render.pdf.metadata import info, output_intent, properties, xmp
from pipeline.render.pdf.notation import numbers, reference, text_string
from pipeline.render.pdf.pages import Page
from pipeline.render.pdf.painting import draw_page
from pipeline.render.pdf.structure import Structure
from pipeline.render.pdf.turning import runs_left

SHEET = 4
"""Pages on one folded sheet."""


def imposed(count: int, rtl: bool = False) -> list[tuple[int, int]]:
    """For each side of each sheet the pages at its left and right, from 1; 0 where there is none left.

    The sides follow each other as they are printed: front and back of the outermost sheet first. A booklet
    that runs from right to left is bound at its right.
    """
    whole = -(-count // SHEET) * SHEET
    sides = []
    for place in range(whole // 2):
        pair = (whole - place, place + 1) if place % 2 == 0 else (place + 1, whole - place)
        sides.append(pair[::-1] if rtl else pair)
    return [(left * (left <= count), right * (right <= count)) for left, right in sides]


def paint_booklet(document: Document, style: Style, pages: Sequence[Page]) -> bytes:
    """The file: sheets twice as wide as the pages, to print on both sides, turned over at the short edge.

    Each page is a form (ISO 32000-1:2008, 8.10), so that its words stay words. Rearranged pages have no
    reading order: no tags, links or bookmarks. The file keeps PDF/A-2u (ISO 19005-2:2011) and not PDF/UA.
    """
    book = Book()
    brush = Brush(book, style, Links(book, Structure(), {}), tagged=False)
    fonts = book.reserve()
    forms = []
    for number, page in enumerate(pages, start=1):
        draw_page(brush, document, style, (page, number, len(pages)))
        forms.append(_form(brush, book, style, fonts))
    width, height = style.page.width, style.page.height
    tree = book.reserve()
    sides = imposed(len(pages), runs_left("", "", document))
    sheets = [_side(book, tree, [(forms[n - 1] if n else 0) for n in side], width) for side in sides]
    kids = " ".join(map(reference, sheets))
    size = numbers((0, 0, 2 * width, height))
    book.put(tree, f"<</Type/Pages/MediaBox[{size}]/Count {len(sheets)}/Kids[{kids}]>>")
    book.put(fonts, embed_fonts(book))
    said = properties(document)
    root = book.add(
        f"<</Type/Catalog/Pages {reference(tree)}/Lang{text_string(said.language)}"
        "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipShortEdge>>"
        f"/Metadata {reference(xmp(said, book, least(('U', document.keeps))))}"
        f"/OutputIntents[{reference(output_intent(book))}]>>"
    )
    return book.finish(root, info(said, book))


def _form(brush: Brush, book: Book, style: Style, fonts: int) -> int:
    """The page that was just drawn, as a form."""
    content, images = brush.finish_page()
    pictures = "".join(f"/{name} {reference(image)}" for name, image in images.items())
    resources = f"/Font {reference(fonts)}" + (f"/XObject<<{pictures}>>" if pictures else "")
    box = numbers((0, 0, style.page.width, style.page.height))
    return book.stream(f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources<<{resources}>>", content)


def _side(book: Book, tree: int, forms: Sequence[int], width: float) -> int:
    placed = [(f"P{place}", form, place * width) for place, form in enumerate(forms) if form]
    content = "\n".join(f"q {numbers((1, 0, 0, 1, x, 0))} cm /{name} Do Q" for name, _, x in placed)
    drawn = book.stream("", content.encode("ascii"))
    named = "".join(f"/{name} {reference(form)}" for name, form, _ in placed)
    resources = f"/Resources<</XObject<<{named}>>>>"
    return book.add(f"<</Type/Page/Parent {reference(tree)}/Contents {reference(drawn)}{resources}>>")
