"""The PDF as a file: its words in order, its links and numbers, its properties, the same bytes always."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

from pipeline.models.document import (
    Block,
    Cell,
    Contents,
    Document,
    Furniture,
    Heading,
    Image,
    Inline,
    Item,
    ItemList,
    Label,
    Note,
    Notes,
    Paragraph,
    Part,
    Portrait,
    Quote,
    Slot,
    Space,
    Table,
    Timeline,
)
from pipeline.models.rendered import RenderedPdf
from pipeline.render import render_pdf
from tests.render.pdf_style import default_style

LONG = (
    "The Government should ratify the Convention without further delay, publish disaggregated figures on its "
    "implementation every year, and consult organisations of persons concerned throughout the process. "
)


def plain(text: str, **look: Any) -> tuple[Inline, ...]:
    return (Inline(text, **look),)


def paragraph(text: str = LONG, **fields: Any) -> Paragraph:
    return Paragraph(plain(text), **fields)


def a_document(*blocks: Block, furniture: Furniture | None = None, **fields: Any) -> Document:
    """One statement of `blocks`; without furniture the page holds nothing but the blocks."""
    silent = Furniture((), page_of="")
    return Document("A title", "en", (Part("statement", blocks),), furniture or silent, **fields)


def rendered(*blocks: Block, **fields: Any) -> RenderedPdf:
    return render_pdf(a_document(*blocks, **fields), default_style())


def page_texts(pdf: RenderedPdf) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages]


def words_of(pdf: RenderedPdf) -> list[str]:
    """The words that a reader of the file copies; a word that was broken at the end of a line is joined."""
    text = "\n".join(page_texts(pdf))
    return text.replace("-\n", "").split()


def cell(text: str, **fields: Any) -> Cell:
    return Cell((paragraph(text),), **fields)


EVERY_BLOCK: tuple[Block, ...] = (
    Heading(2, plain("Fair trial"), own=False),
    paragraph(LONG * 3, labels=(Label("R1", "recommendation"),)),
    ItemList(
        (Item("1.", plain("First item.")), Item("(a)", plain("Below it."), 2), Item("12.", plain(LONG)))
    ),
    Quote((paragraph("Everyone is entitled to this."),)),
    Table(((cell("Year", header=True), cell("Cases", header=True)), (cell("2013"), cell("12"))), (1, 1), 1),
    Timeline((Slot("10.00", 3, "3 min", plain("Opening")), Slot("10.03", 40, "40 min", plain("Dialogue")))),
    Portrait(None, (paragraph("A bio.", role="own"),)),
    Space(2),
    Notes((Note("1", plain("A note of some words."), "n1", "c1"),)),
)


def test_every_word_is_there_once_and_in_order() -> None:
    expected = (
        "Fair trial R1 " + LONG * 3 + "1. First item. (a) Below it. 12. " + LONG + "Everyone is entitled to "
        "this. Year Cases 2013 12 10.00 Opening 3 min 10.03 Dialogue 40 min A bio. 1 A note of some words."
    )
    assert words_of(rendered(*EVERY_BLOCK)) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "L’Économie de l’œuvre : « où ? » – déjà, ça, façade, maïs, Noël ; œil.",
        "¿Qué acción adoptó el Estado? ¡Ninguna! Niñez, pingüino, órgano.",
        "Российская Федерация: ёлка, подъезд, объединение, щука.",
        "office affluent fjord efficient flagship — “fi” ligatures",
        "a\u202fb c\u2009d e‑f 1\u00a0000 → ↔ ≥ € № § † … ‰",
    ],
)
def test_the_letters_of_the_languages_come_out_as_they_went_in(text: str) -> None:
    pdf = rendered(paragraph(text))
    assert pdf.missing == ()
    assert "".join(words_of(pdf)) == "".join(text.split())


def test_what_no_font_has_is_shown_as_a_box_reported_and_still_copied() -> None:
    pdf = rendered(paragraph("before 中文 and საქ after"))
    assert pdf.missing == ("U+10D0", "U+10E1", "U+10E5")
    assert words_of(pdf) == ["before", "中文", "and", "საქ", "after"]


def test_beyond_the_first_plane_the_text_stands_beside_the_box() -> None:
    pdf = rendered(paragraph("a 😀 b"))
    assert pdf.missing == ("U+1F600",)
    content = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0].get_contents()
    assert content is not None and b"/ActualText <FEFFD83DDE00>" in content.get_data()


def test_long_addresses_and_endless_words_stay_in_the_column() -> None:
    word = "x" * 400
    assert "".join(words_of(rendered(paragraph(word)))) == word


def test_words_broken_at_a_hyphen_or_slash_of_their_own_can_be_joined_too() -> None:
    text = (
        "self-determination and/or non-discrimination https://treaties.un.org/Pages/View.aspx?src=IND&id=4 "
        * 20
    )
    assert words_of(rendered(paragraph(text))) == text.split()


def test_words_are_broken_with_a_hyphen_and_hyphens_of_their_own_stay() -> None:
    text = "non-governmental internationalisation of pre- and post-trial responsibilities " * 30
    pdf = rendered(paragraph(text))
    assert re.search(r"\w-\n\w", "".join(page_texts(pdf)))
    assert words_of(pdf) == text.split()


def test_a_note_mark_is_not_glued_to_its_word() -> None:
    inlines = (*plain("It ended."), Inline("3", note=True, link="n3"), *plain(" Then more."))
    assert words_of(rendered(Paragraph(inlines))) == ["It", "ended.", "3", "Then", "more."]


def test_no_page_ends_inside_a_word() -> None:
    texts = page_texts(rendered(*[paragraph(LONG * 9) for _ in range(40)]))
    assert len(texts) > 10
    assert not any(text.rstrip().endswith("-") for text in texts)


def test_margin_numbers_stand_before_the_words_of_their_paragraph() -> None:
    inlines = (*plain(LONG), Inline("Cuba should act.", mark="R7"), Inline(" Will it?", mark="Q2"))
    labels = (Label("R7", "recommendation"), Label("Q2", "question"))
    assert words_of(rendered(Paragraph(inlines, labels=labels)))[:4] == ["R7", "Q2", "The", "Government"]


def test_page_numbers_in_text_and_contents_are_those_of_the_pages() -> None:
    reference = Paragraph((Inline("See page "), Inline("", page_of="far"), Inline(".")))
    filler = [paragraph(LONG * 4) for _ in range(40)]
    target = Heading(1, plain("Far away"), "far")
    pdf = rendered(Heading(1, plain("Contents"), listed=False), Contents(1), reference, *filler, target)
    page = pdf.pages["far"]
    texts = page_texts(pdf)
    assert page > 2
    assert "Far away" in texts[page - 1]
    assert f"See page {page}." in texts[0]
    assert re.search(rf"Far away\s+{page}", texts[0])


def test_every_page_says_which_it_is_and_carries_the_marks() -> None:
    furniture = Furniture(
        (Inline("Pre-session on "), Inline("Cuba", role="strong")),
        plain("12 April"),
        plain("UPR Info"),
        ("DRAFT",),
    )
    pdf = rendered(*[paragraph(LONG * 4) for _ in range(30)], furniture=furniture)
    assert pdf.page_count > 2
    for number, text in enumerate(page_texts(pdf), start=1):
        assert text.startswith("Pre-session on Cuba 12 April DRAFT")
        assert f"UPR Info {number} of {pdf.page_count}" in text.replace("\n", " ")


def test_a_cover_has_marks_and_its_number_and_no_running_head() -> None:
    """Every page is numbered, the first one too: what is printed is what the reader's program counts."""
    cover = Part("cover", (paragraph("Cuba", role="title"),), running=False)
    document = Document("t", "en", (cover,), Furniture(plain("Running head"), marks=("SAMPLE",)))
    (text,) = page_texts(render_pdf(document, default_style()))
    assert "SAMPLE" in text and "Running head" not in text and "1 of 1" in text


