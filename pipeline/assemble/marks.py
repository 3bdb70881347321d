"""A passage as runs of the Document: cut where a demand begins and ends, notes linked, no word touched."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.assemble.notes import NoteLinks
from pipeline.models.document import Inline, Inlines, Label
from pipeline.models.pack import Numbered
from pipeline.models.passages import Kind, Passage, Run


@dataclass(frozen=True, slots=True)
class Mark:
    """The stretch of a passage that is the demand `label`; `begins`: here is its first word."""

    start: int
    end: int
    label: Label
    begins: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How the passages of one statement are set: the marks in each of them, and its notes."""

    marks: Mapping[int, tuple[Mark, ...]] = field(default_factory=dict)
    notes: NoteLinks = field(default_factory=NoteLinks)


def marks_of(labelled: Iterable[tuple[Numbered, Label]]) -> dict[int, tuple[Mark, ...]]:
    """The marks by passage, in the order in which they stand."""
    found: dict[int, list[Mark]] = {}
    for row, label in labelled:
        for position, span in enumerate(sorted(row.item.spans)):
            mark = Mark(span.start, span.end, label, begins=position == 0)
            found.setdefault(span.passage, []).append(mark)
    return {index: tuple(sorted(marks, key=lambda m: (m.start, m.end))) for index, marks in found.items()}


def labels(index: int, setting: Setting) -> tuple[Label, ...]:
    """The numbers that stand beside passage `index`: those of the demands that begin in it."""
    return tuple(mark.label for mark in setting.marks.get(index, ()) if mark.begins)


def inlines(index: int, passage: Passage, setting: Setting) -> Inlines:
    """The words of a passage, each once and in order, its marker before them where no block shows it."""
    marks = setting.marks.get(index, ())
    made = [
        _inline(run, mark, setting.notes.calls.get((index, number)))
        for number, run, mark in _cut(passage.runs, marks)
    ]
    if passage.kind is Kind.FOOTNOTE:
        made = _anchored(made, marks)
    if passage.marker and passage.kind not in (Kind.LIST_ITEM, Kind.FOOTNOTE):
        made.insert(0, Inline(passage.marker + " "))
    return tuple(made)


def _cut(runs: Sequence[Run], marks: Sequence[Mark]) -> Iterator[tuple[int, Run, str]]:
    """(number of the run, piece of it, label it belongs to), cut at the borders of marks."""
    borders = sorted({border for mark in marks for border in (mark.start, mark.end)})
    offset = 0
    for number, run in enumerate(runs):
        end = offset + len(run.text)
        cuts = [offset, *(border for border in borders if offset < border < end), end]
        for start, stop in itertools.pairwise(cuts):
            piece = _piece(run, start - offset, stop - offset)
            if piece.text or piece.note:
                yield number, piece, _label_at(start, marks)
        offset = end


def _piece(run: Run, start: int, stop: int) -> Run:
    return Run(run.text[start:stop], run.bold, run.italic, run.underline, run.superscript, run.note)


def _label_at(position: int, marks: Sequence[Mark]) -> str:
    return next((mark.label.text for mark in marks if mark.start <= position < mark.end), "")


def _inline(run: Run, mark: str, call: tuple[str, str] | None) -> Inline:
    """Addresses of links are left out: they are no words of the statement, and lead who knows where."""
    if run.note:
        anchor, target = call or ("", "")
        return Inline(run.note, link=target, note=True, anchor=anchor, mark=mark)
    return Inline(run.text, run.bold, run.italic, run.underline, run.superscript, mark=mark)


def _anchored(made: list[Inline], marks: Sequence[Mark]) -> list[Inline]:
    """Notes have no margin: the demand's first words carry its anchor themselves."""
    waiting = {mark.label.text: mark.label.anchor for mark in marks if mark.begins}
    return [
        Inline(i.text, i.bold, i.italic, i.underline, i.superscript, mark=i.mark, anchor=waiting.pop(i.mark))
        if i.mark in waiting and not i.note
        else i
        for i in made
    ]
