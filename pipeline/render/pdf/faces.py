"""Faces: the style's fonts as the PDF library takes them, and which one has a letter for a character."""

from __future__ import annotations

import functools
import io
import itertools
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline.models.style import Style
from pipeline.render import fonts
from pipeline.render.pdf.kerning import kerning

SUBSTITUTES = {0x2011: 0x2010, 0x2010: 0x2D, 0x00AD: 0x2D, 0x2212: 0x2013, 0x02BC: 0x2019, 0xF0B7: 0x2022}
"""Drawn with the letter of another character, which looks the same; the text stays what it is."""

SPACES = {0x2007: 0.5, 0x2008: 0.25, 0x2009: 0.2, 0x200A: 0.1, 0x202F: 0.2, 0x205F: 0.22, 0x3000: 1.0}
"""Fixed spaces and their widths in em (Unicode 15.1, section 6.2), for fonts that lack them."""

BOX = 0xFFFD
"""Drawn as an empty box; beyond the Basic Multilingual Plane it stands for the character."""

BOXES = (0x25A1, 0x25AF, 0x2610, 0x3F)
"""Letters that look like a box, the best first: a font's own box, .notdef, may not be shown in PDF/A
(ISO 19005-2:2011, 6.2.11.8).
"""

INVISIBLE = (0x200B, 0x20)
"""Letters that show nothing, the best first."""


class Key(NamedTuple):
    """What picks a face: family of the style, weight, slope."""

    family: str
    weight: str
    italic: bool


class Face:
    """One font of one style. Widths are in thousandths of the size.

    `shifts` says for characters without a letter of their own how much further the next one stands than the
    letter that is drawn for them is wide: the file's widths must be those of its letters (ISO 19005-2:2011,
    6.2.11.5).
    """

    def __init__(self, key: Key, name: str, data: bytes, kerning: Mapping[int, int]) -> None:
        from reportlab.pdfbase.ttfonts import TTFont

        self.key = key
        self.name = name
        self.font: Any = TTFont(name, io.BytesIO(data), shapable=False, asciiReadable=0)
        self.widths: dict[int, float] = dict(self.font.face.charWidths)
        self.kerning = kerning
        self.shifts: dict[int, float] = {}
        self._advances: dict[str, float] = {}
        self.own = frozenset(self.font.face.charToGlyph)

    def has(self, code: int) -> bool:
        """Whether the face has a letter, or one that looks the same, or nothing to show for `code`."""
        return (
            (code in self.own and code < 0x10000)
            or SUBSTITUTES.get(code, -1) in self.own
            or code in SPACES
            or is_invisible(code)
        )

    def width(self, text: str, size: float) -> float:
        """The advance of `text`, whose characters have been made ready, kerned, in points."""
        advance = self._advances.get(text)
        if advance is None:
            codes = [ord(char) for char in text]
            advance = sum(self.widths[code] for code in codes)
            advance += sum(self.kern(left, right) for left, right in itertools.pairwise(codes))
            self._advances[text] = advance
        return advance * size / 1000

    def kern(self, left: int, right: int) -> int:
        """How much nearer (negative) or further two letters stand, in thousandths of the size."""
        return self.kerning.get(left << 16 | right, 0)

    def make_ready(self, code: int) -> None:
        """Teach the face to draw `code`: its own letter, one that looks the same, a space, or the box."""
        if code in self.widths:
            return
        face = self.font.face
        letter, wanted = self._letter(code)
        drawn = face.charWidths[letter]
        if wanted is not None and wanted != drawn:
            self.shifts[code] = wanted - drawn
        self.widths[code] = drawn if wanted is None else wanted
        face.charWidths[code] = drawn
        face.charToGlyph[code] = face.charToGlyph[letter]

    def _letter(self, code: int) -> tuple[int, float | None]:
        """The character whose letter is drawn for `code`, and the advance if it is not that letter's."""
        if SUBSTITUTES.get(code, -1) in self.own:
            return SUBSTITUTES[code], None
        if code in SPACES:
            return 0x20, SPACES[code] * 1000
        if is_invisible(code):
            return next(letter for letter in INVISIBLE if letter in self.own), 0.0
        return next((letter for letter in BOXES if letter in self.own), 0x20), None


class Faces:
    """The faces of one style, made when first asked for."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._families = dict(style.families)
        self._faces: dict[Key, Face] = {}
        self._found: dict[tuple[Key, str], tuple[Face, bool]] = {}

    def face(self, key: Key) -> Face:
        """The face for `key`."""
        if key not in self._faces:
            family = self._families[key.family]
            name = fonts.postscript_name(family, key.weight, key.italic)
            cut = (family, key.weight, key.italic)
            self._faces[key] = Face(key, name, fonts.font_bytes(*cut), kerning(*cut))
        return self._faces[key]

    def split(self, text: str, key: Key) -> list[tuple[Face, str]]:
        """`text` in stretches that one face can show, each with its face; nothing is left out."""
        stretches: list[tuple[Face, str]] = []
        start, current = 0, self.face(key)
        for place, char in enumerate(text):
            face = self._for(char, key)
            if face is not current:
                if place > start:
                    stretches.append((current, text[start:place]))
                start, current = place, face
        if start < len(text):
            stretches.append((current, text[start:]))
        return stretches

    def missing(self, text: str) -> list[str]:
        """The characters of `text` that no family of the style can show."""
        return [char for char in text if not any(self._any(name).has(ord(char)) for name in self._families)]

    def _any(self, family: str) -> Face:
        return self.face(Key(family, "regular", False))

    def _for(self, char: str, key: Key) -> Face:
        found = self._found.get((key, char))
        if found is None:
            found = self._found[key, char] = self._find(char, key)
        return found[0]

    def _find(self, char: str, key: Key) -> tuple[Face, bool]:
        code = ord(char)
        for family in dict.fromkeys((key.family, *self._families)):
            face = self.face(Key(family, key.weight, key.italic))
            if face.has(code):
                face.make_ready(code)
                return face, True
        face = self.face(key)
        face.make_ready(code)
        face.make_ready(BOX)
        return face, False


def is_invisible(code: int) -> bool:
    """Whether `code` has no width and no look: joiners, direction marks, variation selectors."""
    if 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF:
        return True
    return code != 0xAD and unicodedata.category(chr(code)) == "Cf"


@functools.lru_cache(maxsize=4)
def faces_of(style: Style) -> Faces:
    """The faces of `style`, shared by all packs that one process makes."""
    return Faces(style)
