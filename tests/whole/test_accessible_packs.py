"""Every pack of the sample session for those who read with a screen reader, and for the archive in 20 years."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole.languages import LANGUAGES, packs_in


def checker(name: str) -> str:
    """A checker beside the Python that runs the tests; it must be there in CI."""
    found = Path(sys.executable).parent / name
    if not found.is_file():
        message = f"{name} is not installed (it is one of the dev dependencies)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return str(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_outloud_finds_nothing(built: Path, tmp_path: Path, language: str) -> None:
    """No error and no warning on any PDF, in PDF/UA-1 or beyond it."""
    report = tmp_path / "report.json"
    command = [
        checker("outloud"),
        "--json",
        str(report),
        "--fail-on",
        "never",
        *map(str, packs_in(built, language)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = [
        f"{Path(result['path']).name}: {finding['rule']} {finding['message']} ({finding.get('evidence')})"
        for result in json.loads(report.read_text("utf-8"))["results"]
        for finding in result["findings"]
        if finding["severity"] in ("error", "warning")
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdfua_finds_nothing(built: Path, language: str) -> None:
    """No error and no warning on any PDF."""
    command = [checker("pdfua"), "check", "--min-severity", "warning", *map(str, packs_in(built, language))]
    done = subprocess.run(command, check=False, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stdout.decode("utf-8")
