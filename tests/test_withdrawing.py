"""A consent is taken back: the yes of one speaker becomes no, nothing else changes, and copies are found."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from PIL import Image

from pipeline import withdrawing
from pipeline.archive import Manifest, StateRecord
from pipeline.engine import Failure, Store, store_folder
from pipeline.models.session import CONSENT_ITEMS, ConsentItem, Edition
from pipeline.problems import CommandError, InputError
from pipeline.tracing import Asked, Sought, sought
from pipeline.withdrawing import Left, Looking, Wanted, take_back
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


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls are made here, not in processes."""
    monkeypatch.setattr(withdrawing, "Pool", Worker)
    monkeypatch.setattr(Worker, "failure", None)


def known(
    session: Path,
    items: tuple[ConsentItem, ...],
    number: int = 1,
    editions: tuple[Edition, ...] = ("room", "public"),
) -> Sought:
    """What copies are known by after a withdrawal."""
    take_back(session, Wanted("CU", str(number), items, editions))
    return sought(session, Asked("cuba", number, items, editions), Worker(1))  # type: ignore[arg-type]


def give_photo(session: Path, number: int, shade: str) -> Path:
    """A photo of the speaker, with a yes to it."""
    picture = Image.linear_gradient("L").resize((60, 75)).convert("RGB")
    picture.paste(shade, (10, 10, 40, 50))
    folder = session / "cuba" / "photos"
    folder.mkdir(exist_ok=True)
    picture.save(folder / f"{number}.png", "PNG")
    line = f"    photo: {{file: photos/{number}.png, alternative: A portrait}}\n"
    floor = {1: "    floor: 6\n", 2: "    floor: 5\n    consent: {name: yes, photo: yes"}[number]
    edit(session, floor, line + floor)
    return folder / f"{number}.png"


@pytest.mark.parametrize(
    ("item", "kinds"),
    [("name", ["name"]), ("organisation", ["organisation"]), ("bio", []), ("contact", [])],
)
def test_names_are_looked_for_where_they_were_taken_back(
    session: Path, workers: None, item: ConsentItem, kinds: list[str]
) -> None:
    """The name, or the organisation's; neither for anything else."""
    traces = known(session, (item,)).traces["room"]
    words = {"name": "Sample Speaker 1", "organisation": "Sample Centre for Legal Aid"}
    names = [(each.kind, each.words) for each in traces.names if each.kind != "acronym"]
    assert names == [(kind, words[kind]) for kind in kinds]
    bio = (("bio", "Sample Speaker 1 has worked as a lawyer."),) if item == "bio" else ()
    assert (traces.words, traces.digests, traces.photos) == (bio, (), ())


def test_an_organisation_that_another_still_shows_is_no_trace(session: Path, workers: None) -> None:
    """Two speakers of one organisation may differ."""
    edit(session, "organisation: {name: Sample Union}", "organisation: {name: Sample Centre for Legal Aid}")
    assert [
        n.words for n in known(session, ("organisation",)).traces["room"].names if n.kind != "acronym"
    ] == []


def test_a_surname_that_another_has_is_no_trace_alone(session: Path, workers: None) -> None:
    """The whole name is."""
    edit(session, "name: Sample Speaker 1", "name: Jana Ejemplova")
    edit(session, "name: Sample Speaker 2", "name: Peter Ejemplova")
    traces = known(session, ("name",)).traces["room"]
    assert [each.words for each in traces.names] == ["Jana Ejemplova"]
    assert traces.allowed == ("Ejemplova",)


def test_the_name_of_a_file_that_names_somebody_is_looked_for(session: Path, workers: None) -> None:
    """An old manifest says it; today's does not."""
    statements = session / "cuba" / "statements"
    edit(session, "name: Sample Speaker 1", "name: Jana Ejemplova")
    (statements / "jana-ejemplova.md").write_bytes((statements / "legal-aid.md").read_bytes())
    edit(session, "statements/legal-aid.md", "statements/jana-ejemplova.md")
    assert known(session, ("bio",)).traces["room"].words == (
        ("bio", "Sample Speaker 1 has worked as a lawyer."),
    )
    assert known(session, ("name",)).traces["room"].words == (("name", "jana-ejemplova.md"),)


