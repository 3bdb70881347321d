"""French calls of others in numbered series, lists under a noun, calls to a State and to the people."""

from __future__ import annotations

import pytest

from .forms import aside, found, texts


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        ("Les appels à l'action de la Commission de vérité", "Appel à l'action 7"),
        ("Les recommandations de la Commission de vérité", "Recommandation n° 12"),
        ("Le rapport final de l'Enquête régionale sur les barrages", "Appel au changement 4.2"),
        ("Contexte", "Appel à la justice 4.2"),
        ("Contexte", "Appel à la justice pour les pêcheurs 16.3"),
        ("Contexte", "Recommandation n° 12 de la Commission d'enquête"),
        ("Contexte", "Les appels à l'action de la CVR"),
    ],
)
def test_what_the_numbered_calls_of_another_body_ask_is_reported(above: str, heading: str) -> None:
    lines = (
        "h|" + above,
        "h|" + heading,
        "p|Nous demandons au gouvernement de nommer un commissaire aux eaux.",
    )
    assert texts("fr", *lines) == []
    assert [reason for reason, _ in aside("fr", *lines)] == ["reported"]


def test_the_authors_own_numbered_recommendation_is_none_of_another_body() -> None:
    lines = (
        "h|Les recommandations de la Commission de vérité",
        "p|Elles datent de 2015.",
        "h|Nos recommandations : les 3 premières",
        "-|Nommer un commissaire aux eaux.",
    )
    assert texts("fr", *lines) == ["Nommer un commissaire aux eaux"]


@pytest.mark.parametrize(
    "stem",
    [
        "Des efforts restent nécessaires. Nous les avons résumés en huit priorités :",
        "Ils se regroupent en 4 axes :",
        "Voici cinq chantiers pour la prochaine législature :",
        "Les engagements que nous attendons des candidats :",
    ],
)
def test_a_list_of_demands_hangs_on_a_noun_with_a_number(stem: str) -> None:
    assert texts("fr", "p|" + stem, "-|Contrôler les cadeaux faits aux élus", "-|Publier les agendas") == [
        "Contrôler les cadeaux faits aux élus",
        "Publier les agendas",
    ]


def test_the_fields_an_organisation_works_in_are_no_list_of_demands() -> None:
    lines = ("-|Former nos bénévoles", "-|Ouvrir une permanence")
    assert found("fr", "p|Notre plan se décline en trois axes :", *lines).recommendations == ()
    assert found("fr", "p|Notre association travaille sur trois priorités :", *lines).recommendations == ()
    assert found("fr", "p|Le gouvernement s'est fixé trois axes :", *lines).recommendations == ()


@pytest.mark.parametrize(
    "item",
    [
        "Adhérer à la Convention sur les disparitions forcées",
        "Adhérer pleinement aux deux protocoles facultatifs",
        "Intensifier la lutte contre la traite des personnes",
        "Renforcer la lutte contre la corruption",
        "Solliciter une assistance technique auprès du Haut-Commissariat",
    ],
)
def test_what_a_state_does_is_no_call_to_the_people(item: str) -> None:
    assert texts("fr", "h|Recommandations", "-|" + item) == [item]
    assert texts("fr", "p|Nous recommandons au gouvernement de :", "-|" + item) == [item]


@pytest.mark.parametrize(
    "item",
    [
        "Adhérer à notre association",
        "Intensifier la lutte contre la réforme des ports",
        "Poursuivre la lutte",
        "Rejoindre le groupe d'entraide",
    ],
)
def test_what_only_the_people_can_do_is_no_demand(item: str) -> None:
    assert found("fr", "h|Nos revendications", "-|" + item).recommendations == ()


def test_a_slogan_after_the_colon_of_a_thing_asked_for_stays_outside() -> None:
    lines = (
        "h|Nous demandons",
        "-|La réouverture des piscines : on ne sacrifie pas les nageurs !",
        "-|À savoir, un plan de soutien aux maîtres-nageurs",
        "-|Une baisse du prix des entrées (celles et ceux qui ne payaient rien ont renoncé) le dimanche.",
    )
    assert texts("fr", *lines)[:2] == [
        "La réouverture des piscines",
        "un plan de soutien aux maîtres-nageurs",
    ]
    assert len(texts("fr", *lines)) == 3


def test_reasons_listed_under_a_question_are_no_row_of_commands() -> None:
    lines = (
        "h|Pourquoi calmer le bourg ?",
        "-|Rendre la place aux enfants",
        "-|Améliorer la qualité de l'air",
        "-|Soutenir les commerces du centre",
        "h|Suite",
        "p|Nous demandons au maire de fermer la rue.",
    )
    assert texts("fr", *lines) == ["fermer la rue"]


def test_an_arrow_before_a_counted_heading_of_commitments() -> None:
    lines = ("p|Nous invitons la ville à agir.", "p|➞ 4 engagements pour une ville", "p|Fermer deux rues.")
    assert "Fermer deux rues" in texts("fr", *lines)


def test_what_must_be_said_is_no_demand() -> None:
    line = "p|Il est aussi impératif de souligner la fatigue des équipages."
    assert found("fr", line).recommendations == ()


def test_what_the_authors_go_on_asking() -> None:
    line = "p|Nous continuons à exiger la réouverture de la ligne."
    assert texts("fr", line) == ["la réouverture de la ligne"]


