"""French forms that the rules missed: things named before they are asked for, cleft and plain words, contrasts."""

from __future__ import annotations

import pytest

from .forms import aside, texts

ASKED = [
    ("On aimerait que la commune répare le pont avant l'hiver.", "la commune répare le pont avant l'hiver"),
    ("Un toit pour chaque famille : voilà notre demande.", "Un toit pour chaque famille"),
    ("Rouvrir la piscine : c'est tout ce qu'on demande.", "Rouvrir la piscine"),
    ("La liste des marchés, c'est ce que nous demandons au maire.", "La liste des marchés"),
    ("C'est une enquête indépendante que nous demandons.", "une enquête indépendante"),
    ("Ce que nous voulons, ce n'est pas un rapport de plus, c'est une loi.", "une loi"),
    ("Ce n'est pas un numéro que nous réclamons, c'est un foyer.", "un foyer"),
    ("Nous ne réclamons pas un privilège, mais l'égalité de traitement.", "l'égalité de traitement"),
    ("Ce n'est pas d'un audit que nous avons besoin, mais de vingt inspecteurs.", "vingt inspecteurs"),
    ("De la Région, nous attendons un engagement clair.", "un engagement clair"),
    ("La Ligue conclut à l'annulation du permis d'exploiter.", "l'annulation du permis d'exploiter"),
    ("Plaise au tribunal ordonner la suspension des travaux.", "ordonner la suspension des travaux"),
    (
        "Je vous en prie, Madame la Préfète : laissez ma fille voir son père.",
        "laissez ma fille voir son père",
    ),
    (
        "Le Syndicat des greffiers voudrait voir créés deux postes par tribunal.",
        "créés deux postes par tribunal",
    ),
    ("Nous demandons au Parlement de n'en rien retrancher.", "n'en rien retrancher"),
    ("Amendement proposé à l'article 5 : supprimer le mot « public ».", "supprimer le mot « public »"),
    ("Notre message aux députés est simple : votez ce texte.", "votez ce texte"),
    ("Que soient publiés les contrats miniers.", "Que soient publiés les contrats miniers"),
    ("Il est demandé à la Région de rétablir le train.", "rétablir le train"),
    ("Le Réseau exprime le vœu que la loi soit adoptée.", "la loi soit adoptée"),
    ("La commune doit réparer le toit : il pleut dans trois classes.", "La commune doit réparer le toit"),
    ("Que le maire publie le plan, il est prêt.", "Que le maire publie le plan"),
    ("Nous exigeons l'ouverture du centre, et nul n'écoute.", "l'ouverture du centre"),
    ("Retirez ce décret, Monsieur le Premier ministre.", "Retirez ce décret"),
    ("Les crues ont commencé, si bien que la digue doit être relevée.", "la digue doit être relevée"),
]
WHOLE = [
    "L'État ne saurait continuer à déléguer la garde de ses frontières.",
    "Urgente est la nomination d'un juge à Tarbel.",
    "Le ministère n'a plus à financer ces écoles sans contrôle.",
    "Mieux vaudrait réparer l'école que peindre la mairie.",
    "Faudrait que le bus passe le soir.",
    "Il ne tient qu'à vous de retirer ce texte.",
]
QUIET = [
    "L'eau n'est pas un luxe. Elle ne doit jamais le devenir.",
    "Nous ne demandons ni privilège ni faveur.",
    "Au printemps, nous lancerons une campagne pour demander l'ouverture des registres.",
    "En cas de contrôle, demandez le matricule de l'agent.",
    "La presse est invitée à assister à la présentation du rapport.",
    "Le film devrait sortir au printemps.",
    "Les candidatures doivent parvenir au jury avant le 3 mai.",
    "Que le ministre l'ait voulu ou non, sa note a fermé la porte aux élèves.",
    "Pour voter, il faut présenter une carte.",
    "Le préfet doit lire quatre cents dossiers par jour.",
    "On aimerait que ce soit vrai.",
    "Voilà ce que nous avons vu.",
    "Ce que demande la banque est secret.",
]


@pytest.mark.parametrize(("sentence", "asked"), ASKED)
def test_the_demand_is_found_without_what_stands_around_it(sentence: str, asked: str) -> None:
    """What is contrasted, pleaded or explained around a demand does not belong to it."""
    assert texts("fr", "p|" + sentence) == [asked]


@pytest.mark.parametrize("sentence", WHOLE)
def test_an_obligation_in_plain_words_is_a_demand(sentence: str) -> None:
    """Necessity is also said by turning the sentence around, or by what cannot go on."""
    assert texts("fr", "p|" + sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_only_sounds_like_a_demand_is_none(sentence: str) -> None:
    """Advice to readers, dates, principles and what is not asked are no demands."""
    assert texts("fr", "p|" + sentence) == []
    assert aside("fr", "p|" + sentence) == []


def test_what_others_ask_is_not_taken_where_the_thing_stands_in_front() -> None:
    """The words behind the thing name who asks."""
    assert texts("fr", "p|" + "La démission du ministre, voilà ce que réclame l'opposition.") == []
