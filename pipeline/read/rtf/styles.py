"""The style sheet of an RTF: what the styles of its paragraphs are for, and which of them hide letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pipeline.read.rtf.state import Sink, State
from pipeline.read.style_names import heading_level, is_contents, is_quotation

_CHAIN = 50
_LONGEST_NAME = 300


@dataclass(slots=True)
class Style:
    """A style as written: its name, the one it is based on, its outline level."""

    name: str = ""
    base: int | None = None
    outline: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a paragraph style says. `heading` 0: body text. `contents`: an entry of a table of contents."""

    heading: int = 0
    quotation: bool = False
    contents: bool = False
    hidden: bool = False


class StyleSheet(Sink):
    """Collects \\stylesheet.

    A paragraph repeats whatever its style sets (RTF 1.9.1, Style Sheet), so formats are taken from there;
    only letters that a style hides stay hidden where the paragraph does not say otherwise.
    """

    is_table: ClassVar[bool] = True

    def __init__(self) -> None:
        self._paragraphs: dict[int, Style] = {}
        self._characters: dict[int, Style] = {}
        self._others: dict[int, Style] = {}
        self._meanings: dict[int, Meaning] = {}
        self._open = Style()
        self._place = (self._paragraphs, 0)

    def word(self, word: str, figure: int | None) -> None:
        """Take a control word of the sheet."""
        if word in ("s", "cs", "ts", "ds"):
            kinds = {"s": self._paragraphs, "cs": self._characters}
            self._place = (kinds.get(word, self._others), figure or 0)
        elif word == "sbasedon":
            self._open.base = figure
        elif word == "outlinelevel":
            self._open.outline = figure
        elif word == "v":
            self._open.hidden = figure != 0

    def text(self, text: str, state: State) -> None:
        """Take a piece of a name; a semicolon ends the style."""
        name, stop, _ = text.partition(";")
        self._open.name = (self._open.name + name)[:_LONGEST_NAME]
        if stop:
            kind, number = self._place
            kind.setdefault(number, self._open)
            self._open, self._place = Style(), (self._paragraphs, 0)

    def define(self, number: int, style: Style) -> None:
        """Add paragraph style `number`, for a format that is not RTF."""
        self._paragraphs[number] = style

    def meaning(self, number: int) -> Meaning:
        """What paragraph style `number` says, with what it is based on."""
        if number not in self._meanings:
            self._meanings[number] = self._resolve(number)
        return self._meanings[number]

    def hides(self, number: int) -> bool:
        """Whether character style `number` hides its letters."""
        style = self._characters.get(number)
        return style is not None and style.hidden

    def _resolve(self, number: int) -> Meaning:
        chain: list[Style] = []
        seen: set[int] = set()
        following: int | None = number
        while following in self._paragraphs and following not in seen and len(chain) < _CHAIN:
            seen.add(following)
            chain.append(self._paragraphs[following])
            following = chain[-1].base
        names = [style.name.strip().lower() for style in chain]
        return Meaning(
            _heading(chain, names),
            any(map(is_quotation, names)),
            bool(names) and is_contents(names[0]),
            bool(chain) and chain[0].hidden,
        )


def _heading(chain: list[Style], names: list[str]) -> int:
    """1 to 6 from the outline level or the name of a style or of one that it is based on; 0 for body text."""
    for style, name in zip(chain, names, strict=True):
        if style.outline is not None:
            return heading_of_outline(style.outline)
        if named := heading_level(name):
            return named
    return 0


def heading_of_outline(outline: int) -> int:
    """The level of a heading with \\outlinelevelN, 0 for body text (9)."""
    return min(outline + 1, 6) if 0 <= outline < 9 else 0
