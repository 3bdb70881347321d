"""The real commands on the hostile collection: one file by `extract`, many by `build`, YAML files by `check`."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import read, validate
from pipeline.problems import has_errors
from pipeline.read import read_statement
from tests.hostile.cases import Case, made_cases
from tests.programs import own_cache, presession

# One of each kind of trouble, and of each verdict.
EXTRACTED = ("d012", "d070", "d150", "p013", "p027", "p074", "m005")


@pytest.mark.parametrize("number", EXTRACTED)
def test_extract_ends_as_a_build_does(number: str, shared: Path, tmp_path: Path) -> None:
    """Exit 3 and a problem where refused, 0 and the warning in `problems` where accepted; nothing leaks."""
    [case] = [each for each in made_cases(shared, "docx", "pdf", "markdown") if each.id == number]
    done = presession("extract", case.path, "--state", "CU", "--format", "json", cwd=tmp_path)
    said = done.stdout + done.stderr
    problems = json.loads(done.stdout)["problems"]
    assert done.returncode == (3 if case.expected == "reject" else 0), said
    severities = {each["severity"] for each in problems}
    assert ("error" in severities) == (case.expected == "reject")
    assert case.expected != "warn" or "warning" in severities
    assert "Traceback" not in said
    assert not [word for word in case.leaks if word in said]
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def accepted(shared: Path) -> list[Case]:
    """The cases that are in a pack although they carry something that may be in none: one for each such thing."""
    cases = [
        case
        for case in made_cases(shared, "docx", "pdf", "markdown")
        if case.leaks and case.kept and case.expected != "reject"
    ]
    return list({case.leaks: case for case in cases}.values())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path, accepted: list[Case]) -> Path:
    """A session whose only State has these files as statements, built by the command."""
    place = tmp_path_factory.mktemp("hostile-build")
    session = place / "inputs" / "upr30"
    shutil.copytree(root / "tests" / "good", session)
    state = session / "cuba"
    head, _, one = (state / "review.yaml").read_text("utf-8").partition("  - name:")
    speakers = ""
    for number, case in enumerate(accepted, 1):
        name = f"{case.id}{case.path.suffix}"
        shutil.copyfile(case.path, state / "statements" / name)
        speakers += (
            ("  - name:" + one)
            .replace("Sample Speaker 1", f"Sample Speaker {number}")
            .replace("Sample Centre for Legal Aid, acronym: SCLA", f"Sample Centre {number}")
            .replace("legal-aid.md", name)
            .replace("floor: 6", "floor: 5")
        )
    (state / "review.yaml").write_text(head + speakers, "utf-8")
    settings = session / "session.yaml"
    settings.write_text(settings.read_text("utf-8").replace("length: 60", "length: 480"), "utf-8")
    outside = place / "bystander.txt"
    outside.write_text("untouched")
    env = own_cache(place)
    inputs = fingerprints(place)
    done = presession("build", "inputs/upr30", cwd=place, env=env)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode in (0, 3), done.stdout + done.stderr
    assert {name: digest for name, digest in fingerprints(place).items() if name in inputs} == inputs
    (place / "log").write_text(done.stdout + done.stderr)
    return place


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def unpacked(data: bytes) -> Iterator[bytes]:
    """`data`, what is zipped in it, and what its streams unpack to."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from unpacked(archive.read(name))
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue


def test_what_must_not_appear_is_in_no_output_no_cache_and_no_log(built: Path, accepted: list[Case]) -> None:
    """Also where it is packed; what the statements say themselves is there."""
    files = [
        path for folder in ("output", "cache") for path in (built / folder).rglob("*") if path.is_file()
    ] + [built / "log"]
    assert any(path.suffix == ".docx" for path in files)
    html = next((built / "output").rglob("*briefing-pack.html")).read_text("utf-8")
    assert "ZZVISIBLE" in html
    # what one file may not show may be a word that another says: of each alone, test_collection has looked
    said = "".join(
        passage.text
        for path in (built / "inputs" / "upr30" / "cuba" / "statements").iterdir()
        for passage in read_statement(path.read_bytes(), path.name).passages
    )
    leaks = {word for case in accepted for word in case.leaks if word not in said}
    leaks -= {"root:"}  # also a word of style sheets; the rest of that line is looked for
    assert len(leaks) > 20
    for path in files:
        for data in unpacked(path.read_bytes()):
            assert not [word for word in leaks if word.encode() in data], path


def test_every_yaml_case_is_a_problem_in_its_place_and_never_a_fault(
    shared: Path, root: Path, tmp_path: Path
) -> None:
    """As review.yaml of a State: their keys are not ours, so each is refused; the session goes on."""
    session = tmp_path / "upr30"
    shutil.copytree(root / "tests" / "good", session)
    cases = [case for case in made_cases(shared, "yaml") if case.path.suffix == ".yaml"]
    for case in cases:
        shutil.copyfile(case.path, session / "cuba" / "review.yaml")
        raw = read.read_session(session)
        _, problems = validate.validate_session(raw)
        found = [*raw.problems, *problems]
        assert has_errors(found), case.id
        said = "\n".join(map(str, found))
        assert "cuba/review.yaml" in said, case.id
        assert not [word for word in case.leaks if word in said and not word.startswith("ZZ")], case.id
        assert all(char.isprintable() or char == "\n" for char in said), case.id
    assert len(cases) > 50


@pytest.mark.parametrize("number", ["b", "d", "e", "g", "h", "i", "j", "k", "l"])
def test_no_file_outside_the_folder_is_taken_for_a_statement(
    number: str, shared: Path, root: Path, tmp_path: Path
) -> None:
    """The file name of the case, as it is written there, for a speaker's statement."""
    [case] = [each for each in made_cases(shared, "yaml") if each.id == f"y080{number}"]
    written = re.search(r"^statement_file: (.*)$", case.path.read_text("utf-8"), re.MULTILINE)
    assert written
    session = tmp_path / "upr30"
    shutil.copytree(root / "tests" / "good", session)
    review = session / "cuba" / "review.yaml"
    review.write_text(review.read_text("utf-8").replace("statements/legal-aid.md", written[1]), "utf-8")
    raw = read.read_session(session)
    _, problems = validate.validate_session(raw)
    assert [found for found in problems if found.severity.value == "error" and found.place.line], problems
