"""Anchors: all that a Document has, and names for headings that have none, alike in every writer."""

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
