"""The same document as .docx and as the .rtf and .doc that LibreOffice makes of it gives the same passages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pipeline.models.passages import Passage
from pipeline.read import read_statement
from tests.programs import run_program
from tests.read.conftest import codes, make_docx, make_zip, p

BOLD = "<w:b/>"  # LibreOffice does not write that a row is a head; that it is bold tells


def _item(text: str, number: int, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def _level(place: int, figures: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{figures}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (place + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def _cell(text: str, span: int = 1, run: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{3000 * span}" w:type="dxa"/><w:gridSpan w:val="{span}"/></w:tcPr>{p(text, run=run)}</w:tc>'


def _document() -> bytes:
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{}Reference w:id="2"/></w:r>'
    grid = '<w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    body = (
        p("A sample statement", '<w:pStyle w:val="h1"/>')
        + "<w:p><w:r><w:t xml:space='preserve'>The Sample Ministry </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>publishes</w:t></w:r>"
        f"{note.format('footnote')}<w:r><w:t xml:space='preserve'> the </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>report</w:t></w:r>"
        f"<w:r><w:t xml:space='preserve"
        f"'> – “yearly”, 25 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
        f"{note.format('endnote')}<w:r><w:t>.</w:t></w:r></w:p>"
        + p("Recommendations", '<w:pStyle w:val="h2"/>')
        + _item("Ratify the sample convention.", 1)
        + _item("Publish the first part;", 1, 1)
        + _item("Publish the second part;", 1, 1)
        + _item("Fund the sample office.", 1)
        + _item("Bullets too.", 2)
        + p("Words of somebody else, set in from both sides.", '<w:ind w:left="720" w:right="720"/>')
        + f"<w:tbl>{grid}<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cell('Theme', run=BOLD)}{_cell('Year', run=BOLD)}</w:tr>"
        f"<w:tr>{_cell('Water')}{_cell('2020')}</w:tr><w:tr>{_cell('Both of them', 2)}</w:tr></w:tbl>"
        + p("توصي المنظمة بنشر التقرير السنوي.", "<w:bidi/>", "<w:rtl/>")
        + p("本组织建议公布年度报告。")
        + p("Организация рекомендует опубликовать отчёт. 😀")
    )
    return make_docx(
        body,
        styles='<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
        numbering=f'<w:abstractNum w:abstractNumId="0">{_level(0, "decimal", "%1.")}{_level(1, "lowerLetter", "(%2)")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{_level(0, "bullet", "•")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
        footnotes=f'<w:footnote w:id="2">{p("A source of the sample.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p("A remark at the end.")}</w:endnote>',
    )


def _typed(data: bytes) -> bytes:
    """The package with the type of every part, without which LibreOffice does not open it."""
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{office}.{Path(name).stem}{".main" * name.endswith("document.xml")}+xml"/>'
        for name in entries
        if name.startswith("word/") and name.endswith(".xml")
    )
    entries["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )
    return make_zip(entries)


def _passage(one: Passage) -> tuple[object, ...]:
    runs = [(run.text, run.bold, run.italic, run.superscript, run.note) for run in one.runs]
    place = (one.table, one.row, one.column, one.span, one.header)
    return one.kind, one.level, one.marker, one.note, one.text, place, runs


@pytest.mark.parametrize(("ending", "filter_"), [("rtf", ""), ("doc", ":MS Word 97")])
def test_what_libreoffice_makes_of_a_word_file_reads_the_same(
    ending: str, filter_: str, tmp_path: Path
) -> None:
    source = tmp_path / "statement.docx"
    source.write_bytes(_typed(_document()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--convert-to", f"{ending}{filter_}", "--outdir", tmp_path]
    run_program("soffice", profile, "--headless", *to, source, cwd=tmp_path)
    word = read_statement(source.read_bytes(), "statement.docx")
    other = read_statement((tmp_path / f"statement.{ending}").read_bytes(), f"statement.{ending}")
    assert len(word.passages) == 19
    assert list(map(_passage, other.passages)) == list(map(_passage, word.passages))
    assert codes(other) == set()
