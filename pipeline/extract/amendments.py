"""The words that an amendment puts into a law or a text, which belong to what it asks."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import starts_as_action
from pipeline.extract.outline import BODY
from pipeline.models.passages import Kind, Passage

_OPENING = ("«", "“", '"')
_WORDING = 12
"""Passages that the words of an amendment take up at most."""


def wording(passages: Sequence[Passage], number: int, grammar: Grammar) -> list[int]:
    """The words that an amendment puts into a text ("Insert an article as follows:"), up to the closing mark
    of a quotation; only the first passage of them where there is none."""
    if grammar.amending.match(fold(passages[number].text).text.strip()) is None:
        return []
    if _unquoted(passages, number, grammar):
        return [number + 1]
    found: list[int] = []
    depth = 0
    for later in range(number + 1, min(number + _WORDING, len(passages))):
        passage = passages[later]
        text = passage.text.strip()
        if passage.kind is Kind.HEADING or not (found or text.startswith(_OPENING)):
            break
        found.append(later)
        depth += sum(text.count(mark) for mark in "«“") - sum(text.count(mark) for mark in "»”")
        if depth <= 0:
            return found
    return found[:1]


def _unquoted(passages: Sequence[Passage], number: int, grammar: Grammar) -> bool:
    """Whether the words of an amendment stand below its colon without marks ("Add an article worded:")."""
    if number + 1 >= len(passages) or not passages[number].text.rstrip().endswith(":"):
        return False
    after = passages[number + 1]
    text = fold(after.text).text.strip()
    acts = starts_as_action(text, grammar) or grammar.amending.match(text) is not None
    return after.kind in BODY and not text.startswith('"') and not acts
