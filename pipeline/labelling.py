"""What `presession label` does with a table: read it, describe each row, give it back with more columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import describe, read, render, validate
from pipeline.models.passages import Kind, Passage, Run
from pipeline.models.suggestions import Suggestions
from pipeline.models.table import Table
from pipeline.problems import CommandError, InputError, OutputError, Problem, printable

COLUMNS = ("action_category", "issues", "instruments", "goals", "themes", "groups", "language")
_FORMULA = ("=", "+", "-", "@", "\t")
_MARKER = re.compile(
    r"\s*(?:[-–—•●▪■◦‣*·]+|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\(?[a-z]\))\s+"
)
LATIN = ("en", "es", "fr", "pt")
"""The languages in Latin letters whose words are known."""
_EVERY = 250
"""Rows after which progress is told."""
ENDINGS = (".csv", ".tsv", ".xlsx")
MOST_BYTES = 100_000_000
"""Of a table; all recommendations of the Universal Periodic Review until today are some 40 MB."""
MEBIBYTES = 4096
"""Address space of the worker that reads it: cells take some ten times their bytes."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The new columns: their names, the cells of each row, and how many rows have a category and issues.

    `unsure` is how many rows have words of which the language is not sure.
    """

    names: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    texts: int
    categories: int
    issues: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Labelling:
    """What is to be labelled and how: the `column` of the table `file`, into `output`.

    `language` is an ISO 639-1 code, "" to detect it; with `force` another file at `output` is replaced.
    """

    file: Path
    output: Path
    column: str
    language: str = ""
    force: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling did: the file written, the new columns, and what reading the table reported.

    `formulas` is the number of cells that were there and that a spreadsheet program may run as a formula;
    `remarks` say what was read of the table where it could have been something else.
    """

    output: Path
    labels: Labels
    formulas: int
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]


