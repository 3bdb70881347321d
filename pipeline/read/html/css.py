"""What style sheets decide here: which rules an element meets, and in which order they count.

Of selectors names, classes, identifiers and what encloses them ("div .x", ".a > .b") are understood
(Selectors 4); rules with other conditions are left out, and those for paper, voices and windows of some size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

Element = etree._Element

_MOST_RULES = 5_000
_LONGEST = 20_000
"""Letters of the style of one element, and of a selector, that are looked at."""

_COMPOUND = re.compile(r"(\*|[a-z][a-z0-9]{0,20})?((?:[.#][\w-]{1,80}){0,8})", re.I)
_PART = re.compile(r"[.#][\w-]+")
_ALWAYS = re.compile(r"@(?:supports|layer)\b|@media\s+(?:only\s+)?(?:all|screen)\s*$")

Declaration = tuple[str, str, bool]
"""A property, its value in lower case, and whether it is important."""


@dataclass(frozen=True, slots=True)
class _Compound:
    """A part of a selector without blanks: a name ("" for any) and the classes and identifiers it wants."""

    name: str
    wanted: frozenset[str]
    child: bool = False  # right below the part before it

    def meets(self, element: Element) -> bool:
        return self.name in ("", str(element.tag).lower()) and self.wanted <= _own(element)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector, outermost part first, what it states, and its weight: specificity, then place."""

    parts: tuple[_Compound, ...]
    stated: tuple[Declaration, ...]
    weight: tuple[int, int, int, int]


class Sheet:
    """The style sheets in a page."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self.markers: dict[str, tuple[str, str, str]] = {}
        self._known: dict[tuple[str, frozenset[str]], list[_Rule]] = {}
        count = 0
        for element in root.iter("style"):
            for selector, stated in _rules(element.text or ""):
                count += 1
                if count > _MOST_RULES:
                    return
                self._add(selector.strip(), stated, count)

    def _add(self, selector: str, stated: tuple[Declaration, ...], place: int) -> None:
        if match := re.fullmatch(r"\.([\w-]+)\s*>\s*li:+before", selector):
            self._marker(match.group(1), stated)
            return
        parts = tuple(_compounds(selector))
        if not parts:
            return
        names = [name for part in parts for name in part.wanted]
        ids = sum(name.startswith("#") for name in names)
        weight = (ids, len(names) - ids, sum(part.name != "" for part in parts), place)
        last = parts[-1]
        key = min(last.wanted, default=last.name)
        self._rules.setdefault(key, []).append(_Rule(parts, stated, weight))

    def _marker(self, name: str, stated: tuple[Declaration, ...]) -> None:
        """Keep how a list's markers are drawn: 'content: "(" counter(x, lower-latin) ")"'."""
        for key, value, _ in stated:
            match = re.match(r'"([^"]*)"(?:\s*counter\([^,()]*,\s*([\w-]+)\)\s*"([^"]*)")?', value)
            if key == "content" and match:
                self.markers[name] = (match.group(1), match.group(2) or "", match.group(3) or "")

    def stated(self, element: Element) -> dict[str, str]:
        """The properties of `element` by the sheets and its own style; the weightiest of each counts."""
        own = _own(element)
        kind = (str(element.tag).lower(), own)
        if kind not in self._known:
            keys = (*own, kind[0], "")
            found = [
                rule for key in keys for rule in self._rules.get(key, ()) if rule.parts[-1].meets(element)
            ]
            self._known[kind] = sorted(found, key=lambda rule: rule.weight)
        rules = [rule for rule in self._known[kind] if len(rule.parts) == 1 or _encloses(rule.parts, element)]
        layers = [rule.stated for rule in rules] + [declarations((element.get("style") or "")[:_LONGEST])]
        result: dict[str, str] = {}
        for important in (False, True):
            for layer in layers:
                result |= {key: value for key, value, pressing in layer if pressing is important}
        return result


def _own(element: Element) -> frozenset[str]:
    """The classes and the identifier of an element, as selectors write them."""
    classes, identity = element.get("class"), element.get("id")
    names = [f".{each}" for each in classes.split()] if classes else []
    return frozenset([*names, f"#{identity}"] if identity else names)


def _encloses(parts: tuple[_Compound, ...], element: Element) -> bool:
    """Whether what encloses `element` meets the outer parts of a selector; the last it meets itself."""
    inner, above = parts[-1], element.getparent()
    for part in reversed(parts[:-1]):
        while above is not None and not (isinstance(above.tag, str) and part.meets(above)):
            above = None if inner.child else above.getparent()
        if above is None:
            return False
        inner, above = part, above.getparent()
    return True


def _compounds(selector: str) -> Iterator[_Compound]:
    """The parts of a selector; none at all where one of them is not understood."""
    found: list[_Compound] = []
    child = False
    for word in selector[:_LONGEST].replace(">", " > ").split():
        if word == ">":
            child = True
            continue
        match = _COMPOUND.fullmatch(word)
        if match is None:
            return
        name = (match.group(1) or "").lower().strip("*")
        found.append(_Compound(name, frozenset(_PART.findall(match.group(2))), child))
        child = False
    yield from found


def _rules(sheet: str) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    """The selectors of a sheet with what is stated for them, but for those under other conditions."""
    aside: list[bool] = []
    for piece in _without_comments(sheet).split("}"):
        *outer, block = piece.split("{")
        if not outer:
            if aside:
                aside.pop()
            continue
        *opened, selectors = (each.rpartition(";")[2].strip() for each in outer)
        aside += [_ALWAYS.match(each.lower()) is None for each in opened]
        if not any(aside) and not selectors.startswith("@"):
            stated = declarations(block)
            for selector in selectors.split(","):
                yield selector, stated


def _without_comments(sheet: str) -> str:
    """`sheet` without comments and the brackets that hide it from old browsers; an open one ends it."""
    kept: list[str] = []
    place = 0
    while (begin := sheet.find("/*", place)) >= 0:
        kept.append(sheet[place:begin])
        end = sheet.find("*/", begin + 2)
        if end < 0:
            place = len(sheet)
            break
        place = end + 2
    return "".join([*kept, sheet[place:]]).replace("<!--", " ").replace("-->", " ")


@lru_cache(maxsize=2_000)
def declarations(text: str) -> tuple[Declaration, ...]:
    """The declarations of a block, in their order."""
    found: list[Declaration] = []
    for each in _without_comments(text).split(";"):
        key, colon, value = each.partition(":")
        value = " ".join(value.lower().split())
        pressing = value.endswith("important") and value[:-9].rstrip().endswith("!")
        if pressing:
            value = value[:-9].rstrip()[:-1].rstrip()
        if colon and value:
            found.append((key.strip().lower(), value, pressing))
    return tuple(found)
