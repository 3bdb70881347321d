"""The command line: the only rooms that print, prompt or exit. Commands are loaded when they are called."""

from __future__ import annotations

import importlib

import click

from pipeline import __version__

COMMANDS = {
    "new": "pipeline.cli.new",
    "check": "pipeline.cli.check",
    "review": "pipeline.cli.review",
    "build": "pipeline.cli.build",
    "status": "pipeline.cli.status",
    "extract": "pipeline.cli.extract",
    "label": "pipeline.cli.label",
    "print-run": "pipeline.cli.printrun",
    "archive": "pipeline.cli.archive",
    "verify": "pipeline.cli.archive",
    "clean": "pipeline.cli.clean",
    "expose": "pipeline.cli.expose",
    "withdraw": "pipeline.cli.withdraw",
}

SUMMARIES = {
    "new": "Make a session folder to fill.",
    "check": "Say everything that is missing or wrong, and where.",
    "review": "Write down what was found in the statements, for you to decide.",
    "build": "Build the packs, the programme and the tables.",
    "status": "Say what a build would do now, and what stands.",
    "extract": "Find the recommendations and questions in a file.",
    "label": "Label the recommendations of a table.",
    "print-run": "Put the finished packs into one file for the print shop.",
    "archive": "Put a build into a bag that can prove itself.",
    "verify": "Compare a bag or a build with its checksums.",
    "expose": "List the personal data that a finished file carries.",
    "withdraw": "Take back a speaker's consent, and find every copy that is left.",
    "clean": "Take away what earlier builds kept to be faster.",
}
"""What --help says of each command, so that none has to be loaded for it."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it or to tell of it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name every command in a line."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_"))
        return command if isinstance(command, click.Command) else None


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="presession")
def presession() -> None:
    """Briefing packs for the pre-sessions of the Universal Periodic Review.

    A session folder with the statements as they were received goes in; for every State under Review a pack
    for delegations comes out, as PDF and DOCX, with tables of the recommendations. Usual order:

    \b
      presession new inputs/upr31       an empty session folder to fill
      presession check inputs/upr31     what is missing or wrong, and where
      presession review inputs/upr31    what was found in the statements, for you to decide
      presession build inputs/upr31     the packs, in output/upr31
      presession archive inputs/upr31   a bag that can prove them, in output/archive

    \b
    Exit codes: 0 done, 1 a fault of presession, 2 wrong command line, 3 problems in the inputs,
    4 an output cannot be written, 130 interrupted.
    """
