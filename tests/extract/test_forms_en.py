"""English forms that an independent writer used and the rules missed; sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts


@pytest.mark.parametrize(
    ("sentence", "demand"),
    [
        ("A clinic on every island: this is what we ask of the Ministry.", "A clinic on every island"),
        ("To reopen the ferry: that is our demand.", "reopen the ferry"),
        ("An open hearing is all we ask.", "An open hearing"),
        ("A seat on the board: this, and no more than this, we ask of the Mayor.", "A seat on the board"),
        ("Forty nurses are named here, whose immediate release we demand.", "immediate release"),
        ("May we suggest that the minutes be published?", "the minutes be published"),
    ],
)
def test_what_is_asked_may_stand_before_the_words_that_ask(sentence: str, demand: str) -> None:
    """And a question may ask politely."""
    assert texts("en", "p|" + sentence) == [demand]


@pytest.mark.parametrize(
    "sentence",
    [
        "This is what we ask.",
        "For the sake of the children, we ask.",
        "The State has done more than we ask.",
        "May we remind the Council?",
    ],
)
def test_words_of_asking_alone_ask_for_nothing(sentence: str) -> None:
    """Nor does what stands before them, if it only tells or says why."""
    assert texts("en", "p|" + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Let Parliament publish the accounts.",
        "Let the Minister, before she signs, show the contract to the villages.",
        "Let the children return to school.",
        "Never again should a journalist be tried by a military court.",
        "Not only must the wells be tested, but the results must also be published.",
        "No child should be held in an adult prison.",
        "Mining in the Tala valley must not resume until the villages have agreed.",
        "The Government cannot go on paying soldiers with food.",
        "The onus is on the company to clean the river.",
        "It would be better for the Ministry to repair the old school.",
        "What the Ministry still has to do is print the books.",
        "The least the Government can do is publish the names.",
        "Leave the tribunal alone.",
        "Publish the contracts.",
        "Give us our passports back.",
        "Do not sign the contract.",
        "Parliament might begin by repealing section 12.",
        "Broadcasters must give equal time to small parties.",
    ],
)
def test_obligations_and_commands_in_rarer_words(sentence: str) -> None:
    """The whole sentence is the demand."""
    assert texts("en", "p|" + sentence) == [sentence[:-1]]


@pytest.mark.parametrize(
    ("sentence", "demands"),
    [
        ("The bill (which Parliament should reject) cuts the fund.", ["which Parliament should reject"]),
        (
            "The clinic closed in May, the nurse left in June, and the Ministry must send another.",
            ["the Ministry must send another"],
        ),
        (
            "Pending the ruling, expected in spring, no more names should be added to the list.",
            ["no more names should be added to the list"],
        ),
        (
            "Ten years after the flood, the time has come to repair the dam.",
            ["the time has come to repair the dam"],
        ),
        (
            "The tax must be repealed, and we urge the Senate to say so.",
            ["The tax must be repealed", "say so"],
        ),
        (
            "The Union trusts that the Minister will withdraw the rule.",
            ["the Minister will withdraw the rule"],
        ),
        ("We count on the Mayor to reopen the library.", ["reopen the library"]),
        ("We would nevertheless ask the Ministry to reply in writing.", ["reply in writing"]),
        ("We want the law published before June.", ["the law published before June"]),
        ("The Youth Parliament insists that no pupil be excluded.", ["no pupil be excluded"]),
        ("The League seeks the repeal of section 12.", ["the repeal of section 12"]),
        ("The League's main request is the repeal of section 12.", ["the repeal of section 12"]),
        ("We accept the reform on one condition: that women be heard.", ["women be heard"]),
        ("The Union resolves to call on the Ministry to pay the arrears.", ["pay the arrears"]),
    ],
)
def test_where_demands_begin_and_end(sentence: str, demands: list[str]) -> None:
    """Behind what is only told, inside brackets, before another demand."""
    assert texts("en", "p|" + sentence) == demands


@pytest.mark.parametrize(
    "sentence",
    [
        "Let us remember that peace is fragile.",
        "Let the record show that nobody came.",
        "Let there be no doubt about it.",
        "Under the new circular, teachers are asked to report pupils without papers.",
        "From these rulings it follows that a search must be authorised by a judge.",
        "Members of the association shall pay their fees and should attend two meetings.",
        "We have written to the Council three times, asking it to repair the road.",
        "A demand is a sentence in which a State is asked to act.",
        "The State can no longer pay wages.",
        "Give us your feedback.",
        "Keep it safe.",
    ],
)
def test_what_only_tells_or_speaks_to_others_is_no_demand(sentence: str) -> None:
    """What a rule says, what was asked before, and words to the reader."""
    assert texts("en", "p|" + sentence) == []
