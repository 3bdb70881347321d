"""A consent is taken back: the yes of one speaker becomes no, nothing else changes, and copies are found."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from pipeline import withdrawing
from pipeline.engine import Failure, Store, store_folder
from pipeline.models.naming import Hidden
from pipeline.models.session import CONSENT_ITEMS, ConsentItem, Edition
from pipeline.problems import CommandError, InputError
from pipeline.withdrawing import Copy, Wanted, Withdrawal, copies_left, take_back
from tests.workers import Worker

GOOD = Path(__file__).resolve().parent / "good"
CONSENT = "consent: {name: yes, photo: no, bio: yes, organisation: yes, statement: yes}"
SECOND = """
  - name: Sample Speaker 2
    organisation: {name: Sample Union}
    description: a member
    floor: 5
    consent: {name: yes, photo: yes, bio: yes, organisation: yes, statement: yes}  # on paper
    awaited: [statement, bio]
"""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good session with a second speaker, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(GOOD, tmp_path / "upr30")
    review = tmp_path / "upr30" / "cuba" / "review.yaml"
    review.write_text(review.read_text("utf-8").rstrip("\n") + SECOND, "utf-8")
    return tmp_path / "upr30"


def edit(session: Path, old: str, new: str) -> str:
    """Change review.yaml; what it says then."""
    review = session / "cuba" / "review.yaml"
    text = review.read_text("utf-8")
    assert old in text
    review.write_text(text.replace(old, new, 1), "utf-8")
    return text.replace(old, new, 1)


def said(session: Path) -> str:
    return (session / "cuba" / "review.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "items", "editions", "after"),
    [
        ("{name: yes, bio: yes}", ("name",), ("room", "public"), "{name: no, bio: yes}"),
        ("{name: yes, bio: yes}", ("name", "bio"), ("room", "public"), "{name: no, bio: no}"),
        ("{name: YES, bio: true}", ("name", "bio"), ("room", "public"), "{name: no, bio: no}"),
        ('{name: "yes", bio: yes}', ("name",), ("room", "public"), "{name: no, bio: yes}"),
        ("{name: yes}", ("name",), ("public",), "{name: {room: yes, public: no}}"),
        ("{name: yes}", ("name",), ("room",), "{name: {room: no, public: yes}}"),
        ("{name: {room: yes, public: yes}}", ("name",), ("public",), "{name: {room: yes, public: no}}"),
        ("{name: {room: yes, public: yes}}", ("name",), ("room", "public"), "{name: {room: no, public: no}}"),
        ("{name: {room: yes}, bio: no}", ("name", "bio"), ("public",), "{name: {room: yes}, bio: no}"),
        (
            *("{name: {room: yes}, bio: {room: yes}}", ("name", "bio"), ("room",)),
            "{name: {room: no}, bio: {room: no}}",
        ),
        ("{name: no}", ("name", "photo"), ("room", "public"), "{name: no}"),
        ("{name: {room: [yes]}}", ("name",), ("room",), None),
    ],
)
def test_each_yes_becomes_no_and_every_other_letter_stays(
    session: Path,
    before: str,
    items: tuple[ConsentItem, ...],
    editions: tuple[Edition, ...],
    after: str | None,
) -> None:
    """In short form and for each edition; of a short yes the other edition keeps its yes."""
    edit(session, "    floor: 6\n", "    floor: 6\n    description: a defender\n")
    old = edit(session, CONSENT, f"consent: {before}  # by letter")
    if after is None:
        with pytest.raises(CommandError, match="has errors; correct them first"):
            take_back(session, Wanted("cuba", "1", items, editions))
        return
    done = take_back(session, Wanted("CU", "1", items, editions))
    assert said(session) == old.replace(before, after)
    assert done.written
    lines = old.splitlines()
    at = next(number for number, line in enumerate(lines, 1) if "# by letter" in line)
    assert done.lines == ((at,) if before != after else ())
    assert (done.folder, done.number, done.file) == ("cuba", 1, f"{session}/cuba/review.yaml")


def test_for_somebody_protected_the_short_yes_was_for_the_room_alone(session: Path) -> None:
    """So nothing is left where the room's is taken back, and the room's is left where the public one is."""
    edit(session, "    floor: 6\n", "    floor: 6\n    at_risk: yes\n")
    take_back(session, Wanted("cuba", "1", ("name",), ("public",)))
    assert "consent: {name: {room: yes, public: no}, photo: no," in said(session)
    take_back(session, Wanted("cuba", "1", ("bio",), ("room",)))
    assert "bio: no, organisation: yes" in said(session)


@pytest.mark.parametrize("name", ["2", " sample  SPEAKER 2 "])
def test_a_speaker_is_known_by_number_or_name(session: Path, name: str) -> None:
    """In any case, with any blanks; all items unless some are named."""
    before = said(session)
    done = take_back(session, Wanted("Cuba", name, CONSENT_ITEMS))
    assert done.number == 2
    no = "consent: {name: no, photo: no, bio: no, organisation: no, statement: no}  # on paper"
    assert said(session) == before.replace(SECOND.split("\n    ")[4], no)


@pytest.mark.parametrize("name", ["3", "Sample Speaker", ""])
def test_a_speaker_that_is_not_there_is_a_wrong_command(session: Path, name: str) -> None:
    """Nothing is written."""
    before = said(session)
    with pytest.raises(CommandError, match=r"^Cuba has 2 speaker\(s\), none of them so\.$"):
        take_back(session, Wanted("CU", name, CONSENT_ITEMS))
    assert said(session) == before


def test_a_state_that_is_not_there_or_has_errors_is_a_wrong_command(session: Path) -> None:
    """And a session without session.yaml is no session."""
    with pytest.raises(CommandError, match="There is no State 'FR'"):
        take_back(session, Wanted("FR", "1", CONSENT_ITEMS))
    edit(session, "floor: 6", "floor: 60")
    with pytest.raises(CommandError, match=r"^The review\.yaml of cuba has errors; correct them first\.$"):
        take_back(session, Wanted("cuba", "1", CONSENT_ITEMS))
    (session / "session.yaml").unlink()
    with pytest.raises(InputError) as raised:
        take_back(session, Wanted("cuba", "1", CONSENT_ITEMS))
    assert [found.code for found in raised.value.problems] == ["YA06"]


def test_what_cannot_be_changed_surely_is_left_and_its_lines_are_told(session: Path) -> None:
    """A word written with escapes is longer in the file than it is."""
    before = edit(session, CONSENT, CONSENT.replace("name: yes", 'name: "\\x79es"'))
    done = take_back(session, Wanted("CU", "1", ("name", "bio")))
    assert said(session) == before
    assert (done.written, len(done.lines)) == (False, 1)


@pytest.mark.parametrize(
    ("item", "kinds"), [("name", ["name"]), ("organisation", ["organisation"]), ("bio", []), ("contact", [])]
)
def test_names_are_looked_for_where_they_were_taken_back(
    session: Path, item: ConsentItem, kinds: list[str]
) -> None:
    """The name, or the organisation's; neither for anything else."""
    done = take_back(session, Wanted("CU", "1", (item,)))
    words = {"name": "Sample Speaker 1", "organisation": "Sample Centre for Legal Aid"}
    assert done.names == tuple(Hidden(1, kind, words[kind]) for kind in kinds)  # type: ignore[arg-type]
    assert done.sentences == (("Sample Speaker 1 has worked as a lawyer.",) if item == "bio" else ())
    assert done.marks == ()


