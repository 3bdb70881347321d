"""The file on an organisation's letterhead: its page, fonts and styles, its heads and feet around ours.

What makes a pack a pack stays: levels of headings, indents, tabs, rules beside demands, and the marks and
page numbers of its own head and foot.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from pipeline.models.letterhead import Area, Letterhead, WordLook
from pipeline.models.style import Style
from pipeline.render.docx.typefaces import word_family
from pipeline.render.docx.xml import DECORATIVE, WP, A, Element, in_order, qualified, twips, w

if TYPE_CHECKING:
    from docx.opc.part import Part

    from pipeline.render.docx.writing import Writing

DECORATIVE_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""By which Word knows that a picture says nothing ([MS-ODRAWXML] 2.27)."""
CELL_EDGE = 108
"""White at the sides of a cell in a table without a style, in twentieths of a point: Word's own."""
_STANDS_FOR = {
    "sans": ("normal",),
    "serif": ("body text", "normal"),
    "display": ("title", "heading 1", "normal"),
}


def on_paper(style: Style, letterhead: Letterhead | None) -> Style:
    """`style` with the page of the letterhead."""
    page = letterhead.page if letterhead else None
    return dataclasses.replace(style, page=page) if page else style


def fonts_instead(style: Style, letterhead: Letterhead | None) -> Mapping[str, str]:
    """For the name of each font of `style` the organisation's; what has no style there has a relative's."""
    instead: dict[str, str] = {}
    for family, names in _STANDS_FOR.items() if letterhead else ():
        looks = [letterhead.look(name) for name in names] if letterhead else []
        font = next((look.font for look in looks if look and look.font), "")
        if font:
            instead[word_family(style, family)] = font
    return instead


def dress(styles: Element, style: Style, letterhead: Letterhead | None) -> None:
    """Give the styles of the file the looks of the letterhead."""
    if letterhead is None:
        return
    instead = fonts_instead(style, letterhead)
    for fonts in styles.iter(qualified("rFonts")):
        for slot in ("ascii", "hAnsi"):
            font = fonts.get(qualified(slot)) or ""
            fonts.set(qualified(slot), instead.get(font, font))
    for each in styles.iter(qualified("style")):
        name = each.find(qualified("name"))
        called = "" if name is None else (name.get(qualified("val")) or "").lower().removesuffix(" unlisted")
        if each.get(qualified("type")) == "paragraph" and (look := letterhead.look(called)):
            _lay_over(each, "rPr", list(_letters(look)))
            _lay_over(each, "pPr", list(_setting(look)))


def _letters(look: WordLook) -> Iterator[Element]:
    slots = {"ascii": look.font, "hAnsi": look.font, "cs": look.arabic_font, "eastAsia": look.chinese_font}
    if named := {slot: font for slot, font in slots.items() if font}:
        yield w("rFonts", **named)
    if look.size:
        yield from (w(name, val=round(look.size * 2)) for name in ("sz", "szCs"))
    if look.bold is not None:
        yield from (w(name, val=int(look.bold)) for name in ("b", "bCs"))
    if look.italic is not None:
        yield from (w(name, val=int(look.italic)) for name in ("i", "iCs"))
    if look.capitals:
        yield w("caps")
    if look.colour:
        yield w("color", val=look.colour.lstrip("#"))


def _setting(look: WordLook) -> Iterator[Element]:
    lengths = {
        name: twips(points)
        for name, points in (("before", look.before), ("after", look.after))
        if points is not None
    }
    line: dict[str, str | int] = {}
    if look.line:
        unit = 240 if look.line_rule == "auto" else 20
        line = {"line": round(look.line * unit), "lineRule": look.line_rule}
    if lengths or line:
        yield w("spacing", **lengths, **line)
    if look.align:
        yield w("jc", val=look.align)


def _lay_over(style: Element, kind: str, above: list[Element]) -> None:
    """Put properties into a style; of fonts and spacing only what is said changes."""
    holder = style.find(qualified(kind))
    if holder is None:
        return
    for each in above:
        old = holder.find(each.tag)
        if old is not None and each.tag in (qualified("rFonts"), qualified("spacing")):
            old.attrib.update(each.attrib)
            continue
        if old is not None:
            holder.remove(old)
        holder.append(each)
    holder[:] = in_order(kind, list(holder))


def surround(writing: Writing, part: Part, area: Area | None) -> list[Element]:
    """The paragraphs and tables of a head or foot of the letterhead, as parts of `part`."""
    if area is None or writing.letterhead is None:
        return []
    root = ElementTree.fromstring(area.content)
    kinds = {qualified(name): name for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr")}
    for holder in [each for each in root.iter() if each.tag in kinds]:
        holder[:] = in_order(kinds[holder.tag], list(holder))
    for table in root.iter(qualified("tblPr")):
        _with_edges(table)
    for paragraph in root.iter(qualified("pPr")):
        _as_plain_as_there(paragraph)
    pictures = {picture.name: picture for picture in writing.letterhead.pictures}
    for blip in root.iter(f"{{{A}}}blip"):
        name = blip.get(qualified("r:embed")) or ""
        blip.set(qualified("r:embed"), writing.picture(part, pictures[name].data, pictures[name].kind))
    for facts in root.iter(f"{{{WP}}}docPr"):
        _with_words(facts, writing.drawing_id())
    made = list(root)
    return made if not made or made[-1].tag == qualified("p") else [*made, w("p")]


def _as_plain_as_there(paragraph: Element) -> None:
    """What the letterhead does not say of a paragraph is Word's own, not what our usual style says."""
    for plain in (
        w("spacing", before=0, after=0, line=240, lineRule="auto"),
        w("ind", left=0, right=0, firstLine=0),
    ):
        said = paragraph.find(plain.tag)
        if said is not None:
            if qualified("hanging") in said.attrib:
                del plain.attrib[qualified("firstLine")]
            plain.attrib.update(said.attrib)
            paragraph.remove(said)
        paragraph.append(plain)
    paragraph[:] = in_order("pPr", list(paragraph))


def _with_edges(table: Element) -> None:
    if table.find(qualified("tblCellMar")) is None:
        edges = (w(side, w=CELL_EDGE, type="dxa") for side in ("left", "right"))
        table[:] = in_order("tblPr", [*table, w("tblCellMar", *edges)])


def _with_words(facts: Element, number: int) -> None:
    """A number of its own; a picture that nothing stands for is marked as saying nothing."""
    facts.set("id", str(number))
    facts.set("name", f"Picture {number}")
    if (facts.get("descr") or "").strip():
        return
    extensions = ElementTree.SubElement(facts, f"{{{A}}}extLst")
    extension = ElementTree.SubElement(extensions, f"{{{A}}}ext", uri=DECORATIVE_ID)
    ElementTree.SubElement(extension, f"{{{DECORATIVE}}}decorative", val="1")
