"""Taking back a consent: the lines of review.yaml that say yes, and every copy that is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline import archive, read, tracing, validate
from pipeline.choosing import choose
from pipeline.engine import Agenda, Done, Pool, Store, Task, Unavailable, store_folder
from pipeline.models.raw import RawMap, RawReview, RawSession, RawText
from pipeline.models.session import EDITIONS, ConsentItem, Edition, Review, Session, Speaker
from pipeline.models.traces import Traces
from pipeline.problems import CommandError, InputError, Problem, has_errors

__all__ = ["Copy", "Left", "Looking", "Wanted", "Withdrawal", "is_own", "left", "take_back"]

SECONDS = 60.0
MEBIBYTES = 1024
_MOST_BYTES = 200_000_000
_NOT_LOOKED_THROUGH = "it could not be looked through"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is taken back: by which State and speaker (number or name), which items, for which editions."""

    state: str
    speaker: str
    items: tuple[ConsentItem, ...]
    editions: tuple[Edition, ...] = EDITIONS


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that still holds something: its path, SHA-256 in hex, and what ("name", "photo", "bio")."""

    path: Path
    sha256: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was done to review.yaml, for the speaker `number` of the State in `folder`.

    `lines` are those that say yes. `written` is False where the change could not be made surely: then they
    have to be changed by hand.
    """

    folder: str
    number: int
    file: str
    lines: tuple[int, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class Looking:
    """With how many workers copies are looked for (0: one per core), and who is told of it."""

    jobs: int
    watch: Callable[..., None]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: copies, and why files of the speaker, and so copies of them, cannot be known."""

    copies: tuple[Copy, ...]
    problems: tuple[Problem, ...]


def take_back(folder: Path, wanted: Wanted) -> Withdrawal:
    """Write the change into review.yaml of the State, nothing else in it touched, and empty the cache of it.

    Raises CommandError for a State or speaker that does not exist, InputError for a session that cannot be
    read, OutputError where review.yaml cannot be written.
    """
    raw = read.read_session(folder)
    session, problems = validate.validate_session(raw)
    if session is None:
        raise InputError([*raw.problems, *problems])
    review, speaker = _find(session, raw, wanted)
    files = next(each for each in raw.reviews if each.folder == review.folder)
    path = folder / review.folder / "review.yaml"
    text = path.read_bytes().decode("utf-8")
    changes = _changes(files, speaker, wanted)
    new = _changed(text, changes)
    lines = tuple(sorted({value.place.line for value, _ in changes}))
    sure = _is_sure(new, files, changes)
    if sure and changes:
        archive.publish_files(path.parent, {"review.yaml": new.encode()})
    store = Store(store_folder())
    for file in _own_files(files, speaker):
        store.disown(file)
    return Withdrawal(review.folder, speaker.number, files.place.file, lines, sure)


def is_own(folder: Path, built: Path) -> bool:
    """Whether the build in `built` was made from the session in `folder`, and not from one of its name."""
    return archive.is_build_of(built, folder)


def _find(session: Session, raw: RawSession, wanted: Wanted) -> tuple[Review, Speaker]:
    reviews = choose(session, raw, (wanted.state,)).reviews
    if not reviews:
        raise CommandError(f"The review.yaml of {wanted.state} has errors; correct them first.")
    name = " ".join(wanted.speaker.split()).casefold()
    for speaker in reviews[0].speakers:
        if name in (str(speaker.number), " ".join(speaker.name.split()).casefold()):
            return reviews[0], speaker
    raise CommandError(
        f"{reviews[0].state.name()} has {len(reviews[0].speakers)} speaker(s), none of them so."
    )


_Change = tuple[RawText, str]


def _changes(raw: RawReview, speaker: Speaker, wanted: Wanted) -> list[_Change]:
    """The scalars of the speaker's consent that say yes and must not, with what shall stand there."""
    consent = _consent_of(raw, speaker.number)
    found: list[_Change] = []
    for item in wanted.items:
        value = consent.values.get(item) if consent else None
        if isinstance(value, RawMap):
            inner = (value.values.get(edition) for edition in wanted.editions)
            found += [(each, "no") for each in inner if isinstance(each, RawText) and _is_yes(each)]
        elif isinstance(value, RawText) and _is_yes(value):
            found.append((value, _left(speaker, item, wanted.editions)))
    return found


def _left(speaker: Speaker, item: ConsentItem, taken: Sequence[Edition]) -> str:
    """What stands for a short "yes" afterwards."""
    kept = {e: speaker.consent.allows(item, e) and e not in taken for e in EDITIONS}
    if not any(kept.values()):
        return "no"
    return "{" + ", ".join(f"{e}: {'yes' if kept[e] else 'no'}" for e in EDITIONS) + "}"


def _consent_of(raw: RawReview, number: int) -> RawMap | None:
    speakers = raw.values.values.get("speakers") if raw.values else None
    items = getattr(speakers, "items", ())
    one = items[number - 1] if len(items) >= number else None
    consent = one.values.get("consent") if isinstance(one, RawMap) else None
    return consent if isinstance(consent, RawMap) else None


def _is_yes(value: RawText) -> bool:
    return value.text.casefold() in ("yes", "true")


def _changed(text: str, changes: Sequence[_Change]) -> str:
    """`text` with each word replaced where it stands; comments, order and blanks stay."""
    lines = text.splitlines(keepends=True)
    for value, new in sorted(changes, key=lambda c: (c[0].place.line, c[0].place.column), reverse=True):
        line, at = lines[value.place.line - 1], value.place.column - 1
        length = len(value.text) + (2 if value.quoted else 0)
        lines[value.place.line - 1] = line[:at] + new + line[at + length :]
    return "".join(lines)


def _is_sure(new: str, raw: RawReview, changes: Sequence[_Change]) -> bool:
    """Whether the new text says exactly what the old one did, but for the changes."""
    value, problems = read.read_yaml(new.encode(), raw.place.file)
    if has_errors(problems) or value is None or raw.values is None:
        return False
    expected = {(v.place.line, v.place.column): word for v, word in changes}
    return _plain(value, {}) == _plain(raw.values, expected)


def _plain(value: object, changed: dict[tuple[int, int], str]) -> object:
    """A YAML value without places; where `changed` names its place, as it shall be."""
    if isinstance(value, RawMap):
        return {key: _plain(inner, changed) for key, inner in value.values.items()}
    if isinstance(value, RawText):
        new = changed.get((value.place.line, value.place.column))
        if new and new.startswith("{"):
            return dict(part.split(": ") for part in new.strip("{}").split(", "))
        return new or value.text
    return [_plain(inner, changed) for inner in getattr(value, "items", ())]


def _own_files(raw: RawReview, speaker: Speaker) -> list[str]:
    """The SHA-256 of the statement, the photo and the fact sheet of `speaker`."""
    own = {speaker.statement, speaker.photo_path, speaker.sheet_path}
    return [file.sha256 for file in raw.files if file.path in own and file.sha256]


def left(folder: Path, output: Path, withdrawal: Withdrawal, wanted: Wanted, looking: Looking) -> Left:
    """Every file below `output`, archives too, that still holds what was taken back or could not be read.

    Call it when what could be built anew has been. Files of an edition of which nothing was taken back are
    not looked at. Raises InputError for a session that cannot be read any more.
    """
    asked = tracing.Asked(withdrawal.folder, withdrawal.number, wanted.items, wanted.editions)
    with Pool(looking.jobs) as pool:
        looking.watch("", "reading what was taken back, and what is still shown", 0)
        known = tracing.sought(folder, asked, pool)
        files = [path for path in sorted(output.rglob("*")) if path.is_file() and not path.is_symlink()]
        looking.watch("", f"looking through {len(files)} file(s) below {output.as_posix()}", 0)
        return Left(
            _copies(files, known.traces, _Editions(output, folder.resolve().name), pool), known.problems
        )


def _copies(
    files: Sequence[Path], traces: Mapping[Edition, Traces], editions: _Editions, pool: Pool
) -> tuple[Copy, ...]:
    held: dict[Path, dict[str, None]] = {}
    agenda = Agenda()
    for path in files:
        edition = editions.of(path)
        for each in traces:
            if edition in (None, each):
                sought = replace(traces[each], alone=not editions.is_of_another(path))
                call = partial(_to_look_through, path, sought)
                agenda.add(Task(path, read.still_held, call, SECONDS, MEBIBYTES))
    for task, outcome in pool.run(agenda):
        holds = outcome.value if isinstance(outcome, Done) else (_NOT_LOOKED_THROUGH,)
        held.setdefault(task.label, {}).update(dict.fromkeys(holds))
    return tuple(
        Copy(path, archive.digest_of_file(path), tuple(holds))
        for path, holds in sorted(held.items())
        if holds
    )


def _to_look_through(path: Path, traces: Traces) -> tuple[bytes, Traces]:
    """What a worker gets; somebody has to look at a file that is too large or is not there any more."""
    try:
        if path.stat().st_size <= _MOST_BYTES:
            return path.read_bytes(), traces
    except OSError:
        pass
    raise Unavailable(str(path))


class _Editions:
    """Of which edition and session files below an output folder are: as a manifest or a print run says."""

    def __init__(self, output: Path, name: str) -> None:
        self._output, self._name = output, name
        self._print_runs: dict[Path, Edition] = {
            output / "print-run" / (name if each == "room" else f"{name}-{each}"): each for each in EDITIONS
        }
        self._manifests: dict[Path, archive.Manifest | None] = {}

    def of(self, path: Path) -> Edition | None:
        """The edition of `path`; None where nobody says so, as of a copy that was put there by hand."""
        if path.parent in self._print_runs:
            return self._print_runs[path.parent]
        for folder in path.parents:
            manifest = self._manifest(folder)
            if manifest is not None:
                name = path.relative_to(folder).as_posix()
                known = name == archive.MANIFEST or name in manifest.all_outputs()
                return next((e for e in EDITIONS if known and e == manifest.edition), None)
            if folder == self._output:
                break
        return None

    def is_of_another(self, path: Path) -> bool:
        """Whether `path` is surely of another session: as the manifest of its build or bag lists it."""
        for folder in path.parents:
            manifest = self._manifest(folder)
            if manifest is not None:
                known = path.relative_to(folder).as_posix() in manifest.all_outputs()
                return known and manifest.session != self._name
            if folder == self._output:
                break
        return False

    def _manifest(self, folder: Path) -> archive.Manifest | None:
        if folder not in self._manifests:
            self._manifests[folder] = archive.read_manifest(folder)
        return self._manifests[folder]
