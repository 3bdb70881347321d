"""`presession build`: the packs, the programme and the tables."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from pipeline.cli import show
from pipeline.models.build import Built, Options


@click.command()
@show.session_argument
@show.state_option
@show.output_option
@click.option(
    "--final", is_flag=True, help="No DRAFT mark; refuses a State with an error or an awaited item."
)
@show.edition_option
@show.format_option
@show.jobs_option
@show.scheduler_option
@click.option("--watch", "watched", is_flag=True, help="Build again whenever a file is saved, until Ctrl-C.")
@click.option("--explain", is_flag=True, help="Say of each piece of work why it was done or was not.")
@click.pass_context
def build(
    ctx: click.Context, /, session: Path, form: str, explain: bool, watched: bool, **chosen: object
) -> None:
    """Build the packs of the folder SESSION into output/SESSION.

    A State with an error keeps the pack it had, and the others are built. Every State's files are replaced
    together or not at all. What did not change since the last build is not done again. Exit code 3 if a
    State was held back.

    \b
      presession build inputs/upr30
      presession build inputs/upr30 --state CU --state "Burkina Faso"
      presession build inputs/upr30 --final
      presession build inputs/upr30 --watch
    """
    from pipeline import again

    options = Options(**chosen)  # type: ignore[arg-type]
    if watched:
        from pipeline.cli.watch import watch_session

        ctx.exit(watch_session(session, options))
    built = again.find(session, options) or _build(session, options, form)
    if form == "json":
        show.show_json(
            {
                "folder": built.folder.as_posix(),
                "made": list(built.made),
                "made_anew": list(built.anew),
                "held": list(built.held),
                "removed": list(built.removed),
                "left_out_of_programme": list(built.left_out),
                "problems": [found.as_json() for found in built.problems],
                **({"reasons": [dataclasses.asdict(each) for each in built.reasons]} if explain else {}),
            }
        )
    else:
        show.show_problems(built.problems)
        if explain:
            show.show_reasons(built.reasons)
        _tell(built)
    show.report_bugs(built.bugs)
    ctx.exit(show.exit_code(built.problems, built.bugs))


def _build(session: Path, options: Options, form: str) -> Built:
    from pipeline import run

    with show.refusals(form, made=[], held=[]), show.progress(quiet=form == "json") as watch:
        return run.build(session, options, watch)


def _tell(built: Built) -> None:
    for folder in built.held:
        kept = "its earlier pack was kept" if (built.folder / folder).is_dir() else "there is no earlier pack"
        click.echo(f"{folder}: not built, {kept}.")
    if any((built.folder / folder).is_dir() for folder in built.held):
        click.echo(
            "A pack that was kept shows what was agreed when it was made: if a consent was withdrawn since, "
            "take its folder away."
        )
    for folder in built.removed:
        click.echo(f"{folder}: no longer in the session; its earlier pack was taken away.")
    if built.left_out:
        click.echo(
            f"The programme cannot have {', '.join(built.left_out)} until the errors there are corrected: "
            "an earlier programme was kept, a first one was made without."
        )
    unchanged = len(built.made) - len(built.anew)
    same = f" ({unchanged} of them unchanged)" if unchanged else ""
    click.echo(f"{len(built.made)} State(s) built{same}. The packs are in {built.folder.as_posix()}/.")
