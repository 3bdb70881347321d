"""The list tables of an RTF, for paragraphs that do not bring the marker that they display."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from pipeline.read.docx.numbering import MAX_LEVELS, Level, Numbering
from pipeline.read.rtf.state import Sink, State

# \levelnfcN: the number formats of Office (MS-OSHARED 2.2.1.3, MSONFC) by the names of ECMA-376.
FIGURES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    9: "chicago", 22: "decimalZero", 23: "bullet", 46: "arabicAlpha", 48: "arabicAbjad", 57: "numberInDash",
    58: "russianLower", 59: "russianUpper", 255: "none",
}  # fmt: skip
BULLET = 23
_LONGEST_TEXT = 256  # its first byte tells the length


@dataclass(slots=True)
class _Level:
    """A \\listlevel as far as it was read; `text`: its length, then letters and the numbers of levels."""

    format: int = 0
    start: int = 1
    text: str = ""
    free: bool = False
    legal: bool = False

    def shown(self) -> Level:
        """The level with its text as Word's other format has it: "%1." for the letter 0 and a stop."""
        letters = self.text[1 : 1 + ord(self.text[0])] if self.text else ""
        text = "".join(f"%{ord(char) + 1}" if ord(char) < MAX_LEVELS else char for char in letters)
        figures = FIGURES.get(self.format, "decimal")
        return Level(self.start, figures, text, 0 if self.free else -1, self.legal)


@dataclass(slots=True)
class _Override:
    """A \\listoverride: the list that it stands for, the levels and the starts of its own."""

    list: int = 0
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class ListTables(Sink):
    """Collects \\listtable and \\listoverridetable (RTF 1.9.1, List Tables)."""

    is_table: ClassVar[bool] = True

    def __init__(self) -> None:
        self._lists: dict[int, list[_Level]] = {}
        self._levels: list[_Level] = []
        self._level = _Level()
        self._override: _Override | None = None
        self._place = -1
        self._overrides: dict[int, _Override] = {}
        self._in_text = False

    def word(self, word: str, figure: int | None) -> None:
        """Take a control word of one of the tables."""
        number = figure or 0
        self._in_text = word == "leveltext" or (self._in_text and word == "leveltemplateid")
        if word == "list":
            self._levels, self._override = [], None
        elif word == "listlevel":
            self._begin_level()
        elif word in ("levelnfc", "levelnfcn"):
            self._level.format = number
        elif word == "levelstartat":
            self._level.start = number
            if self._override is not None:
                self._override.starts[self._place] = number
        elif word == "levelnorestart":
            self._level.free = figure != 0
        elif word == "levellegal":
            self._level.legal = figure != 0
        else:
            self._override_word(word, number)

    def _begin_level(self) -> None:
        self._level = _Level()
        if self._override is not None:
            self._override.levels[self._place] = self._level
        elif len(self._levels) < MAX_LEVELS:
            self._levels.append(self._level)

    def _override_word(self, word: str, number: int) -> None:
        if word == "listoverride":
            self._override, self._place, self._level = _Override(), -1, _Level()
        elif word == "lfolevel":
            self._place += 1
        elif word == "listid" and self._override is not None:
            self._override.list = number
        elif word == "listid":
            self._lists[number] = self._levels
        elif word == "ls" and self._override is not None:
            self._overrides[number] = self._override

    def text(self, text: str, state: State) -> None:
        """Take a piece of the text of a level."""
        if self._in_text:
            self._level.text = (self._level.text + text)[:_LONGEST_TEXT]

    def is_bullet(self, number: int, depth: int) -> bool | None:
        """Whether level `depth` (from 0) of list `number` has a sign and no figure; None if there is none."""
        override = self._overrides.get(number)
        if override is None:
            return None
        levels = self._lists.get(override.list, [])
        level = override.levels.get(depth) or (levels[depth] if 0 <= depth < len(levels) else None)
        return None if level is None else level.format == BULLET

    def numbering(self) -> Numbering:
        """Counters for all lists that a paragraph may name with \\lsN."""
        numbering = Numbering(None)
        for number, override in self._overrides.items():
            if override.list in self._lists:
                levels = dict(enumerate(self._lists[override.list])) | override.levels
                shown = {place: level.shown() for place, level in levels.items()}
                numbering.define(str(number), str(override.list), shown, override.starts)
        return numbering
