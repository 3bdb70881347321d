"""Spanish: what is necessary, in whatever words; what belongs to no demand; rules and hardships that are none."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ACTION, WISH = "derogar la ley de prensa", "que el Gobierno publique los contratos"

NEEDS = [
    ("Va siendo hora de {}", ACTION),
    ("Incumbe al Estado {}", ACTION),
    ("Es tarea del Congreso {}", ACTION),
    ("Es responsabilidad del Ministerio de Justicia {}", ACTION),
    ("Corresponde, una vez más, al Congreso {}", ACTION),
    ("No queda otra salida que {}", ACTION),
    ("La prioridad es {}", ACTION),
    ("Se impone {}", ACTION),
    ("Hay una necesidad urgente de {}", ACTION),
    ("Habrá que {}", ACTION),
    ("Lo urgente es {}", ACTION),
    ("Lo que procede es {}", ACTION),
    ("Lo primero que debe hacer el Gobierno es {}", ACTION),
    ("Es más urgente que nunca {}", ACTION),
    ("Sigue siendo necesario {}", WISH),
    ("Es de justicia {}", WISH),
    ("Es urgente, sin embargo, {}", WISH),
    ("Es urgente - una vez más - {}", WISH),
    ("Se necesitan {}", "intérpretes en todos los juzgados"),
    ("Hacen falta {}", "intérpretes en todos los juzgados"),
    ("Se necesita con urgencia {}", "una ley de refugio"),
]

WHOLE = [
    "La aprobación de una ley de refugio es urgente",
    "La ratificación del Convenio 190 es imprescindible",
    "La reforma de la ley de prensa no puede esperar",
    "La aprobación de la ley de refugio no admite más demora",
    "El Gobierno haría bien en publicar los contratos",
    "El Estado está llamado a garantizar la consulta previa",
    "El Ministerio de Salud no puede seguir aplazando la reforma",
    "La ley de prensa merece ser derogada",
    "Toda persona detenida debe tener acceso a un abogado",
]


@pytest.mark.parametrize(("frame", "action"), NEEDS)
def test_what_is_necessary(frame: str, action: str) -> None:
    """However the necessity is worded, what is to be done is found."""
    assert texts("es", f"p|{frame.format(action)}.") == [action]


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_is_necessary_is_the_subject(sentence: str) -> None:
    """Where what is to be done stands in front, the sentence is the demand."""
    assert texts("es", f"p|{sentence}.") == [sentence]


ASKED = [
    ("Pedimos al Gobierno que publique los contratos", "publique los contratos"),
    ("Instamos al Gobierno a publicar los contratos", "publicar los contratos"),
    ("Exigimos la publicación de los contratos", "la publicación de los contratos"),
    ("El Gobierno debe publicar los contratos", "El Gobierno debe publicar los contratos"),
    ("Es urgente publicar los contratos", "publicar los contratos"),
]
TAILS = [
    ", y por eso escribimos esta carta",
]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("tail", TAILS)
def test_what_only_tells_is_left_out(asked: tuple[str, str], tail: str) -> None:
    """A clause that only tells something of the demand does not belong to it."""
    assert texts("es", f"p|{asked[0]}{tail}.") == [asked[1]]


@pytest.mark.parametrize("asked", [ASKED[0], ASKED[1], ASKED[2], ASKED[4]])
@pytest.mark.parametrize("tail", [": los contratos son de todos", " - es lo mínimo"])
def test_an_explanation_is_left_out(asked: tuple[str, str], tail: str) -> None:
    """Nor does an explanation after a colon or a dash, whichever the verb."""
    assert texts("es", f"p|{asked[0]}{tail}.") == [asked[1]]


ASIDES = [
    ("Hacemos un llamado, con todo respeto, a las autoridades a {}", ACTION),
    ("Solicitamos, junto con otras redes, a la ministra {}", ACTION),
    ("Se recomienda, sin demora, al Estado {}", ACTION),
    ("Instamos al Gobierno, que dirige el señor Vega, a {}", ACTION),
    ("Exigimos, junto con otras redes, {}", "la publicación de los contratos"),
    ("Exigimos de manera inmediata {}", "la publicación de los contratos"),
    ("Señor Presidente, {}", "el Gobierno debe publicar los contratos"),
    ("Preocupadas por la falta de datos, {}", "el Gobierno debe publicar los contratos"),
]


@pytest.mark.parametrize(("frame", "action"), ASIDES)
def test_asides_and_fronts(frame: str, action: str) -> None:
    """What stands beside the demand, in front of it or inside the sentence, changes nothing."""
    assert texts("es", f"p|{frame.format(action)}.") == [action]


NONE = [
    "No es necesario que el Gobierno apruebe otra ley.",
    "No hace falta una nueva ley.",
    "Hay que caminar dos horas hasta la escuela.",
    "Es necesario presentar tres documentos en la ventanilla.",
    "Toda manifestación debe ser notificada con diez días de antelación.",
    "El formulario debe firmarse en tres copias.",
    "La inscripción debe hacerse en persona.",
    "El recurso debe interponerse en diez días.",
    "Cada trabajador debe presentar su cédula en la entrada.",
    "Una mujer que denuncia debe repetir su relato cinco veces.",
    "Se impone una multa a quien no tiene papeles.",
    "Debe de haber doscientos presos en el penal.",
    "Los derechos humanos deben respetarse siempre.",
    "La paz debe construirse entre todos.",
    "Queremos un país justo para nuestros hijos.",
    "La oposición reclama elecciones anticipadas.",
    "Los maestros exigen que el ministro dimita.",
    "Rogamos confirmar asistencia antes del lunes.",
    "Les pedimos que compartan este informe.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_demand(sentence: str) -> None:
    """Rules told, hardships, hopes, principles, what others demand, and calls to the reader are none."""
    assert texts("es", f"p|{sentence}") == []


def test_another_bodys_recommendations_are_reported() -> None:
    """A heading that says whose recommendations follow makes them no demands of the authors; a national
    institution or a committee of organisations may be the author itself."""
    for whose in ("del Comité contra la Tortura", "de la comisión de la verdad"):
        assert texts("es", f"h|Recomendaciones {whose}", "b|Crear un archivo nacional.") == []
    for whose in ("del Defensor del Pueblo", "del Comité de Derechos Humanos de la Sociedad Civil"):
        assert texts("es", f"h|Recomendaciones {whose}", "b|Crear un archivo nacional.") != []


def test_amendments_are_asked_with_the_words_they_change() -> None:
    """What changes a law names its article in front."""
    change = 'En el artículo 4, párrafo 2, suprimir las palabras "por razones de orden público"'
    assert texts("es", f"p|{change}.") == [change]


def test_a_list_of_demands_says_as_settled_what_will_be() -> None:
    """Items in the future tense say what is demanded."""
    homes = ["La ley de prensa será derogada", "El transporte escolar será gratuito"]
    assert texts("es", "h|Nuestras propuestas", *(f"b|{one}." for one in homes)) == homes


def test_a_letter_says_what_not_to_do() -> None:
    """Those whom a letter greets are told what not to do."""
    asked = "No permita que se cierren las escuelas del norte"
    assert texts("es", "p|Señora ministra:", f"p|{asked}.") == [asked]
