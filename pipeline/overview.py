"""What a build tells staff at one look: every State of the session, from what was checked, made and found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline import steps
from pipeline.archive import StateRecord
from pipeline.models.ledger import Ledger
from pipeline.models.raw import RawSession
from pipeline.models.session import Review, Session
from pipeline.models.status import Result, StateStatus, Status
from pipeline.problems import Problem


@dataclass(frozen=True, slots=True)
class Seen:
    """What a build looked at: the session, and by folder what each chosen State's pack would hold.

    `held` are the folders of States with an error, which have a look here if their files can be used.
    `awaited`: (speaker's number or 0, item) pairs of every State, chosen or not, by folder.
    """

    session: Session
    looks: Mapping[str, steps.Counts] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    awaited: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went: folders of the States built now, of those that we failed on, and the records of all packs.

    A record can be that of an earlier build; of States that were not asked for, `standing` says how their
    earlier packs stand. `ledger` is that of all files.
    """

    made: frozenset[str]
    failed: frozenset[str]
    records: Mapping[str, StateRecord]
    ledger: Ledger = field(default_factory=dict)
    standing: Mapping[str, Result] = field(default_factory=dict)


def overview(
    seen: Seen, raw: RawSession, edition: str, outcome: Outcome, problems: Iterable[Problem]
) -> Status:
    """The status of a build; `problems` have files as they lie in the session's folder."""
    found = tuple(problems)
    reviews = {review.folder: review for review in seen.session.reviews}
    order = [*reviews, *(each.folder for each in raw.reviews if each.folder not in reviews)]
    states = tuple(_state(seen, outcome, (name, reviews.get(name)), found) for name in order)
    of_states = {problem for state in states for problem in state.problems}
    return Status(
        title=f"UPR {seen.session.number}: pre-sessions",
        edition=edition,
        marks=tuple(
            mark
            for mark, shown in (("SAMPLE", seen.session.sample), ("PROVISIONAL", seen.session.provisional))
            if shown
        ),
        states=states,
        problems=tuple(problem for problem in found if problem not in of_states),
        accounts=outcome.ledger.get("", ()),
    )


def _state(
    seen: Seen, outcome: Outcome, place: tuple[str, Review | None], problems: tuple[Problem, ...]
) -> StateStatus:
    folder, review = place
    record = outcome.records.get(folder)
    stands = outcome.standing.get(folder)
    known = record.counts if stands and record else {}
    counts = steps.Counts(**known) if known else seen.looks.get(folder, steps.Counts())
    return StateStatus(
        folder=folder,
        name=review.state.name("en") if review else folder,
        when=f"{review.start:%d.%m.%Y, %H.%M}" if review else "",
        room=review.room if review else "",
        result=stands or result(seen, outcome, folder),
        final=bool(record and record.final),
        speakers=len(review.speakers) if review else 0,
        counted=not stands or bool(known),
        received=counts.statements,
        recommendations=counts.recommendations,
        questions=counts.questions,
        awaited=seen.awaited.get(folder, ()),
        files=tuple(sorted(record.outputs, key=steps.reading_order)) if record else (),
        problems=tuple(p for p in problems if p.place.file.startswith(f"{folder}/")),
        accounts=outcome.ledger.get(folder, ()),
    )


def result(seen: Seen, outcome: Outcome, folder: str) -> Result:
    """What became of the State in `folder`."""
    if folder in outcome.made:
        return "built"
    if folder in outcome.failed:
        return "failed"
    if folder in seen.held:
        return "held back"
    return "not reached" if folder in seen.looks else "not asked for"
