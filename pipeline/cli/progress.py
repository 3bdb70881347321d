"""Progress on standard error and in a log file: what is being done, what is left, and for how long."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import click

from pipeline.models.build import Built
from pipeline.problems import InputError, OutputError, PresessionError

__all__ = ["Log", "Watch", "log_build", "log_file", "log_refusal", "progress", "silent", "times"]

Watch = Callable[..., None]


def silent(folder: str, doing: str, share: float, left: float | None = None) -> None:
    """Show nothing."""


@contextlib.contextmanager
def progress(quiet: bool = False, verbose: bool = False) -> Iterator[Watch]:
    """Progress on standard error: bars on a terminal, a line per finished State elsewhere.

    With `verbose` a line for every step in both; with `quiet` nothing.
    """
    if quiet:
        yield silent
    elif sys.stderr.isatty() and not verbose:
        with _bars() as watch:
            yield watch
    else:
        yield _lines(verbose)


def _lines(verbose: bool) -> Watch:
    begin = time.monotonic()

    def watch(folder: str, doing: str, share: float, left: float | None = None) -> None:
        if verbose or share >= 1 or not folder:
            told = f"{folder}: {doing}" if folder else doing
            click.echo(f"{told} ({times(time.monotonic() - begin, left)})", err=True)

    return watch


def times(elapsed: float, left: float | None) -> str:
    """ "12 s, about 30 s left"; what is left is not told where nobody can know."""
    passed = _span(elapsed)
    if left is None:
        return passed
    return f"{passed}, about {_span(left)} left" if left >= 0.5 else f"{passed}, nearly done"


def _span(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"


@contextlib.contextmanager
def _bars() -> Iterator[Watch]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    begin = time.monotonic()
    columns = (TextColumn("{task.description:<22}"), BarColumn(), TextColumn("{task.fields[doing]}"))
    with Progress(*columns, console=Console(stderr=True)) as bars:
        whole = bars.add_task("all", total=1.0, doing="starting")
        tasks: dict[str, Any] = {}
        shares: dict[str, float] = {}

        def watch(folder: str, doing: str, share: float, left: float | None = None) -> None:
            if folder:
                if folder not in tasks:
                    tasks[folder] = bars.add_task(folder, total=1.0, doing=doing)
                shares[folder] = share
                bars.update(tasks[folder], completed=share, doing=doing)
            done = sum(shares.values()) / max(len(shares), 1)
            said = times(time.monotonic() - begin, left)
            bars.update(whole, completed=done, doing=said if folder else doing)

        yield watch


class Log:
    """Lines of JSON, one for each thing that happens: folders of States, numbers, seconds and codes.

    No name of a person or of a file and no word of a statement is ever among them.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begin = time.monotonic()

    def write(self, event: str, **facts: object) -> None:
        """One line: the time in UTC, the seconds since the beginning, the event and its facts."""
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        seconds = round(time.monotonic() - self._begin, 3)
        line = {"time": moment, "seconds": seconds, "event": event, **facts}
        with _log_errors():
            self._stream.write(json.dumps(line, ensure_ascii=True) + "\n")
            self._stream.flush()

    def watching(self, watch: Watch) -> Watch:
        """`watch`, with a line here for everything it is told."""

        def both(folder: str, doing: str, share: float, left: float | None = None) -> None:
            shown = None if left is None else round(left, 1)
            self.write("progress", state=folder, doing=doing, share=share, left=shown)
            watch(folder, doing, share, left)

        return both


@contextlib.contextmanager
def log_file(path: Path | None) -> Iterator[Log | None]:
    """The log at the end of the file `path`, None for none. Raises OutputError if it cannot be written."""
    if path is None:
        yield None
        return
    with _log_errors():
        stream = path.open("a", encoding="utf-8")
    try:
        yield Log(stream)
    finally:
        with contextlib.suppress(OSError):  # a line that could not be written was told of
            stream.close()


@contextlib.contextmanager
def _log_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
        raise OutputError(f"The log file cannot be written: {reason}. Give another --log-file.") from None


def log_build(log: Log, built: Built) -> None:
    """What a build did: folders of States, and how many problems there are of each code."""
    codes = Counter(found.code for found in built.problems)
    log.write(
        "end",
        made=list(built.made),
        anew=list(built.anew),
        held=list(built.held),
        removed=list(built.removed),
        problems=dict(sorted(codes.items())),
        faults=len(built.bugs),
    )


def log_refusal(log: Log, error: PresessionError) -> None:
    """That nothing was built, and the codes of the reasons."""
    found = error.problems if isinstance(error, InputError) else ()
    codes = Counter(each.code for each in found)
    log.write("refused", exit_code=int(error.exit_code), problems=dict(sorted(codes.items())))
