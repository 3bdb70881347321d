"""Lines to paragraphs: by leading, indentation, how full the lines are, markers and sentence ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.read.pdf.types import Line

BULLETS = "•▪◦‣⁃∙·●○■□➢✓❖◆➤❑⇨→►▶§"
MARKER = re.compile(
    rf"(?P<bullet>[{BULLETS}\uf000-\uf0ff])(?=\S|\s|$)"
    r"|(?P<dash>[-–—*o¾])(?=\s)"
    r"|(?P<paren>\((?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlc]{1,6})\)|(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[A-Z])\))(?=\s|$)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}\.)(?=\s|$)"
    r"|(?P<levels>\d{1,2}(?:\.\d{1,2}){1,4})(?=\s|$)"
    r"|(?P<letter>(?:[IVXLC]{1,6}|[ivxlc]{1,6}|[A-Z]|[a-z])\.)(?=\s|$)"
)
ENDS = re.compile(r"[.:;!?…。؟।]['\"”’»)\]]*\s*(?:\d{1,3}\s*)?$")
OPEN_END = re.compile(r"[,;:]$|\b(?:and|or|et|ou|y|o|и|или)$")
TEXT_SHARE = 0.15  # of all letters: less is headings
TAB = 0.6  # ems behind a marker: more than a blank
LOOSE = 1.22  # times the usual leading: a space between paragraphs
INDENT = 0.8  # ems
LARGER = 1.08  # of the size: another kind of text


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; `marker` as printed and where it stands, "" if there is none."""

    lines: list[Line]
    marker: str = ""
    gap: bool = True

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def cell(self) -> tuple[int, int, int]:
        """Table, row and column; zeros outside of tables."""
        return self.lines[0].cell

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes = Counter[float]()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


@dataclass(slots=True)
class Measures:
    """What is usual in the document: size of the text, leading by size, edges of the columns."""

    size: float = 10.0
    leading: dict[float, float] = field(default_factory=dict)
    edges: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    justified: bool = False

    def edge(self, line: Line) -> tuple[float, float]:
        """Left and right edge of the column in which the line stands."""
        return self.edges.get(_column(line), (line.x0, line.x1))


def body_size(lines: list[Line]) -> float:
    """The size of most letters, in points; 10 if there are none.

    Sizes in which lines begin with a raised mark are those of notes; notes can be longer than the text.
    """
    sizes = Counter[float]()
    of_notes: set[float] = set()
    for line in lines:
        size = round(line.size * 2) / 2
        sizes[size] += len(line.text)
        if line.spans and line.spans[0].raised:
            of_notes.add(size)
    text = {size: count for size, count in sizes.items() if size > max(of_notes, default=0)}
    if sum(text.values()) < TEXT_SHARE * sizes.total():
        text = dict(sizes)
    return max(text, key=lambda size: (text[size], size)) if text else 10.0


def measure(lines: list[Line]) -> Measures:
    """What is usual in these lines."""
    found = Measures(body_size(lines))
    steps: dict[float, Counter[float]] = {}
    columns: dict[tuple[int, int], list[Line]] = {}
    for before, after in pairwise(lines):
        step = (before.y - after.y) / max(1.0, after.size)
        if _column(before) == _column(after) and abs(before.size - after.size) < 0.6 and 0.9 < step < 2.6:
            steps.setdefault(round(after.size), Counter())[round(step, 1)] += 1
    for size, counts in steps.items():
        found.leading[size] = min(counts, key=lambda step: (-counts[step], step))
    for line in lines:
        columns.setdefault(_column(line), []).append(line)
    whole = sorted(line.x1 for line in lines if line.whole and not line.turned)
    for key, mine in columns.items():
        right = max(line.x1 for line in mine)
        if not key[1] and len(mine) < 6 and whole:
            right = max(right, whole[int(0.95 * (len(whole) - 1))])
        found.edges[key] = (min(line.x0 for line in mine), right)
    full = sum(abs(line.x1 - found.edge(line)[1]) < 1.5 for line in lines)
    found.justified = full > 0.5 * len(lines)
    return found


def _column(line: Line) -> tuple[int, int]:
    """Columns as wide as the page are one column."""
    return (line.page, 0 if line.whole and not line.turned else line.column + 1)


def paragraphs(lines: list[Line], usual: Measures) -> list[Paragraph]:
    """The paragraphs that the lines make, in their order."""
    done: list[Paragraph] = []
    for line in lines:
        now = done[-1] if done else None
        marker = "" if line.cell[0] else marker_of(line, now, usual)
        if now is not None and not marker and _belongs(now, line, usual):
            now.lines.append(line)
        else:
            done.append(Paragraph([line], marker, now is None or not _close(now.lines[-1], line, usual)))
    return done


