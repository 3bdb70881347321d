"""`presession print-run`: the finished packs in one file for the print shop, with copies and sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.cli import show
from pipeline.models.printrun import PrintRun


@click.command("print-run")
@show.session_argument
@show.state_option
@show.output_option
@show.edition_option
@click.option(
    "--copies",
    "copies",
    multiple=True,
    default=("1",),
    show_default=True,
    metavar="N or STATE=N",
    help="Copies of every pack, or of that of one State: --copies 30 --copies CU=45.",
)
@click.option(
    "--print", "print_edition", default="", metavar="NAME", help="A print edition instead of the pack."
)
@click.option(
    "--language", default="", metavar="CODE", help="The packs in this language; by default the main one."
)
@click.option("--one-sided", is_flag=True, help="One side of the paper; no blank pages go in.")
def print_run(session: Path, **chosen: Any) -> None:
    """Put the finished packs of the folder SESSION into one PDF for the print shop, in output/print-run.

    The States come in the order of the programme, each after a separator sheet with its copies, and each on
    a right-hand page. Beside it: the order with copies, pages and sheets, as PDF and as a table. Only files
    that `presession build` published are taken, each compared with its checksum.

    \b
      presession print-run inputs/upr30 --copies 30 --copies cuba=45
      presession print-run inputs/upr30 --print large-print --copies 2
    """
    from pipeline.models.build import Options
    from pipeline.printrun import Order
    from pipeline.printrun import print_run as make

    options = Options(states=chosen["states"], output=chosen["output"], edition=chosen["edition"])
    order = Order(
        _copies(chosen["copies"]), chosen["print_edition"], chosen["language"], not chosen["one_sided"]
    )
    _tell(make(session, options, order))


def _copies(given: tuple[str, ...]) -> dict[str, int]:
    """By what the State is called, "" for all others."""
    copies: dict[str, int] = {}
    for each in given:
        state, _, number = each.rpartition("=")
        if not (number.isascii() and number.isdigit()):
            raise click.BadParameter(f"{each!r} is no number, and no STATE=NUMBER.", param_hint="--copies")
        copies[state.strip()] = int(number.lstrip("0")[:9] or 0)  # more digits are too many copies anyhow
    return copies


def _tell(made: PrintRun) -> None:
    for folder in made.missing:
        click.echo(f"{folder}: it has no such pack and is not in the print run.")
    for job in made.jobs:
        click.echo(
            f"{job.review.folder}: {job.copies} x {job.pages} page(s), {job.all_sheets} sheet(s); "
            f"pages {job.first} to {job.last} of the file."
        )
    click.echo(f"{sum(job.all_sheets for job in made.jobs)} sheet(s) in all.")
    for path in made.files:
        click.echo(f"  {path.as_posix()}")
