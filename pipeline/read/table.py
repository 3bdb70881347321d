"""Read a table to be labelled: CSV, a spreadsheet (.xlsx), or text with a recommendation a line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from pipeline.models.passages import FileKind
from pipeline.models.table import Layout, Table
from pipeline.problems import Problem, problem
from pipeline.read.encoding import decode_any
from pipeline.read.kind import find_kind, shown
from pipeline.read.limits import MAX_BYTES, Refused, damaged, too_much

MAX_ROWS = 300_000
_HEAD_WITHIN = 20
"""A title and notes may stand above the names of the columns; they are looked for in so many rows."""
_DELIMITERS = (",", ";", "\t", "|")
_SEP = re.compile(r"sep=(.)\r?\n?", re.I)
_MARKS = (
    (b"\xef\xbb\xbf", ("utf-8",)),
    (b"\xff\xfe", ("utf-16-le",)),
    (b"\xfe\xff", ("utf-16-be",)),
    (b"", ("utf-8", "cp1252", "cp1250", "cp1251", "cp1256", "cp1254", "utf-16-le", "utf-16-be")),
)


def read_table(data: bytes, name: str, column: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table in `data`, whose wanted column is called `column`; of text the lines are that column.

    `name` serves for its ending only: a file whose name ends in .txt is text, unless its first line is a
    head with that column. Never raises; without a table an error says why (FI01 to FI05).
    """
    try:
        return _read(data, name, column)
    except Refused as refusal:
        return None, (refusal.problem,)
    except (MemoryError, RecursionError):
        return None, (problem("FI04", reason="it needs too much memory to read"),)
    except Exception as failure:
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        return None, (problem("FI03", reason=reason),)


def _read(data: bytes, name: str, column: str) -> tuple[Table, tuple[Problem, ...]]:
    if data.startswith(b"PK"):
        from pipeline.read.sheet import read_sheet

        return read_sheet(data, column), ()
    kind, _ = find_kind(data[:MAX_BYTES], "")
    if kind is not FileKind.TEXT:
        raise Refused("FI02", kind=shown(kind))
    text, problems = decode_any(data)
    mark, codec = _codec(data, text)
    first = text.partition("\n")[0].strip("\r")
    delimiter = _delimiter(text, column)
    if find_column([[first.strip('"')]], column)[1] == 0:  # a head of one column
        if all(len(cells) <= 1 for _, cells in _records(text, ",")):
            return _table(text, column, Layout("csv", ",", codec, mark)), problems
        return _lines(text.partition("\n")[2], first), problems
    if name.lower().endswith((".txt", ".text")) and not (delimiter and delimiter in first):
        return _lines(text, column), problems
    return _table(text, column, Layout("csv", delimiter or _likely(text), codec, mark)), problems


def _lines(text: str, column: str) -> Table:
    """Lines as they stand, commas and all: nobody quoted them."""
    lines = tuple((line.rstrip("\r\n"),) for line in io.StringIO(text, newline=""))
    _check_count(len(lines))
    return Table((column,), lines, 0, 0, Layout("txt"))


def _codec(data: bytes, text: str) -> tuple[bytes, str]:
    """The byte order mark and the codec that give `data` back from `text`, the codec "" if none does."""
    for mark, codecs in _MARKS:
        if data.startswith(mark):
            for codec in codecs:
                try:
                    if mark + text.encode(codec) == data:
                        return mark, codec
                except UnicodeEncodeError:
                    continue
    return b"", ""


def _delimiter(text: str, column: str) -> str:
    """The delimiter with which a row near the top has the wanted column, "" if there is none."""
    if match := _SEP.match(text):
        return match[1]
    for delimiter in sorted(_DELIMITERS, key=lambda sign: -text[:2000].count(sign)):
        rows = (cells for _, cells in _records(text[:100_000], delimiter))
        if find_column([row for _, row in zip(range(_HEAD_WITHIN), rows, strict=False)], column)[1] >= 0:
            return delimiter
    return ""


def _likely(text: str) -> str:
    """The delimiter that the first lines have most; titles may stand above the names of the columns."""
    first = "".join(text.splitlines(keepends=True)[:_HEAD_WITHIN])
    return max(_DELIMITERS, key=first.count)


def _table(text: str, column: str, layout: Layout) -> Table:
    records, rows = [], []
    for record, cells in _records(text, layout.delimiter):
        records.append(record)
        rows.append(tuple(cells))
    _check_count(len(rows))
    if records and len(records[-1].splitlines()) > 1 and records[-1].count('"') % 2:
        line = sum(len(record.splitlines()) for record in records[:-1]) + 1
        raise damaged(f"a quotation mark is opened in line {line} and never closed")
    head, chosen = find_column(rows[:_HEAD_WITHIN], column)
    layout = Layout("csv", layout.delimiter, layout.codec, layout.mark, tuple(records))
    return Table(rows[head] if rows else (), tuple(rows[head + 1 :]), chosen, head, layout)


def _records(text: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """Every record as it stands, with its line end, and its cells."""
    taken: list[str] = []

    def lines() -> Iterator[str]:
        # blank "newline" keeps \r\n, \n and \r as they are
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    reader = csv.reader(lines(), delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as cause:
            raise too_much(f"the record in line {reader.line_num} has a cell that is too long") from cause
        yield "".join(taken), cells
        taken.clear()


def find_column(rows: Sequence[Sequence[str]], column: str) -> tuple[int, int]:
    """(row, place) of the cell that is called `column`, first exactly, then in any case and spacing.

    (the row with most cells, -1) if there is none: titles above the names of the columns have fewer.
    """
    for same in (str.strip, lambda name: " ".join(name.split()).casefold()):
        for number, row in enumerate(rows):
            names = [same(cell) for cell in row]
            if same(column) in names:
                return number, names.index(same(column))
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    return (filled.index(max(filled)) if filled else 0), -1


def _check_count(rows: int) -> None:
    if rows > MAX_ROWS:
        raise too_much(f"it has {rows} rows, where {MAX_ROWS} are allowed")
