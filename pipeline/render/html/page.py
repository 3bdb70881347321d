"""The whole file: head, marks and session above, the parts in their order, the organiser below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.models.document import Document, Heading, Paragraph, Part
from pipeline.models.style import Style
from pipeline.render.headings import anchors, shift, with_heading_anchors
from pipeline.render.html.blocks import write_block, write_heading
from pipeline.render.html.inlines import write_inlines
from pipeline.render.html.look import stylesheet
from pipeline.render.html.markup import element, words
from pipeline.render.html.voice import Voice

# Nothing is fetched and nothing runs, whatever a statement contains.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_DEEPEST = 6


def write_page(document: Document, style: Style, pages: Mapping[str, int]) -> bytes:
    """The file in UTF-8."""
    document = with_heading_anchors(document)
    targets = frozenset(anchors(document.parts))
    voice = Voice(document, style, pages, targets, document.language, document.direction)
    body = element("body", _header(voice), element("main", *_parts(voice), id="main"), _footer(voice))
    direction = "rtl" if document.direction == "rtl" else ""
    page = element("html", _head(document, style), body, lang=document.language, dir=direction)
    return f"<!DOCTYPE html>\n{page}\n".encode("utf-8", "replace")


def _head(document: Document, style: Style) -> str:
    return element(
        "head",
        '<meta charset="utf-8">',
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="author", content=document.author),
        element("meta", name="description", content=document.subject),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("title", words(document.title)),
        element("style", stylesheet(style)),
    )


def _header(voice: Voice) -> str:
    """What stands at the head of every printed page, once; its marks must be seen."""
    furniture = voice.document.furniture
    marks = "".join(element("span", words(mark), class_="mark") + " " for mark in furniture.marks)
    lines = (
        element("p", write_inlines(furniture.head_left, voice)),
        element("p", write_inlines(furniture.head_right, voice)) if furniture.head_right else "",
        element("p", marks, class_="marks") if marks else "",
    )
    return element("header", *lines, *([] if _titled(voice.document) else [_title(voice.document)]))


def _titled(document: Document) -> bool:
    """Whether the cover has the title, which is then the heading of the page."""
    return any(
        isinstance(block, Paragraph) and block.role == "title"
        for part in document.parts
        for block in part.blocks
    )


def _title(document: Document) -> str:
    return element("h1", words(document.title), class_="title")


def _footer(voice: Voice) -> str:
    return element("footer", element("p", write_inlines(voice.document.furniture.foot_left, voice)))


def _parts(voice: Voice) -> Iterator[str]:
    """The parts; headings go down one step at a time, whatever the levels of a statement are."""
    last = 1
    for part in voice.document.parts:
        inner = voice.within(part.language, part.direction)
        down = shift(part)
        made = []
        for block in part.blocks:
            if isinstance(block, Heading):
                wanted = block.level + 1 + (0 if block.own else down)
                last = min(wanted, last + 1, _DEEPEST)
                made.append(write_heading(block, last, inner))
            else:
                made.append(write_block(block, inner))
        attributes = voice.differs(part.language, part.direction)
        yield element(_tag(part), *made, class_=f"part {part.id}", **attributes)


def _tag(part: Part) -> str:
    return "nav" if part.id == "contents" else "section"
