"""Words of a demand in any of the seven languages, folded so that spelling does not stand between them."""

from __future__ import annotations

import functools
import re
import unicodedata
from importlib.resources import files
from typing import NamedTuple

_STATES = re.compile(r"(?:\s*[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）][\s.;。]*)+$")
_WORD = re.compile(r"[\u4e00-\u9fff]+|[^\W\d_]+(?:['\-][^\W\d_]+)*|\d+|[;.,:。；，、]")
_MARKS = dict.fromkeys(
    (0x640, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF, *map(ord, "《》〈〉")), ""
)
_SIGNS = {ord("’"): "'", ord("‘"): "'", ord("‐"): "-", ord("‑"): "-", ord("–"): " - ", ord("—"): " - "}
_SAME = {**_SIGNS, ord("ى"): "ي", ord("ة"): "ه", ord("ی"): "ي", ord("ک"): "ك", ord("ø"): "o",
         ord("ł"): "l"}  # fmt: skip
_ORDINAL = re.compile(r"\b(?:no|nos|nr|n[º°]|№)[.:]?\s*(?=\d)|№\s*(?=\d)", re.I)
_ELISION = re.compile(r"^(?:[dlnscjm]|qu)'", re.I)
_CLITICS = re.compile(r"^(?:[وف])?(?:بال|كال|لل|ال|[بلك])?")
SENTENCE_SIGNS = frozenset(";.。；")


class Word(NamedTuple):
    """A word as it stands and the folded forms by which it may be known (Arabic: also unjoined)."""

    shown: str
    forms: tuple[str, ...]


def fold(text: str) -> str:
    """`text` in lower case, without accents, vowel signs and joiners; digits of every script as 0 to 9."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS).translate(_SAME)).casefold()
    kept = (char for char in plain if not unicodedata.combining(char))
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in kept)


def without_states(text: str) -> str:
    """`text` without the recommending States that stand in brackets at its end."""
    return _STATES.sub("", text) or text


def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in their order; signs that part clauses stand as words of their own.

    Small words are left out. A run of Chinese characters is one word.
    """
    small = small_words()
    unified = _ORDINAL.sub("", text.translate(_MARKS).translate(_SIGNS))
    found: list[Word] = []
    for match in _WORD.finditer(unicodedata.normalize("NFC", unified)):
        shown = match.group()
        forms = _forms(shown)
        if forms[0] not in small:
            found.append(Word(shown, forms))
    return tuple(found)


@functools.lru_cache(maxsize=20_000)
def _forms(shown: str) -> tuple[str, ...]:
    folded = fold(_ELISION.sub("", shown))
    if not "\u0600" <= folded[:1] <= "\u06ff":
        return (folded,)
    bare = folded[_matched(folded) :]
    joined = {folded[2:]} if folded.startswith("ال") else {folded[1:]} if folded[0] in "وف" else set()
    others = sorted(form for form in {bare, *joined} if len(form) > 2 and form != folded)
    return (folded, *others)


def _matched(folded: str) -> int:
    match = _CLITICS.match(folded)
    return match.end() if match else 0


@functools.cache
def small_words() -> frozenset[str]:
    """The words that are never compared, of all languages; folded."""
    text = files("pipeline.relate").joinpath("data", "small_words.txt").read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()[1:]
    )


def stem(folded: str) -> str:
    """The beginning of a word that its forms have in common: rough, and the same for every language.

    >>> stem("prisoners"), stem("detentions")
    ('prisone', 'detenti')
    """
    if not folded.isascii() and not "\u0400" <= folded[0] <= "\u04ff":
        return folded
    bare = re.sub(r"(?:ing|ed|es|s|e)$", "", folded) if len(folded) > 5 else folded.removesuffix("s")
    return bare[:7]


def verbatim(text: str, found: tuple[Word, ...]) -> str:
    """The stretch of `text` from the first to the last of the words `found`, in doubt the first alone."""
    start = end = text.find(found[0].shown)
    for word in found:
        place = text.find(word.shown, end)
        if place < 0 or start < 0:
            return found[0].shown
        end = place + len(word.shown)
    return text[start:end]
