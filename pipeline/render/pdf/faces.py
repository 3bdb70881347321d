"""Faces: the style's fonts as the PDF library takes them, and which one has a letter for a character."""

from __future__ import annotations

import functools
import io
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.models.style import Family, Style
from pipeline.render import fonts
from pipeline.render.characters import is_invisible
from pipeline.render.pdf.glyphs import GlyphFace
from pipeline.render.pdf.kerning import kerning
from pipeline.render.pdf.ordering import RTL_LANGUAGES, is_rtl, mirrored

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


MOST_WORDS = 20_000
"""How many words a face keeps in parts."""


class Key(NamedTuple):
    """What picks a face: family of the style, weight, slope."""

    family: str
    weight: str
    italic: bool


TURNED = {char: chr(0xFDD0 + place) for place, char in enumerate("()[]{}<>«»‹›≤≥")}
"""Stand for brackets that are drawn as their counterparts, as what is in them runs to the left: no letters.

The text of the file has the bracket that was meant, which is what pdftotext gives.
"""


class Face:
    """One font of one style. Widths are in thousandths of the size.

    `shifts` says for characters without a letter of their own how much further the next one stands than the
    letter that is drawn for them is wide: the file's widths must be those of its letters (ISO 19005-2:2011,
    6.2.11.5).
    """

    def __init__(self, key: Key, name: str, data: bytes, kerning: Mapping[int, Mapping[int, int]]) -> None:
        from reportlab.pdfbase.ttfonts import TTFont

        self.key = key
        self.name = name
        self.font: Any = TTFont(name, io.BytesIO(data), shapable=False, asciiReadable=0)
        self.widths: dict[int, float] = dict(self.font.face.charWidths)
        self.kerning = kerning
        self.shifts: dict[int, float] = {}
        self._advances: dict[str, float] = {}
        self._kerned: dict[str, tuple[tuple[str, float], ...]] = {}
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

    def kerned(self, word: str) -> tuple[tuple[str, float], ...]:
        """`word` in parts, each with how much further the next one stands than it would by their widths."""
        found = self._kerned.get(word)
        if found is None:
            if len(self._kerned) >= MOST_WORDS:
                self._kerned.clear()
            found = self._kerned[word] = tuple(self._parts(word))
        return found

    def _parts(self, word: str) -> Iterator[tuple[str, float]]:
        start, kerning, shifts = 0, self.kerning, self.shifts
        codes = [ord(char) for char in word]
        for place, code in enumerate(codes, start=1):
            move: float = kerning[code].get(codes[place], 0) if place < len(codes) else 0
            if shifts:
                move += shifts.get(code, 0.0)
            if move:
                yield word[start:place], move
                start = place
        if start < len(word):
            yield word[start:], 0

    def kern(self, left: int, right: int) -> int:
        """How much nearer (negative) or further two letters stand, in thousandths of the size."""
        return self.kerning[left].get(right, 0)

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

    def turned(self, text: str) -> str:
        """`text`, which runs to the left, as drawn from the left: brackets by their partners."""
        for char in set(text) & set(TURNED):
            code, partner = ord(TURNED[char]), ord(mirrored(char))
            if code not in self.widths:
                self.make_ready(partner)
                face = self.font.face
                self.widths[code] = self.widths[partner]
                face.charWidths[code] = face.charWidths[partner]
                face.charToGlyph[code] = face.charToGlyph[partner]
        return "".join(TURNED.get(char, char) for char in reversed(text))

    def _letter(self, code: int) -> tuple[int, float | None]:
        """The character whose letter is drawn for `code`, and the advance if it is not that letter's."""
        if SUBSTITUTES.get(code, -1) in self.own:
            return SUBSTITUTES[code], None
        if code in SPACES:
            return 0x20, SPACES[code] * 1000
        if is_invisible(code):
            return next(letter for letter in INVISIBLE if letter in self.own), 0.0
        return next((letter for letter in BOXES if letter in self.own), 0x20), None


AnyFace = Face | GlyphFace

OTHER_SCRIPT = re.compile("[\u0590-\u1dff\u2e80-\ud7ff\uf900-\uffef\U00010000-\U0010ffff]")
LATIN_CORE = re.compile(r"(?=[\W_]|.*[\W_]$)([\W_]*)([^\W_]|[^\W_].*[^\W_])([\W_]*)", re.DOTALL)
"""A word in brackets, quotation marks or with a stop after it, none without any."""

OWN_MARKS = RTL_LANGUAGES | {"zh", "ja", "ko"}
"""Languages whose punctuation is not that of the Latin letters, even where it stands alone."""

