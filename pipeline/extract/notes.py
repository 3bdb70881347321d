"""Notes of an organisation on a statement of its own, which tell in the past what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.acts import Voice
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.hits import Hit
from pipeline.models.passages import Passage

_BEFORE = 200
"""Characters before a demand in which a time may stand that puts it into the past."""


def as_noted(hits: Sequence[Hit], passages: Sequence[Passage], grammar: Grammar) -> Sequence[Hit]:
    """The hits; in a text that asks nothing now, what "we asked" somebody is asked: it is a note on a
    statement."""
    if any(hit.voice is Voice.OWN for hit in hits):
        return hits
    return [
        replace(hit, voice=Voice.OWN)
        if hit.words and _asked_by_us(hit.stem, _in_front(hit, passages), grammar)
        else hit
        for hit in hits
    ]


def _in_front(hit: Hit, passages: Sequence[Passage]) -> str:
    """The words of its passage right before a hit."""
    first = hit.spans[0]
    return passages[first.passage].text[max(0, first.start - _BEFORE) : first.start]


def _asked_by_us(stem: str, front: str, grammar: Grammar) -> bool:
    """Whether by the words of a stem the authors say "we" and tell what they asked ("we called on the
    Ministry to"), and nothing in it or in `front` of the demand says that it was at an earlier time."""
    text = fold(stem).text
    first = grammar.first.search(text)
    verb = grammar.heads.past.search(text, first.start()) if first else None
    if first is None or verb is None:
        return False
    said = (text, fold(front).text)
    if any(one.search(words) for one in (grammar.before, grammar.once) for words in said):
        return False
    others = grammar.others.search(text, 0, verb.start())
    return not (others or grammar.relative.search(text, first.end(), verb.start()))
