"""The boundary: whatever happens inside becomes a sentence and an exit code, never a traceback."""

from __future__ import annotations

import os
import platform
import sys
import traceback

import click

from pipeline import __version__
from pipeline.problems import DISK_ERRORS, CommandError, ExitCode, InputError, PresessionError


def run_command() -> int:
    """Run the command line; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # a name that is not valid Unicode must not stop the message about it
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run()
        sys.stdout.flush()
        return code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted. What was published is complete; the rest is as it was.", err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (`presession check | head`); there is nobody to tell
        _drop_output()
        return ExitCode.DONE
    except OSError as error:
        if error.errno not in DISK_ERRORS:
            report_bug("".join(traceback.format_exception(error)))
            return ExitCode.BUG
        _drop_output()
        reason = os.strerror(error.errno or 0).lower()
        click.echo(f"Error: what is printed, or a file, cannot be written: {reason}.", err=True)
        return ExitCode.OUTPUT
    except Exception as error:
        report_bug("".join(traceback.format_exception(error)))
        return ExitCode.BUG


def _drop_output() -> None:
    """What is still to be printed goes nowhere, so that leaving does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run() -> int:
    from pipeline.cli import presession

    try:
        return int(presession.main(prog_name="presession", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except PresessionError as error:
        return _tell(error)


def _tell(error: PresessionError) -> int:
    if isinstance(error, InputError):
        for found in error.problems:
            click.echo(str(found), err=True)
        count = len(error.problems)
        click.echo(f"{count} problem{'' if count == 1 else 's'}; nothing was made.", err=True)
    else:
        click.echo(f"{'Usage' if isinstance(error, CommandError) else 'Error'}: {error}", err=True)
    return int(error.exit_code)


def report_bug(report: str) -> None:
    """Say that the fault is ours: a short report with the place in our code, without data of the inputs."""
    places = [line.strip() for line in report.splitlines() if line.lstrip().startswith("File ")]
    ours = [line.split("/")[-1].replace('"', "") for line in places if "pipeline" in line]
    kind = report.strip().splitlines()[-1].split(":")[0] if report.strip() else "unknown"
    click.echo(
        f"presession {__version__} has a fault: {kind}"
        + (f" in {ours[-1]}" if ours else "")
        + f" (Python {platform.python_version()}, {platform.system()}).\n"
        "Nothing published was damaged. Please send these lines, and what you did, to the maintainers: "
        "CONTRIBUTING.md, section 'Reporting a fault', says how.",
        err=True,
    )
