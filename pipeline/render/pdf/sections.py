"""Sections: which element of the structure each block goes into, and at which level its heading stands."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.models.document import Block, Document, Heading, Paragraph, Part
from pipeline.render.pdf.tags import Tag

DEEPEST = 4


@dataclass(frozen=True)
class Section:
    """The element that a block goes into, and the level of a heading that begins it; 0 for no heading."""

    tag: Tag
    rank: int


def sections(document: Document) -> list[list[Section]]:
    """For every part, for every block, its section.

    A Document holds parts, a part sections, each begun by its heading, nested by level. No level of headings
    is left out on the way down (ISO 14289-1:2014, 7.4.2): a heading of level 3 below one of level 1 is an H2.
    """
    whole = Tag("Document")
    ranks: list[tuple[int, int]] = []
    return [_part(part, _part_tag(part, whole, document), ranks) for part in document.parts]


def _part_tag(part: Part, whole: Tag, document: Document) -> Tag:
    return whole.within("Part", "" if part.language == document.language else part.language)


def _part(part: Part, tag: Tag, ranks: list[tuple[int, int]]) -> list[Section]:
    """`ranks` are the headings that are open in the Document, their level and their rank."""
    found: list[Section] = []
    open_sections = [(0, tag)]
    for block in part.blocks:
        rank = _rank(block, ranks)
        if isinstance(block, Heading) and _says_something(block):
            while open_sections[-1][0] >= rank:
                open_sections.pop()
            open_sections.append((rank, open_sections[-1][1].within("Sect")))
        found.append(Section(open_sections[-1][1], rank))
    return found


def _says_something(block: Heading) -> bool:
    """Whether the heading has words: figures alone ("2013") tell nothing to who lists the headings."""
    return any(char.isalpha() for part in block.inlines for char in part.text)


def _rank(block: Block, ranks: list[tuple[int, int]]) -> int:
    if isinstance(block, Paragraph) and block.role == "title" and block.inlines:
        ranks[:] = [(1, 1)]
    if not isinstance(block, Heading) or not _says_something(block):
        return 0
    level = min(max(block.level, 1), DEEPEST)
    while ranks and ranks[-1][0] >= level:
        ranks.pop()
    rank = ranks[-1][1] + 1 if ranks else 1
    ranks.append((level, rank))
    return rank
