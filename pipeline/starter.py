"""A new session folder: session.yaml, and a folder with a review.yaml for every State."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline import archive, read
from pipeline.models.build import SAFE_NAME
from pipeline.models.states import State
from pipeline.problems import CommandError, printable

DAYS, HOURS = 4, (9, 10, 11, 14, 15, 16)
"""Four days of six hours in one room: enough for the 14 States of a session, at no time twice."""

LAST_YEAR = 2999


def new_session(folder: Path, number: int, first_day: dt.date, states: Sequence[State]) -> Path:
    """Make `folder` for session `number`; return it. Raises CommandError if it exists and is not empty.

    Also for a first day after LAST_YEAR, and for a name that no output can be called after.
    """
    name = Path(os.path.realpath(folder)).name
    if not SAFE_NAME.fullmatch(name):
        raise CommandError(
            f"Outputs cannot be named after the folder {printable(name)}. "
            "Choose another name, of letters, digits, blanks, dots, hyphens and underscores."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommandError(f"{folder} is there already and is not empty. Choose another name.")
    if first_day.year > LAST_YEAR:
        raise CommandError(f"The first day {first_day} is too far away. Give one up to {LAST_YEAR}.")
    facts = {
        "number": number,
        "cycle": cycle_of(number),
        "working_group": _month_after(first_day),
        "first_day": first_day.isoformat(),
        "last_day": (first_day + dt.timedelta(days=DAYS - 1)).isoformat(),
    }
    archive.publish_files(folder, {"session.yaml": _filled("session.yaml", facts)})
    for place, state in enumerate(dict.fromkeys(states)):
        values = {"code": state.code, "start": _slot(first_day, place)}
        target = folder / folder_name(state)
        archive.publish_files(target, {"review.yaml": _filled("review.yaml", values)})
        for name in ("statements", "fact-sheets", "photos"):
            (target / name).mkdir(exist_ok=True)
    return folder


def cycle_of(number: int) -> int:
    """The cycle of a session: 1-12 the first, 13-26 the second, 27-40 the third, then 14 each.

    Source: calendars of the UPR Working Group, OHCHR (first cycle 2008-2011, second 2012-2016, third
    2017-2022, fourth from session 41 in November 2022).
    """
    return 1 if number <= 12 else (number - 13) // 14 + 2


def folder_name(state: State) -> str:
    """ "Cabo Verde" -> "cabo-verde"."""
    plain = unicodedata.normalize("NFKD", state.name("en")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


def _month_after(day: dt.date) -> str:
    """The month of the Working Group: pre-sessions are held about a month before it."""
    later = day + dt.timedelta(days=30)
    return f"{later.year}-{later.month:02}"


def _slot(first_day: dt.date, place: int) -> str:
    day, hour = divmod(place, len(HOURS))
    return f"{first_day + dt.timedelta(days=min(day, DAYS - 1))} {HOURS[hour]:02}:00"


def _filled(name: str, values: Mapping[str, object]) -> bytes:
    return read.read_starter(name).format_map(values).encode()
