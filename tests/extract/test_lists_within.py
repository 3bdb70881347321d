"""Lists within lists, within sentences, and without a stem of their own."""

from __future__ import annotations

from tests.extract.forms import aside, texts


def test_a_list_goes_on_behind_the_list_in_one_of_its_items() -> None:
    got = texts(
        "en",
        "p|The Government of Cuba should:",
        "a.|Table the policy before the summer;",
        "b.|With regard to the five deaths in Annex C:",
        "(i)|re-open the files;",
        "(ii)|place the mothers under protection;",
        "(iii)|make every outcome public.",
        "c.|Withdraw the appeal.",
    )
    assert got == [
        "Table the policy before the summer",
        "re-open the files",
        "place the mothers under protection",
        "make every outcome public",
        "Withdraw the appeal",
    ]


def test_contents_of_an_item_end_where_the_list_goes_on() -> None:
    lines = ("1.|Publish:", "(i)|the list of prisons;", "(ii)|the budget.", "2.|Withdraw the appeal.")
    got = texts("en", "p|The Government of Cuba should:", *lines)
    assert got == ["Publish:\nthe list of prisons;\nthe budget", "Withdraw the appeal"]


def test_no_part_of_a_list_in_a_sentence_is_only_its_and() -> None:
    sentence = (
        "The Government should: (i) ratify the Convention; (ii) publish the report; and (iii) free them."
    )
    assert texts("en", "p|" + sentence) == ["ratify the Convention", "publish the report", "free them"]


def test_commands_may_hang_on_what_they_are_about() -> None:
    lines = (
        "(a)|remove subclause (4);",
        "(b)|make the tests voluntary;",
        "(c)|insert a sunset of two years.",
    )
    got = texts("en", "p|In the alternative, if the House is minded to keep it:", *lines)
    assert got == ["remove subclause (4)", "make the tests voluntary", "insert a sunset of two years"]


def test_a_row_of_clauses_that_each_name_who_should_act_is_parted() -> None:
    row = (
        "It is recommended that the Ministry of Health pays the midwives, that the police leave the wards, "
        "and that donors finance a boat."
    )
    assert texts("en", "p|" + row) == [
        "the Ministry of Health pays the midwives",
        "the police leave the wards",
    ]
    assert aside("en", "p|" + row) == [("addressee", "donors finance a boat")]


def test_circled_numbers_are_marks() -> None:
    got = texts("en", "h|Recommendations", "p|① Repeal the decree. ② Free the teachers.")
    assert got == ["Repeal the decree", "Free the teachers"]


def test_circled_numbers_count_on_after_nine() -> None:
    numbers = "①②③④⑤⑥⑦⑧⑨⑩⑪"
    lines = [f"{mark}|Close prison number {n}." for n, mark in enumerate(numbers, 1)]
    assert len(texts("en", "p|We urge Cuba to:", *lines)) == len(numbers)
