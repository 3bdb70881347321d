"""What style sheets decide here: which rules an element meets, and in which order they count.

Of selectors names, classes, identifiers and what encloses them ("div .x", ".a > .b") are understood
(Selectors 4); rules with other conditions are left out, and those for paper, voices and windows of some size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.read.limits import too_much
from pipeline.read.xml import Element

_MOST_RULES = 50_000
_MOST_STEPS = 3_000_000
"""Steps from an element to what encloses it, for all elements and rules of a page."""

_LONGEST = 20_000
"""Letters of the style of one element, and of a selector, that are looked at."""

_COMPOUND = re.compile(
    r"""(\*|[a-z][a-z0-9]{0,20})?((?:[.#](?:[\w-]|\\.){1,80}|\[[\w-]{1,40}(?:=["']?[\w-]{1,40}["']?)?\]){0,8})""",
    re.I,
)
_PART = re.compile(r"[.#](?:[\w-]|\\.)+|\[[^\]]+\]")
_CONDITION = re.compile(r"\(\s*(min|max)-width\s*:\s*(\d{1,5})(?:\.\d+)?(px|em|rem)\s*\)")
_WINDOW = 1280
"""Pixels of the width of the window that a page is read in: a usual one."""

_SAME = {
    "text-decoration": "text-decoration-line",
    "text-decoration-line": "text-decoration",
}

Declaration = tuple[str, str, bool]
"""A property, its value in lower case, and whether it is important."""


@dataclass(frozen=True, slots=True)
class _Compound:
    """A part of a selector without blanks: a name ("" for any) and the classes and identifiers it wants."""

    name: str
    wanted: frozenset[str]
    child: bool = False  # right below the part before it

    def meets(self, element: Element) -> bool:
        return self.name in ("", str(element.tag).lower()) and all(
            _has(element, part) if part[0] == "[" else part in _own(element) for part in self.wanted
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector, outermost part first, what it states, and its weight: specificity, then place."""

    parts: tuple[_Compound, ...]
    stated: tuple[Declaration, ...]
    weight: tuple[int, int, int, int]

    @property
    def alone(self) -> bool:
        """Whether its selector is met by what an element is called, whatever encloses it."""
        return len(self.parts) == 1 and not any(part[0] == "[" for part in self.parts[0].wanted)


class Sheet:
    """The style sheets in a page."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self.markers: dict[str, tuple[str, str, str]] = {}
        self._known: dict[tuple[str, frozenset[str]], list[_Rule]] = {}
        self._plain: dict[tuple[str, frozenset[str]], dict[str, str]] = {}
        self._left = _MOST_STEPS
        count = 0
        for element in root.iter("style"):
            for selector, stated in _rules(element.text or "") if _applies(element) else ():
                count += 1
                if count > _MOST_RULES:
                    raise too_much(f"its style sheets have more than {_MOST_RULES} rules")
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
        key = min((part for part in last.wanted if part[0] != "["), default=last.name)
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
            found = [rule for key in keys for rule in self._rules.get(key, ())]
            self._known[kind] = sorted(found, key=lambda rule: rule.weight)
        given = element.get("style")
        if not given and kind in self._plain:
            return dict(self._plain[kind])
        rules = self._known[kind]
        met = [rule.stated for rule in rules if rule.parts[-1].meets(element) and self._inside(rule, element)]
        result = _merged([*met, declarations((given or "")[:_LONGEST])])
        if not given and all(rule.alone for rule in rules):
            self._plain[kind] = result
        return dict(result)

    def _inside(self, rule: _Rule, element: Element) -> bool:
        """Whether what encloses `element` meets the outer parts of `rule`. Raises Refused (FI04) for too many
        steps."""
        inner, above = rule.parts[-1], element.getparent()
        for part in reversed(rule.parts[:-1]):
            while above is not None and not part.meets(above):
                self._left -= 1
                above = None if inner.child else above.getparent()
            if above is None:
                break
            inner, above = part, above.getparent()
        else:
            return True
        if self._left < 0:
            raise too_much("its style sheets are too large for its text")
        return False


def _merged(layers: list[tuple[Declaration, ...]]) -> dict[str, str]:
    """The properties of the layers, the weightiest last; what is important counts before all else.

    Of a decoration and its line only the weightier one is kept, since each sets the other anew.
    """
    result: dict[str, str] = {}
    for important in (False, True):
        for key, value in ((key, value) for layer in layers for key, value, own in layer if own is important):
            result.pop(_SAME.get(key, ""), None)
            result[key] = value
    return result


def _applies(style: Element) -> bool:
    """Whether a style element holds a sheet for a window, and where scripts run."""
    kinds = (style.get("type") or "text/css").lower()
    media = style.get("media") or "all"
    return kinds == "text/css" and _holds(media) and next(style.iterancestors("noscript"), None) is None


def _holds(media: str) -> bool:
    """Whether a list of media ("screen and (min-width: 800px), print") counts for a usual window."""
    return any(_counts(each.strip().lower()) for each in media.split(","))


def _counts(medium: str) -> bool:
    conditions = [part.strip() for part in re.split(r"\s+and\s+", medium)]
    named = conditions[0].removeprefix("only ").strip()
    if named in ("all", "screen", ""):
        conditions = conditions[1:]
    for condition in conditions:
        match = _CONDITION.fullmatch(condition)
        if match is None:
            return False
        width = int(match.group(2)) * (1 if match.group(3) == "px" else 16)
        if (match.group(1) == "min") != (width <= _WINDOW):
            return False
    return True


def _has(element: Element, part: str) -> bool:
    """Whether an element has the attribute of "[hidden]", or that value of it."""
    name, equals, value = part[1:-1].partition("=")
    given = element.get(name.lower())
    return given is not None and (not equals or given == value.strip("\"'"))


def _own(element: Element) -> frozenset[str]:
    """The classes and the identifier of an element, as selectors write them."""
    classes, identity = element.get("class"), element.get("id")
    names = [f".{each}" for each in classes.split()] if classes else []
    return frozenset([*names, f"#{identity}"] if identity else names)


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
        parts = frozenset(part.replace("\\", "") for part in _PART.findall(match.group(2)))
        found.append(_Compound(name, parts, child))
        child = False
    yield from found


def _rules(sheet: str) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    """The selectors of a sheet with what is stated for them, but for those under other conditions."""
    open_: list[tuple[bool, str]] = []  # whether it is put aside, and the selector that a nested one goes on
    for piece in _without_comments(sheet).split("}"):
        *outer, block = piece.split("{")
        if not outer:
            if open_:
                open_.pop()
            continue
        *opened, selectors = (each.rpartition(";")[2].strip() for each in outer)
        open_ += [
            (not _is_always(each.lower()), "") if each.startswith("@") else (False, each) for each in opened
        ]
        if not any(aside for aside, _ in open_) and not selectors.startswith("@"):
            above = " ".join(name for _, name in open_ if name)
            stated = declarations(block)
            for selector in selectors.split(","):
                yield f"{above} {selector.strip().removeprefix('&')}", stated


def _is_always(condition: str) -> bool:
    """Whether "@media ..." and the like counts for a usual window and a browser of today."""
    name, _, said = condition.partition(" ")
    if name == "@media":
        return _holds(said)
    return name == "@layer" or (name == "@supports" and not said.strip().startswith("not"))


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
