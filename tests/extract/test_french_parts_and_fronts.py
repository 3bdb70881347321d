"""French sentences that ask several at once, what stands in front of a demand, and rules that are only told of."""

from __future__ import annotations

import re

import pytest

from .forms import aside, texts

ASKED = [
    "Nous appelons le ministère à [ouvrir une enquête], et l'Inspection du travail à [publier son rapport].",
    "Le collectif invite la mairie à [rouvrir le dispensaire], le préfet à [retirer son arrêté] et la région à "
    "[financer les bus de nuit].",
    "Nous recommandons au Gouvernement de [fermer la carrière], à la commune d'[ouvrir une cantine].",
    "Nous invitons la ministre à [consulter les éleveurs, les maires et les écoles avant de fermer une classe].",
    "Nous demandons au maire de [rouvrir la bibliothèque, le musée et la piscine].",
    "Le réseau demande, d'une part, que [les listes soient affichées] et, d'autre part, que [les frais soient "
    "supprimés].",
    "[Il y a lieu d'abroger le décret], et, dans l'attente, [il importe que le préfet n'en fasse plus usage].",
    "[Les actes de naissance doivent être gratuits], et [il convient que le ministère publie les délais].",
    "Un arrêté ne lie pas le maire, et [c'est par décret que le tarif doit être fixé].",
    "La commune ne paie plus les maîtres et [l'État doit prendre le relais].",
    "Quand vous parlerez, recommandez-lui de [fermer la carrière].",
    "Recommandez à Cuba de [publier la liste des puits].",
    "C'est pourquoi [le maire doit revenir sur sa décision].",
    "Voilà pourquoi [l'État doit payer les maîtres].",
    "C'est pour ça que [le Gouvernement doit faire appliquer la loi sur l'eau].",
    "C'est la raison pour laquelle [le Gouvernement doit adopter la loi].",
    "C'est pour cette raison que nous demandons [la fermeture de la carrière].",
    "Nous vous prions de [recevoir les familles des marins].",
    "Nous demandons au préfet de [rouvrir le guichet] : c'est le seul à trente kilomètres.",
    "Nous demandons à l'État d'[indemniser les pêcheurs], il y a 4 000 familles concernées.",
    "L'association prie la région de [garder la ligne] et espère que les trains seront à l'heure.",
    "Nous vous demandons trois choses. D'abord, [publier la liste des puits]. Ensuite, [fermer la carrière].",
    "Je termine par deux recommandations. Premièrement, [adopter une loi]. Deuxièmement, [payer les maîtres].",
    "Le Cercle conclut à ce qu'il plaise au Groupe de travail recommander à Cuba : de [fermer la carrière] ; "
    "d'[ouvrir les archives].",
    "[Il est bon que les juges soient nommés par leurs pairs].",
    "[La commission devrait en principe être consultée].",
]

TOLD = [
    "Les gendarmes viennent le soir et demandent pourquoi nous avons fui.",
    "Nous demandons où sont passés les fonds.",
    "La commission doit en principe revoir chaque dossier tous les six mois.",
    "La loi fixe un seuil, dont l'application doit être effective à une date repoussée.",
    "On objectera que le préfet doit veiller au calme.",
    "Selon le jugement de Lomé, la commune doit payer.",
    "Depuis 2011, celui qui coupe un arbre doit en planter deux.",
    "La ville a adopté une directive interne : les agents doivent porter un numéro.",
    "Dans les mairies, l'agent doit « prendre les dispositions utiles ».",
    "Il faut avoir dormi dans ces classes pour comprendre.",
    "Passé ce délai, il faut un certificat.",
    "Il nous faudra aussi recruter.",
    "Nous le réclamons depuis longtemps.",
    "Le Contrôleur général des ports réclame depuis des années un plan de rénovation.",
    "Nous ne savons pas pourquoi l'État doit payer.",
    "Nous vous prions de recevoir, Madame la Ministre, l'assurance de notre considération.",
]


@pytest.mark.parametrize("line", ASKED)
def test_each_part_is_found_without_what_stands_around_it(line: str) -> None:
    assert texts("fr", "p|" + line.replace("[", "").replace("]", "")) == re.findall(r"\[(.*?)\]", line)


@pytest.mark.parametrize("line", TOLD)
def test_what_is_only_told_of_is_no_demand(line: str) -> None:
    assert texts("fr", "p|" + line) == []


def test_the_states_that_speak_in_geneva_are_other_states() -> None:
    line = "p|Il est demandé que les États interviennent à l'oral sur ce point."
    assert aside("fr", line) == [("addressee", "les États interviennent à l'oral sur ce point")]


FRONTED = [
    ("Aux bailleurs, nous disons : ne fermez pas les cantines.", "ne fermez pas les cantines"),
    ("Et aux pays donateurs, je dis : rouvrez les dispensaires.", "rouvrez les dispensaires"),
    (
        "Nous invitons les États qui financent les forêts de Cuba à écouter les villages.",
        "écouter les villages",
    ),
    ("Aux radios : passez notre message le soir.", "passez notre message le soir"),
]


@pytest.mark.parametrize(("line", "text"), FRONTED)
def test_who_is_told_in_front_is_meant(line: str, text: str) -> None:
    assert aside("fr", "p|" + line) == [("addressee", text)]


def test_states_together_with_the_state_are_it() -> None:
    line = "p|Nous invitons les États qui siègent au Conseil et Cuba à écouter les villages."
    assert texts("fr", line) == ["écouter les villages"]


def test_items_that_begin_with_whom_they_tell_and_a_comma_are_for_him() -> None:
    lines = [
        "p|Le Réseau recommande :",
        "a|au Gouvernement, de publier la liste ;",
        "b|aux partenaires techniques et financiers, de payer les puits ;",
        "c|aux opérateurs de téléphonie, de publier les ordres de coupure ;",
        "d|à titre provisoire, de fermer la carrière.",
    ]
    assert texts("fr", *lines) == ["publier la liste", "fermer la carrière"]
    assert [text for _, text in aside("fr", *lines)] == ["payer les puits", "publier les ordres de coupure"]


def test_what_deserves_to_be_done_is_asked() -> None:
    assert texts("fr", "p|Cet essai mérite d'être étendu à la région.") == [
        "Cet essai mérite d'être étendu à la région"
    ]
    assert texts("fr", "p|La question mérite d'être posée.") == []
