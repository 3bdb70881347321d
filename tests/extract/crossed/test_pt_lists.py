"""Portuguese: headings and stems over lists, what meetings resolve, and lists that demand nothing."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ACTIONS = ["revogar o decreto das praças", "libertar as pessoas presas"]
NOUNS = ["Criação de gabinetes de apoio", "Reforço da formação dos agentes"]

OVER_ACTIONS = ["Cabe ao Governo:", "Compete ao Governo:", "Incumbe ao Ministério do Interior:"]
OVER_NOUNS = [
    "A Rede identificou como prioritárias medidas de prevenção e proteção:",
    "Aqui fica o nosso pedido:",
    "Eis as nossas propostas.",
    "Termino com três recomendações.",
    "São estas as nossas exigências.",
]
IDLE = [
    "O Comité recomendou ao Estado:",
    "Para participar, deve:",
]
SETTLED = ["O passe escolar será gratuito", "Serão construídas mil casas por ano", "A taxa é abolida"]


def listed(items: list[str], mark: str = "-") -> list[str]:
    return [f"{mark}|{one}." for one in items]


@pytest.mark.parametrize("stem", OVER_ACTIONS)
def test_actions_under_a_stem(stem: str) -> None:
    assert texts("pt", f"p|{stem}", *listed(ACTIONS)) == ACTIONS


@pytest.mark.parametrize("stem", OVER_NOUNS)
@pytest.mark.parametrize("mark", ["-", "1."])
def test_things_under_a_stem(stem: str, mark: str) -> None:
    assert texts("pt", "p|Somos uma rede.", f"p|{stem}", *listed(NOUNS, mark)) == NOUNS


@pytest.mark.parametrize("stem", IDLE)
def test_lists_that_demand_nothing(stem: str) -> None:
    assert texts("pt", "p|Somos uma rede.", f"p|{stem}", *listed(ACTIONS)) == []


@pytest.mark.parametrize("verb", ["decide", "delibera", "resolve"])
@pytest.mark.parametrize("who", ["A assembleia", "A Assembleia Municipal"])
def test_what_a_meeting_resolves_is_asked_without_its_verb(who: str, verb: str) -> None:
    lines = ["-|Recomendar ao Governo que reabra a escola.", "-|Exigir da câmara a publicação do plano."]
    idle = ["-|Saudar as famílias.", "-|Enviar a presente moção à imprensa."]
    found = texts("pt", f"p|{who} {verb}:", *lines, *idle)
    assert found == ["reabra a escola", "a publicação do plano"]


def test_what_a_list_of_demands_says_as_settled() -> None:
    assert texts("pt", "h|As nossas propostas", *listed(SETTLED)) == SETTLED


@pytest.mark.parametrize("heading", ["Recomendações da comissão de inquérito", "Conclusões do relator"])
def test_recommendations_of_others(heading: str) -> None:
    assert texts("pt", f"h|{heading}", "-|Revogar a lei de imprensa.") == []


@pytest.mark.parametrize(
    "command", ["Não deixe que isto aconteça", "Não assine o decreto", "Não feche a escola"]
)
def test_a_letter_tells_what_not_to_do(command: str) -> None:
    assert texts("pt", "p|Senhora Ministra,", f"p|A escola serve três aldeias. {command}.") == [command]
    assert texts("pt", f"p|A escola serve três aldeias. {command}.") == []


def test_colleagues_are_told_nothing() -> None:
    assert texts("pt", "p|Somos vendedoras.", "p|Às colegas dizemos: organizem-se, paguem a quota.") == []
