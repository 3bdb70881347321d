"""Portuguese, crossed: whoever asks, with whatever verb, of whomever, above whatever list, the same is found."""

from __future__ import annotations

import pytest

from tests.extract.forms import found, texts

ACTION, WISH = "ratificar a Convenção contra a Tortura", "ratifique a Convenção contra a Tortura"

TO_WHOM = ["ao Governo de Cuba", "às autoridades cubanas", "ao Estado", "ao seu Governo", "à Polícia"]
WHOM = ["o Governo de Cuba", "as autoridades cubanas", "o Estado", "a Polícia"]

ASKING = [
    "Permitimo-nos recomendar",
    "Vimos solicitar",
    "É recomendado",
    "Por isso é que pedimos",
    "Solicitamos respeitosamente",
    "A Rede de Mulheres reitera a sua recomendação",
    "A Rede de Mulheres reitera o pedido",
    "A Rede de Mulheres roga",
    "CONECTAS lança um apelo",
]
URGING = [
    "Incentivamos",
    "Seguimos exortando",
    "Queremos exortar",
    "CONECTAS encoraja",
    "A Rede de Mulheres incentiva",
    "A Rede de Mulheres continua a instar",
]


@pytest.mark.parametrize("verb", ASKING)
def test_whatever_the_verb_of_asking(verb: str) -> None:
    """What is asked is the same of a government, a State by name, or those who govern."""
    for whom in TO_WHOM:
        assert texts("pt", f"p|{verb} {whom} que {WISH}.") == [WISH]


@pytest.mark.parametrize("verb", URGING)
def test_whatever_the_verb_of_urging(verb: str) -> None:
    """The same with verbs whose object is who should act."""
    for whom in WHOM:
        assert texts("pt", f"p|{verb} {whom} a {ACTION}.") == [ACTION]


@pytest.mark.parametrize("words", ["Pedimos", "Apelamos", "Solicitamos"])
def test_an_infinitive_with_para(words: str) -> None:
    """As Portuguese is written in Portugal and Africa."""
    for whom in ("ao Governo", "ao Parlamento", "às autoridades"):
        assert texts("pt", f"p|{words} {whom} para {ACTION}.") == [ACTION]


ONE = [
    "CONECTAS",
    "A Comissão Pastoral da Terra",
    "O Movimento pela Paz",
    "A Fundação para o Devido Processo",
    "A Ordem dos Advogados",
    "Esta coalizão",
    "A Rede de Mulheres, que trabalha em sete estados,",
    "CONECTAS, por meio deste relatório,",
    "É por isso que CONECTAS",
    "Em matéria de prisões, a Pastoral Carcerária",
    "Ainda que reconheça avanços, a Rede de Mulheres",
    "Senhor Presidente, CONECTAS",
]
SEVERAL = [
    "CONECTAS e a Rede de Mulheres",
    "As organizações que subscrevem este relatório",
    "As autoras deste relatório",
    "As organizações participantes",
    "As autoridades indígenas do vale",
    "As entidades abaixo-assinadas",
]


@pytest.mark.parametrize(("who", "m"), [*((who, "") for who in ONE), *((who, "m") for who in SEVERAL)])
def test_whoever_asks(who: str, m: str) -> None:
    """By name, by what the text calls its authors, behind a greeting or an aside, behind facts."""
    for lead in ("", "A lei foi aprovada em 2019. "):
        assert texts("pt", f"p|{lead}{who} insta{m} Cuba a {ACTION}.") == [ACTION]
        assert texts("pt", f"p|{lead}{who} recomenda{m} que Cuba {WISH}.") == [f"Cuba {WISH}"]
    items = (f"-|{ACTION};", "-|abolir a pena de morte.")
    assert texts("pt", f"p|{who} recomenda{m} ao Estado:", *items) == [ACTION, "abolir a pena de morte"]


FIRST, SECOND, THIRD = "Permitir o trabalho da imprensa", "Reunir dados sobre o ódio", "Fazer um censo"


