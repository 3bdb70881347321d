"""Small Word files made in memory, and a way to read text without files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from pipeline.models.passages import RawStatement
from pipeline.read import read_statement

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for part, kind in _PARTS.items()
    )
    + "</Types>"
)


def _rels(entries: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'


def make_docx(body: str, *, relations: str = "", document: str | bytes = "", **parts: str) -> bytes:
    """A DOCX with `body` in its w:body; `parts` such as styles="<w:style .../>" become word/styles.xml."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
             "settings": "settings", "comments": "comments", "header": "hdr"}  # fmt: skip
    related = relations + "".join(
        f'<Relationship Id="r{part}" Type="{REL}/{part}" Target="{part}.xml"/>' for part in parts
    )
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels(
            f'<Relationship Id="r1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": document or f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _rels(related),
    }
    for part, content in parts.items():
        entries[f"word/{part}.xml"] = f"<w:{roots[part]} {NAMES}>{content}</w:{roots[part]}>"
    return make_zip(entries)


def make_zip(entries: dict[str, str | bytes]) -> bytes:
    """A zip with these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


Reader = Callable[..., RawStatement]


@pytest.fixture
def word() -> Reader:
    """Read a Word file made of body XML and parts."""

    def read(body: str, **parts: str) -> RawStatement:
        return read_statement(make_docx(body, **parts), "statement.docx")

    return read


@pytest.fixture
def text() -> Reader:
    """Read a text, by default as plain text."""

    def read(content: str | bytes, name: str = "statement.txt") -> RawStatement:
        return read_statement(content.encode() if isinstance(content, str) else content, name)

    return read


def texts(statement: RawStatement) -> list[str]:
    """The words of every passage."""
    return [passage.text for passage in statement.passages]


def shown(statement: RawStatement) -> list[str]:
    """Kind, level, marker and words of every passage, short: "heading 1 | A. | Title"."""
    return [
        f"{one.kind.value}{f' {one.level}' if one.level else ''} | {one.marker} | {one.text}"
        for one in statement.passages
    ]


def codes(statement: RawStatement) -> set[str]:
    """The codes of its problems."""
    return {one.code for one in statement.problems}
