"""Words of six languages as the English words that the model of action categories knows."""

from __future__ import annotations

import csv
import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from pipeline.describe.category_features import MOST_TOKENS, Token, spelled

LANGUAGES = ("fr", "es", "pt", "ru", "ar", "zh")

_TOKEN = re.compile(r"[^\W_]+|[;,.:；，。：、؛،]")
_MARKS = {"；": ";", "，": ",", "。": ".", "：": ":", "、": ",", "؛": ";", "،": ","}
_ARABIC = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None})
_ARABIC_PREFIX = re.compile("[وف]?(?:ال|لل|بال|وال|ب|ل|س)?(?=.{2})")
_GERUNDS = {"es": ("ndo",), "pt": ("ndo",), "fr": ("ant",), "ru": ("уя", "вая", "ивая")}
_MEANS = frozenset(("by", "including", "through"))
_GOING_ON = frozenset(("continue", "maintain"))
_LONGEST_HAN = 6
UNKNOWN = "~"
"""Stands for a word without English words: no feature of the model has it."""
DROPPED = "-"
"""Stands for words that are left out: who should act, between an Arabic verb and its object."""


class _Entry(NamedTuple):
    parts: tuple[tuple[str, bool], ...]
    english: tuple[str, ...]


class _Word(NamedTuple):
    spellings: tuple[str, ...]
    start: int
    end: int


class _Table(NamedTuple):
    """Entries with their rank, by their first word: whole words, and beginnings of words by length."""

    whole: dict[str, list[tuple[int, _Entry]]]
    begun: dict[str, list[tuple[int, _Entry]]]
    lengths: tuple[int, ...]


@functools.cache
def _table(language: str) -> _Table:
    """The entries of data/category_words.csv; the longest has the lowest rank."""
    file = resources.files("pipeline.describe") / "data" / "category_words.csv"
    found: list[_Entry] = []
    for row in csv.DictReader(file.read_text("utf-8").splitlines()):
        for phrase in (row[language] or "").split("|"):
            words = [
                (fold(word.rstrip("*")), word.endswith("*")) for word in re.split(r"[\s']+", phrase) if word
            ]
            if words:
                found.append(_Entry(tuple(words), tuple(map(spelled, row["en"].split()))))
    table = _Table({}, {}, tuple(sorted({len(e.parts[0][0]) for e in found if e.parts[0][1]})))
    for rank, entry in enumerate(sorted(found, key=_length)):
        word, is_beginning = entry.parts[0]
        (table.begun if is_beginning else table.whole).setdefault(word, []).append((rank, entry))
    return table


def _length(entry: _Entry) -> tuple[int, int]:
    return -len(entry.parts), -sum(len(part) for part, _ in entry.parts)


