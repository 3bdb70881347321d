"""What running text asks of anything, taken where its paragraph asks, doubtful elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import find
from pipeline.models.findings import Addressee
from tests.extract.forms import CUBA, found, passages, texts

ASKS = {
    "en": "The Government should publish the plan.",
    "fr": "Le Gouvernement doit publier le plan.",
    "es": "El Gobierno debe publicar el plan.",
    "pt": "O Governo deve publicar o plano.",
}
THING = {
    "en": "Every lay-by should also have a meter.",
    "fr": "Chaque carrefour devrait aussi avoir un compteur.",
    "es": "Cada esquina debería tener también un contador.",
    "pt": "Cada esquina deveria ter também um contador.",
}


def doubtful(language: str, *lines: str) -> list[str]:
    return [one.text for one in found(language, *lines).doubtful]


@pytest.mark.parametrize("language", ASKS)
def test_a_thing_that_should_is_taken_in_a_paragraph_that_asks(language: str) -> None:
    lines = (f"p|{ASKS[language]} {THING[language]}",)
    assert texts(language, *lines) == [ASKS[language][:-1], THING[language][:-1]]
    assert doubtful(language, *lines) == []


@pytest.mark.parametrize("language", ASKS)
def test_elsewhere_it_is_doubtful_and_in_no_table(language: str) -> None:
    lines = (f"p|{ASKS[language]}", f"p|{THING[language]}")
    assert texts(language, *lines) == [ASKS[language][:-1]]
    assert doubtful(language, *lines) == [THING[language][:-1]]


def test_the_reason_is_told() -> None:
    together = found("en", f"p|{ASKS['en']} {THING['en']}").recommendations[1]
    assert together.why == "sentence that says what must be in paragraph 1, which asks"
    assert together.addressee is Addressee.SUR
    (alone,) = found("en", f"p|{THING['en']}").doubtful
    assert alone.why == "says what must be, where nothing else asks"
    assert alone.place.paragraph == 1


@pytest.mark.parametrize(
    "text",
    [
        "Press freedom must be a living reality.",  # a value
        "A wage has to last for a month.",  # a need
    ],
)
def test_values_and_needs_are_not_taken_beside_a_demand(text: str) -> None:
    assert texts("en", f"p|{ASKS['en']} {text}") == [ASKS["en"][:-1]]


def test_hardship_is_not_even_doubtful() -> None:
    text = "Victims must travel for a day to a court."
    assert doubtful("en", f"p|{text}") == []
    assert texts("en", f"p|{ASKS['en']} {text}") == [ASKS["en"][:-1]]


def test_a_clause_of_a_sentence_that_asks_is_no_second_demand() -> None:
    text = "The river must flow, and the State must publish the report."
    assert doubtful("en", f"p|{text}") == []


def test_a_command_in_running_text_is_doubtful() -> None:
    text = "Take care that the roads near the boundary can handle the traffic."
    lines = ("p|We thank the Council.", f"p|{text}")
    assert texts("en", *lines) == []
    assert doubtful("en", *lines) == [text[:-1]]
    assert found("en", *lines).doubtful[0].why == "begins with an action, in running text"


def test_an_infinitive_that_is_the_subject_of_a_statement_is_not() -> None:
    assert doubtful("fr", "p|Défendre le droit à la vie privée n'est pas un crime.") == []


def test_an_item_between_items_that_ask_is_doubtful() -> None:
    lines = (
        "p|We recommend that Cuba:",
        "-|Ratify the sample treaty;",
        "-|Respite for those who care at home;",
        "-|Train all judges.",
    )
    assert "Respite for those who care at home" in [*texts("en", *lines), *doubtful("en", *lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ("h|Recommendations of the first review", f"p|{THING['en']}"),
        ("h|Background", "p|In 2013 Norway recommended the following:", f"-|{THING['en']}"),
        (f"q|{THING['en']}",),
        (f"f|{THING['en']}",),
        (f"p|“{THING['en']}”, said the minister.",),
    ],
)
def test_what_others_said_is_never_doubtful(lines: tuple[str, ...]) -> None:
    assert doubtful("en", *lines) == []


def test_a_text_that_only_tells_what_others_ask_has_no_doubts() -> None:
    told = "“The Government must act”, said Ann Lee, a farmer. The union said it was tired."
    assert doubtful("en", f"p|{told}", f"p|{THING['en']}") == []


@given(
    st.permutations([ASKS["en"], THING["en"], "The hall was full.", "Take care of the roads near the lake."])
)
def test_everything_found_is_verbatim_and_apart_in_any_order(sentences: list[str]) -> None:
    """Sentences as paragraphs, and all of them in one."""
    read = passages(*(f"p|{sentence}" for sentence in sentences), f"p|{' '.join(sentences)}")
    every = find(read, "en", CUBA)
    spans = [s for one in (*every.recommendations, *every.doubtful) for s in one.spans]
    for one in (*every.recommendations, *every.doubtful):
        (span,) = one.spans
        assert read[span.passage].text[span.start : span.end] == one.text
    for number, span in enumerate(spans):
        others = [other for other in spans[number + 1 :] if other.passage == span.passage]
        assert all(other.end <= span.start or span.end <= other.start for other in others)
    assert THING["en"][:-1] in [one.text for one in every.recommendations]
