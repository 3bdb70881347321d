"""Every form in which recommendations stand, in each of the seven languages; the sentences are made up."""

from __future__ import annotations

import pytest

from pipeline.extract import find
from pipeline.models.findings import READ_LANGUAGES, Addressee, Findings
from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place
from tests.extract.forms import CUBA, aside, found, texts

STEMS = {
    "en": "We recommend that the Government of Cuba:",
    "fr": "Nous recommandons au Gouvernement de Cuba :",
    "es": "Recomendamos al Gobierno de Cuba:",
    "pt": "Recomendamos ao Governo de Cuba:",
    "ru": "Мы рекомендуем правительству Кубы:",
    "ar": "نوصي حكومة كوبا بما يلي:",
    "zh": "我们建议古巴政府：",
}
HEADINGS = {
    "en": "Recommendations",
    "fr": "Recommandations",
    "es": "Recomendaciones",
    "pt": "Recomendações",
    "ru": "Рекомендации",
    "ar": "التوصيات",
    "zh": "建议",
}
ITEMS = {
    "en": ("Repeal the decree on assemblies", "Train judges in the Istanbul Protocol"),
    "fr": ("Abroger le décret sur les réunions", "Former les juges au Protocole d’Istanbul"),
    "es": ("Derogar el decreto sobre reuniones", "Capacitar a los jueces en el Protocolo de Estambul"),
    "pt": ("Revogar o decreto sobre reuniões", "Capacitar os juízes no Protocolo de Istambul"),
    "ru": ("Отменить указ о собраниях", "Обучить судей Стамбульскому протоколу"),
    "ar": ("إلغاء المرسوم المتعلق بالتجمعات", "تدريب القضاة على بروتوكول اسطنبول"),
    "zh": ("废除关于集会的法令", "培训法官适用《伊斯坦布尔议定书》"),
}
HIDDEN = {
    "en": "Parliament should also repeal the media law",
    "fr": "Le Parlement devrait aussi abroger la loi sur les médias",
    "es": "El Parlamento debería además derogar la ley de medios",
    "pt": "O Parlamento deve também revogar a lei de imprensa",
    "ru": "Парламент должен также отменить закон о СМИ",
    "ar": "يجب على البرلمان إلغاء قانون الإعلام",
    "zh": "议会应当废除媒体法",
}
LETTERS = {
    "en": ("Dear Prime Minister,", "We urge you to release the four teachers.", "release the four teachers"),
    "fr": (
        "Monsieur le Ministre,",
        "Nous vous demandons de libérer les quatre enseignants.",
        "libérer les quatre enseignants",
    ),
    "es": (
        "Señor Ministro:",
        "Le pedimos que libere a los cuatro maestros.",
        "libere a los cuatro maestros",
    ),
    "pt": (
        "Senhor Ministro,",
        "Pedimos a Vossa Excelência que liberte os quatro professores.",
        "liberte os quatro professores",
    ),
    "ru": ("Уважаемый господин Министр!", "Просим Вас освободить учителей.", "освободить учителей"),
    "ar": ("السيد الوزير،", "نناشدكم الإفراج عن المعلمين الأربعة.", "الإفراج عن المعلمين الأربعة"),
    "zh": ("尊敬的部长：", "我们请求您释放四名教师。", "释放四名教师"),
}
OWN_ACTOR = {
    "en": ("We call on:", "the United Nations to send observers;", "send observers"),
    "fr": ("Nous appelons :", "les Nations Unies à envoyer des observateurs ;", "envoyer des observateurs"),
    "es": ("Hacemos un llamado:", "a las Naciones Unidas a enviar observadores;", "enviar observadores"),
    "pt": ("Fazemos um apelo:", "às Nações Unidas para que enviem observadores;", "enviem observadores"),
    "ar": ("ندعو:", "الأمم المتحدة إلى إرسال مراقبين؛", "إرسال مراقبين"),
}
COMPOUND = {
    "en": (
        "Repeal article 5 and release all those detained under it",
        ["Repeal article 5", "release all those detained under it"],
    ),
    "fr": (
        "Abroger l’article 5 et libérer toutes les personnes détenues",
        ["Abroger l’article 5", "libérer toutes les personnes détenues"],
    ),
    "es": (
        "Derogar el artículo 5 y liberar a todas las personas detenidas",
        ["Derogar el artículo 5", "liberar a todas las personas detenidas"],
    ),
    "pt": (
        "Revogar o artigo 5 e libertar todas as pessoas detidas",
        ["Revogar o artigo 5", "libertar todas as pessoas detidas"],
    ),
    "ru": (
        "Отменить статью 5 и освободить всех задержанных",
        ["Отменить статью 5", "освободить всех задержанных"],
    ),
    "ar": ("إلغاء المادة 5 وإطلاق سراح جميع المحتجزين", ["إلغاء المادة 5", "إطلاق سراح جميع المحتجزين"]),
    "zh": ("废除刑法第五条，并释放所有被拘留者", ["废除刑法第五条", "释放所有被拘留者"]),
}
ONE_SENTENCE = {
    "en": (
        "The State must: ratify the Convention; close the camps.",
        ["ratify the Convention", "close the camps"],
    ),
    "fr": (
        "Nous appelons le Gouvernement à : ratifier la Convention ; fermer les camps.",
        ["ratifier la Convention", "fermer les camps"],
    ),
    "es": (
        "El Estado debe: a) ratificar el Convenio; b) cerrar los campos.",
        ["ratificar el Convenio", "cerrar los campos"],
    ),
    "pt": (
        "O Estado deve: a) ratificar a Convenção; b) fechar os campos.",
        ["ratificar a Convenção", "fechar os campos"],
    ),
    "ru": (
        "Государству следует: ратифицировать Конвенцию; закрыть лагеря.",
        ["ратифицировать Конвенцию", "закрыть лагеря"],
    ),
    "ar": (
        "يجب على الدولة: التصديق على الاتفاقية؛ إغلاق المعسكرات.",
        ["التصديق على الاتفاقية", "إغلاق المعسكرات"],
    ),
    "zh": ("政府应当：批准公约；关闭营地。", ["批准公约", "关闭营地"]),
}
SINGLE = {
    "en": [
        "Protect women and girls",
        "Adopt and implement a plan",
        "Adopt a law to protect women and end abuse",
    ],
    "fr": ["Protéger les femmes et les filles", "Adopter et appliquer un plan"],
    "es": ["Proteger a mujeres y niñas", "Adoptar y aplicar un plan"],
    "pt": ["Proteger mulheres e meninas", "Adotar e aplicar um plano"],
    "ru": ["Защитить женщин и детей", "Принять и осуществить план"],
    "ar": ["حماية النساء والأطفال"],
    "zh": ["保护妇女和儿童"],
}


