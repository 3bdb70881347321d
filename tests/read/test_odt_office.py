"""The same document from Word and, converted by LibreOffice, as OpenDocument gives the same passages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from pipeline.models.passages import Kind, RawStatement
from pipeline.read import read_statement
from tests.programs import run_program
from tests.read.conftest import make_docx, make_zip, p
from tests.read.test_docx_numbering import level

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'


def item(text: str, number: int, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def named(identity: str, shown: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{shown}"/><w:pPr>{more}</w:pPr></w:style>'


def cells(*contents: str, header: bool = False) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{p(one)}</w:tc>' for one in contents
    )
    return f"<w:tr>{properties}{inner}</w:tr>"


STYLES = (
    named("Normal", "Normal")
    + named("H1", "heading 1", '<w:outlineLvl w:val="0"/>')
    + named("H2", "heading 2", '<w:outlineLvl w:val="1"/>')
    + named("Q", "Quote")
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}'
    f"{level(2, 'decimal', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0x2022))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
BODY = (
    p("Water in Samplia", '<w:pStyle w:val="H1"/>')
    + "<w:p>" + run("The Sample Ministry ") + run("publishes", "<w:b/>") + run(" the ") + run("report", "<w:i/>")
    + run(" on 5 m") + run("2", '<w:vertAlign w:val="superscript"/>') + run(".")
    + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    + p("Recommendations", '<w:pStyle w:val="H2"/>')
    + item("Publish the report;", 1) + item("In every district;", 1, 1) + item("In every school;", 1, 1)
    + item("In two languages;", 1, 2) + item("Repair the wells.", 1)
    + p("Between the lists.")
    + item("Count the wells.", 1) + item("A point.", 2) + item("Another point.", 2)
    + p("Water is a right of everybody.", '<w:pStyle w:val="Q"/>')
    + '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/>'
    f'<w:gridCol w:w="3000"/></w:tblGrid>{cells("District", "Wells", header=True)}{cells("North", "12")}</w:tbl>'
    + p("تنشر الوزارة التقرير كل سنة في جميع المدارس.", "<w:bidi/>", "<w:rtl/>")
    + p("该部每年在所有学校发布报告。")
    + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)  # fmt: skip
FOOTNOTES = f'<w:footnote w:id="2">{p("Source: the report.")}</w:footnote>'


def document() -> bytes:
    """A Word file of which LibreOffice knows all parts."""
    made = make_docx(BODY, styles=STYLES, numbering=NUMBERING, footnotes=FOOTNOTES)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return make_zip(parts | {"[Content_Types].xml": _TYPES.format(rels + overrides)})


def seen(statement: RawStatement) -> list[tuple[object, ...]]:
    return [
        (
            one.kind, one.level, one.marker, one.text, one.note, one.table, one.row, one.column, one.header,
            [(run.text, run.bold, run.italic, run.superscript, run.note) for run in one.runs],
        )
        for one in statement.passages
    ]  # fmt: skip


def test_a_document_that_libreoffice_converts_has_the_same_passages(tmp_path: Path) -> None:
    data = document()
    (tmp_path / "statement.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    done = run_program(
        "soffice", profile, "--headless", "--convert-to", "odt", tmp_path / "statement.docx", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    converted = read_statement((tmp_path / "statement.odt").read_bytes(), "statement.odt")
    before = read_statement(data, "statement.docx")
    assert seen(converted) == seen(before)
    assert converted.problems == before.problems == ()
    assert {one.kind for one in converted.passages} == set(Kind)
