"""Read an OpenDocument text (.odt, .ott) into passages: nothing visible is lost, nothing else is followed."""

from __future__ import annotations

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement
from pipeline.problems import Problem, problem
from pipeline.read.blocks import joined, without_mark
from pipeline.read.clean import dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.docx.safety import includes_files
from pipeline.read.limits import damaged
from pipeline.read.noticed import Noticed, without_struck
from pipeline.read.odt.body import BodyReader, Where
from pipeline.read.odt.inline import InlineReader
from pipeline.read.odt.lists import Lists
from pipeline.read.odt.notes import KINDS, Notes
from pipeline.read.odt.pages import Pages
from pipeline.read.odt.safety import (
    carried,
    changes,
    comments,
    deletions,
    form_fields,
    pictures,
    refuse_encrypted,
)
from pipeline.read.odt.shapes import Shapes
from pipeline.read.odt.styles import Styles
from pipeline.read.odt.xml import child, name, qualified
from pipeline.read.package import Package, open_package
from pipeline.read.xml import Element, parsed

_CONTENT, _STYLES = "content.xml", "styles.xml"


def read_odt(data: bytes) -> RawStatement:
    """Read the OpenDocument text `data` (ODF 1.2 and 1.3; what LibreOffice adds as far as it shows).

    Numbering stands as LibreOffice displays it; tracked changes are read as accepted (FI10), comments (FI11),
    hidden (FI12), blacked-out (FI21) and crossed-out words (FI30) are not read. Headers, footers, indexes,
    WordArt and readings above words are furniture. Raises Refused for a file that is damaged, encrypted or
    over a limit.
    """
    package = open_package(data)
    refuse_encrypted(package)
    return without_struck(lambda noticed: _Document(package, noticed).read())


class _Document:
    """The parts of one file and what reading them gives."""

    def __init__(self, package: Package, noticed: Noticed) -> None:
        self._package = package
        self._out = Collector()
        self._noticed = noticed
        noticed.at = self._out.number
        self._notes = Notes()
        self._content = parsed(package.read(_CONTENT), _CONTENT)
        self._styles = parsed(package.read(_STYLES), _STYLES) if _STYLES in package else None
        self._texts = list(self._content.iterfind(f"{qualified('office:body')}/{qualified('office:text')}"))
        if name(self._content) != "office:document-content" or not self._texts:
            raise damaged("it has no text body")
        self._pages = Pages(self._styles, self._content)

    def read(self) -> RawStatement:
        reader, lists = self._reader(self._content)
        for text in self._texts:  # damaged files have several
            reader.blocks(text, Where(ground=self._pages.ground))
        reader.finish()
        self._read_notes(reader)
        self._read_furniture()
        if lists.dangling:
            self._noticed.damage.append("a list refers to a numbering that is not there")
        return RawStatement(FileKind.ODT, self._out.numbered(), self._problems(), tuple(self._out.furniture))

    def _reader(self, part: Element) -> tuple[BodyReader, Lists]:
        """A reader of `part` with the styles that it sees: the common ones and its own."""
        common = child(self._styles, "office:styles")
        automatic = child(part, "office:automatic-styles")
        lists = Lists(common, automatic)
        styles = Styles(common, automatic)
        deleted = deletions(part)
        inline = InlineReader(styles, self._notes, self._noticed, deleted)
        shapes = Shapes(styles, (self._content, *self._all_styles()), self._pages.ground)
        return BodyReader(self._out, inline, styles, lists, shapes), lists

    def _read_notes(self, reader: BodyReader) -> None:
        """Footnotes, then endnotes: one passage each, its paragraphs parted by a line break.

        Notes that are called in notes follow those.
        """
        while self._notes.waiting:
            for call in (call for kind in KINDS for call in self._notes.take(kind)):
                if call.body is not None:
                    runs = without_mark(joined(self._apart(reader, call.body, self._pages.ground)), call.mark)
                    self._out.add(Passage(Kind.FOOTNOTE, runs, note=call.mark))

    def _apart(self, reader: BodyReader, element: Element, ground: str) -> list[Passage]:
        """The passages in `element` on its `ground`, read for themselves and not into the text."""
        return self._out.apart(lambda: reader.blocks(element, Where(ground=ground)))

    def _read_furniture(self) -> None:
        """The words of headers, footers, WordArt and phonetic guides."""
        if self._styles is not None:
            reader, _ = self._reader(self._styles)
            for element, ground in self._pages.running():
                for passage in self._apart(reader, element, ground):
                    self._out.set_aside(f"{passage.marker} {passage.text}")
        for sign in self._noticed.signs:
            self._out.set_aside(sign)

    def _problems(self) -> tuple[Problem, ...]:
        noticed = self._noticed
        noticed.outside |= carried(self._package, (self._content, *self._all_styles()))
        if any(includes_files(text) for text in self._texts):
            noticed.outside.add("a command to include another file (XInclude)")
        fields = 0
        for text in self._texts:
            noticed.insertions += changes(text, "text:insertion")
            noticed.deletions += changes(text, "text:deletion")
            noticed.comments += comments(text)
            noticed.pictures += pictures(text)
            fields += form_fields(text)
        found = (problem("FI25", fields=fields),) if fields else ()
        return (*noticed.problems(), *found, *dropped_problems(self._out.dropped))

    def _all_styles(self) -> tuple[Element, ...]:
        return () if self._styles is None else (self._styles,)
