"""What a build would do now, and what stands in the output: by looking at keys alone, nothing is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline import archive, read, steps, units, validate
from pipeline.archive import StateRecord
from pipeline.choosing import choose, held
from pipeline.engine import Keeper, Store, Unit, store_folder
from pipeline.models.build import Options, Reason, build_folder, template_folders
from pipeline.models.raw import RawSession
from pipeline.models.session import Review, Session
from pipeline.problems import InputError, Problem, sorted_problems

__all__ = ["Standing", "StateStanding", "status"]


@dataclass(frozen=True, slots=True)
class StateStanding:
    """How one State stands. `pack`: "none", "whole" or "damaged" (not as it was made); `final` if it is.

    `due` is how many pieces of work a build would do for it; `held`: its review.yaml cannot be used as it is.
    """

    folder: str
    pack: str
    final: bool
    due: int
    held: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build into `folder` would do, and how every chosen State stands.

    `problems` are those of the YAML files and templates; what statements would bring is not looked at.
    """

    folder: Path
    states: tuple[StateStanding, ...]
    reasons: tuple[Reason, ...]
    problems: tuple[Problem, ...]

    @property
    def due(self) -> tuple[Reason, ...]:
        """What a build would do."""
        return tuple(each for each in self.reasons if each.due)


def status(folder: Path, options: Options) -> Standing:
    """What a build of `folder` with `options` would do now; nothing is read but keys, nothing is written.

    Raises InputError if the session as a whole is unusable, CommandError for a State that is not in it,
    OutputError if the build there was made from another folder.
    """
    raw = read.read_session(folder)
    session, in_session = validate.validate_session(raw)
    templates, in_templates = validate.validate_templates(read.read_templates(template_folders(folder)))
    problems = [*raw.problems, *in_session, *in_templates]
    if session is None or templates is None:
        raise InputError(sorted_problems(problems))
    templates, target = templates.with_prints(options.prints), build_folder(folder, options)
    archive.check_origin(target, folder)
    problems += validate.validate_wordings(session, templates)
    chosen = choose(session, raw, options.states)
    if options.final:
        problems += validate.refuse_unfilled(in_session)
        problems += [found for review in chosen.reviews for found in validate.refuse_final(review)]
    usable = {review.folder for review in chosen.reviews}
    kept_back = set(held(problems, raw, chosen)) | (set(chosen.folders) - usable)
    looking = _Looking(raw, session, options, target, units.digest_of_templates(templates))
    for review in chosen.reviews:
        looking.state(review, held=review.folder in kept_back)
    looking.programme()
    reasons = tuple(looking.keeper.reasons)
    manifest = archive.read_manifest(target)
    records = manifest.states if manifest else {}
    states = tuple(
        StateStanding(
            folder=name,
            pack=_pack(target / name, records.get(name)),
            final=name in records and records[name].final,
            due=sum(each.due for each in reasons if each.folder == name),
            held=name in kept_back,
        )
        for name in chosen.folders
    )
    return Standing(target, states, reasons, sorted_problems(problems))


class _Looking:
    """Asks for every piece of work of a build whether its result is kept, in the order of a build."""

    def __init__(
        self, raw: RawSession, session: Session, options: Options, target: Path, templates: str
    ) -> None:
        self.keeper = Keeper(Store(store_folder()), str(target.resolve()))
        self._raw, self._session, self._options = raw, session, options
        self._target, self._templates = target, templates

    def state(self, review: Review, held: bool) -> None:
        """The readings of a State, its statements and its pack; no pack is made of a State that is `held`."""
        plan = units.plan(self._raw, self._session, review, self._options.edition)
        due = {
            speaker.statement
            for speaker in review.speakers
            if speaker.number in plan.statements and self._due(plan.statements[speaker.number])
        }
        for reading in plan.readings:
            if reading.reader is not steps.read_statement or reading.file.path in due:
                self._due(reading.unit)
            else:
                self.keeper.pass_by(reading.unit)
        if held:
            return
        making = units.making(plan, self._options.edition, self._options.final, self._templates)
        self._outputs(making, self._target / review.folder, only=True)

    def programme(self) -> None:
        """The session's programme."""
        unit = units.programme(self._session, self._options.edition, self._templates)
        self._outputs(unit, self._target, only=False)

    def _due(self, unit: Unit) -> bool:
        return self.keeper.said(unit) is None

    def _outputs(self, unit: Unit, folder: Path, only: bool) -> None:
        """As a build asks: a result counts only while its files lie there as they were made."""
        kept = self.keeper.peek(unit)
        outputs = dict(kept.outputs) if kept else {}
        there = not outputs or archive.lie(folder, outputs, only)
        self.keeper.said(unit, there)


def _pack(folder: Path, record: StateRecord | None) -> str:
    if record is None or not folder.is_dir():
        return "none"
    return "whole" if archive.lie(folder, record.outputs, only=True) else "damaged"
