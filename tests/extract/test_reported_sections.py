"""Sections about earlier cycles: what the authors recommend there themselves is theirs."""

from __future__ import annotations

import pytest

from pipeline.extract import find
from pipeline.models.passages import Kind, Passage, Run
from pipeline.models.states import find_state
from pipeline.problems import Place


def passages(*lines: tuple[Kind, str]) -> list[Passage]:
    return [
        Passage(kind, (Run(text),), Place(paragraph=number), 1, "-" if kind is Kind.LIST_ITEM else "")
        for number, (kind, text) in enumerate(lines, 1)
    ]


@pytest.mark.parametrize(
    ("language", "title", "stem", "lead", "item"),
    [
        (
            "es",
            "EPU de Colombia, tercer ciclo",
            "Recomendamos al Gobierno de Colombia:",
            "",
            "publicar un plan",
        ),
        (
            "en",
            "Colombia, third cycle",
            "We recommend that the Government of Colombia:",
            "",
            "publish a plan",
        ),
        (
            "fr",
            "Colombie, troisième cycle",
            "Nous recommandons au Gouvernement de la Colombie :",
            "de ",
            "publier un plan",
        ),
    ],
)
def test_a_title_that_names_a_cycle_makes_nothing_reported(
    language: str, title: str, stem: str, lead: str, item: str
) -> None:
    """The title stands over everything; it says which review this is. A span begins at the action, without "de"."""
    lines = passages((Kind.HEADING, title), (Kind.PARAGRAPH, stem), (Kind.LIST_ITEM, f"{lead}{item};"))
    found = find(lines, language, find_state("CO"))
    assert [r.text for r in found.recommendations] == [item]
    assert found.set_aside == ()


def test_what_the_authors_recommend_in_a_section_on_the_last_cycle_is_theirs() -> None:
    """Statements end each issue with recommendations, also under "Implementation of recommendations"."""
    lines = passages(
        (Kind.HEADING, "Our statement"),
        (Kind.HEADING, "Implementation of the recommendations of the second cycle"),
        (Kind.PARAGRAPH, "Norway recommended that the Government adopt a law on data."),
        (Kind.PARAGRAPH, "We recommend that the Government of Colombia:"),
        (Kind.LIST_ITEM, "publish a plan for the law on data."),
    )
    found = find(lines, "en", find_state("CO"))
    assert [r.text for r in found.recommendations] == ["publish a plan for the law on data"]
    assert len(found.set_aside) == 1


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "The circular is not known outside the capital. It must be translated and hung in every station.",
            ["It must be translated and hung in every station"],
        ),
        (
            "Two courts have an interpreter. It is essential that the courts list qualified interpreters.",
            ["It is essential that the courts list qualified interpreters"],
        ),
        ("The State should ratify the Convention. It has not been ratified.", []),
    ],
)
def test_what_the_authors_say_of_an_earlier_recommendation_is_theirs(text: str, made: list[str]) -> None:
    """Under "Developments since the last review" a first sentence may be what was recommended; the rest is ours."""
    lines = passages(
        (Kind.HEADING, "Our statement"),
        (Kind.PARAGRAPH, "Our network has forty members in all regions of the country."),
        (Kind.HEADING, "Developments since the last review"),
        (Kind.PARAGRAPH, text),
    )
    found = find(lines, "en", find_state("CO"))
    assert [r.text for r in found.recommendations] == made
