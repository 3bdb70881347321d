"""What control words do to letters, paragraphs, table rows and notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipeline.read.rtf.groups import Document
from pipeline.read.rtf.notes import AUTOMATIC
from pipeline.read.rtf.state import Letters, Script, Setting, State
from pipeline.read.rtf.story import Part, Piece, RowDraft
from pipeline.read.rtf.words import ASSOCIATED, FIGURES, OUTSIDE, PARAGRAPH, TOGGLES

_Handler = Callable[[int, State], None]


class Layout:
    """Carries out the words that are neither groups nor letters."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._handlers: dict[str, _Handler] = {
            "par": _end_paragraph,
            "pard": _reset_paragraph,
            "plain": _reset_letters,
            "sect": self._section,
            "sectd": lambda _, state: self._document.heads.reset(),
            "titlepg": lambda _, state: self._document.heads.title_page(),
            "facingp": self._facing,
            "viewbksp": self._background,
            "cell": _end_cell,
            "nestcell": _end_cell_inside,
            "row": _end_row,
            "nestrow": _end_row_inside,
            "trowd": _begin_row,
            "cellx": lambda right, state: state.story.draft.end_cell(right),
            "intbl": lambda figure, state: _set(state, in_table=figure != 0),
            "dropcapli": lambda lines, state: _set(state, drop_cap=lines > 0),
            "chftn": _automatic_mark,
            "ftnalt": _at_end,
            "rtlch": lambda _, state: _turn(state, "script", Script.RIGHT_TO_LEFT),
            "dbch": lambda _, state: _turn(state, "script", Script.EAST_ASIAN),
            **dict.fromkeys(
                ("ltrch", "loch", "hich"), lambda _, state: _turn(state, "script", Script.WESTERN)
            ),
            "ulnone": lambda _, state: _dress(state, underline=False),
            "nosupersub": lambda _, state: _dress(state, superscript=False, raised=0),
            "sub": lambda _, state: _dress(state, superscript=False, raised=0),
            "up": lambda points, state: _dress(state, raised=points),
            "dn": lambda _, state: _dress(state, raised=0),
            **_ROWS,
        }

    def word(self, word: str, figure: int | None, state: State) -> None:
        """Carry out `word`; one that is not known is ignored."""
        if (toggle := TOGGLES.get(word)) is not None:
            _turn(state, toggle, figure != 0)
        elif (measure := FIGURES.get(word)) is not None:
            _turn(state, measure, figure or 0)
        elif (property_ := PARAGRAPH.get(word)) is not None:
            _set(state, **{property_: figure or 0})
        elif word in ASSOCIATED:
            _associate(word, figure, state)
        elif (handler := self._handlers.get(word)) is not None:
            handler(1 if figure is None else figure, state)
        elif word in OUTSIDE:
            self._document.noticed.outside.add(OUTSIDE[word])
        elif "ftn" in word:
            self._document.notes.word(word, figure)

    def _section(self, _: int, state: State) -> None:
        if state.sink is state.story:
            if state.story.has_text():
                state.story.end_paragraph(state.setting)
            self._document.notes.section()
            self._document.heads.next_section()

    def _facing(self, figure: int, state: State) -> None:
        self._document.heads.facing = figure != 0

    def _background(self, figure: int, state: State) -> None:
        self._document.grounds.shows_background = figure != 0


def _turn(state: State, name: str, value: Any) -> None:
    """One property of letters, most of which are set to what they are."""
    if getattr(state.letters, name) != value:
        state.letters = state.letters._replace(**{name: value})


def _dress(state: State, **changes: Any) -> None:
    state.letters = state.letters._replace(**changes)


def _set(state: State, **changes: Any) -> None:
    state.setting = state.setting._replace(**changes)


def _reset_paragraph(_: int, state: State) -> None:
    state.setting = Setting()


def _reset_letters(_: int, state: State) -> None:
    state.letters = Letters()


def _associate(word: str, figure: int | None, state: State) -> None:
    """A property of the letters of the script that was named last."""
    changes: dict[str, Any] = {ASSOCIATED[word]: (figure or 0) if word in ("afs", "af") else figure != 0}
    letters = state.letters
    if letters.script is Script.RIGHT_TO_LEFT:
        _dress(state, rtl=letters.rtl._replace(**changes))
    elif letters.script is Script.EAST_ASIAN:
        _dress(state, asian=letters.asian._replace(**changes))


def _end_paragraph(_: int, state: State) -> None:
    if state.sink is state.story:
        state.story.end_paragraph(state.setting, state.letters.deleted)


def _end_cell(_: int, state: State) -> None:
    if state.sink is state.story:
        state.story.end_cell(state.setting, 1)


def _end_cell_inside(_: int, state: State) -> None:
    if state.sink is state.story:
        state.story.end_cell(state.setting, max(2, state.setting.level))


def _end_row(_: int, state: State) -> None:
    if state.sink is state.story:
        state.story.end_row(state.setting, 1)


def _end_row_inside(_: int, state: State) -> None:
    if state.sink is state.story:
        state.story.end_row(state.setting, max(2, state.setting.level))


def _begin_row(_: int, state: State) -> None:
    state.story.draft = RowDraft()


def _automatic_mark(_: int, state: State) -> None:
    """\\chftn in a note repeats the mark of its call, which is known."""
    if state.sink is state.story and state.story.part is not Part.NOTE:
        state.story.pieces.append(Piece("", state.letters, note=AUTOMATIC))


def _at_end(_: int, state: State) -> None:
    state.story.at_end = True


def _row_property(name: str) -> _Handler:
    def change(figure: int, state: State) -> None:
        setattr(state.story.draft, name, figure)

    return change


_ROWS: dict[str, _Handler] = {
    word: _row_property(name)
    for word, name in (
        ("trleft", "left"),
        ("trhdr", "header"),
        ("trcbpat", "ground"),
        ("clmrg", "continued"),
        ("clvmrg", "covered"),
        ("clcfpat", "cell_pattern"),
        ("clcbpat", "cell_ground"),
        ("clshdng", "cell_shading"),
    )
}
