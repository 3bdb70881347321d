"""Word files made to break readers are refused in plain words, fast."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.read import read_statement
from tests.read.conftest import NAMES, STRICT, W, codes, make_docx, make_zip, p, texts


def refusal(data: bytes) -> str:
    statement = read_statement(data, "statement.docx")
    assert statement.passages == ()
    [problem] = statement.problems
    return f"{problem.code}: {problem.what}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_is_refused_in_any_encoding(encoding: str) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]>'
        f"<w:document {NAMES}><w:body>{p('&a;')}</w:body></w:document>"
    )
    assert "DTD" in refusal(make_docx("", document=xml.encode(encoding)))


def test_a_dtd_in_a_part_that_is_not_read_is_refused_too() -> None:
    data = make_zip(
        {"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>", "docProps/core.xml": "<!DOCTYPE x><x/>"}
    )
    assert "DTD" in refusal(data)


def test_a_zip_bomb_is_refused_unread() -> None:
    assert refusal(make_docx(p("x" * 9_000_000))).startswith("FI04")


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(make_docx(p("one")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("Word/Document.xml", "<x/>")
    assert "two parts" in refusal(buffer.getvalue())


@pytest.mark.parametrize("name", ["../evil.xml", "/evil.xml", "word\\..\\..\\evil.xml", "C:/evil.xml"])
def test_names_that_leave_the_package_are_refused(name: str) -> None:
    assert "unsafe name" in refusal(make_zip({"[Content_Types].xml": "<x/>", name: "x"}))


def test_too_many_parts_or_cells_or_columns_are_refused() -> None:
    assert refusal(make_zip({f"word/{n}.xml": "" for n in range(2001)})).startswith("FI04")
    row = f"<w:tr>{'<w:tc><w:p/></w:tc>' * 100}</w:tr>"
    assert "cells" in refusal(make_docx(f"<w:tbl>{row * 201}</w:tbl>"))
    wide = (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{p("x")}</w:tc></w:tr></w:tbl>'
    )
    assert "columns" in refusal(make_docx(wide))


def test_deep_nesting_is_a_limit_and_not_damage() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 100 + p("x") + "</w:tc></w:tr></w:tbl>" * 100
    assert refusal(make_docx(body)).startswith("FI04")


def test_strict_files_and_utf16_are_read() -> None:
    xml = f"<w:document {NAMES}><w:body>{p('word')}</w:body></w:document>"
    assert texts(read_statement(make_docx("", document=xml.replace(W, STRICT)), "a.docx")) == ["word"]
    wide = ('<?xml version="1.0" encoding="utf-16"?>' + xml).encode("utf-16")
    assert texts(read_statement(make_docx("", document=wide), "a.docx")) == ["word"]


def test_a_damaged_or_cut_file_is_damaged() -> None:
    whole = make_docx(p("word"))
    assert refusal(whole[: len(whole) // 2]).startswith("FI03")
    assert refusal(make_docx("", document="<w:document")).startswith("FI03")


def test_a_file_without_words_has_no_text() -> None:
    assert codes(read_statement(make_docx("<w:p/>"), "a.docx")) == {"FI18"}
