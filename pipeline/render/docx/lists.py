"""Lists as Word's own: every item belongs to a list of its level; a mere sign before it is Word's to draw.

A number that an author displayed ("26.", "(a)") stays in the text. It is quoted ("paragraph 26"), and Word
would count anew where the item is pasted elsewhere or another is added.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.models.document import Item
from pipeline.render.docx.xml import Element, serialised, w

LEVELS = 9
"""Levels of a list (ECMA-376 Part 1, 17.9.6)."""
LONGEST_SIGN = 2


class Lists:
    """The lists of one file by the sign before their items; "" for those whose markers are in the text."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def membership(self, sign: str, depth: int) -> Element:
        """The property of a paragraph that is an item, `depth` from 1, of a list with `sign`."""
        number = self._numbers.setdefault(sign, len(self._numbers) + 1)
        level = min(max(depth, 1), LEVELS) - 1
        return w("numPr", w("ilvl", val=level), w("numId", val=number))

    def part(self) -> bytes:
        """word/numbering.xml."""
        root = w("numbering")
        for sign, number in self._numbers.items():
            levels = [_level(sign, level) for level in range(LEVELS)]
            root.append(
                w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)
            )
        for number in self._numbers.values():
            root.append(w("num", w("abstractNumId", val=number), numId=number))
        return serialised(root)


def drawn_signs(items: Iterable[Item]) -> bool:
    """Whether Word can draw the signs of a list: all are signs, none behind a number in the margin.

    An item without a marker goes on with the one before it.
    """
    return all((not item.marker or _is_sign(item.marker)) and not item.labels for item in items)


def _is_sign(marker: str) -> bool:
    """Whether a marker says nothing that could be quoted."""
    fits = bool(marker.strip()) and len(marker) <= LONGEST_SIGN
    return fits and "%" not in marker and not any(map(str.isalnum, marker))


def _level(sign: str, level: int) -> Element:
    """A level of a list; where its items stand, each paragraph says."""
    kind = "bullet" if sign else "none"
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("suff", val="tab" if sign else "nothing"),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        ilvl=level,
    )
