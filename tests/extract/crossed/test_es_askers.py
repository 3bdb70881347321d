"""Spanish: who asks and how, two demands in a sentence, what a colon announces; others' demands beside them."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

LAW, BARE = "la derogación de la ley de prensa", "derogar la ley de prensa"

ASKING = [
    ("Nuestra principal demanda es {}", LAW),
    ("Nuestra demanda central sigue siendo {}", LAW),
    ("Lo único que pedimos es {}", LAW),
    ("Lo que necesitamos es {}", "una ley de refugio"),
    ("Tenemos una sola demanda: {}", LAW),
    ("Termino con una petición: {}", "el Gobierno publique los contratos"),
    ("Nuestro mensaje al Gobierno es claro: {}", "derogue la ley de prensa"),
    ("La solución es clara: {}", BARE),
    ("Clamamos por {}", "justicia para los tres pescadores"),
    ("Llamamos a {}", "la creación de un registro nacional"),
    ("Hacemos un llamado urgente a {}", "la creación de un registro nacional"),
    ("Concluimos pidiendo al Gobierno {}", BARE),
    ("Quisiera terminar pidiendo al Gobierno {}", BARE),
    ("Tengo el honor de pedirle que {}", "publique los contratos"),
    ("Permítanos pedir al Gobierno {}", BARE),
    ("Le agradeceríamos que {}", "publicara los contratos"),
    ("Se tiene que {}", None),
    ("Se deben {}", None),
    ("La Fundación Raíces subraya la necesidad de {}", BARE),
    ("La Fundación Raíces insiste en la necesidad de {}", BARE),
    ("La Fundación Raíces espera que {}", "el Estado publique los contratos"),
    ("La Fundación Raíces quiere que {}", "el Estado publique los contratos"),
    ("Está claro que {}", "el Estado debe publicar los contratos"),
    ("No cabe duda de que {}", "el Estado debe publicar los contratos"),
    ("Sabemos que {}", "el Estado debe publicar los contratos"),
    ("Nuestra posición es que {}", "el Estado debe publicar los contratos"),
]


@pytest.mark.parametrize(("frame", "action"), ASKING)
def test_whoever_asks_and_however(frame: str, action: str | None) -> None:
    """The demand is the same in any of these frames; without an action of its own the sentence is."""
    sentence = frame.format(action or "adoptar medidas contra los desalojos")
    assert texts("es", f"p|{sentence}.") == [action or sentence]


DEEDS = [
    "construir pozos en el norte",
    "separar a los menores de los adultos",
    "drenar el canal",
    "exhumar las fosas de la sierra",
    "pavimentar los caminos",
    "repatriar a los náufragos",
    "dar respuesta a las madres",
    "vacunar a los niños de la costa",
    "subsidiar el pan",
    "reforestar las laderas",
]
FRAMES = ["Es urgente {}", "Las aldeas esperan: es necesario {}", "Por eso hay que {}", "Hace falta {}"]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_done_by_those_who_govern_is_demanded_of_them(deed: str) -> None:
    """What only those who govern do is a demand though nobody is named."""
    for frame in FRAMES:
        assert texts("es", f"p|{frame.format(deed)}.") == [deed]


TWO = [
    (
        "Instamos al Gobierno a {} y al Congreso a {}.",
        (BARE, "aprobar la ley de refugio"),
    ),
    ("Es urgente {} y es necesario {}.", (BARE, "publicar los contratos")),
    ("Hay que {} y hay que {}.", (BARE, "publicar los contratos")),
]


@pytest.mark.parametrize(("frame", "actions"), TWO)
def test_two_demands_in_a_sentence(frame: str, actions: tuple[str, str]) -> None:
    """Two addressees, or two necessities, are two demands."""
    assert texts("es", f"p|{frame.format(*actions)}") == list(actions)


NONE = [
    "Llamamos la atención sobre la situación de las cárceles.",
    "Para abrir una radio se necesita una licencia del ministerio.",
    "En el penal hay que pagar por el agua y por la cama.",
    "La audiencia debe comenzar a las diez.",
    "La sentencia debe conocerse en junio.",
    "El informe debe leerse junto con el de 2019.",
    "Es importante la labor de los defensores.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_demand(sentence: str) -> None:
    """What others need, pay or plan, and what is praised, is none."""
    assert texts("es", f"p|{sentence}") == []


def test_what_a_report_of_the_authors_concludes_is_theirs() -> None:
    """Their report speaks for them, a court for itself."""
    must = "el Estado debe publicar los contratos"
    assert texts("es", f"p|El presente informe concluye que {must}.") == [must]
    assert aside("es", f"p|El tribunal concluye que {must}.") == [("reported", must)]
