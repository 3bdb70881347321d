"""What runs in a worker that reads one file of the collection: the way of `extract`, with all that it tried."""

from __future__ import annotations

import contextlib
import json
import time
from dataclasses import dataclass
from typing import Any

from pipeline import steps
from pipeline.cli import extract
from pipeline.engine import guard
from pipeline.models.passages import RawStatement
from pipeline.problems import has_errors
from pipeline.run import Extracted

_tried: list[str] = []


class _Recorded(guard.Forbidden):
    """As the guard's own, and remembered even if a reader swallows it."""

    def __init__(self, *words: object) -> None:
        super().__init__(*words)
        _tried.append(str(words[0]))


@dataclass(frozen=True, slots=True)
class Watched:
    """A statement and what `extract` would print of it; seconds, MiB of the worker so far, what was refused."""

    statement: RawStatement
    printed: str
    seconds: float
    mebibytes: float
    tried: tuple[str, ...]


def read_watched(data: bytes, name: str, extracting: bool) -> Watched:
    """Read `data` as every command does, and extract from it; connections and other files are remembered."""
    setattr(guard, "Forbidden", _Recorded)  # noqa: B010  (only in this worker, and the class is never asked for)
    _tried.clear()
    begin = time.monotonic()
    statement = steps.read_statement(data, name)
    seconds = time.monotonic() - begin
    tried = tuple(_tried)
    problems = tuple(found.within(name) for found in statement.problems)
    printed = json.dumps([found.as_json() for found in problems], ensure_ascii=False)
    if extracting and not has_errors(problems):
        with _unguarded():
            found = steps.extract_from(statement, None, "en")
        printed = json.dumps(extract.as_json(Extracted(found, problems)), ensure_ascii=False)
    return Watched(statement, printed, seconds, _peak(), tried)


@contextlib.contextmanager
def _unguarded() -> Any:
    """As extracting runs: it is no reading, and loads what it needs."""
    setattr(guard._here, "guarded", False)  # noqa: B010
    try:
        yield
    finally:
        setattr(guard._here, "guarded", True)  # noqa: B010


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
