"""A file is what its bytes say, and the message names it."""

from __future__ import annotations

import struct

import pytest

from pipeline.models.passages import FileKind
from pipeline.read import read_statement
from pipeline.read.kind import find_kind
from tests.read.conftest import codes, make_docx, make_zip, p, texts
from tests.read.test_odt import make_odt

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "FI01", "empty"),
        (b"Content-Type: x\nMIME-Version: 1.0\n\n<html>", "FI02", "MHTML"),
        (b"\x89PNG\r\n\x1a\n", "FI02", "PNG"),
        (OLE + "Workbook".encode("utf-16-le"), "FI02", ".xls"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "FI02", ".msg"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "FI05", "password"),
        (make_zip({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "FI02", "spreadsheet"),
        (make_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "FI02", "OpenDocument"),
        (make_zip({"a": ""}), "FI02", "zip"),
        (b"PK", "FI02", "zip"),
        (bytes(range(256)), "FI02", "binary"),
        (b"Just words.", "FI32", "plain text"),
        (b"x" * (21 * 1024 * 1024), "FI04", "MB"),
    ],
)
def test_what_is_not_a_statement_is_named(data: bytes, code: str, word: str) -> None:
    [problem] = read_statement(data, "statement.docx").problems
    assert problem.code == code
    assert word in problem.what


def test_a_wrong_ending_is_read_by_its_content_with_a_warning() -> None:
    statement = read_statement(make_docx(p("word")), "statement.doc")
    assert statement.kind is FileKind.DOCX
    assert codes(statement) == {"FI07"}
    assert codes(read_statement(make_docx(p("word")), "Statement.DOCX")) == set()


def test_a_format_is_known_by_its_first_bytes_and_named_where_its_ending_lies() -> None:
    for data, kind, shown in (
        (b"{\\rtf1 x}", FileKind.RTF, "rich text (.rtf)"),
        (b"<!-- saved --> <!DOCTYPE html><html>x", FileKind.HTML, "a web page (HTML)"),
        (b"<?xml version='1.0'?><html>x", FileKind.HTML, "a web page (HTML)"),
        (make_zip({"mimetype": "application/vnd.oasis.opendocument.text"}), FileKind.ODT, "(.odt)"),
        (make_zip({"mimetype": "application/vnd.oasis.opendocument.text-template"}), FileKind.ODT, "(.odt)"),
    ):
        found, [problem] = find_kind(data, "statement.doc")
        assert (found, problem.code) == (kind, "FI07")
        assert shown in problem.what


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "a.md", "a.jpg"])
@pytest.mark.parametrize(
    ("data", "kind", "right"),
    [
        (b"{\\rtf1 x}", "rich text (.rtf)", ".rtf"),
        (b"<html><p>Please log in.</p></html>", "a web page (HTML)", ".html"),
    ],
)
def test_text_that_is_called_another_format_is_refused_and_the_right_name_told(
    data: bytes, kind: str, right: str, name: str
) -> None:
    """A page that says that a download failed, saved under the name of the download, is no statement."""
    [problem] = read_statement(data, name).problems
    assert problem.code == "FI32"
    assert f"the name says {name[1:]} but the content is {kind}" in problem.what
    assert f"let its name end in {right}" in problem.what_to_do


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "a.md", "a.doc"])
def test_opendocument_is_read_under_any_name(name: str) -> None:
    statement = read_statement(make_odt("<text:p>word</text:p>"), name)
    assert (statement.kind, texts(statement)) == (FileKind.ODT, ["word"])
    assert codes(statement) == {"FI07"}


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a", "a.gdoc", "a.url", "a.webloc"])
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"url":"https://docs.google.com/document/d/abc"}', "Google Drive"),
        (b'{"":"WARNING! DO NOT EDIT","doc_id":"abc","x":"https://docs.google.com/"}', "Google Drive"),
        (b"[InternetShortcut]\r\nURL=https://example.org/x\r\n", ".url"),
        (b"[Desktop Entry]\nName=x\nType=Link\nURL=https://example.org\n", ".desktop"),
        (
            b"<?xml version='1.0'?><plist><dict><key>URL</key><string>https://example.org</string></dict></plist>",
            ".webloc",
        ),
        (b"bplist00\xd1\x01\x02SURL_\x10\x13https://example.org", ".webloc"),
        (b"bplist00\xd1\x01\x02NSURLNameKey", "iCloud"),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(60), "Windows"),
        (b"\xef\xbb\xbfhttps://docs.google.com/document/d/abc/edit\r\n", "web address"),
    ],
)
def test_a_file_that_only_points_to_a_document_is_told_of(data: bytes, what: str, name: str) -> None:
    [problem] = read_statement(data, name).problems
    assert problem.code == "FI33"
    assert what in problem.what


def test_a_text_that_speaks_of_links_is_a_text() -> None:
    for text in ("See https://example.org/x", "https://example.org/x\nand more", '{"title": "A statement"}'):
        assert texts(read_statement(text.encode(), "a.txt")) != []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.md", FileKind.MARKDOWN), ("a.txt", FileKind.TEXT), ("a", FileKind.TEXT), ("a.b/c", FileKind.TEXT)],
)
def test_text_is_markdown_only_where_its_name_says_so(name: str, kind: FileKind) -> None:
    assert read_statement(b"word", name).kind is kind


def test_a_zip_that_points_before_its_own_beginning_is_named_too() -> None:
    """Its directory puts the first part at a negative place, which Python meets with a ValueError."""
    data = make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    end = data.rindex(b"PK\x05\x06")
    start = struct.unpack("<L", data[end + 16 : end + 20])[0]
    spoilt = data[: end + 16] + struct.pack("<L", start + 46) + data[end + 20 :]
    [problem] = read_statement(spoilt, "statement.docx").problems
    assert problem.code in {"FI02", "FI03"}
    assert "ValueError" not in problem.what


def test_what_is_damaged_and_has_a_wrong_name_is_told_with_what_it_is() -> None:
    data = make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    assert codes(read_statement(data, "statement.docx")) == {"FI03", "FI07"}
