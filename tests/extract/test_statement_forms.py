"""Plain forms of statements to a pre-session: stems that name only the actor, tables, questions, things told."""

from __future__ import annotations

import pytest

from pipeline.extract import find
from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place

from .forms import CUBA, asked, found, texts

STEMS = [
    ("en", "We recommend that the Government of Cuba:"),
    ("en", "To the Government of Cuba we recommend the following, that the Government of Cuba:"),
    ("en", "The Government of Cuba should:"),
    ("en", "Our recommendations to the Government of Cuba are as follows:"),
    ("es", "Recomendamos al Gobierno de Cuba que:"),
    ("fr", "Nous recommandons que le Gouvernement de Cuba :"),
    ("ru", "Мы рекомендуем Правительству Кубы:"),
]


@pytest.mark.parametrize(("language", "stem"), STEMS)
def test_a_stem_of_an_actor_is_no_recommendation(language: str, stem: str) -> None:
    """Neither alone nor with the items after it in one."""
    assert not any("cub" in one.lower() or "куб" in one.lower() for one in texts(language, f"p|{stem}"))


@pytest.mark.parametrize(
    "item",
    [
        "announce in 2018 a standing invitation",
        "oblige companies to have their pay examined",
        "yodel every year on the day of the constitution",
        "give the agency the budget that it needs to have by law",
        "publish the list that the police must keep",
        "connect the registers so that a marriage cannot be entered twice",
    ],
)
@pytest.mark.parametrize(
    "stem", ["We recommend that the Government of Cuba:", "We urge the Government of Cuba to:"]
)
def test_every_item_after_such_a_stem_is_one(stem: str, item: str) -> None:
    """Whatever its first word, and with what a law must contain inside it."""
    assert texts("en", f"p|{stem}", f"•|{item};", "•|ratify the Covenant.") == [item, "ratify the Covenant"]


def test_a_heading_line_that_names_the_actor_is_such_a_stem() -> None:
    """ "To the Government of Cuba:" under "Recommendations"."""
    lines = (
        "h|Recommendations",
        "p|To the Government of Cuba:",
        "1.|Oblige firms to pay those who have worked.",
    )
    assert texts("en", *lines) == ["Oblige firms to pay those who have worked"]


def table(title: str, *rows: tuple[str, str]) -> list[Passage]:
    cells = [("Subject", title), *rows]
    return [
        Passage(
            Kind.TABLE_CELL,
            (Run(text),),
            Place(paragraph=5 + row),
            table=1,
            row=row,
            column=column,
            header=row == 1,
        )
        for row, pair in enumerate(cells, 1)
        for column, text in enumerate(pair, 1)
    ]


@pytest.mark.parametrize(
    ("language", "stem", "title"),
    [
        ("en", "We recommend that the Government of Cuba:", "Recommendation"),
        ("en", "We recommend that the Government of Cuba:", "Recommendations"),
        ("fr", "Nous recommandons au Gouvernement de Cuba :", "Recommandation"),
        ("es", "Recomendamos al Gobierno de Cuba:", "Recomendación"),
        ("ru", "Мы рекомендуем Правительству Кубы:", "Рекомендация"),
    ],
)
def test_in_a_table_only_the_column_of_recommendations_recommends(
    language: str, stem: str, title: str
) -> None:
    """The subject, the number and the deadline only sort them."""
    above = Passage(Kind.PARAGRAPH, (Run(stem),), Place(paragraph=1))
    cells = table(title, ("Law and practice", "Xyz abc."), ("Hate speech", "Uvw def."))
    made = find((above, *cells), language, CUBA).recommendations
    assert [one.text for one in made] == ["Xyz abc", "Uvw def"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Tunisia added that people in high office should take a clear stand."),
        ("en", "It has two parts: who may look, and who is invited to look."),
        ("en", "Rules on how it is to be applied were still awaited."),
        ("en", "In 2015 the law came into force. Courts must now take motives into account."),
        ("es", "Con esa frase queremos terminar."),
        ("es", "Conocemos esa red y no pedimos que se desmonte."),
        ("es", "Las personas que escuchamos no piden penas más altas. Piden saber qué ha pasado."),
        ("fr", "Nous ne demandons pas que la loi soit abrogée."),
        ("ru", "Мы не требуем отменить закон."),
    ],
)
def test_what_others_said_and_what_is_not_asked_is_no_recommendation(language: str, sentence: str) -> None:
    """Verbs of saying, wishes about the speech itself, and requests that are denied."""
    assert found(language, f"p|{sentence}").recommendations == ()


def test_a_country_may_be_told_by_its_name_alone() -> None:
    """ "Nous recommandons à Cuba de ...": no word for a government is needed."""
    assert texts("fr", "p|Nous recommandons à Cuba d’abolir la peine de mort.") == ["abolir la peine de mort"]


def test_a_subject_may_be_left_out_when_the_sentence_before_named_it() -> None:
    """As Spanish does: "También debería ..."."""
    made = texts("es", "p|El Gobierno de Cuba debería aprobar una ley. También debería publicar los datos.")
    assert made == ["El Gobierno de Cuba debería aprobar una ley", "debería publicar los datos"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Advance questions"),
        ("en", "6 Advance questions"),
        ("en", "Two questions"),
        ("en", "Questions in advance"),
        ("en", "Questions to the Government of Cuba"),
        ("fr", "Questions préalables"),
        ("fr", "Nos questions"),
        ("es", "Preguntas anticipadas"),
        ("es", "Preguntas"),
        ("es", "Lo que preguntamos"),
        ("ru", "Вопросы"),
        ("ru", "Предварительные вопросы"),
    ],
)
@pytest.mark.parametrize("mark", ["p", "1.", "•"])
def test_under_a_heading_of_questions_each_item_is_one(language: str, heading: str, mark: str) -> None:
    """Paragraphs, numbers or bullets; two in one paragraph are one question."""
    assert asked(language, f"h|{heading}", f"{mark}|Abc def? Ghi jkl?", f"{mark}|Mno pqr?") == [
        "Abc def? Ghi jkl?",
        "Mno pqr?",
    ]
