"""What the properties of an element say of its letters: emphasis, colours, sizes, whether they show."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.read.blocks import QUOTE_INDENT
from pipeline.read.html.css import Sheet
from pipeline.read.look import PLAIN, TINY, Look, alike
from pipeline.read.symbols import is_symbol_font
from pipeline.read.xml import Element

_NUMBER = r"(-?\d{0,6}(?:\.\d{1,6})?)"
_LENGTH = re.compile(rf"{_NUMBER}(pt|px|em|rem|ex|%|mm|cm|in|pc|vw|vh)?")
# In points, at 96 pixels and 72 points an inch and 12 points an em (CSS Values 4, section 6.2).
_POINTS = {
    "pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "ex": 6.0, "%": 0.12, "mm": 2.835, "cm": 28.35,
    "in": 72.0, "pc": 12.0, "vw": 6.0, "vh": 6.0,
}  # fmt: skip
_FAR = -600.0
"""Points beside the page or above it, from which on nobody sees what stands there."""

_FAINT = 0.1
_NEAR, _DARK = 8, 8
"""Steps of 255 by which letters must differ from their ground to be seen; up to which a colour is black."""

Colour = tuple[int, int, int, float]
"""Red, green and blue to 255, and the opacity to 1."""

BLACK, WHITE = (0, 0, 0, 1.0), (255, 255, 255, 1.0)
OTHER = (-1000, -1000, -1000, 1.0)
"""A colour that is not known, or a picture: nothing is lost on it."""

_NAMES: dict[str, Colour] = {"white": WHITE, "black": BLACK, "windowtext": BLACK, "initial": BLACK}
_NAMES["transparent"] = (0, 0, 0, 0.0)
_INHERITED = frozenset(("", "inherit", "unset", "currentcolor", "revert"))
_NO_GROUND = _INHERITED | {"none", "initial", "transparent"}
_PICTURE = re.compile(r"url\(|gradient\(|image\(")
_BLOCKS = frozenset(("block", "list-item", "flex", "grid", "table", "table-row", "table-cell", "flow-root"))
_PARTING = frozenset(("flex", "grid", "inline-flex", "inline-grid"))
_COLOURS = {"a": ((0, 0, 238, 1.0), None), "mark": (BLACK, (255, 255, 0, 1.0))}
"""What browsers draw letters in that no style colours: colour and ground (HTML, 15.3)."""

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
    at both sides, as quotations are. `block`: it stands apart whatever its name; `parted`: so does all in it.
    `pre`: line breaks are kept. `colour`, `ground`, `symbols` (its letters are signs of a symbol font): None
    where they are not stated.
    """

    look: Look = PLAIN
    gone: bool = False
    listed: str = ""
    level: int = 0
    ignored: bool = False
    indented: bool = False
    block: bool = False
    parted: bool = False
    pre: bool = False
    colour: Colour | None = None
    ground: Colour | None = None
    symbols: bool | None = None


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
        colour, ground = _COLOURS.get(name if name != "a" or element.get("href") else "", (None, None))
        shown = stated.get("display", "")
        font = stated.get("font-family") or stated.get("font", "")  # the fonts behind the first only stand in
        return Style(
            look,
            gone=_is_gone(stated, element, name),
            listed=" ".join((stated.get("list-style", ""), stated.get("list-style-type", ""))).strip(),
            level=int(level.group(1)) if level else 0,
            ignored=stated.get("mso-list") == "ignore",
            indented=_indented(stated),
            block=shown in _BLOCKS,
            parted=shown in _PARTING,
            pre=stated.get("white-space", "").startswith(("pre", "break-spaces")),
            colour=_stated_colour(stated) or colour,
            ground=_ground(stated) or ground,
            symbols=is_symbol_font(font.partition(",")[0]) if font and font != "inherit" else None,
        )

    def shows(self, element: Element) -> bool:
        """Whether neither `element` nor what it stands in is taken from the page."""
        look = PLAIN
        for each in (*reversed(list(element.iterancestors())), element):
            style = self.of(each)
            if style.gone:
                return False
            look = style.look.over(look)
        return not look.hidden


def lost(colour: Colour, ground: Colour) -> bool:
    """Whether letters of that colour cannot be told from their ground."""
    return colour[3] < _FAINT or alike(colour[:3], ground[:3], _NEAR)


def is_black(colour: Colour) -> bool:
    """Whether a colour is black, as bars are over words that nobody shall read."""
    return max(colour[:3]) <= _DARK and colour[0] >= 0


