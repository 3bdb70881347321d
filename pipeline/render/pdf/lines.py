"""Lines: the inlines of a text broken, justified or ragged, and placed."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.models.document import Inline, Inlines
from pipeline.models.style import TextStyle
from pipeline.render.pdf.arranging import Span, arranged, needs_arranging, paragraph_levels
from pipeline.render.pdf.breaking import break_lines, fit, flexible
from pipeline.render.pdf.faces import AnyFace, Faces
from pipeline.render.pdf.strips import Frag, Words
from pipeline.render.pdf.tags import Tag
from pipeline.render.pdf.words import (
    BROKEN,
    FREE,
    GLUED,
    HYPHEN,
    NEWLINE,
    SPACE,
    Atom,
    Setting,
    atoms,
    with_pages,
)

ASCENT = 0.92
"""Where the baseline of the first line stands, in sizes below the top of its leading, with the rest of the
leading shared out above and below: near the ascenders of the Source families."""


class Line(NamedTuple):
    """A line of text: its words, its height, how wide it is, and the demands whose words are on it.

    `broken`: it ends inside a word, and the next line is on the same page.
    """

    words: Words
    height: float
    width: float
    marks: tuple[str, ...]
    broken: bool = False


BLANK = Inline(" ")
"""Ends words that others follow in the same element, elsewhere on the page."""


WIDEST = 1.5
"""By how much of itself a blank of a line that runs to the left is widened at most.

