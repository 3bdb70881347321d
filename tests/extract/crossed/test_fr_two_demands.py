"""French, crossed: who asks twice, two addressees, and what stands behind a demand without belonging to it."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

A, B = "abroger la loi de 1960", "publier le budget des hôpitaux"
N, M = "l'abrogation de la loi de 1960", "la publication du budget des hôpitaux"

TWICE = [
    (f"Le syndicat demande {N} ; exige {M}.", [N, M]),
    (f"Le congrès réclame {N} mais revendique aussi {M}.", [N, M]),
    (f"La Ligue demande au gouvernement d'{A} ; elle appelle le Parlement à {B}.", [A, B]),
    (f"Le syndicat condamne la loi, demande {N} et exige {M}.", [N, M]),
    (f"Le syndicat rappelle que la loi est injuste et demande {N}.", [N]),
    (f"Le syndicat constate que la loi est injuste, que les budgets manquent, et demande {N}.", [N]),
    (f"Nous demandons à la ministre d'{A}, et à l'université de {B}.", [A, B]),
    (f"Nous demandons d'une part au gouvernement d'{A} et d'autre part au Parlement de {B}.", [A, B]),
]


@pytest.mark.parametrize(("text", "want"), TWICE)
def test_who_asks_twice(text: str, want: list[str]) -> None:
    """Also where the law that it speaks of stands between who asks and the verb."""
    assert texts("fr", f"p|{text}") == want


OTHERS = [
    "Le syndicat rappelle que le ministre demande la publication du budget.",
    "Le ministre condamne la loi et demande la publication du budget.",
    "Le ministre condamne la loi ; exige la publication du budget.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_who_is_told_of(text: str) -> None:
    """Others stay others."""
    assert texts("fr", f"p|{text}") == []


TAILS = [
    ", sachant que la loi est injuste",
    " et nous le remercions de son attention",
    " et nous restons à sa disposition",
    ", et c'est pourquoi nous écrivons",
    " et nous nous réservons le droit d'agir en justice",
    " : la loi est injuste",
    " : les familles attendent depuis dix ans",
    " ; c'est une question de justice",
    " ; les familles attendent depuis dix ans",
]
FRONTS = [
    ("Nous demandons au gouvernement d'", A),
    ("La Ligue appelle le gouvernement à ", A),
    ("Nous exigeons ", N),
]


@pytest.mark.parametrize("tail", TAILS)
def test_what_does_not_belong_to_it(tail: str) -> None:
    """Reasons, thanks, promises, facts."""
    for front, demand in FRONTS:
        assert texts("fr", f"p|{front}{demand}{tail}.") == [demand]


WHO = [
    "Le comité de grève",
    "Le comité directeur de la fédération",
    "Les comités de quartier",
    "Le groupe de travail des ONG",
    "La Convention nationale pour la défense des droits humains",
    "Le secrétaire général du syndicat",
    "La délégation intersyndicale",
    "Les associations de familles",
    "Les élus étudiants",
    "Cette motion",
    "Ce rapport",
]


@pytest.mark.parametrize("who", WHO)
def test_organs_of_unions_and_texts_ask(who: str) -> None:
    """They are authors."""
    verb = "appellent" if who.startswith("Les") else "appelle"
    assert texts("fr", f"p|La loi date de 1960. {who} {verb} le gouvernement à {A}.") == [A]


def test_a_prosecutor_asks_for_nothing_here() -> None:
    """What a court hears is told of."""
    assert texts("fr", "p|Le parquet demande la publication du budget.") == []


@pytest.mark.parametrize("label", ["Recommandation 1", "Proposition n° 2", "Revendication", "Une priorité"])
def test_a_label_in_a_sentence(label: str) -> None:
    """What stands behind it is asked for."""
    assert texts("fr", f"p|La loi date de 1960. {label} : {A}.") == [A]


@pytest.mark.parametrize("who", ["les journalistes", "les syndicats", "les médias"])
def test_what_is_done_to_somebody_is_asked_of_the_state(who: str) -> None:
    """In every construction."""
    done = f"{who} soient entendus"
    assert texts("fr", f"p|Nous demandons que {done}.") == [done]
    assert texts("fr", f"p|Nous demandons une enquête. Que {done}.") == ["une enquête", f"Que {done}"]
    must = f"L{who[1:]} doivent être entendus"
    assert texts("fr", f"p|{must}.") == [must]


def test_what_somebody_else_is_to_do_is_not() -> None:
    """A company that acts."""
    assert texts("fr", "p|Nous demandons que les banques publient les chiffres.") == []
    assert texts("es", "p|Exigimos que los sindicatos sean consultados.") == [
        "los sindicatos sean consultados"
    ]
    assert texts("pt", "p|Exigimos que os sindicatos sejam consultados.") == [
        "os sindicatos sejam consultados"
    ]
    assert texts("en", "p|We demand that journalists be released.") == ["journalists be released"]


UNION_LINES = [
    "Pour l'abrogation de la loi de 1960.",
    "Pour la libération des étudiants arrêtés.",
    "Contre la fermeture de l'école du quartier.",
]


def test_lines_for_and_against() -> None:
    """Below a heading of demands, without marks."""
    assert texts("fr", "h|Revendications", *(f"p|{one}" for one in UNION_LINES)) == [
        one.rstrip(".") for one in UNION_LINES
    ]


def test_what_stands_around_words_that_are_quoted() -> None:
    """Who said it is no part; nor is the day on which it was asked."""
    said = "p|« Les autorités doivent libérer ces familles », déclare Awa Diop, présidente de la Ligue."
    assert texts("fr", "h|Communiqué", said) == ["Les autorités doivent libérer ces familles"]
    assert texts("fr", "p|La Ligue exige ce lundi la libération des familles.") == [
        "la libération des familles"
    ]


def test_a_letter_forbids() -> None:
    """Any verb."""
    assert texts("fr", "p|Monsieur le Président,", "p|Ne promulguez pas cette loi.") == [
        "Ne promulguez pas cette loi"
    ]
