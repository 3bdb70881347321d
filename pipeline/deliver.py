"""Packs made in workers, published as they end, with the manifest and problems.json that account for them."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline import archive, ledger, overview, steps, units
from pipeline.agreed import agreed, is_narrower
from pipeline.archive import Manifest, StateRecord, digest
from pipeline.engine import Agenda, Done, Keeper, Outcome, Task, Unit
from pipeline.gather import failure_text
from pipeline.hiding import Veil, veil
from pipeline.models.ledger import Ledger
from pipeline.models.pack import PackInput
from pipeline.models.raw import RawSession
from pipeline.models.session import Edition, Review, Session
from pipeline.models.status import Result
from pipeline.models.templates import Templates
from pipeline.problems import Problem, sorted_problems
from pipeline.units import KeptPack, Plan
from pipeline.working import Work

MAKE_SECONDS = 600.0
LAST = -1.0
"""The weight of the programme, which is short and goes after all packs."""
STATUS = "index.html"
OWN = frozenset({STATUS, archive.PROBLEMS, archive.MANIFEST})
"""The files that account for a build; the status page does not list them among its outputs."""


@dataclass(slots=True)
class Delivery:
    """What is being delivered to `target`; `records`, `problems` and `bugs` grow with every State.

    `chosen` are the folders of the States asked for, built or held back; `look` is the SHA-256 of every
    template file by path; `seen` is what was looked at, for the status page. `anew` are the States whose pack
    was made now and not kept; `before` is the manifest of earlier builds. `found` are the problems of reading
    and checking; `pages` what stands where in each pack, by folder; `gone` are the folders of
    States whose earlier pack was taken away; `veil` is what files beside the packs say instead of names.
    """

    target: Path
    chosen: frozenset[str]
    raw: RawSession
    edition: Edition
    look: Mapping[str, str]
    seen: overview.Seen
    templates: Templates
    final: bool = False
    anew: set[str] = field(default_factory=set)
    records: dict[str, StateRecord] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    bugs: list[tuple[str, str]] = field(default_factory=list)
    before: Manifest = field(default_factory=lambda: Manifest("", "", {}))
    found: tuple[Problem, ...] = ()
    pages: dict[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    veil: Veil = field(init=False)

    def __post_init__(self) -> None:
        self.veil = veil(self.raw, self.seen.session, self.edition)


def deliver_all(
    work: Work, delivery: Delivery, plans: Mapping[str, Plan], packs: Mapping[str, PackInput]
) -> None:
    """Make every pack that is not there as it would be made, the longest first, then the programme.

    Each is published as it ends. Raises OutputError.
    """
    templates, agenda = units.digest_of_templates(delivery.templates), Agenda()
    for folder in packs:
        plan = plans[folder]
        unit = units.making(plan, delivery.edition, delivery.final, templates)
        said, kept = _kept(work.keeper, unit, delivery.target / folder, only=True)
        if said is None:
            weight = sum(reading.file.size for reading in plan.readings)
            making = _Making(unit, len(plan.bare.languages))
            for language in plan.bare.languages:
                ended = partial(_pack_ended, work, delivery, making)
                call = partial(_to_make, packs, folder, delivery.templates, language)
                agenda.add(Task(ended, steps.make_pack, call, MAKE_SECONDS, 0, weight, unit.trace))
        else:
            delivery.problems += said
            _record(delivery, folder, kept)
            work.watch(folder, "unchanged", 1)
    for folder in _states(delivery).keys() - packs.keys():
        work.keeper.leave(units.trace_of_pack(folder))  # held back: its earlier pack is still as it was made
    _add_programme(work, delivery, agenda, templates)
    work.run(agenda)


def _to_make(
    packs: Mapping[str, PackInput], folder: str, templates: Templates, language: str
) -> tuple[Any, ...]:
    return (replace(packs[folder], language=language), templates)


@dataclass(slots=True)
class _Making:
    """The packs of one State that are being made, one for each language; published when all are there."""

    unit: Unit
    waiting: int
    files: dict[str, bytes] = field(default_factory=dict)
    problems: set[Problem] = field(default_factory=set)
    pages: dict[str, tuple[int, int]] = field(default_factory=dict)
    failed: bool = False


def _pack_ended(work: Work, delivery: Delivery, making: _Making, outcome: Outcome) -> None:
    folder = making.unit.folder
    making.waiting -= 1
    if isinstance(outcome, Done):
        made: steps.Made = outcome.value
        making.files |= made.files
        making.problems |= set(made.problems)
        making.pages |= made.pages
    elif not making.failed:
        making.failed = True
        delivery.bugs.append((folder, f"making the pack of {folder}: {failure_text(outcome)}"))
        work.watch(folder, "failed", 1)
    if making.waiting or making.failed:
        return
    # the manifest goes with the pack: who kills a build at any moment finds both of one time
    kept = KeptPack(_digests(making.files), making.pages)
    with _published(delivery, folder, kept):
        _record(delivery, folder, kept)
        archive.publish_folder(delivery.target / folder, making.files, _manifest_alone(delivery))
    problems = sorted_problems(making.problems)
    delivery.problems += problems
    delivery.anew.add(folder)
    work.keeper.keep(making.unit, kept, problems)
    work.watch(folder, "done", 1)


@contextlib.contextmanager
def _published(delivery: Delivery, folder: str, kept: KeptPack) -> Iterator[None]:
    """Where it fails inside, only what lies there is said to lie there, in the manifest of the end too."""
    before = dict(delivery.records), dict(delivery.pages), dict(delivery.outputs)
    try:
        yield
    except BaseException:  # also Ctrl-C
        if not archive.lie(delivery.target / folder, kept.outputs, only=bool(folder)):
            delivery.records, delivery.pages, delivery.outputs = before
        raise


def _kept(
    keeper: Keeper, unit: Unit, folder: Path, only: bool
) -> tuple[tuple[Problem, ...] | None, KeptPack]:
    """The problems and outputs of an earlier build whose files lie in `folder` exactly as they were made.

    With `only` nothing else may lie there.
    """
    kept = keeper.peek(unit) or KeptPack({})
    outputs = kept.outputs
    there = bool(outputs) and archive.lie(folder, outputs, only)
    return keeper.said(unit, there or not outputs), kept


def _record(delivery: Delivery, folder: str, kept: KeptPack) -> None:
    reviews = [review for review in delivery.seen.session.reviews if review.folder == folder]
    consent = agreed(reviews[0], delivery.edition) if reviews else ()
    delivery.records[folder] = replace(
        _made_from(delivery, folder),
        outputs=kept.outputs,
        final=delivery.final,
        consent=consent,
        counts=asdict(delivery.seen.looks[folder]),
    )
    delivery.pages[folder] = kept.pages


def _made_from(delivery: Delivery, folder: str) -> StateRecord:
    """The record of a pack of the State in `folder` that would be made now, as far as its making goes."""
    versions = units.versions(delivery.templates)
    return StateRecord(_inputs(delivery, folder), {}, templates=delivery.look, versions=versions)


def _add_programme(work: Work, delivery: Delivery, agenda: Agenda, templates: str) -> None:
    """Put the session's programme and calendar on the agenda, if they are not there as they would be made.

    While the review.yaml of a State cannot be used, an earlier programme, which has that State, is kept.
    """
    session = delivery.seen.session
    if left_out(delivery.raw, session) and (delivery.target / "programme.pdf").is_file():
        work.keeper.leave(units.trace_of_programme())
        return
    unit = units.programme(session, delivery.edition, templates)
    said, kept = _kept(work.keeper, unit, delivery.target, only=False)
    if said is not None:
        delivery.problems += said
        delivery.outputs |= kept.outputs
        return

    def call() -> tuple[Any, ...]:
        return (units.for_programme(session), delivery.templates, delivery.edition)

    ended = partial(_programme_ended, work, delivery, unit)
    agenda.add(Task(ended, steps.make_programme, call, MAKE_SECONDS, weight=LAST))


def _programme_ended(work: Work, delivery: Delivery, unit: Unit, outcome: Outcome) -> None:
    if not isinstance(outcome, Done):
        delivery.bugs.append(("", f"making the programme: {failure_text(outcome)}"))
        return
    made: steps.Made = outcome.value
    kept = KeptPack(_digests(made.files))
    with _published(delivery, "", kept):
        delivery.outputs |= kept.outputs
        archive.publish_files(delivery.target, {**made.files, **_manifest_alone(delivery)})
    delivery.problems += made.problems
    work.keeper.keep(unit, kept, made.problems)


def left_out(raw: RawSession, session: Session) -> tuple[str, ...]:
    """Folders of the States whose review.yaml cannot be used, so that the programme does not know them."""
    known = {review.folder for review in session.reviews}
    return tuple(review.folder for review in raw.reviews if review.folder not in known)


def remove_gone(delivery: Delivery, session: Path) -> tuple[str, ...]:
    """Take away the packs of States that have no folder in `session` any more; return those folders.

    Only what the manifest says was made here is touched. Raises OutputError.
    """
    gone = tuple(name for name in sorted(delivery.before.states) if not (session / name).is_dir())
    for folder in gone:
        _remove(delivery, folder)
    return gone


def remove_withdrawn(
    delivery: Delivery, reviews: Sequence[Review], building: Collection[str]
) -> tuple[str, ...]:
    """Take away packs that show more than consent allows now and are not being built anew; their folders.

    A State with an error keeps its earlier pack, but nobody is exposed by it: `reviews` are as staff wrote
    them, errors and all. Raises OutputError.
    """
    records = delivery.before.states
    withdrawn = tuple(
        review.folder
        for review in reviews
        if review.folder in records
        and review.folder not in building
        and (delivery.target / review.folder).is_dir()
        and is_narrower(review, delivery.edition, records[review.folder].consent)
    )
    for folder in withdrawn:
        _remove(delivery, folder)
    return withdrawn


def _remove(delivery: Delivery, folder: str) -> None:
    """Take away an earlier pack, and what the manifest says of it."""
    states = {name: record for name, record in delivery.before.states.items() if name != folder}
    ledger = {name: part for name, part in delivery.before.ledger.items() if name != folder}
    delivery.before = replace(delivery.before, states=states, ledger=ledger)
    delivery.gone.add(folder)
    archive.remove_folder(delivery.target / folder, _manifest_alone(delivery))


def account(delivery: Delivery, problems: Sequence[Problem]) -> None:
    """Publish status page, problems.json and manifest; they keep what they say of other States.

    Of a State whose pack was taken away they keep nothing: it may tell more than is agreed to now.
    """
    problems = delivery.veil.problems(problems)
    anew = delivery.chosen | delivery.gone
    listed = archive.merged_problems(delivery.target, delivery.raw, anew, problems)
    states = _states(delivery)
    files = {
        archive.PROBLEMS: listed,
        STATUS: _status(delivery, states, {**delivery.before.outputs, **delivery.outputs}, problems),
    }
    archive.publish_files(delivery.target, files | _manifest_alone(delivery, _digests(files)))


def _states(delivery: Delivery) -> dict[str, StateRecord]:
    """The records of all packs that lie there or are about to."""
    there = {name: each for name, each in delivery.before.states.items() if (delivery.target / name).is_dir()}
    return there | delivery.records


def _manifest_alone(delivery: Delivery, also: Mapping[str, str] = MappingProxyType({})) -> dict[str, bytes]:
    """The manifest as it is now, as a file; `also` are outputs (name -> SHA-256) published with it."""
    before, made = delivery.before, bool(delivery.outputs)
    manifest = Manifest(
        session=delivery.raw.id,
        edition=delivery.edition,
        versions=units.versions(delivery.templates) if made else before.versions,
        templates=delivery.look if made else before.templates,
        inputs=_inputs(delivery, "") if made else before.inputs,
        outputs={**before.outputs, **delivery.outputs, **also},
        states=_states(delivery),
        ledger=_ledger(delivery),
    )
    return {archive.MANIFEST: manifest.as_bytes()}


def _status(
    delivery: Delivery,
    states: Mapping[str, StateRecord],
    outputs: Mapping[str, str],
    problems: Sequence[Problem],
) -> bytes:
    """The status page: of this build's States what was found, of the others what stands of them."""
    outcome = replace(
        _outcome(delivery, states), ledger=_ledger(delivery), standing=_standing(delivery, states)
    )
    anew = delivery.chosen | delivery.gone
    shown = [archive.within_session(found, delivery.raw) for found in problems]
    shown += archive.earlier_problems(delivery.target, delivery.raw, anew)
    status = overview.overview(delivery.seen, delivery.raw, delivery.edition, outcome, shown)
    beside = sorted((name for name in outputs if name not in OWN), key=steps.reading_order)
    return steps.make_status(replace(status, files=tuple(beside)), delivery.templates)


