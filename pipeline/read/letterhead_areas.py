"""A head or foot of a letterhead made safe: words, tables, pictures stay; what reaches outside goes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

from lxml import etree

from pipeline.read.docx.xml import child, get, name, qualified
from pipeline.read.letterhead_fields import KEPT_FIELDS, LEFT_OUT_FIELDS, field_name, settle_fields
from pipeline.read.letterhead_styles import Properties, WordStyles
from pipeline.read.xml import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC, "mc": MC, "wps": WPS, "wpg": WPG}
_OPENED = frozenset(
    {
        f"{{{W}}}{each}"
        for each in ("sdt", "sdtContent", "hyperlink", "ins", "moveTo", "smartTag", "customXml")
    }
)
_KEPT = frozenset(
    qualified(f"w:{each}")
    for each in (
        *("p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "fldChar"),
        *("instrText", "tbl", "tblGrid", "gridCol", "tr", "tc"),
    )
)
_PROPERTIES = frozenset({f"{{{W}}}{each}" for each in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblPrEx")})
_LEFT_OUT = frozenset(
    {
        f"{{{W}}}{each}"
        for each in ("pStyle", "rStyle", "tblStyle", "numPr", "sectPr", "pPrChange", "rPrChange")
    }
    | {f"{{{W}}}{each}" for each in ("cnfStyle", "tblPrChange", "tcPrChange", "trPrChange", "del", "ins")}
)
_NAMED = {
    f"{{{W}}}object": "an embedded object",
    f"{{{W}}}pict": "a drawing of an old kind (VML)",
    f"{{{W}}}control": "a control (ActiveX)",
    f"{{{W}}}altChunk": "a part in another format (altChunk)",
    f"{{{W}}}del": "tracked changes",
}
_IN_DRAWINGS = frozenset({W, WP, A, PIC, WPS, WPG})
_GRAPHICS = {PIC: "", WPS: "wps", WPG: "wpg"}
_GONE_IN_DRAWINGS = frozenset({f"{{{A}}}extLst", f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover"})

PictureOf = Callable[[str], str]
"""For a relationship's id the name of its picture; "" where there is none that can be used."""


