"""Everything that packs are made from, read and examined in worker processes; what is kept is not redone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeGuard

from pipeline import factsheets, read, steps, units
from pipeline.choosing import choose, held, of_chosen, of_state
from pipeline.engine import Agenda, Done, Failed, Failure, Keeper, Outcome, Task, Unavailable
from pipeline.gathered import Gathered, Loaded, Looking, contributions_of, duplicates, previous_of
from pipeline.models.passages import RawStatement
from pipeline.models.raw import RawSession
from pipeline.models.session import Review, Session, Speaker
from pipeline.problems import Place, Problem, problem
from pipeline.units import Plan, Reading
from pipeline.working import Work

__all__ = [
    "Gathered",
    "Loaded",
    "Looking",
    "choose",
    "duplicates",
    "failure_text",
    "gather",
    "held",
    "of_chosen",
    "of_state",
    "reading_failed",
]

# Of 1,100 hostile files none that can be read takes over 8 seconds on one slow core; with the start of a
# worker a file that hangs is told of within 30 seconds.
READ_SECONDS = 20.0
# Address space, so that a reader stays below 1 GiB of memory. A worker begins at some 130 MiB and reads every
# readable file of those 1,100 below 450 MiB; libraries that reserve more than they use (numpy) are not
# loaded where files are read.
READ_MEBIBYTES = 1024
EXAMINE_SECONDS = 120.0
# In bytes of a file to be read: what others wait for goes before any of these, photos and fact sheets after.
EXAMINE_WEIGHT = 1e9
_DISPENSABLE: Mapping[Callable[..., Any], str] = {steps.read_fact_sheet: "FS02", steps.read_photo: "PH01"}
"""Readers of what a pack can be without -> the warning where they fail."""


def gather(
    work: Work, raw: RawSession, session: Session, chosen: Sequence[Review], looking: Looking | None = None
) -> Gathered:
    """Read every file that the chosen reviews name, then check and extract; only what is not kept already.

    A State is in the result when all that it names could be examined, or was left out with a problem. Each is
    looked over as soon as that is so, while workers are busy with others.
    """
    gathering = _Gathering(work, looking)
    for review in chosen:
        gathering.begin(units.plan(raw, session, review, looking.edition if looking else "room"))
    found = gathering.found
    if gathering.agenda:  # workers may still be loading
        for folder in found.plans:
            found.mark(folder)
    work.run(gathering.agenda)
    found.plans = {each.folder: found.plans[each.folder] for each in chosen if each.folder in found.plans}
    return found


class _Gathering:
    """What is under way. A task's label is what goes on with its outcome.

    By State's folder `_waiting` is how many things the comparing of its demands waits for, `_left` how many
    there are beside these before all is known: comparing, photos, fact sheets.
    """

    def __init__(self, work: Work, looking: Looking | None) -> None:
        self.agenda = Agenda()
        self._looking = looking
        self.found = Gathered(work.keeper)
        self._work = work
        self._keeper = work.keeper
        self._waiting: dict[str, int] = {}
        self._left: dict[str, int] = {}
        self._showable: dict[str, bool] = {}

    def begin(self, plan: Plan) -> None:
        """Put on the agenda what a State needs and what is not kept."""
        self._waiting[plan.review.folder] = self._left[plan.review.folder] = 1
        due = [speaker for speaker in plan.review.speakers if self._is_due(plan, speaker)]
        for reading in plan.readings:
            if reading.reader is steps.read_statement:
                speakers = [speaker for speaker in due if speaker.statement == reading.file.path]
                if speakers:
                    self._begin_statement(plan, reading, speakers)
                else:
                    self._keeper.pass_by(reading.unit)
            else:
                self._begin_other(plan, reading)
        self._one_less(plan)

    def _is_due(self, plan: Plan, speaker: Speaker) -> bool:
        """Whether a statement has to be examined; what an earlier build said of one that has not is said."""
        if speaker.number not in plan.statements:
            return False
        said = self._keeper.said(plan.statements[speaker.number])
        self.found.problems += _in_its_file(said or (), plan, speaker)
        return said is None

    def _begin_statement(self, plan: Plan, reading: Reading, speakers: Sequence[Speaker]) -> None:
        if not all(speaker.consent.ever("statement") for speaker in speakers):
            self._keeper.refuse(reading.unit)
        if self._keeper.said(reading.unit) is not None:
            self._examine(plan, reading, speakers)
            return

        def ended(outcome: Outcome) -> None:
            if self._was_read(outcome, plan, reading):
                self._keep_reading(plan, reading, outcome.value)
                self._examine(plan, reading, speakers)
            else:
                for speaker in speakers:
                    del plan.statements[speaker.number]
            self._one_less(plan)

        self._waiting[plan.review.folder] += 1
        self._read(plan, reading, ended)

    def _keep_reading(self, plan: Plan, reading: Reading, raw: RawStatement) -> None:
        """Keep what was read, in memory only where an edition may not show all of it."""
        path = reading.file.path
        if not steps.may_be_kept(plan.bare, plan.review, path, raw):
            self._keeper.keep(reading.unit, raw, (), private=True)
        elif not self._is_showable(plan, path, raw):
            self._keeper.hold(reading.unit, raw)
        else:
            self._keeper.keep(reading.unit, raw, ())

    def _is_showable(self, plan: Plan, path: str, raw: RawStatement) -> bool:
        """Whether what was read may be kept as it was sent; looked into once, since it takes a while."""
        if path not in self._showable:
            self._showable[path] = steps.reading_may_be_kept(plan.review, path, raw)
        return self._showable[path]

    def _begin_other(self, plan: Plan, reading: Reading) -> None:
        """A photo, a fact sheet or the list of previous recommendations, whose problems are told here."""
        private = not factsheets.is_for_some_edition(plan.review, reading.file.path)
        if private:
            self._keeper.refuse(reading.unit)
        said = self._keeper.said(reading.unit)
        self.found.problems += [each.within(reading.file.shown) for each in said or ()]
        if said is not None:
            return
        is_compared = reading.reader is steps.read_previous

        def ended(outcome: Outcome) -> None:
            if self._was_read(outcome, plan, reading):
                content, problems = outcome.value
                hidden = private or not factsheets.may_be_kept(plan.review, reading.file.path, content)
                self._keeper.keep(reading.unit, content, problems, hidden)
                self.found.problems += [each.within(reading.file.shown) for each in problems]
            elif reading.reader in _DISPENSABLE:
                plan.readings = tuple(each for each in plan.readings if each is not reading)
            (self._one_less if is_compared else self._one_left_less)(plan)

        (self._waiting if is_compared else self._left)[plan.review.folder] += 1
        self._read(plan, reading, ended, 0 if is_compared else -EXAMINE_WEIGHT)

    def _read(
        self, plan: Plan, reading: Reading, ended: Callable[[Outcome], None], weight: float = 0
    ) -> None:
        call, trace = partial(_to_read, reading), reading.unit.trace
        weight += reading.file.size
        self.agenda.add(Task(ended, reading.reader, call, READ_SECONDS, READ_MEBIBYTES, weight, trace))
        self._work.forecast.promise("make_pack", units.trace_of_pack(plan.review.folder))

    def _was_read(self, outcome: Outcome, plan: Plan, reading: Reading) -> TypeGuard[Done]:
        self._work.watch(plan.review.folder, "reading", 0.2)
        if isinstance(outcome, Done):
            return True
        failed = reading_failed(outcome, reading.file.shown)
        code = _DISPENSABLE.get(reading.reader)
        self.found.problems.append(factsheets.as_warning(failed, code) if code else failed)
        if outcome.failure is Failure.ERROR:
            self.found.bugs.append((plan.review.folder, outcome.detail))
        return False

    def _examine(self, plan: Plan, reading: Reading, speakers: Sequence[Speaker]) -> None:
        for speaker in speakers:
            self._waiting[plan.review.folder] += 1
            call = partial(self._to_examine, plan, reading, speaker)
            ended = partial(self._was_examined, plan, reading, speaker)
            trace = plan.statements[speaker.number].trace
            self._work.forecast.promise("make_pack", units.trace_of_pack(plan.review.folder))
            self.agenda.add(
                Task(ended, steps.examine_statement, call, EXAMINE_SECONDS, 0, EXAMINE_WEIGHT, trace)
            )

    def _to_examine(self, plan: Plan, reading: Reading, speaker: Speaker) -> tuple[Any, ...]:
        return (
            plan.bare,
            units.for_one(plan.review, speaker),
            speaker,
            self._keeper.value(reading.unit),
            plan.edition,
        )

    def _was_examined(self, plan: Plan, reading: Reading, speaker: Speaker, outcome: Outcome) -> None:
        if self._succeeded(outcome, plan):
            heard: steps.Heard = outcome.value
            private = not _may_be_kept(plan, speaker, heard)
            if private or not self._is_kept_as_sent(plan, reading):
                self._keeper.hold(reading.unit, self._keeper.value(reading.unit))
            kept = units.kept(heard, units.decisions(plan.review, speaker))
            unit = plan.statements[speaker.number]
            self._keeper.keep(unit, kept, _out_of_its_file(heard.problems, plan, speaker), private)
            self.found.problems += heard.problems
            self._one_less(plan)

    def _is_kept_as_sent(self, plan: Plan, reading: Reading) -> bool:
        path = reading.file.path
        known = self._showable.get(path)
        return self._is_showable(plan, path, self._keeper.value(reading.unit)) if known is None else known

    def _one_less(self, plan: Plan) -> None:
        """One thing less that a State waits for; at last its demands are compared."""
        folder = plan.review.folder
        self._waiting[folder] -= 1
        if self._waiting[folder]:
            return
        if self._keeper.said(units.relating(plan)) is not None:
            self._one_left_less(plan)
            return
        call = partial(_to_relate, self._keeper, plan)
        ended = partial(self._was_related, plan)
        self.agenda.add(Task(ended, steps.relate_demands, call, EXAMINE_SECONDS, weight=EXAMINE_WEIGHT))

    def _was_related(self, plan: Plan, outcome: Outcome) -> None:
        if self._succeeded(outcome, plan):
            private = any(self._keeper.is_private(unit) for unit in plan.statements.values())
            self._keeper.keep(units.relating(plan), outcome.value, (), private)
            self._one_left_less(plan)

    def _one_left_less(self, plan: Plan) -> None:
        """One thing less before all of a State is known; at last it is looked over."""
        folder = plan.review.folder
        self._left[folder] -= 1
        if not self._left[folder]:
            self.found.plans[folder] = plan
            if self._looking:
                self.found.look_over(folder, self._looking)

    def _succeeded(self, outcome: Outcome, plan: Plan) -> TypeGuard[Done]:
        folder = plan.review.folder
        self._work.watch(folder, "checking", 0.4)
        if isinstance(outcome, Done):
            return True
        self.found.bugs.append((folder, f"checking {folder}: {failure_text(outcome)}"))
        return False


def _may_be_kept(plan: Plan, speaker: Speaker, heard: steps.Heard) -> bool:
    """Whether what was made of a statement, with its masks, may be shown by some edition."""
    if heard.statement is None:
        return speaker.consent.ever("statement")
    raw = RawStatement(None, heard.statement.passages)
    return steps.may_be_kept(plan.bare, plan.review, speaker.statement, raw)


def _shown(plan: Plan, speaker: Speaker) -> str:
    return f"{plan.bare.shown}/{speaker.statement}"


def _in_its_file(said: Iterable[Problem], plan: Plan, speaker: Speaker) -> list[Problem]:
    """Problems as they are kept, with the name of the statement's file."""
    return [each.within(_shown(plan, speaker)) if not each.place.file else each for each in said]


