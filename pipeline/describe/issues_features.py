"""What a recommendation in English shows to the model of issues: words, beginnings, pairs of words."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

LIMIT = 600
"""Words of a text that are read: a recommendation has under 100; more would be a whole statement."""
NEAR = 5
_BEGIN = 5
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"[’‘`]s\b")
_MASK = 0xFFFFFFFF
_FACTOR = 2654435761
_FUNCTION_WORDS = frozenset(
    {"the", "of", "and", "to", "in", "a", "its", "on", "for", "with", "by", "all", "as", "that", "are", "is"}
    | {"be", "an", "at", "from", "their", "or", "this", "which", "it", "other", "such"}
)


class _Seen(NamedTuple):
    """The features of one word by itself, the number of its beginning, and whether it counts in pairs."""

    features: tuple[int, ...]
    begin: int
    counts: bool


@functools.lru_cache(maxsize=50_000)
def _seen(word: str) -> _Seen:
    """Whole word, and its first 4, 5 and 6 letters: endings differ, subjects do not."""
    names = (word, *(f"{length}_{word[:length]}" for length in (4, 5, 6)))
    features = tuple(crc32(name.encode("utf-8", "surrogatepass")) for name in names)
    begin = crc32(b"b" + word[:_BEGIN].encode("utf-8", "surrogatepass"))
    return _Seen(features, begin, word not in _FUNCTION_WORDS)


_START = crc32(b"^")


def features(text: str) -> tuple[set[int], set[int], set[int]]:
    """The features of `text`, as 32-bit numbers, the same on every machine. Never raises.

    Three blocks: words with their beginnings; words in a row; words near each other.
    """
    found = [_seen(word) for word in _WORD.findall(_POSSESSIVE.sub("s", text.lower()))[:LIMIT]]
    words = {feature for word in found for feature in word.features}
    begins = [_START, *(word.begin for word in found)]
    doubles = [(a * _FACTOR + b) & _MASK for a, b in pairwise(begins)]
    triples = [(a * _FACTOR + b + 1) & _MASK for a, b in zip(doubles, begins[2:], strict=False)]
    return words, {*doubles, *triples}, _near([word.begin for word in found if word.counts])


def _near(begins: Sequence[int]) -> set[int]:
    """Pairs of words at most NEAR apart, in either order."""
    return {
        (a * _FACTOR + b + 2) & _MASK if a < b else (b * _FACTOR + a + 2) & _MASK
        for gap in range(1, NEAR + 1)
        for a, b in zip(begins, begins[gap:], strict=False)
    }
