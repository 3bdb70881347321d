"""The made cases of the hostile collection, what their index expects, and what was decided otherwise."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.problems import Problem

# Decided otherwise than the index proposes, with the verdict that holds here.
OWN_WAY = {
    "d019": "accept",  # a part's name counts without case, as its standard says
    "d093": "accept",  # files in the strict form can be read
    "d102": "accept",  # scrub: nothing to tell of, the path is in no output
    "d120": "warn",  # no picture of a statement is ever unpacked
    "d155": "warn",  # scrub, and the picture is told of
    "m009": "warn",  # long runs of signs are told of as a word without end
    "m017": "warn",  # the code page is guessed, and staff are asked to look
    "m025": "warn",  # a file is what its bytes say
    "p036g": "warn",  # all its words stand beside its page
    "p060_99": "warn",  # the words are whole, only the table of objects was rebuilt
    "p073": "reject",  # PDFium does not survive it
    "p076": "warn",  # read as the PDF that it begins as
    "p079": "accept",  # scrub: the older version of the file is in no output
    "p089": "warn",  # columns in an order that cannot be known
    "p091": "reject",  # a million letters on a page would take half a minute
}


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the index. `expected`: reject, warn or accept; `leaks`: what may be in no output."""

    id: str
    path: Path
    kind: str
    expected: str
    kept: tuple[str, ...]
    leaks: tuple[str, ...]


def made_cases(shared: Path, *kinds: str) -> list[Case]:
    """The stored cases of these kinds."""
    folder = shared / "hostile"
    with (folder / "index_generated.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["kind"] in kinds and row["stored"] == "yes"]
    return [
        Case(
            row["id"],
            folder / row["path"],
            row["kind"],
            OWN_WAY.get(row["id"], row["expected_class"]),
            _words(row["must_appear"]),
            _words(row["must_not_appear"]),
        )
        for row in rows
    ]


def real_files(shared: Path) -> list[Path]:
    """The files of public test suites."""
    folder = shared / "hostile"
    with (folder / "index_real.csv").open(encoding="utf-8", newline="") as lines:
        return [folder / row["path"] for row in csv.DictReader(lines)]


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word)


def verdict(problems: Iterable[Problem]) -> str:
    """reject, warn or accept."""
    severities = {problem.severity.value for problem in problems}
    return "reject" if "error" in severities else "warn" if "warning" in severities else "accept"
