"""Lists that a noun announces, crossed in four languages: what is announced, with which words, in which form."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

STEMS = {
    "en": [
        "The most urgent {} include:",
        "Our {} are the following:",
        "The following {} are needed:",
        "Our network presents the following {}:",
    ],
    "fr": [
        "Les {} les plus urgentes incluent :",
        "Les {} que nous proposons sont :",
        "Voici les {} suivantes :",
        "Les {} suivantes sont nécessaires :",
        "Nous avons trois {} urgentes pour le ministre :",
    ],
    "es": [
        "Las {} más urgentes incluyen:",
        "Las {} que proponemos son:",
        "Se necesitan las siguientes {}:",
        "{} necesarias:",
    ],
    "pt": [
        "As {} mais urgentes incluem:",
        "As {} que propomos são:",
        "São necessárias as seguintes {}:",
        "{} necessárias:",
    ],
}
NOUNS = {
    "en": ["actions", "steps", "measures", "demands", "changes", "reforms", "proposals"],
    "fr": ["actions", "mesures", "étapes", "revendications", "réformes", "propositions"],
    "es": ["acciones", "medidas", "demandas", "reformas", "propuestas", "prioridades"],
    "pt": ["ações", "medidas", "reivindicações", "reformas", "propostas", "mudanças"],
}
ITEMS = {
    "en": ("Repeal section 12 of the Press Act", "Publish the budget of each hospital"),
    "fr": ("Abroger l'article 12 de la loi sur la presse", "Publier le budget de chaque hôpital"),
    "es": ("Derogar el artículo 12 de la ley de prensa", "Publicar el presupuesto de cada hospital"),
    "pt": ("Revogar o artigo 12 da lei de imprensa", "Publicar o orçamento de cada hospital"),
}


@pytest.mark.parametrize(("language", "stem"), [(one, stem) for one in STEMS for stem in STEMS[one]])
def test_any_noun_of_what_is_to_be_done_announces_a_list(language: str, stem: str) -> None:
    """Measures, steps, reforms: with the words that say that they are wanted."""
    for noun in NOUNS[language]:
        line = stem.format(noun)
        found = texts(language, f"p|{line[:1].upper()}{line[1:]}", *(f"-|{one}." for one in ITEMS[language]))
        assert found == list(ITEMS[language]), line


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("en", "Our demands are known. Among them are:"),
        ("fr", "Nos revendications sont connues. Parmi elles figurent :"),
        ("es", "Nuestras demandas son conocidas. Entre ellas están:"),
        ("pt", "As nossas reivindicações são conhecidas. Entre elas estão:"),
        ("es", "Algunas de nuestras demandas:"),
        ("pt", "Algumas das nossas propostas:"),
        ("es", "Nuestras demandas, según el documento entregado, son:"),
    ],
)
def test_a_list_is_ours_whatever_stands_around_our(language: str, stem: str) -> None:
    """The noun in the sentence before, "some of our", "as the document says"."""
    assert texts(language, f"p|{stem}", *(f"-|{one}." for one in ITEMS[language])) == list(ITEMS[language])


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("fr", "Pour le ministre, les mesures prises sont :"),
        ("es", "Según el ministro, las demandas son:"),
        ("en", "The Committee made the following recommendations:"),
        ("pt", "Segundo o ministro, as propostas são:"),
    ],
)
def test_a_list_of_others_is_not_ours(language: str, stem: str) -> None:
    """Whoever else announces it."""
    assert texts(language, f"p|{stem}", *(f"-|{one}." for one in ITEMS[language])) == []


THINGS = {
    "en": ("We demand:", "Equal pay for women and men", "Free buses for all pupils"),
    "fr": ("Nous demandons :", "Égalité salariale pour toutes", "Gratuité des transports scolaires"),
    "es": ("Exigimos:", "Igualdad salarial entre mujeres y hombres", "Transporte gratuito para el alumnado"),
    "pt": ("Exigimos:", "Igualdade salarial entre mulheres e homens", "Transporte gratuito para os alunos"),
}
AFTER = {
    "en": "The families of the pupils wait.",
    "fr": "Les familles attendent.",
    "es": "Las familias esperan.",
    "pt": "As famílias esperam.",
}


@pytest.mark.parametrize("language", THINGS)
@pytest.mark.parametrize("end", [".", ""])
def test_things_right_below_a_colon_need_no_mark(language: str, end: str) -> None:
    """Lines without a bullet, as copying from a page leaves them; the line after them is not one."""
    stem, *things = THINGS[language]
    lines = [f"p|{stem}", *(f"p|{one}{end}" for one in things)]
    assert texts(language, *lines, f"p|{AFTER[language]}") == things
    assert texts(language, *lines, "p|Ana Lima, director") == things


def test_a_charter_says_what_to_do_at_any_length() -> None:
    """Actions that open lists of their parts, and long ones, count with the others."""
    lines = ["h|Charte des déplacements"]
    for theme in ("Sécurité", "Confort", "Transports"):
        lines += [
            f"h|{theme}",
            "-|Entretenir les pistes : nettoyage, peinture, panneaux.",
            "-|Garantir une largeur de deux mètres, " + "et des bordures basses, " * 12 + "partout.",
            "-|Mettre en place des rampes dans les gares.",
            "-|Équiper les bus pour le transport des vélos.",
        ]
    assert len(texts("fr", *lines)) == 12


TITLES = {
    "en": ("Our demands", "We are forty groups.", "Health", "Who we are"),
    "fr": ("Nos revendications", "Nous sommes quarante groupes.", "Santé", "Qui nous sommes"),
    "es": ("Nuestras demandas", "Somos cuarenta grupos.", "Salud", "Quiénes somos nosotros"),
    "pt": ("As nossas reivindicações", "Somos quarenta grupos.", "Saúde", "Quem somos nós"),
}


@pytest.mark.parametrize("language", TITLES)
def test_below_the_themes_of_our_demands_things_are_asked_for(language: str) -> None:
    """The title says that they are demands; a heading that speaks of the authors names no theme."""
    title, intro, theme, about = TITLES[language]
    things = THINGS[language][1:]
    items = [f"-|{one}" for one in things]
    lines = [f"h|{title}", f"p|{intro}", f"h|{theme}", f"p|{AFTER[language]}", *items]
    assert texts(language, *lines) == list(things)
    assert texts(language, *lines, f"h|{about}", items[0]) == list(things)
    plain = (f"h|{theme}", f"p|{intro}", f"h|{theme}", f"p|{AFTER[language]}", items[0])
    assert texts(language, *plain) == []


DEEDS = {
    "en": ("The release of all prisoners of conscience", "The situation of prisoners in the north"),
    "fr": ("La libération de tous les détenus d'opinion", "La situation des détenus dans le nord"),
    "es": ("La liberación de todos los presos de conciencia", "La situación de los presos en el norte"),
    "pt": ("A libertação de todos os presos de consciência", "A situação dos presos no norte"),
}


@pytest.mark.parametrize("language", DEEDS)
def test_a_paragraph_of_demands_may_be_an_action_by_its_noun(language: str) -> None:
    """With its article and without a mark; a noun that only names how things are asks for nothing."""
    action, fact = DEEDS[language]
    lines = (f"h|{TITLES[language][0]}", f"p|{action}.", f"p|{fact}.", f"p|{AFTER[language]}")
    assert texts(language, *lines) == [action]
