"""Kerning: by how much pairs of letters move together, read from a family's variable file (OpenType GPOS)."""

from __future__ import annotations

import array
import functools
import io
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.models.style import Family
from pipeline.render.fonts import variable_source
from pipeline.render.keep import digest, kept

RECIPE = 2
CODES = (*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x400, 0x460), *range(0x2010, 0x2027))
"""Characters whose pairs are kerned: Latin, Cyrillic, punctuation. Blanks are the line breaker's."""


@functools.lru_cache(maxsize=64)
def kerning(family: Family, weight: str, italic: bool) -> Mapping[int, int]:
    """Thousandths of the size by pair; a pair's key is its first code point times 65536 plus its second."""
    original, axes = variable_source(family, weight, italic)
    recipe = ("kerning", RECIPE, digest(original), sorted(axes.items()))
    pairs = array.array("i")
    pairs.frombytes(kept(recipe, lambda: _packed(original, axes)))
    if sys.byteorder == "big":
        pairs.byteswap()
    return dict(zip(pairs[0::2], pairs[1::2], strict=True))


def _packed(original: bytes, axes: dict[str, float]) -> bytes:
    pairs = array.array("i")
    for pair, value in sorted(_pairs(original, axes).items()):
        pairs.extend((pair, value))
    if sys.byteorder == "big":
        pairs.byteswap()
    return pairs.tobytes()


def _pairs(original: bytes, axes: dict[str, float]) -> dict[int, int]:
    """All pairs that move, the values of the lookups of feature "kern" added up."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(original), lazy=True)
    if "GPOS" not in font:
        return {}
    cmap = font.getBestCmap()
    codes: dict[str, list[int]] = {}
    for code in CODES:
        if code in cmap:
            codes.setdefault(cmap[code], []).append(code)
    scale = 1000 / font["head"].unitsPerEm
    value_of = _evaluator(font, axes)
    total: dict[int, int] = {}
    for lookup in _kern_lookups(font["GPOS"].table):
        found: dict[tuple[str, str], float] = {}
        for subtable in lookup:
            for pair, record in _subtable(subtable, codes):
                found.setdefault(pair, value_of(record))
        for (left, right), value in found.items():
            for first in codes[left] if value else ():
                for second in codes[right]:
                    key = first << 16 | second
                    total[key] = total.get(key, 0) + round(value * scale)
    return {key: value for key, value in total.items() if value}


def _kern_lookups(gpos: Any) -> Iterator[list[Any]]:
    """The pair lookups of the feature "kern", each as its subtables."""
    features = [record.Feature for record in gpos.FeatureList.FeatureRecord if record.FeatureTag == "kern"]
    for index in sorted({index for feature in features for index in feature.LookupListIndex}):
        subtables = [getattr(table, "ExtSubTable", table) for table in gpos.LookupList.Lookup[index].SubTable]
        yield [table for table in subtables if table.LookupType == 2]


def _subtable(table: Any, codes: Mapping[str, list[int]]) -> Iterator[tuple[tuple[str, str], Any]]:
    """Pairs of known glyphs with their value record; second letters of no class are left to others."""
    if table.Format == 1:
        for left, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            if left in codes:
                for pair in pairs.PairValueRecord:
                    if pair.SecondGlyph in codes:
                        yield (left, pair.SecondGlyph), pair.Value1
        return
    seconds: dict[int, list[str]] = {}
    for glyph in codes:
        if glyph in table.ClassDef2.classDefs:
            seconds.setdefault(table.ClassDef2.classDefs[glyph], []).append(glyph)
    for left in table.Coverage.glyphs:
        if left in codes:
            row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
            for second, glyphs in seconds.items():
                for right in glyphs:
                    yield (left, right), row[second].Value1


def _evaluator(font: Any, axes: dict[str, float]) -> Any:
    """A function that gives a value record's advance at the place of `axes` in the design space."""
    from fontTools.varLib.models import normalizeLocation
    from fontTools.varLib.varStore import VarStoreInstancer

    store = getattr(font["GDEF"].table, "VarStore", None) if "GDEF" in font else None
    if store is None or "fvar" not in font:
        return lambda record: getattr(record, "XAdvance", 0) or 0
    triples = {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in font["fvar"].axes}
    place = normalizeLocation({**{tag: triple[1] for tag, triple in triples.items()}, **axes}, triples)
    if "avar" in font:
        place = _bent(font["avar"].segments, place)
    instancer = VarStoreInstancer(store, font["fvar"].axes, place)
    memo: dict[int, float] = {}

    def value_of(record: Any) -> float:
        if record is None:
            return 0.0
        value = float(getattr(record, "XAdvance", 0) or 0)
        device = getattr(record, "XAdvDevice", None)
        if device is not None and device.DeltaFormat == 0x8000:
            index = device.StartSize << 16 | device.EndSize
            if index not in memo:
                memo[index] = instancer[index]
            value += memo[index]
        return value

    return value_of


def _bent(segments: Mapping[str, Mapping[float, float]], place: Mapping[str, float]) -> dict[str, float]:
    from fontTools.varLib.models import piecewiseLinearMap

    return {
        tag: piecewiseLinearMap(value, segments[tag]) if segments.get(tag) else value
        for tag, value in place.items()
    }
