"""The parts of the file put together by python-docx, and packed so that the bytes repeat."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.models.document import Document
from pipeline.models.letterhead import Letterhead
from pipeline.models.style import Style
from pipeline.render.characters import xml_safe
from pipeline.render.docx.anchors import bookmark_names
from pipeline.render.docx.body import write_body
from pipeline.render.docx.footnotes import (
    RELATION,
    SEPARATORS,
    callable_notes,
    footnotes,
    footnotes_part,
)
from pipeline.render.docx.letterhead import fonts_instead, on_paper
from pipeline.render.docx.stylesheet import stylesheet
from pipeline.render.docx.theme import THEME_CONTENT, theme
from pipeline.render.docx.typefaces import font_table
from pipeline.render.docx.writing import Writing, language_tag, languages_of
from pipeline.render.docx.xml import props, serialised, w
from pipeline.render.headings import with_heading_anchors
from pipeline.render.zipped import Entry, zipped

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_CONTENT = "application/vnd.openxmlformats-package.core-properties+xml"
WORD_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
TYPES, FONTS = "[Content_Types].xml", "word/fonts/"


def write_package(
    document: Document, style: Style, pages: Mapping[str, int], letterhead: Letterhead | None = None
) -> bytes:
    """The whole file. See `render_docx`."""
    from docx.package import Package

    document = with_heading_anchors(document)
    style = on_paper(style, letterhead)
    instead = fonts_instead(style, letterhead)
    package = Package()
    story = _part(package, "document", "document.main")
    calls = callable_notes(document)
    below = footnotes_part(package) if calls else None
    writing = Writing(
        document, style, pages, bookmark_names(document), story, calls, below, letterhead=letterhead
    )
    story._blob = serialised(w("document", write_body(writing)))
    if below is not None:
        below._blob = footnotes(writing.footnotes)
        story.relate_to(below, RELATION)
    styles = _part(package, "styles", "styles")
    styles._blob = stylesheet(style, document.language, writing.line_width, letterhead)
    settings = _part(package, "settings", "settings")
    settings._blob = _settings(writing, notes=below is not None)
    for part, relation in ((styles, "styles"), (settings, "settings")):
        story.relate_to(part, OFFICE + relation)
    if writing.lists:
        numbering = _part(package, "numbering", "numbering")
        numbering._blob = writing.lists.part()
        story.relate_to(numbering, OFFICE + "numbering")
    story.relate_to(_theme(style, instead, package), OFFICE + "theme")
    replaced = {name for name, font in instead.items() if font != name}
    story.relate_to(font_table(style, package, replaced), OFFICE + "fontTable")
    package.relate_to(story, OFFICE + "officeDocument")
    package.relate_to(_core(document, package), CORE_RELATION)
    return packed(package)


def _part(package: Package, name: str, content: str) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(f"/word/{name}.xml"), f"{WORD_CONTENT}{content}+xml", b"", package)


def _theme(style: Style, instead: Mapping[str, str], package: Package) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI("/word/theme/theme1.xml"), THEME_CONTENT, theme(style, instead), package)


def _settings(writing: Writing, *, notes: bool) -> bytes:
    """Word 2013 and later layout, fonts embedded, mirrored margins, hyphenation; nothing of a user.

    A line that its author broke keeps its blanks as they are: `doNotExpandShiftReturn`.
    """
    mode: dict[str, str | int] = {
        "name": "compatibilityMode",
        "uri": "http://schemas.microsoft.com/office/word",
        "val": 15,
    }
    parts = [
        w("zoom", percent=100),
        w("embedTrueTypeFonts"),
        w("saveSubsetFonts"),
        w("defaultTabStop", val=360),
        w("autoHyphenation"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("doNotExpandShiftReturn"), w("compatSetting", **mode)),
        w("themeFontLang", **languages_of(writing.document.language)),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    ]
    if notes:
        parts.append(w("footnotePr", *(w("footnote", id=number) for number, _ in SEPARATORS)))
    if writing.style.page.mirrored:
        parts.append(w("mirrorMargins"))
    if writing.letterhead and any(area.pages == "even" for area in writing.letterhead.areas):
        parts.append(w("evenAndOddHeaders"))
    return serialised(props("settings", parts))


def _core(document: Document, package: Package) -> Part:
    """The properties that the file shows: what the Document says, and nothing else."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    root = etree.Element(f"{{{CORE['cp']}}}coreProperties", nsmap=CORE)
    values = [
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("cp:keywords", ", ".join(document.keywords)),
        ("cp:lastModifiedBy", ""),
        ("cp:revision", "1"),
        *((f"dcterms:{name}", _moment(document.created)) for name in ("created", "modified")),
        ("dc:language", language_tag(document.language)),
    ]
    for name, text in values:
        prefix, _, local = name.partition(":")
        if not text and local != "lastModifiedBy":
            continue
        element = etree.SubElement(root, f"{{{CORE[prefix]}}}{local}")
        element.text = xml_safe(text)
        if prefix == "dcterms":
            element.set(f"{{{CORE['xsi']}}}type", "dcterms:W3CDTF")
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(PackURI("/docProps/core.xml"), CORE_CONTENT, data, package)


def _moment(created: str) -> str:
    """A day or a time as Word wants it; "" where there is none."""
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?", created)
    if not match:
        return ""
    time = match[2] or "00:00:00"
    return f"{match[1]}T{time if len(time) == 8 else time + ':00'}Z"


def packed(package: Package) -> bytes:
    """The file with a fixed date, order and compression of its parts.

    The library adds what says which parts there are. It is given them empty, since it would compress them.
    """
    content: dict[str, bytes] = {}
    for part in package.iter_parts():
        content[part.partname.membername], part._blob = part.blob, b""
    stream = io.BytesIO()
    package.save(stream)
    with zipfile.ZipFile(stream) as listed:
        names = sorted(listed.namelist(), key=lambda name: (name != TYPES, name))
        return zipped(
            Entry(name, content.get(name) or listed.read(name), name.startswith(FONTS)) for name in names
        )
