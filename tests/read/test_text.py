"""Plain text: paragraphs, headings and lists as people type them, in any encoding."""

from __future__ import annotations

import pytest

from pipeline.read import read_statement
from pipeline.read.text import read_text
from tests.growth import grows_in_proportion, seconds
from tests.read.conftest import Reader, codes, shown, texts


def test_one_paragraph_a_line_gives_one_passage_a_line(text: Reader) -> None:
    content = (
        "# SOURCE: somewhere\n## Introduction\n1. " + "word " * 40 + "\nSecond.\n- item\n• other\n(a) third\n"
    )
    statement = text(content)
    assert [line.split(" | ")[:2] for line in shown(statement)] == [
        ["heading 2", ""], ["list item 1", "1."], ["paragraph", ""], ["list item 1", "-"], ["list item 2", "•"],
        ["list item 3", "(a)"],
    ]  # fmt: skip
    assert statement.furniture == ("# SOURCE: somewhere",)


def test_lines_wrapped_by_hand_are_joined_and_their_lists_kept(text: Reader) -> None:
    content = (
        "We thank the Government of Samplia for its openness in this review of\n"
        "its human rights record, and we regret that civil society was heard so\n"
        "late in it.\n\n"
        "- Ratify the Optional Protocol to the Convention against Torture with-\n"
        "  out delay and without reservations, and set up a mechanism that can\n"
        "  work\n"
        "- Amend the Act\n"
    )
    assert shown(text(content)) == [
        "paragraph |  | We thank the Government of Samplia for its openness in this review of its human rights record, "
        "and we regret that civil society was heard so late in it.",
        "list item 1 | - | Ratify the Optional Protocol to the Convention against Torture with-out delay and without "
        "reservations, and set up a mechanism that can work",
        "list item 1 | - | Amend the Act",
    ]


def test_headings_in_capitals_and_underlined(text: Reader) -> None:
    content = "Statement\n=========\n\nFREEDOM OF EXPRESSION\n\nWords follow here.\n"
    assert shown(text(content))[:2] == ["heading 1 |  | Statement", "heading 2 |  | FREEDOM OF EXPRESSION"]


def test_capitals_mean_nothing_where_all_is_in_capitals(text: Reader) -> None:
    assert not any(
        "heading" in line for line in shown(text("MISTER CHAIR\n\nWE ASK FOR REFORM\n\nTHANK YOU"))
    )


def test_names_with_an_initial_are_no_list_items(text: Reader) -> None:
    assert [line.split(" | ")[1] for line in shown(text("M. Dupont parle.\n\nA. First\n\nB. Second\n\n2013. A year."))] == [
        "", "A.", "B.", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "content", "note"),
    [
        ("utf-8-sig", "Réunion", False),
        ("utf-16", "Réunion", False),
        ("utf-16-le", "Réunion du groupe", True),
        ("cp1252", "La liberté d’expression à l’Île “Sample” où l’État…", True),
        ("cp1251", "Мы рекомендуем Правительству ратифицировать Факультативный протокол.", True),
        ("cp1252", "La Defensoría recomienda que el señor ministro…", True),
    ],
)
def test_encodings_are_read_and_guesses_reported(
    text: Reader, encoding: str, content: str, note: bool
) -> None:
    statement = text(content.encode(encoding))
    assert texts(statement) == [content]
    assert codes(statement) == ({"FI08"} if note else set())


def test_text_that_was_encoded_twice_is_reported(text: Reader) -> None:
    assert "FI19" in codes(text("libertÃ© et Ã©galitÃ©"))


def test_a_short_line_between_blank_ones_over_a_paragraph_is_a_heading(text: Reader) -> None:
    long = "Words of a paragraph that go on and on, " * 3 + "and end."
    assert (
        shown(text(f"Birth registration\n\n{long}\n\nThank you.\n\n{long}\n"))[0]
        == "heading 2 |  | Birth registration"
    )
    assert not any("heading" in line for line in shown(text(f"{long}\nA short line\n{long}\n")))


def test_a_sentence_that_runs_over_the_end_of_a_line_is_one() -> None:
    """Also in a file whose other lines were never wrapped; items end in a sign and stay apart."""
    lines = (
        "Australia spoke of signature of the Protocol; New Zealand\nand the United Kingdom gave reasons.\n"
        "ratify the first Protocol before the end of the year;\nratify the second Protocol.\n" + "x " * 100
    )
    found = [passage.text for passage in read_text(lines.encode()).passages]
    assert found[0].endswith("New Zealand and the United Kingdom gave reasons.")
    assert found[1].endswith("year;")


def test_roman_numbers_begin_items_of_their_own_one_level_deep(text: Reader) -> None:
    """Also where a line before runs long; "v." behind "iv." is a number, "i." behind "h." a letter."""
    content = (
        "a. Work:\ni. Give half of the contracts to firms that have their seat in town\n"
        "ii. Open the register\niii. Publish it\niv. Keep it\nv. Fund it\nb. Schools:\n"
    )
    assert [line.split(" | ")[:2] for line in shown(text(content))] == [
        ["list item 1", "a."], ["list item 2", "i."], ["list item 2", "ii."], ["list item 2", "iii."],
        ["list item 2", "iv."], ["list item 2", "v."], ["list item 1", "b."],
    ]  # fmt: skip
    letters = "\n".join(f"({letter}) Words." for letter in "abcdefghijk")
    assert {line.split(" | ")[0] for line in shown(text(letters))} == {"list item 1"}


def test_a_paragraph_of_any_number_of_lines_costs_in_proportion() -> None:
    """Each line is looked at once when it joins the paragraph."""

    def reading(size: int) -> float:
        data = b"The ministry publishes the report on the schools of the district every year\n" * (size // 77)
        return seconds(lambda: read_statement(data, "a.txt"))

    assert grows_in_proportion(reading, 800_000)
