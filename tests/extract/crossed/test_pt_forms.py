"""Portuguese: forms that other languages had and it lacked; fronts and ends of sentences, crossed with verbs."""

from __future__ import annotations

import re

import pytest

from tests.extract.forms import texts

MARKED = [
    '[No artigo 12.º, eliminar a expressão "ordem pública"].',
    "Contamos com o Governo para [reabrir a escola].",
    "Contamos que [o Ministério cumpra a promessa e abra o hospital].",
    "Desejamos que [o Parlamento reveja a lei das terras].",
    "As nossas recomendações são as seguintes. Primeiro, [o Governo deve revogar o decreto].",
    "[O Governo tem o dever de garantir água a todas as aldeias].",
    "[O Governo não pode continuar a ignorar as comunidades do norte].",
    "[A escola não pode fechar].",
    "[A lei não pode ser aprovada nestes termos].",
    "[Os responsáveis não podem ficar impunes].",
    "[O Ministério faria bem em publicar os dados].",
    "[A câmara ganharia em consultar os moradores].",
    "[Este decreto merece ser revogado].",
    "É mais do que urgente [aprovar a lei de terras].",
    "É mais que tempo de [aprovar a lei de terras].",
    "É da responsabilidade do Governo [garantir a segurança dos jornalistas].",
    "Precisa-se de [uma lei de protecção de testemunhas].",
    "Há uma necessidade urgente de [reformar a polícia].",
    "Existe uma necessidade urgente de [proteger as testemunhas].",
    "[A ratificação da Convenção continua a ser uma prioridade].",
    "[A aprovação da lei contra a violência doméstica não pode esperar].",
    "A prioridade é [reabrir a escola].",
    "A prioridade deve ser [reabrir a escola].",
    "A nossa prioridade é [a reabertura da escola].",
    "O que se exige é [a demissão do director].",
    "Roga-se às autoridades que [libertem os detidos].",
    "Deixamos aqui o nosso apelo: [libertem os detidos].",
    "Apelamos à [libertação dos detidos].",
    "Apelamos ao [fim da violência policial].",
    "Alertamos o Governo para a necessidade de [criar um fundo].",
    "Alertamos para a necessidade de [criar um fundo].",
    "Chamamos a atenção do Governo para a urgência de [criar um fundo].",
    "Reafirmamos a necessidade urgente de [criar um fundo].",
    "Desafiamos o Governo a [criar um fundo].",
    "Gostávamos de ver [revogado o decreto].",
    "Ficaríamos gratos se [o Governo criasse um fundo].",
    "Com esta petição pretendemos que [o Governo repare a estrada].",
    "Pretende-se com esta petição que [o Governo repare a estrada].",
    "Pretendemos que [o Governo repare a estrada].",
    "Pelo exposto, requer a V. Exa. que se digne [determinar a reparação da estrada].",
    "Termos em que se requer [a reparação da estrada].",
    "Nestes termos, pedem deferimento.",
    "Postulamos que [o Estado crie um fundo].",
    "Vimos postular que [o Estado crie um fundo].",
    "Encarecemos ao Governo que [crie um fundo].",
    "Chamamos o Governo à responsabilidade.",
    "É vossa responsabilidade [garantir a segurança da aldeia].",
    "É vosso dever [garantir a segurança da aldeia].",
]

VERBS = [
    ("apelamos ao Governo para que ", "revogue o decreto das praças"),
    ("exortamos o Governo a ", "revogar o decreto das praças"),
    ("solicitamos ao Governo ", "a revogação do decreto das praças"),
    ("", "o Governo deve revogar o decreto das praças"),
]
FRONTS = [
    "À luz do direito internacional, ",
    "Sobre as praças, ",
    "Preocupadas com a violência, ",
    "Passados dez anos, ",
    "Acima de tudo, ",
    "Todavia, ",
    "Nomeadamente, ",
    "Visto que a violência continua, ",
    "Isto posto, ",
    "Doravante, ",
    "Do nosso ponto de vista, ",
]
TAILS = [
    ", porquanto as vendedoras vivem do seu trabalho",
    ", tendo em conta que as vendedoras vivem do seu trabalho",
    ", por ser contrário à Constituição",
    ", e é por isso que aqui estamos",
    ", e agradecemos a atenção",
    ", agradecendo desde já a atenção",
    ", mas nada mudou",
    ", e saudamos a coragem das vendedoras",
    ", tanto mais que as vendedoras vivem do seu trabalho",
    ", dada a gravidade da situação",
    ", senão não haverá paz",
    ": há dez anos que esperamos",
    " (a violência aumentou em 2024)",
    " - a violência aumentou em 2024",
]


@pytest.mark.parametrize("marked", MARKED)
def test_what_is_asked_in_a_form(marked: str) -> None:
    plain = marked.replace("[", "").replace("]", "")
    assert texts("pt", f"p|{plain}") == re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize(("verb", "action"), VERBS)
def test_what_stands_in_front_does_not_matter(front: str, verb: str, action: str) -> None:
    assert texts("pt", "p|Somos uma rede.", f"p|{front}{verb}{action}.") == [action]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize(("verb", "action"), VERBS)
def test_what_stands_behind_is_left_out(tail: str, verb: str, action: str) -> None:
    said = f"{verb}{action}"
    found = texts("pt", "p|Somos uma rede.", f"p|{said[0].upper()}{said[1:]}{tail}.")
    assert [one.lower() for one in found] == [action.lower()]
