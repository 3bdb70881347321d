"""Numbering as Word displays it: counters over the whole document, levels, overrides, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.read.docx.xml import child, get, qualified, toggle, value
from pipeline.read.numerals import bullet_sign, figure
from pipeline.read.xml import Element, whole

MAX_LEVELS = 9
PERCENT = "\0%"
"""A sign in the text of a level that stands for itself, in formats that have another one for numbers."""
_PLACEHOLDER = re.compile(r"\0%|%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level: where it starts, its figures, its text ("%1.%2"), after which level it restarts."""

    start: int = 1
    figures: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False


@dataclass(slots=True)
class _List:
    """A w:num: the counters it shares with others of its abstract list, its levels and its new starts."""

    shared: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and their counters. `dangling`: a paragraph named a list that is not there."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self.dangling = False
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        abstract = {
            get(element, "w:abstractNumId"): element for element in root.iter(qualified("w:abstractNum"))
        }
        linked = {value(element, "w:styleLink"): key for key, element in abstract.items()}
        for element in root.iter(qualified("w:num")):
            key = value(element, "w:abstractNumId")
            if (link := value(abstract.get(key), "w:numStyleLink")) and link in linked:
                key = linked[link]
            if key not in abstract:
                continue
            entry = _List(key, _levels(abstract[key]))
            for override in element.iterfind(qualified("w:lvlOverride")):
                _override(entry, override)
            self._lists[get(element, "w:numId")] = entry

    def define(self, number: str, shared: str, levels: dict[int, Level], starts: dict[int, int]) -> None:
        """Add list `number`, which counts on with all others of `shared`, for a format that is not XML."""
        self._lists[number] = _List(shared, levels, starts)

    def marker(self, number: str, level: int) -> tuple[str, int]:
        """Count a paragraph of list `number` at `level` (from 0): its marker as displayed, the level used.

        A list that does not exist gives no marker, as in Word.
        """
        entry = self._lists.get(number)
        if entry is None or not 0 <= level < MAX_LEVELS:
            self.dangling = True
            if entry is None:
                return "", max(0, min(level, MAX_LEVELS - 1))
            level = max(0, min(level, MAX_LEVELS - 1))
        counters = self._counters.setdefault(entry.shared, {})
        self._count(number, entry, level, counters)
        return _shown(entry.levels, level, counters), level

    def _count(self, number: str, entry: _List, level: int, counters: dict[int, int]) -> None:
        """Advance the counter of `level` and restart those below it."""
        fresh = (number, level) not in self._started
        self._started.add((number, level))
        start = entry.starts.get(level, entry.levels.get(level, Level()).start)
        if level not in counters or (fresh and level in entry.starts):
            counters[level] = start
        else:
            counters[level] += 1
        for lower in range(level):
            counters.setdefault(lower, entry.levels.get(lower, Level()).start)
        for deeper in [key for key in counters if key > level]:
            restart = entry.levels.get(deeper, Level()).restart
            if restart != 0 and (restart < 0 or level < restart):
                del counters[deeper]


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        whole(get(element, "w:ilvl"), 99): _level(element)
        for element in abstract.iterfind(qualified("w:lvl"))
        if whole(get(element, "w:ilvl"), 99) < MAX_LEVELS
    }


def _level(element: Element) -> Level:
    figures = value(element, "w:numFmt")
    if not figures and (choice := next(element.iter(qualified("w:numFmt")), None)) is not None:
        figures = get(choice, "w:val")
    return Level(
        whole(value(element, "w:start"), 1 if child(element, "w:start") is None else 0),
        figures or "decimal",
        value(element, "w:lvlText"),
        whole(value(element, "w:lvlRestart"), -1),
        toggle(element, "w:isLgl") or False,
    )


def _override(entry: _List, override: Element) -> None:
    level = whole(get(override, "w:ilvl"), 99)
    if not 0 <= level < MAX_LEVELS:
        return
    if (own := child(override, "w:lvl")) is not None:
        entry.levels[level] = _level(own)
        entry.starts[level] = entry.levels[level].start
    if start := value(override, "w:startOverride"):
        entry.starts[level] = whole(start, 1)


def _shown(levels: dict[int, Level], level: int, counters: dict[int, int]) -> str:
    """The text of the level with the counters filled in."""
    own = levels.get(level, Level(text=f"%{level + 1}."))
    if own.figures == "bullet":
        return bullet_sign(own.text)

    def fill(match: re.Match[str]) -> str:
        if match.group() == PERCENT:
            return "%"
        place = int(match.group(1)) - 1
        other = levels.get(place, Level())
        figures = "decimal" if own.legal and place != level else other.figures
        return figure(counters.get(place, other.start), figures)

    return _PLACEHOLDER.sub(fill, own.text).strip()
