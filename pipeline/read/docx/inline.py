"""The words inside one paragraph of a DOCX: runs, fields, tracked changes, links, note calls, hidden text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.models.passages import Run
from pipeline.read.docx.notes import Notes
from pipeline.read.docx.styles import Styles, look
from pipeline.read.docx.xml import child, get, name, qualified, toggle, value
from pipeline.read.field_codes import fetches, link_of, web_address
from pipeline.read.look import Look
from pipeline.read.noticed import Noticed
from pipeline.read.symbols import is_symbol_font
from pipeline.read.xml import Element, whole

_SKIPPED = frozenset((
    "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:tcPr", "w:trPr",
    "w:tblPr", "w:delText", "w:delInstrText", "w:footnoteRef", "w:endnoteRef", "w:annotationRef",
    "w:separator", "w:continuationSeparator", "w:lastRenderedPageBreak", "m:rPr", "w:rubyPr",
    "w:fldData", "w:subDoc",
))  # fmt: skip
_PLAIN = {"w:tab": " ", "w:ptab": " ", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": ""}


class Content(NamedTuple):
    """The runs of a paragraph, the text boxes anchored in it, and whether its letters show as capitals."""

    runs: list[Run]
    boxes: list[Element]
    capitals: bool


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    result: bool = False


class _Paragraph:
    """What is known while one paragraph is walked."""

    __slots__ = ("backed", "base", "boxes", "capitals", "runs")

    def __init__(self, base: Look, backed: bool) -> None:
        self.base = base
        self.backed = backed
        self.runs: list[Run] = []
        self.boxes: list[Element] = []
        self.capitals = True


_Handler = Callable[[Element, _Paragraph, str], None]


class InlineReader:
    """Reads paragraphs one after another; fields may stay open from one to the next."""

    def __init__(self, styles: Styles, links: dict[str, str], notes: Notes, noticed: Noticed) -> None:
        self._styles = styles
        self._links = links
        self._notes = notes
        self._noticed = noticed
        self._fields: list[_Field] = []
        self._handlers: dict[str, _Handler] = {
            "w:r": self._run,
            "w:hyperlink": self._hyperlink,
            "w:fldSimple": self._simple_field,
            "w:ins": self._inserted,
            "w:moveTo": self._inserted,
            "w:del": self._deleted,
            "w:moveFrom": self._deleted,
            "mc:AlternateContent": self._alternate,
            "w:txbxContent": self._box,
            "m:t": self._loose_text,
            "a:t": self._loose_text,
        }

    def read(self, paragraph: Element, base: Look, backed: bool) -> Content:
        """The content of `paragraph`; `base` is the look that its style gives, `backed`: on a ground."""
        return self._read(self._walk, paragraph, base, backed)

    def read_element(self, element: Element, base: Look, backed: bool) -> Content:
        """The content of a run, link or formula that stands outside of any paragraph."""
        return self._read(self._handlers.get(name(element), self._walk), element, base, backed)

    def _read(self, reader: _Handler, element: Element, base: Look, backed: bool) -> Content:
        state = _Paragraph(base, backed)
        reader(element, state, "")
        # A field whose code is still open here has lost its end; its code never runs on into the next text.
        while self._fields and not self._fields[-1].result:
            self._end_field()
        return Content(state.runs, state.boxes, state.capitals and bool(state.runs))

    def _walk(self, parent: Element, state: _Paragraph, link: str) -> None:
        for element in parent:
            short = name(element)
            if short in _SKIPPED:
                continue
            self._handlers.get(short, self._walk)(element, state, link)

    def _hyperlink(self, element: Element, state: _Paragraph, link: str) -> None:
        target = self._links.get(get(element, "r:id"), "")
        self._walk(element, state, web_address(target) or link)

    def _simple_field(self, element: Element, state: _Paragraph, link: str) -> None:
        self._note_field(get(element, "w:instr"))
        self._walk(element, state, link)

    def _note_field(self, instruction: str) -> None:
        if fetches(instruction):
            self._noticed.outside.add("a field that fetches something from outside of it")

    def _inserted(self, element: Element, state: _Paragraph, link: str) -> None:
        self._noticed.insertions += 1
        self._walk(element, state, link)

    def _deleted(self, element: Element, state: _Paragraph, link: str) -> None:
        self._noticed.deletions += 1

    def _alternate(self, element: Element, state: _Paragraph, link: str) -> None:
        if (branch := chosen_branch(element)) is not None:
            self._walk(branch, state, link)

    def _box(self, element: Element, state: _Paragraph, link: str) -> None:
        state.boxes.append(element)

    def _loose_text(self, element: Element, state: _Paragraph, link: str) -> None:
        """Text of a formula or a drawing, which has no run properties of ours."""
        state.runs.append(Run(element.text or "", link=link))

    def _run(self, run: Element, state: _Paragraph, link: str) -> None:
        own = self._look(run, state.base)
        drawn = self._noticed.shows(own, state.backed)
        pieces: list[str] = []
        for element in run:
            short = name(element)
            if short == "w:t":
                pieces.append(element.text or "")
            elif short in _PLAIN:
                pieces.append(_PLAIN[short])
            elif short == "w:br":
                pieces.append("\n" if get(element, "w:type") in ("", "textWrapping") else " ")
            elif short == "w:sym":
                pieces.append(_symbol(element))
            elif short == "w:fldChar":
                self._emit(pieces, own, state, link, drawn)
                self._field_sign(get(element, "w:fldCharType"))
            elif short == "w:instrText":
                if self._fields:
                    self._fields[-1].instruction += element.text or ""
            elif short in ("w:footnoteReference", "w:endnoteReference"):
                self._emit(pieces, own, state, link, drawn)
                if drawn and self._visible():
                    custom = toggle_attribute(element, "w:customMarkFollows")
                    typed = _following_mark(element) if custom else ""
                    mark = self._notes.call(short, get(element, "w:id"), typed)
                    state.runs.append(Run("", note=mark))
                    if custom:
                        return
            elif short not in _SKIPPED:
                self._emit(pieces, own, state, link, drawn)
                self._inside_run(element, state, link)
        self._emit(pieces, own, state, link, drawn)

    def _inside_run(self, element: Element, state: _Paragraph, link: str) -> None:
        """What else a run may hold: ruby, drawings, pictures with text boxes, WordArt."""
        for sign in element.iter(qualified("v:textpath")):
            self._noticed.signs.append(sign.get("string") or "")
        for above in element.iter(qualified("w:rt")):
            self._noticed.signs.append("".join(text.text or "" for text in above.iter(qualified("w:t"))))
            above.clear()
        if name(element) in self._handlers:
            self._handlers[name(element)](element, state, link)
        else:
            self._walk(element, state, link)

    def _emit(self, pieces: list[str], own: Look, state: _Paragraph, link: str, drawn: bool) -> None:
        """Write what a run has given so far, or count its words where it does not show."""
        text = "".join(pieces)
        pieces.clear()
        if not text or not self._visible():
            return
        if not drawn:
            if left := self._noticed.unseen(text, own):
                state.runs.append(own.run(left, link or self._field_link()))
            return
        if own.small(text):
            state.capitals = False
        state.runs.append(own.run(text, link or self._field_link()))

    def _look(self, run: Element, base: Look) -> Look:
        properties = child(run, "w:rPr")
        if properties is None:
            return base
        identity = value(properties, "w:rStyle")
        inherited = self._styles.character(identity).toggled(base) if identity else base
        return look(properties).over(inherited)

    def _visible(self) -> bool:
        return all(entry.result for entry in self._fields)

    def _field_link(self) -> str:
        for entry in reversed(self._fields):
            if address := link_of(entry.instruction):
                return address
        return ""

    def _field_sign(self, sign: str) -> None:
        if sign == "begin":
            self._fields.append(_Field())
        elif sign == "separate" and self._fields:
            self._fields[-1].result = True
        elif sign == "end" and self._fields:
            self._end_field()

    def _end_field(self) -> None:
        self._note_field(self._fields.pop().instruction)


def chosen_branch(alternate: Element) -> Element | None:
    """The branch of mc:AlternateContent to read: never both, the first that has words."""
    branches = [branch for branch in alternate if name(branch) in ("mc:Choice", "mc:Fallback")]
    texts = (qualified("w:t"), qualified("a:t"), qualified("m:t"))
    for branch in branches:
        if next(branch.iter(*texts), None) is not None:
            return branch
    return branches[0] if branches else None


def toggle_attribute(element: Element, attribute: str) -> bool:
    """An on/off attribute, off where it is not there."""
    return get(element, attribute) in ("1", "true", "on")


def _following_mark(reference: Element) -> str:
    """The mark that an author typed in place of a note's number."""
    parts: list[str] = []
    for element in reference.itersiblings():
        if name(element) == "w:t":
            parts.append(element.text or "")
        elif name(element) == "w:sym":
            parts.append(_symbol(element))
    return "".join(parts).strip() or "*"


