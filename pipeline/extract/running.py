"""Numbers that run through all paragraphs of a text, as reports to the United Nations have them: no list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import is_thing, starts_as_action, tells
from pipeline.extract.outline import BODY
from pipeline.extract.spans import behind_article
from pipeline.models.passages import Kind, Passage, Run

_LEAST = 6
"""Paragraphs that such numbers run through at least; a quarter as many may have none."""

_WORDS = 8
"""Words of a paragraph without a number that counts as one of the text, at least."""

_LONG = 30
"""Words of a paragraph that no title or thing asked for has."""

_NUMBER = re.compile(r"([§(\[]? ?)(\d{1,3}(?:\.\d{1,2}){0,3})([.)\]:]?|\s?[-–—])\s*")


_Key = tuple[str, tuple[int, ...]]
"""The form of a number and its parts."""


class _Numbered(NamedTuple):
    """The number of a paragraph: its form ("(.)"), its parts ("3.12" is 3, 12), and the characters that it
    takes up in the text, where the reader has not taken it for a marker."""

    form: str
    parts: tuple[int, ...]
    typed: int


def without_running_numbers(passages: Sequence[Passage], grammar: Grammar) -> Sequence[Passage]:
    """The passages as paragraphs without a number where one runs through the whole text and most of them
    tell something; those that say what to do keep it, as items of a list that goes on with the numbers, and
    so do all where most of them do.

    A number that stands in the text itself ("12 The State ...") becomes blanks: places stay as they are.
    """
    run = _longest_run(passages)
    if len(run) < _LEAST or _unnumbered(passages, run) * 4 > len(run):
        return passages
    texts = {number: fold(passages[number].text).text[typed:] for number, typed in run.items()}
    acting = {number for number, text in texts.items() if starts_as_action(text, grammar)}
    told = sum(_is_told(text, grammar) for number, text in texts.items() if number not in acting)
    if told * (2 if _holds_others(passages, run) else 1.4) < len(run):
        acting = set(run)  # a list, whose numbers the reader may have left in the text
    return [
        _read(one, run[number], number in acting) if number in run else one
        for number, one in enumerate(passages)
    ]


def _read(passage: Passage, typed: int, acts: bool) -> Passage:
    """A numbered paragraph as what it is: one of the text, or an item of a list."""
    marker = passage.marker or passage.text[:typed].strip()
    kind, level = (Kind.LIST_ITEM, passage.level or 1) if acts else (Kind.PARAGRAPH, 0)
    runs = tuple(_blanked(passage.runs, typed))
    return replace(passage, kind=kind, marker=marker if acts else "", level=level, runs=runs)


def _blanked(runs: Sequence[Run], length: int) -> list[Run]:
    """The runs with blanks for their first `length` characters."""
    made = []
    for run in runs:
        part = min(length, len(run.text))
        made.append(replace(run, text=" " * part + run.text[part:]) if part else run)
        length -= part
    return made


def _is_told(text: str, grammar: Grammar) -> bool:
    """Whether it is running text and no thing asked for."""
    if tells(text, grammar) or len(text.split()) >= _LONG or text.rstrip().endswith(":"):
        return True
    opens = grammar.article.match(text) or grammar.fronting.match(text)
    thing = is_thing(text, grammar) or is_thing(text[behind_article(text, grammar) :], grammar)
    return opens is not None and grammar.indefinite.match(text) is None and text.endswith(".") and not thing


def _holds_others(passages: Sequence[Passage], run: dict[int, int]) -> bool:
    """Whether headings or the items of other lists stand among the numbered paragraphs."""
    between = (
        one for number, one in enumerate(passages) if min(run) < number < max(run) and number not in run
    )
    return any(one.kind is Kind.HEADING or one.marker for one in between)


def _longest_run(passages: Sequence[Passage]) -> dict[int, int]:
    """The passages of the longest row of numbers of one form that each follow the one before, and what their
    numbers take up in their text; lists with numbers of their own may stand among them."""
    length: dict[_Key, int] = {}
    last: dict[_Key, int] = {}
    latest: dict[tuple[str, int], _Key] = {}
    before: dict[int, int] = {}
    typed: dict[int, int] = {}
    for place, passage in enumerate(passages):
        if (marked := _number(passage)) is None:
            continue
        form, parts, typed[place] = marked
        follows = _follows(form, parts, last, latest)
        grown = (length[follows] if follows else 0) + 1
        if grown > length.get((form, parts), 0):
            length[form, parts] = grown
            before[place] = last[follows] if follows else -1
            last[form, parts] = place
            latest[form, len(parts)] = (form, parts)
    place = last[max(length, key=lambda key: length[key])] if length else -1
    run = {}
    while place >= 0:
        run[place] = typed[place]
        place = before[place]
    return run


def _follows(
    form: str, parts: tuple[int, ...], last: dict[_Key, int], latest: dict[tuple[str, int], _Key]
) -> _Key | None:
    """The number that one goes on from: 2.4 for 2.5, and the last one of section 1 for 2.1."""
    direct = (form, (*parts[:-1], parts[-1] - 1))
    if direct in last:
        return direct
    above = latest.get((form, len(parts))) if len(parts) > 1 and parts[-1] == 1 else None
    return above if above and above[1] < parts else None


def _number(passage: Passage) -> _Numbered | None:
    marker = passage.marker.strip()
    if passage.kind not in BODY or (not marker and passage.kind is not Kind.PARAGRAPH):
        return None
    found = _NUMBER.fullmatch(marker) if marker else _NUMBER.match(passage.text)
    if found is None or (not marker and found.end() in (0, len(passage.text))):
        return None
    if not marker and not (found[3] or passage.text[found.end() - 1].isspace()):
        return None
    form = found[1].strip() + "." * found[2].count(".") + found[3].strip()
    return _Numbered(form, tuple(map(int, found[2].split("."))), 0 if marker else found.end())


def _unnumbered(passages: Sequence[Passage], run: dict[int, int]) -> int:
    """How many paragraphs of the text up to the last numbered one have no number."""
    return sum(
        one.kind is Kind.PARAGRAPH
        and number not in run
        and not one.marker
        and len(one.text.split()) >= _WORDS
        for number, one in enumerate(passages[: max(run)])
    )
