"""What stands against showing a fact sheet in an edition: a facsimile shows all that is on its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.models.factsheet import FactSheet, SheetPage
from pipeline.models.masking import PERSONAL, masked_in, masking_of
from pipeline.models.naming import places, withheld
from pipeline.models.session import Edition, Review, Speaker

__all__ = ["Against", "against", "is_agreed"]

MASK = "words to be masked"


@dataclass(frozen=True, slots=True)
class Against:
    """One thing on `page` (as the file counts) that the edition does not show.

    `who` is the number of the speaker who is named, 0 for none; then `kind` says what it is.
    """

    page: int
    who: int = 0
    kind: str = ""


def is_agreed(speaker: Speaker, edition: Edition) -> bool:
    """Whether `speaker` lets `edition` show the fact sheet: its look shows whose it is."""
    return all(speaker.consent.allows(item, edition) for item in ("fact_sheet", "organisation"))


def against(sheet: FactSheet, review: Review, speaker: Speaker, edition: Edition) -> tuple[Against, ...]:
    """All that `edition` withholds or masks and the `sheet` of `speaker` shows, page by page."""
    hidden, masking = withheld(review, edition), masking_of(review, speaker, edition)
    found: list[Against] = []
    for page, text in _texts(sheet):
        found += [Against(page, each.number) for _, _, each in places(text, hidden, review.allowed)]
        for _, _, which, kind in masked_in(text, masking):
            found.append(Against(page, 0, kind or MASK) if which == PERSONAL else Against(page, 0, MASK))
    return tuple(dict.fromkeys(sorted(found, key=lambda each: (each.page, each.who, each.kind))))


def _texts(sheet: FactSheet) -> Iterator[tuple[int, str]]:
    """Every text that the pages show or carry, with its page; a name may run from one page to the next."""
    for place, page in enumerate(sheet.pages):
        yield from ((page.number, words) for words in page.words)
        yield page.number, page.told
        if place + 1 < len(sheet.pages):
            yield page.number, _seam(page, sheet.pages[place + 1])
    for mark in sheet.marks:
        yield sheet.pages[mark.page].number, mark.title


def _seam(page: SheetPage, following: SheetPage) -> str:
    """The end of a page with the beginning of the next."""
    return f"{page.told[-200:].rstrip()} {following.told[:200].lstrip()}"
