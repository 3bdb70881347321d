"""The agenda of one pre-session: clock times from the floor minutes, drawn to scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pipeline.assemble.dates import clock, weekday
from pipeline.assemble.desk import Desk, Options, who
from pipeline.assemble.facts import reservations
from pipeline.assemble.inlines import compose, joined, page_of, paragraph, plain
from pipeline.assemble.shown import Shown
from pipeline.models.document import Block, Heading, Inlines, Part, Slot, Timeline

_LONGEST_TOPIC = 40
_MOST_TOPICS = 3

_Entry = tuple[int, Inlines, Inlines, str]


def agenda_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """Opening, State under Review, speakers, dialogue, closing; what has no minutes is left out."""
    words = desk.words
    lead = f"{weekday(desk.review.start, words)} · {desk.review.room}"
    blocks: tuple[Block, ...] = (
        Heading(1, plain(words("Agenda")), "agenda"),
        paragraph(plain(lead), "lead"),
        Timeline(tuple(_slots(desk))),
        *(paragraph(plain(said), "small") for said in reservations(desk.session, words)),
    )
    return (Part("agenda", blocks, new_page=bool(options["new_page"])),)


def _slots(desk: Desk) -> Iterator[Slot]:
    words, time = desk.words, desk.review.start
    for minutes, what, below, kind in _entries(desk):
        if minutes <= 0:
            continue
        length = words.count("{n} min", "{n} min", minutes)
        if kind == "speaker":
            yield Slot(clock(time, words), minutes, length, what, below, "speaker")
        elif kind == "dialogue":
            yield Slot(clock(time, words), minutes, length, what, below, "dialogue")
        else:
            yield Slot(clock(time, words), minutes, length, what, below)
        time += dt.timedelta(minutes=minutes)


def _entries(desk: Desk) -> Iterator[_Entry]:
    words, review = desk.words, desk.review
    moderator = words("Moderator: {name}", name=review.moderator) if review.moderator else ""
    yield review.opening_minutes, plain(words("Opening by the moderator")), plain(moderator), "frame"
    yield review.sur_minutes, plain(words("State under Review: remarks, if it wishes")), (), "frame"
    for speaker in desk.speakers:
        yield speaker.minutes, who(speaker, words), _below(desk, speaker), "speaker"
    if desk.speakers or desk.final:
        dialogue = words("Dialogue with permanent missions, moderated")
    else:
        dialogue = words("Speakers to be confirmed; dialogue with permanent missions, moderated")
    yield review.dialogue_minutes, plain(dialogue), (), "dialogue"
    yield review.closing_minutes, plain(words("Closing")), (), "frame"


def _below(desk: Desk, speaker: Shown) -> Inlines:
    """ "Fair trial · statement p. 8 · bio p. 24"."""
    words = desk.words
    statement, bio = desk.statement_anchor(speaker), desk.bio_anchor(speaker)
    awaited = (speaker.number, "statement") in desk.awaited
    return joined(
        (
            plain(words(", ").join(_topics(desk, speaker))),
            compose(words.pattern("statement p. {page}"), page=page_of(statement)) if statement else (),
            plain(words("statement awaited")) if awaited and not speaker.statement else (),
            compose(words.pattern("bio p. {page}"), page=page_of(bio)) if bio else (),
        )
    )


def _topics(desk: Desk, speaker: Shown) -> list[str]:
    """The first issues of a statement as its own headings name them, where short and in our language."""
    statement = speaker.statement
    if statement is None or desk.language(statement.language):
        return []
    found = dict.fromkeys(row.topic for row in desk.rows_of(speaker) if row.topic)
    return [topic for topic in found if len(topic) <= _LONGEST_TOPIC][:_MOST_TOPICS]
