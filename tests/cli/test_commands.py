"""The commands as a user types them: sentences, exit codes, and never a traceback."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS
from tests.bad.packs import Faults, pack
from tests.programs import PRESESSION, presession

STATEMENT = """SAMPLE statement

Introduction

We thank the moderator.

We recommend that the Government of Cuba:

- ratify the International Covenant on Civil and Political Rights;
- publish the text of the draft law before it is adopted.

Advance questions

- What has the Government done since 2013 to ratify the Covenant?
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    """--help says what it does, and exits 0."""
    done = presession(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 8


def test_help_does_not_load_what_it_does_not_need(tmp_path: Path) -> None:
    """The start stays fast: no library of a reader or writer is imported."""
    code = (
        "import sys\nfrom pipeline.cli import presession\n"
        "try:\n    presession.main(['--help'], standalone_mode=False)\nfinally:\n"
        "    heavy = {'reportlab', 'docx', 'pypdfium2', 'lxml', 'numpy', 'PIL', 'babel', 'yaml', 'pebble'}\n"
        "    sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_version(tmp_path: Path) -> None:
    """The version is one word that a bug report can quote."""
    assert presession("--version", cwd=tmp_path).stdout.startswith("presession, version ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("build", "nowhere"),
        ("check", ".", "--format", "xml"),
        ("frobnicate",),
        ("extract", "nowhere.docx"),
        ("new", "x", "--number", "0", "--first-day", "2018-10-09"),
        ("new", "x", "--number", "31", "--first-day", "2018-10-09", "--state", "Atlantis"),
    ],
)
def test_a_wrong_command_line_exits_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """With a sentence on what is wrong."""
    done = presession(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_session_exits_3(tmp_path: Path) -> None:
    """It says that session.yaml is missing."""
    done = presession("build", ".", cwd=tmp_path)
    assert done.returncode == 3
    assert "YA06" in done.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("inputs/urp30", "Did you mean inputs/upr30?"),
        ("upr30", "Did you mean inputs/upr30?"),
        ("inputs", "'inputs' holds sessions. Give one of them: inputs/upr30."),
        ("inputs/upr30/cuba", "Give its session and the State: inputs/upr30 --state cuba."),
    ],
)
def test_a_folder_that_is_near_a_session_is_told_from_it(given: str, said: str, tmp_path: Path) -> None:
    """A misspelt folder, one of sessions, and that of a State: what to give instead."""
    cuba = tmp_path / "inputs" / "upr30" / "cuba"
    cuba.mkdir(parents=True)
    (cuba.parent / "session.yaml").touch()
    done = presession("build", given, cwd=tmp_path)
    assert (done.returncode, said in done.stderr) == (2, True)


def test_a_folder_that_is_near_nothing_gets_no_guess(tmp_path: Path) -> None:
    """A guess that is far off would only mislead."""
    (tmp_path / "inputs" / "upr30").mkdir(parents=True)
    (tmp_path / "inputs" / "upr30" / "session.yaml").touch()
    assert "Did you mean" not in presession("build", "vacation", cwd=tmp_path).stderr


