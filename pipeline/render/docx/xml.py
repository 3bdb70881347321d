"""WordprocessingML elements: made in one call, properties always in the order of the schema."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from lxml import etree

from pipeline.render.characters import xml_safe

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

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
    element = etree.Element(qualified(name), nsmap={"w": W})
    for key, value in attributes.items():
        element.set(qualified(key), str(value))
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
    """A whole part, namespaces declared once, at the root."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["w", "r"])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
