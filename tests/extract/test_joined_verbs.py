"""Participles, infinitives and nouns of asking, whose subject stands elsewhere in the sentence."""

from __future__ import annotations

import pytest

from .forms import texts

OURS = [
    (
        "en",
        "We have written to the Ministry, urging it to publish the register.",
        ["publish the register"],
    ),
    (
        "en",
        "We take this opportunity to call on the Government to close the camps.",
        ["close the camps"],
    ),
    (
        "es",
        "Nos dirigimos a ustedes para solicitar que se publique el registro.",
        ["se publique el registro"],
    ),
    ("fr", "Nous venons vous demander le respect de la loi.", ["le respect de la loi"]),
    (
        "pt",
        "A rede manifesta-se no sentido de exigir que o decreto seja revogado.",
        ["o decreto seja revogado"],
    ),
    ("ar", "تشدد المنظمة على ضرورة نشر السجل.", ["نشر السجل"]),
]


@pytest.mark.parametrize(("language", "sentence", "demands"), OURS)
def test_the_authors_ask_with_a_verb_that_has_no_subject_of_its_own(
    language: str, sentence: str, demands: list[str]
) -> None:
    """ "We write, urging ..." is a demand made now."""
    assert texts(language, f"p|{sentence}") == demands


OTHERS = [
    ("en", "The Committee wrote to the Ministry, urging it to publish the register."),
    ("es", "El Comité se dirigió al Gobierno para solicitar que se publique el registro."),
    ("fr", "Le Comité est venu demander le respect de la loi."),
]


@pytest.mark.parametrize(("language", "sentence"), OTHERS)
def test_what_others_ask_so_is_not_taken(language: str, sentence: str) -> None:
    """Their subject is that of the sentence."""
    assert texts(language, f"p|{sentence}") == []


def test_an_item_that_begins_with_such_a_verb_is_demanded_whole() -> None:
    """It is what the State is to do."""
    items = ("p|The State should:", "-|Urge companies to publish their accounts;")
    assert texts("en", *items) == ["Urge companies to publish their accounts"]


def test_a_participle_is_no_verb_of_others() -> None:
    """ "The requested extension" reports nothing."""
    sentence = (
        "We ask the Government to grant the period requested in their letter and the requested extension."
    )
    assert texts("en", f"p|{sentence}") == [
        "grant the period requested in their letter and the requested extension"
    ]


def test_a_colon_after_because_announces_reasons() -> None:
    """They are no part of the demand."""
    lines = ("p|We call on the Ministry to open the archive because:", "-|The archive is public property.")
    assert texts("en", *lines) == ["open the archive"]


def test_two_obligations_of_one_subject_keep_it() -> None:
    """ "... and thus should": the subject stands before the first verb."""
    sentence = "The ban violates the Covenant and thus should be lifted."
    assert texts("en", f"p|{sentence}") == [sentence.rstrip(".")]


def test_what_is_thought_stands_before_the_obligation_and_outside_it() -> None:
    """ "Nous pensons au contraire que ..."."""
    sentence = "Nous pensons au contraire que cette loi doit être abrogée."
    assert texts("fr", f"p|{sentence}") == ["cette loi doit être abrogée"]


def test_a_noun_of_action_is_asked_for_whole() -> None:
    """Those to whom it is done are not those who are asked to do it."""
    sentence = "Nous appelons à la libération de tous les détenus et des journalistes arrêtés."
    assert texts("fr", f"p|{sentence}") == ["la libération de tous les détenus et des journalistes arrêtés"]


@pytest.mark.parametrize(
    ("language", "sentence", "demand"),
    [
        ("es", "Instamos con urgencia al Gobierno a ser transparente.", "ser transparente"),
        ("fr", "Nous demandons au Gouvernement d'être transparent.", "être transparent"),
        ("ar", "على السلطات المحلية ضمان الحماية.", "على السلطات المحلية ضمان الحماية"),
    ],
)
def test_short_verbs_and_adjectives_between_are_seen(language: str, sentence: str, demand: str) -> None:
    """ "ser", "être"; words between who must and what."""
    assert texts(language, f"p|{sentence}") == [demand]


def test_a_quotation_announced_by_name_is_the_authors_own() -> None:
    """ "Our director said:" stands in the paragraph before."""
    lines = (
        "p|The director of the network, Jane Roe, said:",
        'p|"Nobody was told. The Government should publish the register."',
    )
    assert texts("en", *lines) == ["The Government should publish the register"]