class Cleaner:
    """Cleans the heads and feet of one file.

    `noticed`: what was left out; `silent`: how many pictures have no words that stand for them.
    """

    def __init__(self, styles: WordStyles, noticed: set[str]) -> None:
        self._styles, self._noticed = styles, noticed
        self._picture_of: PictureOf = lambda _: ""
        self.silent = 0

    def clean(self, root: Element, picture_of: PictureOf) -> tuple[str, bool]:
        """The content of a head or foot as XML, and whether it shows the page's number."""
        self._picture_of = picture_of
        made = etree.Element(f"{{{W}}}{name(root)[2:]}", nsmap=NAMESPACES)
        made.extend(self._children(root))
        numbered = settle_fields(made, self._noticed)
        etree.cleanup_namespaces(made, keep_ns_prefixes=["wps", "wpg"])
        return etree.tostring(made, encoding="unicode"), numbered

    def _children(self, parent: Element, style: str = "") -> Iterator[Element]:
        for each in parent:
            yield from self._one(each, style)

    def _one(self, each: Element, style: str) -> Iterator[Element]:
        tag = each.tag
        if tag in _NAMED:
            self._noticed.add(_NAMED[tag])
        elif tag in _OPENED:
            yield from self._children(each, style)
        elif tag == f"{{{W}}}fldSimple":
            yield from self._simple_field(each, style)
        elif tag == f"{{{MC}}}AlternateContent":
            yield from self._children(_chosen(each), style)
        elif tag == f"{{{W}}}drawing":
            yield from self._drawing(each)
        elif tag in _PROPERTIES:
            yield self._stripped(each)
        elif tag in _KEPT:
            yield self._kept(each, style)

    def _kept(self, each: Element, style: str) -> Element:
        """The element with what is to stay of it; paragraphs and runs say themselves how they look."""
        made = etree.Element(each.tag, nsmap=NAMESPACES)
        made.text = each.text if each.tag in (f"{{{W}}}t", f"{{{W}}}instrText") else None
        for key, attribute in each.attrib.items():
            if str(key).startswith((f"{{{W}}}", "{http://www.w3.org/XML")) and "rsid" not in str(key):
                made.set(key, attribute)
        called = name(each)
        if called == "w:p":
            style = get(child(child(each, "w:pPr"), "w:pStyle"), "w:val")
            made.append(self._looking(each, "w:pPr", self._styles.properties(style, "w:pPr")))
        elif called == "w:r":
            made.append(self._looking(each, "w:rPr", self._of_run(each, style)))
        for part in each:
            if not (called in ("w:p", "w:r") and part.tag in _PROPERTIES):
                made.extend(self._one(part, style))
        return made

    def _of_run(self, each: Element, style: str) -> Properties:
        found = self._styles.properties(style, "w:rPr")
        own = self._styles.own(get(child(child(each, "w:rPr"), "w:rStyle"), "w:val"), "w:rPr")
        holder = etree.Element("holder")
        holder.extend(own.values())
        self._styles.lay_over(found, holder)
        return found

    def _looking(self, each: Element, kind: str, found: Properties) -> Element:
        self._styles.lay_over(found, child(each, kind))
        made = etree.Element(qualified(kind), nsmap=NAMESPACES)
        for part in found.values():
            if part.tag not in _LEFT_OUT:
                made.append(part)
        return made

    def _stripped(self, each: Element) -> Element:
        made = copy.deepcopy(each)
        for part in [part for part in made.iter() if part.tag in _LEFT_OUT]:
            if (parent := part.getparent()) is not None:
                parent.remove(part)
        return made

    def _simple_field(self, each: Element, style: str) -> Iterator[Element]:
        """A field in one element; most that are not kept leave the words that they showed."""
        called = field_name(get(each, "w:instr"))
        if called in LEFT_OUT_FIELDS:
            self._noticed.add(f"the field {called}")
            return
        if called not in KEPT_FIELDS:
            yield from self._children(each, style)
            return
        made = etree.Element(each.tag, nsmap=NAMESPACES)
        made.set(qualified("w:instr"), f" {called} ")
        made.extend(self._children(each, style))
        yield made

    def _drawing(self, each: Element) -> Iterator[Element]:
        """A picture, shape or group; a newer kind is offered as an alternative, as Word does."""
        made = copy.deepcopy(each)
        data = next(made.iter(f"{{{A}}}graphicData"), None)
        kind = _GRAPHICS.get("" if data is None else data.get("uri") or "")
        if kind is None:
            self._noticed.add("a chart, diagram or other drawing")
            return
        if not self._pictures_settled(made):
            return
        self.silent += sum(map(_is_silent, made.iter(f"{{{WP}}}docPr"))) if not kind else 0
        _only_plain(made)
        for text in list(made.iter(f"{{{W}}}txbxContent")):
            content = list(self._children(text))
            text[:] = content
        if kind:
            choice = etree.Element(f"{{{MC}}}Choice", nsmap=NAMESPACES)
            choice.set("Requires", kind)
            choice.append(made)
            made = etree.Element(f"{{{MC}}}AlternateContent", nsmap=NAMESPACES)
            made.append(choice)
        yield made

    def _pictures_settled(self, drawing: Element) -> bool:
        """Give every picture in a drawing its name; False where one cannot be had."""
        for blip in drawing.iter(f"{{{A}}}blip"):
            link = blip.attrib.pop(f"{{{R}}}link", "")
            called = self._picture_of(blip.get(f"{{{R}}}embed") or "")
            if link and not called:
                self._noticed.add("a picture that lies outside of it")
            if not called:
                return False
            blip.set(f"{{{R}}}embed", called)
        return True


def _is_silent(facts: Element) -> bool:
    """Whether a picture has no words that stand for it and is not said to be mere decoration."""
    decorative = any(etree.QName(each).localname == "decorative" for each in facts.iter(etree.Element))
    return not decorative and not (facts.get("descr") or "").strip()


def _only_plain(drawing: Element) -> None:
    """Take away what is not of the standard, and every reference but those of pictures."""
    for part in list(drawing.iter()):
        parent = part.getparent()
        if parent is None:
            continue
        if part.tag == f"{{{MC}}}AlternateContent":
            for new in list(_chosen(part, newest=False)):
                part.addprevious(new)
            parent.remove(part)
        elif part.tag in _GONE_IN_DRAWINGS or etree.QName(part).namespace not in _IN_DRAWINGS:
            parent.remove(part)
    for part in drawing.iter():
        for key in list(part.attrib):
            uri = str(key)[1:].partition("}")[0] if str(key).startswith("{") else ""
            if uri not in ("", W) and str(key) != f"{{{R}}}embed":
                del part.attrib[key]


def _chosen(alternative: Element, *, newest: bool = True) -> Element:
    """The alternative to take: shapes have the newest, positions the plainest."""
    choice, fallback = alternative.find(f"{{{MC}}}Choice"), alternative.find(f"{{{MC}}}Fallback")
    order = [choice, fallback] if newest else [fallback, choice]
    return next((each for each in order if each is not None), alternative)
