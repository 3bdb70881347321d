"""Forms of assemblies, councils, unions and newspapers in Spanish and Portuguese: what is asked stands in brackets."""

from __future__ import annotations

import re

import pytest

from .forms import aside, found, texts

ASKED = {
    "es": [
        ["p|Las comunidades y organizaciones hacen un llamado al Gobierno a [suspender las licencias mineras]."],
        ["p|La asociación de familias pide al Ministerio que [reabra la escuela]."],
        ["p|La Defensoría del Pueblo recomienda al Ministerio [aprobar el protocolo]."],
        ["p|Exigimos [una auditoría de los contratos]. Y [que se publiquen los resultados]."],
        ["p|Exigimos que [se investigue el caso]. [Que se repare a las familias]. [Que cese la represión]."],
        ["p|Solicitar a la Secretaría de Salud que [garantice las vacunas]."],
        ["p|El Consejo resuelve recomendar al Congreso [la reforma de la ley]."],
        ["p|Estimada Presidenta: Le escribimos para pedirle que [vete la ley de inteligencia]."],
        ["p|Señor Ministro, [ordene la suspensión del desalojo]."],
        ["p|Pedimos a la Dirección General de Tráfico que [revise el cruce]."],
        ["p|Solicitamos a la Comisión de Derechos Humanos del Congreso [citar al ministro de Defensa]."],
        ["p|Exigimos al Gobierno, en el marco de los acuerdos firmados, [el cese de las obras]."],
        ["p|Exigimos [su libertad inmediata]; Ana es una maestra que ha sido detenida por protestar."],
        ["p|Nuestra demanda es clara: [la libertad de los detenidos]."],
        ["p|Lo que pedimos es que [se respete el acuerdo]."],
        ["p|Seguiremos con nuevas demandas, por ejemplo: [respeto a la consulta]; [apertura de los archivos]."],
        ["p|[Éstos deben ser controlados por el Parlamento]."],
        ["p|Reiteramos nuestro pedido de [una reunión con la ministra]."],
        ["p|Los médicos claman por [mejores condiciones de trabajo]."],
        ["p|Al Gobierno Nacional:", "-|[Cumplir el acuerdo].", "-|[Desmontar los retenes]."],
        ["h|Qué debe hacer el Estado", "-|[Ratificar el convenio].", "-|[Derogar el decreto]."],
        ["h|Recomendaciones", "p|PRIMERA. [Se instruya al personal para que respete la ley]."],
        ["h|Nuestras demandas", "p|Guardias reconocidas: [Que computen como trabajo]."],
        ["h|Lo que pedimos", "p|[Un programa serio de becas para los jóvenes]."],
        ["p|Por eso exigimos:", "h|1. [Publicación íntegra de los contratos]", "p|La opacidad es vieja."],
    ],
    "pt": [
        ["p|As comunidades e organizações fazem um apelo ao Governo para que [suspenda as licenças]."],
        ["p|A Associação de Moradores pede à Prefeitura [a construção de uma creche]."],
        ["p|O sindicato exige da prefeitura [o pagamento do piso salarial]."],
        ["p|Pedimos [a demolição do muro]. E solicitar [a construção de uma escada]."],
        ["p|Exigimos que [o Governo cumpra o acordo]. [Que devolva as terras]."],
        ["p|Exigimos do PXD que [retire a proposta]."],
        ["p|Recomendar ao Ministério da Educação:", "-|[A revogação da portaria];", "-|[A recomposição do orçamento]."],
        ["p|A Assembleia delibera recomendar à Câmara Municipal que:", "1.|[Crie um gabinete de apoio].", "2.|[Reabra o mercado]."],
        ["p|A federação vem por meio desta carta, em defesa dos rios limpos, solicitar ao poder público que [tome as medidas necessárias]."],
        ["p|Excelentíssima Senhora Ministra, [determine a suspensão do despejo]."],
        ["p|Prezada Presidente: Escrevemos para pedir que [vete a lei]."],
        ["p|Nossa reivindicação é clara: [a libertação dos presos]."],
        ["p|Reforçamos o clamor para que [a apuração seja rigorosa]."],
        ["p|É de fundamental importância, [garantir o direito dos pacientes à saúde]."],
        ["p|[A Comissão deve ouvir as lideranças antes de votar o projeto]."],
        ["p|A frente exige [uma audiência com o governador] e apresenta seus pontos de pauta para negociação.",
         "1.|[Expansão do metrô] (a última obra foi um fracasso).", "2.|[Meia passagem para estudantes]."],
        ["p|Por isso exigimos:", "h|REDES", "p|Defendemos [uma regulação democrática das redes]!"],
        ["p|Exigimos:", "1.|[Criação do conselho até maio] - hoje a cidade tem um dos piores índices do país."],
        ["p|Ao Governo Federal:", "-|[Cumprir o acordo].", "-|[Retomar a reforma agrária]."],
    ],
}  # fmt: skip

