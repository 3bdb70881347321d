"""corrections.yaml of every State written as a filled-in draft, around what staff wrote before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import archive, assemble, decide, read, validate
from pipeline.models.corrections import Correction, Fit
from pipeline.models.findings import Span
from pipeline.models.pack import PackInput
from pipeline.models.raw import RawReview
from pipeline.models.session import EDITIONS
from pipeline.problems import CommandError, Place, Problem, has_errors

NAME = "corrections.yaml"
COPY = f"{NAME}.bak"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one State's file: `changed` if it was written; entries in all, undecided and lost."""

    folder: str
    file: str
    changed: bool
    entries: int
    undecided: int
    lost: int


def write_draft(folder: Path, raw: RawReview, pack: PackInput, fits: Sequence[Fit]) -> Drafted:
    """Bring corrections.yaml of one State up to date; `folder` is the session's, `fits` those of the State.

    Nothing is written where nothing changes; else the old file is kept beside it as corrections.yaml.bak.
    Raises CommandError for a file that cannot be added to, OutputError if it cannot be written.
    """
    old = _text(raw)
    new = decide.draft(old, raw.corrections, _desks(pack, fits))
    after = _read_again(new, raw, pack)
    _check_nothing_is_lost(old, new, pack.review.corrections, after)
    changed = new != old and bool(after or old)
    if changed:
        _write(folder / raw.folder, raw, new)
    lost = sum(fit.lost and fit.correction.is_decided for fit in fits)
    return Drafted(raw.folder, _shown(raw), changed, len(after), sum(not c.is_decided for c in after), lost)


def is_held(raw: RawReview, problems: Sequence[Problem]) -> bool:
    """Whether corrections.yaml itself has an error: then it is not touched."""
    return has_errors(found for found in problems if found.place.file == _shown(raw))


def _shown(raw: RawReview) -> str:
    """The file as staff would write it, for messages."""
    return f"{raw.place.file.rpartition('/')[0]}/{NAME}"


def _text(raw: RawReview) -> str:
    """The present file, "" without one."""
    data = raw.corrections_file.data if raw.corrections_file else None
    return (data or b"").decode("utf-8-sig")


def _desks(pack: PackInput, fits: Sequence[Fit]) -> list[decide.Desk]:
    """Every statement that review.yaml names, in speaking order."""
    numbers: dict[int, dict[tuple[Span, ...], str]] = {}
    for row in assemble.number(pack):
        numbers.setdefault(row.contribution, {})[row.item.spans] = row.number
    desks = []
    for index, contribution in enumerate(pack.contributions):
        speaker = contribution.speaker
        if not speaker.statement:
            continue
        name = speaker.statement.removeprefix(f"{pack.review.folder}/")
        agreed = any(speaker.consent.allows("statement", edition) for edition in EDITIONS)
        if contribution.statement is None or not agreed:
            desks.append(decide.Desk(name, read=False))
            continue
        own = tuple(fit for fit in fits if fit.correction.statement == speaker.statement)
        told = f"speaker {speaker.number}, {validate.language_name(contribution.statement.language)}"
        desks.append(decide.Desk(name, contribution.findings, own, numbers.get(index, {}), told))
    return desks


def _read_again(new: str, raw: RawReview, pack: PackInput) -> tuple[Correction, ...]:
    """The entries that the new text has by the rules of the next build. Raises CommandError for an error."""
    values, problems = read.read_corrections(new.encode(), NAME)
    found = list(problems)
    corrections = validate.read_corrections(replace(raw, corrections=values), pack.review.speakers, found)
    if has_errors(found):
        first = next(p for p in found if has_errors([p]))
        raise CommandError(
            f"{_shown(raw)} cannot be added to ({first.what.rstrip('.')}); "
            "nothing was written. Begin every statement's name at the beginning of a line and every entry on "
            "a line of its own with a dash, or move the file away and run presession review again."
        )
    return corrections


def _check_nothing_is_lost(
    old: str, new: str, before: Sequence[Correction], after: Sequence[Correction]
) -> None:
    """That every decision and every comment of staff is in the new text. Raises CommandError if not."""
    gone = Counter(map(_bare, before)) - Counter(map(_bare, after))
    lost_decision = any(correction.is_decided for correction in gone)
    lost_comment = Counter(_comments(old)) - Counter(_comments(new))
    if lost_decision or lost_comment:
        raise CommandError(
            f"{NAME} is laid out in a way that would lose {'a decision' if lost_decision else 'a comment'}; "
            "nothing was written. Put every entry on lines of its own, beginning with a dash."
        )


def _bare(correction: Correction) -> Correction:
    """An entry without its places, which move when lines are added above it."""
    nowhere = Place()
    return replace(
        correction,
        place=nowhere,
        quote=replace(correction.quote, place=nowhere),
        parts=tuple(replace(quote, place=nowhere) for quote in correction.parts),
        joined=tuple(replace(quote, place=nowhere) for quote in correction.joined),
    )


def _comments(text: str) -> list[str]:
    """The lines that staff wrote for themselves."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line.startswith("#") and not line.startswith("#:")]


def _write(folder: Path, raw: RawReview, new: str) -> None:
    """Put the new text in place and keep the old one; neither if the file was changed meanwhile."""
    target = folder / NAME
    before = raw.corrections_file.data if raw.corrections_file else None
    now = read.read_document(target).data if target.exists() or target.is_symlink() else None
    if now != before:
        raise CommandError(
            f"{_shown(raw)} was changed meanwhile; nothing was written. Run presession review again."
        )
    mark = "\ufeff" if (before or b"").startswith(b"\xef\xbb\xbf") else ""
    kept = {COPY: before} if before is not None else {}
    archive.publish_files(folder, {**kept, NAME: (mark + new).encode()})
