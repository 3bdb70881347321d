"""The one function of this stage: passages in, Findings out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.acts import Voice
from pipeline.extract.addressee import names
from pipeline.extract.demands import Reader
from pipeline.extract.grammar import grammar
from pipeline.extract.walk import Hit, Walk
from pipeline.models.findings import (
    Addressee,
    Findings,
    Question,
    Recommendation,
    SetAside,
    SetAsideReason,
    Span,
)
from pipeline.models.passages import Passage
from pipeline.models.states import State


def find(passages: Sequence[Passage], language: str, state: State | None) -> Findings:
    """What `passages` recommend and ask, verbatim and with its place; see `docs/extraction.md`.

    `language` is an ISO 639-1 code; `state` is the State under Review, None if it is not known (then no other
    country is told from it). Pure; never raises on any text.
    """
    rules = grammar(language)
    walk = Walk(passages, Reader(rules, names(state, rules.language)))
    walk.run()
    taken: list[Span] = []
    made: list[Recommendation] = []
    aside: list[SetAside] = []
    for hit in sorted(walk.hits, key=lambda hit: hit.spans[0]):
        if not _free(hit, taken):
            continue
        recommendation = _recommendation(hit, passages)
        if hit.voice is Voice.REPORTED:
            aside.append(SetAside(recommendation, SetAsideReason.REPORTED))
        elif hit.addressee not in {Addressee.SUR, Addressee.UNKNOWN}:
            aside.append(SetAside(recommendation, SetAsideReason.ADDRESSEE))
        else:
            made.append(recommendation)
    asked = [_question(hit, passages) for hit in walk.questions if _free(hit, taken)]
    return Findings(tuple(made), tuple(asked), tuple(aside))


def _free(hit: Hit, taken: list[Span]) -> bool:
    """Whether none of its words is in something already taken; if so they are taken now."""
    for span in hit.spans:
        if span.end <= span.start:
            return False
        for other in taken:
            if other.passage == span.passage and span.start < other.end and other.start < span.end:
                return False
    taken.extend(hit.spans)
    return True


def _text(hit: Hit, passages: Sequence[Passage]) -> str:
    return "\n".join(passages[span.passage].text[span.start : span.end] for span in hit.spans)


def _recommendation(hit: Hit, passages: Sequence[Passage]) -> Recommendation:
    place = passages[hit.spans[0].passage].place
    text = _text(hit, passages)
    return Recommendation(text, hit.spans, place, hit.stem, hit.addressee, hit.words, hit.why)


def _question(hit: Hit, passages: Sequence[Passage]) -> Question:
    place = passages[hit.spans[0].passage].place
    return Question(_text(hit, passages), hit.spans, place, hit.stem, hit.why)
