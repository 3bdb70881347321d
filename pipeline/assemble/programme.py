"""The session's programme: every State by day with time, room and moderator; and what pre-sessions are."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

from pipeline.assemble import facts
from pipeline.assemble.dates import days, ordinal, span, weekday
from pipeline.assemble.guide import contact, front_matter
from pipeline.assemble.inlines import direction, head_row, paragraph, plain, strong
from pipeline.assemble.sides import with_sides
from pipeline.models.document import Block, Cell, Document, Furniture, Heading, Inlines, Part, Table
from pipeline.models.session import Edition, Review, Session
from pipeline.models.templates import Templates, Wording

_WIDTHS = (17.0, 14.0, 25.0, 29.0, 15.0)


def assemble_programme(
    session: Session, templates: Templates, edition: Edition, language: str = ""
) -> Document:
    """The Document of the programme, in `language` or the session's main one.

    It names no speaker, so that it is the same in both editions.
    """
    words = templates.wording(language or session.language)
    title = words("Programme of the pre-sessions")
    ordinal_ = ordinal(session.number, words)
    made = Document(
        title=words("Programme of the pre-sessions, {ordinal} session of the UPR", ordinal=ordinal_),
        language=words.language,
        parts=(
            Part("programme", tuple(_schedule(session, words, title))),
            Part("about", tuple(_about(session, words)), new_page=False),
        ),
        furniture=_furniture(session, words, title),
        author=session.organiser.name,
        subject=facts.session_line(session, words),
        keywords=("UPR", *facts.marks(session, words, draft=False)),
        created=session.first_day.isoformat(),
        direction=direction(words.language),
    )
    return with_sides(made)


def _furniture(session: Session, words: Wording, title: str) -> Furniture:
    number = ordinal(session.number, words)
    return Furniture(
        head_left=(*strong(title), *plain(words(" · {ordinal} session of the UPR", ordinal=number))),
        head_right=plain(days(session.first_day, session.last_day, words)),
        foot_left=plain(session.organiser.name),
        marks=facts.marks(session, words, draft=False),
        page_of=words.pattern("{page} of {pages}"),
    )


def _schedule(session: Session, words: Wording, title: str) -> Iterator[Block]:
    yield Heading(1, plain(title), "programme")
    yield paragraph(plain(facts.session_line(session, words)), "lead")
    yield facts.key_table(_practical(session, words))
    if reservations := facts.reservations(session, words):
        yield paragraph(plain(" ".join(reservations)), "notice")
    for day, reviews in itertools.groupby(session.reviews, key=lambda review: review.start.date()):
        yield from _day(day, tuple(reviews), words)


def _practical(session: Session, words: Wording) -> list[tuple[str, Inlines]]:
    floor = words(
        "{least} to {most} minutes for each speaker", least=session.floor_minimum, most=session.floor_maximum
    )
    number = len(session.reviews)
    return [
        (words("When"), plain(days(session.first_day, session.last_day, words))),
        (words("Where"), plain(", ".join(filter(None, (session.venue, session.city))))),
        (words("Rooms"), plain(", ".join(session.rooms))),
        (
            words("States"),
            plain(words.count("{n} State under Review", "{n} States under Review", number) if number else ""),
        ),
        (words("Floor time"), plain(floor)),
        (
            words("Invited"),
            plain(words("All permanent missions are invited, the State under Review included.")),
        ),
    ]


def _day(day: dt.date, reviews: Sequence[Review], words: Wording) -> Iterator[Block]:
    yield Heading(2, plain(weekday(day, words)), f"day-{day.isoformat()}")
    titles = (
        words("Time"),
        words("Room"),
        words("State under Review"),
        words("Moderator"),
        words("Speakers"),
    )
    rows = [_row(review, words) for review in reviews]
    yield Table((head_row(titles), *rows), _WIDTHS, 1, summary=weekday(day, words))


def _row(review: Review, words: Wording) -> tuple[Cell, ...]:
    number = len(review.speakers)
    speakers = str(number) if number else words("programme to be confirmed")
    return (
        _cell(plain(span(review.start, review.end, words))),
        _cell(plain(review.room)),
        _cell(strong(review.state.name(words.language))),
        _cell(plain(review.moderator or words("to be confirmed"))),
        _cell(plain(speakers)),
    )


def _cell(inlines: Inlines) -> Cell:
    return Cell((paragraph(inlines),))


def _about(session: Session, words: Wording) -> Iterator[Block]:
    yield Heading(1, plain(words("About the pre-sessions")), "about")
    yield from front_matter(session, words)
    yield Heading(2, plain(words("Contact")), listed=False)
    yield contact(session.organiser, words)
