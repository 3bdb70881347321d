"""Crossed-out words are taken back by their author: they are not read, in any format, and told of."""

from __future__ import annotations

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


def test_words_that_are_hidden_and_crossed_out_are_hidden() -> None:
    assert codes(docx("<w:strike/><w:vanish/>")) == {"FI12"}
