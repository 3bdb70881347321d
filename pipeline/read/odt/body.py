"""Walk an OpenDocument text in reading order: paragraphs, lists, sections, tables, frames, indexes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.models.passages import Passage
from pipeline.read.blocks import Block, BlockWriter, Cell
from pipeline.read.collect import Collector
from pipeline.read.limits import MAX_LETTERS, too_much
from pipeline.read.odt.inline import Content, InlineReader, hides, is_word_art, lines, words_in
from pipeline.read.odt.lists import Item, Lists
from pipeline.read.odt.shapes import Shapes
from pipeline.read.odt.styles import ParagraphStyle, Styles
from pipeline.read.odt.table import GridCell, Row, is_frame, rows
from pipeline.read.odt.xml import get, name
from pipeline.read.xml import Element, whole

_INDEXES = (
    "text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index",
    "text:object-index", "text:user-index",
)  # fmt: skip
# What holds no words of the text: deletions, comments, forms, scripts, models of index entries, formulas.
_SKIPPED = frozenset((
    "text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms", "office:scripts",
    "office:event-listeners", "text:bibliography-source", "text:section-source", "text:dde-connection-decls",
    "draw:object", "draw:object-ole", "draw:applet", "draw:plugin", "svg:title", "svg:desc", "text:number",
    *(f"{index}-source" for index in _INDEXES),
))  # fmt: skip
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Where:
    """What encloses a block: a cell, the colour of its ground, an item of a list; whether it is hidden."""

    cell: Cell | None = None
    ground: str = ""
    item: Item | None = None
    hidden: bool = False


class BodyReader:
    """Turns the blocks of one part of a document into passages."""

    def __init__(
        self, collector: Collector, inline: InlineReader, styles: Styles, lists: Lists, shapes: Shapes
    ) -> None:
        self._out = collector
        self._inline = inline
        self._styles = styles
        self._lists = lists
        self._shapes = shapes
        self._notes = inline.notes
        self._noticed = inline.noticed
        self._writer = BlockWriter(collector)
        self._repeated = 0
        self._handlers: dict[str, Callable[[Element, Where], None]] = {
            "text:p": self._paragraph,
            "text:h": self._paragraph,
            "text:span": self._paragraph,  # words where only paragraphs should stand
            "text:a": self._paragraph,
            "text:list": self._list,
            "text:numbered-paragraph": self._numbered_paragraph,
            "text:section": self._section,
            "table:table": self._table,
            "text:change-start": self._change,
            "text:change-end": self._change,
            "draw:image": self._instead,
            "draw:floating-frame": self._instead,
            **dict.fromkeys(_INDEXES, self._index_lines),
        }

    def blocks(self, parent: Element, where: Where) -> None:
        """Read all blocks in `parent`, in order."""
        for element in parent:
            self._block(element, where)

    def finish(self) -> None:
        """Make headings of what is only set like one."""
        self._writer.finish()

    def _block(self, element: Element, where: Where) -> None:
        short = name(element)
        if (handler := self._handlers.get(short)) is not None:
            handler(element, where)
        elif short in _SKIPPED:
            return
        elif short.startswith("draw:"):
            self._shape(element, where)
        else:
            self.blocks(element, where)

    def _paragraph(self, element: Element, where: Where) -> None:
        style = self._styles.paragraph(get(element, "text:style-name"))
        content = self._inline.read(element, style.letters, style.ground or where.ground)
        marker = self._marker(element, style, where.item)
        hidden = where.hidden or content.hidden
        if where.item and (hidden or not any(run.note or run.text.strip() for run in content.runs)):
            where.item.waiting = marker
        if hidden:
            self._count_hidden(content)
        elif style.contents:
            self._set_aside(content)
        else:
            depth = where.item.within.level if marker and where.item else 0
            runs = self._out.runs(content.runs)
            block = Block(runs, _heading(element, style), marker, depth, style.quotation, content.capitals)
            self._writer.write(block, where.cell)
            self._notes.keep(content.calls)
        for shape, unseen in content.shapes:
            ground = style.ground or where.ground
            self._block(shape, replace(where, ground=ground, item=None, hidden=hidden or unseen))

    def _set_aside(self, content: Content) -> None:
        """Keep a line of an index for information; the notes that it calls stand on the page all the same."""
        self._out.set_aside("".join(run.text for run in content.runs))
        self._notes.keep(content.calls)

    def _count_hidden(self, content: Content) -> None:
        words = "".join(run.text for run in content.runs).split()
        of_notes = (words_in(call.body).split() for call in content.calls)
        self._noticed.hidden_words += len(words) + sum(map(len, of_notes))

    def _marker(self, element: Element, style: ParagraphStyle, item: Item | None) -> str:
        """The marker of a paragraph: the first one with words in an item of a list, or a numbered heading."""
        if item is not None:
            waiting, item.waiting = item.waiting, ""
            return self._lists.marker(item, style.numbered or "") if item.fresh else waiting
        if name(element) != "text:h" or style.numbered == "":
            return ""
        return self._lists.heading(element, _outline_level(element))

    def _list(self, element: Element, where: Where) -> None:
        opened = self._lists.open(element, where.item)
        for each in element:
            if name(each) in ("text:list-item", "text:list-header"):
                self.blocks(each, replace(where, item=self._lists.item(each, opened)))
            else:
                self._block(each, replace(where, item=None))

    def _numbered_paragraph(self, element: Element, where: Where) -> None:
        self.blocks(element, replace(where, item=self._lists.single(element)))

    def _section(self, element: Element, where: Where) -> None:
        ground = self._styles.ground("section", get(element, "text:style-name")) or where.ground
        self.blocks(element, replace(where, ground=ground, hidden=where.hidden or hides(element)))

    def _shape(self, element: Element, where: Where) -> None:
        """A frame, text box, group or drawing."""
        hidden = where.hidden or get(element, "draw:display") == "none"
        inside = Where(where.cell, self._shapes.ground(element, where.ground), None, hidden)
        if is_word_art(element):
            self._word_art(element, inside)
        else:
            self.blocks(element, inside)

    def _word_art(self, element: Element, where: Where) -> None:
        """Words that are bent along a path: a sign beside the text, as far as they show."""
        shown: list[str] = []
        for line in lines(element, _SKIPPED):
            content = self._line(line, where)
            if where.hidden or content.hidden:
                self._count_hidden(content)
            else:
                shown.append("".join(run.text for run in content.runs))
                self._notes.keep(content.calls)
        self._noticed.signs.append(" ".join(shown))

    def _instead(self, element: Element, where: Where) -> None:
        """A picture or a frame of its own: programs that can show it do not show the words inside of it."""
        self._noticed.hidden_words += len(words_in(element).split())

    def _index_lines(self, parent: Element, where: Where) -> None:
        """A table of contents or the like, as it stands in the text: set aside, line by line."""
        for line in lines(parent, _SKIPPED):
            content = self._line(line, where)
            hidden = where.hidden or content.hidden
            if hidden:
                self._count_hidden(content)
            else:
                self._set_aside(content)
            for shape, unseen in content.shapes:
                hides_it = hidden or unseen or get(shape, "draw:display") == "none"
                ground = self._shapes.ground(shape, where.ground)
                self._index_lines(shape, replace(where, ground=ground, hidden=hides_it))

    def _line(self, line: Element, where: Where) -> Content:
        style = self._styles.paragraph(get(line, "text:style-name"))
        return self._inline.read(line, style.letters, style.ground or where.ground)

    def _change(self, element: Element, where: Where) -> None:
        self._inline.change(element)

    def _table(self, element: Element, where: Where) -> None:
        kept = rows(element)
        ground = self._styles.ground("table", get(element, "table:style-name")) or where.ground
        here = replace(where, ground=ground, item=None)
        if is_frame(kept) and where.cell is None:
            self.blocks(kept[0].cells[0].element, self._inside(kept[0], kept[0].cells[0], here))
            return
        table = self._writer.next_table()
        first = len(self._out.passages)
        for row in kept:
            begin = len(self._out.passages)
            for cell in row.cells:
                self._cell(table, row, cell, here)
            written = [each for each in self._out.passages[begin:] if each.table == table]
            for further in range(1, row.repeated if written else 1):
                self._again(written, rows_on=further)
        self._writer.mark_bold_header(first, table)

    def _cell(self, table: int, row: Row, cell: GridCell, where: Where) -> None:
        """Write a cell, and again where it is repeated (ODF 1.3, part 3, table:number-columns-repeated)."""
        for _ in range(row.repeated * cell.repeated):
            self._out.count_cell()
        place = Cell(table, row.number, cell.column, cell.span, row.header)
        begin = len(self._out.passages)
        self.blocks(cell.element, replace(self._inside(row, cell, where), cell=place))
        written = [each for each in self._out.passages[begin:] if each.table == table]
        for further in range(1, cell.repeated if written else 1):
            self._again(written, columns_on=further)

    def _again(self, written: list[Passage], *, rows_on: int = 0, columns_on: int = 0) -> None:
        """Write what a repeated cell or row holds once more, so many rows or columns further on."""
        for one in written:
            self._repeated += len(one.text)
            if self._repeated > MAX_LETTERS:
                raise too_much("its tables repeat more text than any statement has")
            self._out.add(replace(one, row=one.row + rows_on, column=one.column + columns_on))

    def _inside(self, row: Row, cell: GridCell, where: Where) -> Where:
        """What encloses the text of a cell; one that another covers is not shown."""
        style = get(cell.element, "table:style-name") or get(row.element, "table:default-cell-style-name")
        own = self._styles.ground("table-cell", style)
        ground = own or self._styles.ground("table-row", get(row.element, "table:style-name")) or where.ground
        return replace(where, ground=ground, hidden=where.hidden or cell.covered)


def _outline_level(element: Element) -> int:
    return max(1, whole(get(element, "text:outline-level"), 1))


def _heading(element: Element, style: ParagraphStyle) -> int:
    """The level of a heading, 0 for a paragraph that is none."""
    return min(_outline_level(element), _DEEPEST_HEADING) if name(element) == "text:h" else style.heading
