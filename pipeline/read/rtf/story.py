"""The text of an RTF as it comes: stretches of letters, paragraphs, and tables made of marks."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from pipeline.read.rtf.state import Letters, Setting, Shape, Sink, State

MAX_NESTED = 30
"""Tables in tables; Word itself allows no more than a few dozen."""
_PLACEHOLDER = "¬"


@dataclass(slots=True, eq=False)
class Note:
    """A footnote or an endnote with its mark. `shown`: the call of it was read."""

    items: list[Item]
    mark: str = ""
    shown: bool = False


class Piece(NamedTuple):
    """Letters that are set alike. `note`: the note that is called here, then `text` is empty."""

    text: str
    letters: Letters
    link: str = ""
    note: Note | None = None
    contents: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: what is in it, the letters that it is anchored in, the drawing that it belongs to."""

    items: list[Item]
    letters: Letters
    shape: Shape | None


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the marker that stands before it and the text boxes that are anchored in it.

    `runs_on`: its mark is deleted, so that the next one continues it.
    """

    pieces: list[Piece]
    setting: Setting
    marker: list[Piece]
    boxes: list[Box] = field(default_factory=list)
    runs_on: bool = False


@dataclass(slots=True)
class CellEdge:
    """What \\cellx ends: a cell's right edge in twips, what it goes on with, its ground.

    `continued`: it goes on with the cell before it; `covered`: with the one above, which covers it.
    """

    right: int
    continued: bool = False
    covered: bool = False
    ground: int = 0
    shading: int = 0
    pattern: int = 0


@dataclass(slots=True)
class RowDraft:
    """What \\trowd begins: the left edge of a row and those of its cells."""

    left: int = 0
    header: int = 0
    ground: int = 0
    edges: list[CellEdge] = field(default_factory=list)
    continued: int = 0
    covered: int = 0
    cell_ground: int = 0
    cell_shading: int = 0
    cell_pattern: int = 0

    def end_cell(self, right: int) -> None:
        """Take \\cellx."""
        joined = bool(self.continued), bool(self.covered)
        self.edges.append(CellEdge(right, *joined, self.cell_ground, self.cell_shading, self.cell_pattern))
        self.continued = self.covered = self.cell_ground = self.cell_shading = self.cell_pattern = 0


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

    `at_end`: it is an endnote; `signs`: words of WordArt in a running head; `placeholder`: the sign that
    stands for a picture of TextEdit is still to come.
    """

    in_fonts: ClassVar[bool] = True

    def __init__(self, part: Part, depth: int = 0) -> None:
        self.part = part
        self.depth = depth
        self.at_end = False
        self.items: list[Item] = []
        self.pieces: list[Piece] = []
        self.marker: list[Piece] = []
        self.boxes: list[Box] = []
        self.signs: list[str] = []
        self.placeholder = False
        self._tables: list[Table] = []
        self.draft = RowDraft()

    def text(self, text: str, state: State) -> None:
        """Take letters as `state` sets them."""
        within = state.field
        if self.placeholder:
            text, self.placeholder = text.removeprefix(_PLACEHOLDER), False
        if self.pieces and "\udc00" <= text[:1] <= "\udfff":
            text = self._whole_letter(text)
        if within is None:
            self.pieces.append(Piece(text, state.letters))
        else:
            within.shows = True
            self.pieces.append(Piece(text, state.letters, within.link, None, within.contents))

    def _whole_letter(self, text: str) -> str:
        """`text` with the first half of its first letter, if it ends the piece before."""
        last = self.pieces[-1]
        high = last.text[-1:]
        if not "\ud800" <= high <= "\udbff":
            return text
        self.pieces[-1] = last._replace(text=last.text[:-1])
        return (high + text[0]).encode("utf-16", "surrogatepass").decode("utf-16") + text[1:]

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
        made = Paragraph(self.pieces, setting, self.marker, self.boxes, runs_on)
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


def words_of(items: Sequence[Item]) -> str:
    """All words in `items`, to count them where nobody sees them."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Table):
            found += (words_of(cell) for row in item.rows for cell in row.cells)
        else:
            found.append("".join(text_of(piece) for piece in item.pieces if not piece.letters.deleted))
            found += (words_of(box.items) for box in item.boxes if not box.letters.deleted)
    return " ".join(found)


def text_of(piece: Piece) -> str:
    """The words of a piece, or of the note that is called there."""
    return piece.text if piece.note is None else f" {words_of(piece.note.items)} "
