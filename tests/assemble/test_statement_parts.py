"""Statements in the pack: every word once and in order, demands marked where they stand."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.document import Heading, ItemList, Notes, Paragraph, Table
from pipeline.models.findings import Findings, Recommendation, Span
from pipeline.models.pack import Contribution
from pipeline.models.passages import Kind, Passage, Run, Statement
from pipeline.problems import Place
from tests import build, walk

words = st.text(st.sampled_from("abc é\n"), max_size=12)
marks = st.sampled_from(["", "", "", "1", "2", "*"])
runs = st.lists(
    st.builds(
        lambda t, note, bold: Run("" if note else t, bold=bold, note=note), words, marks, st.booleans()
    ),
    max_size=4,
).map(tuple)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    kind = draw(st.sampled_from(Kind))
    cell = kind is Kind.TABLE_CELL
    return Passage(
        kind,
        draw(runs),
        level=draw(st.integers(0, 6)),
        marker=draw(st.sampled_from(["", "(a)"])) if kind is Kind.LIST_ITEM else "",
        note=draw(st.sampled_from(["1", "2", "*"])) if kind is Kind.FOOTNOTE else "",
        table=draw(st.integers(1, 2)) if cell else 0,
        row=draw(st.integers(1, 3)) if cell else 0,
        column=draw(st.integers(1, 4)) if cell else 0,
        span=draw(st.integers(0, 3)) if cell else 1,
        header=draw(st.booleans()) if cell else False,
    )


@st.composite
def contributions(draw: st.DrawFn) -> Contribution:
    """A statement of any passages, with demands on spans that do not overlap."""
    made = draw(st.lists(passages(), min_size=1, max_size=12).map(tuple))
    found = []
    for index, passage in enumerate(made):
        length = len(passage.text)
        cuts = sorted(draw(st.sets(st.integers(0, length), max_size=4)))
        for start, end in itertools.islice(itertools.pairwise(cuts), 0, None, 2):
            span = Span(index, start, end)
            found.append(Recommendation(passage.text[start:end], (span,), Place(paragraph=index + 1)))
    statement = Statement(made, "en", 10, 1)
    return Contribution(build.a_speaker(), statement, Findings(tuple(found)))


def body_of(contribution: Contribution) -> list[Passage]:
    """Passages in the order of the pack: notes come at the end."""
    statement = contribution.statement
    assert statement
    return sorted(statement.passages, key=lambda passage: passage.kind is Kind.FOOTNOTE)


@settings(max_examples=150, deadline=None)
@given(contributions())
def test_every_word_is_there_once_and_in_order(contribution: Contribution) -> None:
    """Whatever kinds, notes, tables and demands there are."""
    document = build.a_document(build.a_pack_input([contribution]))
    blocks = walk.statement(document, "s1").blocks[2:]
    printed = [inline for block in blocks for inline in walk.inlines(block)]
    assert "".join(inline.text for inline in printed if not inline.note) == "".join(
        passage.text for passage in body_of(contribution)
    )


@settings(max_examples=150, deadline=None)
@given(contributions())
def test_exactly_the_words_of_a_demand_are_marked(contribution: Contribution) -> None:
    """For each number the marked runs, put together, are the recommendation."""
    document = build.a_document(build.a_pack_input([contribution]))
    blocks = walk.statement(document, "s1").blocks[2:]
    marked: dict[str, str] = {}
    for block in blocks:
        for inline in walk.inlines(block):
            if inline.mark and not inline.note:
                marked[inline.mark] = marked.get(inline.mark, "") + inline.text
    expected = {f"R{n}": r.text for n, r in enumerate(contribution.findings.recommendations, start=1)}
    assert marked == expected


@settings(max_examples=100, deadline=None)
@given(contributions())
def test_every_link_has_one_target(contribution: Contribution) -> None:
    """No anchor twice, no link into nothing, however notes and calls are mixed."""
    document = build.a_document(build.a_pack_input([contribution]))
    found = walk.anchors(document)
    assert len(found) == len(set(found))
    assert set(walk.links(document)) <= set(found)


def test_kinds_and_markers_are_kept() -> None:
    """Headings, list items with their markers, a table with its head, notes at the end."""
    part = walk.statement(build.a_document(), "s1")
    items = next(block for block in part.blocks if isinstance(block, ItemList))
    assert [item.marker for item in items.items] == ["(a)", "(b)"]
    table = next(block for block in part.blocks if isinstance(block, Table))
    assert (len(table.rows), table.head_rows, len(table.widths)) == (2, 1, 2)
    assert isinstance(part.blocks[-1], Notes)
    headings = [block for block in part.blocks if isinstance(block, Heading) and not block.own]
    assert [heading.level for heading in headings] == [2, 3, 3]


def test_what_announces_demands_stays_with_them() -> None:
    """A paragraph or item that ends with a colon asks for the page of what follows; others do not."""
    made = (
        Passage(Kind.PARAGRAPH, (Run("We recommend that the Government of Cuba:\u00a0"),)),
        Passage(Kind.LIST_ITEM, (Run("In the light of this:"),), level=1, marker="7."),
        Passage(Kind.LIST_ITEM, (Run("ratify the Covenant"),), level=2, marker="(a)"),
        Passage(Kind.PARAGRAPH, (Run("Thank you."),)),
    )
    contribution = Contribution(build.a_speaker(), Statement(made, "en", 10, 1), Findings())
    document = build.a_document(build.a_pack_input((contribution,)))
    announcing, items, last = walk.statement(document, "s1").blocks[2:5]
    assert isinstance(announcing, Paragraph) and announcing.keep
    assert isinstance(items, ItemList) and [item.keep for item in items.items] == [True, False]
    assert isinstance(last, Paragraph) and not last.keep


def test_a_note_and_its_call_lead_to_each_other() -> None:
    """The call has an anchor of its own."""
    part = walk.statement(build.a_document(), "s1")
    call = next(inline for block in part.blocks for inline in walk.inlines(block) if inline.note)
    notes = part.blocks[-1]
    assert isinstance(notes, Notes)
    assert (call.text, call.link, call.anchor) == ("1", "s1-n1", "s1-c1")
    assert (notes.items[0].anchor, notes.items[0].back) == ("s1-n1", "s1-c1")


def test_numbers_stand_beside_the_demand_and_lead_to_the_table() -> None:
    """A paragraph that holds a recommendation and a question has both numbers."""
    part = walk.statement(build.a_document(), "s1")
    found = [label for block in part.blocks for label in walk.labels(block)]
    assert [(label.text, label.link, label.anchor) for label in found] == [
        ("R1", "R1", "s1-R1"),
        ("R2", "R2", "s1-R2"),
        ("R3", "R3", "s1-R3"),
        ("Q1", "Q1", "s1-Q1"),
    ]


def test_the_line_above_says_number_minutes_language_and_words() -> None:
    """In the pack's language."""
    assert "Statement 2 of 2 · 6 minutes · Spanish · 10" in walk.part_text(build.a_document(), "statement")


