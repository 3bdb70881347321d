"""Speakers: files, consent and words; and that no message gives away what consent withholds."""

from __future__ import annotations

import pytest

from pipeline.models.session import CONSENT_ITEMS, EDITIONS
from pipeline.validate import awaited_items, refuse_final, validate_session
from tests.validate.raw_session import CONSENT, REVIEW, changed, check, codes, first_speaker, raw_session


def test_consent_is_given_item_by_item_and_edition_by_edition() -> None:
    """yes is for both; a mapping says which."""
    given = "{name: {room: yes, public: no}, photo: no, bio: {room: yes}, organisation: yes, statement: no}"
    consent = first_speaker(
        check((CONSENT, given), ("    role: lawyer", "    description: a lawyer"))[0]
    ).consent
    assert consent.given == {
        ("name", "room"),
        ("bio", "room"),
        ("organisation", "room"),
        ("organisation", "public"),
    }


def test_no_consent_stated_means_no() -> None:
    """And it is said what was not asked."""
    session, problems = check((f"    consent: {CONSENT}\n", "    description: a lawyer\n"))
    assert first_speaker(session).consent.given == frozenset()
    assert [dict(found.values)["items"] for found in problems if found.code == "SP03"] == [
        ", ".join(item for item in CONSENT_ITEMS if item not in ("contact", "fact_sheet"))
    ]


@pytest.mark.parametrize("word", ["on", "Y", "1", "perhaps", "[yes]", "''"])
def test_a_consent_that_is_not_clear_is_an_error_and_a_no(word: str) -> None:
    """Nothing is guessed in favour of showing."""
    session, problems = check(("bio: yes", f"bio: {word}"))
    assert session is not None
    assert session.reviews == ()
    assert "FO02" in codes(problems)


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../secret.md",
        "statements/../../secret.md",
        "~/.ssh/id_rsa",
        "http://127.0.0.1/x.docx",
        "file:///etc/passwd",
        "C:/x.docx",
        "-o/tmp/x",
        "$HOME/x.docx",
        "/dev/zero",
        '"/a\\nb.docx"',
    ],
)
def test_a_path_that_leads_out_of_the_folder_is_refused(path: str) -> None:
    """Before anybody looks whether it is there."""
    _, problems = check(("statements/legal-aid.md", path))
    assert "SP07" in codes(problems)


@pytest.mark.parametrize(
    "path", ["statements/none.md", "CON", "review.yaml", "statements", "statements\\legal-aid.md"]
)
def test_a_file_that_is_not_in_the_list_of_files_is_never_opened(path: str) -> None:
    """Only what reading listed can be named."""
    assert "SP06" in codes(check(("statements/legal-aid.md", path))[1])


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "  ", "\u3000", " "])
def test_a_file_is_found_whatever_blanks_its_name_has(blank: str) -> None:
    """A blank that does not break looks like any other, and cannot be typed."""
    name = f"statements/legal{blank}aid.md"
    named = ("statement: statements/legal-aid.md", "statement: statements/legal aid.md")
    session, problems = check(named, files=(name,))
    assert codes(problems) == []
    assert first_speaker(session).statement == f"cuba/{name}"


def test_of_two_files_that_differ_in_blanks_the_one_that_is_written_is_meant() -> None:
    """And none where neither is."""
    files = ("statements/legal\u00a0aid.md", "statements/legal  aid.md")
    for name in files:
        session, _ = check(("statement: statements/legal-aid.md", f"statement: '{name}'"), files=files)
        assert first_speaker(session).statement == f"cuba/{name}"
    _, problems = check(
        ("statement: statements/legal-aid.md", "statement: statements/legal\u202faid.md"), files=files
    )
    assert "SP06" in codes(problems)


def test_a_file_in_another_folder_is_offered() -> None:
    """The folder is easily left out."""
    _, problems = check(
        ("statement: statements/legal-aid.md", "statement: a.txt"), files=("b.txt", "statements/A.txt")
    )
    [found] = [each for each in problems if each.code == "SP06"]
    assert found.what_to_do.endswith("Did you mean statements/A.txt?")


def test_a_file_that_another_speaker_names_is_not_offered() -> None:
    photo = "    photo: {file: photos/one.jpg, alternative: A}\n"
    other = photo.replace("one.jpg", "two.jpg")
    second = "  - name: B\n    organisation: {name: C}\n    floor: 5\n    awaited: [statement, bio]\n"
    text = f"{REVIEW}{photo}{second}{other}"
    for files, hint in ((("photos/two.jpg",), ""), (("photos/two.jpg", "photos/on.jpg"), "photos/on.jpg")):
        raw = raw_session(reviews={"cuba": text}, files=("statements/legal-aid.md", *files))
        [found] = [each for each in validate_session(raw)[1] if each.code == "SP06"]
        assert ("Did you mean" in found.what_to_do, hint in found.what_to_do) == (bool(hint), True)


