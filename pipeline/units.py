"""What has to be done for a session, piece by piece, and what each piece depends on: the keys of results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from pipeline import __version__, factsheets, steps
from pipeline.engine import Unit, code, digest_of, key_of, libraries
from pipeline.models.corrections import Correction, Fit
from pipeline.models.factsheet import FactSheet
from pipeline.models.findings import Findings, Span
from pipeline.models.masking import Masking, masking_of
from pipeline.models.pack import Picture
from pipeline.models.passages import RawStatement, Statement
from pipeline.models.raw import RawFile, RawReview, RawSession
from pipeline.models.relations import Relations
from pipeline.models.session import Edition, PreviousRecommendation, Review, Session, Speaker
from pipeline.models.templates import Templates

Parts = dict[str, str]

GROUND = ("codes", "engine", "factsheets", "models", "prints", "problems", "steps", "units")
READING = (*GROUND, "read")
EXAMINING = (*READING, "decide", "describe", "extract", "relate", "validate")
MAKING = (*EXAMINING, "assemble", "render")
"""The rooms whose code decides a result, and those of what it is made from: one change has one reason."""
READERS = (
    *("babel", "charset-normalizer", "fonttools", "lxml", "markdown-it-py", "mdurl", "pillow", "pypdf"),
    *("pypdfium2", "pyyaml"),
)
EXAMINERS = (*READERS, "numpy", "py3langid")
MAKERS = (
    *EXAMINERS,
    *("fontpkg", "fontpkg-source-sans-3", "fontpkg-source-serif-4", "icalendar", "pylopdf-fonts-ar"),
    *("pylopdf-fonts-he", "pylopdf-fonts-zh-cn", "pyphen", "python-bidi", "python-dateutil", "python-docx"),
    *("reportlab", "tzdata", "uharfbuzz", "xlsxwriter"),
)
"""The libraries whose version can change a result, one list in three steps: of a reading, an examined
statement, a pack. The whole of it stands in the manifest, and all computers of a build must have it alike."""

Pictures = Picture | None
Sheets = FactSheet | None
Previous = tuple[PreviousRecommendation, ...]
Outputs = Mapping[str, str]
"""Name -> SHA-256 of published files."""


@dataclass(frozen=True, slots=True)
class KeptFit:
    """A `Fit` without the words of its correction: `number` is its place among those of the statement."""

    number: int
    items: tuple[tuple[Span, ...], ...] = ()
    reading: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """What is kept of one examined statement: nothing about its speaker."""

    statement: Statement | None = None
    findings: Findings = field(default_factory=Findings)
    fits: tuple[KeptFit, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptPack:
    """What is kept of a pack that was made: its files, and on which pages of it what stands."""

    outputs: Outputs
    pages: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that has to be read, with which of the readers in `steps`; `told` is what it is told besides."""

    unit: Unit
    file: RawFile
    reader: Callable[..., Any]
    told: tuple[Any, ...] = ()

    @property
    def called(self) -> str:
        """What the reader is told of the file's name: its ending, which is all that it may look at."""
        return f"file{PurePosixPath(self.file.path).suffix}"


@dataclass(slots=True)
class Plan:
    """What is to be done for one State; statements by the speaker's number.

    Of `statements` those go that no reader could read.
    """

    bare: Session
    review: Review
    readings: tuple[Reading, ...]
    statements: dict[int, Unit]
    edition: Edition = "room"

    def reading(self, path: str) -> Reading | None:
        """How the file at `path` is read, None if it is not there or cannot be opened."""
        return next((each for each in self.readings if each.file.path == path), None)

    @property
    def previous(self) -> Reading | None:
        """The list of previous recommendations; the last by name, if there are several."""
        lists = [each for each in self.readings if each.reader is steps.read_previous]
        return lists[-1] if lists else None


def plan(raw: RawSession, session: Session, review: Review, edition: Edition = "room") -> Plan:
    """The plan for the State of `review`, whose statements are masked as `edition` asks."""
    bare = without_reviews(session)
    files = next(found for found in raw.reviews if found.folder == review.folder)
    readings = tuple(_readings(review, files))
    by_path = {each.file.path: each.unit for each in readings if each.reader is steps.read_statement}
    statements = {
        speaker.number: _statement(bare, review, speaker, (by_path[speaker.statement], edition))
        for speaker in review.speakers
        if speaker.statement in by_path
    }
    return Plan(bare, review, readings, statements, edition)


