"""The ten rules for electronic bundles, on values: what is a page number, what are contents, what fails."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.models.bundle import Bookmark, Box, Bundle, BundlePage, PageLine, PageLink, Weight
from pipeline.validate.bundle import RULES, validate_bundle
from pipeline.validate.bundle_contents import contents_of, printed_numbers

FOOT = Box(0.9, 0.95, 0.94, 0.97)


def line(text: str, top: float = 0.4, right: float = 0.9) -> PageLine:
    return PageLine(text, Box(0.1, top, right, top + 0.02))


def page(number: int, *lines: PageLine, **more: object) -> BundlePage:
    foot = PageLine(f"{number} of 9", FOOT)
    fields = {"letters": 100, "turned": (100, 0, 0, 0), "drawn": True, **more}
    return BundlePage(number, str(number), (*lines, foot), **fields)  # type: ignore[arg-type]


def bundle(*pages: BundlePage, **more: object) -> Bundle:
    marks = tuple(Bookmark(f"Part {each.number}", each.number) for each in pages)
    fields = {"bookmarks": marks, "zoom": 1.0, "opens": 1, "weight": Weight(1000), **more}
    return Bundle(pages, **fields)  # type: ignore[arg-type]


def contents() -> BundlePage:
    rows = [("The first part 1", 0.3, 1), ("The second part 2", 0.35, 2), ("The last part 3", 0.4, 3)]
    lines = [line(words, top) for words, top, _ in rows]
    links = tuple(PageLink(Box(0.1, top, 0.9, top + 0.02), target) for _, top, target in rows)
    return page(1, *lines, links=links)


def failing(found: Bundle) -> set[int]:
    return {judged.rule.number for judged in validate_bundle(found) if not judged.holds}


GOOD = bundle(contents(), page(2), page(3))


def test_a_good_bundle_fulfils_all_ten() -> None:
    """Nothing is said where nothing is wrong, and every rule is judged."""
    assert failing(GOOD) == set()
    assert [judged.rule for judged in validate_bundle(GOOD)] == list(RULES)


@pytest.mark.parametrize(
    ("found", "rule"),
    [
        (bundle(contents(), replace(page(2), lines=()), page(3)), 1),
        (bundle(contents(), replace(page(2), label="ii"), page(3)), 2),
        (bundle(contents(), page(2, one_sided=("a remark",)), page(3)), 3),
        (bundle(replace(contents(), links=()), page(2), page(3)), 4),
        (bundle(contents(), page(2), page(3), bookmarks=(Bookmark("Part", 2),)), 5),
        (bundle(contents(), page(2, letters=0), page(3)), 6),
        (bundle(contents(), page(2, turned=(10, 0, 90, 0)), page(3)), 7),
        (bundle(contents(), page(2, turned=(10, 90, 0, 0)), page(3)), 7),
        (bundle(contents(), page(2), page(3), zoom=0.0), 8),
        (bundle(contents(), page(2, resolution=600.0), page(3)), 9),
        (bundle(contents(), page(2), page(3), weight=Weight(1000, unused=500)), 10),
    ],
)
def test_each_rule_fails_alone(found: Bundle, rule: int) -> None:
    """One fault breaks one rule."""
    assert failing(found) == {rule}


def test_figures_of_years_and_totals_are_no_page_numbers() -> None:
    """What is the same on every page is none; numbers that go on from page to page are."""
    pages = [page(n, PageLine(f"Session of 2018, {n} May", Box(0.1, 0.02, 0.5, 0.04))) for n in (1, 2, 3)]
    assert printed_numbers(pages) == [1, 2, 3]


def test_numbers_that_begin_late_are_found_and_told() -> None:
    """A file whose second page prints 1 is numbered, but not as the file counts."""
    pages = [replace(page(n), lines=(PageLine(str(n - 1), FOOT),) if n > 1 else ()) for n in range(1, 6)]
    assert printed_numbers(pages) == [None, 1, 2, 3, 4]


def test_numbers_in_arabic_figures_are_numbers() -> None:
    """Figures of any script count."""
    pages = [replace(page(n), lines=(PageLine(figure, FOOT),)) for n, figure in enumerate("١٢٣", start=1)]
    assert printed_numbers(pages) == [1, 2, 3]


def turned_contents(*targets: int) -> BundlePage:
    """Contents that run to the left, numbers at the left edge; a Latin name is read from its number on."""
    rows = (("جدول الأعمال 1", 0.3), ("2 Sample Centre for Treaty Ratification", 0.35), ("القضايا 3", 0.4))
    lines = [PageLine(words, Box(0.1, top, 0.9, top + 0.02)) for words, top in rows]
    tops = [top for _, top in rows]
    links = [PageLink(Box(0.1, top, 0.9, top + 0.02), to) for top, to in zip(tops, targets, strict=True)]
    return page(1, *lines, links=tuple(links))


def test_contents_that_run_to_the_left_are_found_whole() -> None:
    """Arabic titles and Latin names alike, each with its number at the left edge and its link."""
    pages = [turned_contents(1, 2, 3), page(2), page(3)]
    assert [(line.number, line.target) for line in contents_of(pages)] == [(1, 1), (2, 2), (3, 3)]
    assert failing(bundle(*pages)) == set()


@pytest.mark.parametrize("targets", [(1, 3, 3), (2, 2, 3), (1, 2, 2)])
def test_a_wrong_link_of_contents_that_run_to_the_left_is_found(targets: tuple[int, ...]) -> None:
    """Whichever line it is in."""
    assert 4 in failing(bundle(turned_contents(*targets), page(2), page(3)))


def test_of_two_links_in_a_line_that_runs_to_the_left_the_left_one_is_its_end() -> None:
    """A line that names two pages ends with the number at the left edge."""
    rows = [
        (PageLine(f"البيان ص 1 · النبذة ص {n}", Box(0.4, top, 0.9, top + 0.02)), n, top)
        for n, top in ((2, 0.3), (2, 0.4), (3, 0.5))
    ]
    links = [PageLink(Box(0.8, top, 0.82, top + 0.02), 1) for _, _, top in rows]
    links += [PageLink(Box(0.4, top, 0.42, top + 0.02), n) for _, n, top in rows]
    first = page(1, *(each for each, _, _ in rows), links=tuple(links))
    assert [(found.number, found.target) for found in contents_of([first, page(2), page(3)])] == [
        (2, 2),
        (2, 2),
        (3, 3),
    ]


def test_an_agenda_behind_the_contents_is_no_part_of_them() -> None:
    """It names pages too, but begins again with low numbers."""
    rows = (line("Moderator: Sample Moderator 2", 0.3), line("Statement 2", 0.35), line("Statement 3", 0.4))
    assert failing(bundle(contents(), page(2, *rows), page(3))) == set()


def test_contents_go_on_over_the_page() -> None:
    """A second page of them is looked at as well: here no line of it has a link."""
    rows = (line("Biographies 3", 0.3), line("Issues 4", 0.35), line("About 5", 0.4))
    pages = [contents(), page(2, *rows), *map(page, (3, 4, 5))]
    assert [found.number for found in contents_of(pages)] == [1, 2, 3, 3, 4, 5]
    assert 4 in failing(bundle(*pages))


def test_a_line_that_runs_to_the_left_does_not_end_at_the_right() -> None:
    """The number that it ends with is not at that edge, though all of these begin there."""
    words = [f"البيان ص 1 · النبذة ص {number}" for number in (2, 2, 3)]
    boxes = [Box(left, 0.3 + left, 0.9, 0.32 + left) for left in (0.1, 0.2, 0.3)]
    first = page(1, *map(PageLine, words, boxes))
    assert contents_of([first, page(2), page(3)]) == []


def test_numbers_of_demands_are_no_page_numbers() -> None:
    """ "R1" at the edge of a line is the name of a recommendation, not page 1."""
    rows = (line("ratificar el Pacto R1", 0.3), line("publicar cifras R2", 0.35), line("abrir R3", 0.4))
    assert contents_of([page(1, *rows), page(2), page(3)]) == []


def test_a_column_of_figures_is_no_contents() -> None:
    """Numbers that go up and down are a table, not contents."""
    rows = (line("Votes 3", 0.3), line("Abstentions 1", 0.35), line("Absent 2", 0.4))
    assert contents_of([page(1, *rows), page(2), page(3)]) == []


LINES = st.builds(
    PageLine,
    st.text(max_size=30),
    st.builds(Box, *[st.floats(0, 1, allow_nan=False)] * 4),
)


@given(st.lists(st.lists(LINES, max_size=6), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.too_slow])  # on a full machine drawing floats takes its time
def test_any_lines_are_judged(lines: list[list[PageLine]]) -> None:
    """Whatever stands on the pages, every rule is answered and every place is a page of the file."""
    pages = tuple(BundlePage(n, "", tuple(each)) for n, each in enumerate(lines, start=1))
    judged = validate_bundle(bundle(*pages))
    assert len(judged) == 10
    assert all(0 <= found.place.page <= len(pages) for each in judged for found in each.problems)
