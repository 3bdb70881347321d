"""Numbers that run through all paragraphs of a text, as reports to the United Nations have them: no list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import starts_as_action, tells
from pipeline.extract.spans import strip_front
from pipeline.models.passages import Kind, Passage

_LEAST = 6
"""Paragraphs that such numbers run through at least; a quarter as many may have none."""

_WORDS = 8
"""Words of a paragraph without a number that counts as one of the text, at least."""

_LONG = 30
"""Words of a paragraph that no title or thing asked for has."""

_BODY = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})


def without_running_numbers(passages: Sequence[Passage], grammar: Grammar) -> Sequence[Passage]:
    """The passages as paragraphs without a number where one runs through the whole text and most of them
    tell something; those that say what to do keep it, as items of a list that goes on with the numbers."""
    run = _longest_run(passages)
    if len(run) < _LEAST or _unnumbered(passages[: run[-1]]) * 4 > len(run):
        return passages
    texts = {number: fold(passages[number].text).text for number in run}
    acting = {number for number, text in texts.items() if _acts(text, grammar)}
    told = sum(_is_told(text, grammar) for number, text in texts.items() if number not in acting)
    if told * (2 if _holds_others(passages, run) else 1.4) < len(run):
        return passages
    return [
        replace(one, kind=Kind.PARAGRAPH, marker="", level=0)
        if number in texts and number not in acting
        else one
        for number, one in enumerate(passages)
    ]


def _acts(text: str, grammar: Grammar) -> bool:
    return starts_as_action(text[strip_front(text, 0, len(text), grammar.linking) :], grammar)


def _is_told(text: str, grammar: Grammar) -> bool:
    """Whether it is running text and no thing asked for."""
    return tells(text, grammar) or len(text.split()) >= _LONG or text.rstrip().endswith(":")


def _holds_others(passages: Sequence[Passage], run: Sequence[int]) -> bool:
    """Whether headings or the items of other lists stand among the numbered paragraphs."""
    members = frozenset(run)
    between = (
        one for number, one in enumerate(passages) if run[0] < number < run[-1] and number not in members
    )
    return any(one.kind is Kind.HEADING or one.marker for one in between)


def _longest_run(passages: Sequence[Passage]) -> list[int]:
    """The passages of the longest row of numbers of one form that each follow the one before; lists with
    numbers of their own may stand among them."""
    length: dict[tuple[str, int], int] = {}
    last: dict[tuple[str, int], int] = {}
    before: dict[int, int] = {}
    for place, passage in enumerate(passages):
        if (marked := _number(passage)) is None:
            continue
        form, number = marked
        follows = (form, number - 1)
        if (grown := length.get(follows, 0) + 1) > length.get(marked, 0):
            length[marked] = grown
            before[place] = last.get(follows, -1)
            last[marked] = place
    place = last[max(length, key=lambda marked: length[marked])] if length else -1
    run = []
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]


def _number(passage: Passage) -> tuple[str, int] | None:
    """The form of a marker and its number ("12." is ".", 12); None for another marker."""
    core = passage.marker.strip("().[] \t")
    if passage.kind not in _BODY or not core.isdecimal():
        return None
    return passage.marker.strip().replace(core, ""), int(core)


def _unnumbered(passages: Sequence[Passage]) -> int:
    """How many of them are paragraphs of the text without a number."""
    return sum(
        one.kind is Kind.PARAGRAPH and not one.marker and len(one.text.split()) >= _WORDS for one in passages
    )
