"""English names of States and of those in them: initials, and whom the State's name only places."""

from __future__ import annotations

import pytest

from pipeline.models.states import find_state
from tests.extract.forms import found


def _meant(sentence: str, state: str = "CU") -> list[str]:
    """Who is meant by each demand of a sentence, in a text about `state`."""
    one = found("en", "p|" + sentence, state=find_state(state))
    aside = [each.recommendation.addressee.value for each in one.set_aside]
    return [each.addressee.value for each in one.recommendations] + aside


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("the UN country team in Cuba", "un_body"),
        ("OHCHR and the Government of Cuba", "sur"),
        ("Cuban media", "other"),
        ("the Cuban police and media", "sur"),
        ("banks in the east of Cuba", "company"),
        ("the Embassy of Cuba", "sur"),
        ("the UK", "other_state"),
        ("the DRC", "other_state"),
        ("the Republic of Korea", "other_state"),
    ],
)
def test_whom_a_name_means(who: str, meant: str) -> None:
    """The State's name may only say where somebody is, or which media are meant."""
    assert _meant(f"We urge {who} to publish the file.") == [meant]


@pytest.mark.parametrize(
    ("sentence", "state", "meant"),
    [
        ("The UK should lift the ban.", "GB", "sur"),
        ("The UK should lift the ban.", "CU", "other_state"),
        ("The US must open the archive.", "US", "sur"),
        ("The DRC must open the archive.", "CD", "sur"),
        ("Ukraine must open the archive.", "GB", "other_state"),
        ("Cuban companies must pay for the well.", "CU", "company"),
    ],
)
def test_initials_are_names(sentence: str, state: str, meant: str) -> None:
    """As the subject of an obligation; "UK" is not in Ukraine."""
    assert _meant(sentence, state) == [meant]


def test_a_text_about_a_state_it_calls_by_initials() -> None:
    """What is said of another State is not said of it."""
    lines = (
        "p|The UK has closed the port.",
        "p|The UK must open it. Great Britain must pay. France must help.",
    )
    one = found("en", *lines, state=None)
    assert [each.text for each in one.recommendations] == ["The UK must open it", "Great Britain must pay"]
    assert [each.recommendation.addressee.value for each in one.set_aside] == ["other_state"]
