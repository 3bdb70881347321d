"""`presession build --watch`: one line for every build after a save, until Ctrl-C."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import show
from pipeline.cli.progress import Log, log_build, log_refusal, silent
from pipeline.models.build import Built, Options
from pipeline.problems import ExitCode, InputError, Problem, Severity

if TYPE_CHECKING:
    from pipeline.watching import Rebuilt

MOST_FILES = 3


def watch_session(session: Path, options: Options, log: Log | None, quiet: bool = False) -> int:
    """Build after every save; the exit code: 0 after Ctrl-C. One in the first build interrupts.

    With `quiet` of the problems only errors are told.
    """
    from pipeline import watching

    waiting = False
    known: Counter[_Kind] = Counter()
    try:
        for rebuilt in watching.keep_building(session, options, log.watching(silent) if log else silent):
            if log:
                _log(log, rebuilt)
            problems = [each for each in _problems(rebuilt) if not quiet or each.severity is Severity.ERROR]
            _tell(rebuilt, new_ones(problems, known))
            if problems:
                click.echo(f"  {show.summary(problems)[:-1]} in all; a build without --watch shows them.")
            now = Counter(map(_kind, problems))
            # while the session cannot be read nothing else is looked at, and what was told is still known
            known = now if rebuilt.built else known | now
            if not rebuilt.changed:
                click.echo(f"Watching {session.as_posix()}. Ctrl-C ends it.", err=True)
            waiting = True
    except KeyboardInterrupt:
        if not waiting:
            raise
        click.echo("Stopped watching. What was published is complete.", err=True)
    return ExitCode.DONE


_Kind = tuple[str, str, str]


def _kind(found: Problem) -> _Kind:
    """What makes a problem the same after a save, though its line has moved."""
    return found.place.file, found.code, found.what


def new_ones(problems: Sequence[Problem], known: Counter[_Kind]) -> list[Problem]:
    """Those of `problems` that are more than were known, in their order; of like ones the last."""
    left, new = Counter(known), []
    for each in problems:
        if left[_kind(each)]:
            left[_kind(each)] -= 1
        else:
            new.append(each)
    return new


def _tell(rebuilt: Rebuilt, new: Sequence[Problem]) -> None:
    """Say in a line what a build did, then what problems there are that were not there before."""
    files = ", ".join(rebuilt.changed[:MOST_FILES]) or "first build"
    more = len(rebuilt.changed) - MOST_FILES
    files += f" and {more} more" if more > 0 else ""
    click.echo(f"{files}: {_done(rebuilt)} ({rebuilt.seconds:.1f} s).")
    show.show_each(new, "  ")
    if rebuilt.built:
        show.report_bugs(rebuilt.built.bugs)


def _log(log: Log, rebuilt: Rebuilt) -> None:
    if rebuilt.built:
        log_build(log, rebuilt.built)
    elif rebuilt.refused:
        log_refusal(log, rebuilt.refused)


def _problems(rebuilt: Rebuilt) -> tuple[Problem, ...]:
    if rebuilt.built:
        return rebuilt.built.problems
    return rebuilt.refused.problems if isinstance(rebuilt.refused, InputError) else ()


def _done(rebuilt: Rebuilt) -> str:
    if rebuilt.built is None:
        return "not built" if isinstance(rebuilt.refused, InputError) else f"not built: {rebuilt.refused}"
    built: Built = rebuilt.built
    said = [f"made {', '.join(built.anew)}"] if built.anew else []
    said += [f"held back {', '.join(built.held)}"] if built.held else []
    said += [f"took away {', '.join(built.removed)}"] if built.removed else []
    return "; ".join(said) or "no pack changed"
