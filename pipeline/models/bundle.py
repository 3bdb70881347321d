"""A finished PDF as the rules for electronic bundles see it: lines, links, bookmarks, view, objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.problems import Problem


class Box(NamedTuple):
    """A place on a page as it is seen, in shares of its width and height from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class PageLine(NamedTuple):
    """A line of text that a computer can read, and where it is seen."""

    text: str
    box: Box


class PageLink(NamedTuple):
    """A link: where it is, and the page (from 1) of this file that it leads to; 0 for an address outside."""

    box: Box
    target: int


@dataclass(frozen=True, slots=True)
class BundlePage:
    """One page. `turned`: of its letters, how many are seen upright, turned left, upside down, turned right.

    `letters` are all characters of its text, `unknown` those of which the file does not say which they are.
    `drawn`: anything at all is on it; `pictured`: the largest share of the page that one picture covers.
    `resolution` is the highest of its pictures, in dots per inch as shown. `one_sided`: what is on the
    screen and not on paper, or the other way round.
    """

    number: int
    label: str
    lines: tuple[PageLine, ...] = ()
    links: tuple[PageLink, ...] = ()
    letters: int = 0
    unknown: int = 0
    turned: tuple[int, int, int, int] = (0, 0, 0, 0)
    drawn: bool = False
    pictured: float = 0.0
    resolution: float = 0.0
    one_sided: tuple[str, ...] = ()


class Bookmark(NamedTuple):
    """A line of the outline: its title, the page (from 1) it leads to, 0 for none, and whether it zooms."""

    title: str
    target: int
    zooms: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """What the file weighs, in bytes, and what of it is not needed.

    `loose`: in streams that are not compressed; `twice`: in pictures that are there already; `unused`: in
    objects that nothing refers to; `whole_fonts`: names of embedded fonts of which no part was chosen.
    `unknown` says why that could not be found out.
    """

    size: int
    loose: int = 0
    twice: int = 0
    unused: int = 0
    whole_fonts: tuple[str, ...] = ()
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A PDF, read. `zoom` is the magnification at opening, 1 for 100 %, 0 where the file does not say.

    `opens` is the page (from 1) at which it opens, 0 where that is not said. `one_sided`: see BundlePage.
    """

    pages: tuple[BundlePage, ...]
    bookmarks: tuple[Bookmark, ...]
    zoom: float
    opens: int
    weight: Weight
    one_sided: tuple[str, ...] = ()


class Rule(NamedTuple):
    """One of the ten: its number, what it asks, and the paragraph of the guidance that it is taken from."""

    number: int
    asks: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule, and what does not hold of it."""

    rule: Rule
    problems: tuple[Problem, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.problems
