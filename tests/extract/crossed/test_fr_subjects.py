"""French, crossed: whose demands a heading lists, and what must be done with whatever stands as a subject."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ITEMS = ["Abroger l'article 12 de la loi sur la presse", "Publier chaque année le budget de chaque hôpital"]
HEADINGS = [
    "Nos revendications pour les jeunes",
    "Revendications du forum des jeunes",
    "Recommandations de la Ligue des familles",
    "Engagements attendus",
    "Mesures d'urgence",
    "Nos mots d'ordre",
    "Priorités syndicales",
    "Cahier revendicatif",
    "Que demandent les syndicats ?",
    "Vœu",
    "Solutions",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_demands(heading: str) -> None:
    """Whatever it is called, and whomever the demands are for."""
    assert texts("fr", f"h|{heading}", *(f"-|{one}." for one in ITEMS)) == ITEMS


def test_demands_of_people_are_told_of() -> None:
    """The heading says whose they are, and nobody says "we"."""
    assert texts("fr", "h|Revendications des étudiants", *(f"-|{one}." for one in ITEMS)) == []


@pytest.mark.parametrize(
    "thing",
    [
        "Lutte contre les discriminations à l'embauche",
        "Temps de préparation pour les employés",
        "Sanctions systématiques contre le harcèlement sexuel",
    ],
)
def test_a_bare_thing_below_a_theme(thing: str) -> None:
    """A paragraph without a mark that is no more than a thing asked for."""
    assert texts("fr", "h|Nos revendications", f"p|{thing}") == [thing]


SUBJECTS = [
    ("Chaque district", "doit disposer d'un budget"),
    ("Toute victime", "doit disposer d'un droit de recours"),
    ("Les réfugiés", "doivent disposer de moyens"),
    ("Tous les élèves", "doivent enfin être protégés"),
    ("Ces familles", "doivent enfin bénéficier d'une aide"),
    ("L'égalité salariale", "doit être garantie"),
    ("Les droits d'inscription à l'université", "devraient être gratuits"),
    ("Ce rapport", "doit être publié"),
    ("Cette lettre", "doit être rendue publique"),
]


@pytest.mark.parametrize(("subject", "must"), SUBJECTS)
def test_what_must_be_done(subject: str, must: str) -> None:
    """The subject belongs to it."""
    assert texts("fr", f"p|Les chiffres sont connus. {subject} {must}.") == [f"{subject} {must}"]


@pytest.mark.parametrize(
    "text", ["L'égalité doit être défendue.", "Les droits de l'homme doivent être respectés."]
)
def test_a_principle_demands_nothing(text: str) -> None:
    """Values alone."""
    assert texts("fr", f"p|{text}") == []
