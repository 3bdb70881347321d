"""The ledger: every file of a session is used, left out with its reason, or failed; none is forgotten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import read
from pipeline.models.ledger import Account, counted
from pipeline.read.counting import count_files, uneven
from pipeline.read.folder import read_file
from tests.programs import presession
from tests.three_states import TEXT

SPEAKERS = """
speakers:
  - name: Sample Speaker
    role: lawyer
    organisation: {name: Sample Centre, kind: CSO}
    floor: 5
    statement: statements/one.md
    language: en
    consent: {name: yes, photo: no, bio: no, organisation: yes, statement: yes}
  - name: Silent Sample
    role: nurse
    description: a nurse
    organisation: {name: Sample Clinic, kind: CSO}
    floor: 5
    statement: statements/Silent Sample.md
    language: en
    consent: {name: no, photo: no, bio: no, organisation: no, statement: no}
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two States: one with a file of every fate, one with a statement that cannot be read."""
    folder = tmp_path_factory.mktemp("ledger")
    chosen = ("--state", "FR", "--state", "TV")
    presession("new", "s/upr31", "--number", "31", "--first-day", "2018-10-09", *chosen, cwd=folder)
    for state in ("france", "tuvalu"):
        review = folder / "s/upr31" / state / "review.yaml"
        review.write_text(review.read_text("utf-8").split("\nspeakers:")[0] + SPEAKERS, "utf-8")
        statements = review.parent / "statements"
        statements.mkdir(exist_ok=True)
        for name in ("one", "Silent Sample"):
            text = TEXT.format(state=state.title(), number=len(name))
            (statements / f"{name}.md").write_text(text, "utf-8")
    (folder / "s/upr31/france/statements/Silent Sample, old.md").write_text("An older one.", "utf-8")
    (folder / "s/upr31/france/statements/~$Silent Sample.docx").write_bytes(b"lock")
    (folder / "s/upr31/france/corrections.yaml.bak").write_text("", "utf-8")
    (folder / "s/upr31/_aside").mkdir()
    (folder / "s/upr31/_aside/Silent Sample.md").write_text("Aside.", "utf-8")
    (folder / "s/upr31/Silent Sample loose.md").write_text("Loose.", "utf-8")
    (folder / "s/upr31/tuvalu/statements/one.md").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def built(session: Path) -> Path:
    done = presession("build", "s/upr31", cwd=session)
    assert done.returncode == 3, done.stdout + done.stderr
    return session / "output/upr31"


def ledger_of(built: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built / "manifest.json").read_text("utf-8"))["ledger"]
    return found


def fates(built: Path, folder: str) -> dict[str, str]:
    return {each["file"]: f"{each['fate']}: {each['why']}" for each in ledger_of(built)[folder]["files"]}


def test_every_file_of_a_state_that_was_built_has_its_account(built: Path) -> None:
    """Used with its place, or left out with the reason; a name that may be somebody's is not told."""
    assert fates(built, "france") == {
        "france/corrections.yaml.bak": "left out: the copy that `presession review` leaves",
        "france/review.yaml": "used: facts of the State",
        "france/statements/(file 1).md": "left out: nothing in review.yaml names it",
        "france/statements/(speaker 2).md": "left out: speaker 2 does not consent to it in the room edition",
        "france/statements/one.md": "used: statement of speaker 1",
        "france/(passed over 6)": "left out: made by the computer or an office program",
    }


def test_what_is_used_says_on_which_pages(built: Path) -> None:
    """The page of the pack on which the statement begins, and that on which it ends."""
    [one] = [each for each in ledger_of(built)["france"]["files"] if each["file"].endswith("one.md")]
    first, last = one["pages"]
    assert 1 < first <= last < 20


def test_a_file_that_cannot_be_read_failed_and_the_rest_of_its_state_waits(built: Path) -> None:
    """With the code of its problem; the others say that the State is held back."""
    assert fates(built, "tuvalu") == {
        "tuvalu/review.yaml": "left out: the State is held back by an error",
        "tuvalu/statements/(speaker 2).md": "left out: the State is held back by an error",
        "tuvalu/statements/one.md": "failed: FI01",
    }


def test_files_of_no_state_are_accounted_for_too(built: Path) -> None:
    """Also those in a folder that is set aside; their names are nobody's business."""
    found = fates(built, "")
    assert found["session.yaml"] == "used: facts of the session"
    assert found["(file 1).md"] == "left out: it lies in no State's folder"
    assert sorted(found.values()) == [
        "left out: in a folder that is set aside",
        "left out: it lies in no State's folder",
        "used: facts of the session",
    ]


def test_the_sum_is_the_number_of_files_on_the_disk(built: Path, session: Path) -> None:
    """Counted here once more, by the standard library."""
    counts = [part["counts"] for part in ledger_of(built).values()]
    lying = [path for path in (session / "s/upr31").rglob("*") if path.is_file()]
    assert sum(count["found"] for count in counts) == len(lying)
    assert all(c["found"] == c["used"] + c["left out"] + c["failed"] for c in counts)


