"""Every pack of the sample session for those who read with a screen reader, and for the archive in 20 years."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.pdf.checklist import faults
from tests.render.pdf.opened import File
from tests.render.pdf.reading import DIRECTIONS, Read

pytestmark = pytest.mark.xdist_group("sample session")


def checker(name: str) -> str:
    """A checker beside the Python that runs the tests; it must be there in CI."""
    found = Path(sys.executable).parent / name
    if not found.is_file():
        message = f"{name} is not installed (it is one of the dev dependencies)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return str(found)


def pdfs(built: Path) -> list[Path]:
    return sorted(built.rglob("*.pdf"))


WITH_FACSIMILES = "UPR30-Canada-briefing-pack.pdf"
"""The pack with pages that were made elsewhere: sound as the others, but it does not say that it keeps PDF/UA."""


def test_outloud_finds_nothing(built: Path, tmp_path: Path) -> None:
    """No error and no warning on any PDF, in PDF/UA-1 or beyond it."""
    report = tmp_path / "report.json"
    command = [checker("outloud"), "--json", str(report), "--fail-on", "never", *map(str, pdfs(built))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = [
        f"{Path(result['path']).name}: {finding['rule']} {finding['message']} ({finding.get('evidence')})"
        for result in json.loads(report.read_text("utf-8"))["results"]
        for finding in result["findings"]
        if finding["severity"] in ("error", "warning")
    ]
    said = "DOC-012 XMP metadata does not declare pdfuaid:part (None)"
    assert found == [f"{WITH_FACSIMILES}: {said}"]


def test_pdfua_finds_nothing(built: Path) -> None:
    """No error and no warning on any PDF; of the one with facsimiles only that it makes no claim."""
    command = [checker("pdfua"), "check", "--min-severity", "warning"]
    claiming = [str(pdf) for pdf in pdfs(built) if pdf.name != WITH_FACSIMILES]
    done = subprocess.run([*command, *claiming], check=False, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stdout.decode("utf-8")
    other = str(built / "canada" / WITH_FACSIMILES)
    said = subprocess.run([*command, other], check=False, capture_output=True, timeout=300).stdout.decode(
        "utf-8"
    )
    assert re.findall(r"\[\w+ *\] (\S+)", said) == ["UA-28-004"]


def test_every_pdf_keeps_the_checklist_of_pdf_a_and_pdf_ua(built: Path) -> None:
    """Fonts, colours, metadata, structure, links, bookmarks, as both norms ask."""
    found = {pdf.name: faults(File(pdf.read_bytes())) for pdf in pdfs(built)}
    assert {name: said for name, said in found.items() if said} == {
        WITH_FACSIMILES: [
            "metadata: the identifiers are ('2', 'U', '')",
            "metadata: the identifier of PDF/UA is not described",
        ]
    }


def test_the_structure_says_all_that_is_painted_in_that_order(built: Path) -> None:
    """The words in the tree are those that are drawn outside of artifacts, in the same order."""
    for pdf in pdfs(built):
        read = Read(pdf.read_bytes())
        for figure in read.all("Figure"):
            del figure["/Alt"]
        told = "".join(read.words(element) for element in read.all("Document"))
        assert letters(told.translate(DIRECTIONS)) == letters(read.painted()), pdf.name


def letters(text: str) -> str:
    """Without white space and what stands at the ends of lines."""
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad")
