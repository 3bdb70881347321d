"""Tables: the header row is told by its words, and labels of rows and columns are no demands."""

from __future__ import annotations

import pytest

from pipeline.extract import find
from pipeline.models.findings import READ_LANGUAGES
from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place
from tests.extract.forms import CUBA
from tests.extract.test_forms import HEADINGS, ITEMS, cells

HEADS = {
    "en": ("No.", "Issue", "Target group", "Recommendation"),
    "fr": ("N°", "Thème", "Délai", "Recommandation"),
    "es": ("N.º", "Tema", "Plazo", "Recomendación"),
    "pt": ("N.º", "Tema", "Prazo", "Recomendação"),
    "ru": ("№", "Тема", "Срок", "Рекомендация"),
    "ar": ("الرقم", "الموضوع", "المهلة", "التوصية"),
    "zh": ("序号", "议题", "期限", "建议"),
}
LABELS = {
    "en": ("Education", "Address"),
    "fr": ("Éducation", "Santé"),
    "es": ("Educación", "Salud"),
    "pt": ("Educação", "Saúde"),
    "ru": ("Образование", "Здоровье"),
    "ar": ("التعليم", "الصحة"),
    "zh": ("教育", "健康"),
}


def asked(table: list[Passage], language: str) -> list[str]:
    """What is asked in a table below a heading of recommendations."""
    heading = Passage(Kind.HEADING, (Run(HEADINGS[language]),), Place(paragraph=1), level=1)
    return [one.text for one in find([heading, *table], language, CUBA).recommendations]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_header_row_that_looks_like_any_other_is_one(language: str):
    """Only the column of recommendations asks."""
    first, second = ITEMS[language]
    one, other = LABELS[language]
    rows = (HEADS[language], ("1", one, "2020", first), ("2", other, "2021", second))
    assert asked(cells(*rows, header=False), language) == [first, second]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_without_a_column_of_recommendations_labels_ask_for_nothing(language: str):
    """The other cells do."""
    first, second = ITEMS[language]
    one, other = LABELS[language]
    number, issue, term, _ = HEADS[language]
    rows = ((number, issue, term), ("1", one, first), ("2", other, second))
    assert asked(cells(*rows, header=False), language) == [first, second]


def test_a_title_over_the_header_row_does_not_hide_it():
    """The row of labels below it is the header."""
    table = cells(
        ("What we ask for on the coast",),
        ("Concern", "Recommendation"),
        ("Focus", ITEMS["en"][0]),
        header=False,
    )
    assert asked(table, "en") == [ITEMS["en"][0]]


@pytest.mark.parametrize("label", ["Education", "Address", "Focus", "Support", "Report", "Target groups:"])
def test_a_label_of_a_row_is_no_demand(label: str):
    """It only names what stands beside it."""
    assert asked(
        cells(("1", label, ITEMS["en"][0]), ("2", "Health", ITEMS["en"][1]), header=False), "en"
    ) == list(ITEMS["en"])


def test_a_short_cell_that_names_an_action_is_a_demand():
    """It has a verb and what is to be done."""
    table = cells(("Coast", "Abolish torture"), ("Hills", "Release all prisoners"), header=False)
    assert asked(table, "en") == ["Abolish torture", "Release all prisoners"]


def test_demands_in_the_first_row_are_no_header():
    """A table without any header may begin with them."""
    table = cells(
        ("Repeal the decree", "Free all prisoners"),
        (ITEMS["en"][0], ITEMS["en"][1] + " before 2020"),
        header=False,
    )
    assert asked(table, "en") == [
        "Repeal the decree",
        "Free all prisoners",
        ITEMS["en"][0],
        ITEMS["en"][1] + " before 2020",
    ]


def test_a_short_stem_in_a_cell_opens_the_list_below_it():
    """The things below it are asked for, however short."""
    table = cells(("1", "We demand:"), ("2", "Free schooling"), ("3", ITEMS["en"][0]), header=False)
    assert asked(table, "en") == ["Free schooling", ITEMS["en"][0]]
