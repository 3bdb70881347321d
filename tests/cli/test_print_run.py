"""`presession print-run`: one file for the print shop, from finished packs alone."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
from pathlib import Path

import pypdf
import pytest

from pipeline.archive import Manifest, StateRecord, digest, publish_files, publish_folder
from pipeline.archive.binding import bind
from pipeline.render import render_pdf
from pipeline.run import new_session
from tests.programs import presession, program
from tests.render.pdf.documents import a_document
from tests.render.pdf_style import default_style


@pytest.fixture(scope="module")
def pack() -> bytes:
    return render_pdf(a_document(), default_style()).data


def pages(data: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def odd(data: bytes) -> bytes:
    """The first page of a pack alone."""
    writer = pypdf.PdfWriter()
    writer.add_page(pypdf.PdfReader(io.BytesIO(data)).pages[0])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_every_part_begins_on_a_right_hand_page(pack: bytes) -> None:
    """A blank page goes in where it must; the bookmarks lead to the beginnings."""
    whole = bind([("A", (odd(pack), odd(pack))), ("B", (odd(pack),))], "run", duplex=True)
    reader = pypdf.PdfReader(io.BytesIO(whole))
    assert [bool(page.extract_text().strip()) for page in reader.pages] == [True, False, True, False, True]
    marks = [(mark["/Title"], reader.get_destination_page_number(mark)) for mark in reader.outline]  # type: ignore[arg-type,index]
    assert marks == [("A", 0), ("B", 4)]


def test_on_one_side_of_the_paper_nothing_goes_in(pack: bytes) -> None:
    """A sheet for every page."""
    assert pages(bind([("A", (odd(pack), odd(pack))), ("B", (odd(pack),))], "run", duplex=False)) == 3


def test_what_is_bound_is_sound_and_the_same_each_time(pack: bytes, tmp_path: Path) -> None:
    """qpdf finds nothing; nothing of the tags, links or other pages of the packs is left."""
    parts = [("A", (pack, pack)), ("B", (pack,))]
    whole = bind(parts, "run", duplex=True)
    assert whole == bind(parts, "run", duplex=True)
    assert b"/Annots" not in whole
    assert b"/StructTreeRoot" not in whole
    assert b"/OpenAction" not in whole
    assert len(whole) < 5 * len(pack)
    file = tmp_path / "run.pdf"
    file.write_bytes(whole)
    done = subprocess.run(
        [program("qpdf"), "--check", str(file)], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture
def workspace(tmp_path: Path, pack: bytes) -> Path:
    """A new session of two States, and a build of it that holds one small PDF each."""
    new_session(tmp_path / "inputs" / "upr30", 30, dt.date(2018, 4, 10), ["CU", "CA"])
    records = {}
    for folder, name in (("cuba", "Cuba"), ("canada", "Canada")):
        files = {f"UPR30-{name}-briefing-pack.pdf": pack}
        publish_folder(tmp_path / "output" / "upr30" / folder, files)
        records[folder] = StateRecord({}, {file: digest(data) for file, data in files.items()})
    manifest = Manifest("upr30", "room", {}, states=records)
    publish_files(tmp_path / "output" / "upr30", {"manifest.json": manifest.as_bytes()})
    return tmp_path


def run(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return presession("print-run", "inputs/upr30", *arguments, cwd=workspace)


def table(workspace: Path) -> list[dict[str, str]]:
    data = (workspace / "output/print-run/upr30/UPR30-print-run.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_states_come_in_the_order_of_the_programme_with_copies_and_sheets(
    workspace: Path, pack: bytes
) -> None:
    """Cuba is before Canada; sheets are those of all copies and one separator."""
    done = run(workspace, "--copies", "30", "--copies", "CU=45")
    assert done.returncode == 0, done.stdout + done.stderr
    count = pages(pack)
    rows = table(workspace)
    assert [(row["folder"], row["copies"]) for row in rows] == [("cuba", "45"), ("canada", "30")]
    assert [int(row["sheets"]) for row in rows] == [45 * -(-count // 2) + 1, 30 * -(-count // 2) + 1]
    whole = pypdf.PdfReader(workspace / "output/print-run/upr30/UPR30-print-run.pdf")
    for row in rows:
        first, last = int(row["first_page"]), int(row["last_page"])
        assert first % 2 == 1
        assert last - first + 1 == count
        assert "Separator sheet" in whole.pages[first - 3].extract_text()
        assert row["copies"] in whole.pages[first - 3].extract_text()


def test_a_file_that_is_not_the_one_that_was_made_is_not_printed(workspace: Path) -> None:
    """Its checksum differs; nothing is written."""
    (workspace / "output/upr30/cuba/UPR30-Cuba-briefing-pack.pdf").write_bytes(b"%PDF-1.7\n")
    done = run(workspace)
    assert done.returncode == 3
    assert "AR02" in done.stdout + done.stderr
    assert not (workspace / "output" / "print-run").exists()


def test_a_state_without_such_a_pack_is_told_of(workspace: Path) -> None:
    """Where none has it, that is all that is said."""
    done = run(workspace, "--print", "large-print")
    assert done.returncode == 2
    assert "--print" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ("--copies", "many"),
        ("--copies", "fiji=3"),
        ("--copies", "0"),
        ("--copies", "1000000"),
        ("--copies", "9" * 5000),
        ("--copies", "cuba="),
        ("--print", "huge"),
        ("--language", "xx"),
        ("--state", "Atlantis"),
    ],
)
def test_what_there_is_not_is_a_wrong_command(workspace: Path, wrong: tuple[str, str]) -> None:
    """With a sentence, and nothing written."""
    assert run(workspace, *wrong).returncode == 2
    assert not (workspace / "output" / "print-run").exists()
