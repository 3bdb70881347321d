"""The blocks of a part as HTML, in order: every word once, as in the printed pack."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.models.document import (
    Block,
    Contents,
    Facsimile,
    Heading,
    Image,
    Inline,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Portrait,
    Quote,
    Slot,
    Space,
    Table,
    Timeline,
)
from pipeline.render.agenda import scaled
from pipeline.render.headings import listed, plain
from pipeline.render.html.inlines import linked, write_inlines, write_labels
from pipeline.render.html.markup import element, identifier, words
from pipeline.render.html.tables import write_table
from pipeline.render.html.voice import Voice

LEAST, MINUTE, PAGE = 2.2, 0.45, 50.0
"""Of the agenda, in rem: the least height of a slot, that of a minute, and what counts as a page."""
_ROLE_TAGS = {"title": "h1"}


def write_block(block: Block, voice: Voice) -> str:
    """One block; a heading is the outline's business (`write_heading`)."""
    return _WRITERS[type(block)](block, voice)


def write_heading(block: Heading, level: int, voice: Voice) -> str:
    """A heading of the level 1 to 6; the name of the pack is the only one of level 1."""
    kind = "own" if block.own else "spoken"
    content = write_labels(block.labels, voice) + write_inlines(block.inlines, voice, block.labels)
    return element(
        f"h{level}",
        content,
        class_=f"{kind} level{min(block.level, 4)}",
        id=identifier(block.anchor),
        **voice.differs(block.language),
    )


def write_paragraph(block: Paragraph, voice: Voice) -> str:
    """A paragraph in the class of its role; the title is the heading of the whole page."""
    tag = _ROLE_TAGS.get(block.role, "p")
    classes = block.role + (" has-label" if block.labels else "")
    if not block.inlines and not block.labels:
        return element("span", id=identifier(block.anchor)) if block.anchor else ""
    inner = voice.within(block.language, block.direction)
    content = write_labels(block.labels, inner) + write_inlines(block.inlines, inner, block.labels)
    attributes = voice.differs(block.language, block.direction)
    return element(tag, content, class_=classes, id=identifier(block.anchor), **attributes)


def _list(block: ItemList, voice: Voice) -> str:
    """Lists in lists by the depth of the items; the markers are the author's own."""
    inner = voice.within(block.language, block.direction)
    attributes = voice.differs(block.language, block.direction)
    items = [(max(1, item.depth), _item(item, inner)) for item in block.items]
    return element("ul", *_nested(items), class_=f"marked {block.role}", role="list", **attributes)


def _nested(items: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Each item with the deeper ones that follow it inside."""
    position = 0
    while position < len(items):
        depth, content = items[position]
        end = position + 1
        while end < len(items) and items[end][0] > depth:
            end += 1
        deeper = items[position + 1 : end]
        inner = element("ul", *_nested(deeper), class_="marked", role="list") if deeper else ""
        yield element("li", content, inner)
        position = end


def _item(item: Item, voice: Voice) -> str:
    labels = write_labels(item.labels, voice)
    marker = element("span", words(item.marker), class_="marker") + " " if item.marker else ""
    said = element("span", write_inlines(item.inlines, voice, item.labels), class_="said")
    classes = "item" + (" has-label" if item.labels else "") + ("" if item.marker else " bare")
    return element("div", labels, marker, said, class_=classes, id=identifier(item.anchor))


def _quote(block: Quote, voice: Voice) -> str:
    return element("blockquote", *(write_paragraph(paragraph, voice) for paragraph in block.paragraphs))


def _notes(block: Notes, voice: Voice) -> str:
    inner = voice.within(block.language)
    made = []
    for note in block.items:
        mark = linked(words(note.mark), note.back, inner) + " " if note.mark else ""
        made.append(element("li", mark, write_inlines(note.inlines, inner), id=identifier(note.anchor)))
    return element("ul", *made, class_="notes", role="list", **voice.differs(block.language))


def _contents(block: Contents, voice: Voice) -> str:
    """The listed headings down to the depth, each a link, with its page in the printed pack."""
    rows = []
    for heading in listed(voice.document, block.depth):
        title = linked(words(plain(heading)), heading.anchor, voice)
        attributes = voice.differs(heading.language)
        page = element("span", words(str(voice.pages.get(heading.anchor, ""))), class_="page")
        rows.append(
            element("li", element("span", title, **attributes), " ", page, class_=f"level{heading.level}")
        )
    return element("ul", *rows, class_="contents", role="list") if rows else ""


def _timeline(block: Timeline, voice: Voice) -> str:
    minutes = [slot.minutes for slot in block.slots]
    minute = scaled(minutes, [LEAST] * len(minutes), MINUTE, PAGE) if minutes else 0
    slots = (_slot(slot, voice, max(LEAST, slot.minutes * minute)) for slot in block.slots)
    return element("ol", *slots, class_="timeline", role="list")


def _slot(slot: Slot, voice: Voice, rems: float) -> str:
    """A line of the agenda; its bar is as long as its minutes and says nothing that the words do not."""
    height = f"min-height: {rems:.2f}rem"
    first = element(
        "span",
        element("span", write_inlines(slot.inlines, voice), class_="what"),
        " ",
        element("span", words(slot.minutes_text), class_="minutes"),
        class_="line",
    )
    below = element("span", write_inlines(slot.below, voice), class_="below") if slot.below else ""
    return element(
        "li",
        element("span", words(slot.time), class_="time"),
        " ",
        element("span", first, " ", below, class_="words"),
        class_=slot.kind,
        style=height,
    )


def _image(block: Image, voice: Voice) -> str:
    kind = "png" if block.data.startswith(b"\x89PNG") else "jpeg"
    data = base64.b64encode(block.data).decode("ascii")
    source = f"data:image/{kind};base64,{data}"
    picture = f'<img src="{source}"'
    return element("img", src=source, alt=block.alternative) if block.alternative else picture + ' alt="">'


def _facsimile(block: Facsimile, voice: Voice) -> str:
    """A page that was made elsewhere: a line, its picture, and what it says."""
    caption = write_paragraph(Paragraph(block.caption, "small", block.anchor), voice)
    picture = _image(Image(block.picture, block.width, block.alternative), voice) if block.picture else ""
    said = (
        Paragraph((Inline(words),), "text", language=block.language, direction=block.direction)
        for words in block.words
    )
    shown = element("div", picture, class_="sheet") if picture else ""
    return element(
        "div", caption, shown, *(write_paragraph(each, voice) for each in said), class_="facsimile"
    )


def _portrait(block: Portrait, voice: Voice) -> str:
    bio = element("div", *(write_paragraph(paragraph, voice) for paragraph in block.blocks))
    photo = _image(block.image, voice) if block.image else ""
    return element("div", photo, bio, class_="portrait" + ("" if photo else " plain"))


def _space(block: Space, voice: Voice) -> str:
    return ""


_WRITERS: Mapping[type, Callable[[Any, Voice], str]] = {
    Paragraph: write_paragraph,
    ItemList: _list,
    Quote: _quote,
    Notes: _notes,
    Contents: _contents,
    Timeline: _timeline,
    Portrait: _portrait,
    Image: _image,
    Facsimile: _facsimile,
    Space: _space,
    Table: lambda block, voice: write_table(block, voice, write_paragraph),
}
