"""Painting: laid-out pages as a PDF file, with heads and feet, outline, links and the file's properties."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models.document import Document, Heading, Inline, Inlines
from pipeline.models.factsheet import Keeps
from pipeline.models.style import Style
from pipeline.render.pdf.book import Book
from pipeline.render.pdf.brush import Brush
from pipeline.render.pdf.embedding import embed_fonts
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.linenumbers import draw_line_numbers
from pipeline.render.pdf.lines import Line, at_right, one_line
from pipeline.render.pdf.links import Links, Target, bookmarks, outline, with_page
from pipeline.render.pdf.metadata import Properties, info, output_intent, properties, xmp
from pipeline.render.pdf.notation import numbers, reference, text_string
from pipeline.render.pdf.ordering import is_rtl
from pipeline.render.pdf.pages import Page, Set
from pipeline.render.pdf.readback import Expected, Leading, Marking
from pipeline.render.pdf.strips import Filled
from pipeline.render.pdf.structure import Structure
from pipeline.render.pdf.thumbs import thumbs_of
from pipeline.render.pdf.turning import runs_left
from pipeline.render.pdf.words import Setting

HEAD_ABOVE, FOOT_BELOW = 28.0, 30.0
"""How far the rule below the running head and the foot's words are from the type area, in points."""

MARK_PAD, MARK_GAP, HEAD_GAP = 3.5, 4.0, 12.0
SHORT = 5
"""Pages: in a file of no more the cover has the running head and foot too, and a single page has none.

Who sees only the file (a checker, a reader's program) tells a running head from text by its standing on all.
"""
ABOVE_TARGET = 12.0
"""How far above its first line a link leads, in points."""


def paint(document: Document, style: Style, pages: Sequence[Page]) -> tuple[bytes, Expected]:
    """The file, and what must be found in it. The same pages give the same bytes: no clock, no chance."""
    book, structure = Book(), Structure()
    links = Links(book, structure, targets_of(pages, style))
    brush = Brush(book, style, links)
    sheets = [book.reserve() for _ in pages]
    shared = (book.reserve(), book.reserve())
    thumbs = thumbs_of(pages, style)
    for number, page in enumerate(pages, start=1):
        structure.turn_page()
        links.page = number - 1
        draw_page(brush, document, style, (page, number, len(pages)))
        with brush.artifact("Pagination"):
            thumbs.draw(brush, page, style, is_outer_left(document, style, number))
        _sheet(brush, (book, links), sheets[number - 1], shared)
    size = numbers((0, 0, style.page.width, style.page.height))
    kids = " ".join(map(reference, sheets))
    book.put(shared[0], f"<</Type/Pages/MediaBox[{size}]/Count {len(sheets)}/Kids[{kids}]>>")
    book.put(shared[1], embed_fonts(book))
    said = properties(document)
    root = _catalog(said, (links, pages, sheets), shared[0], document.keeps)
    return book.finish(root, info(said, book)), _expected(document, style, pages, links)


def _expected(document: Document, style: Style, pages: Sequence[Page], links: Links) -> Expected:
    """What reading the file back must find, from the layout alone."""
    pattern = document.furniture.page_of
    feet = tuple(pattern.format(page=number, pages=len(pages)) for number, _ in enumerate(pages, start=1))
    targets = {anchor: target.page for anchor, target in links.targets.items()}
    marks = tuple(
        Marking(with_page(mark.title, targets[mark.anchor]), targets[mark.anchor])
        for mark in bookmarks(pages)
    )
    leading = tuple(
        Leading(link.page + 1, link.box, targets.get(link.anchor, 0), link.printed) for link in links.drawn
    )
    headings = tuple(
        (" ".join(_before_notes(block.inlines).split()), targets[block.anchor])
        for part in document.parts
        for block in part.blocks
        if isinstance(block, Heading) and block.anchor in targets
    )
    foot = (0, 0, style.page.width, style.page.bottom)
    return Expected(feet, foot, leading, marks, headings, runs_left("", "", document))


def _before_notes(inlines: Inlines) -> str:
    return "".join(part.text for part in itertools.takewhile(lambda part: not part.note, inlines))


def draw_page(brush: Brush, document: Document, style: Style, which: tuple[Page, int, int]) -> None:
    """One page: its furniture, then its strips. `which`: the page, its number, how many there are."""
    page, number, count = which
    headed = _headed(page, document, count)
    rtl = runs_left("", "", document)
    left = _left(style, number + rtl)
    with brush.turned(_measure(style) if rtl else 0.0):
        with brush.artifact("Pagination", "Header"):
            _above(brush, document, (style, left), headed)
        with brush.artifact("Pagination", "Footer"):
            _below(brush, document, (style, left), (headed, number, count))
        with brush.artifact("Pagination"):
            brush.origin(left, style.page.height - style.page.top)
            draw_line_numbers(brush, page, style, document.language)
    brush.origin(left, style.page.height - style.page.top)
    _strips(brush, page.sets)


def _headed(page: Page, document: Document, count: int) -> Page:
    """The page, with a running head and foot where all others of a short file have one; alone it has none."""
    runs = count > 1 and any(part.running for part in document.parts) if count <= SHORT else page.part.running
    return page if runs == page.part.running else replace(page, part=replace(page.part, running=runs))


