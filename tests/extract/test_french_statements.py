"""Plain forms of French statements: who is named, what items say, what only sounds like a demand."""

from __future__ import annotations

import re

import pytest

from .forms import aside, texts

ASKED = [
    "Les parquets devraient afficher la liste des audiences.",
    "Les exportateurs doivent déclarer chaque lot.",
    "La Cour de cassation serait bien avisée de fixer une règle.",
    "L'Office national de l'eau devrait publier ses analyses.",
    "Les partis devraient présenter autant de femmes que d'hommes.",
]
CUT = [
    (
        "Le ministère doit payer les stages, sinon les étudiants renonceront.",
        "Le ministère doit payer les stages",
    ),
    (
        "Le maire doit rouvrir la halte, d'autant que le bâtiment est neuf.",
        "Le maire doit rouvrir la halte",
    ),
    (
        "Nous demandons au préfet de réparer le pont, comme il s'y était engagé.",
        "réparer le pont",
    ),
    (
        "Et puis, Excellences, il faut rouvrir la maternité : deux femmes ont accouché en route.",
        "il faut rouvrir la maternité",
    ),
    ("Nous les prierions d'entendre aussi les gardiens.", "entendre aussi les gardiens"),
    ("Nous le redisons : libérez les syndicalistes.", "libérez les syndicalistes"),
]
QUIET = [
    "Selon eux, un juge devrait siéger chaque matin.",
    "On nous répond qu'il faut patienter.",
    "On lui a dit : il faut repartir demain.",
    "Le code forestier demande une étude et l'office doit la lire.",
    "Les Règles Mandela veulent que les cellules soient chauffées.",
    "Créée en 2009, la caisse doit, aux termes de l'article 7, verser une rente.",
    "Les résidents doivent signer un registre chaque soir.",
    "Une de nos collègues, appelons-la Inès, travaillait de nuit.",
    "Si elle part, elle doit déposer une nouvelle demande et peut attendre un an.",
    "Ces chiffres doivent être lus avec prudence.",
]


@pytest.mark.parametrize("sentence", ASKED)
def test_who_is_named_may_be_an_office_a_company_or_a_party(sentence: str) -> None:
    asked = [*texts("fr", "p|" + sentence), *(text for _, text in aside("fr", "p|" + sentence))]
    assert asked == [sentence.rstrip(".")]


@pytest.mark.parametrize(("sentence", "text"), CUT)
def test_greetings_reasons_and_heads_are_cut(sentence: str, text: str) -> None:
    asked = [*texts("fr", "p|" + sentence), *(one for _, one in aside("fr", "p|" + sentence))]
    assert [re.sub(r"^(?:d'|de )", "", one) for one in asked] == [text]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_is_told_or_must_be_borne_is_no_demand(sentence: str) -> None:
    assert texts("fr", "p|" + sentence) == []
    assert [one for one in aside("fr", "p|" + sentence) if one[0] != "reported"] == []
