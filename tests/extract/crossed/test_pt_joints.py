"""Portuguese: two demands in a sentence, asides at its joints, colons, long subjects; and what demands nothing."""

from __future__ import annotations

import re

import pytest

from tests.extract.forms import texts

MARKED = [
    "Instamos o Governo a [libertar os presos] e o Parlamento a [revogar a lei].",
    "Pedimos ao Governo que [liberte os presos]; ao Parlamento, que [revogue a lei]; à polícia, que [cesse a violência].",
    "Exigimos - e não é a primeira vez - [a revogação do decreto].",
    "Exigimos, junto do Ministério, [a revogação do decreto].",
    "É urgente, a nosso ver, [revogar o decreto].",
    "Cabe, agora, ao Governo [revogar o decreto].",
    "A solução é simples: [revogar o decreto].",
    "Dizemos ao Governo: [revogue o decreto].",
    "[As mulheres grávidas devem ter consultas gratuitas].",
    "[O mercado deve reabrir].",
]

IDLE = [
    "Qualquer manifestação deve ser comunicada à câmara com dois dias de antecedência.",
    "O formulário deve ser assinado pelo requerente.",
    "Os pedidos devem ser entregues até 30 de junho.",
    "As inscrições devem ser feitas na secretaria.",
    "A educação deve ser um direito de todos.",
    "A democracia deve ser defendida todos os dias.",
    "Precisamos de mais união entre nós.",
    "Queremos paz.",
    "Exortamos os jovens a votar.",
    "Pedimos o seu voto.",
    "Pedimos que partilhe esta carta.",
    "O preço deve subir em janeiro.",
    "O relatório deve ser publicado em junho, disse o ministro.",
    "A decisão deve sair na próxima semana.",
    "O julgamento deve começar em março.",
    "Deve tratar-se de um engano.",
    "O processo deve durar dois anos.",
    "Não é preciso pagar a matrícula.",
    "Não é necessário apresentar documentos.",
    "Continuaremos a exigir justiça.",
    "Iremos pedir uma audiência ao ministro.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_what_is_asked_between_joints(marked: str) -> None:
    plain = marked.replace("[", "").replace("]", "")
    assert texts("pt", "p|Somos uma rede.", f"p|{plain}") == re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize("told", IDLE)
def test_what_demands_nothing(told: str) -> None:
    assert texts("pt", "p|Somos uma rede.", f"p|{told}") == []
