"""Tables: the header row is told by its words, and labels of rows and columns are no demands."""

from __future__ import annotations

from dataclasses import replace

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


PREVIOUS = {
    "en": ("Recommendations from the previous review", "Recommendation", "Comment", "Not done yet"),
    "en, short": ("Previous recommendations", "Recommendation", "Comment", "Not done yet"),
    "es": ("Recomendaciones aceptadas por Cuba en 2018", "Recomendación", "Comentario", "Sin cumplir"),
    "fr": ("Recommandations acceptées par Cuba en 2018", "Recommandation", "Commentaire", "Pas encore fait"),
}


@pytest.mark.parametrize("spans", [True, False])
@pytest.mark.parametrize("kind", PREVIOUS)
def test_below_a_title_of_earlier_recommendations_none_is_made_now(kind: str, spans: bool):
    """What the head of a column calls a recommendation is one of those; it is told of."""
    language = kind[:2]
    title, head, other, comment = PREVIOUS[kind]
    first, *table = cells((title,), (head, other), (ITEMS[language][0], comment), header=False)
    heading = Passage(Kind.HEADING, (Run(HEADINGS[language]),), Place(paragraph=1), level=1)
    found = find([heading, replace(first, span=2 if spans else 1), *table], language, CUBA)
    assert found.recommendations == ()
    assert [one.recommendation.text for one in found.set_aside] == [ITEMS[language][0]]


def test_below_a_title_of_earlier_recommendations_the_second_column_of_them_is_new():
    """The first one repeats what the title announces."""
    table = cells(
        ("Previous recommendations",),
        ("Recommendation", "Comment", "New recommendation"),
        (ITEMS["en"][0], "Open", ITEMS["en"][1]),
        header=False,
    )
    assert asked(table, "en") == [ITEMS["en"][1]]


@pytest.mark.parametrize(
    ("language", "rows", "demands"),
    [
        (
            "en",
            (
                ("Recommendation 1", "Ratify the Optional Protocol"),
                ("Recommendation 2", "Free all political prisoners"),
            ),
            ["Ratify the Optional Protocol", "Free all political prisoners"],
        ),
        (
            "en",
            (
                ("Recommendation", "Prosecute all torturers at once."),
                ("Issue", "Prisons are full."),
                ("Recommendation", "Release prisoners of conscience."),
            ),
            ["Prosecute all torturers at once", "Release prisoners of conscience"],
        ),
        (
            "fr",
            (("Recommandation", "Libérer tous les prisonniers"), ("Délai", "2027")),
            ["Libérer tous les prisonniers"],
        ),
    ],
)
@pytest.mark.parametrize("below", [True, False])
def test_labels_in_front_of_rows_are_neither_heads_nor_demands(language, rows, demands, below):
    """What stands beside "Recommendation" is one, whatever heading is above."""
    table = cells(*rows, header=False)
    title = Passage(
        Kind.HEADING, (Run(HEADINGS[language] if below else "Cuba"),), Place(paragraph=1), level=1
    )
    found = find([title, *table], language, CUBA)
    assert [one.text.rstrip(".") for one in found.recommendations] == demands


def test_labels_of_rows_below_a_title_of_demands_are_labels_too():
    """The title heads no column."""
    first, second = ITEMS["en"]
    rows = (("Our demands",), ("Recommendation 1", first), ("Recommendation 2", second))
    assert asked(cells(*rows, header=False), "en") == [first, second]


def test_beside_the_demand_of_a_labelled_row_nothing_is_asked():
    """Only the cell next to the label says what is recommended."""
    first, second = ITEMS["en"]
    rows = (("Recommendation 1", first, "Ministry of Justice"), ("Recommendation 2", second, "2027"))
    assert asked(cells(*rows, header=False), "en") == [first, second]


def test_a_header_row_that_comes_again_on_the_next_page_is_still_one():
    """It has the same cells, so no label of a row."""
    head = ("Recommendation", "Comment")
    table = cells(head, (ITEMS["en"][0], "Open"), head, (ITEMS["en"][1], "Open"), header=False)
    assert asked(table, "en") == list(ITEMS["en"])


@pytest.mark.parametrize("beside", [(), ("Free all prisoners",)])
def test_a_demand_with_the_word_recommendation_in_the_first_row_is_no_head(beside: tuple[str, ...]):
    """It begins as an action does, unlike a head."""
    first = "Implement the recommendation of the Committee on torture"
    table = cells((first, *beside), (ITEMS["en"][0],), header=False)
    assert asked(table, "en") == [first, *beside, ITEMS["en"][0]]
