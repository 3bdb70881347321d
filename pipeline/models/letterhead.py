"""What an organisation's own Word file gives to packs: its page, its styles, its heads and feet, its logo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.models.style import Page

AreaKind = Literal["head", "foot"]
PageKind = Literal["default", "first", "even"]
TAKEN = frozenset(
    {
        "normal",
        "body text",
        "title",
        "subtitle",
        "quote",
        "list paragraph",
        "footnote text",
        "header",
        "footer",
    }
    | {f"{kind} {number}" for kind in ("heading", "toc") for number in range(1, 5)}
)
"""Word's names of the styles that packs take from a letterhead."""


@dataclass(frozen=True, slots=True)
class WordLook:
    """How a paragraph style of the file looks, with all that it inherits. "" and None: it does not say.

    `name` is Word's own name in small letters ("heading 1"), alike in every language of Word. Lengths are
    points; `line` is a share of the line's own height if `line_rule` is "auto". `colour` is "#rrggbb".
    """

    name: str
    font: str = ""
    arabic_font: str = ""
    chinese_font: str = ""
    size: float = 0
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    line_rule: str = "auto"
    align: str = ""


@dataclass(frozen=True, slots=True)
class LetterPicture:
    """A picture of a head or foot, written anew without metadata; `name` is what the XML calls it."""

    name: str
    data: bytes
    kind: Literal["png", "jpeg"]


@dataclass(frozen=True, slots=True)
class Area:
    """A head or a foot: cleaned paragraphs and tables in one element of WordprocessingML (w:hdr, w:ftr).

    Pictures are called by their names in `r:embed`; nothing else in it refers to anything.
    `numbered`: it shows the number of the page.
    """

    kind: AreaKind
    pages: PageKind
    content: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """templates/reference.docx, checked. `shown` is its path as messages say it.

    `page`: None where the file has none. `header` and `footer`: from the edge of the sheet, in points.
    """

    shown: str
    page: Page | None = None
    header: float = 36
    footer: float = 36
    looks: tuple[WordLook, ...] = ()
    areas: tuple[Area, ...] = ()
    pictures: tuple[LetterPicture, ...] = ()

    def area(self, kind: AreaKind, pages: PageKind) -> Area | None:
        """The head or foot of a kind of page; a first page without one of its own has the usual one."""
        found = {(each.kind, each.pages): each for each in self.areas}
        own_first = any(each.pages == "first" for each in self.areas)
        if pages == "first" and own_first:
            return found.get((kind, "first"))
        return found.get((kind, pages)) or found.get((kind, "default"))

    def look(self, name: str) -> WordLook | None:
        """The look of the style `name` ("heading 1"), if packs take it."""
        called = name.lower()
        return next((look for look in self.looks if look.name == called and called in TAKEN), None)
