"""The session on a command line: its folder, or what was probably meant by another."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

_SHOWN = 5


class SessionFolder(click.Path):
    """The folder of a session, as `pathlib.Path`.

    Refused with what was probably meant, as a wrong command line: a folder that is not there, the folder of a
    State, and a folder of sessions. Any other folder without session.yaml is left to the checks.
    """

    def __init__(self) -> None:
        super().__init__(exists=True, file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; raises click.BadParameter."""
        try:
            path = Path(os.fsdecode(super().convert(value, param, ctx)))
        except click.BadParameter as error:
            self.fail(error.message + _misspelt(Path(value)), param, ctx)
        if not _is_session(path) and (why := _no_session(path)):
            self.fail(why, param, ctx)
        return path


def _is_session(path: Path) -> bool:
    return (path / "session.yaml").exists()


def _sessions(folder: Path) -> Iterator[Path]:
    """The sessions in `folder`, by name; none where it cannot be listed."""
    with contextlib.suppress(OSError):
        yield from sorted(each for each in folder.iterdir() if _is_session(each))


def _misspelt(path: Path) -> str:
    """ " Did you mean inputs/upr30?": a session beside `path`, or one of inputs/; "" if none is near."""
    from pipeline.models.spelling import nearest  # after an error only: every command starts sooner

    for folder in (path.parent, Path("inputs")):
        sessions = {each.name: each for each in _sessions(folder)}
        near = nearest(path.name, sessions)
        if near:
            return f" Did you mean {click.format_filename(sessions[near])}?"
    return ""


def _no_session(path: Path) -> str:
    """Why `path`, which has no session.yaml, is the wrong folder; "" where that cannot be told."""
    shown = click.format_filename(path)
    session = path.parent if path.name else path.resolve().parent
    if _is_session(session):
        state = click.format_filename(path.resolve().name)
        whole = f"{click.format_filename(session)} --state {state}"
        return f"'{shown}' is the folder of a State. Give its session and the State: {whole}."
    names = [click.format_filename(each) for each in _sessions(path)]
    if names:
        more = ", ..." if len(names) > _SHOWN else ""
        return f"'{shown}' holds sessions. Give one of them: {', '.join(names[:_SHOWN])}{more}."
    return ""
