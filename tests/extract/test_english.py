"""Forms of recommendations in English."""

from __future__ import annotations

import pytest

from pipeline.extract import displayed, find
from pipeline.models.findings import Addressee
from pipeline.models.passages import Kind, Passage, Run
from tests.extract.forms import CUBA, aside, asked, found, passages, texts


def test_items_after_a_stem_are_taken_without_their_final_marks():
    got = texts(
        "en",
        "p|We recommend that the Government of Cuba:",
        "•|Ratify the Optional Protocol by 2030;",
        "•|Open prisons to monitors; and",
        "•|Publish deaths in custody.",
    )
    assert got == [
        "Ratify the Optional Protocol by 2030",
        "Open prisons to monitors",
        "Publish deaths in custody",
    ]


def test_an_item_says_its_stem_its_addressee_and_why_it_was_taken():
    one = found(
        "en", "p|Bad news.", "p|We urge the Government of Cuba to:", "•|Close the camp."
    ).recommendations[0]
    assert one.stem == "We urge the Government of Cuba to:"
    assert one.addressee is Addressee.SUR
    assert "Government" in one.addressee_words
    assert one.why == "item of a list after the stem in paragraph 2"
    assert one.place.paragraph == 3


def test_numbered_paragraphs_find_their_stem_over_a_footnote():
    got = texts(
        "en",
        "25.|Things are bad. We recommend that the State:",
        "f|See the report of 2019, which should be read.",
        "26.|Repeal the decree.",
        "27.|Ratify the Convention. Parliament should also repeal the media law.",
        "h|Conclusion",
        "28.|We thank the missions.",
    )
    assert got == [
        "Repeal the decree",
        "Ratify the Convention",
        "Parliament should also repeal the media law",
    ]


def test_items_under_a_heading_need_no_stem():
    assert texts("en", "h|Recommendations", "•|Adopt a law on asylum.", "•|Train judges.") == [
        "Adopt a law on asylum",
        "Train judges",
    ]


def test_sub_items_that_are_contents_stay_with_their_parent():
    lines = ("h|Recommendations", "(a)|Publish:", "•|the list of prisons;", "•|the number of inmates.")
    one = found("en", *lines).recommendations[0]
    assert one.text == "Publish:\nthe list of prisons;\nthe number of inmates"
    assert (
        displayed(one.spans, passages(*lines)) == "Publish:\n• the list of prisons;\n• the number of inmates"
    )


def test_sub_items_that_are_actions_stand_alone():
    got = texts("en", "p|The Government should:", "(a)|repeal Article 10;", "(b)|end solitary confinement.")
    assert got == ["repeal Article 10", "end solitary confinement"]


def test_a_semicolon_list_in_one_sentence_is_divided():
    got = texts(
        "en", "p|We call upon the authorities to free all detainees; to pay them; and to punish the guilty."
    )
    assert got == ["free all detainees", "pay them", "punish the guilty"]


def test_a_bold_label_is_left_out():
    runs = (Run("A law on asylum.", bold=True), Run(" The Government should adopt it within a year."))
    statement = [*passages("h|Recommendations"), Passage(Kind.LIST_ITEM, runs, level=1, marker="1.")]
    assert [r.text for r in find(statement, "en", CUBA).recommendations] == [
        "The Government should adopt it within a year"
    ]


def test_a_label_before_a_colon_is_left_out():
    assert texts("en", "h|Recommendations", "•|Death penalty: establish a moratorium.") == [
        "establish a moratorium"
    ]


