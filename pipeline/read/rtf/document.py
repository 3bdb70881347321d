"""Read a rich text file (.rtf) into passages: nothing visible is lost, nothing else is read."""

from __future__ import annotations

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement
from pipeline.read.blocks import joined, without_mark
from pipeline.read.clean import dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.limits import damaged
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.groups import Document
from pipeline.read.rtf.reader import Reader
from pipeline.read.rtf.story import Item
from pipeline.read.rtf.writer import ItemWriter, Tables, Where


def read_rtf(data: bytes) -> RawStatement:
    """Read the RTF `data` (Rich Text Format Specification 1.9.1, Microsoft 2008).

    Markers of lists stand as the program that wrote the file displayed them; tracked changes are read as
    accepted (FI10), comments (FI11), hidden (FI12) and blacked-out words (FI21) are not read; headers,
    footers and tables of contents are furniture. A file that was cut off is read as far as it goes (FI17).
    Raises Refused for a file that is over a limit or has nothing left that could be read.
    """
    document = Reader(data).read()
    document.noticed.damage = list(dict.fromkeys(document.noticed.damage))
    return _Writing(document).write()


class _Writing:
    """The passages of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._noticed: Noticed = document.noticed
        self._out = Collector()
        numbering = document.lists.numbering()
        self._tables = Tables(document.styles, document.colours, document.lists, numbering, document.grounds)
        self._page = Where(ground=document.grounds.page)

    def write(self) -> RawStatement:
        """The body, its notes, its furniture, and the problems."""
        body = ItemWriter(self._out, self._tables, self._noticed)
        body.write(self._document.body.items, self._page)
        body.finish()
        self._notes()
        heads = self._document.heads.shown()
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
        return RawStatement(FileKind.RTF, self._out.numbered(), problems, tuple(self._out.furniture))

    def _notes(self) -> None:
        """The notes whose calls show; those that are called in notes follow them."""
        while notes := self._document.notes.take():
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
