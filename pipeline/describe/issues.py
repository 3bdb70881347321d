"""Issues of UPR Info's list that a recommendation speaks of: by words in English, by terms elsewhere."""

from __future__ import annotations

import csv
import functools
from importlib import resources
from itertools import combinations
from zlib import crc32

from pipeline.describe.issues_features import features
from pipeline.describe.issues_model import model, scores
from pipeline.describe.terms import find, labels, longest
from pipeline.describe.words import LANGUAGES

_MOST_TERMS = 24
"""Terms of a text that are paired: a recommendation has under ten; more would be a whole statement."""


def suggest_issues(text: str, language: str) -> tuple[str, ...]:
    """The issues of `text` in `language` (ISO 639-1), in the order of the list; empty where none is sure.

    Labels and order: UPR Info, "Issue categorisation", October 2014. English is read by a model of words, the
    other languages by a model of the terms of the tables; both were trained on what UPR Info's coders gave to
    recommendations of sessions 1-17 (docs/issues.md). Pure and deterministic; never raises on any text.
    """
    if language == "en":
        used, found = model("words"), scores(model("words"), features(text))
    elif language in LANGUAGES:
        used, found = model("terms"), scores(model("terms"), term_features(text, language))
    else:
        return ()
    names = issue_labels()
    return tuple(names[place] for place, score in enumerate(found) if score > used.threshold)


@functools.cache
def issue_labels() -> tuple[str, ...]:
    """The 54 labels of the guide of October 2014, in its order."""
    return tuple(row[1] for row in _label_rows())


@functools.cache
def labels_of_export() -> dict[str, str]:
    """The label of the guide for each label that the UPR Info Database's export writes."""
    return {row[2]: row[1] for row in _label_rows()}


@functools.cache
def _label_rows() -> tuple[list[str], ...]:
    file = resources.files("pipeline.describe") / "data" / "issues_labels.csv"
    return tuple(csv.reader(file.read_text("utf-8").splitlines()[1:]))


def term_features(text: str, language: str) -> tuple[set[int], set[int]]:
    """The concepts and instruments in `text` and every two of them, as numbers that all languages share.

    A text with no term at all has no feature, and no issue.
    """
    hits = find(text, language)
    named = [*labels(hits, "concepts"), *labels(longest(hits, "instruments"), "instruments")]
    numbers = sorted({crc32(b"{}" + name.encode()) for name in named[:_MOST_TERMS]})
    pairs = {crc32(b"%d+%d" % pair) for pair in combinations(numbers, 2)}
    return set(numbers), pairs
