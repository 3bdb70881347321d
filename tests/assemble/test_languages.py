"""One session, packs in several languages: words, dates, direction and front matter of each."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from babel import Locale

from pipeline.assemble import assemble_pack, assemble_programme, number
from pipeline.assemble.dates import clock, day, days, listed, month, ordinal, weekday
from pipeline.models.document import Document, Inline, ItemList, Paragraph
from pipeline.models.session import FrontMatter, PreviousRecommendation
from pipeline.steps import make_pack
from tests import build, walk

LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")


def pack_in(language: str) -> Document:
    return assemble_pack(build.a_pack_input(language=language), build.the_templates())


def said(document: Document, part: str = "") -> str:
    return " ".join(walk.text(block) for block in walk.blocks(document, part))


@pytest.mark.parametrize(
    ("language", "agenda", "state_line"),
    [
        ("ar", "جدول الأعمال", "الدورة 30 للفريق العامل المعني بالاستعراض الدوري الشامل"),
        ("zh", "议程", "普遍定期审议工作组第30届会议"),
        ("ru", "Повестка дня", "30-я сессия Рабочей группы по УПО"),
        ("pt", "Ordem do dia", "30.ª sessão do Grupo de Trabalho da RPU"),
        ("fr", "Ordre du jour", "30e session du Groupe de travail sur l’EPU"),
    ],
)
def test_a_pack_speaks_its_language(language: str, agenda: str, state_line: str) -> None:
    """Headings and the session in the terms of the United Nations; the Document says which language it is in."""
    document = pack_in(language)
    assert document.language == language
    assert agenda in said(document, "agenda")
    assert state_line in said(document, "cover")


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_and_numbers_are_the_same_in_every_language(language: str) -> None:
    """What speakers wrote is not translated, R7 stays R7; only a language that is not the pack's is marked."""
    pack = build.a_pack_input(language=language)
    rows = number(pack)
    assert [row.number for row in rows] == [row.number for row in number(build.a_pack_input())]
    document = pack_in(language)
    words = said(document, "recommendations")
    for row in rows:
        if row.kind == "recommendation":
            assert row.item.text.split("\n")[0] in words
    quoted = [p for block in walk.blocks(document, "recommendations") for p in walk.paragraphs(block)]
    marked = {p.language for p in quoted if p.role == "text"}
    assert language not in marked
    assert ("en" in marked) == (language != "en")


@pytest.mark.parametrize(("language", "comma"), [("ar", "، "), ("zh", "，"), ("fr", ", ")])
def test_a_day_and_its_time_are_parted_as_the_language_does(language: str, comma: str) -> None:
    """On the cover and in the head of every page."""
    document = pack_in(language)
    head = "".join(inline.text for inline in document.furniture.head_right)
    start = build.a_pack_input().review.start
    words = build.the_templates().wording(language)
    assert head == f"{day(start, words)}{comma}{clock(start, words)}"
    assert f"{weekday(start, words)}{comma}" in said(document, "cover")


@pytest.mark.parametrize(("language", "name"), [("en", "Norway"), ("fr", "Norvège"), ("ar", "النرويج")])
def test_recommending_states_are_called_as_the_language_does(language: str, name: str) -> None:
    """What a list of the previous review names in English, or not at all as a State."""
    pack = build.a_pack_input(
        language=language,
        previous=[PreviousRecommendation("Invite it.", ("Norway", "Sample States"), True, "1", "Sample")],
    )
    words = said(assemble_pack(pack, build.the_templates()), "since-previous-review")
    assert name in words
    assert "Sample States" in words


def test_only_arabic_packs_run_to_the_left() -> None:
    """The whole Document says so, and a speaker's English in it the contrary."""
    assert {each: pack_in(each).direction for each in LANGUAGES} == {
        each: "rtl" if each == "ar" else "ltr" for each in LANGUAGES
    }
    quoted = [p for block in walk.blocks(pack_in("ar")) for p in walk.paragraphs(block) if p.language == "en"]
    assert quoted
    assert {p.direction for p in quoted} == {"ltr"}


def test_the_dots_of_an_arabic_pack_keep_names_and_numbers_apart() -> None:
    """A mark of direction stands at the pack's own dots, and in no word of a speaker."""

    def inlines(document: Document) -> list[tuple[str, Inline]]:
        found = []
        for block in walk.blocks(document):
            language = getattr(block, "language", "")
            found += [(language, inline) for inline in walk.inlines(block)]
        return found

    arabic = inlines(pack_in("ar"))
    assert any("\u200f" in inline.text for language, inline in arabic if not language)
    assert not any("\u200f" in inline.text for language, inline in arabic if language)
    assert not any("\u200f" in inline.text for _, inline in inlines(pack_in("fr")))


