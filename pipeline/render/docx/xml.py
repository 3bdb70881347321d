"""WordprocessingML elements: made in one call, properties always in the order of the schema."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from xml.etree import ElementTree

from pipeline.render.characters import xml_safe

Element = ElementTree.Element
"""Of the standard library: a file has thousands of small elements, and lxml gives each a document of its own
until it has a parent."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACES = {
    "w": W,
    "r": R,
    "wp": WP,
    "a": A,
    "pic": PIC,
    "mc": MC,
    "wps": WPS,
    "wpg": WPG,
    "adec": DECORATIVE,
    "xml": XML,
}
"""Prefixes are fixed: what says which one must be understood (mc:Choice) says it by its prefix."""
_PREFIXES = {f"{{{address}}}": f"{prefix}:" for prefix, address in NAMESPACES.items()}
XML_SPACE = f"{{{XML}}}space"

# The order of the children of each kind of properties: ECMA-376, 5th edition, Part 4 (2016), annex A.1
# (wml.xsd), types CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, CT_Style, CT_Settings. Word offers to
# "repair" a file that has them in another order.
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike noProof vanish webHidden color spacing w "
    "kern position sz szCs highlight u bdr shd vertAlign rtl cs lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout "
    "tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "trPr": "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader jc",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg bidi",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts mirrorMargins defaultTabStop autoHyphenation "
    "hyphenationZone doNotHyphenateCaps evenAndOddHeaders characterSpacingControl footnotePr compat "
    "themeFontLang decimalSymbol listSeparator",
}
_RANK = {
    parent: {f"{{{W}}}{name}": rank for rank, name in enumerate(names.split())}
    for parent, names in _ORDER.items()
}


@functools.cache
def qualified(name: str) -> str:
    """ "w:p" as lxml writes it; a name without a prefix is of WordprocessingML."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """The WordprocessingML element `name`; attribute names without a prefix, values as they are written."""
    named = {qualified(key): str(value) for key, value in attributes.items()}
    element = ElementTree.Element(qualified(name), named)
    element.extend(children)
    return element


def props(name: str, children: Iterable[Element]) -> Element:
    """The properties element `name` ("pPr") with its children in the order of the schema.

    Raises KeyError for a child that the table above does not know: that is our bug.
    """
    rank = _RANK[name]
    return w(name, *sorted(children, key=lambda child: rank[child.tag]))


def in_order(name: str, children: Iterable[Element]) -> list[Element]:
    """Those of `children` that properties of the kind `name` can have here, in the order of the schema."""
    rank = _RANK[name]
    return sorted((child for child in children if child.tag in rank), key=lambda child: rank[child.tag])


def adjust(paragraph: Element, *children: Element) -> None:
    """Add properties to a finished paragraph; one that is there already is replaced."""
    old = paragraph.find(qualified("pPr"))
    tags = {child.tag for child in children}
    kept = [] if old is None else [child for child in old if child.tag not in tags]
    if old is not None:
        paragraph.remove(old)
    paragraph.insert(0, props("pPr", [*kept, *children]))


def text_nodes(text: str) -> list[Element]:
    """The words of a run: text, line breaks and tabs, without characters that XML forbids."""
    nodes: list[Element] = []
    for number, line in enumerate(xml_safe(text).split("\n")):
        if number:
            nodes.append(w("br"))
        for column, stretch in enumerate(line.split("\t")):
            if column:
                nodes.append(w("tab"))
            if stretch:
                node = w("t")
                node.text = stretch
                node.set(XML_SPACE, "preserve")
                nodes.append(node)
    return nodes


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def eighths(points: float) -> int:
    """A line's thickness in eighths of a point, never none (17.18.23: 2 is the thinnest)."""
    return max(2, round(points * 8))


def rule(side: str, thickness: float, colour: str, space: float = 0) -> Element:
    """A line at a `side` of a paragraph, cell or table; lengths in points, `colour` as "#rrggbb"."""
    return w(side, val="single", sz=eighths(thickness), space=round(space), color=colour.lstrip("#"))


def serialised(root: Element) -> bytes:
    """A whole part, namespaces declared once, at the root: "w" and "r", and what else it uses.

    Raises KeyError for a namespace without a prefix in the table above: that is our bug.
    """
    written: list[str] = []
    _write(root, written.append)
    names = {each.tag for each in root.iter()}.union(*(each.attrib for each in root.iter()))
    prefixes = {"w", "r", *(_short(name).partition(":")[0] for name in names if name[0] == "{")} - {"xml"}
    spaces = "".join(f' xmlns:{each}="{address}"' for each, address in NAMESPACES.items() if each in prefixes)
    written[0] = f"{written[0]}{spaces}"
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{''.join(written)}".encode()


def _write(element: Element, put: Callable[[str], object]) -> None:
    name, text = _short(element.tag), element.text
    put(f"<{name}")
    for key, value in element.attrib.items():
        put(f' {_short(key)}="{_quoted(value)}"')
    if not text and not len(element):
        put("/>")
        return
    put(f">{_escaped(text)}" if text else ">")
    for child in element:
        _write(child, put)
        if child.tail:
            put(_escaped(child.tail))
    put(f"</{name}>")


@functools.cache
def _short(name: str) -> str:
    """ "{http://...}p" as it is written, "w:p"."""
    space, brace, local = name.rpartition("}")
    return _PREFIXES[space + brace] + local if brace else name


_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def _escaped(text: str) -> str:
    return text if text.isalnum() else text.translate(_IN_TEXT)


def _quoted(value: str) -> str:
    return value if value.isalnum() else value.translate(_IN_QUOTES)
