"""What people must do themselves, and what others say must be done, is no demand in any language."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Les victimes doivent parcourir cent kilomètres pour atteindre un tribunal."),
        ("fr", "D'après le médiateur, la prison doit fermer."),
        ("es", "Las víctimas deben recorrer cien kilómetros para llegar a un tribunal."),
        ("es", "El Gobierno introdujo una norma según la cual los periodistas deben inscribirse."),
        ("es", "Según el Defensor, la cárcel debe cerrarse."),
        ("pt", "As vítimas devem percorrer cem quilómetros para chegar a um tribunal."),
        ("pt", "Segundo o Provedor, a prisão deve fechar."),
        ("ru", "Пострадавшие должны ехать сто километров до суда."),
        ("zh", "受害者必须走一百公里才能到法院。"),
    ],
)
def test_a_hardship_and_the_word_of_others_are_none(language: str, sentence: str) -> None:
    assert texts(language, "p|" + sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Les victimes doivent avoir accès à un abri."),
        ("es", "Las víctimas deben tener acceso a un refugio."),
        ("pt", "As vítimas devem ter acesso a um abrigo."),
        ("ru", "Пострадавшие должны иметь доступ к убежищам."),
        ("zh", "受害者应有权进入庇护所。"),
    ],
)
def test_what_people_must_have_is_a_demand(language: str, sentence: str) -> None:
    """Somebody who governs has to see to it."""
    assert texts(language, "p|" + sentence) == [sentence.rstrip(".。")]
