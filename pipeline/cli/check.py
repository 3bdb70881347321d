"""`presession check`: everything that is missing or wrong, without building."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import show


@click.command()
@show.session_argument
@show.state_option
@click.option("--final", is_flag=True, help="Check as for final packs: nothing may be awaited.")
@show.format_option
@show.jobs_option
@click.pass_context
def check(
    ctx: click.Context, session: Path, states: tuple[str, ...], final: bool, form: str, jobs: int
) -> None:
    """Say everything that is missing or wrong in the folder SESSION, and where.

    All problems are shown at once, sorted by place. An error keeps its State from being built, a warning
    wants a look, a note informs. docs/problems.md explains every code. Exit code 3 if there is an error.
    """
    from pipeline import run

    with show.refusals(form, ready=[], held=[]), show.progress(quiet=form == "json") as watch:
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
