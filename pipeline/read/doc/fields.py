"""The fields of an old Word file while its letters are walked: what is code, and what is shown of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import NamedTuple

from pipeline.read.field_codes import shows_no_result
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.state import SKIPPED, Field, Letters

BEGIN, SEPARATOR, END = "\x13", "\x14", "\x15"
_DEEPEST = 100
_LONGEST = 20_000
_NAME = 20  # pieces of a code, among which its name is
_SIGN = re.compile("[\x13\x14\x15]")
_SHAPE = re.compile(r"\s*SHAPE\b", re.I)
_NO_END = "a field of it has no end, so that words behind its beginning may be missing"
_TOO_DEEP = "it has too many fields inside one another, so that some of their words are missing"


class Whole(NamedTuple):
    """The places at which fields begin whose code has an end, and those of which the field has one."""

    coded: frozenset[int] = frozenset()
    ended: frozenset[int] = frozenset()


def whole_fields(text: str, begin: int, end: int) -> Whole:
    """Which of the fields that begin between two places have their other signs there too."""
    coded: set[int] = set()
    ended: set[int] = set()
    begun: list[int] = []
    for found in _SIGN.finditer(text, begin, end):
        if found.group() == BEGIN:
            begun.append(found.start())
        elif begun:
            coded.add(begun[-1])
            if found.group() == END:
                ended.add(begun.pop())
    return Whole(frozenset(coded), frozenset(ended))


@dataclass(slots=True, eq=False)
class Open:
    """A field that is open at `place`: its code, whether its result has begun, whether that is shown nowhere.

    `letters`: those of each piece of the code; `data`: where the stream of data says what it shows.
    """

    place: int
    field: Field
    result: bool = False
    unseen: bool = False
    data: int | None = None
    letters: list[Letters] = made_by(default_factory=list)

    @property
    def instruction(self) -> str:
        """Its code as written."""
        return self.field.instruction

    @property
    def look(self) -> Letters | None:
        """The letters of its code: those that hide some of it, else those that it begins with."""
        shown = [
            own for piece, own in zip(self.field.pieces, self.letters, strict=True) if not piece.isspace()
        ]
        return next((own for own in shown if own.hidden or own.deleted), shown[0] if shown else None)

    def set_as(self, text: str) -> list[tuple[str, Letters]]:
        """`text`, the last that stands in its code like this, in pieces with the letters of each."""
        begin = self.instruction.rfind(text)
        end = begin + len(text)
        found: list[tuple[str, Letters]] = []
        at = 0
        for piece, own in zip(self.field.pieces, self.letters, strict=True):
            if part := piece[max(0, begin - at) : max(0, end - at)]:
                found.append((part, own))
            at += len(piece)
        return found


class Fields:
    """The fields that are open at a place ([MS-DOC] 2.8.25)."""

    def __init__(self, noticed: Noticed, whole: Whole) -> None:
        self._noticed = noticed
        self._whole = whole
        self._open: list[Open] = []
        self._codes = 0
        self._surplus = 0

    @property
    def visible(self) -> bool:
        """Whether letters are shown here: they are not part of a code."""
        return not self._codes and not self._surplus

    @property
    def draws(self) -> bool:
        """Whether what is drawn here is shown: Word keeps in the code of SHAPE what stands in the line."""
        if self.visible:
            return True
        inner = self._open[-1] if self._codes == 1 and not self._surplus else None
        if inner is None or inner.result:
            return False
        return _SHAPE.match("".join(inner.field.pieces[:_NAME])) is not None

    @property
    def inner(self) -> Field | None:
        """The innermost field."""
        return self._open[-1].field if self._open else None

    def sign(self, sign: str, place: int) -> Open | None:
        """Take the sign of a field; the field that it ends before it showed anything."""
        if sign == BEGIN:
            self._begin(place)
        elif self._surplus:
            self._surplus -= sign == END
        elif sign == SEPARATOR and self._open and not self._open[-1].result:
            self._open[-1].result = True
            self._open[-1].unseen = shows_no_result(self._open[-1].instruction)
            self._codes -= not self._open[-1].unseen
        elif sign == END and self._open:
            return self._end()
        return None

    def _begin(self, place: int) -> None:
        if len(self._open) < _DEEPEST and not self._surplus:
            self._open.append(Open(place, Field(self.inner, SKIPPED)))
            self._codes += 1
            return
        self._surplus += place in self._whole.ended
        if _TOO_DEEP not in self._noticed.damage:
            self._noticed.damage.append(_TOO_DEEP)

    def instruct(self, text: str, letters: Letters) -> None:
        """Take letters of a code."""
        if self._surplus or not self._open:
            return
        inner = self._open[-1]
        if not inner.result and len(inner.field.pieces) < _LONGEST:
            inner.field.instruct(text, letters)
            inner.letters.append(letters)
        elif inner.unseen:
            self._noticed.hidden_words += len(text.split())

    def attach(self, data: int) -> None:
        """Take the place in the stream of data that says what the innermost field shows."""
        if self._open and not self._surplus:
            self._open[-1].data = data

    def end_paragraph(self) -> None:
        """End what is not shown and has no end of its own: it would run on through all that follows."""
        for each in [*self._open]:
            wanted = self._whole.ended if each.unseen else self._whole.coded
            if (each.unseen or not each.result) and each.place not in wanted:
                self._open.remove(each)
                self._close(each)
                if _NO_END not in self._noticed.damage:
                    self._noticed.damage.append(_NO_END)

    def _end(self) -> Open | None:
        ended = self._open.pop()
        self._close(ended)
        return None if ended.field.shows or ended.unseen else ended

    def _close(self, ended: Open) -> None:
        self._codes -= ended.unseen or not ended.result
        if ended.field.fetching:
            self._noticed.outside.add("a field that fetches something from outside of it")
