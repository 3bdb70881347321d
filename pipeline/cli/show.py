"""How problems and progress are shown: sentences or JSON; bars on a terminal and plain lines elsewhere."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.cli.places import SessionFolder
from pipeline.models.build import Built, Reason
from pipeline.problems import ExitCode, InputError, Problem, Severity, has_errors

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}

session_argument = click.argument("session", type=SessionFolder(), metavar="SESSION")
state_option = click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    help="Only this State: ISO code, folder or UN name. Can be given more than once.",
)
output_option = click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="Where the outputs are.",
)
edition_option = click.option(
    "--edition",
    type=click.Choice(["room", "public"]),
    default="room",
    show_default=True,
    help="room: printed for the missions; public: for the web and the archive. Consent differs.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for programs.",
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Worker processes; 0: one per core."
)

scheduler_option = click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="A Dask cluster that does the work: tcp://host:8786 (needs presession[dask]).",
)


def show_problems(problems: Sequence[Problem]) -> None:
    """Every problem on a line of its own, then how many of each severity."""
    show_each(problems)
    click.echo(summary(problems))


def show_each(problems: Sequence[Problem], before: str = "") -> None:
    """Every problem on a line of its own, which begins with `before`."""
    for found in problems:
        click.echo(before + _line(found))


def show_errors(problems: Sequence[Problem]) -> None:
    """Every error on a line of its own, and nothing where there is none."""
    show_each([found for found in problems if found.severity is Severity.ERROR])


def _line(found: Problem) -> str:
    where = f"{found.place}: " if str(found.place) else ""
    severity = click.style(f"{found.severity.value} {found.code}", fg=COLOURS[found.severity], bold=True)
    return f"{where}{severity}: {found.what} {found.what_to_do}".rstrip()


def show_held(built: Built) -> None:
    """Of every State that was held back, whether its earlier pack is still there."""
    for folder in built.held:
        kept = "its earlier pack was kept" if (built.folder / folder).is_dir() else "there is no earlier pack"
        click.echo(f"{folder}: not built, {kept}.")
    if any((built.folder / folder).is_dir() for folder in built.held):
        click.echo("A pack that was kept shows the statements as they were when it was made.")
    for folder in built.withdrawn:
        click.echo(f"{folder}: its earlier pack showed more than is agreed now, and was taken away.")


def summary(problems: Sequence[Problem]) -> str:
    """ "2 errors, 1 warning, 5 notes", or "No problems." """
    count = Counter(found.severity for found in problems)
    shown = [
        f"{count[severity]} {severity.value}{'' if count[severity] == 1 else 's'}"
        for severity in Severity
        if count[severity]
    ]
    return ", ".join(shown) + "." if shown else "No problems."


def show_json(value: dict[str, Any]) -> None:
    """JSON on standard output, readable and in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextlib.contextmanager
def refusals(form: str, **empty: object) -> Iterator[None]:
    """With `form` json, unusable inputs are told as JSON on standard output too: `empty` and the problems."""
    try:
        yield
    except InputError as error:
        if form == "json":
            show_json({**empty, "problems": [found.as_json() for found in error.problems]})
        raise


def exit_code(problems: Sequence[Problem], bugs: Sequence[object]) -> int:
    """1 for a fault of ours, 3 for an error in the inputs, else 0."""
    if bugs:
        return ExitCode.BUG
    return ExitCode.PROBLEMS if has_errors(problems) else ExitCode.DONE


def report_bugs(bugs: Sequence[tuple[str, str]]) -> None:
    """Say of each fault of our own which State it cost, and how to report it."""
    from pipeline.cli.boundary import report_bug

    for folder, report in bugs:
        click.echo(f"{folder or 'programme'}: stopped by a fault of presession.", err=True)
        report_bug(report)


def show_reasons(reasons: Sequence[Reason]) -> None:
    """One line for each piece of work that was due, with the reason; then how many were not."""
    for each in reasons:
        if each.due:
            where = ": ".join(filter(None, (each.folder, f"{each.doing} {each.name}")))
            click.echo(f"{where}: {each.why}.")
    count = sum(not each.due for each in reasons)
    click.echo(
        f"{count} piece(s) of work unchanged." if reasons else "Nothing has changed since the last build."
    )
