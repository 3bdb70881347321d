"""What is suggested about a recommendation: never part of its words, always shown as suggested."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Literal

Settled = Literal["category", "issues"]


class ActionCategory(enum.IntEnum):
    """How much a recommendation asks: UPR Info, Action category, October 2014 (after McMahon, 2010)."""

    MINIMAL = 1
    CONTINUING = 2
    CONSIDERING = 3
    GENERAL = 4
    SPECIFIC = 5


HintKind = Literal["vague", "several actions", "no addressee", "not measurable", "no time limit"]


@dataclass(frozen=True, slots=True)
class Hint:
    """What a speaker could sharpen before submitting; `words` are the recommendation's own, "" if none."""

    kind: HintKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a machine reads out of one recommendation; empty where it is not sure enough.

    `category_words` are the words that decided the category. `issues` are labels of UPR Info's list of 54
    (October 2014) in its spelling. `instruments` are short names of the table of instruments and mechanisms
    ("OP-CAT"), in the order of the text. `goals` are numbers of Sustainable Development Goals. `themes` and
    `groups` are labels of OHCHR's list of themes and of affected groups. `hints` are for the speaker alone.
    `settled` are those that staff decided: they stand as they are, also where they are empty.
    """

    category: ActionCategory | None = None
    category_words: str = ""
    issues: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    settled: tuple[Settled, ...] = ()
