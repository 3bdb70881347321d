"""Nobody is exposed: what a speaker did not consent to is nowhere in the Document."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.assemble import held_back, number, table_facts
from pipeline.models.document import Portrait
from pipeline.models.factsheet import FactSheet, SheetPage
from pipeline.models.pack import Contribution
from pipeline.models.passages import Kind
from pipeline.models.session import (
    CONSENT_ITEMS,
    EDITIONS,
    Consent,
    Edition,
    FactSheetFile,
    Organisation,
    OrganisationKind,
    Photo,
)
from tests import build, walk

choices = st.frozensets(st.tuples(st.sampled_from(CONSENT_ITEMS), st.sampled_from(EDITIONS))).map(Consent)


def a_secret_contribution(consent: Consent) -> Contribution:
    """Every fact of the speaker is a word that stands nowhere else."""
    organisation = Organisation("Orgname Ltd", "ORGN", OrganisationKind.COALITION, ("Membername",), "Aimword")
    return build.a_contribution(
        1,
        name="Personname Sample",
        role="Roleword",
        organisation=organisation,
        description="a defender",
        bio="Bioword about somebody.",
        photo=Photo("photos/Personname.jpg", "Portrait of Personname Sample"),
        fact_sheet=FactSheetFile("fact-sheets/Personname.pdf"),
        consent=consent,
    )


@settings(max_examples=80, deadline=None)
@given(choices, st.sampled_from(EDITIONS))
def test_what_is_not_consented_to_is_nowhere(consent: Consent, edition: Edition) -> None:
    """Not in text, anchors, bookmarks, alternative texts, properties, nor in the rows of the tables."""
    sheet = FactSheet(b"%PDF Sheetword", (SheetPage(1, 595, 842, ("Sheetword",), "Sheetword"),), 1)
    secret = dataclasses.replace(a_secret_contribution(consent), fact_sheet=sheet)
    pack = build.a_pack_input([secret], edition=edition)
    said = repr((build.a_document(pack), number(pack), table_facts(pack, build.the_templates())))
    hidden = {"name": ["Personname"], "organisation": ["Orgname", "ORGN", "Membername", "Aimword"]}
    hidden |= {"fact_sheet": ["Sheetword"], "organisation": [*hidden["organisation"], "Sheetword"]}
    hidden |= {"bio": ["Bioword"], "statement": ["Ratify sample treaty"]}
    for item in CONSENT_ITEMS:
        if not consent.allows(item, edition):
            assert not [word for word in hidden.get(item, []) if word in said], item
    if not consent.allows("photo", edition):
        assert build.a_picture().data not in _pictures(pack)


def _pictures(pack: object) -> list[bytes]:
    document = build.a_document(pack)  # type: ignore[arg-type]
    return [b.image.data for b in walk.blocks(document) if isinstance(b, Portrait) and b.image]


def test_full_consent_shows_everything() -> None:
    """The rule hides nothing that may be shown."""
    said = repr(build.a_document(build.a_pack_input([a_secret_contribution(build.ALL)])))
    for word in ("Personname", "Roleword", "Orgname", "ORGN", "Membername", "Aimword", "Bioword"):
        assert word in said


def test_a_withheld_organisation_is_called_by_its_kind() -> None:
    """In the agenda and as the title of the statement."""
    consent = build.consent("name", "statement")
    document = build.a_document(build.a_pack_input([build.a_contribution(1, consent=consent)]))
    assert "Sample Speaker 1, a civil society organisation" in walk.part_text(document, "agenda")


def test_a_withheld_name_takes_its_role_with_it() -> None:
    """A role can say who it is; the agreed description stands for both."""
    document = build.a_document(
        build.a_pack_input([a_secret_contribution(build.consent("organisation", "bio"))])
    )
    assert "Roleword" not in repr(document)
    assert "A defender" in walk.part_text(document, "agenda")


def test_a_bio_that_names_who_is_withheld_is_left_out() -> None:
    """Consent to the bio is not consent to the name in it."""
    consent = build.consent("bio", "organisation")
    contribution = build.a_contribution(1, bio="Sample  speaker 1 is a lawyer.", consent=consent)
    assert "bios" not in walk.part_ids(build.a_document(build.a_pack_input([contribution])))


def test_a_statement_that_names_who_is_withheld_is_held_back() -> None:
    """No word of a statement is changed, and nobody is exposed: so it waits, and the draft says so."""
    contribution = build.a_contribution(1, consent=build.consent("statement", "organisation"))
    assert contribution.statement
    line = build.passage(Kind.PARAGRAPH, "My name is SAMPLE Speaker 1.")
    statement = dataclasses.replace(contribution.statement, passages=(*contribution.statement.passages, line))
    pack = build.a_pack_input([dataclasses.replace(contribution, statement=statement)])
    document = build.a_document(pack)
    assert [number for number, _, _ in held_back(pack)] == [1]
    assert number(pack) == ()
    assert "SAMPLE Speaker" not in repr(document)
    assert "that is not to be named" in walk.part_text(document, "awaited")
