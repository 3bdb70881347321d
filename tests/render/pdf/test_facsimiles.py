"""Facsimiles in the finished PDF: framed, numbered, upright, in the outline; what the file then says it keeps."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pypdf
import pypdfium2
import pytest

from pipeline.models.document import Block, Document, Facsimile, Furniture, Heading, Inline, Paragraph, Part
from pipeline.models.factsheet import FactSheet
from pipeline.models.rendered import RenderedPdf
from pipeline.read import read_bundle, read_fact_sheet
from pipeline.render import render_booklet, render_docx, render_html, render_pdf
from tests import sheets
from tests.render.pdf.opened import File
from tests.render.pdf.reading import Read
from tests.render.pdf_style import default_style
from tests.sheets import CANARY


def facsimiles(data: bytes) -> tuple[Facsimile, ...]:
    """The pages of a fact sheet as blocks."""
    sheet, problems = read_fact_sheet(data, "sheet.pdf")
    assert isinstance(sheet, FactSheet), problems
    return tuple(
        Facsimile(
            sheet.data,
            place,
            page.width,
            page.height,
            (Inline(f"Page {page.number} of the sheet"),),
            f"Facsimile of page {page.number}",
            page.words,
            page.picture,
            f"sheet-{page.number}",
            tuple(mark for mark in sheet.marks if mark.page == place),
            sheet.keeps,
        )
        for place, page in enumerate(sheet.pages)
    )


def document(*blocks: Block) -> Document:
    """A page of words, then the facsimiles below a heading."""
    first = Part("agenda", (Heading(1, (Inline("Agenda"),), "agenda"), Paragraph((Inline("Words before."),))))
    second = Part("fact-sheets", (Heading(1, (Inline("Fact sheet"),), "fact-sheet"), *blocks))
    furniture = Furniture((Inline("Head"),), foot_left=(Inline("Foot"),))
    return Document("A title", "en", (first, second), furniture)


def made(data: bytes) -> RenderedPdf:
    return render_pdf(document(*facsimiles(data)), default_style())


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_every_page_of_the_sheet_has_a_page_of_its_own_with_the_packs_number() -> None:
    """The line above it, its own words as text, the foot with the number of the file's page."""
    pages = texts(made(sheets.embedded(2)).data)
    assert len(pages) == 3
    for number in (1, 2):
        shown = " ".join(pages[number].split())
        assert f"Page {number} of the sheet" in shown
        assert f"{sheets.WORDS[0]} Page {number}." in shown
        assert f"{number + 1} of 3" in shown


def test_the_page_is_scaled_into_its_frame() -> None:
    """All of it within the type area, in its own proportions; the element says where it stands."""
    opened = File(made(sheets.embedded(1)).data)
    figure = next(element for element in opened.elements() if opened.kind(element) == "Figure")
    left, bottom, right, top = map(float, opened.attribute(figure, "/BBox"))
    style = default_style().page
    assert left >= min(style.inner, style.outer) - 0.01
    assert right <= style.width - min(style.inner, style.outer) + 0.01
    assert style.bottom - 14 <= bottom < top <= style.height - style.top
    assert (right - left) / (top - bottom) == pytest.approx(595.28 / 841.89, rel=0.001)


def test_the_page_begins_with_a_state_of_its_own() -> None:
    """What sets no colour, line or spacing is as it was in the sheet, whatever the pack has drawn before."""
    bare = sheets.drawn("50 50 400 400 re f\n" + sheets.said("Seen words") + "\n72 600 m 400 600 l S")
    page = pypdfium2.PdfDocument(made(bare).data)[1].render(scale=1).to_pil().convert("L")
    alone = pypdfium2.PdfDocument(bare)[0].render(scale=1).to_pil().convert("L")
    assert page.getpixel((200, 600)) == alone.getpixel((200, 600)) == 0
    content = File(made(bare).data).pages[1].get_contents().get_data()
    assert re.search(rb"q 0 g 0 G 1 w 0 J 0 j 10 M \[\] 0 d .* cm /S\w+ Do Q", content)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_page_stands_upright_and_uncut(degrees: int) -> None:
    """The picture within the frame is that of the sheet as PDFium shows it."""
    data = sheets.turned(degrees)
    pdf = made(data).data
    opened = File(pdf)
    figure = next(element for element in opened.elements() if opened.kind(element) == "Figure")
    left, bottom, right, top = map(float, opened.attribute(figure, "/BBox"))
    page = pypdfium2.PdfDocument(pdf)[1]
    shown = page.render(scale=2).to_pil().convert("L")
    height = page.get_size()[1]
    edge = 3  # the frame itself
    inside = shown.crop(
        (
            round(left * 2) + edge,
            round((height - top) * 2) + edge,
            round(right * 2) - edge,
            round((height - bottom) * 2) - edge,
        )
    )
    alone = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L").resize(inside.size)
    assert sides(inside) == sides(alone)


