"""Where a demand begins and ends: behind what stands in front of it, before what is only said about it."""

from __future__ import annotations

import re

import pytest

from .forms import texts

HEADINGS = {
    "en": "Recommendations",
    "es": "Recomendaciones",
    "fr": "Recommandations",
    "pt": "Recomendações",
    "zh": "建议",
}

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
    # Calls of notes that have become characters.
    ("en", "[States should establish oversight].[11] [The police should have access to all files]."),
    ("en", "[States should establish oversight].¹² [The police should have access to all files]."),
    ("en", "[States should establish oversight]. [^4] [The police should have access to all files]."),
    ("en", "[States should establish oversight].(11) [The police should have access to all files]."),
    ("en", "[States should establish oversight].[iv][v] [The police should have access to all files]."),
    ("en", "[The police should have access to all files] [16]."),
    ("en", "[The State should use less than 10 km²]."),
    ("en", "[Use grade [a] or [b]]."),
    ("fr", "[L'État doit abroger la loi]¹. [L'État doit publier la liste].²"),
    ("zh", "[政府应当废除死刑制度]。[3][政府应当公布名单]。[^4]"),
    # Rows in front, an actor behind them; a thing described by several "that".
    (
        "en",
        "In order to ensure the safety, health and rights of workers, and in view of the risks, [the State should not "
        "lock the doors].",
    ),
    ("es", "Exigimos [un fondo que pague las obras; que dure diez años; que sea público]."),
    ("fr", "Nous exigeons [un fonds qui paie les travaux ; qui dure dix ans]."),
    ("es", "Exigimos al Gobierno que [pague las obras]; que [publique la lista]."),
    # A condition belongs to the demand; an obligation inside of it is none.
    ("es", "[Cuando la policía detenga a un menor, debe avisar a la familia]."),
    ("pt", "[Quando a polícia detiver um menor, deve avisar a família]."),
    ("en", "[Where the State must act, the Ministry should publish its reasons]."),
    ("en", "When the police must intervene, families wait."),
    ("fr", "Quand l'État doit intervenir, les familles attendent."),
    ("fr", "Les crues ont commencé, si bien que [la digue doit être relevée]."),
    # What would be is no demand.
    ("es", "Derogar el acuerdo salvaría millones de vidas."),
    ("pt", "Revogar o acordo salvaria milhões de vidas."),
    ("fr", "Abroger l'accord sauverait des millions de vies."),
]


@pytest.mark.parametrize(("language", "line"), SENTENCES)
def test_a_demand_begins_and_ends_where_what_is_to_be_done_does(language: str, line: str) -> None:
    bare = line
    for text in _marked(line):
        bare = bare.replace(f"[{text}]", text)
    assert texts(language, f"h|{HEADINGS[language]}", f"p|{bare}") == _marked(line)


def _marked(line: str) -> list[str]:
    """What stands between the marks; "[11]", "[^4]", "[iv]" and "[a]" are notes or words."""
    return re.findall(r"\[((?:\[[a-z]\]|[^\[\]]){7,}?)\]", line)
