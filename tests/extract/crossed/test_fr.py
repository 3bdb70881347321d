"""French, crossed: whoever asks, with whatever verb, above whatever list, the same demand is found."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

DEMAND = "ratifier la Convention contre la torture"

ONE = [
    "L'AMDH",
    "La FIDH",
    "Notre organisation",
    "L'Ordre des avocats de Cuba",
    "Le Centre pour le droit et la justice",
    "Le Conseil national de la société civile",
    "Le Comité de soutien aux détenus",
    "L'Observatoire des prisons, qui travaille dans sept régions,",
    "Tout en saluant la nouvelle loi, la coalition",
    "La présente contribution",
]
SEVERAL = [
    "Les signataires",
    "L'AMDH, la FIDH et l'OMCT",
    "La coalition et ses partenaires",
    "Les auteurs du présent rapport",
    "Les deux organisations",
    "Par conséquent, les organisations signataires",
]
WHO = [*((who, "") for who in ONE), *((who, "nt") for who in SEVERAL)]


@pytest.mark.parametrize(("who", "nt"), WHO, ids=[who for who, _ in WHO])
def test_whoever_asks(who: str, nt: str) -> None:
    """By name, by several names, with the State's name in one's own, behind a greeting or an aside."""
    for lead in ("", "La loi date de 1960. "):
        assert texts("fr", f"p|{lead}{who} exhorte{nt} Cuba à {DEMAND}.") == [DEMAND]
        assert texts("fr", f"p|{lead}{who} recommande{nt} au Gouvernement de {DEMAND}.") == [DEMAND]
        assert texts("fr", f"p|{lead}{who} invite{nt} les autorités cubaines à {DEMAND}.") == [DEMAND]
    items = (f"-|{DEMAND} ;", "-|abolir la peine de mort.")
    assert texts("fr", f"p|{who} recommande{nt} à Cuba de :", *items) == [DEMAND, "abolir la peine de mort"]


@pytest.mark.parametrize(
    "who",
    ["Le Comité contre la torture", "La Norvège et le Pérou", "La Rapporteuse spéciale", "Les experts"],
)
def test_what_others_ask_is_not_taken(who: str) -> None:
    """Bodies, States, experts."""
    nt = "nt" if " et " in who or who.startswith("Les") else ""
    assert texts("fr", f"p|{who} recommande{nt} à Cuba de {DEMAND}.") == []


ITEMS = ["Adopter une loi sur les archives", "Collecter des données", "Organiser un recensement"]
LINES = [
    "p|A l'endroit du Gouvernement :",
    "p|A l’endroit de l’Etat cubain :",
    "h|À l'attention du Gouvernement",
    "p|À l'intention des autorités cubaines :",
    "h|A l'Etat",
    "h|Revendication",
    "h|Proposition",
    "h|Voies de sortie",
    "h|Ce que le Gouvernement doit faire",
    "p|Nos recommandations sont résumées ci-dessous.",
    "p|Nos recommandations se résument comme suit :",
    "p|Les signataires recommandent :",
    "p|Nous faisons les recommandations suivantes :",
    "p|L'AMDH et la FIDH demandent aux autorités :",
]


@pytest.mark.parametrize("line", LINES)
def test_a_list_below_whatever_opens_it(line: str) -> None:
    """Also behind facts, and with any mark."""
    for mark in ("-", "•", "1."):
        items = [f"{mark}|{one}." for one in ITEMS]
        assert texts("fr", "p|La loi date de 1960.", line, *items) == ITEMS


THING = "la libération immédiate des journalistes"


@pytest.mark.parametrize("who", ["L'AMDH et la FIDH", "Les signataires"])
@pytest.mark.parametrize(
    "verb",
    [
        "exigent",
        "appellent à",
        "réitèrent leur demande de",
        "continuent de demander",
        "continuent à exiger",
        "insistent sur la nécessité de",
        "plaident pour",
        "préconisent",
        "en appellent à",
        "lancent un appel pour",
        "tiennent à demander",
        "voudraient demander",
    ],
)
def test_a_thing_asked_for(who: str, verb: str) -> None:
    """The thing alone is the demand, whoever asks for it and in whatever words."""
    assert texts("fr", f"p|{who} {verb} {THING}.") == [THING]


@pytest.mark.parametrize("holds", ["estime que", "considère que", "est d'avis que"])
def test_what_somebody_holds(holds: str) -> None:
    """It is the authors' if nothing is known of who holds it, and told of if others do."""
    for who in ("La CTDDH", "Le réseau"):
        assert texts("fr", f"p|{who} {holds} la loi doit être abrogée.") == ["la loi doit être abrogée"]
    for who in ("Le Comité", "Le ministre", "Le juge", "La Rapporteuse spéciale"):
        assert texts("fr", f"p|{who} {holds} la loi doit être abrogée.") == []


def test_two_obligations_that_a_colon_parts() -> None:
    """Each is a demand."""
    both = ["Le Gouvernement doit agir", "il est impératif que la police parte"]
    assert texts("fr", f"p|{both[0]} : {both[1]}.") == both


def test_a_year_behind_a_verb_of_the_present() -> None:
    """What is asked "in 2026" is asked now: only a form that may be past needs a time to tell."""
    assert texts("fr", "p|Nous demandons, en 2026, que l'État publie le rapport.") == [
        "l'État publie le rapport"
    ]
