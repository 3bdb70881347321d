"""Fact sheets from the session folder to every output, as a user's commands do it: bound in, held back, taken back."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests import sheets
from tests.programs import ALONE, own_cache, pdf_text, presession
from tests.render.pdf.checklist import faults
from tests.render.pdf.opened import File
from tests.whole.languages import in_english_alone
from tests.whole.test_accessible_packs import checker

SPEAKER = """
  - name: Sample Speaker {number}
    role: lawyer
    description: a human rights defender
    organisation: {{name: Sample Centre {number}, kind: CSO}}
    floor: 5
    awaited: [bio, statement]
    fact_sheet: {sheet}
    consent: {{photo: no, bio: no, statement: no, {consent}}}
"""
SHOWN, ROOM, NAMING, DAMAGED, SILENT, ADDRESS, UNSAID = "abcdefg"
"""The speakers, by the letter at the end of what their sheet says."""
WORD = "sheetword"
CONSENT = {
    SHOWN: "name: yes, organisation: yes, fact_sheet: yes",
    ROOM: "name: yes, organisation: yes, fact_sheet: {room: yes, public: no}",
    NAMING: "name: no, organisation: yes, fact_sheet: yes",
    DAMAGED: "name: yes, organisation: yes, fact_sheet: yes",
    SILENT: "name: yes, organisation: no, fact_sheet: yes",
    ADDRESS: "name: yes, organisation: yes, fact_sheet: yes",
    UNSAID: "name: yes, organisation: yes",
}


def sheet_of(letter: str) -> bytes:
    """A sheet with a word that stands nowhere else."""
    words = f"A sample {WORD}{letter} of figures"
    if letter == SHOWN:
        return sheets.changed(sheets.laden(), lambda writer: add_words(writer, words))
    if letter == NAMING:
        return sheets.loose(words, "Written by Sample", "Speaker 3 in Geneva")
    if letter == DAMAGED:
        return sheets.loose(words)[:900]
    return sheets.loose(words, *["write to somebody@sample.example"] * (letter == ADDRESS))


def add_words(writer: Any, words: str) -> None:
    page = writer.pages[0]
    page["/Resources"]["/Font"].get_object()[sheets.NameObject("/F1")] = sheets.font(writer)
    content = page["/Contents"].get_object().get_data() + f"\n{sheets.said(words, y=200)}".encode()
    page[sheets.NameObject("/Contents")] = writer._add_object(sheets.stream(content))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """France with a speaker for every fate of a fact sheet, Tuvalu with none; both editions built."""
    folder = tmp_path_factory.mktemp("sheets")
    chosen = ("--state", "FR", "--state", "TV")
    presession("new", "s/upr31", "--number", "31", "--first-day", "2018-10-09", *chosen, cwd=folder)
    session = folder / "s/upr31"
    settings = session / "session.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("dialogue_minimum: 10", "dialogue_minimum: 0"), "utf-8"
    )
    (session / "france/fact-sheets").mkdir(exist_ok=True)
    speakers = []
    for number, letter in enumerate(CONSENT, start=1):
        (session / f"france/fact-sheets/sheet-{letter}.pdf").write_bytes(sheet_of(letter))
        path = f"fact-sheets/sheet-{letter}.pdf"
        sheet = f"{{file: {path}, pages: [1]}}" if letter == SHOWN else path
        speakers.append(SPEAKER.format(number=number, sheet=sheet, consent=CONSENT[letter]))
    review = session / "france/review.yaml"
    review.write_text(
        review.read_text("utf-8").split("\nspeakers:")[0] + "\nspeakers:" + "".join(speakers), "utf-8"
    )
    for edition in ("room", "public"):
        arguments = ("build", "s/upr31", "--edition", edition, *ALONE)
        done = presession(*arguments, cwd=folder, env=own_cache(folder))
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / f"{edition}.txt").write_text(done.stdout, "utf-8")
    return folder


def pack(folder: Path, edition: str = "") -> Path:
    found = (folder / "output").glob(f"upr31{edition}/france/*-briefing-pack.pdf")
    return next(iter(sorted(found)))


def everything(data: bytes) -> Iterator[bytes]:
    """All bytes of an output, with what is packed in it."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from everything(archive.read(name))
    elif data.startswith(b"%PDF-"):
        reader: Any = pypdf.PdfReader(io.BytesIO(data))
        for number in range(1, reader.trailer["/Size"]):
            value = reader.get_object(number)
            yield repr(value).encode()
            if hasattr(value, "_data") and value.get("/Filter") == "/FlateDecode":
                yield zlib.decompress(value._data)
        yield "".join(page.extract_text() for page in reader.pages).encode()


