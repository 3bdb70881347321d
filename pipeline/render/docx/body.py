"""The body of the file: every block of every part in order, page breaks, and what stands at the foot."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipeline.models.document import (
    Block,
    Contents,
    Facsimile,
    Heading,
    Image,
    ItemList,
    Notes,
    Paragraph,
    Part,
    Portrait,
    Quote,
    Space,
    Table,
    Timeline,
)
from pipeline.render.docx.contents import write_contents
from pipeline.render.docx.figures import write_facsimile, write_image, write_portrait, write_timeline
from pipeline.render.docx.grids import spacer, write_table
from pipeline.render.docx.paragraphs import (
    make_paragraph,
    write_heading,
    write_list,
    write_notes,
    write_paragraph,
    write_quote,
)
from pipeline.render.docx.sections import Sections
from pipeline.render.docx.writing import Voice, Writing
from pipeline.render.docx.xml import Element, adjust, qualified, rule, twips, w
from pipeline.render.headings import shift

HAIRLINE = 1.0
"""Points of an empty paragraph that is there because the format wants one."""
PART_GAP = 14.0
"""Points of white above a part that goes on below another."""


def write_body(writing: Writing) -> Element:
    """The w:body element of the Document."""
    sections = Sections(writing)
    body = w("body")
    parts = writing.document.parts
    for number, part in enumerate(parts):
        elements = _part(writing, part)
        if number > 0 and part.running == parts[number - 1].running and elements:
            elements = _on_new_page(elements) if part.new_page else [spacer(PART_GAP), *elements]
        body.extend(elements)
        if number + 1 < len(parts) and parts[number + 1].running != part.running:
            end = make_paragraph("Spacer", [], Voice(), *_hairline())
            adjust(end, sections.properties(running=part.running))
            body.append(end)
    if not len(body) or body[-1].tag != qualified("p"):
        body.append(spacer(HAIRLINE))
    body.append(sections.properties(running=parts[-1].running if parts else True))
    return body


def _hairline() -> list[Element]:
    return [w("spacing", before=0, after=0, line=twips(HAIRLINE), lineRule="exact")]


def _part(writing: Writing, part: Part) -> list[Element]:
    voice = writing.voice().within(part.language, part.direction)
    fills = [isinstance(block, Space) and block.fill for block in part.blocks]
    end = fills.index(True) if any(fills) else len(fills)
    setting = (voice, shift(part))
    elements: list[Element] = []
    for block, following in itertools.zip_longest(part.blocks[:end], part.blocks[1:end]):
        made = _block(writing, block, part, setting)
        if made and isinstance(block, Table) and isinstance(following, Heading | None):
            # A heading brings white of its own; at the end of a full page white would open another.
            made[-1] = spacer(HAIRLINE)
        elements += made
    foot = [made for block in part.blocks[end:] for made in _block(writing, block, part, setting)]
    return [*elements, *_at_foot(writing, foot), spacer(HAIRLINE)] if foot else elements


def _block(writing: Writing, block: Block, part: Part, setting: tuple[Voice, int]) -> list[Element]:
    """One block as elements of the body."""
    voice, shift = setting
    match block:
        case Heading():
            return [write_heading(writing, block, voice, block.level + (0 if block.own else shift))]
        case Table():
            left = writing.style.label_indent if part.id == "statement" else 0.0
            return write_table(writing, block, voice, left)
        case Space():
            height = block.lines * writing.style.text("text").leading
            return [spacer(height)] if height > 0 and not block.fill else []
        case _:
            return _WRITERS[type(block)](writing, block, voice)


def _paragraph(writing: Writing, block: Paragraph, voice: Voice) -> list[Element]:
    """A paragraph; one without words takes no room and is there only for its anchor."""
    if block.inlines or block.labels:
        return [write_paragraph(writing, block, voice)]
    if not block.anchor:
        return []
    target = spacer(HAIRLINE)
    target.extend(writing.bookmarks(block.anchor))
    return [target]


def _on_new_page(elements: Sequence[Element]) -> list[Element]:
    """The elements with a page break before them; a table gets a line of its own for it."""
    first = elements[0]
    if first.tag == qualified("sdt"):
        first = next(first.iter(qualified("p")))
    if first.tag == qualified("p"):
        adjust(first, w("pageBreakBefore"))
        return list(elements)
    opening = spacer(HAIRLINE)
    adjust(opening, w("pageBreakBefore"))
    return [opening, *elements]


def _at_foot(writing: Writing, elements: list[Element]) -> list[Element]:
    """Paragraphs in one frame at the foot of the type area, between rules if a notice is among them.

    Their rules have to be the same: LibreOffice 7 gives up a frame whose paragraphs differ in them.
    """
    paragraphs = [element for element in elements if element.tag == qualified("p")]
    ruled = any(
        style.get(qualified("val")) == "Notice" for p in paragraphs for style in p.iter(qualified("pStyle"))
    )
    for paragraph in paragraphs:
        adjust(paragraph, _frame(writing), *([_notice_rules(writing)] if ruled else []))
    return elements


def _frame(writing: Writing) -> Element:
    place = {"vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    return w("framePr", w=twips(writing.line_width), wrap="notBeside", **place)


def _notice_rules(writing: Writing) -> Element:
    colour, thickness = writing.style.colour("signal"), writing.style.rule * 2
    return w("pBdr", rule("top", thickness, colour, 6), rule("bottom", thickness, colour, 6))


_WRITERS: Mapping[type, Callable[[Writing, Any, Voice], list[Element]]] = {
    Paragraph: _paragraph,
    ItemList: write_list,
    Quote: write_quote,
    Notes: write_notes,
    Contents: write_contents,
    Timeline: write_timeline,
    Portrait: write_portrait,
    Image: write_image,
    Facsimile: write_facsimile,
}
