"""`presession check`: everything that is missing or wrong, without building; or how a finished PDF does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli import show
from pipeline.cli.places import SessionFolder
from pipeline.cli.progress import progress
from pipeline.models.bundle import Judged
from pipeline.problems import Problem


@click.command()
@click.argument(
    "session",
    type=SessionFolder(),
    metavar="SESSION",
    required=False,
)
@click.option(
    "--pack",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Instead: hold this PDF, of whatever maker, against the rules for electronic bundles.",
)
@show.state_option
@click.option("--final", is_flag=True, help="Check as for final packs: nothing may be awaited.")
@show.format_option
@show.jobs_option
@click.pass_context
def check(
    ctx: click.Context,
    session: Path | None,
    pack: Path | None,
    states: tuple[str, ...],
    final: bool,
    form: str,
    jobs: int,
) -> None:
    """Say everything that is missing or wrong in the folder SESSION, and where.

    All problems are shown at once, sorted by place. An error keeps its State from being built, a warning
    wants a look, a note informs. docs/problems.md explains every code. Exit code 3 if there is an error.

    With --pack a finished PDF is held against ten rules of the courts of England and Wales (General guidance
    on electronic court bundles, November 2021). Exit code 3 if one does not hold.

    \b
      presession check inputs/upr30
      presession check --pack output/upr30/cuba/UPR30-Cuba-briefing-pack.pdf
    """
    from pipeline import run

    if (session is None) == (pack is None):
        raise click.UsageError("Name the folder of a session, or one PDF with --pack.", ctx)
    if pack is not None:
        with show.refusals(form, rules=[]):
            judged = run.check_pack(pack)
        ctx.exit(_tell(judged, form))
    assert session is not None
    with show.refusals(form, ready=[], held=[]), progress(quiet=form == "json") as watch:
        checked = run.check(session, run.Options(states=states, final=final, jobs=jobs), watch)
    if form == "json":
        show.show_json(
            {
                "problems": [found.as_json() for found in checked.problems],
                "ready": list(checked.packs),
                "held": list(checked.held),
            }
        )
    else:
        show.show_problems(checked.problems)
    show.report_bugs(checked.bugs)
    ctx.exit(show.exit_code(checked.problems, checked.bugs))


def _tell(judged: Sequence[Judged], form: str) -> int:
    """Show each rule and what does not hold of it; the exit code."""
    problems: list[Problem] = [found for each in judged for found in each.problems]
    if form == "json":
        rules = [
            {
                "rule": each.rule.number,
                "asks": each.rule.asks,
                "paragraph": each.rule.paragraph,
                "holds": each.holds,
            }
            for each in judged
        ]
        show.show_json({"rules": rules, "problems": [found.as_json() for found in problems]})
    else:
        for each in judged:
            sign = (
                click.style("holds", fg="green") if each.holds else click.style("FAILS", fg="red", bold=True)
            )
            click.echo(f"{each.rule.number:>2}. {sign}  {each.rule.asks} (paragraph {each.rule.paragraph})")
        show.show_problems(problems)
    return show.exit_code(problems, ())
