"""A sample statement and corrections in memory: YAML text in, what `decide` makes of it out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.decide import Desk, decide, draft
from pipeline.models.corrections import Correction, Decided
from pipeline.models.findings import Findings, Question, Recommendation, SetAside, SetAsideReason, Span
from pipeline.models.passages import Kind, Passage, Run
from pipeline.models.raw import RawReview
from pipeline.models.session import Organisation, Speaker
from pipeline.problems import Place, Problem
from pipeline.read import read_corrections as read
from pipeline.validate import read_corrections as check

FILE = "statements/legal-aid.md"
TEXTS = (
    "Sample statement on Cuba",
    "In 2013 Norway recommended that Cuba ratify the sample treaty.",
    "We recommend that the Government of Cuba:",
    "Guarantee access to a lawyer from the first hour of detention;",
    "Publish the results of inspections every year, and train the inspectors of all provinces.",
    "Ratify the sample treaty.",
    "Companies should respect the rights of workers.",
    "When will the Government answer the request? How many inspectors are there?",
    "The Bar asks for more time. Judges need a law of their own.",
)
KINDS = {3: Kind.LIST_ITEM, 4: Kind.LIST_ITEM, 5: Kind.LIST_ITEM, 0: Kind.HEADING}


def passages(texts: Sequence[str] = TEXTS) -> tuple[Passage, ...]:
    return tuple(
        Passage(KINDS.get(index, Kind.PARAGRAPH), (Run(text),), Place(paragraph=index + 1))
        for index, text in enumerate(texts)
    )


def span(words: str, texts: Sequence[str] = TEXTS, number: int | None = None) -> Span:
    """Where `words` stand first (in passage `number`)."""
    for index, text in enumerate(texts):
        if words in text and number in (None, index):
            return Span(index, text.index(words), text.index(words) + len(words))
    raise AssertionError(words)


def recommendation(words: str, texts: Sequence[str] = TEXTS, number: int | None = None) -> Recommendation:
    found = span(words, texts, number)
    return Recommendation(
        words, (found,), Place(paragraph=found.passage + 1), TEXTS[2], why="item of a list", form="list item"
    )


LAWYER = "Guarantee access to a lawyer from the first hour of detention"
PUBLISH = "Publish the results of inspections every year, and train the inspectors of all provinces"
RATIFY = "Ratify the sample treaty"
TOLD = "ratify the sample treaty"
FIRMS = "Companies should respect the rights of workers"
WHEN = "When will the Government answer the request?"


def findings() -> Findings:
    """Three recommendations, a question, one only reported and one made to companies."""
    asked = span(WHEN)
    return Findings(
        (recommendation(LAWYER), recommendation(PUBLISH), recommendation(RATIFY)),
        (Question(WHEN, (asked,), Place(paragraph=8), why="sentence that asks"),),
        (
            SetAside(recommendation(TOLD, number=1), SetAsideReason.REPORTED),
            SetAside(recommendation(FIRMS), SetAsideReason.ADDRESSEE),
        ),
    )


def raw_review(text: str) -> tuple[RawReview, list[Problem]]:
    values, problems = read(text.encode(), "cuba/corrections.yaml")
    return RawReview("cuba", None, place=Place("cuba/review.yaml"), corrections=values), list(problems)


def corrections(text: str) -> tuple[tuple[Correction, ...], list[Problem]]:
    """The entries of a corrections.yaml and what is wrong with them."""
    raw, problems = raw_review(text)
    speaker = Speaker(1, "Sample Speaker 1", "", Organisation("Sample"), 6, statement=f"cuba/{FILE}")
    return check(raw, [speaker], problems), problems


def entries(*lines: str) -> str:
    """A corrections.yaml with these lines under the sample statement."""
    return "\n".join([f"{FILE}:", *lines]) + "\n"


def decided(*lines: str, texts: Sequence[str] = TEXTS, found: Findings | None = None) -> Decided:
    """What becomes of the findings with the entries that `lines` write; they must be well-formed."""
    checked, problems = corrections(entries(*lines))
    assert problems == []
    return decide(passages(texts), findings() if found is None else found, checked)


def drafted(old: str = "", found: Findings | None = None, texts: Sequence[str] = TEXTS) -> str:
    """The draft of corrections.yaml around `old`."""
    raw, problems = raw_review(old)
    checked, more = corrections(old)
    assert problems == []
    assert all(problem.code == "CO07" for problem in more)
    made = decide(passages(texts), findings() if found is None else found, checked)
    return draft(old, raw.corrections, [Desk(FILE, made.findings, made.fits, told="speaker 1, English")])


def texts_of(items: Sequence[Recommendation | Question]) -> list[str]:
    return [item.text for item in items]


def codes(made: Decided) -> list[str]:
    return [problem.code for problem in made.problems]
