"""Composite fonts: what was drawn of a glyph face, a glyph for every cluster (ISO 32000-1:2008, 9.7)."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.glyphs import Cluster, GlyphFace
from pipeline.render.pdf.notation import number, numbers, reference
from pipeline.render.pdf.ordering import RIGHT_TO_LEFT

SYMBOLIC = 4
FIXED_TIME = 3_597_523_200
"""What every font says of when it was made, in seconds since 1904: the same letters give the same file."""

BLOCK = 100
"""Entries of one bfchar block (ISO 32000-1:2008, 9.10.3, after Adobe Technical Note 5411)."""

WORD_JOINER = "\u2060"
"""Stands for U+FEFF, which no code may map to (ISO 19005-2:2011, 6.2.11.7.2)."""


def code_of(cluster: Cluster, face: GlyphFace, book: Book) -> int:
    """The code of `cluster` in the font that `face` becomes in `book`: 1 for the first that was drawn."""
    codes = book.glyphs.setdefault(face, {})
    return codes.setdefault(cluster.alone, len(codes) + 1)


def resource(face: GlyphFace, book: Book) -> str:
    """The name by which pages call the font of `face`."""
    book.glyphs.setdefault(face, {})
    return f"G{list(book.glyphs).index(face)}"


def composite_fonts(book: Book) -> list[str]:
    """Put the fonts of all faces that were drawn with into `book`; their rows in the pages' resources."""
    return [
        f"/{resource(face, book)} {reference(_font(face, codes, book))}"
        for face, codes in book.glyphs.items()
        if codes
    ]


def _font(face: GlyphFace, codes: Mapping[Cluster, int], book: Book) -> int:
    """The font dictionary; codes are glyph numbers, so that the map from one to the other is Identity."""
    place = list(book.glyphs).index(face)
    tag = "".join(chr(ord("A") + (place // 26**power) % 26) for power in range(5, -1, -1))
    name = f"/{tag}+{face.name}"
    program, (top, bottom) = _program(face, list(codes))
    file = book.stream(f"/Length1 {len(program)}", program)
    extents = face.font.get_font_extents("ltr")
    up, down = extents.ascender * face.units, extents.descender * face.units
    descriptor = book.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags {SYMBOLIC}/FontBBox[{numbers((-500, down, 2000, up))}]"
        f"/ItalicAngle 0/Ascent {number(top)}/Descent {number(bottom)}/CapHeight {number(up * 0.7)}/StemV 80"
        f"/FontFile2 {reference(file)}>>"
    )
    widths = numbers(round(cluster.advance * face.units) for cluster in codes)
    inner = book.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDToGIDMap/Identity"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {reference(descriptor)}/W[1[{widths}]]>>"
    )
    meanings = book.stream("", _meanings(name, codes))
    return book.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
        f"/DescendantFonts[{reference(inner)}]/ToUnicode {reference(meanings)}>>"
    )


def _program(face: GlyphFace, clusters: list[Cluster]) -> tuple[bytes, tuple[float, float]]:
    """A TrueType file of the clusters' outlines, 1000 units to the em, and how far up and down letters go."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = [".notdef", *(f"c{place}" for place in range(1, len(clusters) + 1))]
    glyphs: dict[str, Any] = {".notdef": TTGlyphPen(None).glyph()}
    glyphs.update(zip(names[1:], map(face.outline, clusters), strict=True))
    advances = [500, *(cluster.advance for cluster in clusters)]
    builder = FontBuilder(round(1000 / face.units), isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf(glyphs)
    bearings = (getattr(glyphs[name], "xMin", 0) for name in names)
    builder.setupHorizontalMetrics(dict(zip(names, zip(advances, bearings, strict=True), strict=True)))
    extents = face.font.get_font_extents("ltr")
    builder.setupHorizontalHeader(ascent=extents.ascender, descent=extents.descender)
    builder.setupMaxp()
    builder.font["head"].created = builder.font["head"].modified = FIXED_TIME
    builder.font.recalcTimestamp = False
    stream = io.BytesIO()
    builder.font.save(stream)
    bare = [glyphs[name] for name, each in zip(names[1:], clusters, strict=True) if not _is_marked(each.text)]
    return stream.getvalue(), _reach(bare, face.units)


def _is_marked(text: str) -> bool:
    return any(map(unicodedata.combining, text))


def _reach(glyphs: Sequence[Any], unit: float) -> tuple[float, float]:
    """How far up and down the letters without marks go, in thousandths of the size (ISO 32000-1, table 122).

    What a font says of itself leaves room for marks above marks: lines would overlap for those who read a
    page by its places (pdftotext), and lines of two paragraphs beside their labels would change places.
    """
    tops = [getattr(glyph, "yMax", 0) for glyph in glyphs]
    bottoms = [getattr(glyph, "yMin", 0) for glyph in glyphs]
    return max(tops, default=0) * unit, min(bottoms, default=0) * unit


def _meanings(name: str, codes: Mapping[Cluster, int]) -> bytes:
    """The ToUnicode CMap: for every cluster its characters."""
    rows = [f"<{code:04X}> <{_meaning(cluster.text)}>" for cluster, code in codes.items()]
    blocks = [rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)]
    shown = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
        f"/CMapName {name}-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{shown}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _meaning(text: str) -> str:
    """The characters in the order in which they are drawn: who copies turns what runs to the left around."""
    if RIGHT_TO_LEFT.search(text):
        text = text[::-1]
    return text.replace("\ufeff", WORD_JOINER).encode("utf-16-be", "replace").hex().upper()
