"""session.yaml: what holds for every State."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.models.session import FrontMatter
from pipeline.problems import Severity
from pipeline.validate import validate_session
from tests.validate.raw_session import SESSION, changed, codes, raw_session


def problems_of(*changes: tuple[str, str]) -> list[str]:
    session, problems = validate_session(raw_session(changed(SESSION, *changes)))
    assert (session is None) == any(found.severity is Severity.ERROR for found in problems)
    return [str(found) for found in problems]


def test_the_facts_are_read_as_written() -> None:
    """Every key of docs/inputs.md."""
    session, problems = validate_session(raw_session())
    assert problems == ()
    assert session is not None
    assert (session.number, session.cycle, session.working_group) == (30, 3, dt.date(2018, 5, 1))
    assert (session.first_day, session.last_day) == (dt.date(2018, 4, 10), dt.date(2018, 4, 13))
    assert (session.floor_minimum, session.floor_maximum, session.length_minutes) == (5, 7, 60)
    assert session.rooms == ("Room XXI", "Room XXIII")
    assert session.deadline == dt.datetime(2018, 3, 23, 18)
    assert (session.provisional, session.sample, session.shown) == (True, True, "upr30")
    assert session.front_matter.objectives == ("Sample objectives.",)


def test_everything_wrong_is_told_at_once_with_its_place() -> None:
    """In the order of the file."""
    changes = (
        ("number: 30", "number: thirty"),
        ("venue: Palais des Nations, UNOG", "venue:"),
        ("Europe/Zurich", "Zurich"),
        ("maximum: 7", "maximum: 4"),
    )
    found = problems_of(*changes)
    assert [line.split(" ")[:3] for line in found] == [
        ["upr30/session.yaml:2:11:", "error", "FO02:"],
        ["upr30/session.yaml:7:9:", "error", "FO01:"],
        ["upr30/session.yaml:9:14:", "error", "SE02:"],
        ["upr30/session.yaml:19:23:", "error", "SE03:"],
    ]


@pytest.mark.parametrize(
    "zone", ["../../etc/passwd", "/etc/localtime", "CEST", "Europe", "Europe/Zürich", "UTC+1"]
)
def test_a_time_zone_is_a_name_of_the_database_and_never_a_path(zone: str) -> None:
    """zoneinfo would look on the disk."""
    assert " SE02: " in problems_of(("Europe/Zurich", zone))[0]


@pytest.mark.parametrize(
    "address", ["x@y", "a b@example.org", "Sample <a@example.org>", "a@example.org,b@example.org"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    """It stands on the last page of every pack."""
    found = problems_of(("  address: 1 Sample", f"  email: '{address}'\n  address: 1 Sample"))
    assert " FO02: organisation" not in found[0]
    assert " FO02: organiser.email is " in found[0]


def test_a_language_that_does_not_exist_is_refused_where_it_stands() -> None:
    """Item by item."""
    assert problems_of(("[en, fr, es]", "[en, xx, es]"))[0].startswith("upr30/session.yaml:13:29: error FO02")


def test_optional_parts_may_be_left_out() -> None:
    """Floor times, lengths and front matter have defaults."""
    text = changed(SESSION, ("floor_time: {minimum: 5, maximum: 7}\n", ""), ("length: 60\n", ""))
    text = text[: text.index("front_matter")].replace("dialogue_minimum: 10\n", "")
    text = text.replace("  deadline: 2018-03-23 18:00\n", "").replace("  sample: yes\n", "")
    session, problems = validate_session(raw_session(text))
    assert problems == ()
    assert session is not None
    assert (session.floor_maximum, session.length_minutes, session.dialogue_minimum) == (7, 60, 10)
    assert (session.deadline, session.sample) == (None, False)


def test_a_wrong_session_yaml_does_not_hide_what_is_wrong_in_reviews() -> None:
    """All at once holds across files; and what depends on the wrong fact is not reported."""
    session, problems = validate_session(
        raw_session(
            changed(SESSION, ("first_day: 2018-04-10", "first_day: soon")),
            {"cuba": "state: XX\nstart: 2018-04-12 10:00\nroom: Room XXI\nawaited: []\n"},
        )
    )
    assert session is None
    assert sorted(codes(problems)) == ["FO02", "RV01", "SP09"]


@pytest.mark.parametrize("name", ["upr30", "UPR 30 (v2)"[:6], "session-30_b", "сессия"])
def test_folder_names_of_letters_digits_and_blanks_are_fine(name: str) -> None:
    """Outputs are named after them."""
    import dataclasses

    assert validate_session(dataclasses.replace(raw_session(), id=name))[1] == ()


@pytest.mark.parametrize("name", ["", ".", "..", "-rf", "a/b", "a:b", "x.", "_x", "a\\b", "x" * 101, "a\nb"])
def test_other_folder_names_are_refused(name: str) -> None:
    """They mean something else to a shell, to Windows or to a mail program."""
    import dataclasses

    assert codes(validate_session(dataclasses.replace(raw_session(), id=name))[1]) == ["SF07"]


def test_one_language_or_several() -> None:
    """`language` is one, `languages` are those of the packs, the main one first and each once."""
    session, problems = validate_session(raw_session(changed(SESSION, ("language: en\n", "language: fr\n"))))
    assert session is not None
    assert (problems, session.language, session.languages) == ((), "fr", ("fr",))
    several = changed(
        SESSION, ("  language: en\n", "  languages: [fr, AR, fr]\n"), ("front_matter:", "notes:")
    )
    session, _ = validate_session(raw_session(several.partition("notes:")[0]))
    assert session is not None
    assert (session.language, session.languages) == ("fr", ("fr", "ar"))


@pytest.mark.parametrize(
    "line", ["  languages: [en, xx]\n", "  languages: en\n", "  language: en\n  languages: [en]\n"]
)
def test_languages_that_cannot_be_meant_are_told_of(line: str) -> None:
    """A code that is none, a word where a list is meant, the same thing said twice."""
    assert [found for found in problems_of(("  language: en\n", line)) if " FO02: " in found]


FRONT = """front_matter:
  en: {objectives: Sample objectives.}
  fr: {objectives: Objectifs d’exemple.}
  de: {objectives: Beispiel.}
