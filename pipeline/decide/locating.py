"""Which words of the statement an entry means: its quote exactly, or nearly, or not to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.decide.items import Item, Shelf, overlap
from pipeline.decide.nearly import LEAST_SHARED, Word, nearest, shared, words_of, words_of_all
from pipeline.decide.source import Source, Spans
from pipeline.decide.squeeze import core
from pipeline.models.corrections import Quote
from pipeline.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote that is looked for: the `key` it stands under, and what is known of its place.

    `paragraph`: its number, 0 if not told. `near`: it must have words in common with these spans, if there
    are any. `snap`: limits are those of an item with the same words, and items go before other places.
    """

    quote: Quote
    key: str
    paragraph: int = 0
    near: Spans = ()
    snap: bool = True


@dataclass(frozen=True, slots=True)
class Located:
    """Where it stands, () if that cannot be told; `exact` unless in other words; `problem` says which."""

    spans: Spans = ()
    exact: bool = True
    problem: Problem | None = None


class Locator:
    """Looks quotes up in one statement with what was found in it."""

    def __init__(self, source: Source, items: Sequence[Item]) -> None:
        self.source = source
        self.items = Shelf((item.spans, item) for item in items)
        self._words: list[Word] = []
        self._known: dict[str, list[Spans]] = {}
        for item in items:
            self._known.setdefault(core(item.body.text), []).append(item.spans)

    def locate(self, wanted: Wanted) -> Located:
        """The one place that `wanted` means."""
        places = self._places(wanted)
        if not places:
            return self._nearly(wanted)
        if wanted.near:
            places = [spans for spans in places if overlap(spans, wanted.near)]
            if not places:
                return Located(problem=problem("CO08", wanted.quote.place, key=wanted.key))
        if wanted.paragraph and len(places) > 1:
            there = [spans for spans in places if self.source.paragraph(spans) == wanted.paragraph]
            places = there or places
        # only now: a paragraph that staff named counts more than an accent or a capital
        letters = [spans for spans in places if self.source.has_letters(spans, wanted.quote.words)]
        places = letters or places
        # the same words twice in one paragraph are the same to every reader; the first stand for both
        paragraphs = list(dict.fromkeys(map(self.source.paragraph, places)))
        if len(paragraphs) == 1:
            return Located(places[0])
        shown = ", ".join(str(number or "in a footnote") for number in paragraphs)
        values = {"key": wanted.key, "count": len(places), "paragraphs": shown}
        return Located(problem=problem("CO05", wanted.quote.place, **values))

    def _places(self, wanted: Wanted) -> list[Spans]:
        """Everywhere that the words stand; where some of these are items, only those."""
        places = self.source.occurrences(wanted.quote.words)
        if not wanted.snap:
            return places
        known = self._known.get(core(wanted.quote.words), [])
        others = [spans for spans in places if not any(overlap(spans, k) for k in known)]
        inside = [spans for spans in others if self.items.at(spans)]
        told = [s for s in others if wanted.paragraph and self.source.paragraph(s) == wanted.paragraph]
        return [*known, *told] or inside or others

    def _nearly(self, wanted: Wanted) -> Located:
        """The place that has clearly the most words of the quote; limits of an item with these words win."""
        if not self._words:
            self._words = words_of_all(self.source.passages)
        spans = nearest(wanted.quote.words, self._words, self.source.passages)
        if not spans or (wanted.near and not overlap(spans, wanted.near)):
            return Located(problem=problem("CO03", wanted.quote.place, key=wanted.key))
        if wanted.snap:
            spans = self._item_like(wanted.quote.words, spans) or spans
        values = {"key": wanted.key, "paragraph": self.source.paragraph(spans)}
        return Located(spans, False, problem("CO04", wanted.quote.place, **values))

    def _item_like(self, words: str, spans: Spans) -> Spans:
        quoted = [word.text for word in words_of(words)]
        scored = [
            (shared(quoted, [word.text for word in words_of(item.body.text)]), item.spans)
            for item in self.items.at(spans)
        ]
        score, found = max(scored, key=lambda pair: pair[0], default=(0.0, ()))
        return found if score >= LEAST_SHARED else ()
