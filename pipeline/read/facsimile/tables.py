"""What the objects that a page draws with may have: for every kind the entries that are kept.

From ISO 32000-1:2008. What is not named here is not bound in: metadata, private data of programs, actions,
alternates, references to other files, transfer functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["SUBTYPES", "TABLES"]

PLAIN = "plain"


def _table(plain: str, **others: str) -> Mapping[str, str]:
    named: Iterable[str] = plain.split()
    return {f"/{name}": PLAIN for name in named} | {f"/{name}": kind for name, kind in others.items()}


TABLES: Mapping[str, Mapping[str, str]] = {
    "simple font": _table(
        "Type Subtype BaseFont FirstChar LastChar Widths",
        FontDescriptor="descriptor",
        Encoding="encoding",
        ToUnicode="cmap",
    ),
    "composite font": _table(
        "Type Subtype BaseFont", Encoding="cmap", DescendantFonts="descendants", ToUnicode="cmap"
    ),
    "cid font": _table(
        "Type Subtype BaseFont CIDSystemInfo DW W DW2 W2", FontDescriptor="descriptor", CIDToGIDMap="bytes"
    ),
    "drawn font": _table(
        "Type Subtype FontBBox FontMatrix FirstChar LastChar Widths",
        CharProcs="glyphs",
        Encoding="encoding",
        ToUnicode="cmap",
    ),
    "descriptor": _table(
        "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading "
        "CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth",
        FontFile="program",
        FontFile2="program",
        FontFile3="program",
    ),
    "encoding": _table("Type BaseEncoding Differences"),
    "program": _table("Length1 Length2 Length3 Subtype"),
    "cmap": _table("Type CMapName CIDSystemInfo WMode", UseCMap="cmap"),
    "bytes": {},
    "profile": _table("N Range", Alternate="colour"),
    "picture": _table(
        "Type Subtype Width Height BitsPerComponent ImageMask Decode Matte",
        ColorSpace="colour",
        Mask="mask",
        SMask="picture",
    ),
    "form": _table("Type Subtype FormType BBox Matrix", Group="group"),
    "group": _table("Type S I K", CS="colour"),
    "state": _table(
        "Type LW LC LJ ML D OP op OPM FL SM SA BM CA ca AIS TK", Font="font and size", SMask="soft mask"
    ),
    "soft mask": _table("Type S BC", G="form", TR="function"),
    "tiling": _table("Type PatternType PaintType TilingType BBox XStep YStep Matrix"),
    "shaded": _table("Type PatternType Matrix", Shading="shading", ExtGState="state"),
    "shading": _table(
        "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix BitsPerCoordinate "
        "BitsPerComponent BitsPerFlag Decode VerticesPerRow",
        ColorSpace="colour",
        Function="function",
    ),
    "function": _table(
        "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds",
        Functions="function",
    ),
}

SUBTYPES: Mapping[str, Mapping[str, str]] = {
    "font": {
        **dict.fromkeys(("/Type1", "/MMType1", "/TrueType"), "simple font"),
        **{"/Type0": "composite font", "/Type3": "drawn font"},
        **dict.fromkeys(("/CIDFontType0", "/CIDFontType2"), "cid font"),
    },
    "xobject": {"/Image": "picture", "/Form": "form"},
}
"""For kinds that an entry /Subtype tells apart, the kind of each."""
