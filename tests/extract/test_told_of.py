"""What somebody else says must be done is told of; what follows it in a clause of its own is demanded."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

TOLD = [
    (
        "en",
        "The High Court has held, in three cases, that such charges should not be brought.",
        "such charges",
    ),
    ("en", "The police commissioner replied that the courts must decide.", "the courts must"),
    ("en", "The Committee took the view that the State party should review its laws.", "the State party"),
    (
        "en",
        "Teachers of the north informed our visitors that their schools must be rebuilt.",
        "their schools",
    ),
    ("fr", "Le médiateur a souligné, en mars dernier, qu'un délai devrait figurer dans la loi.", "un délai"),
    ("fr", "Le contrat de concession prévoit que la société doit réparer la route.", "la société"),
    ("es", "El Tribunal Supremo ha dicho que la consulta debe ser previa.", "la consulta"),
    ("es", "La ley de aguas manda que el operador debe informar cada mes.", "el operador"),
    ("pt", "A nova lei fixou que as barragens deveriam ser fechadas até 2030.", "as barragens"),
    ("pt", "O ministro respondeu que o Parlamento deve decidir.", "o Parlamento"),
]
OWN = [
    (
        "en",
        "The court found that the decree breaks the Covenant, and Parliament should repeal it.",
        "Parliament should repeal it",
    ),
    ("en", "The laws that punish dissent must be repealed.", "The laws that punish dissent must be repealed"),
    (
        "fr",
        "Le tribunal a jugé que la loi est contraire au Pacte, et le Parlement doit l'abroger.",
        "le Parlement doit l'abroger",
    ),
    ("es", "La red considera que el Estado debe cerrar la cárcel.", "el Estado debe cerrar la cárcel"),
    (
        "pt",
        "O Comité concluiu que a norma é contrária ao Pacto, e o Parlamento deve revogá-la.",
        "o Parlamento deve revogá-la",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "begins"), TOLD)
def test_what_others_say_must_be_done_is_reported(language: str, sentence: str, begins: str) -> None:
    assert texts(language, "p|" + sentence) == []
    assert [reason for reason, text in aside(language, "p|" + sentence) if text.startswith(begins)] == [
        "reported"
    ]


@pytest.mark.parametrize(("language", "sentence", "text"), OWN)
def test_a_clause_of_its_own_and_what_the_authors_think_are_demands(
    language: str, sentence: str, text: str
) -> None:
    assert texts(language, "p|" + sentence) == [text]


def test_a_common_noun_is_no_organisation() -> None:
    sentence = (
        "The court recognised that it threatens life and liberty, and that judges should grant the writ."
    )
    assert texts("en", "p|" + sentence) == []


@pytest.mark.parametrize(
    "ending", ["(Chile, Ghana)", "(Chile and the Philippines) → NOTED", "(Côte d'Ivoire)."]
)
def test_an_item_with_the_states_that_made_it_was_made_before(ending: str) -> None:
    item = f"-|Ratify the Optional Protocol {ending}"
    assert texts("en", "p|The State was told:", item) == []
    assert texts("en", "h|Recommendations", "-|Ratify the Optional Protocol (OP-CAT)") != []


def test_the_state_under_review_in_brackets_says_only_where() -> None:
    assert texts("en", "h|Recommendations", "-|Close the camp at the border (Cuba)") != []


@pytest.mark.parametrize(
    "sentence",
    [
        "We urge the Government to protect migrants from its neighbours (Mexico, Haiti).",
        "Given the deaths in custody, we urge the Government to close the prison;",
        "Noting the deaths in custody, the Government should close the prison;",
    ],
)
def test_what_the_authors_ask_is_asked_whatever_stands_around_it(sentence: str) -> None:
    assert len(texts("en", "p|" + sentence)) == 1


def test_an_adverb_does_not_hide_what_was_done() -> None:
    assert texts("en", "h|Recommendations", "-|The Government recently adopted a law that bans it.") == []
    assert texts("en", "h|Recommendations", "-|Implement the recently adopted law.") != []
