"""What a treaty says is told; that somebody has obligations under it is only the reason of a demand."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

MUST = {
    "fr": "le Gouvernement doit abroger l'article 12",
    "es": "el Gobierno debe derogar el artículo 12",
    "pt": "o Governo deve revogar o artigo 12",
}
OBLIGED = {
    "fr": [
        "Conformément à ses obligations au titre du Pacte",
        "Conformément à ses engagements découlant de la Convention",
        "En vertu de ses obligations internationales découlant du Pacte",
    ],
    "es": [
        "De conformidad con sus obligaciones en virtud del Pacto",
        "Conforme a los compromisos asumidos en la Convención",
        "De acuerdo con sus propias obligaciones en virtud de la Convención",
    ],
    "pt": [
        "De acordo com as suas obrigações ao abrigo do Pacto",
        "Conforme os compromissos assumidos na Convenção",
        "De acordo com as suas obrigações nos termos da Convenção",
    ],
}
LAW = {
    "fr": ["En vertu de la Convention", "Conformément à la loi"],
    "es": ["En virtud de la Convención", "De conformidad con la ley"],
    "pt": ["De acordo com a Convenção", "Nos termos da lei"],
}


@pytest.mark.parametrize(("language", "front"), [(one, front) for one in OBLIGED for front in OBLIGED[one]])
def test_obligations_under_a_treaty_are_the_reason_of_a_demand(language: str, front: str) -> None:
    """The authors hold them against the State."""
    assert texts(language, f"p|{front}, {MUST[language]}.") == [MUST[language]]


@pytest.mark.parametrize(("language", "front"), [(one, front) for one in LAW for front in LAW[one]])
def test_what_a_treaty_or_a_law_lays_down_is_told(language: str, front: str) -> None:
    """It asks for nothing new."""
    assert texts(language, f"p|{front}, {MUST[language]}.") == []
