"""Tables of a statement: what each column holds, told by its head."""

from __future__ import annotations

from pipeline.extract import outline
from pipeline.extract.grammar import Grammar
from pipeline.extract.outline import Section, Zone
from pipeline.models.passages import Passage

_TITLE = 8
"""Words of a head, at most."""


class Columns:
    """The columns of all tables that were read so far, by table and column."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._sections: dict[tuple[int, int], Section] = {}
        self._titles: dict[tuple[int, int], str] = {}
        self._followed: set[int] = set()

    def is_head(self, passage: Passage, text: str) -> bool:
        """Whether a cell, with its folded text, names what its column holds; it is remembered."""
        if not (passage.header or passage.row <= 1):
            return False
        found = outline.section(text, self._grammar)
        if found is not Section.PLAIN and len(text.split()) <= _TITLE:
            key = (passage.table, passage.column)
            self._sections[key], self._titles[key] = found, passage.text
            return True
        if passage.header and self._grammar.matrix.fullmatch(text.strip(" :.")):
            self._followed.add(passage.table)
        return False

    def zone(self, passage: Passage, around: Zone) -> tuple[Zone, bool] | None:
        """What a cell stands in, and whether its column holds recommendations; None where nothing is asked.

        Beside a column of recommendations the others only say more about them; in a table that follows up
        earlier ones they are told.
        """
        key = (passage.table, passage.column)
        column = self._sections.get(key)
        asks = column is Section.RECOMMENDATIONS and passage.table not in self._followed
        if column is Section.RECOMMENDATIONS and not asks:
            column = Section.REPORTED
        sorts = not asks and outline.recommends(self._sections, passage.table)
        if sorts or passage.header or column in {Section.SILENT, Section.QUESTIONS}:
            return None
        zone = Zone(column, self._titles.get(key, "")) if column else around
        return None if zone.section is Section.SILENT else (zone, asks)
