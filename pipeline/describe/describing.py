"""All that is suggested about one recommendation, and about everything found in a statement."""

from __future__ import annotations

from dataclasses import replace

from pipeline.describe import goals, groups, hints, instruments, themes
from pipeline.describe.category import suggest_category
from pipeline.describe.issues import suggest_issues
from pipeline.describe.terms import find
from pipeline.models.findings import Findings, Recommendation
from pipeline.models.suggestions import Hint, Suggestions


def describe(text: str, language: str, stem: str = "") -> Suggestions:
    """What `text` in `language` (ISO 639-1) suggests; `stem` are the words that introduce it.

    Pure and deterministic; never raises on any text. In a language without tables only what is the same in
    every language (acronyms) is found.
    """
    hits = find(text, language)
    category, category_words = suggest_category(text, language, stem)
    return Suggestions(
        category=category,
        category_words=category_words,
        issues=suggest_issues(text, language),
        instruments=instruments.suggest_instruments(hits),
        goals=goals.suggest_goals(hits),
        themes=themes.suggest_themes(hits),
        groups=groups.suggest_groups(hits),
        hints=hints.suggest_hints(text, language, stem),
    )


def describe_findings(findings: Findings, language: str) -> Findings:
    """`findings` of a statement in `language` with `suggested` filled in; what staff decided stays."""
    return replace(
        findings,
        recommendations=tuple(_described(found, language) for found in findings.recommendations),
        set_aside=tuple(
            replace(aside, recommendation=_described(aside.recommendation, language))
            for aside in findings.set_aside
        ),
    )


def _described(found: Recommendation, language: str) -> Recommendation:
    suggested = describe(found.text, language, found.stem)
    suggested = replace(suggested, hints=_hints(found, suggested.hints))
    decided = found.suggested
    if "category" in decided.settled:
        suggested = replace(suggested, category=decided.category, category_words="")
    if "issues" in decided.settled:
        suggested = replace(suggested, issues=decided.issues)
    return replace(found, suggested=replace(suggested, settled=decided.settled))


def _hints(found: Recommendation, given: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """The hints with what is known of the statement around: who is asked, and actions that are apart."""
    kept = [hint for hint in given if not (found.addressee_words and hint.kind == "no addressee")]
    if given and len(found.actions) > 1 and all(hint.kind != "several actions" for hint in kept):
        kept.insert(0, Hint("several actions"))
    return tuple(kept)
