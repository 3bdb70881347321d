"""The rows of tables in an old Word file: where their cells lie, which are joined, what ground they have."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.doc.bytes import i16, u8, u16
from pipeline.read.doc.letters import NO_SHADE, PATTERNED, Inks, Shade
from pipeline.read.doc.sprms import Sprm, properties
from pipeline.read.doc.styles import Styles, number_of_style
from pipeline.read.limits import too_much
from pipeline.read.rtf.story import CellEdge, RowDraft

_MOST = 63  # [MS-DOC] 2.9.321: cells of a row
_DESCRIPTION = 20
_MOST_BYTES = 1 << 23  # of properties of rows: far more than any table has
_JOINED, _BELOW, _FIRST_OF_COLUMN = 0x2, 0x20, 0x40
_SHADES: dict[int, int] = {Sprm.CELL_SHADES: 0, Sprm.CELL_SHADES_2: 22, Sprm.CELL_SHADES_3: 44}
_HIDING = "the style of a table may hide words of it, which are read all the same"


class RowReader:
    """Makes rows of the properties of their ends ([MS-DOC] 2.6.3).

    `damage` takes that a table style may hide words: which of them, nobody tells before the row has ended.
    """

    def __init__(self, styles: Styles, inks: Inks, damage: list[str]) -> None:
        self._damage = damage
        self._styles = styles
        self._inks = inks
        self._left = _MOST_BYTES

    def row(self, lists: Sequence[bytes]) -> RowDraft:
        """The row that a paragraph with these properties ends. Raises Refused (FI04) for far too many."""
        self._left -= sum(map(len, lists))
        if self._left < 0:
            raise too_much("its rows have too many properties")
        listed = [each for part in lists for each in properties(part)]
        draft = RowDraft()
        for sprm, operand in listed:
            if sprm == Sprm.TABLE:
                _cells(draft, operand)
            elif sprm == Sprm.HEADER_ROW:
                draft.header = int(u8(operand, 0) == 1)
        for sprm, operand in listed:
            if sprm == Sprm.VERTICAL_MERGE and u8(operand, 0) < len(draft.edges):
                draft.edges[u8(operand, 0)].covered = u8(operand, 1) == 1
            elif sprm == Sprm.MERGE:
                for edge in draft.edges[u8(operand, 0) + 1 : u8(operand, 1)]:
                    edge.continued = True
        self._shade(draft, listed)
        return draft

    def _shade(self, draft: RowDraft, listed: list[tuple[int, bytes]]) -> None:
        """Give the cells their grounds; nobody tells which one a table style gives to which cell."""
        styled = [number_of_style(operand) for sprm, operand in listed if sprm == Sprm.TABLE_STYLE]
        if styled and self._styles.hides(styled[-1]) and _HIDING not in self._damage:
            self._damage.append(_HIDING)
        below = PATTERNED if styled and self._styles.shades(styled[-1]) else NO_SHADE
        shades: list[Shade] = [below] * len(draft.edges)
        for sprm, operand in listed:
            if sprm == Sprm.OLD_CELL_SHADES:
                found = [self._inks.old_shade(operand, at) for at in range(0, len(operand) - 1, 2)]
                _lay(shades, 0, found)
            elif sprm == Sprm.TABLE_SHADE:
                _lay(shades, 0, [self._inks.shade(operand)] * len(shades))
            elif (first := _SHADES.get(sprm)) is not None:
                found = [self._inks.shade(operand, at) for at in range(0, len(operand) - 9, 10)]
                _lay(shades, first, found)
        for edge, shade in zip(draft.edges, shades, strict=True):
            edge.ground, edge.shading, edge.pattern = shade


def _lay(shades: list[Shade], first: int, found: list[Shade]) -> None:
    for place, shade in enumerate(found[: max(0, len(shades) - first)], first):
        if shade != NO_SHADE:
            shades[place] = shade


def _cells(draft: RowDraft, operand: bytes) -> None:
    """The edges of the cells ([MS-DOC] 2.9.321, "TDefTableOperand")."""
    count = min(u8(operand, 0), _MOST)
    draft.left = i16(operand, 1)
    draft.edges = []
    descriptions = 1 + 2 * (count + 1)
    for place in range(count):
        flags = u16(operand, descriptions + _DESCRIPTION * place)
        covered = flags & (_BELOW | _FIRST_OF_COLUMN) == _BELOW
        draft.edges.append(CellEdge(i16(operand, 3 + 2 * place), bool(flags & _JOINED), covered))
