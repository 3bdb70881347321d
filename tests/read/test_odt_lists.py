"""Numbers of OpenDocument lists and headings stand as LibreOffice displays them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.odt.numerals import number_in
from tests.read.conftest import codes, shown
from tests.read.test_odt import p, read, style


def level(number: int, form: str = "1", suffix: str = ".", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" style:num-suffix="{suffix}"'
        f" {more}/>"
    )


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


STYLES = (
    list_style(
        "L", level(1), level(2, "a", ")", 'style:num-prefix="("'), level(3, more='text:display-levels="3"')
    )
    + list_style("M", level(1), level(2, more='text:display-levels="2"'))
    + list_style("B", '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>')
)


def items(*contents: str, style: str = "L", more: str = "") -> str:
    """A list; what is no markup is a paragraph."""
    inner = "".join(
        one
        if one.startswith("<text:list-")
        else f"<text:list-item>{one if '<' in one else p(one)}</text:list-item>"
        for one in contents
    )
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {more}>{inner}</text:list>"


def markers(body: str, automatic: str = STYLES, common: str = "") -> list[str]:
    return [line.split(" | ")[1] for line in shown(read(body, automatic, common))]


CONTINUED = 'text:continue-numbering="true"'


def test_lists_in_lists_have_their_own_numbers_and_depth() -> None:
    inner = p("b") + items("c", "<text:p>d</text:p>" + items("e", style=""), style="")
    assert shown(read(items("a", inner, "f"), STYLES)) == [
        "list item 1 | 1. | a", "list item 1 | 2. | b", "list item 2 | (a) | c", "list item 2 | (b) | d",
        "list item 3 | 2.b.1. | e", "list item 1 | 3. | f",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (items("a", "b") + p("between") + items("c"), ["1.", "2.", "", "1."]),
        (items("a", "b") + p("between") + items("c", more=CONTINUED), ["1.", "2.", "", "3."]),
        (items("a") + items("b", style="B") + items("c", more=CONTINUED), ["1.", "•", "2."]),
        (items("a", more='xml:id="i"') + items("b") + items("c", more='text:continue-list="i"'), ["1.", "1.", "2."]),
        (items("a", more='text:continue-list="none"'), ["1."]),
        # A wrapper without words of its own brings in a deeper item; it does not count.
        (items(items("a", "b", style=""), "c", style="M"), ["1.1.", "1.2.", "2."]),
        (items(p("a") + items("b", style=""), style="M") + items(items("c", style=""), "d", style="M", more=CONTINUED),
         ["1.", "1.1.", "1.2.", "2."]),
        (items(p("a") + items("b", style="") + p("c") + items("d", style=""), style="M"), ["1.", "1.1.", "", "1.1."]),
        (items(p("a") + items("b", style="") + items("c", style="", more=CONTINUED), style="M"), ["1.", "1.1.", "1.2."]),
        ('<text:list text:style-name="L"><text:list-item text:start-value="26"><text:p>a</text:p></text:list-item>'
         "<text:list-item><text:p>b</text:p></text:list-item></text:list>", ["26.", "27."]),
        (items("<text:list-header><text:p>a</text:p></text:list-header>", "b"), ["", "1."]),
        (items('<text:list-item text:style-override="B"><text:p>a</text:p></text:list-item>', "b"), ["•", "2."]),
        (items(p("a") + p("more of it"), p("") + p("more"), "c"), ["1.", "", "2.", "3."]),
        (items(p("") + p("<text:s/>") + p("a") + p("b")), ["1.", ""]),
        (items(p("<text:hidden-paragraph text:is-hidden='true'/>x") + p("a")), ["1."]),
        (items("a", style=""), ["•"]),
        ("".join(f'<text:numbered-paragraph text:list-id="n" text:level="{n}" text:style-name="M">{p("a")}'
                 "</text:numbered-paragraph>" for n in (1, 2, 2, 1)), ["1.", "1.1.", "1.2.", "2."]),
    ],
)  # fmt: skip
def test_what_continues_and_what_starts_anew(body: str, expected: list[str]) -> None:
    assert markers(body) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (level(1, "I", ")"), "I)"),
        (level(1, "1", "", 'style:num-prefix="§ "'), "§ 1"),
        (level(1, "1", ".", 'text:start-value="5"'), "5."),
        (level(1, "", ""), ""),
        (level(1, "", "."), ""),
        (level(1, "", ":", 'style:num-prefix="Demand"'), "Demand:"),
        (level(1, "1", ".", 'loext:num-list-format="Article %1%:"'), "Article 1:"),
        (level(1, "", "", 'loext:num-list-format="%1%."'), ""),
        (level(2), "1."),
        ('<text:list-level-style-image text:level="1"/>', "•"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="–"/>', "–"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="o"/>', "◦"),
        ('<text:list-level-style-bullet text:level="1"/>', "•"),
    ],
)
def test_a_level_shows_its_marker(levels: str, expected: str) -> None:
    assert markers(items("word", style="X"), list_style("X", levels)) == [expected]


def test_a_level_without_number_is_left_out_of_those_inside_it() -> None:
    pattern = list_style("X", level(1, ""), level(2, "1", "", 'loext:num-list-format="%1%-%2%)"'))
    displayed = list_style("Y", level(1, ""), level(2, more='text:display-levels="2"'))
    body = items(items("a", style=""), style="X") + items(items("b", style=""), style="Y")
    assert markers(body, pattern + displayed) == ["1)", "1."]


def test_the_style_of_the_list_goes_before_that_of_the_paragraph() -> None:
    automatic = STYLES + style("P", "", "paragraph", 'style:list-style-name="L"')
    body = p("no list", "P") + items(p("a", "P"), style="") + items(p("b", "P"), style="B")
    assert markers(body, automatic) == ["", "1.", "•"]


def test_a_list_style_that_is_not_there_gives_bullets_and_a_warning() -> None:
    statement = read(items("word", style="gone"), STYLES)
    assert shown(statement) == ["list item 1 | • | word"]
    assert codes(statement) == {"FI17"}


def heading(text: str, number: int, more: str = "") -> str:
    return f'<text:h text:outline-level="{number}" {more}>{text}</text:h>'


OUTLINE = (
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I"'
    ' style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    "</text:outline-style>"
)


def test_headings_have_the_numbers_of_the_outline() -> None:
    body = (
        heading("a", 1) + heading("b", 2) + heading("c", 2) + heading("d", 1) + heading("e", 2) + heading("f", 3)
        + heading("none", 1, 'text:is-list-header="true"') + heading("off", 1, 'text:style-name="N"')
        + heading("g", 1, 'text:restart-numbering="true" text:start-value="9"')
        + items(heading("h", 1), style="Outline", more=CONTINUED)
    )  # fmt: skip
    unnumbered = style("N", "", "paragraph", 'style:list-style-name=""')
    found = markers(body, unnumbered, OUTLINE)
    assert found == ["I.", "I.1", "I.2", "II.", "II.1", "", "", "", "IX.", "X."]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("1", 3, "3"), ("a", 27, "aa"), ("a", 28, "ab"), ("A", 53, "BA"), ("i", 4, "iv"), ("I", 1999, "MCMXCIX"),
        ("01, 02, 03, ...", 7, "07"), ("1st", 2, "2nd"), ("一, 二, 三, ...", 12, "十二"), ("一, 二, 三, ...", 30, "三十"),
        ("一, 二, 三, ...", 101, "101"), ("①, ②, ③, ...", 3, "③"), ("①, ②, ③, ...", 21, "21"), ("أ, ب, ت, ...", 3, "ت"),
        ("أ, ب, ج, ...", 3, "ج"), ("١, ٢, ٣, ...", 10, "١٠"), ("１, ２, ３, ...", 12, "１２"), ("Α, Β, Γ, ... (gr)", 2, "Β"),
        ("а, б, .., аа, аб, ... (ru)", 3, "в"), ("*, †, ‡, §, **, ††, ...", 2, "†"), ("甲, 乙, 丙, ...", 11, "甲甲"),
        ("unknown", 4, "4"), ("", 4, ""), ("a", 0, "0"), ("i", -3, "-3"), ("a", 10**11, "100000000000"),
    ],
)  # fmt: skip
def test_numbers_are_shown_in_the_figures_of_the_list(form: str, number: int, expected: str) -> None:
    assert number_in(number, form) == expected


def test_letters_double_where_they_are_synchronised() -> None:
    assert [number_in(n, "a", synchronised=True) for n in (26, 27, 28)] == ["z", "aa", "bb"]


@given(st.integers(1, 9999))
def test_letters_never_repeat(number: int) -> None:
    assert number_in(number, "a") != number_in(number + 1, "a")


tree = st.recursive(st.just(0), lambda inner: st.lists(inner, min_size=1, max_size=4), max_leaves=30)


@given(tree)
def test_every_item_of_any_tree_is_numbered_once_and_in_order(shape: object) -> None:
    """Brothers follow each other, and the words come out in the order of the file."""
    words: list[str] = []

    def build(node: object) -> str:
        words.append(f"w{len(words)}")
        own = p(words[-1])
        return own + (items(*map(build, node), style="") if isinstance(node, list) else "")

    statement = read(
        items(build(shape)),
        list_style("L", *(level(n, more=f'text:display-levels="{n}"') for n in range(1, 11))),
    )
    assert [one.text for one in statement.passages] == words
    numbers = [one.marker for one in statement.passages]
    assert len(set(numbers)) == len(numbers)
    assert numbers == sorted(numbers, key=lambda text: [int(part) for part in text.strip(".").split(".")])


def test_signs_that_turn_the_direction_of_a_text_are_no_part_of_a_marker() -> None:
    statement = read(items("word", style="X"), list_style("X", level(1, more='style:num-prefix="\u202e§"')))
    assert shown(statement) == ["list item 1 | §1. | word"]
    assert codes(statement) == {"FI15"}


@pytest.mark.parametrize(
    "more",
    [
        'style:num-prefix="{}"',
        'style:num-suffix="{}"',
        'loext:num-list-format="%1%{}"',
        'style:num-prefix="{}1"',
    ],
)
@pytest.mark.parametrize("letter", ["x", " "])
def test_markers_longer_than_any_text_are_refused(more: str, letter: str) -> None:
    form = (
        f'<text:list-level-style-number text:level="1" style:num-format="1" {more.format(letter * 20_000)}/>'
    )
    assert codes(read(items(*["a"] * 200, style="X"), list_style("X", form))) == {"FI04"}
