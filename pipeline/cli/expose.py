"""`presession expose`: the personal data that a finished file carries."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from pipeline.cli import show
from pipeline.problems import ExitCode


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--expected", multiple=True, metavar="TEXT", help="What may stand in it, such as the organiser's name."
)
@show.format_option
@click.pass_context
def expose(ctx: click.Context, file: Path, expected: tuple[str, ...], form: str) -> None:
    """List whatever personal data FILE carries: PDF, DOCX and other Office files, HTML, pictures.

    Authors, comments, tracked changes, hidden text, EXIF and GPS of pictures, attachments, annotations, form
    values, scripts, references to other places, paths with a user's name; addresses, telephone and passport
    numbers in the text. The file is only read. Exit code 0 if nothing is found, 3 if something is or if the
    file cannot be looked through.

    \b
      presession expose output/upr30/cuba/UPR30-Cuba-briefing-pack.pdf
      presession expose letter.docx --format json
    """
    from pipeline import exposing

    with show.refusals(form, findings=[]):
        exposure = exposing.expose_file(file, expected)
    if form == "json":
        show.show_json({"findings": [dataclasses.asdict(each) for each in exposure.findings], "problems": []})
    else:
        for each in exposure.findings:
            click.echo(f"{each.where}: {each.kind}: {each.what}")
        count = len(exposure.findings)
        click.echo(f"{count} finding{'' if count == 1 else 's'}." if count else "Nothing found.")
    ctx.exit(ExitCode.PROBLEMS if exposure.findings else ExitCode.DONE)
