"""Forms of demands in Portuguese running text: necessities, commands, nouns of asking, what is asked first."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Falta agora que o Governo assine o acordo.", "que o Governo assine o acordo"),
        ("Impende que o Conselho publique a tabela.", "que o Conselho publique a tabela"),
        ("O poço secou, tornando-se urgente que a Câmara abra outro.", "que a Câmara abra outro"),
        ("Essencial será dotar o posto de pessoal.", "dotar o posto de pessoal"),
        ("Indispensável, para que sirva, que o Ministério o financie.", "que o Ministério o financie"),
        ("É de abolir, sem demora, a taxa de visita.", "abolir, sem demora, a taxa de visita"),
        ("A solução passa por reabrir o cais.", "reabrir o cais"),
        ("Bem faria a Câmara em reabrir o cais.", "reabrir o cais"),
        ("Só há um caminho: revogar o despacho.", "revogar o despacho"),
        ("Está mais do que na hora de o Congresso votar o projeto.", "o Congresso votar o projeto"),
        ("Haja coragem, deputados, para revogar a taxa.", "revogar a taxa"),
        (
            "Em caso algum poderá a polícia deter menores.",
            "Em caso algum poderá a polícia deter menores",
        ),
        ("A licença não pode ser emitida sem vistoria.", "A licença não pode ser emitida sem vistoria"),
        ("O Governo andaria bem se ouvisse a ilha.", "O Governo andaria bem se ouvisse a ilha"),
    ],
)
def test_what_is_necessary(text: str, asked: str) -> None:
    """Necessities in their many words, in front and behind, and what must never be."""
    assert texts("pt", f"p|{text}") == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "Que o Ministério publique a lista até março.",
        "A operadora que reponha o balcão na vila.",
        "O velho quartel, devolva-o o Estado à vila.",
        "Seja revogado o despacho sobre as rendas.",
        "Ponha-se termo às rusgas na feira.",
        "Cumpra o Governo o acordo da ponte.",
        "Parem de multar os vendedores da praça.",
        "Nem mais uma licença sem consulta.",
    ],
)
def test_commands(text: str) -> None:
    """Commands to those who govern, with or without their name, before or behind the verb."""
    assert texts("pt", f"p|{text}") == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fica o pedido ao ministro: assine a portaria.", "assine a portaria"),
        ("Fica também a exigência de que a Câmara pague a obra.", "a Câmara pague a obra"),
        ("Endereçamos um apelo ao Parlamento para que vote a lei.", "vote a lei"),
        ("Escrevemos ao Senhor Presidente para que vete a lei.", "vete a lei"),
        ("Daí pedirmos ao Governo que pare a obra.", "pare a obra"),
        ("A gente quer que a prefeitura conserte a ponte.", "a prefeitura conserte a ponte"),
        ("Advogamos a criação de um provedor municipal.", "a criação de um provedor municipal"),
        ("Não abdicamos da abertura de um inquérito.", "da abertura de um inquérito"),
        ("Fica recomendado que o Ministério reveja a taxa.", "o Ministério reveja a taxa"),
        ("Uma ponte para a ilha: é o que pedimos.", "Uma ponte para a ilha"),
        ("O fecho do aterro, eis a nossa proposta.", "O fecho do aterro"),
        ("Pedimos uma ponte para a ilha, doa a quem doer.", "uma ponte para a ilha"),
    ],
)
def test_who_asks_says_so_otherwise(text: str, asked: str) -> None:
    """Nouns and verbs of asking that were in no list, and what closes a demand said before."""
    assert texts("pt", f"p|{text}") == [asked]


def test_two_are_told() -> None:
    """A second addressee set off by commas has its own demand."""
    both = "p|Pedimos à Câmara que abra o cais e, ao governador, que não feche a linha."
    assert texts("pt", both) == ["abra o cais", "não feche a linha"]
    assert aside("pt", "p|Fica o pedido às empresas: traduzam os avisos.") == [
        ("addressee", "traduzam os avisos")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Segundo a imprensa, a Associação exige a demissão do diretor.",
        "O relatório deve sair em setembro e deverá ter cerca de cem páginas.",
        "Para entrar é preciso comparecer no posto da Polícia.",
        "Quem quiser ver os autos deve dirigir-se à secretaria.",
        "As empresas que cumpram a lei terão acesso ao fundo.",
        "Falta água três dias por semana.",
        "O que falta é coragem.",
        "A solução do Governo é fechar a linha.",
        "Resta saber quem deu a ordem.",
        "Fica aqui o nosso agradecimento ao Comité.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    """What is told, expected, required of applicants or lacking asks for nothing."""
    assert texts("pt", f"p|{text}") == []
