"""The figures of docs/relating.md on the shared data, as floors that a change must not fall below."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import relations as measure
from pipeline.relate.clashes import clashes
from pipeline.relate.shape import shape


@pytest.mark.parametrize(("pair", "least"), [(("en", "fr"), 0.3), (("en", "es"), 0.2), (("fr", "es"), 0.2)])
def test_aligned_sentences_find_their_translation_and_nothing_else(
    shared: Path, pair: tuple[str, str], least: float
) -> None:
    """Recommending sentences of the UN, each against all of the other language."""
    _, precision, recall = measure.across_languages(shared, measure.ALIGNED[0])[pair]
    assert precision >= 0.95
    assert recall >= least


def test_demands_that_are_taken_for_one_share_an_issue(shared: Path) -> None:
    """Pairs of different States to one State, against the issues that UPR Info's coders gave."""
    pairs = measure.proposed_pairs(shared, reviews=20)
    assert len(pairs) > 300
    assert measure.issues_agree(pairs) >= 0.98


def test_states_hardly_ever_contradict_each_other(shared: Path) -> None:
    """Recommendations to one State rarely clash: what is found there is nearly always wrong."""
    reviews = sorted(measure.by_review(shared).items())[::4]
    found = sum(len(clashes([shape(row["Text"], "en") for row in rows])) for _, rows in reviews)
    assert found <= 1
