"""`presession build`: the packs, the programme and the tables."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from pipeline.cli import show
from pipeline.cli.progress import Log, log_build, log_file, log_refusal, progress
from pipeline.models.build import Built, Options
from pipeline.problems import PresessionError


@click.command()
@show.session_argument
@show.state_option
@show.output_option
@click.option(
    "--final", is_flag=True, help="No DRAFT mark; refuses a State with an error or an awaited item."
)
@show.edition_option
@click.option(
    "--print",
    "prints",
    multiple=True,
    metavar="NAME",
    help="Also this print edition of every pack: floor-copy, large-print, booklet, or one of your own "
    "in templates/prints.yaml. Can be given more than once.",
)
@click.option(
    "--take-over",
    is_flag=True,
    help="Replace a build that was made from another session folder of the same name.",
)
@show.format_option
@show.jobs_option
@show.scheduler_option
@click.option("--watch", "watched", is_flag=True, help="Build again whenever a file is saved, until Ctrl-C.")
@click.option("--quiet", is_flag=True, help="No progress; of the problems only errors.")
@click.option("--verbose", is_flag=True, help="A line for every step, with the time that is left.")
@click.option(
    "--log-file",
    "log",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Add a line of JSON for every step; without names and without words of statements.",
)
@click.option("--explain", is_flag=True, help="Say of each piece of work why it was done or was not.")
@click.pass_context
def build(ctx: click.Context, /, session: Path, **chosen: Any) -> None:
    """Build the packs of the folder SESSION into output/SESSION.

    A State with an error keeps the pack it had, and the others are built. Every State's files are replaced
    together or not at all. A build that another folder of the same name made is left alone. What did not
    change since the last build is not done again. Exit code 3 if a State was held back.

    \b
      presession build inputs/upr30
      presession build inputs/upr30 --state CU --state "Burkina Faso"
      presession build inputs/upr30 --final
      presession build inputs/upr30 --print large-print --print booklet
      presession build inputs/upr30 --watch
    """
    from pipeline import again

    telling = Telling(**{each.name: chosen.pop(each.name) for each in dataclasses.fields(Telling)})
    watched, options = chosen.pop("watched"), Options(**chosen)
    with log_file(telling.log) as log:
        if watched:
            from pipeline.cli.watch import watch_session

            ctx.exit(watch_session(session, options, log, telling.quiet))
        built = again.find(session, options)
        if log and built:
            log.write("unchanged")
        built = built or _build(session, options, telling, log)
        if log:
            log_build(log, built)
    _show(built, telling)
    show.report_bugs(built.bugs)
    ctx.exit(show.exit_code(built.problems, built.bugs))


@dataclass(frozen=True, slots=True)
class Telling:
    """How a build is told: `form` text or json, with reasons, how much, and where the log is."""

    form: str
    explain: bool
    quiet: bool
    verbose: bool
    log: Path | None


def _build(session: Path, options: Options, telling: Telling, log: Log | None) -> Built:
    from pipeline.working import workers

    quiet = telling.quiet or telling.form == "json"
    with (
        show.refusals(telling.form, made=[], held=[]),
        progress(quiet, telling.verbose) as watch,
        workers(options) as pool,
    ):
        pool.start()  # workers load what they need while this process does
        from pipeline import run

        if log is None:
            return run.build(session, options, watch, pool)
        log.write("begin", edition=options.edition, final=options.final, jobs=options.jobs)
        try:
            return run.build(session, options, log.watching(watch), pool)
        except PresessionError as error:
            log_refusal(log, error)
            raise


def _show(built: Built, telling: Telling) -> None:
    if telling.form == "json":
        reasons = [dataclasses.asdict(each) for each in built.reasons]
        show.show_json(
            {
                "folder": built.folder.as_posix(),
                "made": list(built.made),
                "made_anew": list(built.anew),
                "held": list(built.held),
                "removed": list(built.removed),
                "withdrawn": list(built.withdrawn),
                "left_out_of_programme": list(built.left_out),
                "problems": [found.as_json() for found in built.problems],
                **({"reasons": reasons} if telling.explain else {}),
            }
        )
        return
    if telling.quiet:
        show.show_errors(built.problems)
    else:
        show.show_problems(built.problems)
    if telling.explain:
        show.show_reasons(built.reasons)
    if not telling.quiet:
        _tell(built)


def _tell(built: Built) -> None:
    show.show_held(built)
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
