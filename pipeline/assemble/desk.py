"""What every part of a pack is made from: the checked things as they may be shown, the numbers, the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.assemble.inlines import joined, plain, strong
from pipeline.assemble.numbering import number_shown
from pipeline.assemble.shown import Shown, show_all
from pipeline.models.document import Inlines
from pipeline.models.factsheet import Keeps, least
from pipeline.models.pack import Numbered, PackInput
from pipeline.models.session import OrganisationKind, PreviousRecommendation, Review, Session
from pipeline.models.style import Style
from pipeline.models.templates import PartPlan, Templates, Wording

Options = Mapping[str, str | int | bool]

_KINDS = {
    OrganisationKind.CSO: "a civil society organisation",
    OrganisationKind.NHRI: "a national human rights institution",
    OrganisationKind.COALITION: "a coalition of organisations",
}


@dataclass(frozen=True)
class Desk:
    """The materials of one pack. An anchor exists only if the part that holds it is `planned`."""

    session: Session
    review: Review
    speakers: tuple[Shown, ...]
    rows: tuple[Numbered, ...]
    previous: tuple[PreviousRecommendation, ...]
    awaited: tuple[tuple[int, str], ...]
    final: bool
    public: bool
    words: Wording
    style: Style
    plans: tuple[PartPlan, ...] = field(default=())

    @cached_property
    def planned(self) -> frozenset[str]:
        """The ids of the parts that templates/pack.yaml asks for."""
        return frozenset(plan.id for plan in self.plans)

    @property
    def state(self) -> str:
        """The State under Review in the pack's language."""
        return self.review.state.name(self.words.language)

    @property
    def article(self) -> str:
        """The article that an English sentence needs before some names; elsewhere it is phrased away."""
        article = self.review.state.article if self.words.language == "en" else ""
        return f"{article} " if article else ""

    @cached_property
    def recommendations(self) -> tuple[Numbered, ...]:
        """R1, R2 ..."""
        return tuple(row for row in self.rows if row.kind == "recommendation")

    @cached_property
    def asked_by(self) -> Mapping[str, int]:
        """The place of the speaker of every recommendation, by its number."""
        return {row.number: row.contribution for row in self.recommendations}

    @cached_property
    def questions(self) -> tuple[Numbered, ...]:
        """Q1, Q2 ..."""
        return tuple(row for row in self.rows if row.kind == "question")

    @cached_property
    def with_statement(self) -> tuple[Shown, ...]:
        """The speakers whose statement is in the pack."""
        return tuple(speaker for speaker in self.speakers if speaker.statement)

    def rows_of(self, speaker: Shown) -> tuple[Numbered, ...]:
        """The numbered demands of one speaker, recommendations first."""
        return tuple(row for row in self.rows if self.speakers[row.contribution] is speaker)

    def language(self, code: str) -> str:
        """What a block says of its language: "" for the pack's own."""
        return "" if code == self.words.language else code

    def statement_anchor(self, speaker: Shown) -> str:
        """Where the speaker's statement begins ("s3"), "" if it is not in the pack."""
        return f"s{speaker.number}" if speaker.statement and "statement" in self.planned else ""

    def fact_sheet_anchor(self, speaker: Shown) -> str:
        """Where the speaker's fact sheet is ("fact-sheet-3"), "" if it is not in the pack."""
        there = speaker.fact_sheet and "fact-sheets" in self.planned
        return f"fact-sheet-{speaker.number}" if there else ""

    @cached_property
    def has_facsimiles(self) -> bool:
        """Whether fact sheets are in the pack page by page."""
        plans = [
            plan for plan in self.plans if plan.id == "fact-sheets" and plan.options.get("show") != "words"
        ]
        return bool(plans) and any(speaker.fact_sheet for speaker in self.speakers)

    @cached_property
    def sheets_keep(self) -> Keeps:
        """What the fact sheets keep of PDF/A-2 together."""
        return least(tuple(speaker.fact_sheet.keeps for speaker in self.speakers if speaker.fact_sheet))

    def bio_anchor(self, speaker: Shown) -> str:
        """Where the speaker's bio is ("bio3"), "" if it is not in the pack."""
        return f"bio{speaker.number}" if has_bio(speaker) and "bios" in self.planned else ""

    def row_anchor(self, row: Numbered) -> str:
        """The demand's row in its table ("R7"), "" if the pack has no such table."""
        return row.number if f"{row.kind}s" in self.planned else ""

    def place_anchor(self, row: Numbered) -> str:
        """Where the demand stands in its statement ("s3-R7"), "" if statements are not in the pack."""
        statement = self.statement_anchor(self.speakers[row.contribution])
        return f"{statement}-{row.number}" if statement and row.item.spans else statement


def lay_out(pack: PackInput, templates: Templates) -> Desk:
    """Look at consent, number the demands, choose the words."""
    speakers = show_all(pack)
    return Desk(
        session=pack.session,
        review=pack.review,
        speakers=speakers,
        rows=number_shown(speakers, pack),
        previous=pack.previous,
        awaited=() if pack.final else pack.awaited,
        final=pack.final,
        public=pack.edition == "public",
        words=templates.wording(pack.spoken),
        style=templates.style,
        plans=templates.parts,
    )


def has_bio(speaker: Shown) -> bool:
    """Whether there is anything of a bio to show."""
    return bool(speaker.bio or speaker.picture)


def kind_of(speaker: Shown, words: Wording) -> str:
    """What stands instead of an organisation that is withheld."""
    return words(_KINDS[speaker.kind])


def title_of(speaker: Shown, words: Wording) -> str:
    """Who speaks, as a title: the organisation, else the person or description, else the kind."""
    return capital(speaker.organisation or speaker.name or kind_of(speaker, words))


def who(speaker: Shown, words: Wording) -> Inlines:
    """Who speaks, in a line: the person in semibold, then the organisation or its kind."""
    organisation = speaker.organisation or kind_of(speaker, words)
    if not speaker.name:
        return strong(capital(organisation))
    return joined((strong(capital(speaker.name)), plain(organisation)), ", ")


def capital(text: str) -> str:
    """`text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]
