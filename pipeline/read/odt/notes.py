"""Footnotes and endnotes of an OpenDocument text: their marks, and their bodies until they are read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.read.clean import clean
from pipeline.read.numerals import figure
from pipeline.read.odt.xml import child, get
from pipeline.read.xml import Element

KINDS = ("footnote", "endnote")
_FIGURES = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Call:
    """A note where it is called: its kind, its mark as displayed and its body."""

    kind: str
    mark: str
    body: Element | None


class Notes:
    """Marks notes in the order of their calls and keeps those whose calls are read."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(KINDS, 0)
        self._kept: list[Call] = []

    def call(self, note: Element) -> Call:
        """The call that the text:note is.

        Its mark stands in text:note-citation (ODF 1.3, part 3), as the program displayed it last;
        where that is empty, notes are counted.
        """
        kind = "endnote" if get(note, "text:note-class") == "endnote" else "footnote"
        citation = child(note, "text:note-citation")
        words = "" if citation is None else "".join(map(str, citation.itertext()))
        mark = " ".join(clean(words or get(citation, "text:label")).split())
        self._counts[kind] += 1
        return Call(kind, mark or figure(self._counts[kind], _FIGURES[kind]), child(note, "text:note-body"))

    def keep(self, calls: list[Call]) -> None:
        """Notes whose calls are read: they will be, too."""
        self._kept += calls

    @property
    def waiting(self) -> bool:
        """Whether there are notes that were not taken."""
        return bool(self._kept)

    def take(self, kind: str) -> list[Call]:
        """The notes of a kind that were kept since they were last taken."""
        taken = [call for call in self._kept if call.kind == kind]
        self._kept = [call for call in self._kept if call.kind != kind]
        return taken
