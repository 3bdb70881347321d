"""Footnotes as footnotes: which notes of the Document Word can carry, and the part that holds them.

Word numbers notes itself; the marks of the authors are kept by `customMarkFollows` (ECMA-376 Part 1,
17.11.14).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.models.document import Document, Inline, Note, Notes
from pipeline.render.docx.xml import Element, serialised, w
from pipeline.render.headings import nouns

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
"""The two lines that Word wants in every part of footnotes, with their numbers."""


def callable_notes(document: Document) -> Mapping[str, int]:
    """For the anchor of each call in the text its footnote's number in the file, from 1.

    A note that nothing calls, or that only another note calls, is none: Word has no place for it at the foot
    of a page. It stays where the Document has it, at the end of its statement.
    """
    called = {inline.anchor for inline in _calls(document.parts)}
    backs = (note.back for note in _notes(document) if note.back in called)
    return {back: number for number, back in enumerate(dict.fromkeys(backs), start=1)}


def _notes(document: Document) -> Iterator[Note]:
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Notes):
                yield from block.items


def _calls(value: Any) -> Iterator[Inline]:
    """The note calls in a tree of the Document's nouns, but for those inside notes."""
    for each in nouns(value, (Notes,)):
        if isinstance(each, Inline) and each.note and each.anchor:
            yield each


def grouped(block: Notes, numbers: Mapping[str, int]) -> Iterator[tuple[int, list[Note]]]:
    """The notes of a statement by footnote: its number, 0 for none, and its paragraphs.

    A note without mark and call goes on with the one before it.
    """
    number, members = 0, list[Note]()
    for note in block.items:
        continues = bool(members) and not note.mark and not note.back
        if not continues:
            if members:
                yield number, members
            number, members = numbers.get(note.back, 0), []
        members.append(note)
    if members:
        yield number, members


def footnotes_part(package: Package) -> Part:
    """The part, still without its content; what links outside in a footnote belongs to it."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI("/word/footnotes.xml"), CONTENT, b"", package)


def footnotes(made: Mapping[int, Iterable[Element]]) -> bytes:
    """The content of the part: the separators, then every footnote under its number."""
    root = w("footnotes")
    for number, kind in SEPARATORS:
        line = w("p", w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto")), w("r", w(kind)))
        root.append(w("footnote", line, type=kind, id=number))
    for number in sorted(made):
        root.append(w("footnote", *made[number], id=number))
    return serialised(root)
