"""review.yaml: a State's pre-session, its agenda and its neighbours."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.validate import validate_session
from tests.validate.raw_session import REVIEW, SESSION, changed, check, codes, raw_session


def two(*changes: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Cuba as it is and Tuvalu with changes: folders that are kept, and codes."""
    other = changed(REVIEW, ("state: CU", "state: TV"), *changes)
    session, problems = validate_session(raw_session(reviews={"cuba": REVIEW, "tuvalu": other}))
    assert session is not None
    return [review.folder for review in session.reviews], codes(problems)


def test_a_review_is_read_as_written() -> None:
    """Every key of docs/inputs.md."""
    session, problems = check()
    assert problems == ()
    assert session is not None
    [review] = session.reviews
    assert (review.state.alpha3, review.start, review.room) == (
        "CUB",
        dt.datetime(2018, 4, 12, 10),
        "Room XXI",
    )
    assert (review.opening_minutes, review.sur_minutes, review.closing_minutes) == (3, 2, 3)
    assert review.dialogue_minutes == 46
    assert review.previous_review is not None
    assert (review.previous_review.supported, review.previous_review.noted) == (230, 62)


@pytest.mark.parametrize("code", ["CU", "cu", "CUB"])
def test_a_state_is_named_by_two_or_three_letters(code: str) -> None:
    """In any case."""
    session, problems = check(("state: CU", f"state: {code}"))
    assert (problems, session is not None and session.reviews[0].state.code) == ((), "CU")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("late.docx", True),
        ("statements/late.docx", True),
        ("statements/second/late.docx", True),
        ("previous-recommendations.docx", False),
        ("drafts/late.docx", False),
    ],
)
def test_a_file_that_nobody_names_is_told_of_where_statements_lie(name: str, told: bool) -> None:
    """In statements/ and beside review.yaml, where a late one is put in haste."""
    raw = raw_session(files=("statements/legal-aid.md", name))
    _, problems = validate_session(raw)
    assert [(found.code, found.place.file) for found in problems] == [("SP09", f"upr30/cuba/{name}")] * told


def test_norway_is_not_false() -> None:
    """NO is a text by the rules of YAML 1.2."""
    session, _ = check(("state: CU", "state: NO"))
    assert session is not None
    assert session.reviews[0].state.name() == "Norway"


def test_a_name_in_place_of_a_code_gives_the_code_as_a_hint() -> None:
    """Also where the name is misspelt."""
    for name in ("Cuba", "Cubba"):
        _, [found] = check(("state: CU", f"state: {name}"))
        assert (found.code, "CU, Cuba" in found.what_to_do) == ("RV01", True)


def test_an_error_in_one_state_leaves_the_others() -> None:
    """Its own review is not in the session."""
    assert two(("floor: 6", "floor: 9"), ("10:00", "14:00")) == (["cuba"], ["AG03"])


def test_reviews_follow_each_other_by_time_then_room() -> None:
    """Whatever their folders are called; a pre-session may begin when another ends."""
    assert two(("10:00", "09:00")) == (["tuvalu", "cuba"], [])
    assert two(("10:00", "11:00")) == (["cuba", "tuvalu"], [])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((("10:00", "10:59"), ("Moderator 1", "Moderator 2")), ["RV05"]),
        ((("10:00", "10:59"), ("Room XXI", "Room XXIII")), ["RV06"]),
        ((("10:00", "10:00"),), ["RV05", "RV06"]),
        ((("10:00", "10:30"), ("Room XXI", "Room XXIII"), ("moderator: Sample Moderator 1\n", "")), []),
    ],
)
def test_no_room_and_no_moderator_is_taken_twice_at_a_time(
    changes: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    """The pre-session that begins later has the error, and the earlier one is built."""
    kept, found = two(*changes)
    assert (sorted(found), "cuba" in kept) == (expected, True)


def test_the_minutes_of_the_hour_are_counted() -> None:
    """The dialogue may be exactly as long as it must, and not a minute shorter."""
    assert check(("opening: 3", "opening: 39"))[1] == ()
    _, [found] = check(("opening: 3", "opening: 40"))
    assert found.code == "AG01"
    assert "take 51 of 60 minutes and leave 9 for the dialogue; it needs 10" in found.what


def test_numbers_of_the_floor_are_in_the_message() -> None:
    """As the house plan has it."""
    _, [found] = check(("floor: 6", "floor: 9"))
    assert str(found) == (
        "upr30/cuba/review.yaml:14:12: error AG03: floor time of 9 minutes is over the session's 7. "
        "Shorten it or raise floor_time.maximum in session.yaml."
    )


def test_without_speakers_the_list_is_awaited_unless_it_is_said_that_none_will_come() -> None:
    """A State may end with nothing at all, and still gets a final pack."""
    bare = REVIEW[: REVIEW.index("speakers:")]
    session, problems = validate_session(raw_session(reviews={"cuba": bare}, files=()))
    assert session is not None
    assert (codes(problems), session.reviews[0].awaited) == (["RV09"], frozenset({"speakers"}))
    session, problems = validate_session(raw_session(reviews={"cuba": bare + "awaited: []\n"}, files=()))
    assert session is not None
    assert (problems, session.reviews[0].awaited) == ((), frozenset())


def test_a_session_without_rooms_list_would_be_an_error_of_its_own_only() -> None:
    """Not one for every review besides."""
    session, problems = validate_session(
        raw_session(changed(SESSION, ("rooms: [Room XXI, Room XXIII]\n", "")))
    )
    assert (session, codes(problems)) == (None, ["FO01"])


@pytest.mark.parametrize("speakers", ["none yet", "[one, two]", "{name: x}"])
def test_speakers_are_a_list_of_mappings(speakers: str) -> None:
    """Anything else is said, not raised."""
    text = f"{REVIEW[: REVIEW.index('speakers:')]}speakers: {speakers}\n"
    assert "FO02" in codes(validate_session(raw_session(reviews={"cuba": text}, files=()))[1])
