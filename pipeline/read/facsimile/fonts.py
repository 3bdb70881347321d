"""The fonts that a fact sheet brings: how many, which are embedded, and what is proved of them.

ISO 19005-2:2011 (PDF/A-2), 6.2.11: embedded, as wide as they say, every letter there; level u also asks that
every code says which character it is. What is not proved here does not count as kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.read.facsimile.objects import plain

__all__ = ["FontFacts", "facts_of"]

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
SYMBOLIC, NONSYMBOLIC = 4, 32
ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
NOTHING = ("", "\0", "\ufeff", "\ufffe")
NEEDED = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
PRIVATE = (0, 0xF000, 0xF100, 0xF200)
BLOCKS = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.S)
CHARACTER = re.compile(rb"<\s*(\w+)\s*>\s*<\s*(\w*)\s*>")
RANGE = re.compile(rb"<\s*(\w+)\s*>\s*<\s*(\w+)\s*>\s*(?:<\s*(\w*)\s*>|\[([^\]]*)\])")


class FontFacts(NamedTuple):
    """What is known of one font: `against` and `unmapped` say why it keeps no PDF/A-2b, or not level u."""

    embedded: bool
    against: str = ""
    unmapped: str = ""


def facts_of(font: Any, shown: set[bytes]) -> FontFacts:
    """The facts of a font of which the codes in `shown` are drawn."""
    if font.get("/Subtype") == "/Type3":
        return FontFacts(True, unmapped="a font whose letters are drawn by operators")
    composite = font.get("/Subtype") == "/Type0"
    inner = plain(plain(font["/DescendantFonts"])[0]) if composite else font
    descriptor = plain(inner.get("/FontDescriptor")) or {}
    if not any(key in descriptor for key in PROGRAMS):
        return FontFacts(False, "a font that is not embedded", "a font that is not embedded")
    try:
        codes = _codes(font, shown) if composite else {code for text in shown for code in text}
        against = next(iter(_faults(font, inner, descriptor, codes)), "")
    except Exception:  # fontTools raises whatever a broken font program brings
        return FontFacts(True, "a font whose program cannot be looked through")
    said = _meanings(plain(font.get("/ToUnicode")))
    unknown = any(said.get(code, "") in NOTHING for code in codes)
    return FontFacts(True, against, "a font whose codes do not all say which character they are" * unknown)


def _codes(font: Any, shown: set[bytes]) -> set[int]:
    """The codes of two bytes of a composite font with Identity; others are not gone through."""
    if font.get("/Encoding") not in ("/Identity-H", "/Identity-V"):
        raise ValueError("another encoding")
    return {int.from_bytes(text[at : at + 2]) for text in shown for at in range(0, len(text), 2)}


def _faults(font: Any, inner: Any, descriptor: Any, codes: set[int]) -> Iterator[str]:
    from fontTools.ttLib import TTFont

    if "/FontFile2" not in descriptor or inner.get("/Subtype") not in ("/TrueType", "/CIDFontType2"):
        yield "a font of another kind than TrueType, of which widths are not proved"
        return
    program = TTFont(io.BytesIO(plain(descriptor["/FontFile2"]).get_data()), lazy=True)
    if any(table not in program for table in NEEDED):
        yield "a font whose program is not whole"
        return
    glyphs = (_by_identity if inner is not font else _by_cmap)(inner, descriptor, program, codes)
    if glyphs is None:
        yield "a font whose encoding leaves open which letters are meant"
        return
    widths = _stated(inner) if inner is not font else _listed(font)
    scale = 1000 / program["head"].unitsPerEm
    count = program["maxp"].numGlyphs
    for code in sorted(codes):
        glyph = glyphs.get(code, 0)
        if not 0 < glyph < count:
            yield "a font that lacks a letter that is shown"
        elif (
            abs(
                widths.get(code, _usual(inner, font))
                - program["hmtx"][program.getGlyphName(glyph)][0] * scale
            )
            > 1
        ):
            yield "a font whose letters are not as wide as it says"


def _usual(inner: Any, font: Any) -> float:
    """The width of a code that is not listed."""
    return float(inner.get("/DW", 1000)) if inner is not font else -1e6


def _by_identity(inner: Any, descriptor: Any, program: Any, codes: set[int]) -> dict[int, int] | None:
    """Code to glyph in a composite font: the same number, or by a table of two bytes each."""
    table = plain(inner.get("/CIDToGIDMap"))
    if table == "/Identity":
        return {code: code for code in codes}
    if not hasattr(table, "get_data"):
        return None
    data = table.get_data()
    return {code: int.from_bytes(data[2 * code : 2 * code + 2]) for code in codes}


def _by_cmap(font: Any, descriptor: Any, program: Any, codes: set[int]) -> dict[int, int] | None:
    """Code to glyph in a simple font, where the norm leaves no doubt (19005-2, 6.2.11.6)."""
    tables = program["cmap"].tables if "cmap" in program else []
    by_kind = {(table.platformID, table.platEncID): table.cmap for table in tables}
    flags = int(descriptor.get("/Flags", 0))
    encoding = plain(font.get("/Encoding"))
    if flags & SYMBOLIC and not flags & NONSYMBOLIC:
        if encoding is not None or not (len(tables) == 1 or (3, 0) in by_kind):
            return None
        chosen = by_kind.get((3, 0), tables[0].cmap)
        named = {code: _first(chosen, code) for code in codes}
    else:
        letters = ENCODINGS.get(str(encoding))
        if letters is None:
            return None
        if (3, 1) in by_kind:
            named = {code: by_kind[3, 1].get(_character(code, letters), "") for code in codes}
        elif (1, 0) in by_kind and letters == "mac_roman":
            named = {code: by_kind[1, 0].get(code, "") for code in codes}
        else:
            return None
    return {code: program.getGlyphID(name) if name else 0 for code, name in named.items()}


def _first(cmap: dict[int, str], code: int) -> str:
    return next((cmap[base + code] for base in PRIVATE if base + code in cmap), "")


def _character(code: int, letters: str) -> int:
    return ord(bytes((code,)).decode(letters, "replace"))


def _listed(font: Any) -> dict[int, float]:
    """The widths of a simple font by code."""
    first = int(font.get("/FirstChar", 0))
    return {
        first + place: float(plain(width)) for place, width in enumerate(plain(font.get("/Widths")) or ())
    }


def _stated(font: Any) -> dict[int, float]:
    """The widths of a composite font by code (ISO 32000-1:2008, 9.7.4.3)."""
    row = [plain(each) for each in plain(font.get("/W")) or ()]
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(row):
        first, second = int(row[at]), row[at + 1]
        if isinstance(second, list):
            widths |= {first + place: float(plain(width)) for place, width in enumerate(second)}
            at += 2
        else:
            widths |= dict.fromkeys(range(first, min(int(second), 0xFFFF) + 1), float(row[at + 2]))
            at += 3
    return widths


def _meanings(cmap: Any) -> dict[int, str]:
    """Which character a code is, as its ToUnicode says."""
    said: dict[int, str] = {}
    if not hasattr(cmap, "get_data"):
        return said
    for kind, block in BLOCKS.findall(cmap.get_data()):
        if kind == b"bfchar":
            said |= {int(code, 16): _text(text) for code, text in CHARACTER.findall(block)}
            continue
        for first, last, text, texts in RANGE.findall(block):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF)
            each = re.findall(rb"<\s*(\w*)\s*>", texts)
            for code in range(low, high + 1):
                said[code] = _text(each[code - low]) if code - low < len(each) else _next(text, code - low)
    return said


def _text(figures: bytes) -> str:
    return bytes.fromhex(figures.decode()).decode("utf-16-be", "replace")


def _next(figures: bytes, step: int) -> str:
    text = _text(figures)
    return text[:-1] + chr(ord(text[-1]) + step) if text and ord(text[-1]) + step < 0x110000 else ""
