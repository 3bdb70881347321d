"""What is extracted from a statement: recommendations, questions, and what was set aside, all verbatim."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Literal

from pipeline.models.suggestions import Suggestions
from pipeline.problems import Place

READ_LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")
"""The languages (ISO 639-1) in which recommendations and questions are found: those with a grammar file."""


class Addressee(enum.Enum):
    """Who is asked to act. `sur` is the State under Review, any branch or level of it."""

    SUR = "sur"
    OTHER_STATE = "other_state"
    UN_BODY = "un_body"
    COMPANY = "company"
    OTHER = "other"
    UNKNOWN = "unknown"


class SetAsideReason(enum.Enum):
    """Why something that looks like a recommendation is not in the pack's table."""

    ADDRESSEE = "addressee"
    REPORTED = "reported"
    REJECTED = "rejected"


Form = Literal["", "list item", "numbered paragraph", "semicolon item", "section", "sentence", "table", "box"]
"""How a recommendation stands in its statement; "section": a paragraph under a heading of recommendations."""

Decided = Literal["", "accepted", "changed", "added"]
"""What staff decided about an extracted item; "" if nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (end not included) of the text of passage number `passage` (from 0)."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A verbatim recommendation.

    `text` is exactly the spanned text; where several passages are spanned they are joined by "\\n".
    `stem` are the introducing words, "" where it stands by itself. `why` says in words why it was taken
    ("item of a list after the stem in paragraph 25"). `addressee_words` is what says who should act.
    `actions` are the separable actions of a compound recommendation, inside its spans, in order; empty
    where it asks one thing. `suggested` is filled in by the stage `describe`.
    """

    text: str
    spans: tuple[Span, ...]
    place: Place
    stem: str = ""
    addressee: Addressee = Addressee.SUR
    addressee_words: str = ""
    why: str = ""
    form: Form = ""
    actions: tuple[Span, ...] = ()
    decided: Decided = ""
    suggested: Suggestions = field(default_factory=Suggestions)

    @property
    def action_texts(self) -> tuple[str, ...]:
        """The words of each separable action."""
        return tuple(filter(None, map(self._words, self.actions)))

    def _words(self, action: Span) -> str:
        offset = 0
        for span in self.spans:
            if span.passage == action.passage and span.start <= action.start and action.end <= span.end:
                start = offset + action.start - span.start
                return self.text[start : start + action.end - action.start]
            offset += span.end - span.start + 1
        return ""


@dataclass(frozen=True, slots=True)
class Question:
    """A verbatim advance question; fields as in Recommendation."""

    text: str
    spans: tuple[Span, ...]
    place: Place
    stem: str = ""
    why: str = ""
    decided: Decided = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A recommendation that is not the pack's: only reported, or made to somebody else than the SuR."""

    recommendation: Recommendation
    reason: SetAsideReason


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one statement, each group in reading order; no two spans overlap.

    `doubtful` are stretches that may be recommendations and were not taken: in no table, for staff to decide.
    """

    recommendations: tuple[Recommendation, ...] = ()
    questions: tuple[Question, ...] = ()
    set_aside: tuple[SetAside, ...] = field(default=())
    doubtful: tuple[Recommendation, ...] = ()
