"""Spanish, crossed: whoever asks, with whatever verb, of whomever, above whatever list, the same is found."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ACTION, WISH = "ratificar la Convención contra la Tortura", "ratifique la Convención contra la Tortura"

WHOM = ["al Gobierno de Cuba", "a Cuba", "a las autoridades cubanas", "al Estado", "a su Gobierno"]

URGING = [
    "Seguimos instando {whom} a",
    "Reiteramos nuestro llamado {whom} a",
    "Se alienta {whom} a",
    "Se hace un llamado {whom} a",
    "Solicitamos atentamente {whom}",
    "Nuestra recomendación {whom} es",
    "Nuestro llamado {whom} es a",
    "La Red de Mujeres reitera su llamamiento {whom} a",
    "La Red de Mujeres hace un enérgico llamado {whom} a",
    "CEJIL continúa instando {whom} a",
]
ASKING = [
    "Nos gustaría pedir {whom} que",
    "Por eso es que pedimos {whom} que",
    "La Red de Mujeres pide {whom} que",
    "La Red de Mujeres ruega {whom} que",
    "El Centro de Justicia reitera su recomendación {whom} que",
    "El Colegio de Abogados requiere {whom} que",
    "Solicitamos {whom}",
    "Nuestra petición {whom} es que",
]


@pytest.mark.parametrize("words", [*((one, ACTION) for one in URGING), *((one, WISH) for one in ASKING)])
def test_whatever_the_verb(words: tuple[str, str]) -> None:
    """What is asked is the same of a government, a State by name, or those who govern."""
    for whom in WHOM:
        assert texts("es", f"p|{words[0].format(whom=whom)} {words[1]}.") == [words[1]]


ONE = [
    "CEJIL",
    "La ADHES",
    "La Comisión Cubana de Derechos Humanos",
    "La Fundación para el Debido Proceso",
    "El Movimiento por la Paz",
    "El Colegio de Abogados de Cuba",
    "Esta coalición",
    "El Mecanismo Nacional de Prevención",
    "CEJIL, por medio de este informe,",
    "Es por ello que CEJIL",
    "En materia de prisiones, el Comité de Familiares",
    "Recordando sus obligaciones, la red",
    "Señor Presidente, CEJIL",
]
SEVERAL = [
    "CEJIL y la Red de Mujeres",
    "Las organizaciones que suscriben este informe",
    "Las autoras de este informe",
    "Quienes suscriben",
    "Las organizaciones participantes",
    "Las autoridades indígenas de los Cantones",
]


@pytest.mark.parametrize(("who", "n"), [*((who, "") for who in ONE), *((who, "n") for who in SEVERAL)])
def test_whoever_asks(who: str, n: str) -> None:
    """By name, by what the text calls its authors, behind a greeting or an aside, behind facts."""
    for lead in ("", "La ley se aprobó en 2019. "):
        assert texts("es", f"p|{lead}{who} insta{n} a Cuba a {ACTION}.") == [ACTION]
        assert texts("es", f"p|{lead}{who} recomienda{n} que Cuba {WISH}.") == [f"Cuba {WISH}"]
        assert texts("es", f"p|{lead}{who} solicita{n} al Estado {WISH}.") == [WISH]
    items = (f"-|{ACTION};", "-|abolir la pena de muerte.")
    assert texts("es", f"p|{who} pide{n} al Estado:", *items) == [ACTION, "abolir la pena de muerte"]


@pytest.mark.parametrize(
    "line",
    [
        "Las víctimas exigen que el Estado {wish}.",
        "Los familiares exigen al Estado {action}.",
        "El Comité contra la Tortura recomendó al Estado {action}.",
        "Recomendamos en 2019 que el Estado {wish}, pero no se cumplió.",
        "La Red de Mujeres recomendó en 2019 al Estado {action}.",
        "Durante años, las organizaciones han exigido al Estado {action}.",
        "Según la Constitución, el Estado debe {action}.",
        "Cuba se comprometió a {action}.",
        "El Estado debe millones a los maestros.",
        "Las personas con discapacidad deben pagar por el transporte.",
    ],
)
def test_what_others_ask_or_was_asked_before_is_not_taken(line: str) -> None:
    """Nor what the law says, what was promised, what people bear."""
    for lead in ("", "Trabajamos en Cuba desde 2001. "):
        assert texts("es", f"p|{lead}{line.format(action=ACTION, wish=WISH)}") == []


NEEDS = ["Es necesario", "Es urgente", "Hay que"]
DEEDS = [
    "cumplir las recomendaciones del Comité contra la Tortura",
    "reformar el Código Penal de conformidad con el Pacto",
    "no extraditar a los refugiados",
    "dejar de usar la prisión preventiva",
]


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_necessary(need: str, deed: str) -> None:
    """It is asked of the State, whoever else is named in it."""
    assert texts("es", f"p|La situación es grave. {need} {deed}.") == [deed]


FIRST, SECOND, THIRD = "Permitir el trabajo de la prensa", "Reunir datos sobre el odio", "Hacer un censo"


@pytest.mark.parametrize(
    "line",
    [
        "p|Es necesario:",
        "p|Urge:",
        "p|Esperamos que los Estados recomienden a Cuba:",
        "p|A las autoridades cubanas:",
        "p|Al Estado examinado:",
        "p|Medidas que debe adoptar el Estado:",
        "p|Pasos a seguir:",
        "p|Sometemos a consideración las siguientes recomendaciones:",
        "h|Acciones urgentes",
        "h|El camino a seguir",
        "h|Lo que Cuba debe hacer",
    ],
)
def test_a_list_below_whatever_opens_it(line: str) -> None:
    """Also behind facts, and with any mark."""
    for mark in ("-", "•", "1."):
        items = [f"{mark}|{one}." for one in (FIRST, SECOND, THIRD)]
        assert texts("es", "p|La ley se hizo en 1960.", line, *items) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "p|Cuba aceptó las siguientes recomendaciones:",
        "p|Entre las recomendaciones no cumplidas están:",
        "p|Las víctimas exigen:",
        "h|Recomendaciones del ciclo anterior",
        "h|Recomendaciones no implementadas",
    ],
)
def test_a_list_of_what_was_recommended_before_is_not_taken(line: str) -> None:
    """Nor one of what others demand."""
    assert texts("es", line, *(f"-|{one}." for one in (FIRST, SECOND, THIRD))) == []


@pytest.mark.parametrize("lead", ["", "La ley es antigua. "])
@pytest.mark.parametrize(
    "words",
    [
        "Agradeceríamos que su delegación recomendara a Cuba",
        "Pedimos que se recomiende a Cuba",
        "Solicitamos se recomiende al Estado de Cuba",
        "La Red de Mujeres invita a los Estados a recomendar a Cuba",
    ],
)
def test_what_is_to_be_passed_on(words: str, lead: str) -> None:
    """It is asked of the State that it is recommended to, in whatever form."""
    assert texts("es", f"p|{lead}{words} {ACTION}.") == [ACTION]
    assert texts("es", f"p|{lead}{words} que {WISH}.") == [WISH]


@pytest.mark.parametrize("line", ["h|Recomendaciones", "p|Recomendamos al Estado:"])
@pytest.mark.parametrize("label", ["Prensa: ", "Libertad de prensa. ", "En materia de prensa, ", "R1. "])
def test_an_item_behind_its_label(label: str, line: str) -> None:
    """The label is no part of it."""
    items = (FIRST, SECOND, THIRD) if label[-2] != "," else (FIRST.lower(), SECOND.lower(), THIRD.lower())
    assert texts("es", line, *(f"-|{label}{one}." for one in items)) == list(items)
