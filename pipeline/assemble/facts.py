"""Sentences that several parts share: which session, how many, what is provisional, sample or draft."""

from __future__ import annotations

from collections import Counter

from pipeline.assemble.dates import cycle, listed, month, ordinal
from pipeline.assemble.desk import Desk
from pipeline.models.document import Cell, Inline, Inlines, Paragraph, Table
from pipeline.models.session import OrganisationKind, Session
from pipeline.models.templates import Wording


def session_line(session: Session, words: Wording) -> str:
    """ "30th session of the UPR Working Group, May 2018, third cycle"."""
    return words(
        "{ordinal} session of the UPR Working Group, {month}, {cycle}",
        ordinal=ordinal(session.number, words),
        month=month(session.working_group, words),
        cycle=cycle(session.cycle, words),
    )


def marks(session: Session, words: Wording, *, draft: bool) -> tuple[str, ...]:
    """The constant signs of every page."""
    signs = (("DRAFT", draft), ("SAMPLE", session.sample), ("PROVISIONAL", session.provisional))
    return tuple(words(sign) for sign, shown in signs if shown)


def reservations(session: Session, words: Wording) -> tuple[str, ...]:
    """What a reader must know about dates and texts before relying on them."""
    said = []
    if session.provisional:
        said.append(words("Dates and venue are provisional, pending confirmation by the United Nations."))
    if session.sample:
        said.append(words("Sample texts for demonstration: no organisation said this."))
    return tuple(said)


def speakers_line(desk: Desk) -> str:
    """ "5 civil society organisations and 1 coalition"; who is to be confirmed where nobody is named yet."""
    words = desk.words
    if not desk.speakers:
        return words("To be confirmed")
    count = Counter(speaker.kind for speaker in desk.speakers)
    forms = {
        OrganisationKind.CSO: words.count(
            "{n} civil society organisation", "{n} civil society organisations", count[OrganisationKind.CSO]
        ),
        OrganisationKind.NHRI: words.count(
            "{n} national human rights institution",
            "{n} national human rights institutions",
            count[OrganisationKind.NHRI],
        ),
        OrganisationKind.COALITION: words.count(
            "{n} coalition", "{n} coalitions", count[OrganisationKind.COALITION]
        ),
    }
    return listed([form for kind, form in forms.items() if count[kind]], words)


def contents_line(desk: Desk) -> str:
    """ "5 statements, 23 recommendations and 9 questions"; without a statement, a sentence that says so."""
    words = desk.words
    statements, asked, questions = len(desk.with_statement), len(desk.recommendations), len(desk.questions)
    if not statements:
        return words("No statement had been received when this pack was made.")
    forms = (
        (statements, words.count("{n} statement", "{n} statements", statements)),
        (asked, words.count("{n} recommendation", "{n} recommendations", asked)),
        (
            questions,
            words.count("{n} advance question", "{n} advance questions", questions),
        ),
    )
    return listed([form for number, form in forms if number], words)


def key_table(rows: list[tuple[str, Inlines]]) -> Table:
    """Labels and values without rules."""
    return Table(
        tuple(
            (
                Cell((Paragraph((Inline(label),), "small"),), header=True),
                Cell((Paragraph(value, "own"),)),
            )
            for label, value in rows
            if value
        ),
        (18, 82),
        look="key",
    )
