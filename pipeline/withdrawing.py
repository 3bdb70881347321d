"""Taking back a consent: the lines of review.yaml that say yes, and every copy that is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import archive, read, validate
from pipeline.choosing import choose
from pipeline.engine import Done, Pool, Store, store_folder
from pipeline.models.naming import Hidden
from pipeline.models.raw import RawMap, RawReview, RawSession, RawText
from pipeline.models.session import EDITIONS, ConsentItem, Edition, Review, Session, Speaker
from pipeline.problems import CommandError, InputError

__all__ = ["Copy", "Wanted", "Withdrawal", "copies_left", "take_back"]

SECONDS = 60.0
MEBIBYTES = 1024
_LONG_ENOUGH = 40
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
    """A file that still holds something: its path, SHA-256 in hex, and what ("name", "statement", "file")."""

    path: Path
    sha256: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was done to review.yaml, and what to look for.

    `lines` are those that say yes. `written` is False where the change could not be made surely: then they
    have to be changed by hand. `names`, `sentences` and `marks` are as `read.still_held` takes them.
    """

    folder: str
    number: int
    file: str
    lines: tuple[int, ...]
    written: bool
    names: tuple[Hidden, ...]
    sentences: tuple[str, ...]
    marks: tuple[bytes, ...]


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
    names, sentences, marks = _traces(files, speaker, wanted.items)
    store = Store(store_folder())
    for file in _own_files(files, speaker):
        store.disown(file)
    return Withdrawal(review.folder, speaker.number, files.place.file, lines, sure, names, sentences, marks)


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
    if problems or value is None or raw.values is None:
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


def _traces(
    raw: RawReview, speaker: Speaker, items: Sequence[ConsentItem]
) -> tuple[tuple[Hidden, ...], tuple[str, ...], tuple[bytes, ...]]:
    """By what copies are known: names, whole sentences, and bytes that stand as they are."""
    names: list[Hidden] = []
    sentences: list[str] = []
    marks: list[bytes] = []
    organisation = speaker.organisation
    if "name" in items and speaker.name:
        names.append(Hidden(speaker.number, "name", speaker.name))
    if "organisation" in items and organisation.name:
        names.append(Hidden(speaker.number, "organisation", organisation.name))
    sentences += [speaker.bio] if "bio" in items and speaker.bio else []
    marks += [speaker.contact.encode()] if "contact" in items and speaker.contact else []
    paths = {"photo": speaker.photo_path, "statement": speaker.statement, "fact_sheet": speaker.sheet_path}
    own = {path for item, path in paths.items() if item in items and path}
    for file in raw.files:
        if file.path not in own or not file.is_there:
            continue
        marks.append(file.sha256.encode())
        data = read.content_of(file)
        if data is None:
            continue
        if file.path in (speaker.statement, speaker.sheet_path):
            passages = read.read_statement(data, file.path).passages
            sentences += [p.text for p in passages if len(p.text) >= _LONG_ENOUGH]
        else:
            picture, _ = read.read_photo(data, file.path)
            marks += [picture.data] if picture else []
    return tuple(names), tuple(sentences), tuple(marks)


def copies_left(output: Path, withdrawal: Withdrawal) -> tuple[Copy, ...]:
    """Every file below `output`, archives too, that still holds what was taken back or could not be read."""
    files = [path for path in sorted(output.rglob("*")) if path.is_file() and not path.is_symlink()]
    found = []
    with Pool(1) as pool:
        for path in files:
            holds = _held_in(path, withdrawal, pool)
            if holds:
                found.append(Copy(path, archive.digest_of_file(path), holds))
    return tuple(found)


def _held_in(path: Path, withdrawal: Withdrawal, pool: Pool) -> tuple[str, ...]:
    """What of it a file holds; somebody has to look at one that is too large or kills its reader."""
    if path.stat().st_size > _MOST_BYTES:
        return (_NOT_LOOKED_THROUGH,)
    call = (path.read_bytes(), withdrawal.names, withdrawal.sentences, withdrawal.marks)
    [(_, outcome)] = pool.each(read.still_held, [call], SECONDS, MEBIBYTES)
    return tuple(outcome.value) if isinstance(outcome, Done) else (_NOT_LOOKED_THROUGH,)
