"""Footnotes and endnotes of an old Word file: where they are called, with which marks, and where they lie."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.doc.bytes import Plex
from pipeline.read.doc.fib import Head
from pipeline.read.doc.sections import Sections
from pipeline.read.numerals import figure
from pipeline.read.rtf.state import Letters
from pipeline.read.rtf.story import Note


@dataclass(slots=True)
class _Series:
    """The notes of one kind by the places of their calls; `made`: in the order of these."""

    kind: str
    calls: dict[int, Note] = field(default_factory=dict)
    parts: list[tuple[Note, int, int]] = field(default_factory=list)
    count: int = 0
    section: int = 0


class Notes:
    """Counts calls as they are met ([MS-DOC] 2.8.17, 2.8.18, 2.8.14, 2.8.15)."""

    def __init__(self, head: Head, sections: Sections) -> None:
        self._sections = sections
        self._series = [_series(head, "footnote"), _series(head, "endnote")]
        self._places = sorted({place for series in self._series for place in series.calls})

    def parts(self, kind: str) -> Iterator[tuple[Note, int, int]]:
        """The notes of a kind ("footnotes", "endnotes"), each with the places where it begins and ends."""
        return iter(next(series.parts for series in self._series if series.kind == kind))

    def next_call(self, place: int, stop: int) -> int:
        """The first place from `place` on at which a note is called; `stop` if there is none before that."""
        number = bisect_left(self._places, place)
        return min(self._places[number], stop) if number < len(self._places) else stop

    def call(self, place: int, letters: Letters, typed: str) -> Note | None:
        """The note that is called at `place`, with its mark; `typed`: the one that its author wrote.

        A call that is hidden or deleted is not counted.
        """
        for series in self._series:
            if (note := series.calls.get(place)) is not None:
                note.mark = typed or self._number(series, place, letters)
                return note
        return None

    def _number(self, series: _Series, place: int, letters: Letters) -> str:
        section = self._sections.number(place)
        rule = self._sections.rule(series.kind, section)
        if section != series.section and rule.by_section:
            series.count = 0
        series.section = section
        mark = figure(rule.start + series.count, rule.figures_name)
        series.count += not (letters.hidden or letters.deleted)
        return mark

    def take(self) -> list[Note]:
        """The footnotes, then the endnotes, whose calls were read, each once."""
        taken: list[Note] = []
        for series in self._series:
            taken += [note for note in series.calls.values() if note.shown]
            series.calls = {place: note for place, note in series.calls.items() if not note.shown}
        return taken


def _series(head: Head, kind: str) -> _Series:
    calls = Plex(head.table(f"{kind} calls"), 2)
    texts = Plex(head.table(f"{kind}s"), 0).places
    series = _Series(f"{kind}s")
    for number, place in enumerate(calls.places[: len(calls)]):
        if number + 1 < len(texts) and place not in series.calls:
            note = Note([])
            series.calls[place] = note
            series.parts.append((note, texts[number], texts[number + 1]))
    return series