def test_a_near_name_is_offered() -> None:
    """Most errors are errors of typing."""
    _, problems = check(("statements/legal-aid.md", "statements/legal-aid.doc"))
    assert "Did you mean statements/legal-aid.md?" in problems[0].what_to_do


def test_accents_may_be_stored_in_either_way() -> None:
    """A Mac writes e and an accent, review.yaml has é."""
    session, problems = check(
        ("statements/legal-aid.md", "statements/déclaration.md"), files=["statements/de\u0301claration.md"]
    )
    assert problems == ()
    assert first_speaker(session).statement == "cuba/statements/de\u0301claration.md"


def test_a_name_in_either_file_system_form_or_with_a_dot_is_the_same_file() -> None:
    """./statements/x is statements/x."""
    assert check(("statements/legal-aid.md", "./statements/legal-aid.md"))[1] == ()


def test_a_bio_may_have_two_hundred_words() -> None:
    """And one more is a warning with the number to cut."""
    old = "Sample Speaker 1 has worked as a lawyer."
    assert check((old, "word " * 200))[1] == ()
    _, [found] = check((old, "word " * 203))
    assert (found.code, "203 words" in found.what, "by 3 word(s)" in found.what_to_do) == ("SP02", True, True)


def test_messages_hold_nothing_of_a_speaker_but_the_number() -> None:
    """Problems go into logs, the status page and problems.json."""
    text = changed(
        REVIEW,
        ("name: Sample Speaker 1", "name: ZZNAME"),
        ("bio: Sample Speaker 1 has worked as a lawyer.", "bio: " + "ZZBIO " * 300),
        ("Sample Centre for Legal Aid", "ZZORGANISATION"),
        ("kind: CSO", "kind: coalition"),
        (CONSENT, "{name: no}"),
        ("role: lawyer", "role: [ZZROLE]"),
        ("statement: statements/legal-aid.md", "awaited: [statement, ZZ]"),
    )
    second = text[text.index("  - name") :]
    _, problems = validate_session(raw_session(reviews={"cuba": text + second}))
    assert len(problems) > 8
    for secret in ("ZZNAME", "ZZBIO", "ZZORGANISATION", "ZZROLE"):
        assert not any(secret in str(found.as_json()) + str(found.values) for found in problems)


def test_somebody_or_something_must_be_shown_in_each_edition() -> None:
    """A description, the name or the organisation."""
    withheld = CONSENT.replace("name: yes", "name: {room: yes}").replace(
        "organisation: yes", "organisation: {room: yes}"
    )
    no_bio = ("bio: Sample Speaker 1 has", "bio: The speaker has")
    _, [found] = check((CONSENT, withheld), no_bio)
    assert (found.code, "public edition" in found.what) == ("SP05", True)
    assert check((CONSENT, withheld), no_bio, ("    role: lawyer", "    description: a lawyer"))[1] == ()


def test_what_is_awaited_is_listed_and_refuses_a_final_pack_with_its_place() -> None:
    """In speaking order, with the speaker's place in review.yaml."""
    session, _ = check(
        ("    statement: statements/legal-aid.md\n", "    awaited: [bio, statement]\n"),
        ("    bio: Sample Speaker 1 has worked as a lawyer.\n", ""),
    )
    assert session is not None
    [review] = session.reviews
    assert awaited_items(review) == ((1, "statement"), (1, "bio"))
    assert [str(found.place) for found in refuse_final(review)] == ["upr30/cuba/review.yaml:10:5"] * 2
    assert codes(refuse_final(review)) == ["RV08", "RV08"]


def test_every_combination_of_consent_is_read_as_it_is_given() -> None:
    """All items, all editions, one at a time."""
    for item in CONSENT_ITEMS:
        for edition in EDITIONS:
            given = ", ".join(
                f"{each}: {{{edition}: yes}}" if each == item else f"{each}: no" for each in CONSENT_ITEMS
            )
            session, _ = check((CONSENT, f"{{{given}}}"), ("    role: lawyer", "    description: a lawyer"))
            assert first_speaker(session).consent.given == {(item, edition)}


@pytest.mark.parametrize(
    ("focus", "found"),
    [
        ("[50%, 30%]", (0.5, 0.3)),
        ("[0, 100]", (0.0, 1.0)),
        ("[50%]", None),
        ("[50%, 130%]", None),
        ("[left, top]", None),
        ("[5, 5, 5]", None),
    ],
)
def test_the_focus_of_a_photo_is_two_shares_from_its_upper_left(
    focus: str, found: tuple[float, float] | None
) -> None:
    """Anything else is an error: a portrait cut at the wrong place is no portrait."""
    photo = f"    photo: {{file: photos/1.jpg, alternative: A portrait, focus: {focus}}}\n"
    files = ("statements/legal-aid.md", "photos/1.jpg")
    session, problems = check(("    role: lawyer\n", f"    role: lawyer\n{photo}"), files=files)
    assert session is not None
    if found is None:
        assert "FO02" in codes(problems)
    else:
        shown = first_speaker(session).photo
        assert shown is not None
        assert shown.focus == found
