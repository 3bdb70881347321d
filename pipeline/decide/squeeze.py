"""Words without what may differ between a quote and its source: blanks, accents, case, kinds of quotes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„«»‟″", '"'),
        **dict.fromkeys("’‘‚‛`´′ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "：": ":",
        "；": ";",
        "؛": ";",
        "？": "?",
        "؟": "?",
        "，": ",",
        "،": ",",
    }
)
_TATWEEL = "\u0640"
# Letters that are written without blanks between words: there a match may begin and end anywhere.
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0xA4CF), (0xF900, 0xFAFF))
_ASTRAL_IDEOGRAPHS = 0x20000


@dataclass(frozen=True, slots=True)
class Squeezed:
    """`text` is what is compared; `offsets[i]` is the place in the source of its character number i."""

    text: str
    offsets: tuple[int, ...]


@lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    """What is left of one character: nothing of blanks, accents, vowel signs and invisible marks."""
    parts = unicodedata.normalize("NFKD", char).casefold().translate(_SAME)
    kept = (c for c in parts if not c.isspace() and unicodedata.category(c)[0] not in "MC")
    return "".join(kept).replace(_TATWEEL, "")


def squeeze(source: str) -> Squeezed:
    """`source` squeezed, with the way back; any text, never raises."""
    text: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(source):
        plain = _plain(char)
        text.append(plain)
        offsets.extend([index] * len(plain))
    return Squeezed("".join(text), tuple(offsets))


def squeezed(source: str) -> str:
    """The text of `squeeze` alone."""
    return "".join(map(_plain, source))


def core(source: str) -> str:
    """`source` squeezed and without the marks around it: a full stop more or less is no other item."""
    text = squeezed(source)
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end] or text


def parts_words(text: str, position: int) -> bool:
    """Whether a cut at `position` of `text` stands between two words and not inside one."""
    if not 0 < position < len(text):
        return True
    before, after = text[position - 1], text[position]
    if unicodedata.category(after)[0] == "M":
        return False
    return not (_in_word(before) and _in_word(after))


def _in_word(char: str) -> bool:
    if not char.isalnum() and unicodedata.category(char)[0] != "M":
        return False
    point = ord(char)
    return point < _ASTRAL_IDEOGRAPHS and not any(low <= point <= high for low, high in _UNSPACED)
