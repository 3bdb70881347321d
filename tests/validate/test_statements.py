"""A statement against its speaker, its floor time and its State; and what was found in it."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.findings import Findings, Recommendation, SetAside, SetAsideReason, Span
from pipeline.models.passages import FileKind, Kind, Passage, RawStatement, Run, Statement
from pipeline.problems import Place, Problem, problem
from pipeline.validate import (
    detect_language,
    languages,
    mark_of,
    validate_duplicates,
    validate_findings,
    validate_session,
    validate_statement,
)
from pipeline.validate.languages import CODES, count_aloud, is_detectable, rate, reading_minutes
from tests.validate.raw_session import REVIEW, changed, codes, raw_session

TEXTS = {
    "en": "The Government of Cuba should ratify the Convention against Torture and publish all reports about it.",
    "fr": "Le Gouvernement de Cuba devrait ratifier la Convention contre la torture et publier tous les rapports.",
    "es": "El Gobierno de Cuba debería ratificar la Convención contra la Tortura y publicar todos los informes.",
    "ru": "Правительству Кубы следует ратифицировать Конвенцию против пыток и опубликовать все доклады о ней.",
    "ar": "ينبغي لحكومة كوبا أن تصدق على اتفاقية مناهضة التعذيب وأن تنشر جميع التقارير المتعلقة بها.",
    "zh": "古巴政府应批准禁止酷刑公约并公布所有相关报告，保障人权维护者的安全，并与民间社会组织进行协商。",
}


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(Kind.PARAGRAPH, (Run(text),), Place(paragraph=number)) for number, text in enumerate(texts, 1)
    )


def checked(
    found: tuple[Passage, ...], language: str = "en", problems: tuple[Problem, ...] = (), **facts: object
) -> tuple[Statement | None, tuple[Problem, ...]]:
    session, _ = validate_session(
        raw_session(reviews={"cuba": changed(REVIEW, ("language: en", f"language: {language}"))})
    )
    assert session is not None
    [review] = session.reviews
    session = dataclasses.replace(session, statement_languages=("en", "fr", "es", "ru", "ar", "zh"), **facts)
    raw = RawStatement(FileKind.MARKDOWN, found, problems)
    return validate_statement(raw, review.speakers[0], review, session)


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told_from_its_text(language: str) -> None:
    """Those of UN meetings."""
    assert detect_language(passages(TEXTS[language])) == language


@pytest.mark.parametrize("language", TEXTS)
def test_a_long_text_whose_words_leave_no_doubt_is_told_as_the_detector_tells_it(language: str) -> None:
    """Without it, for it takes long to load."""
    text = " ".join([TEXTS[language]] * 4)
    assert languages._clear(text) == languages._identifier(languages._PLAUSIBLE)[0].classify(text)[0]
    assert languages._clear(text) == language


def test_a_text_half_in_another_language_or_in_none_of_these_is_left_to_the_detector() -> None:
    half = " ".join([TEXTS["en"]] * 4 + [TEXTS["es"]] * 4)
    assert languages._clear(half) == ""
    turkmen = (
        "Türkmenistanyň Hökümeti gynamalara garşy Konwensiýany tassyklamaly we ähli hasabatlary çap etmeli. "
    )
    assert languages._clear(turkmen * 6) == ""


def test_where_a_language_is_expected_that_few_speak_the_detector_is_asked() -> None:
    """Ukrainian is written in the letters of Russian, and has words of its own."""
    text = "Уряд має ратифікувати Конвенцію проти катувань і оприлюднити всі доповіді про неї без зволікань."
    assert detect_language(passages(text), ("uk",)) == "uk"


def test_too_little_text_has_no_language() -> None:
    """A guess would be noise."""
    assert detect_language(passages("Cuba")) == ""
    assert detect_language(()) == ""


def test_a_declared_language_that_is_another_is_a_warning_and_the_declared_one_is_kept() -> None:
    """Staff know better than statistics."""
    statement, problems = checked(passages(TEXTS["fr"] * 2), "es")
    assert statement is not None
    assert (statement.language, codes(problems)) == ("es", ["ST03"])


def test_a_language_the_detector_does_not_know_is_not_doubted() -> None:
    """Its guess would say nothing."""
    assert not is_detectable("ty")
    assert codes(checked(passages(TEXTS["en"]), "ty")[1]) == ["ST02"]


def test_without_a_declared_language_that_of_the_text_is_taken() -> None:
    """With a note."""
    statement, problems = checked(passages(TEXTS["es"]), "~")
    assert statement is not None
    assert (statement.language, codes(problems)) == ("es", ["ST12"])


def test_problems_of_the_reader_are_placed_in_the_speakers_file_and_its_errors_end_it() -> None:
    """The reader knows bytes only."""
    noticed = problem("FI10", Place(page=2, paragraph=3), insertions=1, deletions=2)
    statement, problems = checked(passages(TEXTS["en"]), problems=(noticed,))
    assert statement is not None
    assert str(problems[0].place) == "upr30/cuba/statements/legal-aid.md, page 2, paragraph 3"
    statement, problems = checked((), problems=(problem("FI05"),))
    assert (statement, codes(problems)) == (None, ["FI05"])


@pytest.mark.parametrize(
    ("language", "unit"), [("en", "words"), ("fr", "words"), ("ru", "words"), ("zh", "characters")]
)
def test_a_statement_longer_than_its_floor_time_says_how_much_to_cut(language: str, unit: str) -> None:
    """Exactly its time is fine; what is over is rounded up to tens."""
    one = "古巴" if language == "zh" else "Cuba "
    limit = 6 * rate(language) // (2 if language == "zh" else 1)
    assert "ST04" not in codes(checked(passages(one * limit), language)[1])
    _, problems = checked(passages(one * (limit + 12)), language)
    [found] = [each for each in problems if each.code == "ST04"]
    assert dict(found.values)["unit"] == unit
    assert dict(found.values)["over"] == ("30" if language == "zh" else "20")
    assert "the floor time is 6 minutes" in found.what


def test_footnotes_are_not_read_aloud() -> None:
    """They do not count."""
    note = Passage(Kind.FOOTNOTE, (Run("A long note of many words"),))
    assert count_aloud((*passages("Two words"), note), "en") == 2


@given(st.sampled_from(sorted(CODES)), st.integers(0, 10_000))
def test_every_language_has_a_rate(language: str, count: int) -> None:
    """Between slow and fast speech; more words never take less time."""
    assert 50 <= rate(language) <= 250
    assert reading_minutes(count, language) <= reading_minutes(count + 1, language)


def test_a_statement_that_never_names_the_state_is_doubted() -> None:
    """In the languages in which recommendations are found."""
    assert codes(checked(passages(TEXTS["en"].replace("of Cuba", "")))[1]) == ["ST05"]
    assert codes(checked(passages(TEXTS["ru"]), "ru")[1]) == []
    assert codes(checked(passages(TEXTS["ru"].replace("Кубы", "")), "ru")[1]) == ["ST05"]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "بيان بشأن فرنسا",
            "نوصي الحكومة بإصلاح القانون وبضمان استقلال القضاء وحرية الصحافة في كل مكان.",
        ),
        ("ru", "Заявление о положении во Франции", TEXTS["ru"].replace("Кубы", "")),
        ("zh", "关于法国的声明", "我们建议政府修改法律，保障司法独立和新闻自由，并公布所有合同。"),
        (
            "pt",
            "Declaração sobre a França",
            "Recomendamos ao Governo que reveja a lei e garanta a liberdade de imprensa.",
        ),
    ],
)
def test_a_statement_about_another_state_is_doubted_in_every_language(
    language: str, title: str, text: str
) -> None:
    _, problems = checked(passages(title, text), language)
    assert [code for code in codes(problems) if code in {"ST05", "ST06"}] == ["ST05", "ST06"]
    assert "France" in str(next(one for one in problems if one.code == "ST06"))
    own = {"ar": "كوبا", "ru": "Кубе", "zh": "古巴", "pt": "Cuba"}[language]
    _, problems = checked(passages(title, f"{text} {own}"), language)
    assert not {"ST05", "ST06"} & set(codes(problems))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("UPR pre-session statement on Mali", ["ST06"]),
        ("Mali", ["ST06"]),
        ("Déclaration sur le Mali", ["ST06"]),
        ("UPR of Cuba, with a word on Mali", []),
        ("A friendship between Mali and others", []),
        (
            "The delegation of Mali asked about this in the previous review, and then there was a long silence "
            * 3,
            [],
        ),
    ],
)
def test_a_title_of_another_state_is_doubted(title: str, expected: list[str]) -> None:
    """A heading is easily left from another session."""
    assert (
        codes(checked(passages(title, TEXTS["en"].replace("of Cuba", ""), "x", "y", "z", TEXTS["en"]))[1])
        == expected
    )


def findings_problems(*stems: str, aside: SetAsideReason | None = None, own: int = 0) -> list[str]:
    """With `aside` all items but the first `own` are set aside."""
    session, _ = validate_session(raw_session())
    assert session is not None
    [review] = session.reviews
    statement = Statement(passages(*stems, TEXTS["en"]), "en", 20, 1)
    items = tuple(Recommendation("ratify it", (Span(0, 0, 9),), Place(paragraph=1), stem) for stem in stems)
    found = (
        Findings(items)
        if aside is None
        else Findings(items[:own], set_aside=tuple(SetAside(item, aside) for item in items[own:]))
    )
    problems = validate_findings(statement, found, review.speakers[0], review, session)
    assert all(each.place.file == "upr30/cuba/statements/legal-aid.md" for each in problems)
    return codes(problems)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("We recommend that the Government of Cuba", []),
        ("We recommend that the Government of Mali", ["ST09"]),
        ("We call on Mali to", ["ST09"]),
        ("Nous recommandons au Gouvernement du Mali de", ["ST09"]),
        ("Recomendamos al Gobierno de Malí", ["ST09"]),
        ("As Mali did in 2013, we recommend that the Government", []),
        ("We recommend that the Government of Cuba, like the Government of Mali,", []),
    ],
)
def test_recommendations_to_another_state_are_doubted(stem: str, expected: list[str]) -> None:
    """Where the words say that this State should act; a State that is only mentioned does not count."""
    assert findings_problems(stem) == expected


def test_without_a_recommendation_there_is_a_warning_and_what_was_set_aside_is_counted() -> None:
    """Reported items are not doubted for the State that made them."""
    assert findings_problems() == ["ST07"]
    assert findings_problems("Mali recommended", "Chad recommended", aside=SetAsideReason.REPORTED) == [
        "ST07",
        "ST08",
    ]


def test_what_was_recommended_before_is_no_news_beside_recommendations() -> None:
    """Every statement tells of the previous review; a note on each would hide the others."""
    stem = "We recommend that the Government of Cuba"
    assert findings_problems(stem, "Mali recommended", aside=SetAsideReason.REPORTED, own=1) == []
    assert "ST08" in findings_problems(stem, "We ask firms", aside=SetAsideReason.ADDRESSEE, own=1)


def test_the_same_words_in_two_files_are_found_however_they_are_set() -> None:
    """Capitals, points and paragraphs do not matter."""
    second = (
        REVIEW[REVIEW.index("  - name") :].replace("Speaker 1", "Speaker 2").replace("legal-aid", "other")
    )
    raw = raw_session(
        reviews={"cuba": REVIEW + second}, files=["statements/legal-aid.md", "statements/other.md"]
    )
    session, _ = validate_session(raw)
    assert session is not None
    words = " ".join(f"word{number}" for number in range(30))
    one = Statement(passages(words), "en", 30, 1)
    two = Statement(passages(*words.upper().split()), "en", 30, 1)
    statements = {"cuba/statements/legal-aid.md": mark_of(one), "cuba/statements/other.md": mark_of(two)}
    assert codes(validate_duplicates(session, raw, statements)) == ["ST11", "ST11"]
    assert validate_duplicates(session, raw) == ()
