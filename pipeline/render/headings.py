"""Headings and anchors, alike in every writer: names for those without one, their levels, the contents."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import Any

from pipeline.models.document import Document, Heading, Part


def with_heading_anchors(document: Document) -> Document:
    """`document` with an anchor at every heading, so that contents and outline can lead to each.

    Headings without one are counted through the Document: "heading-1", "heading-2".
    """
    numbers = itertools.count(1)
    return dataclasses.replace(document, parts=tuple(_anchored(part, numbers) for part in document.parts))


def _anchored(part: Part, numbers: Iterator[int]) -> Part:
    blocks = tuple(
        dataclasses.replace(block, anchor=f"heading-{next(numbers)}")
        if isinstance(block, Heading) and not block.anchor
        else block
        for block in part.blocks
    )
    return dataclasses.replace(part, blocks=blocks)


def anchors(value: Any) -> Iterator[str]:
    """Every anchor in a tree of the Document's nouns, in order."""
    if isinstance(value, tuple):
        for part in value:
            yield from anchors(part)
    elif dataclasses.is_dataclass(value):
        if anchor := getattr(value, "anchor", ""):
            yield anchor
        for field in dataclasses.fields(value):
            yield from anchors(getattr(value, field.name))


def shift(part: Part) -> int:
    """How many levels the headings of a statement go down, so that they stand below the pack's own."""
    own = [block.level for block in part.blocks if isinstance(block, Heading) and block.own]
    written = [block.level for block in part.blocks if isinstance(block, Heading) and not block.own]
    return max(0, min(own) + 1 - min(written)) if own and written else 0


def plain(block: Heading) -> str:
    """The words of a heading without note marks and line breaks, for the contents and the outline."""
    words = "".join(inline.text for inline in block.inlines if not inline.note)
    return " ".join(words.split())


def listed(document: Document, depth: int) -> list[Heading]:
    """The headings that the contents name, in order."""
    return [
        block
        for part in document.parts
        for block in part.blocks
        if isinstance(block, Heading) and block.listed and block.level <= depth and plain(block)
    ]
