"""A file is what its bytes say, and the message names it."""

from __future__ import annotations

import struct

import pytest

from pipeline.models.passages import FileKind
from pipeline.read import read_statement
from pipeline.read.kind import find_kind
from tests.read.conftest import codes, make_docx, make_zip, p

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "FI01", "empty"),
        (b"Content-Type: x\nMIME-Version: 1.0\n\n<html>", "FI02", "MHTML"),
        (b"\x89PNG\r\n\x1a\n", "FI02", "PNG"),
        (OLE + "WordDocument".encode("utf-16-le"), "FI02", "an old Word file (.doc), although"),
        (OLE + "Workbook".encode("utf-16-le"), "FI02", ".xls"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "FI02", ".msg"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "FI05", "password"),
        (make_zip({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "FI02", "spreadsheet"),
        (make_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "FI02", "OpenDocument"),
        (make_zip({"a": ""}), "FI02", "zip"),
        (b"PK", "FI02", "zip"),
        (bytes(range(256)), "FI02", "binary"),
        (b"Just words.", "FI02", "plain text"),
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
@pytest.mark.parametrize("data", [b"{\\rtf1 x}", b"<html><p>Please log in.</p></html>"])
def test_what_is_called_another_format_is_refused(data: bytes, name: str) -> None:
    """A page that says that a download failed, saved under the name of the download, is no statement."""
    [problem] = read_statement(data, name).problems
    assert problem.code == "FI02"
    assert f"although the name ends in {name[1:]}" in problem.what


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
