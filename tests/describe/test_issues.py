"""Issues of the 54 of UPR Info's list, suggested in seven languages."""

from __future__ import annotations

import csv
import json
import time
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.describe.issues import issue_labels, labels_of_export, suggest_issues
from pipeline.describe.issues_features import features
from pipeline.describe.issues_model import loaded, model, scores
from pipeline.describe.rows import Rows

DATA = Path(__file__).resolve().parents[2] / "pipeline" / "describe" / "data"
LANGUAGES = ["ar", "en", "es", "fr", "pt", "ru", "zh"]


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Abolish the death penalty", ["Death penalty"]),
        (
            "Ratify the Optional Protocol to the Convention against Torture",
            ["Detention conditions", "International instruments", "Torture and other CID treatment"],
        ),
        ("Combat child labour", ["Labour", "Rights of the Child"]),
        ("Issue a standing invitation to all special procedures", ["Special procedures"]),
    ],
)
def test_an_english_recommendation_gets_what_the_guide_says(text: str, issues: list[str]) -> None:
    """The guide's own quotes of October 2014 come out as the guide tags them."""
    assert suggest_issues(text, "en") == tuple(issues)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Abolir la peine de mort"),
        ("es", "Abolir la pena de muerte"),
        ("pt", "Abolir a pena de morte"),
        ("ru", "Отменить смертную казнь"),
        ("ar", "إلغاء عقوبة الإعدام"),
        ("zh", "废除死刑"),
    ],
)
def test_other_languages_are_read_by_their_terms(language: str, text: str) -> None:
    """The same demand has the same issue in every language."""
    assert suggest_issues(text, language) == ("Death penalty",)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", "...", "\ud800", "12 34"])
def test_a_text_that_says_nothing_has_no_issue(language: str, text: str) -> None:
    """What is not sure enough stays empty."""
    assert suggest_issues(text, language) == ()


def test_a_language_without_tables_has_no_issues() -> None:
    """Swedish is not read as if it were English."""
    assert suggest_issues("Ratify the Optional Protocol to the Convention against Torture", "sv") == ()


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300), st.sampled_from([*LANGUAGES, "", "xx"]))
def test_any_text_gives_labels_of_the_list_in_its_order(text: str, language: str) -> None:
    """Never an exception, never a label twice, always in the order of the guide."""
    places = [issue_labels().index(issue) for issue in suggest_issues(text, language)]
    assert places == sorted(set(places))


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="abcdef ratify women", max_size=200))
def test_capitals_change_nothing_in_english(text: str) -> None:
    """Headings in capitals are read like other lines."""
    assert suggest_issues(text.upper(), "en") == suggest_issues(text, "en")


@pytest.mark.parametrize("features", [[], [3], [1, 5, 9, 4_000_000_000]])
def test_a_feature_is_found_where_it_stands_and_nowhere_else(features: list[int]) -> None:
    rows = Rows(array("I", features))
    for _ in range(2):  # remembered or not
        assert [rows[feature] for feature in features] == list(range(len(features)))
        assert [rows[feature] for feature in (0, 2, 4, 2**32 - 1)] == [None] * 4


@pytest.mark.parametrize("name", ["words", "terms"])
def test_the_features_of_a_model_ascend_as_they_are_looked_for(name: str) -> None:
    features = list(model(name).rows._features)
    assert features == sorted(set(features))


def test_scores_do_not_depend_on_what_was_read_before() -> None:
    """Rows kept from earlier texts give the same numbers as rows read anew."""
    text = "Take measures to ensure the rights of women and children in detention"
    fresh = loaded((DATA / "issues_words.bin").read_bytes())
    first = scores(fresh, features(text))
    assert scores(fresh, features(text)) == first
    assert scores(model("words"), features(text)) == first


def test_a_very_long_text_is_read_in_bounded_time() -> None:
    """A whole book given as one recommendation does not hang the build."""
    began = time.perf_counter()
    suggest_issues("women and children in detention " * 20_000, "en")
    assert time.perf_counter() - began < 2


def test_the_list_is_the_guide_of_october_2014(shared: Path) -> None:
    """All 54 labels in the guide's spelling, and what the export calls them."""
    with (shared / "data" / "uprinfo_issues_2014.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(issue_labels()) == [row["label_methodology_oct2014"] for row in rows]
    assert labels_of_export() == {
        row["label_in_database_export"]: row["label_methodology_oct2014"] for row in rows
    }


def test_the_scores_beside_the_model_hold_what_the_documents_promise() -> None:
    """Measured on later sessions than it learnt from, the model of words stays above 0.90."""
    report = json.loads((DATA / "issues_scores.json").read_text("utf-8"))
    assert report["words"]["1-14 -> 15-17"]["micro_f1"] >= 0.90


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_aligned_sentences_agree_more_than_not(shared: Path, language: str) -> None:
    """What a translation gets is mostly what its English sentence gets."""
    both = total = 0
    name = "un_devset_recommendation_sentences_6lang.tsv"
    with (shared / "data" / name).open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            one, other = set(suggest_issues(line["en"], "en")), set(suggest_issues(line[language], language))
            both += 2 * len(one & other)
            total += len(one) + len(other)
    assert both / total > 0.5
