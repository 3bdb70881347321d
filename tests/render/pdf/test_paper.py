"""Paper: right-hand pages, line numbers, booklets; nothing of it is text of the Document."""

from __future__ import annotations

import dataclasses
import io
import re

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.document import Document, Part
from pipeline.models.style import Style
from pipeline.render import render_booklet, render_pdf
from pipeline.render.pdf.booklet import imposed
from tests.render.pdf.checklist import faults
from tests.render.pdf.documents import a_document
from tests.render.pdf.opened import File
from tests.render.pdf_style import default_style

BLANK = "This page is intentionally left blank."


def with_right_hand() -> Document:
    """Every statement asks for a right-hand page."""
    document = a_document()
    parts: tuple[Part, ...] = tuple(
        dataclasses.replace(part, right_hand=part.id == "statement") for part in document.parts
    )
    return dataclasses.replace(
        document, parts=parts, furniture=dataclasses.replace(document.furniture, blank=BLANK)
    )


def style(**changes: object) -> Style:
    return dataclasses.replace(default_style(), **changes)  # type: ignore[arg-type]


def texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_statements_begin_on_right_hand_pages_and_the_page_before_says_that_it_is_blank() -> None:
    """Odd pages; what is said on a blank page is an artifact, and the file keeps the whole checklist."""
    pdf = render_pdf(with_right_hand(), default_style())
    assert pdf.pages["far"] % 2 == 1
    blank = [number for number, text in enumerate(texts(pdf.data), start=1) if BLANK in text]
    assert blank
    assert all(number % 2 == 0 for number in blank)
    assert all(f"{number} of {pdf.page_count}" in texts(pdf.data)[number - 1] for number in blank)
    assert faults(File(pdf.data)) == []


def test_on_one_side_of_the_paper_no_page_is_left_blank() -> None:
    """Where margins are not mirrored there are no right-hand pages."""
    page = dataclasses.replace(default_style().page, mirrored=False)
    assert BLANK not in "".join(texts(render_pdf(with_right_hand(), style(page=page)).data))


def test_every_fifth_line_has_a_number_and_they_begin_again_on_every_page() -> None:
    """As artifacts: who reads the structure does not hear them."""
    pdf = render_pdf(a_document(), style(line_numbers=5))
    file = File(pdf.data)
    assert faults(file) == []
    plain = File(render_pdf(a_document(), default_style()).data)
    assert [file.kind(each) for each in file.elements()] == [plain.kind(each) for each in plain.elements()]
    full = [re.findall(r"^(\d+)\s*$", text, re.M) for text in texts(pdf.data)[4:]]
    assert sum(found[:3] == ["5", "10", "15"] for found in full) >= 2


def test_without_being_asked_no_line_has_a_number() -> None:
    """The pack stays as it is."""
    assert (
        render_pdf(a_document(), style(line_numbers=0)).data == render_pdf(a_document(), default_style()).data
    )


@given(st.integers(1, 200), st.booleans())
def test_a_booklet_has_every_page_once_on_whole_sheets(count: int, rtl: bool) -> None:
    """The sheets are whole, and pages that face each other on a side add up to one more than all."""
    sides = imposed(count, rtl)
    assert len(sides) % 2 == 0
    whole = 2 * len(sides)
    assert count <= whole < count + 4
    assert sorted(page for side in sides for page in side if page) == list(range(1, count + 1))
    assert all(left + right == whole + 1 for left, right in sides if left and right)


def test_folded_sheets_are_in_order() -> None:
    """Eight pages on two sheets; from right to left the same with left and right changed."""
    assert imposed(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert imposed(3) == [(0, 1), (2, 3)]
    assert imposed(8, rtl=True) == [(1, 8), (7, 2), (3, 6), (5, 4)]


@pytest.fixture(scope="module")
def booklet() -> tuple[bytes, int]:
    pdf = render_booklet(a_document(), default_style())
    return pdf.data, pdf.page_count


def test_a_booklet_is_twice_as_wide_and_keeps_its_words(booklet: tuple[bytes, int]) -> None:
    """The words of every page are on the sheet where it lies."""
    data, count = booklet
    sheets = pypdf.PdfReader(io.BytesIO(data)).pages
    assert {round(float(sheet.mediabox.width)) for sheet in sheets} == {round(2 * default_style().page.width)}
    pages = texts(render_pdf(a_document(), default_style()).data)
    assert len(pages) == count
    for sheet, side in zip(texts(data), imposed(count), strict=True):
        words = set(sheet.split())
        assert all(set(pages[number - 1].split()) <= words for number in side if number)


def test_a_booklet_claims_no_more_than_it_keeps(booklet: tuple[bytes, int]) -> None:
    """PDF/A-2u and not PDF/UA: rearranged pages have no structure, and no marked content that wants one."""
    data, _ = booklet
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in data
    assert b"pdfuaid" not in data
    reader = pypdf.PdfReader(io.BytesIO(data))
    root = reader.trailer["/Root"]
    assert "/StructTreeRoot" not in root  # type: ignore[operator]
    forms = [form.get_object() for page in reader.pages for form in page["/Resources"]["/XObject"].values()]  # type: ignore[index]
    assert all(b"/MCID" not in form.get_data() and b"/Artifact" not in form.get_data() for form in forms)


def test_the_same_booklet_has_the_same_bytes(booklet: tuple[bytes, int]) -> None:
    """No clock, no chance."""
    assert render_booklet(a_document(), default_style()).data == booklet[0]


def tabs(data: bytes) -> list[str]:
    """What the dark tab of each page says, "" where there is none."""
    found = []
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        rotated: list[str] = []

        def note(text: str, cm: list[float], *_: object, said: list[str] = rotated) -> None:
            if text.strip() and cm[1] == 1:
                said.append(text.strip())

        page.extract_text(visitor_text=note)
        found.append("".join(rotated))
    return found


def test_a_long_pack_has_a_tab_for_every_part_on_its_outer_edge() -> None:
    """All pages of a part say the same; they are artifacts, and a shorter pack has none."""
    count = render_pdf(a_document(), default_style()).page_count
    long = render_pdf(a_document(), style(thumb_index=count - 1)).data
    assert tabs(render_pdf(a_document(), style(thumb_index=count)).data) == [""] * count
    said = tabs(long)
    assert {"Agenda", "Statements", "Declaración"} <= set(said)
    assert said[0] == ""
    assert faults(File(long)) == []
