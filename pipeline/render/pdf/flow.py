"""The flow: a Document's parts as strips; blocks that name no page are set once for all passes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pipeline.models.document import (
    Block,
    Contents,
    Document,
    Facsimile,
    Heading,
    Image,
    Inline,
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
from pipeline.models.style import Style
from pipeline.render.headings import walk, with_heading_anchors
from pipeline.render.pdf import blocks, figures, tables
from pipeline.render.pdf.again import KEPT, Known, shelf_of
from pipeline.render.pdf.blocks import Placed, Room
from pipeline.render.pdf.contents import contents
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.facsimiles import facsimile
from pipeline.render.pdf.sections import sections
from pipeline.render.pdf.strips import Strips
from pipeline.render.pdf.turning import runs_left, turned
from pipeline.render.pdf.words import Setting

SETTERS: Mapping[type, Callable[[Any, Room], Placed]] = {
    Facsimile: facsimile,
    Heading: blocks.heading,
    Image: figures.image,
    ItemList: blocks.item_list,
    Notes: blocks.notes,
    Paragraph: blocks.paragraph,
    Portrait: figures.portrait,
    Quote: blocks.quote,
    Space: figures.space,
    Table: tables.table,
    Timeline: figures.timeline,
}
"""To add a block: its class in models/document.py, a function that gives its strips, a row here."""
LARGE = (Facsimile, Image, Portrait)
"""Blocks that are not kept from one Document to the next."""


@dataclass(frozen=True)
class Flow:
    """A part's strips from top to bottom."""

    part: Part
    strips: Strips


@dataclass
class Setter:
    """Sets the parts of one Document; `kept` are blocks whose lines do not depend on page numbers."""

    document: Document
    style: Style
    kept: dict[tuple[int, int], Placed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document = with_heading_anchors(self.document)
        self.sections = sections(self.document)
        self.headings = [block for part in self.document.parts for block in _headings(part)]
        blocks_of_all = [block for part in self.document.parts for block in part.blocks]
        self.known = {id(each): Known(each) for each in blocks_of_all if not isinstance(each, LARGE)}
        self.said = {
            id(each): _kept_said(self.known[id(each)]) if id(each) in self.known else _looked_through(each)
            for each in blocks_of_all
        }
        self.shelf = shelf_of(self.style)

    def characters(self) -> frozenset[str]:
        """Every character that the Document has."""
        parts = tuple(replace(part, blocks=()) for part in self.document.parts)
        rest = _looked_through(replace(self.document, parts=parts)).characters
        return rest.union(*(said.characters for said in self.said.values()))

    def flows(self, pages: Mapping[str, int]) -> list[Flow]:
        """The strips of every part, with `pages` for the pages that are named."""
        return [
            Flow(part, self._part(number, part, pages)) for number, part in enumerate(self.document.parts)
        ]

    def _part(self, number: int, part: Part, pages: Mapping[str, int]) -> Strips:
        room = self._room(part, pages)
        placed = []
        for place, block in enumerate(part.blocks):
            section = self.sections[number][place]
            inside = room.at(section.tag, section.rank)
            placed.append(self._block(block, inside, (number, place)))
        strips = blocks.stacked(placed).strips
        return [turned(strip, room.measure) for strip in strips] if room.setting.rtl else strips

    def _room(self, part: Part, pages: Mapping[str, int]) -> Room:
        page = self.style.page
        language = part.language or self.document.language
        rtl = runs_left(part.direction, part.language, self.document)
        setting = Setting(self.style.text("text"), faces_of(self.style), language, pages, rtl=rtl)
        measure = page.width - page.inner - page.outer
        height = page.height - page.top - page.bottom
        photos = any(isinstance(block, Portrait) and block.image for block in part.blocks)
        indent = self.style.label_indent
        return Room(self.style, setting, measure, indent, height, part.id == "statement", photos)

    def _block(self, block: Block, room: Room, key: tuple[int, int]) -> Placed:
        if key in self.kept:
            return self.kept[key]
        if isinstance(block, Contents):
            return contents(block, self.headings, room)
        named, pages = self.said[id(block)].pages, room.setting.pages
        if isinstance(block, LARGE):
            placed = SETTERS[type(block)](block, room)
        else:
            numbers = tuple(map(pages.get, named)) if pages else ()
            placed = self.shelf.placed(self.known[id(block)], room, numbers, SETTERS[type(block)])
        if not named:
            self.kept[key] = placed
        return placed


class Said(NamedTuple):
    """The characters of all texts of a block, and the anchors whose pages it prints.

    Not those of the contents, which say what headings say.
    """

    characters: frozenset[str]
    pages: tuple[str, ...]


def _looked_through(value: Any) -> Said:
    # the words of a facsimile are drawn in fonts of its own
    values = list(walk(value.caption if isinstance(value, Facsimile) else value))
    characters = frozenset("".join(each for each in values if isinstance(each, str)))
    return Said(
        characters, tuple(each.page_of for each in values if isinstance(each, Inline) and each.page_of)
    )


@functools.lru_cache(maxsize=KEPT)
def _kept_said(known: Known) -> Said:
    return _looked_through(known.block)


def _headings(part: Part) -> Iterator[Heading]:
    """The headings of a part, each with its language."""
    for block in part.blocks:
        if isinstance(block, Heading):
            yield replace(block, language=block.language or part.language)
