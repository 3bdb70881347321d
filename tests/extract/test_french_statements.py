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
    "Le recours à la force doit rester exceptionnel.",
    "Ce décret est à abroger.",
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
    ("Le Collectif attend de l'État qu'il publie le budget.", "publie le budget"),
    ("La Coalition souhaite que la loi soit traduite.", "la loi soit traduite"),
    ("Nous disons aux élus : rouvrez la halte.", "rouvrez la halte"),
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
    "Des mères du nord demandent des nouvelles de leurs fils.",
    "Pour un certificat, il faut payer deux mille pesos.",
    "Un voisin nous a raconté qu'il doit dormir dehors.",
    "Ces chiffres doivent être lus avec prudence.",
]


@pytest.mark.parametrize("sentence", ASKED)
def test_who_is_named_may_be_an_office_a_company_or_a_party(sentence: str) -> None:
    asked = [*texts("fr", "p|" + sentence), *(text for _, text in aside("fr", "p|" + sentence))]
    assert asked == [sentence.rstrip(".")]


@pytest.mark.parametrize(("sentence", "text"), CUT)
def test_greetings_reasons_and_heads_are_cut(sentence: str, text: str) -> None:
    asked = [*texts("fr", "p|" + sentence), *(one for _, one in aside("fr", "p|" + sentence))]
    assert [re.sub(r"^(?:d'|de |qu')", "", one) for one in asked] == [text]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_is_told_or_must_be_borne_is_no_demand(sentence: str) -> None:
    assert texts("fr", "p|" + sentence) == []
    assert [one for one in aside("fr", "p|" + sentence) if one[0] != "reported"] == []


ANSWERED = ["p|Que demandons-nous ?", "-|La réfection des puits.", "-|Des abris pour les familles."]
ITEMS = [
    (
        ["p|Que voulons-nous ? D'abord, que la ville répare les puits. Ensuite, des abris dans le nord."],
        ["que la ville répare les puits", "des abris dans le nord"],
    ),
    (ANSWERED, ["La réfection des puits", "Des abris pour les familles"]),
    (
        ["p|Que l'on ferme ces dépôts ; que les gardiens qui en profitent soient jugés."],
        ["Que l'on ferme ces dépôts", "que les gardiens qui en profitent soient jugés"],
    ),
    (["p|Et que Cuba libère les poètes."], ["que Cuba libère les poètes"]),
    (
        ["p|Pour finir, deux vœux : que le bilan soit lu en public ; que les familles soient invitées."],
        ["que le bilan soit lu en public", "que les familles soient invitées"],
    ),
    (["p|Nous demandons :", "-|Papier. Un guichet dans chaque bourg."], ["Un guichet dans chaque bourg"]),
    (
        [
            "h|Recommandation 3",
            "p|Que le ministère de la Santé :",
            "-|rouvre le centre de Bauta ;",
            "-|forme les sages-femmes.",
        ],
        ["rouvre le centre de Bauta", "forme les sages-femmes"],
    ),
    (
        ["h|Recommandations", "p|Détention des mineurs : à supprimer."],
        ["Détention des mineurs : à supprimer"],
    ),
    (
        [
            "p|Excellence,",
            "p|Nous vous prions de recommander à Cuba : d'abroger le décret ; de publier la liste.",
        ],
        ["abroger le décret", "publier la liste"],
    ),
    (
        ["h|Nos demandes", "-|Donnez un toit aux familles.", "-|Ne fermez plus d'écoles."],
        ["Donnez un toit aux familles", "Ne fermez plus d'écoles"],
    ),
]
TOPICS = [
    "Que l'on soit riche ou pauvre, la faim est la même.",
    "Que Cuba ait signé ce traité ne change rien.",
    "Que le gouvernement n'ait rien fait est un scandale.",
    "Que valent les promesses ?",
]


@pytest.mark.parametrize(("lines", "wanted"), ITEMS)
def test_what_items_and_wishes_ask(lines: list[str], wanted: list[str]) -> None:
    assert texts("fr", *lines) == wanted


@pytest.mark.parametrize("sentence", TOPICS)
def test_a_clause_that_is_only_a_topic_wishes_nothing(sentence: str) -> None:
    assert texts("fr", "p|" + sentence) == []


NAMED = [
    (
        [
            "h|Contribution du Réseau des potières (REPOTE) à l'examen",
            "p|Le REPOTE estime que l'État devrait payer l'argile.",
        ],
        "l'État devrait payer l'argile",
    ),
    (
        [
            "h|Avis de la Commission nationale des droits humains",
            "p|La Commission juge que l'article 9 devrait tomber.",
        ],
        "l'article 9 devrait tomber",
    ),
    (
        ["p|La FEPAC réunit 40 associations de bergers.", "p|La FEPAC pense qu'il faut rouvrir les puits."],
        "il faut rouvrir les puits",
    ),
]


@pytest.mark.parametrize(("lines", "text"), NAMED)
def test_who_is_named_in_the_title_or_counts_its_members_is_the_author(lines: list[str], text: str) -> None:
    assert texts("fr", *lines) == [text]


def test_what_the_author_asked_in_a_month_of_a_year_is_told_of() -> None:
    title = "h|Contribution du Réseau des potières (REPOTE) à l'examen"
    told = "p|Dans son avis de janvier 2024, le REPOTE a exhorté le préfet à rouvrir la carrière."
    assert texts("fr", title, told) == []


def test_what_somebody_else_observed_about_the_author_is_told_of() -> None:
    title = "h|Contribution du Réseau des potières (REPOTE) à l'examen"
    told = "p|Le ministère a reçu le REPOTE et a estimé que les fours devraient fermer la nuit."
    assert texts("fr", title, told) == []
