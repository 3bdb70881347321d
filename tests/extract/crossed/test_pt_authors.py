"""Portuguese, crossed: whoever asks, with whatever verb, of whomever, the same is found."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

ONE = ["A Liga", "O Coletivo das Famílias", "A Rede de Mulheres (RM)", "O Sindicato dos Professores"]
SEVERAL = ["Os subscritores", "Os autores deste relatório", "As organizações signatárias"]
WHOM = ["o Estado", "o Governo", "as autoridades cubanas"]
TO = {"o Estado": "ao Estado", "o Governo": "ao Governo", "as autoridades cubanas": "às autoridades cubanas"}

VERBS = [
    ("encoraja {whom} a", "encorajam {whom} a"),
    ("aconselha vivamente {whom} a", "aconselham vivamente {whom} a"),
    ("lembra {to} a necessidade de", "lembram {to} a necessidade de"),
    ("sublinha a necessidade de", "sublinham a necessidade de"),
]
WISHES = [
    ("reitera o seu pedido {to} para que", "reiteram o seu pedido {to} para que"),
    ("lança um apelo urgente {to} para que", "lançam um apelo urgente {to} para que"),
    ("quer recomendar {to} que", "querem recomendar {to} que"),
    ("gostaria de pedir {to} que", "gostariam de pedir {to} que"),
]


def subjects(forms: tuple[str, str]) -> list[tuple[str, str]]:
    return [*((who, forms[0]) for who in ONE), *((who, forms[1]) for who in SEVERAL)]


@pytest.mark.parametrize(
    ("forms", "action"),
    [*((one, "fechar a pedreira") for one in VERBS), *((one, "feche a pedreira") for one in WISHES)],
)
def test_what_is_asked_of_whomever(forms: tuple[str, str], action: str) -> None:
    for who, verb in subjects(forms):
        for whom in WHOM:
            sentence = f"{who} {verb.format(whom=whom, to=TO[whom])} {action}."
            assert texts("pt", f"p|{sentence}") == [action], sentence


@pytest.mark.parametrize("verb", ["defende firmemente", "insiste em", "espera"])
def test_what_an_organisation_wishes(verb: str) -> None:
    sentence = f"O Observatório das Prisões {verb} que o Governo feche a pedreira."
    assert [one.endswith("feche a pedreira") for one in texts("pt", f"p|{sentence}")] == [True]


def test_a_list_of_reasons_is_no_list_of_demands() -> None:
    lines = (
        "p|Os abaixo-assinados opõem-se às propostas da câmara, com os argumentos seguintes, mas não só:",
        "-|Na lei das águas, que protege a ribeira.",
        "-|Nos estudos da universidade.",
    )
    assert texts("pt", *lines) == []
