"""Turn blocks of formatted text into passages: typed markers, depths of lists, cells, header rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.models.passages import Kind, Passage, Run
from pipeline.read.clean import clean, cut_start
from pipeline.read.collect import Collector
from pipeline.read.headings import with_faked_headings
from pipeline.read.marks import Depths, split_marker

QUOTE_INDENT = 18.0
"""Points at either side, a quarter of an inch, from which on a paragraph is set as a quotation."""
LONG_HEADING = 250
"""Letters from which on a heading is none, whatever its style says."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a cell: table, row and column from 1, how many columns it takes, whether it heads them."""

    table: int
    row: int
    column: int
    span: int
    header: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as a format gives it: tidy runs, and what it is there.

    `heading`: its level, 0 for none; `marker` and `depth`: as the format displays it in a list, from 1;
    `capitals`: its letters show as capitals though they are typed otherwise.
    """

    runs: tuple[Run, ...]
    heading: int = 0
    marker: str = ""
    depth: int = 0
    quotation: bool = False
    capitals: bool = False


class BlockWriter:
    """Writes blocks into a collector."""

    def __init__(self, collector: Collector) -> None:
        self._out = collector
        self._seen_markers: set[str] = set()
        self._depths = Depths()
        self._capitals: set[int] = set()
        self._tables = 0

    def write(self, block: Block, cell: Cell | None = None) -> None:
        """Write `block` as what it is: a heading, list item, quotation, paragraph, or text of a `cell`."""
        runs, depth = block.runs, block.depth
        marker = clean(block.marker, self._out.dropped).strip()
        text = "".join(run.text for run in runs)
        if not marker and text:
            marker, length = split_marker(text, self._seen_markers)
            if marker:
                runs = cut_start(runs, length)
                depth = self._depths.of(marker)
        kind, level = _kind(block, marker, depth, len(text))
        if kind is not Kind.LIST_ITEM and text:
            self._depths.close()
        passage = Passage(kind, runs, level=level, marker=marker)
        if cell is not None:
            passage = replace(
                passage, kind=Kind.TABLE_CELL, level=0, table=cell.table, row=cell.row, column=cell.column,
                span=cell.span, header=cell.header,
            )  # fmt: skip
        elif block.capitals and text.upper() != text.lower():
            self._capitals.add(len(self._out.passages))
        self._out.add(passage)

    def next_table(self) -> int:
        """The number of the table that begins."""
        self._tables += 1
        return self._tables

    def mark_bold_header(self, first: int, table: int) -> None:
        """Take a first row that is bold throughout, over others that are not, for a header row.

        `first`: the index of the first passage that may belong to `table`, which is wholly written.
        """
        passages = self._out.passages
        inside = [n for n in range(first, len(passages)) if passages[n].table == table]
        top = [n for n in inside if passages[n].row == 1]
        rest = [n for n in inside if passages[n].row > 1]
        if not rest or len(top) < 2 or passages[top[0]].header:
            return
        if not all(_bold(passages[n]) for n in top) or all(_bold(passages[n]) for n in rest):
            return
        for n in top:
            passages[n] = replace(passages[n], header=True)

    def finish(self) -> None:
        """Make headings of what is only set like one: everything is written."""
        self._out.passages = with_faked_headings(self._out.passages, self._capitals)


def joined(passages: Iterable[Passage]) -> tuple[Run, ...]:
    """The runs of several passages, a line break between them, list markers as words."""
    runs: list[Run] = []
    for passage in passages:
        if runs:
            runs.append(Run("\n"))
        if passage.marker:
            runs.append(Run(passage.marker + " "))
        runs += passage.runs
    return tuple(runs)


def without_mark(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    """A note's text without a custom mark that its author repeated at its start."""
    text = "".join(run.text for run in runs)
    return cut_start(runs, len(mark)) if mark and not mark.isalnum() and text.startswith(mark) else runs


def _kind(block: Block, marker: str, depth: int, length: int) -> tuple[Kind, int]:
    """The kind of a passage and its level."""
    if block.heading and length <= LONG_HEADING:
        return Kind.HEADING, block.heading
    if marker:
        return Kind.LIST_ITEM, depth
    return (Kind.QUOTATION if block.quotation else Kind.PARAGRAPH), 0


def _bold(passage: Passage) -> bool:
    return all(run.bold for run in passage.runs if run.text)
