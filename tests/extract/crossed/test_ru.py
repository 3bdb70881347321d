"""Russian: who asks, with which verb, of whom and what, each crossed with the others."""

from __future__ import annotations

from itertools import product

from tests.extract.forms import aside, texts

DONE = "отменить смертную казнь"
ITEMS = ("освободить всех заключённых", "изменить закон об НПО", "разрешить журналистам работать")
OURS = (
    "призываем",
    "хотели бы призвать",
    "продолжаем призывать",
    "считаем необходимым призвать",
    "пользуемся этой возможностью, чтобы призвать",
)
TO_WHOM = ("рекомендуем", "хотели бы рекомендовать", "считаем необходимым рекомендовать", "советуем")
STATE = (
    ("Кубу", "Кубе"),
    ("Правительство Кубы", "Правительству Кубы"),
    ("кубинские власти", "кубинским властям"),
    ("Министерство юстиции", "Министерству юстиции"),
    ("государство-участник", "государству-участнику"),
)
ASKERS = (
    "Международная амнистия",
    "Союз юристов",
    "Кубинский союз правозащитников",
    "Общественный фонд «Право и справедливость»",
    "Центр «Закон», работающий в семи областях,",
    "Совет по правам ребёнка",
    "Профсоюз учителей",
    "Настоящий доклад",
)
THEIRS = ("призывает", "настоятельно призывает", "продолжает призывать", "хочет призвать")
STEMS = (
    "Наши рекомендации изложены ниже.",
    "Необходимо:",
    "Рекомендуется:",
    "Государству-участнику:",
    "Что должно сделать государство:",
    "Пути решения проблемы:",
    "Мы надеемся, что государства порекомендуют Кубе:",
)
AFTER = (
    "",
    ", как рекомендовал Комитет против пыток",
    ", как это было рекомендовано Комитетом",
    " к 2028 году",
)
OTHERS = ("Комитет по правам человека", "Специальный докладчик", "Ряд государств", "Европейский союз")
TOLD = ("{} рекомендовал Кубе ", "В 2019 году {} призвал Кубу ", "{} рекомендует Кубе ")
HAPPENED = ("Правительство обещало ", "Суд постановил ", "Власти отказались ", "Демонстранты потребовали ")
MUST = (
    "журналисты должны быть освобождены",
    "закон должен быть изменён",
    "следует отменить запрет на собрания",
    "полиция не должна применять силу",
)


def test_we_ask_with_each_verb_each_authority() -> None:
    """In the accusative and in the dative, also with a verb on which that of asking hangs."""
    for who, whom in STATE:
        for verb in OURS:
            assert texts("ru", f"p|Мы {verb} {who} {DONE}.") == [DONE], (verb, who)
        for verb in TO_WHOM:
            assert texts("ru", f"p|Мы {verb} {whom} {DONE}.") == [DONE], (verb, whom)


def test_an_organisation_asks_with_each_verb() -> None:
    """Whatever its name has in it, and with what others recommended too."""
    for asker, verb, after in product(ASKERS, THEIRS, AFTER):
        sentence = f"p|{asker} {verb} Правительство Кубы {DONE}{after}."
        assert texts("ru", sentence) == [DONE + after], (asker, verb, after)


def test_lists_under_each_stem() -> None:
    """With bullets, numbers and behind facts."""
    for stem, marks in product(STEMS, (("-", "-", "-"), ("1.", "2.", "3."))):
        lines = [f"{mark}|{one};" for mark, one in zip(marks, ITEMS, strict=True)]
        assert texts("ru", "p|Закон устарел.", f"p|{stem}", *lines) == list(ITEMS), stem


def test_obligations_behind_each_opinion() -> None:
    """They begin after it."""
    for must, front in product(MUST, ("", "Мы считаем, что ", "По нашему мнению, ")):
        said = must if front else must.capitalize()
        assert texts("ru", f"p|{front}{said}.") == [said], (front, must)


def test_donors_are_no_authority() -> None:
    """Of the State under Review."""
    for text in (f"Призываем страны-доноры {DONE}.", f"Рекомендуем странам-донорам {DONE}."):
        assert aside("ru", f"p|{text}") == [("addressee", DONE)]


def test_what_others_ask_and_what_happened_is_not_asked() -> None:
    """Whatever is told of."""
    for told, who, what in product(TOLD, OTHERS, ITEMS):
        assert texts("ru", f"p|{told.format(who)}{what}.") == [], (told, who)
    for told, what in product(HAPPENED, (DONE, *ITEMS)):
        assert texts("ru", f"p|{told}{what}.") == [], told
