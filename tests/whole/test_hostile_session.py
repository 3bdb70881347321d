"""A session in which States bring files made to break readers: each costs its own State and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.programs import presession
from tests.whole.languages import in_english_alone

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")

GOOD = "cape-verde"
PIPE, LINK, BOMB, KILLER, FLOOD = "azerbaijan", "burkina-faso", "djibouti", "turkmenistan", "uzbekistan"
NAMED = "cameroon"
ODD_NAME = b"\x1b[31mred\x1b]0;title\x07 \xff\xfe.docx"
SECRET = "ZZSECRET that lies outside of the session"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, sample: Path, shared: Path) -> Path:
    """inputs/upr30 with seven of the sample's States, six of which have something hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    session = folder / "inputs" / "upr30"
    session.mkdir(parents=True)
    shutil.copy(sample / "session.yaml", session)
    in_english_alone(session)
    for state in (GOOD, PIPE, LINK, BOMB, KILLER, FLOOD, NAMED):
        shutil.copytree(sample / state, session / state)
    (folder / "secret.docx").write_text(SECRET)
    (folder / "bystander.txt").write_text("not of this session")
    generated = shared / "hostile" / "generated"
    os.mkfifo(emptied(session / PIPE / "statements" / "AZE-shelters-UPR.docx"))
    emptied(session / LINK / "statements" / "Déclaration peine de mort BF.html").symlink_to(
        folder / "secret.docx"
    )
    put(session / BOMB, "Déclaration Djibouti_VF.docx", next(generated.glob("docx/d012_*")))
    put(session / KILLER, "Turkmenistan statement STR.docx", next(generated.glob("pdf/p074_*")))
    put(session / FLOOD, "UZB statement monitoring.rtf", next(generated.glob("pdf/p051_*")))
    odd = os.path.join(os.fsencode(session / NAMED / "statements"), ODD_NAME)  # noqa: PTH118
    with open(odd, "wb") as file:  # noqa: PTH123
        file.write(b"A sample.")
    return folder


def emptied(path: Path) -> Path:
    path.unlink()
    return path


def put(state: Path, old: str, hostile: Path) -> None:
    """The statement `old` of the State is the file `hostile`, with an ending that fits it."""
    new = Path(old).with_suffix(hostile.suffix).name
    emptied(state / "statements" / old)
    shutil.copyfile(hostile, state / "statements" / new)
    review = state / "review.yaml"
    review.write_text(review.read_text("utf-8").replace(old, new), "utf-8")


def fingerprints(folder: Path) -> dict[str, str]:
    """SHA-256 of every regular file outside of `output`."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    inside = (path for path in files if path.relative_to(folder).parts[0] != "output")
    return {os.fsencode(path).hex(): hashlib.sha256(path.read_bytes()).hexdigest() for path in inside}


@pytest.fixture(scope="module")
def before(workspace: Path) -> dict[str, str]:
    return fingerprints(workspace)


@pytest.fixture(scope="module")
def done(workspace: Path, before: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return presession("build", "inputs/upr30", cwd=workspace)


@pytest.fixture(scope="module")
def problems(done: subprocess.CompletedProcess[str], workspace: Path) -> list[dict[str, str]]:
    return json.loads((workspace / "output" / "upr30" / "problems.json").read_text("utf-8"))


def test_the_build_ends_with_problems_and_no_traceback(done: subprocess.CompletedProcess[str]) -> None:
    """Exit 3, and no control character of a file name on the terminal."""
    said = done.stdout + done.stderr
    assert done.returncode == 3, said
    assert "Traceback" not in said
    assert not {"\x1b", "\x07"} & set(said)


@pytest.mark.usefixtures("done")
def test_the_good_state_has_its_whole_pack(workspace: Path) -> None:
    """PDF, DOCX, HTML, the page that stands alone and the tables; the programme and the calendar of the session too."""
    output = workspace / "output" / "upr30"
    suffixes = sorted(path.suffix for path in (output / GOOD).iterdir())
    assert suffixes == [".csv", ".docx", ".html", ".json", ".pdf", ".pdf", ".xlsx"]
    assert next((output / GOOD).glob("*.pdf")).read_bytes().startswith(b"%PDF")
    assert (output / "programme.pdf").is_file()
    assert (output / "calendar.ics").is_file()


@pytest.mark.usefixtures("done")
def test_only_the_states_with_a_hostile_statement_are_held_back(workspace: Path) -> None:
    """An odd name of a file that nobody uses holds nothing back."""
    made = {path.name for path in (workspace / "output" / "upr30").iterdir() if path.is_dir()}
    assert made == {GOOD, NAMED}


@pytest.mark.parametrize(
    ("state", "file", "codes"),
    [
        (PIPE, "AZE-shelters-UPR.docx", {"FI16"}),
        (LINK, "Déclaration peine de mort BF.html", {"FI16"}),
        (BOMB, "Déclaration Djibouti_VF.docx", {"FI03", "FI04"}),
        (KILLER, "Turkmenistan statement STR.pdf", {"FI03", "FI04", "FI14"}),
        (FLOOD, "UZB statement monitoring.pdf", {"FI04"}),
    ],
)
def test_each_hostile_file_is_named(
    state: str,
    file: str,
    codes: set[str],
    done: subprocess.CompletedProcess[str],
    problems: list[dict[str, str]],
) -> None:
    """On the terminal by its name; beside the packs by its place, where it may be the file of anybody."""
    lines = [line for line in done.stdout.splitlines() if f"{state}/statements/{file}: error " in line]
    assert any(code in line for line in lines for code in codes), done.stdout
    found = [p for p in problems if (p["file"] or "").startswith(f"{state}/statements/")]
    errors = [p for p in found if p["severity"] == "error"]
    assert {p["code"] for p in errors} & codes, problems
    assert all(p["what"] and p["what_to_do"] for p in errors)


def test_the_odd_name_is_shown_escaped(problems: list[dict[str, str]]) -> None:
    """Terminal escapes and bytes that are no UTF-8 are spelt out."""
    shown = [p["file"] for p in problems if NAMED in (p["file"] or "") and "title" in (p["file"] or "")]
    assert shown
    assert all(name.isprintable() and "\\xff" in name for name in shown)


@pytest.mark.usefixtures("done")
def test_nothing_outside_the_output_is_touched(workspace: Path, before: dict[str, str]) -> None:
    """Inputs and neighbours are as they were, and what lies behind the link is in no output."""
    assert fingerprints(workspace) == before
    assert {path.name for path in workspace.iterdir()} == {"inputs", "output", "secret.docx", "bystander.txt"}
    files = [path for path in (workspace / "output").rglob("*") if path.is_file()]
    assert not any(b"ZZSECRET" in path.read_bytes() for path in files)
