"""Tags: the elements that what is drawn belongs to (ISO 32000-1:2008, 14.7 and 14.8)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False, slots=True)
class Tag:
    """One element of the structure: its standard type, the element that holds it, and what is known of it.

    Each is itself and no other, so that the lines of one paragraph are one element on however many pages
    they stand. Never changed; not frozen, since a pack has thousands and that would take three times as long.
    `language` only where it differs from the element around; `alternative` stands for a picture,
    `actual` for letters that are not the words (a hyphen at the end of a line). `attributes` are entries of
    the attribute object of `owner` ("Table", "List"); `headers` are the cells that head this one.
    """

    kind: str
    parent: Tag | None = None
    language: str = ""
    alternative: str = ""
    actual: str = ""
    owner: str = ""
    attributes: tuple[str, ...] = ()
    headers: tuple[Tag, ...] = ()

    def within(self, kind: str, language: str = "") -> Tag:
        """An element of type `kind` in this one."""
        return Tag(kind, self, language)


SOFT_HYPHEN = "\u00ad"


def syllable_break(parent: Tag | None) -> Tag:
    """The hyphen of a line that ends inside a word.

    Who reads the structure is given U+00AD, which joins the word again (ISO 32000-1:2008, 14.8.2.2.3); who
    reads the page's own text finds the hyphen, at which pdftotext, browsers and search join it.
    """
    return Tag("Span", parent, actual=SOFT_HYPHEN)


def spoken(parent: Tag, text: str) -> Tag:
    """A stretch in `parent` whose letters are not set in the order in which `text` is read.

    ISO 32000-1:2008, 14.9.4. Not in the page's content: readers of pages turn the letters around themselves.
    """
    return Tag("Span", parent, actual=text)


def list_numbering(markers: list[str]) -> tuple[str, ...]:
    """The attribute ListNumbering for a list with these markers (ISO 32000-1:2008, table 347)."""
    first = next((marker.strip("().:]–- \t") or marker for marker in markers if marker.strip()), "")
    if not first:
        return ("/ListNumbering/None",)
    kinds = (
        (first[0].isdigit(), "Decimal"),
        (_roman(first.lower(), markers), "LowerRoman" if first.islower() else "UpperRoman"),
        (len(first) == 1 and first.isalpha(), "LowerAlpha" if first.islower() else "UpperAlpha"),
        (first in "■▪", "Square"),
        (first in "○◦", "Circle"),
    )
    return (f"/ListNumbering/{next((name for fits, name in kinds if fits), 'Disc')}",)


def _roman(first: str, markers: list[str]) -> bool:
    """Whether the markers count in Roman numbers: "i" and "ii", but not the "i" after "h"."""
    if set(first) - set("ivxlcdm"):
        return False
    return first in ("i", "ii", "iii", "iv", "vi", "vii", "viii", "ix") and (
        len(first) > 1 or len(markers) < 9
    )