def test_a_statement_is_known_by_its_longer_sentences_and_its_file(session: Path, workers: None) -> None:
    """Short lines stand in many files."""
    file = session / "cuba" / "statements" / "legal-aid.md"
    file.write_text(f"# {'t' * 39}\n\n{'p' * 40}. {'q' * 40}\n", "utf-8")
    found = known(session, ("statement",))
    assert found.problems == ()
    for traces in found.traces.values():
        assert traces.words == (("statement", "p" * 40 + "."), ("statement", "q" * 40))
        assert traces.digests == (hashlib.sha256(file.read_bytes()).hexdigest(),)


def test_a_contact_is_looked_for_as_it_is_written(session: Path, workers: None) -> None:
    """Unless another is reached by it."""
    edit(session, "    floor: 6\n", "    floor: 6\n    contact: a@sample.example\n")
    assert known(session, ("contact",)).traces["room"].words == (("contact", "a@sample.example"),)


def test_a_photo_is_known_by_its_looks_and_so_are_those_that_others_show(
    session: Path, workers: None
) -> None:
    """A photo that is shown of nobody else is no reason to pass over a picture."""
    one, _ = give_photo(session, 1, "#202020"), give_photo(session, 2, "#e0e0e0")
    traces = known(session, ("photo",)).traces["room"]
    assert traces.photos
    assert traces.others
    assert set(traces.photos).isdisjoint(traces.others)
    assert traces.digests == (hashlib.sha256(one.read_bytes()).hexdigest(),)
    take_back(session, Wanted("CU", "2", ("photo",)))
    assert known(session, ("photo",)).traces["room"].others == ()


STEM = "We recommend that the Government of Sampleland, with all it has:"


def test_words_that_others_rightly_show_are_no_trace(session: Path, workers: None) -> None:
    """Of other speakers, of other States, of a list of previous recommendations, of the speaker's own bio."""
    statements = session / "cuba" / "statements"
    elsewhere = "Publish the draft law on the courts before the year ends."
    own = "Nobody else asks that the archives of the courts be opened."
    (statements / "legal-aid.md").write_text(f"{STEM}\n\n- {elsewhere}\n- {own}\n", "utf-8")
    (statements / "two.md").write_text(f"{STEM}\n\n- end the fees.\n", "utf-8")
    edit(session, "    awaited: [statement, bio]\n", "    statement: statements/two.md\n    language: en\n")
    assert [text for _, text in known(session, ("statement",)).traces["room"].words] == [elsewhere, own]
    shutil.copytree(session / "cuba", session / "france")
    there = session / "france" / "review.yaml"
    there.write_text(
        said(session).replace("state: CU", "state: FR").replace("statement: no", "statement: yes")
    )
    (session / "france" / "statements" / "legal-aid.md").write_text(elsewhere, "utf-8")
    assert [text for _, text in known(session, ("statement",)).traces["room"].words] == [own]
    take_back(session, Wanted("CU", "2", ("statement",)))
    paper = "statement: yes}  # on paper"
    there.write_text(there.read_text().replace(paper, "statement: {room: yes, public: no}}"))
    traces = known(session, ("statement",)).traces
    assert [text for _, text in traces["room"].words] == [own]
    assert [text for _, text in traces["public"].words] == [STEM, own]


def test_all_that_was_taken_back_is_looked_for_together(session: Path, workers: None) -> None:
    """The bio's words, the statement's and the fact sheet's, and each file."""
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
    traces = known(session, ("statement", "bio", "fact_sheet", "contact")).traces["room"]
    assert set(traces.words) == {
        ("bio", "Sample Speaker 1 has worked as a lawyer."),
        ("contact", "a@sample.example"),
        ("fact sheet", "f" * 40),
        ("statement", "p" * 40),
    }
    assert set(traces.digests) == {hashlib.sha256(each.read_bytes()).hexdigest() for each in (sheet, file)}


