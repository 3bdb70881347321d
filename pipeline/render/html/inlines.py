"""Stretches of text: emphasis, links inside and outside, page numbers, note marks, words of demands."""

from __future__ import annotations

from pipeline.models.document import Inline, Inlines, Label
from pipeline.render.characters import is_address
from pipeline.render.demands import only_some_words
from pipeline.render.html.markup import element, identifier, words
from pipeline.render.html.voice import Voice

_CLASSES = {"number": "number", "muted": "muted", "strong": "strong", "": ""}


def write_inlines(inlines: Inlines, voice: Voice, labels: tuple[Label, ...] = ()) -> str:
    """The words in order. Where the demands of `labels` are only some of them, a dotted line shows which."""
    marked = only_some_words(inlines, labels)
    return "".join(_inline(inline, voice, marked) for inline in inlines)


def write_labels(labels: tuple[Label, ...], voice: Voice) -> str:
    """The numbers of the demands of a block, each leading to its row in the table."""
    made = []
    for label in labels:
        name = element("span", words(label.text), class_=f"label {label.kind}", id=identifier(label.anchor))
        made.append(linked(name, label.link, voice))
    return " ".join(made) + " " if made else ""


def linked(content: str, anchor: str, voice: Voice) -> str:
    """`content` leading to `anchor`; just `content` where the Document has no such anchor."""
    if not anchor or anchor not in voice.anchors:
        return content
    return element("a", content, href=f"#{identifier(anchor)}")


def page_number(anchor: str, voice: Voice) -> str:
    """The page of `anchor` in the printed pack, leading to its place here; nothing where it has none."""
    page = voice.pages.get(anchor)
    return linked(words(str(page)), anchor, voice) if page else ""


def _inline(inline: Inline, voice: Voice, marked: bool) -> str:
    if inline.page_of:
        return _styled(page_number(inline.page_of, voice), inline, marked)
    made = _styled(words(inline.text), inline, marked)
    if inline.note:
        return element("sup", linked(made, inline.link, voice), class_="call", id=identifier(inline.anchor))
    made = linked(made, inline.link, voice)
    if inline.address and is_address(inline.address):
        made = element("a", made, href=inline.address, rel="noreferrer")
    return element("span", made, id=identifier(inline.anchor)) if inline.anchor else made


def _styled(made: str, inline: Inline, marked: bool) -> str:
    for tag, wanted in (("b", inline.bold), ("i", inline.italic), ("u", inline.underline)):
        made = element(tag, made) if wanted else made
    if inline.superscript:
        made = element("sup", made)
    if inline.role:
        made = element("span", made, class_=_CLASSES[inline.role])
    return element("span", made, class_="demand") if marked and inline.mark and not inline.note else made
