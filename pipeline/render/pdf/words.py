"""Words: the inlines of a paragraph as atoms that a line can be broken between, hyphenated by language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from pipeline.models.document import Inline, Inlines
from pipeline.models.style import TextStyle
from pipeline.render.characters import NOTE_BLANK
from pipeline.render.pdf.faces import AnyFace, Faces, Key
from pipeline.render.pdf.glyphs import GlyphFace
from pipeline.render.pdf.ideographs import ideograph_breaks
from pipeline.render.pdf.ordering import RIGHT_TO_LEFT
from pipeline.render.pdf.syllables import syllables
from pipeline.render.pdf.tags import Tag

GLUED, TIED, SPACE, HYPHEN, FREE, NEWLINE, IDEOGRAPH = range(7)
"""After an atom: nothing, a blank without a break, a blank, a break with a hyphen, a bare or forced break,

or a break between ideographs, which is no break in the words.
"""

BROKEN = "-"
"""Ends every line that ends inside a word, and no other: pdftotext, browsers and search join the word again.

Where hyphenation broke the word it is drawn. After a hyphen or slash of the author's own it is there and not
drawn: without it the author's hyphen would be the line's last letter, and what joins words would drop it.
(U+00AD would be the letter for it by ISO 32000-1, 14.8.2.2.3, but pdftotext does not join words at it.)
"""

BLANKS = re.compile("(\n|[ \t\r\f\v\u1680\u2000-\u2006\u2028\u2029]+)")
TIED_BEFORE, TIED_AFTER = frozenset(";:!?»%€"), frozenset("«-")
"""A line does not begin with the former (French sets a blank before them), nor end with the latter.

