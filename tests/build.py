"""Quick builders of everything a pack is made from; every name is a sample, every photo a grey square."""

from __future__ import annotations

import datetime as dt
import functools
import io
from collections.abc import Sequence

from pipeline.models.document import Document
from pipeline.models.findings import Findings, Question, Recommendation, Span
from pipeline.models.pack import Contribution, PackInput, Picture
from pipeline.models.passages import Kind, Passage, Run, Statement
from pipeline.models.session import (
    CONSENT_ITEMS,
    EDITIONS,
    Consent,
    ConsentItem,
    FrontMatter,
    Organisation,
    OrganisationKind,
    Organiser,
    Photo,
    PreviousRecommendation,
    PreviousReview,
    Review,
    Session,
    Speaker,
)
from pipeline.models.states import State
from pipeline.models.templates import Templates
from pipeline.problems import Place

CUBA = State("CU", "CUB", (("en", "Cuba"), ("fr", "Cuba"), ("es", "Cuba")))
CAMEROON = State("CM", "CMR", (("en", "Cameroon"), ("fr", "Cameroun"), ("es", "Camerún")))

ALL = Consent(frozenset((item, edition) for item in CONSENT_ITEMS for edition in EDITIONS))
NOTHING = Consent()

TOPICS = ("Fair trial", "International instruments", "Rights of the child", "Freedom of expression")


def consent(*items: ConsentItem) -> Consent:
    """Consent to `items` in both editions, and to nothing else."""
    return Consent(frozenset((item, edition) for item in items for edition in EDITIONS))


def passage(kind: Kind, text: str, **fields: object) -> Passage:
    """A passage of one plain run; a `note` mark in `call` is called after the words."""
    call = fields.pop("call", "")
    runs = (Run(text),) + ((Run("", note=str(call)),) if call else ())
    return Passage(kind, runs, **fields)  # type: ignore[arg-type]


def a_statement(number: int = 1, language: str = "en") -> Statement:
    """A statement of every kind of passage: headings, a note, a stem with a list, a table, a quotation."""
    topic, other = TOPICS[number % 4], TOPICS[(number + 1) % 4]
    passages = [
        passage(Kind.HEADING, f"Sample statement {number} on Cuba", level=1),
        passage(Kind.PARAGRAPH, "This sample statement was prepared after national consultations. " * 3),
        passage(Kind.HEADING, topic, level=2),
        Passage(
            Kind.PARAGRAPH,
            (
                Run("The "),
                Run("previous", italic=True),
                Run(" review made a recommendation"),
                Run("", note="1"),
                Run(" on this issue. " * 4 + "We recommend that the Government of Cuba:"),
            ),
        ),
        passage(Kind.LIST_ITEM, f"Ratify sample treaty {number} before the review;", level=1, marker="(a)"),
        passage(Kind.LIST_ITEM, "publish disaggregated data every year.", level=1, marker="(b)"),
        passage(Kind.HEADING, other, level=2),
        passage(Kind.QUOTATION, "A sample quotation of a public treaty."),
        passage(
            Kind.PARAGRAPH,
            "Cuba should invite the sample procedure. When will the Government of Cuba answer its request?",
        ),
        passage(Kind.TABLE_CELL, "Year", table=1, row=1, column=1, header=True),
        passage(Kind.TABLE_CELL, "Figure", table=1, row=1, column=2, header=True),
        passage(Kind.TABLE_CELL, "2017", table=1, row=2, column=1),
        passage(Kind.TABLE_CELL, "Twelve", table=1, row=2, column=2),
        passage(Kind.PARAGRAPH, "We thank you for your attention."),
        passage(Kind.FOOTNOTE, "Sample source, paragraph 12.", note="1"),
    ]
    words = sum(len(p.text.split()) for p in passages if p.kind is not Kind.FOOTNOTE)
    return Statement(tuple(passages), language, words, words / 130)


def some_findings(statement: Statement) -> Findings:
    """The two list items and the recommending sentence of `a_statement`, and its question."""
    stem = "We recommend that the Government of Cuba:"
    sentence = "Cuba should invite the sample procedure."
    question = "When will the Government of Cuba answer its request?"
    return Findings(
        (
            _recommendation(statement, 4, statement.passages[4].text, stem),
            _recommendation(statement, 5, statement.passages[5].text, stem),
            _recommendation(statement, 8, sentence),
        ),
        (Question(question, (_span(statement, 8, question),), Place(paragraph=9)),),
    )


def _recommendation(statement: Statement, index: int, text: str, stem: str = "") -> Recommendation:
    return Recommendation(text, (_span(statement, index, text),), Place(paragraph=index + 1), stem)


def _span(statement: Statement, index: int, text: str) -> Span:
    start = statement.passages[index].text.index(text)
    return Span(index, start, start + len(text))


@functools.lru_cache(maxsize=1)
def a_picture() -> Picture:
    """A grey square of 60 by 75 pixels."""
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (60, 75), "#808080").save(stream, "JPEG")
    return Picture(stream.getvalue(), 60, 75)


