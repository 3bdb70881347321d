"""English forms of demands, and of what is none, that later texts have shown; sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "We call on Cuba to (i) ratify the Protocol, (ii) set up a visiting body and (iii) pay for it.",
            ["ratify the Protocol", "set up a visiting body", "pay for it"],
        ),
        (
            "The Government should: a) sign the treaty, b) publish the draft, and c) open the archive.",
            ["sign the treaty", "publish the draft", "open the archive"],
        ),
        (
            "The Government should sign the treaty; publish the draft; and open the archive.",
            ["The Government should sign the treaty", "publish the draft", "open the archive"],
        ),
        (
            "Key recommendations for the review: end the ban; train judges; open a register.",
            ["end the ban", "train judges", "open a register"],
        ),
    ],
)
def test_a_list_inside_a_sentence_is_taken_item_by_item(sentence: str, parts: list[str]) -> None:
    """Whether numbers or semicolons part it."""
    assert texts("en", "p|" + sentence) == parts


def test_two_parts_of_an_article_are_no_list() -> None:
    """ "(a) and (b)" after the number of an article name parts of it."""
    sentence = "Article 4 (a) and (b) of the Code should be repealed."
    assert texts("en", "p|" + sentence) == [sentence[:-1]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for victims should be doubled.",
        "Penalties for those who pollute rivers must be raised.",
        "Under no circumstances should children be detained for their papers.",
        "By 2030, the Government should close the last coal mine.",
        "Every prison should have a nurse.",
        "Sacred areas must be demarcated by law.",
        "Human rights defenders must be protected.",
        "Contracts should be treated as a public record.",
        "Disabled people should be heard before the rules change.",
        "Victims must have access to shelters.",
        "Marital rape should be a crime.",
        "Interpretation in court should be free of charge.",
        "Greater transparency is needed in the award of licences.",
        "The smugglers must be confronted.",
    ],
)
def test_obligations_on_what_only_those_who_govern_can_do(sentence: str) -> None:
    """Whole, with the time limit or condition in front."""
    assert texts("en", "p|" + sentence) == [sentence[:-1]]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Parliament is requested to amend the Elections Act.", "amend the Elections Act"),
        ("We call once more upon the Government to open the archive.", "open the archive"),
        ("We look to the Government to open the archive.", "open the archive"),
        ("Our recommendation to the State under review is to open the archive.", "open the archive"),
        ("We regret the clause and ask for its removal.", "its removal"),
        ("We commend the Government for the law and encourage it to publish the rules.", "publish the rules"),
        ("We would welcome a review of the threshold.", "a review of the threshold"),
        ("We want the procedure to be simple.", "the procedure to be simple"),
        ("We require more information on the contract.", "more information on the contract"),
        ("Drivers leave at five, so they must be charged at five.", "they must be charged at five"),
        ("Charges should be raised - today they are too low.", "Charges should be raised"),
        ("There must of course be checks at the border.", "There must of course be checks at the border"),
        ("The Commission is of the view that the tariff should be lowered.", "the tariff should be lowered"),
        ("The age is too high. Lower the voting age.", "Lower the voting age"),
        ("We consider it essential that victims be heard.", "victims be heard"),
        (
            "It would be desirable for the Government to open the archive.",
            "the Government to open the archive",
        ),
        (
            "In view of the treaty, the anniversary of the law and the vote, the Government should act.",
            "the Government should act",
        ),
        ("We urge States that still hold prisoners there to free them.", "free them"),
    ],
)
def test_more_ways_to_ask(sentence: str, text: str) -> None:
    assert texts("en", "p|" + sentence)[0].endswith(text)


def test_what_states_are_to_recommend_to_the_state_is_a_demand_to_it() -> None:
    """At the review States only pass it on; without the State's name they are meant themselves."""
    sentence = "We urge States to recommend that Cuba open the archive."
    assert texts("en", "p|" + sentence) == ["Cuba open the archive"]
    stem = "p|We invite delegations to make the following recommendations to Cuba:"
    assert texts("en", stem, "-|Open the archive;", "-|Publish the draft.") == [
        "Open the archive",
        "Publish the draft",
    ]
    other = found("en", "p|We urge delegations to make precise recommendations.")
    assert other.recommendations == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the Ombudsman, the prison should be closed.",
        "Under the Labour Act, employers must register every worker.",
        "The Minister promised that schools should open by May.",
        "This should come as no surprise.",
        "It is time to act.",
        "We reaffirm the court's demand that the State must close the camp.",
        "Victims must travel for a day to reach a court.",
        "In 2019 the Government introduced a rule that all journalists must register.",
        "Nothing should surprise us any more.",
        "They must queue from four in the morning.",
        "We remind the Government that it must protect witnesses.",
        "Officials told us that they need time and that the deadline should be moved.",
        "Readers should note that names have been changed.",
        "We ask the Minister what her office will do to protect them.",
        "We condemn the arrest of the protesters, demanding fair pay, and the trials.",
        "If violence and hatred are to be overcome, people need hope.",
    ],
)
def test_what_sounds_like_a_demand_and_is_none(sentence: str) -> None:
    assert texts("en", "p|" + sentence) == []


