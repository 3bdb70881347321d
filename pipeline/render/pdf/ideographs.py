"""Ideographs: where a line of Chinese may end (GB/T 15834-2011, 5.1; Unicode Standard Annex 14, class ID)."""

from __future__ import annotations

import re

IDEOGRAPHS = re.compile(
    "[\u2e80-\u2fdf\u3001-\u303f\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
NOT_FIRST = frozenset("，。、；：？！）〕］｝」』】》〉〗〙”’…—～·々ー％‰℃,.;:?!)]}%»›‐-–/")
"""Do not begin a line."""

NOT_LAST = frozenset("（〔［｛「『【《〈〖〘“‘([{«‹￥$€£№#")
"""Do not end a line."""

NEVER_PARTED = frozenset("—…")


def ideograph_breaks(word: str) -> tuple[list[int], set[int]]:
    """The places of `word` where a line may end beside an ideograph, and those where it must not."""
    found: list[int] = []
    forbidden: set[int] = set()
    if IDEOGRAPHS.search(word) is None:
        pairs = range(1, len(word))
        return found, {place for place in pairs if word[place] == word[place - 1] in NEVER_PARTED}
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place]
        if after in NOT_FIRST or before in NOT_LAST or _figures(before, after):
            forbidden.add(place)
        elif IDEOGRAPHS.match(before) or IDEOGRAPHS.match(after) or before in NEVER_PARTED:
            found.append(place)
    return found, forbidden


def _figures(before: str, after: str) -> bool:
    return before.isdigit() and after.isdigit()
