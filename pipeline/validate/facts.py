"""session.yaml: the facts that hold for every State, checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import zoneinfo

from pipeline.models.raw import RawMap, RawSession
from pipeline.models.session import FrontMatter, Organiser, Session
from pipeline.problems import Place, Problem, problem
from pipeline.validate.form import Form
from pipeline.validate.languages import CODES

__all__ = ["SAFE_NAME", "read_facts"]

LONGEST_SESSION_DAYS = 14
LAST_NUMBER, LAST_CYCLE = 999, 99
LONGEST_FLOOR_MINUTES = 60
# Outputs are named after the folder; this is what every file system and every mail takes.
SAFE_NAME = re.compile(r"[^\W_][\w .-]{0,99}(?<![ .])")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def read_facts(raw: RawSession, values: RawMap, problems: list[Problem]) -> Session:
    """The session without its reviews. Where a value is missing or wrong a harmless one stands in its place

    and `problems` says so, so that the reviews can still be checked against all other facts.
    """
    top = Form(values, problems)
    form = top.form("session", "number, days, venue and the other facts of the session")
    floor = top.form("floor_time")
    session = Session(
        id=raw.id,
        number=form.integer("number", 1, LAST_NUMBER) or LAST_NUMBER,
        cycle=form.integer("cycle", 1, LAST_CYCLE) or LAST_CYCLE,
        working_group=form.month("working_group") or dt.date.max,
        first_day=form.day("first_day") or dt.date.min,
        last_day=form.day("last_day") or dt.date.max,
        venue=form.text("venue", "the building where the pre-sessions are held"),
        city=form.text("city", "the city where the pre-sessions are held"),
        time_zone=_time_zone(form),
        organiser=_organiser(top),
        rooms=_rooms(top),
        provisional=form.boolean("provisional", default=False),
        sample=form.boolean("sample", default=False),
        floor_minimum=floor.integer("minimum", 1, LONGEST_FLOOR_MINUTES, default=5) or 5,
        floor_maximum=floor.integer("maximum", 1, LONGEST_FLOOR_MINUTES, default=7) or 7,
        length_minutes=top.integer("length", 10, 480, default=60) or 60,
        dialogue_minimum=_or(top.integer("dialogue_minimum", 0, 240, default=10), 10),
        language=form.choice("language", CODES, default="en"),
        statement_languages=_languages(form),
        deadline=form.moment("deadline", required=False),
        front_matter=_front_matter(top.form("front_matter")),
        shown=raw.shown,
    )
    session = _checked_floor(_checked_days(session, form), floor)
    if not SAFE_NAME.fullmatch(raw.id):
        problems.append(problem("SF07", Place(raw.shown), name=raw.id))
    for part in (form, floor, top):
        part.finish()
    return session


def _or(value: int | None, default: int) -> int:
    return default if value is None else value


def _time_zone(form: Form) -> str:
    """A name of the IANA time zone database; UTC in place of one that is not."""
    name = form.text("time_zone", "a time zone, such as Europe/Zurich")
    if not name:
        return "UTC"
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        form.problems.append(problem("SE02", form.place("time_zone"), value=name))
        return "UTC"
    return name


def _organiser(top: Form) -> Organiser:
    form = top.form("organiser", "the name, and address, email, website and telephone if you like")
    organiser = Organiser(
        form.text("name", "the name of the organiser"),
        form.text("address"),
        form.text("email"),
        form.text("website"),
        form.text("telephone"),
    )
    if organiser.email and not re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+", organiser.email):
        form.refuse("email", form.values.values["email"], "an e-mail address")
    if organiser.website and not re.fullmatch(r"(https?://)?[\w.-]+\.\w+(/\S*)?", organiser.website):
        form.refuse("website", form.values.values["website"], "an address such as https://www.upr-info.org")
    form.finish()
    return organiser


def _rooms(top: Form) -> tuple[str, ...]:
    """The rooms, each once."""
    rooms: dict[str, Place] = {}
    for room, place in top.placed_texts("rooms", "a list of the rooms"):
        if room in rooms:
            top.problems.append(problem("SE07", place, room=room))
        rooms.setdefault(room, place)
    return tuple(rooms)


def _languages(form: Form) -> tuple[str, ...]:
    """The languages in which statements are accepted."""
    if not form.has("statement_languages"):
        return ("en", "fr", "es")
    languages = []
    for language, place in form.placed_texts("statement_languages"):
        code = language.casefold()
        if code not in CODES:
            found = problem(
                "FO02",
                place,
                key="session.statement_languages",
                value=language,
                expected="a list of ISO 639-1 codes such as en, fr and es",
            )
            form.problems.append(found)
        languages.append(code)
    return tuple(dict.fromkeys(languages))


def _front_matter(form: Form) -> FrontMatter:
    front = FrontMatter(*(_paragraphs(form.prose(key)) for key in ("objectives", "format", "outcomes")))
    form.finish()
    return front


def _paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs are parted by an empty line; a line break inside one is only how it was typed."""
    return tuple(" ".join(part.split()) for part in _PARAGRAPHS.split(text) if part.strip())


def _checked_days(session: Session, form: Form) -> Session:
    """`session` with its days looked at; without days where they make no sense, so that no review is."""
    first, last = session.first_day, session.last_day
    if dt.date.min in (first, last) or dt.date.max in (first, last):
        return session
    days = (last - first).days + 1
    if days < 1:
        form.problems.append(problem("SE01", form.place("last_day"), first=first, last=last))
        return dataclasses.replace(session, first_day=dt.date.min, last_day=dt.date.max)
    if days > LONGEST_SESSION_DAYS:
        form.problems.append(problem("SE04", form.place("last_day"), days=days, first=first, last=last))
    month_end = session.working_group.replace(day=28) + dt.timedelta(days=3)
    if session.working_group != dt.date.max and month_end < last:
        month = session.working_group.strftime("%Y-%m")
        form.problems.append(problem("SE05", form.place("working_group"), month=month, last=last))
    if session.deadline and session.deadline.date() > first:
        deadline = f"{session.deadline:%Y-%m-%d %H:%M}"
        form.problems.append(problem("SE06", form.place("deadline"), deadline=deadline, first=first))
    return session


def _checked_floor(session: Session, floor: Form) -> Session:
    """`session` with limits of floor time that can be met."""
    low, high = session.floor_minimum, session.floor_maximum
    if low <= high:
        return session
    floor.problems.append(problem("SE03", floor.place("minimum"), minimum=low, maximum=high))
    return dataclasses.replace(session, floor_minimum=1, floor_maximum=LONGEST_FLOOR_MINUTES)
