"""French, crossed: rules, dates, hardships and others' demands are not taken, what looks like them is."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

QUIET = [
    "Toute manifestation doit être déclarée trois jours à l'avance.",
    "Toute demande doit être signée par les deux parents.",
    "En vertu du décret, chaque commune doit tenir un registre.",
    "La procédure exige une autorisation du préfet.",
    "La réforme exige une autorisation du préfet.",
    "Le procès doit s'ouvrir lundi.",
    "Le rapport devrait paraître la semaine prochaine.",
    "Il nous faut rester unis.",
    "Notre priorité est l'accueil des nouveaux membres.",
    "Notre demande est restée sans réponse.",
    "Notre demande est légitime.",
    "On exige des étudiants qu'ils paient d'avance.",
    "Nos militants doivent pouvoir compter sur nous.",
    "L'assemblée générale doit élire le bureau.",
    "Les syndicats sont appelés à négocier par le ministre.",
    "Les putschistes exigent le départ des troupes.",
    "Un étudiant demande l'ouverture de la bibliothèque.",
    "L'association aide les victimes et demande pour elles des réparations.",
    "Les familles doivent payer pour voir leurs proches.",
    "Le préfet invite les associations à quitter les lieux.",
    "Il a été décidé de fermer l'école.",
    "La suppression de 300 postes est une catastrophe.",
    "L'adoption de la loi a pris dix ans.",
    "La première mesure a été de fermer l'école.",
    "Ce rapport présente la situation des prisons.",
    "Le congrès a élu un nouveau bureau.",
]
LEADS = ["", "Nous sommes un réseau de quarante groupes. "]


@pytest.mark.parametrize("lead", LEADS, ids=["alone", "we"])
@pytest.mark.parametrize("sentence", QUIET)
def test_nothing_is_asked(sentence: str, lead: str) -> None:
    """Also in a text that says "we"."""
    assert texts("fr", f"p|{lead}{sentence}") == []


ASKED = [
    ("Toute expulsion doit être autorisée par un juge.", "Toute expulsion doit être autorisée par un juge"),
    ("Notre priorité est la libération des détenus.", "la libération des détenus"),
    ("Notre demande est que la loi soit abrogée.", "la loi soit abrogée"),
    ("On exige des autorités qu'elles publient le budget.", "publient le budget"),
    ("La police est appelée à publier le budget.", "publier le budget"),
    (
        "La libération des détenus est la première mesure nécessaire.",
        "La libération des détenus est la première mesure nécessaire",
    ),
]


@pytest.mark.parametrize(("sentence", "want"), ASKED)
def test_what_looks_like_it_is_asked(sentence: str, want: str) -> None:
    """A judge's leave, what is asked of the authorities."""
    assert texts("fr", f"p|{sentence}") == [want]
