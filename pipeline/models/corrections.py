"""What staff decided about extracted items, as corrections.yaml of a State says it, and how it fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from pipeline.models.findings import Findings, Span
from pipeline.problems import Place, Problem

ItemKind = Literal["recommendation", "question", "reported", "others", "doubtful"]
"""What an item was found as: in the pack's tables (the first two), set aside (only reported, made to others),
or doubtful: perhaps missed."""

Decision = Literal["recommendation", "question", "reported", "others", "rejected"]
Becomes = Literal["", Decision]
"""What an item shall be; "" where nothing is decided, "rejected" for none of the four."""

KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
DECISIONS: tuple[Decision, ...] = get_args(Decision)


def accepted(kind: ItemKind) -> Decision:
    """What an item is if nothing but its limits or description is decided: what is doubtful is asked."""
    return "recommendation" if kind == "doubtful" else kind


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that staff quoted from a statement, as written in the file at `place`; blanks do not matter."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of corrections.yaml.

    `statement` is the path of its file in the session folder. `quote` are the words it is about, `kind` what
    they were found as (for one that was missed: what it is). `becomes` is the decision. `parts` are new
    limits: one quote moves them, several split the item. `joined` are the items that become one with it.
    `category` (1 to 5, 0 for none) and `issues` are set by staff; None leaves them to the suggestions.
    `paragraph` tells the same words apart, 0 if it is not needed. `place` is that of the entry.
    """

    statement: str
    quote: Quote
    kind: ItemKind
    becomes: Becomes = ""
    missed: bool = False
    parts: tuple[Quote, ...] = ()
    joined: tuple[Quote, ...] = ()
    category: int | None = None
    issues: tuple[str, ...] | None = None
    paragraph: int = 0
    place: Place = field(default_factory=Place)

    @property
    def is_decided(self) -> bool:
        """Whether it changes or confirms anything."""
        return bool(self.becomes)

    @property
    def describes(self) -> bool:
        """Whether it sets what is suggested of the item."""
        return self.category is not None or self.issues is not None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Everything it quotes, its own words first."""
        return (self.quote, *self.parts, *self.joined)


@dataclass(frozen=True, slots=True)
class Fit:
    """How one entry fits the statement as it is now.

    `items` are the spans of the findings that it accounts for, () for none. `reading` are the words of the
    statement where they are not those quoted, "" where they are. `lost` says that it could not be applied.
    """

    correction: Correction
    items: tuple[tuple[Span, ...], ...] = ()
    reading: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What was found in one statement after the decisions of staff, and how each of these fits."""

    findings: Findings
    problems: tuple[Problem, ...] = ()
    fits: tuple[Fit, ...] = ()
