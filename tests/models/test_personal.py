"""Addresses and numbers of persons are found; symbols of documents, dates and amounts are none."""

from __future__ import annotations

import pytest

from pipeline.models.personal import personal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to a.b@sample.example.", "a.b@sample.example"),
        ("call +41 22 555 01 02 now", "+41 22 555 01 02"),
        ("Tel: (53) 7 555 12 34", "(53) 7 555 12 34"),
        ("pasaporte N° K123456", "K123456"),
        ("电话：010-55512345", "010-55512345"),
        ("jane [at] sample [dot] org", "jane [at] sample [dot] org"),
    ],
)
def test_what_leads_to_a_person_is_found(text: str, found: str) -> None:
    """With its exact limits."""
    assert [text[start:end] for start, end, _ in personal(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/WG.6/30/CUB/2 of 12.04.2018",
        "Law 1234567 of 2015, resolution 60/251",
        "1,200,000 people, +25 000 since 2014-2018",
        "from 2008 (2013) 2018 2019; Art. 19 (2) 200 300 400",
        "the passports of 12000 people, passport 2014",
        "signal 123456 times",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """A statement is full of numbers that lead to nobody."""
    assert personal(text) == []