def marker_of(line: Line, now: Paragraph | None, usual: Measures) -> str:
    """The number or bullet with which the line begins an item, "" if it does not; `now` is what goes before.

    "12. Then" within a sentence is none: a marker stands apart, or what goes before has come to its end.
    """
    found = MARKER.match(line.text)
    if found is None:
        return ""
    text, kind = found[0], found.lastgroup
    if kind == "bullet":
        return text
    if line.tab >= TAB:
        return text
    goes_on = bool(now and now.marker and _alike(now.marker, text))
    if (kind == "letter" and not line.bold and not goes_on) or kind == "levels" or text in "o¾":
        return ""
    return text if _is_begun(line, now, usual) else ""


def _alike(one: str, other: str) -> bool:
    return re.sub(r"\w+", "", one) == re.sub(r"\w+", "", other) and one[:1].isdigit() == other[:1].isdigit()


def _is_begun(line: Line, now: Paragraph | None, usual: Measures) -> bool:
    """Whether something new can begin with the line."""
    if now is None:
        return True
    last = now.lines[-1]
    if _column(last) != _column(line) and ENDS.search(last.text):
        return True
    if ENDS.search(last.text) or OPEN_END.search(last.text):
        return True
    if last.page == line.page and not _close(last, line, usual):
        return True
    return _is_short(last, line, usual) or last.bold != line.bold


def _close(last: Line, line: Line, usual: Measures) -> bool:
    """Whether the lines follow each other at the leading of one paragraph."""
    if _column(last) != _column(line):
        return False
    step = last.y - line.y
    leading = usual.leading.get(round(line.size), 1.25)
    return 0 < step <= max(LOOSE * leading, leading + 0.15) * max(line.size, last.size)


def _is_short(last: Line, line: Line, usual: Measures) -> bool:
    """Whether the first word of `line` would have found room at the end of `last`."""
    left, right = usual.edge(last)
    if last.rtl:
        return last.x0 - 0.25 * last.size - line.first > left + 0.6 * last.size
    return last.x1 + 0.25 * last.size + line.first < right - 0.6 * last.size


def _belongs(now: Paragraph, line: Line, usual: Measures) -> bool:
    """Whether the line is of the same cell, or goes on with the same paragraph."""
    last = now.lines[-1]
    if last.cell[0] or line.cell[0]:
        return last.cell == line.cell and last.page == line.page
    return _continues(now, line, usual)


def _continues(now: Paragraph, line: Line, usual: Measures) -> bool:
    last = now.lines[-1]
    if abs(last.size - line.size) > (LARGER - 1) * last.size or last.turned != line.turned:
        return False
    if last.bold != line.bold and not _goes_on(last, line) and not _bold_start(now, line, usual):
        return False
    if _column(last) != _column(line) or not _close(last, line, usual):
        return _column(last) != _column(line) and _continues_over(now, line, usual)
    if _is_headlike(now, usual) and line.bold == last.bold:
        return True
    if _is_short(last, line, usual):
        return _goes_on(last, line)
    return not _is_indented(now, line)


def _bold_start(now: Paragraph, line: Line, usual: Measures) -> bool:
    """Whether a paragraph whose bold beginning fills its first lines goes on in plain type."""
    last = now.lines[-1]
    return last.bold and bool(line.spans) and line.spans[0].bold and not _is_short(last, line, usual)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether the words run on: no end of a sentence, then a small letter."""
    first = line.text.lstrip("\"'“‘«(")[:1]
    return not ENDS.search(last.text) and first.islower()


def _is_headlike(now: Paragraph, usual: Measures) -> bool:
    """Whether what goes before looks like a heading, whose lines are broken by hand."""
    larger = now.lines[0].size > LARGER * usual.size
    return (larger or now.bold) and len(now.lines) < 5 and not ENDS.search(now.lines[-1].text)


def _is_indented(now: Paragraph, line: Line) -> bool:
    """Whether the line begins a paragraph by its indentation."""
    last = now.lines[-1]
    shift = (last.x1 - line.x1 if line.rtl else line.x0 - last.x0) / line.size
    if len(now.lines) == 1:
        return shift > INDENT and not now.marker and bool(ENDS.search(now.lines[-1].text))
    return shift > INDENT


def _continues_over(now: Paragraph, line: Line, usual: Measures) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    last = now.lines[-1]
    if _is_headlike(now, usual) or (last.column == line.column and last.page == line.page):
        return False
    if _goes_on(last, line):
        return True
    full = not _is_short(last, line, usual)
    if not ENDS.search(last.text):
        return full
    if now.marker and len(now.lines) > 1:
        return full and abs(line.x0 - last.x0) < 2 and abs(line.x0 - now.lines[0].x0) > 2
    indented = line.x0 > usual.edge(line)[0] + INDENT * line.size
    return full and usual.justified and abs(last.x1 - usual.edge(last)[1]) < 1.5 and not indented
