"""Lines and pages: every line fits, nothing is torn from its company, heads repeat, white space is thrifty."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.document import (
    Cell,
    Document,
    Furniture,
    Heading,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Part,
    Slot,
    Table,
    Timeline,
)
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.flow import Setter
from pipeline.render.pdf.lines import set_lines
from pipeline.render.pdf.pages import paginate
from pipeline.render.pdf.strips import Filled, Hatched, Strip, Words, keep_all, no_strays
from pipeline.render.pdf.words import Setting
from tests.render.pdf_style import default_style

STYLE = default_style()
PART = Part("statement", ())
TEXT = (
    "Notwithstanding its international responsibilities the Government has published no figures since 2013. "
)


def setting(role: str = "text") -> Setting:
    return Setting(STYLE.text(role), faces_of(STYLE), "en", {})


def pages_of(strips: list[Strip], height: float) -> list[list[Strip]]:
    from pipeline.render.pdf.flow import Flow

    return [[placed.strip for placed in page.sets] for page in paginate([Flow(PART, strips)], height)]


def strips_of(*blocks: object) -> list[Strip]:
    part = Part("statement", blocks)  # type: ignore[arg-type]
    (flow,) = Setter(Document("t", "en", (part,), Furniture(())), STYLE).flows({})
    return flow.strips


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=18), max_size=60), st.floats(60, 400), st.booleans())
def test_no_line_is_wider_than_the_measure_and_no_letter_is_lost(
    words: list[str], measure: float, justified: bool
) -> None:
    style = replace(STYLE.text("text"), justified=justified)
    text = " ".join(words)
    lines = set_lines((Inline(text),), setting().with_style(style), measure)
    assert all(line.width <= measure + 0.2 for line in lines)
    shown = "".join(frag.text for line in lines for frag in line.words.frags)
    assert re.sub("[-\u00ad\\s]", "", shown) == re.sub("[-\u00ad\\s]", "", text)


def test_justified_lines_end_at_the_edge_and_the_last_does_not() -> None:
    lines = set_lines((Inline(TEXT * 5),), setting(), 360)
    assert all(abs(line.width - 360) < 0.2 for line in lines[:-1])
    assert lines[-1].width < 360


def test_blanks_are_neither_crowded_nor_torn() -> None:
    lines = set_lines((Inline(TEXT * 20),), setting(), 360)
    stretches = [frag.stretch for line in lines[:-1] for frag in line.words.frags]
    blank = faces_of(STYLE).face(lines[0].words.frags[0].look.key).width(" ", STYLE.text("text").size)
    assert min(stretches) > -0.25 * blank and max(stretches) < 2 * blank


def test_french_marks_do_not_begin_a_line() -> None:
    text = "Quelle est la réponse ? Aucune ; « rien » : voilà ! " * 12
    for measure in range(120, 360, 16):
        for line in set_lines((Inline(text),), setting(), measure):
            assert line.words.frags[0].text[0] not in ";:?!»"
            assert not line.words.frags[-1].text.endswith("«")


@settings(deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=30), st.integers(4, 20))
def test_no_first_or_last_line_of_a_paragraph_stands_alone(lengths: list[int], lines: int) -> None:
    """A page is never less than four lines high here, so that two paragraphs' ends always fit."""
    strips: list[Strip] = []
    for number, length in enumerate(lengths):
        strips += no_strays([Strip(10, anchors=(f"{number}/{line}/{length}",)) for line in range(length)])
    pages = pages_of(strips, lines * 10)
    assert [strip for page in pages for strip in page] == strips
    for page in pages:
        _, line, length = (int(x) for x in page[0].anchors[0].split("/"))
        assert not (line == length - 1 and length > 1)
        _, line, length = (int(x) for x in page[-1].anchors[0].split("/"))
        assert not (line == 0 and length > 1)


def test_a_heading_stays_with_two_lines_of_what_follows() -> None:
    filler = [Strip(10) for _ in range(8)]
    heading = [Strip(10, keep=True, anchors=("heading",))]
    body = no_strays([Strip(10, anchors=("body",)) for _ in range(6)])
    first, second = pages_of([*filler, *heading, *body], 100)
    assert [s.anchors for s in second][:3] == [("heading",), ("body",), ("body",)]
    assert len(first) == 8


def test_company_that_no_page_can_hold_is_torn_and_not_lost() -> None:
    strips = [Strip(10, keep=True) for _ in range(50)]
    assert sum(len(page) for page in pages_of(strips, 100)) == 50


