"""What an edition shows of one speaker is exactly what was agreed to, and nothing that names another."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.assemble.shown import Guard, Shown, held_back, show, show_all
from pipeline.models.factsheet import FactSheet, SheetPage
from pipeline.models.findings import Findings
from pipeline.models.pack import Contribution
from pipeline.models.passages import Kind
from pipeline.models.session import (
    CONSENT_ITEMS,
    Consent,
    ConsentItem,
    FactSheetFile,
    Organisation,
    OrganisationKind,
    Photo,
)
from pipeline.problems import Place
from tests import build

SHEET = FactSheet(b"%PDF", (SheetPage(1, 595, 842, ("Housing",), "Housing"),), 1)


def a_contribution(*agreed: ConsentItem, **fields: object) -> Contribution:
    """Everything there is of a speaker, of which `agreed` may be shown in the room edition alone."""
    values: dict[str, object] = {
        "name": "Anna Ejemplova",
        "role": "lawyer",
        "description": "a defender",
        "organisation": Organisation(
            "Centre", "CEN", OrganisationKind.COALITION, ("North", "South"), "helps"
        ),
        "bio": "A lawyer.",
        "photo": Photo("p.jpg", "A portrait"),
        "contact": "+41 22 555 01 01",
        "fact_sheet": FactSheetFile("f.pdf"),
        "consent": Consent(frozenset((item, "room") for item in agreed)),
    }
    made = build.a_contribution(1, **{**values, **fields})
    return dataclasses.replace(made, bio_language="fr", fact_sheet=SHEET)


def shown(
    contribution: Contribution, *others: Contribution, edition: str = "room", **fields: object
) -> Shown:
    speakers = [each.speaker for each in (contribution, *others)]
    review = build.a_review(speakers, **fields)
    pack = dataclasses.replace(build.a_pack_input([contribution, *others], edition=edition), review=review)
    return show_all(pack)[0]


NOTHING = {
    "name": "a defender",
    "named": False,
    "role": "",
    "organisation": "",
    "acronym": "",
    "members": (),
    "aim": "",
    "bio": "",
    "picture": None,
    "statement": None,
    "findings": Findings(),
    "contact": "",
    "fact_sheet": None,
}
AGREED: dict[ConsentItem, dict[str, object]] = {
    "name": {"name": "Anna Ejemplova", "named": True, "role": "lawyer"},
    "organisation": {
        "organisation": "Centre",
        "acronym": "CEN",
        "members": ("North", "South"),
        "aim": "helps",
    },
    "bio": {"bio": "A lawyer."},
    "photo": {"picture": build.a_picture()},
    "statement": {
        "statement": build.a_contribution(1).statement,
        "findings": build.a_contribution(1).findings,
    },
    "contact": {"contact": "+41 22 555 01 01"},
    "fact_sheet": {},
}


@pytest.mark.parametrize("item", CONSENT_ITEMS)
def test_what_is_agreed_is_shown_and_nothing_else(item: ConsentItem) -> None:
    """In the edition that it was agreed for; number, kind, minutes and language are nobody's secret."""
    found = shown(a_contribution(item))
    wanted = {**NOTHING, **AGREED[item]}
    assert {key: getattr(found, key) for key in wanted} == wanted
    assert (found.number, found.kind, found.minutes) == (1, OrganisationKind.COALITION, 6)
    assert (found.bio_language, found.alternative, found.held_back) == ("fr", "A portrait", False)
    public = shown(a_contribution(item), edition="public")
    assert {key: getattr(public, key) for key in wanted} == NOTHING


def test_all_of_it_is_shown_where_all_is_agreed() -> None:
    """The fact sheet too, which needs the organisation's consent."""
    found = shown(a_contribution(*CONSENT_ITEMS))
    wanted = {key: value for each in AGREED.values() for key, value in each.items()}
    assert {key: getattr(found, key) for key in wanted} == wanted
    assert (found.fact_sheet, found.fact_sheet_missing) == (SHEET, False)


@pytest.mark.parametrize(
    ("field", "text", "item"),
    [
        ("role", "lawyer of Bela Primerov", "name"),
        ("description", "a friend of Bela Primerov", "statement"),
        ("bio", "Works with Bela Primerov.", "bio"),
    ],
)
def test_words_that_name_who_is_withheld_are_left_out(field: str, text: str, item: ConsentItem) -> None:
    """Whoever wrote them; with the name allowed in so many words they stand."""
    other = build.a_contribution(2, name="Bela Primerov", consent=build.consent("organisation"))
    one = a_contribution(item, **{field: text})
    key = "name" if field == "description" else field
    assert getattr(shown(one, other), key) == ""
    assert getattr(shown(one, other, allowed=("Bela Primerov",)), key) == text


