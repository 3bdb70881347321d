"""English press releases, letters and resolutions: who speaks in them, and whom a label names."""

from __future__ import annotations

import pytest

from tests.extract.forms import found, texts

_OPENING = "p|The closure of the port paper is an attack on the press, the Harbour Network said today."


def test_people_of_an_organisation_speak_for_it() -> None:
    """By their office, and in what they added."""
    lines = (
        _OPENING,
        "p|“The ministry must reopen the paper,” said Ann Lee, director of the network.",
        "p|“It should also return the presses,” she added.",
    )
    assert texts("en", *lines) == [
        "The ministry must reopen the paper",
        "It should also return the presses",
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "“The ministry must reopen the paper,” said Ann Lee, a reader from the port.",
        "“The ministry must reopen the paper,” said the Minister of Justice.",
        "“The ministry must reopen the paper,” the High Commissioner added.",
    ],
)
def test_nobody_else_does(quotation: str) -> None:
    """A reader, an authority, the United Nations."""
    assert texts("en", _OPENING, "p|" + quotation) == []


def test_organisations_go_on_as_they() -> None:
    """The sentence before has named them."""
    text = "ARTICLE 19 and the network call on the ministry to act. They further call on it to open the file."
    assert texts("en", "p|" + text) == ["act", "open the file"]
    text = "The groups said that the ministry should open the file."
    assert texts("en", _OPENING, "p|" + text) == ["the ministry should open the file"]


def test_clauses_of_a_resolution_are_resolved() -> None:
    """ "Be it resolved" belongs to none of them."""
    lines = (
        "p|WHEREAS the mine has poisoned the lake;",
        "p|NOW THEREFORE BE IT RESOLVED, that the Miners' Federation calls on the Senate to close it; and",
        "p|BE IT FURTHER RESOLVED, that the Senate should pay for the cleaning of the lake.",
    )
    asked = ["close it", "the Senate should pay for the cleaning of the lake"]
    assert texts("en", *lines) == asked


def test_what_writers_of_letters_are_to_urge() -> None:
    """Items that are participles, whatever verb they hold."""
    items = ("-|calling on them to free her;", "-|urging them to ensure she is given her medicine.")
    assert texts("en", "p|Please write to the authorities:", *items) == [
        "free her",
        "ensure she is given her medicine",
    ]


def test_a_label_names_whom_its_to_tells() -> None:
    """Without a "to" behind the colon it is a topic."""
    lines = (
        "1.|Donors: To pay for the wells.",
        "2.|Parliament: To pass the bill.",
        "3.|Donors: pay the wells.",
    )
    one = found("en", "p|We call upon:", *lines)
    assert [each.recommendation.text for each in one.set_aside] == ["pay for the wells"]
    assert [each.text for each in one.recommendations] == ["pass the bill", "pay the wells"]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "Parliament ought not to pass the Harbour Bill.",
            "Parliament ought not to pass the Harbour Bill",
        ),
        ("I kindly request your urgent intervention in this case.", "your urgent intervention in this case"),
    ],
)
def test_more_words_of_asking(sentence: str, text: str) -> None:
    """One form each."""
    assert texts("en", "p|Dear Minister,", "p|" + sentence) == [text]
