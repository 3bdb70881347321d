"""What the properties of an element say of its letters: emphasis, colours, sizes, whether they show."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.read.blocks import QUOTE_INDENT
from pipeline.read.html.css import Sheet
from pipeline.read.look import PLAIN, Look

Element = etree._Element

_NUMBER = r"(-?\d{0,6}(?:\.\d{1,6})?)"
_LENGTH = re.compile(rf"{_NUMBER}(pt|px|em|rem|ex|%|mm|cm|in|pc|vw|vh)?")
# In points, at 96 pixels and 72 points an inch and 12 points an em (CSS Values 4, section 6.2).
_POINTS = {
    "pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "ex": 6.0, "%": 0.12, "mm": 2.835, "cm": 28.35,
    "in": 72.0, "pc": 12.0, "vw": 6.0, "vh": 6.0,
}  # fmt: skip
_TINY = 2.0
_FAR = -300.0
"""Points to the left of the page, or above it, from which on nobody sees what stands there."""

_FAINT = 0.1
_PALE, _DARK = 250, 8
_NAMES = {"white": (255, 255, 255, 1.0), "black": (0, 0, 0, 1.0), "windowtext": (0, 0, 0, 1.0)}
_NAMES["transparent"] = (0, 0, 0, 0.0)
_PICTURE = re.compile(r"url\(|gradient\(|image\(")
_BLOCKS = frozenset(("block", "list-item", "flex", "grid", "table", "table-row", "table-cell", "flow-root"))
_TAGS = {
    "b": Look(bold=True),
    "strong": Look(bold=True),
    "i": Look(italic=True),
    "em": Look(italic=True),
    "cite": Look(italic=True),
    "dfn": Look(italic=True),
    "u": Look(underline=True),
    "sup": Look(superscript=True),
}


@dataclass(frozen=True, slots=True)
class Style:
    """What is said of an element.

    `gone`: it and all that it holds does not show. `listed`: its list-style, "" for none stated. `level`:
    of a list of Word's, from 1, 0 outside of them; `ignored`: it is the marker of such an item. `indented`:
    at both sides, as quotations are. `block`: it stands apart whatever its name. `pre`: line breaks are kept.
    """

    look: Look = PLAIN
    gone: bool = False
    listed: str = ""
    level: int = 0
    ignored: bool = False
    indented: bool = False
    block: bool = False
    pre: bool = False


class Styles:
    """The styles of a page's elements."""

    def __init__(self, root: Element) -> None:
        self._sheet = Sheet(root)
        self.markers = self._sheet.markers

    def of(self, element: Element) -> Style:
        """What sheets, its own style and attributes say of `element`."""
        name = str(element.tag).lower()
        stated = self._sheet.stated(element)
        _attributes(element, name, stated)
        look = _look(stated)
        if name in _TAGS:
            look = look.over(_TAGS[name])
        level = re.search(r"level(\d)", stated.get("mso-list", ""))
        return Style(
            look,
            _is_gone(stated, element, name),
            " ".join((stated.get("list-style", ""), stated.get("list-style-type", ""))).strip(),
            int(level.group(1)) if level else 0,
            stated.get("mso-list") == "ignore",
            _indented(stated),
            stated.get("display") in _BLOCKS,
            stated.get("white-space", "").startswith(("pre", "break-spaces")),
        )

    def shows(self, element: Element) -> bool:
        """Whether neither `element` nor what it stands in is taken from the page."""
        above = (each for each in element.iterancestors() if isinstance(each.tag, str))
        return not (self.of(element).gone or any(self.of(each).gone for each in above))


def _attributes(element: Element, name: str, stated: dict[str, str]) -> None:
    """Add what attributes of before there were styles say, where no style does (HTML, 15.3)."""
    if name == "font" and (colour := element.get("color")):
        stated.setdefault("color", colour.lower())
    if (ground := element.get("bgcolor")) is not None:
        stated.setdefault("background-color", ground.lower())
    if element.get("background"):
        stated.setdefault("background-image", "url()")


def _look(stated: dict[str, str]) -> Look:
    """The look that the properties give; None where they say nothing."""
    if not stated:
        return PLAIN
    weight, slant = stated.get("font-weight", ""), stated.get("font-style", "")
    font, line = (
        stated.get("font", ""),
        stated.get("text-decoration", "") + stated.get("text-decoration-line", ""),
    )
    weight = weight or ("bold" if "bold" in font.split() else "")
    colour, ground = _colour(stated.get("color", "")), _ground(stated)
    return Look(
        bold=_is_bold(weight) if weight else None,
        italic=slant in ("italic", "oblique") if slant else None,
        underline="underline" in line if line else None,
        superscript=stated["vertical-align"] == "super" if "vertical-align" in stated else None,
        hidden=stated["visibility"] in ("hidden", "collapse") if "visibility" in stated else None,
        pale=_is_pale(colour) if colour else None,
        tiny=_is_tiny(stated.get("font-size", "") or _size_in(font)),
        backed=_is_picture(stated) or (not _is_pale(ground) if ground else None),
        blacked=_blacked(colour, ground),
        caps=stated["text-transform"] == "uppercase" if "text-transform" in stated else None,
    )


_Colour = tuple[int, int, int, float]