@pytest.mark.parametrize(("pages", "headed"), [(2, True), (5, True), (6, False)])
def test_the_cover_of_a_short_file_has_the_running_head_of_the_others(pages: int, headed: bool) -> None:
    """On all pages of so few it is plainly no text; on the cover of a longer file there is none."""
    cover = Part("cover", (paragraph("Cuba", role="title"),), running=False)
    rest = [Part(f"p{n}", (paragraph("Words."),), new_page=True) for n in range(1, pages)]
    furniture = Furniture(plain("Running head"), foot_left=plain("Running foot"), marks=("SAMPLE",))
    first, *others = page_texts(render_pdf(Document("t", "en", (cover, *rest), furniture), default_style()))
    assert len(others) == pages - 1
    assert all("Running head" in text and "Running foot" in text for text in others)
    assert ("Running head" in first, "Running foot" in first) == (headed, headed)
    assert "SAMPLE" in first and f"1 of {pages}" in first


def test_a_head_too_long_for_its_line_does_not_run_into_its_neighbour() -> None:
    long = Furniture(
        plain("Programme of the pre-sessions · 30th session of the UPR"), plain("x" * 50), (), ("DRAFT",)
    )
    pdf = rendered(*[paragraph(LONG * 4) for _ in range(30)], furniture=long)
    assert "x" * 50 in page_texts(pdf)[0].split()


def links(pdf: RenderedPdf) -> list[Any]:
    pages = pypdf.PdfReader(io.BytesIO(pdf.data)).pages
    return [a.get_object() for page in pages for a in page.get("/Annots", [])]


