"""`presession build --watch`: one line for every build after a save, until Ctrl-C."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import show
from pipeline.cli.progress import Log, log_build, log_refusal, silent
from pipeline.models.build import Built, Options
from pipeline.problems import ExitCode, InputError, Problem, Severity

if TYPE_CHECKING:
    from pipeline.watching import Rebuilt

MOST_PROBLEMS = 5
MOST_FILES = 3


def watch_session(session: Path, options: Options, log: Log | None) -> int:
    """Build after every save; the exit code: 0 after Ctrl-C. One in the first build interrupts."""
    from pipeline import watching

    waiting = False
    known: frozenset[str] = frozenset()
    try:
        for rebuilt in watching.keep_building(session, options, log.watching(silent) if log else silent):
            if log:
                _log(log, rebuilt)
            known = _tell(rebuilt, known)
            if not rebuilt.changed:
                click.echo(f"Watching {session.as_posix()}. Ctrl-C ends it.", err=True)
            waiting = True
    except KeyboardInterrupt:
        if not waiting:
            raise
        click.echo("Stopped watching. What was published is complete.", err=True)
    return ExitCode.DONE


def _tell(rebuilt: Rebuilt, known: frozenset[str]) -> frozenset[str]:
    """Say in a line what a build did, then what errors there are that were not there before."""
    files = ", ".join(rebuilt.changed[:MOST_FILES]) or "first build"
    more = len(rebuilt.changed) - MOST_FILES
    files += f" and {more} more" if more > 0 else ""
    click.echo(f"{files}: {_done(rebuilt)} ({rebuilt.seconds:.1f} s).")
    errors = [each for each in _problems(rebuilt) if each.severity is Severity.ERROR]
    fresh = [each for each in errors if str(each) not in known]
    for each in fresh[:MOST_PROBLEMS]:
        click.echo(f"  {each}")
    if len(fresh) > MOST_PROBLEMS:
        click.echo(f"  and {len(fresh) - MOST_PROBLEMS} more error(s); check tells them all")
    if rebuilt.built:
        show.report_bugs(rebuilt.built.bugs)
    return frozenset(str(each) for each in errors)


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
