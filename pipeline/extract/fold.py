"""Text folded for matching (case, quotes, blanks, invisible marks) and the way back to the original."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from pipeline.extract.han import SIMPLIFIED, TRADITIONAL

_SAME_LENGTH = {
    **dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True)),
    **dict.fromkeys(map(ord, "“”„«»‟″「」『』"), '"'),
    **dict.fromkeys(map(ord, "’‘‚‛`´′ʼ"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r\v\f\u2028\u2029\x85"), " "),
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
        return Folded(quick, source)
    offsets = [index for index, char in enumerate(source) if char not in _DROPPED]
    bare = source.translate(_GONE)
    quick = bare.translate(_SAME_LENGTH).lower()
    if len(quick) != len(bare):
        quick = "".join(map(_folded, bare))
    return Folded(quick, source, tuple(offsets))


def _folded(char: str) -> str:
    low = char.translate(_SAME_LENGTH).lower()
    return low if len(low) == 1 else char
