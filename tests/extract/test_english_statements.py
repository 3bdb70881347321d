"""English as statements before the missions and submissions use it; sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts


def test_commands_after_an_announcement_are_demands() -> None:
    """ "We have two requests." stands in a sentence or a paragraph of its own."""
    text = "We have two requests. First, publish the harbour plan. Second, train the coast guards."
    asked = ["publish the harbour plan", "train the coast guards"]
    assert texts("en", "p|" + text) == asked
    apart = ("p|Let me close with two requests.", "p|First, publish the harbour plan.", "p|Train the guards.")
    assert texts("en", *apart) == ["publish the harbour plan", "Train the guards"]
    ours = "Our proposals are the following. Publish the harbour plan. Train the guards."
    assert texts("en", "p|We met them.", "p|" + ours) == ["Publish the harbour plan", "Train the guards"]


@pytest.mark.parametrize(
    "text",
    [
        "We have received three requests. Access to the harbour is hard.",
        "The council made two recommendations. Train the guards was one of them.",
        "Register of births: 40 per cent. Work starts at ten.",
    ],
)
def test_what_others_announce_or_no_command_follows_is_none(text: str) -> None:
    assert texts("en", "p|We met the fishers.", "p|" + text) == []


def test_a_colon_after_a_name_calls_whom_it_names() -> None:
    """In running text, and in a list of recommendations; what is no name calls nobody."""
    text = "The bridge fell. To the Ministry of Transport: rebuild it before the rains."
    assert texts("en", "p|We met them.", "p|" + text) == ["rebuild it before the rains"]
    listed = (
        "h|Recommendations",
        "-|To the Human Rights Council: renew the mandate.",
        "-|To Cuba: pay the nurses.",
    )
    assert texts("en", *listed) == ["pay the nurses"]
    assert aside("en", *listed) == [("addressee", "renew the mandate")]
    assert texts("en", "p|We met them.", "p|To be clear: this hurts. To the courts: thank you.") == []


def test_resolutions_ask_in_the_infinitive_and_resolve_their_own() -> None:
    """However long the name of who is asked; what the meeting tells its own organs is no demand."""
    lines = (
        "p|The assembly resolves:",
        "1.|To call upon the Minister of Transport and Works of the Republic of Cuba to dredge the canal.",
        "2.|To instruct the executive committee to print this text.",
        "3.|To meet again in spring.",
        "4.|To urge the European Union to buy our rice.",
    )
    assert texts("en", *lines) == ["dredge the canal"]
    assert aside("en", *lines) == [("addressee", "buy our rice")]


def test_a_label_before_two_demands_parted_by_a_semicolon() -> None:
    got = texts(
        "en", "h|Recommendations", "3.|Ferries: inspect all boats each spring; the results should be posted."
    )
    assert got == ["inspect all boats each spring", "the results should be posted"]


def test_the_list_behind_a_preposition_is_what_one_demand_is_about() -> None:
    lines = (
        "p|We call on Cuba to:",
        "1.|Lend the unused boats, from May, to:",
        "a.|fishers without a boat;",
        "b.|schools on the islands.",
        "2.|Repair the pier.",
    )
    boats = "Lend the unused boats, from May, to:\nfishers without a boat;\nschools on the islands"
    assert texts("en", *lines) == [boats, "Repair the pier"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Freezing of wages should be ordered only by a judge.",
        "The harbour lists should be hung in the market.",
        "Persons with disabilities should be able to vote in secret.",
        "No reporter should go to prison for a cartoon.",
        "A moratorium on sand mining is needed.",
        "The closure of the night school must stop.",
        "An end must be put to the beatings.",
    ],
)
def test_what_should_be_done_needs_no_actor(sentence: str) -> None:
    assert texts("en", "p|We met them.", "p|" + sentence) == [sentence[:-1]]


@pytest.mark.parametrize(
    ("sentence", "demand"),
    [
        ("The lists should be printed, since most mothers have no telephone.", "The lists should be printed"),
        ("The fee should be dropped, as experience shows that few can pay it.", "The fee should be dropped"),
        ("Rules in force since 2013 should be revised.", "Rules in force since 2013 should be revised"),
        ("The plan should be revised, as agreed in May.", "The plan should be revised, as agreed in May"),
    ],
)
def test_a_reason_ends_a_demand_and_a_time_does_not(sentence: str, demand: str) -> None:
    assert texts("en", "p|We met them.", "p|" + sentence) == [demand]


def test_the_authors_by_their_short_name_ask_also_where_earlier_reviews_are_told_of() -> None:
    lines = (
        "p|The Institute of Fair Trials (hereafter “the Institute”) is an independent institution of jurists.",
        "h|Implementation of earlier recommendations",
        "p|The Committee recommended a new code. The Institute recommends that the code be finished by May.",
    )
    assert texts("en", *lines) == ["the code be finished by May"]


def test_a_summary_of_what_others_submitted_makes_no_demand() -> None:
    lines = (
        "h|Summary of stakeholders’ submissions on Cuba",
        "p|The league spoke of the canals. The canals should be dredged every year.",
    )
    assert found("en", *lines).recommendations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We would be grateful if you could let us know.",
        "It seems necessary to recall that Cuba signed in May.",
        "We need more volunteers for our telephone.",
        "Our network itself must do more on the islands.",
        "The dam is to be finished in March.",
        "The fee must be paid at the bank, two days away.",
        "According to the manual of the prison service every detainee must be seen by a nurse.",
    ],
)
def test_duties_plans_and_courtesy_demand_nothing(sentence: str) -> None:
    assert texts("en", "p|We met them.", "p|" + sentence) == []


def test_each_group_of_a_list_names_whom_it_tells() -> None:
    """ "To ...:" stands as a paragraph of its own between the items."""
    lines = (
        "h|Recommendations",
        "p|To the Government of Cuba:",
        "-|Repair the pier.",
        "p|To the States that will take the floor:",
        "-|Name the drowned.",
        "p|To donors:",
        "-|Buy our rice.",
    )
    assert texts("en", *lines) == ["Repair the pier"]
    assert [text for _, text in aside("en", *lines)] == ["Name the drowned", "Buy our rice"]


def test_a_topic_stands_before_what_is_asked_under_a_heading_of_recommendations() -> None:
    """With a colon, a dash or an arrow; a single word is the topic of the sentences after it."""
    lines = (
        "h|Our recommendations",
        "p|Fishing: a licence for small boats, without a fee.",
        "p|Night work – lower the hours of apprentices.",
        "p|Schools → rewrite the atlas of the lower forms.",
        "p|Work. Seven in ten hide. The labour law should name them.",
    )
    assert texts("en", *lines) == [
        "a licence for small boats, without a fee",
        "lower the hours of apprentices",
        "rewrite the atlas of the lower forms",
        "The labour law should name them",
    ]


def test_a_list_after_how_many_things_are_needed_is_one_of_demands() -> None:
    lines = (
        "p|We met them.",
        "p|Two things would help more than a fence:",
        "-|a nurse in each school",
        "-|a fair wage",
    )
    assert texts("en", *lines) == ["a nurse in each school", "a fair wage"]
    told = (
        "p|We met them.",
        "p|Two things struck us:",
        "-|a nurse without a school",
        "-|a wage without work",
    )
    assert texts("en", *told) == []


@pytest.mark.parametrize(
    ("sentence", "demand"),
    [
        (
            "The Centre, which has run a ferry for years, recommends that the pier be mended.",
            "the pier be mended",
        ),
        ("We request from the Ministry of Fisheries the release of its maps.", "the release of its maps"),
        ("We demand of the State that it mend the pier.", "it mend the pier"),
        ("We reiterate the recommendation made in 2017 to mend the pier.", "mend the pier"),
        ("We repeat our recommendation of 2017: mend the pier.", "mend the pier"),
        ("Our recommendation from the last cycle remains: mend the pier.", "mend the pier"),
        ("Our request to the State: mend the pier.", "mend the pier"),
        ("We have one request: that the State mend the pier.", "the State mend the pier"),
        (
            "We share the view of the Committee that the law should name ferries.",
            "the law should name ferries",
        ),
        ("A date for the works must be set.", "A date for the works must be set"),
        ("Police who beat fishers should lose their jobs.", "Police who beat fishers should lose their jobs"),
    ],
)
def test_who_asks_and_of_whom_may_stand_anywhere(sentence: str, demand: str) -> None:
    assert texts("en", "p|We met the fishers.", "p|" + sentence) == [demand]


@pytest.mark.parametrize(
    ("sentence", "demand"),
    [
        ("We ask the Government for a new ferry.", "a new ferry"),
        ("Our network asks the Ministry of Fisheries for more nets.", "more nets"),
        ("We ask the Ministry for Fisheries to mend the nets.", "mend the nets"),
        ("We recommend to the State that it mend the pier.", "it mend the pier"),
        ("We recommend the State party that it mend the pier.", "it mend the pier"),
        ("We make an appeal to the authorities to mend the pier.", "mend the pier"),
        ("We call the Government to mend the pier.", "mend the pier"),
        ("We want that the State mends the pier.", "the State mends the pier"),
        ("What we want is a pier without holes.", "a pier without holes"),
        ("The demand of our members is clear: mend the pier.", "mend the pier"),
        ("It is the view of our network that the pier should be mended.", "the pier should be mended"),
        ("The Commission would welcome an amendment of its Act.", "an amendment of its Act"),
    ],
)
def test_the_plain_english_of_those_who_learned_it(sentence: str, demand: str) -> None:
    assert texts("en", "p|We met the fishers.", "p|" + sentence) == [demand]


@pytest.mark.parametrize(
    "sentence",
    [
        "We call it a shame to close the pier.",
        "There is only a need for nets in winter.",
        "We do not ask for a new ferry.",
        "We thank the Government for a new ferry.",
        "We want that money.",
        "Our message to the fishers is: you are not alone.",
        "Our recommendations of 2019: see annex 2.",
        "It would be good if more people knew of the pier.",
        "To our friends at sea: we have not forgotten you.",
        "What we want to say is simple.",
    ],
)
def test_what_is_called_thanked_or_denied_is_not_asked(sentence: str) -> None:
    assert texts("en", "p|We met the fishers.", "p|" + sentence) == []