def held(folder: Path, word: str) -> list[str]:
    """The files below a folder that have the word anywhere."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path.relative_to(folder).as_posix()
        for path in files
        if any(word.encode() in part for part in everything(path.read_bytes()))
    ]


def test_what_is_agreed_is_bound_in_and_nothing_else(workspace: Path) -> None:
    """By edition: the sheets whose speakers agree, and none that names, is damaged, or shows an address."""
    found = {
        edition: {letter for letter in CONSENT if f"{WORD}{letter}" in pdf_text(pack(workspace, ending))}
        for edition, ending in (("room", ""), ("public", "-public"))
    }
    assert found == {"room": {SHOWN, ROOM}, "public": {SHOWN}}


@pytest.mark.parametrize("letter", [NAMING, DAMAGED, SILENT, ADDRESS, UNSAID])
def test_a_sheet_that_is_in_no_pack_is_in_no_file_and_not_kept(workspace: Path, letter: str) -> None:
    """Not in any format, the tables, what accounts for the build, or the cache."""
    assert held(workspace / "output", f"{WORD}{letter}") == []
    assert held(workspace / "cache", f"{WORD}{letter}") == []


def test_what_a_sheet_carries_beside_its_pages_is_nowhere(workspace: Path) -> None:
    """Scripts, attachments, notes, metadata: in no byte of any output."""
    assert held(workspace / "output", sheets.CANARY) == []
    assert held(workspace / "output", f"{WORD}{SHOWN}") != []


def test_every_problem_is_told_with_its_page_and_a_way_out(workspace: Path) -> None:
    """One warning for each that is left out, the conformance as a note; no message names anybody."""
    told = (workspace / "room.txt").read_text("utf-8")
    assert "sheet-c.pdf, page 1: warning FS04: page 1 of the fact sheet of speaker 3 names speaker 3" in told
    assert "sheet-d.pdf: warning FS02" in told
    assert "warning FS09: the fact sheet of speaker 5" in told
    assert "sheet-f.pdf, page 1: warning FS05" in told
    assert re.search(r"warning SP03: .*speaker 7 .*fact_sheet", told)
    assert "note FS07" in told
    assert "Sample Speaker" not in told


def test_the_ledger_knows_where_each_sheet_is(workspace: Path) -> None:
    """Used with the page on which it stands, which is the page that has its words; else left out, and why."""
    manifest = json.loads((workspace / "output/upr31/manifest.json").read_text("utf-8"))
    files = {each["file"]: each for each in manifest["ledger"]["france"]["files"]}
    sheet = files["france/fact-sheets/sheet-a.pdf"]
    assert (sheet["fate"], sheet["why"]) == ("used", "fact sheet of speaker 1")
    [first, last] = sheet["pages"]
    shown = pdf_text(pack(workspace), "-f", str(first), "-l", str(last))
    assert first == last
    assert f"{WORD}{SHOWN}" in shown
    assert f"{first} of " in shown
    why = {Path(name).name: each["why"] for name, each in files.items() if each["fate"] == "left out"}
    assert why == {
        "(speaker 3).pdf": "it names who is withheld (FS04)",
        "sheet-d.pdf": "it cannot be bound in (FS02)",
        "(speaker 5).pdf": "speaker 5 does not let the organisation be shown in the room edition",
        "sheet-f.pdf": "it shows what is masked elsewhere (FS05)",
        "sheet-g.pdf": "speaker 7 does not consent to it in the room edition",
    }


def test_a_changed_sheet_builds_its_own_state_anew(workspace: Path, tmp_path: Path) -> None:
    """Nothing is due after a build; with other figures France alone is, and has them then."""
    here = tmp_path / "copy"
    shutil.copytree(workspace, here)
    env = own_cache(here)
    presession("build", "s/upr31", cwd=here, env=env)
    before = presession("build", "s/upr31", "--explain", cwd=here, env=env)
    assert "making" not in before.stdout
    sheet = here / "s/upr31/france/fact-sheets/sheet-b.pdf"
    sheet.write_bytes(sheets.loose(f"Another {WORD}new of figures"))
    after = presession("build", "s/upr31", "--explain", cwd=here, env=env)
    assert after.returncode == 0, after.stdout
    made = [line for line in (after.stdout + after.stderr).splitlines() if "making" in line]
    assert made
    assert all("france" in line for line in made)
    assert f"{WORD}new" in pdf_text(pack(here))


def test_a_final_pack_waits_for_the_sheets_that_are_agreed_to(workspace: Path) -> None:
    """FS11 for each that cannot be bound in; none for those that nobody agreed to."""
    done = presession("check", "s/upr31", "--state", "FR", "--final", "--format", "json", cwd=workspace)
    text = done.stdout + done.stderr
    assert done.returncode == 3
    assert {
        number for number in range(1, 8) if f"the fact sheet of speaker {number} cannot be bound in" in text
    } == {
        *(3, 4, 6),
    }


def test_a_sheet_can_be_taken_back(workspace: Path, tmp_path: Path) -> None:
    """The packs are built without it, and nothing of it stays; the manifests name the file's own checksum."""
    here = tmp_path / "copy"
    shutil.copytree(workspace, here)
    done = presession(
        *("withdraw", "s/upr31", "--state", "FR", "--speaker", "1", "--item", "fact_sheet"),
        cwd=here,
        env=own_cache(here),
    )
    assert "\n0 file(s) below output still hold what was taken back.\n" in done.stdout
    assert held(here / "output", f"{WORD}{SHOWN}") == []
    assert held(here / "cache", f"{WORD}{SHOWN}") == []
    assert f"{WORD}{ROOM}" in pdf_text(pack(here))


