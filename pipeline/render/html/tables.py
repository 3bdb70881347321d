"""Tables: heads with their scope, groups of rows as bodies, wide ones in a frame that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.models.document import Cell, Paragraph, Table
from pipeline.render.html.markup import element, identifier
from pipeline.render.html.voice import Voice

WIDE = 5
"""From this many columns on a table may be wider than a phone."""

_Paragraph = Callable[[Paragraph, Voice], str]
_Row = tuple[Cell, ...]


def write_table(block: Table, voice: Voice, write_paragraph: _Paragraph) -> str:
    """The table; its summary is the name that a screen reader says."""
    if not block.rows:
        return ""
    inner = voice.within(block.language)
    head = "".join(_head_row(row, inner, write_paragraph) for row in block.rows[: block.head_rows])
    bodies = (
        element("tbody", *(_row(block, number, inner, write_paragraph) for number in numbers))
        for numbers in _bodies(block)
    )
    columns = element("colgroup", *(f'<col style="width: {share:.1f}%">' for share in _shares(block)))
    name = " ".join(block.summary.split())
    table = element(
        "table",
        columns if block.look == "rules" else "",
        element("thead", head) if head else "",
        *bodies,
        class_=block.look,
        aria_label=name,
        **voice.differs(block.language),
    )
    if len(block.widths) < WIDE:
        return table
    return element("div", table, class_="scroll", role="region", tabindex="0", aria_label=name or "…")


def _bodies(block: Table) -> Iterator[Sequence[int]]:
    """The numbers of the rows below the head, cut before each row that heads a group."""
    body: list[int] = []
    for number in range(block.head_rows, len(block.rows)):
        if number in block.group_rows and body:
            yield body
            body = []
        body.append(number)
    if body:
        yield body


def _shares(block: Table) -> list[float]:
    total = sum(block.widths) or 1.0
    return [100 * width / total for width in block.widths]


def _head_row(row: _Row, voice: Voice, write_paragraph: _Paragraph) -> str:
    return element("tr", *(_cell(cell, "col", voice, write_paragraph) for cell in row))


def _row(block: Table, number: int, voice: Voice, write_paragraph: _Paragraph) -> str:
    scope = "rowgroup" if number in block.group_rows else "row"
    cells = (_cell(cell, scope, voice, write_paragraph) for cell in block.rows[number])
    return element("tr", *cells, class_="group" if scope == "rowgroup" else "")


def _cell(cell: Cell, scope: str, voice: Voice, write_paragraph: _Paragraph) -> str:
    content = "".join(write_paragraph(paragraph, voice) for paragraph in cell.paragraphs)
    span = str(cell.span) if cell.span > 1 else ""
    if cell.header and content:
        return element("th", content, scope=scope, colspan=span, id=identifier(cell.anchor))
    return element("td", content, colspan=span, id=identifier(cell.anchor))