def read_table(data: bytes, name: str, column: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """One table; see `read.read_table`."""
    return read.read_table(data, name, column)


def check_output(file: Path, output: Path) -> str:
    """The ending of `output`: its format. Raises CommandError for another, or for the input itself."""
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        raise CommandError(f"The output {str(output)!r} must end in one of {', '.join(ENDINGS)}.")
    if output.resolve() == file.resolve() or (output.exists() and output.samefile(file)):
        raise CommandError("The output is the input file, which is never overwritten. Choose another name.")
    return ending


def check_new(output: Path, data: bytes) -> None:
    """Raise OutputError if there is another file at `output` than the one with `data` that is to come."""
    if output.exists() and not (output.is_file() and output.read_bytes() == data):
        raise OutputError(
            f"{output} is there already and holds something else, perhaps corrections. Choose another name, "
            "or say --force to replace it."
        )


def checked(table: Table | None, problems: Sequence[Problem], column: str, shown: str) -> Table:
    """The table, if it could be read and has the column.

    Raises InputError for a damaged file, CommandError for one that is no table (FI02) and for a column that
    is not there, with the names of those that are.
    """
    if table is None:
        other = next((dict(found.values)["kind"] for found in problems if found.code == "FI02"), "")
        if other:
            raise CommandError(f"{shown} is {other}. A table is read from .csv, .xlsx or .txt (a line each).")
        raise InputError(problems)
    if table.chosen < 0:
        raise CommandError(
            f"{shown} has no column {column!r}. {_there(table)} Say with --column which one holds the "
            "recommendations."
        )
    return table


def _there(table: Table) -> str:
    """The columns that there are, of every sheet."""
    if table.layout.sheets == 1:
        return f"Its columns are: {_listed(table.columns)}."
    sheets = [(table.layout.sheet, table.columns), *table.others]
    return " ".join(
        f"The columns of the sheet {printable(name)!r} are: {_listed(columns)}." for name, columns in sheets
    )


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(repr(printable(name)) for name in columns if name.strip()) or "none"


def remarks(table: Table) -> Iterator[str]:
    """What of the table was read, where it could have been something else."""
    if table.namesakes > 1:
        yield (
            f"{table.namesakes} columns are called {printable(table.columns[table.chosen])!r}; the first of "
            "them that is written so was read. Give the other one another name if that is meant."
        )
    if table.layout.sheets > 1:
        yield f"The sheet {printable(table.layout.sheet)!r} was read, the first one with that column."


def label_rows(table: Table, language: str, watch: Callable[[float], None]) -> Labels:
    """Describe every row of `table`; `watch` is told the share done, from 0 to 1.

    `language` is an ISO 639-1 code for all rows, "" to detect it: the language of most rows in Latin letters,
    and another one only for a row that is clearly in it; "" for a row where it is not sure. No row has a
    language that is written in another script.
    """
    texts = [row[table.chosen] if table.chosen < len(row) else "" for row in table.rows]
    usual = language or _usual_language(texts)
    spoken_in = _given if language else _spoken
    found: dict[tuple[str, str], Suggestions] = {}
    cells = []
    for number, text in enumerate(texts):
        bare = _MARKER.sub("", text, count=1).strip()
        spoken = spoken_in(bare, usual)
        if (bare, spoken) not in found:
            found[bare, spoken] = describe.describe(bare, spoken) if bare else Suggestions()
        cells.append(_cells(found[bare, spoken], spoken if bare else ""))
        if number % _EVERY == 0:
            watch(number / len(texts))
    watch(1.0)
    return Labels(
        _names(table.columns),
        tuple(cells),
        sum(bool(text.strip()) for text in texts),
        sum(bool(row[0]) for row in cells),
        sum(bool(row[1]) for row in cells),
        sum(bool(text.strip()) and not row[-1] for text, row in zip(texts, cells, strict=True)),
    )


def _cells(suggested: Suggestions, language: str) -> tuple[str, ...]:
    category = "" if suggested.category is None else str(int(suggested.category))
    goals = "; ".join(map(str, suggested.goals))
    lists = (
        suggested.issues,
        suggested.instruments,
        (goals,) if goals else (),
        suggested.themes,
        suggested.groups,
    )
    return (category, *("; ".join(labels) for labels in lists), language)


def _names(columns: Sequence[str]) -> tuple[str, ...]:
    """The names of the new columns; one that the table has already is called "suggested_..."."""
    there = {name.strip().casefold() for name in columns}
    names = []
    for name in COLUMNS:
        while name in there:
            name = f"suggested_{name}"  # noqa: PLW2901
        names.append(name)
    return tuple(names)


def _given(text: str, language: str) -> str:
    """The `language` that staff say all rows are in, but for a row in the script of another one."""
    if describe.is_written_so(language, describe.script_of(text)):
        return language
    return describe.language_of(text, "")


def _spoken(text: str, usual: str) -> str:
    """The language of one row, `usual` being that of most rows in Latin letters; "" where it is not sure."""
    found = describe.language_of(text, usual)
    if describe.script_of(text) != "latin" or found != usual or describe.is_likely(text, usual):
        return found
    told = validate.detect_line(text, usual)
    return told if describe.is_written_so(told, "latin") else ""


def _usual_language(texts: Sequence[str]) -> str:
    """The language of most rows in Latin letters; where their words do not tell it, what the detector says

    of all of them, and at last in which they begin with what a State can do. "" where nothing tells it.
    """
    latin = [text for text in texts if describe.script_of(text) == "latin"]
    votes = Counter(filter(None, (describe.language_of(text, "") for text in latin)))
    counted = sum(1 for text in latin if len(text.split()) > 3)
    if votes and votes.total() * 2 >= counted:
        return max(sorted(votes), key=lambda code: votes[code])
    if together := describe.language_of("\n".join(latin), ""):
        return together
    passages = [Passage(Kind.PARAGRAPH, (Run("\n".join(latin)[:20_000]),))]
    return validate.detect_language(passages) or _acting_language(latin)


def _acting_language(texts: Sequence[str]) -> str:
    """The one language that more rows speak for than for any other, "" where there is no such one."""
    bare = [_MARKER.sub("", text, count=1).strip() for text in texts]
    votes = sorted((sum(describe.is_likely(text, code) for text in bare), code) for code in LATIN)
    return votes[-1][1] if votes[-1][0] > votes[-2][0] else ""


def formulas(table: Table) -> int:
    """How many cells a spreadsheet program would run as a formula if it opened the CSV; none in another."""
    if table.layout.kind != "csv":
        return 0
    return sum(cell.startswith(_FORMULA) for row in table.rows for cell in row)


def labelled(table: Table, labels: Labels, ending: str) -> bytes:
    """The table with its new columns, in the format of `ending` (".csv", ".tsv", ".xlsx")."""
    return render.render_labelled(table, labels.names, labels.cells, ending)
