"""Footnotes and endnotes of a DOCX: which are called, in which order, with which mark."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.read.docx.xml import get, qualified, value
from pipeline.read.numerals import figure
from pipeline.read.xml import Element, whole

_PARTS = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}


@dataclass(slots=True)
class _Series:
    """The numbering of one kind of notes, and its notes by id."""

    figures: str
    start: int
    restart: str
    notes: dict[str, Element]
    count: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A note that was called: its mark as displayed and its content."""

    mark: str
    content: Element


class Notes:
    """Counts calls as they are met. Notes that nothing calls are not shown by Word, and not read."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None, settings: Element | None) -> None:
        self._series = {
            "w:footnoteReference": _series("w:footnote", footnotes, settings, "decimal"),
            "w:endnoteReference": _series("w:endnote", endnotes, settings, "lowerRoman"),
        }
        self._calls: dict[str, list[Call]] = {key: [] for key in self._series}

    def call(self, reference: str, identity: str, custom: str) -> str:
        """The mark of the note `identity`, called by a `reference` element; `custom` was typed by hand."""
        series = self._series[reference]
        if custom:
            mark = custom
        else:
            mark = figure(series.start + series.count, series.figures)
            series.count += 1
        if (content := series.notes.get(identity)) is not None:
            self._calls[reference].append(Call(mark, content))
        return mark

    def section(self, properties: Element) -> None:
        """A section ends with this w:sectPr: its notes may start again after it."""
        for reference, series in self._series.items():
            if series.restart == "eachSect":
                series.count = 0
            own = properties.find(qualified(_PARTS[reference] + "Pr"))
            if own is not None:
                series.restart = value(own, "w:numRestart") or series.restart

    def called(self, kind: str) -> list[Call]:
        """The notes of a `kind` ("footnotes", "endnotes") in the order of their calls."""
        return self._calls[f"w:{kind.removesuffix('s')}Reference"]


def _series(short: str, root: Element | None, settings: Element | None, figures: str) -> _Series:
    notes: dict[str, Element] = {}
    if root is not None:
        for element in root.iterfind(qualified(short)):
            if get(element, "w:type") in ("", "normal"):
                notes.setdefault(get(element, "w:id"), element)
    stated = None if settings is None else settings.find(qualified(short + "Pr"))
    return _Series(
        value(stated, "w:numFmt") or figures,
        whole(value(stated, "w:numStart"), 1) or 1,
        value(stated, "w:numRestart"),
        notes,
    )
