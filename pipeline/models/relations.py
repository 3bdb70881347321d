"""What the demands of one State's speakers have to do with each other and with the previous review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Demand(NamedTuple):
    """One recommendation: number of the contribution (from 0) and of the recommendation in its findings."""

    contribution: int
    recommendation: int


@dataclass(frozen=True, slots=True)
class SameDemand:
    """The same demand in the words of several speakers, in their order; at least two members."""

    members: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two demands of which the State can fulfil only one; `about` are the words that clash, one of each."""

    first: Demand
    second: Demand
    about: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Repeats:
    """A demand that repeats recommendations of the previous review: their numbers in that list, from 0."""

    demand: Demand
    previous: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All that was found across the speakers of one State and across reviews, in the order of demands."""

    same: tuple[SameDemand, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    repeats: tuple[Repeats, ...] = ()