def test_a_strip_higher_than_a_page_does_not_hang() -> None:
    assert len(pages_of([Strip(500), Strip(500)], 100)) == 2


def test_what_is_kept_together_moves_together() -> None:
    group = keep_all([Strip(10, anchors=("g",)) for _ in range(5)], 100)
    first, second = pages_of([*[Strip(10) for _ in range(7)], *group], 100)
    assert len(first) == 7 and len(second) == 5


def test_a_last_page_of_a_line_or_two_is_saved() -> None:
    strips = [Strip(10, before=5) for _ in range(41)]
    assert len(pages_of(strips, 595)) == 1


def test_space_that_fills_pushes_what_follows_to_the_foot() -> None:
    from pipeline.render.pdf.flow import Flow

    strips = [Strip(10), Strip(0, fill=True, keep=True), Strip(10)]
    (page,) = paginate([Flow(PART, strips)], 300)
    assert page.sets[-1].y == 290


def rows(count: int, text: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (Cell((Paragraph((Inline(f"row{n}"),)),)), Cell((Paragraph((Inline(text),)),))) for n in range(count)
    )


def text_of(strip: Strip) -> str:
    return " ".join(frag.text for op in strip.ops if isinstance(op, Words) for frag in op.frags)


def test_the_head_of_a_table_stands_on_every_page_of_it() -> None:
    head = (
        Cell((Paragraph((Inline("No."),)),), header=True),
        Cell((Paragraph((Inline("Words"),)),), header=True),
    )
    strips = strips_of(Table((head, *rows(60, TEXT)), (1, 8), head_rows=1))
    pages = pages_of(strips, 600)
    assert len(pages) > 2
    assert all("No. Words" in text_of(page[0]) + text_of(page[1]) for page in pages)


def test_a_row_is_one_strip_unless_no_page_can_hold_it() -> None:
    whole = strips_of(Table(rows(1, TEXT * 3), (1, 4)))
    torn = strips_of(Table(rows(1, TEXT * 90), (1, 1)))
    assert sum("row0" in text_of(strip) for strip in whole) == 1
    assert max(strip.height for strip in torn) < 100
    assert len(pages_of(torn, 600)) > 1


def test_a_group_head_is_not_left_at_the_foot() -> None:
    table = Table(
        ((Cell((Paragraph((Inline("Group"),)),), span=2),), *rows(3, TEXT)), (1, 4), group_rows=frozenset({0})
    )
    strips = strips_of(table)
    place = next(n for n, strip in enumerate(strips) if text_of(strip) == "Group")
    assert strips[place].keep


def test_an_item_that_announces_is_not_left_at_the_foot() -> None:
    items = ItemList((Item("1.", (Inline(TEXT),)), Item("2.", (Inline("We recommend:"),), keep=True)))
    *_, announcing, first = strips_of(items, Paragraph((Inline("first"),)))
    assert text_of(announcing).endswith("recommend:")
    assert announcing.keep and not first.keep


def test_only_the_marked_words_of_a_group_head_are_strong() -> None:
    head = (Inline("Centre", role="strong"), Inline(" · speaker", role="muted"))
    table = Table(((Cell((Paragraph(head, "own"),), header=True),),), (1,), group_rows=frozenset({0}))
    words = next(op for strip in strips_of(table) for op in strip.ops if isinstance(op, Words))
    strong, muted = (next(f for f in words.frags if word in f.text) for word in ("Centre", "speaker"))
    assert strong.face != muted.face


def test_bars_are_as_high_as_their_minutes_and_words_never_overlap() -> None:
    long = Inline("Sample Federation of Organisations with a very long name " * 3)
    slots = (
        Slot("10.00", 2, "2 min", (long,), (long,), "frame"),
        Slot("10.02", 30, "30 min", (long,), (), "speaker"),
    )
    strips = strips_of(Timeline(slots))
    bars = [op for strip in strips for op in strip.ops if isinstance(op, Filled | Hatched)]
    heights = [bar.height + 1.6 for bar in bars]
    assert heights == [2 * STYLE.minute, 30 * STYLE.minute]
    for strip in strips:
        assert all(op.y < strip.height for op in strip.ops if isinstance(op, Words))


def test_a_statement_stands_on_the_second_axis_and_titles_on_the_first() -> None:
    strips = strips_of(Heading(1, (Inline("Title"),)), Paragraph((Inline("Words"),)))
    lefts = [op.frags[0].x for strip in strips for op in strip.ops if isinstance(op, Words)]
    assert lefts == [0, STYLE.label_indent]
