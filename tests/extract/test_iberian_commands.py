"""Spanish and Portuguese: what is told to somebody, what others ask or say, labels in front of demands."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts


@pytest.mark.parametrize(
    ("language", "lines", "demands"),
    [
        ("es", ["p|Ha pasado un año. Deróguese la ley de ayer."], ["Deróguese la ley de ayer"]),
        ("es", ["p|Libérense de inmediato los presos."], ["Libérense de inmediato los presos"]),
        ("pt", ["p|Reponha-se a carreira de barco."], ["Reponha-se a carreira de barco"]),
        ("es", ["p|Procede derogar la norma."], ["derogar la norma"]),
        ("es", ["p|Quisiéramos ver al Estado abrir el pozo."], ["abrir el pozo"]),
        (
            "es",
            ["p|El equipo no debería cerrarse sino por ley."],
            ["El equipo no debería cerrarse sino por ley"],
        ),
        ("pt", ["p|O registo deveria ser público."], ["O registo deveria ser público"]),
        ("es", ["p|Retiren esas multas."], ["Retiren esas multas"]),
        ("pt", ["p|Aos prefeitos: parem de multar."], ["parem de multar"]),
        ("es", ["p|También habría que desminar el valle."], ["desminar el valle"]),
        ("es", ["p|Resulta, pues, urgente que el Congreso vote."], ["que el Congreso vote"]),
        ("pt", ["p|É, por isso, urgente que o Parlamento vote."], ["que o Parlamento vote"]),
        ("pt", ["p|Gostaríamos também que o Governo ouvisse a aldeia."], ["o Governo ouvisse a aldeia"]),
        ("es", ["p|La Red considera necesario que el Congreso vote."], ["el Congreso vote"]),
        ("pt", ["p|A Rede julga conveniente que o Parlamento vote."], ["o Parlamento vote"]),
        (
            "es",
            ["p|Lo que queremos que el Estado haga, esto es:", "*|Que abra el pozo.", "*|Pagar la luz."],
            ["Que abra el pozo", "Pagar la luz"],
        ),
        (
            "es",
            ["p|Pedimos al Gobierno:", "p|PRIMERO.- Abrir el pozo.", "p|SEGUNDO.- La entrega de las actas."],
            ["Abrir el pozo", "La entrega de las actas"],
        ),
        ("pt", ["p|Recomendação n.º 4: Que seja aberto o poço."], ["Que seja aberto o poço"]),
        (
            "pt",
            ["h|O que propomos", "p|Guias: são dez. Integrá-los nos quadros."],
            ["Integrá-los nos quadros"],
        ),
        ("es", ["h|Recomendaciones", "1.|Firmar y ratificar el Pacto."], ["Firmar y ratificar el Pacto"]),
        ("pt", ["h|Recomendações", "1.|Assinar e ratificar o Pacto."], ["Assinar e ratificar o Pacto"]),
        (
            "pt",
            ["p|A Rede apela ao Parlamento para aprovar a lei e ao Ministro para soltar os presos."],
            ["aprovar a lei", "soltar os presos"],
        ),
        (
            "pt",
            ["p|Falta pouco. Recomendem a Cuba duas coisas: que abra o poço; que solte os presos."],
            ["abra o poço", "solte os presos"],
        ),
        (
            "es",
            ["p|Pedir a la Mesa que solicite a los Estados que recomienden a Cuba:", "-|Abrir el pozo."],
            ["Abrir el pozo"],
        ),
        (
            "pt",
            ["h|Delibera:", "1.|Exigir do Governo um poço.", "2.|Recomendar ao Governo que abra a ponte."],
            ["um poço", "abra a ponte"],
        ),
        (
            "pt",
            ["p|A ponte deve ser reparada, onde hoje só passam cabras."],
            ["A ponte deve ser reparada"],
        ),
        (
            "es",
            ["h|Recomendaciones", "p|Permitir la visita al centro; hasta ahora se exige una carta."],
            ["Permitir la visita al centro"],
        ),
    ],
)
def test_these_are_demands(language: str, lines: list[str], demands: list[str]) -> None:
    assert texts(language, *lines) == demands


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "p|Comuníquese a las partes."),
        ("es", "p|Véase el anexo."),
        ("pt", "p|Veja-se o anexo."),
        ("pt", "p|Fomos duas vezes ao posto pedir uma vacina."),
        ("pt", "p|O posto deu os cartões sem cobrar e as filas encolheram."),
        ("es", "p|Las cifras deben leerse con prudencia."),
        ("es", "p|La vecina, por acuerdo 12-2001, debe ser atendida en el hospital."),
        ("es", "p|Se exige a las viudas una carta."),
        ("pt", "p|Exige-se às viúvas uma carta."),
        ("pt", "p|Nos termos do contrato, a empresa deve garantir lugares."),
    ],
)
def test_these_are_none(language: str, line: str) -> None:
    assert texts(language, line) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "p|La legislación exige que toda ayuda sea autorizada."),
        ("es", "p|Ellas decían que la comisaría debería estar cerca."),
        ("pt", "p|O Conselho tem insistido em que Portugal deve abrir a ponte."),
        ("es", "p|El casero pide dos nóminas."),
        ("pt", "p|O senhorio pede dois recibos."),
        ("pt", "p|O edital pede três anos de contas."),
        ("pt", "p|Saudamos a comissão, que entende que a lei deve abranger as aldeias."),
    ],
)
def test_what_others_ask_or_say_is_told_of(language: str, line: str) -> None:
    assert texts(language, line) == []
    assert [reason for reason, _ in aside(language, line)] == ["reported"]


def test_a_shop_abroad_is_a_company() -> None:
    found = aside("es", "p|A los supermercados de Alemania: no compren a esa finca.")
    assert found == [("addressee", "no compren a esa finca")]
