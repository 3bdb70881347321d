"""What a published pack was allowed to show is compared with what is allowed today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.agreed import agreed, is_narrower
from pipeline.models.session import (
    CONSENT_ITEMS,
    EDITIONS,
    Consent,
    ConsentItem,
    Edition,
    Mask,
    Organisation,
    Review,
)
from tests import build

consents = st.frozensets(st.tuples(st.sampled_from(CONSENT_ITEMS), st.sampled_from(EDITIONS))).map(Consent)


def a_review(consent: Consent, *masks: Mask) -> Review:
    return build.a_review([build.a_speaker(1, consent=consent)], masks=masks)


@given(consents, consents, st.sampled_from(EDITIONS))
def test_less_is_allowed_where_something_agreed_is_missing(
    old: Consent, new: Consent, edition: Edition
) -> None:
    """Of that edition alone; a name or organisation that was added changes who is shown, which counts as less."""
    before = {item for item in CONSENT_ITEMS if old.allows(item, edition)}
    after = {item for item in CONSENT_ITEMS if new.allows(item, edition)}
    renamed = bool(before) and bool((before ^ after) & {"name", "organisation"})
    narrower = is_narrower(a_review(new), edition, agreed(a_review(old), edition))
    assert narrower == (renamed or not before <= after)


@pytest.mark.parametrize("item", CONSENT_ITEMS)
def test_each_item_that_is_taken_back_counts(item: ConsentItem) -> None:
    """One no among all the yes is enough."""
    before = agreed(a_review(build.consent(*CONSENT_ITEMS)), "public")
    rest = [each for each in CONSENT_ITEMS if each != item]
    assert is_narrower(a_review(build.consent(*rest)), "public", before)


def test_a_mask_that_was_added_counts_in_its_edition_only() -> None:
    """One taken away does not."""
    everything = build.consent(*CONSENT_ITEMS)
    public = Mask("Sample Street 7", editions=frozenset({"public"}))
    none, one, two = (
        a_review(everything),
        a_review(everything, public),
        a_review(everything, public, Mask("x")),
    )
    assert agreed(none, "room")[-1] == "masks:0"
    assert agreed(two, "public")[-1] == "masks:2"
    assert is_narrower(one, "public", agreed(none, "public"))
    assert is_narrower(two, "public", agreed(one, "public"))
    assert not is_narrower(one, "room", agreed(none, "room"))
    assert not is_narrower(one, "public", agreed(two, "public"))


def test_a_pack_of_an_earlier_version_says_nothing() -> None:
    """And one that notes no masks had none."""
    review = a_review(build.consent(*CONSENT_ITEMS), Mask("x"))
    assert not is_narrower(review, "room", ())
    assert is_narrower(review, "room", agreed(review, "room")[:-1])


@pytest.mark.parametrize("field", ["name", "description"])
def test_notes_hold_digests_of_what_is_shown_and_never_of_what_is_withheld(field: str) -> None:
    """A withheld name changes no digest, or guesses could be tried; the description that is shown does."""
    speaker = build.a_speaker(1, consent=build.consent("statement"))
    other = build.a_speaker(1, consent=speaker.consent, **{field: "somebody else"})
    one, two = (agreed(build.a_review([each]), "room") for each in (speaker, other))
    assert (one == two) == (field == "name")
    assert [len(entry) for entry in one] == [64, len("masks:0")]


def test_notes_are_in_one_order_and_differ_by_speaker_and_item() -> None:
    """The manifest is the same, whoever comes first."""
    speakers = [build.a_speaker(number) for number in (1, 2)]
    notes = agreed(build.a_review(speakers), "room")
    assert notes == agreed(build.a_review(speakers[::-1]), "room")
    given = sum(speaker.consent.allows(item, "room") for speaker in speakers for item in CONSENT_ITEMS)
    assert len(set(notes)) == given + 1


def test_an_organisation_that_is_shown_in_this_edition_is_part_of_the_notes() -> None:
    """And one that it withholds is not."""
    consent = Consent(frozenset({("name", "room"), ("organisation", "room"), ("name", "public")}))
    one, two = (
        build.a_review([build.a_speaker(1, organisation=Organisation(name), consent=consent)])
        for name in ("Sample Centre", "Sample Union")
    )
    assert agreed(one, "room") != agreed(two, "room")
    assert agreed(one, "public") == agreed(two, "public")
