"""What is suggested about recommendations: category, issues, instruments, goals, themes, groups, hints."""

from __future__ import annotations

from pipeline.models.findings import Findings
from pipeline.models.suggestions import Suggestions

__all__ = ["describe", "describe_findings", "is_likely", "is_written_so", "language_of", "script_of"]


def describe(text: str, language: str, stem: str = "") -> Suggestions:
    """What the recommendation `text` in `language` (ISO 639-1) suggests; `stem` are its introducing words.

    Pure and deterministic; never raises on any text. In a language without tables only what is the same in
    every language (acronyms) is found.
    """
    from pipeline.describe.describing import describe as run

    return run(text, language, stem)


def describe_findings(findings: Findings, language: str) -> Findings:
    """`findings` of a statement in `language` with `suggested` filled in, also of what was set aside.

    What staff decided stays: a category or issues that are there already are not changed.
    """
    from pipeline.describe.describing import describe_findings as run

    return run(findings, language)


def language_of(text: str, expected: str) -> str:
    """The language of one line among the seven, `expected` where its words do not clearly say another.

    "" where nothing is clear and `expected` is written in another script.
    """
    from pipeline.describe.language import language_of as run

    return run(text, expected)


def is_likely(text: str, language: str) -> bool:
    """Whether anything in the words of a line in Latin letters speaks for `language`."""
    from pipeline.describe.language import is_likely as run

    return run(text, language)


def script_of(text: str) -> str:
    """The script of most letters: "ar", "ru", "zh" after a language in it, "latin", "" for another."""
    from pipeline.describe.language import script_of as run

    return run(text)


def is_written_so(language: str, script: str) -> bool:
    """Whether `language` (ISO 639-1) may be written in `script` as `script_of` names it."""
    from pipeline.describe.language import is_written_so as run

    return run(language, script)
