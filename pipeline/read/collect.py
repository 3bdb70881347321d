"""Gather passages in reading order: number them, and refuse more of them than any statement has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place
from pipeline.read.clean import clean, tidy
from pipeline.read.limits import MAX_CELLS, MAX_PASSAGES, too_much


class Collector:
    """What a reader writes into. `dropped` counts the characters that could not be shown."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.notes: list[Passage] = []
        self.furniture: list[str] = []
        self._aside: set[str] = set()
        self.dropped: Counter[str] = Counter()
        self._cells = 0
        self._apart = False

    def runs(self, runs: Iterable[Run]) -> tuple[Run, ...]:
        """`runs` cleaned and tidied."""
        return tidy(
            run if run.note else replace(run, text=text)
            for run, text in ((run, clean(run.text, self.dropped)) for run in runs)
        )

    def add(self, passage: Passage) -> None:
        """Take `passage` (its runs already tidy) unless it has no words."""
        if not any(run.text or run.note for run in passage.runs):
            return
        if passage.kind is Kind.FOOTNOTE:
            self.notes.append(passage)
            return
        if len(self.passages) >= MAX_PASSAGES:
            raise too_much(f"it has more than {MAX_PASSAGES} paragraphs")
        self.passages.append(passage)

    def apart(self, read: Callable[[], None]) -> list[Passage]:
        """The passages that `read` writes, for a note or a running head and not for the text."""
        kept, self.passages = self.passages, []
        inner, self._apart = self._apart, True
        read()
        found, self.passages = self.passages, kept
        self._apart = inner
        return found

    def number(self) -> int:
        """The number of the paragraph that is being read; 0 in a note or a running head."""
        return 0 if self._apart else len(self.passages) + 1

    def count_cell(self) -> None:
        """Count a cell of a table. Raises Refused (FI04) for more of them than any statement has."""
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise too_much(f"its tables have more than {MAX_CELLS} cells")

    def set_aside(self, text: str) -> None:
        """Keep a running head, a footer or a table of contents for information, each once."""
        line = " ".join(clean(text, self.dropped).split())
        if line and line not in self._aside:
            self._aside.add(line)
            self.furniture.append(line)

    def numbered(self) -> tuple[Passage, ...]:
        """All passages with their paragraph numbers, then the footnotes, which have none."""
        return tuple(
            replace(passage, place=Place(paragraph=number)) for number, passage in enumerate(self.passages, 1)
        ) + tuple(self.notes)
