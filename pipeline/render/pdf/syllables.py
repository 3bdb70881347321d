"""Syllables: where a word may be divided, by the patterns of pyphen's dictionaries (Liang, 1983).

pyphen takes some 0.1 s to read a dictionary; here a pattern is taken apart when a word first meets it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

DICTIONARIES = {"en": "en_GB", "pt": "pt_PT", "de": "de_DE", "sr": "sr"}
LEAST = 3
"""How many letters stand together at least before and after a division."""

NO_PATTERNS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN")
"""How the lines of a dictionary begin that are no patterns (as in pyphen)."""

WITHOUT_DIGITS = dict.fromkeys(map(ord, "0123456789"))
HEXADECIMAL = re.compile(r"\^{2}([0-9a-f]{2})")

Divide = Callable[[str], tuple[int, ...]]


@functools.lru_cache(maxsize=20_000)
def syllables(word: str, language: str) -> tuple[int, ...]:
    """The places of `word` where it may be divided with a hyphen; none in a language without a dictionary."""
    divide = _divider(language)
    return divide(word) if divide else ()


@functools.lru_cache(maxsize=16)
def _divider(language: str) -> Divide | None:
    import pyphen

    name = pyphen.language_fallback(DICTIONARIES.get(language, language))
    if name is None:
        return None
    lines = _lines(Path(pyphen.LANGUAGES[name]))
    if any("/" in line and "=" in line for line in lines):
        return _by_pyphen(name)
    return Patterns(lines).places


def _by_pyphen(name: str) -> Divide:
    """For dictionaries that know of words spelt otherwise when divided: these divisions are left out."""
    import pyphen

    dictionary = pyphen.Pyphen(lang=name, left=LEAST, right=LEAST)

    def divide(word: str) -> tuple[int, ...]:
        return tuple(place for place in dictionary.positions(word) if place.data is None)

    return divide


def _lines(path: Path) -> list[str]:
    """The patterns of a dictionary as they are written; its first line names its encoding."""
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode().strip()
    text = data.decode("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
    if "^^" in text:
        text = HEXADECIMAL.sub(lambda match: chr(int(match[1], 16)), text)
    lines = map(str.strip, text.split("\n")[1:])
    return [line for line in lines if line and not line.startswith(NO_PATTERNS)]


class Patterns:
    """The patterns of one dictionary by their letters. "." stands for the beginning and the end of a word."""

    def __init__(self, lines: list[str]) -> None:
        told = ((line.translate(WITHOUT_DIGITS), line) for line in lines)
        self._lines = {letters: line for letters, line in told if len(letters) < len(line)}
        self._longest = max(map(len, self._lines), default=0)
        self._weights: dict[str, tuple[int, ...]] = {}

    def places(self, word: str) -> tuple[int, ...]:
        """Where the weights of all patterns in `word` are odd, `LEAST` letters from both its ends."""
        pointed = f".{word.lower()}."
        highest = [0] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                letters = pointed[start:end]
                if letters in self._lines:
                    for place, weight in enumerate(self._weights_of(letters), start=start):
                        highest[place] = max(highest[place], weight)
        odd = [place - 1 for place, weight in enumerate(highest) if weight % 2]
        return tuple(place for place in odd if LEAST <= place <= len(word) - LEAST)

    def _weights_of(self, letters: str) -> tuple[int, ...]:
        """The weight before each letter of the pattern and after its last one."""
        found = self._weights.get(letters)
        if found is None:
            weights, before = [], 0
            for char in self._lines[letters]:
                if ord(char) in WITHOUT_DIGITS:
                    before = int(char)
                else:
                    weights.append(before)
                    before = 0
            found = self._weights[letters] = (*weights, before)
        return found
