"""The groups of an RTF that are no plain text: what each begins, and what is done when it closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from pipeline.read.docx.safety import is_remote
from pipeline.read.field_codes import LOST_FORMULA, shown_without_result, shows_no_result
from pipeline.read.limits import too_much
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.colours import Colours
from pipeline.read.rtf.fonts import FontTable
from pipeline.read.rtf.grounds import FILL, Grounds
from pipeline.read.rtf.heads import WORDS as HEADS_OF_PAGES
from pipeline.read.rtf.heads import Heads
from pipeline.read.rtf.lists import ListTables
from pipeline.read.rtf.notes import Notes
from pipeline.read.rtf.state import HEAD, SKIPPED, Field, Letters, Setting, Shape, Sink, State
from pipeline.read.rtf.story import Box, Part, Piece, RowDraft, Story, words_of
from pipeline.read.rtf.styles import StyleSheet
from pipeline.read.rtf.words import HEADS, READ, UNREAD

_MAX_STORIES = 20
"""Text boxes in text boxes; Word allows none in a text box."""
_LONGEST_FIELD = 2_000
_LONGEST_PROPERTY = 1_000
_FETCHED = "a field that fetches something from outside of it"


@dataclass(slots=True)
class Document:
    """What is gathered from a file on the way."""

    fonts: FontTable = field(default_factory=FontTable)
    colours: Colours = field(default_factory=Colours)
    styles: StyleSheet = field(default_factory=StyleSheet)
    lists: ListTables = field(default_factory=ListTables)
    notes: Notes = field(default_factory=Notes)
    noticed: Noticed = field(default_factory=Noticed)
    body: Story = field(default_factory=lambda: Story(Part.BODY))
    heads: Heads = field(default_factory=Heads)
    grounds: Grounds = field(default_factory=Grounds)


class _Silent(Sink):
    """A group whose own text is not read, but which may hold groups that are."""


_SILENT = _Silent()
_BACKGROUND = _Silent()


class _Marker(Sink):
    """\\listtext, \\pntext: the marker as it is displayed."""

    in_fonts: ClassVar[bool] = True

    def text(self, text: str, state: State) -> None:
        """Take a piece of the marker."""
        state.story.marker.append(Piece(text, state.letters))


_MARKER = _Marker()


class _Instruction(Sink):
    """\\fldinst."""

    in_fonts: ClassVar[bool] = True

    def text(self, text: str, state: State) -> None:
        """Take a piece of the instruction."""
        if state.field is not None:
            state.field.instruct(text, state.letters)


class _Entry(Sink):
    """\\xe, \\tc: an entry of an index or of contents, which is text as well unless it is hidden.

    Source: RTF 1.9.1, Index Entries and Table of Contents Entries. Hidden ones are no secret worth a report.
    """

    in_fonts: ClassVar[bool] = True

    def text(self, text: str, state: State) -> None:
        """Take a piece of the entry."""
        if not state.letters.hidden:
            state.story.text(text, state)


class _Template(Sink):
    """\\template: where the template of the document lies."""

    def __init__(self, noticed: Noticed) -> None:
        self._noticed = noticed

    def text(self, text: str, state: State) -> None:
        """One on a local disk is no more than the trace of one."""
        if is_remote(text.strip()):
            self._noticed.outside.add("a template that lies outside of it")


class _Property(Sink):
    """\\sp, a property of a shape: its name (\\sn) and its value (\\sv)."""

    def __init__(self, noticed: Noticed) -> None:
        self._noticed = noticed
        self._parts = {"sn": "", "sv": ""}
        self._open = "sn"

    def part(self, name: str) -> None:
        """The name or the value begins."""
        self._open = name

    def text(self, text: str, state: State) -> None:
        """Take a piece of the name or the value."""
        self._parts[self._open] = (self._parts[self._open] + text)[:_LONGEST_PROPERTY]

    def close(self, state: State) -> None:
        """WordArt is drawn beside the text; a picture may lie somewhere else."""
        name, value = self._parts["sn"].strip(), self._parts["sv"].strip()
        if state.shape is not None and name == "gtextUNICODE" and value:
            state.shape.signs.append(value)
        elif state.shape is not None and name == "fHidden":
            state.shape.unseen = value not in ("", "0")
        elif state.shape is not None and name in FILL:
            state.shape.fill[name] = value
        elif name == "pibName" and is_remote(value):
            self._noticed.outside.add("pictures that lie outside of it")


class Groups:
    """Begins groups by their first word."""

    def __init__(self, document: Document) -> None:
        self._document = document
        tables = {
            "fonttbl": document.fonts, "colortbl": document.colours, "stylesheet": document.styles,
            "listtable": document.lists, "listoverridetable": document.lists, "fldinst": _Instruction(),
            "template": _Template(document.noticed), "xe": _Entry(), "tc": _Entry(), "tcn": _Entry(),
            "shpinst": _SILENT, "do": _SILENT,
        }  # fmt: skip
        self._sinks: dict[str, Sink] = {
            **dict.fromkeys(UNREAD, SKIPPED), **dict.fromkeys(HEADS, HEAD), **tables
        }  # fmt: skip
        self._begin: dict[str, Callable[[State], None]] = {
            "annotation": self._comment,
            "background": self._background,
            "dptxbxtext": self._box,
            "field": self._field,
            "fldrslt": self._result,
            "footnote": self._note,
            "listtext": self._marker,
            "nesttableprops": self._row_of_table_inside,
            "NeXTGraphic": self._picture_of_textedit,
            "nonshppict": self._picture_again,
            "objdata": self._object,
            "pict": self._picture,
            "pntext": self._marker,
            "shp": self._shape,
            "shpgrp": self._group,
            "shptxt": self._box,
            "sn": self._part_of_property("sn"),
            "sp": self._shape_property,
            "sv": self._part_of_property("sv"),
            "upr": self._twice,
            **{word: self._furniture(word) for word in HEADS_OF_PAGES},
        }

    def begin(self, word: str, state: State) -> bool:
        """Begin the group of `word` in `state`; False where it is a word like others."""
        if state.sink is _BACKGROUND and word in ("shp", "shpinst"):
            return True
        if state.sink is _BACKGROUND and word != "sp" and (word in self._sinks or word in self._begin):
            state.sink = SKIPPED
            return True
        if (sink := self._sinks.get(word)) is not None:
            state.sink = HEAD if sink is SKIPPED and state.sink is HEAD else sink
        elif (begin := self._begin.get(word)) is not None:
            begin(state)
        elif word not in READ and not (word[0] == "m" and word.endswith("Pr")):
            return False
        elif word not in READ:
            state.sink = SKIPPED  # the properties of a formula
        return True

    def _story(self, state: State, part: Part) -> Story:
        """A story of its own begins; it knows nothing of how the letters around it are set."""
        story = Story(part, state.story.depth + 1)
        if story.depth > _MAX_STORIES:
            raise too_much("its text boxes are nested too deeply")
        state.story = state.sink = story
        state.letters, state.setting, state.field, state.behind = Letters(), Setting(), None, None
        return story

    def _hides(self, setting: Setting) -> Callable[[Letters], bool]:
        """Tells of letters in a paragraph that is set like this whether they are hidden."""

        def hides(letters: Letters) -> bool:
            styles = self._document.styles
            styled = styles.hides(letters.style) or styles.meaning(setting.style).hidden
            return styled if letters.hidden is None else letters.hidden

        return hides

    def _furniture(self, word: str) -> Callable[[State], None]:
        def begin(state: State) -> None:
            story = self._story(state, Part.FURNITURE)
            self._document.heads.add(word, story)
            state.closing = lambda closed: story.finish(closed.setting)

        return begin

    def _marker(self, state: State) -> None:
        state.sink = SKIPPED if state.letters.hidden else _MARKER

    def _shape(self, state: State) -> None:
        self._group(state)
        if state.shape is not None:
            self._document.grounds.drawings.append(state.shape)

    def _group(self, state: State) -> None:
        """A drawing, or a group of them: its properties may come before or after what is in it."""
        outer, shape = state.shape, Shape(state.shape)
        story, letters, setting = state.story, state.letters, state.setting
        state.shape, state.sink = shape, _SILENT

        def close(closed: State) -> None:
            if shape.unseen:
                self._document.noticed.hidden_words += sum(len(sign.split()) for sign in shape.signs)
            elif outer is not None:
                outer.signs += shape.signs
            else:
                for sign in shape.signs:
                    self._sign(sign, story, letters, self._hides(setting)(letters))

        state.closing = close

    def _background(self, state: State) -> None:
        """\\background: the drawing behind all pages, of which only the fill matters."""
        self._story(state, Part.FURNITURE)
        state.shape, state.sink = self._document.grounds.background, _BACKGROUND

    def _sign(self, words: str, story: Story, letters: Letters, hidden: bool) -> None:
        """Words beside the text, as far as what they belong to is shown."""
        noticed = self._document.noticed
        if hidden:
            noticed.hidden_words += len(words.split())
        elif not letters.deleted:
            (story.signs if story.part is Part.FURNITURE else noticed.signs).append(words)

    def _box(self, state: State) -> None:
        outer, letters, shape = state.story, state.letters, state.shape
        if letters.deleted:
            outer.pieces.append(Piece("", letters))  # a tracked change is counted where it begins
        story = self._story(state, Part.BOX)

        def close(closed: State) -> None:
            story.finish(closed.setting)
            if story.items:
                outer.boxes.append(Box(story.items, letters, shape))

        state.closing = close

    def _note(self, state: State) -> None:
        outer, letters, hides = state.story, state.letters, self._hides(state.setting)
        story = self._story(state, Part.NOTE)
        notes = self._document.notes

        def close(closed: State) -> None:
            story.finish(closed.setting)
            notes.call(outer, letters, story, hides)

        state.closing = close

    def _comment(self, state: State) -> None:
        self._document.noticed.comments += 1
        state.sink = SKIPPED

    def _field(self, state: State) -> None:
        state.field = Field(state.field, state.sink)
        state.closing = self._end_field

    def _result(self, state: State) -> None:
        within = state.field
        if within is None:
            return
        if shows_no_result(within.instruction[:_LONGEST_FIELD]):
            story = self._story(state, Part.FURNITURE)
            state.closing = lambda closed: self._unread(story, closed.setting)
        else:
            state.sink = within.sink

    def _unread(self, story: Story, setting: Setting) -> None:
        """Count the words of a story that no program shows."""
        story.finish(setting)
        self._document.noticed.hidden_words += len(words_of(story.items).split())

    def _end_field(self, state: State) -> None:
        if state.field is None:
            return
        if state.field.fetching:
            self._document.noticed.outside.add(_FETCHED)
        if not state.field.shows and isinstance(state.field.sink, Story):
            self._without_result(state.field.instruction[:_LONGEST_FIELD], state.field.sink, state)

    def _without_result(self, instruction: str, story: Story, state: State) -> None:
        """A field that shows something although no result is kept: a sign, words with others above them."""
        shown = shown_without_result(instruction)
        if shown.above:
            self._sign(shown.above, story, state.letters, self._hides(state.setting)(state.letters))
        if shown.lost:
            self._document.noticed.damage.append(LOST_FORMULA)
        if shown.text:
            code = state.field.letters if shown.code and state.field is not None else None
            story.text(shown.text, replace(state, letters=code or state.letters))

    def _row_of_table_inside(self, state: State) -> None:
        story, outer = state.story, state.story.draft
        story.draft = RowDraft()

        def close(closed: State) -> None:
            story.draft = outer

        state.closing = close

    def _picture(self, state: State) -> None:
        self._document.noticed.pictures += state.story.part is not Part.FURNITURE
        self._document.grounds.pictured = True
        state.sink = SKIPPED

    def _picture_of_textedit(self, state: State) -> None:
        """\\NeXTGraphic: a sign follows that only stands for the picture."""
        self._picture(state)
        story = state.story

        def close(closed: State) -> None:
            story.placeholder = True

        state.closing = close

    def _picture_again(self, state: State) -> None:
        """\\nonshppict repeats the picture of a \\shppict for old programs."""
        if not self._document.noticed.pictures:
            self._document.noticed.pictures += state.story.part is not Part.FURNITURE
        state.sink = SKIPPED

    def _object(self, state: State) -> None:
        self._document.noticed.outside.add("an embedded object")
        state.sink = SKIPPED

    def _shape_property(self, state: State) -> None:
        made = _Property(self._document.noticed)
        state.sink, state.closing = made, made.close

    def _part_of_property(self, name: str) -> Callable[[State], None]:
        def begin(state: State) -> None:
            if isinstance(state.sink, _Property):
                state.sink.part(name)
            else:
                state.sink = SKIPPED

        return begin

    def _twice(self, state: State) -> None:
        """\\upr has its text twice, the second time (\\ud) in Unicode: only that is read."""
        state.behind, state.sink = state.sink, SKIPPED
