"""`presession archive` and `presession verify`: bags that can prove a session's outputs years later."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline.cli import show
from pipeline.problems import CommandError, ExitCode

if TYPE_CHECKING:
    from pipeline.behind import Behind

PACKED = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar")


@click.command()
@show.session_argument
@show.output_option
@show.edition_option
def archive(session: Path, output: Path, edition: str) -> None:
    """Put the build of the folder SESSION into a BagIt bag in output/archive.

    The bag holds the outputs, their manifest with the SHA-256 of every input and output, and the problems.
    It is called after session, edition and version, with "draft" if any pack is one; earlier versions are
    never touched. Where the inputs have changed since a pack was built, or a State has no pack, a warning and
    bag-info.txt say so. Any BagIt tool can check it, and so does `presession verify`.
    """
    from pipeline import run
    from pipeline.behind import behind

    options = run.Options(output=output, edition=edition)  # type: ignore[arg-type]
    standing = behind(session, options)
    bag = run.archive_session(session, options, standing.as_facts())
    _warn(standing)
    shown = bag.as_posix()
    click.echo(f"Archived as {shown}. Check it with: presession verify {shlex.quote(shown)}")


def _warn(standing: Behind) -> None:
    """Say what of the bag is not as a build would make it now."""
    if standing.unread:
        click.echo("The session cannot be read, so the build was not compared with it: see check.", err=True)
        return
    for folder in standing.old:
        click.echo(f"{folder}: its pack was made from other inputs than are there now.", err=True)
    if standing.programme:
        click.echo("The programme was made from other inputs than are there now.", err=True)
    for folder in standing.missing:
        click.echo(f"{folder}: it has no pack and is not in the bag.", err=True)
    if standing.as_facts():
        click.echo("If the bag shall have them as they are now, build, then archive again.", err=True)


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@show.format_option
@click.pass_context
def verify(ctx: click.Context, path: Path, form: str) -> None:
    """Say whether the bag or build in PATH is whole: nothing changed, missing or added.

    Exit code 3 if it is not.
    """
    from pipeline import run

    if not path.is_dir():
        _refuse_file(path)
    problems = run.verify(path)
    if form == "json":
        show.show_json({"whole": not problems, "problems": [found.as_json() for found in problems]})
    elif problems:
        show.show_problems(problems)
    else:
        click.echo(f"{path.as_posix()} is whole.")
    ctx.exit(ExitCode.PROBLEMS if problems else ExitCode.DONE)


def _refuse_file(path: Path) -> NoReturn:
    """A bag is a folder: say what to do with a file."""
    if path.suffix.lower() in PACKED:
        raise CommandError(f"{path} is a packed archive. Unpack it, then verify the folder that comes out.")
    raise CommandError(f"{path} is a file. Name the folder of a bag or of a build.")
