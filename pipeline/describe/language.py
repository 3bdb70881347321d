"""In which language a single line is: by its script, its function words, and how it begins."""

from __future__ import annotations

import functools
import re

from pipeline.describe.terms import find
from pipeline.describe.words import tongues

_LATIN = ("en", "es", "fr", "pt")
_SCRIPTS = (("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"), ("zh", "\u3400", "\u9fff"))


def language_of(text: str, expected: str) -> str:
    """The language of one line among LANGUAGES, `expected` where its words do not clearly say another.

    `expected` is an ISO 639-1 code or "". Decided by the script, in Latin letters by function words: three
    of another language, and three times as many as of the expected one. A short line is clear with one of
    them and none of the expected one where it begins with an action, as "Ratifier le protocole" does.
    """
    pieces = re.findall(r"\w+", text.lower())
    if not text.isascii() and (script := _script(pieces)):
        return script
    known = _function_words()
    counts = dict.fromkeys(_LATIN, 0)
    for piece in pieces:
        for code in known.get(piece, ()):
            counts[code] += 1
    first, second, *_ = sorted(_LATIN, key=lambda code: (-counts[code], code != expected, code))
    clear = counts[first] >= 3 and counts[first] >= 3 * counts.get(expected, 0)
    if not clear and counts[first] and not counts.get(expected):
        clear = _acts(text, first) and not _acts(text, expected)
    return first if clear and counts[first] > counts[second] else expected


def _acts(text: str, language: str) -> bool:
    """Whether `text` begins with what a State can do, in `language`."""
    hits = find(text, language) if language in _LATIN else ()
    return any(hit.first == 0 and hit.label in ("vague", "concrete") for hit in hits)


@functools.cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """The function words of the languages in Latin letters, each with the languages that have it."""
    known: dict[str, tuple[str, ...]] = {}
    for code in _LATIN:
        for word in tongues()[code].function:
            known[word] = (*known.get(word, ()), code)
    return known


def _script(pieces: list[str]) -> str:
    """The language whose script most words are in, "" for Latin letters."""
    for code, first, last in _SCRIPTS:
        if sum(first <= piece[0] <= last for piece in pieces) * 2 > len(pieces):
            return code
    return ""
