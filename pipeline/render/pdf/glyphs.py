"""Glyph faces: fonts of other scripts, shaped by HarfBuzz; what is drawn are clusters, not characters."""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.models.style import Family
from pipeline.render import fonts
from pipeline.render.characters import is_invisible
from pipeline.render.pdf.ordering import RIGHT_TO_LEFT

STROKES = {"semibold": 22.0, "bold": 34.0}
"""Outlines that make one weight look heavier, in thousandths of the size, for fonts that have only one."""

SUBSTITUTES = {0x2011: 0x2010, 0x2010: 0x2D, 0x2212: 0x2013}


LAM, ALEFS = "\u0644", frozenset("\u0622\u0623\u0625\u0627")
"""They join to one sign in every hand (Unicode Standard 15.0, section 9.2), also where a font draws two."""


class Cluster(NamedTuple):
    """Characters that are drawn together: glyphs with their places and the advance, in font units.

    Letters and their marks and dots are one cluster, a letter of a font that draws its dots apart too: so
    every drawn thing stands for the characters that it shows and nothing else. `before` and `after` are how
    much further right it and what follows stand than they would alone: the same shape is kerned in many ways.
    """

    text: str
    parts: tuple[tuple[int, int, int], ...]
    advance: int
    before: int = 0
    after: int = 0

    @property
    def alone(self) -> Cluster:
        """What is drawn, wherever it stands."""
        return self._replace(before=0, after=0)


class _Glyph(NamedTuple):
    """A shaped glyph: the first character of its cluster, its number, its place and advance in font units."""

    at: int
    code: int
    x: int
    y: int
    advance: int


