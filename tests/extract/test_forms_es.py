"""Forms of demands in Spanish running text: asked first and named as asked behind, and other ways to say it."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Que se reabra la escuela. Eso pedimos las madres de la aldea.", "Que se reabra la escuela"),
        ("Un puente sobre el río: eso es lo que pedimos al alcalde.", "Un puente sobre el río"),
        ("El cierre del vertedero, esa es nuestra exigencia.", "El cierre del vertedero"),
        ("Retiren las patrullas del barrio, exigimos al comandante.", "Retiren las patrullas del barrio"),
        ('"Abran la fosa": esa es la petición de la Asociación de Madres.', '"Abran la fosa"'),
        ("Hay que ampliar el refugio, y eso pedimos a la Consejería.", "ampliar el refugio"),
        ("Un censo de las víctimas es lo que solicitamos a la Defensoría.", "Un censo de las víctimas"),
        ("Eso es lo que pedimos: que se abra el archivo.", "se abra el archivo"),
    ],
)
def test_what_is_asked_stands_before_its_verb(text: str, asked: str) -> None:
    """Closing words ask for what stands in front of them."""
    assert texts("es", f"p|{text}") == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "Nos robaron el río. Así lo decimos al Gobierno.",
        "No tenemos agua: eso reclamamos al alcalde.",
        '"Abran la fosa": esa fue la petición de la Asociación de Madres.',
        "Un aeropuerto nuevo: eso quiere el Gobierno.",
        "Llevamos diez años sin agua. Eso es lo que denunciamos.",
    ],
)
def test_closing_words_ask_for_no_statement(text: str) -> None:
    """A statement in front, or another subject, asks for nothing."""
    assert texts("es", f"p|{text}") == []


def test_whom_closing_words_name() -> None:
    """Who is told stands behind the verb of asking."""
    assert aside("es", "p|Paguen lo que deben, les decimos a las empresas.") == [
        ("addressee", "Paguen lo que deben")
    ]
