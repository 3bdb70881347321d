"""OpenDocument texts: what stands on no page and what looks like its ground stay unread, whatever the ground."""

from __future__ import annotations

import tracemalloc

import pytest

from pipeline.models.passages import Kind
from tests.read.conftest import texts
from tests.read.test_odt import counted, p, page, read, span, style

HEADER = "<style:header><text:p{}>{}</text:p></style:header>"
WHITE = style("T", 'fo:color="#ffffff"') + style("W", 'fo:color="#ffffff"', "paragraph")
DARK = 'fo:background-color="#000080"'


@pytest.mark.parametrize(
    "letters",
    [
        'fo:color="#fefefe"',
        'fo:color="#ff0001" fo:background-color="#ff0000"',
        'fo:color="#FBFCFD" fo:background-color="#ffffff"',
    ],
)
def test_letters_of_nearly_the_colour_of_their_ground_are_hidden(letters: str) -> None:
    statement = read(p("seen " + span("two words", "N")), style("N", letters))
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI12") == [{"words": "2"}]


def test_nearly_black_on_black_is_blacked_out() -> None:
    letters = 'fo:color="#010101" fo:background-color="#000000"'
    statement = read(p("seen " + span("two words", "N")), style("N", letters))
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI21") == [{"words": "2"}]


@pytest.mark.parametrize("colour", ["#f0f0f0", "#dddddd"])
def test_pale_letters_that_differ_from_their_ground_are_read(colour: str) -> None:
    assert texts(read(p(span("word", "N")), style("N", f'fo:color="{colour}"'))) == ["word"]


def named(name: str, master: str, more: str = "") -> str:
    return style(name, "", "paragraph", f'style:master-page-name="{master}" {more}')


BOXED = '<draw:frame><draw:text-box><text:p text:style-name="P">box</text:p></draw:text-box></draw:frame>'


@pytest.mark.parametrize(
    ("body", "automatic", "common", "expected"),
    [
        (p("word"), "", named("Idle", "Other"), ("of Standard",)),
        (p("word", "P") + p("word"), named("P", "Other"), "", ("of Other",)),
        (p("word") + p("word", "P"), named("P", "Other"), "", ("of Standard", "of Other")),
        (p("word" + BOXED), named("P", "Other"), "", ("of Standard",)),
        (p("word", "P"), style("P", "", "paragraph", 'style:parent-style-name="C"'), named("C", "Other"),
         ("of Other",)),
        (p("word", "P"), named("P", "", 'style:parent-style-name="C"'), named("C", "Other"), ("of Standard",)),
        (p("word", "P"), named("P", "Nowhere"), "", ("of Standard",)),
        ('<text:section text:display="none">' + p("word", "P") + "</text:section>" + p("word"),
         named("P", "Other"), "", ("of Standard",)),
        ('<table:table table:style-name="P"><table:table-row><table:table-cell><text:p>word</text:p>'
         "</table:table-cell></table:table-row></table:table>",
         named("P", "Other").replace('"paragraph"', '"table"'), "", ("of Other",)),
    ],
    ids=["of no paragraph", "from the first on", "later", "in a frame", "of the style above", "taken back",
         "not there", "in a hidden section", "of a table"],
)  # fmt: skip
def test_a_running_head_is_shown_if_the_text_has_pages_of_its_kind(
    body: str, automatic: str, common: str, expected: tuple[str, ...]
) -> None:
    pages = [page(name, inside=HEADER.format("", f"of {name}")) for name in ("Standard", "Other")]
    masters = "".join(map("".join, pages))
    assert read(body, automatic, common, masters).furniture == expected


def test_notes_and_heads_stand_on_the_ground_of_their_page() -> None:
    layout, master = page("Standard", DARK, HEADER.format(' text:style-name="W"', "head"))
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        '<text:p text:style-name="W">note</text:p></text:note-body></text:note>'
    )
    statement = read(p("word" + note, "W"), WHITE, WHITE, layout + master)
    assert [(one.kind, one.text) for one in statement.passages] == [
        (Kind.PARAGRAPH, "word"),
        (Kind.FOOTNOTE, "note"),
    ]
    assert statement.furniture == ("head",)
    assert counted(statement, "FI12") == []


