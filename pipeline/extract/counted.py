"""Demands that speech counts out: "We have three recommendations. First, ... Second, ... And third, ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pipeline.extract import items
from pipeline.extract.acts import Voice
from pipeline.extract.grammar import Grammar
from pipeline.extract.modals import obligations
from pipeline.extract.outline import Stem
from pipeline.extract.phrases import NEVER
from pipeline.extract.views import View
from pipeline.extract.voices import promises

_APART = 2
"""Demands that a passage counts out at least where the one before announces them."""

POSED = "the sentence before"
"""Where a stem stands that is a sentence of the same passage."""


class Counted(NamedTuple):
    """A passage without its counting words; the sentence that announces what is counted (-1 for none, or the
    passage before), its words, whose demands these are, and which sentences are items below it."""

    seen: View
    said: int = -1
    words: str = ""
    voice: Voice = Voice.OWN
    items: frozenset[int] = frozenset()

    def below(self, number: int) -> bool:
        """Whether sentence `number` stands below the announcing one."""
        return self.words != "" and number > self.said

    def stem(self, number: int) -> Stem | None:
        """The announcing sentence as the stem of sentence `number`; None where that is no item."""
        return Stem(self.words, POSED, None, "", self.voice, sure=True) if number in self.items else None


def counted_out(seen: View, before: str, grammar: Grammar) -> Counted:
    """The demands that a passage counts out behind a sentence that announces them, or behind `before`, the
    passage before.

    The next sentence must begin to count. Of others' demands all are reported, of questions none is a demand.
    """
    if grammar.counting is NEVER:
        return Counted(seen)
    begins = [_counts(seen, number, grammar) for number in range(len(seen.spans))]
    for said in (number for number in range(-1, len(begins) - 1) if begins[number + 1]):
        words = seen.sentence(said) if said >= 0 else before.strip()
        voice = _announces(words, grammar) if words else None
        if voice is None:
            continue
        if grammar.inquiring.search(words):
            return Counted(seen, said)
        below = (number for number in range(said + 1, len(begins)) if begins[number])
        asked = frozenset(number for number in below if _asks(seen, number, begins[number], grammar))
        if len(asked) < (1 if said >= 0 else _APART):
            continue
        spans = tuple(
            (start + begins[number] if number in asked else start, end)
            for number, (start, end) in enumerate(seen.spans)
        )
        return Counted(replace(seen, spans=spans), said, words, voice, asked)
    return Counted(seen)


def _counts(seen: View, number: int, grammar: Grammar) -> int:
    """The length of the counting words that a sentence begins with, 0 for none."""
    found = grammar.counting.match(seen.sentence(number))
    return found.end() if found and found.end() < len(seen.sentence(number)) else 0


def _asks(seen: View, number: int, begin: int, grammar: Grammar) -> bool:
    """Whether a counted sentence says what is to be done, or names a thing, and does not tell or thank."""
    text = seen.sentence(number)[begin:]
    if items.starts_as_action(text, grammar) or items.performs(text, grammar) or obligations(text, grammar):
        return not grammar.heads.own.match(text)
    own = grammar.first.search(text) or grammar.heads.own.search(text)
    return not own and not grammar.finite.search(text) and not items.tells(text, grammar)


def _announces(text: str, grammar: Grammar) -> Voice | None:
    """Whose demands a sentence says to follow, None where it says no such thing."""
    noun = grammar.stem.search(text) or grammar.inquiring.search(text)
    past = grammar.heads.past.search(text)
    if noun is None:
        if not grammar.following.search(text):
            return None
        told = past or grammar.heads.third.search(text)
        return Voice.OWN if not past and grammar.heads.own.search(text) else Voice.REPORTED if told else None
    patterns = (grammar.first, grammar.ours, grammar.heads.own)
    ours = [one.start() for one in (pattern.search(text) for pattern in patterns) if one]
    others = grammar.others.search(text[: noun.start()])  # "We suggest to **delegations** ..." is ours
    theirs = others is not None and others.start() < min(ours, default=len(text))
    if past or (theirs and grammar.heads.any.search(text)):
        return Voice.REPORTED
    says = grammar.heads.own.search(text) or (ours and grammar.following.search(text))
    return Voice.OWN if not theirs and (says or promises(text, grammar)) else None
