"""The lexicon that a linguist can extend: well formed, found in every language."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pipeline.relate.lexicon import concepts, lexicon
from pipeline.relate.words import fold, verbatim, without_states, words

KINDS = {"act", "treaty", "body", "group", "topic", "plain", "manner"}


def rows() -> list[list[str]]:
    text = files("pipeline.relate").joinpath("data", "concepts.txt").read_text("utf-8")
    return [line.split("|") for line in text.splitlines() if not line.startswith("#")]


def test_every_concept_has_a_known_kind_one_line_and_terms_in_seven_languages() -> None:
    """A column that is forgotten would make a concept unknown in a language, in silence."""
    assert [row for row in rows() if len(row) != 9 or row[0] not in KINDS or not all(row[1:])] == []
    names = [row[1] for row in rows()]
    assert sorted(names) == sorted(set(names))


def test_terms_of_words_are_not_lost_to_the_small_words() -> None:
    """A term whose words are all never compared could not be found."""
    lost = [
        term
        for row in rows()
        for column in row[2:8]
        for term in column.split(",")
        if not words(term.replace("*", ""))
    ]
    assert lost == []
    assert lexicon().chinese


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the ratification of CEDAW", "CEDAW"),
        ("la ratification de la Convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes", "CEDAW"),
        ("Convención sobre los derechos de las personas con discapacidad", "CRPD"),
        ("принудительные браки", "child marriage"),
        ("وبالتعذيب", "torture"),
        ("ILO Convention (No. 169)", "ILO 169"),
        ("打击贩运人口行为", "trafficking"),
    ],
)  # fmt: skip
def test_a_concept_is_found_whatever_stands_around_and_is_joined_to_it(text: str, name: str) -> None:
    """Accents, small words, elisions, cases, Arabic prefixes, numbers of conventions."""
    assert name in {found.concept.name for found in concepts(words(text))}


def test_the_longest_term_wins() -> None:
    """Domestic violence is not violence and something domestic."""
    assert [found.concept.name for found in concepts(words("domestic violence"))] == ["domestic violence"]


def test_states_in_closing_brackets_are_no_part_of_a_demand() -> None:
    """Brackets inside the text stay."""
    assert (
        without_states("Ratify it (fast) now (Iran (Islamic Republic of)) (Peru);") == "Ratify it (fast) now"
    )
    assert without_states("(Peru)") == "(Peru)"


def test_words_that_clash_are_given_as_they_stand() -> None:
    """With what stands between them."""
    text = "Lift the ban on strikes"
    assert verbatim(text, words(text)[:2]) == "Lift the ban"
    assert fold("Ёлки É ١٢") == "елки e 12"
