"""Instruments and mechanisms that a recommendation names: data/instruments.csv."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from pipeline.describe.terms import Hit, longest, rows


def suggest_instruments(hits: Iterable[Hit]) -> tuple[str, ...]:
    """The short names of what is named, in the order of the text; the longest name that fits counts."""
    return tuple(dict.fromkeys(hit.label for hit in longest(hits, "instruments")))


@functools.cache
def official_names(language: str) -> dict[str, str]:
    """For each short name the official name in `language` (ISO 639-1), where the table has one."""
    return {label: terms[0] for label, of, terms in rows("instruments") if of == language and terms}