class GlyphFace:
    """One font at one weight. Widths are in thousandths of the size, which is `scale` times that asked for.

    `stroke` is an outline that makes a font look heavier than it is, in thousandths of the size.
    """

    def __init__(self, key: Any, family: Family) -> None:
        import uharfbuzz as hb

        path, axes = fonts.font_source(family, key.weight)
        self.key = key
        self.name = fonts.postscript_name(family, key.weight, False)
        self.scale = family.scale
        self.stroke = 0.0 if axes else STROKES.get(key.weight, 0.0)
        self._face = _opened(str(path))
        self.font: Any = hb.Font(self._face)
        if axes:
            self.font.set_variations(axes)
        self.units = 1000 / self._face.upem
        self.own: frozenset[int] = _characters(str(path))
        self._shaped: dict[tuple[str, bool, tuple[str, str]], tuple[Cluster, ...]] = {}

    def has(self, code: int) -> bool:
        """Whether the face has a letter, or one that looks the same, or nothing to show for `code`."""
        return code in self.own or SUBSTITUTES.get(code, -1) in self.own or is_invisible(code)

    def make_ready(self, code: int) -> None:
        """Nothing: what the face has it can draw."""

    def kern(self, left: int, right: int) -> int:
        """Nothing: the distances are in what is shaped."""
        return 0

    def width(self, text: str, size: float, context: tuple[str, str] = ("", "")) -> float:
        """The advance of `text` between the letters of `context`, which it may join, in points."""
        rtl = RIGHT_TO_LEFT.search(text) is not None
        return self.advance(self.clusters(text, rtl, context)) * size / 1000

    def advance(self, clusters: tuple[Cluster, ...]) -> float:
        """The advance of `clusters` in thousandths of the size asked for."""
        whole = sum(cluster.before + cluster.advance + cluster.after for cluster in clusters)
        return whole * float(self.units) * self.scale

    def clusters(self, text: str, rtl: bool, context: tuple[str, str] = ("", "")) -> tuple[Cluster, ...]:
        """The clusters of a text of one direction, from left to right."""
        key = (text, rtl, context)
        found = self._shaped.get(key)
        if found is None:
            found = self._shaped[key] = tuple(self._shape(text, rtl, context))
        return found

    def _shape(self, text: str, rtl: bool, context: tuple[str, str]) -> Iterator[Cluster]:
        import uharfbuzz as hb

        if not text:
            return
        before, after = context
        codes = [self._letter(ord(char)) for char in before + text + after]
        buffer = hb.Buffer()
        buffer.add_codepoints(codes, len(before), len(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        hb.shape(self.font, buffer, {"kern": True, "liga": True})
        glyphs = [
            _Glyph(
                info.cluster - len(before), info.codepoint, place.x_offset, place.y_offset, place.x_advance
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        starts = _starts(text, {glyph.at for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for start, group in itertools.groupby(glyphs, key=lambda glyph: _start_of(glyph.at, starts)):
            yield self._cluster(text[start : ends[start]], list(group))

    def _cluster(self, text: str, glyphs: list[_Glyph]) -> Cluster:
        """The glyphs in their places, those of kerning apart: by how much the letter itself was moved.

        A character without a look (a mark of direction, a joiner) is drawn as a blank of no width.
        """
        blank = self.font.get_nominal_glyph(0x20)
        natural = [
            self.font.get_glyph_h_advance(glyph.code) if glyph.advance or glyph.code != blank else 0
            for glyph in glyphs
        ]
        letter = next((place for place, advance in enumerate(natural) if advance), None)
        before = 0 if letter is None else glyphs[letter].x
        parts, x = [], 0
        for glyph in glyphs:
            parts.append((glyph.code, x + glyph.x - before, glyph.y))
            x += glyph.advance
        last = max((place for place, advance in enumerate(natural) if advance), default=0)
        kerned = glyphs[last].advance - natural[last] if letter is not None else 0
        return Cluster(text, tuple(parts), x - kerned, before, kerned - before)

    def _letter(self, code: int) -> int:
        if code not in self.own and SUBSTITUTES.get(code, -1) in self.own:
            return SUBSTITUTES[code]
        return code

    def outline(self, cluster: Cluster) -> Any:
        """The cluster as one TrueType glyph, in the units of the font."""
        cluster = cluster.alone
        found = _OUTLINES.get((self.name, cluster))
        if found is None:
            if len(_OUTLINES) > MOST_OUTLINES:
                _OUTLINES.clear()
            found = _OUTLINES[self.name, cluster] = self._drawn(cluster)
        return found

    def _drawn(self, cluster: Cluster) -> Any:
        from fontTools.pens.cu2quPen import Cu2QuPen
        from fontTools.pens.transformPen import TransformPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen

        pen = TTGlyphPen(None)
        for glyph, x, y in cluster.parts:
            self.font.draw_glyph_with_pen(
                glyph, TransformPen(Cu2QuPen(pen, self._face.upem / 1000), (1, 0, 0, 1, x, y))
            )
        return pen.glyph()


def _starts(text: str, shaped: set[int]) -> list[int]:
    """Where clusters begin: an alef with the lam that it joins is none of its own."""
    starts = sorted(shaped)
    return [
        at
        for place, at in enumerate(starts)
        if not (place and text[at] in ALEFS and text[starts[place - 1]] == LAM)
    ]


def _start_of(at: int, starts: list[int]) -> int:
    return starts[bisect.bisect_right(starts, at) - 1]


MOST_OUTLINES = 20_000
_OUTLINES: dict[tuple[str, Cluster], Any] = {}
"""Outlines that were drawn: the same letters come again in every pack."""


@functools.lru_cache(maxsize=16)
def _opened(path: str) -> Any:
    import uharfbuzz as hb

    return hb.Face(hb.Blob.from_file_path(path))


@functools.lru_cache(maxsize=16)
def _characters(path: str) -> frozenset[int]:
    """What the file has letters for; control characters, which some fonts name, are none."""
    return frozenset(code for code in _opened(path).unicodes if code >= 0x20 and not 0x7F <= code <= 0x9F)
