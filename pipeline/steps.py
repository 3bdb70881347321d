"""What a worker does with one file or one State: values in, values out, the stages called in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pipeline import assemble, decide, describe, extract, factsheets, read, relate, render, validate
from pipeline.models.corrections import Fit
from pipeline.models.document import Document
from pipeline.models.factsheet import FactSheet
from pipeline.models.findings import READ_LANGUAGES, Findings, Question, Recommendation
from pipeline.models.masking import Masked, hides, mask_corrections, mask_statement, masking_of
from pipeline.models.naming import places, withheld
from pipeline.models.pack import Contribution, PackInput, Picture
from pipeline.models.passages import Passage, RawStatement, Statement
from pipeline.models.raw import RawSession
from pipeline.models.relations import Relations
from pipeline.models.rendered import RenderedPdf
from pipeline.models.session import EDITIONS, Edition, PreviousRecommendation, Review, Session, Speaker
from pipeline.models.states import State, find_state
from pipeline.models.status import Status
from pipeline.models.templates import Templates
from pipeline.prints import make_prints
from pipeline.problems import CommandError, Place, Problem, problem

Item = TypeVar("Item", Recommendation, Question)


@dataclass(frozen=True, slots=True)
class Examined:
    """A State's contributions after the checks, and everything that was found wrong with them.

    `fits` says how every entry of corrections.yaml fits, in the order of the contributions.
    """

    contributions: tuple[Contribution, ...]
    problems: tuple[Problem, ...]
    fits: tuple[Fit, ...] = ()
    relations: Relations = field(default_factory=Relations)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one statement gave. `statement` is None where an error keeps it out of the pack.

    `fits` says how every decision about it fits, in the order of corrections.yaml.
    """

    statement: Statement | None = None
    findings: Findings = field(default_factory=Findings)
    fits: tuple[Fit, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The finished files of one State or of the programme: name -> content.

    `pages` are the first and the last page of what stands in a main pack ("statement 2").
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    pages: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """Statements that could be read, recommendations and questions of one State."""

    statements: int = 0
    recommendations: int = 0
    questions: int = 0


def read_statement(data: bytes, name: str) -> RawStatement:
    """One statement file; see `read.read_statement`."""
    return read.read_statement(data, name)


def read_photo(data: bytes, name: str) -> tuple[Picture | None, tuple[Problem, ...]]:
    """One photo; see `read.read_photo`."""
    return read.read_photo(data, name)


def read_fact_sheet(
    data: bytes, name: str, pages: tuple[int, ...] = (), shown: bool = True
) -> tuple[FactSheet | None, tuple[Problem, ...]]:
    """The pages of one fact sheet; see `read.read_fact_sheet`."""
    return read.read_fact_sheet(data, name, pages, shown)


def read_previous(data: bytes, name: str) -> tuple[tuple[PreviousRecommendation, ...], tuple[Problem, ...]]:
    """One list of previous recommendations; see `read.read_previous`."""
    return read.read_previous(data, name)


def examine_statement(
    session: Session, review: Review, speaker: Speaker, raw: RawStatement, edition: Edition = "room"
) -> Heard:
    """Check one statement of `review`; mask, extract from it if it passes, apply decisions, describe.

    `review` needs no decisions about other statements. What is masked in `edition` is gone before anything is
    extracted, so that all words found are those that are printed.
    """
    masking = masking_of(review, speaker, edition)
    language = speaker.language or validate.detect_language(raw.passages) or session.language
    masked = mask_statement(raw, masking, language)
    statement, found = validate.validate_statement(masked.raw, speaker, review, session)
    problems = [*found, *_masked_unasked(masked, f"{session.shown}/{speaker.statement}")]
    if statement is None:
        return Heard(problems=tuple(problems))
    statement = replace(statement, masked=masked.used)
    found_in = extract.extract(statement, review)
    corrections = [entry for entry in review.corrections if entry.statement == speaker.statement]
    as_masked = mask_corrections(corrections, masking, language)
    decided = decide.decide(statement.passages, found_in, as_masked)
    findings = describe.describe_findings(decided.findings, statement.language)
    problems += decided.problems
    problems += validate.validate_findings(statement, findings, speaker, review, session)
    fits = tuple(
        replace(fit, correction=corrections[as_masked.index(fit.correction)]) for fit in decided.fits
    )
    return Heard(statement, findings, fits, tuple(problems))


def _masked_unasked(masked: Masked, shown: str) -> list[Problem]:
    """Where addresses and numbers of persons were masked."""
    return [
        problem("ST15", masked.raw.passages[number].place.within(shown), kind=kind)
        for number, kind in masked.personal
    ]


def relate_demands(
    contributions: Sequence[Contribution], previous: Sequence[PreviousRecommendation]
) -> Relations:
    """What the demands of one State have to do with each other; see `relate.relate`."""
    return relate.relate(contributions, previous)


def mark_of(statement: Statement) -> str:
    """A digest of a statement's words alone; see `validate.mark_of`."""
    return validate.mark_of(statement)


def sent_twice(session: Session, raw: RawSession, marks: Mapping[str, str]) -> tuple[Problem, ...]:
    """Statements that came for two speakers; see `validate.validate_duplicates`."""
    return validate.validate_duplicates(session, raw, marks)


def reading_may_be_kept(review: Review, path: str, raw: RawStatement) -> bool:
    """Whether what was read of the statement at `path` may be kept as it was sent.

    Not where an edition masks something of it, and not where its running heads name who is withheld.
    """
    speakers = [each for each in review.speakers if each.statement == path]
    return not any(
        hides(masking_of(review, speaker, edition), raw)
        or any(places(text, withheld(review, edition), review.allowed) for text in raw.furniture)
        for speaker in speakers
        for edition in EDITIONS
    )


def may_be_kept(session: Session, review: Review, path: str, raw: RawStatement) -> bool:
    """Whether everybody who gave the statement at `path` lets some edition show its words.

    What no edition may show is kept nowhere: nor a statement that names whom all editions withhold. `raw` is
    as it would be kept, that is, after masking.
    """
    statement = Statement(raw.passages, "", 0, 0.0, raw.pages)
    contributions = [Contribution(each, statement) for each in review.speakers if each.statement == path]
    return all(
        any(
            each.speaker.consent.allows("statement", edition)
            and not assemble.held_back(PackInput(session, review, (each,), edition=edition))
            for edition in EDITIONS
        )
        for each in contributions
    )


def names_withheld(pack: PackInput) -> tuple[Problem, ...]:
    """Where statements name a speaker or organisation that the edition withholds; errors for a final pack.

    Such a statement is in no output until it is masked: nobody may be exposed, and no word is changed
    unasked. A mask that meets nothing is told of too, for what it should hide may stand there misspelt.
    """
    problems: list[Problem] = []
    for number, who, place in assemble.held_back(pack):
        speaker = pack.review.speakers[number - 1]
        where = place.within(f"{pack.session.shown}/{speaker.statement}")
        problems.append(problem("ST13", where, number=number, who=who))
        if pack.final:
            problems.append(problem("RV11", speaker.place, number=number))
    return tuple(dict.fromkeys((*problems, *_idle_masks(pack), *factsheets.problems_of(pack))))


def _idle_masks(pack: PackInput) -> list[Problem]:
    """Masks of words that stand in no statement of the State."""
    statements = [each.statement for each in pack.contributions if each.statement]
    used = {number for statement in statements for number in statement.masked}
    idle = [
        mask
        for number, mask in enumerate(pack.review.masks)
        if mask.words and pack.edition in mask.editions and number not in used
    ]
    return [problem("RV12", mask.place) for mask in idle] if statements else []


def make_pack(pack: PackInput, templates: Templates) -> Made:
    """The pack of one State in one language as PDF, DOCX and HTML; with the main one the tables too."""
    pack = _bios_told_apart(pack)
    document = assemble.assemble_pack(pack, templates)
    stem = file_stem(pack.session, pack.review.state.name("en"), pack.edition)
    files, pdf = _rendered(document, templates, f"{stem}-briefing-pack" + language_ending(pack))
    if pack.is_main:
        facts = assemble.table_facts(pack, templates)
        tables = render.render_tables(assemble.number(pack), facts, pdf.pages)
        files |= {f"{stem}-recommendations.{ending}": data for ending, data in tables.items()}
    editions = make_prints(pack, templates, f"{stem}-briefing-pack" + language_ending(pack))
    files |= {name: made.data for name, made in editions.items()}
    pages = assemble.whereabouts(pdf.pages, pdf.page_count) if pack.is_main else {}
    problems = _missing_characters(pdf.missing, pack.review.place)
    return Made(files, (*problems, *factsheets.conformance_of(pack, document)), pages)


def _bios_told_apart(pack: PackInput) -> PackInput:
    """The same with the language of every bio: nobody declares it, and no pack translates it."""
    return replace(
        pack,
        contributions=tuple(
            replace(each, bio_language=_bio_language(bio, each.speaker.language, pack.session.language))
            if (bio := each.speaker.bio)
            else each
            for each in pack.contributions
        ),
    )


def _bio_language(bio: str, spoken: str, usual: str) -> str:
    """That of the statement, unless the words say another; of the session where that has another script."""
    return describe.language_of(bio, spoken or usual) or describe.language_of(bio, usual)


def language_ending(pack: PackInput) -> str:
    """What the name of a pack ends with: nothing in the main language, else "-fr"."""
    return "" if pack.is_main else f"-{pack.spoken}"


def make_programme(session: Session, templates: Templates, edition: Edition) -> Made:
    """The session's programme in every language as PDF, DOCX and HTML, and its calendar in the main one."""
    files = {"calendar.ics": render.render_calendar(session, templates.wording(session.language))}
    missing: dict[str, None] = {}
    for language in session.languages:
        document = assemble.assemble_programme(session, templates, edition, language)
        ending = "" if language == session.language else f"-{language}"
        made, pdf = _rendered(document, templates, f"programme{ending}")
        files |= made
        missing |= dict.fromkeys(pdf.missing)
    return Made(files, _missing_characters(tuple(missing), Place()))


def _rendered(document: Document, templates: Templates, name: str) -> tuple[dict[str, bytes], RenderedPdf]:
    """A Document in the three formats, as files called `name`."""
    pdf = render.render_pdf(document, templates.style)
    files = {
        f"{name}.pdf": pdf.data,
        f"{name}.docx": render.render_docx(document, templates.style, pdf.pages, templates.letterhead),
        f"{name}.html": render.render_html(document, templates.style, pdf.pages),
    }
    return files, pdf


def make_status(status: Status, templates: Templates) -> bytes:
    """The status page of a build, for staff."""
    return render.render_status(status, templates.style)


def counted(pack: PackInput) -> Counts:
    """How many statements, recommendations and questions the edition of `pack` shows."""
    rows = assemble.number(pack)
    return Counts(
        sum(1 for each in pack.contributions if each.statement),
        sum(row.kind == "recommendation" for row in rows),
        sum(row.kind == "question" for row in rows),
    )


_ENDINGS = (".pdf", ".docx", ".html", ".xlsx", ".csv", ".json", ".ics")


def reading_order(name: str) -> tuple[int, str]:
    """A key that sorts files as people look for them: the PDF first, tables for programs last.

    Of packs in several languages that in the main one is first.
    """
    stem, dot, ending = name.rpartition(".")
    return (_ENDINGS.index(dot + ending) if dot + ending in _ENDINGS else len(_ENDINGS), stem)


def extract_from(raw: RawStatement, state: State | None, language: str) -> Findings:
    """What a document that could be read holds; "" for `language` detects it.

    A text that runs over several list items has their markers in it, as the document shows them.
    """
    chosen = language or validate.detect_language(raw.passages)
    found = describe.describe_findings(extract.find(raw.passages, chosen, state), chosen)
    return _as_displayed(found, raw.passages)


def unread(raw: RawStatement, language: str, name: str) -> tuple[Problem, ...]:
    """ST14 where nothing can be found in the language of the file `name`; "" for `language` detects it."""
    chosen = language or validate.detect_language(raw.passages)
    if not chosen or chosen in READ_LANGUAGES:
        return ()
    return (problem("ST14", language=validate.language_name(chosen)).within(name),)


def _as_displayed(found: Findings, passages: Sequence[Passage]) -> Findings:
    def shown(item: Item) -> Item:
        text = extract.displayed(item.spans, passages)
        if isinstance(item, Recommendation) and text != item.text:
            # markers stand before the later passages: only in the first are the places of actions the same
            first = tuple(action for action in item.actions if action.passage == item.spans[0].passage)
            return replace(item, text=text, actions=first)
        return replace(item, text=text)

    return Findings(
        tuple(map(shown, found.recommendations)),
        tuple(map(shown, found.questions)),
        tuple(replace(aside, recommendation=shown(aside.recommendation)) for aside in found.set_aside),
        tuple(map(shown, found.doubtful)),
    )


def state_called(name: str) -> State | None:
    """The State of that ISO code or UN name, None for "". Raises CommandError if there is none."""
    state = find_state(name) if name else None
    if name and state is None:
        raise CommandError(f"There is no State {name!r}. Give its ISO code, for example CU, or its UN name.")
    return state


def language_called(name: str) -> str:
    """The ISO 639-1 code for "ES", "es-419" or "Spanish", "" for "". Raises CommandError if there is none."""
    code = validate.find_language(name)
    if name and not code:
        raise CommandError(f"There is no language {name!r}. Give its ISO 639-1 code, for example es or fr.")
    return code


def file_stem(session: Session, state: str, edition: Edition) -> str:
    """How a State's outputs begin: "UPR30-Cuba"; ASCII only, so that it survives any mail and any disk."""
    plain = unicodedata.normalize("NFKD", state).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")
    return f"UPR{session.number}-{slug}" + ("" if edition == "room" else f"-{edition}")


def _missing_characters(points: tuple[str, ...], place: Place) -> tuple[Problem, ...]:
    return (problem("PK01", place, points=", ".join(points)),) if points else ()
