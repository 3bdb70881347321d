"""Footnotes of web pages: two links that lead to each other, the first of which calls what holds the second.

That is how Word, LibreOffice, Google Docs, Pandoc and Wikipedia write them, each with names of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from pipeline.read.html.page import words_of

Element = etree._Element

_MARK = re.compile(r"[(\[]?\s*(\d{1,4}|[ivxlc]{1,7}|[a-z]{1,2}|\*{1,4}|[†‡§])\s*[)\]]?", re.I)
_BLOCKS = frozenset(("p", "li", "dd", "dt", "div", "aside", "td", "tr", "section"))
_WRAPPERS = frozenset(("div", "aside", "li", "dd", "section"))
_HIGHEST = 3
_MOST_LINKS = 200
"""Links that are looked through in what may be a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its mark as shown where it is called, and the element that holds its words."""

    mark: str
    element: Element


class Notes:
    """The notes of a page. `called` fills in the order of calls, while the text is read."""

    def __init__(self, root: Element) -> None:
        self.called: list[Note] = []
        self._targets = _targets(root)
        self._calls: dict[Element, Note] = {}
        self._held: set[Element] = set()
        self._backs: set[Element] = set()
        self._seen: set[Element] = set()
        links = [link for link in root.iter("a") if _fragment(link) in self._targets]
        wanted = {self._targets[_fragment(link)] for link in links}
        for link in links:
            self._pair(link, wanted)

    def call(self, link: Element) -> str:
        """The mark of the note that `link` calls, "" if it calls none."""
        note = self._calls.get(link)
        if note is None:
            return ""
        if note.element not in self._seen:
            self._seen.add(note.element)
            self.called.append(note)
        return note.mark

    def holds(self, element: Element) -> bool:
        """Whether `element` is a note, which is read apart from the text."""
        return element in self._held

    def leads_back(self, link: Element) -> bool:
        """Whether `link`, in a note, only leads back to its call."""
        return link in self._backs

    def _pair(self, link: Element, wanted: set[Element]) -> None:
        """Take `link` for a call if what it leads to holds a link that leads back to it."""
        match = _MARK.fullmatch(words_of(link).strip())
        target = self._targets[_fragment(link)]
        if match is None or link in self._backs or _inside(link, self._held):
            return
        element = _block(target)
        if element in link.iterancestors():
            return
        backs = [each for each in islice(element.iter("a"), _MOST_LINKS) if self._near(each, link)]
        if not backs:
            return
        self._backs.update(backs)
        element = _wrapped(element, wanted)
        self._held.add(element)
        self._calls[link] = Note(match.group(1), element)

    def _near(self, back: Element, link: Element) -> bool:
        """Whether `back` leads to `link`, to what it stands in, or to what stands in or right before it."""
        target = self._targets.get(_fragment(back))
        if target is None or back is link:
            return False
        above = link.getparent()
        higher = None if above is None else above.getparent()
        return target in (link, above, higher, link.getprevious()) or target.getparent() is link


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


def _block(element: Element) -> Element:
    """The block that `element` is or stands in."""
    block = element
    while str(block.tag).lower() not in _BLOCKS and (above := block.getparent()) is not None:
        block = above
    return block


def _wrapped(block: Element, wanted: set[Element]) -> Element:
    """The wrapper that a note of several paragraphs has: one that begins with it and holds no other note."""
    for _ in range(_HIGHEST):
        above = block.getparent()
        if above is None or str(above.tag).lower() not in _WRAPPERS or above[0] is not block:
            return block
        others = (each for each in above.iter(etree.Element) if each in wanted and each is not above)
        if next(islice(others, 1, 2), None) is not None:
            return block
        block = above
    return block


def _inside(element: Element, held: set[Element]) -> bool:
    return bool(held) and any(each in held for each in element.iterancestors())