def test_a_file_that_cannot_be_read_is_told_of(
    session: Path, workers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies of it are not known then; others' files cost nothing."""
    photo = give_photo(session, 1, "#202020")
    photo.write_bytes(b"no picture")
    assert [each.code for each in known(session, ("photo",)).problems] == ["PH01"]
    monkeypatch.setattr(Worker, "failure", Failure.TIME)
    [found] = known(session, ("statement",)).problems
    assert (found.code, found.place.file) == ("FI14", f"{session}/cuba/statements/legal-aid.md")
    assert Worker.limits == (20.0, 1024)
    assert known(session, ("statement",), 2).problems == ()


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
def output(session: Path, workers: None) -> Path:
    """An output folder with a copy, another file, a folder and a link; name and bio were taken back."""
    edit(session, "name: Sample Speaker 1", "name: Anna Sample")
    folder = session.parent / "output"
    (folder / "cuba").mkdir(parents=True)
    (folder / "cuba" / "pack.txt").write_text("By Anna Sample. Sample Speaker 1 has worked\nas a lawyer.")
    (folder / "b.txt").write_text("Sample Speaker 1 has worked as a lawyer.")
    (folder / "a.txt").write_text("Nothing of it.")
    (folder / "z.txt").symlink_to(folder / "b.txt")
    return folder


def found(session: Path, output: Path, editions: tuple[Edition, ...] = ("room", "public")) -> Left:
    """What is left after a withdrawal of name and bio, and that somebody was told what is being done."""
    wanted = Wanted("CU", "1", ("name", "bio"), editions)
    told: list[str] = []
    looking = Looking(1, lambda folder, doing, share: told.append(doing))
    left = withdrawing.left(session, output, take_back(session, wanted), wanted, looking)
    files = sum(path.is_file() and not path.is_symlink() for path in output.rglob("*"))
    assert told == [
        "reading what was taken back, and what is still shown",
        f"looking through {files} file(s) below {output.as_posix()}",
    ]
    return left


def test_every_copy_is_listed_with_what_it_holds_and_its_digest(session: Path, output: Path) -> None:
    """Sorted by path, links not followed; a minute and a GiB for each file."""
    left = found(session, output)
    assert [(copy.path.relative_to(output).as_posix(), set(copy.holds)) for copy in left.copies] == [
        ("b.txt", {"bio"}),
        ("cuba/pack.txt", {"name", "bio"}),
    ]
    assert left.copies[0].sha256 == hashlib.sha256((output / "b.txt").read_bytes()).hexdigest()
    assert left.problems == ()
    assert Worker.limits == (60.0, 1024)


def test_a_file_that_cannot_be_looked_through_counts_as_a_copy(
    session: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In doubt somebody has to look; also at one that is too large."""
    monkeypatch.setattr(withdrawing, "_MOST_BYTES", 20)
    holds = {copy.path.name: copy.holds for copy in found(session, output).copies}
    too_large = ("it could not be looked through",)
    assert holds == {"b.txt": too_large, "pack.txt": too_large}
    monkeypatch.setattr(Worker, "failure", Failure.TIME)
    copies = found(session, output).copies
    assert [copy.path.name for copy in copies] == ["a.txt", "b.txt", "pack.txt"]
    assert all(copy.holds == too_large and len(copy.sha256) == 64 for copy in copies)


def test_a_file_of_an_edition_that_may_show_it_is_no_copy(session: Path, output: Path) -> None:
    """As its manifest or its print run says; a copy that was put there by hand is of no edition."""
    for name, edition in (("upr30", "room"), ("upr30-public", "public"), ("archive/v1/data", "room")):
        (output / name / "cuba").mkdir(parents=True)
        (output / name / "cuba" / "pack.txt").write_text("By Anna Sample.")
        (output / name / "by-hand.txt").write_text("By Anna Sample.")
        states = {"cuba": StateRecord({}, {"pack.txt": "0" * 64})}
        manifest = Manifest("upr30", edition, {}, states=states)
        (output / name / "manifest.json").write_bytes(manifest.as_bytes())
    for name in ("upr30", "upr30-public"):
        (output / "print-run" / name).mkdir(parents=True)
        (output / "print-run" / name / "run.txt").write_text("By Anna Sample.")
    copies = found(session, output, ("public",)).copies
    assert [copy.path.relative_to(output).as_posix() for copy in copies] == [
        "archive/v1/data/by-hand.txt",
        "b.txt",
        "cuba/pack.txt",
        "print-run/upr30-public/run.txt",
        "upr30/by-hand.txt",
        "upr30-public/by-hand.txt",
        "upr30-public/cuba/pack.txt",
    ]
    assert len(found(session, output, ("room", "public")).copies) == 10
