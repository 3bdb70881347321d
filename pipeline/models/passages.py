"""What a reader makes of a statement: passages in reading order, each with its place, kind and emphasis."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from pipeline.problems import Place, Problem


class Kind(enum.Enum):
    """What a passage is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis.

    `note`: the mark of the footnote that is called here ("3"); then `text` is empty, so that a note
    number is never glued to a word. `superscript` is for real superscripts only (m²).
    `link` is the address a hyperlink points to, for information; it is never fetched.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading, paragraph, list item, table cell, footnote or quotation.

    `text` is the concatenation of the runs: words separated by single blanks, "\\n" only where the author
    broke a line by hand. The `marker` ("26.", "(a)", "•") is as displayed and not part of the text.
    `level`: 1 to 6 for a heading (also for one that is only faked by bold type), 1 for the outermost list.
    `note`: for a footnote its mark. `table`, `row`, `column`: from 1, for table cells; a cell that spans
    several columns has `span` > 1. `header` marks a cell of a header row.
    `place`: page (PDF) and paragraph number, counted from 1 over all passages of the file but footnotes.
    """

    kind: Kind
    runs: tuple[Run, ...]
    place: Place = field(default_factory=Place)
    level: int = 0
    marker: str = ""
    note: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    span: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """The words, without the marker and without note marks."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


class FileKind(enum.Enum):
    """What a file is by its bytes, not by its name."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


@dataclass(frozen=True, slots=True)
class RawStatement:
    """A file as read: its passages, what the reader noticed, and what it set aside.

    `problems` have places without a file name (the reader knows bytes only); with an error among them
    `passages` is empty. `furniture` holds running heads, footers and page numbers, for information: no
    reader drops words without keeping them there. `pages` is 0 where the format has no fixed pages.
    """

    kind: FileKind | None
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    furniture: tuple[str, ...] = ()
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that has passed the checks.

    `language` is an ISO 639-1 code; `words` counts what is read aloud (not footnotes), for Chinese
    characters; `minutes` is the estimated reading time. `masked` are the places in Review.masks of the masks
    that met something in it, -1 for addresses and numbers of persons; () where it stands as it was sent.
    """

    passages: tuple[Passage, ...]
    language: str
    words: int
    minutes: float
    pages: int = 0
    masked: tuple[int, ...] = ()
