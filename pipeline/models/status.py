"""What staff must know of a build at one look: every State, what is missing and where, what came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.models.ledger import Account
from pipeline.problems import Problem, Severity

Result = Literal[
    "built", "held back", "failed", "not reached", "not asked for", "stands", "out of date", "damaged"
]


@dataclass(frozen=True, slots=True)
class StateStatus:
    """One State in a build.

    `result`: "held back" has an error, so that an earlier pack (if any) was kept; "failed" is our own fault;
    "not reached" is a State that a build was stopped before. The last three are of States that were not asked
    for and have a pack of an earlier build: made from what is there now, from something else, or not as made.
    `counted`: whether it is known what is in the pack.
    `received` of `speakers` statements can be read and are in the pack. `awaited` are (speaker's number or
    0, item) pairs: no names, since the page lies beside the packs. `files` are names in the State's folder.
    `accounts` tell what became of every file that was sent.
    """

    folder: str
    name: str
    when: str = ""
    room: str = ""
    result: Result = "not asked for"
    final: bool = False
    speakers: int = 0
    counted: bool = True
    received: int = 0
    recommendations: int = 0
    questions: int = 0
    awaited: tuple[tuple[int, str], ...] = ()
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    accounts: tuple[Account, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many problems of `severity` the State has."""
        return sum(found.severity is severity for found in self.problems)


@dataclass(frozen=True, slots=True)
class Status:
    """A whole build. `problems` are those of no State's folder; `files` lie beside the States' folders.

    `accounts` tell what became of the session's own files.
    """

    title: str
    edition: str
    marks: tuple[str, ...] = ()
    states: tuple[StateStatus, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
