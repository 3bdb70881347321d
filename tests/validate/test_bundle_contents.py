"""Where a page's number and the lines of contents are looked for, and where not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models.bundle import Box, BundlePage, PageLine, PageLink
from pipeline.validate.bundle_contents import contents_of, printed_numbers
from tests.validate.test_bundle import FOOT, line, page

HEAD = Box(0.1, 0.02, 0.14, 0.04)


def printing(*feet: tuple[PageLine, ...]) -> list[BundlePage]:
    return [replace(page(number), lines=lines) for number, lines in enumerate(feet, start=1)]


def foot(text: str, box: Box = FOOT) -> tuple[PageLine, ...]:
    return (PageLine(text, box),)


def numbers(*lines: PageLine) -> list[int]:
    """The pages that contents made of `lines` name, in a file of four pages."""
    return [found.number for found in contents_of([page(1, *lines), page(2), page(3), page(4)])]


ROWS = (line("First 1", 0.3), line("Second 2", 0.35), line("Third 3", 0.4))


def test_of_numbers_that_go_on_alike_the_nearest_to_the_place_is_taken() -> None:
    """Nothing else tells them apart."""
    assert printed_numbers(printing(*(foot(f"{n + 5} / {n + 1}") for n in (1, 2, 3)))) == [2, 3, 4]
    assert printed_numbers(printing(*(foot(f"{n + 1} / {n}") for n in (1, 2, 3)))) == [1, 2, 3]


def test_two_numbers_that_do_not_follow_each_other_are_no_page_numbers() -> None:
    """On a single page, any number is one."""
    assert printed_numbers(printing(foot("5"), foot("1"))) == [None, None]
    assert printed_numbers(printing(foot("5"))) == [5]


def test_a_number_that_follows_is_taken_beside_others() -> None:
    """Also where the count begins late."""
    assert printed_numbers(printing(*(foot(f"{n - 1} of 9") for n in (1, 2, 3, 4)))) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        (FOOT, 7),
        (FOOT._replace(left=0.5), 7),
        (FOOT._replace(right=0.99), 7),
        (FOOT._replace(left=0.5, right=0.6), None),
        (FOOT._replace(top=0.93), None),
        (HEAD, None),
    ],
)
def test_a_number_that_does_not_follow_counts_where_the_others_stand(box: Box, shown: int | None) -> None:
    """At their height, and at their left or right edge."""
    assert printed_numbers(printing(foot("1"), foot("7", box), foot("3"), foot("4"))) == [1, shown, 3, 4]


@pytest.mark.parametrize(
    ("top", "bottom", "found"),
    [(0.1, 0.12, False), (0.1, 0.119, True), (0.88, 0.9, False), (0.881, 0.9, True)],
)
def test_page_numbers_stand_in_the_outer_eighths(top: float, bottom: float, found: bool) -> None:
    """Twelve of a hundred at head and foot."""
    pages = printing(*(foot(str(n), Box(0.1, top, 0.2, bottom)) for n in (1, 2)))
    assert printed_numbers(pages) == ([1, 2] if found else [None, None])


def test_the_longer_list_of_a_page_with_two_is_its_contents() -> None:
    """Whatever it says."""
    left = [PageLine(f"جدول {n}", Box(0.1, 0.6 + n / 50, 0.8, 0.61 + n / 50)) for n in (1, 2, 3)]
    assert numbers(*ROWS, line("Fourth 4", 0.45), *left) == [1, 2, 3, 4]


def test_contents_do_not_go_back_on_the_next_page() -> None:
    """Its first line decides."""
    again = (line("Again 2", 0.3), line("And 3", 0.35), line("Last 4", 0.4))
    pages = [page(1, *ROWS), page(2, *again), page(3), page(4)]
    assert [found.number for found in contents_of(pages)] == [1, 2, 3]


def test_a_numbered_list_is_no_contents() -> None:
    """Numbers at the left edge are those of pages only where the script runs to the left."""
    assert numbers(line("1 First", 0.3), line("2 Second", 0.35), line("3 Third", 0.4)) == []


@pytest.mark.parametrize("words", ["ab جد", "abcd جدو"])
def test_a_line_is_read_as_most_of_its_letters_run(words: str) -> None:
    """With half of them Arabic or fewer it ends at the right."""
    boxes = [Box(left, 0.3 + left, 0.9, 0.32 + left) for left in (0.1, 0.2, 0.3)]
    assert numbers(*(PageLine(f"{words} {n}", box) for n, box in enumerate(boxes, start=1))) == [1, 2, 3]


@pytest.mark.parametrize(
    ("top", "found"),
    [(0.05, False), (0.06, False), (0.061, True), (0.939, True), (0.94, False), (0.95, False)],
)
def test_lines_at_the_very_edge_are_no_contents(top: float, found: bool) -> None:
    """Six of a hundred at head and foot are for running titles."""
    assert numbers(*ROWS, line("Fourth 4", top)) == ([1, 2, 3, 4] if found else [1, 2, 3])


def test_the_edge_of_most_lines_is_that_of_the_contents() -> None:
    """A line that ends elsewhere does not belong to them."""
    assert numbers(*ROWS, line("Fourth 4", 0.45, right=0.95)) == [1, 2, 3]
    assert numbers(*ROWS, line("Fourth 4", 0.45, right=0.8)) == [1, 2, 3]


def test_lines_may_begin_anywhere() -> None:
    """Only their ends stand below each other."""
    boxes = [Box(left, 0.3 + left, 0.9, 0.32 + left) for left in (0.1, 0.2, 0.3)]
    assert numbers(*(PageLine(f"Part {n}", box) for n, box in enumerate(boxes, start=1))) == [1, 2, 3]


def test_a_latin_line_among_arabic_ones_ends_at_the_right() -> None:
    """The number at its end does not stand at the left edge."""
    left = [line(f"جدول {n}", 0.3 + n / 20) for n in (1, 2, 3)]
    assert numbers(*left, line("Sample Centre 3", 0.5)) == [1, 2, 3]


def test_lines_that_all_name_one_page_are_no_contents() -> None:
    """Contents lead to several pages."""
    assert numbers(line("First 2", 0.3), line("Second 2", 0.35), line("Third 2", 0.4)) == []


def target(*links: PageLink) -> int | None:
    """Where the first line of contents leads, which stands from 0.1 to 0.9 and from 0.5 to 0.75."""
    first = PageLine("First 1", Box(0.1, 0.5, 0.9, 0.75))
    return contents_of([page(1, first, *ROWS[1:], links=links), page(2), page(3)])[0].target


@pytest.mark.parametrize(
    ("box", "over"),
    [
        (Box(0.1, 0.625, 0.9, 0.7), True),
        (Box(0.1, 0.55, 0.9, 0.625), True),
        (Box(0.1, 0.63, 0.9, 0.7), False),
        (Box(0.1, 0.55, 0.9, 0.62), False),
        (Box(0.9, 0.5, 0.95, 0.75), False),
        (Box(0.89, 0.5, 0.95, 0.75), True),
        (Box(0.05, 0.5, 0.1, 0.75), False),
        (Box(0.05, 0.5, 0.11, 0.75), True),
    ],
)
def test_a_link_lies_over_the_middle_of_its_line(box: Box, over: bool) -> None:
    """Up and down its middle, to the sides any part of it."""
    assert target(PageLink(box, 2)) == (2 if over else None)


def test_of_two_links_in_a_line_the_right_one_is_its_end() -> None:
    """The other belongs to something within the line."""
    assert target(PageLink(Box(0.1, 0.5, 0.2, 0.75), 2), PageLink(Box(0.85, 0.5, 0.9, 0.75), 3)) == 3


def test_of_two_links_that_both_reach_the_edge_the_first_counts() -> None:
    """At the left edge too: reaching further over it is not nearer."""
    links = (PageLink(Box(0.09, 0.3, 0.5, 0.4), 2), PageLink(Box(0.05, 0.3, 0.5, 0.4), 3))
    rows = [line(f"جدول {n}", 0.3 + n / 20) for n in (1, 2, 3)]
    assert contents_of([page(1, *rows, links=links), page(2), page(3)])[0].target == 2


@pytest.mark.parametrize(("length", "shown"), [(58, "x" * 58 + " 1"), (59, "x" * 59 + "…")])
def test_a_long_line_is_told_by_its_first_sixty_signs(length: int, shown: str) -> None:
    """With a sign that it goes on."""
    assert (
        contents_of([page(1, line("x" * length + " 1", 0.3), *ROWS[1:]), page(2), page(3)])[0].words == shown
    )
