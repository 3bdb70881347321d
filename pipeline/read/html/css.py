"""The few things that styles decide here: emphasis, what does not show, how lists are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pipeline.read.look import PLAIN, Look

Element = etree._Element

_MOST_RULES = 5_000
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?((?:\.[\w-]+)*)(#[\w-]+)?", re.I)
_WHITE = re.compile(
    r"(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b[^)]*\)|rgba\([^)]*,\s*0?\.?0\))$", re.I
)
_BLACK = re.compile(r"(?:black|windowtext|#000(?:000)?|rgba?\(\s*0\s*,\s*0\s*,\s*0\s*(?:,\s*1\s*)?\))$", re.I)
_NO_GROUND = frozenset(("", "none", "transparent", "inherit", "initial", "unset"))
_SIZE = re.compile(r"(\d*\.?\d+)(pt|px|em|rem|%|mm|cm|in)?$")
# In points, at 96 pixels and 72 points an inch and 12 points an em (CSS Values 4, section 6.2).
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12, "mm": 2.835, "cm": 28.35, "in": 72.0}
_TINY = 2.0
_QUOTE_INDENT = 18.0

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
    """What styles say of an element.

    `gone`: it and all that it holds does not show. `listed`: a list-style-type, "" for none stated. `level`:
    of a list of Word's, from 1, 0 outside of them; `ignored`: it is the marker of such an item. `indented`:
    at both sides, as quotations are.
    """

    look: Look = PLAIN
    gone: bool = False
    listed: str = ""
    level: int = 0
    ignored: bool = False
    indented: bool = False


class Rules:
    """The style sheets in a page; of selectors only names, classes and identifiers are looked at."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, list[tuple[frozenset[str], dict[str, str]]]] = {}
        count = 0
        for element in root.iter("style"):
            for selector, stated in _rules(element.text or ""):
                count += 1
                if count > _MOST_RULES:
                    return
                self._add(selector.strip(), stated)

    def _add(self, selector: str, stated: dict[str, str]) -> None:
        match = _SELECTOR.fullmatch(selector)
        if match is None or not selector:
            return
        name, classes, identity = (part or "" for part in match.groups())
        wanted = frozenset(f".{each}" for each in classes.split(".") if each)
        wanted |= frozenset(part for part in (name.lower(), identity) if part)
        key = identity or (sorted(wanted - {name.lower()}) or [name.lower()])[0]
        self._rules.setdefault(key, []).append((wanted, stated))

    def style(self, element: Element) -> Style:
        """What the sheets, its own `style`, and its attributes say of `element`."""
        name = str(element.tag).lower()
        own = {name, *(f".{each}" for each in (element.get("class") or "").split())}
        if identity := element.get("id"):
            own.add(f"#{identity}")
        stated: dict[str, str] = {}
        for key in own:
            for wanted, found in self._rules.get(key, ()):
                if wanted <= own:
                    stated = {**stated, **found}
        stated = {**stated, **_declarations(element.get("style") or "")}
        if element.get("hidden") is not None or name == "template":
            stated["display"] = "none"
        if (colour := element.get("color")) and name == "font":
            stated.setdefault("color", colour)
        if (ground := element.get("bgcolor")) is not None:
            stated.setdefault("background-color", ground)
        look = _look(stated)
        if name in _TAGS:
            look = look.over(_TAGS[name])
        listed = stated.get("list-style-type", "")
        level, ignored = _word_list(stated.get("mso-list", ""))
        return Style(look, _is_gone(stated), listed, level, ignored, _indented(stated))


def _word_list(said: str) -> tuple[int, bool]:
    """The level of an item that Word wrote as a paragraph ("l0 level2 lfo1"); whether this is its marker."""
    match = re.search(r"level(\d)", said)
    return int(match.group(1)) if match else 0, said.strip().lower() == "ignore"


