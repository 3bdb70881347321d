"""The ten rules for electronic bundles, held against a PDF that was read.

Source: Courts and Tribunals Judiciary (England and Wales), General guidance on electronic court bundles,
29 November 2021; `Rule.paragraph` is the paragraph of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.models.bundle import Bundle, BundlePage, Judged, Rule
from pipeline.problems import Place, Problem, problem
from pipeline.validate.bundle_contents import Listed, contents_of, numbers_in, printed_numbers

MAX_SAID = 12
"""So many places of one fault are told one by one."""
LEAST_TEXT = 20
"""Letters beside the page's number that a page with a picture all over it has if its text can be read."""
MOST_COVERED = 0.5
MOST_UNKNOWN = 0.2
MOST_DOTS = 300
TOLERANCE = 1.0
"""Dots per inch by which whole pixels may miss a resolution."""
LEAST_WASTE = 0.05
"""Share of a file that could be saved before it is said: below, nobody waits longer for it."""

RULES = (
    Rule(1, "every page has a number by computer, from 1 on the first page, the contents included", 2),
    Rule(2, "the number printed is the number of the page in the file", 2),
    Rule(3, "a printed copy is the same as the screen", 2),
    Rule(4, "every line of the contents leads to its page", 3),
    Rule(5, "every document and section has a bookmark with its page number", 3),
    Rule(6, "every page has text that can be searched and copied", 4),
    Rule(7, "no page is upside down or on its side", 5),
    Rule(8, "the file opens at 100 %", 6),
    Rule(9, f"pictures have at most {MOST_DOTS} dots per inch", 9),
    Rule(10, "the file is not larger than necessary", 9),
)


def validate_bundle(bundle: Bundle) -> tuple[Judged, ...]:
    """The ten rules in their order, each with what does not hold; places are pages, without a file name."""
    return tuple(Judged(rule, tuple(_few(list(_CHECKS[rule.number](bundle))))) for rule in RULES)


def _few(found: Sequence[Problem]) -> Iterator[Problem]:
    """The first problems, so that a long report can be read; the last says how many more there are."""
    yield from found[:MAX_SAID]
    if len(found) > MAX_SAID:
        yield problem("PB11", found[0].place, code=found[0].code, count=len(found) - MAX_SAID)


def _numbered(bundle: Bundle) -> Iterator[Problem]:
    printed = printed_numbers(bundle.pages)
    for page, number in zip(bundle.pages, printed, strict=True):
        if number is None:
            yield problem("PB01", _at(page))


def _same_number(bundle: Bundle) -> Iterator[Problem]:
    printed = printed_numbers(bundle.pages)
    for page, number in zip(bundle.pages, printed, strict=True):
        if number is not None and number != page.number:
            yield problem("PB02", _at(page), page=page.number, shown=f"prints {number}")
        elif page.label not in ("", str(page.number)):
            yield problem("PB02", _at(page), page=page.number, shown=f"is labelled {page.label}")


def _on_paper(bundle: Bundle) -> Iterator[Problem]:
    for reason in bundle.one_sided:
        yield problem("PB03", reason=reason)
    for page in bundle.pages:
        for reason in page.one_sided:
            yield problem("PB03", _at(page), reason=reason)


def _contents(bundle: Bundle) -> Iterator[Problem]:
    listed = contents_of(bundle.pages)
    if not listed and len(bundle.pages) > 1:
        reason = "no contents were found whose lines end with a page number"
        yield problem("PB04", Place(page=1), reason=reason)
    for line in listed:
        if line.target is None:
            yield problem("PB04", Place(page=line.page), reason=f"the line “{line.words}” has no link")
        elif line.target != line.number:
            reason = f"the line “{line.words}” leads to page {line.target or 'outside the file'}"
            yield problem("PB04", Place(page=line.page), reason=reason)


def _bookmarks(bundle: Bundle) -> Iterator[Problem]:
    if not bundle.bookmarks:
        if len(bundle.pages) > 1:
            yield problem("PB05", reason="there are no bookmarks")
        return
    for mark in bundle.bookmarks:
        if not mark.target:
            yield problem("PB05", reason=f"the bookmark “{mark.title}” leads nowhere")
        elif mark.target not in numbers_in(mark.title):
            reason = f"the bookmark “{mark.title}” does not say that it leads to page {mark.target}"
            yield problem("PB05", Place(page=mark.target), reason=reason)
    yield from _not_marked(contents_of(bundle.pages), {mark.target for mark in bundle.bookmarks})


def _not_marked(listed: Sequence[Listed], marked: set[int]) -> Iterator[Problem]:
    for number in sorted({line.number for line in listed} - marked):
        yield problem("PB05", Place(page=number), reason="what the contents list here has no bookmark")


def _text(bundle: Bundle) -> Iterator[Problem]:
    for page in bundle.pages:
        if not page.drawn:
            continue
        own = sum(len(line.text) for line in page.lines if 0.08 < line.box.top < 0.9)
        if not page.letters:
            yield problem("PB06", _at(page), reason="it has no text")
        elif page.pictured > MOST_COVERED and own < LEAST_TEXT:
            yield problem("PB06", _at(page), reason="it is a picture without text behind it")
        elif page.unknown > page.letters * MOST_UNKNOWN:
            yield problem("PB06", _at(page), reason="the file does not say which letters its signs are")


def _upright(bundle: Bundle) -> Iterator[Problem]:
    for page in bundle.pages:
        upright, left, down, right = page.turned
        if down > max(upright, left, right):
            yield problem("PB07", _at(page), way="upside down")
        elif max(left, right) > max(upright, down):
            yield problem("PB07", _at(page), way="on its side")


def _view(bundle: Bundle) -> Iterator[Problem]:
    if not bundle.zoom:
        yield problem("PB08", reason="it does not say that it opens at 100 %")
    elif abs(bundle.zoom - 1) > 0.005:
        yield problem("PB08", reason=f"it opens at {bundle.zoom:.0%}")
    if zooming := [mark.title for mark in bundle.bookmarks if mark.zooms]:
        yield problem("PB08", reason=f"the bookmark “{zooming[0]}” changes the magnification")


def _dots(bundle: Bundle) -> Iterator[Problem]:
    for page in bundle.pages:
        if page.resolution > MOST_DOTS + TOLERANCE:
            yield problem("PB09", _at(page), dots=round(page.resolution), most=MOST_DOTS)


def _size(bundle: Bundle) -> Iterator[Problem]:
    weight = bundle.weight
    if weight.unknown:
        yield problem("PB10", reason=weight.unknown)
    wastes = (
        (weight.loose, "is not compressed"),
        (weight.twice, "is pictures that are in the file already"),
        (weight.unused, "is left from earlier versions and used by nothing"),
    )
    for count, what in wastes:
        if count > weight.size * LEAST_WASTE:
            yield problem("PB10", reason=f"{count / weight.size:.0%} of the file {what}")
    for name in weight.whole_fonts:
        yield problem("PB10", reason=f"the font {name} is embedded with all its signs, used or not")


def _at(page: BundlePage) -> Place:
    return Place(page=page.number)


_CHECKS: Mapping[int, Callable[[Bundle], Iterator[Problem]]] = {
    1: _numbered,
    2: _same_number,
    3: _on_paper,
    4: _contents,
    5: _bookmarks,
    6: _text,
    7: _upright,
    8: _view,
    9: _dots,
    10: _size,
}