def without_reviews(session: Session) -> Session:
    """The session's own facts alone: all that a worker needs beside its review."""
    return replace(session, reviews=())


def for_one(review: Review, speaker: Speaker) -> Review:
    """`review` without the decisions about statements of others than `speaker`: what examining needs."""
    return replace(review, corrections=decisions(review, speaker))


def decisions(review: Review, speaker: Speaker) -> tuple[Correction, ...]:
    """What staff decided about the statement of `speaker`."""
    return tuple(entry for entry in review.corrections if entry.statement == speaker.statement)


def kept(heard: steps.Heard, corrections: Sequence[Correction]) -> KeptStatement:
    """What is kept of an examined statement with its `corrections`."""
    kept_fits = tuple(
        KeptFit(corrections.index(fit.correction), fit.items, fit.reading, fit.lost) for fit in heard.fits
    )
    return KeptStatement(heard.statement, heard.findings, kept_fits)


def fits(kept: KeptStatement, corrections: Sequence[Correction]) -> Iterator[Fit]:
    """How the `corrections` of a kept statement fit."""
    for each in kept.fits:
        yield Fit(corrections[each.number], each.items, each.reading, each.lost)


def _readings(review: Review, raw: RawReview) -> Iterator[Reading]:
    """The files that review.yaml names, and the list of previous recommendations."""
    statements = {speaker.statement for speaker in review.speakers}
    photos = {speaker.photo.path for speaker in review.speakers if speaker.photo}
    sheets = {
        speaker.fact_sheet.path: speaker.fact_sheet for speaker in review.speakers if speaker.fact_sheet
    }
    for file in raw.files:
        if not file.is_there:
            continue
        if file.path in statements:
            yield _reading(review, file, steps.read_statement, RawStatement)
        elif file.path in photos:
            yield _reading(review, file, steps.read_photo, Pictures)
        elif PurePosixPath(file.path).name.startswith("previous-recommendations."):
            yield _reading(review, file, steps.read_previous, Previous)
        if file.path in sheets:
            yield _sheet(review, file, sheets[file.path].pages)


def _sheet(review: Review, file: RawFile, pages: tuple[int, ...]) -> Reading:
    """The reading of a fact sheet, of which those `pages` are wanted."""
    reading = _reading(review, file, steps.read_fact_sheet, Sheets)
    shown = factsheets.is_for_some_edition(review, file.path)
    parts = {**reading.unit.parts, "its pages": key_of(*map(str, pages), *([] if shown else ["unseen"]))}
    return replace(reading, unit=replace(reading.unit, parts=parts), told=(pages, shown))


def _reading(review: Review, file: RawFile, reader: Callable[..., Any], result: Any) -> Reading:
    parts = {
        "its content": file.sha256,
        "its ending": key_of(PurePosixPath(file.path).suffix),
        "how it is read": key_of(reader.__name__),
        **_versions(READING, READERS),
    }
    return Reading(Unit("reading", review.folder, file.path, result, parts, owner=file.sha256), file, reader)


def _statement(bare: Session, review: Review, speaker: Speaker, of: tuple[Unit, Edition]) -> Unit:
    reading, edition = of
    alone = replace(review, speakers=(speaker,), corrections=(), masks=(), allowed=())
    parts = {
        "its file": reading.key,
        "session.yaml": digest_of(Session, bare),
        "review.yaml": digest_of(Review, alone),
        "masks": digest_of(Masking, masking_of(review, speaker, edition)),
        "corrections.yaml": digest_of(tuple[Correction, ...], decisions(review, speaker)),
        **_versions(EXAMINING, EXAMINERS),
    }
    name = f"statement {speaker.number}"
    return Unit("examining", review.folder, name, KeptStatement, parts, owner=reading.owner)


def relating(plan: Plan) -> Unit:
    """Comparing the demands of a State; when it is known which of its statements can be read."""
    parts = {
        "its statements": _all(plan.statements),
        "previous recommendations": plan.previous.unit.key if plan.previous else "",
        **_versions(EXAMINING, EXAMINERS),
    }
    return Unit("comparing", plan.review.folder, "demands", Relations, parts, quiet=True)


def looking(plan: Plan, edition: Edition, final: bool) -> Unit:
    """Looking over a whole State before its pack is made: counts, and who is named but withheld."""
    parts = _pack_parts(plan, edition, final) | _versions(MAKING, EXAMINERS)
    return Unit("looking over", plan.review.folder, edition, steps.Counts, parts, quiet=True)


