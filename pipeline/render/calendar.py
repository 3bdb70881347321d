"""The session's calendar: one event for each pre-session, as iCalendar (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pipeline.models.session import Review, Session
from pipeline.models.templates import Wording

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//presession//UPR pre-sessions//EN"


def render_calendar(session: Session, wording: Wording | None = None) -> bytes:
    """The pre-sessions of `session` as a .ics file in UTF-8 with CRLF line ends; times carry the time zone.

    No speaker is named. An event keeps its UID from build to build, and SEQUENCE rises when the dates are
    confirmed, so that a calendar which took the provisional event takes the confirmed one in its place.
    `wording` holds the words of the pack's language; English without it.
    """
    from icalendar import Calendar

    words = wording or Wording("en")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", words("UPR {number}: pre-sessions", number=session.number))
    for review in session.reviews:
        calendar.add_component(_event(session, review, words))
    if session.reviews:
        year = dt.timedelta(days=366)
        calendar.add_missing_timezones(session.first_day - year, session.last_day + year)
    return bytes(calendar.to_ical(sorted=True))


def _event(session: Session, review: Review, words: Wording) -> Event:
    """One pre-session."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{session.id}-{review.state.code}@presession".lower())
    event.add("dtstamp", _stamp(session))
    event.add("sequence", 0 if session.provisional else 1)
    event.add("dtstart", _local(review.start, session))
    event.add("dtend", _local(review.end, session))
    event.add("summary", _summary(session, review, words))
    event.add("location", ", ".join(part for part in (review.room, session.venue, session.city) if part))
    event.add("status", "TENTATIVE" if session.provisional else "CONFIRMED")
    event.add("description", _description(session, words))
    if session.organiser.website.startswith(("https://", "http://")):
        event.add("url", session.organiser.website)
    return event


def _stamp(session: Session) -> dt.datetime:
    """When the event was "made": the first day of the session, never the clock, so that bytes repeat."""
    return dt.datetime.combine(session.first_day, dt.time(), tzinfo=dt.UTC)


def _local(time: dt.datetime, session: Session) -> dt.datetime:
    """`time` in the session's time zone; a time without a zone is local there already."""
    zone = ZoneInfo(session.time_zone)
    return time.astimezone(zone) if time.tzinfo else time.replace(tzinfo=zone)


def _summary(session: Session, review: Review, words: Wording) -> str:
    """The title of the event, with the mark of a sample before it."""
    state = review.state.name(words.language)
    title = words("Pre-session on {state} (UPR {number})", state=state, number=session.number)
    return f"{words('SAMPLE')}: {title}" if session.sample else title


def _description(session: Session, words: Wording) -> str:
    """What the event is, and what is not settled yet."""
    lines = [words("One-hour meeting on one State before its Universal Periodic Review.")]
    if any(review.length_minutes != 60 for review in session.reviews):
        lines = [words("Meeting on one State before its Universal Periodic Review.")]
    if session.organiser.name:
        lines.append(words("Organiser: {name}", name=session.organiser.name))
    if session.provisional:
        lines.append(words("Dates and venue are provisional, pending confirmation by the United Nations."))
    if session.sample:
        lines.append(words("Sample data for demonstration."))
    return "\n".join(lines)
