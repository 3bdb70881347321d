"""French, crossed: clauses of resolutions, and the lists of unions and assemblies."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ABROGER = "abroger l'article 12 de la loi sur la presse"
PUBLIER = "publier chaque année le budget des hôpitaux"

OPENINGS = {
    "a meeting": ["h|Résolution sur la presse", "p|Le congrès, réuni à Namur les 3 et 4 mai,"],
    "an assembly": ["h|Motion", "p|L'assemblée générale du Syndicat des enseignants :"],
    "reasons": [
        "h|Motion",
        "p|Considérant que la loi date de 1960 ;",
        "p|Constatant que les journalistes sont arrêtés ;",
    ],
    "nothing": [],
}
VERBS = {
    "appelle": "à ",
    "exhorte": "à ",
    "invite également": "à ",
    "enjoint": "de ",
    "prie": "de ",
    "somme": "de ",
    "mandate": "de ",
}


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("verb", VERBS)
def test_a_clause_without_subject_is_of_who_resolves(opening: str, verb: str) -> None:
    """Also where the clause before it names the Government, which asks for nothing."""
    word = VERBS[verb]
    government, towns = (
        (" au gouvernement ", " aux communes ")
        if verb == "enjoint"
        else (" le gouvernement ", " les communes ")
    )
    for end in (" ;", "."):
        lines = [
            f"p|{verb.capitalize()}{government}{word if word == 'à ' else 'd’'}{ABROGER}{end}",
            f"p|{verb.capitalize()}{towns}{word}{PUBLIER}.",
        ]
        assert texts("fr", *OPENINGS[opening], *lines) == [ABROGER, PUBLIER]


def test_what_others_resolve_is_not_taken() -> None:
    """A paragraph without subject goes on with the one before it."""
    lines = ["p|Le ministre a rencontré les préfets.", f"p|Invite les communes à {PUBLIER}."]
    assert texts("fr", *lines) == []


ITEMS = [
    "L'abrogation de l'article 12 de la loi sur la presse",
    "Un organe indépendant de plainte",
    "La gratuité des transports pour les élèves",
]
STEMS = [
    "Le syndicat exige :",
    "Nos organisations exigent :",
    "Le congrès se prononce pour :",
    "L'assemblée générale des étudiants demande :",
    "Les étudiants réunis en assemblée générale demandent :",
    "Les personnels du lycée, réunis en AG, exigent :",
    "Les participants à l'atelier recommandent :",
    "Voici ce que nous demandons :",
    "Trois mesures d'urgence :",
    "Des mesures urgentes s'imposent :",
    "Notre plateforme revendicative :",
    "Nous n'avons qu'une exigence :",
]


@pytest.mark.parametrize("stem", STEMS)
def test_a_list_below_what_unions_say(stem: str) -> None:
    """A list of things, with whatever mark."""
    for mark in ("-", "1."):
        items = [f"{mark}|{one}" for one in ITEMS]
        assert texts("fr", "h|Communiqué", f"p|La loi date de 1960. {stem}", *items) == ITEMS


def test_the_last_line_of_a_list_without_marks() -> None:
    """It goes on behind a semicolon."""
    things = [one[0].lower() + one[1:] for one in ITEMS]
    lines = [f"p|{things[0]} ;", f"p|{things[1]} ;", f"p|{things[2]}."]
    assert texts("fr", "p|Nos propositions :", *lines) == things


THING = "la libération immédiate des syndicalistes"


@pytest.mark.parametrize(
    "front",
    [
        "Notre priorité est",
        "Notre principale demande concerne",
        "Une de nos revendications est",
        "Parmi nos revendications figure",
        "Nous portons la revendication suivante :",
        "Une seule exigence :",
        "La solution, c'est",
        "L'urgence, c'est",
        "Nous jugeons indispensable",
        "Le congrès se prononce pour",
        "Ce que veulent nos organisations, c'est",
    ],
)
def test_a_thing_that_a_noun_demands(front: str) -> None:
    """The thing alone is the demand."""
    assert texts("fr", f"p|Les arrestations continuent. {front} {THING}.") == [THING]


@pytest.mark.parametrize(
    "end",
    [
        "est urgente",
        "reste notre priorité",
        "est une nécessité absolue",
        "ne peut plus attendre",
        "est plus que jamais nécessaire",
    ],
)
def test_an_action_as_the_subject(end: str) -> None:
    """What is urgent is asked for, with the words that say so."""
    assert texts("fr", f"p|La libération immédiate des syndicalistes {end}.") == [
        f"La libération immédiate des syndicalistes {end}"
    ]


def test_a_thing_asked_of_somebody() -> None:
    """More of it, behind who is to give it."""
    more = "davantage de moyens pour les hôpitaux"
    assert texts("fr", f"p|Nous demandons au gouvernement {more}.") == [more]
    assert texts("fr", "p|Nous mettons le gouvernement en demeure de publier le rapport.") == [
        "publier le rapport"
    ]