def _colour(text: str) -> _Colour | None:
    """Red, green and blue to 255 and the opacity to 1; None for a colour that is no matter here."""
    if text in _NAMES:
        return _NAMES[text]
    if match := re.fullmatch(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", text):
        digits = match.group(1)
        pairs = [each * 2 for each in digits] if len(digits) < 6 else re.findall("..", digits)
        red, green, blue, *opacity = (int(each, 16) for each in pairs)
        return red, green, blue, opacity[0] / 255 if opacity else 1.0
    match = re.fullmatch(r"(rgb|hsl)a?\(([^()]{1,60})\)", text)
    return _of_parts(match.group(1), re.split(r"[\s,/]+", match.group(2).strip())) if match else None


def _of_parts(kind: str, parts: list[str]) -> _Colour | None:
    """The colour of "rgb(255 255 255 / 50%)" or, where it is white or black, of "hsl(0, 0%, 100%)"."""
    try:
        shares = [float(part.rstrip("%")) / (100 if part.endswith("%") else 1) for part in parts[:4]]
    except ValueError:
        return None
    if len(shares) < 3:
        return None
    opacity = shares[3] if len(shares) > 3 else 1.0
    if kind == "hsl":
        light = round(255 * shares[2])
        return (
            (light, light, light, opacity) if shares[2] >= 0.98 or shares[2] <= 0.02 else (128, 0, 0, opacity)
        )
    whole = [
        round(share * 255) if part.endswith("%") else round(share)
        for share, part in zip(shares, parts, strict=False)
    ]
    return whole[0], whole[1], whole[2], opacity


def _ground(stated: dict[str, str]) -> _Colour | None:
    """The colour behind the letters; None where what lies behind shows through."""
    words = stated.get("background-color", "") or re.sub(r"\([^()]*\)", "", stated.get("background", ""))
    whole = _colour(stated.get("background-color", "") or stated.get("background", ""))
    found = whole or next((colour for word in words.split() if (colour := _colour(word))), None)
    if found is None and words.split() and words.split()[0].isalpha():
        return None if words.split()[0] in ("none", "inherit", "initial", "unset") else (128, 128, 128, 1.0)
    return found if found and found[3] >= _FAINT else None


def _is_picture(stated: dict[str, str]) -> bool | None:
    """True where a picture lies behind the letters, else None."""
    behind = stated.get("background-image", "") + stated.get("background", "")
    return True if _PICTURE.search(behind) else None


def _is_pale(colour: _Colour) -> bool:
    return min(colour[:3]) >= _PALE or colour[3] < _FAINT


def _is_dark(colour: _Colour) -> bool:
    return max(colour[:3]) <= _DARK and colour[3] > 1 - _FAINT


def _blacked(colour: _Colour | None, ground: _Colour | None) -> bool | None:
    """Whether black letters stand on black; None where neither is stated."""
    readable = colour is not None and not _is_dark(colour)
    if ground is not None:
        return _is_dark(ground) and not readable
    return False if readable else None


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:6]) >= 600)


def _points(size: str) -> float | None:
    """A length in points; None where it is none."""
    match = _LENGTH.fullmatch(size)
    if match is None or not match.group(1).strip("-"):
        return None
    return float(match.group(1)) * _POINTS[match.group(2) or "px"]


def _is_tiny(size: str) -> bool | None:
    points = _points(size)
    return None if points is None else points <= _TINY


def _size_in(font: str) -> str:
    """The size in the shorthand "italic bold 12px/30px serif"; "" for none."""
    words = (word.partition("/")[0] for word in font.split())
    return next(
        (word for word in words if (_points(word) is not None and not word.isdecimal()) or word == "0"), ""
    )


def _indented(stated: dict[str, str]) -> bool:
    """Whether there is a margin of a quarter of an inch or more at either side."""
    sides = stated.get("margin", "0").split() or ["0"]
    right = sides[1] if len(sides) > 1 else sides[0]
    left = sides[3] if len(sides) == 4 else right
    both = (stated.get("margin-left", left), stated.get("margin-right", right))
    return all((_points(side) or 0.0) >= QUOTE_INDENT for side in both)


def _is_gone(stated: dict[str, str], element: Element, name: str) -> bool:
    """Whether an element does not show, with all that it holds."""
    if stated.get("display") == "none" or stated.get("mso-hide") == "all" or name == "template":
        return True
    if "display" not in stated and element.get("hidden") is not None:
        return True
    if name == "dialog" and element.get("open") is None:
        return True
    faint = re.fullmatch(rf"{_NUMBER}(%?)", stated.get("opacity", "1"))
    opacity = float(faint.group(1) or 1) / (100 if faint.group(2) else 1) if faint else 1.0
    return opacity < _FAINT or _is_away(stated)


def _is_away(stated: dict[str, str]) -> bool:
    """Whether it is moved off the page, cut to nothing, or kept for those who listen."""
    away = any(
        (_points(stated.get(side, "")) or 0.0) <= _FAR
        for side in ("left", "top", "text-indent", "margin-left")
    )
    sizes = [_points(stated.get(side, "")) for side in ("height", "max-height", "width", "max-width")]
    flat = stated.get("overflow") in ("hidden", "clip") and any(
        size is not None and size <= 1 for size in sizes
    )
    clip = stated.get("clip", "") + stated.get("clip-path", "")
    cut = re.search(r"rect\((?:[01](?:px)?[ ,]*){4}\)|inset\((?:50|100)%\)|circle\(0", clip) is not None
    folded = (
        re.search(r"scale\(0[,)]|opacity\(0", stated.get("transform", "") + stated.get("filter", ""))
        is not None
    )
    return away or flat or cut or folded or stated.get("content-visibility") == "hidden"
