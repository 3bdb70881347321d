"""A name is found however it is written, and not inside other words."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.models.naming import Hidden, find, is_in_name_of_file

NAME = Hidden(1, "name", "Jana Ejemplova")


@pytest.mark.parametrize(
    "text",
    [
        "Jana Ejemplova said",
        "EJEMPLOVA Jana",
        "Ejemplova, Jana",
        "J. Ejemplova",
        "Ms Ejemplova",
        "the house of Ejemplova",
        "Jana\nEjemplova",
        "Jana Ejem-\nplova",
        "Ja\u00adna Ejemplova",
        "jana.ejemplova@sample.example",
        unicodedata.normalize("NFD", "JÁNA Éjemplová"),
    ],
)
def test_a_name_is_found(text: str) -> None:
    """In any case, order and spelling of accents, with initials, over line breaks and in addresses."""
    assert find(text, NAME)


@pytest.mark.parametrize("text", ["Ejemplovanian", "Jana said", "", "an ejemplova tree", "Ej. Jan"])
def test_other_words_are_not_the_name(text: str) -> None:
    """No hits inside of other words, in small letters, or by a first name alone."""
    assert find(text, NAME) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("王小明", "我叫王小明。"),
        ("محمد مثال", "قال محمد مثال"),
        ("Иван Примеров", "с Иваном Примеровым"),
        ("Anne-Marie O'Sample", "d’Anne Marie O’Sample"),
        ("María José Pérez Ejemplo", "la Sra. Perez"),
    ],
)
def test_names_of_other_scripts_and_of_several_parts(name: str, text: str) -> None:
    """Chinese without blanks, Arabic, Russian declined, hyphens and two surnames."""
    assert find(text, Hidden(1, "name", name))


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("statements/jana-ejemplova.docx", True),
        ("statements/JanaEjemplova_final.docx", True),
        ("statements/jejemplova.pdf", True),
        ("statements/ejemplovanian.pdf", False),
        ("statements/speaker-2.pdf", False),
    ],
)
def test_the_name_of_a_file_can_name_somebody(path: str, named: bool) -> None:
    """Run together, with an initial, in small letters."""
    assert is_in_name_of_file(path, NAME) is named
