"""`presession new`: an empty session folder to fill."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path

import click


@click.command()
@click.argument("session", type=click.Path(path_type=Path), metavar="SESSION")
@click.option(
    "--number", type=click.IntRange(1, 999), required=True, help="Of the UPR session, for example 31."
)
@click.option(
    "--first-day",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="YYYY-MM-DD",
    help="First day of the pre-sessions; four days are assumed.",
)
@click.option(
    "--state", "states", multiple=True, metavar="STATE", help="A State under Review; can be repeated."
)
def new(session: Path, number: int, first_day: dt.datetime, states: tuple[str, ...]) -> None:
    """Make the folder SESSION with a session.yaml and a folder for every State, ready to be filled.

    Nothing that is there already is changed.

    \b
      presession new inputs/upr31 --number 31 --first-day 2018-10-09 --state FR --state "Viet Nam"
    """
    from pipeline import run

    folder = run.new_session(session, number, first_day.date(), states)
    click.echo(f"Made {folder.as_posix()}. Fill session.yaml and the review.yaml of each State, then:")
    click.echo(f"  presession check {shlex.quote(folder.as_posix())}")
