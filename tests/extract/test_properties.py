"""What holds for every text: verbatim, no overlap, no exception, bounded time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import find
from pipeline.extract.fold import fold
from pipeline.extract.grammar import grammar
from pipeline.models.findings import READ_LANGUAGES, Findings, Recommendation
from pipeline.models.passages import Kind, Passage, Run
from tests.extract.forms import CUBA, passages
from tests.growth import grows_in_proportion, seconds

WORDS = [
    "We recommend that the Government:", "should", "must", "Recommendations", "urge", "to", "that", ";", ":", ". ",
    "«", "“", "(", "1.", "\u0301", "\u00ad", "İ", "ß", "doit", "à", "exigimos", "que", "ندعو", "إلى", "يجب", "？",
    "должно", "我们敦促政府", "应当", "；", "\n", "law", "police", "?", "Cuba", ", ", "12", "the following",
]  # fmt: skip
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
made = st.builds(
    lambda kind, text, marker, level, cell: Passage(
        kind,
        (Run(text, bold=level == 3), Run(text[:5])),
        level=level,
        marker=marker,
        table=cell,
        row=cell,
        column=1,
    ),
    st.sampled_from(Kind),
    texts,
    st.sampled_from(["", "1.", "(a)", "•", "-"]),
    st.integers(0, 6),
    st.integers(0, 3),
)


def check(found: Findings, source: list[Passage]) -> None:
    taken: list[tuple[int, int, int]] = []
    everything = [*found.recommendations, *(one.recommendation for one in found.set_aside), *found.questions]
    for one in everything:
        assert one.text == "\n".join(source[s.passage].text[s.start : s.end] for s in one.spans)
        assert one.text.strip() == one.text != ""
        assert one.why
        taken.extend((s.passage, s.start, s.end) for s in one.spans)
    for made in (one for one in everything if isinstance(one, Recommendation)):
        assert made.form
        edges = [edge for action in made.actions for edge in (action.start, action.end)]
        assert edges == sorted(edges)
        assert len(made.actions) != 1
        assert all(
            made.spans[0].passage == a.passage and made.spans[0].start <= a.start < a.end <= made.spans[0].end
            for a in made.actions
        )
    taken.sort()
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(taken))


@settings(max_examples=150, deadline=None)
@given(st.lists(made, max_size=8), st.sampled_from([*READ_LANGUAGES, "xx"]), st.sampled_from([None, CUBA]))
def test_any_text_gives_verbatim_findings_that_do_not_overlap(source, language, state):
    found = find(source, language, state)
    check(found, source)
    assert found == find(source, language, state)


@given(st.text())
def test_folding_keeps_the_way_back(text):
    folded = fold(text)
    places = [folded.back(n) for n in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)


def test_nothing_gives_nothing():
    assert find([], "en", CUBA) == Findings()
    assert find(passages("p|", "h|", "•|"), "en", CUBA) == Findings()


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_every_entry_of_a_grammar_file_compiles(language: str):
    assert grammar(language).heads.any.pattern


UNITS = [
    "a",
    "Ratify it and promptly ",
    "Repeal the act, and ",
    "should ",
    "we urge ",
    "; ",
    '"',
    "(",
    "1. ",
    ". ",
    "in a, ",
    "la France doit que de à ",
    "应当",
]


def spent(unit: str, letters: int, language: str) -> float:
    """Processor time for `letters` of the unit, in seconds."""
    text = passages("p|" + unit * (letters // len(unit)))
    return seconds(lambda: find(text, language, None))


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_of_anything_costs_in_proportion(unit: str):
    assert grows_in_proportion(lambda letters: spent(unit, letters, "en"), 1_000_000)


@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_the_time_grows_with_the_text_and_not_with_its_square(language: str):
    def all_units(letters: int) -> float:
        return sum(spent(unit, letters, language) for unit in UNITS)

    assert grows_in_proportion(all_units, 60_000)
