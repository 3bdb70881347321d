"""Russian: forms that other languages had, crossed with what stands around them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.extract.forms import texts

DONE = "отменить статью 12 закона о печати"
OF = "отмены статьи 12 закона о печати"
NEED = (
    f"Мы добиваемся {OF}.",
    "Мы подчёркиваем необходимость {}.",
    "Мы обращаем внимание правительства на необходимость {}.",
    "Мы убеждены в необходимости {}.",
    "Назрела необходимость {}.",
    "Настала пора {}.",
    "Необходимо, как и в прошлом году, {}.",
    "Мы предлагаем (вместе с союзом врачей) {}.",
    "Мы требуем - вместе с союзом врачей - {}.",
    "Мы бы хотели рекомендовать правительству {}.",
    "Министерству юстиции: {}.",
    "К парламенту: {}.",
)
NOUNS = (
    ("Существует настоятельная необходимость в ", "принятии закона о печати"),
    ("Есть острая необходимость в ", "создании приютов для женщин"),
    ("Остро необходимо ", "создание приютов в каждой области"),
    ("Мы выступаем за ", "отмену статьи 12"),
    ("Подчёркиваем важность ", "скорейшей ратификации протокола"),
    ("Мы ожидаем, что ", "правительство опубликует доклад"),
)
HEADS = (
    ("Мы призываем правительство ", DONE),
    ("Мы требуем ", DONE),
    ("Мы требуем ", OF),
    ("Мы предлагаем ", DONE),
    ("Необходимо ", DONE),
    ("", f"Правительство должно {DONE}"),
    ("", f"Правительству следует {DONE}"),
)
TAILS = (
    ": она нарушает права журналистов",
    ", иначе журналисты уедут",
    ", и надеемся на ответ",
    " и благодарим за внимание",
)
FRONTS = ("Ввиду этого ", "Тем не менее ", "С учётом изложенного ", "По этой причине ")
MUST = (
    "Каждый район должен иметь приют для пострадавших",
    "Дети не должны содержаться под стражей вместе со взрослыми",
    "Каждая поликлиника должна получить переводчика",
    "Опубликуйте бюджет больниц",
)
STEMS = (
    "Наши приоритеты:",
    "Наиболее срочные меры:",
    "Наши основные предложения таковы.",
    "Мы призываем правительство, чтобы",
)
NOT = (
    "Для регистрации необходимо заполнить форму.",
    "О любом шествии необходимо уведомить власти за десять дней.",
    "Организация обязана представить отчёт до 1 апреля.",
    "Организаторы должны подать уведомление за десять дней.",
    "Заявление должно быть подписано двумя свидетелями.",
    "Нам необходимо объединиться.",
    "Свобода слова должна быть ценностью каждого.",
    "Права человека должны уважаться.",
    "Власти требуют от организаций регистрироваться.",
    "Мы благодарны тем, кто требует отменить закон.",
    "Приглашаем вас принять участие в конференции.",
    "Государство обязано защищать права человека в соответствии с Пактом.",
    "Следует исходить из текста закона.",
)


@pytest.mark.parametrize("frame", NEED)
def test_what_is_needed_is_asked(frame: str) -> None:
    """By a noun of need, with an aside, or with only who is told in front."""
    assert texts("ru", "p|" + frame.format(DONE)) == [OF if "{" not in frame else DONE]


@pytest.mark.parametrize(("front", "what"), NOUNS)
def test_a_thing_is_asked_for(front: str, what: str) -> None:
    """In the case that the word before it wants."""
    assert texts("ru", f"p|{front}{what}.") == [what]


def test_what_stands_behind_a_demand_is_left_out() -> None:
    """Reasons, thanks, hopes, promises."""
    for (head, what), tail in product(HEADS, TAILS):
        assert texts("ru", f"p|{head}{what}{tail}.") == [what], (head, tail)


def test_linking_words_are_left_out() -> None:
    """Of several words too."""
    for (head, what), front in product(HEADS, FRONTS):
        text = head + what
        line = f"{front}{text[0].lower()}{text[1:]}."
        assert texts("ru", f"p|{line}") == [what[0].lower() + what[1:]], (head, front)


def test_two_clauses_with_whom_each_tells() -> None:
    """Joined by a contrast, or the second one a conclusion."""
    one, other = f"Правительство должно {DONE}", "парламент должен принять новый закон"
    assert texts("ru", f"p|{one}, а {other}.") == [one, other]
    assert texts("ru", f"p|Мы призываем правительство {DONE}, а парламент - принять новый закон.") == [
        DONE,
        "принять новый закон",
    ]
    assert texts("ru", f"p|Закон устарел, поэтому {other}.") == [other]


@pytest.mark.parametrize("text", MUST)
def test_a_long_subject_must(text: str) -> None:
    """A place, people whom those who govern treat, a command in a list that a sentence announces."""
    assert texts("ru", "p|У нас две просьбы.", f"-|{text}.", f"-|{text}.") == [text, text]
    if "олжн" in text:
        assert texts("ru", f"p|{text}.") == [text]


@pytest.mark.parametrize("stem", STEMS)
def test_a_list_hangs_on_a_noun(stem: str) -> None:
    """Also where a full stop or nothing stands for its colon."""
    items = (DONE, "принять новый закон")
    assert texts("ru", f"p|{stem}", *(f"-|{one};" for one in items)) == list(items)


def test_examples_are_contents() -> None:
    """Of what is asked for."""
    lines = ("p|Мы рекомендуем провести кампанию, например:", "-|занятия в школах;", "-|объявления на радио.")
    assert len(texts("ru", *lines)) == 1


@pytest.mark.parametrize("text", NOT)
def test_what_asks_nothing(text: str) -> None:
    """Rules for everybody, the law, values, others."""
    assert not texts("ru", f"p|{text}")


@pytest.mark.parametrize("title", ["Рекомендации", "Наши 10 предложений к выборам"])
def test_paragraphs_under_a_title_are_demands(title: str) -> None:
    """Commands behind an adverb and things asked for; what the authors are is none."""
    items = ("Ежегодно публиковать бюджет больниц", "Равная оплата труда женщин и мужчин")
    lines = ("p|Мы - сеть из сорока организаций.", *(f"p|{one}" for one in items))
    assert texts("ru", f"h|{title}", *lines) == list(items)


def test_a_colon_before_a_reason_makes_no_title() -> None:
    """It is a sentence."""
    assert texts("ru", f"p|Мы требуем {OF}: она плоха.") == [OF]
