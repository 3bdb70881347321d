"""Where a quote stands in other words: the stretch of a statement that shares most words with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from pipeline.decide.squeeze import parts_words, squeezed
from pipeline.models.findings import Span
from pipeline.models.passages import Kind, Passage

LEAST_WORDS, MOST_WORDS = 4, 600
"""A shorter quote has too few words to know it by; a longer one is compared letter by letter alone."""

LEAST_SHARED = 0.7
"""Share of the words (F1 of the two bags of words) that a stretch must have in common with the quote."""

CLEARLY = 0.15
"""By how much the best stretch must be ahead of any other."""

_BREAK = re.compile(r"[.;:!?…。；：！？؛؟]\s*$")


class Word(NamedTuple):
    """A word of the statement: squeezed, and where it stands."""

    text: str
    passage: int
    start: int
    end: int


def words_of(text: str, passage: int = 0) -> list[Word]:
    """The words of `text` in order; a letter of a script without blanks is a word."""
    found = []
    start = -1
    for index in range(len(text) + 1):
        if start >= 0 and (index == len(text) or parts_words(text, index)):
            if plain := squeezed(text[start:index]):
                found.append(Word(plain, passage, start, index))
            start = -1
        if start < 0 and index < len(text) and text[index].isalnum():
            start = index
    return found


def words_of_all(passages: Sequence[Passage]) -> list[Word]:
    """The words of all passages but footnotes."""
    return [
        word
        for number, passage in enumerate(passages)
        if passage.kind is not Kind.FOOTNOTE
        for word in words_of(passage.text, number)
    ]


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """F1 of two bags of words, from 0 to 1."""
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if one and other else 0.0


def nearest(quote: str, words: Sequence[Word], passages: Sequence[Passage]) -> tuple[Span, ...]:
    """The one stretch that has clearly the most words of `quote`; () if there is none, or no clear one."""
    wanted = [word.text for word in words_of(quote)]
    if not LEAST_WORDS <= len(wanted) <= MOST_WORDS or len(words) < LEAST_WORDS:
        return ()
    scores = _scores(wanted, words)
    best = max(range(len(scores)), key=scores.__getitem__)
    size = min(len(wanted), len(words))
    others = [score for at, score in enumerate(scores) if abs(at - best) >= size]
    if scores[best] < LEAST_SHARED or max(others, default=0.0) > scores[best] - CLEARLY:
        return ()
    first, last = _limits(wanted, words, best, passages)
    if shared(wanted, [word.text for word in words[first : last + 1]]) < LEAST_SHARED:
        return ()
    return _spans(words[first : last + 1])


def _scores(wanted: Sequence[str], words: Sequence[Word]) -> list[float]:
    """For every window as long as the quote the share of the quote's words in it."""
    size = min(len(wanted), len(words))
    need = Counter(wanted)
    have: Counter[str] = Counter()
    common = 0
    scores = []
    for at, word in enumerate(words):
        if word.text in need:
            common += have[word.text] < need[word.text]
            have[word.text] += 1
        if at >= size and (gone := words[at - size].text) in need:
            have[gone] -= 1
            common -= have[gone] < need[gone]
        if at >= size - 1:
            scores.append(common / len(wanted))
    return scores


def _limits(
    wanted: Sequence[str], words: Sequence[Word], best: int, passages: Sequence[Passage]
) -> tuple[int, int]:
    """First and last word of the stretch around window `best` that stands for the quote.

    Words that were exchanged at its ends are taken in as far as no sentence begins or ends before them.
    """
    size = len(wanted)
    low, high = max(0, best - size // 3), min(len(words), best + size + size // 3 + 1)
    texts = [word.text for word in words[low:high]]
    blocks = SequenceMatcher(None, wanted, texts, autojunk=False).get_matching_blocks()[:-1]
    first, last = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size - 1
    for _ in range(blocks[0].a):
        if first == 0 or not _runs_on(words[first - 1], words[first], passages):
            break
        first -= 1
    for _ in range(size - blocks[-1].a - blocks[-1].size):
        if last + 1 >= len(words) or not _runs_on(words[last], words[last + 1], passages):
            break
        last += 1
    return first, last


def _runs_on(one: Word, other: Word, passages: Sequence[Passage]) -> bool:
    """Whether `other` follows `one` in the same sentence of the same passage."""
    if one.passage != other.passage:
        return False
    return not _BREAK.search(passages[one.passage].text[one.end : other.start])


def _spans(words: Sequence[Word]) -> tuple[Span, ...]:
    limits: dict[int, tuple[int, int]] = {}
    for word in words:
        start = limits.get(word.passage, (word.start, 0))[0]
        limits[word.passage] = (start, word.end)
    return tuple(Span(passage, start, end) for passage, (start, end) in limits.items())
