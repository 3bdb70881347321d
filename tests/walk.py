"""A Document taken apart for tests: its blocks, runs, words, anchors and links, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.models.document import (
    Block,
    Document,
    Heading,
    Inline,
    ItemList,
    Label,
    Notes,
    Paragraph,
    Part,
    Portrait,
    Quote,
    Table,
    Timeline,
)


def blocks(document: Document, part: str = "") -> Iterator[Block]:
    for each in document.parts:
        if part in ("", each.id):
            yield from each.blocks


def paragraphs(block: Block) -> Iterator[Paragraph]:
    """The paragraphs in a block, tables row by row."""
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell.paragraphs
    elif isinstance(block, Quote):
        yield from block.paragraphs
    elif isinstance(block, Portrait):
        yield from block.blocks


def inlines(block: Block) -> Iterator[Inline]:
    if isinstance(block, Heading):
        yield from block.inlines
    elif isinstance(block, ItemList):
        for item in block.items:
            yield from item.inlines
    elif isinstance(block, Notes):
        for note in block.items:
            yield from note.inlines
    elif isinstance(block, Timeline):
        for slot in block.slots:
            yield from slot.inlines
            yield from slot.below
    else:
        for paragraph in paragraphs(block):
            yield from paragraph.inlines


def labels(block: Block) -> Iterator[Label]:
    if isinstance(block, Heading):
        yield from block.labels
    elif isinstance(block, ItemList):
        for item in block.items:
            yield from item.labels
    else:
        for paragraph in paragraphs(block):
            yield from paragraph.labels


def all_inlines(document: Document) -> list[Inline]:
    found = [inline for block in blocks(document) for inline in inlines(block)]
    furniture = document.furniture
    return [*found, *furniture.head_left, *furniture.head_right, *furniture.foot_left]


def text(block: Block) -> str:
    return "".join(inline.text for inline in inlines(block))


def part_text(document: Document, part: str) -> str:
    return "\n".join(text(block) for block in blocks(document, part))


def part_ids(document: Document) -> list[str]:
    return [part.id for part in document.parts]


def statement(document: Document, anchor: str) -> Part:
    """The part of the statement that begins at `anchor`."""
    return next(
        part
        for part in document.parts
        if any(isinstance(block, Heading) and block.anchor == anchor for block in part.blocks)
    )


def anchors(document: Document) -> list[str]:
    """Every link target, once for each time it is there."""
    found = [inline.anchor for inline in all_inlines(document)]
    for block in blocks(document):
        found += [label.anchor for label in labels(block)]
        found += [paragraph.anchor for paragraph in paragraphs(block)]
        if isinstance(block, Heading):
            found.append(block.anchor)
        elif isinstance(block, Table):
            found += [cell.anchor for row in block.rows for cell in row]
        elif isinstance(block, Notes):
            found += [note.anchor for note in block.items]
        elif isinstance(block, ItemList):
            found += [item.anchor for item in block.items]
    return [anchor for anchor in found if anchor]


def links(document: Document) -> list[str]:
    """Every anchor that something leads to."""
    found = [target for inline in all_inlines(document) for target in (inline.link, inline.page_of)]
    for block in blocks(document):
        found += [label.link for label in labels(block)]
        if isinstance(block, Notes):
            found += [note.back for note in block.items]
    return [target for target in found if target]
