"""Findings as one list of items of any kind, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from pipeline.models.corrections import ItemKind
from pipeline.models.findings import (
    Addressee,
    Findings,
    Question,
    Recommendation,
    SetAside,
    SetAsideReason,
    Span,
)

T = TypeVar("T")
Kind = Literal[ItemKind, "rejected"]
_REASONS: dict[Kind, SetAsideReason] = {
    "reported": SetAsideReason.REPORTED,
    "others": SetAsideReason.ADDRESSEE,
    "rejected": SetAsideReason.REJECTED,
}
_KINDS: dict[SetAsideReason, Kind] = {reason: kind for kind, reason in _REASONS.items()}
_OURS = frozenset({Addressee.SUR, Addressee.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Item:
    """One finding; `body` is a question's too, so that nothing is lost when its kind changes."""

    kind: Kind
    body: Recommendation

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands."""
        return self.body.spans


def items_of(findings: Findings) -> list[Item]:
    """All findings of a statement in reading order."""
    items = [Item("recommendation", found) for found in findings.recommendations]
    items += [Item("question", _of_question(found)) for found in findings.questions]
    items += [Item(_KINDS[aside.reason], aside.recommendation) for aside in findings.set_aside]
    items += [Item("doubtful", found) for found in findings.doubtful]
    return sorted(items, key=lambda item: item.spans)


def findings_of(items: Iterable[Item]) -> Findings:
    """The items as findings, each group in reading order."""
    ordered = sorted(items, key=lambda item: item.spans)
    return Findings(
        tuple(item.body for item in ordered if item.kind == "recommendation"),
        tuple(_as_question(item.body) for item in ordered if item.kind == "question"),
        tuple(SetAside(item.body, _REASONS[item.kind]) for item in ordered if item.kind in _REASONS),
        tuple(item.body for item in ordered if item.kind == "doubtful"),
    )


def of_kind(item: Item, kind: Kind) -> Item:
    """`item` as another kind: one that becomes the State's, or somebody else's, is addressed so."""
    if kind == item.kind:
        return item
    body = item.body
    if kind in ("recommendation", "question") and body.addressee not in _OURS:
        body = replace(body, addressee=Addressee.SUR, addressee_words="")
    if kind == "others" and body.addressee in _OURS:
        body = replace(body, addressee=Addressee.OTHER, addressee_words="")
    return Item(kind, body)


def _of_question(found: Question) -> Recommendation:
    return Recommendation(
        found.text, found.spans, found.place, found.stem, why=found.why, decided=found.decided
    )


def _as_question(found: Recommendation) -> Question:
    return Question(found.text, found.spans, found.place, found.stem, found.why, found.decided)


def overlap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two groups of spans have in common."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one
        for b in other
        if a.passage == b.passage
    )


def length(spans: Sequence[Span]) -> int:
    """How many characters `spans` have."""
    return sum(span.end - span.start for span in spans)


class Shelf(Generic[T]):
    """Things by the words they stand at: which share words with a stretch, in the order of adding."""

    def __init__(self, things: Iterable[tuple[Sequence[Span], T]] = ()) -> None:
        self._by_passage: dict[int, list[tuple[int, Span, T]]] = {}
        self._count = 0
        for spans, thing in things:
            self.add(spans, thing)

    def add(self, spans: Sequence[Span], thing: T) -> None:
        """Put `thing` at `spans`."""
        for span in spans:
            self._by_passage.setdefault(span.passage, []).append((self._count, span, thing))
        self._count += 1

    def at(self, spans: Sequence[Span]) -> list[T]:
        """Everything that has a character in common with `spans`."""
        found = {
            number: thing
            for wanted in spans
            for number, span, thing in self._by_passage.get(wanted.passage, ())
            if span.start < wanted.end and wanted.start < span.end
        }
        return [found[number] for number in sorted(found)]
