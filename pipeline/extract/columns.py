"""Tables of a statement: what each column holds, told by its head."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract import outline
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import starts_as_action
from pipeline.extract.outline import Section, Zone
from pipeline.models.passages import Kind, Passage

_TITLE = 8
"""Words of a head, at most."""

_LABEL = 3
"""Words of a cell that may only name what stands beside it, at most."""

_STOPS = (".", ";", "!", "?", "。", "؟", "！", "？", "；")


class Columns:
    """The columns of all tables that were read so far, by table and column."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._sections: dict[tuple[int, int], Section] = {}
        self._titles: dict[tuple[int, int], str] = {}
        self._followed: set[int] = set()
        self._rows: dict[tuple[int, int], int] = {}
        self._wide: set[int] = set()
        self._stems: dict[tuple[int, int], bool] = {}

    def is_head(self, passage: Passage, text: str) -> bool:
        """Whether a cell, with its folded text, names what its column holds; it is remembered."""
        if passage.column > 1 or passage.span > 1:
            self._wide.add(passage.table)
        if not (passage.header or passage.row <= 1):
            return False
        found = outline.section(text, self._grammar)
        if found is not Section.PLAIN and len(text.split()) <= _TITLE:
            key = (passage.table, passage.column)
            if passage.row > 1 and found is Section.RECOMMENDATIONS:
                self._forget_titles(passage)
            self._sections[key], self._titles[key] = found, passage.text
            self._rows[key] = passage.row
            return True
        if passage.header and self._grammar.matrix.fullmatch(text.strip(" :.")):
            self._followed.add(passage.table)
        return False

    def zone(self, passage: Passage, around: Zone) -> tuple[Zone, bool] | None:
        """What a cell stands in, and whether its column holds recommendations; None where nothing is asked.

        Beside a column of recommendations the others only say more about them; in a table that follows up
        earlier ones they are told. A cell that only names what stands beside it ("Education", "Address") asks
        for nothing, unless the cell above it opens a list.
        """
        key = (passage.table, passage.column)
        column = self._sections.get(key)
        asks = column is Section.RECOMMENDATIONS and passage.table not in self._followed
        if column is Section.RECOMMENDATIONS and not asks:
            column = Section.REPORTED
        sorts = not asks and (outline.recommends(self._sections, passage.table) or self._labels(passage))
        if sorts or passage.header or column in {Section.SILENT, Section.QUESTIONS}:
            return None
        zone = Zone(column, self._titles.get(key, "")) if column else around
        return None if zone.section is Section.SILENT else (zone, asks)

    def _forget_titles(self, head: Passage) -> None:
        """Below the title of a whole table the `head` of a column says what is asked for."""
        for key in [key for key, row in self._rows.items() if key[0] == head.table and row < head.row]:
            del self._sections[key], self._titles[key], self._rows[key]

    def _labels(self, passage: Passage) -> bool:
        """Whether a cell, in a table with several columns, is a label that no cell above it introduces."""
        key = (passage.table, passage.column)
        listed = self._stems.get(key, False)
        label = is_label(passage, self._grammar)
        self._stems[key] = passage.text.rstrip().endswith((":", "：")) and not label
        return passage.table in self._wide and not listed and label


def is_label(passage: Passage, grammar: Grammar) -> bool:
    """Whether a cell has one word, or a few that name no action; "We demand:" is none."""
    words, text = outline.count(passage.text, grammar), fold(passage.text).text.strip()
    if words > _LABEL or grammar.heads.any.search(text):
        return False
    return words <= 1 or text.endswith(":") or not starts_as_action(text, grammar)


def with_header_rows(passages: Sequence[Passage], grammar: Grammar) -> Sequence[Passage]:
    """The passages with the header rows of tables as such, however they look: told by their words alone."""
    found: set[int] = set()
    cells = [number for number, one in enumerate(passages) if one.kind is Kind.TABLE_CELL]
    for _, table in itertools.groupby(cells, key=lambda number: passages[number].table):
        found |= _header_row([(number, passages[number]) for number in table], grammar)
    if not found:
        return passages
    return [replace(one, header=True) if number in found else one for number, one in enumerate(passages)]


def _header_row(table: Sequence[tuple[int, Passage]], grammar: Grammar) -> set[int]:
    """The cells of a table's header row, where none is marked.

    That is the first row with a cell that by itself means "Recommendations", if no more than a title stands
    over it; else a first row of labels over rows that say more, or the label in the corner alone.
    """
    if any(one.header for _, one in table):
        return set()
    for row, cells in itertools.groupby(table, key=lambda cell: cell[1].row):
        inside = list(cells)
        several = len({one.column for _, one in inside}) > 1
        if several and _heads([one for _, one in inside], grammar):
            return {number for number, _ in inside}
        if several or row > _LABEL:
            below = (one for _, one in table if one.row > row)
            if several and row <= 1 and _are_labels([one for _, one in inside], below, grammar):
                return {number for number, _ in inside}
            first, corner = inside[0]
            return {first} if several and row <= 1 and is_label(corner, grammar) else set()
    return set()


def _heads(row: Sequence[Passage], grammar: Grammar) -> bool:
    """Whether a row of short cells has one that heads a column of recommendations."""
    texts = [fold(one.text).text.strip() for one in row]
    if any(len(text.split()) > _TITLE or text.endswith(_STOPS[1:]) for text in texts):
        return False
    return any(outline.section(text, grammar) is Section.RECOMMENDATIONS for text in texts)


def _are_labels(row: Sequence[Passage], below: Iterable[Passage], grammar: Grammar) -> bool:
    """Whether a row of labels, none of them a number, stands over cells that say more."""
    acting = 0
    for one in row:
        text = fold(one.text).text.strip()
        if outline.count(text, grammar) > _LABEL or text.isdecimal() or text.endswith(_STOPS[1:]):
            return False
        acting += not is_label(one, grammar)
    longer = any(outline.count(one.text, grammar) > _LABEL for one in below)
    return longer and 2 * acting < len(row) + 1
