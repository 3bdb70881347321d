"""Web pages that hide, misplace or misstate something: nothing unseen is shown, no word that shows is lost."""

from __future__ import annotations

import pytest

from pipeline.models.passages import Kind, RawStatement
from pipeline.read import read_statement
from tests.growth import grows_in_proportion, seconds
from tests.read.conftest import codes, texts
from tests.read.test_html import markers, page


def everything(statement: RawStatement) -> str:
    return " ".join([*texts(statement), *statement.furniture, *map(str, statement.problems)])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html><body><p>one</p></body></html><p>two</p>tail", ["one", "two", "tail"]),
        ("<html><body><p>one</p></body><p>two</p></html>", ["one", "two"]),
        ("<html><body><p>one</p></body></html><html><body><p>two</p></body></html>", ["one", "two"]),
        (
            "<html><table><form><tr><td>a</td><td>b</td></tr></form><tr><td>c</td><td>d</td></tr></table>",
            ["a", "b", "c", "d"],
        ),
        (
            "<html><table><p>above</p>words<tr>more<td>c</td><td>d</td></tr></table>",
            ["above", "words", "more", "c", "d"],
        ),
        (
            "<html><p><span style='display:block'>one</span><span style='display:block'>two</span>",
            ["one", "two"],
        ),
        ("<html><p>He said <q>yes</q>.", ["He said “yes”."]),
        ("<html><p>Thanks <img alt='🙂' src=a.png>!", ["Thanks 🙂!"]),
        ("<html><p>1. one<br>2. two<br>and more", ["one", "two\nand more"]),
        ("<html><div style='white-space:pre-wrap'>- one\n- two</div>", ["one", "two"]),
        ("<html><p>a<sup>2</sup> <a href='#x'>b</a>", ["a2 b"]),
        ("<html><div style='display:flex'><span>one</span><span>two</span></div>", ["one", "two"]),
        ("<html><p>one</br>two", ["one\ntwo"]),
        ("<html><svg><foreignObject><div>word</div></foreignObject></svg>", ["word"]),
        (
            "<html><blockquote><p>Said.</p><footer>Sample Union</footer></blockquote>",
            ["Said.", "Sample Union"],
        ),
        ("<html><menu><li>We recommend it.</menu>", ["We recommend it."]),
        ("<html><p><span style='mso-list:Ignore'>1.</span>text</p>", ["text"]),
        ("<html><p>a <span style='font-family:Wingdings'>à</span> b", ["a → b"]),
        (
            "<html><body style='font-family:Arial,\"Segoe UI Symbol\"'><p>We recommend it.",
            ["We recommend it."],
        ),
        ("<html><p style='font-family:Symbol'>We recommend it.", ["We recommend it."]),
        (
            "<html><p style='font-family:Symbol'><span style='font-family:Arial'>à</span> bientôt",
            ["à bientôt"],
        ),
    ],
)
def test_no_word_that_shows_is_lost(html: str, expected: list[str]) -> None:
    found = texts(read_statement(html.encode(), "a.html"))
    assert sorted(found) == sorted(expected)


