"""Withheld names outside of statements are told with their place, and never repeated."""

from __future__ import annotations

import pytest

from pipeline.models.raw import RawFile, RawReview
from pipeline.models.session import Consent, Organisation, Photo
from pipeline.problems import Place, Problem
from pipeline.validate.masks import check_names
from tests import build

SECRET = "Marta Withheld"
ROOM_ONLY = Consent(frozenset({("name", "room"), ("statement", "room")}))


def told(agreed: Consent, *paths: str, **fields: object) -> list[Problem]:
    """What is noted where speaker 1 has `agreed` and speaker 2, who agreed to everything, has `fields`."""
    plain = {
        "bio": "",
        "role": "",
        "description": "",
        "photo": None,
        "organisation": Organisation("Sample Two"),
    }
    one = build.a_speaker(1, consent=agreed, **{**plain, "name": SECRET, "organisation": Organisation("One")})
    two = build.a_speaker(2, **{**plain, "place": Place("review.yaml", 20), **fields})
    files = tuple(RawFile(path=f"cuba/{path}", shown=f"in/cuba/{path}", data=b"", size=0) for path in paths)
    problems: list[Problem] = []
    raw = RawReview(folder="cuba", values=None, place=Place("review.yaml"), files=files)
    check_names(build.a_review([one, two]), raw, problems)
    return problems


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ("bio", {"bio": f"Worked with {SECRET}."}),
        ("role", {"role": f"assistant of {SECRET}"}),
        ("aim", {"organisation": Organisation("Sample Two", aim=f"the work of {SECRET}")}),
        ("alternative text", {"photo": Photo("photos/2.jpg", f"With {SECRET}")}),
        ("description", {"description": f"a colleague of {SECRET}"}),
    ],
)
@pytest.mark.parametrize(("consent", "editions"), [(Consent(), "room and public"), (ROOM_ONLY, "public")])
def test_a_withheld_name_beside_a_statement_is_told(
    item: str, field: dict[str, object], consent: Consent, editions: str
) -> None:
    """Whose text, whose name, in which editions; once, and without the name."""
    [found] = told(consent, **field)
    assert (found.code, found.place.line) == ("SP20", 20)
    assert dict(found.values) == {"item": item, "number": "2", "who": "1", "editions": editions}
    assert "Marta" not in str(found)


def test_a_text_that_nobody_is_shown_is_not_told() -> None:
    """A bio that its speaker keeps back cannot expose another; a description is always shown."""
    fields: dict[str, object] = {"bio": f"With {SECRET}.", "consent": build.consent("statement")}
    assert told(Consent(), **fields) == []


def test_nothing_is_told_where_nothing_is_withheld() -> None:
    """Everybody agreed to be named."""
    everything = build.consent("name", "organisation", "statement")
    assert told(everything, "statements/marta-withheld.docx", bio=f"With {SECRET}.") == []


def test_a_file_named_after_somebody_withheld_gets_another_name_suggested() -> None:
    """In the same folder, with the same ending in small letters; other files are not told."""
    [found] = told(ROOM_ONLY, "statements/Marta Withheld.DOCX", "statements/other.docx")
    assert (found.code, found.place.file) == ("SP17", "in/cuba/statements/Marta Withheld.DOCX")
    expected = {"number": "1", "editions": "public", "suggested": "statements/speaker-1.docx"}
    assert dict(found.values) == expected
    [both] = told(Consent(), "statements/Marta Withheld.DOCX")
    assert dict(both.values)["editions"] == "room and public"
