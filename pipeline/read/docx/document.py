"""Read a Word file (.docx) into passages: the package is checked, its XML walked, nothing visible is lost."""

from __future__ import annotations

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement, Run
from pipeline.problems import Problem
from pipeline.read.blocks import joined, without_mark
from pipeline.read.clean import dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.docx.body import BodyReader, Where, section_references
from pipeline.read.docx.inline import InlineReader
from pipeline.read.docx.notes import Notes
from pipeline.read.docx.numbering import Numbering
from pipeline.read.docx.safety import (
    carried,
    impossible_pages,
    includes_files,
    refuse_doctypes,
    refuse_macro_kind,
)
from pipeline.read.docx.styles import Styles
from pipeline.read.docx.xml import Relation, child, name, parse, qualified, relations
from pipeline.read.limits import damaged
from pipeline.read.noticed import Noticed, without_struck
from pipeline.read.package import Package, open_package
from pipeline.read.xml import Element


def read_docx(data: bytes) -> RawStatement:
    """Read the DOCX `data`.

    Numbering stands as Word displays it; tracked changes are read as accepted (FI10), comments (FI11), hidden
    (FI12), blacked-out (FI21) and crossed-out words (FI30) are not read. Headers, footers, tables of contents
    and WordArt are furniture. Raises Refused for a file that is damaged, protected or over a limit.
    """
    package = open_package(data)
    refuse_doctypes(package)
    return without_struck(lambda noticed: _Document(package, noticed).read())


class _Document:
    """The parts of one file and what reading them gives."""

    def __init__(self, package: Package, noticed: Noticed) -> None:
        self._package = package
        self._main = _main_part(package)
        refuse_macro_kind(package, self._main)
        self._relations = relations(package, self._main)
        self._missing: list[str] = []
        self._out = Collector()
        self._noticed = noticed
        noticed.at = self._out.number
        self._root = parse(package.read(self._main), self._main)
        settings = self._part("settings")
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"))
        self._notes = Notes(self._part("footnotes"), self._part("endnotes"), settings)

    def _part(self, kind: str) -> Element | None:
        """The root of the part that the main document names as `kind`; None where there is none."""
        for relation in self._relations:
            if relation.kind == kind and not relation.external:
                if relation.target in self._package:
                    return parse(self._package.read(relation.target), relation.target)
                self._missing.append(f"its part {relation.target} is missing")
        return None

    def read(self) -> RawStatement:
        body = child(self._root, "w:body")
        if name(self._root) != "w:document" or body is None:
            raise damaged("it has no text body")
        reader = self._reader(self._relations)
        dark_page = Where(backed=child(self._root, "w:background") is not None)
        for every in self._root.iterfind(qualified("w:body")):  # damaged files have several
            reader.blocks(every, dark_page, self._noticed)
        reader.flush()
        self._read_diagrams()
        reader.finish()
        self._read_notes()
        self._read_furniture()
        return RawStatement(FileKind.DOCX, self._out.numbered(), self._problems(), tuple(self._out.furniture))

    def _reader(self, related: tuple[Relation, ...]) -> BodyReader:
        links = {relation.id: relation.target for relation in related if relation.external}
        inline = InlineReader(self._styles, links, self._notes, self._noticed)
        return BodyReader(self._out, inline, self._styles, self._numbering, self._notes)

    def _read_notes(self) -> None:
        """Footnotes, then endnotes: one passage each, its paragraphs parted by a line break."""
        for kind in ("footnotes", "endnotes"):
            related = self._related_of(kind)
            for call in self._notes.called(kind):
                paragraphs = self._apart(call.content, related)
                self._out.add(
                    Passage(Kind.FOOTNOTE, without_mark(joined(paragraphs), call.mark), note=call.mark)
                )

    def _related_of(self, kind: str) -> tuple[Relation, ...]:
        for relation in self._relations:
            if relation.kind == kind and not relation.external:
                return relations(self._package, relation.target)
        return ()

    def _apart(self, element: Element, related: tuple[Relation, ...]) -> list[Passage]:
        """The passages in `element`, read for themselves and not into the text."""
        reader = self._reader(related)

        def read() -> None:
            reader.blocks(element, Where(), self._noticed)
            reader.flush()

        return self._out.apart(read)

    def _read_furniture(self) -> None:
        """The words of headers, footers, WordArt and phonetic guides."""
        targets = {relation.id: relation.target for relation in self._relations if not relation.external}
        used = dict.fromkeys(targets[key] for key in section_references(self._root) if key in targets)
        for target in used:
            if target in self._package:
                root = parse(self._package.read(target), target)
                for passage in self._apart(root, relations(self._package, target)):
                    self._out.set_aside(f"{passage.marker} {passage.text}")
        for sign in self._noticed.signs:
            self._out.set_aside(sign)

    def _read_diagrams(self) -> None:
        """The words of SmartArt, which lie in parts of their own: paragraphs after the text."""
        for relation in self._relations:
            if relation.kind == "diagramData" and relation.target in self._package:
                root = parse(self._package.read(relation.target), relation.target)
                for paragraph in root.iter(qualified("a:p")):
                    words = "".join(text.text or "" for text in paragraph.iter(qualified("a:t")))
                    self._out.add(Passage(Kind.PARAGRAPH, self._out.runs([Run(words)])))

    def _problems(self) -> tuple[Problem, ...]:
        noticed = self._noticed
        if includes_files(self._root):
            noticed.outside.add("a command to include another file (XInclude)")
        noticed.comments = self._comments()
        noticed.pictures = self._pictures()
        noticed.damage += self._damage()
        # The settings may point to a template, which Word would fetch on opening.
        related = self._relations + relations(self._package, "") + self._related_of("settings")
        noticed.outside |= carried(self._package, related)
        return (*noticed.problems(), *dropped_problems(self._out.dropped))

    def _damage(self) -> list[str]:
        damage = list(self._missing)
        if self._numbering.dangling:
            damage.append("a list refers to a numbering that is not there")
        if impossible_pages(self._root):
            damage.append("a page has an impossible size")
        return damage

    def _comments(self) -> int:
        comments = self._part("comments")
        return 0 if comments is None else sum(1 for _ in comments.iterfind(qualified("w:comment")))

    def _pictures(self) -> int:
        return len({r.target for r in self._relations if r.kind == "image" and not r.external})


def _main_part(package: Package) -> str:
    """The name of the main document. Raises Refused (FI03) where it is missing, outside or one of two."""
    if "_rels/.rels" not in package:
        raise damaged("its part _rels/.rels is missing")
    mains = [relation for relation in relations(package, "") if relation.kind == "officeDocument"]
    inside = {relation.target for relation in mains if not relation.external}
    if len(inside) > 1:
        raise damaged("it has two main documents")
    if not inside:
        raise damaged("it has no main document inside")
    return inside.pop()
