"""Footnotes: small lines at the foot of a page (or endnotes) that begin with a mark called in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.read.pdf.types import Box, Line, PageText, Span

SMALLER = 0.93  # of the text's size
MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5}")
STAR = re.compile(r"\w([*†‡§]{1,3})(?=\s|$)")
RAISED_MARK = re.compile(rf"^\s*({MARK.pattern})\s*[.)]?\s*$")
PLAIN_MARK = re.compile(r"^(\d{1,3}|[*†‡§]{1,3})(?:[.)]\s*|\s+)(?=\S)")
UNITS = re.compile(r"(?:\b[kcdm]?m|\bha|\bft|\bCO|\bH)$")


@dataclass(slots=True)
class Note:
    """A footnote: its mark and its lines, the mark cut off the first."""

    mark: str
    page: int
    lines: list[Line] = field(default_factory=list)


def part_notes(
    pages: list[PageText], lines: list[list[Line]], size: float
) -> tuple[list[list[Line]], list[Note]]:
    """The lines of the text, page by page, and the footnotes; `size` is that of the text in points."""
    body: list[list[Line]] = []
    notes: list[Note] = []
    called = called_marks(line for found in lines for line in found)
    for page, found in zip(pages, lines, strict=True):
        taken: set[int] = set()
        for group in _columns(found):
            start = _zone(group, page, notes, called, size)
            taken.update(map(id, group[start:]))
            _collect(group[start:], notes, called)
        body.append([line for line in found if id(line) not in taken])
    return body, notes


def called_marks(lines: Iterable[Line]) -> set[str]:
    """The marks of the notes that the lines call by raised numbers or signs."""
    marks: set[str] = set()
    for line in lines:
        for place, span in enumerate(line.spans):
            if span.raised and place:
                marks.update(MARK.findall(span.text))
        marks.update(STAR.findall(line.text))
    return marks


def _columns(lines: list[Line]) -> list[list[Line]]:
    """Lines whose columns have the same width in common: those of the whole page are one group."""
    groups: dict[object, list[Line]] = {}
    for line in lines:
        groups.setdefault("whole" if line.whole and not line.turned else line.column, []).append(line)
    return list(groups.values())


def _zone(group: list[Line], page: PageText, notes: list[Note], called: set[str], size: float) -> int:
    """Where the footnotes at the end of the group begin; its length if it has none."""
    start = len(group)
    while start and group[start - 1].size <= SMALLER * size:
        start -= 1
    start = min(start, _below_rule(group, page, called))
    expected = _expected(notes)
    open_note = bool(notes) and notes[-1].page >= page.number - 1
    for place in range(start, len(group)):
        if _mark(group[place], expected, called):
            if open_note and place > start and _follows_on(group, start, notes):
                return start
            return place
    follows = open_note and start < len(group) and _follows_on(group, start, notes)
    return start if follows else len(group)


def _below_rule(group: list[Line], page: PageText, called: set[str]) -> int:
    """The first line below a short rule in the lower part of the page, if it begins with a called mark."""
    rules = [rule for rule in page.rules if _separates(rule, page)]
    for rule in rules:
        for place, line in enumerate(group):
            if line.y < rule.y0 and all(other.y < rule.y0 for other in group[place:]):
                mark = _mark(line, "", called)
                if mark and mark in called and line.y > rule.y0 - 4 * line.size:
                    return place
                break
    return len(group)


def _separates(rule: Box, page: PageText) -> bool:
    width, middle = rule.x1 - rule.x0, page.floor + 0.75 * page.height
    return rule.y1 - rule.y0 <= 3 and 40 <= width <= 0.6 * page.width and rule.y0 <= middle


def _follows_on(group: list[Line], start: int, notes: list[Note]) -> bool:
    """Whether the small lines from `start` on can go on with the last note of the page before."""
    last = notes[-1].lines[-1] if notes and notes[-1].lines else None
    return last is not None and abs(last.size - group[start].size) <= 0.6


def _expected(notes: list[Note]) -> str:
    numbers = [int(note.mark) for note in notes if note.mark.isdigit()]
    return str(numbers[-1] + 1) if numbers else "1"


def _mark(line: Line, expected: str, called: set[str]) -> str:
    """The mark with which the line begins a note, "" if it does not."""
    spans = [span for span in line.spans if span.text.strip()]
    if spans and spans[0].raised:
        found = RAISED_MARK.match(spans[0].text)
        return found[1] if found else ""
    plain = PLAIN_MARK.match(line.text)
    if plain and (plain[1] == expected or (not plain[1].isdigit() and plain[1] in called)):
        return plain[1] if plain[1] in called or plain[1] == expected else ""
    return ""


def _collect(lines: list[Line], notes: list[Note], called: set[str]) -> None:
    for line in lines:
        mark = _mark(line, _expected(notes), called)
        if mark:
            notes.append(Note(mark, line.page, [_without_mark(line)]))
        elif notes:
            notes[-1].lines.append(line)


def _without_mark(line: Line) -> Line:
    """The line without the mark at its beginning."""
    spans = list(line.spans)
    while spans and not spans[0].text.strip():
        spans.pop(0)
    if spans[0].raised:
        line.spans = tuple(spans[1:])
        return line
    found = PLAIN_MARK.match(line.text)
    line.spans = cut_spans(spans, found.end() if found else 0)
    return line


def cut_spans(spans: list[Span] | tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """The spans without their first `length` characters."""
    kept: list[Span] = []
    for span in spans:
        taken = min(length, len(span.text))
        length -= taken
        if taken < len(span.text):
            kept.append(Span(span.text[taken:], span.bold, span.italic, span.raised))
    return tuple(kept)
