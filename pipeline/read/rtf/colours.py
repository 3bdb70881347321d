"""The colour table of an RTF, and how letters look with it: what shows, what is white, tiny or black."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from pipeline.read.look import BLACK, WHITE, Colour, Look, alike
from pipeline.read.rtf.state import Letters, Sink, State

RAISED = 4
"""Half points by which \\up lifts letters that stand as superscripts."""
_SOLID = 10_000  # hundredths of a per cent: nothing but the colour of the pattern


class Ground(NamedTuple):
    """What lies behind letters: its colour where that is known."""

    colour: Colour | None = None


PAGE = Ground(WHITE)
UNKNOWN = Ground()


class Colours(Sink):
    """The colour table, and what the colours make of letters."""

    is_table: ClassVar[bool] = True

    def __init__(self) -> None:
        self._table: list[Colour | None] = []
        self._open: dict[str, int] = {}
        self._numbers: dict[Colour, int] = {}

    def word(self, word: str, figure: int | None) -> None:
        """Take a control word of \\colortbl."""
        if word in ("red", "green", "blue"):
            self._open[word] = figure or 0

    def text(self, text: str, state: State) -> None:
        """A semicolon ends a colour; one without figures is the automatic one."""
        for _ in range(text.count(";")):
            parts = self._open
            self._table.append(
                (parts.get("red", 0), parts.get("green", 0), parts.get("blue", 0)) if parts else None
            )
            self._open = {}

    def number(self, colour: Colour) -> int:
        """The number of `colour`, which is added where it is new, for a format without a table of them."""
        if not self._numbers:
            self._table.append(None)  # 0 is no colour
        if colour not in self._numbers:
            self._numbers[colour] = len(self._table)
            self._table.append(colour)
        return self._numbers[colour]

    def ground(self, outer: Ground, number: int, shading: int = 0, pattern: int = 0) -> Ground:
        """The ground of colour `number`, shaded (hundredths of a per cent) in colour `pattern`, over `outer`.

        RTF 1.9.1, Paragraph Shading: \\shading10000 shows nothing but the pattern, which is black where no
        colour is stated for it.
        """
        if 0 < shading < _SOLID:
            return UNKNOWN
        colour = (self._get(pattern) or BLACK) if shading > 0 else self._get(number) if number > 0 else None
        return outer if colour is None else Ground(colour)

    def _get(self, number: int) -> Colour | None:
        return self._table[number] if 0 <= number < len(self._table) else None

    def look(self, letters: Letters, hidden: bool, around: Ground) -> Look:
        """How `letters` look on the ground `around`.

        `hidden`: their style hides them where they do not say otherwise.
        """
        below = self._behind(letters, around)
        ink = self._get(letters.colour)
        own = letters.own
        size = letters.size if own.size is None else own.size
        # Programs draw letters of no stated colour white on a black paragraph, but not under the marker.
        marked = below is not around
        black = alike(below.colour, BLACK)
        lost = alike(ink, below.colour)
        return Look(
            letters.bold if own.bold is None else own.bold,
            letters.italic if own.italic is None else own.italic,
            letters.underline if own.underline is None else own.underline,
            letters.superscript or letters.raised >= RAISED,
            (lost and not black) or (hidden if letters.hidden is None else letters.hidden),
            tiny=0 <= size <= 4,
            blacked=black and (lost or (marked and ink is None)),
            caps=letters.caps,
            struck=letters.struck or letters.struck_twice,
        )

    def _behind(self, letters: Letters, around: Ground) -> Ground:
        """The ground that the letters themselves state, else the one around them."""
        if letters.highlight > 0:
            return self.ground(UNKNOWN, letters.highlight)
        return self.ground(around, letters.ground, letters.shading, letters.pattern)
