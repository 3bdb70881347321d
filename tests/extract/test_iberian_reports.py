"""What reports and resolutions in Portuguese and Spanish commonly say: what is asked stands in brackets."""

from __future__ import annotations

import re

import pytest

from tests.extract.forms import found, texts

ASKED = {
    "pt": [
        "[O Ministério da Saúde devia abrir um centro de apoio em cada distrito].",
        "[O Governo deveria ter um plano para as cheias até Junho].",
        "[O Estado teria de criar um fundo de compensação].",
        "[As direcções provinciais terão de apresentar contas todos os anos].",
        "[A Procuradoria tem, por isso, de reabrir o inquérito].",
        "Independentemente da votação, [deverá o Parlamento aprovar a lei das cooperativas].",
        "[Os manuais escolares deviam ser distribuídos gratuitamente].",
        "É indispensável [que o acesso à água deixe de depender da sorte].",
        "Convém [que o mecanismo se reúna duas vezes por ano].",
        "Seria bom [que o regulamento fosse traduzido para as línguas locais].",
        "Mostra-se necessário [rever o regime das fianças].",
        "Mais se recomenda que [o relatório seja lido nas aldeias].",
        "Propõe-se, por conseguinte, que [a taxa seja reduzida a metade].",
        "Reiteramos, por último, o pedido de que [as prisões sejam abertas à inspecção].",
        "A nossa recomendação ao Estado é que [crie um registo nacional de desaparecidos].",
        "A rede recomenda que [o Governo assine o protocolo] e que [a Assembleia da República aprove a verba].",
        "Ao Ministério da Saúde: [contratar parteiras para os postos rurais]; [repor os remédios em falta].",
        "Os preços subiram. Por isso, a rede exige ao Executivo [a redução da tarifa].",
    ],
    "es": [
        "[La Fiscalía tiene, por tanto, que reabrir la investigación].",
        "[Los manuales escolares deberían distribuirse gratis].",
        "Conviene [que el mecanismo se reúna dos veces al año].",
        "Sería bueno [que el reglamento se tradujera a las lenguas indígenas].",
        "Falta [reglamentar la ley aprobada en 2019].",
        "[No corresponde que se descuente la ayuda de la pensión].",
        "Es hora de [que la agencia reserve frecuencias a las radios comunitarias].",
        "Al Congreso se le recomienda que [fiscalice la ejecución del presupuesto].",
        "Nuestra propuesta: [crear una línea de apoyo gratuita].",
        "Insistimos en que [se investiguen las amenazas].",
        "Nuestra recomendación al Estado es que [cree un registro nacional de desaparecidos].",
        "Pedimos al Congreso [la aprobación de la ley] y al Gobierno [la promulgación del reglamento].",
        "Exigimos de quien gane las elecciones [la restitución de los fondos].",
        "Hay cosas que no cuestan dinero. [Que se publique el horario de visitas].",
        "[Debería haber un médico en cada cárcel].",
        "Para ello, [el Estado necesita contratar intérpretes].",
        "El Comité de Viudas pide al Gobierno que [reconozca las uniones de hecho].",
        "Lo que pedimos. [Presupuesto propio para el cierre]; [viviendas con apoyo]; [visitas sin aviso].",
        "La red recomienda que [el Gobierno firme el protocolo] y que [el Congreso apruebe la partida].",
    ],
}
NOTHING = {
    "pt": [
        "O fiscal devia passar recibo e não passa.",
        "A obra deveria ter sido concluída em 2021.",
        "Vínhamos pedindo isso desde 2015.",
        "Disseram-nos que a Constituição tem de ser respeitada.",
        "O imame disse que um mestre deve ensinar.",
        "Considerando que a lei manda que a administração deve criar mercados;",
        "Reconhecendo que o Governo deve proteger as crianças;",
        "O inspector notou que as obras deviam parar; que as casas deviam ser evacuadas.",
        "Nos termos do artigo 5, a instituição deve apresentar um relatório anual.",
        "Convém recordar que a lei foi aprovada por unanimidade.",
        "Leia a íntegra do texto.",
        "Pedimos um minuto de silêncio.",
        "Pedimos ao Ministério os dados de 2023, mas não os recebemos.",
        "Em 2022, a organização recomendou ao Governo a criação de um fundo.",
        "Na anterior contribuição pedimos a revisão da lei; nada mudou.",
    ],
    "es": [
        "Lo pedimos en el primer ciclo y en el segundo.",
        "Pedimos los datos tres veces.",
        "Hace tiempo pedimos al Ministerio que nos mostrara el acta.",
        "El servicio, que por reglamento debe observar el proceso, no vino.",
        "El inspector debía pasar recibo y no lo hace.",
        "Considerando que la ley manda que el municipio debe crear mercados;",
        "Invitamos a la audiencia a votar con memoria.",
        "Recomendamos la lectura de nuestro informe anual.",
        "Solicitamos una reunión al ministro y no tuvimos respuesta.",
        "El Estado no responde. Que Dios los bendiga.",
    ],
}
OTHERS = {
    "pt": [
        ("company", "Às empresas mineiras pedimos que [publiquem os planos de reassentamento]."),
        ("company", "Às empresas de segurança: [retirem os guardas das machambas]."),
        ("un_body", "Pedimos às agências das Nações Unidas [a partilha dos seus dados]."),
        ("company", "Pedimos ao Governo que [reveja a lei] e às empresas que [respeitem os acordos]."),
    ],
    "es": [
        ("company", "A las empresas mineras les pedimos que [publiquen los planes de cierre]."),
        ("company", "A las empresas de seguridad: [retiren a los guardias de los caminos]."),
        ("other_state", "A los países del Golfo: [dejen de entregarnos]."),
    ],
}