def _sheet(brush: Brush, parts: tuple[Book, Links], sheet: int, shared: tuple[int, int]) -> None:
    """The object of the page that was just drawn; `shared` are the root of all pages and their fonts."""
    book, links = parts
    content, images = brush.finish_page()
    drawn = book.stream("", content)
    pictures = "".join(f"/{name} {reference(image)}" for name, image in images.items())
    resources = f"/Font {reference(shared[1])}" + (f"/XObject<<{pictures}>>" if pictures else "")
    annotations = " ".join(map(reference, links.by_page.get(links.page, ())))
    book.put(
        sheet,
        f"<</Type/Page/Parent {reference(shared[0])}/Contents {reference(drawn)}/Resources<<{resources}>>"
        f"/StructParents {links.page}/Tabs/S" + (f"/Annots[{annotations}]" if annotations else "") + ">>",
    )


def _catalog(
    said: Properties, parts: tuple[Links, Sequence[Page], Sequence[int]], pages: int, keeps: Keeps
) -> int:
    """The root of the file: opened at full size (100 %), with the title in the title bar."""
    links, laid, sheets = parts
    book = links.book
    written = links.structure.write(book, sheets)
    links.write(sheets, written.first_key)
    marks = outline(bookmarks(laid), links.targets, sheets, book)
    shown = f"/Outlines {reference(marks)}/PageMode/UseOutlines" if marks else "/PageMode/UseNone"
    # No /Direction R2L for an Arabic pack: PDFium (Chrome) would reverse the words of every line that is
    # copied, also in an English or French statement.
    return book.add(
        f"<</Type/Catalog/Pages {reference(pages)}/Lang{text_string(said.language)}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {reference(written.root)}"
        f"/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D/St 1>>]>>"
        f"/OpenAction[{reference(sheets[0])}/XYZ null null 1]"
        f"/Metadata {reference(xmp(said, book, keeps))}"
        f"/OutputIntents[{reference(output_intent(book))}]{shown}>>"
    )


def targets_of(pages: Sequence[Page], style: Style) -> dict[str, Target]:
    """Where the anchors stand; one that is there twice counts where it stands first."""
    top = style.page.height - style.page.top
    targets: dict[str, Target] = {}
    for number, page in enumerate(pages, start=1):
        for placed in page.sets:
            for anchor in placed.strip.anchors:
                targets.setdefault(anchor, Target(number, top - placed.y + ABOVE_TARGET))
            for down, mark in placed.strip.inside:
                targets.setdefault(mark.anchor, Target(number, top - placed.y - down + ABOVE_TARGET))
    return targets


def _measure(style: Style) -> float:
    return style.page.width - style.page.inner - style.page.outer


def _left(style: Style, number: int) -> float:
    """Where the type area begins: on mirrored pages the wide margin is at the outer edge.

    A file that is bound at the right begins with what is the second page of one that is bound at the left.
    """
    page = style.page
    return page.outer if page.mirrored and number % 2 == 0 else page.inner


def is_outer_left(document: Document, style: Style, number: int) -> bool:
    """Whether the outer edge of page `number` is its left one; on one-sided paper it never is."""
    return style.page.mirrored and (number + runs_left("", "", document)) % 2 == 0


def _strips(brush: Brush, sets: Sequence[Set]) -> None:
    """In the order of the Document; the margin numbers of a paragraph before its words.

    Rules and bars come before all words, so that what is one element's is not torn apart by them.
    """
    with brush.artifact("Layout"):
        for placed in sets:
            brush.rules(placed.strip.ops, placed.y)
            if placed.repeated:
                brush.draw(placed.strip.ops, placed.y)
    rest = [placed for placed in sets if not placed.repeated]
    for _, group in itertools.groupby(enumerate(rest), key=lambda pair: pair[1].strip.group or str(pair[0])):
        members = [placed for _, placed in group]
        for placed in members:
            brush.draw(placed.strip.labels, placed.y)
        for placed in members:
            brush.draw(placed.strip.ops, placed.y)


def _above(brush: Brush, document: Document, where: tuple[Style, float], page: Page) -> None:
    """The head; a page without one has its marks and a rule in the signal colour."""
    style, left = where
    measure = _measure(style)
    brush.origin(left, style.page.height - style.page.top + HEAD_ABOVE)
    if page.part.running:
        _head(brush, document, style, measure)
    else:
        _marks(brush, document.furniture.marks, style, measure)
        brush.rules((Filled(0, 0, measure, 1.6, "signal"),), 0)


def _below(
    brush: Brush, document: Document, where: tuple[Style, float], which: tuple[Page, int, int]
) -> None:
    """The foot; that of a page without a running head has the page's number alone."""
    style, left = where
    page, number, count = which
    furniture = document.furniture
    brush.origin(left, style.page.bottom - FOOT_BELOW)
    foot = _setting(style, "foot", document.language)
    if page.part.running:
        brush.draw((one_line(furniture.foot_left, foot).words,), 0)
    if page.blank:
        _blank(brush, furniture.blank, foot, style)
    shown = furniture.page_of.format(page=number, pages=count)
    brush.draw((at_right(one_line(_bold_number(shown, number), foot), _measure(style)).words,), 0)


def _blank(brush: Brush, words: str, setting: Setting, style: Style) -> None:
    """What a page says that is left blank, in the middle of its line, well above that of its number."""
    line, measure = one_line((Inline(words),), setting), _measure(style)
    height = style.page.height - style.page.top - style.page.bottom
    brush.draw((at_right(line, (measure + line.width) / 2).words,), -(FOOT_BELOW + height * 0.55))


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
    brush.rules((Filled(0, 0, measure, style.rule, "ink"),), 0)


def _bold_number(shown: str, number: int) -> Inlines:
    before, found, after = shown.partition(str(number))
    return tuple(part for part in (Inline(before), Inline(found, role="strong"), Inline(after)) if part.text)


def _setting(style: Style, role: str, language: str) -> Setting:
    return Setting(style.text(role), faces_of(style), language, {}, rtl=is_rtl(language))


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
