"""Links and bookmarks: annotations in their elements, and the outline, each with its page's number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.notation import number, numbers, reference, text_string
from pipeline.render.pdf.pages import Page
from pipeline.render.pdf.strips import Bookmark
from pipeline.render.pdf.structure import Structure
from pipeline.render.pdf.tags import Tag

PRINTED = 4
"""The only flag of a link: it is there in print too (ISO 19005-2:2011, 6.3.2)."""

BEFORE_PAGE = " · "
"""Between what a bookmark or a link is called and the number of its page."""


class Target(NamedTuple):
    """Where an anchor stands: page number from 1, and how far up from the foot of the sheet, in points."""

    page: int
    top: float


class Link(NamedTuple):
    """A link as drawn: its object, its place on its page (from 0), its anchor or address, its element.

    `key` is its place among all annotations; `printed`: its words end with the number of the page.
    """

    number: int
    page: int
    box: tuple[float, float, float, float]
    anchor: str
    address: str
    tag: Tag
    key: int
    printed: bool


@dataclass
class Links:
    """The links of a file. What is not an anchor of the Document leads nowhere and is no link."""

    book: Book
    structure: Structure
    targets: Mapping[str, Target]
    drawn: list[Link] = field(default_factory=list)
    said: dict[Tag, str] = field(default_factory=dict)
    by_page: dict[int, list[int]] = field(default_factory=dict)
    page: int = -1

    def leads(self, anchor: str, address: str) -> bool:
        """Whether a link to `anchor` or to `address` leads somewhere."""
        return anchor in self.targets or bool(address and not anchor)

    def add(
        self, tag: Tag, where: tuple[str, str], box: tuple[float, float, float, float], printed: bool
    ) -> None:
        """A link on this page that belongs to `tag`, to `where`: an anchor or an address outside."""
        anchor, address = where
        place = self.book.reserve()
        key = self.structure.attach(tag, place)
        self.drawn.append(Link(place, self.page, box, anchor, address, tag, key, printed))
        self.by_page.setdefault(self.page, []).append(place)

    def say(self, tag: Tag, words: str) -> None:
        """Note the words of a link, which describe it to those who do not see it."""
        self.said[tag] = self.said.get(tag, "") + words

    def write(self, pages: Sequence[int], first_key: int) -> None:
        """Put the annotations into the book; `pages` are the numbers of the page objects."""
        for link in self.drawn:
            words = " ".join(self.said.get(link.tag, "").split())
            if link.anchor:
                target = self.targets[link.anchor]
                does = f"/Dest{destination(target, pages)}"
                told = words if words.endswith(f" {target.page}") else with_page(words, target.page)
            else:
                does = f"/A<</S/URI/URI{text_string(_ascii(link.address))}>>"
                told = words if link.address in words else f"{words} ({link.address})".strip()
            self.book.put(
                link.number,
                f"<</Type/Annot/Subtype/Link/Rect[{numbers(link.box)}]/Border[0 0 0]/F {PRINTED}"
                f"/P {reference(pages[link.page])}/StructParent {first_key + link.key}"
                f"/Contents{text_string(told)}{does}>>",
            )


def with_page(words: str, page: int) -> str:
    """What something is called, with the number of its page: "Recommendations · 5"."""
    return f"{words}{BEFORE_PAGE}{page}" if words else str(page)


def destination(target: Target, pages: Sequence[int]) -> str:
    """A place in this file, at the reader's own magnification."""
    return f"[{reference(pages[target.page - 1])}/XYZ 0 {number(target.top)} 0]"


def _ascii(address: str) -> str:
    """A URI is ASCII (RFC 3986): what is not is written in octets, percent-encoded."""
    from urllib.parse import quote

    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def bookmarks(pages: Sequence[Page]) -> list[Bookmark]:
    """The bookmarks in their order."""
    strips = (placed.strip for page in pages for placed in page.sets)
    found = (mark for strip in strips for mark in (strip.bookmark, *(inner for _, inner in strip.inside)))
    return [mark for mark in found if mark and mark.anchor]


def outline(
    marks: Sequence[Bookmark], targets: Mapping[str, Target], pages: Sequence[int], book: Book
) -> int:
    """The bookmarks, nested by level, parts open and what is in them closed; 0 where there are none.

    A level that is left out does not break the tree.
    """
    if not marks:
        return 0
    root = book.reserve()
    tree = _Branch(root, -1)
    last = [tree]
    for mark in marks:
        level = min(max(mark.level - 1, 0), last[-1].level + 1)
        while last[-1].level >= level:
            last.pop()
        branch = _Branch(book.reserve(), level, mark)
        last[-1].under.append(branch)
        last.append(branch)
    ends = _ends(tree.under)
    shown = len(tree.under) + sum(len(branch.under) for branch in tree.under)
    book.put(root, f"<</Type/Outlines{ends}/Count {shown}>>")
    _write(tree, targets, pages, book)
    return root


@dataclass
class _Branch:
    """A bookmark and those under it; the root has none itself."""

    number: int
    level: int
    mark: Bookmark | None = None
    under: list[_Branch] = field(default_factory=list)


def _ends(branches: Sequence[_Branch]) -> str:
    return f"/First {reference(branches[0].number)}/Last {reference(branches[-1].number)}"


def _write(parent: _Branch, targets: Mapping[str, Target], pages: Sequence[int], book: Book) -> None:
    for place, branch in enumerate(parent.under):
        if branch.mark is None:
            continue
        target = targets[branch.mark.anchor]
        title = with_page(branch.mark.title, target.page)
        entries = (
            f"/Title{text_string(title)}/Parent {reference(parent.number)}/Dest{destination(target, pages)}"
        )
        if place:
            entries += f"/Prev {reference(parent.under[place - 1].number)}"
        if place + 1 < len(parent.under):
            entries += f"/Next {reference(parent.under[place + 1].number)}"
        if branch.under:
            shown = len(branch.under) if branch.level == 0 else -len(branch.under)
            entries += f"{_ends(branch.under)}/Count {shown}"
        book.put(branch.number, f"<<{entries}>>")
        _write(branch, targets, pages, book)
