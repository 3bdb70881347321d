"""Stems with a demand of their own, rows of commands of any length, names below a stem, reasons without a mark."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

ITEMS = {
    "en": ("-|publish the report;", "-|compensate the families."),
    "fr": ("-|de publier le rapport ;", "-|d'indemniser les familles."),
    "es": ("-|publique el informe;", "-|indemnice a las familias."),
    "pt": ("-|publique o relatório;", "-|indemnize as famílias."),
}


@pytest.mark.parametrize(
    ("language", "stem", "own"),
    [
        (
            "en",
            "We call on the Government to investigate these killings without delay, and to:",
            "investigate these killings without delay",
        ),
        (
            "en",
            "We urge that the Government withdraw the bill and that it:",
            "the Government withdraw the bill",
        ),
        ("en", "We call on the Government to withdraw the bill, and in particular:", "withdraw the bill"),
        (
            "fr",
            "Nous demandons au Gouvernement de retirer le projet de loi, et de :",
            "retirer le projet de loi",
        ),
        ("es", "Pedimos al Gobierno que retire el proyecto de ley, y que:", "retire el proyecto de ley"),
        ("pt", "Pedimos ao Governo que retire o projeto de lei, e que:", "retire o projeto de lei"),
    ],
)
def test_a_stem_keeps_the_demand_before_its_list(language: str, stem: str, own: str) -> None:
    """What stands before "and to:" is asked as well as the items."""
    first, *rest = texts(language, f"p|{stem}", *ITEMS[language])
    assert first == own
    assert len(rest) == 2


@pytest.mark.parametrize(
    "stem",
    [
        "We call on the Government and the Parliament to:",
        "We call on the Ministry of Justice, and in particular:",
        "We demand that the Government:",
    ],
)
def test_a_stem_that_only_names_who_should_act_has_none(stem: str) -> None:
    """Names joined by "and" ask for nothing."""
    assert texts("en", f"p|{stem}", *ITEMS["en"]) == ["publish the report", "compensate the families"]


LONG = " so that nobody waits" * 11
ROW = ("-|Widen the kerbs at the school.", "-|Close the bridge to lorries.", "-|Mark the crossing in white.")


def test_among_short_commands_an_item_may_be_long() -> None:
    """It is said what to do at any length, and the sentences behind it are read too."""
    lines = ("h|Traffic", *ROW, f"-|Open a lane for cyclists{LONG}. Repair the lights.", "p|We ask for help.")
    found = texts("en", *lines)
    assert f"Open a lane for cyclists{LONG}" in found
    assert "Repair the lights" in found


def test_long_commands_alone_are_no_row() -> None:
    """Three long paragraphs that begin with a verb may tell of anything."""
    lines = [f"-|{verb} a lane for cyclists{LONG}." for verb in ("Open", "Close", "Mark")]
    assert texts("en", "h|Traffic", *lines, "p|We ask for help.") == ["help"]


NAMES = (
    "-|Parents for Peace",
    "-|Coalition – Solidarity",
    "-|Clara Valley Forum",
    "-|United Sailors",
    "-|Artists with Hope",
    "-|Harbour Watch",
    "-|Nurses for Justice",
    "-|Our Common Lake",
    "-|Writers in Exile",
)


def test_names_below_a_stem_are_no_demands() -> None:
    """Also where some have a word with a small letter, or one word before a dash."""
    asked = ("p|We call on the Government to:", *ITEMS["en"])
    found = texts("en", *asked, "p|First signatures:", *NAMES)
    assert found == ["publish the report", "compensate the families"]


def test_items_that_end_as_sentences_are_no_names() -> None:
    """However many begin with capitals."""
    items = tuple(f"{name}." for name in NAMES)
    assert len(texts("en", "p|We demand from the State:", *items)) == len(NAMES)


@pytest.mark.parametrize(
    ("language", "lines", "asked"),
    [
        (
            "fr",
            (
                "p|Considérant :",
                "p|Que chaque étudiant est dévalué ;",
                "p|Que ces personnes doivent vivre ;",
                "p|Nous demandons un salaire étudiant.",
            ),
            "un salaire étudiant",
        ),
        (
            "es",
            (
                "p|Considerando:",
                "p|Que cada estudiante está desvalorizado;",
                "p|Que estas personas deben vivir;",
                "p|Pedimos un salario.",
            ),
            "un salario",
        ),
        (
            "en",
            (
                "p|Considering:",
                "p|That students are underpaid;",
                "p|That they must live;",
                "p|We ask for a wage.",
            ),
            "a wage",
        ),
    ],
)
def test_reasons_without_a_mark_are_no_demands(language: str, lines: tuple[str, ...], asked: str) -> None:
    """Paragraphs that begin with "that" below "Considering:"; the one that asks ends them."""
    heading = {"fr": "Appel", "es": "Llamamiento", "en": "Our call"}[language]
    assert texts(language, f"h|{heading}", *lines) == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "RESOLVED, that we call upon the State to stop the pipeline; and be it further",
            "stop the pipeline",
        ),
        (
            "Be it resolved that the council urges the State to stop it, and be it finally",
            "the council urges the State to stop it",
        ),
    ],
)
def test_what_opens_the_next_resolution_belongs_to_none(text: str, asked: str) -> None:
    """ "And be it further" goes on in the next paragraph."""
    assert texts("en", f"p|{text}") == [asked]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        (
            "en",
            "It falls to the Government to publish the report.",
            "It falls to the Government to publish the report",
        ),
        (
            "en",
            "This makes it essential that the State publish it.",
            "This makes it essential that the State publish it",
        ),
        (
            "fr",
            "Cela rend indispensable la réforme de la loi.",
            "Cela rend indispensable la réforme de la loi",
        ),
        ("es", "Corresponde a nuestras autoridades publicar el informe.", "publicar el informe"),
        ("es", "Esto hace imprescindible la reforma de la ley.", "la reforma de la ley"),
        (
            "es",
            "Es recomendable la formulación de una política de prevención.",
            "la formulación de una política de prevención",
        ),
        (
            "es",
            "Son necesarias reformas urgentes del sistema penitenciario.",
            "reformas urgentes del sistema penitenciario",
        ),
        ("es", "Dado que hay pocos albergues, deben abrirse más albergues.", "deben abrirse más albergues"),
        ("pt", "Cabe a cada município publicar o relatório.", "publicar o relatório"),
        ("pt", "Isso torna imprescindível a reforma da lei.", "a reforma da lei"),
        ("pt", "São necessárias medidas urgentes de proteção.", "medidas urgentes de proteção"),
        (
            "pt",
            "Dado que há poucos abrigos, devem ser abertos mais abrigos.",
            "devem ser abertos mais abrigos",
        ),
    ],
)
def test_ways_to_say_what_is_necessary(language: str, text: str, asked: str) -> None:
    """Whose task it is, what something makes necessary, what is needed, named behind the verb."""
    assert texts(language, f"p|{text}") == [asked]


def test_a_comparison_asks_for_nothing() -> None:
    """ "Not what it should be"."""
    assert texts("en", "p|The register is not what it should be.") == []
    assert aside("en", "p|The law is not as strong as it must be.") == []


CHARTER = (
    "a)|Entretenir les rues de la ville.",
    "b)|Ouvrir une voie pour les vélos.",
    "c)|Fermer le pont aux camions.",
    "d)|Marquer les passages en blanc.",
    "e)|Installer des feux aux carrefours.",
    "f)|Réparer les trottoirs de la gare.",
    "g)|Planter des arbres sur la place.",
    "h)|Former les agents de la commune.",
    "i)|Publier les plans des travaux.",
)


def test_every_sentence_of_a_charter_that_commands_is_asked() -> None:
    """Not only the first of its item."""
    last = "j)|Communiquer les règles aux usagers. Protéger les écoles. La loi est ancienne."
    found = texts("fr", "h|Charte des déplacements", *CHARTER, last)
    assert found[-2:] == ["Communiquer les règles aux usagers", "Protéger les écoles"]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        (
            "fr",
            "Le fleuve doit couler, et l'État doit publier le rapport.",
            ["l'État doit publier le rapport"],
        ),
        (
            "en",
            "The river must flow and Member States must publish the report.",
            ["Member States must publish the report"],
        ),
        (
            "en",
            "The freedom to express, including the right to demand answers, must be protected by the government.",
            [
                "The freedom to express, including the right to demand answers, must be protected by the government",
            ],
        ),
        (
            "fr",
            "La dignité doit être respectée par la police.",
            ["La dignité doit être respectée par la police"],
        ),
        (
            "es",
            "La dignidad debe ser respetada por la policía.",
            ["La dignidad debe ser respetada por la policía"],
        ),
        ("fr", "La dignité doit être respectée par tous.", []),
    ],
)
def test_who_must_act_may_stand_in_a_later_clause_or_behind_the_verb(
    language: str, text: str, asked: list[str]
) -> None:
    """A first clause that directs nobody hides no second one; a passive names who acts."""
    assert texts(language, f"p|{text}") == asked


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "We reiterate the call for a moratorium on mining.", "a moratorium on mining"),
        ("fr", "Nous réitérons l'appel à un moratoire sur les mines.", "un moratoire sur les mines"),
        ("fr", "Nous réitérons la recommandation de publier le rapport.", "publier le rapport"),
        ("es", "Reiteramos la recomendación de publicar el informe.", "publicar el informe"),
        ("pt", "Reiteramos a recomendação de publicar o relatório.", "publicar o relatório"),
    ],
)
def test_what_the_authors_repeat_is_asked(language: str, text: str, asked: str) -> None:
    """Also with "the" in place of "our"."""
    assert texts(language, f"p|{text}") == [asked]


def test_who_governs_may_be_asked_to_help_the_authors() -> None:
    """Only of the public it is a call to take part."""
    assert texts("en", "p|We ask the Government to help us bury our dead.") == ["help us bury our dead"]
    assert texts("en", "p|We urge everybody to help us.") == []


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "The country needs a truth commission.", "The country needs a truth commission"),
        ("en", "A hotline for victims is urgently needed.", "A hotline for victims is urgently needed"),
        ("fr", "Le pays a besoin d'une loi sur les données.", "Le pays a besoin d'une loi sur les données"),
        ("fr", "Une base de données des cas est nécessaire.", "Une base de données des cas est nécessaire"),
        ("es", "El país necesita una ley de datos.", "una ley de datos"),
        ("pt", "O país precisa de uma lei de dados.", "uma lei de dados"),
        ("pt", "O que é preciso é uma comissão da verdade.", "uma comissão da verdade"),
    ],
)
def test_what_a_country_needs_is_asked(language: str, text: str, asked: str) -> None:
    """A thing with an indefinite article, before or behind the need."""
    assert texts(language, f"p|{text}") == [asked]
