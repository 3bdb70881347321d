"""A speaker's own fact sheet, read to be bound in page by page as it is: a facsimile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["ORDER", "FactSheet", "Keeps", "SheetMark", "SheetPage", "least"]

Keeps = Literal["A", "U", "B", ""]
"""What pages are proved to keep of PDF/A-2: levels a (and PDF/UA-1), u and b; "" for none of it."""

ORDER: tuple[Keeps, ...] = ("A", "U", "B", "")
"""From the most to the least."""


def least(found: tuple[Keeps, ...]) -> Keeps:
    """What all of them keep together."""
    return max(found, key=ORDER.index, default="A")


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A bookmark of the fact sheet: level from 1, words, page (from 0, among those bound in).

    `down` is how far below the top of its page it leads, in shares of the page's height.
    """

    level: int
    title: str
    page: int
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page: its number in the file, its size as it is seen in points, its words.

    `words` are its paragraphs, list items with their markers, and cells, in reading order. `told` is every
    word that can be taken from it in any way, in the order in which it is painted. `pictured`: it has
    pictures, whose words nobody can search. `picture` is the page as PNG or JPEG, b"" where it would look
    otherwise on another computer.
    """

    number: int
    width: float
    height: float
    words: tuple[str, ...] = ()
    told: str = ""
    pictured: bool = False
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The pages of a fact sheet that are to be bound in.

    `data` is a PDF of these pages that has nothing but what they draw. `total` is how many pages the file
    has. `fonts` is how many fonts they bring, `loose` how many of these are not embedded. `keeps` is what is
    proved of PDF/A-2, `reasons` say why it is not more.
    """

    data: bytes
    pages: tuple[SheetPage, ...]
    total: int
    marks: tuple[SheetMark, ...] = ()
    fonts: int = 0
    loose: int = 0
    keeps: Keeps = ""
    reasons: tuple[str, ...] = ()