def cells(*rows: tuple[str, ...], header: bool = True) -> list[Passage]:
    """A table, its first row a header if asked for."""
    return [
        Passage(
            Kind.TABLE_CELL,
            (Run(text),),
            Place(paragraph=row),
            table=1,
            row=row,
            column=column,
            header=header and row == 1,
        )
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line, 1)
    ]


def shapes(findings: Findings) -> list[tuple[str, str]]:
    return [(one.form, one.text) for one in findings.recommendations]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_items_of_a_list_after_a_stem(language: str):
    """The stem names who should act; the form is said."""
    first, second = ITEMS[language]
    findings = found(language, "p|" + STEMS[language], f"•|{first};", f"•|{second}.")
    assert shapes(findings) == [("list item", first), ("list item", second)]
    assert all(one.addressee is Addressee.SUR for one in findings.recommendations)


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_numbered_paragraphs_whose_stem_stands_in_another_one(language: str):
    """A footnote between them interrupts nothing."""
    first, second = ITEMS[language]
    lines = ("25.|" + STEMS[language], "f|A/HRC/1", f"26.|{first}.", "f|A/HRC/2", f"27.|{second}.")
    assert shapes(found(language, *lines)) == [("numbered paragraph", first), ("numbered paragraph", second)]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_paragraphs_and_items_under_a_heading(language: str):
    """No stem is needed."""
    first, second = ITEMS[language]
    findings = found(language, "h|" + HEADINGS[language], f"p|{first}.", f"1.|{second}.")
    assert shapes(findings) == [("section", first), ("numbered paragraph", second)]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_list_in_one_sentence_after_who_must_act(language: str):
    """Each part is one, and each says who."""
    sentence, wanted = ONE_SENTENCE[language]
    findings = found(language, "p|" + sentence)
    assert shapes(findings) == [("semicolon item", text) for text in wanted]
    assert all(one.addressee_words for one in findings.recommendations)


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_second_recommendation_hidden_in_an_item(language: str):
    """The second sentence directs somebody, too."""
    first, _ = ITEMS[language]
    stop = "。" if language == "zh" else ". "
    lines = ("h|" + HEADINGS[language], f"1.|{first}{stop}{HIDDEN[language]}{stop.strip()}")
    assert texts(language, *lines) == [first, HIDDEN[language]]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_bold_lead_in_is_left_out(language: str):
    """The words after it are the recommendation."""
    passage = Passage(
        Kind.LIST_ITEM,
        (Run("Aaa. ", bold=True), Run(HIDDEN[language] + ("。" if language == "zh" else "."))),
        Place(paragraph=2),
        level=1,
        marker="1.",
    )
    heading = Passage(Kind.HEADING, (Run(HEADINGS[language]),), Place(paragraph=1), level=1)
    made = find([heading, passage], language, CUBA).recommendations
    assert [one.text for one in made] == [HIDDEN[language]]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_table_with_a_column_of_recommendations(language: str):
    """Other columns only sort them."""
    first, second = ITEMS[language]
    table = cells(("№", HEADINGS[language]), ("1", first), ("2", second))
    assert shapes(find(table, language, CUBA)) == [("table", first), ("table", second)]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_box_of_a_fact_sheet(language: str):
    """A table one column wide, with the heading and the stem inside."""
    first, second = ITEMS[language]
    box = cells((HEADINGS[language],), (STEMS[language],), (first,), (second,), header=False)
    findings = find(box, language, CUBA)
    assert shapes(findings) == [("box", first), ("box", second)]


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_a_table_on_what_became_of_earlier_recommendations_makes_none(language: str):
    """Its second column says how far they were carried out."""
    status = {
        "en": "Status of implementation",
        "fr": "État de mise en œuvre",
        "es": "Estado de cumplimiento",
        "pt": "Estado de cumprimento",
        "ru": "Выполнение",
        "ar": "حالة التنفيذ",
        "zh": "执行情况",
    }[language]
    table = cells((HEADINGS[language], status), (ITEMS[language][0], "—"))
    assert find(table, language, CUBA).recommendations == ()


