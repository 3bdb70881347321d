"""The same forms in the other languages: one machine, a grammar file each."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, asked, texts

LISTS = {
    "fr": (
        "Nous recommandons au Gouvernement :",
        "D’adopter une loi contre la torture ;",
        "adopter une loi contre la torture",
    ),
    "es": ("Recomendamos al Estado:", "Derogar el artículo 5;", "Derogar el artículo 5"),
    "pt": ("Recomendamos ao Governo:", "Ratificar o Protocolo;", "Ratificar o Protocolo"),
    "ru": ("Мы рекомендуем правительству:", "Отменить смертную казнь;", "Отменить смертную казнь"),
    "ar": ("نوصي الحكومة بما يلي:", "إلغاء عقوبة الإعدام؛", "إلغاء عقوبة الإعدام"),
    "zh": ("我们建议政府：", "废除死刑；", "废除死刑"),
}
SENTENCES = {
    "fr": [
        (
            "Nous exhortons l’État à libérer les détenus ; à indemniser les victimes ; et à juger les auteurs.",
            ["libérer les détenus", "indemniser les victimes", "juger les auteurs"],
        ),
        (
            "Le Gouvernement doit abroger cette loi, car elle est injuste.",
            ["Le Gouvernement doit abroger cette loi"],
        ),
        ("Notre réseau appelle les autorités à ouvrir une enquête.", ["ouvrir une enquête"]),
        ("Il faut abroger la loi sur les réunions.", ["Il faut abroger la loi sur les réunions"]),
    ],
    "es": [
        (
            "Instamos al Gobierno a que libere a los presos; a que investigue las denuncias; y a que repare a las víctimas.",
            ["libere a los presos", "investigue las denuncias", "repare a las víctimas"],
        ),
        (
            "El Estado debe garantizar el acceso al agua, ya que es un derecho.",
            ["El Estado debe garantizar el acceso al agua"],
        ),
        ("Exigimos la liberación de los presos.", ["la liberación de los presos"]),
    ],
    "pt": [
        ("Exigimos que o Estado proteja os rios.", ["o Estado proteja os rios"]),
        ("O governo deve publicar os dados, pois são públicos.", ["O governo deve publicar os dados"]),
    ],
    "ru": [
        ("Мы призываем государство принять закон о насилии.", ["принять закон о насилии"]),
        ("Государство должно отменить этот закон.", ["Государство должно отменить этот закон"]),
    ],
    "ar": [("ندعو الحكومة إلى الإفراج عن جميع المعتقلين.", ["الإفراج عن جميع المعتقلين"])],
    "zh": [
        ("我们敦促政府释放所有被拘留者。", ["释放所有被拘留者"]),
        ("政府应当修订刑法。", ["政府应当修订刑法"]),
    ],
}
NOT = {
    "fr": [
        "Nous devons agir ensemble.",
        "Il faut rappeler que le Gouvernement a changé.",
        "Nous saluons la nouvelle loi.",
    ],
    "es": [
        "Debemos trabajar juntos.",
        "Es importante señalar que el Gobierno cambió.",
        "Apoyamos la nueva ley.",
    ],
    "pt": ["Apoiamos a nova lei.", "É importante lembrar que o governo mudou."],
    "ru": ["Мы должны работать вместе.", "Следует отметить, что правительство изменилось."],
    "zh": ["我们必须共同努力。"],
}
REPORTED = {
    "fr": "Le Comité a recommandé que l’État adopte une loi.",
    "es": "El Comité recomendó que el Estado adopte una ley.",
    "pt": "O Comitê recomendou que o Estado adote uma lei.",
    "ru": "Комитет рекомендовал государству принять закон.",
    "ar": "أوصت اللجنة بأن تعتمد الدولة قانونا.",
    "zh": "委员会曾建议缔约国通过一项法律。",
}
ASKED = {
    "fr": "Quelles mesures le Gouvernement a-t-il prises ?",
    "es": "¿Qué medidas ha tomado el Gobierno?",
    "ru": "Какие меры приняло правительство?",
    "zh": "政府采取了哪些措施？",
}


@pytest.mark.parametrize("language", LISTS)
def test_an_item_after_a_stem(language: str):
    stem, item, text = LISTS[language]
    assert texts(language, "p|" + stem, "•|" + item) == [text]


@pytest.mark.parametrize(
    "item", ["تسجيل المواليد مجانا", "جعل تسجيل المواليد مجانيا", "إيفاد فرق تسجيل متنقلة إلى القرى"]
)
def test_to_register_is_an_action(item: str):
    """The same Arabic word is "to note" where a text begins with it: then nothing is asked."""
    assert texts("ar", "p|نوصي الحكومة بما يلي:", f"•|{item}؛") == [item]
    assert texts("ar", "p|نوصي الحكومة بما يلي:", "•|تسجيل التقدم المحرز؛") == []


@pytest.mark.parametrize(
    ("language", "case"), [(lang, case) for lang, cases in SENTENCES.items() for case in cases]
)
def test_a_recommending_sentence(language: str, case: tuple[str, list[str]]):
    sentence, wanted = case
    assert texts(language, "p|" + sentence) == wanted


@pytest.mark.parametrize(
    ("language", "sentence"), [(lang, one) for lang, all_ in NOT.items() for one in all_]
)
def test_what_directs_nobody(language: str, sentence: str):
    assert texts(language, "p|" + sentence) == []


@pytest.mark.parametrize("language", REPORTED)
def test_what_others_recommended_is_reported(language: str):
    assert texts(language, "p|" + REPORTED[language]) == []
    assert [reason for reason, _ in aside(language, "p|" + REPORTED[language])] == ["reported"]


@pytest.mark.parametrize("language", ASKED)
def test_a_precise_question(language: str):
    assert asked(language, "p|" + ASKED[language]) == [ASKED[language]]


def test_a_second_addressee_has_its_own_action():
    sentence = "Pedimos ao governo que publique os dados, e ao Ministério Público Federal, para que fiscalize as obras."
    assert texts("pt", "p|" + sentence) == ["publique os dados", "fiscalize as obras"]