def fold(word: str) -> str:
    """`word` in lower case, without accents and vowel signs; variants of one Arabic letter are one."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    bare = "".join(char for char in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(char))
    return bare.translate(_ARABIC)


def foreign_tokens(text: str, language: str) -> list[Token]:
    """The first words and marks of `text` in English, each with the place of the words it stands for."""
    if language == "zh":
        return _han_tokens(text)
    words = list(_words(text, language))
    found: list[Token] = []
    place = 0
    while place < len(words) and len(found) < MOST_TOKENS:
        word = words[place]
        match = _match(words, place, language)
        if match is None:
            mark = _MARKS.get(word.spellings[0], word.spellings[0])
            found.append(Token(mark if mark in ",;.:" else UNKNOWN, word.start, word.end))
            place += 1
            continue
        entry, after = match
        doing = _is_gerund(word, words[place - 1] if place else None, language)
        found += _english(entry, (word.start, words[after - 1].end), doing, found)
        place = after
    return found


def _words(text: str, language: str) -> Iterator[_Word]:
    for match in _TOKEN.finditer(text[: MOST_TOKENS * 40]):
        yield _Word(_spellings(match.group(), language), match.start(), match.end())


@functools.lru_cache(maxsize=10_000)
def _spellings(word: str, language: str) -> tuple[str, ...]:
    """How a word may stand in the table: folded, in Arabic also without the letters joined to its front."""
    folded = fold(word)
    if language == "ar" and (cut := _ARABIC_PREFIX.match(folded)):
        return tuple(
            dict.fromkeys((folded, folded[1:] if folded[0] in "وف" else folded, folded[cut.end() :]))
        )
    return (folded,)


def _match(words: Sequence[_Word], place: int, language: str) -> tuple[_Entry, int] | None:
    """The longest entry that stands at `place`, and the place after it."""
    for spelling in words[place].spellings:
        for _, entry in _candidates(spelling, language):
            after = place + len(entry.parts)
            if after > len(words):
                continue
            rest = zip(entry.parts[1:], words[place + 1 : after], strict=True)
            if all(any(_same(part, other) for other in word.spellings) for part, word in rest):
                return entry, after
    return None


@functools.lru_cache(maxsize=10_000)
def _candidates(spelling: str, language: str) -> list[tuple[int, _Entry]]:
    """The entries whose first word `spelling` is, or begins with, the longest entry first."""
    table = _table(language)
    lists = [table.whole[spelling]] if spelling in table.whole else []
    for length in table.lengths:
        if length > len(spelling):
            break
        if (begun := table.begun.get(spelling[:length])) is not None:
            lists.append(begun)
    return lists[0] if len(lists) == 1 else sorted(itertools.chain.from_iterable(lists), key=_rank)


def _rank(ranked: tuple[int, _Entry]) -> int:
    return ranked[0]


def _same(part: tuple[str, bool], spelling: str) -> bool:
    return spelling.startswith(part[0]) if part[1] else spelling == part[0]


def _english(entry: _Entry, place: tuple[int, int], doing: bool, found: Sequence[Token]) -> list[Token]:
    """The entry's English words; in -ing after words that announce means, "by" before a form that says it."""
    first, *rest = entry.english
    said = next((token.word for token in reversed(found[-2:]) if token.word != "the"), "")
    if first == DROPPED or (first == "the" and not found):
        return []
    if first not in _MEANS and len(rest) < 2 and (doing or said in _MEANS):
        by = () if said in _MEANS or said in _GOING_ON else ("by",)
        return [Token(word, *place) for word in (*by, _doing(first), *rest)]
    return [Token(word, *place) for word in entry.english]


def _is_gerund(word: _Word, before: _Word | None, language: str) -> bool:
    """Whether `word` says by what means: "adoptando", "en adoptant"."""
    if before is None or (language == "fr" and before.spellings[0] != "en"):
        return False
    return word.spellings[0].endswith(_GERUNDS.get(language, ("~",)))


def _doing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


@functools.cache
def _han_table() -> dict[str, _Entry]:
    """The entries by their characters; of several alike the one that comes last."""
    words = _table("zh")
    ranked = [pair for pairs in (*words.whole.values(), *words.begun.values()) for pair in pairs]
    return {entry.parts[0][0]: entry for _, entry in sorted(ranked, key=_rank)}


def _han_tokens(text: str) -> list[Token]:
    """Chinese has no blanks: at each place the longest entry that stands there, else one character on."""
    table = _han_table()
    found: list[Token] = []
    place, unknown = 0, False
    while place < len(text) and len(found) < MOST_TOKENS and place < MOST_TOKENS * 8:
        entry = None
        for size in range(_LONGEST_HAN, 0, -1):
            if (entry := table.get(text[place : place + size])) is not None:
                found += [Token(word, place, place + size) for word in entry.english]
                place, unknown = place + size, False
                break
        if entry is None:
            char = text[place]
            if char in _MARKS or char in ",;.:":
                found.append(Token(_MARKS.get(char, char), place, place + 1))
            elif not unknown and not char.isspace():
                found.append(Token(UNKNOWN, place, place + 1))
            unknown = not char.isspace()
            place += 1
    return found
