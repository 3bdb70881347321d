"""Markdown: structure is read, comments and mark-up are never text, no word falls through."""

from __future__ import annotations

import pytest

from pipeline.models.passages import Kind
from tests.read.conftest import Reader, codes, shown, texts


@pytest.fixture
def md(text: Reader) -> Reader:
    return lambda content: text(content, "statement.md")


def test_structure_is_read(md: Reader) -> None:
    content = (
        "---\ntitle: x\n---\n# Title\n\nSome **bold** and *italic* text\nthat goes on.\n\n1. First\n   - inner\n2. Second\n\n"
        "> quoted\n\n(a) typed\n\n| A | B |\n|---|---|\n| c | d |\n"
    )
    statement = md(content)
    assert shown(statement) == [
        "heading 1 |  | Title", "paragraph |  | Some bold and italic text that goes on.", "list item 1 | 1. | First",
        "list item 2 | • | inner", "list item 1 | 2. | Second", "quotation |  | quoted", "list item 1 | (a) | typed",
        "table cell |  | A", "table cell |  | B", "table cell |  | c", "table cell |  | d",
    ]  # fmt: skip
    assert [(one.row, one.column, one.header) for one in statement.passages[-4:]] == [
        (1, 1, True), (1, 2, True), (2, 1, False), (2, 2, False),
    ]  # fmt: skip
    assert [run.text for run in statement.passages[1].runs if run.bold] == [" bold"]
    assert statement.furniture == ("title: x",)


def test_notes_are_called_and_given_after_the_text(md: Reader) -> None:
    statement = md("Torture[^1] persists[^nope].\n\n[^1]: A *source*,\n    in two lines.\n")
    assert [run.note or run.text for run in statement.passages[0].runs] == [
        "Torture",
        "1",
        " persists[^nope].",
    ]
    assert (statement.passages[1].kind, statement.passages[1].note) == (Kind.FOOTNOTE, "1")
    assert statement.passages[1].text == "A source, in two lines."


def test_comments_are_never_text_and_html_only_its_words(md: Reader) -> None:
    statement = md(
        "Seen <b>strong</b><br>line.\n\n<!-- secret -->\n\n<div>kept</div>\n<script>bad()</script>\n"
    )
    assert texts(statement) == ["Seen strong\nline.", "kept"]
    assert codes(statement) == {"FI11", "FI13"}


def test_pictures_and_odd_links_leave_their_words_or_nothing(md: Reader) -> None:
    statement = md("![alt](file:///etc/passwd) and [word](javascript:x) and [web](https://example.org)")
    assert texts(statement) == ["and word and web"]
    assert {run.link for run in statement.passages[0].runs} == {"", "https://example.org"}
    assert codes(statement) == {"FI13", "FI28"}


@pytest.mark.parametrize(
    "content", [">" * 200 + "x", "|a" * 2000, "".join("  " * n + "- x\n" for n in range(60))]
)
def test_bombs_are_refused(md: Reader, content: str) -> None:
    assert codes(md(content)) == {"FI04"}


def test_a_code_block_that_is_never_closed_swallows_nothing(md: Reader) -> None:
    statement = md("Before.\n\n```\n# Title\n\n- item\n")
    assert shown(statement) == ["paragraph |  | Before.", "heading 1 |  | Title", "list item 1 | • | item"]
    assert codes(statement) == {"FI17"}


def test_brackets_without_end_are_read_in_time(md: Reader) -> None:
    assert texts(md("[" * 20_000)) == ["[" * 20_000]
