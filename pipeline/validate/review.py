"""review.yaml: one State's pre-session with its agenda, checked against the session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pipeline.models.build import SAFE_NAME
from pipeline.models.raw import RawFile, RawMap, RawReview
from pipeline.models.session import PreviousReview, Review, Session, Speaker
from pipeline.models.spelling import did_you_mean, is_nearly_called
from pipeline.models.states import State, all_states, find_state
from pipeline.problems import Place, Problem, problem
from pipeline.validate.corrections import read_corrections
from pipeline.validate.facts import LAST_CYCLE, LAST_NUMBER
from pipeline.validate.files import Files
from pipeline.validate.form import Form
from pipeline.validate.masks import check_names, read_masks
from pipeline.validate.speakers import read_speaker

__all__ = ["read_review"]

EARLIEST = dt.time(8)
LATEST = dt.time(20)
_DECISIONS = "corrections.yaml"
_LISTS = "previous-recommendations."


def read_review(raw: RawReview, values: RawMap, session: Session, problems: list[Problem]) -> Review | None:
    """The review of one State, None where State, start or room are not known; `problems` says what is wrong.

    A review that comes back together with errors serves to find clashes with others; it must not be built.
    """
    form = Form(values, problems)
    state = _state(form)
    start = form.moment("start")
    room = form.text("room", "the room, one of those in session.yaml")
    opening, closing = (form.integer(key, 0, 60, default=3) for key in ("opening", "closing"))
    sur_minutes = form.integer("sur_remarks", 0, 60, default=2)
    moderator = form.text("moderator")
    previous = _previous(form, session)
    files = Files.of(raw.folder, raw.files)
    speakers = _speakers(form, files, session)
    awaited = _awaited(form, speakers)
    masks, allowed = read_masks(form, speakers), form.texts("allow")
    form.finish()
    _check_files(files, speakers, problems, has_corrections=raw.corrections_file is not None)
    _check_folder(raw, problems)
    corrections = read_corrections(raw, speakers, problems)
    review = Review(
        folder=raw.folder,
        state=state or all_states()[0],
        start=start or dt.datetime.min,
        length_minutes=session.length_minutes,
        room=room,
        speakers=speakers,
        moderator=moderator,
        opening_minutes=opening,
        sur_minutes=sur_minutes,
        closing_minutes=closing,
        previous_review=previous,
        place=values.place,
        awaited=awaited,
        corrections=corrections,
        masks=masks,
        allowed=allowed,
    )
    check_names(review, raw, problems)
    _check_agenda(review, session, form)
    if start:
        _check_start(review, session, form)
    if room:
        _check_room(review, session, form)
    return review if state and start and room else None


def _state(form: Form) -> State | None:
    code = form.text("state", "the ISO 3166-1 code of the State, such as CU")
    if not code:
        return None
    state = find_state(code)
    if state and code.upper() in (state.code, state.alpha3):
        return state
    hint = f"Did you mean {state.code}, {state.name()}?" if state else _near_state(code)
    form.problems.append(problem("RV01", form.place("state"), hint=hint))
    return None


def _near_state(name: str) -> str:
    names = {state.name(): state for state in all_states()}
    near = did_you_mean(name, names)
    state = next((state for known, state in names.items() if f"mean {known}?" in near), None)
    return f"Did you mean {state.code}, {state.name()}?" if state else ""


def _previous(form: Form, session: Session) -> PreviousReview | None:
    if not form.has("previous_review"):
        return None
    inner = form.form("previous_review")
    number, year, cycle = (
        inner.integer("session", 1, LAST_NUMBER),
        inner.integer("year", 2008, 2999),  # the first UPR session was held in April 2008
        inner.integer("cycle", 1, LAST_CYCLE),
    )
    supported, noted = (inner.optional_integer(key, 0, 9_999) for key in ("supported", "noted"))
    document = inner.text("document", limit=100)
    inner.finish()
    if number is None or year is None or cycle is None:
        return None
    for key, previous, this in (("session", number, session.number), ("cycle", cycle, session.cycle)):
        if previous >= this:
            words = {"previous": f"{key} {previous}", "this": f"{key} {this}"}
            form.problems.append(problem("RV10", inner.place(key), **words))
    if session.first_day != dt.date.min and year > session.first_day.year:
        words = {"previous": f"in {year}", "this": f"in {session.first_day.year}"}
        form.problems.append(problem("RV10", inner.place("year"), **words))
    return PreviousReview(number, year, cycle, supported, noted, document)


def _speakers(form: Form, files: Files, session: Session) -> tuple[Speaker, ...]:
    """All speakers in speaking order, each person once and each file once."""
    speakers = []
    items = form.items("speakers")
    files.take(items)
    for number, item in enumerate(items, start=1):
        if not isinstance(item, RawMap):
            form.refuse(f"speakers {number}", item, "a mapping with name, organisation, floor and the rest")
            continue
        speakers.append(read_speaker(Form(item, form.problems, f"speaker {number}"), number, files, session))
    _check_once(speakers, form)
    return tuple(speakers)


def _check_once(speakers: list[Speaker], form: Form) -> None:
    persons: dict[str, Speaker] = {}
    named: dict[tuple[str, str], Speaker] = {}
    for speaker in speakers:
        key = speaker.name.casefold()
        if key and (first := persons.setdefault(key, speaker)) is not speaker:
            found = problem("AG04", speaker.place, number=speaker.number, first=first.number)
            form.problems.append(found)
        for item, path in _named_files(speaker):
            if path and (first := named.setdefault((item, path), speaker)) is not speaker:
                values = {"number": speaker.number, "first": first.number, "item": item}
                form.problems.append(problem("SP08", speaker.place, **values))


def _named_files(speaker: Speaker) -> tuple[tuple[str, str], ...]:
    """What a speaker has files of, and their paths."""
    return (
        ("statement", speaker.statement),
        ("photo", speaker.photo_path),
        ("fact sheet", speaker.sheet_path),
    )


def _awaited(form: Form, speakers: tuple[Speaker, ...]) -> frozenset[str]:
    """Whether more speakers are to come: said in `awaited`, and taken for granted where there is none yet."""
    if not form.has("awaited"):
        if speakers:
            return frozenset()
        form.problems.append(problem("RV09", form.values.place))
        return frozenset({"speakers"})
    found = set()
    for item, place in form.placed_texts("awaited"):
        if item.casefold() == "speakers":
            found.add("speakers")
        else:
            expected = "[speakers] or an empty list"
            form.problems.append(
                problem("FO02", place, key="awaited", value="a text", expected=expected, hint="")
            )
    return frozenset(found)


def _check_files(
    files: Files, speakers: tuple[Speaker, ...], problems: list[Problem], *, has_corrections: bool
) -> None:
    """Name what lies in the folder and goes nowhere."""
    named = {path for speaker in speakers for _, path in _named_files(speaker)}
    named |= {file.path for name in files.listed if (file := files.find(name))}
    reported = {found.place.file for found in problems}
    for file in files.by_name.values():
        if file.path in named or file.shown in reported:
            continue
        if not file.is_there:
            problems.append(problem("SF01", Place(file.shown), reason=_reason(file)))
        elif not has_corrections and is_nearly_called(file.path.removeprefix(f"{files.folder}/"), _DECISIONS):
            problems.append(problem("SF08", Place(file.shown), wanted=_DECISIONS))
        elif _is_for_a_pack(file.path.removeprefix(f"{files.folder}/")):
            problems.append(problem("SP09", Place(file.shown)))


def _is_for_a_pack(name: str) -> bool:
    """Whether a file stands where statements do: in statements/, or beside review.yaml; lists have a name."""
    return name.startswith("statements/") or ("/" not in name and not name.startswith(_LISTS))


def _reason(file: RawFile) -> str:
    values: Mapping[str, str] = dict(file.problems[0].values) if file.problems else {}
    return values.get("reason", "it cannot be opened")


def _check_folder(raw: RawReview, problems: list[Problem]) -> None:
    if not SAFE_NAME.fullmatch(raw.folder):
        problems.append(problem("SF07", raw.place, name=raw.folder))


def _check_start(review: Review, session: Session, form: Form) -> None:
    place = form.place("start")
    first, last = session.first_day, session.last_day
    if not first <= review.start.date() <= last:
        day = review.start.date()
        form.problems.append(problem("RV03", place, day=day, first=first, last=last))
    if review.start.time() < EARLIEST or review.end > dt.datetime.combine(review.start.date(), LATEST):
        values = {"start": f"{review.start:%H:%M}", "end": f"{review.end:%H:%M}"}
        hours = {"earliest": f"{EARLIEST:%H:%M}", "latest": f"{LATEST:%H:%M}"}
        form.problems.append(problem("RV04", place, **values, **hours))


def _check_room(review: Review, session: Session, form: Form) -> None:
    if session.rooms and review.room not in session.rooms:
        hint = did_you_mean(review.room, session.rooms)
        rooms = ", ".join(session.rooms)
        form.problems.append(problem("RV07", form.place("room"), rooms=rooms, hint=hint))


def _check_agenda(review: Review, session: Session, form: Form) -> None:
    left, minimum = review.dialogue_minutes, session.dialogue_minimum
    if left >= minimum:
        return
    length = review.length_minutes
    values = {"used": length - left, "length": length, "left": max(left, 0), "over": minimum - left}
    form.problems.append(problem("AG01", form.place("speakers"), **values, minimum=minimum))