@pytest.mark.parametrize("language", LETTERS)
def test_a_letter_says_you_to_those_who_govern(language: str):
    """Whom it greets is who should act."""
    greeting, sentence, action = LETTERS[language]
    assert texts(language, "p|" + greeting, "p|" + sentence) == [action]


@pytest.mark.parametrize("language", OWN_ACTOR)
def test_an_item_may_name_who_should_act(language: str):
    """The name is left out of the recommendation and decides to whom it is made."""
    stem, item, action = OWN_ACTOR[language]
    findings = found(language, "p|" + stem, "•|" + item)
    assert aside(language, "p|" + stem, "•|" + item) == [("addressee", action)]
    assert findings.set_aside[0].recommendation.addressee is Addressee.UN_BODY
    assert findings.set_aside[0].recommendation.addressee_words


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_the_actions_of_a_compound_recommendation_are_marked(language: str):
    """It stays whole; each action can be lifted."""
    text, wanted = COMPOUND[language]
    lines = ("p|" + STEMS[language], "•|" + text)
    (one,) = found(language, *lines).recommendations
    assert one.text == text
    assert [text[span.start : span.end] for span in one.actions] == wanted


@pytest.mark.parametrize(("language", "text"), [(lang, one) for lang, all_ in SINGLE.items() for one in all_])
def test_an_and_that_joins_no_two_actions_marks_none(language: str, text: str):
    """Nouns, verbs with one object, and what may belong to a subordinate action."""
    (one,) = found(language, "p|" + STEMS[language], "•|" + text).recommendations
    assert (one.text, one.actions) == (text, ())


def test_a_language_without_a_grammar_gives_nothing():
    """No rule of English is applied to it."""
    assert found("de", "h|Recommendations", "•|Repeal the decree.") == Findings()


def test_a_text_too_short_to_tell_its_language_is_read_by_its_script():
    """Latin letters as English."""
    assert texts("", "p|We urge the State to act.") == ["act"]
    assert texts("", "p|我们敦促政府释放他。") == ["释放他"]
