"""Walk the body of a DOCX in reading order: paragraphs, lists, tables, text boxes, content controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.models.passages import Run
from pipeline.read.blocks import QUOTE_INDENT, Block, BlockWriter, Cell
from pipeline.read.collect import Collector
from pipeline.read.docx.inline import (
    Content,
    InlineReader,
    chosen_branch,
    deleted_mark,
    hidden_mark,
    indents,
    is_drop_cap,
)
from pipeline.read.docx.notes import Notes
from pipeline.read.docx.numbering import Numbering
from pipeline.read.docx.styles import ParagraphStyle, Styles, shaded
from pipeline.read.docx.table import is_frame, rows
from pipeline.read.docx.xml import child, get, name, value
from pipeline.read.noticed import Noticed
from pipeline.read.xml import Element, whole

_TWENTIETHS = 20  # of a point, in which indents are measured
_DROPPED = frozenset(("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:tblPr", "w:tcPr"))


@dataclass(frozen=True, slots=True)
class Where:
    """What encloses a block: a table cell, and whether it may stand on a ground of another colour."""

    cell: Cell | None = None
    backed: bool = False


class BodyReader:
    """Turns the blocks of one part of a document into passages."""

    def __init__(
        self, collector: Collector, inline: InlineReader, styles: Styles, numbering: Numbering, notes: Notes
    ) -> None:
        self._out = collector
        self._inline = inline
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._writer = BlockWriter(collector)
        self._carried: list[Run] = []

    def blocks(self, parent: Element, where: Where, noticed: Noticed) -> None:
        """Read all blocks in `parent`, in order."""
        for element in parent:
            short = name(element)
            if short == "w:p":
                self._paragraph(element, where, noticed)
            elif short == "w:tbl":
                self._table(element, where, noticed)
            elif short == "mc:AlternateContent":
                if (branch := chosen_branch(element)) is not None:
                    self.blocks(branch, where, noticed)
            elif short == "w:altChunk":
                noticed.outside.add("a part in another format (altChunk)")
            elif short == "w:sectPr":
                self._notes.section(element)
            elif short in ("w:r", "w:hyperlink", "w:fldSimple", "m:oMathPara", "m:oMath"):
                self._stray(element, where)
            elif short not in _DROPPED:
                noticed.insertions += short in ("w:ins", "w:moveTo")
                self.blocks(element, where, noticed)
            else:
                noticed.deletions += short in ("w:del", "w:moveFrom")

    def flush(self) -> None:
        """Write words whose paragraph mark was deleted and which no paragraph followed."""
        self._writer.write(Block(self._out.runs(self._carried)))
        self._carried = []

    def finish(self) -> None:
        """Write what is left, and make headings of what is only set like one."""
        self.flush()
        self._writer.finish()

    def _stray(self, element: Element, where: Where) -> None:
        """Words that stand where only paragraphs should: no word is lost for it."""
        content = self._inline.read_element(element, self._styles.default_look, where.backed)
        self._writer.write(Block(self._out.runs(content.runs)), where.cell)

    def _paragraph(self, element: Element, where: Where, noticed: Noticed) -> None:
        properties = child(element, "w:pPr")
        style = self._styles.paragraph(value(properties, "w:pStyle"))
        backed = where.backed or style.shaded or shaded(properties)
        content = self._inline.read(element, style.look.over(self._styles.default_look), backed)
        if deleted_mark(properties) or is_drop_cap(properties):
            noticed.deletions += deleted_mark(properties)
            self._carried += content.runs
        else:
            if child(child(properties, "w:rPr"), "w:ins") is not None:
                noticed.insertions += 1
            carried, self._carried = self._carried, []
            runs = self._out.runs([*carried, *content.runs])
            if runs or not hidden_mark(properties):
                self._finish(properties, style, content._replace(runs=list(runs)), where)
        for box in content.boxes:
            self.blocks(box, replace(where, backed=True), noticed)
        if (section := child(properties, "w:sectPr")) is not None:
            self._notes.section(section)

    def _finish(
        self, properties: Element | None, style: ParagraphStyle, content: Content, where: Where
    ) -> None:
        """Decide what a paragraph is, count it in its list, and write it."""
        runs = tuple(content.runs)
        if style.contents:
            self._out.set_aside("".join(run.text for run in runs))
            return
        marker, depth = self._list_marker(properties, style)
        block = Block(
            runs, _heading(properties, style), marker, depth, _quoted(properties, style), content.capitals
        )
        self._writer.write(block, where.cell)

    def _list_marker(self, properties: Element | None, style: ParagraphStyle) -> tuple[str, int]:
        """The marker that Word displays and the depth of the list, from 1; "" for a paragraph in no list."""
        own = child(properties, "w:numPr")
        number = value(own, "w:numId") or style.numbered.number
        if not number or number == "0":
            return "", 0
        stated = value(own, "w:ilvl")
        level = whole(stated) if stated else style.numbered.level or 0
        marker, level = self._numbering.marker(number, level)
        return marker, level + 1

    def _table(self, element: Element, where: Where, noticed: Noticed) -> None:
        kept = list(rows(element, noticed))
        style = value(child(element, "w:tblPr"), "w:tblStyle")
        backed = where.backed or self._styles.table_is_shaded(style)
        if is_frame(kept) and where.cell is None:
            framed = kept[0].cells[0].element
            self.blocks(framed, Where(None, backed or shaded(child(framed, "w:tcPr"))), noticed)
            return
        table = self._writer.next_table()
        first = len(self._out.passages)
        for row in kept:
            for cell in row.cells:
                self._out.count_cell()
                ground = backed or shaded(child(cell.element, "w:tcPr"))
                here = Cell(table, row.number, cell.column, cell.span, row.header)
                self.blocks(cell.element, Where(here, ground), noticed)
        self._writer.mark_bold_header(first, table)


def _heading(properties: Element | None, style: ParagraphStyle) -> int:
    """The level of a heading, 0 for a paragraph that is none."""
    stated = value(properties, "w:outlineLvl")
    if not stated:
        return style.heading
    return min(whole(stated, 9) + 1, 6) if 0 <= whole(stated, 9) < 9 else 0


def _quoted(properties: Element | None, style: ParagraphStyle) -> bool:
    """Whether a paragraph is a quotation, by its style or because it is indented at both sides."""
    start, end = indents(properties)
    return style.quotation or min(start, end) >= QUOTE_INDENT * _TWENTIETHS


def section_references(root: Element) -> Iterator[str]:
    """The relationship ids of the headers and footers that the sections use."""
    for element in root.iter():
        if name(element) in ("w:headerReference", "w:footerReference"):
            yield get(element, "r:id")
