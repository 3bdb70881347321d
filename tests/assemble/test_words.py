"""The pack's own words: complete catalogues, dates and plurals in the pack's language."""

from __future__ import annotations

import ast
import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from pipeline.assemble import assemble_pack, table_facts
from pipeline.assemble.dates import clock, cycle, days, language_name, ordinal, weekday
from pipeline.models.session import OrganisationKind
from pipeline.models.templates import Wording
from pipeline.read import read_templates
from tests import build, walk

_CALLS = {"words", "wording", "pattern", "count", "count_pattern"}


def sentences_in_code(root: Path) -> set[str]:
    """Every literal sentence that the code looks up."""
    found: set[str] = set()
    files = [*(root / "pipeline/assemble").glob("*.py"), *(root / "pipeline/render").rglob("*.py")]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[0]
                if name in _CALLS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def constants_in_code(root: Path) -> set[str]:
    files = [*(root / "pipeline/assemble").glob("*.py"), *(root / "pipeline/render").rglob("*.py")]
    return {
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_english_catalogue_has_every_sentence_of_the_code(root: Path) -> None:
    """And no sentence that the code does not say."""
    catalogue = {message.english for message in read_templates().sentences}
    assert sentences_in_code(root) - catalogue == set()
    assert catalogue - constants_in_code(root) == set()


@pytest.mark.parametrize("language", ["fr", "es"])
def test_french_and_spanish_are_complete(language: str) -> None:
    """Every sentence and every plural form has words."""
    raw = read_templates()
    catalogue = next(each for each in raw.catalogues if each.language == language)
    translated = {m.english for m in catalogue.messages if all(m.translations)}
    assert {message.english for message in raw.sentences} == translated


class _Recording(dict[str, str]):
    """A catalogue without translations that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(key)
        return default


def test_everything_a_pack_looks_up_is_in_the_catalogue() -> None:
    """Also what is looked up by way of a table (kinds, answers, cycles)."""
    asked = _Recording()
    plurals = _Recording()
    words = Wording("en", asked, plurals)  # type: ignore[arg-type]
    templates = dataclasses.replace(build.the_templates(), wordings={"en": words})
    hidden = [build.a_contribution(n, consent=build.NOTHING) for n in (1, 2, 3)]
    for contribution, kind in zip(hidden, OrganisationKind, strict=True):
        organisation = dataclasses.replace(contribution.speaker.organisation, kind=kind)
        speaker = dataclasses.replace(contribution.speaker, organisation=organisation, description="")
        assemble_pack(build.a_pack_input([dataclasses.replace(contribution, speaker=speaker)]), templates)
    assemble_pack(build.a_pack_input(), templates)
    table_facts(build.a_pack_input(), templates)
    assert (asked.asked | plurals.asked) - {m.english for m in read_templates().sentences} == set()


def test_a_french_pack_is_french_throughout() -> None:
    """Dates, times, counts and languages too."""
    document = build.a_document(build.a_pack_input(session=build.a_session(language="fr")))
    said = " ".join(walk.text(block) for block in walk.blocks(document))
    assert "jeudi 12 avril 2018, 10\u00a0h\u00a000 – 11\u00a0h\u00a000" in said
    assert "30e session du Groupe de travail sur l’EPU, mai 2018, troisième cycle" in said
    assert "6\u00a0minutes · anglais" in said
    for english in ("Recommendation", "Agenda", "Speakers", "awaited", "minutes for"):
        assert english not in said.replace("Recommendations that are specific", "")


def test_a_language_without_a_catalogue_gives_an_english_pack() -> None:
    """English in words and dates, not half of each."""
    document = build.a_document(build.a_pack_input(session=build.a_session(language="it")))
    assert document.language == "en"
    assert "Thursday, 12 April 2018" in walk.part_text(document, "cover")


def test_english_ordinals() -> None:
    """Eleventh to thirteenth are not first to third."""
    words = Wording("en")
    shown = [ordinal(n, words) for n in (1, 2, 3, 4, 11, 12, 13, 21, 30, 42, 53, 111)]
    assert shown == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "30th",
        "42nd",
        "53rd",
        "111th",
    ]


def test_dates_in_spanish_and_in_a_language_unknown_to_cldr() -> None:
    """The latter in British English."""
    day = dt.date(2018, 4, 12)
    assert weekday(day, Wording("es")) == "jueves, 12 de abril de 2018"
    assert weekday(day, Wording("qqq")) == "Thursday, 12 April 2018"
    assert days(day, day, Wording("en")) == "12 April 2018"
    assert days(dt.date(2018, 4, 10), day, Wording("en")) == "10 to 12 April 2018"
    assert days(dt.date(2018, 3, 31), day, Wording("en")) == "31 March 2018 to 12 April 2018"
    assert language_name("xq", Wording("en")) == "xq"
    assert clock(dt.datetime(2018, 4, 12, 9, 5), Wording("en")) == "09.05"
    assert cycle(7, Wording("en")) == "cycle 7"


def test_plurals_follow_the_rule_of_the_language() -> None:
    """French counts nought as one; a rule with three forms is followed too."""
    french = build.the_templates().wording("fr")
    assert french.count("{n} word", "{n} words", 0) == "0\u00a0mot"
    russian = Wording("ru", {}, {"{n} word": ("{n} a", "{n} b", "{n} c")}, "n==1 ? 0 : n<5 ? 1 : 2")
    assert [russian.count("{n} word", "{n} words", n) for n in (1, 3, 7)] == ["1 a", "3 b", "7 c"]
