"""What a file carries of persons is listed, whatever its kind; a broken file says so."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import pypdf
import pytest
from docx import Document
from PIL import Image

from pipeline.models.exposure import Exposed
from pipeline.read import exposed_in
from tests.read.doc_files import (
    HIDDEN,
    INSERTED,
    STYLES,
    Style,
    cell,
    container,
    make_doc,
    para,
    row,
    run,
    sprm,
)


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


def test_an_old_word_file_with_everything() -> None:
    """Properties of both streams, who saved it and where, comments, changes, hidden words, a template's path."""
    both = {
        "\x05SummaryInformation": property_stream({4: "Sample Author", 8: "Last Author", 2: "A title"}),
        "\x05DocumentSummaryInformation": property_stream({15: "Sample Company"}),
        "ObjectPool/_1/x": b"words",
        "Macros/dir": b"words",
    }
    owner = "Sample Author"
    comment = struct.pack("<2I", 0, 9) + struct.pack("<20sH8x", b"", 0)
    tables = {
        "comments": comment,
        "comments by": struct.pack("<H", len(owner)) + owner.encode("utf-16-le"),
        "comments' text": struct.pack("<3I", 0, 11, 12),
        "authors": string_table("Unknown", "An Editor"),
        "saved by": string_table("A Saver", "C:\\Users\\saver\\a.doc"),
        "associated": string_table("", "C:\\Templates\\sample.dot"),
    }
    data = make_doc(
        para("Write to somebody@sample.example. ", run("secret", sprm(HIDDEN)), run("new", sprm(INSERTED))),
        parts={"comments": [para("A comment.")]}, streams=both, tables=tables,
    )  # fmt: skip
    found, problems = exposed_in(data)
    assert problems == ()
    assert {(each.kind, each.what) for each in found} == {
        ("author", "Sample Author"), ("last author", "Last Author"), ("company", "Sample Company"),
        ("comment", "Sample Author: A comment."), ("person who edited", "An Editor"),
        ("person who edited", "A Saver"), ("path", "C:\\Users\\saver\\a.doc"),
        ("path of the template", "C:\\Templates\\sample.dot"), ("hidden text", "secret"), ("revision", "new"),
        ("e-mail address", "somebody@sample.example"), ("embedded file", "5 bytes"),
    }  # fmt: skip
    assert {each.where for each in found if each.kind == "embedded file"} == {"ObjectPool/_1/x", "Macros/dir"}


def test_a_picture_in_an_old_word_file() -> None:
    """With one digest before it, and with two."""
    exif = Image.Exif()
    exif[0x013B] = "Sample Artist"
    target = io.BytesIO()
    Image.new("RGB", (8, 8)).save(target, "JPEG", exif=exif)
    for instance, digests in ((0x46A0, 1), (0x46B0, 2)):
        blip = bytes(16 * digests + 1) + target.getvalue()
        data = bytes(68) + struct.pack("<HHI", instance, 0xF01D, len(blip)) + blip + bytes(5_000)
        [found] = exposed_in(make_doc("Words.", streams={"Data": data}))[0]
        assert (found.kind, found.where) == ("EXIF of a picture", "picture 1 in Data")


def test_pictures_that_claim_the_rest_of_an_old_word_file_are_not_looked_at_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []

    def look(picture: bytes, where: str) -> tuple[Exposed, ...]:
        looked.append(len(picture))
        return ()

    monkeypatch.setattr("pipeline.read.exposed_old_office.in_image", look)
    stream = (struct.pack("<HHI", 0x46A0, 0xF01D, 1_000_000) + bytes(1_000)) * 100
    exposed_in(make_doc("Words.", streams={"Data": stream}))
    assert len(looked) == 100
    assert sum(looked) < 4 * len(stream)


def test_hidden_words_in_a_cell_of_an_old_word_file() -> None:
    styles = {**STYLES, 23: Style("Mine", base=0, letters=sprm(HIDDEN))}
    secret = replace(cell("secret words"), style=23)
    found, _ = exposed_in(make_doc("x", secret, cell("b"), row(0, 1000, 2000), "seen", styles=styles))
    assert [(each.kind, each.what) for each in found] == [("hidden text", "secret words")]


def test_an_old_word_file_without_anything() -> None:
    """And another file in the same container is named."""
    assert exposed_in(make_doc("Words.")) == ((), ())
    _, [problem] = exposed_in(container({"Workbook": b"words"}))
    assert problem.code == "FI02"
    _, [problem] = exposed_in(make_doc("Words.", flags=0x1300))
    assert problem.code == "FI05"


def property_stream(texts: dict[int, str]) -> bytes:
    """A stream of properties ([MS-OLEPS] 2.21)."""
    values, places = b"", b""
    for name, text in texts.items():
        places += struct.pack("<II", name, 8 + 8 * len(texts) + len(values))
        values += struct.pack("<II", 30, len(text) + 1) + text.encode("cp1252") + b"\0"
    section = struct.pack("<II", 8 + len(places) + len(values), len(texts)) + places + values
    return struct.pack("<HHI16sI16sI", 0xFFFE, 0, 2, b"", 1, b"", 48) + section


def string_table(*texts: str) -> bytes:
    """Strings in UTF-16 ([MS-DOC] 2.2.4)."""
    found = struct.pack("<HHH", 0xFFFF, len(texts), 0)
    return found + b"".join(struct.pack("<H", len(text)) + text.encode("utf-16-le") for text in texts)


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