A hyphen that is the word's last letter ("pre- and post-trial") would be taken for one of hyphenation.
"""

BREAK_AFTER = re.compile(r"(?<=[\w.,;:)\]][-‐–—/])(?=\w)|(?<=[/?&=_@#%~+])(?=\w)|(?<=—)(?=.)")
ADDRESS_BREAK = re.compile(r"(?<=[./?&=_@#%~:-])(?=\w)")
HYPHENATED_WORD = re.compile(r"[^\W\d_]{6,}")

MOST_WORDS = 10_000
"""How many words of one look and language are kept: more than most packs have."""

Breaking = Literal["", "signs", "hyphens"]
"""Where a word may be broken: nowhere, after signs of its own, also by hyphenation."""


class Look(NamedTuple):
    """How a stretch of text is set: face, size and rise in points, colour by name, where it links to.

    What is `hidden` is in the text that is copied and searched, and not drawn. `broken`: the hyphen at the
    end of a line that ends inside a word. `note`: the mark of a note;
    `page`: the number of the page that it leads to.
    """

    key: Key
    size: float
    colour: str
    rise: float = 0
    underline: bool = False
    link: str = ""
    address: str = ""
    mark: str = ""
    hidden: bool = False
    broken: bool = False
    note: bool = False
    page: bool = False


class Atom(NamedTuple):
    """Text that is never broken, in one look and face; `after` says what may follow; widths in points.

    `context` are the letters beside it in another look that its own may join.
    """

    text: str
    look: Look
    face: AnyFace
    width: float
    after: int
    space: float
    context: tuple[str, str] = ("", "")


@dataclass(eq=False, slots=True)
class Setting:
    """What a text is set with: style, faces, language, the pages of its references, the element it is in.

    `rtl`: its paragraphs run from right to left. Never changed; see `Tag`.
    """

    style: TextStyle
    faces: Faces
    language: str
    pages: Mapping[str, int]
    tag: Tag | None = None
    rtl: bool = False

    @property
    def breaking(self) -> Breaking:
        """Where words may be broken: what runs to the left is not, there no sign says that it goes on."""
        if self.rtl:
            return ""
        return "hyphens" if self.style.hyphenated else "signs"

    def with_style(self, style: TextStyle) -> Setting:
        """The same for another text style."""
        return Setting(style, self.faces, self.language, self.pages, self.tag, self.rtl)

    def under(self, tag: Tag | None) -> Setting:
        """The same for a text that belongs to `tag`."""
        return Setting(self.style, self.faces, self.language, self.pages, tag, self.rtl)


def with_pages(inlines: Inlines, pages: Mapping[str, int]) -> Inlines:
    """The inlines, with the number of the page as the text of those that name one."""
    if not any(inline.page_of for inline in inlines):
        return inlines
    return tuple(
        replace(inline, text=_page(inline.page_of, pages)) if inline.page_of else inline for inline in inlines
    )


def atoms(inlines: Inlines, setting: Setting) -> list[Atom]:
    """The atoms of `inlines`, which have been given their pages; see `with_pages`.

    A break inside a word carries no blank; blanks belong to the atom before.
    """
    result: list[Atom] = []
    for inline in inlines:
        look = look_of(inline, setting.style)
        text = NOTE_BLANK + inline.text if inline.note and _glued(result) else inline.text
        plain = (
            look._replace(link="", address="", mark="") if look.link or look.address or look.mark else look
        )
        known = _vocabulary(plain, setting.faces, setting.language, setting.breaking)
        parts = [*BLANKS.split(text), ""]
        for word, blank in zip(parts[::2], parts[1::2], strict=True):
            spaced = word != "" and blank not in ("", "\n")
            if word:
                _tie(result, word)
                found = known.spaced(word) if spaced else known.word(word)
                result.extend(found if plain is look else _looking(found, look))
            if blank and not spaced:
                _follow(result, NEWLINE if blank == "\n" else SPACE, look, setting)
    return _joined(result)


def _glued(result: Sequence[Atom]) -> bool:
    return bool(result) and result[-1].after == GLUED


def _looking(parts: Iterable[Atom], look: Look) -> Iterator[Atom]:
    """The atoms in another look of the same size."""
    return (Atom(text, look, face, width, after, space) for text, _, face, width, after, space, _ in parts)


def _joined(parts: list[Atom]) -> list[Atom]:
    """Letters that join are shaped with those beside them, be these in another look."""
    shaped = any(isinstance(face, GlyphFace) for face in {atom.face for atom in parts})
    if not shaped or not RIGHT_TO_LEFT.search(" ".join([atom.text for atom in parts])):
        return parts
    result = list(parts)
    for place, atom in enumerate(parts):
        before = parts[place - 1].text[-2:] if place and parts[place - 1].after == GLUED else ""
        after = parts[place + 1].text[:2] if atom.after == GLUED and place + 1 < len(parts) else ""
        if isinstance(atom.face, GlyphFace) and (before or after):
            width = atom.face.width(atom.text, atom.look.size, (before, after))
            result[place] = atom._replace(width=width, context=(before, after))
    return result


def _page(anchor: str, pages: Mapping[str, int]) -> str:
    """The page of `anchor`; two figures' room while pages are not known, a dash for no such place."""
    return str(pages.get(anchor, "–")) if pages else "00"


def look_of(inline: Inline, style: TextStyle) -> Look:
    """The look that `inline` has in a text of `style`."""
    family, weight, colour = style.family, style.weight, style.colour
    if inline.role == "number":
        family, weight, colour = "sans", "semibold", "signal"
    elif inline.role == "muted":
        colour = "grey"
    elif inline.role == "strong":
        weight = "semibold"
    if inline.bold:
        weight = "bold"
    size, rise = style.size, 0.0
    if inline.superscript or inline.note:
        size, rise = style.size * 0.66, style.size * 0.35
    return Look(
        Key(family, weight, inline.italic or style.italic),
        size,
        "signal" if inline.note else colour,
        rise,
        inline.underline,
        inline.link or inline.page_of,
        inline.address,
        inline.mark,
        note=inline.note,
        page=bool(inline.page_of),
    )


def _follow(result: list[Atom], after: int, look: Look, setting: Setting) -> None:
    """A blank or a forced break. A blank in another look than the word before it keeps its own width."""
    face, width = _blank(look.key, look.size, setting.faces, setting.language)
    space = 0.0 if after == NEWLINE else width
    if result and result[-1].look == look and result[-1].after == GLUED:
        result[-1] = result[-1]._replace(
            after=after, space=result[-1].face.width(" ", look.size) if space else 0
        )
    elif result or after == NEWLINE:
        result.append(Atom("", look, face, 0, after, space))


