"""A fact sheet to the pages that are bound in: START HERE; what cannot be searched for names is refused."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Sequence
from typing import Any

from pipeline.models.factsheet import FactSheet, SheetMark, SheetPage
from pipeline.models.passages import FileKind
from pipeline.problems import Place, Problem, Severity, problem
from pipeline.read.kind import find_kind
from pipeline.read.limits import Refused, too_much
from pipeline.read.pdf.file import opened
from pipeline.read.pdf.page import plain_count, read_page
from pipeline.read.pdf.raw import opened_page, plain
from pipeline.read.pdf.types import Fault, PageText

MAX_PAGES = 12
MAX_MARKS = 200
MAX_TITLE = 200
DEEPEST = 4
DOTS = 130
"""Dots to the inch of the picture of a page, for formats that cannot hold the page itself."""
QUALITY = 80
NAMELESS = 3
"""Letters side by side of which nobody knows which they are: that many may be a name."""
LINE_ENDS = (0x02, 0x09, 0x0A, 0x0D, 0xFFFE)
"""Control characters that PDFium puts in itself, for hyphens and ends of lines."""
PRIVATE = range(0xE000, 0xF900)
SCAN = 0.5
LITTLE = 20  # letters on a page

Read = tuple[FactSheet | None, tuple[Problem, ...]]


def read_fact_sheet(data: bytes, name: str, wanted: tuple[int, ...] = (), shown: bool = True) -> Read:
    """The pages `wanted` (from 1; () for all) of the fact sheet `data`, and what is to be said of it.

    With `shown` False, for a sheet that nobody will see, pages have no picture, which takes most of the time.
    None where they cannot be bound in; then a problem says why (FS01 to FS03, FS06, FS08). Never raises.
    Problems have places without a file's name.
    """
    problems: list[Problem] = []
    try:
        sheet = _read(data, (name, wanted, shown), problems)
    except Refused as refusal:
        return None, (*problems, _told(refusal.problem))
    except (MemoryError, RecursionError):
        return None, (problem("FS02", reason="it needs too much memory to read"),)
    except Exception as failure:  # pypdf and PDFium raise whatever a broken file brings
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        return None, (problem("FS02", reason=reason),)
    return sheet, tuple(problems)


def _told(refused: Problem) -> Problem:
    """A refusal as a problem of a fact sheet, which never keeps its State from being built."""
    if refused.severity is not Severity.ERROR:
        return refused
    values = dict(refused.values)
    if refused.code == "FI02":
        return problem("FS01", refused.place, kind=values["kind"])
    if refused.code == "FI32":
        kind = f"{values['kind']}, although the name ends in {values['named']}"
        return problem("FS01", refused.place, kind=kind)
    if refused.code == "FI33":
        return problem("FS01", refused.place, kind=values["what"])
    return problem("FS02", refused.place, reason=values.get("reason", refused.what.removesuffix(".")))


def _read(data: bytes, asked: tuple[str, tuple[int, ...], bool], problems: list[Problem]) -> FactSheet:
    name, wanted, shown = asked
    kind, noticed = find_kind(data, name)
    if kind is not FileKind.PDF:
        raise Refused("FS01", kind=f"a .{kind.value} file")
    problems += noticed
    with opened(data) as (_, count, found):
        problems += found
    chosen = _chosen(count, wanted)
    from pipeline.read.facsimile.copy import copied

    bare, kept = copied(data, chosen)
    pages = tuple(_pages(bare, chosen, kept.loose > 0, shown))
    marks = tuple(_marks(data, chosen))
    return FactSheet(bare, pages, count, marks, kept.fonts, kept.loose, kept.keeps, kept.reasons)


def _chosen(count: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers of the pages that are bound in."""
    if missing := [number for number in wanted if not 1 <= number <= count]:
        raise Refused("FS08", page=missing[0], pages=count)
    chosen = wanted or tuple(range(1, count + 1))
    if len(chosen) > MAX_PAGES:
        raise Refused("FS03", pages=len(chosen), maximum=MAX_PAGES)
    return chosen


