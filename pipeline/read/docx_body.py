"""Walk the body of a DOCX in reading order: paragraphs, lists, tables, text boxes, content controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.models.passages import Kind, Passage, Run
from pipeline.read.clean import cut_start
from pipeline.read.collect import Collector
from pipeline.read.docx_inline import (
    Content,
    InlineReader,
    Noticed,
    chosen_branch,
    deleted_mark,
    hidden_mark,
    indents,
    is_drop_cap,
)
from pipeline.read.docx_notes import Notes
from pipeline.read.docx_numbering import Numbering
from pipeline.read.docx_styles import ParagraphStyle, Styles, shaded
from pipeline.read.docx_table import Cell, Row, is_frame, rows
from pipeline.read.docx_xml import Element, child, get, name, value, whole
from pipeline.read.limits import MAX_CELLS, too_much
from pipeline.read.marks import Depths, split_marker

_LONG_HEADING = 250
_QUOTE_INDENT = 360  # a quarter of an inch at either side, in twentieths of a point
_DROPPED = frozenset(("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:tblPr", "w:tcPr"))


@dataclass(frozen=True, slots=True)
class Where:
    """What encloses a block: a table cell, and whether it may stand on a ground of another colour."""

    cell: Cell | None = None
    backed: bool = False


class BodyReader:
    """Turns blocks into passages. `capitals` holds the indices of those whose letters show as capitals."""

    def __init__(
        self, collector: Collector, inline: InlineReader, styles: Styles, numbering: Numbering, notes: Notes
    ) -> None:
        self._out = collector
        self._inline = inline
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._seen_markers: set[str] = set()
        self._depths = Depths()
        self._carried: list[Run] = []
        self._tables = 0
        self.capitals: set[int] = set()

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
        runs = self._out.runs(self._carried)
        self._carried = []
        self._out.add(Passage(Kind.PARAGRAPH, runs))

    def _stray(self, element: Element, where: Where) -> None:
        """Words that stand where only paragraphs should: no word is lost for it."""
        content = self._inline.read_element(element, self._styles.default_look, where.backed)
        self._emit(Passage(Kind.PARAGRAPH, self._out.runs(content.runs)), where, False)

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
        text = "".join(run.text for run in runs)
        if not marker and text:
            marker, length = split_marker(text, self._seen_markers)
            if marker:
                runs = cut_start(runs, length)
                depth = self._depths.of(marker)
        kind, level = self._kind(properties, style, marker, len(text))
        if kind is not Kind.LIST_ITEM and text:
            self._depths.close()
        level = level or (depth if kind is Kind.LIST_ITEM else 0)
        self._emit(Passage(kind, runs, level=level, marker=marker), where, content.capitals)

    def _kind(
        self, properties: Element | None, style: ParagraphStyle, marker: str, length: int
    ) -> tuple[Kind, int]:
        """The kind, and the level of a heading."""
        stated = value(properties, "w:outlineLvl")
        level = style.heading
        if stated:
            level = min(whole(stated, 9) + 1, 6) if 0 <= whole(stated, 9) < 9 else 0
        if level and length <= _LONG_HEADING:
            return Kind.HEADING, level
        if marker:
            return Kind.LIST_ITEM, 0
        start, end = indents(properties)
        if style.quotation or (start >= _QUOTE_INDENT and end >= _QUOTE_INDENT):
            return Kind.QUOTATION, 0
        return Kind.PARAGRAPH, 0

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

    def _emit(self, passage: Passage, where: Where, capitals: bool) -> None:
        """Write a passage, as a table cell where it stands in one."""
        cell = where.cell
        if cell is not None:
            passage = replace(
                passage, kind=Kind.TABLE_CELL, level=0, table=cell.table, row=cell.row, column=cell.column,
                span=cell.span, header=cell.header,
            )  # fmt: skip
        elif capitals:
            self.capitals.add(len(self._out.passages))
        self._out.add(passage)

    def _table(self, element: Element, where: Where, noticed: Noticed) -> None:
        kept = list(rows(element, noticed))
        style = value(child(element, "w:tblPr"), "w:tblStyle")
        backed = where.backed or self._styles.table_is_shaded(style)
        if is_frame(kept) and where.cell is None:
            self.blocks(kept[0].cells[0].element, Where(None, True), noticed)
            return
        self._tables += 1
        table = self._tables
        first = len(self._out.passages)
        for row in kept:
            for cell in row.cells:
                noticed.cells += 1
                if noticed.cells > MAX_CELLS:
                    raise too_much(f"its tables have more than {MAX_CELLS} cells")
                ground = backed or shaded(child(cell.element, "w:tcPr"))
                here = Cell(table, row.number, cell.column, cell.span, row.header)
                self.blocks(cell.element, Where(here, ground), noticed)
        self._mark_bold_header(first, table, kept)

    def _mark_bold_header(self, first: int, table: int, kept: list[Row]) -> None:
        """Take a first row that is bold throughout, over others that are not, for a header row."""
        if len(kept) < 2 or kept[0].header:
            return
        passages = self._out.passages
        inside = [n for n in range(first, len(passages)) if passages[n].table == table]
        top = [n for n in inside if passages[n].row == 1]
        rest = [n for n in inside if passages[n].row > 1]
        if len(top) < 2 or not all(_bold(passages[n]) for n in top) or all(_bold(passages[n]) for n in rest):
            return
        for n in top:
            passages[n] = replace(passages[n], header=True)


def _bold(passage: Passage) -> bool:
    return all(run.bold for run in passage.runs if run.text)


def section_references(root: Element) -> Iterator[str]:
    """The relationship ids of the headers and footers that the sections use."""
    for element in root.iter():
        if name(element) in ("w:headerReference", "w:footerReference"):
            yield get(element, "r:id")
