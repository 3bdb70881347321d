"""Numbering of OpenDocument lists and headings as displayed: levels, counters, what continues what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.read.limits import MAX_LETTERS, too_much
from pipeline.read.numerals import bullet_sign
from pipeline.read.odt.numerals import number_in
from pipeline.read.odt.xml import get, name
from pipeline.read.xml import Element, whole

_PLACES = re.compile(r"%(\d{1,2})%")
_LEVELS = 10  # as many as programs support
_BULLET = "•"
_KINDS = {
    "text:list-level-style-number": "number",
    "text:list-level-style-bullet": "bullet",
    "text:list-level-style-image": "bullet",
    "text:outline-level-style": "number",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style (ODF 1.3, part 3, chapter 16). `bullet` is "" for a numbered one.

    `pattern`: the whole text with "%1%" for the number of level 1, as LibreOffice writes it since 7.0.
    """

    form: str = "1"
    synchronised: bool = False
    prefix: str = ""
    suffix: str = "."
    displayed: int = 1
    start: int = 1
    pattern: str = ""
    bullet: str = ""

    @property
    def length(self) -> int:
        """How many letters go into each marker."""
        return len(self.prefix) + len(self.suffix) + len(self.pattern)


ListStyle = dict[int, Level]


@dataclass(slots=True)
class _Series:
    """Lists that count on with one another: the last number of each level that is open."""

    counters: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenList:
    """A text:list: what it counts in, its depth from 1, its style, whether lists in it start anew."""

    series: _Series
    level: int
    style: str
    restarts: bool


@dataclass(slots=True)
class Item:
    """An item of a list. Its first paragraph takes the marker: `fresh` until then, and never in a header.

    `waiting`: the marker, where that paragraph has no words and the next one is to take it.
    """

    within: OpenList
    style: str
    start: int | None
    fresh: bool
    waiting: str = ""


class Lists:
    """The list styles of a part of a document, and the counters. `dangling`: a list style is not there."""

    def __init__(self, *containers: Element | None) -> None:
        self._styles: dict[str, ListStyle] = {}
        self._outline_name = "Outline"
        self._outline: ListStyle = {}
        self._series_of_outline = _Series()
        self._by_id: dict[str, _Series] = {}
        self._by_style: dict[str, _Series] = {}
        self.dangling = False
        self._worked = 0
        for container in containers:
            for element in () if container is None else container:
                if name(element) == "text:list-style":
                    self._styles[get(element, "style:name")] = _levels(element)
                elif name(element) == "text:outline-style":
                    self._outline_name = get(element, "style:name") or self._outline_name
                    self._outline = self._styles[self._outline_name] = _levels(element)

    def open(self, element: Element, outer: Item | None) -> OpenList:
        """Begin the text:list `element`, which lies in the item `outer`.

        A list counts from its start, with text:continue-list from another one's end, and with
        text:continue-numbering from that of the last one of its style (ODF 1.3, part 3, chapter 19). A list
        inside a list does as the one around it, if it does not say otherwise.
        """
        own = get(element, "text:style-name")
        told = get(element, "text:continue-numbering")
        if outer is None:
            return self._open_outermost(element, own, told == "true")
        within = outer.within
        restarts = told != "true" if told else within.restarts
        opened = OpenList(within.series, within.level + 1, own or outer.style, restarts)
        if restarts:
            _close(within.series.counters, opened.level)
        return opened

    def _open_outermost(self, element: Element, style: str, continued: bool) -> OpenList:
        series = self._by_id.get(get(element, "text:continue-list"))
        if series is None and style == self._outline_name:
            series = self._series_of_outline
        if series is None and continued:
            series = self._by_style.get(style)
        opened = OpenList(series or _Series(), 1, style, series is None)
        self._by_style[style] = opened.series
        if identity := get(element, "xml:id"):
            self._by_id[identity] = opened.series
        return opened

    def single(self, element: Element) -> Item:
        """The item that a text:numbered-paragraph is; those with one text:list-id are one list."""
        style = get(element, "text:style-name")
        series = self._by_id.setdefault("numbered " + (get(element, "text:list-id") or style), _Series())
        level = max(1, whole(get(element, "text:level"), 1))
        return Item(OpenList(series, level, style, False), style, _start(element), True)

    @staticmethod
    def item(element: Element, within: OpenList) -> Item:
        """A text:list-item, or a text:list-header, which has no marker."""
        style = get(element, "text:style-override") or within.style
        return Item(within, style, _start(element), name(element) == "text:list-item")

    def marker(self, item: Item, of_paragraph: str) -> str:
        """Count the item whose first paragraph is met: its marker as displayed.

        `of_paragraph`: the list style of the paragraph's style, for lists that have none (ODF 1.3, part 3,
        text:style-name). A list without any style has bullets.
        """
        item.fresh = False
        style = item.style or of_paragraph
        levels = self._styles.get(style)
        if levels is None:
            self.dangling = self.dangling or style != ""
            return _BULLET
        return self._counted(levels, item.within.level, item.within.series, item.start)

    def heading(self, element: Element, level: int) -> str:
        """Count a text:h that lies in no list: the number that the outline style gives it, "" for none."""
        if get(element, "text:is-list-header") == "true" or level not in self._outline:
            return ""
        restarts = get(element, "text:restart-numbering") == "true"
        start = _start(element) if restarts else None
        return self._counted(self._outline, level, self._series_of_outline, start)

    def _counted(self, levels: ListStyle, level: int, series: _Series, start: int | None) -> str:
        """Advance the counter of `level` and show the marker.

        Raises Refused (FI04) where a file makes more text of markers than any statement has.
        """
        marker = _counted(levels, level, series.counters, start)
        self._worked += len(marker) + levels.get(level, Level()).length
        if self._worked > MAX_LETTERS:
            raise too_much("its lists have longer markers than any statement has")
        return marker