MAIN = ("serif", "sans", "display")
"""The families that texts are set in; all others stand in for them where they lack a letter."""


class Faces:
    """The faces of some families, made when first asked for."""

    def __init__(self, families: Iterable[tuple[str, Family]]) -> None:
        self._families = dict(families)
        self._faces: dict[Key, AnyFace] = {}
        self._found: dict[tuple[Key, str, str], AnyFace] = {}

    def face(self, key: Key) -> AnyFace:
        """The face for `key`; what is of another script has no slope."""
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = self._made(key)
        return found

    def _made(self, key: Key) -> AnyFace:
        family = self._families[key.family]
        if key.family not in MAIN:
            upright = key._replace(italic=False)
            return self.face(upright) if key.italic else GlyphFace(key, family)
        cut = (family, key.weight, key.italic)
        name = fonts.postscript_name(*cut)
        return Face(key, name, fonts.font_bytes(*cut), kerning(*cut))

    def split(self, text: str, key: Key, language: str = "") -> list[tuple[AnyFace, str]]:
        """`text` in stretches that one face can show, each with its face; nothing is left out.

        Punctuation is that of the script it stands with, as the families of style.yaml say.
        """
        first = ""
        if OTHER_SCRIPT.search(text) or language in OWN_MARKS:
            first = self._leading(text, key, language)
            core = LATIN_CORE.fullmatch(text) if not first and is_rtl(language) else None
            if core is not None and not any(map(_clings, core[1] + core[3])):
                parts = (self.split(part, key, language) for part in core.groups() if part)
                return [stretch for part in parts for stretch in part]
        stretches: list[tuple[AnyFace, str]] = []
        start, current = 0, self._for(text[0], key, first) if text else self.face(key)
        for place, char in enumerate(text):
            face = self._for(char, key, first)
            if face is not current and _clings(char) and current.has(ord(char)):
                face = current
                face.make_ready(ord(char))
            if face is not current:
                if place > start:
                    stretches.append((current, text[start:place]))
                start, current = place, face
        if start < len(text):
            stretches.append((current, text[start:]))
        return stretches

    def spread(self, key: Key, language: str) -> float:
        """How much further apart the lines of a text in `language` stand than those of the family itself."""
        return next((self._families[name].spread for name in self._spoken(key, language)), 1.0)

    def missing(self, text: str) -> list[str]:
        """The characters of `text` that no family of the style can show."""
        return [char for char in text if not any(self._any(name).has(ord(char)) for name in self._families)]

    def _any(self, family: str) -> AnyFace:
        return self.face(Key(family, "regular", False))

    def _spoken(self, key: Key, language: str) -> list[str]:
        """The families beside that of `key` that are made for `language`."""
        spoken = language.partition("-")[0].lower()
        others = self._families[key.family].fallback if key.family in self._families else ()
        return [name for name in others if spoken and spoken in self._families[name].languages]

    def _leading(self, text: str, key: Key, language: str) -> str:
        """The family whose punctuation `text` takes: that of its first letter beside the Latin ones.

        Without such a letter that of the language, unless Latin letters are in it.
        """
        main, letters = self.face(key), [char for char in text if char.isalpha()]
        for char in letters:
            if not main.has(ord(char)):
                return self._for(char, key, "").key.family
        return "" if letters else next(iter(self._spoken(key, language)), "")

    def _for(self, char: str, key: Key, first: str) -> AnyFace:
        found = self._found.get((key, char, first))
        if found is None:
            found = self._found[key, char, first] = self._find(char, key, first)
        return found

    def _find(self, char: str, key: Key, first: str) -> AnyFace:
        code = ord(char)
        for family in self._order(char, key, first):
            face = self.face(Key(family, key.weight, key.italic))
            if face.has(code):
                face.make_ready(code)
                return face
        face = self.face(key)
        face.make_ready(code)
        face.make_ready(BOX)
        return face

    def _order(self, char: str, key: Key, first: str) -> Iterable[str]:
        """The families to be asked for `char`, the best first."""
        own = self._families[key.family]
        names = (key.family, *own.fallback, *self._families)
        if first and first not in MAIN and not char.isalpha():
            languages = self._families[first].languages
            if not char.isascii() or any(map(is_rtl, languages)):
                names = (first, *names)
        return dict.fromkeys(names)


def _clings(char: str) -> bool:
    """Whether `char` belongs to the letter before it: a mark, or something that is not seen."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


def faces_of(style: Style) -> Faces:
    """The faces of `style`, shared by all packs that one process makes and by their print editions."""
    return _faces(style.families)


@functools.lru_cache(maxsize=4)
def _faces(families: tuple[tuple[str, Family], ...]) -> Faces:
    return Faces(families)
