"""The fields of an old Word file while its letters are walked: what is code, and what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.read.field_codes import shows_no_result
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.state import SKIPPED, Field, Letters

BEGIN, SEPARATOR, END = "\x13", "\x14", "\x15"
_DEEPEST = 100
_LONGEST = 20_000


@dataclass(slots=True)
class _Open:
    """A field that is open: its code, whether its result has begun, and whether that is shown nowhere."""

    field: Field
    result: bool = False
    unseen: bool = False


class Fields:
    """The fields that are open at a place ([MS-DOC] 2.8.25)."""

    def __init__(self, noticed: Noticed) -> None:
        self._noticed = noticed
        self._open: list[_Open] = []
        self._codes = 0

    @property
    def visible(self) -> bool:
        """Whether letters are shown here: they are not part of a code."""
        return not self._codes

    @property
    def inner(self) -> Field | None:
        """The innermost field."""
        return self._open[-1].field if self._open else None

    def sign(self, sign: str) -> Field | None:
        """Take the sign of a field; the field that it ends before it showed anything."""
        if sign == BEGIN:
            if len(self._open) < _DEEPEST:
                self._open.append(_Open(Field(self.inner, SKIPPED)))
                self._codes += 1
        elif sign == SEPARATOR and self._open and not self._open[-1].result:
            self._open[-1].result = True
            self._open[-1].unseen = shows_no_result(self._open[-1].field.instruction)
            self._codes -= not self._open[-1].unseen
        elif sign == END and self._open:
            return self._end()
        return None

    def instruct(self, text: str, letters: Letters) -> None:
        """Take letters of a code."""
        if self._open and not self._open[-1].result and len(self._open[-1].field.pieces) < _LONGEST:
            self._open[-1].field.instruct(text, letters)
        elif self._open and self._open[-1].unseen:
            self._noticed.hidden_words += len(text.split())

    def end_codes(self) -> None:
        """End the fields whose code is open: a code never runs on into the next paragraph."""
        while self._open and not self._open[-1].result:
            self._end()

    def _end(self) -> Field | None:
        ended = self._open.pop()
        self._codes -= ended.unseen or not ended.result
        if ended.field.fetching:
            self._noticed.outside.add("a field that fetches something from outside of it")
        return None if ended.field.shows or ended.unseen else ended.field
