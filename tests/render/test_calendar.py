"""The calendar says when and where, in local time, names nobody, and repeats byte for byte."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from icalendar import Calendar

from pipeline.models.session import Organisation, Organiser, Review, Session, Speaker
from pipeline.models.states import State
from pipeline.models.templates import Wording
from pipeline.render.calendar import render_calendar

CUBA = State("CU", "CUB", (("en", "Cuba"),))
IVOIRE = State("CI", "CIV", (("en", 'Côte d\'Ivoire; "CI", test'), ("fr", "Côte d'Ivoire")))


def session(**changes: object) -> Session:
    speaker = Speaker(1, "Sample Speaker 1", "lawyer", Organisation("Sample Centre"), 6)
    reviews = (
        Review("cuba", CUBA, dt.datetime(2018, 4, 12, 10, 0), 60, "Room XXI", (speaker,)),
        Review("civ", IVOIRE, dt.datetime(2018, 4, 12, 11, 0), 60, "Room XXI"),
    )
    base = Session(
        id="upr30",
        number=30,
        cycle=3,
        working_group=dt.date(2018, 5, 1),
        first_day=dt.date(2018, 4, 10),
        last_day=dt.date(2018, 4, 13),
        venue="Palais des Nations",
        city="Geneva",
        time_zone="Europe/Zurich",
        organiser=Organiser("UPR Info", website="https://example.org"),
        reviews=reviews,
        provisional=True,
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type]


def events(made: Session) -> list[Any]:
    return list(Calendar.from_ical(render_calendar(made)).walk("VEVENT"))


def test_each_pre_session_is_an_event_at_its_place_and_local_time() -> None:
    first = events(session())[0]
    assert first["SUMMARY"] == "Pre-session on Cuba (UPR 30)"
    assert first["LOCATION"] == "Room XXI, Palais des Nations, Geneva"
    assert first["UID"] == "upr30-cu@presession"
    start = first["DTSTART"].dt
    assert start.replace(tzinfo=None) == dt.datetime(2018, 4, 12, 10, 0)
    assert start.utcoffset() == dt.timedelta(hours=2)
    assert first["DTEND"].dt - start == dt.timedelta(hours=1)


def test_the_time_zone_is_described_in_the_file() -> None:
    text = render_calendar(session()).decode()
    assert "BEGIN:VTIMEZONE" in text
    assert "DTSTART;TZID=Europe/Zurich:20180412T100000" in text


@pytest.mark.parametrize(("provisional", "status"), [(True, "TENTATIVE"), (False, "CONFIRMED")])
def test_provisional_dates_are_tentative(provisional: bool, status: str) -> None:
    event = events(session(provisional=provisional))[0]
    assert event["STATUS"] == status
    assert ("provisional" in event["DESCRIPTION"]) is provisional


def test_a_confirmed_event_replaces_the_provisional_one() -> None:
    before, after = events(session())[0], events(session(provisional=False))[0]
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_nobody_is_named() -> None:
    text = render_calendar(session()).decode()
    assert "Sample Speaker" not in text
    assert "Sample Centre" not in text


def test_a_sample_says_so() -> None:
    assert events(session(sample=True))[0]["SUMMARY"].startswith("SAMPLE: ")


def test_lines_end_as_the_standard_asks_and_bytes_repeat() -> None:
    made = render_calendar(session())
    assert made == render_calendar(session())
    assert made.count(b"\n") == made.count(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_signs_of_the_format_inside_a_name_come_back_as_written() -> None:
    assert events(session())[1]["SUMMARY"] == 'Pre-session on Côte d\'Ivoire; "CI", test (UPR 30)'


def test_a_session_without_pre_sessions_gives_an_empty_calendar() -> None:
    assert events(session(reviews=())) == []


def test_the_words_are_those_of_the_packs_language() -> None:
    french = Wording(
        "fr", {"Pre-session on {state} (UPR {number})": "Pré-session sur {state} (EPU {number})"}
    )
    event = list(Calendar.from_ical(render_calendar(session(), french)).walk("VEVENT"))[1]
    assert event["SUMMARY"] == "Pré-session sur Côte d'Ivoire (EPU 30)"