def test_a_statement_is_known_by_its_longer_sentences_and_its_digest(session: Path) -> None:
    """Short lines stand in many files. A contact is looked for as it is written, a photo as it is printed."""
    edit(session, "    floor: 6\n", "    floor: 6\n    contact: a@sample.example\n")
    edit(
        session,
        "    floor: 6\n",
        "    photo: {file: photos/one.png, alternative: A portrait}\n    floor: 6\n",
    )
    picture = io.BytesIO()
    Image.new("RGB", (60, 75), "#808080").save(picture, "PNG")
    (session / "cuba" / "photos").mkdir()
    (session / "cuba" / "photos" / "one.png").write_bytes(picture.getvalue())
    file = session / "cuba" / "statements" / "legal-aid.md"
    file.write_text(f"# {'t' * 39}\n\n{'p' * 40}\n", "utf-8")
    done = take_back(session, Wanted("CU", "1", ("statement",)))
    assert done.sentences == ("p" * 40,)
    assert done.marks == (hashlib.sha256(file.read_bytes()).hexdigest().encode(),)
    done = take_back(session, Wanted("CU", "1", ("contact", "photo")))
    assert done.sentences == ()
    assert done.marks[:2] == (b"a@sample.example", hashlib.sha256(picture.getvalue()).hexdigest().encode())
    assert [mark[:2] for mark in done.marks[2:]] == [b"\xff\xd8"]


