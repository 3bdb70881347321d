"""Hints for the speaker: vague verbs, several actions, and what is missing, with the words."""

from __future__ import annotations

import pytest

from pipeline.describe import describe
from pipeline.models.suggestions import Hint


def kinds(text: str, language: str, stem: str = "") -> set[str]:
    return {hint.kind for hint in describe(text, language, stem).hints}


def test_a_sharp_recommendation_has_no_hint() -> None:
    """One action, an instrument, a time."""
    assert (
        describe("Ratify OP-CAT before the next review", "en", "We recommend that the Government:").hints
        == ()
    )


def test_vague_verbs_are_shown_with_their_words() -> None:
    """As they stand in the text, in its capitals."""
    hints = describe("Strengthen efforts to promote equality", "en").hints
    assert Hint("vague", "Strengthen") in hints
    assert Hint("vague", "promote") in hints


@pytest.mark.parametrize(
    ("language", "text", "joined"),
    [
        ("en", "Amend article 12 of the Penal Code by 2027 and release all journalists", "and release"),
        ("fr", "Ratifier la Convention et abroger la loi d'ici à 2027", "et abroger"),
        ("es", "Derogar la ley y garantizar la libertad de expresión", "y garantizar"),
        ("pt", "Fortalecer as políticas e promover a igualdade", "e promover"),
        ("ru", "Укрепить защиту прав женщин и обеспечить доступ к правосудию", "и обеспечить"),
        ("ar", "تعزيز حقوق الطفل وضمان الحق في التعليم", "وضمان"),
        ("zh", "加强对妇女的保护，并确保批准公约", "并确保"),
    ],
)
def test_a_second_action_is_shown_with_its_words(language: str, text: str, joined: str) -> None:
    """ "And" with the verb after it, in seven languages."""
    assert Hint("several actions", joined) in describe(text, language).hints


def test_a_chain_of_and_is_shown_as_a_whole() -> None:
    """Where no verb follows, the chain itself."""
    text = "Repeal the laws on women and children and workers and peasants"
    assert [hint.words for hint in describe(text, "en").hints if hint.kind == "several actions"] == [
        "and children and workers and"
    ]


def test_the_stem_may_name_the_addressee_and_the_time() -> None:
    """An item need not repeat what its stem says."""
    assert "no addressee" in kinds("Release the prisoners", "en")
    assert "no addressee" not in kinds("Release the prisoners", "en", "We call on the Government of Cuba to:")
    assert "no time limit" not in kinds("Release the prisoners", "en", "Within two years:")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Close the camp within 12 months"),
        ("en", "Close the camp by 2030"),
        ("fr", "Fermer le camp d'ici à 2030"),
        ("es", "Cerrar el campo en un plazo de seis meses"),
        ("pt", "Encerrar o campo até 2030"),
        ("ru", "Закрыть лагерь до 2030 года"),
        ("ar", "إغلاق المعسكر بحلول عام 2030"),
        ("zh", "在2030年前关闭营地"),
        ("en", "Abolish the quota by the harvest of 2020"),
        ("en", "Ratify CAT in 2019"),
        ("en", "Publish it each year from 2020"),
        ("en", "Adopt the bill within the present Parliament"),
        ("fr", "Ratifier la Convention en 2019"),
        ("fr", "Abolir le quota pour la récolte de 2020"),
        ("fr", "Adopter le texte au cours de la présente législature"),
        ("es", "Ratificar la Convención en 2019"),
        ("es", "Aprobar el texto en la presente legislatura"),
        ("pt", "Ratificar a Convenção em 2019"),
        ("pt", "Aprovar o texto na presente legislatura"),
        ("ru", "Ратифицировать конвенцию в 2019 году"),
        ("ru", "Принять текст в нынешнем созыве парламента"),
        ("ar", "التصديق على الاتفاقية في عام 2019"),
        ("zh", "2019年批准公约"),
        ("zh", "本届议会通过法案"),
    ],
)
def test_a_time_limit_is_seen(language: str, text: str) -> None:
    """Years, months, numbers in words."""
    assert "no time limit" not in kinds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Repeal the 2015 Act on the press"),
        ("en", "Repeal the Press Act of 2015"),
        ("fr", "Abroger la loi de 2015 sur la presse"),
        ("es", "Derogar la ley de 2015 sobre la prensa"),
    ],
)
def test_the_year_of_a_law_is_no_time_limit(language: str, text: str) -> None:
    """It is a part of the law's name."""
    assert "no time limit" in kinds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Appoint a Commissioner to hear and investigate complaints"),
        ("en", "Appoint a Commissioner for Standards and Conduct"),
        (
            "en",
            "Appoint a Commissioner for women and girls, with staff and funds, for the north and the south",
        ),
        ("fr", "Nommer un commissaire pour recevoir les plaintes et enquêter sur elles"),
        ("es", "Nombrar un comisionado para recibir e investigar las quejas"),
    ],
)
def test_one_action_is_one(language: str, text: str) -> None:
    """Whatever a commissioner is to do, is called, or has."""
    assert "several actions" not in kinds(text, language)


def test_measures_to_do_two_things_are_two() -> None:
    """There the purpose is what the State is asked to do."""
    assert "several actions" in kinds("Take measures to protect witnesses and investigate threats", "en")


def test_an_empty_text_and_an_unknown_language_have_no_hints() -> None:
    """Silence where nothing is known."""
    assert describe("", "en").hints == ()
    assert describe("Die Regierung soll das Gesetz ändern", "de").hints == ()