def test_a_heading_that_recommends_counts_if_nothing_below_it_does():
    lines = ("h|Recommendation 3: Require a warrant for every search", "p|Searches have doubled since 2015.")
    assert texts("en", *lines) == ["Require a warrant for every search"]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("However, the police must wear visible numbers.", "the police must wear visible numbers"),
        ("To prevent abuse, the courts should review each case.", "the courts should review each case"),
        ("We strongly urge Parliament to lower the fees.", "lower the fees"),
        ("The law should be repealed, because it is unjust.", "The law should be repealed"),
        (
            "If detention is needed, the courts must review it.",
            "If detention is needed, the courts must review it",
        ),
        ("Our coalition calls on the State to free Mr. A. Doe.12", "free Mr. A. Doe"),
    ],
)
def test_a_recommending_sentence_in_running_text(sentence: str, text: str):
    assert texts("en", "p|" + sentence) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "We must all work together.",
        "The Government should have acted in 2015.",
        "It should be noted that the Government has changed.",
        "Nobody knows how the police should behave.",
        "Under international law, States must prevent torture.",
        "The Constitution provides that judges must be independent.",
        "We welcome the new law.",
        "We ask you to sign.",
        "He said “the police must pay” and left.",
    ],
)
def test_what_directs_nobody_is_no_recommendation(sentence: str):
    assert texts("en", "p|" + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "reason", "text"),
    [
        ("We call on Canada to share its experience.", "addressee", "share its experience"),
        ("We urge the Human Rights Council to act.", "addressee", "act"),
        ("Mining companies must consult villages.", "addressee", "Mining companies must consult villages"),
        (
            "JS1 recommended that Cuba abolish the death penalty.",
            "reported",
            "Cuba abolish the death penalty",
        ),
        ("The Committee against Torture recommends that Cuba act.", "reported", "Cuba act"),
        ("In 2013, Norway had recommended that Cuba sign the treaty.", "reported", "Cuba sign the treaty"),
        ("Several groups have urged Parliament to revise it.", "reported", "revise it"),
    ],
)
def test_what_is_not_made_to_the_state_is_kept_apart(sentence: str, reason: str, text: str):
    assert texts("en", "p|" + sentence) == []
    assert aside("en", "p|" + sentence) == [(reason, text)]


def test_a_section_on_the_previous_review_is_reported():
    lines = (
        "h|Implementation of recommendations of the second cycle",
        "•|Adopt a law on asylum.",
        "p|It should be adopted.",
    )
    assert texts("en", *lines) == []
    assert {reason for reason, _ in aside("en", *lines)} <= {"reported"}


def test_questions_under_a_heading_leave_the_preamble_out():
    lines = ("h|Advance questions", "1.|The law is old. When will it be amended? By whom?")
    assert asked("en", *lines) == ["When will it be amended? By whom?"]


def test_a_precise_question_counts_and_a_rhetorical_one_does_not():
    assert asked("en", "p|What measures has the Government taken to end this?") != []
    assert asked("en", "p|Who could accept such a thing?") == []


def test_a_column_of_recommendations_is_read_cell_by_cell():
    def cell(text: str, row: int, column: int) -> Passage:
        return Passage(Kind.TABLE_CELL, (Run(text),), table=1, row=row, column=column, header=row == 1)

    table = [
        cell("Theme", 1, 1),
        cell("Recommendation", 1, 2),
        cell("Prisons", 2, 1),
        cell("Close the old jail.", 2, 2),
    ]
    got = find(table, "en", CUBA).recommendations
    assert [one.text for one in got] == ["Close the old jail"]
    assert "cell of a table" in got[0].why


def test_contents_and_signatures_are_not_read():
    assert (
        texts("en", "h|Contents", "p|The Government should act 3", "h|Signatories", "p|States should") == []
    )


def test_without_a_state_the_country_named_most_is_meant():
    lines = ("p|Cuba has prisons. Cuba has courts.", "p|Cuba must respect both.")
    assert [r.text for r in found("en", *lines, state=None).recommendations] == ["Cuba must respect both"]


def test_the_words_that_name_the_addressee_are_those_of_the_statement() -> None:
    """As written there, in the sentence, the stem or the heading; a published table has no words of ours."""
    lines = (
        "p|We urge the Government of CUBA to ratify it.",
        "p|We recommend that the Ministry of Justice:",
        "1.|publish the law.",
        "h|Recommendations to the Human Rights Council",
        "2.|Appoint an expert.",
    )
    results = found("en", *lines)
    named = [*results.recommendations, *(one.recommendation for one in results.set_aside)]
    written = [line.split("|", 1)[1] for line in lines]
    assert [one.addressee_words for one in named] == [
        "the Government of CUBA",
        "the Ministry of Justice",
        "the Human Rights Council",
    ]
    assert all(any(one.addressee_words in line for line in written) for one in named)