def test_statements_that_are_not_printed_have_a_line_each() -> None:
    """Awaited ones say so; one without consent is made orally."""
    silent = build.a_contribution(2, consent=build.consent("name", "organisation"))
    pack = build.a_pack_input([build.a_contribution(1), silent, build.a_contribution(3, awaited=True)])
    lines = [walk.text(block) for block in build.a_document(pack).parts[8].blocks]
    assert lines == [
        "Statements that are not in this pack",
        "Sample Speaker 2, Sample Centre 2 · The statement is made orally and is not printed here.",
        "Sample Speaker 3, Sample Centre 3 · The statement had not been received when this pack was made.",
    ]


def test_a_hyperlink_is_words_without_an_address() -> None:
    """The pack leads nowhere that nobody has checked."""
    run = Run("our report", link="https://example.org/track?id=7")
    statement = Statement((Passage(Kind.PARAGRAPH, (run,)),), "en", 2, 1)
    document = build.a_document(build.a_pack_input([Contribution(build.a_speaker(), statement)]))
    assert "example.org" not in repr(document)


def test_a_right_to_left_statement_says_so() -> None:
    """Direction and language are on the blocks."""
    speaker = build.a_speaker(language="ar")
    statement = Statement((build.passage(Kind.PARAGRAPH, "نص"),), "ar", 1, 1)
    part = walk.statement(build.a_document(build.a_pack_input([Contribution(speaker, statement)])), "s1")
    paragraph = next(walk.paragraphs(part.blocks[2]))
    assert (paragraph.direction, paragraph.language, part.direction) == ("rtl", "ar", "rtl")
