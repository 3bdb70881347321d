"""What a statement asks stays the same if sections and paragraphs that ask for nothing stand between its own."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from pipeline.extract import find
from pipeline.models.passages import Kind, Passage, Run
from pipeline.models.states import find_state
from pipeline.problems import Place
from tests.extract.test_golden import GOLDEN, marked, passages_of

BETWEEN = {
    "en": {
        "neutral": ("h|Our association", "p|The association was founded in 1990 and works in twelve towns."),
        "told": (
            "h|The last review", "p|The Committee had recommended the following:", "-|establish safeguards;",
            "-|adopt technical measures.",
        ),
        "law": ("h|The law", "p|The law provides that:", "-|every register is public;", "-|it is kept by an office."),
        "figures": ("h|Some figures", "-|Twelve towns have a clinic.", "-|The bus runs twice a day."),
        "said": ("p|In her statement the teacher said:", "q|We waited for a year."),
    },
    "fr": {
        "neutral": ("h|Notre association", "p|L'association a été fondée en 1990 et travaille dans douze villes."),
        "told": (
            "h|Le dernier examen", "p|Le Comité avait recommandé ce qui suit :", "-|établir des garanties ;",
            "-|adopter des mesures techniques.",
        ),
        "law": ("h|La loi", "p|La loi prévoit que :", "-|chaque registre est public ;", "-|un office le tient."),
        "figures": ("h|Quelques chiffres", "-|Douze villes ont une clinique.", "-|Le bus passe deux fois par jour."),
        "said": ("p|Dans sa déclaration l'institutrice a dit :", "q|Nous avons attendu un an."),
    },
    "es": {
        "neutral": ("h|Nuestra asociación", "p|La asociación fue fundada en 1990 y trabaja en doce ciudades."),
        "told": (
            "h|El último examen", "p|El Comité había recomendado lo siguiente:", "-|establecer garantías;",
            "-|adoptar medidas técnicas.",
        ),
        "law": ("h|La ley", "p|La ley dispone que:", "-|todo registro es público;", "-|lo lleva una oficina."),
        "figures": ("h|Algunas cifras", "-|Doce ciudades tienen una clínica.", "-|El autobús pasa dos veces al día."),
        "said": ("p|En su declaración la maestra dijo:", "q|Esperamos un año."),
    },
}  # fmt: skip
GROUPED = {
    "en": ("h|Recommendations on data", "h|Transparency", "p|Every contract should be published by the Government.",
           "h|Security", "p|The Government must protect the data.", "h|Access", "p|Access must be restricted by law."),
    "fr": ("h|Recommandations sur les données", "h|Transparence",
           "p|Tout contrat devrait être publié par le Gouvernement.", "h|Sécurité",
           "p|Le Gouvernement doit protéger les données.", "h|Accès", "p|L'accès doit être limité par la loi."),
    "es": ("h|Recomendaciones sobre datos", "h|Transparencia",
           "p|Todo contrato debería ser publicado por el Gobierno.", "h|Seguridad",
           "p|El Gobierno debe proteger los datos.", "h|Acceso", "p|El acceso debe limitarse por ley."),
}  # fmt: skip
"""Demands in groups below one title: three of them."""
KINDS = {"h": Kind.HEADING, "p": Kind.PARAGRAPH, "q": Kind.QUOTATION, "-": Kind.LIST_ITEM}


def block(lines: tuple[str, ...], level: int) -> list[Passage]:
    """Passages of the lines; a heading stands at `level`."""
    made = []
    for line in lines:
        mark, _, text = line.partition("|")
        depth = level if mark == "h" else int(mark == "-")
        made.append(Passage(KINDS[mark], (Run(text),), level=depth, marker="-" if mark == "-" else ""))
    return made


def places(passages: tuple[Passage, ...], section: bool) -> Iterator[int]:
    """Where a section may be put in: before a heading that does not stand right below another; or a paragraph,
    between two that end as paragraphs do."""
    for number in range(1, len(passages)):
        before, after = passages[number - 1], passages[number]
        if section:
            if after.kind is Kind.HEADING and before.kind is not Kind.HEADING:
                yield number
        elif before.kind is after.kind is Kind.PARAGRAPH and before.text.rstrip()[-1:] in ".!?":
            yield number


def asked(passages: Sequence[Passage], language: str, code: str) -> list[str]:
    numbered = [replace(one, place=Place(paragraph=number)) for number, one in enumerate(passages, 1)]
    return [one.text for one in find(numbered, language, find_state(code)).recommendations]


@functools.cache
def asked_as_it_is(name: str) -> list[str]:
    """What a statement asks with nothing between its sections, for all that is then put there."""
    path, language, code, _ = marked(name)
    return asked(passages_of(path), language, code)


def cases() -> list[tuple[str, str]]:
    names = sorted(path.stem for path in GOLDEN.glob("*.txt"))
    return [(name, kind) for name in names if marked(name)[1] in BETWEEN for kind in BETWEEN["en"]]


@pytest.mark.parametrize(("name", "kind"), cases())
def test_what_stands_between_two_sections_changes_neither(name: str, kind: str) -> None:
    path, language, code, _ = marked(name)
    passages, whole = passages_of(path), asked_as_it_is(name)
    lines = BETWEEN[language][kind]
    for number in places(passages, lines[0].startswith("h|")):
        inner = block(lines, passages[number].level or 2)
        assert asked([*passages[:number], *inner, *passages[number:]], language, code) == whole, number


@pytest.mark.parametrize("language", GROUPED)
@pytest.mark.parametrize("kind", ["told", "said"])
def test_what_is_told_between_groups_of_demands_changes_no_group(language: str, kind: str) -> None:
    passages = tuple(block(GROUPED[language], 2))
    whole = asked(list(passages), language, "CU")
    assert len(whole) == 3
    lines = BETWEEN[language][kind]
    for number in (3, 5):
        inner = block(lines if kind == "said" else lines[1:], 2)
        assert asked([*passages[:number], *inner, *passages[number:]], language, "CU") == whole, number
