"""Portuguese: two demands in a sentence, asides at its joints, colons, long subjects; what demands nothing."""

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
    "Espera-se das autoridades [uma investigação rigorosa].",
    "É fundamental [ouvir as comunidades antes de qualquer obra].",
    "[O Congresso não pode aprovar esse projeto].",
    "[A PGR deve investigar os casos de tortura].",
    "[Tem de haver intérpretes nos tribunais].",
    "Há que se [criar um provedor da criança].",
    "Reitera-se a necessidade de [criar um provedor].",
    "Reitera-se o pedido de [criação de um provedor].",
    "Pedimos apenas que [o Governo cumpra a lei].",
    "Solicitamos-lhe [a reabertura da escola].",
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
    "É necessário pagar a taxa no balcão.",
    "É necessário apresentar o bilhete de identidade.",
    "É preciso subornar para conseguir uma consulta.",
    "É preciso definir o que é violência.",
    "É preciso registar o filho no posto, mas o posto fica longe.",
    "É preciso ir ao tribunal três vezes.",
    "A prisão deve fechar em 2027, anunciou o Governo.",
    "As reclusas pedem água e comida.",
    "Uma mãe pede que lhe devolvam o filho.",
    "Muitas mulheres exigem que o agressor saia de casa.",
    "A escola precisa de obras.",
    "Cabe ao doente pagar a consulta.",
    "Não cabe ao Governo decidir quem é jornalista.",
    "Insistimos nos mesmos erros.",
    "A nossa prioridade é a formação dos membros.",
    "Este livro merece ser lido.",
    "A investigação é uma prioridade do instituto.",
    "Chamamos a atenção para o problema.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_what_is_asked_between_joints(marked: str) -> None:
    plain = marked.replace("[", "").replace("]", "")
    assert texts("pt", "p|Somos uma rede.", f"p|{plain}") == re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize("told", IDLE)
def test_what_demands_nothing(told: str) -> None:
    assert texts("pt", "p|Somos uma rede.", f"p|{told}") == []
