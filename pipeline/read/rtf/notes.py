"""Footnotes and endnotes of an RTF: with which marks they are called, and in which order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.read.numerals import figure
from pipeline.read.rtf.state import Letters
from pipeline.read.rtf.story import Note, Paragraph, Piece, Story
from pipeline.read.rtf.words import NOTE_FIGURES

AUTOMATIC = Note([])
"""What a piece that \\chftn made calls: its number is known when its note is."""
_SIGN = re.compile(r"[^\w\s.,;:!?\"'”’)\]]{1,3}$")
_LONGEST = 10
_NUMBERS = re.compile(r"(s?)(a?)ftn(nar|nalc|nauc|nrlc|nruc|nchi|start|restart|rstcont|rstpg)$")


@dataclass(slots=True)
class _Series:
    """The numbering of one kind of notes, and the notes that were called and not taken yet."""

    figures: str
    start: int = 1
    restarts: bool = False
    count: int = 0
    notes: list[Note] = field(default_factory=list)


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

    def call(self, story: Story, letters: Letters, note: Story, hides: Callable[[Letters], bool]) -> None:
        """Put the call of `note` into `story`, where \\chftn or a typed mark stands, and keep the note.

        `letters`: those around the note. A note without any mark gets a number; one whose call is hidden
        (`hides`) is not counted, and one whose call is deleted is none.
        """
        pieces = story.pieces
        automatic = bool(pieces) and pieces[-1].note is AUTOMATIC
        caller = pieces.pop().letters if automatic else letters
        if caller.deleted:
            pieces.append(Piece("", caller))
            return
        if not automatic and (mark := _typed(pieces, note)) is not None:
            made, caller = Note(note.items, mark.text), mark.letters
        else:
            series = self._ends if note.at_end else self._feet
            made = Note(note.items, figure(series.start + series.count, series.figures))
            series.count += not hides(caller)
        pieces.append(Piece("", caller, note=made))
        (self._ends if note.at_end else self._feet).notes.append(made)

    def take(self) -> list[Note]:
        """The footnotes, then the endnotes, whose calls show and that were not taken before."""
        taken: list[Note] = []
        for series in (self._feet, self._ends):
            taken += [note for note in series.notes if note.shown]
            series.notes = [note for note in series.notes if not note.shown]
        return taken


def _typed(pieces: list[Piece], note: Story) -> Piece | None:
    """The mark that the author typed before the note and again at its start, taken off `pieces`.

    Whatever the note does not repeat is no mark: a superscript may be a part of what is said (km²).
    """
    beginning = _beginning(note)
    last = pieces[-1] if pieces else None
    if last is None or last.note is not None or not beginning:
        return None
    first, text = len(pieces), ""
    while first and _goes_on(pieces[first - 1], last) and len(text) <= _LONGEST:
        first -= 1
        text = pieces[first].text + text
    mark = text.strip()
    if last.letters.superscript and 0 < len(mark) <= _LONGEST and _repeats(beginning, mark):
        del pieces[first:]
        return last._replace(text=mark)
    sign = _SIGN.search(last.text)
    if sign is None or not beginning.startswith(sign.group()):
        return None
    pieces[-1] = last._replace(text=last.text[: sign.start()])
    return last._replace(text=sign.group())


def _goes_on(piece: Piece, last: Piece) -> bool:
    return piece.note is None and piece.letters == last.letters


def _repeats(beginning: str, mark: str) -> bool:
    """Whether a note begins with `mark`, which is no mere part of its first word or number."""
    following = beginning[len(mark) : len(mark) + 1]
    return beginning.startswith(mark) and not (mark[-1].isalnum() and following.isalnum())


def _beginning(note: Story) -> str:
    """The first letters of a note."""
    first = next((item for item in note.items if isinstance(item, Paragraph)), None)
    return "" if first is None else "".join(piece.text for piece in first.pieces[:8]).lstrip()
