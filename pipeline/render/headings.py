"""Headings and anchors, alike in every writer: names for those without one, their levels, the contents."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.models.document import Document, Heading, Part

PLAIN = frozenset({"bool", "int", "float", "bytes"})
"""Types of fields of the Document that hold no text, as they are written there."""
TEXTS = frozenset({"str", "Role", "InlineRole", "Direction"})
"""And those that are nothing but text."""


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
    for each in nouns(value):
        if anchor := getattr(each, "anchor", ""):
            yield anchor


def nouns(value: Any, without: tuple[type, ...] = ()) -> Iterator[Any]:
    """As `walk`, but for texts: most of what a Document holds, and nobody's anchor."""
    return _walk(value, without, PLAIN | TEXTS)


def walk(value: Any) -> Iterator[Any]:
    """`value` and all that it holds, in the order of its fields.

    Numbers and pixels are left out: they hold nothing and say nothing.
    """
    return _walk(value, (), PLAIN)


def _walk(value: Any, without: tuple[type, ...], unseen: frozenset[str]) -> Iterator[Any]:
    """Not what the nouns `without` hold, nor fields of a type in `unseen`."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        yield value
        kind = value.__class__
        if kind is not str and not isinstance(value, without):
            waiting.extend(_held_by(kind, unseen)(value))


@functools.cache
def _held_by(kind: type, unseen: frozenset[str]) -> Callable[[Any], Iterable[Any]]:
    """A function that gives what a value of `kind` holds, the last first."""
    if kind is tuple:
        return reversed
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    names = [field.name for field in fields if field.type not in unseen][::-1]
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


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
