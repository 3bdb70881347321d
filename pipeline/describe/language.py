"""In which language a single line is: by its script, its function words, and how it begins."""

from __future__ import annotations

import functools
import re

from pipeline.describe.terms import find
from pipeline.describe.words import tongues

_LATIN = ("en", "es", "fr", "pt")
_SCRIPTS = (("ar", "\u0600", "\u06ff"), ("ru", "\u0400", "\u04ff"), ("zh", "\u3400", "\u9fff"))
_OTHER_SCRIPTS = "am be bg bn el fa he hi hy ja ka km ko lo mk mn my ne ps si ta th ug uk ur"
"""Languages of the world's larger ones that are written in other than Latin letters, but for those above."""
# Letters that a language beside Arabic and Russian has and they have not; kana, which Chinese has not.
_FOREIGN = {"ar": "پچژگکیےٹڈڑں", "ru": "іїєґўјљњђћџқғңүұһө", "zh": ""}
_KANA = re.compile("[\u3041-\u30ff]")
_ENOUGH = 8
"""A line in a language has one of its function words among so many at least."""


def script_of(text: str) -> str:
    """The script of most letters of `text`: "ar", "ru", "zh" after a language in it, "latin", "" for another.

    A Chinese character counts as three letters. "" also where there are no letters.
    """
    counts = {code: sum(first <= char <= last for char in text) for code, first, last in _SCRIPTS}
    counts["zh"] *= 3
    counts["latin"] = sum(char.isalpha() and char < "\u0250" for char in text)
    others = sum(map(str.isalpha, text)) - sum(counts.values()) + counts["zh"] * 2 // 3
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > others else ""


def is_written_so(language: str, script: str) -> bool:
    """Whether `language` (ISO 639-1) may be written in `script` as `script_of` names it."""
    own = {code for code, _, _ in _SCRIPTS}
    if script == "latin":
        return language not in (*own, *_OTHER_SCRIPTS.split())
    return language not in (own | set(_LATIN) | {"de", "it"}) - {script}


def language_of(text: str, expected: str) -> str:
    """The language of one line among LANGUAGES, `expected` where its words do not clearly say another.

    `expected` is an ISO 639-1 code or ""; one that is written in another script counts as "". Decided by the
    script, in Latin letters by function words: three of another language, and three times as many as of the
    expected one. A short line is clear with one of them and none of the expected one where it begins with an
    action, as "Ratifier le protocole" does. "" where that leaves it open.
    """
    script = script_of(text)
    if script and not is_written_so(expected, script):
        expected = ""
    if script in _FOREIGN:
        return script if _is_own(text, script) else expected.replace(script, "")
    counts = _counts(text)
    first, second, *_ = sorted(_LATIN, key=lambda code: (-counts[code], code != expected, code))
    clear = counts[first] >= 3 and counts[first] >= 3 * counts.get(expected, 0)
    if not clear and counts[first] and not counts.get(expected):
        clear = _acts(text, first) and not _acts(text, expected)
    return first if clear and counts[first] > counts[second] else expected


def is_likely(text: str, language: str) -> bool:
    """Whether anything in the words of `text` speaks for `language`, one of those in Latin letters.

    A function word, not alone among many, or an action at its beginning.
    """
    return _counts(text).get(language, 0) * _ENOUGH >= max(len(_pieces(text)), 1) or _acts(text, language)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _counts(text: str) -> dict[str, int]:
    """How many function words of each language in Latin letters there are."""
    known = _function_words()
    counts = dict.fromkeys(_LATIN, 0)
    for piece in _pieces(text):
        for code in known.get(piece, ()):
            counts[code] += 1
    return counts


def _is_own(text: str, script: str) -> bool:
    """Whether `text` may be in the language that its script is called after, as far as letters tell.

    Persian, Urdu, Ukrainian, Serbian and Japanese have letters of their own in a word of eight at least.
    """
    if script == "zh":
        return not _KANA.search(text)
    pieces = _pieces(text)
    return sum(any(char in _FOREIGN[script] for char in piece) for piece in pieces) * 8 < len(pieces)


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
