"""English, crossed: forms that other languages had shown first."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

NOW = "p|We urge the Government to publish the budget."


@pytest.mark.parametrize("said", ["BE IT RESOLVED", "Be it resolved that", "BE IT FURTHER RESOLVED THAT"])
@pytest.mark.parametrize("who", ["the Government of Cuba", "Parliament", "the Ministry of Justice"])
def test_what_is_resolved_is_demanded(said: str, who: str) -> None:
    """With a verb that says what somebody do, or a verb of asking."""
    assert texts("en", f"p|{said} {who} repeal the Press Act.") == [f"{who} repeal the Press Act"]
    assert texts("en", f"p|{said} the union urge {who} to repeal the Press Act.") == ["repeal the Press Act"]


@pytest.mark.parametrize(
    "item",
    [
        "A school will be built in each district",
        "Teachers will be paid by the State",
        "Fees will no longer be charged",
        "The board will include two pupils",
        "Section 12 of the Press Act: to be repealed",
        "In paragraph 2, delete the words “at any time”",
        "After clause 9, insert “or a parent”",
        "Replace “may” with “shall” in section 4(2)",
    ],
)
def test_an_item_says_as_settled_what_is_asked(item: str) -> None:
    """In the future, as a thing that is due, as an amendment."""
    assert texts("en", "h|Our demands", "-|Publish the budget.", f"-|{item}.") == ["Publish the budget", item]


@pytest.mark.parametrize("words", [", for example:", ", such as:", ", for instance:"])
def test_a_list_of_examples_belongs_to_its_demand(words: str) -> None:
    """It asks for nothing else."""
    lines = (f"p|The Government should fund campaigns{words}", "-|radio spots;", "-|posters.")
    assert texts("en", *lines) == [f"The Government should fund campaigns{words}\nradio spots;\nposters"]


ACTIONS = ["The repeal of the Press Act", "The adoption of a law on data", "A moratorium on executions"]
NEEDS = ["is urgent", "is long overdue", "remains essential", "is urgently needed", "is now a priority"]


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_that_is_urgent_is_demanded(action: str) -> None:
    """As the subject of what says so."""
    for need in NEEDS:
        assert texts("en", f"p|{action} {need}.") == [f"{action} {need}"]
    for fact in ("was welcome", "took ten years", "is on the agenda"):
        assert texts("en", f"p|{action} {fact}.") == []


@pytest.mark.parametrize(
    "when",
    ["In its 2018 report, the network", "At the second review, the network", "Five years ago the network"],
)
def test_what_an_organisation_asked_at_an_earlier_review_is_told(when: str) -> None:
    """By its own name, beside what it asks now."""
    lines = (f"p|{when} called on the Government to repeal the Press Act.", NOW)
    assert texts("en", *lines) == ["publish the budget"]
    assert aside("en", *lines) == [("reported", "repeal the Press Act")]


def test_a_mandate_to_ones_own_board_is_not_for_the_state() -> None:
    """The congress charges its own organs."""
    text = "The congress calls on the Government to repeal the Press Act and mandates its board to follow this up."
    assert texts("en", f"p|{text}") == ["repeal the Press Act"]


@pytest.mark.parametrize("text", ["islands must be protected", "All islands should have a clinic"])
def test_islands_alone_are_no_country(text: str) -> None:
    """Names with a bracket in their middle leave no word of their own behind."""
    assert aside("en", f"p|{text[:1].upper()}{text[1:]}.") == []


@pytest.mark.parametrize(
    "front", ["In line with its obligations", "To meet its commitments", "Given its duties"]
)
def test_obligations_under_a_treaty_are_a_reason_not_the_law(front: str) -> None:
    """But what somebody must under the treaty itself is what it says."""
    assert texts("en", f"p|{front} under the Covenant, Cuba must repeal the Press Act.") != []
    assert texts("en", "p|Under the Covenant, Cuba must repeal the Press Act.") == []


@pytest.mark.parametrize(
    "tail", [", and that is why we are here", " and this is a matter of one form", ", as no court sits there"]
)
def test_what_is_only_said_behind_a_demand_is_no_part_of_it(tail: str) -> None:
    """A clause that tells, a reason."""
    assert texts("en", f"p|We urge Cuba to repeal the Press Act{tail}.") == ["repeal the Press Act"]
    demand = "The Government should repeal the Press Act"
    assert texts("en", f"p|{demand}{tail}.") == [demand]


@pytest.mark.parametrize(
    "who",
    [
        "the countries where these companies are registered",
        "States hosting compensation funds",
        "the Governments of countries of origin",
        "members of the European Union",
        "home States",
        "oil operators",
    ],
)
def test_other_states_by_what_they_do(who: str) -> None:
    """And companies by their trade: not the State under Review."""
    assert [reason for reason, _ in aside("en", f"p|We urge {who} to open a fund.")] == ["addressee"]


def test_an_obligation_that_names_nobody_is_the_states_even_before_the_council() -> None:
    """Law and practice are those of the State; what the Council must do names it."""
    lines = ("h|Statement to the Human Rights Council", "p|We thank the Council for its work, Mr President.")
    law = "Indigenous lands must be demarcated by law"
    assert texts("en", *lines, f"p|{law}.") == [law]