def sides(picture: Any) -> tuple[bool, ...]:
    """In which quarters of a picture there is ink."""
    wide, high = picture.width // 2, picture.height // 2
    quarters = [(x, y, x + wide, y + high) for x in (0, wide) for y in (0, high)]
    return tuple(min(picture.crop(quarter).getextrema()) < 128 for quarter in quarters)


def test_bookmarks_of_the_sheet_stand_below_its_own_and_lead_to_their_places() -> None:
    """Each to the page of the pack on which it is, from top to bottom of that page."""
    file = pypdfium2.PdfDocument(made(sheets.embedded(2)).data)
    found = [
        (m.level, m.get_title(), m.get_dest().get_index(), m.get_dest().get_view()[1][1])
        for m in file.get_toc()
    ]
    below = [each for each in found if each[1].startswith("Sample")]
    assert [(level, page) for level, _, page, _ in below] == [(1, 1), (2, 1), (1, 2), (2, 2)]
    assert [title for _, title, _, _ in below] == [
        "Sample chapter 1 · 1 · 2",
        "Sample section 1 · 1 · 2",
        "Sample chapter 2 · 2 · 3",
        "Sample section 2 · 2 · 3",
    ]
    assert below[0][3] > below[1][3]
    lines = pypdfium2.PdfDocument(made(sheets.embedded(2)).data)[1].get_textpage()
    section = lines.search("Sample section 1").get_next()
    assert section is not None
    top = lines.get_charbox(section[0])[3]
    assert abs(below[1][3] - top) < 30


@pytest.mark.parametrize(
    ("data", "conformance"),
    [(sheets.embedded(1), "U"), (sheets.loose(), "")],
)
def test_the_file_says_what_it_keeps(data: bytes, conformance: str) -> None:
    """PDF/A-2a and PDF/UA-1 without such pages; with them level u where it is proved, else nothing at all."""
    without = said_to_keep(render_pdf(document(), default_style()).data)
    assert without == ("2", "A", "1")
    assert said_to_keep(made(data).data) == ("2" if conformance else "", conformance, "")


def said_to_keep(data: bytes) -> tuple[str, str, str]:
    """Part and conformance of PDF/A, part of PDF/UA, as the description says them."""
    xmp = File(data).root["/Metadata"].get_data().decode()
    names = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
    return tuple("".join(re.findall(f"<{name}>(.*?)</{name}>", xmp)) for name in names)  # type: ignore[return-value]


def test_who_does_not_see_the_page_is_told_its_words() -> None:
    """The Figure says what it is and every word of it; its content is marked, and nothing in it is marked again."""
    read = Read(made(sheets.embedded(1)).data)
    [figure] = read.all("Figure")
    assert str(figure["/Alt"]).startswith("Facsimile of page 1 ")
    assert all(words in str(figure["/Alt"]) for words in sheets.WORDS)
    page: Any = read.file.pages[1]
    forms = [form.get_object() for form in page["/Resources"]["/XObject"].values()]
    assert [form["/Subtype"] for form in forms] == ["/Form"]
    assert b"BDC" not in forms[0].get_data()


def test_nothing_of_a_laden_sheet_is_in_any_format() -> None:
    """No canary in any byte, packed or unpacked, of the PDF, the DOCX, the HTML and the booklet."""
    style, blocks = default_style(), facsimiles(sheets.laden())
    whole = document(*blocks)
    pdf = render_pdf(whole, style)
    booklet = render_booklet(whole, style)
    for data in (pdf.data, booklet.data):
        assert CANARY.encode() not in unpacked(data)
    assert CANARY.encode() not in render_docx(whole, style, pdf.pages)
    assert CANARY.encode() not in render_html(whole, style, pdf.pages)


