"""Packs made in workers, published as they end, with the manifest and problems.json that account for them."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import __version__, archive, overview, steps
from pipeline.archive import Manifest, StateRecord, digest
from pipeline.engine import Done, Pool
from pipeline.gather import Watch, failure_text
from pipeline.models.pack import PackInput
from pipeline.models.raw import RawSession
from pipeline.models.session import Edition, Session
from pipeline.models.templates import Templates
from pipeline.problems import Problem

MAKE_SECONDS = 600.0
STATUS = "index.html"
OWN = frozenset({STATUS, archive.PROBLEMS, archive.MANIFEST})
"""The files that account for a build; the status page does not list them among its outputs."""
SHAPING = (
    *("babel", "fonttools", "fontpkg-source-sans-3", "fontpkg-source-serif-4", "icalendar", "lxml"),
    *("markdown-it-py", "pillow", "pypdfium2", "pyphen", "python-docx", "reportlab", "xlsxwriter"),
)
"""The libraries whose version can change the bytes of an output."""


@dataclass(slots=True)
class Delivery:
    """What is being delivered to `target`; `records`, `problems` and `bugs` grow with every State.

    `chosen` are the folders of the States asked for, built or held back; `look` is the SHA-256 of every
    template file by path; `seen` is what was looked at, for the status page.
    """

    target: Path
    chosen: frozenset[str]
    raw: RawSession
    edition: Edition
    look: Mapping[str, str]
    seen: overview.Seen
    templates: Templates
    records: dict[str, StateRecord] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    bugs: list[tuple[str, str]] = field(default_factory=list)


def deliver_packs(pool: Pool, delivery: Delivery, packs: Sequence[PackInput], watch: Watch) -> None:
    """Make every pack and publish it as soon as it is made. Raises OutputError."""
    calls = [(pack, delivery.templates) for pack in packs]
    for index, outcome in pool.each(steps.make_pack, calls, MAKE_SECONDS):
        pack = packs[index]
        folder = pack.review.folder
        if not isinstance(outcome, Done):
            delivery.bugs.append((folder, f"making the pack of {folder}: {failure_text(outcome)}"))
            watch(folder, "failed", 1)
            continue
        archive.publish_folder(delivery.target / folder, outcome.value.files)
        delivery.problems += outcome.value.problems
        delivery.records[folder] = StateRecord(
            _inputs(delivery.raw, folder),
            _digests(outcome.value.files),
            pack.final,
            delivery.look,
            versions(),
        )
        watch(folder, "done", 1)


def deliver_programme(pool: Pool, delivery: Delivery, session: Session) -> None:
    """Make and publish the session's programme and calendar. Raises OutputError.

    While the review.yaml of a State cannot be used, an earlier programme, which has that State, is kept.
    """
    if left_out(delivery.raw, session) and (delivery.target / "programme.pdf").is_file():
        return
    for _, outcome in pool.each(
        steps.make_programme, [(session, delivery.templates, delivery.edition)], MAKE_SECONDS
    ):
        if not isinstance(outcome, Done):
            delivery.bugs.append(("", f"making the programme: {failure_text(outcome)}"))
            return
        archive.publish_files(delivery.target, outcome.value.files)
        delivery.problems += outcome.value.problems
        delivery.outputs |= _digests(outcome.value.files)


def left_out(raw: RawSession, session: Session) -> tuple[str, ...]:
    """Folders of the States whose review.yaml cannot be used, so that the programme does not know them."""
    known = {review.folder for review in session.reviews}
    return tuple(review.folder for review in raw.reviews if review.folder not in known)


def remove_gone(delivery: Delivery, session: Path) -> tuple[str, ...]:
    """Take away the packs of States that have no folder in `session` any more; return those folders.

    Only what the manifest says was made here is touched. Raises OutputError.
    """
    before = archive.read_manifest(delivery.target)
    made = sorted(before.states) if before else []
    gone = tuple(name for name in made if not (session / name).is_dir())
    for folder in gone:
        archive.remove_folder(delivery.target / folder)
    return gone


def account(delivery: Delivery, problems: Sequence[Problem]) -> None:
    """Publish status page, problems.json and manifest; the last two keep what they say of other States."""
    listed = archive.merged_problems(delivery.target, delivery.raw, delivery.chosen, problems)
    before = archive.read_manifest(delivery.target) or Manifest("", "", {})
    states = {name: record for name, record in before.states.items() if (delivery.target / name).is_dir()}
    states |= delivery.records
    files = {
        archive.PROBLEMS: listed,
        STATUS: _status(delivery, states, {**before.outputs, **delivery.outputs}, problems),
    }
    made = bool(delivery.outputs)
    manifest = Manifest(
        session=delivery.raw.id,
        edition=delivery.edition,
        versions=versions() if made else before.versions,
        templates=delivery.look if made else before.templates,
        inputs=_inputs(delivery.raw, "") if made else before.inputs,
        outputs=dict(before.outputs) | delivery.outputs | _digests(files),
        states=states,
    )
    archive.publish_files(delivery.target, files | {"manifest.json": manifest.as_bytes()})


def _status(
    delivery: Delivery,
    states: Mapping[str, StateRecord],
    outputs: Mapping[str, str],
    problems: Sequence[Problem],
) -> bytes:
    """The status page: of this build's States what was found, of the others that they have a pack."""
    failed = frozenset(folder for folder, _ in delivery.bugs)
    outcome = overview.Outcome(frozenset(delivery.records), failed, states)
    shown = [archive.within_session(found, delivery.raw) for found in problems]
    status = overview.overview(delivery.seen, delivery.raw, delivery.edition, outcome, shown)
    beside = sorted((name for name in outputs if name not in OWN), key=steps.reading_order)
    return steps.make_status(replace(status, files=tuple(beside)), delivery.templates)


def versions() -> dict[str, str]:
    """presession and every library whose version can change the bytes of an output."""
    return {"presession": __version__} | {name: importlib.metadata.version(name) for name in SHAPING}


def _inputs(raw: RawSession, folder: str) -> dict[str, str]:
    """Path -> SHA-256 of what one State's pack is made from, or for "" the session's programme.

    A pack is made from the session's own files and the State's, the programme from every review.yaml.
    """
    reviews = [review for review in raw.reviews if review.folder == folder]
    files = [*raw.files, *(file for review in reviews for file in review.files)]
    own = {
        path: value
        for path, value in raw.described.items()
        if not folder or path.rpartition("/")[0] in ("", folder)
    }
    return own | {file.path: file.sha256 for file in files if file.sha256}


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}
