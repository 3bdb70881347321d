"""session.yaml: the facts that hold for every State, checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import zoneinfo
from collections.abc import Sequence

from pipeline.models.build import SAFE_NAME
from pipeline.models.raw import RawMap, RawSession
from pipeline.models.session import FrontMatter, Organiser, Session
from pipeline.problems import Place, Problem, problem
from pipeline.validate.form import Form
from pipeline.validate.languages import CODES

__all__ = ["read_facts"]

LONGEST_SESSION_DAYS = 14
LAST_NUMBER, LAST_CYCLE = 999, 99
LONGEST_FLOOR_MINUTES = 60
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def read_facts(raw: RawSession, values: RawMap, problems: list[Problem]) -> Session:
    """The session without its reviews. Where a value is missing or wrong a harmless one stands in its place

    and `problems` says so, so that the reviews can still be checked against all other facts.
    """
    top = Form(values, problems, open=True)
    form = top.form("session", "number, days, venue and the other facts of the session")
    floor = top.form("floor_time")
    spoken = _pack_languages(form)
    matter = _front_matter(top, spoken)
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
        floor_minimum=floor.integer("minimum", 1, LONGEST_FLOOR_MINUTES, default=5),
        floor_maximum=floor.integer("maximum", 1, LONGEST_FLOOR_MINUTES, default=7),
        length_minutes=top.integer("length", 10, 480, default=60),
        dialogue_minimum=top.integer("dialogue_minimum", 0, 240, default=10),
        language=spoken[0],
        pack_languages=spoken,
        statement_languages=_languages(form, "statement_languages") or ("en", "fr", "es"),
        deadline=form.moment("deadline", required=False),
        front_matter=matter.get(spoken[0], FrontMatter()),
        translations=tuple((code, words) for code, words in matter.items() if code != spoken[0]),
        shown=raw.shown,
    )
    session = _checked_floor(_checked_days(session, form), floor)
    if not SAFE_NAME.fullmatch(raw.id):
        problems.append(problem("SF07", Place(raw.shown), name=raw.id))
    for part in (form, floor, top):
        part.finish()
    return session


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
    rooms: list[str] = []
    for room, place in top.placed_texts("rooms", "a list of the rooms"):
        if room in rooms:
            top.problems.append(problem("SE07", place, room=room))
        else:
            rooms.append(room)
    return tuple(rooms)


def _pack_languages(form: Form) -> tuple[str, ...]:
    """The languages in which packs are made, the main one first: `languages`, or the one `language`."""
    one = form.choice("language", CODES, default="en")
    several = _languages(form, "languages")
    if several and form.has("language"):
        form.refuse("language", form.values.values["language"], "left out where `languages` is given")
    return several or (one,)


def _languages(form: Form, key: str) -> tuple[str, ...]:
    """The language codes under `key`, each once; () if it is not there."""
    if not form.has(key):
        return ()
    languages = []
    for language, place in form.placed_texts(key):
        code = language.casefold()
        if code in CODES:
            languages.append(code)
            continue
        found = problem(
            "FO02",
            place,
            key=f"session.{key}",
            value=language,
            expected="a list of ISO 639-1 codes such as en, fr and es",
            hint="",
        )
        form.problems.append(found)
    return tuple(dict.fromkeys(languages))


def _front_matter(top: Form, spoken: Sequence[str]) -> dict[str, FrontMatter]:
    """The organiser's words by language: one text stands for the main language, or a text for each."""
    form = top.form("front_matter")
    if CODES.keys() & form.values.values.keys():
        matter = {code: _matter(form.form(code)) for code in spoken if form.has(code)}
        # words in a language that no pack is made in now are kept in the file until they are wanted
        unused = [code for code in CODES if code in form.values.values and code not in matter]
        for code in unused:
            _matter(form.form(code))
        form.finish()
    else:
        words = _matter(form)
        if words == FrontMatter():
            return {}
        matter = {spoken[0]: words}
    instead = f"has it in {spoken[0]}" if spoken[0] in matter else "is without it"
    for code in spoken:
        if code not in matter:
            form.problems.append(problem("SE09", form.values.place, language=code, instead=instead))
    return matter


def _matter(form: Form) -> FrontMatter:
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
