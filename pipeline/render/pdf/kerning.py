"""Kerning: by how much pairs of letters move together, read from a family's variable file (OpenType GPOS)."""

from __future__ import annotations

import array
import bisect
import functools
import io
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pipeline.models.style import Family
from pipeline.render.cutting import kerning_font
from pipeline.render.fonts import variable_source
from pipeline.render.keep import digest, kept

RECIPE = 3
CODES = (*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x400, 0x460), *range(0x2010, 0x2027))
"""Characters whose pairs are kerned: Latin, Cyrillic, punctuation. Blanks are the line breaker's."""


class Kerning(dict[int, Mapping[int, int]]):
    """For each first letter the second ones that move, with thousandths of the size; made when first met.

    `pairs` are keys and values in turns, sorted; a key is the first code point times 65536 plus the second.
    """

    def __init__(self, pairs: Sequence[int]) -> None:
        super().__init__()
        self._keys, self._values = pairs[0::2], pairs[1::2]

    def __missing__(self, left: int) -> Mapping[int, int]:
        start = bisect.bisect_left(self._keys, left << 16)
        end = bisect.bisect_left(self._keys, left + 1 << 16)
        seconds = (key & 0xFFFF for key in self._keys[start:end])
        row = self[left] = dict(zip(seconds, self._values[start:end], strict=True))
        return row


@functools.lru_cache(maxsize=64)
def kerning(family: Family, weight: str, italic: bool) -> Kerning:
    """By how much the pairs of letters of a font move."""
    original, axes = variable_source(family, weight, italic)
    recipe = ("kerning", RECIPE, digest(original), sorted(axes.items()))
    pairs = array.array("i")
    pairs.frombytes(kept(recipe, lambda: _packed(original, axes)))
    if sys.byteorder == "big":
        pairs.byteswap()
    return Kerning(pairs)


def _packed(original: bytes, axes: dict[str, float]) -> bytes:
    pairs = array.array("i")
    for pair, value in sorted(_pairs(original, axes).items()):
        pairs.extend((pair, value))
    if sys.byteorder == "big":
        pairs.byteswap()
    return pairs.tobytes()


def _pairs(original: bytes, axes: Mapping[str, float]) -> dict[int, int]:
    """All pairs that move, the values of the lookups of feature "kern" added up."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(kerning_font(original, axes, CODES)), lazy=True)
    if "GPOS" not in font:
        return {}
    codes: dict[str, list[int]] = {}
    for code, glyph in font.getBestCmap().items():
        codes.setdefault(glyph, []).append(code)
    scale = 1000 / font["head"].unitsPerEm
    total: dict[int, int] = {}
    for lookup in _kern_lookups(font["GPOS"].table):
        for left, row in _rows(lookup, codes):
            moved = [(codes[right], round(units * scale)) for right, units in row.items() if units]
            for first in codes[left]:
                for seconds, value in moved:
                    for second in seconds:
                        key = first << 16 | second
                        total[key] = total.get(key, 0) + value
    return {key: value for key, value in total.items() if value}


def _kern_lookups(gpos: Any) -> Iterator[list[Any]]:
    """The pair lookups of the feature "kern", each as its subtables."""
    features = [record.Feature for record in gpos.FeatureList.FeatureRecord if record.FeatureTag == "kern"]
    for index in sorted({index for feature in features for index in feature.LookupListIndex}):
        subtables = [getattr(table, "ExtSubTable", table) for table in gpos.LookupList.Lookup[index].SubTable]
        yield [table for table in subtables if table.LookupType == 2]


def _rows(lookup: list[Any], codes: Collection[str]) -> Iterator[tuple[str, dict[str, int]]]:
    """For each left glyph of `codes` the advance by right glyph; of two subtables the first decides."""
    tables = [_read(subtable, codes) for subtable in lookup]
    for left in codes:
        row: dict[str, int] = {}
        for table in reversed(tables):
            row.update(table.get(left, {}))
        yield left, row


def _read(table: Any, codes: Collection[str]) -> dict[str, dict[str, int]]:
    """Left glyph to right glyph to advance; second letters of no class are left to other subtables."""
    if table.Format == 1:
        pairs = zip(table.Coverage.glyphs, table.PairSet, strict=True)
        return {
            left: {
                record.SecondGlyph: _advance(record.Value1)
                for record in found.PairValueRecord
                if record.SecondGlyph in codes
            }
            for left, found in pairs
            if left in codes
        }
    seconds = [(glyph, number) for glyph, number in table.ClassDef2.classDefs.items() if glyph in codes]
    classes = table.ClassDef1.classDefs
    rows: dict[int, dict[str, int]] = {}
    for number in {classes.get(left, 0) for left in table.Coverage.glyphs}:
        advances = [_advance(record.Value1) for record in table.Class1Record[number].Class2Record]
        rows[number] = {glyph: advances[second] for glyph, second in seconds}
    return {left: rows[classes.get(left, 0)] for left in table.Coverage.glyphs if left in codes}


def _advance(record: Any) -> int:
    return int(getattr(record, "XAdvance", 0) or 0)
