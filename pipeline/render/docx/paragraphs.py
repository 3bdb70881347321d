"""Headings, paragraphs, lists, quotations and notes."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.models.document import Heading, Item, ItemList, Label, Note, Notes, Paragraph, Quote, Role
from pipeline.render.docx.footnotes import grouped
from pipeline.render.docx.lists import drawn_signs
from pipeline.render.docx.runs import (
    field_runs,
    link_inside,
    mark_properties,
    run,
    write_inlines,
    write_labels,
)
from pipeline.render.docx.sides import own_side
from pipeline.render.docx.writing import Voice, Writing
from pipeline.render.docx.xml import Element, adjust, props, rule, twips, w
from pipeline.render.headings import plain

ROLE_STYLES = {
    "text": "BodyText",
    "own": "Normal",
    "small": "Caption",
    "lead": "Subtitle",
    "title": "Title",
    "notice": "Notice",
    "signature": "SpeakerLine",
}
DEEPEST_HEADING = 4
LIST_STEP = 1.6
"""How much further in each depth of a list is, in sizes of its text."""
ITEM_GAP = 3.0
"""Points between the items of a list."""
RULE_SPACE = 6.0
"""Points between the rule of a demand and its number."""


def make_paragraph(style: str, content: Iterable[Element], voice: Voice, *looks: Element) -> Element:
    """A paragraph of the Word style `style` with its runs; `looks` are further properties of it."""
    parts = [*looks, *mark_properties(voice)]
    if style != "Normal":
        parts.append(w("pStyle", val=style))
    if voice.rtl:
        parts.append(w("bidi"))
    return w("p", props("pPr", parts), *content) if parts else w("p", *content)


def write_paragraph(writing: Writing, block: Paragraph, voice: Voice, style: str = "") -> Element:
    """A paragraph; `style` is a Word style that stands instead of the role's (in a table)."""
    voice = voice.within(block.language, block.direction)
    looks = [w("keepNext")] if block.keep else []
    name = style or ROLE_STYLES[block.role]
    if block.labels and not style:
        if block.role == "text":
            name = demand_style(block.labels)
        else:
            looks += demand_look(writing, block.labels, voice)
    if voice.rtl and name in ("Recommendation", "Question"):
        looks += demand_look(writing, block.labels, voice)
    content = [
        *writing.bookmarks(block.anchor),
        *write_labels(writing, block.labels, voice, in_cell=bool(style) and style != "Quote"),
        *write_inlines(writing, block.inlines, voice, block.labels),
    ]
    return make_paragraph(name, content, voice, *looks)


def demand_style(labels: tuple[Label, ...]) -> str:
    """The Word style of a paragraph that holds demands."""
    asked = any(label.kind == "recommendation" for label in labels)
    return "Recommendation" if asked else "Question"


def demand_look(
    writing: Writing, labels: tuple[Label, ...], voice: Voice, deeper: float = 0.0, marker: float = 0.0
) -> list[Element]:
    """The rule beside a demand and room for its number; the words start `deeper` points further in.

    The last `marker` points of them are for the marker of a list item.
    """
    kind = demand_style(labels)
    colour = writing.style.colour("signal" if kind == "Recommendation" else "grey")
    side = "right" if voice.rtl else "left"
    indent = writing.style.label_indent
    stops = [w("tab", val="left", pos=twips(indent + deeper - marker))]
    if marker:
        stops.append(w("tab", val="left", pos=twips(indent + deeper)))
    return [
        w("pBdr", rule(side, 1, colour, RULE_SPACE)),
        w("tabs", *stops),
        w("ind", left=twips(indent + deeper), hanging=twips(indent + deeper - RULE_SPACE)),
    ]


def write_heading(writing: Writing, block: Heading, voice: Voice, level: int) -> Element:
    """A heading of the outline level `level`; one that is not in the contents has a style of its own.

    A heading of a statement that is in the contents carries a hidden entry (TC field), since a table of
    contents collects by style.
    """
    voice = voice.within(block.language)
    level = min(max(level, 1), DEEPEST_HEADING)
    style = heading_style(block, level)
    content = [*writing.bookmarks(block.anchor)]
    if block.listed and style != f"Heading{level}":
        content += _entry(block, level, voice)
    looks = demand_look(writing, block.labels, voice) if block.labels else []
    content += write_labels(writing, block.labels, voice)
    content += write_inlines(writing, block.inlines, voice)
    return make_paragraph(style, content, voice, *looks)


