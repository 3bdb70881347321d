"""The sections of an old Word file, as far as they and the file say how notes are numbered."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pipeline.read.doc.bytes import Plex, u8, u16, u32
from pipeline.read.doc.fib import Head
from pipeline.read.doc.sprms import Sprm, properties
from pipeline.read.rtf.lists import FIGURES

_BY_SECTION = 1
_NOTHING = 0xFFFFFFFF
_OF_SECTIONS = {
    Sprm.NEW_FOOTNOTES: ("footnotes", "restarts"), Sprm.FIRST_FOOTNOTE: ("footnotes", "start"),
    Sprm.FOOTNOTE_FIGURES: ("footnotes", "figures"), Sprm.NEW_ENDNOTES: ("endnotes", "restarts"),
    Sprm.FIRST_ENDNOTE: ("endnotes", "start"), Sprm.ENDNOTE_FIGURES: ("endnotes", "figures"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """How notes of one kind are numbered. `restarts`: in each section anew."""

    figures: int
    start: int = 1
    restarts: int = 0

    @property
    def figures_name(self) -> str:
        """The number format by the name that it has in newer files."""
        return FIGURES.get(self.figures, "decimal")

    @property
    def by_section(self) -> bool:
        """Whether the numbers begin anew in each section."""
        return self.restarts == _BY_SECTION


class Sections:
    """Where sections end, and how each numbers its notes ([MS-DOC] 2.8.26, "PlcfSed"; 2.7, "Dop")."""

    def __init__(self, head: Head) -> None:
        plex = Plex(head.table("sections"), 12)
        self.ends = plex.places[1:]
        dop = head.table("document")
        long = len(dop) >= 500
        feet = u16(dop, 492) if long else u16(dop, 54) >> 2 & 15
        ends = u16(dop, 494) if long else u16(dop, 54) >> 6 & 15
        self._general = {
            "footnotes": Rule(feet, u16(dop, 2) >> 2 or 1, u16(dop, 2) & 3),
            "endnotes": Rule(ends if dop else 2, u16(dop, 52) >> 2 or 1, u16(dop, 52) & 3),
        }
        self._own: list[dict[str, dict[str, int]]] = []
        for _, _, item in plex.stretches():
            self._own.append(_stated(head.main, u32(item, 2)))

    def number(self, place: int) -> int:
        """The number of the section that `place` of the text is in."""
        return bisect_left(self.ends, place + 1)

    def rule(self, kind: str, section: int) -> Rule:
        """How a section numbers its "footnotes" or "endnotes"."""
        general = self._general[kind]
        own = self._own[section].get(kind, {}) if section < len(self._own) else {}
        return Rule(
            own.get("figures", general.figures),
            own.get("start", general.start),
            own.get("restarts", general.restarts),
        )


def _stated(main: bytes, at: int) -> dict[str, dict[str, int]]:
    """What a section states itself ([MS-DOC] 2.9.243, "Sepx")."""
    found: dict[str, dict[str, int]] = {}
    if at in (_NOTHING, 0):
        return found
    for sprm, operand in properties(main[at + 2 : at + 2 + u16(main, at)]):
        if sprm in _OF_SECTIONS:
            kind, name = _OF_SECTIONS[Sprm(sprm)]
            found.setdefault(kind, {})[name] = u16(operand, 0) if len(operand) > 1 else u8(operand, 0)
    return found
