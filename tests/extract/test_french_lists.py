"""French lists, letters and resolutions: whom an item tells, what a label leaves, who goes on speaking."""

from __future__ import annotations

from .forms import aside, found, texts


def test_items_that_name_in_the_dative_whom_they_tell() -> None:
    lines = (
        "p|L'observatoire recommande :",
        "-|à la ministre de la Santé de fixer un nombre minimal de soignants ;",
        "-|aux gestionnaires des foyers de respecter la liberté d'aller et venir.",
    )
    assert texts("fr", *lines) == [
        "fixer un nombre minimal de soignants",
        "respecter la liberté d'aller et venir",
    ]


def test_each_of_those_who_are_asked_in_one_sentence_is_asked_for_himself() -> None:
    line = (
        "p|Nos associations demandent à la préfète de surseoir à l'expulsion, au maire de prêter un terrain "
        "et à l'État d'appliquer la circulaire."
    )
    assert texts("fr", line) == [
        "surseoir à l'expulsion",
        "prêter un terrain",
        "appliquer la circulaire",
    ]


def test_a_label_before_a_dash_or_colon_is_no_part_of_the_demand() -> None:
    lines = (
        "h|Cahier de revendications",
        "-|Écoles — Embaucher des accompagnants et leur garantir un statut",
        "p|Logement : construction de mille logements pour les étudiants.",
    )
    assert texts("fr", *lines) == [
        "Embaucher des accompagnants et leur garantir un statut",
        "construction de mille logements pour les étudiants",
    ]


def test_lines_that_name_only_a_thing_under_a_counted_heading() -> None:
    lines = (
        "h|Nos six exigences",
        "p|Retour à la retraite à 60 ans.",
        "p|Fin des exonérations de cotisations.",
        "p|Pas de pension sous le seuil de pauvreté.",
    )
    assert len(texts("fr", *lines)) == 3


def test_a_title_says_after_its_colon_that_it_lists_demands() -> None:
    lines = (
        "h|Vers une cantine durable : nos recommandations aux communes",
        "p|Acheter des produits locaux.",
    )
    assert texts("fr", *lines) == ["Acheter des produits locaux"]


def test_items_of_a_text_that_lists_demands_name_what_is_asked_for() -> None:
    lines = (
        "h|Résumé de nos revendications",
        "p|Nous les avons remises au ministère en août.",
        "h|Assurance",
        "-|Étudier l'extension de l'assurance aux agents temporaires.",
        "-|Des fonds supplémentaires pour couvrir le coût des médicaments et des soins.",
        "-|Les soins dentaires coûtent de plus en plus cher aux familles.",
    )
    assert texts("fr", *lines) == [
        "Étudier l'extension de l'assurance aux agents temporaires",
        "Des fonds supplémentaires pour couvrir le coût des médicaments et des soins",
    ]


def test_a_long_heading_cites_the_report_of_a_commission() -> None:
    lines = (
        "h|Le rapport final de l'Enquête régionale sur les bateaux et les équipages perdus au large des îles",
        "p|Appel 2.1 : Nous demandons aux armateurs et aux ports de reconnaître ces métiers.",
    )
    assert texts("fr", *lines) == []


def test_what_the_authors_had_asked_before_is_reported() -> None:
    assert texts("fr", "p|Amnesty International avait appelé les autorités à fermer le camp.") == []
    assert texts("fr", "p|Nous avons écrit à la ministre pour lui demander des explications.") == []


def test_she_goes_on_over_paragraphs_and_lists() -> None:
    lines = (
        "p|L'association estime nécessaire que le procureur informe les familles.",
        "p|Elle juge indispensable de renforcer le contrôle du Parlement.",
        "p|Elle appelle de ses vœux une réforme d'ensemble.",
    )
    assert texts("fr", *lines) == [
        "le procureur informe les familles",
        "renforcer le contrôle du Parlement",
        "une réforme d'ensemble",
    ]


def test_a_letter_tells_those_who_govern_what_to_do() -> None:
    lines = (
        "p|Mesdames et Messieurs les députés,",
        "p|Refusez ce recul historique.",
        "p|Puisque vous l'avez promis, tenez parole.",
        "p|Sachez que nous suivrons ce vote.",
    )
    assert texts("fr", *lines) == ["Refusez ce recul historique", "tenez parole"]
    assert texts("fr", *lines[1:2]) == []


def test_members_of_a_body_that_negotiates_are_other_states() -> None:
    lines = (
        "p|La réunion de l'OMC s'ouvre lundi. L'OMC compte 160 membres. L'OMC est en crise.",
        "p|À l'OMC, les pays riches dominent. L'Organisation mondiale du commerce doit changer.",
        "p|Les pays du Sud doivent repousser ce compromis.",
    )
    assert found("fr", *lines, state=None).recommendations == ()
    assert ("addressee", "Les pays du Sud doivent repousser ce compromis") in [
        (one.reason.value, one.recommendation.text) for one in found("fr", *lines, state=None).set_aside
    ]
    assert [one[0] for one in aside("fr", lines[2])] == []


def test_items_of_a_list_of_demands_say_as_settled_what_is_to_be_done() -> None:
    lines = (
        "h|Nos revendications",
        "1.|Les rejets de toutes les usines sont réduits de moitié avant 2035.",
        "2.|Les audiences foraines seront organisées chaque trimestre.",
        "3.|Les détenus sont souvent réduits au silence.",
    )
    assert texts("fr", *lines) == [
        "Les rejets de toutes les usines sont réduits de moitié avant 2035",
        "Les audiences foraines seront organisées chaque trimestre",
    ]


def test_who_is_mandated_is_an_organ_of_the_authors() -> None:
    assert (
        aside("fr", "p|Le congrès mandate l'exécutif régional pour ouvrir ce débat dans les sections.") == []
    )
    line = "p|Le congrès mandate l'ESX pour mener une réflexion sur le rôle des retraités."
    assert aside("fr", line) == [("addressee", "mener une réflexion sur le rôle des retraités")]