NOT_ASKED = {
    "es": [
        "La impunidad debe terminar.",
        "La violencia contra las mujeres debe cesar.",
        "Eso debe ser respetado.",
        "Esto debe cambiar.",
        "El agua no debe ser una mercancía.",
        "Todas las personas deben tener acceso a la salud.",
        "Y solicitar que se abra una investigación.",
        "Exigir justicia no es un delito.",
        "Cuidar al paciente exige cuidar a quien lo atiende.",
        "Hacemos un llamado a las organizaciones sociales a que impulsemos una lucha común.",
        "Convocamos a todas las organizaciones a sumarse al paro.",
        "Los invitamos a que participen de nuestra asamblea.",
        "Convocamos a todos los que creen en el futuro del país.",
        "Apoyamos la petición de los becarios que exigen una prórroga.",
        "Necesitamos tu apoyo.",
        "Mantienen el reclamo de renuncia de la ministra.",
        "Lo que necesitamos es que más vecinos vengan.",
        "La sala vota hoy, porque el Congreso debe aprobar la ley.",
    ],
    "pt": [
        "A impunidade deve acabar.",
        "Isso deve ser respeitado.",
        "A água não deve ser mercadoria.",
        "E exigir a punição dos culpados.",
        "Exigir justiça não é um crime.",
        "Derrotar o projeto exige que os trabalhadores se unam.",
        "Convidamos todas as organizações a assinar esta carta.",
        "Convidamos todas as famílias do bairro a organizar a festa.",
        "O respeito é lei, conforme recomenda a Convenção.",
        "Voltamos hoje, não pra pedir ou dialogar.",
        "O sindicato estima que cem agentes devem participar do ato.",
    ],
}


def _plain(lines: list[str]) -> list[str]:
    return [re.sub(r"[\[\]]", "", line) for line in lines]


@pytest.mark.parametrize(("language", "lines"), [(key, one) for key, some in ASKED.items() for one in some])
def test_what_is_asked_is_found_from_its_action_to_its_end(language: str, lines: list[str]) -> None:
    wanted = [words for line in lines for words in re.findall(r"\[(.*?)\]", line)]
    assert texts(language, *_plain(lines)) == wanted


@pytest.mark.parametrize(
    ("language", "sentence"), [(key, one) for key, some in NOT_ASKED.items() for one in some]
)
def test_what_asks_nothing_of_those_who_govern(language: str, sentence: str) -> None:
    assert texts(language, f"p|{sentence}") == []


def test_a_list_of_things_is_one_demand_with_its_contents() -> None:
    lines = (
        "p|Es preciso que se hagan públicos los siguientes documentos sobre la obra:",
        "-|Un plano completo.",
        "-|El informe del ingeniero.",
    )
    assert len(texts("es", *lines)) == 1
    lines = (
        "p|Es preciso adoptar las siguientes medidas para la obra:",
        "-|La creación de una mesa.",
        "-|El cierre del pozo.",
    )
    assert len(texts("es", *lines)) == 2


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("es", ("p|Los estudiantes exigen aulas seguras.",)),
        ("pt", ("p|O grupo exige do Governo uma reforma.",)),
        ("es", ("p|Las comunidades reclaman salud y tierra.", "p|Sus principales demandas son:", "-|Reapertura del instituto.")),
        ("pt", ("p|«O momento exige uma política nova», afirma-se na resolução. O objetivo é traduzido em reivindicações concretas:", "-|aumento dos salários;")),
        ("pt", ("p|“A lei veio para ficar”, disse o senador.", "p|As centrais saíram com uma carta, cujas reivindicações são:", "-|Fim do fator previdenciário.")),
    ],
)  # fmt: skip
def test_a_text_that_nobody_says_we_in_tells_what_others_ask(language: str, lines: tuple[str, ...]) -> None:
    assert texts(language, *lines) == []
    assert all(reason == "reported" for reason, _ in aside(language, *lines))


def test_what_the_authors_resolve_to_do_themselves_is_no_demand() -> None:
    assert (
        texts(
            "es", "p|A continuación, presentamos la lista de las mociones de la asamblea:", "-|juntar firmas"
        )
        == []
    )


def test_an_organisation_that_is_called_upon_is_no_state() -> None:
    asked = found("es", "p|Llamamos a los medios de comunicación a informar con rigor.")
    assert [one.recommendation.addressee.value for one in asked.set_aside] == ["other"]
