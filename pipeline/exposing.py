"""What a finished file carries of persons, looked for in a worker with limits, as statements are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline import read
from pipeline.engine import Failed, Failure, Pool
from pipeline.models.exposure import Exposed
from pipeline.problems import InputError, Place, Problem, problem

__all__ = ["Exposure", "expose_file"]

SECONDS = 60.0
MEBIBYTES = 1024
MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a file carries, and what looking through it reported."""

    findings: tuple[Exposed, ...]
    problems: tuple[Problem, ...]


def expose_file(file: Path, expected: tuple[str, ...] = ()) -> Exposure:
    """Every finding in `file` but those that say one of `expected`. Raises InputError."""
    document = read.read_document(file, MOST_BYTES)
    if document.data is None:
        raise InputError(found.alone() for found in document.problems)
    shown = document.shown
    with Pool(1) as pool:
        [(_, outcome)] = pool.each(read.exposed_in, [(document.data,)], SECONDS, MEBIBYTES)
    if isinstance(outcome, Failed):
        raise InputError([_failed(outcome, shown).alone()])
    findings, problems = outcome.value
    placed = tuple(found.within(shown).alone() for found in problems)
    if placed:
        raise InputError(placed)
    known = {text.casefold() for text in expected}
    return Exposure(tuple(each for each in findings if each.what.casefold() not in known), placed)


def _failed(outcome: Failed, shown: str) -> Problem:
    if outcome.failure in (Failure.TIME, Failure.MEMORY):
        return problem("FI14", Place(shown), seconds=f"{SECONDS:.0f}")
    return problem("FI03", Place(shown), reason="reading it makes the reader crash")