def making(plan: Plan, edition: Edition, final: bool, templates: str) -> Unit:
    """Making the pack of a State; `templates` is the digest of `Templates`."""
    parts = _pack_parts(plan, edition, final) | {"templates": templates} | _versions(MAKING, MAKERS)
    return Unit("making", plan.review.folder, "pack", KeptPack, parts)


def trace_of_pack(folder: str) -> str:
    """The trace of making the pack of the State in `folder`, whatever it is made from."""
    return Unit("making", folder, "pack", KeptPack, {}).trace


def trace_of_programme() -> str:
    """The trace of making the session's programme."""
    return Unit("making", "", "programme", KeptPack, {}).trace


def programme(session: Session, edition: Edition, templates: str) -> Unit:
    """Making the session's programme. What staff decided about statements is no part of it."""
    parts = {
        "session.yaml": digest_of(Session, without_reviews(session)),
        "a review.yaml": digest_of(tuple[Review, ...], for_programme(session).reviews),
        "edition": edition,
        "templates": templates,
        **_versions(MAKING, MAKERS),
    }
    return Unit("making", "", "programme", KeptPack, parts)


def for_programme(session: Session) -> Session:
    """The session without the decisions about statements."""
    return replace(session, reviews=tuple(replace(each, corrections=()) for each in session.reviews))


def comparing_statements(raw: RawSession, session: Session, plans: Mapping[str, Plan]) -> Unit:
    """Looking for statements that were sent for two speakers, over all States."""
    named = [key_of(file.path, file.sha256) for review in raw.reviews for file in review.files if file.sha256]
    parts = {
        "statements": key_of(*(_all(plan.statements) for plan in plans.values())),
        "session.yaml": digest_of(Session, session),
        "files": key_of(*named),
        **_versions(EXAMINING, EXAMINERS),
    }
    return Unit("comparing", "", "statements", tuple[str, ...], parts, quiet=True)


def digest_of_templates(templates: Templates) -> str:
    """The digest of all that staff can change of look and words, and of the font packages named there."""
    fonts = (f"{name} {version}" for name, version in libraries(*_fonts(templates)).items())
    return key_of(digest_of(Templates, templates), *fonts)


def versions(templates: Templates) -> dict[str, str]:
    """What makes a pack beside its inputs: presession and its code, Python, and every library."""
    import sys

    own = {"presession": __version__, "presession code": code(*MAKING)}
    python = ".".join(map(str, sys.version_info[:3]))
    return own | {"python": python} | libraries(*MAKERS, *_fonts(templates))


def _fonts(templates: Templates) -> list[str]:
    """The font packages that style.yaml and print editions name beside those that come with presession."""
    styles = (templates.style, *(edition.style for edition in templates.prints))
    families = (family for style in styles for _, family in style.families)
    named = {family.package if family.file else f"fontpkg-{family.package}" for family in families}
    return sorted(named.difference(MAKERS))


def _pack_parts(plan: Plan, edition: Edition, final: bool) -> Parts:
    photos = [each.unit.key for each in plan.readings if each.reader is steps.read_photo]
    sheets = [each.unit.key for each in plan.readings if each.reader is steps.read_fact_sheet]
    facts = replace(plan.review, corrections=())
    return {
        "its statements": _all(plan.statements),
        "its photos": key_of(*photos),
        "its fact sheets": key_of(*sheets),
        "previous recommendations": plan.previous.unit.key if plan.previous else "",
        "session.yaml": digest_of(Session, plan.bare),
        "review.yaml": digest_of(Review, facts),
        "corrections.yaml": digest_of(tuple[Correction, ...], plan.review.corrections),
        "edition": edition,
        "draft or final": key_of(str(final)),
    }


def _all(statements: Mapping[int, Unit]) -> str:
    return key_of(*(f"{number} {unit.key}" for number, unit in sorted(statements.items())))


def _versions(rooms: tuple[str, ...], used: tuple[str, ...]) -> Parts:
    import sys

    named = (f"{name} {version}" for name, version in libraries(*used).items())
    return {"presession": code(*rooms), "libraries": key_of(sys.version, *named)}


__all__ = [
    "MAKERS",
    "KeptFit",
    "KeptPack",
    "KeptStatement",
    "Plan",
    "Reading",
    "comparing_statements",
    "decisions",
    "digest_of_templates",
    "fits",
    "for_one",
    "for_programme",
    "kept",
    "looking",
    "making",
    "plan",
    "programme",
    "relating",
    "trace_of_pack",
    "trace_of_programme",
    "versions",
    "without_reviews",
]
