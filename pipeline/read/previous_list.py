"""Read the previous review's recommendations from OHCHR's thematic list: the tables of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pipeline.models.passages import Kind, Passage
from pipeline.models.session import PreviousRecommendation
from pipeline.read.limits import Refused
from pipeline.read.previous_words import (
    GOALS,
    POSITION,
    RECOMMENDATION,
    THEMES,
    begins,
    folded,
    is_source,
    names_one,
    states_in,
    supported,
)

_HEAD_WITHIN = 5
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s*(?=\D)")
_THEME = re.compile(r"(?:th[eè]mes?|temas?|тема|الموضوع|主题|专题)\s*[:：]\s*(.+)", re.I | re.S)


@dataclass(slots=True)
class _Columns:
    """Which column (from 1) holds what, 0 for none, and the titles as they stand."""

    text: int = 0
    position: int = 0
    themes: int = 0
    goals: int = 0
    titles: frozenset[str] = field(default_factory=frozenset)


def read_list(data: bytes) -> list[PreviousRecommendation]:
    """The rows of every table that has the columns of OHCHR's list, in their order.

    The three generations of the format: Position and Full list of themes (second and third cycle, codes
    before the themes in the second), Position of the State under review and Relevant SDGs (fourth). A table
    without titles that follows one with titles goes on with its columns. Raises Refused as for a
    statement, and with FI29 where no table has the columns.
    """
    from pipeline.read.docx.document import read_docx

    cells = [passage for passage in read_docx(data).passages if passage.kind is Kind.TABLE_CELL]
    found: list[PreviousRecommendation] = []
    columns, theme = _Columns(), ""
    for _, table in groupby(cells, key=lambda passage: passage.table):
        rows = [list(row) for _, row in groupby(table, key=lambda passage: passage.row)]
        head, columns = _head(rows, columns)
        for row in rows[head:] if columns.text else ():
            theme = _theme(row) or theme
            found += _recommendations(row, columns, theme)
    if not found:
        raise Refused("FI29", reason="no table in it has the columns Recommendation and Position")
    return found


def _head(rows: Sequence[Sequence[Passage]], before: _Columns) -> tuple[int, _Columns]:
    """How many rows of a table are above its recommendations, and its columns."""
    for number, row in enumerate(rows[:_HEAD_WITHIN], 1):
        columns = _titles(row)
        if columns.text and columns.position:
            return number, columns
    goes_on = any(supported(_cell(row, before.position)) is not None for row in rows)
    return 0, before if goes_on else _Columns()


def _titles(row: Sequence[Passage]) -> _Columns:
    columns = _Columns(titles=frozenset(folded(passage.text) for passage in row))
    for passage in row:
        if begins(passage.text, RECOMMENDATION):
            columns.text = columns.text or passage.column
        elif begins(passage.text, POSITION):
            columns.position = columns.position or passage.column
        elif names_one(passage.text, THEMES):
            columns.themes = columns.themes or passage.column
        elif names_one(passage.text, GOALS):
            columns.goals = columns.goals or passage.column
    return columns


def _theme(row: Sequence[Passage]) -> str:
    """The theme that a row across the table announces, "" for any other row."""
    text = " ".join(passage.text for passage in row)
    if len({passage.column for passage in row}) > 1:
        return ""
    match = _THEME.match(text)
    across = row[0].span > 1 and not _NUMBER.match(text) and not states_in(text)
    return " ".join((match.group(1) if match else text if across else "").split())


def _recommendations(
    row: Sequence[Passage], columns: _Columns, theme: str
) -> Iterator[PreviousRecommendation]:
    """The recommendation of a row: nothing for titles that are repeated and for rows across the table."""
    text, number = _text([passage for passage in row if passage.column == columns.text])
    if not text or _theme(row) or {folded(passage.text) for passage in row} <= columns.titles:
        return
    position = _cell(row, columns.position)
    themes, groups, goals = _labels(row, columns)
    yield PreviousRecommendation(
        text=text,
        states=states_in(text),
        supported=supported(position),
        paragraph=number,
        theme=theme or (themes[0] if themes else ""),
        themes=themes or ((theme,) if theme else ()),
        groups=groups,
        goals=goals,
        position=position,
    )


def _cell(row: Sequence[Passage], column: int) -> str:
    return " ".join(" ".join(passage.text for passage in row if passage.column == column).split())


def _text(cell: Sequence[Passage]) -> tuple[str, str]:
    """The text of a cell and its paragraph number, without the source of the position."""
    parts: list[str] = []
    for passage in cell:
        lines = passage.text.split("\n")
        kept = next((n for n, line in enumerate(lines) if is_source(line)), len(lines))
        parts += [passage.marker, *lines[:kept]] if kept else []
        if kept < len(lines):
            break
    text = " ".join(" ".join(parts).split())
    match = _NUMBER.match(text)
    number = match.group(1) if match else ""
    return text[match.end() if match else 0 :].rstrip("; "), number


def _labels(
    row: Sequence[Passage], columns: _Columns
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Themes, groups of persons and goals: what stands in their columns, under "SDGs:" and the like."""
    found: dict[str, list[str]] = {"themes": [], "groups": [], "goals": []}
    for column, first in ((columns.themes, "themes"), (columns.goals, "goals")):
        kind = first
        cell = (passage for passage in row if column and passage.column == column)
        lines = [f"{passage.marker} {passage.text}".strip(" -•\t") for passage in cell]
        for line in filter(None, "\n".join(lines).split("\n")):
            if line.endswith((":", "：")):
                kind = "goals" if begins(line, GOALS) else "themes" if begins(line, THEMES) else "groups"
            else:
                found[kind].append(" ".join(line.split()))
    numbers = (re.match(r"\D{0,8}(\d{1,2})\b", goal) for goal in found["goals"])
    goals = tuple(dict.fromkeys(int(match.group(1)) for match in numbers if match))
    return tuple(dict.fromkeys(found["themes"])), tuple(dict.fromkeys(found["groups"])), goals
