"""Press releases, lists that say once who demands, commands, and letters to others than the State."""

from __future__ import annotations

import pytest

from .forms import aside, found, texts

QUOTED = [
    (
        "en",
        '"The authorities must release all the students," said a director at Human Rights Watch.',
        "The authorities must release all the students",
    ),
    (
        "fr",
        "« Les autorités doivent libérer les étudiants », a déclaré une directrice de Human Rights Watch.",
        "Les autorités doivent libérer les étudiants",
    ),
    (
        "es",
        "“Las autoridades deben liberar a los estudiantes”, ha señalado una asesora de Amnistía Internacional.",
        "Las autoridades deben liberar a los estudiantes",
    ),
]


@pytest.mark.parametrize(("language", "passage", "demand"), QUOTED)
def test_a_quotation_of_one_of_the_authors_is_their_demand(language: str, passage: str, demand: str) -> None:
    """As a press release quotes its own organisation."""
    assert texts(language, f"p|{passage}") == [demand]


def test_a_quotation_of_others_is_no_demand_of_the_authors() -> None:
    """Whoever else speaks."""
    assert texts("en", 'p|"The authorities must release them," said a member of the Committee.') == []


def test_a_pronoun_asks_for_whom_the_paragraph_before_names() -> None:
    """ "Il recommande" after "Le SCA estime"."""
    lines = (
        "p|Le SCA reconnaît que la Commission travaille.",
        "p|Il recommande également à la Commission de plaider pour la révision de la loi.",
    )
    assert texts("fr", *lines) == []
    assert [reason for reason, _ in aside("fr", *lines)] == ["reported"]


def test_an_item_beside_one_that_demands_is_a_demand() -> None:
    """The list says once who demands; the next item names only the action."""
    lines = ("✔|We call for an inquiry into the killings.", "✔|Ratify the Optional Protocol.")
    assert texts("en", *lines) == ["an inquiry into the killings", "Ratify the Optional Protocol"]


def test_an_item_beside_none_that_demands_tells_what_was_done() -> None:
    """An action at the front of an item is not enough."""
    assert texts("en", "✔|Our office opened in May.", "✔|Support victims in six towns.") == []


@pytest.mark.parametrize(
    ("language", "line", "demand"),
    [
        ("fr", "Libérez les prisonniers. Merci.", "Libérez les prisonniers"),
        ("en", "Release all the prisoners of conscience.", "Release all the prisoners of conscience"),
        ("es", "Liberen a los presos.", "Liberen a los presos"),
        ("pt", "Senhora presidenta, cumpra a Constituição.", "cumpra a Constituição"),
    ],
)
def test_a_command_to_those_who_govern_is_a_demand(language: str, line: str, demand: str) -> None:
    """Also after whom it calls."""
    assert texts(language, f"p|{line}") == [demand]


def test_a_slogan_is_no_demand() -> None:
    """A command with an exclamation mark."""
    assert texts("fr", "p|Libérez les prisonniers !") == []


def test_a_thing_with_a_relative_clause_has_no_addressee() -> None:
    """ "A system that ..." is asked for whole."""
    assert texts("es", "p|Exigimos un sistema de empresas que proteja a todas las personas.") == [
        "un sistema de empresas que proteja a todas las personas"
    ]


def test_parts_that_are_contents_of_the_demand_stay_in_it() -> None:
    """Semicolons after a relative clause do not begin demands."""
    line = "Exigimos el fin de las iniciativas que pretenden: cerrar escuelas; privatizar el agua."
    assert len(texts("es", f"p|{line}")) == 1


def test_two_dashes_set_an_aside_into_the_subject() -> None:
    """The subject before them stays with its verb."""
    line = "The secret prisons - as the press has called them - must be closed."
    assert texts("en", f"p|{line}") == ["The secret prisons - as the press has called them - must be closed"]


def test_without_a_state_a_text_about_a_union_means_the_union() -> None:
    """Where no State is known and the European Union is spoken of most."""
    lines = ["p|The European Union and the European Parliament discuss the EU directive; the EU waits."] * 2
    every = found("en", *lines, "p|The data must be protected.", state=None)
    assert [one.recommendation.addressee.value for one in every.set_aside] == ["other"]
