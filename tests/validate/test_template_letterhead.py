"""A letterhead leaves room for the text and has colours that can be read."""

from __future__ import annotations

import pytest

from pipeline.models.letterhead import Letterhead, WordLook
from pipeline.models.style import Page
from pipeline.validate.template_letterhead import check_letterhead, contrast_on_white


def codes(letterhead: Letterhead | None) -> list[str]:
    problems: list = []
    check_letterhead(letterhead, problems)
    return [problem.code for problem in problems]


def test_no_letterhead_is_no_problem() -> None:
    assert codes(None) == []


def test_margins_that_leave_too_little_are_an_error() -> None:
    assert codes(Letterhead("a", Page(595, 842, 72, 72, 200, 200, False))) == ["TE14"]
    assert codes(Letterhead("a", Page(595, 842, 72, 72, 72, 72, False))) == []


@pytest.mark.parametrize(("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_is_that_of_the_guidelines(colour: str, ratio: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("look", "found"),
    [
        (WordLook("heading 1", colour="#8c8c8c", size=10), ["TE20"]),
        (WordLook("heading 1", colour="#8c8c8c", size=18), []),
        (WordLook("heading 1", colour="#8c8c8c", size=14, bold=True), []),
        (WordLook("a style of theirs", colour="#ffffff", size=10), []),
        (WordLook("normal", size=10), []),
    ],
)
def test_a_pale_style_that_packs_take_is_said(look: WordLook, found: list[str]) -> None:
    """Large letters may be paler."""
    assert codes(Letterhead("a", looks=(look,))) == found


@pytest.mark.parametrize(
    ("size", "bold", "found"),
    [(17.9, False, ["TE20"]), (18, False, []), (13.9, True, ["TE20"]), (14, True, [])],
)
def test_letters_are_large_from_eighteen_points_or_fourteen_in_bold(
    size: float, bold: bool, found: list[str]
) -> None:
    """WCAG 2.2, 1.4.3."""
    assert codes(Letterhead("a", looks=(WordLook("title", colour="#8c8c8c", size=size, bold=bold),))) == found


@pytest.mark.parametrize(
    ("colour", "size", "found"),
    [("#767676", 10, []), ("#777777", 10, ["TE20"]), ("#949494", 20, []), ("#959595", 20, ["TE20"])],
)
def test_the_palest_grey_is_that_of_the_guidelines(colour: str, size: float, found: list[str]) -> None:
    """4.5 to 1, and 3 to 1 for large letters."""
    assert codes(Letterhead("a", looks=(WordLook("normal", colour=colour, size=size),))) == found


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#ff0000", 3.998),
        ("#00ff00", 1.372),
        ("#0000ff", 8.592),
        ("#0a0b0c", 19.698),
        ("#0a0a0a", 19.798),
        ("#0b0b0b", 19.683),
        ("#123456", 12.717),
    ],
)
def test_every_channel_has_its_share_of_the_contrast(colour: str, ratio: float) -> None:
    """Red, green and blue, bright and dark; 10 of 255 is the last that is counted straight."""
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.0011)


def test_what_is_wrong_with_a_letterhead_is_told_in_these_words() -> None:
    """The room that is left, and every pale style with its colour."""
    page = Page(595, 842.6, 301.2, 300.4, 180, 180, False)
    pale = tuple(WordLook(name, colour="#aaaaaa", size=10) for name in ("title", "of theirs", "heading 1"))
    problems: list = []
    check_letterhead(
        Letterhead("templates/reference.docx", page, looks=(*pale, WordLook("normal"))), problems
    )
    assert list(map(str, problems)) == [
        "templates/reference.docx: error TE14: the margins leave only 235 by 241 points for the text. "
        "Make the page larger or the margins smaller.",
        "templates/reference.docx: warning TE20: styles of the letterhead are too pale on white: "
        "title (#aaaaaa, 2.3 to 1), heading 1 (#aaaaaa, 2.3 to 1). "
        "Take darker colours: a contrast of 4.5 to 1 can be read by most people (WCAG 2.2, 1.4.3).",
    ]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (Page(360, 400, 60, 40, 70, 30, False), []),
        (Page(359.9, 400, 60, 40, 70, 30, False), ["TE14"]),
        (Page(360, 399.9, 60, 40, 70, 30, False), ["TE14"]),
    ],
)
def test_a_text_needs_260_by_300_points(page: Page, found: list[str]) -> None:
    """Either too little is an error."""
    assert codes(Letterhead("a", page)) == found
