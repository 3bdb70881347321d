"""How single values are typed: YAML 1.2 by hand, everything wrong at once, nothing personal repeated."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.raw import RawMap
from pipeline.problems import Problem
from pipeline.read.yaml import read_yaml
from pipeline.validate.form import Form, did_you_mean


def form(text: str) -> Form:
    value, problems = read_yaml(text.encode(), "x.yaml")
    assert problems == ()
    assert isinstance(value, RawMap)
    return Form(value, [])


def codes(read: Form) -> list[str]:
    return [found.code for found in read.problems]


@pytest.mark.parametrize(("written", "value"), [("0", 0), ("7", 7), ("'7'", 7), ("60", 60)])
def test_a_whole_number_is_read(written: str, value: int) -> None:
    """Quotes do no harm to a number."""
    read = form(f"n: {written}")
    assert (read.integer("n", 0, 60), codes(read)) == (value, [])


@pytest.mark.parametrize(
    "written", ["010", "1_000", "0x10", "0o7", "1.0", "seven", "5:30", ".inf", "-1", "61", "٣", "[1]"]
)
def test_what_is_no_whole_number_within_the_limits_is_refused(written: str) -> None:
    """010 would be eight for one program and ten for another."""
    read = form(f"n: {written}")
    assert (read.integer("n", 0, 60, default=5), codes(read)) == (5, ["FO02"])
    assert read.problems[0].place.line == 1
    assert read.problems[0].place.column == 4


@given(st.integers(0, 10**8))
def test_every_number_is_read_as_it_is_written(number: int) -> None:
    """In decimal notation."""
    assert form(f"n: {number}").integer("n", 0, 10**8) == number


@pytest.mark.parametrize(
    ("written", "value"), [("yes", True), ("No", False), ("TRUE", True), ("false", False)]
)
def test_yes_and_no_are_read_in_words(written: str, value: bool) -> None:
    """Consent is written so."""
    assert form(f"b: {written}").boolean("b", default=not value) is value


@pytest.mark.parametrize("written", ["on", "off", "y", "n", "1", "maybe", "[yes]"])
def test_anything_else_than_yes_or_no_is_refused_and_counts_as_the_default(written: str) -> None:
    """Nobody guesses at a consent."""
    read = form(f"b: {written}")
    assert read.boolean("b", default=False) is False
    assert codes(read) == ["FO02"]


@pytest.mark.parametrize(
    "written",
    [
        "2018-04-31",
        "2018-13-01",
        "0000-00-00",
        "10000-01-01",
        "9999-12-31",
        "0018-04-10",
        "10.4.2018",
        "2018-04",
    ],
)
def test_days_that_do_not_exist_are_refused(written: str) -> None:
    """With the place, not with a ValueError."""
    read = form(f"d: {written}")
    assert (read.day("d"), codes(read)) == (None, ["FO02"])


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2899, 12, 31)))
def test_every_day_is_read(day: dt.date) -> None:
    """With and without leading zeros."""
    assert form(f"d: {day.isoformat()}").day("d") == day
    assert form(f"d: {day.year}-{day.month}-{day.day}").day("d") == day


@pytest.mark.parametrize("written", ["2018-04-12 10:00", "2018-04-12T10:00", "'2018-04-12 10:00:00'"])
def test_a_moment_is_local_time_without_a_zone(written: str) -> None:
    """The session has one time zone."""
    assert form(f"m: {written}").moment("m") == dt.datetime(2018, 4, 12, 10)


@pytest.mark.parametrize(
    "written", ["2018-04-12", "2018-04-12 25:00", "2018-04-12 10:00+02:00", "2018-04-12T23:59:60", "10:00"]
)
def test_other_moments_are_refused(written: str) -> None:
    """A zone of its own would be a second truth."""
    read = form(f"m: {written}")
    assert (read.moment("m"), codes(read)) == (None, ["FO02"])


def test_a_missing_key_is_told_with_what_should_stand_there() -> None:
    """Placed where its mapping begins."""
    read = form("other: 1")
    assert read.text("name", "the name of the organiser") == ""
    assert (
        str(read.problems[0]) == "x.yaml:1:1: error FO01: name is missing. Add it: the name of the organiser."
    )


@pytest.mark.parametrize(
    ("written", "code"), [("", "FO01"), ("~", "FO01"), ("''", "FO01"), ("Null", "FO06"), ("null", "FO06")]
)
def test_nothing_is_missing_and_the_word_null_is_explained(written: str, code: str) -> None:
    """Null is a surname; in quotes it is kept."""
    read = form(f"name: {written}")
    assert read.text("name", "a name") == ""
    assert codes(read) == [code]
    assert form("name: 'Null'").text("name", "a name") == "Null"


def test_line_breaks_in_a_line_become_blanks_with_a_warning() -> None:
    """A made-up row cannot be smuggled into a table."""
    read = form('name: "Sample\\n1. Fake\\trow"')
    assert (read.text("name"), codes(read)) == ("Sample 1. Fake row", ["FO05"])


def test_a_line_that_is_too_long_is_refused_without_being_repeated() -> None:
    """A cover has one line for a name."""
    read = form(f"name: {'x' * 50_000}")
    assert (read.text("name"), codes(read)) == ("", ["FO04"])
    assert "xxx" not in str(read.problems[0])


def test_personal_values_are_never_in_messages() -> None:
    """A list or a mapping in place of a name is called that."""
    read = form("name: [Maria, Example]\nbio: {text: secret}")
    read.text("name")
    read.prose("bio")
    assert codes(read) == ["FO02", "FO02"]
    assert not any(word in str(found) for found in read.problems for word in ("Maria", "secret"))


def test_what_was_written_is_repeated_only_where_it_is_of_no_person() -> None:
    """A half of a name can stand as a key, a value, an item: in review.yaml nothing of it is repeated."""
    for is_open in (False, True):
        read = form(
            "n: Secret\nb: Secret says no\nc: Secret\nd: Secret\nSecret: x\nnn: {Secret word: y, secretly: 1}"
        )
        read.open = is_open
        read.integer("n", 0, 9)
        read.boolean("b", default=False)
        read.choice("c", {"CSO": "CSO", "NHRI": "NHRI"})
        read.day("d")
        inner = read.form("nn")
        inner.finish()
        read.finish()
        assert codes(read) == ["FO02", "FO02", "FO02", "FO02", "YA09", "FO03", "FO03"]
        assert any("secret" in str(found).casefold() for found in read.problems) is is_open


@pytest.mark.parametrize("written", ["010", "7.5", "-1", "5:30", "2018-04-31", "31.12.2018"])
def test_a_number_or_a_day_that_cannot_be_used_is_repeated(written: str) -> None:
    read = form(f"n: {written}")
    read.integer("n", 0, 9)
    assert f'"{written}"' in read.problems[0].what


def test_a_telephone_number_is_not_repeated() -> None:
    read = form("n: 0791234567\nm: 079 123 45 67")
    read.integer("n", 0, 9)
    read.integer("m", 0, 9)
    assert not any("123" in str(found) for found in read.problems)


@pytest.mark.parametrize("written", ["“A b”", "„A b“", "«A b»", "‘A’", "‘Ann’s union’", "”A”"])
def test_quotation_marks_that_would_be_printed_are_told(written: str) -> None:
    """They are part of the value; words are not changed."""
    read = form(f"a: {written}")
    assert (read.text("a"), codes(read)) == (written, ["FO11"])


@pytest.mark.parametrize(
    "written", ["“A” and “B”", "A “b”", "'“A”'", "O’Neill", "“A", "|\n  “A b”", "“”", "«A», «B»"]
)
def test_quotation_marks_within_a_value_and_those_that_are_meant_are_not_told(written: str) -> None:
    read = form(f"a: {written}")
    read.prose("a")
    assert codes(read) == []


@pytest.mark.parametrize(
    ("written", "cut"),
    [
        ("[Union of Bread, Peace, and Work]", True),
        ("[Unión de Pan, y Trabajo]", True),
        ("[“Bread, Peace”, Other]", True),
        ("[Union (Bread, Peace), Other]", True),
        ("[Bread, Inc., Other]", True),
        ("[Bread, Peace, Other]", False),
        ("['Bread, and Peace', “Other”, Andes Union (AU)]", False),
        ("\n  - and so on\n  - (b", False),
    ],
)
def test_an_item_that_a_comma_cut_off_is_told_where_that_is_sure(written: str, cut: bool) -> None:
    """Where nothing shows it, nobody can know."""
    read = form(f"a: {written}")
    read.texts("a")
    assert [found for found in codes(read) if found != "FO11"] == (["FO10"] if cut else [])


def test_unknown_keys_are_told_and_one_that_looks_like_a_known_one_is_an_error() -> None:
    """A misspelt `minor` would otherwise be lost without a word."""
    read = form("moderater: x\nzzz: 1\nroom: y")
    read.text("room")
    read.text("moderator")
    read.finish()
    first, second = read.problems
    assert (first.code, first.severity.value, dict(first.values)["near"]) == ("FO07", "error", "moderator")
    assert (second.code, second.severity.value) == ("FO03", "warning")
    assert second.what_to_do == "Known here: moderator, room."
    assert str(first.place) == "x.yaml:1:1"


@pytest.mark.parametrize(
    ("written", "filled"),
    [("<name>", False), ("|\n  <why it is\n  held>", False), ("a <b> c", True), ("<", True), ("<>", True)],
)
def test_what_a_new_session_leaves_to_fill_in_is_told(written: str, filled: bool) -> None:
    """Words between < and > alone."""
    read = form(f"a: {written}")
    read.prose("a")
    assert codes(read) == ([] if filled else ["FO08"])


def test_all_problems_of_a_mapping_are_found_at_once() -> None:
    """Staff correct a file once, not ten times."""
    read = form("a: x\nb: [1]\nc: 2018-99-01\nd: maybe\ne: text")
    read.integer("a", 0, 9)
    read.text("b")
    read.day("c")
    read.boolean("d", default=False)
    read.items("e")
    read.form("f", "a mapping")
    assert codes(read) == ["FO02", "FO02", "FO02", "FO02", "FO02", "FO01"]


def test_keys_of_inner_mappings_are_called_by_their_path() -> None:
    """session.number, not number."""
    read = form("session: {number: x}")
    read.form("session").integer("number", 1, 9)
    assert read.problems[0].what.startswith("session.number is ")


def test_an_item_of_a_list_is_placed_for_itself() -> None:
    """The second of three."""
    read = form("list:\n  - one\n  - [two]\n  - three")
    assert read.texts("list") == ("one", "three")
    assert str(read.problems[0].place) == "x.yaml:3:5"


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=5))
def test_a_hint_is_always_a_word_that_is_known(word: str, known: list[str]) -> None:
    """Or nothing."""
    hint = did_you_mean(word, known)
    assert hint == "" or hint.removeprefix("Did you mean ").removesuffix("?") in known


def test_problems_are_values() -> None:
    """They can be compared, sorted and put into a set."""
    assert all(isinstance(found, Problem) for found in form("a: 1").problems)
