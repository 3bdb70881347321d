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