def test_a_new_session_passes_the_check(tmp_path: Path) -> None:
    """What `new` makes has no error, and can be built at once into packs without statements."""
    made = presession(
        "new",
        "inputs/upr31",
        "--number",
        "31",
        "--first-day",
        "2018-10-09",
        "--state",
        "FR",
        "--state",
        "Viet Nam",
        cwd=tmp_path,
    )
    assert made.returncode == 0, made.stderr
    checked = presession("check", "inputs/upr31", "--format", "json", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert json.loads(checked.stdout)["ready"] == ["france", "viet-nam"]
    gaps = [p for p in json.loads(checked.stdout)["problems"] if p["code"] == "FO08"]
    assert len(gaps) == 5
    refused = presession("check", "inputs/upr31", "--final", cwd=tmp_path)
    assert (refused.returncode, (refused.stdout + refused.stderr).count("FO09")) == (3, 5)


def test_new_refuses_a_folder_that_every_later_command_would_refuse(tmp_path: Path) -> None:
    """And makes nothing; the command that it prints for another can be copied, blanks and all."""
    number = ("--number", "31", "--first-day", "2018-10-09", "--state", "FR")
    refused = presession("new", "inputs/Session (31) é", *number, cwd=tmp_path)
    assert refused.returncode == 2
    assert "cannot be named after the folder" in refused.stderr
    assert not any(tmp_path.iterdir())
    made = presession("new", "inputs/Session 31 é", *number, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    command = made.stdout.splitlines()[-1]
    assert presession(*shlex.split(command)[1:], cwd=tmp_path).returncode == 0


def test_new_never_touches_what_is_there(tmp_path: Path) -> None:
    """A folder with something in it is refused."""
    (tmp_path / "upr31").mkdir()
    (tmp_path / "upr31" / "notes.txt").write_text("mine")
    done = presession("new", "upr31", "--number", "31", "--first-day", "2018-10-09", cwd=tmp_path)
    assert done.returncode == 2
    assert [path.name for path in (tmp_path / "upr31").iterdir()] == ["notes.txt"]


def test_extract_prints_what_a_document_holds(tmp_path: Path) -> None:
    """From a file and from standard input alike."""
    (tmp_path / "statement.txt").write_text(STATEMENT, "utf-8")
    from_file = presession("extract", "statement.txt", "--state", "CU", "--format", "json", cwd=tmp_path)
    assert from_file.returncode == 0, from_file.stderr
    found = json.loads(from_file.stdout)
    assert [r["text"] for r in found["recommendations"]] == [
        "ratify the International Covenant on Civil and Political Rights",
        "publish the text of the draft law before it is adopted",
    ]
    assert found["recommendations"][0]["addressee"] == "sur"
    assert found["recommendations"][0]["paragraph"] > 0
    assert len(found["questions"]) == 1
    assert found["doubtful"] == []
    piped = presession(
        "extract", "-", "--state", "Cuba", "--format", "json", cwd=tmp_path, data=STATEMENT.encode()
    )
    assert json.loads(piped.stdout) == found


def test_extract_says_that_it_cannot_find_anything_in_a_language(tmp_path: Path) -> None:
    (tmp_path / "statement.txt").write_text(STATEMENT, "utf-8")
    done = presession("extract", "statement.txt", "--language", "sw", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    [told] = json.loads(done.stdout)["problems"]
    assert (told["code"], "Swahili (sw)" in told["what"]) == ("ST14", True)


@pytest.mark.parametrize("form", ["text", "csv"])
def test_extract_speaks_to_people_and_to_spreadsheets(form: str, tmp_path: Path) -> None:
    """The words are the same in every form."""
    (tmp_path / "statement.md").write_text(STATEMENT, "utf-8")
    done = presession("extract", "statement.md", "--format", form, cwd=tmp_path)
    assert done.returncode == 0
    assert "ratify the International Covenant on Civil and Political Rights" in done.stdout


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "FI01"), (b"PK\x03\x04 broken", "FI03"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64, "FI02")],
)
def test_an_unreadable_document_exits_3_with_its_problem(data: bytes, code: str, tmp_path: Path) -> None:
    """The file and the reason are named."""
    (tmp_path / "statement.docx").write_bytes(data)
    done = presession("extract", "statement.docx", "--format", "json", cwd=tmp_path)
    assert (done.returncode, code in done.stderr, "statement.docx" in done.stderr) == (3, True, True)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    """It is refused as not being a file."""
    os.mkfifo(tmp_path / "statement.txt")
    assert presession("extract", "statement.txt", cwd=tmp_path).returncode == 3


