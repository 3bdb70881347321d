"""Fonts inside the file: subsets with their widths and the characters their codes stand for."""

from __future__ import annotations

from typing import Any

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.composite import composite_fonts
from pipeline.render.pdf.faces import TURNED
from pipeline.render.pdf.notation import number, numbers, reference

SYMBOLIC, NONSYMBOLIC = 4, 32
WORD_JOINER = 0x2060
"""Stands for U+FEFF, which no code may map to (ISO 19005-2:2011, 6.2.11.7.2); Unicode names it the same."""

MEANT = {0xFEFF: WORD_JOINER, **{ord(code): ord(char) for char, code in TURNED.items()}}

BLOCK = 100
"""Entries of one bfchar block (ISO 32000-1:2008, 9.10.3, after Adobe Technical Note 5411)."""


def embed_fonts(book: Book) -> str:
    """Put the fonts that were drawn with into `book`; the font dictionary of the pages."""
    rows = [row for font in book.delayedFonts for row in _font(font, book)]
    rows += composite_fonts(book)
    return f"<<{''.join(rows)}>>"


def _font(font: Any, book: Book) -> list[str]:
    """The rows of one face: a font for every 256 characters that were drawn."""
    state = font.state.pop(book)
    drawn: dict[int, int] = {place: code for code, place in state.assignments.items() if code}
    rows = []
    for part, subset in enumerate(state.subsets):
        own = {place & 0xFF: code for place, code in drawn.items() if place >> 8 == part}
        if part:
            own.setdefault(0x20, 0x20)
        rows.append(
            f"/{state.internalName}+{part} {reference(_subset(font.face, part, (subset, own), book))}"
        )
    return rows


def _subset(face: Any, part: int, codes: tuple[list[int], dict[int, int]], book: Book) -> int:
    """One font. The library's subset has its glyphs in the order of the codes; it is a symbolic font."""
    subset, own = codes
    tag = "".join(chr(ord("A") + (part // 26**power) % 26) for power in range(5, -1, -1))
    name = f"/{tag}+{face.name.decode('ascii')}"
    program = face.makeSubset(subset)
    file = book.stream(f"/Length1 {len(program)}", program)
    flags = face.flags & ~NONSYMBOLIC | SYMBOLIC
    descriptor = book.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags {flags}/FontBBox[{numbers(face.bbox)}]"
        f"/ItalicAngle {number(face.italicAngle)}/Ascent {number(face.ascent)}"
        f"/Descent {number(face.descent)}/CapHeight {number(face.capHeight)}/StemV {number(face.stemV)}"
        f"/MissingWidth {number(face.defaultWidth)}/FontFile2 {reference(file)}>>"
    )
    widths = numbers(face.getCharWidth(code) for code in subset)
    meanings = book.stream("", _meanings(name, own))
    return book.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont{name}/FirstChar 0/LastChar {len(subset) - 1}"
        f"/Widths[{widths}]/FontDescriptor {reference(descriptor)}/ToUnicode {reference(meanings)}>>"
    )


def _meanings(name: str, own: dict[int, int]) -> bytes:
    """The ToUnicode CMap: for every code that is drawn its character."""
    rows = [f"<{place:02X}> <{_meaning(code)}>" for place, code in sorted(own.items())]
    blocks = [rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)]
    shown = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
        f"/CMapName {name}-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{shown}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _meaning(code: int) -> str:
    shown = chr(MEANT.get(code, code))
    return shown.encode("utf-16-be", "replace").hex().upper()
