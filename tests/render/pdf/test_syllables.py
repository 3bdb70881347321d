"""Syllables: the divisions are those of pyphen, in every kind of dictionary."""

from __future__ import annotations

import pyphen
import pytest

from pipeline.render.pdf.syllables import DICTIONARIES, LEAST, syllables

WORDS = {
    "en": "recommendation implementation discrimination ratification extrajudicial organisations therefore",
    "fr": "recommandation discrimination extrajudiciaires gouvernement œuvre l’établissement aujourd",
    "es": "recomendación discriminación extrajudiciales gobierno desapariciones",
    "pt": "recomendação discriminação extrajudiciais governo desaparecimentos",
    "ru": "рекомендация дискриминация правительство исчезновения внесудебные",
    "de": "Empfehlung Diskriminierung Zuckerbäcker Regierungserklärung",
    "hu": "asszonnyal kulissza mennyiség összeg",
}


@pytest.mark.parametrize("language", WORDS)
def test_words_are_divided_as_pyphen_divides_them(language: str) -> None:
    """Where a word would be spelt otherwise when divided (Hungarian), it is not divided."""
    dictionary = pyphen.Pyphen(lang=DICTIONARIES.get(language, language), left=LEAST, right=LEAST)
    for word in WORDS[language].split():
        expected = tuple(place for place in dictionary.positions(word) if place.data is None)
        assert syllables(word, language) == expected


def test_a_language_without_a_dictionary_divides_no_word() -> None:
    """Arabic and Chinese words stay whole."""
    assert syllables("recommendation", "ar") == syllables("recommendation", "zh") == ()
