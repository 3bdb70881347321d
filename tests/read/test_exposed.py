"""What a file carries of persons is listed, whatever its kind; a broken file says so."""

from __future__ import annotations

import io

import pypdf
from docx import Document
from PIL import Image

from pipeline.read import exposed_in


def kinds(data: bytes) -> set[str]:
    return {found.kind for found in exposed_in(data)[0]}


def test_a_docx_with_everything() -> None:
    """Author, comment, hidden text and an address in the words."""
    document = Document()
    document.core_properties.author = "Sample Author"
    said = document.add_paragraph("Write to somebody@sample.example.")
    document.add_comment(said.runs, "Sample comment", author="Sample Author")
    document.add_paragraph().add_run("sample secret").font.hidden = True
    target = io.BytesIO()
    document.save(target)
    assert {"author", "comment", "hidden text", "e-mail address"} <= kinds(target.getvalue())


def test_a_pdf_with_an_author_and_an_attachment() -> None:
    """Also what no page shows."""
    pdf = pypdf.PdfWriter()
    pdf.add_blank_page(72, 72)
    pdf.add_metadata({"/Author": "Sample Author"})
    pdf.add_attachment("sample.txt", b"sample")
    target = io.BytesIO()
    pdf.write(target)
    assert {"author", "attached file"} <= kinds(target.getvalue())


def test_a_photo_with_a_place() -> None:
    """EXIF and GPS; the same picture without them gives nothing."""
    exif = Image.Exif()
    exif[0x013B] = "Sample Artist"
    exif.get_ifd(0x8825)[1] = "N"
    for wanted, given in (
        ({"EXIF of a picture", "place where a picture was taken (GPS)"}, exif),
        (set(), None),
    ):
        target = io.BytesIO()
        Image.new("RGB", (8, 8)).save(target, "JPEG", **({"exif": given} if given else {}))
        assert kinds(target.getvalue()) == wanted


def test_html_with_a_comment_and_hidden_words() -> None:
    """And the name in its head."""
    page = b'<!doctype html><meta name="author" content="S"><!-- note --><p hidden>secret</p><p>clean</p>'
    assert kinds(page) == {"author", "comment", "hidden text"}


def test_a_broken_file_is_a_problem() -> None:
    """Nothing is raised."""
    for data in (b"%PDF-1.7\nbroken", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0broken"):
        findings, problems = exposed_in(data)
        assert findings == ()
        assert problems
