"""Notes of an organisation on a statement of its own: what "we asked" is asked, if nothing is asked now."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

ASKED = "We called on the Government to repeal the Press Act."


def test_what_we_asked_is_asked_where_nothing_is_asked_now() -> None:
    """A note on an oral statement tells it in the past."""
    assert texts("en", f"p|{ASKED}") == ["repeal the Press Act"]


def test_beside_what_we_ask_now_it_was_asked_before() -> None:
    """In a statement the past is the past."""
    lines = (f"p|{ASKED}", "p|We urge the Government to publish the budget.")
    assert texts("en", *lines) == ["publish the budget"]
    assert aside("en", *lines) == [("reported", "repeal the Press Act")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"In 2019 {ASKED[:1].lower()}{ASKED[1:]}",
        "We have repeatedly called on the Government to repeal the Press Act.",
        "We met people who called on the Government to repeal the Press Act.",
        "Norway called on the Government to repeal the Press Act.",
    ],
)
def test_with_a_year_or_of_others_it_stays_reported(sentence: str) -> None:
    """What was asked in an earlier year, again and again, or by somebody else, is told."""
    assert texts("en", f"p|{sentence}") == []


@pytest.mark.parametrize(
    "asked",
    [
        "Nous avons appelé le Gouvernement à",
        "Nous avons demandé aux autorités de",
        "Nous avons exhorté l'État à",
    ],
)
def test_in_french_the_composed_past_tells_it(asked: str) -> None:
    """It is asked in a note, and told beside what is asked now."""
    assert texts("fr", f"p|{asked} publier le budget.") == ["publier le budget"]
    now = "p|Nous demandons la libération des détenus."
    assert texts("fr", f"p|{asked} publier le budget.", now) == ["la libération des détenus"]