def test_front_matter_is_in_the_language_of_the_pack_or_says_in_which_it_is() -> None:
    """A translation where there is one; else the main text, marked with its language."""
    translated = FrontMatter(("Objectifs d’exemple.",), ("Une heure.",), ())
    session = build.a_session(pack_languages=("en", "fr", "ru"), translations=(("fr", translated),))
    pack = build.a_pack_input(session=session)
    templates = build.the_templates()
    french = assemble_pack(replace(pack, language="fr"), templates)
    assert "Objectifs d’exemple." in said(french, "about")
    assert "Pre-sessions let delegations" not in said(french, "about")
    russian = assemble_pack(replace(pack, language="ru"), templates)
    english = [
        block
        for block in walk.blocks(russian, "about")
        if isinstance(block, Paragraph | ItemList) and block.language == "en"
    ]
    assert len(english) == 4


def test_the_programme_is_there_in_every_language() -> None:
    """With the names of the States in it."""
    session = build.a_session([build.a_review((), build.CAMEROON)])
    document = assemble_programme(session, build.the_templates(), "room", "fr")
    assert "Cameroun" in said(document)
    assert document.language == "fr"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "10 to 13 April 2018"),
        ("fr", "10 au 13 avril 2018"),
        ("es", "10 al 13 de abril de 2018"),
        ("pt", "10 a 13 de abril de 2018"),
        ("zh", "2018年4月10日至13日"),
        ("ar", "من 10 إلى 13 نيسان/أبريل 2018"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language: str, shown: str) -> None:
    """Chinese puts the year first and shortens the last day; Arabic has both names of the month."""
    words = build.the_templates().wording(language)
    assert days(dt.date(2018, 4, 10), dt.date(2018, 4, 13), words) == shown


@pytest.mark.parametrize("number_of_month", range(1, 13))
def test_arabic_months_have_both_names(number_of_month: int) -> None:
    """As documents of the United Nations write them; figures are European."""
    words = build.the_templates().wording("ar")
    date = dt.date(2018, number_of_month, 9)
    usual = Locale("ar").months["format"]["wide"][number_of_month]
    for written in (day(date, words), weekday(date, words), month(date, words)):
        assert "/" in written
        assert "2018" in written
        assert written.count(usual) <= 1


def test_lists_and_ordinals_follow_the_language() -> None:
    """Words between the last two, endings of ordinals."""
    words = {each: build.the_templates().wording(each) for each in LANGUAGES}
    assert listed(["R1", "R2", "R3"], words["zh"]) == "R1、R2和R3"
    assert listed(["R1", "R2", "R3"], words["ru"]) == "R1, R2 и R3"
    assert {each: ordinal(30, words[each]) for each in ("ru", "pt", "fr", "ar")} == {
        "ru": "30-я",
        "pt": "30.ª",
        "fr": "30e",
        "ar": "30",
    }


BIO = "Sample Speaker 1 es jurista y trabaja con las familias de la región desde hace diez años."


@pytest.mark.parametrize(("language", "own"), [("ar", "es"), ("en", "es"), ("es", "")])
def test_a_bio_runs_as_its_own_language_does(language: str, own: str) -> None:
    """No pack translates it: in an Arabic one a Spanish bio runs from the left, its stop at its end."""
    contribution = replace(build.a_contribution(1, bio=BIO), bio_language="es")
    document = assemble_pack(build.a_pack_input([contribution], language=language), build.the_templates())
    (found,) = (
        each
        for block in walk.blocks(document, "bios")
        for each in walk.paragraphs(block)
        if BIO in walk.text(each)
    )
    assert found.language == own
    assert found.direction == "ltr"


def test_the_language_of_a_bio_is_found_when_a_pack_is_made() -> None:
    """From its words, since nobody declares it; the page read on a phone says it."""
    pack = build.a_pack_input([build.a_contribution(1, bio=BIO)], language="ar")
    templates = replace(build.the_templates(), prints=())
    files = make_pack(pack, templates).files
    (page,) = (data.decode() for name, data in files.items() if name.endswith(".html"))
    assert re.search(rf'<p[^>]* lang="es"[^>]*>{re.escape(BIO)}', page)
