"""From pieces to lines: rows by baseline, raised note numbers at their words, blanks where gaps are."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.pdf.rtl import RTL, SWAP, brackets_are_turned, runs
from pipeline.read.pdf.types import Glyph, Line, Piece, Span

SAME_BASELINE = 0.25  # of the size
SMALL = 0.85  # of the size: smaller letters can be raised ones
BLANK = 0.16  # of the size: a wider gap is a blank (a blank itself is 0.2 to 0.3)
MARKER = re.compile(
    r"(?:[•▪◦‣⁃∙·●○■□➢✓❖◆➤\uf000-\uf0ff*§–—-]|o|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?"
    r"|\(?[a-zA-Z][.)]|\(?[ivxlcIVXLC]{1,6}[.)])$"
)


@dataclass(slots=True)
class Fragment:
    """Pieces beside each other without a gap that could part two columns."""

    pieces: list[Piece]
    x0: float
    x1: float
    y: float
    size: float


@dataclass(slots=True)
class Row:
    """What stands on one baseline; `fragments` from left to right."""

    y: float
    size: float
    pieces: list[Piece] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)


def rows_of(pieces: list[Piece]) -> list[Row]:
    """The rows of pieces that run in one direction, from the top of the page down."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x0)):
        row = rows[-1] if rows else None
        if row is not None and row.y - piece.y <= SAME_BASELINE * min(row.size, piece.style.size):
            row.pieces.append(piece)
            row.size = max(row.size, piece.style.size)
        else:
            rows.append(Row(piece.y, piece.style.size, [piece]))
    for row in rows:
        _measure(row)
    rows = _with_raised(rows)
    for row in rows:
        row.fragments = _fragments(row)
    return sorted(rows, key=lambda row: -row.y)


def _measure(row: Row) -> None:
    """Size and baseline of a row are those of most of its letters."""
    sizes: Counter[tuple[float, float]] = Counter()
    for piece in row.pieces:
        sizes[piece.style.size, piece.y] += len(piece.glyphs)
    row.size, row.y = max(sizes, key=lambda key: (sizes[key], key))


def _with_raised(rows: list[Row]) -> list[Row]:
    """Small pieces above or below the baseline, beside a word of a row, join that row."""
    for place, row in enumerate(rows):
        kept: list[Piece] = []
        for piece in row.pieces:
            home = _home(piece, rows, place)
            if home is None:
                kept.append(piece)
            else:
                home.pieces.append(piece)
        row.pieces = kept
    return [row for row in rows if row.pieces]


def _home(piece: Piece, rows: list[Row], place: int) -> Row | None:
    """The row that a small piece belongs to, if it is not its own."""
    if sum(len(glyph.char) for glyph in piece.glyphs) > 12:
        return None
    best: tuple[float, Row] | None = None
    for row in rows[max(0, place - 3) : place + 5]:
        if row is rows[place] or not row.pieces or piece.style.size > SMALL * row.size:
            continue
        rise = piece.y - row.y
        if not -0.4 * row.size <= rise <= 0.75 * row.size:
            continue
        away = min((_apart(piece, other) for other in row.pieces if other is not piece), default=99.0)
        if piece.x1 < min(other.x0 for other in row.pieces) and away <= 5 * row.size:
            away = 0.0  # the mark of a footnote, set apart from its text
        if away <= 0.6 * row.size and (best is None or abs(rise) < best[0]):
            best = (abs(rise), row)
    return best[1] if best else None


def _apart(one: Piece, other: Piece) -> float:
    return max(one.x0 - other.x1, other.x0 - one.x1, 0.0)


def _fragments(row: Row) -> list[Fragment]:
    done: list[Fragment] = []
    for piece in sorted(row.pieces, key=lambda piece: piece.x0):
        last = done[-1] if done else None
        x0, x1 = piece.x0, piece.x1
        if last is not None and (x0 - last.x1 <= row.size or _is_marker(last, row, x0)):
            last.pieces.append(piece)
            last.x1 = max(last.x1, x1)
        else:
            done.append(Fragment([piece], x0, x1, row.y, row.size))
    return done


def _is_marker(fragment: Fragment, row: Row, next_x0: float) -> bool:
    """Whether the fragment is the number or bullet of what follows it."""
    text = "".join(glyph.char for piece in fragment.pieces for glyph in piece.glyphs).strip()
    return next_x0 - fragment.x1 <= 5 * row.size and MARKER.match(text) is not None


