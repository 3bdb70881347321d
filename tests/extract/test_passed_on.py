"""What delegations are asked to recommend is a demand to the State: it begins where the State is told."""

from __future__ import annotations

import pytest

from pipeline.models.findings import Addressee
from tests.extract.forms import aside, found, texts

PASSED_ON = [
    ("en", "We ask you to recommend to Cuba to open the archive.", "open the archive"),
    ("en", "We ask that your delegation recommend that Cuba open the archive.", "Cuba open the archive"),
    ("en", "Please recommend to Cuba to open the archive.", "open the archive"),
    ("en", "We urge States to ask Cuba to open the archive.", "open the archive"),
    ("fr", "Nous vous demandons de recommander à Cuba l'ouverture des archives.", "l'ouverture des archives"),
    (
        "fr",
        "Nous demandons que vous recommandiez au Gouvernement de Cuba d'ouvrir les archives.",
        "ouvrir les archives",
    ),
    ("es", "Les pedimos que recomienden a Cuba abrir los archivos.", "abrir los archivos"),
    (
        "es",
        "Solicitamos a los Estados recomendar a Cuba la apertura de los archivos.",
        "la apertura de los archivos",
    ),
    ("pt", "Pedimos que recomendem a Cuba que abra os arquivos.", "abra os arquivos"),
    ("ru", "Просим вас рекомендовать Кубе открыть архивы.", "открыть архивы"),
    ("ar", "نطلب منكم أن توصوا كوبا بفتح الأرشيف.", "فتح الأرشيف"),
]


@pytest.mark.parametrize(("language", "sentence", "text"), PASSED_ON)
def test_the_demand_is_what_the_state_is_to_do(language: str, sentence: str, text: str) -> None:
    assert texts(language, "p|" + sentence) == [text]


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("en", "The coalition calls on recommending States to urge Cuba to:"),
        ("ru", "Мы просим государства, которые будут выступать на обзоре, рекомендовать Кубе:"),
    ],
)
def test_so_is_a_list_that_they_are_to_pass_on(language: str, stem: str) -> None:
    items = {"en": "open the archive;", "ru": "открыть архивы;"}
    (got,) = found(language, "p|" + stem, "a)|" + items[language]).recommendations
    assert got.addressee is Addressee.SUR


def test_what_the_council_is_to_do_itself_stays_its_own() -> None:
    sentence = "p|We call on the Human Rights Council to urge Cuba to open the archive."
    assert aside("en", sentence) == [("addressee", "urge Cuba to open the archive")]


def test_what_delegations_themselves_are_to_do_is_kept_apart() -> None:
    lines = ("p|To the States that will speak in Geneva:", "-|Ask for the prisoners by name.")
    assert aside("en", "p|We ask friendly embassies to visit the prison.")[0][0] == "addressee"
    assert texts("en", *lines) == []


def test_delegations_who_are_greeted_are_told_what_the_state_is_to_do() -> None:
    got = found("en", "p|Excellencies, distinguished delegates,", "p|The archive must be opened by law.")
    assert [one.addressee for one in got.recommendations] == [Addressee.SUR]


@pytest.mark.parametrize("name", ["Quênia", "Quénia"])
def test_a_state_is_known_by_its_portuguese_names(name: str) -> None:
    from pipeline.steps import state_called

    line = f"p|Pedimos às delegações que recomendem ao {name} abrir os arquivos."
    (got,) = found("pt", line, state=state_called("KE")).recommendations
    assert (got.text, got.addressee) == ("abrir os arquivos", Addressee.SUR)


@pytest.mark.parametrize("name", ["Кении", "кенийскому правительству"])
def test_a_state_is_known_in_every_russian_case(name: str) -> None:
    from pipeline.steps import state_called

    line = f"p|Просим государства рекомендовать {name} открыть архивы."
    (got,) = found("ru", line, state=state_called("KE")).recommendations
    assert (got.text, got.addressee) == ("открыть архивы", Addressee.SUR)


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("OHCHR and UNDP are asked to support the register.", Addressee.UN_BODY),
        ("Donor States are encouraged to fund the shelters.", Addressee.OTHER_STATE),
        ("We request the United Nations country team to publish its figures.", Addressee.UN_BODY),
    ],
)
def test_who_is_asked_may_be_the_subject_and_have_a_word_for_the_state_in_its_name(
    sentence: str, addressee: Addressee
) -> None:
    (got,) = found("en", "p|" + sentence).set_aside
    assert got.recommendation.addressee is addressee


@pytest.mark.parametrize(
    ("language", "sentence", "text"),
    [
        (
            "en",
            "We recommend to issue passports to Cuban women to travel freely.",
            "issue passports to Cuban women to travel freely",
        ),
        (
            "es",
            "Recomendamos hacer públicas las cuentas del Gobierno para que la gente las conozca.",
            "hacer públicas las cuentas del Gobierno para que la gente las conozca",
        ),
        (
            "es",
            "Recomendamos alentar a las empresas de Cuba a contratar mujeres.",
            "alentar a las empresas de Cuba a contratar mujeres",
        ),
        (
            "fr",
            "Nous recommandons de faire connaître aux autorités locales la loi à appliquer.",
            "faire connaître aux autorités locales la loi à appliquer",
        ),
    ],
)
def test_what_nobody_is_to_pass_on_stays_whole(language: str, sentence: str, text: str) -> None:
    assert texts(language, "p|" + sentence) == [text]


def test_a_chain_of_who_asks_whom_ends_soon() -> None:
    found("en", "p|We ask " + "you Cuba to ask " * 1200 + "you to close it.")


@pytest.mark.parametrize("adjective", ["иракская", "вьетнамская", "эквадорская"])
def test_a_question_names_the_state_by_its_russian_adjective(adjective: str) -> None:
    from pipeline.steps import state_called

    code = {"иракская": "IQ", "вьетнамская": "VN", "эквадорская": "EC"}[adjective]
    line = f"p|Какие меры приняла {adjective} сторона для защиты детей?"
    assert found("ru", line, state=state_called(code)).questions
    assert not found("ru", line, state=state_called("KE")).questions
