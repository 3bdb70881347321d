"""A text as the words that terms are compared with: folded, without endings and articles, with places."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")
BREAK = "\n"
"""The form of the end of a sentence: no term reaches over it."""
NUMBER, YEAR, CAPITALS = "#", "####", "^"
"""The form of a number, of a year, and the first letter of the form of a word written in capitals."""

_HAN = "\u3400-\u9fff\uf900-\ufaff"
# Vowel signs, soft hyphens and direction marks stand inside words and do not part them.
_INSIDE = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060"
_PIECE = re.compile(rf"[.;:!?؛؟](?=\s+[^\s\d]|\s*$)|[。；：！？]|[{_HAN}]|(?:[^\W_{_HAN}]|[{_INSIDE}])+")
_PLAIN = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None, "ß": "ss", "œ": "oe", "æ": "ae", "ı": "i"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# One-letter prefixes of Arabic (and, so, with, to, like) and the article; what they leave has three letters.
_ARABIC_PREFIX = re.compile("(?:[وف][بلك]?|[بلك])(?=.{3})")
_ARABIC_ARTICLE = re.compile("[وف]?(?:لل|[بكل]?ال)(?=.{3})")


class Word(NamedTuple):
    """A word as terms see it: the forms it can have, folded but whole, and its characters in the text."""

    forms: tuple[str, ...]
    folded: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the words of one language are compared; see data/languages.toml."""

    language: str
    drop: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    least: int
    numbers: frozenset[str]
    function: frozenset[str]
    attached: str
    purpose: frozenset[str]
    links: frozenset[str]


@functools.cache
def tongues() -> dict[str, Tongue]:
    """Every language of the data file by its ISO 639-1 code."""
    file = resources.files("pipeline.describe") / "data" / "languages.toml"
    return {code: _tongue(code, entry) for code, entry in tomllib.loads(file.read_text("utf-8")).items()}


def _tongue(code: str, entry: dict[str, list[str]]) -> Tongue:
    endings = sorted((fold(ending).partition("=") for ending in entry["endings"]), key=lambda e: -len(e[0]))
    return Tongue(
        code,
        frozenset(map(fold, entry["drop"])),
        tuple((cut, kept) for cut, _, kept in endings),
        int(str(entry["least"])),
        frozenset(map(fold, entry["numbers"])),
        frozenset(entry["function"]),
        str(entry.get("attached", "")),
        frozenset(entry.get("purpose", ())),
        frozenset(("", *entry.get("links", ()))),
    )


def fold(word: str) -> str:
    """`word` in lower case, without accents and vowel signs; variants of one Arabic letter are one."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    bare = (
        char for char in unicodedata.normalize("NFKD", lowered) if unicodedata.category(char) not in _DROPPED
    )
    return "".join(bare).translate(_PLAIN)


_DROPPED = frozenset({"Mn", "Cf"})


def words(text: str, language: str) -> list[Word]:
    """The words of `text` in `language` (ISO 639-1; only folded where it is not known). Never raises."""
    found = []
    for piece in _PIECE.finditer(text):
        forms, folded = _forms(piece.group(), language)
        if forms:
            found.append(Word(forms, folded, piece.start(), piece.end()))
    return found


def stem(folded: str, tongue: Tongue) -> str:
    """`folded` without its ending."""
    for cut, kept in tongue.endings:
        if folded.endswith(cut) and len(folded) - len(cut) >= tongue.least:
            return folded[: len(folded) - len(cut)] + kept
    return folded


@functools.lru_cache(maxsize=50_000)
def _forms(piece: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms and the folded spellings of one word, both empty for a word that does not count."""
    folded = fold(piece)
    if not folded or (not folded[0].isalnum()):
        return ((BREAK,), ()) if folded else ((), ())
    tongue = tongues().get(language)
    forms: list[str] = []
    if len(folded) > 1 and piece.isupper():
        forms.append(CAPITALS + folded)
    if folded.isdigit():
        forms += [NUMBER, YEAR] if _YEAR.fullmatch(folded) else [NUMBER]
    if tongue is None:
        return (folded, *forms), (folded,)
    if folded in tongue.drop:
        return (), ()
    if folded in tongue.numbers:
        forms.append(NUMBER)
    spellings = _without_prefixes(folded) if language == "ar" else (folded,)
    return (*dict.fromkeys(stem(spelling, tongue) for spelling in spellings), *forms), spellings


def _without_prefixes(folded: str) -> tuple[str, ...]:
    """An Arabic word without article and joined letters, as it stands, without joined letters only."""
    cuts = [match.end() for pattern in (_ARABIC_ARTICLE, _ARABIC_PREFIX) if (match := pattern.match(folded))]
    found = [folded[cut:] for cut in cuts]
    return tuple(dict.fromkeys([*found, folded] if _ARABIC_ARTICLE.match(folded) else [folded, *found]))