def test_nothing_beside_the_packs_tells_who_is_withheld(built: Path) -> None:
    """Not by the name of a file either."""
    for name in ("manifest.json", "index.html", "problems.json"):
        assert "Silent" not in (built / name).read_text("utf-8"), name


def test_staff_see_the_files_of_each_state_on_the_status_page(built: Path) -> None:
    """A section for each State, with a line for each file and their sum."""
    page = (built / "index.html").read_text("utf-8")
    assert "6 files: 2 used, 4 left out." in page
    assert "3 files: 2 left out, 1 failed." in page
    assert "left out: speaker 2 does not consent to it in the room edition" in page


def test_a_state_that_was_not_asked_for_keeps_what_was_said_of_it(session: Path, tmp_path: Path) -> None:
    """And of one that was never built, that it was not part of this build."""
    done = presession("build", "s/upr31", "--state", "FR", "--output", tmp_path / "o", cwd=session)
    assert done.returncode == 0, done.stdout + done.stderr
    built = tmp_path / "o/upr31"
    before = fates(built, "france")
    assert set(fates(built, "tuvalu").values()) == {"left out: the State is not part of this build"}
    presession("build", "s/upr31", "--state", "TV", "--output", tmp_path / "o", cwd=session)
    assert fates(built, "france") == before
    assert "failed: FI01" in fates(built, "tuvalu").values()


def test_a_kept_pack_has_the_same_ledger_as_a_new_one(session: Path, built: Path) -> None:
    """Pages are remembered with the pack: nothing is laid out again to know them."""
    before = ledger_of(built)
    (session / "s/upr31/_aside/another.md").write_text("One more.", "utf-8")
    presession("build", "s/upr31", cwd=session)
    (session / "s/upr31/_aside/another.md").unlink()
    presession("build", "s/upr31", cwd=session)
    assert ledger_of(built) == before


def test_counts_that_do_not_agree_are_an_error_of_the_state(tmp_path: Path) -> None:
    """A file that was seen by one count alone came or went meanwhile: its State waits, the others do not."""
    [problem] = uneven("s", ["a/x.md", "a/y.md"], ["a/x.md"], {})
    assert (problem.code, problem.place.file) == ("FI16", "s/a/y.md")
    assert uneven("s", ["a/.git/", "a/old/x.md"], [], {"a/old": "why"}) == ()


def test_links_are_counted_and_not_followed(tmp_path: Path) -> None:
    """Nothing outside of the session is counted, and a folder of the computer is one thing."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x").write_text("")
    session = tmp_path / "s"
    (session / ".git/objects").mkdir(parents=True)
    (session / ".git/objects/1").write_text("")
    (session / "link").symlink_to(tmp_path / "outside")
    assert count_files(session) == (".git/", "link")


names = st.text("ab.~$_ é", min_size=1, max_size=4).filter(lambda name: name.strip(". ") and "/" not in name)


@given(st.lists(st.lists(names, min_size=1, max_size=3).map("/".join), max_size=6))
def test_whatever_lies_there_both_counts_agree(
    tmp_path_factory: pytest.TempPathFactory, paths: list[str]
) -> None:
    """For any names and depths nothing is forgotten and nothing counted twice."""
    folder = tmp_path_factory.mktemp("any")
    (folder / "session.yaml").write_text("", "utf-8")
    for path in paths:
        target = folder / path
        if not target.exists() and all(not p.is_file() for p in target.parents):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("x", "utf-8")
    raw = read.read_session(folder)
    assert [found for found in raw.problems if found.code == "FI16"] == []
    assert len(raw.lying) == len(set(raw.lying))


def test_an_account_survives_the_manifest() -> None:
    """As JSON and back; a fate that is none is refused."""
    account = Account("a/b.md", "used", "statement of speaker 1", (9, 11))
    assert Account.from_json(account.as_json()) == account
    with pytest.raises(ValueError, match="lost"):
        Account.from_json({"file": "x", "fate": "lost", "why": ""})
    assert counted([account]) == {"found": 1, "used": 1, "left out": 0, "failed": 0}


def test_a_file_that_is_written_meanwhile_is_read_again_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a file is never taken for the whole."""
    from pipeline.read import folder

    (tmp_path / "x.md").write_text("one", "utf-8")
    [entry] = folder.list_folder(tmp_path, "s", "").entries
    answers = iter([False, True])
    monkeypatch.setattr(folder, "_same", lambda before, after: next(answers))
    assert read_file(entry).data == b"one"
    monkeypatch.setattr(folder, "_same", lambda before, after: False)
    refused = read_file(entry)
    assert refused.data is None
    assert "it is being written" in refused.problems[0].what


def test_a_file_that_vanished_after_it_was_listed_is_told_of(tmp_path: Path) -> None:
    """With what to do; nothing else is lost by it."""
    from pipeline.read import folder

    (tmp_path / "x.md").write_text("one", "utf-8")
    [entry] = folder.list_folder(tmp_path, "s", "").entries
    (tmp_path / "x.md").unlink()
    assert [found.code for found in read_file(entry).problems] == ["FI16"]
