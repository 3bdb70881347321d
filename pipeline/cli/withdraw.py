"""`presession withdraw`: a consent is taken back, packs are made without, and copies are found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from pipeline.cli import show
from pipeline.cli.progress import Watch, progress
from pipeline.models.build import Bugs, Options
from pipeline.models.session import CONSENT_ITEMS, EDITIONS, ConsentItem, Edition
from pipeline.problems import ExitCode


@click.command()
@show.session_argument
@click.option("--state", required=True, metavar="STATE", help="The State: ISO code, folder or UN name.")
@click.option("--speaker", required=True, metavar="N|NAME", help="Place in the speaking order, or name.")
@click.option("--item", type=click.Choice(["all", *CONSENT_ITEMS]), multiple=True, default=("all",))
@click.option("--edition", type=click.Choice(["both", *EDITIONS]), default="both", show_default=True)
@show.output_option
@show.jobs_option
@click.pass_context
def withdraw(
    ctx: click.Context, /, session: Path, output: Path, jobs: int, **chosen: str | tuple[str, ...]
) -> None:
    """Take back what a speaker agreed to: review.yaml is changed, and what was built is built without.

    In review.yaml only the yes of that speaker becomes no; comments and all else stay. Every edition that was
    built before is built anew for that State. Then every file below the output folder that still holds the
    material is listed with its SHA-256: earlier archives and print runs are never changed, so take those away
    yourself, and ask those who have a copy. Exit code 3 if a copy is left, if a file of the speaker cannot be
    read, if errors keep the State from being built, or if review.yaml has to be changed by hand.

    \b
      presession withdraw inputs/upr30 --state CU --speaker 2
      presession withdraw inputs/upr30 --state CU --speaker 2 --item photo --edition public
    """
    from pipeline import run, withdrawing

    items = CONSENT_ITEMS if "all" in chosen["item"] else cast("tuple[ConsentItem, ...]", chosen["item"])
    editions = EDITIONS if chosen["edition"] == "both" else (cast("Edition", chosen["edition"]),)
    wanted = withdrawing.Wanted(str(chosen["state"]), str(chosen["speaker"]), tuple(items), tuple(editions))
    done = withdrawing.take_back(session, wanted)
    lines = ", ".join(map(str, done.lines))
    if not done.written:
        click.echo(f"{done.file} was not changed, for that was not sure. Write no in line(s) {lines}.")
        ctx.exit(ExitCode.PROBLEMS)
    click.echo(f"{done.file}: " + (f"no in line(s) {lines}." if lines else "nothing was agreed to."))
    with progress(quiet=False) as watch:
        held, bugs = _build(session, run.Options(states=(done.folder,), output=output, jobs=jobs), watch)
        left = withdrawing.left(session, output, done, wanted, withdrawing.Looking(jobs, watch))
    for copy in left.copies:
        click.echo(f"{copy.sha256}  {copy.path.as_posix()}: {', '.join(copy.holds)}")
    show.show_each(left.problems)
    if left.problems:
        click.echo("Copies of what cannot be read are not known; look for them yourself.")
    click.echo(f"{len(left.copies)} file(s) below {output.as_posix()} still hold what was taken back.")
    show.report_bugs(bugs)
    unclear = left.copies or left.problems or held
    ctx.exit(ExitCode.BUG if bugs else ExitCode.PROBLEMS if unclear else ExitCode.DONE)


def _build(session: Path, options: Options, watch: Watch) -> tuple[bool, Bugs]:
    """Build every edition that was there before; whether the State was held back, and faults of ours."""
    from pipeline import run, withdrawing

    held = False
    bugs: list[tuple[str, str]] = []
    for edition in EDITIONS:
        chosen = replace(options, edition=edition)
        built_in = run.build_folder(session, chosen)
        if not built_in.is_dir():
            continue
        if not withdrawing.is_own(session, built_in):
            click.echo(f"{built_in.as_posix()} was made from another session folder and is left as it is.")
            continue
        click.echo(f"Building the {edition} edition without it.", err=True)
        built = run.build(session, chosen, watch)
        if built.held:
            click.echo(f"The {edition} edition:")
            show.show_errors(built.problems)
        show.show_held(built)
        held = held or bool(built.held)
        bugs += built.bugs
    return held, tuple(bugs)