def heading_style(block: Heading, level: int) -> str:
    """The Word style of a heading."""
    if not block.own:
        return f"Heading{level}Statement"
    return f"Heading{level}" if block.listed else f"Heading{level}Unlisted"


def _entry(block: Heading, level: int, voice: Voice) -> list[Element]:
    words = plain(block).replace('"', "”").replace("\\", "\\\\")
    runs = field_runs(f'TC "{words}" \\l {level}', "", voice, w("vanish"))
    return [runs[0], runs[1], runs[-1]]


def write_list(writing: Writing, block: ItemList, voice: Voice) -> list[Element]:
    """The items of a list, with the markers that the author displayed."""
    voice = voice.within(block.language, block.direction)
    style = "ListParagraph" if block.role == "text" else "PackList"
    drawn = drawn_signs(block.items)
    made = [_item(writing, item, voice, (style, drawn)) for item in block.items]
    for element in made[:-1]:
        adjust(element, _gap(writing, block.role))
    return made


def _gap(writing: Writing, role: Role) -> Element:
    """The spacing of an item that another follows: closer than paragraphs are."""
    text = writing.style.text(role)
    after = min(text.after, ITEM_GAP)
    return w(
        "spacing", before=twips(text.before), after=twips(after), line=twips(text.leading), lineRule="atLeast"
    )


def _item(writing: Writing, item: Item, voice: Voice, look: tuple[str, bool]) -> Element:
    """An item in a paragraph style; where Word draws the sign before it, the sign is not in the text."""
    style, drawn = look
    size = writing.style.text("text").size
    step = size * LIST_STEP
    room = min(max(step, marker_room(item.marker, size)), writing.line_width / 4) if item.marker else 0.0
    deeper = min(step * (max(item.depth, 1) - 1), writing.line_width / 3) + room
    content = [*writing.bookmarks(item.anchor), *write_labels(writing, item.labels, voice)]
    if item.marker and not drawn:
        content += [run(item.marker, own_side(item.marker, voice)), w("r", w("tab"))]
    content += write_inlines(writing, item.inlines, voice, item.labels)
    if item.labels:
        looks = demand_look(writing, item.labels, voice, deeper, room)
    else:
        start = writing.style.label_indent + deeper
        looks = [
            w("tabs", w("tab", val="left", pos=twips(start))),
            w("ind", left=twips(start), hanging=twips(room)),
        ]
    if item.keep:
        looks.append(w("keepNext"))
    looks.append(writing.lists.membership(item.marker if drawn else "", item.depth))
    return make_paragraph(style, content, voice, *looks)


def marker_room(marker: str, size: float) -> float:
    """The width that a marker needs before its words, in points: about half an em for a character."""
    return (len(marker) * 0.55 + 0.5) * size


def write_quote(writing: Writing, block: Quote, voice: Voice) -> list[Element]:
    """A quotation inside a statement."""
    return [
        write_paragraph(writing, paragraph, voice, "" if paragraph.labels else "Quote")
        for paragraph in block.paragraphs
    ]


def write_notes(writing: Writing, block: Notes, voice: Voice) -> list[Element]:
    """The notes of a statement: footnotes go to the foot of the page that calls them, others stay here.

    The mark of one that stays leads back to its call; from a footnote Word itself leads back.
    """
    voice = voice.within(block.language)
    here: list[Element] = []
    for number, notes in grouped(block, writing.calls):
        if number:
            with writing.at_foot():
                made = [_note(writing, note, voice, below=True) for note in notes]
            writing.footnotes.setdefault(number, []).extend(made)
        else:
            here += [_note(writing, note, voice) for note in notes]
    return here


def _note(writing: Writing, note: Note, voice: Voice, *, below: bool = False) -> Element:
    """The mark of a footnote is a run of its own in the style by which every program knows it."""
    mark: list[Element] = []
    if note.mark and below:
        mark = [run(note.mark, voice, w("rStyle", val="FootnoteReference"))]
    elif note.mark:
        mark = link_inside(writing, note.back, [run(note.mark, voice)])
    content = [
        *writing.bookmarks(note.anchor),
        *mark,
        w("r", w("tab")),
        *write_inlines(writing, note.inlines, voice),
    ]
    return make_paragraph("FootnoteText", content, voice)
