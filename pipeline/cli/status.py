"""`presession status`: what a build would do now, and what stands in the output."""

from __future__ import annotations

import dataclasses
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import show
from pipeline.models.build import Options

if TYPE_CHECKING:
    from pipeline.standing import Standing, StateStanding


@click.command()
@show.session_argument
@show.state_option
@show.output_option
@click.option("--final", is_flag=True, help="As if built with --final.")
@show.edition_option
@show.format_option
def status(session: Path, form: str, **chosen: object) -> None:
    """Say what a build of the folder SESSION would do now and why, and which packs stand; build nothing.

    Only keys are compared: a minute's work of reading is told in a moment. What is wrong inside statements
    is told by `check`. Exit code 0 also where there is work to do.

    \b
      presession status inputs/upr30
      presession status inputs/upr30 --state CU --format json
    """
    from pipeline import standing

    with show.refusals(form, states=[], reasons=[]):
        found = standing.status(session, Options(**chosen))  # type: ignore[arg-type]
    if form == "json":
        show.show_json(
            {
                "folder": found.folder.as_posix(),
                "states": [dataclasses.asdict(each) for each in found.states],
                "due": len(found.due),
                "reasons": [dataclasses.asdict(each) for each in found.reasons],
                "problems": [each.as_json() for each in found.problems],
            }
        )
    else:
        _tell(found, session, final=bool(chosen["final"]))


def _tell(found: Standing, session: Path, final: bool) -> None:
    show.show_reasons(found.reasons)
    for each in found.states:
        click.echo(f"{each.folder}: {_pack(each)}; {_work(each)}.")
    click.echo(f"Of session.yaml, every review.yaml and the templates: {show.summary(found.problems)}")
    if found.problems:
        command = f"presession check {shlex.quote(session.as_posix())}{' --final' if final else ''}"
        click.echo(f"`{command}` shows what and where, and looks into statements.")
    whole = sum(each.pack == "whole" for each in found.states)
    click.echo(
        f"{len(found.due)} piece(s) of work to do. {whole} of {len(found.states)} pack(s) stand whole in "
        f"{found.folder.as_posix()}/."
    )


def _pack(state: StateStanding) -> str:
    if state.pack == "none":
        return "no pack"
    kind = "final" if state.final else "draft"
    return f"{kind} pack" if state.pack == "whole" else f"{kind} pack, its files are not as they were made"


def _work(state: StateStanding) -> str:
    if state.held:
        return "would be held back, see check"
    return f"{state.due} piece(s) of work to do" if state.due else "up to date"
