"""What "the Council" is in one text: one of the United Nations, the authors themselves, or one that governs.

Arabic writes a name without its article and what goes by it with one ("لجنة العدل", "اللجنة"): a short name
that would mean a body of the United Nations elsewhere means the one that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER, joined
from pipeline.models.passages import Passage

_TITLES = 6
"""Passages at the front in which a text says whose it is, or to whom it is written."""


def with_bodies(grammar: Grammar, passages: Sequence[Passage]) -> Grammar:
    """The grammar that knows what the short names in `passages` stand for."""
    if grammar.houses is NEVER:
        return grammar
    texts = [fold(passage.text).text for passage in passages]
    united = {one.group() for text in texts for one in grammar.council.finditer(text)}
    ours = _noun(grammar.offices, texts, united)
    theirs = _noun(grammar.houses, texts, united)
    for noun in {ours, theirs} - {""}:
        grammar = _known(grammar, noun, noun == ours)
    return grammar


def _noun(names: Pattern, texts: Sequence[str], united: Set[str]) -> str:
    """The noun of the first of `names` at the front; further down of one that no body of the United Nations
    shares, of those that the text names in full (`united`)."""
    shared: dict[str, bool] = {}
    for number, text in enumerate(texts):
        for match in names.finditer(text):
            noun: str = match.group()
            if noun not in shared:
                shared[noun] = any(noun in name for name in united)
            if number < _TITLES or not shared[noun]:
                return noun
    return ""


def _known(grammar: Grammar, noun: str, ours: bool) -> Grammar:
    """The same where the short name of `noun` is the authors', or else a house that governs."""
    actors = grammar.actors
    short = rf"\w{{0,2}}(?:ال|لل){noun}(?!\w)"
    united = re.compile(rf"(?!{short})(?:{actors.un_body.pattern})")
    named = re.compile(rf"(?<!\w)(?=(?:{actors.un_body.pattern})){short}")
    if not ours:
        return replace(grammar, actors=replace(actors, un_body=united, sur=joined(actors.sur, named)))
    others, behind = (
        re.compile(rf"(?!{short})(?:{one.pattern})") for one in (grammar.others, grammar.behind)
    )
    authors = joined(grammar.authors, named)
    actors = replace(actors, un_body=united)
    return replace(grammar, authors=authors, others=others, behind=behind, actors=actors)
