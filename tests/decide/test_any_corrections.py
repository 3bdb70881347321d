"""Whatever corrections say: results are verbatim, nothing overlaps, nothing is raised."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from pipeline.decide import Desk, decide, draft
from pipeline.models.corrections import KINDS, Correction, Decided, Quote
from pipeline.models.findings import Findings, Recommendation, SetAside, SetAsideReason, Span
from pipeline.models.passages import Kind, Passage, Run
from pipeline.problems import Place
from pipeline.read import read_corrections
from tests.decide.desk import FILE

WORDS = st.sampled_from(
    [
        "ratify",
        "Ratify",
        "the",
        "(a)",
        "law's",
        "laws,",
        "ٱلْقَانُون",
        "ﬁnal",
        "批准",
        "公约",
        "İstanbul",
        "ét",
        "ß",
        "—",
        ".",
        ";",
        "\xad",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6)
ANY_TEXTS = st.one_of(TEXTS, st.lists(st.text(max_size=40), min_size=1, max_size=4))


@st.composite
def statements(draw: st.DrawFn) -> tuple[tuple[Passage, ...], Findings]:
    """Passages, and findings that do not overlap."""
    texts = draw(ANY_TEXTS)
    passages = tuple(
        Passage(draw(st.sampled_from([Kind.PARAGRAPH, Kind.FOOTNOTE])), (Run(text),), Place(paragraph=n + 1))
        for n, text in enumerate(texts)
    )
    items = []
    for number, text in enumerate(texts):
        limits = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        for start, end in zip(limits[::2], limits[1::2], strict=False):
            span = Span(number, start, end)
            items.append(Recommendation(text[start:end], (span,), passages[number].place))
    aside = draw(st.integers(0, len(items)))
    doubtful = draw(st.integers(aside, len(items)))
    reason = draw(st.sampled_from(SetAsideReason))
    set_aside = tuple(SetAside(item, reason) for item in items[:aside])
    return passages, Findings(
        tuple(items[doubtful:]), set_aside=set_aside, doubtful=tuple(items[aside:doubtful])
    )


@st.composite
def quotes(draw: st.DrawFn, passages: tuple[Passage, ...]) -> Quote:
    """Words of the statement, over its passages too, or any others."""
    text = " ".join(passage.text for passage in passages)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    words = draw(st.one_of(st.just(text[start:end]), st.text(min_size=1, max_size=20)))
    return Quote(" ".join(words.split()) or "x", Place("corrections.yaml", draw(st.integers(1, 9)), 5))


@st.composite
def cases(draw: st.DrawFn) -> tuple[tuple[Passage, ...], Findings, list[Correction]]:
    passages, findings = draw(statements())
    one = quotes(passages)
    corrections = [
        Correction(
            FILE,
            draw(one),
            draw(st.sampled_from(KINDS)),
            draw(st.sampled_from(("", "rejected", *KINDS))),
            draw(st.booleans()),
            tuple(draw(st.lists(one, max_size=2))),
            tuple(draw(st.lists(one, max_size=2))),
            draw(st.sampled_from((None, 1, 5))),
            paragraph=draw(st.integers(0, 3)),
            place=Place("corrections.yaml", line, 5),
        )
        for line in range(1, draw(st.integers(1, 5)))
    ]
    return passages, findings, corrections


def all_items(findings: Findings) -> list[Recommendation]:
    asked = [Recommendation(q.text, q.spans, q.place) for q in findings.questions]
    return [*findings.recommendations, *asked, *(a.recommendation for a in findings.set_aside)]


@settings(max_examples=400, deadline=None)
@given(cases())
def test_results_are_verbatim_and_do_not_overlap(case: tuple) -> None:
    """Every text is the spanned text of its passages; every character is in one item at most."""
    passages, findings, corrections = case
    made = decide(passages, findings, corrections)
    taken = set()
    for item in all_items(made.findings):
        assert item.spans
        assert item.text == "\n".join(passages[s.passage].text[s.start : s.end] for s in item.spans)
        assert item.place == passages[item.spans[0].passage].place
        for span in item.spans:
            characters = {(span.passage, at) for at in range(span.start, span.end)}
            assert characters
            assert not characters & taken
            taken |= characters
        assert all(
            any(a.passage == s.passage and s.start <= a.start for s in item.spans) for a in item.actions
        )


@settings(max_examples=200, deadline=None)
@given(cases())
def test_every_decision_is_applied_or_told(case: tuple) -> None:
    """One that is not applied has a problem at one of its places."""
    passages, findings, corrections = case
    made = decide(passages, findings, corrections)
    places = {problem.place for problem in made.problems}
    for fit in made.fits:
        if fit.lost and fit.correction.is_decided:
            entry = fit.correction
            assert places & {entry.place, *(quote.place for quote in entry.quotes)}


@settings(max_examples=200, deadline=None)
@given(cases())
def test_nothing_decided_changes_nothing(case: tuple) -> None:
    """Undecided entries are without effect, whatever they quote."""
    passages, findings, corrections = case
    open_ones = [
        Correction(c.statement, c.quote, c.kind, paragraph=c.paragraph, place=c.place) for c in corrections
    ]
    made = decide(passages, findings, open_ones)
    assert sorted(map(spans_of, all_items(made.findings))) == sorted(map(spans_of, all_items(findings)))
    assert made.problems == ()


def spans_of(item: Recommendation) -> tuple[Span, ...]:
    return item.spans


@settings(max_examples=200, deadline=None)
@given(statements())
def test_a_draft_of_any_statement_can_be_read_and_is_the_same_when_made_again(case: tuple) -> None:
    """Any characters: the draft is valid YAML, decides nothing, and a second one adds nothing."""
    passages, findings = case
    first = draft("", None, [Desk(FILE, findings)])
    raw, problems = read_corrections(first.encode(), "corrections.yaml")
    assert problems == ()
    made: Decided = decide(passages, findings, corrections_of(first))
    assert made.problems == ()
    assert draft(first, raw, [Desk(FILE, made.findings, made.fits)]) == first


def corrections_of(text: str) -> tuple[Correction, ...]:
    from tests.decide.desk import corrections

    entries, problems = corrections(text)
    assert problems == []
    return entries
