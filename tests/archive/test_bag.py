"""Bags: numbered, never touched again, accepted by any BagIt tool, and telling every change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.archive import Manifest, StateRecord, archive_build, digest, read_manifest, verify
from pipeline.problems import InputError


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "output" / "upr30"
    return make_build(folder, final=False)


def make_build(folder: Path, *, final: bool) -> Path:
    files = {"cuba/pack.pdf": b"%PDF", "cuba/table.csv": b"a,b", "programme.pdf": b"%PDF2"}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    cuba = {name.removeprefix("cuba/"): digest(data) for name, data in files.items() if "/" in name}
    manifest = Manifest(
        session="upr30",
        edition="room",
        versions={"presession": "0.1.0"},
        inputs={"session.yaml": digest(b"x")},
        outputs={"programme.pdf": digest(files["programme.pdf"])},
        states={"cuba": StateRecord({"cuba/review.yaml": digest(b"y")}, cuba, final)},
    )
    (folder / "manifest.json").write_bytes(manifest.as_bytes())
    return folder


def codes(path: Path) -> set[tuple[str, str]]:
    return {(p.code, dict(p.values).get("name", "")) for p in verify(path)}


def test_a_manifest_survives_writing_and_reading(built: Path) -> None:
    """Reading back gives the same value."""
    manifest = read_manifest(built)
    assert manifest is not None
    assert manifest.as_bytes() == (built / "manifest.json").read_bytes()


def test_the_second_archive_is_version_two_and_leaves_the_first(built: Path, tmp_path: Path) -> None:
    """Names say session, edition, draft, version."""
    archive = tmp_path / "output" / "archive"
    first = archive_build(built, archive, {})
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    second = archive_build(built, archive, {})
    assert (first.name, second.name) == ("upr30-room-draft-v1", "upr30-room-draft-v2")
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before


def test_a_final_build_is_not_called_a_draft(tmp_path: Path) -> None:
    """And its version goes on from the drafts before it."""
    archive = tmp_path / "archive"
    archive_build(make_build(tmp_path / "a" / "upr30", final=False), archive, {})
    assert (
        archive_build(make_build(tmp_path / "b" / "upr30", final=True), archive, {}).name == "upr30-room-v2"
    )


def test_any_bagit_tool_accepts_the_bag(built: Path, tmp_path: Path) -> None:
    """The library's own command says that it is valid."""
    bag = archive_build(built, tmp_path / "archive", {})
    done = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", str(bag)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert verify(bag) == ()


def test_a_changed_byte_is_found(built: Path, tmp_path: Path) -> None:
    """The file is named."""
    bag = archive_build(built, tmp_path / "archive", {})
    (bag / "data" / "cuba" / "pack.pdf").write_bytes(b"%PDG")
    assert ("AR02", "data/cuba/pack.pdf") in codes(bag)


def test_a_change_hidden_from_the_bag_is_still_found(built: Path, tmp_path: Path) -> None:
    """Somebody who renews the bag's checksums is caught by presession's own manifest."""
    import bagit

    bag = archive_build(built, tmp_path / "archive", {})
    (bag / "data" / "cuba" / "pack.pdf").write_bytes(b"%PDG")
    bagit.Bag(str(bag)).save(manifests=True)
    assert codes(bag) == {("AR02", "cuba/pack.pdf")}


def test_missing_and_added_files_are_found(built: Path, tmp_path: Path) -> None:
    """Each by its own code."""
    bag = archive_build(built, tmp_path / "archive", {})
    (bag / "data" / "cuba" / "table.csv").unlink()
    (bag / "data" / "cuba" / "note.txt").write_bytes(b"?")
    found = {code for code, _ in codes(bag)}
    assert {"AR03", "AR04"} <= found


def forge(bag: Path, name: str, old: str, new: str) -> None:
    """Change a tag file and the checksum that the tag manifest has of it."""
    file, manifest = bag / name, bag / "tagmanifest-sha256.txt"
    before = digest(file.read_bytes())
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))
    manifest.write_text(manifest.read_text().replace(before, digest(file.read_bytes())))