def test_items_keep_the_condition_or_time_in_front() -> None:
    """Lifted without it they would say something else."""
    items = ["Within two years, review all sentences.", "If no law is passed, publish the reasons."]
    assert texts("en", "h|Recommendations", *(f"{n}.|{each}" for n, each in enumerate(items, 1))) == [
        each[:-1] for each in items
    ]


def test_demands_announced_before_headings_are_found_below_them() -> None:
    """Each heading only names a group of what the paragraph announced, whatever word an item begins with."""
    lines = (
        "p|The statement presents a set of four demands to the Ministry.",
        "h|For openness",
        "1.|A full release of the contract.",
        "2.|Source code in the open.",
        "h|For safety",
        "1.|An audit every year.",
        "2.|There are no reports so far.",
    )
    assert texts("en", *lines) == [
        "A full release of the contract",
        "Source code in the open",
        "An audit every year",
    ]


def test_a_second_addressee_of_the_council_is_set_aside() -> None:
    """The Council acts itself when it is asked to urge somebody."""
    sentence = "We call on the Human Rights Council to urge Cuba to open the archive."
    assert aside("en", "p|" + sentence) == [("addressee", "urge Cuba to open the archive")]


def test_headings_that_only_name_who_should_act_open_lists_of_demands() -> None:
    """Without a heading "Recommendations" above them; each list is addressed to whom its heading names."""
    lines = (
        "h|To the Government of Cuba",
        "-|Publish the report.",
        "h|To the Human Rights Council",
        "-|Keep the situation under review.",
    )
    assert texts("en", *lines) == ["Publish the report"]
    assert aside("en", *lines) == [("addressee", "Keep the situation under review")]
    assert texts("en", "h|To the reader", "-|Read this first.", "-|Keep it safe.") == []


def test_rows_of_commands_are_demands_in_a_text_that_asks_for_something() -> None:
    """No stem announces them; what the authors do themselves and what the reader is to do is none."""
    row = ("p|Open a lane on the quay", "p|Extend the tram to the port", "p|Widen the kerbs in the old town")
    asks = "p|We invite all candidates to commit themselves, measure by measure."
    assert texts("en", asks, "h|Moving about", *row) == [line[2:] for line in row]
    assert texts("en", "p|The town has three squares.", "h|Moving about", *row) == []
    assert texts("en", asks, "h|What we do", *row) == []
    yours = ("p|Translate this letter", "p|Add the name of your minister", "p|Send it by post")
    assert texts("en", asks, "h|Steps", *yours) == []


