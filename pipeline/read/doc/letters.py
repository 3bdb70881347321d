"""How letters of an old Word file are set: their own properties over those of their styles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.read.doc.bytes import i16, i32, u8, u16
from pipeline.read.doc.sprms import Lists, Sprm
from pipeline.read.doc.styles import Styles, number_of_style
from pipeline.read.look import Colour
from pipeline.read.rtf.colours import Colours
from pipeline.read.rtf.state import Letters, Own, Script

_TOGGLES: dict[int, str] = {
    Sprm.BOLD: "bold",
    Sprm.ITALIC: "italic",
    Sprm.BOLD_RTL: "bold_rtl",
    Sprm.ITALIC_RTL: "italic_rtl",
    Sprm.CAPS: "caps",
    Sprm.HIDDEN: "hidden",
    Sprm.STRUCK: "struck",
    Sprm.STRUCK_TWICE: "struck_twice",
}
_FLAGS: dict[int, str] = {
    Sprm.DELETED: "deleted",
    Sprm.INSERTED: "revised",
    Sprm.RIGHT_TO_LEFT: "rtl",
    Sprm.COMPLEX: "complex",
}
_KNOWN = frozenset(
    (
        *_TOGGLES, *_FLAGS, Sprm.PLAIN, Sprm.CHARACTER_STYLE, Sprm.SPECIAL, Sprm.BINARY, Sprm.UNDERLINE,
        Sprm.RAISED, Sprm.SIZE, Sprm.FONT, Sprm.PICTURE, Sprm.SYMBOL, Sprm.COLOUR_NUMBER, Sprm.COLOUR,
        Sprm.HIGHLIGHT, Sprm.OLD_SHADE, Sprm.SHADE, Sprm.SIZE_RTL,
    )
)  # fmt: skip
_HIDDEN_LINE = 5
_SIZE = 20  # half points: [MS-DOC] 2.6.1, sprmCHps
# [MS-DOC] 2.9.119: the sixteen colours that have a number.
_COLOURS: tuple[Colour | None, ...] = (
    None, (0, 0, 0), (0, 0, 255), (0, 255, 255), (0, 255, 0), (255, 0, 255), (255, 0, 0), (255, 255, 0),
    (255, 255, 255), (0, 0, 128), (0, 128, 128), (0, 128, 0), (128, 0, 128), (128, 0, 0), (128, 128, 0),
    (128, 128, 128), (192, 192, 192),
)  # fmt: skip
_SOLID, _SHADED = 10_000, 5_000


class Shade(NamedTuple):
    """What lies behind something: the number of its colour, how far a pattern covers that, its colour."""

    ground: int = 0
    shading: int = 0
    pattern: int = 0


NO_SHADE = Shade()
PATTERNED = Shade(shading=_SHADED)
"""A ground whose colour nobody can tell."""


class Character(NamedTuple):
    """How a letter is set. `special`: it may stand for something else; `symbol`: its font and its code.

    `picture`: where in the stream of data its picture lies; `binary`: what lies there is none.
    """

    letters: Letters
    special: bool = False
    binary: bool = False
    picture: int | None = None
    symbol: tuple[int, int] | None = None


class Inks:
    """Colours as old Word files write them, by number."""

    def __init__(self) -> None:
        self.colours = Colours()

    def numbered(self, number: int) -> int:
        """One of the sixteen, 0 for the automatic colour."""
        colour = _COLOURS[number] if number < len(_COLOURS) else None
        return 0 if colour is None else self.colours.number(colour)

    def mixed(self, operand: bytes, at: int = 0) -> int:
        """One of red, green and blue ([MS-DOC] 2.9.43, "COLORREF"); 0 for the automatic one."""
        if len(operand) < at + 4 or operand[at + 3]:
            return 0
        return self.colours.number((operand[at], operand[at + 1], operand[at + 2]))

    def shade(self, operand: bytes, at: int = 0) -> Shade:
        """A ground of any colours ([MS-DOC] 2.9.247, "Shd")."""
        if len(operand) < at + 10:
            return NO_SHADE
        return _shade(self.mixed(operand, at + 4), u16(operand, at + 8), self.mixed(operand, at))

    def old_shade(self, operand: bytes, at: int = 0) -> Shade:
        """A ground of two of the sixteen colours ([MS-DOC] 2.9.248, "Shd80")."""
        value = u16(operand, at)
        if value == 0xFFFF:
            return NO_SHADE
        return _shade(self.numbered(value >> 5 & 31), value >> 10, self.numbered(value & 31))


def _shade(ground: int, pattern: int, colour: int) -> Shade:
    """`pattern` 0: nothing of its colour; 1: nothing else; 0xFFFF: no ground at all ([MS-DOC] 2.9.122)."""
    if pattern == 0xFFFF:
        return NO_SHADE
    return Shade(ground, 0 if pattern == 0 else _SOLID if pattern == 1 else _SHADED, colour)


class LetterReader:
    """Makes characters of lists of properties; like lists are read once."""

    def __init__(self, styles: Styles, inks: Inks) -> None:
        self._styles = styles
        self._inks = inks
        self._read: dict[tuple[int, bytes, bytes], Character] = {}
        self._lists = Lists(_KNOWN)
        self._of_style: dict[tuple[int, int], dict[str, Any]] = {}
        self._chains: dict[int, dict[str, Any]] = {}

    def character(self, paragraph: int, own: bytes, change: bytes = b"") -> Character:
        """A letter in a paragraph of style `paragraph`, with properties of its own and those of its piece."""
        key = (paragraph, own, change)
        if key not in self._read:
            listed = [*self._lists.counting(own), *self._lists.counting(change)]
            named = [number_of_style(operand) for sprm, operand in listed if sprm == Sprm.CHARACTER_STYLE]
            style = named[-1] if named and self._styles.is_character_style(named[-1]) else -1
            base = self._style(paragraph, style)
            found = dict(base)
            self._apply(listed, base, found)
            self._read[key] = _character(found)
        return self._read[key]

    def _style(self, paragraph: int, character: int) -> dict[str, Any]:
        """What the styles of a letter say; toggles that both set cancel out (17.7.3 of ECMA-376)."""
        key = paragraph, character
        if key not in self._of_style:
            below = self._chain(paragraph)
            if character >= 0:
                above = self._chain(character)
                merged = below | above
                for name in _TOGGLES.values():
                    merged[name] = bool(below.get(name)) != bool(above.get(name))
                below = merged
            self._of_style[key] = below
        return self._of_style[key]

    def _chain(self, number: int) -> dict[str, Any]:
        """What a style says together with those that it is based on."""
        if number not in self._chains:
            found: dict[str, Any] = {}
            for part in self._styles.letters(number):
                self._apply(self._lists.counting(part), dict(found), found)
            self._chains[number] = found
        return self._chains[number]

    def _apply(
        self, listed: Iterable[tuple[int, bytes]], style: dict[str, Any], found: dict[str, Any]
    ) -> None:
        for sprm, operand in listed:
            if (toggle := _TOGGLES.get(sprm)) is not None:
                found[toggle] = _toggled(u8(operand, 0), bool(style.get(toggle)))
            elif (flag := _FLAGS.get(sprm)) is not None:
                found[flag] = u8(operand, 0) in (1, 0x81)
            elif sprm == Sprm.PLAIN:
                kept = {name: found[name] for name in ("deleted", "revised", "special") if name in found}
                found.clear()
                found.update(style | kept)
            else:
                self._set(sprm, operand, found)

    def _set(self, sprm: int, operand: bytes, found: dict[str, Any]) -> None:
        """A property that is no toggle."""
        if sprm == Sprm.SPECIAL:
            found["special"] = u8(operand, 0) == 1
        elif sprm == Sprm.BINARY:
            found["binary"] = u8(operand, 0) in (1, 0x81)
        elif sprm == Sprm.UNDERLINE:
            found["underline"] = u8(operand, 0) not in (0, _HIDDEN_LINE)
        elif sprm == Sprm.RAISED:
            found["superscript"] = u8(operand, 0) == 1
        elif sprm == Sprm.SIZE:
            found["size"] = u16(operand, 0)
        elif sprm == Sprm.SIZE_RTL:
            found["size_rtl"] = u16(operand, 0)
        elif sprm == Sprm.FONT:
            found["font"] = i16(operand, 0)
        elif sprm == Sprm.PICTURE:
            found["picture"] = i32(operand, 0)
        elif sprm == Sprm.SYMBOL:
            found["symbol"] = (u16(operand, 0), u16(operand, 2))
        else:
            self._colour(sprm, operand, found)

    def _colour(self, sprm: int, operand: bytes, found: dict[str, Any]) -> None:
        if sprm == Sprm.COLOUR_NUMBER:
            found["colour"] = self._inks.numbered(u8(operand, 0))
        elif sprm == Sprm.COLOUR:
            found["colour"] = self._inks.mixed(operand)
        elif sprm == Sprm.HIGHLIGHT:
            found["highlight"] = self._inks.numbered(u8(operand, 0))
        elif sprm == Sprm.OLD_SHADE:
            found["shade"] = self._inks.old_shade(operand)
        elif sprm == Sprm.SHADE:
            found["shade"] = self._inks.shade(operand)


def _toggled(value: int, style: bool) -> bool:
    """[MS-DOC] 2.9.327: 0x80 as the style has it, 0x81 otherwise."""
    return style != (value == 0x81) if value & 0x80 else value == 1


_OF_CHARACTER = ("special", "binary", "picture", "symbol")
_OF_SCRIPT = ("bold_rtl", "italic_rtl", "size_rtl", "rtl", "complex")


def _character(found: dict[str, Any]) -> Character:
    apart = {name: found[name] for name in _OF_CHARACTER if name in found}
    shade: Shade = found.get("shade", NO_SHADE)
    stated = {
        name: value for name, value in found.items() if name not in (*_OF_CHARACTER, *_OF_SCRIPT, "shade")
    }
    if found.get("rtl") or found.get("complex"):
        bold, italic = found.get("bold_rtl", False), found.get("italic_rtl", False)
        own = Own(bold, italic, size=found.get("size_rtl", _SIZE))
        stated |= {"script": Script.RIGHT_TO_LEFT, "rtl": own}
    letters = Letters(**{"size": _SIZE, "hidden": False, **shade._asdict(), **stated})
    return Character(letters, **apart)
