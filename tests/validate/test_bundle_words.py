"""What is told of a PDF that breaks a rule for electronic bundles, in which words, and where a rule begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models.bundle import Bookmark, Box, Bundle, BundlePage, PageLine, Weight
from pipeline.validate.bundle import RULES, validate_bundle
from tests.validate.test_bundle import FOOT, bundle, contents, page


def told(found: Bundle) -> list[str]:
    """Every line that is told, with the rule that it is told of."""
    judged = validate_bundle(found)
    return [
        f"{each.rule.number} {said.code} p{said.place.page}: {said.what}"
        for each in judged
        for said in each.problems
    ]


def three(second: BundlePage | None = None, **more: object) -> Bundle:
    return bundle(contents(), second or page(2), page(3), **more)


def marked(*marks: Bookmark) -> Bundle:
    return three(bookmarks=(*marks, Bookmark("Part 1", 1), Bookmark("Part 2", 2), Bookmark("Part 3", 3)))


BARE = "the page cannot be searched: it is a picture without text behind it."


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        (
            three(replace(page(2), lines=())),
            ["1 PB01 p2: the page has no page number that a computer can read."],
        ),
        (
            three(replace(page(2), lines=(PageLine("7", FOOT),))),
            ["2 PB02 p2: page 2 of the file prints 7."],
        ),
        (three(replace(page(2), label="ii")), ["2 PB02 p2: page 2 of the file is labelled ii."]),
        (
            replace(three(page(2, one_sided=("a remark",))), one_sided=("a layer", "a sound")),
            [
                "3 PB03 p0: paper and screen differ: a layer.",
                "3 PB03 p0: paper and screen differ: a sound.",
                "3 PB03 p2: paper and screen differ: a remark.",
            ],
        ),
        (
            bundle(page(1), page(2)),
            ["4 PB04 p1: no contents were found whose lines end with a page number."],
        ),
        (
            bundle(replace(contents(), links=contents().links[1:]), page(2), page(3)),
            ["4 PB04 p1: the line “The first part 1” has no link."],
        ),
        (
            bundle(
                replace(
                    contents(),
                    links=tuple(each._replace(target=each.target % 3) for each in contents().links),
                ),
                page(2),
                page(3),
            ),
            ["4 PB04 p1: the line “The last part 3” leads to page outside the file."],
        ),
        (
            bundle(
                replace(
                    contents(),
                    links=(*contents().links[:2], contents().links[2]._replace(target=2)),
                ),
                page(2),
                page(3),
            ),
            ["4 PB04 p1: the line “The last part 3” leads to page 2."],
        ),
        (
            bundle(page(1), page(2), bookmarks=()),
            [
                "4 PB04 p1: no contents were found whose lines end with a page number.",
                "5 PB05 p0: there are no bookmarks.",
            ],
        ),
        (three(bookmarks=()), ["5 PB05 p0: there are no bookmarks."]),
        (marked(Bookmark("The end", 0)), ["5 PB05 p0: the bookmark “The end” leads nowhere."]),
        (
            marked(Bookmark("Annex 4", 2)),
            ["5 PB05 p2: the bookmark “Annex 4” does not say that it leads to page 2."],
        ),
        (
            three(bookmarks=(Bookmark("Part 2", 2),)),
            [
                "5 PB05 p1: what the contents list here has no bookmark.",
                "5 PB05 p3: what the contents list here has no bookmark.",
            ],
        ),
        (three(page(2, letters=0)), ["6 PB06 p2: the page cannot be searched: it has no text."]),
        (three(page(2, pictured=0.51)), [f"6 PB06 p2: {BARE}"]),
        (
            three(page(2, unknown=21)),
            [
                "6 PB06 p2: the page cannot be searched: the file does not say which letters its signs are.",
            ],
        ),
        (three(page(2, turned=(10, 0, 90, 0))), ["7 PB07 p2: the page is upside down."]),
        (three(page(2, turned=(10, 90, 0, 0))), ["7 PB07 p2: the page is on its side."]),
        (three(page(2, turned=(0, 0, 40, 60))), ["7 PB07 p2: the page is on its side."]),
        (three(page(2, turned=(0, 60, 40, 0))), ["7 PB07 p2: the page is on its side."]),
        (three(page(2, turned=(10, 0, 0, 90))), ["7 PB07 p2: the page is on its side."]),
        (three(zoom=0.0), ["8 PB08 p0: it does not say that it opens at 100 %."]),
        (three(zoom=1.5), ["8 PB08 p0: it opens at 150%."]),
        (three(zoom=0.75), ["8 PB08 p0: it opens at 75%."]),
        (
            marked(Bookmark("Part 2", 2, zooms=True), Bookmark("Part 3", 3, zooms=True)),
            ["8 PB08 p0: the bookmark “Part 2” changes the magnification."],
        ),
        (
            three(page(2, resolution=301.6)),
            ["9 PB09 p2: a picture has 302 dots per inch; at most 300 are of use."],
        ),
        (
            three(weight=Weight(1000, loose=60, twice=70, unused=80, whole_fonts=("Sample Sans",))),
            [
                f"10 PB10 p0: the file is larger than necessary: {what}."
                for what in (
                    "6% of the file is not compressed",
                    "7% of the file is pictures that are in the file already",
                    "8% of the file is left from earlier versions and used by nothing",
                    "the font Sample Sans is embedded with all its signs, used or not",
                )
            ],
        ),
        (
            three(weight=Weight(1000, unknown="it is too deep")),
            ["10 PB10 p0: the file is larger than necessary: it is too deep."],
        ),
    ],
)
def test_a_fault_is_told_in_these_words(found: Bundle, lines: list[str]) -> None:
    """Rule, code, page and sentence: what is wrong and where, and nothing besides."""
    assert told(found) == lines


@pytest.mark.parametrize(
    "found",
    [
        bundle(page(1)),
        bundle(page(1), bookmarks=()),
        three(replace(page(2), label="")),
        three(page(2, drawn=False, letters=0)),
        three(page(2, pictured=0.5)),
        three(page(2, unknown=20)),
        three(page(2, PageLine("x" * 20, Box(0.1, 0.4, 0.9, 0.42)), pictured=1.0)),
        three(page(2, turned=(50, 0, 50, 0))),
        three(page(2, turned=(50, 50, 0, 0))),
        three(page(2, turned=(0, 50, 50, 0))),
        three(page(2, turned=(0, 0, 0, 0))),
        three(zoom=1.004),
        three(zoom=0.996),
        three(page(2, resolution=301.0)),
        three(weight=Weight(1000, loose=50, twice=50, unused=50)),
    ],
)
def test_what_a_rule_just_allows_is_not_told(found: Bundle) -> None:
    """A file of one page needs neither contents nor bookmarks; limits themselves are within."""
    assert told(found) == []


@pytest.mark.parametrize(
    ("text", "top", "readable"),
    [
        ("x" * 20, 0.4, True),
        ("x" * 19, 0.4, False),
        ("x" * 40, 0.08, False),
        ("x" * 40, 0.081, True),
        ("x" * 40, 0.9, False),
        ("x" * 40, 0.899, True),
    ],
)
def test_head_and_foot_are_not_the_text_of_a_scanned_page(text: str, top: float, readable: bool) -> None:
    """A page number that was printed over a picture does not make the picture searchable."""
    scanned = page(2, PageLine(text, Box(0.1, top, 0.9, top + 0.02)), pictured=1.0)
    assert told(three(scanned)) == ([] if readable else [f"6 PB06 p2: {BARE}"])


def test_a_blank_page_does_not_hide_those_behind_it() -> None:
    """Every page is looked at, whatever stands before it."""
    pages = [contents(), page(2, drawn=False, letters=0), page(3, letters=0)]
    assert told(bundle(*pages)) == ["6 PB06 p3: the page cannot be searched: it has no text."]


@pytest.mark.parametrize(("count", "more"), [(12, 0), (13, 1), (20, 8)])
def test_of_many_faults_twelve_are_told_one_by_one(count: int, more: int) -> None:
    """A last line at the place of the first says how many more there are."""
    pages = [replace(page(number), lines=()) for number in range(1, count + 1)]
    lines = [line for line in told(bundle(*pages)) if line.startswith("1 ")]
    last = [f"1 PB11 p1: {more} more place(s) with PB01 are not listed."] if more else []
    assert [line.partition(":")[0] for line in lines[:12]] == [f"1 PB01 p{n}" for n in range(1, 13)]
    assert lines[12:] == last


def test_each_rule_is_numbered_and_has_its_paragraph() -> None:
    """The paragraphs are those of the guidance of 29 November 2021."""
    assert [(rule.number, rule.paragraph) for rule in RULES] == [
        *((1, 2), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4), (7, 5), (8, 6), (9, 9), (10, 9))
    ]
