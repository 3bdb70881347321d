"""Where a sentence ends when the blank behind its stop was lost, as happens where text is taken from a page."""

from __future__ import annotations

import pytest

from pipeline.extract.fold import fold
from pipeline.extract.sentences import sentences


def parts(text: str) -> list[str]:
    folded = fold(text)
    return [text[start:end] for start, end in sentences(folded.text, folded.source, frozenset({"vs"}))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They wait.Women must be heard.", ["They wait.", "Women must be heard."]),
        ("Reform the PRC.China has signed.", ["Reform the PRC.", "China has signed."]),
        ("La loi date de 1960.Les femmes attendent.", ["La loi date de 1960.Les femmes attendent."]),
        ("Они ждут.Женщины должны быть услышаны.", ["Они ждут.", "Женщины должны быть услышаны."]),
        ("¡Basta!Exigimos respuestas.", ["¡Basta!", "Exigimos respuestas."]),
    ],
)
def test_a_capital_right_behind_a_stop_begins_a_sentence(text: str, wanted: list[str]) -> None:
    """But not behind a number: "1960.Les" may be a note's number, or a paragraph's."""
    assert parts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Publish it on Data.Gov and on example.Org/Data every year.",
        "Dr A.Lima of the U.S.Government wrote vs.The State.",
        "The Ph.D.Programme and article 3.Bis stay.",
        "See www.example.com for more.",
    ],
)
def test_addresses_initials_and_numbers_end_nothing(text: str) -> None:
    """A stop inside a word or name is none."""
    assert parts(text) == [text]
