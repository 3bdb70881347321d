"""Tables with thin rules and repeating heads, and lists of labels and values."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.document import Cell, Paragraph, Table
from pipeline.render.docx.paragraphs import make_paragraph, write_paragraph
from pipeline.render.docx.writing import Voice, Writing
from pipeline.render.docx.xml import Element, adjust, props, qualified, rule, twips, w

TURNED_EDGE = 2.0
"""White at both sides of the last cell of a row that runs to the left, in points."""
LONG_ROW = 2500
"""Characters of a row from which on it may be broken over pages: it could be higher than one."""
LEAST_SHARE = 0.02


def write_table(writing: Writing, block: Table, voice: Voice, left: float = 0.0) -> list[Element]:
    """A table from `left` points to the right edge, and a spacer: two tables in a row would become one."""
    if not block.rows:
        return []
    voice = voice.within(block.language)
    widths = column_widths(block, writing.line_width - left)
    look = "PackRules" if block.look == "rules" else "PackKey"
    heads = "column" if block.look == "key" else "row" if block.head_rows else ""
    table = open_table(widths, look, voice, left=left, heads=heads)
    if block.summary:
        table[0].append(w("tblDescription", val=" ".join(block.summary.split())))
    for number, row in enumerate(block.rows):
        table.append(_row(writing, (block, number, row), widths, voice))
    return [table, spacer(14.0 if block.look == "rules" else 6.0)]


def column_widths(block: Table, width: float) -> list[float]:
    """The widths of all columns in points, from their shares; a column without a share gets a mean one."""
    count = max((sum(max(cell.span, 1) for cell in row) for row in block.rows), default=1) or 1
    shares = [*block.widths, *[0.0] * count][:count]
    known = [share for share in shares if share > 0]
    mean = sum(known) / len(known) if known else 1.0
    shares = [max(share, sum(known) * LEAST_SHARE) if share > 0 else mean for share in shares]
    return [width * share / sum(shares) for share in shares]


def open_table(
    widths: Sequence[float], look: str, voice: Voice, *, left: float = 0.0, heads: str = ""
) -> Element:
    """A table without rows: fixed columns of `widths` points in the table style `look`.

    `heads`: where its heads are, "row" or "column" for the first, "" for a table that only arranges.
    """
    parts = [
        w("tblStyle", val=look),
        w("tblW", w=sum(twips(width) for width in widths), type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblLayout", type="fixed"),
        _parts_of_table(heads),
    ]
    if voice.rtl:
        parts.append(w("bidiVisual"))
    grid = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))
    return w("tbl", props("tblPr", parts), grid)


def _parts_of_table(heads: str) -> Element:
    """Which parts of its style a table has; programs that read aloud find its heads by that (17.4.56)."""
    row, column = int(heads == "row"), int(heads == "column")
    flags = {
        "firstRow": row,
        "lastRow": 0,
        "firstColumn": column,
        "lastColumn": 0,
        "noHBand": 1,
        "noVBand": 1,
    }
    return w("tblLook", val=f"{0x0020 * row + 0x0080 * column + 0x0600:04X}", **flags)


def open_cell(width: float, *looks: Element, span: int = 1) -> Element:
    """A cell without paragraphs."""
    parts = [w("tcW", w=twips(width), type="dxa"), *looks]
    if span > 1:
        parts.append(w("gridSpan", val=span))
    return w("tc", props("tcPr", parts))


def spacer(height: float) -> Element:
    """An empty line of `height` points."""
    look = w("spacing", before=0, after=0, line=max(20, twips(height)), lineRule="exact")
    return make_paragraph("Spacer", [], Voice(), look)


def _row(
    writing: Writing, place: tuple[Table, int, tuple[Cell, ...]], widths: Sequence[float], voice: Voice
) -> Element:
    block, number, row = place
    head, group = number < block.head_rows, number in block.group_rows
    length = sum(len(i.text) for cell in row for p in cell.paragraphs for i in p.inlines)
    looks = [w("cantSplit")] if length < LONG_ROW else []
    if head:
        looks.append(w("tblHeader"))
    element = w("tr", props("trPr", looks)) if looks else w("tr")
    column = 0
    for cell in row:
        element.append(_cell(writing, cell, (block, number, column), widths, voice))
        column += max(cell.span, 1)
    if column < len(widths):
        element.append(
            _cell(writing, Cell((), span=len(widths) - column), (block, number, column), widths, voice)
        )
    if head or group or (block.look == "key" and number < len(block.rows) - 1):
        for paragraph in element.iter(qualified("p")):
            adjust(paragraph, w("keepNext"))
    return element


def _cell(
    writing: Writing, cell: Cell, place: tuple[Table, int, int], widths: Sequence[float], voice: Voice
) -> Element:
    """A cell at its place (table, row, column); the last of a row reaches the right edge."""
    block, number, column = place
    end = column + max(cell.span, 1)
    looks = _strong_rules(writing, block, number) if block.look == "rules" else []
    if end == len(widths) and not voice.rtl:
        looks.append(w("tcMar", w("right", w=0, type="dxa")))
    elif end == len(widths):
        looks.append(w("tcMar", *(w(side, w=twips(TURNED_EDGE), type="dxa") for side in ("left", "right"))))
    element = open_cell(sum(widths[column:end]), *looks, span=end - column)
    element.extend(_paragraphs(writing, cell, place, voice))
    return element


def _strong_rules(writing: Writing, block: Table, number: int) -> list[Element]:
    """Rules in ink below the head and below what heads a group; both rows that meet there say so."""
    sides = [
        rule(side, writing.style.rule, writing.style.colour("ink"))
        for side, above in (("top", number - 1), ("bottom", number))
        if above >= 0 and (above == block.head_rows - 1 or above in block.group_rows)
    ]
    return [w("tcBorders", *sides)] if sides else []


def _paragraphs(writing: Writing, cell: Cell, place: tuple[Table, int, int], voice: Voice) -> list[Element]:
    block, number, column = place
    made = [
        write_paragraph(writing, paragraph, voice, _cell_style(block, cell, paragraph, (number, column)))
        for paragraph in cell.paragraphs
    ] or [make_paragraph("TableText", [], voice)]
    marks = writing.bookmarks(cell.anchor)
    first = 1 if len(made[0]) and made[0][0].tag == qualified("pPr") else 0
    for mark in reversed(marks):
        made[0].insert(first, mark)
    return made


def _cell_style(block: Table, cell: Cell, paragraph: Paragraph, place: tuple[int, int]) -> str:
    """The Word style of a paragraph at (row, column). The words of a group row are marked each for itself."""
    row, column = place
    if block.look == "key":
        return "CoverLabel" if column == 0 else "CoverValue"
    if row in block.group_rows:
        return "TableText"
    if cell.header:
        return "TableHead"
    return {"text": "TableWords", "small": "TableSmall"}.get(paragraph.role, "TableText")
