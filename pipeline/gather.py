"""Everything that one State's pack is made from, read and examined in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import steps
from pipeline.engine import Done, Failed, Failure, Outcome, Pool
from pipeline.models.passages import RawStatement, Statement
from pipeline.models.raw import RawFile, RawReview, RawSession
from pipeline.models.session import Review, Session
from pipeline.problems import CommandError, Place, Problem, problem

# Of 1,100 hostile files none that can be read takes over 8 seconds on one slow core; with the start of a
# worker a file that hangs is told of within 30 seconds.
READ_SECONDS = 20.0
# Address space, so that a reader stays below 1 GiB of memory. A worker begins at some 130 MiB and reads every
# readable file of those 1,100 below 450 MiB; libraries that reserve more than they use (numpy) are not
# loaded where files are read.
READ_MEBIBYTES = 1024
EXAMINE_SECONDS = 120.0

Watch = Callable[[str, str, float], None]
"""Told of progress: (State's folder or "", what is being done, share done from 0 to 1)."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Per State folder its files as read and its checked contributions; problems and bugs of all of them."""

    materials: Mapping[str, steps.Material]
    examined: Mapping[str, steps.Examined]
    problems: tuple[Problem, ...]
    bugs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """One outside file that has to be read: for which State, with which of the readers in `steps`."""

    folder: str
    file: RawFile
    reader: Callable[[bytes, str], Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a user asked for: folders of States, and the reviews of those that passed the checks."""

    folders: tuple[str, ...]
    reviews: tuple[Review, ...]


def choose(session: Session, raw: RawSession, wanted: Sequence[str]) -> Chosen:
    """The States that `wanted` names by code, folder or UN name, all of them for an empty `wanted`.

    Raises CommandError for a name that the session does not know. A State that is there but has errors
    is known: it has a folder here and no review, and its problems are shown.
    """
    checked = {review.folder: review for review in session.reviews}
    folders = [review.folder for review in raw.reviews]
    if wanted:
        folders = [folder for name in wanted for folder in _called(name, folders, checked)]
    order = [*checked, *(folder for folder in folders if folder not in checked)]
    folders = [folder for folder in order if folder in folders]
    return Chosen(tuple(folders), tuple(checked[folder] for folder in folders if folder in checked))


def _called(name: str, folders: Sequence[str], checked: Mapping[str, Review]) -> list[str]:
    found = [f for f in folders if f.casefold() == name.casefold()]
    found = found or [review.folder for review in checked.values() if _is_called(review, name)]
    if not found:
        known = ", ".join(f"{r.state.code} ({r.folder})" for r in checked.values())
        raise CommandError(f"There is no State {name!r} in this session. It has: {known}.")
    return found


def _is_called(review: Review, name: str) -> bool:
    names = {review.folder, review.state.code, review.state.alpha3, *dict(review.state.names).values()}
    return name.casefold() in {known.casefold() for known in names | set(review.state.aliases)}


def gather(pool: Pool, raw: RawSession, session: Session, chosen: Sequence[Review], watch: Watch) -> Gathered:
    """Read every file that the chosen reviews name, then check and extract, State by State."""
    tasks = [task for review in chosen for task in _tasks(review, _raw_review(raw, review))]
    values: dict[str, dict[str, Any]] = {review.folder: {} for review in chosen}
    problems: list[Problem] = []
    bugs: list[tuple[str, str]] = []
    for reader in (steps.read_statement, steps.read_photo, steps.read_previous):
        batch = [task for task in tasks if task.reader is reader]
        calls = [(task.file.data, task.file.path) for task in batch]
        for index, outcome in pool.each(reader, calls, READ_SECONDS, READ_MEBIBYTES):
            task = batch[index]
            watch(task.folder, "reading", 1 / (1 + sum(t.folder == task.folder for t in tasks)))
            if isinstance(outcome, Done):
                values[task.folder][task.file.path] = outcome.value
            else:
                problems.append(reading_failed(outcome, task.file.shown))
                bugs += [(task.folder, outcome.detail)] if outcome.failure is Failure.ERROR else []
    materials = {}
    for review in chosen:
        materials[review.folder], found = _material(_raw_review(raw, review), values[review.folder])
        problems += found
    examined, more, more_bugs = _examine(pool, session, chosen, materials, watch)
    return Gathered(materials, examined, (*problems, *more), (*bugs, *more_bugs))


def _raw_review(raw: RawSession, review: Review) -> RawReview:
    return next(found for found in raw.reviews if found.folder == review.folder)


def _tasks(review: Review, raw: RawReview) -> Iterator[_Task]:
    """The files that review.yaml names, and the list of previous recommendations."""
    statements = {speaker.statement for speaker in review.speakers}
    photos = {speaker.photo.path for speaker in review.speakers if speaker.photo}
    for file in raw.files:
        if file.data is None:
            continue
        if file.path in statements:
            yield _Task(review.folder, file, steps.read_statement)
        elif file.path in photos:
            yield _Task(review.folder, file, steps.read_photo)
        elif Path(file.path).name.startswith("previous-recommendations."):
            yield _Task(review.folder, file, steps.read_previous)


def statements(found: Gathered) -> dict[str, Statement]:
    """Path in the session folder -> statement, of all States."""
    return {
        contribution.speaker.statement: contribution.statement
        for examined in found.examined.values()
        for contribution in examined.contributions
        if contribution.statement
    }


def reading_failed(outcome: Failed, shown: str) -> Problem:
    """What staff are told when a reader was stopped or died; `shown` is the file."""
    if outcome.failure in (Failure.TIME, Failure.MEMORY):
        return problem("FI14", Place(shown), seconds=f"{READ_SECONDS:.0f}")
    if outcome.failure is Failure.DIED:
        return problem("FI03", Place(shown), reason="reading it makes the reader crash")
    return problem("FI03", Place(shown), reason="presession failed on it, which is a fault of ours")


def _material(raw: RawReview, values: Mapping[str, Any]) -> tuple[steps.Material, list[Problem]]:
    """Sort what the readers returned; problems of photos and lists get their file's name here."""
    statements, pictures, previous, problems = {}, {}, (), []
    for file in raw.files:
        value = values.get(file.path)
        if value is None:
            continue
        if isinstance(value, RawStatement):
            statements[file.path] = value
            continue
        content, found = value
        problems += [p.within(file.shown) for p in found]
        if isinstance(content, tuple):
            previous = content
        elif content is not None:
            pictures[file.path] = content
    return steps.Material(statements, pictures, previous), problems


def _examine(
    pool: Pool,
    session: Session,
    chosen: Sequence[Review],
    materials: Mapping[str, steps.Material],
    watch: Watch,
) -> tuple[dict[str, steps.Examined], list[Problem], list[tuple[str, str]]]:
    examined: dict[str, steps.Examined] = {}
    problems: list[Problem] = []
    bugs: list[tuple[str, str]] = []
    bare = without_reviews(session)
    calls = [(bare, review, materials[review.folder]) for review in chosen]
    for index, outcome in pool.each(steps.examine, calls, EXAMINE_SECONDS):
        folder = chosen[index].folder
        watch(folder, "checking", 0)
        if isinstance(outcome, Done):
            examined[folder] = outcome.value
            problems += outcome.value.problems
        else:
            bugs.append((folder, f"checking {folder}: {failure_text(outcome)}"))
    return examined, problems, bugs


def failure_text(outcome: Outcome) -> str:
    """What happened, for a bug report."""
    return "" if isinstance(outcome, Done) else f"{outcome.failure.value} {outcome.detail}".strip()


def without_reviews(session: Session) -> Session:
    """The session's own facts alone: all that a worker needs beside its review."""
    import dataclasses

    return dataclasses.replace(session, reviews=())


def of_state(problems: Iterable[Problem], raw: RawSession, folder: str) -> list[Problem]:
    """The problems that lie in the folder of one State."""
    return [p for p in problems if p.place.file.startswith(f"{raw.shown}/{folder}/")]


def of_chosen(problems: Sequence[Problem], raw: RawSession, chosen: Chosen) -> list[Problem]:
    """All but the problems of States that were not asked for."""
    others = {review.folder for review in raw.reviews} - set(chosen.folders)
    left_out = {p for folder in others for p in of_state(problems, raw, folder)}
    return [p for p in problems if p not in left_out]