def _pages(bare: bytes, chosen: Sequence[int], loose: bool, shown: bool) -> Any:
    """The pages as they are bound in, each looked at whether all its words can be searched.

    With `loose` fonts or where they are not `shown` they have no picture.
    """
    import pypdfium2

    with opened(bare) as (document, _, _):
        seen = [read_page(document, place) for place in range(len(chosen))]
        unknown = [_longest_unknown(document, place) for place in range(len(chosen))]
    file = pypdfium2.PdfDocument(bare)
    try:
        for place, (number, page) in enumerate(zip(chosen, seen, strict=True)):
            _check(page, number, unknown[place])
            told = file[place].get_textpage().get_text_range()
            if not loose:
                _check_size(file[place])
            picture = _picture(file[place]) if shown and not loose else b""
            words = _words(page)
            yield SheetPage(number, page.width, page.height, words, told, page.pictures > 0, picture)
    finally:
        file.close()


def _longest_unknown(document: Any, index: int) -> int:
    """How many letters at most stand side by side of which it is not known which they are."""
    longest = run = 0
    with opened_page(document, index) as (_, _, text):
        for place in range(plain_count(text) if text else 0):
            code = plain("FPDFText_GetUnicode")(text, place)
            odd = code < 32 or code in PRIVATE or code == 0xFFFD
            odd = odd or plain("FPDFText_HasUnicodeMapError")(text, place) > 0
            run = run + 1 if odd and code not in LINE_ENDS else 0
            longest = max(longest, run)
    return longest


def _check(page: PageText, number: int, unknown: int) -> None:
    """Raise Refused (FS06) for a page with words that nobody sees or that cannot be searched."""
    letters = sum(len(piece.glyphs) for piece in page.pieces)
    reasons = (
        (Fault.SIZE in page.faults, "its size cannot be used"),
        (page.hidden or page.covered, "it has words that are hidden or blacked out but still in it"),
        (page.recognised, "it is a picture, and its words come from text recognition (OCR)"),
        (page.pictures >= SCAN and letters < LITTLE, "it is a picture without text"),
        (letters == 0, "it has no text that could be searched for names"),
        (unknown >= NAMELESS, "a font does not say which letters it shows"),
    )
    for holds, reason in reasons:
        if holds:
            refused = Refused("FS06", page=number, reason=reason)
            refused.problem = problem("FS06", Place(page=number), page=number, reason=reason)
            raise refused


def _words(page: PageText) -> tuple[str, ...]:
    """The page's paragraphs in reading order, running heads and page numbers included."""
    from pipeline.read.pdf.columns import lines_of
    from pipeline.read.pdf.paragraphs import measure, paragraphs
    from pipeline.read.pdf.passages import Writer, passages
    from pipeline.read.pdf.words import vocabulary

    lines = lines_of(page, page.pieces)
    usual = measure(lines)
    writer = Writer(usual, vocabulary(lines), frozenset(), Counter())
    found = passages(paragraphs(lines, usual), writer)
    return tuple(" ".join(f"{each.marker} {each.text}".split()) for each in found)


def _check_size(page: Any) -> None:
    """Raise Refused for a page of which no picture can be made."""
    width, height = page.get_size()
    if width * height * (DOTS / 72) ** 2 > 50_000_000:
        raise too_much("a page of it is larger than any paper")


def _picture(page: Any) -> bytes:
    """The page as PNG or JPEG, whichever is smaller."""
    drawn = page.render(scale=DOTS / 72).to_pil().convert("RGB")
    made = []
    for kind, options in (("PNG", {"optimize": True}), ("JPEG", {"quality": QUALITY, "optimize": True})):
        out = io.BytesIO()
        drawn.save(out, kind, **options)
        made.append(out.getvalue())
    return min(made, key=len)


def _marks(data: bytes, chosen: Sequence[int]) -> Any:
    """The bookmarks that lead to one of the pages that are bound in."""
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    try:
        for mark in itertools.islice(file.get_toc(max_depth=DEEPEST), MAX_MARKS):
            place = mark.get_dest()
            index = place.get_index() if place else None
            title = " ".join(mark.get_title().split())[:MAX_TITLE]
            if index is None or index + 1 not in chosen or not title:
                continue
            height = file.get_page_size(index)[1]
            mode, numbers = place.get_view()
            top = numbers[1] if len(numbers) > 1 and mode == pypdfium2.raw.PDFDEST_VIEW_XYZ else height
            down = min(max(1 - top / max(height, 1.0), 0.0), 0.98)
            yield SheetMark(mark.level + 1, title, chosen.index(index + 1), round(down, 4))
    finally:
        file.close()
