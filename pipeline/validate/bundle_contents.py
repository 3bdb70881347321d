"""What a PDF does not say outright: which numbers its pages print, and which lines are its contents."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pipeline.models.bundle import Box, BundlePage, PageLine, PageLink

Side = Literal["left", "right"]

BAND = 0.12
"""Share of a page's height at head and foot in which its number is looked for."""
EARLY = 12
"""Pages from the first in which contents are looked for; they may take several."""
LEAST_LINES = 3
ALIGNED = 0.012
"""Share of the page's width by which the right edges of page numbers may differ."""
SHOWN = 60
_ENDS = re.compile(r"(?P<words>.*?\S)[\s.·…_]*?(?<![^\W_])(?<!\d[.,/:-])(?P<number>\d{1,4})$")
"""A number of its own: the 1 of "R1" is none."""
_BEGINS = re.compile(r"(?P<number>\d{1,4})(?![^\W_])(?![.,/:-]\d)[\s.·…_]*(?P<words>\S.*)$")
RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBER = re.compile(r"\d{1,6}")


class Listed(NamedTuple):
    """A line of the contents: its page, words, the page it names, where it leads (None: nowhere)."""

    page: int
    words: str
    number: int
    target: int | None


def numbers_in(text: str) -> list[int]:
    """The whole numbers in a text, of any digits."""
    return [int(found) for found in _NUMBER.findall(text)]


def printed_numbers(pages: Sequence[BundlePage]) -> list[int | None]:
    """The number that each page prints at head or foot; None for a page without one.

    What is a page number is found from the whole file: of all differences between a number in the margin and
    the page's place, the page numbers are those that go on from page to page. On a page that does not follow
    them, a number that stands alone where the others have theirs is what it prints.
    """
    margins = [_margin_numbers(page) for page in pages]
    offsets = Counter(
        number - page.number
        for page, found in zip(pages, margins, strict=True)
        for number in {number for number, _ in found}
    )
    if not offsets:
        return [None] * len(pages)
    offset = max(offsets, key=lambda each: (offsets[each], -abs(each)))
    if offsets[offset] == 1 and len(pages) > 1:
        return [None] * len(pages)
    pairs = list(zip(pages, margins, strict=True))
    homes = [box for page, found in pairs for number, box in found if number - page.number == offset]
    return [_printed(page, found, offset, homes) for page, found in pairs]


def _printed(
    page: BundlePage, found: Sequence[tuple[int, Box]], offset: int, homes: Sequence[Box]
) -> int | None:
    if any(number == page.number + offset for number, _ in found):
        return page.number + offset
    alone = [number for number, box in found if any(_same_place(box, home) for home in homes[:50])]
    return alone[0] if len(alone) == 1 else None


def _same_place(one: Box, other: Box) -> bool:
    return abs(one.top - other.top) < ALIGNED and (
        abs(one.right - other.right) < ALIGNED or abs(one.left - other.left) < ALIGNED
    )


def _margin_numbers(page: BundlePage) -> list[tuple[int, Box]]:
    return [
        (number, line.box)
        for line in page.lines
        if line.box.bottom < BAND or line.box.top > 1 - BAND
        for number in numbers_in(line.text)
    ]


def contents_of(pages: Sequence[BundlePage]) -> list[Listed]:
    """The lines of the contents: on early pages, three or more that end with a page number at one edge.

    That is the right edge, and the left one on a page with words of a script that runs to the left. The
    numbers of contents do not go down, as those of a table of figures do, nor from one page to the next, as
    they do where an agenda follows that names pages too.
    """
    found: list[Listed] = []
    for page in pages[:EARLY]:
        lines = max((_listed(page, len(pages), side) for side in _sides(page)), key=len)
        if lines and found and lines[0].number < found[-1].number:
            break
        if lines:
            found += lines
        elif found:
            break
    return found


def _sides(page: BundlePage) -> tuple[Side, ...]:
    return ("left", "right") if any(_runs_left(line.text) for line in page.lines) else ("right",)


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text)


def _mostly_left(text: str) -> bool:
    letters = [unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text if char.isalpha()]
    return sum(letters) * 2 > len(letters)


def _listed(page: BundlePage, count: int, side: Side) -> list[Listed]:
    """The contents on `page` with their numbers at that `side`; nothing where it looks like another thing."""
    lines = list(_candidates(page, count, side))
    if len(lines) < LEAST_LINES or not _rises([number for _, number in lines]):
        return []
    return [
        Listed(page.number, _short(line.text), number, _target(page, line, side)) for line, number in lines
    ]


def _candidates(page: BundlePage, count: int, side: Side) -> Iterator[tuple[PageLine, int]]:
    ending = [
        (line, int(match["number"]))
        for line in page.lines
        if BAND / 2 < line.box.top < 1 - BAND / 2
        and (match := _matched(line.text, side))
        and any(char.isalpha() for char in match["words"])
        and 1 <= int(match["number"]) <= count
    ]
    edges = Counter(round(_edge(line.box, side) / ALIGNED) for line, _ in ending)
    if edges:
        edge = max(edges, key=lambda each: (edges[each], each)) * ALIGNED
        yield from ((line, number) for line, number in ending if abs(_edge(line.box, side) - edge) <= ALIGNED)


def _matched(text: str, side: Side) -> re.Match[str] | None:
    """Words and the number at that side of the line.

    A line is read as most of its letters run: what stands at the left edge comes last in words that run to
    the left, and first in a Latin name; what stands at the right edge the other way round.
    """
    if side == "right":
        return (_BEGINS if _mostly_left(text) else _ENDS).fullmatch(text)
    ending = _ENDS.fullmatch(text) if _runs_left(text) else None
    return ending or _BEGINS.fullmatch(text)


def _edge(box: Box, side: Side) -> float:
    return box.left if side == "left" else box.right


def _rises(numbers: Sequence[int]) -> bool:
    rising = all(first <= second for first, second in itertools.pairwise(numbers))
    return rising and len(set(numbers)) > 1


def _target(page: BundlePage, line: PageLine, side: Side) -> int | None:
    """Where the link leads that lies over the line; of several that which is nearest to the number."""
    middle = (line.box.top + line.box.bottom) / 2
    over = [
        link
        for link in page.links
        if link.box.top <= middle <= link.box.bottom
        and link.box.left < line.box.right
        and link.box.right > line.box.left
    ]
    edge = _edge(line.box, side)

    def away(link: PageLink) -> float:
        return max(0.0, link.box.left - edge) if side == "left" else max(0.0, edge - link.box.right)

    nearest = min(over, key=away, default=None)
    return nearest.target if nearest else None


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
