"""Crossed-out words are taken back by their author: they are not read, in any format, and told of."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipeline.models.passages import RawStatement
from pipeline.read import read_statement
from tests.read.conftest import codes, make_docx, p, texts
from tests.read.doc_files import doc, para, run, sprm
from tests.read.rtf_files import par, rtf
from tests.read.test_odt import read as odt
from tests.read.test_odt import span, style

KEPT = "Cuba should publish the results"
OLD = "every ten years"
_STRIKE, _STRIKE_TWICE = 0x0837, 0x2A53


def docx(own: str, **parts: str) -> RawStatement:
    struck = f"<w:r><w:rPr>{own}</w:rPr><w:t xml:space='preserve'>{OLD} </w:t></w:r>"
    body = p("A title") + f"<w:p><w:r><w:t xml:space='preserve'>{KEPT} </w:t></w:r>{struck}</w:p>"
    return read_statement(make_docx(body, **parts), "statement.docx")


def html(struck: str, head: str = "") -> RawStatement:
    data = f"<!DOCTYPE html><html><head>{head}</head><body><p>A title</p><p>{KEPT} {struck}</p></body></html>"
    return read_statement(data.encode(), "statement.html")


def old_word(*own: bytes) -> RawStatement:
    return doc("A title", para(f"{KEPT} ", run(OLD, *own)))


def markdown(text: str) -> RawStatement:
    return read_statement(text.encode(), "statement.md")


def p_odt(text: str) -> str:
    return f"<text:p>{text}</text:p>"


_STYLED = '<w:style w:type="character" w:styleId="x"><w:rPr><w:strike/></w:rPr></w:style>'
_LINED = 'style:text-line-through-style="solid" style:text-line-through-type="single"'
MADE = {
    "a line in Word": lambda: docx("<w:strike/>"),
    "two lines in Word": lambda: docx("<w:dstrike/>"),
    "a style in Word": lambda: docx('<w:rStyle w:val="x"/>', styles=_STYLED),
    "a line in OpenDocument": lambda: odt(p_odt("A title") + p_odt(f"{KEPT} {span(OLD, 'T')}"), style("T", _LINED)),
    "a kind of line in OpenDocument": lambda: odt(
        p_odt("A title") + p_odt(f"{KEPT} {span(OLD, 'T')}"), style("T", 'style:text-line-through-type="double"')
    ),
    "a line in rich text": lambda: rtf(par("A title") + par(rf"{KEPT} {{\strike {OLD}}}")),
    "two lines in rich text": lambda: rtf(par("A title") + par(rf"{KEPT} {{\striked1 {OLD}}}")),
    "a line in old Word": lambda: old_word(sprm(_STRIKE)),
    "two lines in old Word": lambda: old_word(sprm(_STRIKE_TWICE)),
    "a tag": lambda: html(f"<s>{OLD}</s>"),
    "an old tag": lambda: html(f"<strike>{OLD}</strike>"),
    "a style of its own": lambda: html(f"<span style='text-decoration: line-through'>{OLD}</span>"),
    "a sheet": lambda: html(f"<b class='x'><i>{OLD}</i></b>", "<style>.x {text-decoration-line: line-through}</style>"),
    "both lines": lambda: html(f"<span style='text-decoration: underline line-through'>{OLD}</span>"),
    "around what states none": lambda: html(f"<s><span style='text-decoration: none'>{OLD}</span></s>"),
    "Markdown": lambda: markdown(f"A title\n\n{KEPT} ~~{OLD}~~\n"),
    "a tag in Markdown": lambda: markdown(f"A title\n\n{KEPT} <s>{OLD}</s>\n"),
    "a block of tags in Markdown": lambda: markdown(f"A title\n\n<p>{KEPT} <del>{OLD}</del></p>\n"),
}  # fmt: skip


@pytest.mark.parametrize("how", MADE)
def test_crossed_out_words_are_not_read_but_counted_with_their_place(how: str) -> None:
    statement = MADE[how]()
    assert texts(statement) == ["A title", KEPT]
    [found] = [each for each in statement.problems if each.code == "FI30"]
    assert dict(found.values) == {"words": "3", "where": "at paragraph 2"}


@pytest.mark.parametrize(
    "statement",
    [
        docx('<w:strike w:val="0"/>'),
        docx('<w:rStyle w:val="x"/><w:strike w:val="false"/>', styles=_STYLED),
        odt(
            p_odt("A title") + p_odt(f"{KEPT} {span(OLD, 'T')}"), style("T", _LINED.replace("solid", "none"))
        ),
        rtf(par("A title") + par(rf"{KEPT} {{\strike\strike0 {OLD}}}")),
        rtf(par("A title") + par(rf"{KEPT} {{\strike\plain {OLD}}}")),
        old_word(sprm(_STRIKE, 0)),
        html(f"<s style='text-decoration: none'>{OLD}</s>"),
        html(f"<u>{OLD}</u>"),
        markdown(f"A title\n\n{KEPT} <ins>{OLD}</ins>\n"),
    ],
    ids=[
        "Word",
        "over a style",
        "OpenDocument",
        "rich text",
        "plain",
        "old Word",
        "tag",
        "underlined",
        "Markdown",
    ],
)
def test_what_is_not_crossed_out_is_read(statement: RawStatement) -> None:
    assert texts(statement) == ["A title", f"{KEPT} {OLD}"]
    assert "FI30" not in codes(statement)


def test_the_marker_of_a_crossed_out_item_goes_with_it() -> None:
    statement = read_statement(
        make_docx(p("1. " + KEPT) + p("2. " + OLD, run="<w:strike/>") + p("2. Free them")), "statement.docx"
    )
    assert [(each.marker, each.text) for each in statement.passages] == [("1.", KEPT), ("2.", "Free them")]


def test_many_places_are_named_as_far_as_there_is_room() -> None:
    body = "\n\n".join(f"Words that stay ~~no {number}~~" for number in range(12))
    [found] = [each for each in markdown(body).problems if each.code == "FI30"]
    assert dict(found.values) == {"words": "24", "where": "at paragraph 1, 2, 3, 4, 5, 6, 7, 8, …"}


def test_a_note_that_crossed_out_words_call_is_not_read() -> None:
    note = "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
    note += p_odt("in a note") + "</text:note-body></text:note>"
    statement = odt(p_odt(f"{KEPT} {span(OLD + note, 'T')}"), style("T", _LINED))
    assert texts(statement) == [KEPT]
    assert [dict(each.values)["words"] for each in statement.problems if each.code == "FI30"] == ["6"]


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "doc", "html", "md"])
def test_a_statement_that_is_crossed_out_nearly_as_a_whole_is_read_and_told_of(kind: str) -> None:
    """Nobody can have meant to send nothing; what is left is a title at most."""
    long = " ".join([KEPT] * 4)
    made = {
        "docx": lambda: read_statement(make_docx(p("A title") + p(long, run="<w:strike/>")), "statement.docx"),
        "odt": lambda: odt(p_odt("A title") + p_odt(span(long, "T")), style("T", _LINED)),
        "rtf": lambda: rtf(par("A title") + par(rf"{{\strike {long}}}")),
        "doc": lambda: doc("A title", para(run(long, sprm(_STRIKE)))),
        "html": lambda: read_statement(f"<html><body><p>A title</p><s>{long}</s></body></html>".encode(), "s.html"),
        "md": lambda: markdown(f"A title\n\n~~{long}~~\n"),
    }  # fmt: skip
    statement = made[kind]()
    assert texts(statement) == ["A title", long]
    [found] = [each for each in statement.problems if each.code in ("FI30", "FI31")]
    assert (found.code, dict(found.values)) == ("FI31", {"words": "20"})


def _word(*runs: str) -> RawStatement:
    """A paragraph of Word; runs in brackets are crossed out, "|" is a line break."""
    made = [
        ("<w:rPr><w:strike/></w:rPr>" if run[0] == "[" else "")
        + "".join(
            "<w:br/>" if each == "|" else f"<w:t xml:space='preserve'>{each}</w:t>"
            for each in re.split(r"(\|)", run.strip("[]"))
            if each
        )
        for run in runs
    ]
    return read_statement(
        make_docx("<w:p>" + "".join(f"<w:r>{each}</w:r>" for each in made) + "</w:p>"), "statement.docx"
    )


def _odt(*runs: str) -> RawStatement:
    made = (span(run[1:-1].replace("|", "<text:line-break/>"), "T") if run[0] == "[" else run for run in runs)
    return odt(p_odt("".join(made)), style("T", _LINED))


def _rtf(*runs: str) -> RawStatement:
    made = ("{\\strike " + run[1:-1].replace("|", "\\line ") + "}" if run[0] == "[" else run for run in runs)
    return rtf(par("".join(made)))


def _doc(*runs: str) -> RawStatement:
    made = (run(each[1:-1].replace("|", "\x0b"), sprm(_STRIKE)) if each[0] == "[" else each for each in runs)
    return doc(para(*made))


def _html(*runs: str) -> RawStatement:
    made = "".join(f"<s>{run[1:-1].replace('|', '<br>')}</s>" if run[0] == "[" else run for run in runs)
    return read_statement(f"<html><body><p>{made}</p></body></html>".encode(), "s.html")


def _md(*runs: str) -> RawStatement:
    return markdown(
        "".join(f"<s>{run[1:-1].replace('|', '<br>')}</s>" if run[0] == "[" else run for run in runs)
    )


@pytest.mark.parametrize("made", [_word, _odt, _rtf, _doc, _html, _md])
def test_a_crossed_out_blank_still_parts_the_words_around_it(made: Callable[..., RawStatement]) -> None:
    assert texts(made("We ask Cuba to free", "[ ]", "prisoners")) == ["We ask Cuba to free prisoners"]
    assert texts(made("We ask Cuba to free", "[|]", "prisoners")) == ["We ask Cuba to free\nprisoners"]
    assert texts(made("We ask for it every", "[ ten ]", "two years")) == ["We ask for it every two years"]


def test_words_around_crossed_out_ones_in_markdown_never_become_one() -> None:
    assert texts(markdown("It takes from 10~~20 and 30~~40 persons")) == ["It takes from 10 40 persons"]
    assert texts(markdown("It takes ~~ten~~, *or* ~~20~~*30* persons")) == ["It takes , or 30 persons"]


@pytest.mark.parametrize(
    ("sheet", "own", "read"),
    [
        ("text-decoration: line-through", "text-decoration-line: none", True),
        ("text-decoration-line: line-through", "text-decoration: none", True),
        ("text-decoration: none", "text-decoration-line: line-through", False),
        ("text-decoration-line: none", "text-decoration: line-through", False),
        ("text-decoration: line-through !important", "text-decoration-line: none", False),
    ],
)
def test_the_last_that_a_style_says_of_a_line_counts(sheet: str, own: str, read: bool) -> None:
    statement = html(f"<span class='x' style='{own}'>{OLD}</span>", f"<style>.x {{{sheet}}}</style>")
    assert texts(statement) == ["A title", f"{KEPT} {OLD}" if read else KEPT]


def test_words_that_are_hidden_and_crossed_out_are_hidden() -> None:
    assert codes(docx("<w:strike/><w:vanish/>")) == {"FI12"}
