"""What assembling starts from: a review with its statements and findings; and the numbered rows it makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.models.factsheet import FactSheet
from pipeline.models.findings import Findings, Question, Recommendation
from pipeline.models.passages import Statement
from pipeline.models.relations import Relations
from pipeline.models.session import Edition, PreviousRecommendation, Review, Session, Speaker


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as re-encoded JPEG bytes without any metadata; pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """A speaker with what came in. `statement` is None where it is awaited, refused or not consented.

    `bio_language` (ISO 639-1) is that of the speaker's bio, "" the pack's own. `fact_sheet` is None where
    there is none or it cannot be bound in.
    """

    speaker: Speaker
    statement: Statement | None = None
    findings: Findings = field(default_factory=Findings)
    photo: Picture | None = None
    bio_language: str = ""
    fact_sheet: FactSheet | None = None


@dataclass(frozen=True, slots=True)
class PackInput:
    """All that one pack is made from. `contributions` are in speaking order, one for each speaker.

    `awaited` are sentences-to-be about what is missing, as (speaker number or 0, item) pairs: item is
    "statement", "bio", "speakers". `final` drops the DRAFT mark. `language` is that of the pack's own words
    (ISO 639-1), "" the session's main one.
    """

    session: Session
    review: Review
    contributions: tuple[Contribution, ...] = ()
    previous: tuple[PreviousRecommendation, ...] = ()
    awaited: tuple[tuple[int, str], ...] = ()
    edition: Edition = "room"
    final: bool = False
    relations: Relations = field(default_factory=Relations)
    language: str = ""

    @property
    def spoken(self) -> str:
        """The language of the pack's own words."""
        return self.language or self.session.language

    @property
    def is_main(self) -> bool:
        """Whether this is the pack in the session's main language, with which the tables come."""
        return self.spoken == self.session.language


@dataclass(frozen=True, slots=True)
class Numbered:
    """A recommendation or question with its number in the pack ("R7", "Q2") and what stands around it.

    `topic` is the heading of the statement under which it stands, "" if none. `contribution` counts from
    0 in PackInput.contributions. `speaker` and `organisation` are as shown in the edition. `same` are the
    numbers of rows in which speakers ask the same, `against` of those that contradict it; `previous` are the
    recommendations of the previous review that it repeats.
    """

    number: str
    kind: Literal["recommendation", "question"]
    item: Recommendation | Question
    contribution: int
    topic: str
    speaker: str
    organisation: str
    language: str
    same: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    previous: tuple[PreviousRecommendation, ...] = ()
