"""Tables of a statement: what each column holds, told by its head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
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

_ASKED = (Section.RECOMMENDATIONS, Section.CITED)
_OTHERS = (Section.REPORTED, Section.CITED)
"""What titles of tables open that tell of the recommendations of others."""

_UNCOUNTED = re.compile(r"[\W\d_]+")
_STOPS = (".", ";", "!", "?", "。", "؟", "！", "？", "；")


class Columns:
    """The columns of all tables that were read so far, by table and column."""

    def __init__(self, grammar: Grammar, passages: Sequence[Passage]) -> None:
        """`passages`: all of the text, which tell what the first row of a table is."""
        self._grammar = grammar
        self._headless: set[int] = set()
        self._alone: set[tuple[int, int]] = set()
        for rows in _tables(passages):
            first = rows[0][0]
            if first.row <= 1 and _begins(rows[0], rows, grammar):
                self._headless.add(first.table)
            self._alone |= {(row[0].table, row[0].row) for row in rows if len(row) == 1}
        self._over: list[Passage] = []
        self._given: set[Passage] = set()
        self._earlier: set[tuple[int, int]] = set()
        self._beside: dict[int, tuple[Passage, Section]] = {}
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
        if not (passage.header or (passage.row <= 1 and passage.table not in self._headless)):
            return False
        found = _named(text, self._grammar)
        if found is not Section.PLAIN:
            key = (passage.table, passage.column)
            if found in _OTHERS and (passage.span > 1 or (passage.table, passage.row) in self._alone):
                self._over.append(passage)
            elif passage.row > 1 and found is Section.RECOMMENDATIONS:
                found = self._below_title(passage, text)
                if found is not Section.RECOMMENDATIONS:
                    self._earlier.add(key)
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
        column, title = self._sections.get(key), self._titles.get(key, "")
        if self._labels_row(passage, column):
            return None
        beside, found = self._beside.get(passage.table, (None, None))
        if beside is not None and beside.row == passage.row:
            if passage.column > beside.column + beside.span:
                return None
            column, title = found, beside.text
        elif column is None and (above := self._title_over(passage)):
            column, title = self._sections.get((above.table, above.column)), above.text
        asks = column is Section.RECOMMENDATIONS and passage.table not in self._followed
        if column is Section.RECOMMENDATIONS and not asks:
            column = Section.REPORTED
        listed = key in self._earlier
        sorts = not (asks or listed) and (
            outline.recommends(self._sections, passage.table) or self._labels(passage)
        )
        if sorts or passage.header or column in {Section.SILENT, Section.QUESTIONS}:
            return None
        zone = Zone(column, title) if column else around
        return None if zone.section is Section.SILENT else (zone, asks or listed)

    def _forget_titles(self, head: Passage) -> None:
        """Below the title of a whole table the `head` of a column says what is asked for."""
        for key, row in list(self._rows.items()):
            asked = self._sections[key] is Section.RECOMMENDATIONS
            if asked and key[0] == head.table and row < head.row:
                del self._sections[key], self._titles[key], self._rows[key]

    def _title_over(self, passage: Passage) -> Passage | None:
        """The title over a cell, of the whole table or some columns, that tells of what others asked."""
        for title in reversed(self._over):
            if title.table == passage.table and title.row < passage.row:
                whole = (title.table, title.row) in self._alone
                if whole or title.column <= passage.column < title.column + title.span:
                    return title
        return None

    def _below_title(self, head: Passage, text: str) -> Section:
        """What a `head` of recommendations opens: below such a title, the first one opens no own ones."""
        title = self._title_over(head)
        if title is None or title in self._given or self._grammar.authors.search(text):
            return Section.RECOMMENDATIONS
        self._given.add(title)
        return _named(fold(title.text).text, self._grammar)

    def _only_titled(self, table: int) -> bool:
        """Whether no column of a table has a head of its own, but only a title over all of them."""
        return all((table, row) in self._alone for key, row in self._rows.items() if key[0] == table)

    def _labels_row(self, passage: Passage, column: Section | None) -> bool:
        """Whether a cell only says what stands beside it ("Recommendation 2"); that is remembered."""
        text = fold(passage.text).text
        found = Section.PLAIN if passage.header else _named(text, self._grammar)
        if found is Section.PLAIN or _acts(text, self._grammar):
            return False
        if (passage.table, passage.row) not in self._alone and self._only_titled(passage.table):
            self._forget_titles(passage)
        if outline.recommends(self._sections, passage.table):
            return column is Section.RECOMMENDATIONS and outline.count(text, self._grammar) <= _LABEL
        if self._title_over(passage) is None:
            self._beside[passage.table] = (passage, found)
        return True

    def _labels(self, passage: Passage) -> bool:
        """Whether a cell, in a table with several columns, is a label that no cell above it introduces."""
        key = (passage.table, passage.column)
        listed = self._stems.get(key, False)
        label = is_label(passage, self._grammar)
        self._stems[key] = passage.text.rstrip().endswith((":", "：")) and not label
        return passage.table in self._wide and not listed and label


def _tables(passages: Sequence[Passage]) -> Iterator[list[list[Passage]]]:
    """The rows of each table."""
    cells = (one for one in passages if one.kind is Kind.TABLE_CELL)
    for _, table in itertools.groupby(cells, key=lambda one: one.table):
        yield [list(row) for _, row in itertools.groupby(table, key=lambda one: one.row)]


def _named(text: str, grammar: Grammar) -> Section:
    """What a cell with that folded text opens, if it is as short as heads are."""
    return outline.section(text, grammar) if len(text.split()) <= _TITLE else Section.PLAIN


def _acts(text: str, grammar: Grammar) -> bool:
    """Whether a cell begins as an action and says more than labels do ("Target group", "Follow-up")."""
    words = outline.count(text, grammar)
    return starts_as_action(text, grammar) and (
        words > _LABEL or (words == _LABEL and grammar.bare.match(text) is not None)
    )


def _begins(row: Sequence[Passage], rows: Sequence[Sequence[Passage]], grammar: Grammar) -> bool:
    """Whether a first row that is not marked has demands, or labels of what stands beside them, and no heads.

    A head that stands again further down beside something else is such a label; one is a demand by itself
    ("Implement the recommendation on torture").
    """
    if any(one.header for each in rows for one in each):
        return False
    texts = {one.column: fold(one.text).text.strip() for one in row}
    named = {column: _named(text, grammar) for column, text in texts.items()}
    heads = {column for column, found in named.items() if found is not Section.PLAIN}
    if any(named[column] in _ASKED and _acts(texts[column], grammar) for column in heads):
        return True
    if not heads:
        return False
    beside = [text for column, text in texts.items() if column not in heads]
    if any(_acts(text, grammar) or _ends(text, grammar) for text in beside):
        return True
    here = _kinds(row)
    later = [_kinds(each) for each in rows if each[0].row > row[0].row]
    return any(each != here and any(each.get(column) == here[column] for column in heads) for each in later)


def _ends(text: str, grammar: Grammar) -> bool:
    """Whether a cell is a sentence to its full stop, and no label ("Ref. No.")."""
    return text.endswith((".", "。")) and outline.count(text, grammar) >= _LABEL


def _kinds(row: Sequence[Passage]) -> dict[int, str]:
    """The words of a row by column, numbers aside."""
    return {one.column: " ".join(_UNCOUNTED.sub(" ", fold(one.text).text).split()) for one in row}


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
    [rows] = _tables([one for _, one in table])
    for row, cells in itertools.groupby(table, key=lambda cell: cell[1].row):
        inside = list(cells)
        several = len({one.column for _, one in inside}) > 1
        if several and _begins([one for _, one in inside], rows, grammar):
            return set()
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
