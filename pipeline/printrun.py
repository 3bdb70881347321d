"""What `presession print-run` does: the finished packs of a session in one file for the print shop.

It takes published files whose checksums are those of the manifest, as the archive does, and makes no pack:
what is printed is what was built and looked at.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import archive, assemble, read, render, steps, validate
from pipeline.archive import Manifest
from pipeline.choosing import choose, folders_called
from pipeline.models.build import Options, build_folder, template_folders
from pipeline.models.printrun import Job, PrintRun
from pipeline.models.raw import RawSession
from pipeline.models.session import Review, Session
from pipeline.models.templates import Templates
from pipeline.problems import CommandError, InputError, Place, problem

__all__ = ["Order", "print_run"]

FOLDER = "print-run"
MOST_COPIES = 100_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is ordered: `copies` by State (folder, code or name), "" for all others.

    `edition`: a print edition, "" for the pack itself. `language` is that of the packs,
    "" the session's main one. `duplex`: both sides of the paper.
    """

    copies: Mapping[str, int]
    edition: str = ""
    language: str = ""
    duplex: bool = True


def print_run(folder: Path, options: Options, order: Order) -> PrintRun:
    """Make the print run of the session in `folder` from its build, below `output/print-run`.

    Raises InputError for a session that cannot be read, a build that is not there or a file that is not the
    one that was made, CommandError for what the session does not have, OutputError if it cannot be written.
    """
    raw, session, templates = _session(folder)
    chosen = choose(session, raw, options.states)
    order = _in_folders(order, raw)
    _check(order, session, templates)
    built = build_folder(folder, options)
    archive.check_origin(built, folder)
    manifest = archive.read_manifest(built)
    if manifest is None:
        raise InputError([problem("AR01", Place(built.as_posix()))])
    found = [(review, _name(session, review, options, order)) for review in chosen.reviews]
    there = {review.folder for review, name in found if _digest(manifest, review, name)}
    missing = tuple(name for name in chosen.folders if name not in there)
    packs = [
        (review, name, _data(built, manifest, review, name))
        for review, name in found
        if review.folder in there
    ]
    if not packs:
        raise CommandError(
            "None of these States has such a pack. Build it first, with --print for an edition."
        )
    jobs, parts = _jobs(packs, session, templates, order)
    files = _files(jobs, parts, session, templates, _stem(session, options, order))
    target = options.output / FOLDER / built.name
    archive.publish_files(target, files)
    return PrintRun(tuple(target / name for name in files), tuple(jobs), missing)


def _session(folder: Path) -> tuple[RawSession, Session, Templates]:
    raw = read.read_session(folder)
    session, in_session = validate.validate_session(raw)
    templates, in_templates = validate.validate_templates(read.read_templates(template_folders(folder)))
    if session is None or templates is None:
        raise InputError([*raw.problems, *in_session, *in_templates])
    return raw, session, templates


def _in_folders(order: Order, raw: RawSession) -> Order:
    """`order` with its copies by folder, however a State is called there: "AZ", "Azerbaijan"."""
    named = [(folders_called(name, raw) if name else [""], number) for name, number in order.copies.items()]
    return replace(order, copies={folder: number for folders, number in named for folder in folders})


def _check(order: Order, session: Session, templates: Templates) -> None:
    if order.edition:
        templates.with_prints([order.edition])
    if order.language and order.language not in session.languages:
        raise CommandError(
            f"The session has no packs in {order.language!r}, but: {', '.join(session.languages)}."
        )
    if not all(1 <= number <= MOST_COPIES for number in order.copies.values()):
        raise CommandError(f"Copies are a number from 1 to {MOST_COPIES}.")


def _stem(session: Session, options: Options, order: Order) -> str:
    edition = "" if options.edition == "room" else f"-{options.edition}"
    return f"UPR{session.number}{edition}-print-run{_ending(session, order)}"


def _ending(session: Session, order: Order) -> str:
    language = f"-{order.language}" if order.language and order.language != session.language else ""
    return language + (f"-{order.edition}" if order.edition else "")


def _name(session: Session, review: Review, options: Options, order: Order) -> str:
    stem = steps.file_stem(session, review.state.name("en"), options.edition)
    return f"{stem}-briefing-pack{_ending(session, order)}.pdf"


def _digest(manifest: Manifest, review: Review, name: str) -> str:
    record = manifest.states.get(review.folder)
    return record.outputs.get(name, "") if record else ""


def _data(built: Path, manifest: Manifest, review: Review, name: str) -> bytes:
    """The finished file, exactly as it was made."""
    path = built / review.folder / name
    try:
        data = path.read_bytes()
    except OSError:
        raise InputError([problem("AR03", Place(built.as_posix()), name=name)]) from None
    if archive.digest(data) != _digest(manifest, review, name):
        raise InputError([problem("AR02", Place(built.as_posix()), name=name)])
    return data


_Parts = list[tuple[str, Sequence[bytes]]]


def _jobs(
    packs: Sequence[tuple[Review, str, bytes]], session: Session, templates: Templates, order: Order
) -> tuple[list[Job], _Parts]:
    """The States in the order of the programme, each with its separator sheet and its pack."""
    jobs: list[Job] = []
    parts: _Parts = []
    at = 0
    for review, name, data in packs:
        copies = order.copies.get(review.folder, order.copies.get("", 1))
        job = Job(review, name, archive.digest(data), archive.count_pages(data), copies, 0, order.duplex)
        separator = render.render_pdf(assemble.assemble_separator(session, job, templates), templates.style)
        at = _after(at, order.duplex) + separator.page_count
        job = replace(job, first=_after(at, order.duplex) + 1)
        at = job.last
        jobs.append(job)
        parts.append((review.state.name(session.language), (separator.data, data)))
    return jobs, parts


def _after(page: int, duplex: bool) -> int:
    """How many pages there are before the next right-hand one."""
    return page + page % 2 if duplex else page


def _files(
    jobs: Sequence[Job], parts: _Parts, session: Session, templates: Templates, stem: str
) -> dict[str, bytes]:
    order = assemble.assemble_order(session, jobs, templates)
    return {
        f"{stem}.pdf": archive.bind(parts, stem, any(job.duplex for job in jobs)),
        f"{stem}-order.pdf": render.render_pdf(order, templates.style).data,
        f"{stem}.csv": _table(jobs),
    }


def _table(jobs: Sequence[Job]) -> bytes:
    """The order for a spreadsheet; States by folder and code, which no program takes for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        (
            *("state", "folder", "day", "time", "room", "file", "sha256"),
            *("first_page", "last_page", "pages", "copies", "sheets_per_copy", "sheets"),
        )
    )
    writer.writerows(_rows(jobs))
    return out.getvalue().encode("utf-8-sig")


def _rows(jobs: Sequence[Job]) -> Iterator[tuple[str | int, ...]]:
    for job in jobs:
        review = job.review
        room = f"'{review.room}" if review.room[:1] in tuple("=+-@\t\r") and review.room else review.room
        yield (
            *(
                review.state.code,
                review.folder,
                review.start.date().isoformat(),
                f"{review.start:%H:%M}",
                room,
            ),
            *(job.file, job.sha256, job.first, job.last, job.pages),
            *(job.copies, job.sheets, job.all_sheets),
        )
