"""What stands against showing a fact sheet in an edition: a facsimile shows all that is on its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.models.factsheet import FactSheet
from pipeline.models.masking import PERSONAL, masked_in, masking_of
from pipeline.models.naming import places, withheld
from pipeline.models.session import Edition, Review, Speaker

__all__ = ["Against", "against", "is_agreed"]

MASK = "words to be masked"
EDGE = 200
"""Letters of the end and the beginning of a page in which a name that runs over it is looked for."""


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
    for page, text, seam in _texts(sheet):
        named = [(start, end, each.number, "") for start, end, each in places(text, hidden, review.allowed)]
        masked = [
            (start, end, 0, kind if which == PERSONAL and kind else MASK)
            for start, end, which, kind in masked_in(text, masking)
        ]
        found += [
            Against(page, who, kind)
            for start, end, who, kind in (*named, *masked)
            if not seam or start < seam < end
        ]
    return tuple(dict.fromkeys(sorted(found, key=lambda each: (each.page, each.who, each.kind))))


def _texts(sheet: FactSheet) -> Iterator[tuple[int, str, int]]:
    """Every text that the pages show or carry, with its page.

    A name may run from one page to the next: then the number tells where the second begins, else it is 0.
    """
    for place, page in enumerate(sheet.pages):
        yield from ((page.number, words, 0) for words in page.words)
        yield page.number, page.told, 0
        if place + 1 < len(sheet.pages):
            end, begin = page.told[-EDGE:].rstrip(), sheet.pages[place + 1].told[:EDGE].lstrip()
            yield page.number, f"{end} {begin}", len(end) + 1
    for mark in sheet.marks:
        yield sheet.pages[mark.page].number, mark.title, 0
