"""The brush: words, rules and pictures as operators on a page, each in its element or as an artifact."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.models.style import Style
from pipeline.render.pdf.book import Book
from pipeline.render.pdf.faces import BOX, SUBSTITUTES
from pipeline.render.pdf.facsimiles import Sheets
from pipeline.render.pdf.glyphrun import drawn
from pipeline.render.pdf.glyphs import GlyphFace
from pipeline.render.pdf.images import image_object
from pipeline.render.pdf.letters import Letters
from pipeline.render.pdf.links import Links
from pipeline.render.pdf.notation import known_number, number, numbers
from pipeline.render.pdf.strips import Filled, Frag, Hatched, Jump, Op, Picture, Present, Sheet, Words
from pipeline.render.pdf.structure import Structure
from pipeline.render.pdf.tags import Tag, spoken, syllable_break
from pipeline.render.pdf.turning import turned_ops

HATCH_STEP = 3.2
PAPER = "paper"
"""The colour of words on a dark ground."""
FIRST_PRIVATE, LAST_PRIVATE = "\ue000", "\uf8ff"
AS_AT_FIRST = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts"
"""The graphics state with which a page begins (ISO 32000-1:2008, table 52): forms take over what is."""
CORNER = 0.4472
"""How far the handles of a rounded corner stand from its ends, in radii."""


class Brush:
    """Draws on the pages of one book. Places are given from the top left of an origin on the page.

    What is open (an element's content, a text object) stays open while the next thing belongs to it too.
    Pages that are not `tagged` have no elements, no artifacts and no links.
    """

    def __init__(self, book: Book, style: Style, links: Links, tagged: bool = True) -> None:
        self._book = book
        self._colours = {name: numbers(_rgb(value)) for name, value in style.colours} | {PAPER: "1 1 1"}
        self._links = links
        self._structure: Structure = links.structure
        self._x = self._y = self._turned = 0.0
        self._code: list[str] = []
        self._open: Tag | None = None
        self._in_text = False
        self._tagged = tagged
        self._aside = not tagged
        self._later: list[str] = []
        self._link: tuple[tuple[Tag, str, str], Tag] | None = None
        self._letters = Letters(book)
        self._images: dict[str, int] = {}
        self._sheets = Sheets(book)
        self._shown: dict[str, int] = {}

    def origin(self, x: float, y: float) -> None:
        """Count from `x` and `y` points, from the lower left corner of the sheet."""
        self._x, self._y = x, y

    def draw(self, ops: Iterable[Op], down: float) -> None:
        """Draw the words and pictures of `ops`, moved down by `down` points; see `rules` for the others."""
        for op in self._placed(ops):
            match op:
                case Words():
                    self._words(op, down)
                case Picture():
                    self._picture(op, down)
                case Sheet():
                    self._sheet(op, down)
                case Jump():
                    area = (op.x, down + op.y, op.x + op.width, down + op.y + op.height)
                    self._lead(op.tag, (op.link, ""), area, True)
                case Present() if not self._aside:
                    self._structure.touch(op.tag)

    def rules(self, ops: Iterable[Op], down: float) -> None:
        """Draw the rules and bars of `ops`: they are no text, and artifacts wherever they stand."""
        for op in self._placed(ops):
            match op:
                case Filled():
                    self._write(self._bar(op, down))
                case Hatched():
                    self._hatched(op, down)

    @contextlib.contextmanager
    def turned(self, measure: float) -> Iterator[None]:
        """What is drawn meanwhile has left and right changed in `measure` points; nothing is for 0."""
        self._turned = measure
        yield
        self._turned = 0.0

    def _placed(self, ops: Iterable[Op]) -> Iterable[Op]:
        return turned_ops(tuple(ops), self._turned) if self._turned else ops

    @contextlib.contextmanager
    def artifact(self, kind: str, edge: str = "") -> Iterator[None]:
        """What is drawn meanwhile is no text of the Document: heads and feet, heads of tables said again.

        `kind` is "Pagination" or "Layout" (ISO 32000-1:2008, 14.8.2.2). `edge`: "Header" and "Footer" say
        which of them it is (table 330), as ISO 14289-1:2014, 7.8, asks.
        """
        self._leave()
        if self._tagged:
            self._aside = True
            self._write(f"/Artifact <</Type/{kind}{f'/Subtype/{edge}' if edge else ''}>> BDC")
        yield
        self._end_text()
        if self._tagged:
            self._write("EMC")
            self._aside = False

    @contextlib.contextmanager
    def upward(self, x: float, y: float) -> Iterator[None]:
        """What is drawn meanwhile runs upward from `x` and `y` points, from the lower left of the sheet."""
        self._end_text()
        before = self._x, self._y
        self._x = self._y = 0.0
        self._write(f"q 0 1 -1 0 {number(x)} {number(y)} cm")
        yield
        self._end_text()
        self._write("Q")
        self._x, self._y = before

    def finish_page(self) -> tuple[bytes, dict[str, int]]:
        """The operators of this page and the pictures on it by name; the next page begins."""
        self._leave()
        if self._later and self._tagged:
            self._later = ["/Artifact <</Type/Layout>> BDC", *self._later, "EMC"]
        self._write(*self._later)
        content, shown = "\n".join(self._code).encode("latin-1"), self._shown
        self._code, self._later, self._shown = [], [], {}
        return content, shown

    def outline(self, x: float, y: float, width: float, height: float) -> None:
        """A thin rounded outline, as around a mark."""
        self._end_text()
        x = self._turned - x - width if self._turned else x
        left, bottom = self._x + x, self._y - y - height
        self._write(f"q 0.6 w {self._colours['ink']} RG {_rounded(left, bottom, width, height)} s Q")

    def _write(self, *operators: str) -> None:
        self._code.extend(operators)

    def _enter(self, tag: Tag | None) -> None:
        """Let what follows belong to `tag`; nothing to do where it does already, or is an artifact."""
        if self._aside or tag is self._open:
            return
        self._leave()
        if tag is not None:
            self._write(f"/{tag.kind} <</MCID {self._structure.place(tag)}>> BDC")
            self._open = tag

    def _leave(self) -> None:
        self._end_text()
        if self._open is not None:
            self._write("EMC")
            self._open = None

    def _end_text(self) -> None:
        if self._in_text:
            self._write("ET")
            self._in_text = False

    def _words(self, words: Words, down: float) -> None:
        for frag in words.frags:
            tag = self._tag_of(frag, words.tag)
            self._enter(self._spoken(frag, tag))
            if not self._in_text:
                self._write("BT")
                self._in_text = True
            x = self._x + frag.x
            y = self._y - down - words.y + frag.look.rise
            colour = self._colours[frag.look.colour]
            self._code.append(f"{colour} rg 1 0 0 1 {known_number(x)} {number(y)} Tm")
            if frag.look.hidden:
                self._write("3 Tr")
            self._show(frag, (x, y))
            if frag.look.hidden:
                self._write("0 Tr")
            if not frag.look.broken:
                self._around(frag, down + words.y, tag)

    def _spoken(self, frag: Frag, tag: Tag | None) -> Tag | None:
        """For what runs to the left an element that says it in reading order."""
        if tag is None or frag.level % 2 == 0 or frag.look.broken or not frag.text.strip():
            return tag
        return spoken(tag, frag.text)

    def _tag_of(self, frag: Frag, tag: Tag | None) -> Tag | None:
        """The element of a stretch: that of its words, or a link in it, or the break of a word in that."""
        look = frag.look
        if self._aside or tag is None:
            return None
        if self._links.leads(look.link, look.address):
            tag = self._link_in(tag, (look.link, look.address), look.note)
        elif not look.broken:
            self._link = None
        return syllable_break(tag) if look.broken else tag

    def _link_in(self, tag: Tag, where: tuple[str, str], note: bool) -> Tag:
        """The element of a link in `tag`: the same as long as nothing else comes between."""
        key = (tag, *where)
        if self._link is None or self._link[0] != key:
            around = tag.within("Reference") if note else tag
            self._link = (key, around.within("Link"))
        return self._link[1]

    def _show(self, frag: Frag, place: tuple[float, float]) -> None:
        """The stretch with its blanks widened; what no code can stand for carries its text beside it."""
        if isinstance(frag.face, GlyphFace):
            self._write(*self._glyphs(frag, frag.face, place))
            return
        if frag.level % 2:
            frag = frag._replace(text=frag.face.turned(frag.text), gaps=frag.gaps[::-1])
        if max(frag.text, default="") < FIRST_PRIVATE:
            self._run(frag.text, frag)
            return
        done = 0
        for beyond, chars in itertools.groupby(frag.text, key=_needs_text):
            text = "".join(chars)
            part = frag._replace(gaps=frag.gaps[done : done + len(text)])
            done += len(text)
            if beyond:
                actual = f"\ufeff{''.join(map(_meant, text))}".encode("utf-16-be").hex().upper()
                self._write(f"/Span <</ActualText <{actual}>>> BDC")
                self._run("".join(chr(BOX) if ord(char) > 0xFFFF else char for char in text), part)
                self._write("EMC")
            else:
                self._run(text, part)

    def _glyphs(self, frag: Frag, face: GlyphFace, place: tuple[float, float]) -> Iterator[str]:
        """A shaped stretch; a font of one weight is made heavier by an outline."""
        heavy = face.stroke and not frag.look.hidden
        if heavy:
            yield f"{self._colours[frag.look.colour]} RG {number(face.stroke * frag.look.size / 1000)} w 2 Tr"
        yield from drawn(frag, face, place, self._book)
        if heavy:
            yield "0 Tr"

    def _run(self, text: str, frag: Frag) -> None:
        """One stretch: its characters by subset of the font, moved together or apart where they need it."""
        if isinstance(frag.face, GlyphFace):
            return
        size = frag.look.size
        for name, shown in self._letters.shown(text, frag):
            self._code.append(f"{name} {known_number(size)} Tf [{shown}] TJ")

    def _around(self, frag: Frag, down: float, tag: Tag | None) -> None:
        """What belongs to words without being words: underlines, links and what they say."""
        look = frag.look
        if look.underline:
            self._later.append(self._bar(Filled(frag.x, 0, frag.width, 0.5, look.colour), down + 1.4))
        if self._aside or tag is None or tag.kind != "Link":
            return
        self._links.say(tag, frag.text)
        if self._links.leads(look.link, look.address):
            top = down - look.rise - look.size * 0.95
            area = (frag.x, top, frag.x + frag.width, down - look.rise + look.size * 0.3)
            self._lead(tag, (look.link, look.address), area, look.page)

    def _lead(
        self, tag: Tag, where: tuple[str, str], area: tuple[float, float, float, float], printed: bool
    ) -> None:
        """A link; one whose target is not in the Document is left out, its words stay."""
        if self._links.leads(*where) and not self._aside:
            left, top, right, bottom = area
            box = (self._x + left, self._y - bottom, self._x + right, self._y - top)
            self._links.add(tag, where, box, printed)

    def _bar(self, bar: Filled, down: float) -> str:
        left, bottom = self._x + bar.x, self._y - down - bar.y - bar.height
        return f"{self._colours[bar.colour]} rg {numbers((left, bottom, bar.width, bar.height))} re f"

    def _hatched(self, bar: Hatched, down: float) -> None:
        left, bottom = self._x + bar.x, self._y - down - bar.y - bar.height
        inset = 0.3
        box = (left + inset, bottom + inset, bar.width - 2 * inset, max(bar.height - 2 * inset, 0.1))
        shape = f"{numbers(box)} re"
        self._write(f"q {self._colours[bar.colour]} RG 0.6 w {shape} S {shape} W n")
        steps = int((bar.height + bar.width) / HATCH_STEP) + 1 if bar.lines else 0
        for step in range(steps):
            y = bottom - bar.width + step * HATCH_STEP
            self._write(f"{numbers((left, y))} m {numbers((left + bar.width, y + bar.width))} l S")
        self._write("Q")

    def _picture(self, picture: Picture, down: float) -> None:
        left, bottom = self._x + picture.x, self._y - down - picture.y - picture.height
        name = "I" + hashlib.sha256(picture.data).hexdigest()[:16]
        if name not in self._images:
            self._images[name] = image_object(picture.data, self._book)
        self._shown[name] = self._images[name]
        place = numbers((picture.width, 0, 0, picture.height, left, bottom))
        if picture.tag is None:
            self._later.append(f"q {place} cm /{name} Do Q")
            return
        self._enter(picture.tag)
        self._end_text()
        self._write(f"q {place} cm /{name} Do Q")
        self._structure.frame(picture.tag, (left, bottom, left + picture.width, bottom + picture.height))

    def _sheet(self, sheet: Sheet, down: float) -> None:
        """A page that was made elsewhere, as a form; its frame is the element's place."""
        left, bottom = self._x + sheet.x, self._y - down - sheet.y - sheet.height
        form = self._sheets.form(*sheet.source, sheet.width)
        self._shown[form.name] = form.number
        across, up = sheet.width / form.width, sheet.height / form.height
        self._enter(sheet.tag)
        self._end_text()
        self._write(
            f"q {AS_AT_FIRST} {across:.6f} 0 0 {up:.6f} {numbers((left, bottom))} cm /{form.name} Do Q"
        )
        self._structure.frame(sheet.tag, (left, bottom, left + sheet.width, bottom + sheet.height))


def _needs_text(char: str) -> bool:
    """Whether the character's text must stand beside it: beyond the first plane, or for private use.

    ISO 19005-2:2011, 6.2.11.7.3.
    """
    return char > "\uffff" or FIRST_PRIVATE <= char <= LAST_PRIVATE


def _meant(char: str) -> str:
    return chr(SUBSTITUTES.get(ord(char), ord(char))) if FIRST_PRIVATE <= char <= LAST_PRIVATE else char


def _rounded(left: float, bottom: float, width: float, height: float) -> str:
    """The path of a rectangle with rounded corners."""
    radius = 1.5
    handle = CORNER * radius
    right, top = left + width, bottom + height
    parts = [f"{numbers((left + radius, bottom))} m"]
    corners: tuple[tuple[Any, ...], ...] = (
        (right, bottom, 1, 0),
        (right, top, 0, 1),
        (left, top, -1, 0),
        (left, bottom, 0, -1),
    )
    for x, y, across, up in corners:
        inward, onward = (-across, -up), (-up, across)
        begin = (x + inward[0] * radius, y + inward[1] * radius)
        end = (x + onward[0] * radius, y + onward[1] * radius)
        first = (x + inward[0] * handle, y + inward[1] * handle)
        second = (x + onward[0] * handle, y + onward[1] * handle)
        parts.append(f"{numbers(begin)} l {numbers((*first, *second, *end))} c")
    return " ".join(parts) + " h"


def _rgb(colour: str) -> tuple[float, float, float]:
    value = int(colour.lstrip("#"), 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255
