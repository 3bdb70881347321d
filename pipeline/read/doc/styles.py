"""The style sheet of an old Word file: names, what each is based on, and the properties that they set."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.read.doc.bytes import i16, u8, u16
from pipeline.read.doc.sprms import Sprm, properties
from pipeline.read.rtf.styles import Meaning, Style, StyleSheet

_NOTHING = 0xFFF
_CHAIN = 50
_PARAGRAPH, _CHARACTER, _TABLE = 1, 2, 3
_MOST = 4_096
# Styles that Word has in every language, by the numbers they keep ([MS-DOC] 2.9.260, "sti").
_KNOWN = {
    **{number: f"heading {number}" for number in range(1, 10)},
    **{number + 18: f"toc {number}" for number in range(1, 10)},
    35: "table of figures", 62: "title", 74: "subtitle", 84: "block text", 180: "quote", 181: "intense quote",
}  # fmt: skip
_SHADES = frozenset((0xD687, 0xD62D, Sprm.TABLE_SHADE, Sprm.SHADE, Sprm.PARAGRAPH_SHADE))
_TINY, _PALE, _WHITE = 4, 0xF0, 8  # half points; of each colour; the number of white
_CONDITIONAL = 0xD66A  # sprmTCnf: properties of a part of the table


@dataclass(slots=True)
class _Written:
    """A style as it is written; `parts`: its lists of properties; `shades`: whether these lay a ground.

    `hides`: whether they keep letters from showing, if white ones do not show, and if they do.
    """

    kind: int
    base: int
    name: str
    parts: list[bytes] = field(default_factory=list)
    shades: bool | None = None
    hides: dict[bool, bool] = field(default_factory=dict)


class Styles:
    """The style sheet ([MS-DOC] 2.9.272, "STSH"). Every chain of styles is followed once, a circle cut.

    `missing`: some of it is not there.
    """

    def __init__(self, data: bytes) -> None:
        self._written: dict[int, _Written] = {}
        self._letters: dict[int, list[bytes]] = {}
        self._paragraphs: dict[int, list[bytes]] = {}
        self.sheet = StyleSheet()
        size = u16(data, 0)
        base = u16(data, 4)
        at = 2 + size
        for number in range(min(u16(data, 2), _MOST)):
            length = u16(data, at)
            if length and at + 2 + length <= len(data):
                self._written[number] = _style(data[at + 2 : at + 2 + length], base)
            at += 2 + length + (length & 1)
        self.missing = at > len(data) + 1 or not self._written
        for number, style in self._written.items():
            if style.kind == _PARAGRAPH:
                self.sheet.define(number, Style(style.name, style.base, _outline(style.parts)))

    def meaning(self, number: int) -> Meaning:
        """What paragraph style `number` says of its paragraphs."""
        return self.sheet.meaning(number)

    def known(self, number: int) -> int:
        """`number`, or that of the style for ordinary text where there is none of it."""
        found = self._written.get(number)
        return number if found is not None and found.kind == _PARAGRAPH else 0

    def paragraph(self, number: int) -> list[bytes]:
        """The properties of paragraphs that style `number` sets, those of what it is based on first."""
        if number not in self._paragraphs:
            chain = [style for style in self._chain(number) if style.kind == _PARAGRAPH]
            self._paragraphs[number] = [style.parts[0][2:] for style in chain if style.parts]
        return self._paragraphs[number]

    def letters(self, number: int) -> list[bytes]:
        """The properties of letters that style `number` sets, those of what it is based on first."""
        if number not in self._letters:
            found: list[bytes] = []
            for style in self._chain(number):
                place = {_PARAGRAPH: 1, _CHARACTER: 0}.get(style.kind, len(style.parts))
                found += style.parts[place : place + 1]
            self._letters[number] = found
        return self._letters[number]

    def is_character_style(self, number: int) -> bool:
        """Whether style `number` is one of letters."""
        found = self._written.get(number)
        return found is not None and found.kind == _CHARACTER

    def shades(self, number: int) -> bool:
        """Whether table style `number`, or a part of it, lays a ground behind letters."""
        chain = self._chain(number)
        for style in chain:
            if style.shades is None:
                style.shades = any(map(_shades, style.parts))
        return any(style.shades for style in chain)

    def hides(self, number: int) -> bool:
        """Whether table style `number`, or a part of it, may keep letters from showing."""
        chain = self._chain(number)
        white = not self.shades(number)
        for style in chain:
            if white not in style.hides:
                style.hides[white] = any(_hides(part, white=white) for part in style.parts)
        return any(style.hides[white] for style in chain)

    def _chain(self, number: int) -> list[_Written]:
        """The style and what it is based on, nearest last."""
        chain: list[_Written] = []
        seen: set[int] = set()
        while number in self._written and number not in seen and len(chain) < _CHAIN:
            seen.add(number)
            chain.append(self._written[number])
            number = chain[-1].base
        return chain[::-1]


def _style(data: bytes, base: int) -> _Written:
    """A style from its description ([MS-DOC] 2.9.258, "STD")."""
    kind, following = u16(data, 2) & 15, u16(data, 2) >> 4
    length = u16(data, base)
    at = base + 2
    name = data[at : at + 2 * length].decode("utf-16-le", "replace").split(",")[0]
    known = _KNOWN.get(u16(data, 0) & 0xFFF)
    style = _Written(kind, _NOTHING if following == _NOTHING else following, known or name)
    at += 2 * length + 2
    for _ in range(u16(data, 4) & 15):
        size = u16(data, at)
        style.parts.append(data[at + 2 : at + 2 + size])
        at += 2 + size + (size & 1)
    return style


def _outline(parts: list[bytes]) -> int | None:
    stated = [
        u8(operand, 0) for sprm, operand in properties(parts[0][2:] if parts else b"") if sprm == Sprm.OUTLINE
    ]
    return stated[-1] if stated else None


def _shades(part: bytes) -> bool:
    """Whether a list of properties lays a ground; a list inside it is for one part of the table."""
    for sprm, operand in properties(part):
        if sprm in _SHADES or (sprm == _CONDITIONAL and _shades(operand[2:])):
            return True
    return False


def _hides(part: bytes, *, white: bool) -> bool:
    """Whether a list of properties hides letters, or makes them tiny or (`white`) white."""
    return any(
        (sprm == Sprm.HIDDEN and u8(operand, 0) in (1, 0x81))
        or (sprm == Sprm.SIZE and u16(operand, 0) <= _TINY)
        or (white and sprm == Sprm.COLOUR and min(operand[:3]) >= _PALE and not operand[3])
        or (white and sprm == Sprm.COLOUR_NUMBER and u8(operand, 0) == _WHITE)
        or (sprm == _CONDITIONAL and _hides(operand[2:], white=white))
        for sprm, operand in properties(part)
    )


def number_of_style(operand: bytes) -> int:
    """The style that an operand names."""
    return i16(operand, 0) & 0xFFFF
