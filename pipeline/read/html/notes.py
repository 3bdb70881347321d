"""Footnotes of web pages: two links that lead to each other, the first of which calls what holds the second.

That is how Word, LibreOffice, Google Docs, Pandoc and Wikipedia write them, each with its own names. The link
back says no more than the mark or an arrow, or begins the note; headings, tables and sections are no notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from pipeline.read.html.looks import Styles
from pipeline.read.html.page import letters, tag
from pipeline.read.xml import Element

_MARK = re.compile(r"[(\[]?\s*(\d{1,4}|[ivxlc]{1,7}|[a-z]{1,2}|\*{1,4}|[†‡§])\s*[)\]]?[.:]?", re.I)
_ARROW = re.compile(r"[\W_]{1,4}")
_BLOCKS = frozenset(("p", "li", "dd", "dt", "div", "aside"))
_WRAPPERS = frozenset(("div", "aside", "li", "dd", "section"))
_NO_NOTE = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "body", "html", "article", "main")
)
_INLINE = frozenset(("sup", "span", "b", "i", "small", "font", "strong", "em"))
_HIGHEST = 3
_LONGEST = 1_000
_MOST_NODES = 2_000
"""Elements that are looked through in what may be a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its mark as shown where it is called, and the element that holds its words."""

    mark: str
    element: Element


class Notes:
    """The notes of a page. `held`: by the elements that hold them."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._called: dict[Note, None] = {}
        self._styles = styles
        self._targets = _targets(root)
        self._calls: dict[Element, Note] = {}
        self._backs: set[Element] = set()
        self.held: dict[Element, Note] = {}
        self._inside: dict[Element, dict[Element, list[Element]]] = {}
        self._blocks: dict[Element, Element | None] = {}
        self._order = {element: place for place, element in enumerate(root.iter(etree.Element))}
        links = [link for link in root.iter("a") if _fragment(link) in self._targets]
        wanted = {self._targets[_fragment(link)] for link in links}
        for link in links:
            self._pair(link, wanted)

    def call(self, link: Element) -> str:
        """The mark of the note that `link` calls, "" if it calls none."""
        note = self._calls.get(link)
        if note is None:
            return ""
        self._called[note] = None
        return note.mark

    @property
    def called(self) -> list[Note]:
        """The notes that were called, in that order."""
        return list(self._called)

    def left(self) -> list[Note]:
        """The notes that nothing called which was read."""
        return [note for note in self.held.values() if note not in self._called]

    def leads_back(self, link: Element) -> bool:
        """Whether `link`, in a note, only leads back to its call."""
        return link in self._backs

    def _pair(self, link: Element, wanted: set[Element]) -> None:
        """Take `link` for a call if what it leads to holds a link that leads back to it."""
        match = _MARK.fullmatch(letters(link).strip())
        if match is None or link in self._backs:
            return
        target = self._targets[_fragment(link)]
        if target not in self._blocks:
            self._blocks[target] = _block(target)
        element = self._blocks[target]
        if element is None or self._is_inside(link, element):
            return
        if self._order[element] < self._order[link]:
            return  # a note stands behind its call
        backs = [
            back
            for target in _near(link)
            for back in self._links_in(element).get(target, ())
            if back is not link
        ]
        if not backs or not (self._styles.shows(link) and self._styles.shows(element)):
            return
        self._backs.update(each for each in backs if _only_leads(each))
        note = Note(match.group(1), _wrapped(element, wanted))
        self.held.setdefault(note.element, note)
        self._calls[link] = self.held[note.element]

    def _is_inside(self, link: Element, element: Element) -> bool:
        """Whether `link` stands in a note itself, or in what it leads to."""
        return any(each is element or each in self.held for each in link.iterancestors())

    def _links_in(self, note: Element) -> dict[Element, list[Element]]:
        """The links in what may be a note that may lead back, by what they lead to."""
        if note not in self._inside:
            found: dict[Element, list[Element]] = {}
            words = letters(note).strip()[:_LONGEST]
            for each in islice(note.iter(etree.Element), _MOST_NODES):
                target = self._targets.get(_fragment(each)) if tag(each) == "a" else None
                if target is not None and (_only_leads(each) or _begins(each, words)):
                    found.setdefault(target, []).append(each)
            self._inside[note] = found
        return self._inside[note]


def _targets(root: Element) -> dict[str, Element]:
    """The elements that links may lead to, by identifier or name; the first of a name counts."""
    found: dict[str, Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _fragment(link: Element) -> str:
    """What a link leads to in a page, "" for nothing; the page itself may be named before it."""
    address = link.get("href") or ""
    return "" if re.match(r"https?:|mailto:", address, re.I) else address.partition("#")[2]


def _only_leads(link: Element) -> bool:
    """Whether the words of a link are a mark or an arrow."""
    words = letters(link).strip()
    return words == "" or (_MARK.fullmatch(words) or _ARROW.fullmatch(words)) is not None


def _begins(link: Element, note: str) -> bool:
    """Whether a link begins the words of what holds it, with a mark before its own ("1. The report")."""
    words = letters(link).strip()[:_LONGEST]
    return _MARK.match(words) is not None and note.startswith(words)


def _near(link: Element) -> list[Element]:
    """What a link back may lead to: the call, and the anchors around, in or right before it."""
    anchors = (link.getprevious(), next(iter(link), None))
    return [
        link,
        *_inline_above(link),
        *(each for each in anchors if each is not None and tag(each) in ("a", *_INLINE)),
    ]


def _inline_above(link: Element) -> Iterator[Element]:
    """What `link` stands in that is part of a line, the nearest first."""
    for element in link.iterancestors():
        if tag(element) not in _INLINE:
            return
        yield element


def _block(element: Element) -> Element | None:
    """The block that `element` is or stands in; None where that can be no note."""
    block: Element | None = element
    while block is not None and tag(block) not in _BLOCKS:
        block = None if tag(block) in _NO_NOTE else block.getparent()
    if block is None or next(block.iter(*_NO_NOTE), None) is not None:
        return None
    return block


def _wrapped(block: Element, wanted: set[Element]) -> Element:
    """The wrapper that a note of several paragraphs has: one that begins with it and holds no other note."""
    for _ in range(_HIGHEST):
        above = block.getparent()
        if above is None or tag(above) not in _WRAPPERS or above[0] is not block:
            return block
        others = (each for each in above.iter(etree.Element) if each in wanted and each is not above)
        if next(islice(others, 1, 2), None) is not None or next(above.iter(*_NO_NOTE), None) is not None:
            return block
        block = above
    return block
