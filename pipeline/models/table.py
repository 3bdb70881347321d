"""A table that staff bring to be labelled: its cells, and how it was written: nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

TableKind = Literal["csv", "xlsx", "txt"]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table was written.

    Of a CSV: its delimiter; `codec` and `mark` (byte order mark), the codec "" if the bytes cannot be given
    back exactly; `records`, every record with its line end, in the order of the file, also those above the
    head. Of a spreadsheet: the file itself, the sheet's part in it and its name, how many sheets there are,
    and for each row its number in the sheet.
    """

    kind: TableKind
    delimiter: str = ","
    codec: str = "utf-8"
    mark: bytes = b""
    records: tuple[str, ...] = ()
    part: str = ""
    sheet: str = ""
    sheets: int = 1
    numbers: tuple[int, ...] = ()
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read.

    `head` is the place of the row with the names of the columns among all rows of the file, `columns` its
    cells; `rows` are those below, as wide as they are written. `chosen` is the wanted column, -1 if no row
    near the top has it; `columns` is then the row near the top with most cells. `others` are then the other
    sheets, each with its name and what its columns seem to be.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    chosen: int
    head: int = 0
    layout: Layout = field(default_factory=lambda: Layout("txt"))
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def namesakes(self) -> int:
        """How many columns are called as the chosen one is, in any case and spacing; it is one of them."""
        names = [" ".join(name.split()).casefold() for name in self.columns]
        return names.count(names[self.chosen]) if self.chosen >= 0 else 0

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max(map(len, (self.columns, *self.rows)), default=0)