"""


def test_front_matter_can_be_there_in_each_language() -> None:
    """A language without packs may have its text already; one with packs and no text is told of."""
    text = changed(SESSION, ("  language: en\n", "  languages: [en, fr, ar]\n"))
    session, problems = validate_session(raw_session(text[: text.index("front_matter")] + FRONT))
    assert session is not None
    assert session.front_matter_in("fr") == (FrontMatter(("Objectifs d’exemple.",)), "fr")
    assert session.front_matter_in("ar") == (FrontMatter(("Sample objectives.",)), "en")
    assert codes(problems) == ["SE09"]


def test_front_matter_without_a_language_is_missing_in_every_other_one() -> None:
    """As `presession new` writes it: the text is in the main language, and the other packs print it so."""
    text = changed(SESSION, ("  language: en\n", "  languages: [en, fr, ar]\n"))
    front = "front_matter:\n  objectives: Sample objectives.\n"
    session, problems = validate_session(raw_session(text[: text.index("front_matter")] + front))
    assert session is not None
    assert [found.what for found in problems] == [
        f"the front matter is not there in {code}; the pack in that language has it in en."
        for code in ("ar", "fr")
    ]


def test_front_matter_that_the_main_language_lacks_is_not_said_to_be_there() -> None:
    """The pack in that language is without any."""
    text = changed(SESSION, ("  language: en\n", "  languages: [es, fr]\n"))
    _, problems = validate_session(raw_session(text[: text.index("front_matter")] + FRONT))
    assert [found.what for found in problems] == [
        "the front matter is not there in es; the pack in that language is without it."
    ]


def test_a_session_without_front_matter_lacks_it_in_no_language() -> None:
    """There is nothing to translate."""
    text = changed(SESSION, ("  language: en\n", "  languages: [en, fr]\n"))
    _, problems = validate_session(raw_session(text[: text.index("front_matter")]))
    assert problems == ()
