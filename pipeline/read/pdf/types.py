"""What the rooms of the PDF reader hand to each other: pieces of one style, lines, and pages."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look; `size` in points."""

    size: float
    bold: bool
    italic: bool


class Glyph(NamedTuple):
    """One character with its left and right edge in points; `order` is its place in the file's stream."""

    char: str
    x0: float
    x1: float
    order: int


@dataclass(slots=True)
class Piece:
    """Neighbouring glyphs of one style on one baseline `y` (points, upwards), without a wide gap inside."""

    glyphs: list[Glyph]
    y: float
    style: Style
    turn: int = 0
    single: bool = False
    x0: float = field(init=False)
    x1: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0 = min(glyph.x0 for glyph in self.glyphs)
        self.x1 = max(glyph.x1 for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points: a filled area, a picture or a rule."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def area(self) -> float:
        """Square points."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.y1 - self.y0)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a line with one emphasis; `raised` for small letters above the baseline."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(slots=True)
class Line:
    """One line of a column: its words, its edges and baseline in points, and where it stands.

    `size` is that of most of its letters. `tab` is the width of the blank behind its first word, in ems.
    `first` is the width of its first word, `text_x` where the second begins. `column` counts the columns
    of the page in reading order; `whole` tells those as wide as the page. `turned` text runs upwards or
    down, `rtl` text from right to left.
    `cell` is (table, row, column) in a table, all from 1.
    """

    spans: tuple[Span, ...]
    x0: float
    x1: float
    y: float
    size: float
    page: int
    first: float = 0.0
    tab: float = 0.0
    text_x: float = 0.0
    column: int = 0
    whole: bool = True
    cell: tuple[int, int, int] = (0, 0, 0)
    turned: bool = False
    rtl: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return "".join(span.text for span in self.spans)

    @property
    def bold(self) -> bool:
        """Whether every letter that is not raised is bold."""
        return all(span.bold or span.raised or not span.text.strip() for span in self.spans)


class Fault(enum.Enum):
    """What was odd about a page."""

    SIZE = "its size cannot be used"
    LONG = "it has unusually many letters"
    SIDE_BY_SIDE = "text stands side by side and may be a table or columns"
    RIGHT_TO_LEFT = "it runs from right to left"


@dataclass(slots=True)
class PageText:
    """A page: its size in points, its pieces, and what was found on it beside them.

    `floor` is the height at which the shown part of the page begins.
    `hidden` counts words that cannot be seen, `covered` those under a filled area, `recognised` says that
    the text is an invisible layer over a picture of the page.
    """

    number: int
    width: float
    height: float
    floor: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    hidden: int = 0
    covered: int = 0
    recognised: bool = False
    pictures: float = 0.0
    faults: set[Fault] = field(default_factory=set)
    comments: int = 0
    fields: int = 0
    unmapped: int = 0
