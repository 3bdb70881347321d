"""What `presession check --pack` does with a PDF: read it in a worker, hold the ten rules against it."""

from __future__ import annotations

from dataclasses import replace

from pipeline import read, validate
from pipeline.models.bundle import Judged
from pipeline.problems import CommandError, InputError, PresessionError, Problem

MOST_BYTES = 200_000_000
"""Of a PDF; a print run of a whole session with pictures is a tenth of it."""
SECONDS = 120.0
MEBIBYTES = 4096
"""Address space of the worker: objects take some ten times their bytes."""


def judge(data: bytes) -> tuple[tuple[Judged, ...], tuple[Problem, ...]]:
    """The ten rules for the PDF `data`; none, and the problems, where it cannot be read."""
    bundle, problems = read.read_bundle(data)
    return (validate.validate_bundle(bundle) if bundle else ()), problems


def refused(problems: tuple[Problem, ...], shown: str) -> PresessionError:
    """What to raise where no rule could be held against the file: it is no PDF, or it cannot be read."""
    other = next((dict(found.values)["kind"] for found in problems if found.code == "FI02"), "")
    if other:
        return CommandError(f"{shown} is {other}. --pack takes a finished PDF.")
    return InputError(found.within(shown).alone() for found in problems)


def placed(judged: tuple[Judged, ...], shown: str) -> tuple[Judged, ...]:
    """The same with the name of the file in every place."""
    return tuple(
        replace(each, problems=tuple(found.within(shown) for found in each.problems)) for each in judged
    )
