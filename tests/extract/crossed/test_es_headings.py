"""Spanish: headings that open demands, and sentences that say that demands follow."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ITEMS = ["Derogar la ley de prensa", "Publicar los contratos"]
HEADINGS = [
    "Medidas para proteger a la prensa",
    "Qué hacer",
    "Lo que hay que cambiar",
    "Lo que falta por hacer",
    "Plataforma de lucha",
    "Plataforma reivindicativa",
    "Tabla reivindicativa",
    "Programa de lucha",
    "Ejes de lucha",
    "Expectativas",
    "Pedidos",
    "Consignas",
    "Hoja de ruta",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_items_under_a_heading_of_demands(heading: str) -> None:
    """Under any heading of demands each item is one."""
    assert texts("es", f"h|{heading}", *(f"b|{one}." for one in ITEMS)) == ITEMS


@pytest.mark.parametrize("heading", ["Petición", "Propuesta", "Solicitud"])
def test_a_paragraph_under_a_heading_in_the_singular(heading: str) -> None:
    """One paragraph without a mark is the demand that the heading names."""
    assert texts("es", f"h|{heading}", "p|Que se derogue la ley de prensa.") == [
        "Que se derogue la ley de prensa"
    ]


PRESENTED = [
    ("Tenemos dos peticiones.", ["publiquen los contratos", "cierren el vertedero"]),
    ("Termino con dos recomendaciones.", ["publicar los contratos", "cerrar el vertedero"]),
    ("Permítanme terminar con dos recomendaciones.", ["publicar los contratos", "cerrar el vertedero"]),
    ("Estas son nuestras recomendaciones.", ["publicar los contratos", "cerrar el vertedero"]),
    ("Nuestras recomendaciones son las siguientes.", ["publicar los contratos", "cerrar el vertedero"]),
    ("Nuestras peticiones son sencillas.", ["publiquen los contratos", "cierren el vertedero"]),
]


@pytest.mark.parametrize(("said", "asked"), PRESENTED)
def test_sentences_after_one_that_says_that_demands_follow(said: str, asked: list[str]) -> None:
    """A sentence that only announces demands is none; those behind it are."""
    assert texts("es", f"p|{said} Primero, {asked[0]}. Segundo, {asked[1]}.") == asked


NOUNS = ["medidas", "reformas"]
STEMS = ["Nuestras {}:", "Tenemos tres {}:", "Sometemos estas {}:", "Las {} de nuestra coalición son:"]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("stem", STEMS)
def test_a_list_under_our_measures(noun: str, stem: str) -> None:
    """The measures of the authors are what they ask."""
    intro = f"p|Somos una red de cuarenta grupos. {stem.format(noun)}"
    assert texts("es", intro, *(f"b|{one}." for one in ITEMS)) == ITEMS


def test_a_sentence_that_only_counts_the_demands_is_none() -> None:
    """So in French: "are the following" asks for nothing."""
    asked = ["Publier les contrats", "Fermer la décharge"]
    assert texts("fr", f"p|Nos recommandations sont les suivantes. {asked[0]}. {asked[1]}.") == asked


LISTED = [
    "Se requiere:",
    "Corresponde al Estado:",
    "Le toca al Congreso:",
    "No queda otra salida que:",
    "Lo urgente es:",
    "La prioridad es:",
    "Nuestra demanda central es:",
    "El Estado debe",
]


@pytest.mark.parametrize("stem", LISTED)
def test_a_list_under_a_necessity(stem: str) -> None:
    """What is necessary may stand in a list."""
    assert texts("es", f"p|{stem}", *(f"b|{one};" for one in ITEMS)) == ITEMS


def test_nouns_without_a_mark_under_a_heading_of_demands() -> None:
    """A paragraph that only names what is demanded counts under such a heading."""
    asked = [
        "Jornada de 35 horas semanales para todo el personal",
        "Equiparación salarial con la sanidad pública",
    ]
    assert texts("es", "h|Reivindicaciones", *(f"p|{one}." for one in asked)) == asked


def test_a_list_of_what_is_needed_to_register() -> None:
    """A list of what whoever applies has to do is none."""
    assert texts("es", "p|Para registrarse hay que:", "b|llenar la solicitud;", "b|abonar una tasa;") == []
