"""The notes of a statement: which call belongs to which note, and the links both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.models.passages import Kind, Passage


@dataclass(frozen=True, slots=True)
class NoteLinks:
    """`calls`: (passage, run) -> (anchor of the call, of its note). `notes`: passage -> (anchor, back)."""

    calls: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    notes: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def link_notes(passages: Sequence[Passage], prefix: str) -> NoteLinks:
    """Pair calls and notes that have the same mark, the first with the first.

    Marks may come again ("*" twice, a note "1" and an endnote "1"), calls may have no note and notes no call.
    """
    notes: dict[str, list[int]] = {}
    for index, passage in enumerate(passages):
        if passage.kind is Kind.FOOTNOTE:
            notes.setdefault(passage.note, []).append(index)
    anchors = {
        index: f"{prefix}-n{count}"
        for count, index in enumerate((i for i, p in enumerate(passages) if p.kind is Kind.FOOTNOTE), start=1)
    }
    calls: dict[tuple[int, int], tuple[str, str]] = {}
    backs: dict[int, str] = {}
    seen: dict[str, int] = {}
    for count, (place, mark) in enumerate(_calls(passages), start=1):
        targets = notes.get(mark, [])
        target = targets[min(seen.get(mark, 0), len(targets) - 1)] if targets else -1
        seen[mark] = seen.get(mark, 0) + 1
        calls[place] = (f"{prefix}-c{count}", anchors.get(target, ""))
        backs.setdefault(target, f"{prefix}-c{count}")
    return NoteLinks(calls, {index: (anchor, backs.get(index, "")) for index, anchor in anchors.items()})


def _calls(passages: Sequence[Passage]) -> Iterator[tuple[tuple[int, int], str]]:
    """Every call: its place as (passage, run), and its mark. Calls in the text come before calls in notes."""
    for in_notes in (False, True):
        for index, passage in enumerate(passages):
            if (passage.kind is Kind.FOOTNOTE) is in_notes:
                for number, run in enumerate(passage.runs):
                    if run.note:
                        yield (index, number), run.note
