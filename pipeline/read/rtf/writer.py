"""Turn the paragraphs and tables of an RTF into passages: what shows is read, what does not is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.models.passages import Run
from pipeline.read.blocks import QUOTE_INDENT, Block, BlockWriter, Cell
from pipeline.read.collect import Collector
from pipeline.read.docx.numbering import Numbering
from pipeline.read.look import Look
from pipeline.read.noticed import Noticed
from pipeline.read.numerals import bullet_sign
from pipeline.read.rtf.colours import PAGE, Colours, Ground
from pipeline.read.rtf.grounds import Grounds
from pipeline.read.rtf.lists import ListTables
from pipeline.read.rtf.notes import AUTOMATIC
from pipeline.read.rtf.state import Letters, Setting
from pipeline.read.rtf.story import Box, Item, Paragraph, Piece, Row, Table, text_of, words_of
from pipeline.read.rtf.styles import Meaning, StyleSheet, heading_of_outline
from pipeline.read.rtf.table import GridCell, grid, is_frame

_TWIPS = 20  # in a point


@dataclass(frozen=True, slots=True)
class Tables:
    """What a file says of itself: styles, colours, lists and their counters, grounds."""

    styles: StyleSheet
    colours: Colours
    lists: ListTables
    numbering: Numbering
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Where:
    """What encloses a paragraph: a table cell, and the ground that it stands on."""

    cell: Cell | None = None
    ground: Ground = PAGE


class ItemWriter:
    """Writes the items of one story after the other into a collector."""

    def __init__(self, out: Collector, tables: Tables, noticed: Noticed) -> None:
        self._out = out
        self._tables = tables
        self._noticed = noticed
        self._writer = BlockWriter(out)
        self._carried: list[Run] = []
        self._looks: dict[tuple[Letters, bool, Ground], Look] = {}
        self._change = ""

    def write(self, items: Sequence[Item], where: Where) -> None:
        """Write `items` in order."""
        for item in items:
            if isinstance(item, Table):
                self._table(item, where)
            else:
                self._paragraph(item, where)

    def flush(self) -> None:
        """Write words whose paragraph mark was deleted and which no paragraph followed."""
        self._writer.write(Block(self._out.runs(self._carried)))
        self._carried = []

    def finish(self) -> None:
        """Write what is left, and make headings of what is only set like one."""
        self.flush()
        self._writer.finish()

    def _table(self, table: Table, where: Where) -> None:
        if is_frame(table) and where.cell is None:
            [(row, [cell])] = grid(table)
            self._cell(row, cell, where)
            return
        number = self._writer.next_table()
        first = len(self._out.passages)
        header = True
        for place, (row, cells) in enumerate(grid(table), 1):
            header = header and bool(row.draft.header)
            for _ in row.cells:
                self._out.count_cell()
            for cell in cells:
                here = Cell(number, place, cell.column, cell.span, header)
                self._cell(row, cell, replace(where, cell=here))
        self._writer.mark_bold_header(first, number)

    def _cell(self, row: Row, cell: GridCell, where: Where) -> None:
        """The text of a cell; one that the cell above covers is not shown."""
        edge, colours = cell.edge, self._tables.colours
        if edge.covered:
            self._noticed.hidden_words += len(words_of(cell.items).split())
            return
        ground = colours.ground(where.ground, row.draft.ground)
        ground = colours.ground(ground, edge.ground, edge.shading, edge.pattern)
        self.write(cell.items, replace(where, ground=ground))

    def _paragraph(self, paragraph: Paragraph, where: Where) -> None:
        setting = paragraph.setting
        style = self._tables.styles.meaning(setting.style)
        stated = setting.ground, setting.shading, setting.pattern
        ground = self._tables.colours.ground(where.ground, *stated)
        brought = "".join(run.text for run in self._runs(paragraph.marker, style, ground)[0]).strip()
        runs, capitals = self._runs(paragraph.pieces, style, ground)
        if paragraph.runs_on or setting.drop_cap:
            self._noticed.deletions += paragraph.runs_on
            self._carried += runs
        else:
            carried, self._carried = self._carried, []
            tidied = self._out.runs([*carried, *runs])
            if style.contents or _in_contents(paragraph.pieces):
                self._out.set_aside("".join(run.text for run in tidied))
            else:
                self._writer.write(self._block(setting, style, tidied, capitals, brought), where.cell)
        for box in paragraph.boxes:
            self._box(box, style, replace(where, ground=ground))

    def _box(self, box: Box, style: Meaning, where: Where) -> None:
        """A text box; what it is anchored in may hide it."""
        if box.letters.deleted:
            return
        anchor = box.letters.hidden
        styled = style.hidden or self._tables.styles.hides(box.letters.style)
        if (styled if anchor is None else anchor) or (box.shape is not None and box.shape.hidden):
            self._noticed.hidden_words += len(words_of(box.items).split())
        else:
            ground = self._tables.grounds.of_box(box.shape, where.ground)
            self.write(box.items, replace(where, ground=ground))

    def _block(
        self, setting: Setting, style: Meaning, runs: tuple[Run, ...], capitals: bool, brought: str
    ) -> Block:
        outline = setting.outline
        heading = style.heading if outline is None else heading_of_outline(outline)
        marker, depth = self._marker(setting, brought)
        quoted = min(setting.left, setting.right) >= QUOTE_INDENT * _TWIPS
        return Block(runs, heading, marker, depth, style.quotation or quoted, capitals)

    def _marker(self, setting: Setting, brought: str) -> tuple[str, int]:
        """The marker that is displayed and the depth of the list, from 1.

        The one that the file brings (\\listtext, \\pntext) is what its program displayed; the list table is
        asked where there is none.
        """
        counted, level = "", max(0, setting.depth)
        if setting.list > 0:
            counted, level = self._tables.numbering.marker(str(setting.list), setting.depth)
        if brought:
            shown = self._brought(brought, setting)
            return shown, level + 1
        return (counted, level + 1) if counted else ("", 0)

    def _brought(self, marker: str, setting: Setting) -> str:
        """A marker as it can be shown; of one sign the list table says whether it is a bullet."""
        sign = self._tables.lists.is_bullet(setting.list, setting.depth)
        if len(marker) == 1 and (sign or (sign is None and marker == "o") or marker > "\ue000"):
            return bullet_sign(marker)
        return marker

    def _runs(self, pieces: list[Piece], style: Meaning, ground: Ground) -> tuple[list[Run], bool]:
        """The runs of what shows, and whether their letters show as capitals though typed otherwise."""
        runs: list[Run] = []
        capitals = True
        for piece in pieces:
            self._count_change(piece.letters)
            if piece.letters.deleted or piece.note is AUTOMATIC:
                continue
            look = self._look(piece.letters, style.hidden, ground)
            if not self._noticed.shows(look):
                left = self._noticed.unseen(text_of(piece), look)
                if left and piece.note is None:
                    runs.append(look.run(left, piece.link))
            elif piece.note is not None:
                piece.note.shown = True
                runs.append(Run("", note=piece.note.mark))
            else:
                if look.small(piece.text):
                    capitals = False
                runs.append(look.run(piece.text, piece.link))
        return runs, capitals and bool(runs)

    def _count_change(self, letters: Letters) -> None:
        """Count a tracked change where one begins."""
        change = "deleted" if letters.deleted else "inserted" if letters.revised else ""
        if change != self._change:
            self._noticed.deletions += change == "deleted"
            self._noticed.insertions += change == "inserted"
            self._change = change

    def _look(self, letters: Letters, hidden: bool, ground: Ground) -> Look:
        key = (letters, hidden, ground)
        if key not in self._looks:
            hides = hidden or self._tables.styles.hides(letters.style)
            self._looks[key] = self._tables.colours.look(letters, hides, ground)
        return self._looks[key]


def _in_contents(pieces: list[Piece]) -> bool:
    """Whether all words are the result of a field that makes a table of contents."""
    words = [piece.contents for piece in pieces if piece.text.strip()]
    return bool(words) and all(words)
