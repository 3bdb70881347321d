"""French, crossed: whoever asks, with whatever verb, of whomever, the same is found."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ONE = [
    "La Ligue",
    "Le Collectif des familles",
    "L'Observatoire des prisons",
    "Le Réseau des femmes (RF)",
    "Le présent mémoire",
]
SEVERAL = [
    "Les soussignés",
    "Les organisations signataires",
    "Les associations membres du collectif",
    "Les auteurs de ce rapport",
]
WHOM = ["à l'État", "au Gouvernement", "aux autorités cubaines", "à Cuba"]

VERBS = [
    ("recommande vivement {whom} de", "recommandent vivement {whom} de"),
    ("réitère sa demande {whom} de", "réitèrent leur demande {whom} de"),
    ("rappelle {whom} la nécessité de", "rappellent {whom} la nécessité de"),
    ("se permet de recommander {whom} de", "se permettent de recommander {whom} de"),
    ("souhaite demander {whom} de", "souhaitent demander {whom} de"),
]
WISHES = [
    ("exige fermement que", "exigent fermement que"),
    ("souhaite vivement que", "souhaitent vivement que"),
    ("insiste à nouveau pour que", "insistent à nouveau pour que"),
    ("plaide donc pour que", "plaident donc pour que"),
    ("souligne la nécessité que", "soulignent la nécessité que"),
]


def subjects(forms: tuple[str, str]) -> list[tuple[str, str]]:
    return [*((who, forms[0]) for who in ONE), *((who, forms[1]) for who in SEVERAL)]


@pytest.mark.parametrize("forms", VERBS)
def test_what_is_asked_of_whomever(forms: tuple[str, str]) -> None:
    for who, verb in subjects(forms):
        for whom in WHOM:
            sentence = f"{who} {verb.format(whom=whom)} fermer la carrière."
            assert texts("fr", f"p|{sentence}") == ["fermer la carrière"], sentence


@pytest.mark.parametrize("forms", WISHES)
def test_what_is_wished_by_whomever(forms: tuple[str, str]) -> None:
    for who, verb in subjects(forms):
        sentence = f"{who} {verb} l'État ferme la carrière."
        assert texts("fr", f"p|{sentence}") == ["l'État ferme la carrière"], sentence


def test_whose_an_organisation_is_makes_it_no_other() -> None:
    assert texts("fr", "p|Les familles demandent à l'État de fermer la carrière.") == []
    assert texts("fr", "p|Le syndicat des gardes et le gouvernement demandent à l'État de la fermer.") == []
