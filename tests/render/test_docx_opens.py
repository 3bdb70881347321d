"""Word would open the file without offering to repair it: the rules of Microsoft's Open XML SDK hold.

The checker is openxml-audit, the SDK's schemas and semantic rules in Python.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openxml_audit as audit
import pytest

from tests.render.test_docx import made


def faults(data: bytes, folder: Path) -> list[str]:
    file = folder / "pack.docx"
    file.write_bytes(data)
    return [
        f"{error.part_uri}: {error.description}" for error in audit.OpenXmlValidator().validate(file).errors
    ]


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_the_checker_finds_nothing(language: str, tmp_path: Path) -> None:
    direction = "rtl" if language == "ar" else "ltr"
    assert faults(made(language=language, direction=direction), tmp_path) == []


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == part else text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("word/document.xml", "<w:tblHeader/>", "<w:tblHead/>"),
        ("word/styles.xml", "<w:qFormat/>", "<w:qFormat/><w:aliases w:val='x'/>"),
        ("word/settings.xml", 'w:percent="100"', 'w:percent="full"'),
    ],
)
def test_the_checker_can_find_something(part: str, right: str, wrong: str, tmp_path: Path) -> None:
    """A guard that never failed is none."""
    broken = changed(made(), part, lambda text: text.replace(right, wrong, 1))
    assert faults(broken, tmp_path)
