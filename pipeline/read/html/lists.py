"""The markers of lists in web pages, as a browser displays them (HTML, 4.4.5 to 4.4.8 and 15.3.8)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.read.docx.numbering import figure

Element = etree._Element

_BULLETS = {"disc": "•", "circle": "○", "square": "▪"}
_BY_DEPTH = ("disc", "circle", "square")
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_FIGURES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "arabic-indic": "hindiNumbers",
    "decimal": "decimal",
}


@dataclass(slots=True)
class Item:
    """An item of a list that is open: its marker, which its first words take, and its depth, from 1."""

    marker: str
    depth: int


class List:
    """A list that is open: it counts its items."""

    def __init__(self, element: Element, depth: int, listed: str) -> None:
        self.depth = depth
        self._ordered = str(element.tag).lower() == "ol"
        self._listed = (
            listed or _TYPES.get(element.get("type") or "", "") or (element.get("type") or "").lower()
        )
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
        kind = listed or _TYPES.get(element.get("type") or "", "") or self._listed
        return Item(self._marker(kind, number), self.depth)

    def _marker(self, kind: str, number: int) -> str:
        if kind in _BULLETS:
            return _BULLETS[kind]
        if not self._ordered or kind == "none":
            # Where a style takes the marker away, the page draws one of its own: an item it stays.
            return _BULLETS[_BY_DEPTH[min(self.depth, 3) - 1]]
        quoted = re.fullmatch(r"""["'](.{1,3}?)\s*["']""", kind)
        return quoted.group(1) if quoted else f"{figure(number, _FIGURES.get(kind, 'decimal'))}."


def _whole(text: str | None) -> int | None:
    """`text` as a whole number; None where it is none or absurd."""
    match = re.match(r"\s*([+-]?\d{1,6})(?!\d)", text or "")
    return int(match.group(1)) if match else None
