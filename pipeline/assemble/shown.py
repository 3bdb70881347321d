"""What of a speaker an edition may show. The only room of this stage that sees names before consent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.assemble.portraits import portrait
from pipeline.models.factsheet import FactSheet
from pipeline.models.findings import Findings
from pipeline.models.naming import Hidden, places, withheld
from pipeline.models.pack import Contribution, PackInput, Picture
from pipeline.models.passages import Statement
from pipeline.models.session import Edition, OrganisationKind, Review
from pipeline.models.sheetcheck import against, is_agreed
from pipeline.problems import Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A contribution as its edition may show it: "" or None where consent, or the thing itself, is missing.

    `name` is the name or the agreed description; `named` says which. `alternative` is the photo's own text,
    "" where that text would name somebody who is withheld. `held_back`: there is a consented statement, but
    its words name the speaker or organisation that is withheld, so it is not shown. `fact_sheet_missing`: one
    is agreed to, but cannot be bound in or shows what is withheld.
    """

    number: int
    kind: OrganisationKind
    minutes: int
    name: str = ""
    named: bool = False
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    members: tuple[str, ...] = ()
    aim: str = ""
    bio: str = ""
    bio_language: str = ""
    picture: Picture | None = None
    alternative: str = ""
    statement: Statement | None = None
    findings: Findings = field(default_factory=Findings)
    held_back: bool = False
    contact: str = ""
    fact_sheet: FactSheet | None = None
    fact_sheet_missing: bool = False


def show_all(pack: PackInput) -> tuple[Shown, ...]:
    """Every contribution of `pack` as its edition may show it, in speaking order."""
    guard = Guard.of(pack.review, pack.edition)
    return tuple(
        _with_fact_sheet(show(contribution, pack.edition, guard), contribution, pack)
        for contribution in pack.contributions
    )


def _with_fact_sheet(shown: Shown, contribution: Contribution, pack: PackInput) -> Shown:
    """The same with the speaker's fact sheet, if it is agreed to and shows nothing that is withheld."""
    speaker, sheet = contribution.speaker, contribution.fact_sheet
    if speaker.fact_sheet is None or not is_agreed(speaker, pack.edition):
        return shown
    if sheet is None or against(sheet, pack.review, speaker, pack.edition):
        return replace(shown, fact_sheet_missing=True)
    return replace(shown, fact_sheet=sheet)


@dataclass(frozen=True, slots=True)
class Guard:
    """The names that an edition withholds in one State, and the words that may stand all the same."""

    hidden: tuple[Hidden, ...] = ()
    allowed: tuple[str, ...] = ()

    @classmethod
    def of(cls, review: Review, edition: Edition) -> Guard:
        """That of `review`: what is withheld of any of its speakers."""
        return cls(withheld(review, edition), review.allowed)

    def named(self, text: str) -> list[int]:
        """The numbers of withheld speakers whom `text` names, in the order of the text."""
        return [each.number for _, _, each in places(text, self.hidden, self.allowed)] if self.hidden else []

    def safe(self, text: str) -> str:
        """`text`, or "" where it names who is withheld: half a sentence about somebody is not an option."""
        return "" if self.named(text) else text


def show(contribution: Contribution, edition: Edition, guard: Guard) -> Shown:
    """What of `contribution` may stand in `edition`. Whatever is not plainly consented to is left out."""
    speaker = contribution.speaker
    allows = speaker.consent.allows
    organisation = guard.safe(speaker.shown_organisation(edition))
    named = allows("name", edition)
    statement = contribution.statement if allows("statement", edition) else None
    held = statement is not None and any(guard.named(passage.text) for passage in statement.passages)
    members = tuple(name for name in speaker.organisation.members if guard.safe(name))
    return Shown(
        number=speaker.number,
        kind=speaker.organisation.kind,
        minutes=speaker.floor_minutes,
        name=speaker.name if named else guard.safe(speaker.description),
        named=named,
        role=guard.safe(speaker.role) if named else "",
        organisation=organisation,
        acronym=speaker.organisation.acronym if organisation else "",
        members=members if organisation else (),
        aim=guard.safe(speaker.organisation.aim) if organisation else "",
        bio=guard.safe(speaker.bio) if allows("bio", edition) else "",
        bio_language=contribution.bio_language,
        picture=portrait(contribution.photo, speaker.photo)
        if contribution.photo and allows("photo", edition)
        else None,
        alternative=guard.safe(speaker.photo.alternative) if speaker.photo else "",
        statement=None if held else statement,
        findings=contribution.findings if statement and not held else Findings(),
        held_back=held,
        contact=speaker.contact if allows("contact", edition) else "",
    )


def held_back(pack: PackInput) -> tuple[tuple[int, int, Place], ...]:
    """Where a statement is left out as it names who is withheld: its speaker, whom it names, the place.

    Speakers are given by their numbers.
    """
    guard = Guard.of(pack.review, pack.edition)
    return tuple(
        (each.speaker.number, who, passage.place)
        for each in pack.contributions
        if each.statement and show(each, pack.edition, guard).held_back
        for passage in each.statement.passages
        for who in dict.fromkeys(guard.named(passage.text))
    )