def _standing(delivery: Delivery, states: Mapping[str, StateRecord]) -> dict[str, Result]:
    """How the packs of States that were not asked for stand beside what is there now."""
    found: dict[str, Result] = {}
    for folder in states.keys() - delivery.chosen:
        record, now = states[folder], _made_from(delivery, folder)
        made_from = (record.inputs, record.templates, record.versions)
        same = made_from == (now.inputs, now.templates, now.versions)
        whole = archive.lie(delivery.target / folder, record.outputs, only=True)
        found[folder] = "damaged" if not whole else "stands" if same else "out of date"
    return found


def _outcome(delivery: Delivery, states: Mapping[str, StateRecord]) -> overview.Outcome:
    failed = frozenset(folder for folder, _ in delivery.bugs)
    return overview.Outcome(frozenset(delivery.records), failed, states)


def _ledger(delivery: Delivery) -> Ledger:
    """What became of every file; of States that were not asked for, what an earlier build said of them."""
    session, outcome = delivery.seen.session, _outcome(delivery, {})
    folders = [review.folder for review in delivery.raw.reviews]
    went = ledger.Went(
        delivery.edition,
        (*delivery.found, *delivery.problems),
        {folder: overview.result(delivery.seen, outcome, folder) for folder in folders},
        delivery.pages,
        delivery.veil.path,
        delivery.look,
    )
    now, before = ledger.ledger(delivery.raw, session, went), delivery.before.ledger
    others = [name for name in folders if name not in delivery.chosen and name in before]
    return {**now, **{name: before[name] for name in others}}


def _inputs(delivery: Delivery, folder: str) -> dict[str, str]:
    """Path -> SHA-256 of what one State's pack is made from, or for "" the session's programme."""
    return archive.made_from(delivery.raw, delivery.veil.path, folder)


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}