def test_links_lead_both_ways_and_out() -> None:
    there = Paragraph(plain("R7", link="place"), anchor="row")
    back = paragraph("Words.", labels=(Label("R7", "recommendation", link="row", anchor="place"),))
    out = Paragraph(plain("upr-info.org", address="https://www.upr-info.org/"))
    pdf = rendered(there, back, out)
    found = links(pdf)
    heights = [(float(link["/Rect"][1]), float(link["/Dest"][3])) for link in found if "/Dest" in link]
    (row, to_place), (place, to_row) = heights
    assert place < row, "the row stands above the words"
    assert row < to_row < row + 30 and place < to_place < place + 30, "each leads to the other"
    assert [link["/A"]["/URI"] for link in found if "/A" in link] == ["https://www.upr-info.org/"]
    assert {"row", "place"} <= set(pdf.pages)


def test_a_link_to_nowhere_keeps_its_words_and_is_no_link() -> None:
    pdf = rendered(Paragraph(plain("R9", link="nowhere")))
    assert words_of(pdf) == ["R9"] and links(pdf) == []


def test_the_outline_nests_and_says_what_it_is_told() -> None:
    pdf = rendered(
        Heading(1, plain("Statements")),
        Heading(2, plain("Fair trial"), bookmark="On fair trial", own=False),
        Heading(1, plain("Speakers")),
    )
    outline: Any = pypdf.PdfReader(io.BytesIO(pdf.data)).outline
    titles = [[sub.title for sub in x] if isinstance(x, list) else x.title for x in outline]
    assert titles == ["Statements · 1", ["On fair trial · 1"], "Speakers · 1"]


def test_the_file_says_what_it_is_and_nothing_else() -> None:
    pdf = rendered(
        paragraph(), author="UPR Info", subject="UPR", keywords=("UPR", "Cuba"), created="2018-03-20"
    )
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    assert dict(reader.metadata or {}) == {
        "/Title": "A title",
        "/Author": "UPR Info",
        "/Subject": "UPR",
        "/Keywords": "UPR, Cuba",
        "/Creator": "presession",
        "/Producer": "presession",
        "/CreationDate": "D:20180320000000Z",
        "/ModDate": "D:20180320000000Z",
        "/Trapped": "/False",
    }
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF boolean
    assert reader.page_labels == ["1"]


def test_all_fonts_are_embedded_and_subset() -> None:
    pdf = rendered(*EVERY_BLOCK)
    fonts: Any = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert fonts
    for font in (reference.get_object() for reference in fonts.values()):
        assert re.match(r"/[A-Z]{6}\+Source", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font


def test_a_picture_has_the_words_that_stand_for_it() -> None:
    from PIL import Image as Pixels

    stream = io.BytesIO()
    Pixels.new("RGB", (40, 50), (120, 120, 120)).save(stream, "PNG")
    image = Image(stream.getvalue(), 100, "Portrait of a sample speaker")
    pdf = rendered(Portrait(image, (paragraph("Bio."),)), image)
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    assert len(reader.pages[0].images) >= 1
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    figures: list[Any] = [o for o in objects if isinstance(o, dict) and o.get("/S") == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["Portrait of a sample speaker"] * 2


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Paragraph(()),),
        (Heading(1, ()), ItemList(()), Table((), ()), Timeline(()), Notes(()), Quote(()), Contents()),
        (Table(((),), ()), Table(((Cell(()),),), (0,)), Table(((cell("x", span=9),),), (1,))),
        (ItemList((Item("", ()), Item("•", (), 30))), Portrait(None, ()), Space(-3), Space(fill=True)),
        (paragraph("\n\n  \n"), paragraph("a\nb"), paragraph("\u200b\u00ad\ufeff")),
    ],
)
def test_empty_and_odd_blocks_give_a_page(blocks: tuple[Block, ...]) -> None:
    assert rendered(*blocks).page_count == 1


def test_a_part_without_blocks_does_not_lose_the_others() -> None:
    parts = (Part("agenda", ()), Part("statement", (paragraph("Words."),), new_page=False))
    pdf = render_pdf(Document("t", "en", parts, Furniture((), page_of="")), default_style())
    assert words_of(pdf) == ["Words."]


def test_two_renderings_are_the_same_bytes() -> None:
    assert rendered(*EVERY_BLOCK).data == rendered(*EVERY_BLOCK).data


def test_two_processes_give_the_same_bytes() -> None:
    here = Path(__file__).resolve().parent
    code = (
        "import hashlib, test_pdf as t;"
        "print(hashlib.sha256(t.rendered(*t.EVERY_BLOCK, created='2018-01-01').data).hexdigest())"
    )
    seen = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        path = os.pathsep.join((str(here), str(here.parents[1])))
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1
