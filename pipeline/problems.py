"""What validation reports: problems with a stable code and a place, the error classes and the exit codes."""

from __future__ import annotations

import enum
import errno
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.codes import CODES, Severity

__all__ = [
    "CommandError",
    "ExitCode",
    "InputError",
    "OutputError",
    "Place",
    "PresessionError",
    "Problem",
    "Severity",
    "has_errors",
    "problem",
    "sorted_problems",
]


class ExitCode(enum.IntEnum):
    """What the command tells the shell."""

    DONE = 0
    BUG = 1
    USAGE = 2
    PROBLEMS = 3
    OUTPUT = 4
    INTERRUPTED = 130


DISK_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG})
"""What the system says of a disk that is full, may not be written or is broken: no fault of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file, then line and column, or page and paragraph; 0 means not known.

    `file` is written the way staff would find it: relative to the folder the command was started with.
    Lines, columns, pages and paragraphs count from 1.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    page: int = 0
    paragraph: int = 0

    def __str__(self) -> str:
        text = self.file
        if self.line:
            text += f":{self.line}" + (f":{self.column}" if self.column else "")
        if self.page:
            text += f", page {self.page}"
        if self.paragraph:
            text += f", paragraph {self.paragraph}"
        return text

    def within(self, file: str) -> Place:
        """The same place in `file`; readers work on bytes and do not know what their file is called."""
        return Place(file, self.line, self.column, self.page, self.paragraph)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    `values` are the facts that the sentence was made from (for `--format json` and for tests).
    """

    code: str
    severity: Severity
    place: Place
    what: str
    what_to_do: str
    values: tuple[tuple[str, str], ...] = field(default=())

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        return f"{where}{self.severity.value} {self.code}: {self.what} {self.what_to_do}".rstrip()

    def within(self, file: str) -> Problem:
        """The same problem, placed in `file`."""
        return Problem(
            self.code, self.severity, self.place.within(file), self.what, self.what_to_do, self.values
        )

    def alone(self) -> Problem:
        """The same problem of a file that is no speaker's, which staff named on the command line."""
        other = CODES[self.code].alone.format_map(dict(self.values))
        return replace(self, what_to_do=other) if other else self

    def as_json(self) -> dict[str, Any]:
        """A flat mapping for `problems.json` and `--format json`; places that are not known are null."""
        place = self.place
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": place.file or None,
            "line": place.line or None,
            "column": place.column or None,
            "page": place.page or None,
            "paragraph": place.paragraph or None,
            "what": self.what,
            "what_to_do": self.what_to_do,
        }


def problem(code: str, place: Place | None = None, /, **values: object) -> Problem:
    """Make the problem `code` at `place`; `values` fill the sentences of the catalogue in `codes.py`.

    Raises KeyError for a code or a value that the catalogue does not know: that is our bug, not an input's.
    """
    entry = CODES[code]
    shown = {name: printable(str(value)) for name, value in values.items()}
    return Problem(
        code,
        entry.severity,
        place or Place(),
        entry.what.format_map(shown),
        entry.what_to_do.format_map(shown),
        tuple(sorted(shown.items())),
    )


def printable(text: str, limit: int = 200) -> str:
    """`text` safe to print in one line of a terminal: no control characters, at most `limit` characters."""
    safe = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: limit + 1])
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by place, then by severity, then by code."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.severity.rank, p.code, p.what)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them stops a build of its State."""
    return any(p.severity is Severity.ERROR for p in problems)


class PresessionError(Exception):
    """What this program raises itself; `exit_code` says how the command ends."""

    exit_code = ExitCode.BUG


class InputError(PresessionError):
    """The inputs cannot be used; `problems` says why."""

    exit_code = ExitCode.PROBLEMS

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class CommandError(PresessionError):
    """The command line asks for something that does not exist; the sentence says what there is."""

    exit_code = ExitCode.USAGE


class OutputError(PresessionError):
    """An output cannot be written; the sentence says which and what to do."""

    exit_code = ExitCode.OUTPUT
