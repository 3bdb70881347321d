"""What States are asked for at every review, in every language, in each place where a statement asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.forms import texts

CORE = Path(__file__).parent / "core"
"""For each language the actions that reviews are made of, one a line (a few words each, of our own)."""

SENTENCES = [
    ("fr", "Nous recommandons à Cuba de {}."),
    ("fr", "Le gouvernement doit {}."),
    ("es", "Recomendamos a Cuba {}."),
    ("es", "El Gobierno debe {}."),
    ("pt", "Recomendamos a Cuba {}."),
    ("pt", "O Governo deve {}."),
    ("ru", "Рекомендуем Кубе {}."),
    ("ru", "Призываем власти {}."),
    ("ru", "Правительство должно {}."),
    ("ar", "نوصي كوبا بـ{}."),
    ("ar", "ندعو الحكومة إلى {}."),
    ("ar", "يجب على الحكومة {}."),
    ("zh", "我们建议古巴{}。"),
    ("zh", "我们呼吁政府{}。"),
    ("zh", "政府应{}。"),
    ("en", "We recommend that Cuba {}."),
    ("en", "We urge the Government to {}."),
    ("en", "The Government should {}."),
]
STEMS = [
    ("fr", "Nous recommandons à Cuba :"),
    ("es", "Recomendamos a Cuba:"),
    ("pt", "Recomendamos a Cuba:"),
    ("ru", "Рекомендуем Кубе:"),
    ("ar", "نوصي كوبا بما يلي:"),
    ("zh", "我们建议古巴："),
    ("en", "We recommend that Cuba:"),
]
HEADINGS = [
    ("fr", "Recommandations"),
    ("es", "Recomendaciones"),
    ("pt", "Recomendações"),
    ("ru", "Рекомендации"),
    ("ar", "التوصيات"),
    ("zh", "建议"),
    ("en", "Recommendations"),
]


def actions(language: str) -> list[str]:
    return (CORE / f"{language}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(("language", "frame"), SENTENCES)
def test_every_action_is_found_in_a_sentence(language: str, frame: str) -> None:
    """After a recommending verb and after "must"."""
    missed = [
        one
        for one in actions(language)
        if not any(one.lower() in text.lower() for text in texts(language, "p|" + frame.format(one)))
    ]
    assert missed == []


@pytest.mark.parametrize(("language", "stem"), STEMS)
def test_every_action_is_found_in_a_list_under_a_stem(language: str, stem: str) -> None:
    """Word for word, in the order of the list."""
    wanted = actions(language)
    got = texts(language, "p|" + stem, *(f"-|{one};" for one in wanted))
    assert [one for one in wanted if one.lower() not in {text.lower() for text in got}] == []


@pytest.mark.parametrize(("language", "heading"), HEADINGS)
def test_every_action_is_found_in_a_list_under_a_heading(language: str, heading: str) -> None:
    """Without any stem."""
    wanted = actions(language)
    got = texts(language, "h|" + heading, *(f"-|{one[:1].upper()}{one[1:]}." for one in wanted))
    assert [one for one in wanted if one.lower() not in {text.lower() for text in got}] == []