class _Letter(NamedTuple):
    glyph: Glyph
    piece: Piece
    raised: bool


def line_of(fragments: list[Fragment], page: int) -> Line:
    """One line of what stands on a baseline within a column."""
    first = fragments[0]
    letters: list[_Letter] = []
    for fragment in fragments:
        for piece in fragment.pieces:
            raised = piece.style.size <= SMALL * fragment.size and piece.y > first.y + 0.12 * fragment.size
            letters += [_Letter(glyph, piece, raised) for glyph in piece.glyphs]
    rtl = RTL.search("".join(letter.glyph.char for letter in letters)) is not None
    letters.sort(key=lambda one: one.glyph.order if rtl else (one.glyph.x0 + one.glyph.x1) / 2)
    spans, starts = _spaced(letters, first.size, rtl)
    if rtl and brackets_are_turned("".join(span.text for span in spans)):
        spans = tuple(replace(span, text=span.text.translate(SWAP)) for span in spans)
    line = Line(
        spans,
        min(fragment.x0 for fragment in fragments),
        max(fragment.x1 for fragment in fragments),
        first.y,
        first.size,
        page,
    )
    line.text_x, line.rtl = line.x0, rtl
    if starts:
        line.first = starts[0][0]
        line.text_x, line.tab = starts[0][1], starts[0][2] / first.size
    else:
        line.first = line.x1 - line.x0
    return line


def _spaced(
    letters: list[_Letter], size: float, rtl: bool
) -> tuple[tuple[Span, ...], list[tuple[float, float, float]]]:
    """Spans with blanks between words; and where the second word begins: width before, left edge, gap."""
    is_blank = _blank_rule(letters, size)
    shown = [letter.glyph for letter in letters if letter.glyph.char.strip()]
    outer = {glyph.order: run for glyph, run in zip(shown, runs(shown), strict=True)} if rtl else {}
    spans: list[Span] = []
    starts: list[tuple[float, float, float]] = []
    text: list[str] = []
    look: tuple[bool, bool, bool] | None = None
    before: Glyph | None = None
    waiting = False
    for glyph, piece, raised in letters:
        if not glyph.char or glyph.char.isspace():
            waiting = waiting or bool(glyph.char)
            continue
        if before is not None and (waiting or is_blank(*_beside(before, glyph, outer))):
            text.append(" ")
            if not starts:
                begin = letters[0].glyph
                width = max(before.x1 - begin.x0, begin.x1 - before.x0)
                starts.append((width, glyph.x0, max(glyph.x0 - before.x1, before.x0 - glyph.x1)))
        waiting = False
        now = (piece.style.bold, piece.style.italic, raised)
        if now != look and look is not None:
            spans.append(Span("".join(text), *look))
            text = []
        look = now
        text.append(glyph.char)
        before = glyph
    if look is not None:
        spans.append(Span("".join(text), *look))
    return tuple(spans), starts


def _beside(before: Glyph, after: Glyph, outer: dict[int, tuple[int, Glyph]]) -> tuple[Glyph, Glyph]:
    """The two glyphs, or the runs that they belong to where these are different ones."""
    if not outer or outer[before.order][0] == outer[after.order][0]:
        return before, after
    return outer[before.order][1], outer[after.order][1]


def _blank_rule(letters: list[_Letter], size: float) -> Callable[[Glyph, Glyph], bool]:
    """How to tell a blank: by the gap; where letters are placed one by one at a fixed pitch, by the step."""
    glyphs = [letter.glyph for letter in letters if letter.glyph.char.strip()]
    pairs = list(pairwise(glyphs))
    singles = sum(letter.piece.single for letter in letters)
    if singles >= 0.6 * len(letters) and len(pairs) >= 5:
        steps = [after.x0 - before.x0 for before, after in pairs]
        pitch = statistics.median(steps)
        if sum(abs(step - pitch) <= 0.03 * pitch for step in steps) >= 0.6 * len(steps):
            return lambda before, after: after.x0 - before.x0 > 1.5 * pitch
    gaps = sorted(after.x0 - before.x1 for before, after in pairs)
    usual = max(0.0, gaps[len(gaps) // 2]) if len(gaps) >= 8 else 0.0
    least = max(BLANK * size, usual + 0.12 * size if usual > 0.05 * size else 0.0)
    return lambda before, after: after.x0 - before.x1 > least or before.x0 - after.x1 > least
