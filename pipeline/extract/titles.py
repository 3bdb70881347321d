"""Headings that no reader could know as such: short lines over paragraphs, in a text without others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import tells
from pipeline.extract.lists import is_name
from pipeline.extract.outline import count, is_marked
from pipeline.extract.rows import DATE
from pipeline.models.passages import Kind, Passage

_LEAST = 2
"""Such lines that a text has at least."""

_HEADINGS = 1
"""Headings known as such that it has at most: its title."""

_WORDS = 10
"""Words of such a line, at most."""

_PARAGRAPH = 13
"""Words of a paragraph below one, at least."""

_LEVEL = 2
_ENDS = (".", ";", ":", ",", "!", "?", "…", "。", "؟", "：", "；")


def with_lost_headings(passages: Sequence[Passage], grammar: Grammar) -> Sequence[Passage]:
    """The passages with such lines as headings of one level."""
    if sum(one.kind is Kind.HEADING for one in passages) > _HEADINGS:
        return passages
    found = {number for number in range(1, len(passages) - 1) if _is_title(passages, number, grammar)}
    if len(found) < _LEAST:
        return passages
    return [
        replace(one, kind=Kind.HEADING, level=_LEVEL) if number in found else one
        for number, one in enumerate(passages)
    ]


def _is_title(passages: Sequence[Passage], number: int, grammar: Grammar) -> bool:
    """Whether it is a short line without a stop, behind a finished paragraph, over a long one or a list."""
    before, here, after = passages[number - 1 : number + 2]
    text = here.text.strip()
    if here.kind is not Kind.PARAGRAPH or here.marker or not 0 < count(text, grammar) <= _WORDS:
        return False
    if text.endswith(_ENDS) or text[:1].islower() or DATE.search(text) or is_name(text):
        return False
    finished = before.kind is not Kind.PARAGRAPH or before.text.rstrip().endswith(_ENDS)
    over = is_marked(after) or (after.kind is Kind.PARAGRAPH and count(after.text, grammar) >= _PARAGRAPH)
    return finished and over and not tells(fold(text).text, grammar)