def test_a_charter_that_only_lists_what_is_to_be_done_is_one_of_demands() -> None:
    """Nobody in it says "we"; headings only group its items, and items with contents keep them."""
    verbs = (
        "Create",
        "Extend",
        "Restore",
        "Protect",
        "Simplify",
        "Publish",
        "Train",
        "Fund",
        "Reduce",
        "Review",
    )
    items = [f"{verb} the {n}th line of the network" for n, verb in enumerate(verbs)]
    lines = ["h|Charter of the river", "h|Moving", *(f"-|{one}." for one in items[:6]), "h|Caring"]
    assert texts("en", *lines, *(f"-|{one}." for one in items[6:])) == items
    assert texts("en", *lines) == []


def test_a_line_that_only_names_a_group_under_a_stem_is_no_demand() -> None:
    """ "a. Employment:", also where the reader of the file saw no mark in front."""
    lines = (
        "p|We recommend that the Government of Cuba:",
        "p|Employment:",
        "p|Open the register;",
        "p|Fund the clinics.",
    )
    assert texts("en", *lines) == ["Open the register", "Fund the clinics"]


def test_a_manifesto_says_under_each_heading_what_to_do() -> None:
    """The paragraph that begins with the action, and the things in the list below its reasons."""
    lines = []
    for title, action in (
        ("Homes", "Build flats"),
        ("Buses", "Extend the night lines"),
        ("Parks", "Protect limes"),
    ):
        lines += [
            f"h|{title}",
            f"p|{action} in every district.",
            "p|Today there are none.",
            f"-|{title} fund by 2030",
        ]
    assert texts("en", *lines) == [
        "Build flats in every district", "Homes fund by 2030", "Extend the night lines in every district",
        "Buses fund by 2030", "Protect limes in every district", "Parks fund by 2030",
    ]  # fmt: skip
    assert texts("en", *lines[:4]) == []


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("We ask you to recommend to Cuba to open the northern archive.", "open the northern archive"),
        ("We ask your delegation to recommend Cuba to pay its midwives.", "pay its midwives"),
        ("We urge all States to recommend that Cuba pay its midwives.", "Cuba pay its midwives"),
        ("Please ask Cuba to pay its midwives every month.", "pay its midwives every month"),
        ("We hope you will urge the Government of Cuba to fund the ferry.", "fund the ferry"),
        ("Your delegation could recommend that Cuba fund the ferry.", "Cuba fund the ferry"),
        ("States should recommend that Cuba fund the ferry.", "Cuba fund the ferry"),
    ],
)
def test_a_demand_that_the_missions_are_to_pass_on_is_one_to_the_state(sentence: str, asked: str) -> None:
    """Whoever is told to pass it on: "you", "your delegation", "States"."""
    assert texts("en", "p|" + sentence) == [asked]


@pytest.mark.parametrize(
    "sentence",
    [
        "We encourage you to ask Cuba when the ferry will run again.",
        "We ask you to join us at the side event on the ferry.",
        "Please excuse our English.",
        "The families want to know where the boats are.",
        "Any restriction of this right must be provided by law and be necessary.",
    ],
)
def test_what_only_looks_like_a_demand_that_is_passed_on(sentence: str) -> None:
    assert texts("en", "p|" + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        (
            "We would be grateful if the Ministry published the timetable.",
            "the Ministry published the timetable",
        ),
        ("We would appreciate it if Cuba could sign the treaty.", "Cuba could sign the treaty"),
        (
            "It remains essential that the judges be paid on time.",
            "It remains essential that the judges be paid on time",
        ),
        (
            "It is needed that the ministry train its midwives.",
            "It is needed that the ministry train its midwives",
        ),
        ("The Network wishes to recommend that Cuba train its midwives.", "Cuba train its midwives"),
        ("The Network would like to see a judge in every district.", "a judge in every district"),
        ("My message to the Government is: repeal this law.", "repeal this law"),
        ("To the Government of Cuba we say: repeal this law.", "repeal this law"),
        ("The closure of the village schools must stop.", "The closure of the village schools must stop"),
    ],
)
def test_polite_and_learned_ways_to_ask(sentence: str, asked: str) -> None:
    """Courtesy, and the English of those who learned it later."""
    assert texts("en", "p|" + sentence) == [asked]
