"""Pages: the strips of all parts stacked on pages, broken where nothing is torn from its company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.models.document import Part
from pipeline.render.pdf.flow import Flow
from pipeline.render.pdf.strips import Strip, Strips

LITTLE = 0.2
"""A last page that is filled less, in shares of its height, is worth saving."""

EXTRA = 14.0
"""By how much a page may be higher where that saves one: a line of the base grid, well above the foot."""


class Frame(NamedTuple):
    """The height of a page and the share of the white space between strips that is used."""

    height: float
    white: float


class Set(NamedTuple):
    """A strip with its place: `y` points below the top of the type area. `repeated`: a head said again."""

    strip: Strip
    y: float
    repeated: bool = False


@dataclass
class Page:
    """One page: the part it begins with, and its strips from top to bottom.

    `blank`: there only so that the next page is a right-hand one.
    """

    part: Part
    sets: list[Set] = field(default_factory=list)
    blank: bool = False


def paginate(flows: Sequence[Flow], height: float, duplex: bool = True) -> list[Page]:
    """The pages, each `height` points high inside its margins, or a line higher where that saves a page.

    `duplex`: both sides of the paper are printed, and parts that ask for it begin on a right-hand page.
    """
    pages: list[Page] = []
    for run in _runs(flows):
        if duplex and run[0].part.right_hand and len(pages) % 2:
            pages.append(Page(replace(run[0].part, running=True), blank=True))
        strips = [strip for flow in run for strip in flow.strips]
        pages.extend(Page(run[0].part, sets) for sets in _thrifty(strips, height))
    return pages


def _thrifty(strips: Strips, height: float) -> list[list[Set]]:
    """The pages of a run. If the last holds little, its white space is tightened to do without that page."""
    loose = list(_break(strips, Frame(height, 1.0)))
    if len(loose) < 2 or _depth(loose[-1]) > height * LITTLE:
        return loose
    for extra, white in ((0.0, 0.85), (EXTRA, 0.85), (EXTRA, 0.7), (EXTRA, 0.55)):
        tight = list(_break(strips, Frame(height + extra, white)))
        if len(tight) < len(loose):
            return tight
    return loose


def _depth(sets: Sequence[Set]) -> float:
    return sets[-1].y + sets[-1].strip.height if sets else 0.0


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
            gap = [flow.strips[0]._replace(before=max(flow.strips[0].before, 28.0)), *flow.strips[1:]]
            runs[-1].append(Flow(flow.part, gap if flow.strips else []))
        else:
            runs.append([flow])
    return runs


def _break(strips: Strips, frame: Frame) -> Iterable[list[Set]]:
    start = 0
    while True:
        end = _end(strips, start, frame)
        yield _stack(strips[start:end], frame)
        if end >= len(strips):
            return
        start = end


def _end(strips: Strips, start: int, frame: Frame) -> int:
    """The first strip that is not on the page that begins with `start`."""
    head = strips[start].head if start < len(strips) else ()
    y = _head_height(head, frame)
    for place in range(start, len(strips)):
        strip = strips[place]
        y += (strip.before * frame.white if place > start or head else 0.0) + strip.height
        if y > frame.height + 0.01 and place > start:
            return _back(strips, start, place)
    return len(strips)


def _back(strips: Strips, start: int, place: int) -> int:
    """The last break before `place` that tears nothing; `place` itself where there is none."""
    for candidate in range(place, start, -1):
        if not strips[candidate - 1].keep:
            return candidate
    return place


def _head_height(head: Sequence[Strip], frame: Frame) -> float:
    return sum(strip.before for strip in head[1:]) * frame.white + sum(strip.height for strip in head)


def _stack(strips: Strips, frame: Frame) -> list[Set]:
    """The strips from the top; white space that fills the page is given what the others leave."""
    head = strips[0].head if strips else ()
    strips = [*head, *strips]
    used = sum(strip.before for strip in strips[1:]) * frame.white + sum(strip.height for strip in strips)
    fills = sum(strip.fill for strip in strips)
    spare = max(frame.height - used, 0.0) / fills if fills else 0.0
    sets: list[Set] = []
    y = 0.0
    for number, strip in enumerate(strips):
        y += strip.before * frame.white if number else 0.0
        sets.append(Set(strip, y, number < len(head)))
        y += strip.height + (spare if strip.fill else 0.0)
    return sets