def _start(element: Element) -> int | None:
    stated = get(element, "text:start-value")
    return whole(stated, 1) if stated else None


def _close(counters: dict[int, int], level: int) -> None:
    """Forget the numbers of `level` and those inside it."""
    for deeper in [key for key in counters if key >= level]:
        del counters[deeper]


def _counted(levels: ListStyle, level: int, counters: dict[int, int], start: int | None) -> str:
    """Advance the counter of `level`, end those inside it, and show the marker."""
    own = levels.get(level, Level())
    _close(counters, level + 1)
    if start is not None:
        counters[level] = start
    else:
        counters[level] = counters[level] + 1 if level in counters else own.start
    for outer in range(1, min(level, _LEVELS)):
        counters.setdefault(outer, levels.get(outer, Level()).start)
    return _shown(levels, level, counters)


def _shown(levels: ListStyle, level: int, counters: dict[int, int]) -> str:
    own = levels.get(level, Level())
    if own.bullet:
        return own.bullet
    if own.pattern:
        return _filled(own.pattern, levels, counters).strip()
    first = max(1, level - own.displayed + 1)
    figures = [_figure(levels, place, counters) for place in range(max(first, level - _LEVELS), level + 1)]
    number = ".".join(filter(None, figures))
    text = f"{own.prefix}{number}{own.suffix}".strip()
    return text if number or any(map(str.isalnum, text)) else ""


def _filled(pattern: str, levels: ListStyle, counters: dict[int, int]) -> str:
    """`pattern` with its numbers; what parts a level without number from the next one goes with it."""
    pieces = _PLACES.split(pattern)
    places = pieces[1::2]
    text = pieces[0]
    for index, (place, after) in enumerate(zip(places, pieces[2::2], strict=True), 1):
        number = _figure(levels, int(place), counters)
        text += number + (after if number or index == len(places) else "")
    return (
        text if any(map(str.isalnum, text)) or any(levels.get(int(p), Level()).form for p in places) else ""
    )


def _figure(levels: ListStyle, level: int, counters: dict[int, int]) -> str:
    own = levels.get(level, Level())
    if own.bullet:
        return ""
    return number_in(counters.get(level, own.start), own.form, own.synchronised)


def _levels(style: Element) -> ListStyle:
    levels: ListStyle = {}
    for element in style:
        if (kind := _KINDS.get(name(element))) is not None:
            levels[whole(get(element, "text:level"))] = _level(element, kind)
    return levels


def _level(element: Element, kind: str) -> Level:
    if kind == "bullet":
        return Level(bullet=bullet_sign(get(element, "text:bullet-char")) or _BULLET)
    return Level(
        get(element, "style:num-format").strip(),
        get(element, "style:num-letter-sync") == "true",
        get(element, "style:num-prefix"),
        get(element, "style:num-suffix"),
        max(1, whole(get(element, "text:display-levels"), 1)),
        whole(get(element, "text:start-value"), 1),
        get(element, "loext:num-list-format"),
    )
