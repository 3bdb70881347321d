"""`presession label`: any list of recommendations, with what is suggested about each in further columns."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli.progress import progress
from pipeline.run import Labelled


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--column",
    default="Text",
    show_default=True,
    metavar="NAME",
    help="The column that holds the recommendations; in a .txt each line is one.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="OUT",
    help="Where to write; its ending says the format: .csv, .tsv or .xlsx.",
)
@click.option(
    "--language", default="", metavar="CODE", help="ISO 639-1 code, for example fr; detected if left out."
)
@click.option("--force", is_flag=True, help="Replace OUT if it is there and holds something else.")
def label(**chosen: Any) -> None:
    """Suggest an action category, issues and more for every recommendation in FILE (.csv, .xlsx or .txt).

    OUT has all columns and rows of FILE as they are, and further columns: action_category (1 to 5, empty
    where it is not sure), issues (labels of UPR Info's list of October 2014, separated by "; "),
    instruments, goals, themes, groups, language. All of them are suggestions to be looked through. If OUT
    is there already and differs, it is left as it is, for somebody may have corrected it.

    \b
      presession label recommendations.csv --column Text --output labelled.csv
      presession label recomendaciones.txt --language es --output etiquetadas.xlsx
    """
    from pipeline import run

    with progress(quiet=not sys.stderr.isatty()) as watch:
        done = run.label_file(run.Labelling(**chosen), watch)
    _tell(done)


def _tell(done: Labelled) -> None:
    labels = done.labels
    for found in done.problems:
        click.echo(str(found), err=True)
    for remark in done.remarks:
        click.echo(remark, err=True)
    renamed = [name for name in labels.names if name.startswith("suggested_")]
    if renamed:
        click.echo(
            f"The table has columns of these names already; the new ones are {', '.join(renamed)}.", err=True
        )
    if done.formulas and done.output.suffix.lower() != ".xlsx":
        click.echo(
            f"{done.formulas} cell(s) of the table begin like a formula and are kept as they are: a "
            "spreadsheet program may run them. An output that ends in .xlsx holds them as words.",
            err=True,
        )
    if labels.unsure:
        click.echo(
            f"Of {labels.unsure} row(s) the language is not sure: they have few suggestions. Look at the "
            "rows whose language is empty, and say --language if they are in one.",
            err=True,
        )
    click.echo(
        f"{labels.texts} recommendation(s): a category for {labels.categories}, issues for {labels.issues}. "
        f"Written to {done.output}."
    )
