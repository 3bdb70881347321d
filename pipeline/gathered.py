"""What is known of the chosen States, and what is looked at as soon as all of a State is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pipeline import steps, units
from pipeline.engine import Keeper
from pipeline.models.corrections import Fit
from pipeline.models.pack import Contribution, PackInput
from pipeline.models.raw import RawSession
from pipeline.models.session import Edition, PreviousRecommendation, Session
from pipeline.problems import Problem
from pipeline.units import Plan

__all__ = ["Gathered", "Loaded", "Looking", "contributions_of", "duplicates", "previous_of"]

T = TypeVar("T")


class Loaded(Mapping[str, T]):
    """Values by State's folder that are fetched whenever they are asked for, and not held."""

    def __init__(self, names: Iterable[str], load: Callable[[str], T]) -> None:
        self._names = dict.fromkeys(names)
        self._load = load

    def __getitem__(self, name: str) -> T:
        if name not in self._names:
            raise KeyError(name)
        return self._load(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, slots=True)
class Looking:
    """For which edition, and whether for final packs, States are looked over; `pack` gives what with."""

    pack: Callable[[Gathered, str], PackInput]
    edition: Edition = "room"
    final: bool = False


@dataclass(slots=True)
class Gathered:
    """What is known of the chosen States by folder; problems and bugs of all of them.

    `plans` are those of the States that could be examined; everything they speak of is in `keeper`. `counts`
    are what their packs would hold, `withheld` where they name who is withheld. `marks` are those of words of
    statements, by path in the session folder; not all are there before `duplicates` needs them.
    """

    keeper: Keeper
    plans: dict[str, Plan] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    bugs: list[tuple[str, str]] = field(default_factory=list)
    counts: dict[str, steps.Counts] = field(default_factory=dict)
    withheld: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def examined(self) -> Mapping[str, steps.Examined]:
        """Per State its contributions after the checks. Raises engine.Lost if a result has gone meanwhile."""
        return Loaded(self.plans, lambda folder: _examined(self.keeper, self.plans[folder]))

    def previous(self, folder: str) -> tuple[PreviousRecommendation, ...]:
        """The recommendations of a State's previous review."""
        return previous_of(self.keeper, self.plans[folder])

    def look_over(self, folder: str, looking: Looking) -> None:
        """What a State's pack would hold, and where its statements name who is withheld."""
        unit = units.looking(self.plans[folder], looking.edition, looking.final)
        said = self.keeper.said(unit)
        if said is None:
            pack = looking.pack(self, folder)
            said, counts = steps.names_withheld(pack), steps.counted(pack)
            self.keeper.keep(unit, counts, said, private=bool(said))
            self._mark(pack.contributions)
        else:
            counts = self.keeper.value(unit)
        self.counts[folder], self.withheld[folder] = counts, said

    def mark(self, folder: str) -> None:
        """Mark the words of a State's statements, if that was not done."""
        plan = self.plans[folder]
        paths = {each.statement for each in plan.review.speakers if each.number in plan.statements}
        if not paths <= self.marks.keys():
            self._mark(self.examined[folder].contributions)

    def _mark(self, contributions: Iterable[Contribution]) -> None:
        for each in contributions:
            self.marks[each.speaker.statement] = steps.mark_of(each.statement) if each.statement else ""


def duplicates(found: Gathered, session: Session, raw: RawSession) -> tuple[Problem, ...]:
    """Statements that were sent for two speakers; looked for only after a statement has changed."""
    unit = units.comparing_statements(raw, session, found.plans)
    said = found.keeper.said(unit)
    if said is None:
        for folder in found.plans:
            found.mark(folder)
        said = steps.sent_twice(session, raw, {path: mark for path, mark in found.marks.items() if mark})
        found.keeper.keep(unit, (), said, private=bool(said))
    return said


def _examined(keeper: Keeper, plan: Plan) -> steps.Examined:
    contributions, fits = contributions_of(keeper, plan)
    relations = keeper.value(units.relating(plan))
    return steps.Examined(contributions, (), fits, relations)


def contributions_of(
    keeper: Keeper, plan: Plan, bare: bool = False
) -> tuple[tuple[Contribution, ...], tuple[Fit, ...]]:
    """What every speaker of a State gave, as it is kept, and how decisions about it fit.

    `bare` leaves out what demands are not compared by, which may not be read yet: photos and fact sheets.
    """
    contributions: list[Contribution] = []
    fits: list[Fit] = []
    for speaker in plan.review.speakers:
        photo = None if bare else _peeked(keeper, plan, steps.read_photo, speaker.photo_path)
        sheet = None if bare else _peeked(keeper, plan, steps.read_fact_sheet, speaker.sheet_path)
        if speaker.number not in plan.statements:
            contributions.append(Contribution(speaker, photo=photo, fact_sheet=sheet))
            continue
        kept: units.KeptStatement = keeper.value(plan.statements[speaker.number])
        contributions.append(Contribution(speaker, kept.statement, kept.findings, photo, fact_sheet=sheet))
        fits += units.fits(kept, units.decisions(plan.review, speaker))
    return tuple(contributions), tuple(fits)


def _peeked(keeper: Keeper, plan: Plan, reader: Callable[..., Any], path: str) -> Any:
    """What `reader` made of the file at `path`, None where there is none or it cannot be used."""
    found = [each.unit for each in plan.readings if each.reader is reader and each.file.path == path]
    return keeper.peek(found[0]) if found else None


def previous_of(keeper: Keeper, plan: Plan) -> tuple[PreviousRecommendation, ...]:
    """The recommendations of a State's previous review."""
    return (keeper.peek(plan.previous.unit) or ()) if plan.previous else ()
