"""An old Word file with its tables, asked for what is said of a letter or a paragraph at a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.read.doc.bytes import Plex, i32, u16
from pipeline.read.doc.drawings import drawings_of, symbol_fonts
from pipeline.read.doc.fib import Head
from pipeline.read.doc.letters import Character, Inks, LetterReader
from pipeline.read.doc.notes import Notes
from pipeline.read.doc.pages import Pages
from pipeline.read.doc.paragraphs import Formatted, ParagraphReader
from pipeline.read.doc.rows import RowReader
from pipeline.read.doc.sections import Sections
from pipeline.read.doc.styles import Styles
from pipeline.read.doc.text import Text
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.state import Setting
from pipeline.read.rtf.story import RowDraft


@dataclass(slots=True)
class Met:
    """What is met on the way beside words: pictures by where they lie, places outside of the file.

    `unset`: letters or paragraphs of which the file does not say how they are set.
    """

    noticed: Noticed = field(default_factory=Noticed)
    pictures: set[tuple[str, int]] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    unset: bool = False


class File:
    """One file. Raises what `Head` and `Text` raise."""

    def __init__(self, head: Head, noticed: Noticed | None = None) -> None:
        self.met = Met(noticed or Noticed())
        self.data = head.data
        self.text = Text(head)
        self.styles = Styles(head.table("styles"))
        self.inks = Inks()
        self.sections = Sections(head)
        self._section_ends = frozenset(self.sections.ends)
        self.notes = Notes(head, self.sections)
        self.drawings = drawings_of(head)
        self.symbol_fonts = symbol_fonts(head.table("fonts"))
        self._of_letters = Pages(head.main, head.table("letters"), paragraphs=False)
        self._of_paragraphs = Pages(head.main, head.table("paragraphs"), paragraphs=True)
        self._letters = LetterReader(self.styles, self.inks)
        self._paragraphs = ParagraphReader(self.styles, self.inks, head.data)
        self._rows = RowReader(self.styles, self.inks, self.noticed.damage)
        self._row_drafts: dict[tuple[bytes, ...], RowDraft] = {}

    @property
    def noticed(self) -> Noticed:
        """What is counted and not read."""
        return self.met.noticed

    @property
    def lacks_formats(self) -> bool:
        """Whether it does not say of every letter and paragraph that was met how it is set."""
        return self.met.unset or self.styles.missing

    def stretch(self, place: int, style: int) -> tuple[Character, int]:
        """How the letter at `place` is set, in a paragraph of `style`, and up to which place that holds."""
        piece = self.text.piece(place)
        if piece is None:
            return self._letters.character(style, b""), len(self.text)
        offset = piece.offset + (place - piece.begin) * piece.width
        found = self._of_letters.at(offset)
        self.met.unset |= not found.known
        until = place + -(-(found.end - offset) // piece.width)
        return self._letters.character(style, found.properties, piece.change), min(until, piece.end)

    def character(self, place: int, style: int) -> Character:
        """How the letter at `place` is set, in a paragraph of `style`; for marks, which show nothing."""
        unset = self.met.unset
        found, _ = self.stretch(place, style)
        self.met.unset = unset
        return found

    def formatted(self, mark: int) -> Formatted:
        """How the paragraph is set whose mark is at `mark`."""
        piece = self.text.piece(mark)
        if piece is None:
            return Formatted(Setting())
        found = self._of_paragraphs.at(self.text.offset(mark))
        self.met.unset |= not found.known
        return self._paragraphs.formatted(found.properties, piece.change)

    def ends_paragraph(self, place: int) -> bool:
        """Whether the page break at `place` ends a paragraph, as that of a section does."""
        piece = self.text.piece(place)
        offset = self.text.offset(place)
        if piece is None or place + 1 in self._section_ends:
            return True
        return self._of_paragraphs.at(offset).end == offset + piece.width

    def row(self, lists: Sequence[bytes]) -> RowDraft:
        """The row that a paragraph with these properties ends."""
        key = tuple(lists)
        if key not in self._row_drafts:
            self._row_drafts[key] = self._rows.row(key)
        return self._row_drafts[key]


def boxes_of(table: bytes) -> dict[int, tuple[int, int]]:
    """The text boxes by the numbers of their shapes: their first places, and those behind their last.

    [MS-DOC] 2.9.106: the last entry is none, nor is one that waits to be used again.
    """
    found: dict[int, tuple[int, int]] = {}
    stretches = list(Plex(table, 22).stretches())
    for begin, end, item in stretches[:-1]:
        if not u16(item, 8) & 1:
            found.setdefault(i32(item, 14), (begin, end))
    return found
