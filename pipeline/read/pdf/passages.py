"""Paragraphs and footnotes to passages: kind, level, marker, emphasis, note calls and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place
from pipeline.read.clean import clean, tidy
from pipeline.read.pdf.notes import MARK, UNITS, Note, cut_spans
from pipeline.read.pdf.paragraphs import LARGER, Measures, Paragraph
from pipeline.read.pdf.types import Span
from pipeline.read.pdf.words import joined

LONGEST_HEADING = 250
STOPS = re.compile(r"[.;,]['\"”’»)]*$")
MARKS_AND_REST = re.compile(rf"({MARK.pattern})|(\s+)|([^\s]+?)")
SIDE = 6.0  # points: markers further to the right belong to a deeper list


@dataclass(slots=True)
class Writer:
    """What making passages needs to know, and what it counts."""

    usual: Measures
    words: Counter[str]
    notes: frozenset[str]
    dropped: Counter[str]


def passages(found: list[Paragraph], writer: Writer) -> list[Passage]:
    """The passages of the text, numbered from 1."""
    levels = _heading_levels([one for one in found if not one.cell[0] and _is_heading(one, writer.usual)])
    depths: list[float] = []
    tables: dict[tuple[int, int], int] = {}
    done: list[Passage] = []
    for one in found:
        spans = cut_spans(joined(one.lines, writer.words), _marker_length(one))
        runs = _runs(spans, writer)
        heading = not one.cell[0] and _is_heading(one, writer.usual)
        if not any(run.text or run.note for run in runs) and not one.marker:
            continue
        place = Place(page=one.page, paragraph=len(done) + 1)
        marker = clean(one.marker)
        if one.cell[0]:
            tables.setdefault((one.page, one.cell[0]), len(tables) + 1)
            number = tables[one.page, one.cell[0]]
            _, row, column = one.cell
            done.append(Passage(Kind.TABLE_CELL, runs, place, table=number, row=row, column=column))
        elif heading:
            depths.clear()
            done.append(Passage(Kind.HEADING, runs, place, levels[_look(one)], marker))
        elif one.marker:
            done.append(Passage(Kind.LIST_ITEM, runs, place, _depth(one.lines[0].x0, depths), marker))
        else:
            done.append(Passage(Kind.PARAGRAPH, runs, place))
    return done


def note_passages(notes: list[Note], writer: Writer) -> Iterator[Passage]:
    """The footnotes as passages."""
    for note in notes:
        runs = _runs(joined(note.lines, writer.words), replace(writer, notes=frozenset()))
        yield Passage(Kind.FOOTNOTE, runs, Place(page=note.page), note=clean(note.mark))


def _marker_length(one: Paragraph) -> int:
    if not one.marker:
        return 0
    text = one.lines[0].text
    rest = text[len(one.marker) :]
    return len(one.marker) + len(rest) - len(rest.lstrip())


def _is_heading(one: Paragraph, usual: Measures) -> bool:
    """A short paragraph in larger or bold type, or all in capitals, that ends without a full stop."""
    text = "".join(line.text + " " for line in one.lines).strip()
    words = text[len(one.marker) :].strip()
    if len(text) > LONGEST_HEADING or len(one.lines) > 5 or sum(char.isalpha() for char in words) < 2:
        return False
    if one.size > LARGER * usual.size:
        return not STOPS.search(text) or (one.bold and len(one.lines) == 1)
    if STOPS.search(text) or (text.endswith(":") and len(text) > 40):
        return False
    capitals = words.isupper() and len(words) <= 100 and len(words) > 3 and one.gap
    return (one.bold or capitals) and one.size >= 0.9 * usual.size


def _look(one: Paragraph) -> tuple[float, bool]:
    return (round(one.size * 2) / 2, one.bold)


def _heading_levels(found: list[Paragraph]) -> dict[tuple[float, bool], int]:
    """Levels 1 to 6 by size, bold before plain."""
    looks = sorted({_look(one) for one in found}, reverse=True)
    return {look: min(6, level) for level, look in enumerate(looks, 1)}


def _depth(x: float, depths: list[float]) -> int:
    """The depth of an item whose marker stands at `x`; `depths` are the places of the lists around it."""
    while depths and x < depths[-1] - SIDE:
        depths.pop()
    if not depths or x > depths[-1] + SIDE:
        depths.append(x)
    return len(depths)


def _runs(spans: tuple[Span, ...], writer: Writer) -> tuple[Run, ...]:
    runs: list[Run] = []
    for span in spans:
        if span.raised:
            runs += _raised(span, "".join(run.text for run in runs[-2:]), writer)
        else:
            runs.append(Run(clean(span.text, writer.dropped), span.bold, span.italic))
    return tidy(runs)


def _raised(span: Span, before: str, writer: Writer) -> Iterator[Run]:
    """Note calls where the marks are those of notes, else raised letters."""
    for found in MARKS_AND_REST.finditer(span.text):
        text = found[0]
        if found[1] and text in writer.notes and not UNITS.search(before):
            yield Run("", note=clean(text))
        else:
            yield Run(clean(text, writer.dropped), span.bold, span.italic, superscript=bool(text.strip()))
