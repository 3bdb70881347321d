"""Reading the finished file back: every page number that it prints, lists or leads to is that of the page.

What the file should say is taken from the layout; what it says is read by PDFium, which shares nothing with
the writer. A number that is off is our own fault: the file is not handed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.problems import ExitCode, PresessionError

Box = tuple[float, float, float, float]
EDGE = 0.4
MOST_LETTERS = 1_000
"""More than the foot of a page or a link that prints a number has."""
PLAIN_SCRIPTS = "\u052f"
"""Up to here (Latin, Greek, Cyrillic) letters come back from a page in the order in which they were set."""


class ReferencesOff(PresessionError):  # noqa: N818 - what is off is said in the sentence
    """A page number of the finished file is wrong: a fault of this program, not of the inputs."""

    exit_code = ExitCode.BUG


class Leading(NamedTuple):
    """A link as laid out: its page (from 1) and place, the page it leads to, if it prints that number."""

    page: int
    box: Box
    target: int
    printed: bool


class Marking(NamedTuple):
    """A bookmark as laid out: its title with the page number, and its page (from 1)."""

    title: str
    target: int


class Expected(NamedTuple):
    """What must be found. `feet`: for every page the words of its foot, "" for none; `foot`: where it is.

    `headings`: words and the page (from 1) on which they stand. `leftward`: lines run to the left, and the
    page that one of the contents names stands at its left end.
    """

    feet: tuple[str, ...]
    foot: Box
    links: tuple[Leading, ...]
    marks: tuple[Marking, ...]
    headings: tuple[tuple[str, int], ...]
    leftward: bool = False


def prove(data: bytes, expected: Expected) -> None:
    """Read `data` back. Raises ReferencesOff with the first few places where it is not as `expected`."""
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    try:
        found = list(_faults(file, expected))
    finally:
        file.close()
    if found:
        raise ReferencesOff("the page numbers of the finished PDF do not hold: " + "; ".join(found[:5]))


def _faults(file: Any, expected: Expected) -> Iterator[str]:
    count = len(expected.feet)
    if len(file) != count:
        yield f"{len(file)} pages instead of {count}"
        return
    yield from _marks(file, expected.marks)
    by_page: dict[int, list[Leading]] = {}
    for link in expected.links:
        by_page.setdefault(link.page, []).append(link)
    titles: dict[int, list[str]] = {}
    for words, page in expected.headings:
        titles.setdefault(page, []).append(words)
    for number in range(1, count + 1):
        if file.get_page_label(number - 1) != str(number):
            yield f"page {number} is labelled {file.get_page_label(number - 1)!r}"
        page = file[number - 1]
        text = page.get_textpage()
        yield from _foot(text, expected, number)
        yield from _links(file, (page, text), number, (by_page.get(number, ()), expected.leftward))
        yield from _titles(text, number, titles.get(number, ()))
        text.close()
        page.close()


def _foot(text: Any, expected: Expected, number: int) -> Iterator[str]:
    wanted = expected.feet[number - 1]
    if not wanted:
        return
    shown = _within(text, expected.foot)
    if max(wanted) <= PLAIN_SCRIPTS:
        found = _squeezed(wanted) in _squeezed(shown)
    else:
        found = _figures(wanted) <= _figures(shown)
    if not found:
        yield f"page {number} does not say {wanted!r} at its foot"


def _within(text: Any, box: Box) -> str:
    """The words in `box`, asked for once: the library asks twice, first for their number."""
    import ctypes

    import pypdfium2.raw as pdfium

    left, bottom, right, top = box
    room = (ctypes.c_ushort * MOST_LETTERS)()
    count = pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, room, MOST_LETTERS)
    return bytes(room)[: 2 * min(count, MOST_LETTERS)].decode("utf-16-le", "ignore")


def _titles(text: Any, number: int, titles: Sequence[str]) -> Iterator[str]:
    shown = _letters(text.get_text_range()) if titles else ""
    for title in titles:
        if max(title, default="") <= PLAIN_SCRIPTS and _letters(title) not in shown:
            yield f"the heading {title!r} is not on page {number}"


def _marks(file: Any, marks: Sequence[Marking]) -> Iterator[str]:
    found = list(file.get_toc(max_depth=8))
    if len(found) != len(marks):
        yield f"{len(found)} bookmarks instead of {len(marks)}"
        return
    for mark, bookmark in zip(marks, found, strict=True):
        place = bookmark.get_dest()
        page = place.get_index() + 1 if place else 0
        title = bookmark.get_title()
        if page != mark.target or _squeezed(title) != _squeezed(mark.title):
            yield f"the bookmark {title!r} leads to page {page}, not as {mark.title!r}"


def _links(
    file: Any, where: tuple[Any, Any], number: int, wanted: tuple[Sequence[Leading], bool]
) -> Iterator[str]:
    page, text = where
    links, leftward = wanted
    found = list(_targets(file, page))
    if len(found) != len(links):
        yield f"page {number} has {len(found)} links instead of {len(links)}"
        return
    for link, target in zip(links, found, strict=True):
        if target != link.target:
            yield f"a link on page {number} leads to page {target} instead of {link.target}"
        if link.printed:
            shown = _within(text, _inside(link.box))
            figures = [int(each) for each in re.findall(r"\d+", shown)]
            if set(figures) != {target} and _outermost(text, link.box, leftward) != target:
                yield f"page {number} prints {' '.join(shown.split())!r} for page {target}"


def _outermost(text: Any, box: Box, leftward: bool) -> int | None:
    """The number in `box` that stands where its line ends; None if there is none.

    By its place: a title may have figures of its own ("Article 19"), and PDFium gives a line of Latin words
    in a contents that runs to the left from its left end on.
    """
    left, bottom, right, top = _inside(box)
    runs: list[tuple[float, str]] = []
    last = -2
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if not char.isdecimal():
            continue
        from_left, low, to_right, high = text.get_charbox(index)
        if left <= (from_left + to_right) / 2 <= right and bottom <= (low + high) / 2 <= top:
            edge = -from_left if leftward else to_right
            if last == index - 1:
                edge, char = max(edge, runs[-1][0]), runs.pop()[1] + char
            runs.append((edge, char))
            last = index
    return int(max(runs)[1]) if runs else None


def _targets(file: Any, page: Any) -> Iterator[int]:
    """For each link of the page, in order, the page (from 1) in this file it leads to; 0 for one outside."""
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            link = pdfium.FPDFAnnot_GetLink(annotation)
            target = pdfium.FPDFLink_GetDest(file, link) if link else None
            yield pdfium.FPDFDest_GetDestPageIndex(file, target) + 1 if target else 0
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _figures(text: str) -> set[int]:
    return {int(figures) for figures in re.findall(r"\d+", text)}


def _inside(box: Box) -> Box:
    """The place without its edges, which neighbours may touch."""
    left, bottom, right, top = box
    return (left + EDGE, bottom, right - EDGE, top)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
