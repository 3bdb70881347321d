"""Where a language is told from a text, and where there is too little or too mixed a text to tell."""

from __future__ import annotations

import pytest

from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place
from pipeline.validate import detect_language, languages
from pipeline.validate.languages import is_detectable


def detected(text: str, *also: str) -> str:
    return detect_language((Passage(Kind.PARAGRAPH, (Run(text),), Place()),), also)


def english(frequent: int, words: int, german: int = 0) -> str:
    """A text of so many words, of which some are frequent in English and some in German."""
    return " ".join(["the"] * frequent + ["der"] * german + ["zzz"] * (words - frequent - german))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (english(5, 40), "en"),
        (english(40, 40).upper(), "en"),
        (english(4, 40), ""),
        (english(39, 39), ""),
        (english(6, 50), ""),
        (english(7, 50), "en"),
        (english(20, 100, german=4), "en"),
        (english(20, 100, german=5), ""),
        ("the4the " * 20, "en"),
        ("the_the." * 20, "en"),
    ],
)
def test_frequent_words_leave_no_doubt_where_they_are_many_and_of_one_language(
    text: str, language: str
) -> None:
    """Forty words, more than 12 in 100 of them frequent, more than four times as many as in any other."""
    assert languages._clear(text) == language


@pytest.mark.parametrize(("letters", "language"), [("я", "ru"), ("ب", "ar"), ("古", "zh"), ("ü", "")])
def test_a_script_leaves_no_doubt_where_more_than_nine_letters_in_ten_are_of_it(
    letters: str, language: str
) -> None:
    """Exactly nine in ten leave it to the words."""
    assert languages._clear(letters * 91 + "b" * 9) == language
    assert languages._clear(letters * 90 + "b" * 10) == ""
    assert languages._clear("12, 3. " * 99) == ""


def test_vowel_signs_are_no_letters_of_their_script() -> None:
    """Half Arabic and half Latin letters are in doubt, however many signs and commas the Arabic ones have."""
    signed = "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f\u064c"
    assert languages._clear(signed * 20) == "ar"
    assert languages._clear((signed + "b" * 4) * 20) == ""
    assert languages._clear("\u0628b\u060c\u061b\u061f" * 60) == ""


def test_a_word_with_vowel_signs_is_one_word() -> None:
    """As it is without them."""
    plain, signed = (
        "\u0643\u062a\u0628 \u0645\u062d\u0645\u062f",
        "\u0643\u064e\u062a\u064e\u0628\u064e \u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f\u064c",
    )
    counts = [
        languages.count_aloud((Passage(Kind.PARAGRAPH, (Run(text),), Place(paragraph=1)),), "ar")
        for text in (plain, signed)
    ]
    assert counts == [2, 2]


def test_sixty_letters_are_enough_and_a_chinese_character_counts_as_three() -> None:
    """Blanks, figures and points are no letters."""
    assert detected("я" * 60) == "ru"
    assert detected("я" * 59 + " 1234567890." * 20) == ""
    assert detected("古" * 20) == "zh"
    assert detected("古" * 19) == ""


def test_the_first_twenty_thousand_letters_tell() -> None:
    """What comes behind them takes only time."""
    assert detected("я" * 20_000 + "the and of to " * 20_000) == "ru"


def test_the_detector_is_asked_only_where_a_language_is_possible_that_it_alone_knows() -> None:
    """Among those of UN meetings the words decide, whichever of them are expected."""
    text = english(40, 40)
    assert detected(text, *languages._PLAUSIBLE) == "en"
    assert detected(text, "en") == "en"
    assert [is_detectable(code) for code in ("en", "uk", "ty")] == [True, True, False]
