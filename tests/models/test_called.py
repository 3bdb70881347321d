"""Names of countries in the forms that texts have them in."""

from __future__ import annotations

import pytest

from pipeline.models.called import CALLED, called, territories
from pipeline.models.states import all_states, find_state


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("ar", "نوصي حكومة كوبا", "CU"),
        ("ar", "للأردن", "JO"),
        ("ar", "وبالأردن", "JO"),
        ("ar", "الحكومة الاردنية", "JO"),
        ("ar", "في إيران", "IR"),
        ("ru", "на Кубе", "CU"),
        ("ru", "правительство Кыргызстана", "KG"),
        ("ru", "в Российской Федерации", "RU"),
        ("ru", "России", "RU"),
        ("zh", "古巴政府", "CU"),
        ("pt", "o Governo do Brasil", "BR"),
        ("pt", "em Cabo Verde", "CV"),
    ],
)
def test_a_state_is_recognised_in_any_form_of_its_name(language: str, text: str, code: str) -> None:
    state = find_state(code)
    assert state is not None
    assert called(state, text, language)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("ar", "بيان عن فرنسا", "CU"),
        ("ru", "во Франции", "CU"),
        ("ru", "куда", "CU"),
        ("zh", "法国政府", "CU"),
        ("pt", "na França", "CU"),
    ],
)
def test_another_state_is_not(language: str, text: str, code: str) -> None:
    state = find_state(code)
    assert state is not None
    assert not called(state, text, language)


@pytest.mark.parametrize("language", CALLED)
def test_every_state_is_recognised_by_its_official_name(language: str) -> None:
    assert [state.code for state in all_states() if not called(state, state.name(language), language)] == []


def test_a_language_without_names_has_the_english_ones() -> None:
    assert dict(territories("xx-none"))["CU"] == "Cuba"
