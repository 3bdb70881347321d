"""The stage as a whole: pure, quick, safe on any text, and staff's decisions stay."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.describe import describe, describe_findings, language_of
from pipeline.describe.issues import issue_labels
from pipeline.describe.terms import find
from pipeline.models.findings import Findings, Recommendation, SetAside, SetAsideReason, Span
from pipeline.models.issues import ISSUES
from pipeline.models.suggestions import ActionCategory, Suggestions
from pipeline.problems import Place

LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh", "de", "")


def recommendation(text: str, **more: object) -> Recommendation:
    return Recommendation(text, (Span(0, 0, len(text)),), Place(), **more)  # type: ignore[arg-type]


@settings(deadline=None)  # the first text of a language loads its tables
@given(st.text(), st.sampled_from(LANGUAGES), st.text(max_size=30))
def test_any_text_gives_suggestions_and_no_exception(text: str, language: str, stem: str) -> None:
    """Hints carry words of the text only."""
    for hint in describe(text, language, stem).hints:
        assert hint.words in text


@settings(deadline=None)  # the first text of a language loads its tables
@given(st.text(), st.sampled_from(LANGUAGES))
def test_places_of_terms_lie_in_the_text_and_in_order(text: str, language: str) -> None:
    """Each hit spans characters of the text."""
    hits = find(text, language)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert [hit.first for hit in hits] == sorted(hit.first for hit in hits)


def test_what_staff_set_stays() -> None:
    """A category and issues that are there already are not changed; the rest is filled in."""
    decided = Suggestions(
        category=ActionCategory.MINIMAL, issues=("Development",), settled=("category", "issues")
    )
    found = describe_findings(Findings((recommendation("Ratify the OP-CAT", suggested=decided),)), "en")
    suggested = found.recommendations[0].suggested
    assert (suggested.category, suggested.issues) == (ActionCategory.MINIMAL, ("Development",))
    assert suggested.instruments == ("OP-CAT",)


def test_what_was_set_aside_is_described_too() -> None:
    """Reported recommendations are labelled as the others."""
    aside = SetAside(recommendation("Ratify the OP-CAT"), SetAsideReason.REPORTED)
    found = describe_findings(Findings(set_aside=(aside,)), "en")
    assert found.set_aside[0].recommendation.suggested.instruments == ("OP-CAT",)
    assert found.set_aside[0].reason is SetAsideReason.REPORTED


def test_words_that_name_the_addressee_take_the_hint_away() -> None:
    """The statement around says who is asked."""
    text = "Release the prisoners"
    found = describe_findings(Findings((recommendation(text, addressee_words="Cuba"),)), "en")
    assert all(hint.kind != "no addressee" for hint in found.recommendations[0].suggested.hints)


def test_marked_actions_are_told_as_several() -> None:
    """Where extraction marks two actions, the speaker is told, even if no verb is known."""
    found = recommendation("Free them; feed them", actions=(Span(0, 0, 9), Span(0, 11, 20)))
    hints = describe_findings(Findings((found,)), "en").recommendations[0].suggested.hints
    assert "several actions" in {hint.kind for hint in hints}


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("Ratify ICCPR", "", ""),
        ("Ratify ICCPR", "fr", "fr"),
        ("Ratify the ICCPR", "fr", "en"),
        ("Établir une institution nationale", "en", "fr"),
        ("Établir une institution nationale", "", "fr"),
        ("Fortalecer las instituciones", "pt", "pt"),
        ("Aprobar las leyes", "en", "es"),
        ("Côte d'Ivoire: ratify ICCPR", "en", "en"),
        ("São Tomé e Príncipe", "en", "en"),
        ("Ensure that all the rights of women are protected by law", "", "en"),
        ("Garantizar los derechos de las mujeres y de los niños en las zonas rurales", "en", "es"),
        ("Garantir les droits des femmes et des enfants dans les zones rurales", "en", "fr"),
        ("Garantir os direitos das mulheres e das crianças nas zonas rurais do país", "en", "pt"),
        ("Обеспечить права женщин", "en", "ru"),
        ("ضمان حقوق المرأة", "en", "ar"),
        ("保障妇女权利", "en", "zh"),
        ("", "es", "es"),
    ],
)
def test_a_line_is_in_another_language_only_where_that_is_clear(
    text: str, expected: str, language: str
) -> None:
    """Short lines keep the language of their file, but for those that begin with an action; a script decides."""
    assert language_of(text, expected) == language


def test_a_statement_is_described_at_once() -> None:
    """Fifteen recommendations, after loading; the bar of docs/describing.md is 5 ms on a quiet machine."""
    texts = [
        f"Amend article {n} of the Penal Code and ensure the rights of women and children" for n in range(15)
    ]
    describe("Ratify the OP-CAT", "en")
    start = time.process_time()
    for text in texts:
        describe(text, "en")
    assert time.process_time() - start < 0.1


def test_what_staff_emptied_stays_empty() -> None:
    """No category and no issue is a decision too."""
    emptied = Suggestions(settled=("category", "issues"))
    found = Recommendation("Ratify the Convention against Torture.", (), Place(), suggested=emptied)
    suggested = describe_findings(Findings((found,)), "en").recommendations[0].suggested
    assert (suggested.category, suggested.issues) == (None, ())
    assert suggested.instruments


def test_the_list_of_issues_is_that_of_the_taxonomy() -> None:
    """What staff may write and what is suggested are one list."""
    assert issue_labels() == ISSUES
