"""Only what cannot be shown is dropped; words are never changed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.passages import Run
from pipeline.read.clean import clean, cut_start, dropped_problems, tidy

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\u0300 é \u00a0x", "a\u0300 é \u00a0x"),
        ("inter\u00adnational", "international"),
        ("Recom\u200bmendation\ufeff", "Recommendation"),
        ("a\x00b\x1b\ud800c\ufffe", "abc"),
        ("\u202eevil\u202c", "evil"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("wo\u200crd", "word"),
        ("👩\u200d⚖️", "👩\u200d⚖️"),
        ("ab\U000e0041", "ab"),
        ("\uf0b7 item", "• item"),
        ("one\vtwo\r\nthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb\u2003c", "a b c"),
        ("كلمة\u200f", "كلمة\u200f"),
        ("word\u200e", "word"),
    ],
)
def test_clean_keeps_words_and_drops_what_deceives(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(ANY)
def test_cleaned_text_is_clean_encodable_and_valid_in_xml(raw: str) -> None:
    text = clean(raw)
    assert clean(text) == text
    text.encode("utf-8")
    assert not any(ord(char) < 32 and char != "\n" for char in text)
    assert "\ufffe" not in text


def test_what_was_dropped_is_counted_but_soft_hyphens_are_not() -> None:
    dropped: Counter[str] = Counter()
    clean("a\u00adb\x00c\x00\ufeff", dropped)
    [problem] = dropped_problems(dropped)
    assert dict(problem.values) == {"count": "3", "points": "U+0000, U+FEFF"}


@given(st.lists(st.builds(Run, st.text("ab \n"), bold=st.booleans())))
def test_tidy_runs_have_single_blanks_and_every_word(runs: list[Run]) -> None:
    text = "".join(run.text for run in tidy(runs))
    assert text.split() == "".join(run.text for run in runs).split()
    assert text == text.strip()
    assert not any(pair in text for pair in ("  ", " \n", "\n ", "\n\n"))


def test_a_note_call_stands_at_its_word_and_the_blank_after_it() -> None:
    runs = tidy([Run("word "), Run("", note="1"), Run("next")])
    assert [run.note or run.text for run in runs] == ["word", "1", " next"]


@given(st.lists(st.builds(Run, st.text("ab ", min_size=1), bold=st.booleans())), st.integers(0, 9))
def test_cutting_the_start_keeps_the_rest(runs: list[Run], length: int) -> None:
    whole = "".join(run.text for run in runs)
    assert "".join(run.text for run in cut_start(runs, length)).split() == whole[length:].split()
