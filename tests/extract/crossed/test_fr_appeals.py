"""French, crossed: calls, exigences and demands made again by organisations, in other words."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

THING = "la libération des détenus"
ACT = "libérer les détenus"


@pytest.mark.parametrize("who", ["La Ligue", "L'association Espoir", "Le collectif des parents"])
@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("lance un appel à", THING),
        ("réitère son appel à", THING),
        ("maintient sa revendication :", THING),
        ("exige avec force", THING),
        ("exige sans délai", THING),
        ("milite pour", THING),
        ("met le gouvernement en demeure de", ACT),
        ("insiste auprès du gouvernement pour", ACT),
        ("réitère son appel au gouvernement à", ACT),
    ],
)
def test_an_organisation_asks(who: str, words: str, want: str) -> None:
    """The thing or the action alone is the demand."""
    assert texts("fr", f"p|Trois personnes sont en prison. {who} {words} {want}.") == [want]


def test_a_call_to_the_population_is_none() -> None:
    """Whom it is made to decides."""
    assert texts("fr", "p|La Ligue lance un appel à la population.") == []
