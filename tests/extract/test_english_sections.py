"""English sections of recommendations as organisations write them: commands, whom a heading names."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts


@pytest.mark.parametrize(
    "item",
    [
        "Ensure patients can see their own files.",
        "Ensure all births are recorded free of charge.",
        "Make sure prisoners have a bed each.",
        "Guarantee tenants have the right to be heard.",
        "Repeal rules adopted under the emergency.",
        "Provide clinics with the means to treat everybody.",
        "Condemn the raid and call for an inquiry into it.",
        "Speak out against the closure, urging the Ministry to reopen the school.",
    ],
)
def test_a_command_is_whole_whatever_verb_follows_it(item: str) -> None:
    """A verb behind "ensure" says what is to be ensured, "and call for" what else is to be done."""
    assert texts("en", "h|Recommendations", "-|" + item, "-|Open a school.") == [item[:-1], "Open a school"]


@pytest.mark.parametrize(
    "line",
    ["Access was refused twice.", "Support has been cut by half.", "Guarantees of that kind are rare."],
)
def test_a_noun_in_front_of_a_verb_is_no_command(line: str) -> None:
    """It only tells something, under a heading of recommendations too."""
    assert texts("en", "h|Recommendations", "p|" + line, "-|Open a school.") == ["Open a school"]


def test_what_a_section_only_recalls_is_no_demand() -> None:
    """A clause of a preamble that ends like a sentence."""
    lines = ("p|Recalling the visit of the experts to the islands.", "p|Open a school on each island.")
    assert texts("en", "h|Recommendations", *lines) == ["Open a school on each island"]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "We recommend the creation of a fund to pay the guides.",
            "the creation of a fund to pay the guides",
        ),
        (
            "We call for the immediate closure of the pit to save the spring.",
            "the immediate closure of the pit to save the spring",
        ),
        ("We send you this urgent appeal for the release of both men.", "the release of both men"),
        (
            "Ahead of the debate in the House, we, the undersigned groups, write to urge the Government to "
            "publish the draft.",
            "publish the draft",
        ),
    ],
)
def test_a_thing_asked_for_with_its_purpose(sentence: str, text: str) -> None:
    """ "To" behind a noun of action says what for, not who is told."""
    assert texts("en", "p|" + sentence) == [text]


def test_what_others_ask_is_only_supported() -> None:
    """Nor is the reader who is to join told anything."""
    sentence = "We support the calls by farmers and fishers to ask the Minister to open a register."
    assert found("en", "p|" + sentence).recommendations == ()
    sentence = "We ask that you join us in this, and demand that the Minister open a register."
    assert texts("en", "p|" + sentence) == ["the Minister open a register"]


def test_missions_of_the_united_nations_and_armed_movements_under_headings() -> None:
    """By the name alone."""
    lines = (
        "h|To MINUSCA",
        "-|Patrol the road.",
        "h|To the Front for the Liberation of the North",
        "-|Stop.",
    )
    assert aside("en", "h|Recommendations", *lines)[0] == ("addressee", "Patrol the road")
    one = found("en", "h|Recommendations", *lines).set_aside
    assert [each.recommendation.addressee.value for each in one] == ["un_body", "other"]


def test_accompanying_measures_are_recommended() -> None:
    """A heading that says what else is to be done."""
    assert texts("en", "h|Complementary measures", "-|Abolish Levy A (LA).") == ["Abolish Levy A (LA)"]


def test_paragraphs_that_go_on_with_recommend_that() -> None:
    """They need no mark and no word of asking; a statement behind them is none."""
    lines = (
        "p|The network recommends that:",
        "p|The museum return the drums to the villages.",
        "p|A board be set up to see to it.",
        "p|We have seen the drums twice.",
    )
    asked = ["The museum return the drums to the villages", "A board be set up to see to it"]
    assert texts("en", *lines) == asked


def test_a_list_of_commands_in_front_of_a_section_of_recommendations() -> None:
    """No heading stands above it, as in a chapter cut out of a report."""
    items = ("-|Open the archive.", "-|Publish the list of the missing.", "-|Pay the families a pension.")
    lines = (*items, "h|Recommendations", "h|To the Human Rights Council", "-|Renew the mandate.")
    assert texts("en", *lines) == [item[2:-1] for item in items]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("We urge swift action to reopen the ferry.", "swift action to reopen the ferry"),
        (
            "The safety of the miners must be a priority, but we see no plan for it.",
            "The safety of the miners must be a priority",
        ),
        (
            "To make up for this, it will be essential to create schools in every district in which equality is lived.",
            "it will be essential to create schools in every district in which equality is lived",
        ),
        (
            "The law should not name the crime, rather it should name the harm.",
            "The law should not name the crime, rather it should name the harm",
        ),
    ],
)
def test_limits_of_what_is_asked(sentence: str, text: str) -> None:
    """Without a clause that only tells."""
    assert texts("en", "p|" + sentence) == [text]


def test_what_we_recommended_stands_in_our_own_section() -> None:
    """It is made now there; elsewhere it was made before."""
    line = "1.|We recommended that the office be moved to the coast."
    assert texts("en", "h|Recommendations", line) == ["the office be moved to the coast"]
    assert aside("en", "p|" + line[3:], "p|We urge the Ministry to act.") == [
        ("reported", "the office be moved to the coast")
    ]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "We recommend, in line with the Protocol and without prejudice to the provinces, that the Ministry "
            "publish the files.",
            ["the Ministry publish the files"],
        ),
        (
            "We demand of the Government: that the commission gets its powers back; that a judge sits on the "
            "island in May also; and that no guard under suspicion is promoted.",
            [
                "the commission gets its powers back",
                "a judge sits on the island in May also",
                "no guard under suspicion is promoted",
            ],
        ),
        (
            "It is recommended that the Ministry of Fisheries brings in a bill, and that the Ministry of Ports "
            "opens a register.",
            ["the Ministry of Fisheries brings in a bill", "the Ministry of Ports opens a register"],
        ),
        (
            "The Ministry should close the pit: a mayor who fears floods will not wait.",
            ["The Ministry should close the pit"],
        ),
        (
            "It's necessary that the Ministry closes the pit.",
            ["It's necessary that the Ministry closes the pit"],
        ),
    ],
)
def test_clauses_with_that(sentence: str, parts: list[str]) -> None:
    """Behind an aside, in a row, and before a reason."""
    assert texts("en", "p|" + sentence) == parts


@pytest.mark.parametrize(
    "line",
    [
        "The new Rules provide that a prisoner shall be heard once a week.",
        "The Guidelines on Prisons say States should build smaller ones.",
        "Nurses on the island believed it must be paid in cash.",
    ],
)
def test_what_rules_say_and_people_believe_is_told_of(line: str) -> None:
    """None of it is asked for."""
    assert texts("en", "p|" + line) == []


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (("p|We have a five-point plan:", "1.|Discontinue the levy.", "2.|Decarbonise the ferries."), 2),
        (("h|What should the Government do?", "-|Harness the wind.", "-|Let fishers vote."), 2),
        (("h|Recommendations", "1.|Police: discontinue the raids. Officers should be held to account."), 2),
    ],
)
def test_more_commands_and_what_opens_a_list_of_them(lines: tuple[str, ...], asked: int) -> None:
    """Verbs of a list, or by their ending."""
    assert len(texts("en", *lines)) == asked


def test_the_last_sentence_of_a_paragraph_opens_a_list_of_demands() -> None:
    """Though another sentence of it asks for something too, and "a list of demands that" asks for nothing."""
    lines = (
        "p|We demand that our voices be heard. Below is a list of demands that we think right. First demands:",
        "1.|Repeal the fee that was raised in May.",
        "2.|A public apology for the raid.",
    )
    assert texts("en", *lines) == [
        "our voices be heard",
        "Repeal the fee that was raised in May",
        "A public apology for the raid",
    ]


def test_demands_that_were_made_are_a_noun() -> None:
    """Behind a name too."""
    sentence = "We demand that the college meets the porters' demands that were handed in last year."
    asked = "the college meets the porters' demands that were handed in last year"
    assert texts("en", "p|" + sentence) == [asked]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The network recommends that the State party: (a) sign the Protocol; (b) repeal section 5; and (c) "
            "train the guards.",
            ["sign the Protocol", "repeal section 5", "train the guards"],
        ),
        ("The Law Society considers that clause 4 should be deleted.", ["clause 4 should be deleted"]),
        ("The network suggests the insertion of a sunset clause.", ["the insertion of a sunset clause"]),
        ("We would stress that the Ministry should pay for it.", ["the Ministry should pay for it"]),
        ("What is required is a national strategy.", ["What is required is a national strategy"]),
    ],
)
def test_forms_of_submissions(sentence: str, parts: list[str]) -> None:
    """Whom a colon stands behind; what a society considers; what would be stressed."""
    assert texts("en", "p|" + sentence) == parts
