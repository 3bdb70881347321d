"""The order of characters in a line: the Unicode algorithm, compared with another implementation of it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from bidi.bidi import get_display_inner
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.render.pdf.ordering import GONE, is_rtl, levels, visual

LETTERS = (
    "ab אב سل12٣٤.,+-%$ \u064b\u0651\u05b0\u2066\u2067\u2068\u2069\u200f\u200e\u202a\u202b\u202c\u202d\u202e"
)


def other_levels(text: str, base: int) -> list[int]:
    """What the Rust library behind python-bidi says; it gives a level for every byte."""
    said = get_display_inner(text, "LR"[base], True)
    said = said[0] if isinstance(said, tuple) else said
    (rows,) = re.findall(r"\n    levels: \[\n(.*?)\n    \],\n    paragraphs", said, re.DOTALL)
    by_byte = [int(level) for level in re.findall(r"Level\(\s*(\d+)", rows)]
    places = [len(text[:place].encode()) for place in range(len(text))]
    return [by_byte[place] for place in places]


@settings(deadline=None, max_examples=300)
@given(st.text(LETTERS, min_size=1, max_size=14), st.integers(0, 1))
def test_levels_are_those_of_another_implementation(text: str, base: int) -> None:
    """For all that has letters of both directions, figures, marks, embeddings and isolates."""
    if base == 0 and not re.search("[\u0590-\u08ff\u200f\u202b\u202e\u2067]", text):
        text += "א"
    ours, theirs = levels(text, base), other_levels(text, base)
    shown = [place for place, char in enumerate(text) if unicodedata.bidirectional(char) not in GONE]
    assert [ours[place] for place in shown] == [theirs[place] for place in shown]


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("a(b)ב", 1, "22221"),  # N0: with what stands before it
        ("ב(a)", 1, "1121"),  # N0: nothing before it goes its way
        ("א (ב) c", 0, "1111100"),
        ("a (ב) c", 0, "0001000"),
    ],
)
def test_brackets_go_in_pairs(text: str, base: int, expected: str) -> None:
    """Rule N0: both with what they enclose, or both with what stands around them."""
    assert "".join(map(str, levels(text, base))) == expected


def test_runs_are_turned_around_by_level() -> None:
    """Rule L2: figures inside a text that runs to the left keep their own order."""
    assert visual([1, 2, 1]) == [2, 1, 0]
    assert visual([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert visual([]) == []


def test_languages_have_a_direction() -> None:
    """With or without a region."""
    assert [is_rtl(language) for language in ("ar", "ar-EG", "he", "en", "zh", "")] == [True] * 3 + [
        False
    ] * 3