def unpacked(data: bytes) -> bytes:
    found = [data]
    reader: Any = pypdf.PdfReader(io.BytesIO(data))
    for number in range(1, reader.trailer["/Size"]):
        value = reader.get_object(number)
        found.append(repr(value).encode())
        if hasattr(value, "get_data") and value.get("/Filter") != "/DCTDecode":
            found.append(value.get_data())
    return b"\n".join(found)


@pytest.mark.parametrize("wrapped", [False, True])
def test_pictures_have_no_more_dots_than_are_of_use(wrapped: bool) -> None:
    """At most 300 to the inch of the pack's page; those with fewer stay byte for byte."""
    heavy = sheets.with_photo(wrapped=wrapped, size=(1200, 800))
    assert 250 < dots(made(heavy).data) <= 301
    assert dots(heavy) > 1_000
    light = facsimiles(sheets.with_photo(wrapped=wrapped))
    jpegs = [image._data for image in File(light[0].data).objects if getattr(image, "get", dict)("/Width")]
    data = render_pdf(document(*light), default_style()).data
    assert jpegs and all(jpeg in data for jpeg in jpegs)


def test_a_picture_that_is_broken_stays_as_it_is() -> None:
    """What a program makes of half a JPEG is its own affair; the pack is made."""
    cut = sheets.with_photo(size=(1200, 800), share=0.5)
    assert len(texts(made(cut).data)) == 2


def dots(data: bytes) -> float:
    """The most dots to the inch that any picture of the file has; PDFium measures them before its frame."""
    bundle, problems = read_bundle(data)
    assert bundle is not None, problems
    opened = File(data)
    figures = [each for each in opened.elements() if opened.kind(each) == "Figure"]
    scale = 1.0
    if figures:
        left, _, right, _ = map(float, opened.attribute(figures[0], "/BBox"))
        scale = (right - left) / 595.28
    return max(page.resolution for page in bundle.pages) / scale


def test_fonts_come_once_however_many_pages_use_them() -> None:
    """Two pages with the same fonts bring no more font programs than one."""
    assert programs(made(sheets.embedded(2)).data) == programs(made(sheets.embedded(1)).data) > 0


def programs(data: bytes) -> int:
    """How many font programs of a file are those of a sheet: the pack's own stand beside them."""
    return sum("/FontFile2" in value for value in File(data).dictionaries())


def test_a_landscape_page_is_as_wide_as_the_words_and_alone_on_its_page() -> None:
    """Two of them do not share a page of the pack."""
    wide = replace(facsimiles(sheets.turned(90))[0], anchor="one")
    again = replace(wide, anchor="two")
    assert render_pdf(document(wide, again), default_style()).pages["two"] == 3


def test_a_booklet_has_the_pages_too() -> None:
    """As words, in forms within forms; it keeps no more than they do."""
    booklet = render_booklet(document(*facsimiles(sheets.embedded(1))), default_style())
    assert sheets.WORDS[0] in " ".join(" ".join(texts(booklet.data)).split())
    assert said_to_keep(booklet.data)[:2] == ("2", "U")
    loose = render_booklet(document(*facsimiles(sheets.loose())), default_style())
    assert said_to_keep(loose.data) == ("", "", "")


def test_the_same_document_gives_the_same_bytes() -> None:
    """Also where pages of several sheets are brought along."""
    blocks: Sequence[Facsimile] = (*facsimiles(sheets.embedded(2)), *facsimiles(sheets.with_photo()))
    named = [replace(block, anchor=f"page-{place}") for place, block in enumerate(blocks)]
    one, other = (render_pdf(document(*named), default_style()).data for _ in range(2))
    assert one == other


def test_word_and_web_have_the_picture_and_the_words() -> None:
    """The same words in the same order; the picture is described and the words stand below it."""
    style = default_style()
    whole = document(*facsimiles(sheets.embedded(1)))
    page = render_html(whole, style, {}).decode()
    assert page.index("Page 1 of the sheet") < page.index("<img") < page.index(sheets.WORDS[0])
    assert 'alt="Facsimile of page 1"' in page
    import docx

    word = docx.Document(io.BytesIO(render_docx(whole, style, {})))
    said = [paragraph.text for paragraph in word.paragraphs]
    assert [each for each in said if each.startswith(sheets.WORDS[0])] == [f"{sheets.WORDS[0]} Page 1."]
    assert len(word.inline_shapes) == 1
