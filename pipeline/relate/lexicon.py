"""The concepts that demands speak of, found in the words of seven languages, and how much each one weighs."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import NamedTuple

from pipeline.relate.words import SENTENCE_SIGNS, Word, words

_RARE = 6.0  # a word or concept that States never used in 33,000 recommendations
_LEAST_PREFIX = 2


class Concept(NamedTuple):
    """What a term stands for: "act", "treaty", "body", "group", "topic", "plain" or
    "manner", and its name."""

    kind: str
    name: str


class Found(NamedTuple):
    """A concept in a text: the words `start` to `end` (end not included) and how they stand there."""

    concept: Concept
    start: int
    end: int
    shown: str


@dataclass(slots=True)
class _Term:
    concept: Concept
    rest: tuple[tuple[str, bool], ...]  # the words after the first, and whether each is a beginning


@dataclass(slots=True)
class Lexicon:
    """Terms by their first word: as a whole, as a beginning, and Chinese ones by their first character."""

    whole: dict[str, list[_Term]] = field(default_factory=dict)
    begun: dict[str, list[_Term]] = field(default_factory=dict)
    chinese: dict[str, list[tuple[str, Concept]]] = field(default_factory=dict)


def _data(name: str) -> str:
    return files("pipeline.relate").joinpath("data", name).read_text("utf-8")


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon of `data/concepts.txt`, read once."""
    book = Lexicon()
    for line in _data("concepts.txt").splitlines():
        if not line.startswith("#"):
            kind, name, *languages = line.split("|")
            concept = Concept(kind, name)
            for term in ",".join(languages[:-1]).split(","):
                _add(book, concept, term)
            for term in filter(None, re.sub("[《》]", "", languages[-1]).split(",")):
                book.chinese.setdefault(term[0], []).append((term, concept))
    for terms in book.chinese.values():
        terms.sort(key=lambda entry: (-len(entry[0]), entry))
    return book


def _add(book: Lexicon, concept: Concept, term: str) -> None:
    """Put a term of words under its first one; words that are never compared do not count in it either."""
    parts = [(part.rstrip("*"), part.endswith("*")) for part in term.split()]
    kept = [(word.forms[0], begun) for part, begun in parts for word in words(part)]
    if kept:
        first, begun = kept[0]
        index = book.begun if begun else book.whole
        index.setdefault(first, []).append(_Term(concept, tuple(kept[1:])))


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads(_data("weights.json"))
    return loaded


def concept_weight(name: str) -> float:
    """How rare a concept is in what States recommend: logarithm of all by those that have it."""
    return _weights()["concepts"].get(name, _RARE)


def word_weight(stem: str) -> float:
    """How rare a word is in what States recommend, by its stem; a word they never used counts as rare."""
    return _weights()["words"].get(stem, _RARE)


def concepts(text: Sequence[Word]) -> list[Found]:
    """The concepts in `text` in their order; the longest term wins, no word counts twice."""
    book, found, place = lexicon(), [], 0
    while place < len(text):
        word = text[place]
        if "\u4e00" <= word.shown[0] <= "\u9fff":
            found += _in_chinese(book, word.shown, place)
            place += 1
            continue
        best = _longest(text, place)
        if best:
            found.append(best)
        place = best.end if best else place + 1
    return found


def _longest(text: Sequence[Word], place: int) -> Found | None:
    """The longest term that begins at `place`; of two equally long ones the one that stands first."""
    best: tuple[int, int] = (0, 0)
    chosen: Concept | None = None
    for term, length in _candidates(text[place].forms):
        end = _end(term, text, place)
        if (end, length) > best and end:
            best, chosen = (end, length), term.concept
    if chosen is None:
        return None
    shown = " ".join(word.shown for word in text[place : best[0]])
    return Found(chosen, place, best[0], shown)


@functools.lru_cache(maxsize=20_000)
def _candidates(forms: tuple[str, ...]) -> tuple[tuple[_Term, int], ...]:
    """The terms that may begin with a word, each with how many letters of it they have for sure."""
    book = lexicon()
    candidates = [(term, len(form) + 1) for form in forms for term in book.whole.get(form, ())]
    for form in forms:
        for length in range(_LEAST_PREFIX, len(form) + 1):
            candidates += ((term, length) for term in book.begun.get(form[:length], ()))
    return tuple(candidates)


def _end(term: _Term, text: Sequence[Word], place: int) -> int:
    """Where the term ends that begins at `place`, 0 where its other words do not follow."""
    at = place + 1
    for wanted, begun in term.rest:
        while at < len(text) and text[at].shown in ",":
            at += 1
        if at >= len(text) or text[at].shown in SENTENCE_SIGNS:
            return 0
        forms = text[at].forms
        if not (any(form.startswith(wanted) for form in forms) if begun else wanted in forms):
            return 0
        at += 1
    return at


def _in_chinese(book: Lexicon, run: str, place: int) -> list[Found]:
    """The concepts in a run of characters, the longest term first at each of them."""
    found: list[Found] = []
    at = 0
    while at < len(run):
        terms = book.chinese.get(run[at], ())
        match = next((entry for entry in terms if run.startswith(entry[0], at)), None)
        if match:
            found.append(Found(match[1], place, place + 1, match[0]))
        at += len(match[0]) if match else 1
    return found
