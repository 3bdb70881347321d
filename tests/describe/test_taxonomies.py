"""Goals, themes and groups: what is named in any language, in the labels of OHCHR and of A/RES/70/1."""

from __future__ import annotations

import csv
import json
from importlib import resources
from pathlib import Path

import pytest

from pipeline.describe import describe
from pipeline.describe.terms import RULES, find, labels, rows
from pipeline.describe.themes import taxonomy


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ensure access to education for girls with disabilities"),
        ("fr", "Garantir l'accès à l'éducation des filles handicapées"),
        ("es", "Garantizar el acceso a la educación de las niñas con discapacidad"),
        ("pt", "Garantir o acesso à educação das meninas com deficiência"),
        ("ru", "Обеспечить доступ к образованию для девочек с инвалидностью"),
        ("ar", "ضمان حصول الفتيات ذوات الإعاقة على التعليم"),
        ("zh", "确保残疾女童获得教育"),
    ],
)
def test_the_same_words_give_the_same_labels_in_seven_languages(language: str, text: str) -> None:
    """Education, girls, disability."""
    found = describe(text, language)
    assert {4, 5} <= set(found.goals)
    assert "Right to education" in found.themes
    assert {"Women & girls", "Persons with disabilities"} <= set(found.groups)


def test_nothing_named_is_nothing_suggested() -> None:
    """What is not sure stays empty."""
    found = describe("Do what was said last time", "en")
    assert (found.goals, found.themes, found.groups, found.instruments) == ((), (), (), ())


@pytest.mark.parametrize("table", ["themes", "groups"])
def test_every_label_has_a_version(table: str) -> None:
    """Each theme and group of the rules is a label of the taxonomy, with the cycle it was last seen in."""
    used = {label for label, _, _ in rows(table)}
    assert used - taxonomy(table).keys() == set()
    assert {label.cycle for label in taxonomy(table).values()} <= {0, 2, 3, 4}


def test_labels_of_the_latest_lists_are_spelt_as_there(shared: Path) -> None:
    """A label with a cycle stands in OHCHR's list of that cycle, in its spelling."""
    with (shared / "data" / "ohchr_themes_groups_sdgs_observed.csv").open(encoding="utf-8") as file:
        seen = {(row["kind"], row["cycle"], row["label"].casefold()) for row in csv.DictReader(file)}
    for table in ("themes", "groups"):
        for label in taxonomy(table).values():
            if label.cycle:
                names = {label.name.casefold(), *(name.casefold() for name in label.earlier)}
                assert any((table, str(label.cycle), name) in seen for name in names), label


def test_rules_name_only_what_is_there() -> None:
    """A rule of goals, themes or groups speaks of concepts and instruments that a table has."""
    known = {label for table in ("concepts", "instruments") for label, _, _ in rows(table)}
    for table in RULES:
        for label, language, terms in rows(table):
            assert language == "all"
            for term in terms:
                names = {part.strip("{} ") for part in term.replace("!", "+").split("+")}
                assert names <= known, (table, label, names - known)


def test_every_concept_has_terms_in_all_languages() -> None:
    """No language is left behind."""
    languages: dict[str, set[str]] = {}
    for label, language, terms in rows("concepts"):
        assert terms
        languages.setdefault(label, set()).add(language)
    assert {label: found for label, found in languages.items() if len(found) != 7} == {}


def test_precision_on_the_official_lists_of_the_fourth_cycle(shared: Path) -> None:
    """Figures of docs/describing.md do not get worse: themes, groups, goals of the rows of cycle 4."""
    found = {kind: _scores(shared, kind) for kind in ("themes", "groups", "goals")}
    assert found["themes"][0] >= 0.74
    assert found["groups"][0] >= 0.93
    assert found["goals"][0] >= 0.67


def _scores(shared: Path, kind: str) -> tuple[float, float]:
    """(precision, recall) over the labelled rows of cycle 4; the label "general" and rows without goals left out."""
    right = given = there = 0
    lines = (shared / "data" / "slovenia_thematic_lists.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, lines):
        gold = _gold(row, kind)
        if row["cycle"] != 4 or (kind == "goals" and not gold):
            continue
        suggested = set(labels(find(row["text"], "en"), kind))
        right += len(suggested & gold)
        given += len(suggested)
        there += len(gold)
    return right / given, right / there


def _gold(row: dict[str, list[str]], kind: str) -> set[str]:
    if kind == "goals":
        return {str(int(name.split()[0])) for name in row["sdgs"]}
    current = {
        old.casefold(): label.name
        for label in taxonomy(kind).values()
        for old in (label.name, *label.earlier)
    }
    return {current.get(name.casefold(), name) for name in row[kind]} - {"general"}


def test_the_tables_are_plain_csv() -> None:
    """Three columns, no line without terms: a linguist can open them anywhere."""
    folder = resources.files("pipeline.describe") / "data"
    for name in ("instruments", "concepts", "goals", "themes", "groups", "hints"):
        lines = list(csv.reader((folder / f"{name}.csv").read_text("utf-8").splitlines()))
        assert lines[0] == ["label", "language", "terms"]
        assert all(len(line) == 3 and line[2].strip() for line in lines[1:])
