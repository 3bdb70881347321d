"""Every form in which French texts ask, or only seem to: what is asked stands in brackets."""

from __future__ import annotations

import re

import pytest

from .forms import aside, found, texts

ASKED = [
    "Le congrès mandate le bureau national pour [négocier un accord sur les salaires].",
    "Le congrès exige [l'abrogation de la réforme des retraites].",
    "La Fédération attend du ministère [un calendrier des travaux].",
    "Nous attendons de l'État [qu'il rouvre les deux gares].",
    "Nous avons besoin [d'une loi claire sur l'accès aux archives].",
    "Nous plaidons en faveur de [la ratification du Protocole facultatif].",
    "Nous appelons de nos vœux [une réforme profonde de la justice].",
    "Nous réaffirmons notre exigence de [justice pour les familles].",
    "Nous réitérons notre appel à [l'arrêt des combats].",
    "Nous comptons sur le gouvernement pour [tenir ses promesses].",
    "L'association demande à Marie Tempé de [suspendre l'arrêté].",
    "Nous demandons à nos élus de [voter contre ce texte].",
    "Nous demandons à chaque commune d'[ouvrir un lieu d'accueil].",
    "Nous demandons solennellement au chef de l'État [la grâce des condamnés].",
    "Nous demandons, au nom des familles, [une réparation intégrale].",
    "Nous voudrions qu'à terme [toutes les écoles forment leurs enseignants].",
    "Nous désirons que [la Ville se donne les moyens d'agir].",
    "La Ligue en appelle au gouvernement pour qu'[il renonce à ce projet].",
    "Notre revendication principale reste [le retrait du décret].",
    "[Les juridictions doivent accorder une protection aux témoins].",
    "[Les détenus doivent immédiatement être libérés].",
    "[La loi doit impérativement être révisée].",
    "[Les enfants doivent être scolarisés gratuitement].",
    "[Les apprentis doivent recevoir un salaire égal pour un travail égal].",
    "[M. Duval devrait bénéficier de mesures de protection].",
    "Compte tenu des faits, tant au niveau des sommes que des personnes, "
    "[Mme Duval devrait bénéficier d'une protection].",
    "[Il faut mettre un terme à l'impunité].",
    "[Il faut d'urgence créer un fonds de secours].",
    "[Il serait bon de former les policiers].",
    "[Il serait bien plus utile pour les femmes que le ministère publie ces chiffres].",
    "[Il est encore temps pour la ministre de rouvrir la maternité].",
    "[Ce sont les États qui doivent cesser ces livraisons].",
    "[C'est au Parlement de fixer les règles].",
    "[Le pays devrait rejoindre la coalition demandant à la Cour d'enquêter].",
    "[Que le gouvernement retire ce projet].",
    "Réuni à Brest, le comité confédéral national revendique [le droit à la retraite à 60 ans].",
    "Les personnels réunis en assemblée générale exigent [le maintien des deux postes].",
    "L'assemblée générale demande au rectorat de [rouvrir les postes fermés].",
    "Ce que nous voulons, c'est [l'égalité des salaires].",
    "Ce que nous exigeons du gouvernement : [des logements pour les familles].",
    "Nos exigences : [un moratoire sur les expulsions].",
    "[Le gouvernement ferait mieux de lutter contre la fraude].",
    "[Elles doivent être associées sur un pied d'égalité à tous ces travaux].",
    "Exigez [la libération du blogueur].",
    "Faites pression pour [une application entière du traité].",
    "[Complétez la réforme].",
    "Madame la Présidente, de grâce [respectez la Constitution].",
]