@pytest.mark.parametrize(
    "line",
    [
        "p|É necessário:",
        "p|Urge:",
        "p|Sugerem-se as seguintes recomendações:",
        "p|Esperamos que os Estados recomendem a Cuba:",
        "p|Ao Estado cubano:",
        "p|Às autoridades cubanas:",
        "p|Ao Estado examinado:",
        "p|Passos a seguir:",
        "p|Nossas recomendações são apresentadas a seguir.",
        "h|Ações urgentes",
        "h|O caminho a seguir",
    ],
)
def test_a_list_below_whatever_opens_it(line: str) -> None:
    """Also behind facts, and with any mark."""
    for mark in ("-", "•", "1."):
        items = [f"{mark}|{one}." for one in (FIRST, SECOND, THIRD)]
        assert texts("pt", "p|A lei foi feita em 1960.", line, *items) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("line", ["h|Recomendações", "p|Ao Governo:", "p|Reivindicamos:"])
def test_items_that_name_a_thing_or_a_wish(line: str) -> None:
    """With an article, or with 'que' and people as the object."""
    for items in (
        ["A libertação dos jornalistas presos", "O fim da censura"],
        ["Que liberte os jornalistas presos", "Que ouça os sindicatos"],
    ):
        assert texts("pt", "p|A lei foi feita em 1960.", line, *(f"-|{one}." for one in items)) == items


@pytest.mark.parametrize("need", ["É necessário", "É urgente", "Urge"])
@pytest.mark.parametrize(
    "deed",
    [
        "cumprir as recomendações do Comité contra a Tortura",
        "reformar o Código Penal em conformidade com o Pacto",
        "o fim da repressão",
        "o cumprimento das sentenças",
    ],
)
def test_what_is_necessary(need: str, deed: str) -> None:
    """It is asked of the State, whoever else is named in it."""
    assert texts("pt", f"p|A situação é grave. {need} {deed}.") == [deed]


@pytest.mark.parametrize(
    "line",
    [
        "A CIDH recomenda ao Estado {action}.",
        "As vítimas exigem que o Estado {wish}.",
        "Os familiares pedem ao Estado para {action}.",
        "No nosso relatório anterior recomendámos ao Estado {action}.",
        "A Rede de Mulheres recomendou em 2019 ao Estado {action}.",
        "Durante anos, as organizações exigiram ao Estado {action}.",
        "Segundo a Constituição, o Estado deve {action}.",
        "As pessoas com deficiência devem pagar pelo transporte.",
        "O Estado deve milhões aos professores.",
        "Isto deve-se à falta de orçamento.",
    ],
)
def test_what_others_ask_or_was_asked_before_is_not_taken(line: str) -> None:
    """Nor what the law says, what people bear, what is owed."""
    for lead in ("", "Trabalhamos em Cuba desde 2001. "):
        assert texts("pt", f"p|{lead}{line.format(action=ACTION, wish=WISH)}") == []


@pytest.mark.parametrize(
    "line",
    [
        "p|Cuba aceitou as seguintes recomendações:",
        "p|A lei obriga o Estado a:",
        "p|No nosso relatório anterior recomendámos ao Estado:",
        "p|As vítimas exigem:",
        "h|Recomendações do ciclo anterior",
        "h|Recomendações não implementadas",
    ],
)
def test_a_list_of_what_was_recommended_before_is_not_taken(line: str) -> None:
    """Nor one of what the law says or others demand."""
    assert texts("pt", line, *(f"-|{one}." for one in (FIRST, SECOND, THIRD))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Agradeceríamos que a sua delegação recomendasse a Cuba",
        "Pedimos que se recomende a Cuba",
        "Solicitamos que seja recomendado ao Estado cubano",
        "A Rede de Mulheres convida os Estados a recomendar a Cuba",
    ],
)
def test_what_is_to_be_passed_on(words: str) -> None:
    """It is asked of the State that it is recommended to, in whatever form."""
    assert texts("pt", f"p|{words} que {WISH}.") == [WISH]
    assert texts("pt", f"p|A lei é antiga. {words} {ACTION}.") == [ACTION]


OTHERS = {
    "ao Comité contra a Tortura": "un_body",
    "aos Estados membros": "other_state",
    "aos demais Estados": "other_state",
    "às multinacionais": "company",
    "ao Banco Mundial": "other",
}


@pytest.mark.parametrize("whom", OTHERS)
def test_who_is_meant(whom: str) -> None:
    """Banks of States are no companies, other States are no authorities at home."""
    section = (f"h|Recomendações {whom}", f"-|{FIRST}.")
    for lines in ((f"p|Pedimos {whom} que {WISH}.",), section):
        (one,) = found("pt", *lines).set_aside
        assert one.recommendation.addressee.value == OTHERS[whom]
