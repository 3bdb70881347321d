"""`presession review`: what was found in the statements, written down for staff to decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli import show
from pipeline.cli.progress import progress
from pipeline.problems import ExitCode

if TYPE_CHECKING:
    from pipeline.run import Reviewed


@click.command()
@show.session_argument
@show.state_option
@show.format_option
@show.jobs_option
@click.pass_context
def review(ctx: click.Context, session: Path, states: tuple[str, ...], form: str, jobs: int) -> None:
    """Write corrections.yaml of every State in the folder SESSION as a draft to be filled in.

    It lists every recommendation and question found, and what was set aside, with the reason and what is
    suggested. What you decided and wrote before stays; the old file is kept as corrections.yaml.bak. What is
    left undecided stays in the pack as it was found. docs/corrections.md explains the file. Exit code 3 if a
    State had to be left alone because its review.yaml or corrections.yaml has an error.

    \b
      presession review inputs/upr30 --state CU
    """
    from pipeline import run

    with show.refusals(form, drafts=[], held=[]), progress(quiet=form == "json") as watch:
        reviewed = run.review(session, run.Options(states=states, jobs=jobs), watch)
    if form == "json":
        show.show_json(_as_json(reviewed))
    else:
        _tell(reviewed)
    show.report_bugs(reviewed.bugs)
    ctx.exit(ExitCode.BUG if reviewed.bugs else ExitCode.PROBLEMS if reviewed.held else ExitCode.DONE)


def _as_json(reviewed: Reviewed) -> dict[str, Any]:
    return {
        "drafts": [
            {
                "folder": draft.folder,
                "file": draft.file,
                "changed": draft.changed,
                "entries": draft.entries,
                "undecided": draft.undecided,
                "not_applied": draft.lost,
            }
            for draft in reviewed.drafts
        ],
        "held": list(reviewed.held),
        "problems": [found.as_json() for found in reviewed.problems],
    }


def _tell(reviewed: Reviewed) -> None:
    """The problems of the States left alone and of decisions; then each file with what is in it."""
    ours = [f for f in reviewed.problems if f.code.startswith("CO") or _is_of(f.place.file, reviewed.held)]
    for found in ours:
        click.echo(str(found))
    for draft in reviewed.drafts:
        if not draft.entries:
            click.echo(f"{draft.folder}: nothing was found to decide.")
            continue
        done = "written" if draft.changed else "is up to date"
        lost = f", {draft.lost} decided but not applied" if draft.lost else ""
        click.echo(f"{draft.file} {done}: {draft.entries} entries, {draft.undecided} undecided{lost}.")
    for folder in reviewed.held:
        click.echo(f"{folder}: left alone; correct the errors first.", err=True)


def _is_of(file: str, folders: tuple[str, ...]) -> bool:
    return any(f"/{folder}/" in file for folder in folders)
