"""How letters of an OpenDocument text look, from all that their styles state, and whether they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.read.look import BLACK, TINY, Colour, Look, alike
from pipeline.read.odt.xml import child, get, qualified
from pipeline.read.xml import Element

UNKNOWN_GROUND = "?"
"""A ground that is another than the page's, of a colour that is not known: a picture, a text box."""

_WHITE = "#ffffff"
_COLOURED = re.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})")
_FAINT = 5.0  # per cent of opacity, below which nobody sees letters
_USUAL = 12.0  # points, which a size in per cent is taken of
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"\s*(-?\d{0,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|px|%)")
_WEIGHTS = ("fo:font-weight", "style:font-weight-asian", "style:font-weight-complex")
_SLANTS = ("fo:font-style", "style:font-style-asian", "style:font-style-complex")
_STRIKES = ("style:text-line-through-style", "style:text-line-through-type")
_SIZES = ("fo:font-size", "style:font-size-asian", "style:font-size-complex")
_COLOUR, _AUTOMATIC, _OPACITY = "fo:color", "style:use-window-font-color", "loext:opacity"
_ASIAN = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_COMPLEX = "\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc"
_SCRIPTS = re.compile(rf"([{_ASIAN}][{_ASIAN}\W\d]*)|([{_COMPLEX}][{_COMPLEX}\W\d]*)")
_STATED = {
    qualified(short): short
    for short in (
        *_WEIGHTS, *_SLANTS, *_SIZES, _COLOUR, _AUTOMATIC, "fo:background-color", "text:display",
        "style:text-underline-style", "style:text-position", "fo:text-transform", "fo:font-variant",
        _OPACITY, *_STRIKES,
    )
}  # fmt: skip


class Letters:
    """What is stated about letters (ODF 1.3, part 3, chapter 20), attributes by short name."""

    __slots__ = ("_looks", "_stated", "heirs")

    def __init__(self, stated: dict[str, str] | None = None) -> None:
        self._stated = stated or {}
        self._looks: dict[str, tuple[Look, Look, Look]] = {}
        self.heirs: dict[str, Letters] = {}
        """Letters of a character style over these, by its name: every style is resolved once."""

    def under(self, properties: Element | None) -> Letters:
        """These, where `properties` (a style:text-properties) do not state otherwise."""
        if properties is None:
            return self
        own = {_STATED[key]: str(value) for key, value in properties.attrib.items() if key in _STATED}
        if not own:
            return self
        if _COLOUR in own:
            own = {_AUTOMATIC: "false", _OPACITY: "100%", **own}
        return Letters({**self._stated, **own})

    @property
    def hidden(self) -> bool:
        """Whether text:display keeps them, and what is anchored in them, from being shown."""
        return self._stated.get("text:display", "true") != "true"

    def look(self, ground: str) -> Look:
        """How Western ones look on `ground`: "" for the page, a colour, or UNKNOWN_GROUND."""
        return self._all(ground)[0]

    def looks(self, text: str, ground: str) -> Iterator[tuple[str, Look]]:
        """`text` in pieces with their looks.

        Asian and complex scripts have a weight, slant and size of their own; where nothing is stated for
        them, they look as the others do.
        """
        western, asian, complex_ = self._all(ground)
        if text.isascii() or western == asian == complex_:
            yield text, western
            return
        done = 0
        for match in _SCRIPTS.finditer(text):
            if match.start() > done:
                yield text[done : match.start()], western
            yield match.group(), asian if match.group(1) else complex_
            done = match.end()
        if done < len(text):
            yield text[done:], western

    def _all(self, ground: str) -> tuple[Look, Look, Look]:
        found = self._looks.get(ground)
        if found is None:
            found = self._look(ground, 0), self._look(ground, 1), self._look(ground, 2)
            self._looks[ground] = found
        return found

    def _look(self, ground: str, script: int) -> Look:
        stated = self._stated
        marked = colour_of(stated.get("fo:background-color", ""))
        below = marked or ground or _WHITE
        colour = "" if stated.get(_AUTOMATIC) == "true" else stated.get(_COLOUR, "").lower()
        lost = alike(_rgb(colour), _rgb(below))
        # Who blacks words out with the marker leaves their colour alone; programs differ in how they draw it.
        blacked = alike(_rgb(below), BLACK) and (lost or (colour == "" and marked != ""))
        return Look(
            bold=_is_bold(self._of(_WEIGHTS, script)),
            italic=self._of(_SLANTS, script) in ("italic", "oblique"),
            underline=stated.get("style:text-underline-style", "none") != "none",
            superscript=_is_raised(stated.get("style:text-position", "")),
            hidden=self.hidden or self._transparent() or (lost and not blacked),
            tiny=points(self._of(_SIZES, script), _USUAL, _USUAL) <= TINY,
            blacked=blacked,
            caps=stated.get("fo:text-transform") == "uppercase"
            or stated.get("fo:font-variant") == "small-caps",
            struck=_is_struck([stated[each] for each in _STRIKES if each in stated]),
        )

    def _of(self, attributes: tuple[str, str, str], script: int) -> str:
        """What is stated for a script: Western, Asian or complex."""
        return self._stated.get(attributes[script]) or self._stated.get(attributes[0], "")

    def _transparent(self) -> bool:
        """By an opacity stated with a colour: LibreOffice writes 0% beside its automatic colour."""
        automatic = self._stated.get(_AUTOMATIC) == "true" or _COLOUR not in self._stated
        return not automatic and points(self._stated.get(_OPACITY, ""), 100.0, 100.0) < _FAINT


def colour_of(stated: str) -> str:
    """A colour as "#rrggbb" in small letters, "" for none ("transparent")."""
    return stated.lower() if stated.startswith("#") else ""


def _rgb(stated: str) -> Colour | None:
    match = _COLOURED.fullmatch(stated)
    return None if match is None else (int(match[1], 16), int(match[2], 16), int(match[3], 16))


def ground_of(properties: Element | None) -> str:
    """The ground that paragraph, cell, table, section or page properties give, "" for none of their own."""
    if properties is None:
        return ""
    picture = child(properties, "style:background-image")
    if (picture is not None and len(picture.attrib)) or get(properties, "draw:fill") in _PICTURED:
        return UNKNOWN_GROUND
    filled = get(properties, "draw:fill-color") if get(properties, "draw:fill") == "solid" else ""
    return colour_of(get(properties, "fo:background-color")) or colour_of(filled)


_PICTURED = ("bitmap", "gradient", "hatch")


def points(length: str, whole: float, default: float) -> float:
    """A length in points; per cent are taken of `whole`."""
    match = _LENGTH.match(length)
    if match is None or not match.group(1).strip("-."):
        return default
    number = float(match.group(1))
    return number * whole / 100 if match.group(2) == "%" else number * _UNITS[match.group(2)]


def _is_bold(weight: str) -> bool:
    """From 600 on, which is what programs draw with their bold letters."""
    return weight in ("bold", "bolder") or (weight.isdecimal() and len(weight) < 5 and int(weight) >= 600)


def _is_struck(stated: Sequence[str]) -> bool:
    """Of the style and the number of lines through letters, either may stand alone; one "none" is enough."""
    return bool(stated) and "none" not in stated


def _is_raised(position: str) -> bool:
    first = (position.split(maxsplit=1) or [""])[0]
    return first == "super" or points(first, 100.0, 0.0) > 0