def test_a_bag_without_its_tag_manifest_is_not_whole(built: Path, tmp_path: Path) -> None:
    """BagIt lets it go, but then nothing covers bag-info.txt."""
    bag = archive_build(built, tmp_path / "archive", {})
    (bag / "tagmanifest-sha256.txt").unlink()
    assert codes(bag) == {("AR03", "tagmanifest-sha256.txt")}


def test_a_tag_manifest_that_leaves_a_file_out_is_told(built: Path, tmp_path: Path) -> None:
    """One line less covers one file less."""
    bag = archive_build(built, tmp_path / "archive", {})
    manifest = bag / "tagmanifest-sha256.txt"
    lines = manifest.read_text().splitlines(keepends=True)
    manifest.write_text("".join(line for line in lines if "bag-info" not in line))
    assert {code for code, _ in codes(bag)} == {"AR05"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Presession-Status: draft", "Presession-Status: final"),
        ("Presession-Status: draft", "Presession-Status: draft\nPresession-Status: final"),
        ("Presession-Edition: room", "Presession-Edition: public"),
        ("Presession-Version: 0.1.0\n", ""),
        ("External-Identifier: upr30-room-draft-v1", "External-Identifier: upr30-room-v1"),
    ],
)
def test_what_bag_info_tells_must_be_so(built: Path, tmp_path: Path, old: str, new: str) -> None:
    """Also where all checksums of the bag were renewed: the manifest of the build knows better."""
    bag = archive_build(built, tmp_path / "archive", {})
    forge(bag, "bag-info.txt", old, new)
    assert codes(bag) == {("AR06", "bag-info.txt")}


def test_a_manifest_that_calls_drafts_final_is_told(built: Path, tmp_path: Path) -> None:
    """The status of the whole follows from the packs."""
    file = built / "manifest.json"
    before, _, after = file.read_text().rpartition('"status": "draft"')
    file.write_text(f'{before}"status": "final"{after}')
    assert codes(built) == {("AR06", "manifest.json")}


@pytest.mark.parametrize("name", ["notes.txt", ".notes", "more/notes.txt", "manifest-md5.txt", "empty"])
def test_a_file_beside_the_payload_is_told(built: Path, tmp_path: Path, name: str) -> None:
    """No checksum of a bag need cover it."""
    bag = archive_build(built, tmp_path / "archive", {})
    if name == "empty":
        (bag / name).mkdir()
    else:
        (bag / name).parent.mkdir(exist_ok=True)
        (bag / name).write_text("")
    assert ("AR04", name) in codes(bag)


def test_a_hidden_file_in_the_payload_is_told(built: Path, tmp_path: Path) -> None:
    """Even if the bag's own checksums were renewed."""
    import bagit

    bag = archive_build(built, tmp_path / "archive", {})
    (bag / "data" / "cuba" / ".notes").write_text("?")
    bagit.Bag(str(bag)).save(manifests=True)
    assert codes(bag) == {("AR04", "cuba/.notes")}


def test_a_bag_says_what_it_is(built: Path, tmp_path: Path) -> None:
    """Its identifier is its folder's name, and it is a bag of RFC 8493."""
    bag = archive_build(built, tmp_path / "archive", {})
    assert f"External-Identifier: {bag.name}\n" in (bag / "bag-info.txt").read_text()
    assert (bag / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def test_a_build_that_was_changed_by_hand_is_not_archived(built: Path, tmp_path: Path) -> None:
    """The archive proves what presession made, nothing else."""
    (built / "cuba" / "pack.pdf").write_bytes(b"edited")
    with pytest.raises(InputError) as error:
        archive_build(built, tmp_path / "archive", {})
    assert [p.code for p in error.value.problems] == ["AR02"]
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"states": 3}', "\x00", "[" * 100_000])
def test_a_damaged_manifest_is_a_problem_not_a_crash(tmp_path: Path, text: str) -> None:
    """Whatever stands in the file."""
    (tmp_path / "manifest.json").write_text(text)
    assert {p.code for p in verify(tmp_path)} == {"AR01"}


def test_a_folder_that_is_no_bag_is_told_so(tmp_path: Path) -> None:
    """Also one that only looks like a bag."""
    assert {p.code for p in verify(tmp_path)} == {"AR01"}
    (tmp_path / "bagit.txt").write_text("nonsense")
    assert "AR05" in {p.code for p in verify(tmp_path)}