HIDDEN = [
    "<table><tr style='display:none'><td>SECRET</td><td>x</td></tr><tr><td>a</td><td>b</td></tr></table>",
    "<table><tbody hidden><tr><td>SECRET</td><td>x</td></tr></tbody><tr><td>a</td><td>b</td></tr></table>",
    "<table><tbody style='color:#fff'><tr><td>SECRET</td><td>SECRET</td></tr></tbody></table>",
    "<footer>Foot <span style='display:none'>SECRET</span><del>SECRET</del><noscript>SECRET</noscript></footer>",
    "<div style='display:none'>SECRET</div><main><p>The statement in more words than all.</p></main>",
    "<div style='mso-element:header'><p>Head <span style='mso-hide:all'>SECRET</span></p></div>",
    "<svg><g visibility=hidden><text style='display:none'>SECRET</text></g></svg>",
    "<p>x<a class=msocomanchor href='#_c'>[SECRET]</a></p><div style='mso-element:comment-list'><div "
    "style='mso-element:comment'><div id='_com_1' class=msocomtxt><p>SECRET</p></div></div></div>",
    "<p>x<a id=r href='#f'>1</a></p><div style='display:none'><p id=f><a href='#r'>1</a> SECRET</p></div>",
    "<p>x<a id=r href='#f'>1</a></p><p id=f style='color:white'><a href='#r'>1</a> SECRET</p>",
    "<article style='display:none'><p>SECRET of many many words</p></article>",
    "<dialog><p>SECRET</p></dialog>",
    "<datalist><option>SECRET</datalist><noembed>SECRET</noembed><progress>SECRET</progress>",
    "<math><annotation>SECRET</annotation></math>",
    "<p>x<a class=msocomanchor href='#_c'>[SECRET]</a></p><div id='_com_1' class=msocomtxt><p>SECRET</p></div>",
    "<p>x<sup><a href='#cmnt1' id='cmnt_ref1'>[SECRET]</a></sup></p><div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>"
    "<span>SECRET remark</span></p></div>",
    "<div style='visibility:hidden'><main><p>SECRET of many words, more than all others</p></main></div>",
    "<div style='color:#fff'><main><p>SECRET of many words, more than all others</p></main></div>",
    "<div style='color:white'>SECRET<main style='color:black'><p>Many words of the statement itself.</p></main></div>",
    "<p style='color:#f00;background:#f00'>SECRET</p>",
    "<table><tr bgcolor=navy><td><div style='background:white'><font color=white>SECRET</font></div></td><td>a</td></tr>"
    "</table>",
    "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'><span style='display:none'>SECRET</span>1.</span>x</p>",
    "<div popover>SECRET</div><noframes>SECRET</noframes><object data=x.pdf>SECRET</object>",
    "<svg><defs><text>SECRET</text></defs><symbol><text>SECRET</text></symbol></svg>",
    "<select><option>SECRET<option selected>one</select>",
]  # fmt: skip


@pytest.mark.parametrize("body", HIDDEN)
def test_what_nobody_sees_is_in_no_output(body: str) -> None:
    statement = page(f"<p>Shown words.</p>{body}")
    assert "SECRET" not in everything(statement)
    assert "Shown words." in everything(statement)


@pytest.mark.parametrize(
    "style",
    [
        "color:transparent", "color:hsl(0,0%,100%)", "color:#ffff", "color:#ffffffff", "color:rgb(255 255 255)",
        "color:rgb(100%,100%,100%)", "color:#fefefe", "display:none/**/", "font:0/0 a", "position:absolute;left:-9999px",
        "text-indent:-9999px", "position:absolute;clip:rect(0,0,0,0)", "clip-path:inset(50%)", "opacity:0.01",
        "height:0;overflow:hidden", "max-height:0;overflow:hidden", "transform:scale(0)", "filter:opacity(0)",
        "position:absolute;right:-9999px", "margin:0 0 0 -9999px", "margin-top:-9999px", "position:fixed;left:-100%",
        "transform:translateX(-9999px)", "height:0;overflow-y:hidden", "-webkit-text-fill-color:transparent", "scale:0",
        "content-visibility:hidden", "DISPLAY : None ! important", "font-size:.5pt",
    ],
)  # fmt: skip
def test_every_way_to_hide_words_hides_them(style: str) -> None:
    statement = page(f"<p>Shown.</p><p style='{style}'>SECRET</p>")
    assert "SECRET" not in everything(statement)
    assert codes(statement) == {"FI12"}


