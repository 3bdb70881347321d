"""The text of an RTF as it comes: stretches of letters, paragraphs, and tables made of marks."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from pipeline.read.rtf.state import Letters, Setting, Sink, State

MAX_NESTED = 30
"""Tables in tables; Word itself allows no more than a few dozen."""


class Piece(NamedTuple):
    """Letters that are set alike. `note`: the mark of a note that is called here, then `text` is empty."""

    text: str
    letters: Letters
    link: str = ""
    note: str = ""
    contents: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the marker that stands before it and the text boxes that are anchored in it.

    `runs_on`: its mark is deleted, so that the next one continues it.
    """

    pieces: list[Piece]
    setting: Setting
    marker: str = ""
    boxes: list[Item] = field(default_factory=list)
    runs_on: bool = False


@dataclass(slots=True)
class CellEdge:
    """What \\cellx ends: a cell's right edge in twips, whether it goes on with the one before, its ground."""

    right: int
    continued: bool
    ground: int
    shading: int


@dataclass(slots=True)
class RowDraft:
    """What \\trowd begins: the left edge of a row and those of its cells."""

    left: int = 0
    header: int = 0
    ground: int = 0
    edges: list[CellEdge] = field(default_factory=list)
    continued: int = 0
    cell_ground: int = 0
    cell_shading: int = 0

    def end_cell(self, right: int) -> None:
        """Take \\cellx."""
        self.edges.append(CellEdge(right, bool(self.continued), self.cell_ground, self.cell_shading))
        self.continued = self.cell_ground = self.cell_shading = 0


@dataclass(slots=True)
class Row:
    """A row: the content of its cells and where they lie."""

    cells: list[list[Item]]
    draft: RowDraft


@dataclass(slots=True)
class Table:
    """A table; `cells` and `content` are those of the row that is not ended yet."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Item]] = field(default_factory=list)
    content: list[Item] = field(default_factory=list)

    def end_row(self, draft: RowDraft) -> None:
        """End the row, and a cell whose mark is missing."""
        if self.content:
            self.cells.append(self.content)
        if self.cells:
            self.rows.append(Row(self.cells, draft))
        self.cells, self.content = [], []


Item = Paragraph | Table


class Part(enum.Enum):
    """What a story is for."""

    BODY = "body"
    NOTE = "note"
    BOX = "text box"
    FURNITURE = "running head"


class Story(Sink):
    """Paragraphs and tables in order; `depth`: how many stories it stands in.

    `at_end`: it is an endnote.
    """

    in_fonts: ClassVar[bool] = True

    def __init__(self, part: Part, depth: int = 0) -> None:
        self.part = part
        self.depth = depth
        self.at_end = False
        self.items: list[Item] = []
        self.pieces: list[Piece] = []
        self.marker: list[str] = []
        self.boxes: list[Item] = []
        self._tables: list[Table] = []
        self.draft = RowDraft()

    def text(self, text: str, state: State) -> None:
        """Take letters as `state` sets them."""
        within = state.field
        if within is None:
            self.pieces.append(Piece(text, state.letters))
        else:
            within.shows = True
            self.pieces.append(Piece(text, state.letters, within.link, "", within.contents))

    def end_paragraph(self, setting: Setting, runs_on: bool = False) -> None:
        """Take \\par."""
        level = max(1, setting.level) if setting.in_table or setting.level > 0 else 0
        self._place(self._paragraph(setting, runs_on), level)

    def end_cell(self, setting: Setting, level: int) -> None:
        """Take \\cell or, with a `level` above 1, \\nestcell."""
        table = self._table(level)
        if self.has_text():
            table.content.append(self._paragraph(setting, False))
        table.cells.append(table.content)
        table.content = []

    def end_row(self, setting: Setting, level: int) -> None:
        """Take \\row or \\nestrow."""
        table = self._table(level)
        if self.has_text():
            table.content.append(self._paragraph(setting, False))
        table.end_row(self.draft)

    def finish(self, setting: Setting) -> None:
        """End what the file has not ended."""
        if self.has_text():
            self.end_paragraph(setting)
        self._table(0)

    def has_text(self) -> bool:
        """Whether a paragraph is open."""
        return bool(self.pieces or self.boxes or self.marker)

    def _paragraph(self, setting: Setting, runs_on: bool) -> Paragraph:
        made = Paragraph(self.pieces, setting, "".join(self.marker), self.boxes, runs_on)
        self.pieces, self.marker, self.boxes = [], [], []
        return made

    def _place(self, item: Item, level: int) -> None:
        table = self._table(level) if level else None
        if table is None:
            self._close(0)
            self.items.append(item)
        else:
            table.content.append(item)

    def _table(self, level: int) -> Table:
        """The open table at `level`: those inside it are closed, those that are missing opened."""
        level = min(level, MAX_NESTED)
        self._close(level)
        while len(self._tables) < level:
            table = Table()
            (self._tables[-1].content if self._tables else self.items).append(table)
            self._tables.append(table)
        return self._tables[-1] if self._tables else Table()

    def _close(self, level: int) -> None:
        while len(self._tables) > level:
            self._tables.pop().end_row(self.draft)
