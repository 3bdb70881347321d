"""What the tables of recommendations say about themselves: State, session, edition, marks and words."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.models.session import Edition
from pipeline.models.templates import Wording


@dataclass(frozen=True, slots=True)
class TableFacts:
    """The facts around one State's tables.

    `state` is the State's name in the pack's language, `date` the day of the pre-session as ISO 8601
    ("2018-04-12"; it is also the creation date of the spreadsheet), `marks` the same signs as in the pack
    (DRAFT, SAMPLE, PROVISIONAL), `notes` sentences for the sheet "About". `wording` has the words of the
    column heads in the pack's language.
    """

    session: int
    state: str
    date: str
    edition: Edition = "room"
    marks: tuple[str, ...] = ()
    organiser: str = ""
    notes: tuple[str, ...] = ()
    wording: Wording = field(default_factory=lambda: Wording("en"))
