"""Passages written in short: one line each, "mark|text"."""

from __future__ import annotations

from pipeline.extract import find
from pipeline.models.findings import Findings
from pipeline.models.passages import Kind, Passage, Run
from pipeline.models.states import State
from pipeline.problems import Place

CUBA = State(
    "CU",
    "CUB",
    (("en", "Cuba"), ("fr", "Cuba"), ("es", "Cuba"), ("ru", "Куба"), ("ar", "كوبا"), ("zh", "古巴")),
)
KINDS = {"h": Kind.HEADING, "p": Kind.PARAGRAPH, "f": Kind.FOOTNOTE, "q": Kind.QUOTATION}


def passages(*lines: str) -> list[Passage]:
    """h heading, p paragraph, f footnote, q quotation; anything else is the marker of a list item."""
    made = []
    for number, line in enumerate(lines, 1):
        mark, _, text = line.partition("|")
        kind = KINDS.get(mark, Kind.LIST_ITEM)
        marker = "" if mark in KINDS else mark
        level = 2 if mark.startswith("(") else int(kind in {Kind.HEADING, Kind.LIST_ITEM})
        made.append(Passage(kind, (Run(text),), Place(paragraph=number), level=level, marker=marker))
    return made


def found(language: str, *lines: str, state: State | None = CUBA) -> Findings:
    return find(passages(*lines), language, state)


def texts(language: str, *lines: str) -> list[str]:
    return [one.text for one in found(language, *lines).recommendations]


def aside(language: str, *lines: str) -> list[tuple[str, str]]:
    return [(one.reason.value, one.recommendation.text) for one in found(language, *lines).set_aside]


def asked(language: str, *lines: str) -> list[str]:
    return [one.text for one in found(language, *lines).questions]
