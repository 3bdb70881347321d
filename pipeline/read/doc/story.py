"""Walk a part of the text of an old Word file: its letters become paragraphs, cells and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.read.doc.drawings import Drawing
from pipeline.read.doc.fields import Fields, Open, Whole, whole_fields
from pipeline.read.doc.file import File
from pipeline.read.doc.forms import LOST_CHOICE, choice_at, is_dropdown
from pipeline.read.doc.letters import Character
from pipeline.read.doc.paragraphs import Formatted
from pipeline.read.doc.text import paired
from pipeline.read.field_codes import LOST_FORMULA, Shown, shown_without_result
from pipeline.read.rtf.state import Setting
from pipeline.read.rtf.story import Box, Item, Part, Piece, Story, words_of
from pipeline.read.symbols import symbols

_END = re.compile("[\r\x07\x0c]")
_ODD = re.compile("[\x01-\x08\x0b-\x1f(]")
_PICTURE, _CALL, _DRAWN, _SYMBOL = "\x01", "\x02", "\x08", "("
_FIELD = "\x13\x14\x15"
_PLAIN = {"\x0b": "\n", "\x0c": " ", "\x0e": " ", "\x1e": "\u2011", "\x1f": ""}
_MARK = re.compile(r"[^\s\x01-\x1f]+")
_LONGEST_MARK = 10


class _Run(NamedTuple):
    """Letters from `begin` to `end` that are set alike."""

    begin: int
    end: int
    character: Character


class _Story(Story):
    """A story whose rows may be taken back."""

    def drop_row(self, level: int) -> None:
        """Forget the row that is open: it was deleted."""
        table = self._table(level)
        table.cells, table.content = [], []
        self.pieces, self.boxes = [], []


class StoryReader:
    """Reads the letters between two places into a story; `begin`: where the part of the text begins.

    `shapes`: those that hang on letters of this part, by their places in it; `boxes`: what is in the text
    boxes among them, by their numbers, from which each is taken that was met.
    """

    def __init__(
        self, file: File, part: Part, begin: int, shapes: dict[int, int], boxes: dict[int, list[Item]]
    ) -> None:
        self._file = file
        self._text = file.text.text
        self._begin = begin
        self._shapes = shapes
        self._boxes = boxes
        self._fields = Fields(file.noticed, Whole())
        self._formatted = Formatted(Setting())
        self.story = _Story(part)

    def read(self, begin: int, end: int) -> Story:
        """Read the letters from `begin` up to `end`, places of the whole text."""
        end = min(end, len(self._text))
        self._fields = Fields(self._file.noticed, whole_fields(self._text, begin, end))
        place = begin
        while place < end:
            mark = self._mark(place, end)
            self._paragraph(place, mark, end)
            place = mark + 1
        self._fields.end_paragraph()
        self.story.finish(self._formatted.setting)
        return self.story

    def _mark(self, place: int, end: int) -> int:
        """The place of the letter that ends the paragraph at `place`; `end` where none does."""
        while (found := _END.search(self._text, place, end)) is not None:
            place = found.start()
            if found.group() != "\x0c" or self._file.ends_paragraph(place):
                return place
            place += 1
        return end

    def _paragraph(self, begin: int, mark: int, end: int) -> None:
        """Take the letters from `begin` up to `mark`, and what the mark says."""
        last = min(mark, end - 1)
        self._formatted = formatted = self._file.formatted(last)
        style = formatted.setting.style
        shown = False
        for run in self._runs(begin, mark, style):
            shown = self._run(run) or shown
        if mark >= end:
            return
        letters = self._file.character(mark, style).letters
        self._fields.end_paragraph()
        if not self._fields.visible:
            return
        story, setting = self.story, formatted.setting
        ends_cell = self._text[mark] == "\x07" and setting.level > 0
        if formatted.row_end and ends_cell:
            self._row(formatted, 1, deleted=letters.deleted)
        elif ends_cell:
            story.end_cell(setting, 1)
        elif formatted.inner_row_end and setting.level > 1:
            self._row(formatted, setting.level, deleted=letters.deleted)
        elif formatted.inner_cell_end and setting.level > 1:
            story.end_cell(setting, setting.level)
        elif shown or not letters.hidden or letters.deleted:
            if letters.revised:
                story.pieces.append(Piece("", letters))
            story.end_paragraph(setting, runs_on=letters.deleted)

    def _row(self, formatted: Formatted, level: int, *, deleted: bool) -> None:
        if deleted:
            self._file.noticed.deletions += 1
            self.story.drop_row(level)
        self.story.draft = self._file.row(formatted.row)
        self.story.end_row(formatted.setting, level)

    def _runs(self, begin: int, end: int, style: int) -> Iterator[_Run]:
        """The letters of a paragraph, as far as they are set alike; no letter is cut in two."""
        place = begin
        while place < end:
            character, until = self._file.stretch(place, style)
            until = max(place + 1, min(until, end))
            if until < end and "\ud800" <= self._text[until - 1] <= "\udbff":
                until += 1
            yield _Run(place, until, character)
            place = until

    def _run(self, run: _Run) -> bool:
        """Take letters; whether any of them shows."""
        shown = False
        place = run.begin
        while place < run.end:
            call = self._next_call(place, run.end)
            if call == place:
                place = self._call(place, run)
                shown = True
                continue
            odd = _ODD.search(self._text, place, call)
            stop = odd.start() if odd else call
            if stop > place:
                shown = self._letters(self._text[place:stop], run.character) or shown
                place = stop
            else:
                shown = self._odd(place, run.character) or shown
                place += 1
        return shown

    def _next_call(self, place: int, stop: int) -> int:
        """The first place from `place` on at which a note is called, `stop` where there is none."""
        if self.story.part is not Part.BODY:
            return stop
        begin = self._begin
        return self._file.notes.next_call(place - begin, stop - begin) + begin

    def _call(self, place: int, run: _Run) -> int:
        """Take the call of a note; the place behind its mark."""
        automatic = self._text[place] == _CALL
        stop = place + 1
        if not automatic and run.character.letters.superscript:
            found = _MARK.match(self._text, place, min(run.end, place + _LONGEST_MARK))
            stop = found.end() if found else stop
        typed = "" if automatic else paired(self._text[place:stop]).strip() or "*"
        if run.character.symbol is not None and not automatic:
            typed = self._symbol(run.character)
        note = self._file.notes.call(place - self._begin, run.character.letters, typed)
        if note is not None and self._fields.visible:
            self.story.pieces.append(Piece("", run.character.letters, note=note))
        return stop

    def _letters(self, text: str, character: Character) -> bool:
        """Take letters that stand for themselves; whether they show."""
        letters = character.letters
        if not self._fields.visible:
            self._fields.instruct(text, letters)
            return False
        if letters.font in self._file.symbol_fonts:
            text = symbols(text)
        within = self._fields.inner
        if within is None:
            self.story.pieces.append(Piece(paired(text), letters))
        else:
            within.shows = True
            self.story.pieces.append(Piece(paired(text), letters, within.link, None, within.contents))
        return not (letters.hidden or letters.deleted)

    def _odd(self, place: int, character: Character) -> bool:
        """Take a letter that may stand for something else ([MS-DOC] 2.6.1, sprmCFSpec)."""
        sign = self._text[place]
        if sign in _FIELD:
            ended = self._fields.sign(sign, place)
            if ended is not None and self._fields.visible:
                return self._without_result(ended, character)
        elif sign == _SYMBOL:
            text = self._symbol(character) if character.symbol else sign
            return self._letters(text, character)
        elif sign in _PLAIN:
            return self._letters(_PLAIN[sign], character)
        elif sign == _PICTURE and character.picture is not None:
            if character.binary:
                self._fields.attach(character.picture)
            elif self.story.part is not Part.FURNITURE:
                self._file.met.pictures.add(("inline", character.picture))
        elif sign == _DRAWN:
            self._drawn(place, character)
        return False

    def _without_result(self, ended: Open, character: Character) -> bool:
        """What a field shows although no result is kept, set as its code is."""
        shown = shown_without_result(ended.instruction)
        letters = ended.look or character.letters
        if shown.lost:
            self._file.noticed.damage.append(LOST_FORMULA)
        if shown.above and letters.hidden:
            self._file.noticed.hidden_words += len(shown.above.split())
        elif shown.above and not letters.deleted:
            self._file.noticed.signs.append(shown.above)
        if is_dropdown(ended.instruction):
            shown = Shown(choice_at(self._file.data, ended.data))
            if not shown.text:
                self._file.noticed.damage.append(LOST_CHOICE)
        if not shown.text:
            return False
        pieces = ended.set_as(shown.text) if shown.code or shown.above else [(shown.text, letters)]
        seen = [self._letters(text, character._replace(letters=own)) for text, own in pieces]
        return any(seen)

    def _symbol(self, character: Character) -> str:
        """The sign of a symbol font, at U+F000 where `clean` translates it ([MS-DOC] 2.9.46)."""
        font, code = character.symbol or (0, 0)
        if code < 0x100 and font in self._file.symbol_fonts:
            code += 0xF000
        return chr(code) if code else ""

    def _drawn(self, place: int, character: Character) -> None:
        """The shapes that hang on a letter: their text boxes, words of WordArt, pictures."""
        drawing = self._file.drawings.pop(self._shapes.get(place - self._begin, 0), None)
        if drawing is None:
            return
        letters = character.letters
        if not self._fields.draws:
            self._undrawn(drawing)
            return
        for each in drawing.all():
            if each.picture and self.story.part is not Part.FURNITURE:
                self._file.met.pictures.add(("drawn", each.picture))
            self._file.met.links += each.links
            unseen = letters.hidden or each.shape.hidden
            for words in each.shape.signs:
                if unseen:
                    self._file.noticed.hidden_words += len(words.split())
                elif not letters.deleted:
                    signs = (
                        self.story.signs if self.story.part is Part.FURNITURE else self._file.noticed.signs
                    )
                    signs.append(words)
            items = self._boxes.pop(each.number, [])
            if items:
                self.story.boxes.append(Box(items, letters, each.shape))

    def _undrawn(self, drawing: Drawing) -> None:
        """Count the words of shapes that stand in a code and are shown nowhere."""
        for each in drawing.all():
            unread = [*each.shape.signs, words_of(self._boxes.pop(each.number, []))]
            self._file.noticed.hidden_words += sum(len(words.split()) for words in unread)
