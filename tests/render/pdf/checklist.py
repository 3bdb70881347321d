"""What PDF/A-2a (ISO 19005-2:2011) and PDF/UA-1 (ISO 14289-1:2014) ask of a file, looked up in its objects.

Each check takes an opened file and yields a sentence for every fault. It stands in for veraPDF, which is to be
had neither from PyPI nor from npm or Debian; it covers what the writer can get wrong, not every clause.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from tests.render.pdf.opened import SHOWS, File, codes_of, contents, meanings, number, parent_tree, plain

STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P"),
    *("H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"),
    *("TBody", "TFoot", "Span", "Quote", "Note", "Reference", "Link", "Figure"),
}
CHILDREN = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC"},
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "Document": {"Part", "Sect"},
}
"""ISO 32000-1:2008, 14.8.4.3: what these elements may hold."""
ONLY_IN = {"LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "TR": {"Table", "THead", "TBody"}, "TD": {"TR"}}
ONLY_IN |= {"TH": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}}
GROUPING = {"Document", "Part", "Sect", "L", "LI", "TOC", "Table", "THead", "TBody", "TR", "BlockQuote"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PAINTS = SHOWS | {b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"Do", b"sh", b"EI"}
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


def header(file: File) -> Iterator[str]:
    """19005-2, 6.1.2 and 6.1.3: header with a comment of bytes over 127, identifier, nothing encrypted."""
    if not re.match(rb"%PDF-1\.[4-7]\n%[\x80-\xff]{4}", file.data):
        yield "the header is not that of a PDF 1.4 to 1.7 with a binary comment"
    if not file.data.endswith(b"%%EOF\n"):
        yield "there is something after the end of the file"
    trailer = file.reader.trailer
    if "/ID" not in trailer:
        yield "the file has no identifier"
    if "/Encrypt" in trailer:
        yield "the file is encrypted"


def fonts(file: File) -> Iterator[str]:
    """19005-2, 6.2.11; 14289-1, 7.21: embedded, symbolic without an encoding, widths, meaning of every code."""
    used: dict[int, tuple[Any, set[int]]] = {}  # by identity: a font is one object, on however many pages
    for page, operations in enumerate(file.operators):
        named = plain(plain(file.pages[page]["/Resources"])["/Font"])
        font: Any = {}
        for operands, operator in operations:
            if operator == b"Tf":
                font = plain(named[str(operands[0])])
            elif operator in SHOWS:
                _, codes = used.setdefault(id(font), (font, set()))
                for part in operands[0] if operator == b"TJ" else operands:
                    codes.update(codes_of(font, getattr(part, "original_bytes", b"")))
    for font, codes in used.values():
        yield from _font(font, codes)


def _font(font: Any, codes: set[int]) -> Iterator[str]:
    name = font["/BaseFont"]
    composite = font["/Subtype"] == "/Type0"
    inner = plain(plain(font["/DescendantFonts"])[0]) if composite else font
    descriptor = plain(inner["/FontDescriptor"])
    if "/FontFile2" not in descriptor:
        yield f"{name} is not embedded"
        return
    if not descriptor["/Flags"] & 4 or descriptor["/Flags"] & 32:
        yield f"{name} is not marked as symbolic and nothing else"
    if font.get("/Encoding") != ("/Identity-H" if composite else None):
        yield f"{name} has an encoding that it should not have"
    if "/ToUnicode" not in font:
        yield f"{name} does not say what its codes mean"
        return
    said = meanings(plain(font["/ToUnicode"]).get_data())
    for code in sorted(codes):
        if said.get(code, "") in ("", "\0", "\ufeff", "\ufffe"):
            yield f"code {code} of {name} means nothing"
    program = plain(descriptor["/FontFile2"]).get_data()
    yield from (_glyphs(inner, codes, program) if composite else _program(font, codes, program))


def _glyphs(font: Any, codes: set[int], data: bytes) -> Iterator[str]:
    """19005-2, 6.2.11.3 and 6.2.11.5: codes are glyphs by Identity, as wide as they are said to be."""
    name, program = font["/BaseFont"], TTFont(io.BytesIO(data), lazy=True)
    if font["/Subtype"] != "/CIDFontType2" or font.get("/CIDToGIDMap") != "/Identity":
        yield f"{name} does not say which glyph a code is"
    first, widths = plain(font["/W"])
    scale = 1000 / program["head"].unitsPerEm
    for code in sorted(codes):
        if not 0 < code < program["maxp"].numGlyphs:
            yield f"code {code} of {name} shows .notdef"
        elif abs(float(widths[code - first]) - program["hmtx"][program.getGlyphName(code)][0] * scale) > 1:
            yield f"code {code} of {name} is {widths[code - first]} wide, its glyph is not"


def _program(font: Any, codes: set[int], data: bytes) -> Iterator[str]:
    name, program = font["/BaseFont"], TTFont(io.BytesIO(data), lazy=True)
    tables = program["cmap"].tables
    if len(tables) != 1 and not any((t.platformID, t.platEncID) == (3, 0) for t in tables):
        yield f"{name} has {len(tables)} tables of characters and none for symbols"
    glyphs = tables[0].cmap
    scale = 1000 / program["head"].unitsPerEm
    for code in sorted(codes):
        glyph = next((glyphs[place] for place in (code, 0xF000 + code) if place in glyphs), ".notdef")
        if glyph == ".notdef" or program.getGlyphID(glyph) == 0:
            yield f"code {code} of {name} shows .notdef"
        width = program["hmtx"][glyph][0] * scale
        if abs(float(font["/Widths"][code - font["/FirstChar"]]) - width) > 1:
            yield f"code {code} of {name} is {font['/Widths'][code]} wide, its letter {width}"


def colours(file: File) -> Iterator[str]:
    """19005-2, 6.2.3 and 6.2.4: one sRGB output intent, and no colour that it does not give a meaning to."""
    intents = [plain(intent) for intent in plain(file.root.get("/OutputIntents", ArrayObject()))]
    if [intent.get("/S") for intent in intents] != ["/GTS_PDFA1"]:
        yield "there is not just one output intent of PDF/A"
        return
    profile = plain(intents[0]["/DestOutputProfile"])
    data = profile.get_data()
    if profile["/N"] != 3 or data[16:20] != b"RGB " or data[36:40] != b"acsp" or data[8] > 4:
        yield "the output profile is not one of RGB"
    allowed = {b"rg", b"RG", b"g", b"G"}
    for page, operations in enumerate(file.operators, start=1):
        found = {
            o for _, o in operations if o in {b"k", b"K", b"cs", b"CS", b"sc", b"scn", b"SC", b"SCN", b"sh"}
        }
        if found - allowed:
            yield f"page {page} has colours set by {sorted(found)}"
    for image in images(file):
        if image.get("/ColorSpace") not in ("/DeviceRGB", "/DeviceGray"):
            yield f"a picture is in {image.get('/ColorSpace')}"
        if image.get("/Interpolate") == True:  # noqa: E712 - a PDF boolean
            yield "a picture is interpolated"


def images(file: File) -> Iterator[Any]:
    return (
        value
        for value in file.objects
        if isinstance(value, StreamObject) and value.get("/Subtype") == "/Image"
    )


def metadata(file: File) -> Iterator[str]:
    """19005-2, 6.6; 14289-1, 5 and 7.1: both identifiers, the same properties twice, the title shown."""
    stream = plain(file.root.get("/Metadata"))
    if stream is None:
        yield "there is no XMP"
        return
    if "/Filter" in stream:
        yield "the XMP is compressed"
    tree = ElementTree.fromstring(stream.get_data())

    def said(path: str) -> str:
        found = tree.find(f".//{path}", NAMES)
        return "" if found is None else "".join(found.itertext()).strip()

    identifiers = said("pdfaid:part"), said("pdfaid:conformance"), said("pdfuaid:part")
    if identifiers != ("2", "A", "1"):
        yield f"the identifiers are {identifiers}"
    if said("pdfaSchema:namespaceURI") != NAMES["pdfuaid"]:
        yield "the identifier of PDF/UA is not described"
    info: Any = file.reader.trailer["/Info"]
    pairs = {"/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description"}
    pairs |= {"/Keywords": "pdf:Keywords", "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer"}
    for key, path in pairs.items():
        if str(info.get(key, "")) != said(path):
            yield f"{key} is {info.get(key)!r} and in XMP {said(path)!r}"
    for key, path in {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}.items():
        if re.sub(r"\D", "", str(info[key])) != re.sub(r"\D", "", said(path)):
            yield f"{key} is {info[key]} and in XMP {said(path)}"
    if not said("dc:title"):
        yield "there is no title"
    if plain(file.root.get("/ViewerPreferences", {})).get("/DisplayDocTitle") != True:  # noqa: E712
        yield "the title is not shown"


def nothing_forbidden(file: File) -> Iterator[str]:
    """19005-2, 6.1, 6.4, 6.5, 6.8: no scripts, no other actions, no attachments, no forms, no transparency."""
    for entries in file.dictionaries():
        for key in (
            "/AA",
            "/JS",
            "/JavaScript",
            "/EmbeddedFiles",
            "/AcroForm",
            "/SMask",
            "/OCProperties",
            "/XFA",
        ):
            if key in entries and not (key == "/SMask" and entries[key] == "/None"):
                yield f"there is a {key}"
        if entries.get("/S") == "/Transparency" or {"/ca", "/CA", "/BM"} & entries.keys():
            yield "there is transparency"
        does = entries.get("/Type") == "/Action" or ("/S" in entries and "/URI" in entries)
        if does and entries["/S"] not in ("/URI", "/GoTo"):
            yield f"there is an action {entries['/S']}"
        if "/LZWDecode" in str(entries.get("/Filter", "")):
            yield "a stream is compressed with LZW"
    if not isinstance(plain(file.root.get("/OpenAction", ArrayObject())), ArrayObject):
        yield "opening the file does more than show a page"


def annotations(file: File) -> Iterator[str]:
    """19005-2, 6.3; 14289-1, 7.18: printed, described, in the element Link that names them, tabbed in order."""
    index = parent_tree(file)
    for place, page in enumerate(file.pages, start=1):
        found = [plain(a) for a in plain(page.get("/Annots", ArrayObject()))]
        if found and page.get("/Tabs") != "/S":
            yield f"page {place} is not tabbed through in the order of its structure"
        for annotation in found:
            if annotation.get("/Subtype") != "/Link":
                yield f"page {place} has an annotation {annotation.get('/Subtype')}"
            if annotation.get("/F") != 4:
                yield f"a link on page {place} is not printed, or hidden"
            if not str(annotation.get("/Contents", "")).strip():
                yield f"a link on page {place} is not described"
            element = plain(index.get(annotation.get("/StructParent")))
            if not isinstance(element, DictionaryObject) or file.kind(element) != "Link":
                yield f"a link on page {place} is in no element Link"
            elif number(annotation) not in [
                number(kid.raw_get("/Obj"))
                for kid in file.kids(element)
                if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"
            ]:
                yield f"the element of a link on page {place} does not name it"


def marked_content(file: File) -> Iterator[str]:
    """14289-1, 7.1: all that is painted is in an element or an artifact, never in both, and can be found."""
    if plain(file.root.get("/MarkInfo", DictionaryObject())).get("/Marked") != True:  # noqa: E712
        yield "the file does not say that it is tagged"
    index = parent_tree(file)
    for place, page in enumerate(file.pages):
        yield from _balanced(file.operators[place], place + 1)
        marks = [mark for mark, _ in file.marks(place)]
        if sorted(marks) != list(range(len(marks))):
            yield f"page {place + 1} has marks twice or not at all"
        row = plain(index.get(page.get("/StructParents"), ArrayObject()))
        if len(row) != len(marks):
            yield f"page {place + 1} has {len(marks)} marks, its row in the index {len(row)}"
            continue
        for mark, _ in file.marks(place):
            element = plain(row[mark])
            if (number(page), mark) not in contents(file, element):
                yield f"mark {mark} of page {place + 1} is not in the element that the index names"
    yield from _claimed_once(file)


def heads_and_feet(file: File) -> Iterator[str]:
    """14289-1, 7.8: what runs above and below a page says that it is its header and its footer."""
    for place, operations in enumerate(file.operators):
        said = [
            str(operands[1].get("/Subtype"))
            for operands, operator in operations
            if operator == b"BDC" and operands[0] == "/Artifact" and operands[1].get("/Type") == "/Pagination"
        ]
        if said[:2] != ["/Header", "/Footer"]:
            yield f"page {place + 1} does not tell its header and footer from other artifacts: {said}"


def _claimed_once(file: File) -> Iterator[str]:
    claimed = Counter(mark for element in file.elements() for mark in contents(file, element))
    yield from (f"mark {mark} belongs to {count} elements" for mark, count in claimed.items() if count > 1)
    pages = {number(page): place for place, page in enumerate(file.pages)}
    there = {page: {mark for mark, _ in file.marks(place)} for page, place in pages.items()}
    for page, mark in claimed:
        if mark not in there[page]:
            yield f"an element has mark {mark} of page {pages[page] + 1}, which is not there"


def _balanced(operations: list[tuple[Any, bytes]], page: int) -> Iterator[str]:
    """Artifacts and elements never in each other, all painting in one of them, text objects properly nested."""
    stack: list[str] = []
    for operands, operator in operations:
        if operator == b"BT":
            stack.append("BT")
        elif operator in (b"BDC", b"BMC"):
            artifact = operands[0] == "/Artifact"
            tagged = (
                operator == b"BDC" and isinstance(operands[1], DictionaryObject) and "/MCID" in operands[1]
            )
            if (artifact and "tag" in stack) or (tagged and {"tag", "artifact"} & set(stack)):
                yield f"page {page} nests marked content and artifacts in each other"
            stack.append("artifact" if artifact else "tag" if tagged else "span")
        elif operator in (b"EMC", b"ET"):
            if not stack or (stack.pop() == "BT") != (operator == b"ET"):
                yield f"page {page} ends what is not open"
        elif operator in PAINTS and not {"tag", "artifact"} & set(stack):
            yield f"page {page} paints outside of elements and artifacts"
    if stack:
        yield f"page {page} leaves {stack} open"


def elements(file: File) -> Iterator[str]:
    """14289-1, 7.1 and 7.2: standard types in the order that they allow, each knowing its parent; languages."""
    if not LANGUAGE.fullmatch(str(file.root.get("/Lang", ""))):
        yield "the file has no language"
    for element in file.elements():
        kind = file.kind(element)
        if kind not in STANDARD:
            yield f"{kind} is no standard type"
        for inner in file.inner(element):
            below = file.kind(inner)
            if below not in CHILDREN.get(kind, STANDARD) or kind not in ONLY_IN.get(below, STANDARD):
                yield f"a {below} is in a {kind}"
            if number(inner.raw_get("/P")) != number(element):
                yield f"a {below} does not know its parent"
        if kind in GROUPING and contents(file, element):
            yield f"a {kind} has content of its own"
        if not file.kids(element) and kind != "TD":
            yield f"a {kind} is empty"
        if "/Lang" in element and not LANGUAGE.fullmatch(str(element["/Lang"])):
            yield f"a {kind} has the language {element['/Lang']!r}"


def headings(file: File) -> Iterator[str]:
    """14289-1, 7.4.2: the first is an H1, and no level is left out on the way down."""
    before = 0
    for element in file.elements():
        kind = file.kind(element)
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > before + 1:
                yield f"{kind} follows H{before}"
            before = int(kind[1])


def tables(file: File) -> Iterator[str]:
    """14289-1, 7.5: as many columns in every row, heads with a scope, and headers that are there."""
    for table in (element for element in file.elements() if file.kind(element) == "Table"):
        groups = [g for g in file.inner(table) if file.kind(g) != "TR"]
        rows = [row for row in file.inner(table) if file.kind(row) == "TR"]
        rows += [row for group in groups for row in file.inner(group)]
        widths = {sum(int(file.attribute(cell, "/ColSpan") or 1) for cell in file.inner(row)) for row in rows}
        if len(widths) > 1:
            yield f"a table has rows of {sorted(widths)} columns"
        cells = [cell for row in rows for cell in file.inner(row)]
        names = {bytes(cell["/ID"], "latin-1") for cell in cells if "/ID" in cell}
        for cell in cells:
            if file.kind(cell) == "TH" and file.attribute(cell, "/Scope") not in ("/Row", "/Column", "/Both"):
                yield "a head of a table has no scope"
            for head in file.attribute(cell, "/Headers") or ():
                if head.original_bytes not in names:
                    yield "a cell names a head that is not in its table"


def figures_and_notes(file: File) -> Iterator[str]:
    """14289-1, 7.3 and 7.9: words and a place for every figure, a name of its own for every note."""
    names = Counter(str(element["/ID"]) for element in file.elements() if "/ID" in element)
    yield from (f"the name {name} is there {count} times" for name, count in names.items() if count > 1)
    for element in file.elements():
        kind = file.kind(element)
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure has no words that stand for it"
        if kind == "Figure" and len(file.attribute(element, "/BBox") or ()) != 4:
            yield "a figure has no place"
        if kind == "Note" and "/ID" not in element:
            yield "a note has no name"


def bookmarks(file: File) -> Iterator[str]:
    """The page numbers in the bookmarks are those of the pages they lead to, and of the labels."""
    labels = file.reader.page_labels
    if labels != [str(place) for place in range(1, len(file.pages) + 1)]:
        yield "the pages are not labelled from 1"
    waiting = list(file.reader.outline)
    while waiting:
        item: Any = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
            continue
        page = file.reader.get_destination_page_number(item)
        if page is None or not item.title.endswith(f" · {page + 1}"):
            yield f"the bookmark {item.title!r} leads to page {page}"


CHECKS: tuple[Callable[[File], Iterator[str]], ...] = (
    header,
    fonts,
    colours,
    metadata,
    nothing_forbidden,
    annotations,
    marked_content,
    heads_and_feet,
    elements,
    headings,
    tables,
    figures_and_notes,
    bookmarks,
)


def faults(file: File) -> list[str]:
    """Everything that is wrong with the file, each with the check that found it."""
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(file)]