QUIET = [
    "L'Organisation mondiale de la santé (OMS) a demandé aux États de fermer ces bains.",
    "Nous appelons les lycéens à rejoindre la manifestation.",
    "Nous appelons à voter massivement dimanche.",
    "Chaque membre est invité à verser sa cotisation.",
    "Les lecteurs sont invités à écrire au journal.",
    "On nous demande de travailler plus longtemps.",
    "Des milliers de femmes doivent choisir entre se nourrir et se soigner.",
    "La moitié d'entre eux doivent avoir un second emploi pour vivre.",
    "Les entreprises doivent déjà publier un rapport annuel.",
    "Les candidats doivent déposer leur dossier avant le 3 mars.",
    "Il faut dénoncer cette réforme pour ce qu'elle est.",
    "Il est urgent d'agir.",
    "C'est ce que nous demandons depuis dix ans.",
    "Nous vous invitons à une conférence de presse le 4 mai.",
    "Il faut trois heures pour aller à l'hôpital.",
    "Le rapport doit paraître en mars.",
    "Une loi nationale est absolument nécessaire pour un vrai progrès.",
    "Ces décisions ne devraient pas être négligées.",
    "Le pays n'a pas à s'enorgueillir de telles mesures.",
]


@pytest.mark.parametrize("sentence", ASKED)
def test_what_is_asked(sentence: str) -> None:
    letter = ("p|Madame la Présidente,",) if sentence.startswith("Madame") else ()
    clean = re.sub(r"[\[\]]", "", sentence)
    wanted = [re.sub(r"^(?:qu'il|qu'|d'|il) ?", "", one) for one in re.findall(r"\[(.*?)\]", sentence)]
    got = [*texts("fr", *letter, "p|" + clean), *(text for _, text in aside("fr", *letter, "p|" + clean))]
    assert [re.sub(r"^(?:qu'il|qu'|d'|il) ?", "", one) for one in got] == wanted


@pytest.mark.parametrize("sentence", QUIET)
def test_what_is_not_asked(sentence: str) -> None:
    assert [one for one in aside("fr", "p|" + sentence) if one[0] != "reported"] == []
    assert texts("fr", "p|" + sentence) == []


def test_headings_are_demands_where_the_title_says_so_and_nothing_below_does() -> None:
    lines = (
        "h|Résumé de nos revendications",
        "p|Nous les avons remises au ministère en août.",
        "h|Payer les agents temporaires au même taux que les autres",
        "-|Ils gagnent deux euros de moins pour le même travail.",
        "h|Construire des logements pour les étudiants",
        "p|Le ministère doit ouvrir un chantier par an.",
    )
    assert texts("fr", *lines) == [
        "Payer les agents temporaires au même taux que les autres",
        "Le ministère doit ouvrir un chantier par an",
    ]
    assert texts("fr", "h|Notre action", *lines[1:4]) == []


def test_a_list_of_demands_of_an_earlier_year_is_reported() -> None:
    lines = ("p|Le conseil a présenté en 2012 dix propositions, parmi lesquelles :", "-|l'ouverture du code")
    assert texts("fr", *lines) == []


def test_a_greeting_says_more_than_the_title_of_a_letter() -> None:
    lines = (
        "h|Lettre ouverte aux ministères du commerce et à l'OMC",
        "p|Chers membres de l'Organisation mondiale du commerce,",
        "p|Nous vous demandons de suspendre ces négociations.",
    )
    assert aside("fr", *lines) == [("addressee", "suspendre ces négociations")]


def test_another_state_far_behind_in_a_heading_is_not_asked() -> None:
    lines = ("h|Demandes pour les lettres de responsabilité Iran", "p|Publier la liste des sanctions.")
    assert texts("fr", *lines) == ["Publier la liste des sanctions"]


def test_an_appeal_to_the_people_opens_no_section_of_demands() -> None:
    assert texts("fr", "h|Appel à mobilisation", "p|Prendre un car à huit heures.") == []
    assert texts("fr", "h|Appel au gouvernement", "p|Rouvrir les deux gares.") == ["Rouvrir les deux gares"]


def test_she_is_whom_the_sentence_before_names() -> None:
    assert texts(
        "fr",
        "p|Notre association a créé cette veille par crainte de violences qui menacent la paix. "
        "En conséquence, elle demande au Président de renoncer à ce scrutin.",
    ) == ["renoncer à ce scrutin"]


def test_values_that_something_rests_on_are_no_demands() -> None:
    lines = (
        "p|La charte repose sur les principes suivants :",
        "-|Transparence",
        "-|Solidarité entre acteurs",
    )
    assert found("fr", *lines).recommendations == ()