def test_exposing_a_pack_with_a_sheet_finds_nothing(workspace: Path) -> None:
    """No author, annotation, script, attachment, layer or thumbnail came along with its pages."""
    done = presession("expose", str(pack(workspace)), "--expected", "UPR Info", cwd=workspace)
    assert sheets.CANARY not in done.stdout
    assert re.findall(r"attached|script|annotation|layer|thumbnail|data of the program", done.stdout) == []


def test_the_sample_sheet_leaves_nothing_to_say_but_that_the_pack_makes_no_claim(
    sample: Path, tmp_path: Path
) -> None:
    """Bound in, the pack of the sample session is as sound as without; it claims PDF/A-2u alone."""
    session = tmp_path / "inputs" / "upr30"
    shutil.copytree(sample, session)
    in_english_alone(session)
    review = session / "canada/review.yaml"
    text = review.read_text("utf-8")
    assert "fact_sheet: no}" in text
    review.write_text(text.replace("fact_sheet: no}", "fact_sheet: yes}"), "utf-8")
    done = presession("build", "inputs/upr30", "--state", "CA", cwd=tmp_path, env=own_cache(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    (pdf,) = (tmp_path / "output/upr30/canada").glob("*-briefing-pack.pdf")
    command = [checker("pdfua"), "check", "--min-severity", "warning", str(pdf)]
    said = subprocess.run(command, check=False, capture_output=True, timeout=300).stdout.decode("utf-8")
    assert re.findall(r"\[(?!skip)\w+ *\] (\S+)", said) == ["UA-28-004"]
    assert faults(File(pdf.read_bytes())) == [
        "metadata: the identifiers are ('2', 'U', '')",
        "metadata: the identifier of PDF/UA is not described",
    ]
    assert "does not say that it keeps PDF/A-2a" in " ".join(pdf_text(pdf).split())
