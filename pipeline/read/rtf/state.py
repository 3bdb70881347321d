"""How letters and paragraphs are set at a place of an RTF, and what a group restores when it closes."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from pipeline.read.field_codes import fetches, is_contents, link_of

if TYPE_CHECKING:
    from pipeline.read.rtf.story import Story


class Own(NamedTuple):
    """Properties (\\ab, \\ai, \\aul, \\afs, \\af) of the letters of one script only; None: not stated."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    size: int | None = None
    font: int | None = None


NONE_OWN = Own()


class Script(enum.Enum):
    """Which letters are meant by what follows \\rtlch, \\dbch, or one of \\ltrch, \\loch and \\hich."""

    WESTERN = "ltrch"
    RIGHT_TO_LEFT = "rtlch"
    EAST_ASIAN = "dbch"


class Letters(NamedTuple):
    """Character properties as \\plain leaves them. Figures are those of the control words.

    `rtl` and `asian` are the associated properties that follow \\rtlch and \\dbch; they count for text that
    follows the same word (RTF 1.9.1, Associated Character Properties). `hidden` None: not stated.
    """

    font: int = -1
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    struck: bool = False
    struck_twice: bool = False
    raised: int = 0
    hidden: bool | None = None
    deleted: bool = False
    revised: bool = False
    caps: bool = False
    colour: int = 0
    ground: int = 0
    highlight: int = 0
    shading: int = 0
    pattern: int = 0
    size: int = 24
    style: int = 0
    script: Script = Script.WESTERN
    rtl: Own = NONE_OWN
    asian: Own = NONE_OWN

    @property
    def own(self) -> Own:
        """The associated properties that count for the next letters."""
        if self.script is Script.WESTERN:
            return NONE_OWN
        return self.rtl if self.script is Script.RIGHT_TO_LEFT else self.asian

    @property
    def face(self) -> int:
        """The number of the font whose code page the next bytes are in."""
        own = self.rtl.font if self.script is Script.RIGHT_TO_LEFT else None
        return self.font if own is None else own


class Setting(NamedTuple):
    """Paragraph properties as \\pard leaves them."""

    style: int = 0
    left: int = 0
    right: int = 0
    outline: int | None = None
    in_table: bool = False
    level: int = 0
    list: int = 0
    depth: int = 0
    ground: int = 0
    shading: int = 0
    pattern: int = 0
    drop_cap: bool = False


class Field:
    """A field: its instruction as far as it was read, and the field that it stands in.

    `sink`: what takes its result; `shows`: whether there was any; `letters`: those of its instruction, which
    show where a button has no result.
    """

    def __init__(self, outer: Field | None, sink: Sink) -> None:
        self.outer = outer
        self.sink = sink
        self.pieces: list[str] = []
        self.letters: Letters | None = None
        self.shows = False
        self._link: str | None = None
        self._contents: bool | None = None

    def instruct(self, text: str, letters: Letters) -> None:
        """Take a piece of the instruction. Of its letters, those that hide some of it are kept."""
        self.pieces.append(text)
        if self.letters is None or not (self.letters.hidden or self.letters.deleted):
            self.letters = letters

    @property
    def instruction(self) -> str:
        """The instruction as written."""
        return "".join(self.pieces)

    @property
    def link(self) -> str:
        """The address that its result, or that of one around it, leads to."""
        if self._link is None:
            self._link = link_of(self.instruction) or (self.outer.link if self.outer else "")
        return self._link

    @property
    def contents(self) -> bool:
        """Whether its result is in a table of contents."""
        if self._contents is None:
            outer = self.outer is not None and self.outer.contents
            self._contents = outer or is_contents(self.instruction)
        return self._contents

    @property
    def fetching(self) -> bool:
        """Whether it takes its words from somewhere else."""
        return fetches(self.instruction)


@dataclass(slots=True)
class Shape:
    """A drawing: the group of drawings that it is in, whether it is not shown, the words of its WordArt.

    `fill`: what its properties state of how it is filled, by their names.
    """

    outer: Shape | None = None
    unseen: bool = False
    signs: list[str] = field(default_factory=list)
    fill: dict[str, str] = field(default_factory=dict)

    @property
    def hidden(self) -> bool:
        """Whether it or a group around it is not shown."""
        shape: Shape | None = self
        while shape is not None and not shape.unseen:
            shape = shape.outer
        return shape is not None


class Sink:
    """What takes the text and the other control words of a group; this one forgets them.

    `in_fonts`: its bytes are in the code page of their font, not in that of the file. `is_table`: its words
    are its own and set no letters.
    """

    in_fonts: ClassVar[bool] = False
    is_table: ClassVar[bool] = False

    def text(self, text: str, state: State) -> None:
        """Take decoded text."""

    def word(self, word: str, figure: int | None) -> None:
        """Take a control word, if the sink is a table."""


SKIPPED = Sink()
"""A group of which nothing is looked at."""
HEAD = Sink()
"""A group of the head of the file, where no text can begin: the same otherwise."""


@dataclass(slots=True)
class State:
    """What "{" saves and "}" restores.

    `story`: what paragraphs belong to; `sink`: what takes text, often the story itself; `behind`: what \\ud
    in a \\upr goes on with; `shape`: the drawing that this is a part of; `closing`: what is to be done when
    this very group closes.
    """

    letters: Letters
    setting: Setting
    story: Story
    sink: Sink
    field: Field | None = None
    skips: int = 1
    behind: Sink | None = None
    shape: Shape | None = None
    starred: bool = False
    closing: Callable[[State], None] | None = None

    def inner(self) -> State:
        """The state of a group that opens here."""
        return State(
            self.letters, self.setting, self.story, self.sink, self.field, self.skips,
            self.behind, self.shape,
        )  # fmt: skip
