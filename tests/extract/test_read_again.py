"""What an independent reading of the rules found: whose demand it is, and which words belong to it."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

FOLLOW_UP = ("h|Our statement", "p|Our network has forty members.", "h|Developments since the last review")


@pytest.mark.parametrize(
    "front",
    [
        "Recommendation 115.12 was supported.",
        "115.12 France.",
        "The State accepted the following recommendation.",
    ],
)
def test_what_an_earlier_recommendation_said_stays_told(front: str) -> None:
    """Also in the second sentence of its paragraph."""
    assert texts("en", *FOLLOW_UP, f"p|{front} The State should abolish the death penalty.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Watch said the Government condemned the violence but urged protesters to stay home.",
        "A woman should be silent, the imam preached.",
        "We have urged the Government to free him.",
        "Be it resolved that the meeting thanks the speakers.",
    ],
)
def test_what_others_say_is_not_the_authors(text: str) -> None:
    """By a verb of saying, by a sermon, in the past, as thanks."""
    assert texts("en", f"p|{text}") == []


def test_who_speaks_stays_the_subject_behind_but() -> None:
    """Where nobody else is named between."""
    assert texts("en", "p|The league condemns the law but urges the Government to publish it.") == [
        "publish it"
    ]


@pytest.mark.parametrize(
    ("language", "text", "demand"),
    [
        (
            "en",
            "We recommend that Parliament insert a clause: torture is a crime.",
            "Parliament insert a clause: torture is a crime",
        ),
        ("en", "We urge Cuba to repeal section 12: it has been used against 40 people.", "repeal section 12"),
        ("en", "We urge Cuba to set up a hotline: it was promised in 2019.", "set up a hotline"),
        (
            "pt",
            "Exigimos que a lei seja suspensa, até que o Parlamento a reveja.",
            "a lei seja suspensa, até que o Parlamento a reveja",
        ),
        (
            "pt",
            "O Estado deve proteger os defensores, especialmente quando denunciam a corrupção.",
            "O Estado deve proteger os defensores, especialmente quando denunciam a corrupção",
        ),
        (
            "fr",
            "Toute naissance doit être déclarée gratuitement.",
            "Toute naissance doit être déclarée gratuitement",
        ),
    ],
)
def test_words_that_belong_to_a_demand_stay(language: str, text: str, demand: str) -> None:
    """What an article shall say, a term, a case; what only speaks of it goes."""
    assert texts(language, f"p|{text}") == [demand]


def test_a_place_and_a_date_below_a_list_are_no_item() -> None:
    """Nor is a theme that is none: facts."""
    lines = ("p|We demand:", "p|Equal pay for women", "p|Safe schools for all", "p|Geneva, 12 March 2024")
    assert texts("en", *lines) == ["Equal pay for women", "Safe schools for all"]
    facts = ("h|Facts", "-|Early marriage of girls", "-|Poor schools everywhere")
    assert texts("en", "h|Our demands for change", "p|We are a coalition of unions.", *facts) == []


def test_a_resolution_of_the_council_is_for_the_council() -> None:
    """An obligation that names one of its bodies is not the State's."""
    lines = ("h|Statement to the Human Rights Council", "p|We thank the Council for its work, Mr President.")
    found = aside("en", *lines, "p|The mandate of the Special Rapporteur must be renewed.")
    assert [reason for reason, _ in found] == ["addressee"]


@pytest.mark.parametrize(
    ("language", "title", "told", "asked"),
    [
        (
            "en",
            "Recommendations",
            "Prisons: the Committee against Torture recommended that Cuba close the prison.",
            "Close the prison, as the Committee recommended",
        ),
        (
            "fr",
            "Recommandations",
            "Le Comité contre la torture a recommandé à Cuba de fermer la prison.",
            "Fermer la prison",
        ),
        (
            "es",
            "Recomendaciones",
            "El Comité contra la Tortura recomendó a Cuba cerrar la cárcel.",
            "Cerrar la cárcel, como recomendó el Comité",
        ),
        (
            "pt",
            "Recomendações",
            "O Comité contra a Tortura recomendou a Cuba fechar a prisão.",
            "Fechar a prisão, como recomendou o Comité",
        ),
    ],
)
def test_an_item_that_says_what_a_committee_recommended_is_told(
    language: str, title: str, told: str, asked: str
) -> None:
    """Among the authors' own recommendations; one that only refers to it is theirs."""
    lines = (f"h|{title}", f"-|{told}", f"-|{asked}.")
    assert texts(language, *lines) == [asked]
    assert [reason for reason, _ in aside(language, *lines)] == ["reported"]


@pytest.mark.parametrize(
    "states", ["(Uruguay)", "(Norway, Peru)", "(Norway) → supported", "(France and Ghana)"]
)
def test_a_command_with_the_states_that_made_it_is_told(states: str) -> None:
    """In a list, in a paragraph of recommendations, with sentences behind it; not with another bracket."""
    rest = "Nothing was done."
    for mark in ("-|", "p|"):
        lines = ("h|Recommendations", f"{mark}Ratify the Optional Protocol {states}. {rest}")
        assert texts("en", *lines) == []
        assert texts("en", "h|Recommendations", f"{mark}Ratify the Optional Protocol (OPCAT). {rest}") != []
    named = ("h|Recommendations", f"-|Publish the law. It was asked for by others {states}.")
    assert texts("en", *named) == ["Publish the law"]


@pytest.mark.parametrize(
    ("language", "text", "made"),
    [
        ("fr", "Postulez.", []),
        ("fr", "Agissez.", []),
        ("fr", "Libérez les détenus.", ["Libérez les détenus"]),
        ("en", "Release the prisoners.", ["Release the prisoners"]),
    ],
)
def test_a_single_word_commands_nothing(language: str, text: str, made: list[str]) -> None:
    """Nobody could tell what is to be done."""
    assert texts(language, f"p|{text}") == made
