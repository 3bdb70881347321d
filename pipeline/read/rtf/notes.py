"""Footnotes and endnotes of an RTF: with which marks they are called, and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.read.docx.numbering import figure
from pipeline.read.rtf.state import Letters
from pipeline.read.rtf.story import Item, Paragraph, Piece, Story
from pipeline.read.rtf.words import NOTE_FIGURES

AUTOMATIC = "\0"
"""The mark of a piece that \\chftn made: its number is known when its note is."""
_SIGN = re.compile(r"[^\w\s.,;:!?\"'”’)\]]{1,3}$")
_LONGEST = 10
_NUMBERS = re.compile(r"(s?)(a?)ftn(nar|nalc|nauc|nrlc|nruc|nchi|start|restart|rstcont|rstpg)$")


@dataclass(slots=True)
class _Series:
    """The numbering of one kind of notes, and the notes that were called."""

    figures: str
    start: int = 1
    restarts: bool = False
    count: int = 0
    notes: list[tuple[str, list[Item]]] = field(default_factory=list)


class Notes:
    """Counts calls as they are met."""

    def __init__(self) -> None:
        self._feet = _Series("decimal")
        self._ends = _Series("lowerRoman")

    def word(self, word: str, number: int | None) -> None:
        """Take a word of the document or a section, such as \\aftnnrlc (RTF 1.9.1, Document Formatting)."""
        if (match := _NUMBERS.match(word)) is None:
            return
        series = self._ends if match[2] else self._feet
        rule = match[3]
        if rule in NOTE_FIGURES:
            series.figures = NOTE_FIGURES[rule]
        elif rule == "start":
            series.start = 1 if number is None else number
        else:
            series.restarts = rule == "restart"

    def section(self) -> None:
        """A section ends: notes may start again after it."""
        for series in (self._feet, self._ends):
            if series.restarts:
                series.count = 0

    def call(self, story: Story, letters: Letters, start: int, note: Story) -> None:
        """Put the mark of `note` into `story`, where \\chftn or a typed mark stands, and keep the note.

        `letters`: those of the group around the note, which began at piece `start`. A note without any mark
        gets a number; one whose mark does not show is none.
        """
        pieces = story.pieces
        automatic = bool(pieces) and pieces[-1].note == AUTOMATIC
        caller = pieces[-1].letters if automatic else letters
        if caller.deleted or caller.hidden:
            return
        series = self._ends if note.at_end else self._feet
        mark = "" if automatic else _typed(pieces, start, note)
        if automatic:
            pieces.pop()
        if not mark:
            mark = figure(series.start + series.count, series.figures)
            series.count += 1
        pieces.append(Piece("", letters, note=mark))
        series.notes.append((mark, note.items))

    def called(self) -> list[tuple[str, list[Item]]]:
        """The footnotes, then the endnotes: each with its mark."""
        return self._feet.notes + self._ends.notes


def _typed(pieces: list[Piece], start: int, note: Story) -> str:
    """The mark that the author typed before the note: it is taken off `pieces`; "" for none."""
    if not pieces or pieces[-1].note:
        return ""
    last = pieces[-1]
    first = len(pieces) - 1
    while first > start and pieces[first - 1].letters == last.letters and not pieces[first - 1].note:
        first -= 1
    text = "".join(piece.text for piece in pieces[first:]).strip()
    repeated = _beginning(note).startswith(text)
    if last.letters.superscript and 0 < len(text) <= _LONGEST and (first >= start or repeated):
        del pieces[first:]
        return text
    sign = _SIGN.search(last.text)
    if sign is None or not _beginning(note).startswith(sign.group()):
        return ""
    pieces[-1] = last._replace(text=last.text[: sign.start()])
    return sign.group()


def _beginning(note: Story) -> str:
    """The first letters of a note."""
    first = next((item for item in note.items if isinstance(item, Paragraph)), None)
    return "" if first is None else "".join(piece.text for piece in first.pieces[:8]).lstrip()
