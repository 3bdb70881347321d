"""Make a statement of what was gathered of an RTF or an old Word file: its text, its notes, its furniture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement
from pipeline.read.blocks import joined, without_mark
from pipeline.read.clean import dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.limits import damaged
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.story import Item, Note, Story
from pipeline.read.rtf.writer import ItemWriter, Tables, Where


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a file holds. `take_notes`: those whose calls were read since it was asked last."""

    body: Story
    take_notes: Callable[[], list[Note]]
    heads: Callable[[], list[Story]]
    tables: Tables
    noticed: Noticed


def statement_of(kind: FileKind, gathered: Gathered) -> RawStatement:
    """The statement. Raises Refused (FI03) for a damaged file of which nothing is left."""
    return _Writing(gathered).write(kind)


class _Writing:
    """The passages of one document."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._noticed = gathered.noticed
        self._out = Collector()
        self._noticed.at = self._out.number
        self._tables = gathered.tables
        self._page = Where(ground=gathered.tables.grounds.page)

    def write(self, kind: FileKind) -> RawStatement:
        """The body, its notes, its furniture, and the problems."""
        body = ItemWriter(self._out, self._tables, self._noticed)
        body.write(self._gathered.body.items, self._page)
        body.finish()
        self._notes()
        heads = self._gathered.heads()
        for story in heads:
            for passage in self._apart(story.items):
                self._out.set_aside(f"{passage.marker} {passage.text}")
        self._notes()
        for sign in (*(sign for story in heads for sign in story.signs), *self._noticed.signs):
            self._out.set_aside(sign)
        if self._noticed.damage and not self._out.passages:
            raise damaged(self._noticed.damage[0])
        if self._tables.numbering.dangling:
            self._noticed.damage.append("a list refers to a numbering that is not there")
        problems = (*self._noticed.problems(), *dropped_problems(self._out.dropped))
        return RawStatement(kind, self._out.numbered(), problems, tuple(self._out.furniture))

    def _notes(self) -> None:
        """The notes whose calls show; those that are called in notes follow them."""
        while notes := self._gathered.take_notes():
            for note in notes:
                runs = without_mark(joined(self._apart(note.items)), note.mark)
                self._out.add(Passage(Kind.FOOTNOTE, runs, note=note.mark))

    def _apart(self, items: list[Item]) -> list[Passage]:
        """The passages of a note or a running head, read for themselves and not into the text."""
        writer = ItemWriter(self._out, self._tables, self._noticed)

        def write() -> None:
            writer.write(items, self._page)
            writer.flush()

        return self._out.apart(write)