def test_the_organisation_its_aim_its_members_and_the_portraits_text_are_looked_at_too() -> None:
    """An organisation that is called after somebody takes all of its own with it; a member goes alone."""
    other = build.a_contribution(2, name="Bela Primerov", consent=build.consent("organisation"))
    called = Organisation("Friends of Bela Primerov", "FBP", OrganisationKind.COALITION, ("North",), "helps")
    found = shown(a_contribution("organisation", organisation=called), other)
    assert (found.organisation, found.acronym, found.members, found.aim) == ("", "", (), "")
    called = Organisation(
        "Centre", "CEN", OrganisationKind.COALITION, ("North", "Office of Bela Primerov"), "Primerov's aim"
    )
    found = shown(a_contribution("organisation", organisation=called), other)
    assert (found.organisation, found.acronym, found.members, found.aim) == ("Centre", "CEN", ("North",), "")
    found = shown(a_contribution("photo", photo=Photo("p.jpg", "Beside Bela Primerov")), other)
    assert (found.picture, found.alternative) == (build.a_picture(), "")
    found = shown(a_contribution("photo", photo=None), other)
    assert (found.picture, found.alternative) == (build.a_picture(), "")


def test_a_statement_that_names_who_is_withheld_is_held_with_its_findings() -> None:
    """It is told whose it is, whom it names, each once for a passage, and where."""
    one = a_contribution("statement", "name", "organisation")
    other = build.a_contribution(2, name="Bela Primerov", consent=build.consent("organisation"))
    assert one.statement is not None
    place = Place("s.docx", paragraph=4)
    line = build.passage(Kind.PARAGRAPH, "Bela Primerov, B. Primerov.", place=place)
    longer = dataclasses.replace(one.statement, passages=(*one.statement.passages, line))
    one = dataclasses.replace(one, statement=longer)
    found = shown(one, other)
    assert (found.held_back, found.statement, found.findings) == (True, None, Findings())
    pack = build.a_pack_input([one, other])
    assert held_back(pack) == ((1, 2, place),)
    in_room = Consent(frozenset({("name", "room"), ("organisation", "room")}))
    open_there = build.a_contribution(2, name="Bela Primerov", consent=in_room)
    assert held_back(build.a_pack_input([one, open_there])) == ()
    silent = dataclasses.replace(one, speaker=dataclasses.replace(one.speaker, consent=Consent()))
    assert not shown(silent, other).held_back
    assert held_back(build.a_pack_input([silent, other])) == ()
    assert held_back(build.a_pack_input([build.a_contribution(1, awaited=True), other])) == ()


def test_a_guard_that_hides_nobody_lets_everything_stand() -> None:
    """And says so of an empty review."""
    guard = Guard.of(build.a_review(), "room")
    assert (guard.hidden, guard.named("Anna"), guard.safe("Anna")) == ((), [], "Anna")
    awaited = build.a_contribution(1, awaited=True)
    assert show(awaited, "room", guard).statement is None


def test_a_fact_sheet_that_is_agreed_and_not_there_or_not_shown_is_told() -> None:
    """Not agreed, it is not missed."""
    both = ("fact_sheet", "organisation", "name")
    one = a_contribution(*both)
    found = shown(dataclasses.replace(one, fact_sheet=None))
    assert (found.fact_sheet, found.fact_sheet_missing) == (None, True)
    other = build.a_contribution(2, name="Bela Primerov", consent=build.consent("organisation"))
    naming = dataclasses.replace(SHEET, pages=(SheetPage(1, 595, 842, (), "By Bela Primerov"),))
    found = shown(dataclasses.replace(one, fact_sheet=naming), other)
    assert (found.fact_sheet, found.fact_sheet_missing) == (None, True)
    found = shown(dataclasses.replace(a_contribution("name"), fact_sheet=None))
    assert (found.fact_sheet, found.fact_sheet_missing) == (None, False)
    found = shown(a_contribution(*both, fact_sheet=None))
    assert (found.fact_sheet, found.fact_sheet_missing) == (None, False)
