"""The words inside one paragraph of an OpenDocument text: spans, links, fields, notes, what does not show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from pipeline.models.passages import Run
from pipeline.read.field_codes import web_address
from pipeline.read.noticed import Noticed
from pipeline.read.odt.letters import Letters
from pipeline.read.odt.notes import Call, Notes
from pipeline.read.odt.styles import Styles
from pipeline.read.odt.xml import child, get, name
from pipeline.read.xml import Element

_WHITE = re.compile("[\t\n\r ]+")
_PLAIN = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
# What holds no words of the text: comments, scripts, descriptions, numbers that a program left for others.
_SKIPPED = frozenset((
    "office:annotation", "office:annotation-end", "office:event-listeners", "text:number", "text:script",
    "text:soft-page-break", "text:tracked-changes", "svg:title", "svg:desc",
))  # fmt: skip


class Content(NamedTuple):
    """What a paragraph gives: runs, shapes anchored in it, notes called, whether its letters are capitals.

    `shapes`: each with whether the letters that it is anchored in are hidden, which hides it. `hidden`: a
    field in it hides the whole paragraph.
    """

    runs: list[Run]
    shapes: list[tuple[Element, bool]]
    calls: list[Call]
    capitals: bool
    hidden: bool


class _Paragraph:
    """What is known while one paragraph is walked."""

    __slots__ = ("calls", "capitals", "ground", "hidden", "runs", "shapes")

    def __init__(self, ground: str) -> None:
        self.ground = ground
        self.runs: list[Run] = []
        self.shapes: list[tuple[Element, bool]] = []
        self.calls: list[Call] = []
        self.capitals = True
        self.hidden = False


_Handler = Callable[[Element, _Paragraph, Letters, str], None]


class InlineReader:
    """Reads paragraphs one after another; a stretch of deleted text may go on from one to the next."""

    def __init__(self, styles: Styles, notes: Notes, noticed: Noticed, deletions: frozenset[str]) -> None:
        self._styles = styles
        self.notes = notes
        self.noticed = noticed
        self._deletions = deletions
        self._deleting: set[str] = set()
        self._handlers: dict[str, _Handler] = {
            "text:span": self._span,
            "text:a": self._link,
            "text:note": self._note,
            "text:ruby-text": self._ruby,
            "text:hidden-text": self._hidden_text,
            "text:hidden-paragraph": self._hidden_paragraph,
            "text:change-start": self._change,
            "text:change-end": self._change,
        }

    def read(self, paragraph: Element, base: Letters, ground: str) -> Content:
        """The content of `paragraph`; `base`: the letters that its style gives; `ground`: what lies behind.

        A span or link that stands alone is read as the paragraph that it should lie in.
        """
        state = _Paragraph(ground)
        self._handlers.get(name(paragraph), self._walk)(paragraph, state, base, "")
        capitals = state.capitals and bool(state.runs)
        return Content(state.runs, state.shapes, state.calls, capitals, state.hidden)

    def change(self, mark: Element) -> None:
        """A text:change-start or text:change-end: text between those of a deletion is deleted.

        Deleted text should lie in text:tracked-changes only (ODF 1.3, part 3, chapter 5), but not every
        program moves it there.
        """
        identity = get(mark, "text:change-id")
        if name(mark) == "text:change-end":
            self._deleting.discard(identity)
        elif identity in self._deletions:
            self._deleting.add(identity)

    def _walk(self, parent: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        if parent.text:
            self._emit(parent.text, state, letters, link)
        for element in parent:
            short = name(element)
            if get(element, "text:display") == "none":
                self._field_that_hides(element)
            elif (handler := self._handlers.get(short)) is not None:
                handler(element, state, letters, link)
            elif short in _PLAIN:
                self._emit(_PLAIN[short], state, letters, link, typed=False)
            elif short.startswith("draw:"):
                if not self._deleting:
                    state.shapes.append((element, letters.hidden))
            elif short not in _SKIPPED:
                self._walk(element, state, letters, link)
            if element.tail:
                self._emit(element.tail, state, letters, link)

    def _emit(self, text: str, state: _Paragraph, letters: Letters, link: str, typed: bool = True) -> None:
        """Write `text`, or count its words where it does not show; `typed`: white space in it is a blank."""
        if self._deleting:
            return
        if typed:
            text = _WHITE.sub(" ", text)
        for piece, look in letters.looks(text, state.ground):
            if not self.noticed.shows(look):
                if left := self.noticed.unseen(piece, look):
                    state.runs.append(look.run(left, link))
                continue
            if look.small(piece):
                state.capitals = False
            state.runs.append(look.run(piece, link))

    def _span(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        self._walk(element, state, self._styles.text(letters, get(element, "text:style-name")), link)

    def _link(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        target = get(element, "xlink:href").strip()
        self._span(element, state, letters, web_address(target) or link)

    def _note(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        if self._deleting:
            return
        call = self.notes.call(element)
        look = letters.look(state.ground)
        if self.noticed.shows(look):
            state.runs.append(Run("", note=call.mark))
            state.calls.append(call)
        else:
            self.noticed.unseen(words_in(call.body), look)

    def _ruby(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        """The reading that stands above the words of a text:ruby-base."""
        above = _Paragraph(state.ground)
        above.calls, above.shapes = state.calls, state.shapes
        self._span(element, above, letters, link)
        self.noticed.signs.append("".join(run.text for run in above.runs))

    def _field_that_hides(self, element: Element) -> None:
        """A field that holds a value and shows none (ODF 1.3, part 3, text:display)."""
        if not self._deleting:
            self.noticed.hidden_words += len("".join(map(str, element.itertext())).split())

    def _hidden_text(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        """A field that shows its words or not, as the program found it last (ODF 1.3, part 3, chapter 7)."""
        shown = "".join(map(str, element.itertext())) or get(element, "text:string-value")
        if get(element, "text:is-hidden") == "true":
            self.noticed.hidden_words += len(shown.split())
        else:
            self._emit(shown, state, letters, link)

    def _hidden_paragraph(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        state.hidden = state.hidden or get(element, "text:is-hidden") == "true"
        self._walk(element, state, letters, link)

    def _change(self, element: Element, state: _Paragraph, letters: Letters, link: str) -> None:
        self.change(element)


def lines(parent: Element, skipped: frozenset[str]) -> Iterator[Element]:
    """The paragraphs in `parent`, without those inside of them and those in elements that are `skipped`."""
    for element in parent:
        short = name(element)
        if short in ("text:p", "text:h"):
            yield element
        elif short not in skipped:
            yield from lines(element, skipped)


def words_in(element: Element | None) -> str:
    """All words of the paragraphs in `element`, each once, for counting."""
    if element is None:
        return ""
    found: list[str] = []
    depth = 0
    for event, each in etree.iterwalk(element, events=("start", "end")):
        paragraph = name(each) in ("text:p", "text:h")
        if paragraph:
            depth += 1 if event == "start" else -1
            found.append(" ")
        text = each.text if event == "start" else each.tail
        if depth and text and not (event == "end" and each is element):
            found.append(text)
    return "".join(found)


def hides(element: Element) -> bool:
    """Whether a section is not shown (text:display): never, or not under its condition as last found."""
    shown = get(element, "text:display")
    return shown == "none" or (shown == "condition" and get(element, "text:is-hidden") == "true")


def is_word_art(shape: Element) -> bool:
    """Whether the text of a shape is bent along a path (draw:text-path), as a sign or a watermark is."""
    return get(child(shape, "draw:enhanced-geometry"), "draw:text-path") == "true"
