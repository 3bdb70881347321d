"""A pack's Document as plain blocks, and these as Typst, HTML, Markdown: the same content for every peer."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.models import document as d


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `kind` is "heading", "paragraph", "item" or "table"; text in `rows` for a table.

    `level` is that of a heading; `marker` what stands before an item.
    """

    kind: str
    text: str = ""
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(document: d.Document) -> list[Block]:
    """All that `document` says, in order. Pictures are left out: no peer is asked to set them."""
    found = [Block("heading", document.title, 1)]
    for part in document.parts:
        for block in part.blocks:
            found.extend(_block(block))
    return found


def words_in(blocks: Iterable[Block]) -> int:
    """How many words the blocks hold."""
    texts = (" ".join([each.text, *(cell for row in each.rows for cell in row)]) for each in blocks)
    return sum(len(text.split()) for text in texts)


def _block(block: d.Block) -> Iterator[Block]:
    match block:
        case d.Heading():
            yield Block("heading", _text(block.inlines), block.level)
        case d.Paragraph():
            yield Block("paragraph", _text(block.inlines))
        case d.ItemList():
            yield from (Block("item", _text(item.inlines), marker=item.marker) for item in block.items)
        case d.Table():
            yield Block("table", rows=tuple(_row(row, len(block.widths)) for row in block.rows))
        case d.Timeline():
            rows = tuple((slot.time, _text(slot.inlines), slot.minutes_text) for slot in block.slots)
            yield Block("table", rows=rows)
        case d.Portrait():
            yield from (Block("paragraph", _text(each.inlines)) for each in block.blocks)
        case d.Quote():
            yield from (Block("paragraph", _text(each.inlines)) for each in block.paragraphs)
        case d.Notes():
            yield from (Block("item", _text(each.inlines), marker=each.mark) for each in block.items)
        case _:
            return


def _text(inlines: d.Inlines) -> str:
    return re.sub(r"\s+", " ", "".join(inline.text for inline in inlines)).strip()


def _row(row: tuple[d.Cell, ...], columns: int) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in row:
        cells.append(" ".join(_text(paragraph.inlines) for paragraph in cell.paragraphs))
        cells.extend("" for _ in range(cell.span - 1))
    return tuple((cells + [""] * columns)[:columns])


def as_typst(blocks: Iterable[Block]) -> str:
    """The blocks as Typst, set as the pack is: A4, wide outer margin, serif text, numbered pages."""
    lines = [
        '#set page(paper: "a4", margin: (x: 28mm, y: 26mm), numbering: "1 / 1")',
        "#set text(size: 10.25pt)",
        "#set par(justify: true)",
        "#outline(depth: 2)",
    ]
    for block in blocks:
        if block.kind == "heading":
            lines.append(f"#heading(level: {block.level})[{_typst(block.text)}]")
        elif block.kind == "table":
            cells = ", ".join(f"[{_typst(cell)}]" for row in block.rows for cell in row)
            lines.append(f"#table(columns: {len(block.rows[0])}, {cells})")
        elif block.kind == "item":
            lines.append(f"{_typst(block.marker)} {_typst(block.text)}")
        else:
            lines.append(_typst(block.text))
        lines.append("")
    return "\n".join(lines)


def _typst(text: str) -> str:
    return re.sub(r"([\\#*_`$<>@\[\]~=/+-])", r"\\\1", text)


def as_html(blocks: Iterable[Block]) -> str:
    """The blocks as one HTML page with a print style."""
    style = "@page{size:A4;margin:26mm 28mm;@bottom-right{content:counter(page)}}body{text-align:justify}"
    lines = [
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pack</title><style>{style}</style>'
    ]
    for block in blocks:
        if block.kind == "heading":
            lines.append(f"<h{block.level}>{html.escape(block.text)}</h{block.level}>")
        elif block.kind == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block.rows)
            lines.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            lines.append(f"<p>{html.escape(f'{block.marker} {block.text}'.strip())}</p>")
    return "\n".join([*lines, "</html>"])


def as_markdown(blocks: Iterable[Block]) -> str:
    """The blocks as pandoc's Markdown."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "heading":
            lines.append(f"{'#' * block.level} {_markdown(block.text)}")
        elif block.kind == "table":
            head, *rows = block.rows
            lines.append("| " + " | ".join(map(_markdown, head)) + " |")
            lines.append("|" + " --- |" * len(head))
            lines.extend("| " + " | ".join(map(_markdown, row)) + " |" for row in rows)
        else:
            lines.append(_markdown(f"{block.marker} {block.text}".strip()))
        lines.append("")
    return "\n".join(lines)


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~^$@'\":=])", r"\\\1", text)
