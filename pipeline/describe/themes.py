"""OHCHR themes that a recommendation touches (data/themes.csv), with their versions (data/taxonomy.csv)."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from pipeline.describe.terms import Hit, labels


@dataclass(frozen=True, slots=True)
class Label:
    """A label of OHCHR's lists: the latest UPR cycle that it was seen in, and what it was called before."""

    name: str
    cycle: int
    earlier: tuple[str, ...]


def suggest_themes(hits: Iterable[Hit]) -> tuple[str, ...]:
    """The labels, in the order of the text."""
    return labels(hits, "themes")


@functools.cache
def taxonomy(table: str) -> Mapping[str, Label]:
    """The labels of "themes" or "groups" by name, with their versions; goals have one version, A/RES/70/1."""
    file = resources.files("pipeline.describe") / "data" / "taxonomy.csv"
    entries = csv.DictReader(file.read_text("utf-8").splitlines())
    return {
        entry["label"]: Label(
            entry["label"],
            int(entry["cycle"]),
            tuple(filter(None, map(str.strip, entry["earlier"].split("|")))),
        )
        for entry in entries
        if entry["table"] == table
    }