@pytest.mark.parametrize(
    "line",
    [
        "À l'alinéa 3, supprimer les mots « , sauf le dimanche, »",
        "Au premier alinéa de l'article L. 12-1 du code des ports, remplacer « trois ans » par les mots « un an »",
        "À la fin de l'alinéa 5, ajouter les mots « dont le public doit être informé »",
        "Supprimer les alinéas 2 et 7",
        "Compléter l'alinéa 4 des mots suivants : « lorsque le quai est fermé »",
        "Abroger l'article 9",
    ],
)
def test_an_amendment_is_a_demand_under_any_heading(line: str) -> None:
    assert texts("fr", "h|Article 4", f"p|{line}.", "h|Exposé des motifs", "p|Le port est vide.") == [line]


def test_an_amendment_goes_on_with_the_words_it_puts_into_the_law() -> None:
    lines = (
        "h|Après l'article 6",
        "p|Ajouter un nouvel article ainsi rédigé :",
        "p|« Après l'article 7 de la loi sur les ports, insérer un article :",
        'p|"Les quais sont ouverts à tous." »',
        "h|Exposé des motifs",
        "p|Les quais sont fermés depuis mars.",
    )
    (only,) = found("fr", *lines).recommendations
    assert [span.passage for span in only.spans] == [1, 2, 3]


def test_what_a_page_says_of_its_own_articles_is_no_amendment() -> None:
    assert found("fr", "p|Modifier l'article", "p|Ajouter un mot-clé à cette page.").recommendations == ()


def test_a_heading_without_text_above_another_ends_the_groups_of_a_list() -> None:
    lines = (
        "p|Nous demandons au port :",
        "h|Les quais",
        "-|Ouvrir les quais le soir",
        "h|Nos moyens",
        "h|Les phares",
        "-|Gardiens bénévoles",
    )
    assert texts("fr", *lines) == ["Ouvrir les quais le soir"]


def test_nouns_listed_after_a_colon_say_what_is_meant() -> None:
    lines = (
        "h|Nous demandons",
        "-|Des moyens pour entretenir les phares : lampes, peinture, bateaux d'accès, dont les moteurs sont vieux.",
        "-|Un plan de soutien au port. Y compris dans les métiers du tourisme.",
        "-|Fermer le bassin : hélas, l'an dernier, on y a vu trois accidents.",
    )
    assert texts("fr", *lines) == [
        "Des moyens pour entretenir les phares : lampes, peinture, bateaux d'accès, dont les moteurs sont vieux",
        "Un plan de soutien au port",
        "Fermer le bassin",
    ]


@pytest.mark.parametrize(
    "stem", ["Nous souhaitons :", "Les revendications sont claires, contre cette injustice, nous souhaitons"]
)
def test_a_list_hangs_on_what_the_authors_wish(stem: str) -> None:
    lines = ("p|" + stem, "-|L'augmentation des salaires", "-|Des classes moins chargées")
    assert texts("fr", *lines) == ["L'augmentation des salaires", "Des classes moins chargées"]


def test_how_demands_are_is_not_what_they_ask() -> None:
    line = "p|Les demandes sont nombreuses et assez complètes, ce qui est une bonne chose."
    assert found("fr", line).recommendations == ()


def test_examples_below_a_demand_belong_to_it() -> None:
    lines = (
        "p|Nous demandons à la ville :",
        "1.|Mener une campagne pour la marche, par exemple :",
        "-|installation de bancs",
        "-|fermeture de rues le dimanche",
    )
    (only,) = found("fr", *lines).recommendations
    assert [span.passage for span in only.spans] == [1, 2, 3]


def test_a_demand_of_the_association_is_made_again() -> None:
    lines = ("p|Le bureau de la ligue :", "-|Renouvelle la demande de l'association de libérer les marins.")
    assert texts("fr", *lines) == ["libérer les marins"]


def test_a_cry_after_a_colon_stays_outside() -> None:
    lines = ("h|Nous exigeons", "-|La fin des coupures d'eau : un droit pour toutes et tous !")
    assert texts("fr", *lines) == ["La fin des coupures d'eau"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il semble donc bon de préciser la loi sur ce point",
        "Il faut aussi faire les adaptations du quai",
    ],
)
def test_what_would_be_good_is_a_demand_put_mildly(sentence: str) -> None:
    assert texts("fr", f"p|{sentence}.") == [sentence]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Au Mouvement pour la libération des Plateaux :", "other"),
        ("Aux groupes rebelles :", "other"),
        ("À la MONUSCO :", "un_body"),
    ],
)
def test_a_line_over_a_list_may_name_an_armed_group_or_a_mission(line: str, who: str) -> None:
    every = found("fr", "h|Recommandations", f"p|{line}", "-|Quitter les écoles du chef-lieu.")
    assert [one.recommendation.addressee.value for one in every.set_aside] == [who]


def test_the_council_is_that_of_the_united_nations_where_a_text_names_it_in_full() -> None:
    lines = (
        "p|Le Conseil des droits de l'homme se réunit en mars. Le Conseil devrait nommer un expert.",
        "p|Nous demandons au Conseil d'entendre les familles, et au Conseil municipal d'ouvrir un centre.",
    )
    who = [one.recommendation.addressee.value for one in found("fr", *lines).set_aside]
    assert (who, texts("fr", *lines)) == (["un_body", "un_body"], ["ouvrir un centre"])
    assert texts("fr", "p|Nous demandons au Conseil d'entendre les familles.") == ["entendre les familles"]
