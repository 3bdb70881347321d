"""By what a copy of something that was withdrawn is known."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.models.naming import Hidden

__all__ = ["Likeness", "Traces"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a picture looks when it is small: its width to its height, and `grey`, its pixels."""

    ratio: float
    grey: bytes


@dataclass(frozen=True, slots=True)
class Traces:
    """What is looked for in a file of one edition.

    `names` are found in any form but those in `allowed`, which others rightly show. `words` are (what they
    are, as they stand): "statement", "bio". `digests` are the SHA-256 of files as they were sent. `photos`
    are those that were withdrawn, `others` those that are still shown and may look much the same. `alone`:
    whether one sentence of a statement or fact sheet is a trace where it has several; in files of another
    session it is not, for many say "ratify the Convention on the Rights of the Child".
    """

    names: tuple[Hidden, ...] = ()
    allowed: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    digests: tuple[str, ...] = ()
    photos: tuple[Likeness, ...] = ()
    others: tuple[Likeness, ...] = ()
    alone: bool = True
