"""What staff should know about a PDF that was read: scans, hidden words, odd pages, doubtful order."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.models.passages import Passage
from pipeline.problems import Place, Problem, problem
from pipeline.read.limits import Refused
from pipeline.read.pdf.rtl import RTL
from pipeline.read.pdf.types import Fault, PageText

# What Adobe's programs write on the only page of a form that other programs cannot show.
PLACEHOLDER = "Ifthismessageisnoteventuallyreplaced"
LONGEST_PLACEHOLDER = 1_200
LITTLE = 20  # letters on a page
PICTURE = 0.3  # of a page
VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœăąęőűůıāēīō")
LANGUAGE = (0.24, 0.66)  # share of vowels among Latin letters; languages lie between 0.33 and 0.55


def letters(page: PageText) -> int:
    """How many letters of the page are read."""
    return sum(len(piece.glyphs) for piece in page.pieces)


def reject_without_text(pages: list[PageText]) -> None:
    """Raise Refused for a document that has nothing to read: FI06 for a scan, else FI18."""
    total = sum(map(letters, pages))
    pictures = sum(page.pictures >= PICTURE for page in pages)
    if pictures and total < LITTLE * pictures and pictures >= len(pages) / 2:
        raise Refused("FI06", pages=len(pages))
    if total < LONGEST_PLACEHOLDER and len(pages) == 1 and PLACEHOLDER in _plain(pages[0]):
        raise Refused("FI24", what="a form that only some programs can show (XFA)")
    if not total:
        raise Refused("FI06", pages=len(pages)) if pictures else Refused("FI18")


def _plain(page: PageText) -> str:
    return "".join(glyph.char for piece in page.pieces for glyph in piece.glyphs).replace(" ", "")


def page_problems(pages: list[PageText]) -> Iterator[Problem]:
    """The warnings about single pages and about the pages together."""
    for page in pages:
        place = Place(page=page.number)
        if letters(page) < LITTLE and page.pictures >= PICTURE:
            yield problem("FI09", place, page=page.number)
        for fault in (Fault.SIZE, Fault.LONG):
            if fault in page.faults:
                yield problem("FI22", place, reason=f"page {page.number}: {fault.value}")
        if Fault.SIDE_BY_SIDE in page.faults:
            yield problem("FI26", place, page=page.number, reason=Fault.SIDE_BY_SIDE.value)
    totals = {
        "FI12": {"words": sum(page.hidden for page in pages)},
        "FI21": {"words": sum(page.covered for page in pages)},
        "FI27": {"pages": sum(page.recognised for page in pages)},
        "FI11": {"comments": sum(page.comments for page in pages)},
        "FI25": {"fields": sum(page.fields for page in pages)},
    }
    for code, values in totals.items():
        if any(values.values()):
            yield problem(code, **values)


def text_problems(found: list[Passage], pages: list[PageText]) -> Iterator[Problem]:
    """The warnings about the words: no language, or one that runs from right to left."""
    text = " ".join(passage.text for passage in found)
    turned = next((passage for passage in found if RTL.search(passage.text)), None)
    if turned is not None:
        page = turned.place.page
        yield problem("FI26", Place(page=page), page=page, reason=Fault.RIGHT_TO_LEFT.value)
    latin = [char for char in text.casefold() if "a" <= char <= "z" or char in VOWELS]
    share = sum(char in VOWELS for char in latin) / max(1, len(latin))
    unmapped = sum(page.unmapped for page in pages)
    odd = len(latin) >= 40 and not LANGUAGE[0] <= share <= LANGUAGE[1]
    if odd or (unmapped > 4 and unmapped > 0.05 * sum(map(letters, pages))):
        yield problem("FI19", example=text[:40])
