"""What all block writers share while one file is written: style, bookmarks, links, voices, counters."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.models.document import Direction, Document
from pipeline.models.letterhead import Letterhead
from pipeline.models.style import Style
from pipeline.render.docx.lists import Lists
from pipeline.render.docx.xml import Element, w

if TYPE_CHECKING:
    from docx.opc.part import Part as OpcPart

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
# Languages whose script runs from right to left (ISO 639-1; Unicode Standard 16.0, chapter 9).
RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
EAST_ASIAN = frozenset({"ja", "ko", "zh"})
"""Languages whose signs share code points with Latin typography: quotation marks, dots, dashes."""
# Word asks for a language with a region (BCP 47); for the six UN languages and neighbours of theirs.
_TAGS: Mapping[str, str] = {
    "ar": "ar-SA",
    "az": "az-Latn-AZ",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fa": "fa-IR",
    "fr": "fr-FR",
    "he": "he-IL",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "pt": "pt-PT",
    "ru": "ru-RU",
    "tk": "tk-TM",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "uz": "uz-Latn-UZ",
    "vi": "vi-VN",
    "zh": "zh-CN",
}


def language_tag(language: str) -> str:
    """The tag of an ISO 639-1 code, as Word's list of languages has it."""
    return _TAGS.get(language, language)


def languages_of(language: str) -> dict[str, str]:
    """The attributes of w:lang for a file in `language`: one language for each kind of script.

    Latin words in an Arabic file are taken for English until something says what they are.
    """
    kind = "bidi" if language in RIGHT_TO_LEFT else "eastAsia" if language in EAST_ASIAN else "val"
    return {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA", kind: language_tag(language)}


@dataclass(frozen=True, slots=True)
class Voice:
    """The language that words are in, and which way it runs; "" is the Document's language."""

    language: str = ""
    rtl: bool = False

    def within(self, language: str, direction: Direction = "ltr") -> Voice:
        """The voice of a block inside what has this voice."""
        if not language:
            return Voice(self.language, self.rtl or direction == "rtl")
        return Voice(language, direction == "rtl" or language in RIGHT_TO_LEFT)


@dataclass(slots=True)
class Writing:
    """The work on one file. `names` maps anchors to bookmarks; `story` is the part that links belong to.

    `calls` maps the anchor of a call to the number of its footnote, `footnotes` numbers to paragraphs; links
    in them belong to `below`.
    """

    document: Document
    style: Style
    pages: Mapping[str, int]
    names: Mapping[str, str]
    story: OpcPart
    calls: Mapping[str, int] = field(default_factory=dict)
    below: OpcPart | None = None
    footnotes: dict[int, list[Element]] = field(default_factory=dict)
    letterhead: Letterhead | None = None
    images: dict[bytes, OpcPart] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    _placed: set[str] = field(default_factory=set)
    _bookmark_ids: Iterator[int] = field(default_factory=itertools.count)
    _drawing_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def line_width(self) -> float:
        """The width of the type area, in points."""
        page = self.style.page
        return page.width - page.inner - page.outer

    @property
    def page_height(self) -> float:
        """The height of the type area, in points."""
        page = self.style.page
        return page.height - page.top - page.bottom

    def bookmarks(self, *anchors: str) -> list[Element]:
        """The bookmarks of `anchors`, starts and ends; each is placed once, where it is met first."""
        marks: list[Element] = []
        for anchor in anchors:
            if anchor and anchor not in self._placed:
                self._placed.add(anchor)
                number = next(self._bookmark_ids)
                marks.append(w("bookmarkStart", id=number, name=self.names[anchor]))
                marks.append(w("bookmarkEnd", id=number))
        return marks

    @contextlib.contextmanager
    def at_foot(self) -> Iterator[None]:
        """What is written inside stands in a footnote."""
        story = self.story
        self.story = self.below or story
        try:
            yield
        finally:
            self.story = story

    def drawing_id(self) -> int:
        """A number for a picture, used once in the file."""
        return next(self._drawing_ids)

    def picture(self, part: OpcPart, data: bytes, ending: str) -> str:
        """The relationship of `part` to a picture ("png", "jpeg"); the same picture is stored once."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        digest = hashlib.sha256(data).digest()
        if digest not in self.images:
            name = PackURI(f"/word/media/image{len(self.images) + 1}.{ending}")
            self.images[digest] = Part(name, f"image/{ending}", data, self.story.package)
        return part.relate_to(self.images[digest], IMAGE)

    def voice(self) -> Voice:
        """The Document's own voice."""
        language = self.document.language
        return Voice("", self.document.direction == "rtl" or language in RIGHT_TO_LEFT)
