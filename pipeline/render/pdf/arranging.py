"""Arranging: the stretches of one line in their places, where scripts run both ways or need shaping."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.render.pdf.breaking import flexible
from pipeline.render.pdf.faces import AnyFace
from pipeline.render.pdf.glyphs import GlyphFace
from pipeline.render.pdf.ordering import RIGHT_TO_LEFT, levels, visual
from pipeline.render.pdf.strips import Frag
from pipeline.render.pdf.words import IDEOGRAPH, NEWLINE, SPACE, Atom, Look

MARKS = ("\u200e", "\u200f")
"""LEFT-TO-RIGHT MARK and RIGHT-TO-LEFT MARK: they have no width and no look."""

STRONG, FIGURES = (("L",), ("R", "AL")), (("EN", "AN"), ())
"""Classes of characters that have a direction, and of those that run to the right only."""


class Span(NamedTuple):
    """A line as broken: its atoms, the level of every character of each, and of the blank after it.

    `blanks` are set in that face where they run to the left.
    """

    atoms: Sequence[Atom]
    levels: Sequence[tuple[int, ...]]
    base: int
    blanks: AnyFace | None = None


class _Piece(NamedTuple):
    """Text of one look, face and level. `gaps`: white space after each character, in points.

    `told`: see Frag.
    """

    text: str
    look: Look
    face: AnyFace
    level: int
    width: float
    context: tuple[str, str]
    gaps: tuple[float, ...]
    told: tuple[str, str] = ("", "")


def needs_arranging(atoms: Sequence[Atom], rtl: bool) -> bool:
    """Whether words do not simply follow each other from the left, drawn character by character."""
    if rtl or any(isinstance(face, GlyphFace) for face in {atom.face for atom in atoms}):
        return True
    return RIGHT_TO_LEFT.search(" ".join([atom.text for atom in atoms])) is not None


def paragraph_levels(atoms: Sequence[Atom], rtl: bool) -> list[tuple[int, ...]]:
    """For every atom the levels of its characters and of the blank after it, those of the whole paragraph."""
    found = levels("".join(atom.text + " " * _blank_after(atom) for atom in atoms), int(rtl))
    result, at = [], 0
    for atom in atoms:
        blank = _blank_after(atom)
        end = at + len(atom.text)
        result.append((*found[at:end], found[end] if blank else int(rtl)))
        at = end + blank
    return result


def _blank_after(atom: Atom) -> bool:
    return atom.space > 0 or atom.after == NEWLINE


def arranged(span: Span, x: float, slack: float) -> tuple[Frag, ...]:
    """The stretches in reading order, each where it stands; the line begins at `x`, `slack` is shared out."""
    whole = sum(flexible(atom) for atom in span.atoms[:-1])
    unit = slack / whole if whole else 0.0
    runs = list(_told(list(_runs(_pieces(span, unit))), span.base))
    places = [0.0] * len(runs)
    for number in visual([run.level for run in runs]):
        places[number] = x
        x += runs[number].width
    return tuple(
        Frag(place, run.text, run.look, run.face, 0.0, run.width, run.level, run.context, run.gaps, run.told)
        for place, run in zip(places, runs, strict=True)
    )


def _told(runs: list[_Piece], base: int) -> Iterator[_Piece]:
    """Punctuation and blanks between two directions are told their own, by marks that nobody sees.

    Readers of pages (pdftotext) would else put a comma or a bracket there on the wrong side of a word.
    """
    before = base
    for run in runs:
        way, first, last = run.level % 2, *map(unicodedata.bidirectional, (run.text[0], run.text[-1]))
        front = MARKS[way] if way == base != before and first not in STRONG[way] else ""
        back = MARKS[way] if way != base and last not in (*STRONG[way], *FIGURES[way]) else ""
        yield run._replace(told=(front, back))
        before = way


def _pieces(span: Span, unit: float) -> Iterator[_Piece]:
    """The line's text cut where the level changes, each blank with the word before it if it can.

    Blanks at the end of a line have the level of the paragraph (rule L1) and take no room.
    """
    for number, (atom, own) in enumerate(zip(span.atoms, span.levels, strict=True)):
        last = number == len(span.atoms) - 1
        start = 0
        for level, group in itertools.groupby(own[:-1]):
            end = start + len(list(group))
            yield _piece(atom, (start, end), level, 0.0 if last else unit)
            start = end
        if last and atom.after in (SPACE, NEWLINE):
            yield _blank(atom, span, span.base, 0.0)
        elif atom.space and not last:
            yield _blank(atom, span, own[-1], atom.space * (1 + unit))


def _blank(atom: Atom, span: Span, level: int, width: float) -> _Piece:
    """The blank after `atom`, `width` points wide; 0 at the end of a line."""
    face = span.blanks if level % 2 and span.blanks is not None else atom.face
    look = atom.look
    gap = width - face.width(" ", look.size) if width else 0.0
    return _Piece(" ", look, face, level, width, ("", ""), (gap,))


def _piece(atom: Atom, part: tuple[int, int], level: int, unit: float) -> _Piece:
    start, end = part
    text = atom.text[start:end]
    around = (atom.text[:start][-2:] or atom.context[0], atom.text[end : end + 2] or atom.context[1])
    if len(text) == len(atom.text):
        width = atom.width
    elif isinstance(atom.face, GlyphFace):
        width = atom.face.width(text, atom.look.size, around)
    else:
        width = atom.face.width(text, atom.look.size)
    gap = unit * flexible(atom) if atom.after == IDEOGRAPH and end == len(atom.text) else 0.0
    gaps = (*(0.0 for _ in text[1:]), gap)
    return _Piece(text, atom.look, atom.face, level, width + gap, around, gaps)


def _runs(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Neighbours of one look, face and level as one."""
    for _, group in itertools.groupby(pieces, key=lambda piece: (piece.look, piece.face, piece.level)):
        members = list(group)
        first, last = members[0], members[-1]
        yield first._replace(
            text="".join(piece.text for piece in members),
            width=sum(piece.width for piece in members),
            context=(first.context[0], last.context[1]),
            gaps=tuple(gap for piece in members for gap in piece.gaps),
        )
