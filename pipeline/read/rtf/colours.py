"""The colour table of an RTF, and how letters look with it: what shows, what is white, tiny or black."""

from __future__ import annotations

from typing import ClassVar

from pipeline.read.look import Look
from pipeline.read.rtf.state import Letters, Sink, State

RAISED = 4
"""Half points by which \\up lifts letters that stand as superscripts."""


class Colours(Sink):
    """The colour table, and what the colours make of letters."""

    is_table: ClassVar[bool] = True

    def __init__(self) -> None:
        self._table: list[tuple[int, int, int] | None] = []
        self._open: dict[str, int] = {}

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

    def is_white(self, number: int) -> bool:
        """Whether colour `number` is white."""
        return self._get(number) == (255, 255, 255)

    def is_black(self, number: int) -> bool:
        """Whether colour `number` is black."""
        return self._get(number) == (0, 0, 0)

    def is_ground(self, number: int, shading: int = 0) -> bool:
        """Whether a ground of colour `number`, or shaded (hundredths of a per cent), is not the page's."""
        return shading > 0 or (number > 0 and self._get(number) not in (None, (255, 255, 255)))

    def _get(self, number: int) -> tuple[int, int, int] | None:
        return self._table[number] if 0 <= number < len(self._table) else None

    def look(self, letters: Letters, hidden: bool) -> Look:
        """How `letters` look; `hidden`: their style hides them where they do not say otherwise."""
        black = self.is_black(letters.highlight) if letters.highlight else self._dark(letters)
        ink = self._get(letters.colour)
        own = letters.own
        size = letters.size if own.size is None else own.size
        return Look(
            letters.bold if own.bold is None else own.bold,
            letters.italic if own.italic is None else own.italic,
            letters.underline if own.underline is None else own.underline,
            letters.superscript or letters.raised >= RAISED,
            hidden if letters.hidden is None else letters.hidden,
            ink == (255, 255, 255),
            0 <= size <= 4,
            letters.highlight > 0 or self.is_ground(letters.ground, letters.shading),
            black and ink in (None, (0, 0, 0)),
            letters.caps,
        )

    def _dark(self, letters: Letters) -> bool:
        return letters.shading >= 10_000 or (letters.ground > 0 and self.is_black(letters.ground))
