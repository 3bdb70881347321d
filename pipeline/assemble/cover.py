"""The cover: which State, when, where, what is in the pack, and how to lift a recommendation from it."""

from __future__ import annotations

from pipeline.assemble import facts
from pipeline.assemble.dates import moment, span, weekday
from pipeline.assemble.desk import Desk, Options
from pipeline.assemble.inlines import compose, joined, muted, page_of, paragraph, plain, strong
from pipeline.models.document import Block, Inlines, Part, Space


def cover_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """The one page."""
    words = desk.words
    lifting = _lifting(desk)
    blocks: tuple[Block, ...] = (
        paragraph(_kicker(desk), "small"),
        *((paragraph(_waiting(desk), "notice"),) if desk.awaited else ()),
        Space(8),
        paragraph(plain(desk.state), "title"),
        paragraph(plain(words("Briefing pack for delegations")), "lead"),
        Space(3),
        facts.key_table(_rows(desk)),
        Space(fill=True),
        *((paragraph(lifting, "notice"),) if lifting else ()),
        paragraph(plain(_reserve(desk)), "small"),
    )
    return (Part("cover", blocks, running=False),)


def _kicker(desk: Desk) -> Inlines:
    """What this is; a draft that awaits nothing says so here, any other in the notice below."""
    draft = strong(desk.words("DRAFT")) if not desk.final and not desk.awaited else ()
    return joined((strong(desk.words("UPR pre-sessions")), draft))


def _waiting(desk: Desk) -> Inlines:
    words, number = desk.words, len(desk.awaited)
    waiting = words.count("{n} item awaited", "{n} items awaited", number)
    return joined((strong(words("DRAFT")), plain(waiting)))


def _rows(desk: Desk) -> list[tuple[str, Inlines]]:
    words, review = desk.words, desk.review
    time = moment(weekday(review.start, words), span(review.start, review.end, words), words)
    where = ", ".join(filter(None, (review.room, desk.session.venue, desk.session.city)))
    provisional = muted(words("provisional")) if desk.session.provisional else ()
    return [
        (words("Pre-session"), plain(time)),
        (words("Where"), joined((plain(where), provisional))),
        (words("Review"), plain(facts.session_line(desk.session, words))),
        (words("Moderator"), plain(review.moderator)),
        (words("Speakers"), plain(facts.speakers_line(desk))),
        (words("In this pack"), plain(facts.contents_line(desk))),
        (words("Edition"), plain(words("public edition") if desk.public else "")),
    ]


def _lifting(desk: Desk) -> Inlines:
    """How to take a recommendation out of the pack; nothing where there is none."""
    words = desk.words
    first = desk.row_anchor(desk.recommendations[0]) if desk.recommendations else ""
    if not first:
        return ()
    sentence = compose(
        words.pattern(
            "each has a number (R1). From page {page} on it stands with its source, word for word as the "
            "speaker wrote it, and again in the statement. The table comes as a file with this pack."
        ),
        page=page_of(first),
    )
    return (*strong(words("To lift a recommendation:")), *plain(" "), *sentence)


def _reserve(desk: Desk) -> str:
    invited = desk.words("All permanent missions are invited, the State under Review included.")
    return " ".join((*facts.reservations(desk.session, desk.words), invited))