@functools.lru_cache(maxsize=1_000)
def _blank(key: Key, size: float, faces: Faces, language: str) -> tuple[AnyFace, float]:
    """The face and the width of a blank, in points."""
    face = faces.split(" ", key, language)[0][0]
    return face, face.width(" ", size)


def _tie(result: list[Atom], word: str) -> None:
    """Tie `word` to what stands before it where a blank between them is no place to end a line."""
    if result and result[-1].after == SPACE:
        before = result[-1].text or (result[-2].text if len(result) > 1 else "")
        if word[0] in TIED_BEFORE or before[-1:] in TIED_AFTER:
            result[-1] = result[-1]._replace(after=TIED)


class Vocabulary:
    """The words of one look in one language as atoms. Kept, since most words of a text stood in it before."""

    def __init__(self, look: Look, faces: Faces, language: str, breaking: Breaking) -> None:
        self._look, self._faces, self._language, self._breaking = look, faces, language, breaking
        self._words: dict[str, tuple[Atom, ...]] = {}
        self._spaced: dict[str, tuple[Atom, ...]] = {}

    def word(self, word: str) -> tuple[Atom, ...]:
        """The atoms of `word`; nothing follows the last of them."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            found = self._words[word] = tuple(self._made(word))
        return found

    def spaced(self, word: str) -> tuple[Atom, ...]:
        """The atoms of `word`; a blank follows the last of them."""
        found = self._spaced.get(word)
        if found is None:
            if len(self._spaced) >= MOST_WORDS:
                self._spaced.clear()
            *first, last = self.word(word)
            blank = last.face.width(" ", self._look.size)
            found = self._spaced[word] = (*first, last._replace(after=SPACE, space=blank))
        return found

    def _made(self, word: str) -> Iterator[Atom]:
        look, language = self._look, self._language
        breaks = _breaks(word, language if self._breaking == "hyphens" else "") if self._breaking else {}
        start = 0
        for end, after in [*sorted(breaks.items()), (len(word), GLUED)]:
            stretches = self._faces.split(word[start:end], look.key, language)
            for number, (face, text) in enumerate(stretches):
                kind = after if number == len(stretches) - 1 else GLUED
                yield Atom(text, look, face, _advance(word, (start, end), text, (face, look)), kind, 0)
            start = end


@functools.lru_cache(maxsize=256)
def _vocabulary(look: Look, faces: Faces, language: str, breaking: Breaking) -> Vocabulary:
    """The words of `look`, shared by all texts that one process sets."""
    return Vocabulary(look, faces, language, breaking)


def _advance(word: str, place: tuple[int, int], text: str, shown: tuple[AnyFace, Look]) -> float:
    """The width of `text`, with the kerning towards the syllable before it where both are in one face."""
    face, look = shown
    start, end = place
    kern = 0
    if start and len(text) == end - start and all(face.has(ord(char)) for char in word[start - 1]):
        kern = face.kern(ord(word[start - 1]), ord(text[0]))
    return face.width(text, look.size) + kern * look.size / 1000


def _breaks(word: str, language: str) -> dict[int, int]:
    """Where `word` may be broken, and how. What runs to the left is not."""
    pattern = ADDRESS_BREAK if "://" in word or word.startswith("www.") or "@" in word else BREAK_AFTER
    breaks = {match.start(): FREE for match in pattern.finditer(word)}
    if language and pattern is BREAK_AFTER:
        for match in HYPHENATED_WORD.finditer(word):
            if not match.group().isupper():
                for place in syllables(match.group(), language):
                    breaks.setdefault(match.start() + place, HYPHEN)
    if word.isascii():
        return breaks
    if RIGHT_TO_LEFT.search(word):
        return {}
    found, forbidden = ideograph_breaks(word)
    kept = {place: after for place, after in breaks.items() if place not in forbidden}
    return {**kept, **dict.fromkeys(found, IDEOGRAPH)}