def _attributes(element: Element, name: str, stated: dict[str, str]) -> None:
    """Add what tags and attributes of before there were styles say, where no style does (HTML, 15.3)."""
    if name in ("s", "strike") and "text-decoration-line" not in stated:
        stated.setdefault("text-decoration", "line-through")
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
    return Look(
        bold=_is_bold(weight) if weight else None,
        italic=slant in ("italic", "oblique") if slant else None,
        underline="underline" in line if line else None,
        superscript=stated["vertical-align"] == "super" if "vertical-align" in stated else None,
        hidden=stated["visibility"] in ("hidden", "collapse") if "visibility" in stated else None,
        tiny=_is_tiny(stated.get("font-size", "") or _size_in(font)),
        caps=stated["text-transform"] == "uppercase" if "text-transform" in stated else None,
        # A line through an element goes through all that is in it (CSS Text Decoration 3, section 2).
        struck=True if "line-through" in line else None,
    )


def _stated_colour(stated: dict[str, str]) -> Colour | None:
    """The colour of the letters; OTHER for one that is not known, None for none stated."""
    said = stated.get("-webkit-text-fill-color", "") or stated.get("color", "")
    return None if said in _INHERITED else _colour(said) or OTHER


def _colour(text: str) -> Colour | None:
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


def _of_parts(kind: str, parts: list[str]) -> Colour | None:
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


def _ground(stated: dict[str, str]) -> Colour | None:
    """The colour behind the letters; OTHER for a picture, None where what lies behind shows through."""
    behind = stated.get("background", "")
    if _PICTURE.search(stated.get("background-image", "") + behind):
        return OTHER
    said = stated.get("background-color", "") or behind
    whole = _colour(said)
    words = (
        []
        if whole
        else [word for word in re.sub(r"\([^()]*\)", "()", said).split() if word not in _NO_GROUND]
    )
    found = whole or next((colour for word in words if (colour := _colour(word))), None)
    if found is None:
        return OTHER if words and said not in _NO_GROUND else None
    return found if found[3] >= _FAINT else None


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:6]) >= 600)


def _points(size: str) -> float | None:
    """A length in points; None where it is none."""
    match = _LENGTH.fullmatch(size)
    if match is None or not match.group(1).strip("-"):
        return None
    return float(match.group(1)) * _POINTS[match.group(2) or "px"]


def _is_tiny(size: str) -> bool | None:
    """Whether letters are too small to be seen; a size that is not known ("medium") is none of these."""
    points = _points(size)
    return None if size in _INHERITED else points is not None and points <= TINY


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
    if (name == "dialog" and element.get("open") is None) or element.get("popover") is not None:
        return True
    faint = re.fullmatch(rf"{_NUMBER}(%?)", stated.get("opacity", "1"))
    opacity = float(faint.group(1) or 1) / (100 if faint.group(2) else 1) if faint else 1.0
    return opacity < _FAINT or _is_away(stated, name)


def _is_away(stated: dict[str, str], name: str) -> bool:
    """Whether it is moved off the page, cut to nothing, or kept for those who listen."""

    def far(*keys: str) -> bool:
        sizes = [stated.get(key, "") for key in keys]
        return any(size == "-100%" or (_points(size) or 0.0) <= _FAR for size in sizes)

    def thin(*keys: str) -> bool:
        sizes = [stated.get(key, "") for key in keys]
        return any(
            not size.endswith("%") and (points := _points(size)) is not None and points <= 1 for size in sizes
        )

    placed = stated.get("position") in ("absolute", "fixed") and far("left", "top", "right", "bottom")
    margins = dict(zip(("margin-top", "", "", "margin-left"), stated.get("margin", "").split(), strict=False))
    pushed = any(
        (_points(stated.get(side, size)) or 0.0) <= _FAR
        for side, size in {"margin-left": "", "margin-top": "", **margins}.items()
        if side
    )
    cut_off = any(
        word in stated.get(key, "")
        for key in ("overflow", "overflow-x", "overflow-y")
        for word in ("hidden", "clip")
    )
    flat = cut_off and (thin("height", "max-height") or (name not in ("td", "th") and thin("width")))
    clip = stated.get("clip", "") + stated.get("clip-path", "")
    cut = re.search(r"rect\((?:[01](?:px)?[ ,]*){4}\)|inset\((?:50|100)%\)|circle\(0", clip) is not None
    moved = stated.get("transform", "") + stated.get("filter", "")
    folded = (
        re.search(r"scale\(0[,)]|opacity\(0|translate[xy]?\(-\d{4,}", moved) is not None
        or stated.get("scale") == "0"
    )
    hidden = stated.get("content-visibility") == "hidden"
    return placed or pushed or far("text-indent") or flat or cut or folded or hidden