@pytest.mark.parametrize(
    ("sheet", "element", "shows"),
    [
        ("div .x { display: none }", "<div><b><p class=x>WORD</p></b></div>", False),
        (".a > .b { display: none }", "<div class=a><p class=b>WORD</p></div>", False),
        (".a > .b { display: none }", "<div class=a><div><p class=b>WORD</p></div></div>", True),
        (".a { display: none } #b { display: block }", "<p class=a id=b>WORD</p>", True),
        ("#b { display: block } .a { display: none }", "<p class=a id=b>WORD</p>", True),
        (".a { display: none } .b { display: block }", "<p class='b a'>WORD</p>", True),
        ("p { display: none !important }", "<p style='display:block'>WORD</p>", False),
        ("@charset 'utf-8'; @import url(a.css); .h { display: none }", "<p class=h>WORD</p>", False),
        ("@media screen and (max-width: 600px) { .d { display: none } }", "<p class=d>WORD</p>", True),
        ("@media screen { .d { display: none } } .e { display: none }", "<p class=e>WORD</p>", False),
        ("p:not(.x) { display: none }", "<p class=x>WORD</p>", True),
        ("/* p { display: none }", "<p>WORD</p>", True),
        ("* { display: none }", "<p>WORD</p>", False),
        ("@media screen, print { .x { display: none } }", "<p class=x>WORD</p>", False),
        ("[hidden] { display: none !important } .f { display: flex }", "<p class=f hidden>WORD</p>", False),
        (".o { color: red; .x { display: none } }", "<div class=o><p class=x>WORD</p></div>", False),
        (".md\\:x { display: none }", "<p class='md:x'>WORD</p>", False),
        ("@supports not (display: grid) { .x { display: none } }", "<p class=x>WORD</p>", True),
        (
            ".d { display: none !important } @media (min-width: 768px) { .m { display: block !important } }",
            "<p class='d m'>WORD</p>",
            True,
        ),
        (".a { b: c } " * 6_000 + ".x { display: none }", "<p class=x>WORD</p>", False),
    ],
)
def test_the_weightiest_rule_of_the_sheets_counts(sheet: str, element: str, shows: bool) -> None:
    statement = page(f"{element}<h2 style='display:block!important'>Shown.</h2>", f"<style>{sheet}</style>")
    assert ("WORD" in texts(statement)) == shows


@pytest.mark.parametrize(
    "body",
    [
        "<div style='background-image:url(x.png);color:white'>WORD</div>",
        "<div style='background:linear-gradient(red,blue);color:white'>WORD</div>",
        "<table background=x.png><tr><td><font color=FFFFFF>WORD</font></td><td>b</td></tr></table>",
        "<div style='background:navy no-repeat;color:#fff'>WORD</div>",
        "<div style='background-color:rgba(0,0,0,0);color:#333'>WORD</div>",
        "<p style='margin-left:-20px;text-indent:-18pt'>WORD</p>",
        "<div style='overflow:hidden;max-width:600px'>WORD</div>",
        "<div style='background:#003'><main><p style='color:#fff'>WORD</p></main></div>",
        "<div style='background-color:var(--main);color:#fff'>WORD</div>",
        "<div style='position:absolute;left:50%;width:960px;margin-left:-480px'>WORD</div>",
        "<div style='overflow:hidden;height:1%'>WORD</div>",
        "<table><tr><td style='max-width:0;overflow:hidden'>WORD</td><td style='width:5%;overflow:hidden'>b</td></tr></table>",
        "<div style='left:-9999px'>WORD</div>",
        "<div style='color:#fff'><mark>WORD</mark></div>",
        "<div style='color:#fff'><font color=red>WORD</font></div>",
        "<div style='font-size:0'><p style='font-size:medium'>WORD</p></div>",
        "<style media=print>p { display: none }</style><p>WORD</p>",
        "<noscript><style>p { display: none }</style></noscript><p>WORD</p>",
    ],
)
def test_words_on_a_ground_of_their_own_show(body: str) -> None:
    statement = page(body)
    assert "WORD" in texts(statement)
    assert codes(statement) <= {"FI13"}


