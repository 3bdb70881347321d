"""Read the previous review's recommendations: a database export (.csv) or the thematic list (.docx)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.models.passages import FileKind, Kind, Passage
from pipeline.models.session import PreviousRecommendation
from pipeline.problems import Problem, problem
from pipeline.read.clean import clean
from pipeline.read.encoding import decode
from pipeline.read.kind import find_kind
from pipeline.read.limits import Refused

Previous = tuple[tuple[PreviousRecommendation, ...], tuple[Problem, ...]]

_MOST_ROWS = 50_000
_SUPPORTED = {"accepted": True, "supported": True, "noted": False, "rejected": False, "not supported": False}
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s+")
_SOURCE = re.compile(r"source of position", re.I)
_THEME = re.compile(r"theme\s*:\s*(.+)", re.I | re.S)


def read_previous(data: bytes, name: str) -> Previous:
    """Read the recommendations of the last review from `data`; `name` serves for its ending only.

    An export of the UPR Info Database has a row per recommending State and the columns To, Text, From,
    Response (Accepted or Noted) and Issue. OHCHR's thematic list has a table whose header row names
    Recommendation and Position, under rows "Theme: ..."; the recommending States stand in brackets. A text
    listed under several themes is given once, with its first theme. Never raises; a list that cannot be used
    is FI29, a file that cannot be read has the problem that a statement would have.
    """
    try:
        kind, _ = find_kind(data, re.sub(r"(?i)\.csv$", ".txt", name))
        if kind is FileKind.DOCX:
            return _thematic_list(data)
        if kind is FileKind.PDF:
            return _unusable("a PDF does not say where its cells begin and end")
        return _export(data)
    except Refused as refusal:
        return (), (refusal.problem,)
    except (MemoryError, RecursionError):
        return (), (problem("FI04", reason="it needs too much memory to read"),)
    except Exception as failure:
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        return (), (problem("FI03", reason=reason),)


def _unusable(reason: str) -> Previous:
    return (), (problem("FI29", reason=reason),)


def _export(data: bytes) -> Previous:
    """The rows of an export, the same text for several States as one recommendation of them all."""
    text, problems = decode(data)
    lines = text.splitlines()
    first = lines[0] if lines else ""
    delimiter = max((",", ";", "\t"), key=first.count)
    rows = csv.reader(io.StringIO(clean_lines(text), newline=""), delimiter=delimiter)
    try:
        table = [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error:
        return _unusable("it is not a table of comma-separated values")
    columns = {cell.strip().lower(): place for place, cell in enumerate(table[0])} if table else {}
    if "text" not in columns:
        return _unusable("it has no column “Text”")
    if len(table) > _MOST_ROWS:
        return _unusable(f"it has more than {_MOST_ROWS} rows")
    states_under_review = dict.fromkeys(filter(None, (_cell(row, columns, "to") for row in table[1:])))
    if len(states_under_review) > 1:
        return _unusable(f"it holds recommendations to {len(states_under_review)} States")
    found = (_from_row(row, columns) for row in table[1:])
    return _merged(item for item in found if item.text), problems


def clean_lines(text: str) -> str:
    """`text` without what cannot be shown, its line ends and tabs kept for the table."""
    return "".join(
        part if part in "\r\n\t" else clean(part) for part in re.split(r"([\r\n\t])", text) if part
    )


def _cell(row: Sequence[str], columns: dict[str, int], name: str) -> str:
    place = columns.get(name, len(row))
    return " ".join(row[place].split()) if place < len(row) else ""


def _from_row(row: Sequence[str], columns: dict[str, int]) -> PreviousRecommendation:
    state = _cell(row, columns, "from")
    return PreviousRecommendation(
        _cell(row, columns, "text"),
        (state,) if state else (),
        _SUPPORTED.get(_cell(row, columns, "response").lower()),
        _cell(row, columns, "paragraph"),
        _spaced(_cell(row, columns, "issue")),
    )


def _thematic_list(data: bytes) -> Previous:
    """The rows of every table that has the columns of OHCHR's list."""
    from pipeline.read.docx import read_docx

    cells = [passage for passage in read_docx(data).passages if passage.kind is Kind.TABLE_CELL]
    found: list[PreviousRecommendation] = []
    for _, table in groupby(cells, key=lambda passage: passage.table):
        found += _from_table(list(table))
    if not found:
        return _unusable("no table in it has the columns Recommendation and Position")
    return _merged(found), ()


def _from_table(cells: list[Passage]) -> Iterator[PreviousRecommendation]:
    """The recommendations of one table, in the order of its rows."""
    rows = [list(row) for _, row in groupby(cells, key=lambda passage: passage.row)]
    head = {passage.text.lower(): passage.column for passage in rows[0]}
    text_column = next((column for title, column in head.items() if title.startswith("recommendation")), 0)
    position_column = next((column for title, column in head.items() if title.startswith("position")), 0)
    if not text_column or not position_column:
        return
    theme = ""
    for row in rows[1:]:
        if match := _THEME.match(row[0].text):
            theme = _spaced(match.group(1))
            continue
        position = " ".join(p.text for p in row if p.column == position_column).lower().strip()
        text, number = _recommendation([p for p in row if p.column == text_column])
        if text and position:
            yield PreviousRecommendation(text, states_in(text), _SUPPORTED.get(position), number, theme)


def _spaced(theme: str) -> str:
    """A theme, or several of them: some lists part them by a comma without a blank."""
    return ", ".join(" ".join(part.split()) for part in re.split(r",(?!\d)", theme) if part.strip())


def _recommendation(cell: list[Passage]) -> tuple[str, str]:
    """The text of a cell and its paragraph number, without the source of the position."""
    parts: list[str] = []
    for passage in cell:
        if _SOURCE.match(passage.text):
            break
        parts += [passage.marker, passage.text]
    text = " ".join(" ".join(parts).split())
    match = _NUMBER.match(text)
    number = match.group(1) if match else ""
    return text[match.end() if match else 0 :].rstrip("; "), number


def states_in(text: str) -> tuple[str, ...]:
    """The recommending States that stand in brackets where a recommendation ends.

    >>> states_in("Ratify it (France) (Iran (Islamic Republic of), Peru)")
    ('France', 'Iran (Islamic Republic of)', 'Peru')
    """
    found: list[str] = []
    depth = start = 0
    for place, char in enumerate(text):
        if char == "(":
            depth += 1
            start = place + 1 if depth == 1 else start
        elif char == ")" and depth:
            depth -= 1
            after = text[place + 1 :].lstrip(" .")
            if not depth and (not after or after[0] in ";("):
                found += _split(text[start:place])
    return tuple(dict.fromkeys(found))


def _split(group: str) -> list[str]:
    """The names in one bracket; a comma inside an inner bracket parts nothing."""
    names = re.split(r"\s*[,;]\s*(?![^()]*\))", group)
    return [name.strip() for name in names if name.strip() and not any(map(str.isdigit, name))]


def _merged(
    items: Iterator[PreviousRecommendation] | list[PreviousRecommendation],
) -> tuple[PreviousRecommendation, ...]:
    """Each text once, with all its States, in the order of first appearance."""
    done: dict[tuple[str, str, bool | None], PreviousRecommendation] = {}
    for item in items:
        key = (item.text, item.paragraph, item.supported)
        before = done.get(key)
        states = tuple(dict.fromkeys((*before.states, *item.states))) if before else item.states
        theme = before.theme if before else item.theme
        done[key] = PreviousRecommendation(item.text, states, item.supported, item.paragraph, theme)
    return tuple(done.values())
