"""The facts around the tables of recommendations: the same marks and words as in the pack."""

from __future__ import annotations

from pipeline.assemble import facts
from pipeline.models.pack import PackInput
from pipeline.models.table_facts import TableFacts
from pipeline.models.templates import Templates


def table_facts(pack: PackInput, templates: Templates) -> TableFacts:
    """What the spreadsheet, CSV and JSON of one State say about themselves."""
    session, review = pack.session, pack.review
    words = templates.wording(pack.spoken)
    return TableFacts(
        session=session.number,
        state=review.state.name(words.language),
        date=review.start.date().isoformat(),
        edition=pack.edition,
        marks=facts.marks(session, words, draft=not pack.final),
        organiser=session.organiser.name,
        notes=(
            *facts.reservations(session, words),
            words(
                "Statements are printed word for word as the speakers gave them and are theirs alone. "
                "Nothing was shortened, corrected or translated."
            ),
        ),
        wording=words,
    )