def _rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The selectors of a sheet with what is stated for them; those for paper or voices only are left out."""
    aside: list[bool] = []
    for piece in _COMMENT.sub("", sheet).split("}"):
        *outer, block = piece.split("{")
        if not outer:
            if aside:
                aside.pop()
            continue
        *opened, selectors = outer
        aside += [_is_aside(each) for each in opened]
        if not any(aside) and not selectors.lstrip().startswith("@"):
            stated = _declarations(block)
            for selector in selectors.rpartition(";")[2].split(","):
                yield selector, stated


def _is_aside(condition: str) -> bool:
    """Whether "@media print" and the like holds back what follows."""
    said = condition.strip().lower()
    return not (
        said.startswith(("@supports", "@layer")) or re.match(r"@media\s+(?:only\s+)?(?:all|screen)\b", said)
    )


@lru_cache(maxsize=500)
def _parsed(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (each.partition(":") for each in text.split(";"))
    return tuple(
        (key.strip().lower(), re.sub(r"\s*!important$", "", value.strip().lower()))
        for key, _, value in pairs
        if value
    )


def _declarations(text: str) -> dict[str, str]:
    """The properties of a block, in lower case; shorthands give those that count here."""
    stated = dict(_parsed(text))
    if (ground := stated.get("background")) is not None:
        stated.setdefault("background-color", ground.split()[0] if ground.split() else "")
    if (marks := stated.get("list-style")) is not None:
        stated.setdefault("list-style-type", (marks.split() or [""])[0])
    if "bold" in stated.get("font", "").split():
        stated.setdefault("font-weight", "bold")
    return stated


def _look(stated: dict[str, str]) -> Look:
    """The look that the properties give; None where they say nothing."""
    if not stated:
        return PLAIN
    weight, slant = stated.get("font-weight", ""), stated.get("font-style", "")
    line = stated.get("text-decoration", "") + stated.get("text-decoration-line", "")
    colour, ground = stated.get("color", ""), stated.get("background-color", "")
    raised, size = stated.get("vertical-align", ""), stated.get("font-size", "")
    return Look(
        bold=_is_bold(weight) if weight else None,
        italic=slant in ("italic", "oblique") if slant else None,
        underline="underline" in line if line else None,
        superscript=raised == "super" if raised else None,
        hidden=stated["visibility"] in ("hidden", "collapse") if "visibility" in stated else None,
        pale=bool(_WHITE.match(colour)) if colour else None,
        tiny=_is_tiny(size) if size else None,
        backed=None if ground in _NO_GROUND else not _WHITE.match(ground),
        blacked=_is_blacked(colour, ground),
        caps=stated["text-transform"] == "uppercase" if "text-transform" in stated else None,
    )


def _is_blacked(colour: str, ground: str) -> bool | None:
    """Whether black letters stand on black; None where neither is stated."""
    readable = bool(colour) and not _BLACK.match(colour)
    if ground not in _NO_GROUND:
        return bool(_BLACK.match(ground)) and not readable
    return False if readable else None


def _indented(stated: dict[str, str]) -> bool:
    """Whether there is a margin of a quarter of an inch or more at either side."""
    sides = stated.get("margin", "0").split() or ["0"]
    right = sides[1] if len(sides) > 1 else sides[0]
    left = sides[3] if len(sides) == 4 else right
    both = (stated.get("margin-left", left), stated.get("margin-right", right))
    return all(_points(side) >= _QUOTE_INDENT for side in both)


def _points(size: str) -> float:
    """A length in points; 0 where it is none."""
    match = _SIZE.match(size)
    return float(match.group(1)) * _POINTS[match.group(2) or "px"] if match else 0.0


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def _is_tiny(size: str) -> bool:
    return _SIZE.match(size) is not None and _points(size) <= _TINY


def _is_gone(stated: dict[str, str]) -> bool:
    """Whether an element does not show, with all that it holds."""
    if stated.get("display") == "none" or stated.get("mso-hide") == "all":
        return True
    return re.fullmatch(r"0?\.?0+%?", stated.get("opacity", "1")) is not None