def test_all_that_was_taken_back_is_looked_for_together(session: Path) -> None:
    """The bio's words, the statement's and the fact sheet's, and the digest of each file."""
    edit(
        session,
        "    floor: 6\n",
        "    fact_sheet: fact-sheets/a.md\n    contact: a@sample.example\n    floor: 6\n",
    )
    (session / "cuba" / "fact-sheets").mkdir()
    sheet = session / "cuba" / "fact-sheets" / "a.md"
    sheet.write_text("f" * 40, "utf-8")
    file = session / "cuba" / "statements" / "legal-aid.md"
    file.write_text("p" * 40, "utf-8")
    done = take_back(session, Wanted("CU", "1", ("statement", "bio", "fact_sheet", "contact")))
    assert done.sentences == ("Sample Speaker 1 has worked as a lawyer.", "f" * 40, "p" * 40)
    digests = [hashlib.sha256(each.read_bytes()).hexdigest().encode() for each in (sheet, file)]
    assert done.marks == (b"a@sample.example", *digests)


def test_the_cache_is_emptied_of_the_speakers_own_files(session: Path) -> None:
    """Whatever was taken back; what was made of others' files stays."""
    digest = hashlib.sha256((session / "cuba" / "statements" / "legal-aid.md").read_bytes()).hexdigest()
    store = Store(store_folder())
    (session / "cuba" / "notes.md").write_text("A sample.", "utf-8")
    other = hashlib.sha256(b"A sample.").hexdigest()
    names = [f"{owner}/{'a' * 64}" for owner in (digest, other)]
    for name in names:
        store.put(name, b"made from it")
    take_back(session, Wanted("CU", "1", ("name",)))
    assert [Store(store_folder()).get(name) for name in names] == [None, b"made from it"]


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder with a copy, another file, a folder and a link."""
    monkeypatch.setattr(withdrawing, "Pool", Worker)
    monkeypatch.setattr(Worker, "failure", None)
    folder = tmp_path / "output"
    (folder / "cuba").mkdir(parents=True)
    (folder / "cuba" / "pack.txt").write_text("By Anna Sample: we ask for fair trials.")
    (folder / "b.txt").write_text("We ask for fair\n trials. secret")
    (folder / "a.txt").write_text("Nothing of it.")
    (folder / "z.txt").symlink_to(folder / "b.txt")
    return folder


GONE = Withdrawal(
    "cuba", 1, "r", (), True, (Hidden(1, "name", "Anna Sample"),), ("we ask for fair trials.",), (b"secret",)
)


def test_every_copy_is_listed_with_what_it_holds_and_its_digest(output: Path) -> None:
    """Sorted by path, links not followed; a minute and a GiB for each file."""
    found = copies_left(output, GONE)
    assert [(copy.path.relative_to(output).as_posix(), copy.holds) for copy in found] == [
        ("b.txt", ("file",)),
        ("cuba/pack.txt", ("name", "statement")),
    ]
    assert found[0].sha256 == hashlib.sha256((output / "b.txt").read_bytes()).hexdigest()
    assert Worker.limits == (60.0, 1024)


def test_a_file_that_cannot_be_looked_through_counts_as_a_copy(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In doubt somebody has to look."""
    monkeypatch.setattr(Worker, "failure", Failure.TIME)
    found = copies_left(output, GONE)
    assert [copy.path.name for copy in found] == ["a.txt", "b.txt", "pack.txt"]
    assert {copy.holds for copy in found} == {("it could not be looked through",)}


def test_a_file_too_large_to_look_through_counts_as_a_copy(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, too, and not passed over."""
    monkeypatch.setattr(withdrawing, "_MOST_BYTES", 20)
    found = {copy.path.name: copy.holds for copy in copies_left(output, GONE)}
    too_large = ("it could not be looked through",)
    assert found == {"b.txt": too_large, "pack.txt": too_large}
    assert all(isinstance(copy, Copy) and len(copy.sha256) == 64 for copy in copies_left(output, GONE))