def _symbol(element: Element) -> str:
    """The character of a w:sym; codes of symbol fonts lie at U+F000, where `clean` translates them."""
    try:
        code = int(get(element, "w:char"), 16)
    except ValueError:
        return ""
    if code < 0x100 and is_symbol_font(get(element, "w:font")):
        code += 0xF000
    return chr(code) if 0 < code < 0x110000 else ""


def deleted_mark(properties: Element | None) -> bool:
    """Whether a paragraph's own mark is deleted or moved away, so that it runs on into the next."""
    mark = child(properties, "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def is_drop_cap(properties: Element | None) -> bool:
    """Whether a paragraph is only the big first letter of the next one."""
    return get(child(properties, "w:framePr"), "w:dropCap") in ("drop", "margin")


def hidden_mark(properties: Element | None) -> bool:
    """Whether a paragraph's own mark is hidden: an empty one is then not there at all."""
    return bool(toggle(child(properties, "w:rPr"), "w:vanish"))


def indents(properties: Element | None) -> tuple[int, int]:
    """The indents of a paragraph at its start and end, in twentieths of a point, as stated in it."""
    element = child(properties, "w:ind")
    start = get(element, "w:left") or get(element, "w:start")
    end = get(element, "w:right") or get(element, "w:end")
    return whole(start), whole(end)
