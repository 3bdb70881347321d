"""The structure of the file: which element each drawn thing belongs to, the tree and the index of elements.

ISO 32000-1:2008, 14.7 (logical structure): StructTreeRoot, structure elements, ParentTree, IDTree.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.notation import numbers, reference, text_string
from pipeline.render.pdf.tags import Tag


class Content(NamedTuple):
    """Marked content number `mark` of page `page` (from 0)."""

    page: int
    mark: int


class Annotated(NamedTuple):
    """The annotation that is object `number`, on page `page` (from 0)."""

    page: int
    number: int


Kid = Tag | Content | Annotated

BLOCKS = frozenset({"P", "L", "Table", "BlockQuote", "Sect", "Figure"})
"""Elements that stand below each other, not within a line."""


@dataclass(frozen=True, slots=True)
class Written:
    """What others need of the written tree: its root, and where the annotations' keys begin."""

    root: int
    first_key: int


class Structure:
    """Grows as pages are drawn, in the order of drawing; elements nobody drew are not in it."""

    def __init__(self) -> None:
        self._kids: dict[Tag, list[Kid]] = {}
        self._roots: list[Tag] = []
        self._content: list[list[Tag]] = []
        self._annotations: list[Tag] = []
        self._boxes: dict[Tag, tuple[float, float, float, float]] = {}

    def turn_page(self) -> None:
        """What follows stands on the next page."""
        self._content.append([])

    def touch(self, tag: Tag) -> None:
        """Let `tag` be there from here on, even if it stays empty (a cell of a table)."""
        if tag in self._kids:
            return
        self._kids[tag] = []
        if tag.parent is None:
            self._roots.append(tag)
        else:
            self.touch(tag.parent)
            self._kids[tag.parent].append(tag)

    def place(self, tag: Tag) -> int:
        """The number on this page of a new marked content that belongs to `tag`."""
        self.touch(tag)
        page = self._content[-1]
        page.append(tag)
        self._kids[tag].append(Content(len(self._content) - 1, len(page) - 1))
        return len(page) - 1

    def attach(self, tag: Tag, annotation: int) -> int:
        """Let the annotation that is object `annotation` belong to `tag`; its place among annotations."""
        self.touch(tag)
        self._kids[tag].append(Annotated(len(self._content) - 1, annotation))
        self._annotations.append(tag)
        return len(self._annotations) - 1

    def frame(self, tag: Tag, box: tuple[float, float, float, float]) -> None:
        """Where the picture `tag` stands on its page: left, bottom, right, top, in points."""
        self._boxes[tag] = box

    def write(self, book: Book, pages: Sequence[int]) -> Written:
        """Put the tree into `book`; `pages` are the numbers of the page objects."""
        self._sort_out()
        root = book.reserve()
        order = list(self._in_order())
        places = {tag: book.reserve() for tag in order}
        named = _named(order)
        for tag in order:
            parent = places[tag.parent] if tag.parent else root
            book.put(places[tag], self._element(tag, (places, named), parent, pages))
        tops = "".join(f"{reference(places[tag])} " for tag in self._roots).strip()
        index = book.add(f"<</Nums[{self._parents(places)}]>>")
        entries = f"/Type/StructTreeRoot/K[{tops}]/ParentTree {reference(index)}"
        entries += f"/ParentTreeNextKey {len(pages) + len(self._annotations)}"
        if named:
            names = "".join(f"({name}){reference(places[tag])}" for tag, name in named.items())
            entries += f"/IDTree<</Names[{names}]>>"
        book.put(root, f"<<{entries}>>")
        return Written(root, len(pages))

    def _sort_out(self) -> None:
        """Give content that stands beside elements an element of its own.

        Else who takes the content of an element before the elements in it would read out of order.
        """
        for tag, kids in list(self._kids.items()):
            inner = [kid for kid in kids if isinstance(kid, Tag)]
            if not inner or len(inner) == len(kids):
                continue
            kind = "P" if any(kid.kind in BLOCKS for kid in inner) else "Span"
            sorted_kids: list[Kid] = []
            for loose, group in itertools.groupby(kids, key=lambda kid: isinstance(kid, Content)):
                members = list(group)
                sorted_kids.extend([self._wrapped(tag, kind, members)] if loose else members)
            self._kids[tag] = sorted_kids

    def _wrapped(self, parent: Tag, kind: str, contents: list[Kid]) -> Tag:
        element = parent.within(kind)
        self._kids[element] = contents
        for kid in contents:
            if isinstance(kid, Content):
                self._content[kid.page][kid.mark] = element
        return element

    def _in_order(self) -> Iterator[Tag]:
        waiting = self._roots[::-1]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting.extend(kid for kid in reversed(self._kids[tag]) if isinstance(kid, Tag))

    def _element(
        self, tag: Tag, known: tuple[dict[Tag, int], dict[Tag, str]], parent: int, pages: Sequence[int]
    ) -> str:
        places, named = known
        kids = self._kids[tag]
        page = next((kid.page for kid in kids if isinstance(kid, Content | Annotated)), -1)
        entries = [f"/S/{tag.kind}/P {reference(parent)}"]
        if page >= 0:
            entries.append(f"/Pg {reference(pages[page])}")
        shown = [_kid(kid, page, places, pages) for kid in kids]
        if shown:
            entries.append(f"/K {shown[0]}" if len(shown) == 1 else f"/K[{' '.join(shown)}]")
        if tag in named:
            entries.append(f"/ID({named[tag]})")
        for key, text in (("Lang", tag.language), ("Alt", tag.alternative), ("ActualText", tag.actual)):
            if text:
                entries.append(f"/{key}{text_string(text)}")
        return f"<<{''.join(entries)}{self._attributes(tag, named)}>>"

    def _attributes(self, tag: Tag, named: dict[Tag, str]) -> str:
        if tag in self._boxes:
            return f"/A<</O/Layout/Placement/Block/BBox[{numbers(self._boxes[tag])}]>>"
        attributes = list(tag.attributes)
        if tag.headers:
            attributes.append(f"/Headers[{''.join(f'({named[head]})' for head in tag.headers)}]")
        return f"/A<</O/{tag.owner}{''.join(attributes)}>>" if attributes else ""

    def _parents(self, places: dict[Tag, int]) -> str:
        """For every page the element of each of its marked contents, then the element of each annotation."""
        rows = [
            f"{key}[{' '.join(reference(places[tag]) for tag in tags)}]"
            for key, tags in enumerate(self._content)
        ]
        first = len(self._content)
        rows += [f"{first + key} {reference(places[tag])}" for key, tag in enumerate(self._annotations)]
        return "\n".join(rows)


def _named(order: Sequence[Tag]) -> dict[Tag, str]:
    """Names, in order, for the elements that need one: notes, and cells that head others."""
    heads = {head for tag in order for head in tag.headers}
    wanted = [tag for tag in order if tag.kind == "Note" or tag in heads]
    return {tag: f"n{place:06}" for place, tag in enumerate(wanted)}


def _kid(kid: Kid, page: int, places: dict[Tag, int], pages: Sequence[int]) -> str:
    if isinstance(kid, Tag):
        return reference(places[kid])
    where = "" if kid.page == page else f"/Pg {reference(pages[kid.page])}"
    if isinstance(kid, Annotated):
        return f"<</Type/OBJR{where}/Obj {reference(kid.number)}>>"
    return f"<</Type/MCR{where}/MCID {kid.mark}>>" if where else str(kid.mark)
