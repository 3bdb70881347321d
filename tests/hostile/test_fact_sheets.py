"""Hostile PDFs brought as fact sheets: each is bound in or refused with a sentence, and nothing hangs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import factsheets, gather, steps
from pipeline.engine import Failed, Failure, Pool
from pipeline.models.factsheet import FactSheet
from pipeline.problems import Severity

EVERY = 9
"""Of the files that others collected every so many-th is read here; all of the statements' reader's are."""


def files(shared: Path) -> list[Path]:
    made = sorted((shared / "hostile/generated/pdf").glob("*.pdf"))
    return made + sorted((shared / "hostile/real").rglob("*.pdf"))[::EVERY]


def test_every_hostile_pdf_costs_at_most_itself(shared: Path) -> None:
    """A sheet, or no sheet and a warning that says why; also where the reader was stopped or died."""
    found = files(shared)
    if not found:
        pytest.skip("the hostile files are not there")
    calls = [(path.read_bytes(), "sheet.pdf", ()) for path in found]
    wrong, bound = [], 0
    with Pool(1) as pool:
        for place, outcome in pool.each(
            steps.read_fact_sheet, calls, gather.READ_SECONDS, gather.READ_MEBIBYTES
        ):
            name = found[place].name
            if isinstance(outcome, Failed):
                told = factsheets.as_warning(gather.reading_failed(outcome, name))
                if outcome.failure is Failure.ERROR or told.severity is not Severity.WARNING:
                    wrong.append(f"{name}: {outcome.detail}")
                continue
            sheet, problems = outcome.value
            bound += sheet is not None
            if sheet is None and not any(each.code.startswith("FS") for each in problems):
                wrong.append(f"{name}: refused without a word")
            wrong += [f"{name}: {each}" for each in problems if each.severity is Severity.ERROR]
            wrong += [f"{name}: {fault}" for fault in beside(sheet)] if sheet else []
    assert wrong == []
    assert 0 < bound < len(found)


def beside(sheet: FactSheet) -> list[str]:
    """What the bare pages have that draws nothing."""
    names = (b"/JavaScript", b"/JS", b"/Annots", b"/AA", b"/OpenAction", b"/EmbeddedFiles", b"/Launch")
    names += (b"/URI", b"/OCProperties", b"/AcroForm", b"/Metadata", b"/PieceInfo", b"/StructParents")
    return [name.decode() for name in names if re.search(re.escape(name) + rb"(?![A-Za-z0-9+])", sheet.data)]