@pytest.mark.parametrize(
    ("paper", "bar", "expected"),
    [("", DARK, ("head",)), (DARK, 'fo:background-color="#ffffff"', ()), ("", "", ())],
)
def test_a_running_head_may_have_a_ground_of_its_own(paper: str, bar: str, expected: tuple[str, ...]) -> None:
    layout, master = page("Standard", paper, HEADER.format(' text:style-name="W"', "head"))
    head = f"<style:header-style><style:header-footer-properties {bar}/></style:header-style></style:page-layout>"
    masters = layout.replace("</style:page-layout>", head) + master
    assert read(p("word"), "", WHITE, masters).furniture == expected


def test_a_line_that_stands_straight_in_an_index_is_kept_aside() -> None:
    source = "<text:table-of-content-source><text:p>model</text:p></text:table-of-content-source>"
    body = "<text:index-body><text:p>two</text:p></text:index-body>"
    index = f"<text:table-of-content>{source}<text:p>one</text:p>{body}</text:table-of-content>"
    statement = read(index + p("word"))
    assert (texts(statement), statement.furniture) == (["word"], ("one", "two"))


def test_words_that_nobody_sees_are_counted_once_however_deep_they_lie() -> None:
    inside = "<text:p>" + "word " * 50_000 + "</text:p>"
    for _ in range(40):
        inside = f"<text:p>a<draw:frame><draw:text-box>{inside}</draw:text-box></draw:frame>b</text:p>"
    body = p("seen") + f"<draw:frame><draw:image>{inside}</draw:image></draw:frame>"
    tracemalloc.start()
    statement = read(body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert counted(statement, "FI12") == [{"words": str(50_000 + 2 * 40)}]
    assert peak < 40_000_000


def frame(fill: str, words: str = "two words") -> str:
    """A text box with white `words`, and the style that fills it."""
    inside = f'<draw:text-box><text:p text:style-name="W">{words}</text:p></draw:text-box>'
    return f'<draw:frame draw:style-name="{fill}">{inside}</draw:frame>'


def graphic(name: str, properties: str, own: str = "") -> str:
    inner = f"<style:graphic-properties {properties}/>"
    return f'<style:style style:name="{name}" style:family="graphic" {own}>{inner}</style:style>'


FILLS = WHITE + "".join((
    graphic("None", 'draw:fill="none" fo:background-color="transparent"'),
    graphic("White", 'draw:fill="solid" draw:fill-color="#FFFFFF"'),
    graphic("Heir", "", 'style:parent-style-name="White"'),
    graphic("Dark", 'draw:fill="solid" draw:fill-color="#000080"'),
    graphic("Glass", 'draw:fill="solid" draw:fill-color="#ffffff" draw:opacity="20%"'),
    graphic("Picture", 'draw:fill="bitmap"'),
    style("P", "", "paragraph", inner=f"<style:paragraph-properties {DARK}><style:background-image/>"
          "</style:paragraph-properties>"),
))  # fmt: skip


@pytest.mark.parametrize("fill", ["None", "White", "Heir"])
def test_white_words_in_a_box_on_white_are_hidden(fill: str) -> None:
    statement = read(p("seen" + frame("White", "") + frame(fill)), FILLS)
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize(
    "body",
    [
        p("x" + frame("Dark")),
        p("x" + frame("Glass")),
        p("x" + frame("Picture")),
        p("x" + frame("Unstated")),
        p("x" + frame("None"), "P"),
        p('x<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>' + frame("None")),
        p('x<draw:g><draw:rect draw:style-name="Dark"/>' + frame("None") + "</draw:g>"),
    ],
)
def test_white_words_in_a_box_that_may_lie_on_something_are_read(body: str) -> None:
    assert texts(read(body, FILLS)) == ["x", "two words"]
