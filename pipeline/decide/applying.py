"""Entries applied to findings: each claims words of the statement, and no two may claim the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pipeline.decide.items import Item, Shelf, findings_of, items_of, length, of_kind, overlap
from pipeline.decide.locating import Located, Locator, Wanted
from pipeline.decide.making import made
from pipeline.decide.source import Source, Spans
from pipeline.models.corrections import Correction, Decided, Fit
from pipeline.models.findings import Findings, Span
from pipeline.models.passages import Passage
from pipeline.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one entry does: the words it is about, and the items that it makes of them."""

    correction: Correction
    spans: Spans
    items: tuple[Item, ...]
    reading: str = ""


def apply(passages: Sequence[Passage], findings: Findings, corrections: Sequence[Correction]) -> Decided:
    """See `decide.decide`."""
    applying = _Applying(Source(passages), items_of(findings))
    for correction in corrections:
        if correction.is_decided:
            applying.take(correction)
    items = applying.result()
    there = {item.spans for item in items}
    fits = tuple(applying.fit(correction, there) for correction in corrections)
    return Decided(findings_of(items), tuple(applying.problems), fits)


class _Applying:
    """The claims made so far on one statement, and the problems met."""

    def __init__(self, source: Source, items: Sequence[Item]) -> None:
        self.source = source
        self.items = items
        self.problems: list[Problem] = []
        self._locator = Locator(source, items)
        self._claims: dict[Correction, _Claim] = {}
        self._taken: Shelf[_Claim] = Shelf()

    def take(self, correction: Correction) -> None:
        """Add what `correction` claims, or the problem that keeps it from being applied."""
        claim = self._claim(correction)
        if claim is None:
            return
        for other in self._taken.at(_words(claim)):
            if _effect(claim) != _effect(other):
                place, first = correction.place, other.correction.place.line
                self.problems.append(problem("CO06", place, first=first))
                return
        self._claims[correction] = claim
        self._taken.add(_words(claim), claim)

    def result(self) -> list[Item]:
        """The items of all claims, each once, and what was found and is touched by none of them."""
        items: list[Item] = []
        taken: Shelf[Item] = Shelf()
        made_of = [item for claim in self._claims.values() for item in claim.items]
        for item in [*(i for i in made_of if i.kind != "rejected"), *made_of, *self.items]:
            if not taken.at(item.spans):
                items.append(item)
                taken.add(item.spans, item)
        return items

    def fit(self, correction: Correction, there: Collection[Spans]) -> Fit:
        """How `correction` fits, once all are applied; `there` is where the items of the result stand."""
        if not correction.is_decided:
            spans = self._locator.locate(_wanted(correction)).spans
            return Fit(correction, (spans,) if spans in there else (), lost=spans not in there)
        claim = self._claims.get(correction)
        if claim is None:
            return Fit(correction, lost=True)
        made_of = tuple(item.spans for item in claim.items if item.spans in there)
        return Fit(correction, made_of, claim.reading)

    def _claim(self, correction: Correction) -> _Claim | None:
        found = self._located(_wanted(correction))
        if not found.spans:
            return None
        reading = "" if found.exact else self.source.text(found.spans)
        if correction.becomes == "rejected":
            items = [i for i in self._locator.items.at(found.spans) if _is_mostly(i.spans, found.spans)]
            return _Claim(correction, found.spans, tuple(_rejected(item) for item in items), reading)
        limits = self._limits(correction, found.spans)
        if limits is None:
            return None
        items = [made(correction, self.source, spans, self._base(spans, found.spans)) for spans in limits]
        return _Claim(correction, found.spans, tuple(items), reading)

    def _limits(self, correction: Correction, spans: Spans) -> list[Spans] | None:
        """The spans of each item that `correction` makes; None where a quote has no place."""
        if correction.parts:
            key = "limits" if len(correction.parts) == 1 else "parts"
            wanted = [Wanted(quote, key, near=spans, snap=False) for quote in correction.parts]
            parts = [self._located(one).spans for one in wanted]
            return parts if all(parts) and self._are_apart(correction, parts) else None
        others = [self._located(Wanted(quote, "join")).spans for quote in correction.joined]
        return [_joined([spans, *others])] if all(others) else None

    def _are_apart(self, correction: Correction, parts: Sequence[Spans]) -> bool:
        for at, part in enumerate(parts):
            for before in range(at):
                if overlap(part, parts[before]):
                    first = correction.parts[before].place.line
                    self.problems.append(problem("CO06", correction.parts[at].place, first=first))
                    return False
        return True

    def _located(self, wanted: Wanted) -> Located:
        found = self._locator.locate(wanted)
        if found.problem:
            self.problems.append(found.problem)
        return found

    def _base(self, spans: Spans, about: Spans) -> Item | None:
        """What was found where the new item stands: the item that has most of its words."""
        for place in (spans, about):
            if near := self._locator.items.at(place):
                return max(near, key=lambda item: overlap(item.spans, place))
        return None


def _wanted(correction: Correction) -> Wanted:
    key = "missed" if correction.missed else correction.kind
    return Wanted(correction.quote, key, correction.paragraph, snap=not correction.missed)


def _rejected(item: Item) -> Item:
    return of_kind(Item(item.kind, replace(item.body, decided="changed")), "rejected")


def _is_mostly(item: Spans, quoted: Spans) -> bool:
    """Whether two stretches have at least half of one of them in common."""
    return 2 * overlap(item, quoted) >= min(length(item), length(quoted)) > 0


def _words(claim: _Claim) -> Spans:
    """What a claim takes: the words of its items; for a rejection also the words that were quoted."""
    made_of = tuple(span for item in claim.items for span in item.spans)
    return (*claim.spans, *made_of) if claim.correction.becomes == "rejected" else made_of


def _effect(claim: _Claim) -> tuple[object, ...]:
    return tuple((item.kind, item.spans, item.body.suggested) for item in claim.items)


def _joined(groups: Sequence[Spans]) -> Spans:
    """One group of spans: within a passage from the first word to the last, for words stay as they are."""
    limits: dict[int, tuple[int, int]] = {}
    for span in sorted(span for spans in groups for span in spans):
        start, end = limits.get(span.passage, (span.start, span.end))
        limits[span.passage] = (min(start, span.start), max(end, span.end))
    return tuple(Span(passage, start, end) for passage, (start, end) in limits.items())
