"""`presession withdraw`: a consent is taken back, packs are made without, and copies are found."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from pipeline.cli import show
from pipeline.cli.progress import progress
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
    material is listed with its SHA-256: earlier archives are never changed, so take those away yourself, and
    ask those who have a copy. Exit code 3 if a copy is left or review.yaml has to be changed by hand.

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
    held = False
    for edition in EDITIONS:
        options = run.Options(states=(done.folder,), output=output, edition=edition, jobs=jobs)
        if not run.build_folder(session, options).is_dir():
            continue
        with progress(quiet=False) as watch:
            built = run.build(session, options, watch)
        held = held or bool(built.held)
        for folder in built.held:
            click.echo(f"{folder} ({edition} edition): not built; its earlier pack stands.")
    copies = withdrawing.copies_left(output, done)
    for copy in copies:
        click.echo(f"{copy.sha256}  {copy.path.as_posix()}: {', '.join(copy.holds)}")
    click.echo(f"{len(copies)} file(s) below {output.as_posix()} still hold what was taken back.")
    ctx.exit(ExitCode.PROBLEMS if copies or held else ExitCode.DONE)