A line that asks for more is left ragged: its words are never broken, and what reads pages (pdftotext) takes
wider gaps for those between columns.
"""

KEPT = 1_500
"""How many texts are kept as lines in one process: those of a pack of a hundred pages, some 10 MB."""


class Plain(NamedTuple):
    """What of a Setting the places of words depend on."""

    style: TextStyle
    faces: Faces
    language: str
    rtl: bool

    def setting(self) -> Setting:
        """A Setting of no element, in which no page is named any more."""
        return Setting(self.style, self.faces, self.language, {}, rtl=self.rtl)


class Place(NamedTuple):
    """Where a line begins, how far down its baseline is, how high it is, and the element it belongs to."""

    x: float
    baseline: float
    height: float
    tag: Tag | None


def set_lines(inlines: Inlines, setting: Setting, measure: float, x: float = 0) -> list[Line]:
    """The lines of `inlines` in `measure` points, beginning at `x`. No inlines, no lines."""
    if not inlines:
        return []
    found = _lines(with_pages(inlines, setting.pages), _plain(setting), measure, x)
    return [_tagged(line, setting.tag) for line in found]


def one_line(inlines: Inlines, setting: Setting, x: float = 0) -> Line:
    """All of `inlines` on one line, whatever its width."""
    return _tagged(_single(with_pages(inlines, setting.pages), _plain(setting), x), setting.tag)


def _plain(setting: Setting) -> Plain:
    return Plain(setting.style, setting.faces, setting.language, setting.rtl)


def _tagged(line: Line, tag: Tag | None) -> Line:
    """The line as one of the element `tag`."""
    words, height, width, marks, broken = line
    return Line(Words(words.y, words.frags, tag), height, width, marks, broken)


@functools.lru_cache(maxsize=KEPT)
def _lines(inlines: Inlines, plain: Plain, measure: float, x: float) -> tuple[Line, ...]:
    """The lines of a text, in no element yet.

    Kept, since the same texts come again: with page numbers, in other languages and editions of a pack.
    """
    style, rtl, setting = plain.style, plain.rtl, plain.setting()
    parts = fit(atoms(inlines, setting), measure)
    place = Place(x, _baseline(style), style.leading, None)
    lines = []
    known = paragraph_levels(parts, rtl) if needs_arranging(parts, rtl) else []
    blanks = _blanks(parts, setting) if known else None
    for start, end in break_lines(parts, measure, style.justified):
        line = parts[start:end]
        ends = end == len(parts) or line[-1].after == NEWLINE
        fill = style.justified and (not ends or _natural(line) > measure)
        if known:
            lines.append(_arranged(Span(line, known[start:end], int(rtl), blanks), place, measure, fill))
        else:
            lines.append(_line(line, place, measure, fill))
    return tuple(lines)


@functools.lru_cache(maxsize=KEPT)
def _single(inlines: Inlines, plain: Plain, x: float) -> Line:
    """A text on one line, in no element yet."""
    style, rtl, setting = plain.style, plain.rtl, plain.setting()
    parts, place = atoms(inlines, setting), Place(x, _baseline(style), style.leading, None)
    if needs_arranging(parts, rtl):
        known = paragraph_levels(parts, rtl)
        return _arranged(Span(parts, known, int(rtl), _blanks(parts, setting)), place, 0, False)
    return _line(parts, place, 0, False)


def _baseline(style: TextStyle) -> float:
    return (style.leading - style.size) / 2 + style.size * ASCENT * 0.9


def _blanks(parts: Sequence[Atom], setting: Setting) -> AnyFace | None:
    """The face of blanks that run to the left."""
    return setting.faces.split(" ", parts[0].look.key, setting.language)[0][0] if parts else None


def at_right(line: Line, right: float) -> Line:
    """The line moved so that it ends at `right`."""
    shift = right - line.width - min((frag.x for frag in line.words.frags), default=0.0)
    frags = tuple(frag._replace(x=frag.x + shift) for frag in line.words.frags)
    return line._replace(words=line.words._replace(frags=frags))


def _line(line: Sequence[Atom], place: Place, measure: float, fill: bool) -> Line:
    x, baseline, height, tag = place
    natural = _natural(line)
    broken = bool(line) and line[-1].after == HYPHEN and measure > 0
    if broken:
        natural += line[-1].face.width("-", line[-1].look.size)
    count = sum(1 for atom in line[:-1] if atom.space)
    stretch = (measure - natural) / count if fill and count else 0.0
    frags = tuple(_frags(line, x, stretch, broken))
    width = natural + stretch * count
    if line and line[-1].after == FREE and measure > 0:
        frags = (*frags, _hidden_break(line[-1], x + width))
    inside = broken or any(frag.look.hidden for frag in frags)
    return Line(Words(baseline, frags, tag), height, width, _marks(frags), inside)


def _arranged(span: Span, place: Place, measure: float, fill: bool) -> Line:
    """A line of scripts that run both ways or are shaped; a hyphen at its end stands with the last word."""
    x, baseline, height, tag = place
    last = span.atoms[-1] if span.atoms else None
    broken = last is not None and last.after == HYPHEN and measure > 0
    if last is not None and measure > 0 and last.after in (HYPHEN, FREE):
        span = _hyphenated(span, last, hidden=not broken)
    natural = _natural(span.atoms)
    room = sum(flexible(atom) for atom in span.atoms[:-1])
    slack = measure - natural if fill and room else 0.0
    if span.base and slack > WIDEST * room:
        slack = 0.0
    frags = arranged(span, x, slack)
    inside = any(frag.look.broken for frag in frags)
    return Line(Words(baseline, frags, tag), height, natural + slack, _marks(frags), inside)


def _hyphenated(span: Span, last: Atom, hidden: bool) -> Span:
    """The line with the sign of a word that goes on at its end; see BROKEN."""
    look = last.look._replace(broken=True, hidden=hidden, underline=last.look.underline and not hidden)
    width = 0.0 if hidden else last.face.width(BROKEN, last.look.size)
    hyphen = Atom(BROKEN, look, last.face, width, GLUED, 0.0)
    parts = (*span.atoms[:-1], last._replace(after=GLUED), hyphen)
    level = span.levels[-1][-2] if len(span.levels[-1]) > 1 else span.base
    return span._replace(atoms=parts, levels=(*span.levels, (level, level)))


def _natural(line: Sequence[Atom]) -> float:
    """The width of the atoms with blanks as they are."""
    return sum(atom.width + atom.space for atom in line) - (line[-1].space if line else 0.0)


def _hidden_break(atom: Atom, x: float) -> Frag:
    look = atom.look._replace(hidden=True, broken=True, underline=False)
    return Frag(x, BROKEN, look, atom.face, 0.0, 0.0)


def _frags(line: Sequence[Atom], x: float, stretch: float, broken: bool) -> Iterable[Frag]:
    """Neighbours of one look and face as one stretch, so that the words are whole in the file.

    A line that ends between words ends with a blank, which takes no room: words that are read from the
    structure are parted by what is written, not by where it stands (ISO 32000-1:2008, 14.8.2.5).
    """
    start, text, width = x, "", 0.0
    for place, atom in enumerate(line):
        last = place == len(line) - 1
        text, width = text + atom.text, width + atom.width
        if atom.space and not last:
            text, width = text + " ", width + atom.space + stretch
        elif last and atom.after in (SPACE, NEWLINE):
            text += " "
        following = None if last else line[place + 1]
        if following is None or (following.look, following.face) != (atom.look, atom.face):
            if text:
                yield Frag(start, text, atom.look, atom.face, stretch, width)
            start, text, width = start + width, "", 0.0
    if broken:
        look, face = line[-1].look, line[-1].face
        yield Frag(start, BROKEN, look._replace(broken=True), face, 0.0, face.width("-", look.size))


def _marks(frags: Iterable[Frag]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(frag.look.mark for frag in frags if frag.look.mark))
