"""Where a demand begins and ends: behind what stands in front of it, before what is only said about it."""

from __future__ import annotations

import re

import pytest

from .forms import texts

HEADINGS = {"en": "Recommendations", "es": "Recomendaciones", "fr": "Recommandations", "pt": "Recomendações"}

SENTENCES = [
    # An aside behind the subject; Portuguese "a" is "the" here and "to" elsewhere.
    ("pt", "[A qualidade das casas, por sua vez, deve assegurar a segurança dos moradores]."),
    ("pt", "A partir de hoje, [o Ministério deve publicar a lista]."),
    # Whole rows and clauses in front.
    ("fr", "Pour la collecte des données, qui est volontaire, [un accord clair et séparé doit être obtenu]."),
    (
        "fr",
        "En matière de droits des élus, de lisibilité des textes ou de lutte contre les conflits, [il est important "
        "que les noms soient rendus publics].",
    ),
    ("es", "En la vega, en los montes y en la costa, [se deben prohibir las obras en primavera]."),
    (
        "en",
        "As the data contain more than is needed, [the Ministry should order measures that reduce the risk].",
    ),
    ("es", "Ya que los datos son más de los necesarios, [el Ministerio debe ordenar medidas]."),
    # What is said about the demand behind it.
    ("en", "[The costs must be included in assessments] as they may add to the burden of the families."),
    ("en", "[The State should decide as they may require]."),
    ("en", "[Publish the lists every month], this way people know where to go."),
    ("es", "Es necesario [revisar el reglamento], y esta es la principal demanda de la plataforma."),
    ("es", "[Publicar las listas cada mes], de esta forma las familias saben a dónde ir."),
    ("pt", "[Publicar as listas todos os meses], dessa forma as famílias sabem aonde ir."),
    ("fr", "[Publier les listes chaque mois], de cette manière les familles savent où aller."),
    ("fr", "Nous demandons au ministère de [publier les listes], et c'est notre première demande."),
    ("pt", "[O Governo deve explicar ao Comité, que acompanha a Convenção, como é que permitiu a marcha]."),
    # References in brackets are no statements: "12 bis A" has no "a" (has) in it.
    ("fr", "[Réviser les dispositions sur les marchés (articles 4, 12 bis A et 12 bis B)]."),
    # Parts between semicolons that only go on.
    ("es", "[Publicación del presupuesto; de las plantillas; del registro de viajes]."),
    ("pt", "[Publicação do orçamento; dos quadros; das viagens]."),
    ("fr", "[Publication du budget ; des effectifs ; de la liste des voyages]."),
    ("fr", "[Ratifier la convention] ; [publier la liste des puits]."),
    ("en", "[The plan should include a hierarchy; with walking at the very top]."),
]


@pytest.mark.parametrize(("language", "line"), SENTENCES)
def test_a_demand_begins_and_ends_where_what_is_to_be_done_does(language: str, line: str) -> None:
    bare = line.replace("[", "").replace("]", "")
    assert texts(language, f"h|{HEADINGS[language]}", f"p|{bare}") == re.findall(r"\[(.*?)\]", line)