@pytest.mark.parametrize(
    ("body", "expected", "notes"),
    [
        (  # the words of the note are the link back
            "<p>Text<a id=r href='#f'>1</a></p><p id=f><a href='#r'>1. Sample Union, Report</a></p>",
            ["Text", "1. Sample Union, Report"], 1,
        ),
        (  # paragraphs that refer to each other
            "<p id=p1>As said in paragraph <a id=x href='#p5'>5</a>, it is.</p>"
            "<p id=p5>We recommend (see <a href='#p1'>paragraph 1</a>) to ratify.</p>",
            ["As said in paragraph 5, it is.", "We recommend (see paragraph 1) to ratify."], 0,
        ),
        (  # contents whose headings lead back
            "<p><a id=t href='#s'>1</a> Intro</p><div><h2 id=s><a href='#t'>1</a> Intro</h2><p>Whole section.</p></div>",
            ["1 Intro", "1 Intro", "Whole section."], 0,
        ),
        (  # called where nobody sees it
            "<p>Shown.</p><span style='display:none'><a id=r href='#f'>1</a></span><p id=f><a href='#r'>1</a> Note.</p>",
            ["Shown.", "1 Note."], 0,
        ),
        (  # notes in a table stay in it
            "<p>Text<a id=r href='#f'>1</a></p><table><tr><td><a id=f href='#r'>1</a></td><td>Note.</td></tr></table>",
            ["Text1", "1", "Note."], 0,
        ),
        (  # a note beside the one article
            "<article><p>The statement in many words<a id=r href='#f'>1</a></p></article><p id=f><a href='#r'>1</a> Note.</p>",
            ["The statement in many words", "Note."], 1,
        ),
        (  # called beside the main part only
            "<p>Aside<a id=r href='#f'>1</a></p><main><p>The statement in many more words.</p>"
            "<p id=f><a href='#r'>1</a> Note.</p></main>",
            ["The statement in many more words.", "Note."], 0,
        ),
    ],
)  # fmt: skip
def test_only_what_is_a_note_is_read_as_one(body: str, expected: list[str], notes: int) -> None:
    statement = page(body)
    assert texts(statement) == expected
    assert sum(one.kind is Kind.FOOTNOTE for one in statement.passages) == notes
    assert not any("Note" in each for each in statement.furniture)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<meta charset=utf-16><p>caf\xc3\xa9", "café"),
        (b"<meta charset=euc-kr><p>" + "한국 인권 믜".encode("cp949"), "한국 인권 믜"),
        (b"<meta charset=shift_jis><p>" + "日①髙".encode("cp932"), "日①髙"),
        (b"<meta charset=iso-8859-8-i><p>" + "שלום".encode("iso8859-8"), "שלום"),
        (b"<meta charset=windows-874><p>" + "สวัสดี".encode("cp874"), "สวัสดี"),
        (b"<meta charset=x-mac-cyrillic><p>" + "Право".encode("mac-cyrillic"), "Право"),
        (b"<meta charset=iso-8859-1><p>caf\xe9\x81", "café"),
        (b"<meta charset=unicode_escape><p>\\x41 a", "\\x41 a"),
        (b"<meta charset=utf-7><p>+AGE- a", "+AGE- a"),
        (b"<!-- <meta charset=windows-1251> --><meta charset=utf-8><p>caf\xc3\xa9", "café"),
    ],
)
def test_encodings_are_those_that_browsers_know(data: bytes, expected: str) -> None:
    assert texts(read_statement(b"<html>" + data, "a.html")) == [expected]


