"""Pages: the strips of all parts stacked on pages, broken where nothing is torn from its company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.models.document import Part
from pipeline.render.pdf.flow import Flow
from pipeline.render.pdf.strips import Strip, Strips

ROOM_TO_START = 0.12
"""A part that goes on below another needs this share of a page, or begins the next one."""


class Set(NamedTuple):
    """A strip with its place: `y` points below the top of the type area."""

    strip: Strip
    y: float


@dataclass
class Page:
    """One page: the part it begins with, and its strips from top to bottom."""

    part: Part
    sets: list[Set] = field(default_factory=list)


def paginate(flows: Sequence[Flow], height: float) -> list[Page]:
    """The pages, each `height` points high inside its margins."""
    pages: list[Page] = []
    for run in _runs(flows):
        strips = [strip for flow in run for strip in flow.strips]
        pages.extend(Page(run[0].part, sets) for sets in _break(strips, height))
    return pages


def page_numbers(pages: Sequence[Page]) -> Mapping[str, int]:
    """Anchor to page number, from 1; an anchor that is there twice counts where it stands first."""
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for placed in page.sets:
            for anchor in placed.strip.anchors:
                numbers.setdefault(anchor, number)
    return numbers


def _runs(flows: Sequence[Flow]) -> list[list[Flow]]:
    """Parts that share pages: a part that asks for a new page begins a run."""
    runs: list[list[Flow]] = []
    for flow in flows:
        if runs and not flow.part.new_page and runs[-1][0].part.running == flow.part.running:
            gap = [replace(flow.strips[0], before=max(flow.strips[0].before, 28.0)), *flow.strips[1:]]
            runs[-1].append(Flow(flow.part, gap if flow.strips else []))
        else:
            runs.append([flow])
    return runs


def _break(strips: Strips, height: float) -> Iterable[list[Set]]:
    start = 0
    while True:
        end = _end(strips, start, height)
        yield _stack(strips[start:end], height, last=end == len(strips))
        if end >= len(strips):
            return
        start = end


def _end(strips: Strips, start: int, height: float) -> int:
    """The first strip that is not on the page that begins with `start`."""
    y = _head_height(strips[start]) if start < len(strips) else 0.0
    for place in range(start, len(strips)):
        strip = strips[place]
        y += (strip.before if place > start else 0.0) + strip.height
        if y > height + 0.01 and place > start:
            return _back(strips, start, place)
    return len(strips)


def _back(strips: Strips, start: int, place: int) -> int:
    """The last break before `place` that tears nothing; `place` itself where there is none."""
    for candidate in range(place, start, -1):
        if not strips[candidate - 1].keep:
            return candidate
    return place


def _head_height(strip: Strip) -> float:
    return sum(head.before + head.height for head in strip.head)


def _stack(strips: Strips, height: float, last: bool) -> list[Set]:
    """The strips from the top; white space that fills the page is given what the others leave."""
    if strips and strips[0].head:
        strips = [*strips[0].head, *strips]
    used = sum(strip.before for strip in strips[1:]) + sum(strip.height for strip in strips)
    fills = sum(strip.fill for strip in strips)
    spare = max(height - used, 0.0) / fills if fills else 0.0
    sets: list[Set] = []
    y = 0.0
    for number, strip in enumerate(strips):
        y += strip.before if number else 0.0
        sets.append(Set(strip, y))
        y += strip.height + (spare if strip.fill else 0.0)
    return sets
