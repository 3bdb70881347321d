"""`presession clean`: nothing is kept from earlier builds."""

from __future__ import annotations

import click


@click.command()
def clean() -> None:
    """Take away what earlier builds kept to be faster: results of reading and examining, and fonts.

    It lies in the user's own cache folder ($XDG_CACHE_HOME/presession, else ~/.cache/presession). No input
    and no output is touched; the next build does everything again. Do it where a statement must leave
    this computer without a trace.

    \b
      presession clean
    """
    from pipeline import run

    files, size = run.empty_kept()
    click.echo(f"{files} file(s), {size / 1e6:.1f} MB, taken away.")