def test_lists_of_google_docs_have_their_numbers_and_depths() -> None:
    sheet = (
        "<style>ol.lst-kix_a-0 { list-style-type: none } .lst-kix_a-0 > li:before "
        '{ content: "" counter(lst-ctn-kix_a-0,decimal) ". " } .lst-kix_a-1 > li:before '
        '{ content: "(" counter(lst-ctn-kix_a-1,lower-latin) ") " } .lst-kix_b-0 > li:before { content: "●  " }</style>'
    )
    body = (
        "<ol class='c1 lst-kix_a-0 start' start=1><li>one</li></ol><ol class='lst-kix_a-1' start=1><li>two</li></ol>"
        "<ol class='lst-kix_a-0' start=2><li>three</li></ol><ul class='lst-kix_b-0'><li>four</li></ul>"
    )
    assert markers(page(body, sheet)) == [
        ("1.", 1, "one"), ("(a)", 2, "two"), ("2.", 1, "three"), ("●", 1, "four"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol type=a start=28><li>x</ol>", [("ab.", 1, "x")]),
        ("<ol style='list-style:inside upper-roman'><li>x</ol>", [("I.", 1, "x")]),
        ("<ol style='list-style-type:lower-greek'><li>x</ol>", [("α.", 1, "x")]),
        ("<ul style='list-style:none'><li>(a) x<li>plain</ul>", [("(a)", 1, "x"), ("•", 1, "plain")]),
        (
            "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>&nbsp;</p><p>Plain.</p>",
            [("", 0, "Plain.")],
        ),
        (
            "<div style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>7.</span>Item</div>",
            [("7.", 2, "Item")],
        ),
    ],
)
def test_markers_are_those_that_show(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert markers(page(body)) == expected


def test_a_margin_around_a_page_and_a_class_of_other_words_make_no_quotation() -> None:
    statement = page("<div style='margin:40px'><p>One.</p></div><p class='quota-reform'>Two.</p>")
    assert {one.kind for one in statement.passages} == {Kind.PARAGRAPH}


@pytest.mark.parametrize(
    ("start", "unit", "end", "size"),
    [
        (b"", b"<!---->", b"x", 8_000),
        (b"<html><style>", b"/* ", b"", 200_000),
        (b"<html><p style='font-size:", b"1", b"!'>x", 40_000),
        (b"<html><p style='color:a", b" ", b"b'>x", 40_000),
        (b"<html><style>" + b"p{color:red}" * 1_000 + b"</style>", b"<p>a", b"", 40_000),
        (b"<html><div id=x>" + b"<b>a</b>" * 20_000 + b"</div>", b"<a href='#x'>1</a>", b"", 20_000),
        (
            b"<html><a id=r href='#f'>1</a>",
            b"<a href='#f'>1</a>",
            b"<p id=f><a href='#r'>1</a>" + b"<a href='#r'>2</a>" * 900,
            40_000,
        ),
        (
            b"<html>" + b"<style>" + b".a .b{c:d}" * 75 + b"</style>" + b"<div>" * 60,
            b"<i class=b>x</i>",
            b"",
            20_000,
        ),
    ],
    ids=["comments", "open comments", "digits", "blanks", "rules", "links", "links back", "selectors"],
)
def test_pages_made_to_hang_cost_in_proportion(start: bytes, unit: bytes, end: bytes, size: int) -> None:
    def reading(letters: int) -> float:
        return seconds(lambda: read_statement(start + unit * (letters // len(unit)) + end, "a.html"))

    assert grows_in_proportion(reading, size)


def test_comments_above_a_text_are_no_riddle() -> None:
    lines = b"<!-- a -->\n" * 25
    assert texts(read_statement(lines + b"# Statement\n\nWords.", "a.md")) == ["Statement", "Words."]


def test_one_wrong_byte_spoils_no_other() -> None:
    data = "<html><meta charset=utf-8><p>café déjà’ ".encode() + b"\xff" + b"x" * 100
    assert texts(read_statement(data, "a.html"))[0].startswith("café déjà’ ")


def test_processing_instructions_are_no_comments() -> None:
    assert codes(page("<?xml:namespace prefix = o ns = 'urn' /><p>words<![CDATA[x]]></p>")) == set()
