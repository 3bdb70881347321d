"""What a finished file carries of persons is told, but what was expected; a file that cannot be read is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import exposing
from pipeline.engine import Failure
from pipeline.exposing import expose_file
from pipeline.problems import InputError
from tests.workers import Worker

PAGE = b'<!doctype html><meta name="author" content="Anna Sample"><!-- a note --><p hidden>secret</p><p>clean</p>'


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(exposing, "Pool", Worker)
    monkeypatch.setattr(Worker, "failure", None)
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_bytes(PAGE)
    return Path("page.html")


def test_everything_that_a_file_carries_is_told(page: Path) -> None:
    """Within a minute and a GiB."""
    found = expose_file(page)
    assert [(each.kind, each.what) for each in found.findings] == [
        ("author", "Anna Sample"),
        ("comment", "a note"),
        ("hidden text", "secret"),
    ]
    assert found.problems == ()
    assert Worker.limits == (60.0, 1024)


def test_what_is_expected_is_not_told(page: Path) -> None:
    """In any case; everything else is."""
    found = expose_file(page, ("ANNA sample", "SECRET", "clean"))
    assert [each.what for each in found.findings] == ["a note"]


def told(raised: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [str(found) for found in raised.value.problems]


@pytest.mark.parametrize(
    ("failure", "line"),
    [
        (Failure.TIME, "error FI14: reading the file took longer than 60 seconds or needed too much memory"),
        (Failure.MEMORY, "error FI14: reading the file took longer than 60 seconds"),
        (
            Failure.DIED,
            "error FI03: the file is damaged and cannot be read: reading it makes the reader crash.",
        ),
        (
            Failure.ERROR,
            "error FI03: the file is damaged and cannot be read: reading it makes the reader crash.",
        ),
    ],
)
def test_a_file_that_breaks_its_reader_is_refused(
    page: Path, failure: Failure, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its name."""
    monkeypatch.setattr(Worker, "failure", failure)
    with pytest.raises(InputError) as raised:
        expose_file(page)
    assert [each.startswith(f"page.html: {line}") for each in told(raised)] == [True]


def test_a_file_that_cannot_be_opened_or_understood_is_refused(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never told as clean: one that is not there, one that is too large, one that is broken."""
    with pytest.raises(InputError) as raised:
        expose_file(Path("none.pdf"))
    assert [each.startswith("none.pdf: error FI16") for each in told(raised)] == [True]
    monkeypatch.setattr(exposing, "MOST_BYTES", len(PAGE) - 1)
    with pytest.raises(InputError) as raised:
        expose_file(page)
    assert [each.startswith("page.html: error FI04") for each in told(raised)] == [True]
    monkeypatch.setattr(exposing, "MOST_BYTES", len(PAGE))
    page.write_bytes(b"%PDF-1.7 sample")
    with pytest.raises(InputError) as raised:
        expose_file(page)
    assert [each.startswith("page.html: error FI") for each in told(raised)] == [True]
