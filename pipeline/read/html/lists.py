"""The markers of lists in web pages, as browsers display them (HTML, 4.4.5 to 4.4.8; Counter Styles 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.read.numerals import LATIN, figure, lettered
from pipeline.read.xml import Element

_BULLETS = {"disc": "•", "circle": "○", "square": "▪"}
_BY_DEPTH = ("disc", "circle", "square")
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_ALPHABETS = {
    "lower-alpha": LATIN,
    "lower-latin": LATIN,
    "lower-greek": "αβγδεζηθικλμνξοπρστυφχψω",
}
_FIGURES = {
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "arabic-indic": "hindiNumbers",
    "decimal": "decimal",
}
_KIX = re.compile(r"lst-kix_\w+-(\d)")
"""The class of a list of Google Docs, which ends with its depth, from 0."""


@dataclass(slots=True)
class Item:
    """An item of a list that is open: its marker, which its first words take, and its depth, from 1.

    `drawn` is False where a style takes the marker away: a page that draws one of its own, or types it.
    """

    marker: str
    depth: int
    drawn: bool = True


class List:
    """A list that is open: it counts its items. `markers`: what sheets say they are drawn as, by class."""

    def __init__(
        self, element: Element, depth: int, listed: str, markers: Mapping[str, tuple[str, str, str]]
    ) -> None:
        classes = (element.get("class") or "").split()
        kix = next((match for each in classes if (match := _KIX.fullmatch(each))), None)
        self.depth = max(depth, int(kix.group(1)) + 1 if kix else 0)
        self._ordered = str(element.tag).lower() == "ol"
        self._listed = listed or (element.get("type") or "")
        self._content = next((markers[each] for each in classes if each in markers), None)
        self._step = -1 if element.get("reversed") is not None else 1
        start = _whole(element.get("start"))
        if start is None:
            start = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        self._next = start

    def item(self, element: Element, listed: str) -> Item:
        """The item that begins with the `li` element, whose own style is `listed`."""
        value = _whole(element.get("value"))
        number = self._next if value is None else value
        self._next = number + self._step
        if self._content is not None:
            before, kind, behind = self._content
            shown = f"{before}{_counted(number, kind)}{behind}" if kind else before
            return Item(shown.strip(" \u00a0") or "•", self.depth)
        if quoted := re.search(r"""["'](.{1,3}?)\s*["']""", listed or self._listed):
            return Item(quoted.group(1), self.depth)
        kinds = (listed or element.get("type") or self._listed).split()
        return self._marked([_TYPES.get(kind, kind.lower()) for kind in kinds], number)

    def _marked(self, kinds: list[str], number: int) -> Item:
        for kind in kinds:
            if kind in _BULLETS:
                return Item(_BULLETS[kind], self.depth)
            if kind in _ALPHABETS or kind in _FIGURES or kind in ("upper-alpha", "upper-latin"):
                return Item(f"{_counted(number, kind)}.", self.depth)
        if self._ordered and "none" not in kinds:
            return Item(f"{number}.", self.depth)
        return Item(_BULLETS[_BY_DEPTH[min(self.depth, 3) - 1]], self.depth, "none" not in kinds)


def _counted(number: int, kind: str) -> str:
    """`number` in a counter style; decimal for one that is not known."""
    if kind in ("upper-alpha", "upper-latin"):
        return _counted(number, "lower-alpha").upper()
    alphabet = _ALPHABETS.get(kind)
    if alphabet is None or number < 1:
        return figure(number, _FIGURES.get(kind, "decimal"))
    return lettered(number, alphabet)


def _whole(text: str | None) -> int | None:
    """`text` as a whole number; None where it is none or absurd."""
    match = re.match(r"\s*([+-]?\d{1,6})(?!\d)", text or "")
    return int(match.group(1)) if match else None
