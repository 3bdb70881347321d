"""Text folded for matching (case, quotes, blanks, invisible marks) and the way back to the original."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from pipeline.extract.han import SIMPLIFIED, TRADITIONAL

_SAME_LENGTH = {
    **dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True)),
    **dict.fromkeys(map(ord, "“”„«»‟″「」『』"), '"'),
    **dict.fromkeys(map(ord, "’‘‚‛`´′ʼ"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r\v\f\u2028\u2029\x85"), " "),
    **dict.fromkeys(map(ord, "→⇒➔➜"), "-"),
    ord("："): ":",
    ord("；"): ";",
    ord("（"): "(",
    ord("）"): ")",
    ord("؛"): ";",
    ord("？"): "?",
    ord("؟"): "?",
    ord("，"): ",",
    ord("،"): ",",
    **dict.fromkeys(map(ord, "أآٱ"), "ا"),
    ord("ى"): "ي",
}
# Soft hyphen, zero-width and direction marks, tatweel and Arabic vowel signs say nothing about the words.
_DROPPED = frozenset(
    map(
        chr,
        (0xAD, 0x640, 0x670, 0xFEFF, *range(0x64B, 0x660), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    )
) | frozenset(map(chr, range(0x2060, 0x206A)))

_GONE = dict.fromkeys(map(ord, _DROPPED))

_NOTE = re.compile(
    r"(?<=[^\W\d_]{3}[.!?])\d{1,2}\s*$|(?<=[^\s\dm])[¹²³⁰⁴-⁹]{1,3}"
    r"|(?<=[^\s\[(]) ?\[\^?(?:\d{1,3}|[ivx]{1,5})\]|(?<=[.!?;,\"')\]])\[[a-z]\]"
)
"""What calls a note in a text whose notes have become characters: "[12]", "[^3]", "[iv]", "⁴" (no "km²")."""
_CALLS = frozenset("[¹²³⁰⁴⁵⁶⁷⁸⁹")
"""What such a call has, but for a number at the end."""

_NUMBERS = (
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    tuple("abcdefghij"),
    tuple(map(str, range(1, 21))),
)
_NUMBER = re.compile(r"(?<![^\s,;:])\(?([ivx]{1,4}|[a-j]|\d{1,2})\)(?=\s+\w|[\u4e00-\u9fff])")
_PART_OF = re.compile(r"(?:\d|article|articles|art\.?|arts\.?|section|paragraphs?|paras?\.?|annex|note)\s*$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST_HAN = 3
_LEAST = 8
"""Characters between two numbers of a list at least: "(a) and (b)" only names two parts."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is what patterns see; `back` maps a position in it to the same place in `source`."""

    text: str
    source: str
    offsets: tuple[int, ...] | None = None

    def back(self, position: int) -> int:
        """The place in `source` of a position in `text` (its length maps to the source's length)."""
        if self.offsets is None:
            return position
        return self.offsets[position] if position < len(self.offsets) else len(self.source)


@functools.lru_cache(maxsize=512)
def fold(source: str) -> Folded:
    """Fold `source`: lower case, plain quotes and dashes, invisible marks left out. Never raises."""
    quick = source.translate(_SAME_LENGTH).lower()
    if len(quick) == len(source) and _DROPPED.isdisjoint(source):
        return Folded(_listed(_marked(quick)), source)
    offsets = [index for index, char in enumerate(source) if char not in _DROPPED]
    bare = source.translate(_GONE)
    quick = bare.translate(_SAME_LENGTH).lower()
    if len(quick) != len(bare):
        quick = "".join(map(_folded, bare))
    return Folded(_listed(_marked(quick)), source, tuple(offsets))


def _marked(text: str) -> str:
    """With plain marks for the quotations of documents of the United Nations, and blanks for calls of notes,
    of the same length."""
    text = text.replace("<<", ' "').replace(">>", ' "') if "<<" in text else text
    plain = _CALLS.isdisjoint(text) and not text[-1:].isdecimal()
    return text if plain else _NOTE.sub(lambda note: " " * len(note[0]), text)


def _listed(text: str) -> str:
    """A list numbered in its sentence ("to (i) sign, (ii) fund") as one of semicolons, of the same length."""
    if ")" not in text:
        return text
    found = list(_NUMBER.finditer(text))
    for number, first in enumerate(found[:-1]):
        for kind in _NUMBERS:
            row = _row(text, found[number:], kind) if first.group(1) == kind[0] else []
            if len(row) > 1:
                return _with_semicolons(text, row)
    return text


def _row(text: str, found: list[re.Match[str]], kind: tuple[str, ...]) -> list[re.Match[str]]:
    """The numbers that count on from the first of `found`; none if it is a part of an article of a law."""
    if _PART_OF.search(text, max(0, found[0].start() - 12), found[0].start()):
        return []
    row = found[:1]
    for match in found[1:]:
        if len(row) < len(kind) and match.group(1) == kind[len(row)]:
            between = text[row[-1].end() : match.start()]
            if len(between) < (_LEAST_HAN if _HAN.search(between) else _LEAST):
                return []
            row.append(match)
    return row


def _with_semicolons(text: str, row: list[re.Match[str]]) -> str:
    parts, end = [], 0
    for number, match in enumerate(row):
        parts.append(text[end : match.start()])
        parts.append((";" if number else " ").ljust(len(match.group())))
        end = match.end()
    return "".join(parts) + text[end:]


def _folded(char: str) -> str:
    low = char.translate(_SAME_LENGTH).lower()
    return low if len(low) == 1 else char