def a_speaker(number: int = 1, **fields: object) -> Speaker:
    """A speaker with full consent, a bio and a photo; `fields` replace any of its fields."""
    values: dict[str, object] = {
        "number": number,
        "name": f"Sample Speaker {number}",
        "role": "lawyer",
        "organisation": Organisation(f"Sample Centre {number}", f"SC{number}", aim="gives legal aid"),
        "floor_minutes": 6,
        "description": "a human rights defender",
        "bio": f"Sample Speaker {number} has worked as a lawyer for ten years. " * 4,
        "photo": Photo(f"photos/{number}.jpg", f"Portrait of Sample Speaker {number}"),
        "statement": f"statements/{number}.docx",
        "language": "en",
        "consent": ALL,
    }
    return Speaker(**{**values, **fields})  # type: ignore[arg-type]


def a_contribution(number: int = 1, *, awaited: bool = False, **fields: object) -> Contribution:
    """A speaker with statement, findings and photo; `awaited` ones have no statement yet."""
    if awaited:
        return Contribution(a_speaker(number, statement="", awaited=frozenset({"statement"}), **fields))
    speaker = a_speaker(number, **fields)
    statement = a_statement(number, speaker.language or "en")
    return Contribution(speaker, statement, some_findings(statement), a_picture())


def a_coalition(number: int) -> Contribution:
    """A joint statement of three members, in Spanish as far as the pack knows."""
    members = ("Sample Union A", "Sample Union B", "Sample Union C")
    organisation = Organisation("Sample Coalition", kind=OrganisationKind.COALITION, members=members)
    return a_contribution(number, organisation=organisation, language="es")


def a_review(speakers: Sequence[Speaker] = (), state: State = CUBA, **fields: object) -> Review:
    """A pre-session on 12 April 2018 at 10.00 in Room XXI."""
    values: dict[str, object] = {
        "folder": state.name().lower(),
        "state": state,
        "start": dt.datetime(2018, 4, 12, 10, 0),
        "length_minutes": 60,
        "room": "Room XXI",
        "speakers": tuple(speakers),
        "moderator": "Sample Moderator 1",
        "previous_review": PreviousReview(16, 2013, 2, 230, 42, "A/HRC/24/16"),
    }
    return Review(**{**values, **fields})  # type: ignore[arg-type]


def a_session(reviews: Sequence[Review] = (), **fields: object) -> Session:
    """The 30th session, provisional, marked SAMPLE."""
    values: dict[str, object] = {
        "id": "upr30",
        "number": 30,
        "cycle": 3,
        "working_group": dt.date(2018, 5, 1),
        "first_day": dt.date(2018, 4, 10),
        "last_day": dt.date(2018, 4, 13),
        "venue": "Palais des Nations, UNOG",
        "city": "Geneva",
        "time_zone": "Europe/Zurich",
        "organiser": Organiser("UPR Info", "Rue de Varembé 3, 1202 Geneva"),
        "reviews": tuple(reviews),
        "rooms": ("Room XXI", "Room XXIII"),
        "provisional": True,
        "sample": True,
        "front_matter": FrontMatter(
            ("Pre-sessions let delegations hear national actors before the review.",),
            ("One hour per State.", "- Statements of five to seven minutes", "- A moderated dialogue"),
            ("Recommendations that are specific and can be followed up.",),
        ),
    }
    return Session(**{**values, **fields})  # type: ignore[arg-type]


def some_previous() -> tuple[PreviousRecommendation, ...]:
    """Four previous recommendations: two supported, one noted, one without an answer on record."""
    return (
        PreviousRecommendation("Ratify the sample treaty.", ("Estonia", "Japan"), True, "170.1", "Treaties"),
        PreviousRecommendation("Publish sample data.", ("Chile",), True, "170.2", "Data"),
        PreviousRecommendation("Invite the sample procedure.", ("Norway",), False, "170.3", "Procedures"),
        PreviousRecommendation("Consider the sample protocol.", ("Ghana",), None, "170.4", "Treaties"),
    )


def a_pack_input(
    contributions: Sequence[Contribution] | None = None,
    *,
    state: State = CUBA,
    session: Session | None = None,
    previous: Sequence[PreviousRecommendation] | None = None,
    **fields: object,
) -> PackInput:
    """A draft of three speakers, of whom one is awaited; give `contributions=()` for a State with nothing."""
    if contributions is None:
        contributions = (a_contribution(1), a_coalition(2), a_contribution(3, awaited=True))
    review = a_review([c.speaker for c in contributions], state)
    awaited = tuple((c.speaker.number, item) for c in contributions for item in sorted(c.speaker.awaited))
    if not contributions:
        awaited = ((0, "speakers"),)
    values: dict[str, object] = {"awaited": awaited, **fields}
    return PackInput(
        session or a_session([review]),
        review,
        tuple(contributions),
        some_previous() if previous is None else tuple(previous),
        **values,  # type: ignore[arg-type]
    )


@functools.lru_cache(maxsize=1)
def the_templates() -> Templates:
    """The default templates, checked."""
    from pipeline.read import read_templates
    from pipeline.validate import validate_templates

    templates, problems = validate_templates(read_templates())
    assert templates is not None, problems
    return templates


def a_document(pack: PackInput | None = None) -> Document:
    """The Document of `pack`, or of the pack of `a_pack_input`."""
    from pipeline.assemble import assemble_pack

    return assemble_pack(pack or a_pack_input(), the_templates())


def a_programme() -> Document:
    """The Document of a programme of two States on two days."""
    from pipeline.assemble import assemble_programme

    second = a_review((), CAMEROON, start=dt.datetime(2018, 4, 13, 14, 0), moderator="")
    speakers = [a_speaker(1), a_speaker(2)]
    return assemble_programme(a_session([a_review(speakers), second]), the_templates(), "room")