def test_an_unknown_state_says_which_there_are(tmp_path: Path, sample: Path) -> None:
    """--state with a State that is not in the session is a mistake in the command line."""
    shutil.copytree(sample, tmp_path / "upr30")
    done = presession("check", "upr30", "--state", "France", cwd=tmp_path)
    assert done.returncode == 2
    assert "CU (cuba)" in done.stderr
    done = presession("check", "upr30", "--state", "Cubba", cwd=tmp_path)
    assert (done.returncode, "Did you mean CU (cuba)?" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["CU", "cub", "Cuba", "cuba"])
def test_a_state_with_an_error_is_known_by_all_its_names(name: str, tmp_path: Path, sample: Path) -> None:
    """Who corrects one State asks for it while it is still wrong."""
    shutil.copytree(sample, tmp_path / "upr30")
    review = tmp_path / "upr30" / "cuba" / "review.yaml"
    review.write_text(review.read_text("utf-8").replace("start: 2018", "start: 1018", 1), "utf-8")
    done = presession("check", "upr30", "--state", name, cwd=tmp_path)
    assert (done.returncode, "cuba/review.yaml" in done.stdout + done.stderr) == (3, True)


def test_an_output_that_cannot_be_written_exits_4(tmp_path: Path, sample: Path) -> None:
    """A file where the output folder should be."""
    shutil.copytree(sample, tmp_path / "upr30")
    (tmp_path / "output").write_text("a file")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "upr30").write_text("a file")
    done = presession("build", "upr30", "--state", "tuvalu", "--output", "out", cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    assert "cannot be written" in done.stderr


def test_a_fault_of_ours_is_reported_without_a_traceback(tmp_path: Path) -> None:
    """Exit 1, the kind of the fault and its place in our code, and where to send it; no data of the inputs."""
    code = (
        "import sys, pipeline.run as run\nfrom pipeline.cli.boundary import run_command\n"
        "def broken(*a): raise KeyError('secret name')\nrun.verify = broken\n"
        "sys.argv = ['presession', 'verify', '.']\nraise SystemExit(run_command())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 1
    assert "KeyError" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path, sample: Path) -> None:
    """`presession check ... | head -1` ends quietly."""
    command = " ".join([*map(str, PRESESSION), "--help", "| head -1"])
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_finished_pack_is_checked(tmp_path: Path) -> None:
    """Each rule is answered; exit code 0 where all hold, 3 where one does not, 2 without anything to check."""
    (tmp_path / "good.pdf").write_bytes(pack())
    (tmp_path / "bad.pdf").write_bytes(pack(Faults(unnumbered=(3,))))
    good = presession("check", "--pack", "good.pdf", cwd=tmp_path)
    assert (good.returncode, good.stdout.count("holds")) == (0, 10), good.stderr
    bad = presession("check", "--pack", "bad.pdf", "--format", "json", cwd=tmp_path)
    told = json.loads(bad.stdout)
    assert bad.returncode == 3
    assert [rule["rule"] for rule in told["rules"] if not rule["holds"]] == [1]
    assert [(found["code"], found["file"], found["page"]) for found in told["problems"]] == [
        ("PB01", "bad.pdf", 3)
    ]
    assert presession("check", cwd=tmp_path).returncode == 2


def test_what_is_no_finished_pack_is_named(tmp_path: Path) -> None:
    """A Word file is a Word file and not damaged; nobody is to ask a speaker for a PDF of ours."""
    (tmp_path / "pack.md").write_text("# A pack\n\nSample words.\n", encoding="utf-8")
    (tmp_path / "half.pdf").write_bytes(pack()[:900])
    word = tmp_path / "pack.docx"
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    for name, code, words in (
        ("pack.docx", 2, "pack.docx is Word (.docx). --pack takes a finished PDF."),
        ("pack.md", 2, "pack.md is plain text. --pack takes a finished PDF."),
        ("half.pdf", 3, "save it anew with the program that made it"),
    ):
        done = presession("check", "--pack", name, cwd=tmp_path)
        assert done.returncode == code
        assert words in done.stderr
        assert "speaker" not in done.stderr
