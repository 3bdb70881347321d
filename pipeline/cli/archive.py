"""`presession archive` and `presession verify`: bags that can prove a session's outputs years later."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import show
from pipeline.problems import ExitCode


@click.command()
@show.session_argument
@show.output_option
@show.edition_option
def archive(session: Path, output: Path, edition: str) -> None:
    """Put the build of the folder SESSION into a BagIt bag in output/archive.

    The bag holds the outputs, their manifest with the SHA-256 of every input and output, and the problems.
    It is called after session, edition and version, with "draft" if any pack is one; earlier versions are
    never touched. Any BagIt tool can check it, and so does `presession verify`.
    """
    from pipeline import run

    bag = run.archive_session(session, run.Options(output=output, edition=edition))  # type: ignore[arg-type]
    click.echo(f"Archived as {bag.as_posix()}. Check it with: presession verify {bag.as_posix()}")


@click.command()
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
@show.format_option
@click.pass_context
def verify(ctx: click.Context, path: Path, form: str) -> None:
    """Say whether the bag or build in PATH is whole: nothing changed, missing or added.

    Exit code 3 if it is not.
    """
    from pipeline import run

    problems = run.verify(path)
    if form == "json":
        show.show_json({"whole": not problems, "problems": [found.as_json() for found in problems]})
    elif problems:
        show.show_problems(problems)
    else:
        click.echo(f"{path.as_posix()} is whole.")
    ctx.exit(ExitCode.PROBLEMS if problems else ExitCode.DONE)
