"""A statement as read, checked against who gives it, for how long and about which State."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from pipeline.models.called import CALLED, called
from pipeline.models.passages import Kind, Passage, RawStatement, Statement
from pipeline.models.session import Review, Session, Speaker
from pipeline.models.states import State, all_states, named_states
from pipeline.problems import Problem, has_errors, problem
from pipeline.validate.languages import (
    count_aloud,
    detect_language,
    is_counted_in_characters,
    is_detectable,
    language_name,
    rate,
    reading_minutes,
    spoken_text,
)

__all__ = ["validate_statement"]

_TITLE_PASSAGES = 4
_TITLE_LENGTH = 200
_NAMED_LANGUAGES = frozenset({"en", "fr", "es"})  # those in which exact names are recognised
_REVIEW_WORDS = re.compile(
    r"\bUPR\b|\bEPU\b|Universal Periodic Review|Examen p[ée]riodique universel|Examen Peri[óo]dico Universal"
    r"|pre-?session|pr[ée]-?session|presesi[óo]n|statement|d[ée]claration|declaraci[óo]n|review of",
    re.IGNORECASE,
)


def validate_statement(
    raw: RawStatement, speaker: Speaker, review: Review, session: Session
) -> tuple[Statement | None, tuple[Problem, ...]]:
    """Check what a reader made of the file of `speaker`; None where an error keeps it out of the pack.

    Everything is placed in that file. What is only likely (language, length, another State's name) warns and
    never stops a State, for staff may not change a statement.
    """
    shown = f"{session.shown}/{speaker.statement}" if session.shown else speaker.statement
    problems = [found.within(shown) for found in raw.problems]
    if has_errors(problems):
        return None, tuple(problems)
    language = _language(raw.passages, speaker, session, problems)
    words = count_aloud(raw.passages, language)
    if not words:
        problems.append(problem("ST01"))
    if language not in session.statement_languages:
        accepted = ", ".join(session.statement_languages)
        problems.append(problem("ST02", language=language_name(language), accepted=accepted))
    statement = Statement(raw.passages, language, words, reading_minutes(words, language), raw.pages)
    if words:
        problems += _length(statement, speaker)
        problems += _names(statement, review.state)
    placed = tuple(found.within(shown) for found in problems)
    return (None if has_errors(placed) else statement), placed


def _language(
    passages: Sequence[Passage], speaker: Speaker, session: Session, problems: list[Problem]
) -> str:
    """The declared language; without one that of the text, or the pack's where the text is too short."""
    plausible = (*session.statement_languages, *filter(None, [speaker.language]))
    detected = detect_language(passages, plausible)
    if not speaker.language:
        language = detected or session.language
        problems.append(problem("ST12", language=language_name(language)))
        return language
    if detected and detected != speaker.language and is_detectable(speaker.language):
        declared = language_name(speaker.language)
        problems.append(problem("ST03", detected=language_name(detected), declared=declared))
    return speaker.language


def _length(statement: Statement, speaker: Speaker) -> list[Problem]:
    """A warning where reading aloud takes longer than the floor time, with how much to cut."""
    if statement.minutes <= speaker.floor_minutes:
        return []
    in_time = speaker.floor_minutes * rate(statement.language)
    over = statement.words - in_time
    values = {
        "count": statement.words,
        "unit": "characters" if is_counted_in_characters(statement.language) else "words",
        "minutes": f"{statement.minutes:.1f}",
        "floor": f"{speaker.floor_minutes} minutes",
        "over": max(1, math.ceil(over / 10) * 10 if over > 10 else over),
    }
    return [problem("ST04", **values)]


def _names(statement: Statement, state: State) -> list[Problem]:
    """Warnings where the State under Review is never named, or a title names another one."""
    problems = []
    text = spoken_text(statement.passages)
    if statement.language in _NAMED_LANGUAGES:
        named = state.code in {found.code for _, _, found in named_states(text)}
    else:
        named = statement.language not in CALLED or called(state, text, statement.language)
    if not named:
        problems.append(problem("ST05", state=state.name()))
    other = _other_in_title(statement.passages, state)
    if other is None and not named and statement.language in CALLED:
        other = _other_called(statement, state)
    if other is not None:
        passage, found = other
        title = passage.text.strip()[:100]
        place = passage.place
        problems.append(problem("ST06", place, other=found.name(), state=state.name(), title=f'"{title}"'))
    return problems


def _titles(passages: Sequence[Passage]) -> list[Passage]:
    """The short ones of the first lines."""
    first = [p for p in passages if p.kind is not Kind.FOOTNOTE and p.text.strip()][:_TITLE_PASSAGES]
    return [p for p in first if len(p.text) <= _TITLE_LENGTH]


def _other_called(statement: Statement, state: State) -> tuple[Passage, State] | None:
    """The first title line that names another State, in one of the languages `CALLED`.

    The names may be other words there: only where the State under Review is named nowhere.
    """
    for passage in _titles(statement.passages):
        for other in all_states():
            if other.code != state.code and called(other, passage.text, statement.language):
                return passage, other
    return None


def _other_in_title(passages: Sequence[Passage], state: State) -> tuple[Passage, State] | None:
    """The first title line that is about another State, if no title line names the State under Review."""
    titles = _titles(passages)
    if any(found.code == state.code for p in titles for _, _, found in named_states(p.text)):
        return None
    for passage in titles:
        for start, end, found in named_states(passage.text):
            alone = passage.text.strip() == passage.text[start:end]
            if alone or _REVIEW_WORDS.search(passage.text):
                return passage, found
    return None