def _out_of_its_file(found: Iterable[Problem], plan: Plan, speaker: Speaker) -> tuple[Problem, ...]:
    """Problems without the file's name, which may be that of a person."""
    return tuple(each.within("") if each.place.file == _shown(plan, speaker) else each for each in found)


def _to_relate(keeper: Keeper, plan: Plan) -> tuple[Any, ...]:
    contributions, _ = contributions_of(keeper, plan, bare=True)
    return (contributions, previous_of(keeper, plan))


def _to_read(reading: Reading) -> tuple[Any, ...]:
    """The bytes of a file, which nobody holds before a worker is about to read them."""
    data = read.content_of(reading.file)
    if data is None:
        raise Unavailable(reading.file.path)
    return (data, reading.called, *reading.told)


def reading_failed(outcome: Failed, shown: str) -> Problem:
    """What staff are told when a reader was stopped or died; `shown` is the file."""
    if outcome.failure in (Failure.TIME, Failure.MEMORY):
        return problem("FI14", Place(shown), seconds=f"{READ_SECONDS:.0f}")
    if outcome.failure is Failure.GONE:
        return problem("FI16", Place(shown), reason="it was changed or taken away during the build")
    if outcome.failure is Failure.DIED:
        return problem("FI03", Place(shown), reason="reading it makes the reader crash")
    return problem("FI03", Place(shown), reason="presession failed on it, which is a fault of ours")


def failure_text(outcome: Outcome) -> str:
    """What happened, for a bug report."""
    return "" if isinstance(outcome, Done) else f"{outcome.failure.value} {outcome.detail}".strip()