def _cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, one) for language, sentences in table.items() for one in sentences]


def _split(sentence: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", sentence), re.findall(r"\[(.+?)\]", sentence)


@pytest.mark.parametrize(("language", "sentence"), _cases(ASKED))
def test_what_is_asked_is_found(language: str, sentence: str) -> None:
    """Obligations in every tense, necessities, passive and fronted requests, and two actors in one sentence."""
    text, wanted = _split(sentence)
    assert texts(language, f"p|{text}") == wanted


@pytest.mark.parametrize(("language", "sentence"), _cases(NOTHING))
def test_what_is_only_told_is_not_found(language: str, sentence: str) -> None:
    """The law, what others said or did not do, what was asked before, and clauses of a preamble."""
    assert texts(language, f"p|{sentence}") == []


@pytest.mark.parametrize(
    ("language", "addressee", "sentence"),
    [(language, who, one) for language, cases in OTHERS.items() for who, one in cases],
)
def test_who_is_told_is_read_in_front_and_in_the_middle(language: str, addressee: str, sentence: str) -> None:
    """Whom a request names before its verb, before a colon or between two actions is who should act."""
    text, wanted = _split(sentence)
    set_aside = [one.recommendation for one in found(language, f"p|{text}").set_aside]
    assert [one.text for one in set_aside if one.addressee.value == addressee] == wanted[-1:]
    assert texts(language, f"p|{text}") == wanted[:-1]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "pt",
            [
                "p|O II Congresso do sindicato, reunido em Pemba com delegados de nove bairros,",
                "p|Considerando que o Governo deve ouvir as vendedoras;",
                "p|Ao Conselho Municipal, o Congresso exige que [abra três mercados].",
            ],
        ),
        (
            "pt",
            [
                "p|Recomendamos ao Governo três coisas:",
                "p|Primeira: [contratar mais parteiras].",
                "p|Segunda: [abrir o hospital de Mocuba à noite].",
            ],
        ),
        ("pt", ["h|Evolução desde o último ciclo", "p|[A taxa de saída deveria ser abolida]."]),
    ],
)
def test_resolutions_lists_and_sections(language: str, lines: list[str]) -> None:
    """A congress that resolves is the author; "three things" are a list; "since the last cycle" is now."""
    wanted = [part for line in lines for part in _split(line)[1]]
    assert texts(language, *(_split(line)[0] for line in lines)) == wanted
