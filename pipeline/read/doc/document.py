"""Read an old Word file (.doc) into passages: nothing visible is lost, nothing else is read."""

from __future__ import annotations

from itertools import accumulate, pairwise

from pipeline.models.passages import FileKind, RawStatement
from pipeline.read.doc.bytes import Plex
from pipeline.read.doc.carried import carried
from pipeline.read.doc.container import Container
from pipeline.read.doc.drawings import anchors
from pipeline.read.doc.fib import Head
from pipeline.read.doc.file import File, boxes_of
from pipeline.read.doc.lists import numbering_of
from pipeline.read.doc.story import StoryReader
from pipeline.read.noticed import Noticed, without_struck
from pipeline.read.rtf.grounds import Grounds
from pipeline.read.rtf.lists import ListTables
from pipeline.read.rtf.state import Letters, Setting, Shape
from pipeline.read.rtf.story import Box, Item, Paragraph, Part, Story
from pipeline.read.rtf.writer import Tables
from pipeline.read.rtf.writing import Gathered, statement_of

_COMMENT = 30  # bytes of what is said of one ([MS-DOC] 2.9.5)
_SEPARATORS = 6  # [MS-DOC] 2.3.3: parts of the heads that belong to notes
_CUT = "some of its text is missing"
_UNSET = "how some of its letters are set is not known, so that hidden words may be among those read"


def read_doc(data: bytes) -> RawStatement:
    """Read the DOC `data`, of Word 97 to 2003 ([MS-DOC]).

    Numbering stands as Word displays it; tracked changes are read as accepted (FI10), comments (FI11), hidden
    (FI12), blacked-out (FI21) and crossed-out words (FI30) are not read. Headers, footers, tables of contents
    and WordArt are furniture. Raises Refused for a file that is older, damaged, protected or over a limit.
    """
    container = Container(data)
    head = Head(container)
    return without_struck(lambda noticed: _Document(container, head, noticed).read())


class _Document:
    """The parts of one file, read in the order in which a reader meets them."""

    def __init__(self, container: Container, head: Head, noticed: Noticed) -> None:
        self._container = container
        self._head = head
        self._file = file = File(head, noticed)
        lengths = head.lengths()
        begins = accumulate(lengths.values(), initial=0)
        self._parts = dict(zip(lengths, pairwise(begins), strict=True))
        self._grounds = Grounds()
        self._grounds.drawings = [drawing.shape for drawing in file.drawings.values() if not drawing.behind]
        if any(drawing.colours_pages for drawing in file.drawings.values()):
            # Whether it shows depends on how the file is looked at: nobody tells what letters stand on.
            self._grounds.background = Shape(fill={"fillColor": ""})
            self._grounds.shows_background = True
        self._grounds.pictured = any(drawing.picture for drawing in file.drawings.values())

    def read(self) -> RawStatement:
        """The statement."""
        file, noticed = self._file, self._file.noticed
        self._read_notes()
        body = self._body()
        heads = self._heads()
        noticed.comments = len(Plex(self._head.table("comments"), _COMMENT))
        noticed.pictures = len(file.met.pictures)
        noticed.outside |= carried(self._container, self._head, file.met.links)
        if file.text.missing:
            noticed.damage.append(_CUT)
        if file.lacks_formats:
            noticed.damage.append(_UNSET)
        tables = Tables(
            file.styles.sheet,
            file.inks.colours,
            ListTables(),
            numbering_of(self._head, noticed.damage),
            self._grounds,
        )
        return statement_of(FileKind.DOC, Gathered(body, file.notes.take, lambda: heads, tables, noticed))

    def _body(self) -> Story:
        """The main text with its text boxes; one that hangs on no letter follows all others."""
        begin, end = self._parts["text"]
        boxes = self._boxes("boxes", Part.BOX)
        reader = StoryReader(self._file, Part.BODY, begin, anchors(self._head.table("shapes")), boxes)
        story = reader.read(begin, end)
        if boxes:
            drawn = self._file.drawings
            lonely = [
                Box(items, Letters(), drawn[number].shape if number in drawn else Shape())
                for number, items in boxes.items()
            ]
            story.items.append(Paragraph([], Setting(), [], lonely))
        return story

    def _boxes(self, name: str, part: Part) -> dict[int, list[Item]]:
        """What is in the text boxes, by the numbers of their shapes."""
        first, last = self._parts[name]
        found: dict[int, list[Item]] = {}
        for number, (begin, end) in boxes_of(self._head.table(name)).items():
            reader = StoryReader(self._file, part, first, {}, {})
            items = reader.read(first + begin, min(first + end, last)).items
            if items:
                found[number] = items
        return found

    def _read_notes(self) -> None:
        for kind in ("footnotes", "endnotes"):
            first, last = self._parts[kind]
            for note, begin, end in self._file.notes.parts(kind):
                reader = StoryReader(self._file, Part.NOTE, first, {}, {})
                note.items = reader.read(first + begin, min(first + end, last)).items

    def _heads(self) -> list[Story]:
        """The headers and footers of all sections ([MS-DOC] 2.8.16, "Plcfhdd")."""
        first, last = self._parts["heads"]
        places = Plex(self._head.table("heads"), 0).places
        shapes = anchors(self._head.table("shapes in heads"))
        boxes = self._boxes("boxes in heads", Part.FURNITURE)
        found: list[Story] = []
        for begin, end in pairwise(places[_SEPARATORS:]):
            if end > begin:
                reader = StoryReader(self._file, Part.FURNITURE, first, shapes, boxes)
                found.append(reader.read(first + begin, min(first + end, last)))
        return found
