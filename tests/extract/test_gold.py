"""On real texts with marked recommendations (../shared/gold): no language falls below what was reached."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.extract import displayed, find
from pipeline.models.findings import SetAsideReason
from pipeline.models.passages import Passage
from pipeline.read import read_statement

FLOORS = {"en": 0.95, "fr": 0.97, "es": 0.90, "pt": 0.92, "ar": 0.95}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    path = shared / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        pytest.skip("../shared/gold has no score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> tuple[Passage, ...]:
    return read_statement(path.read_bytes(), path.name).passages


@pytest.mark.parametrize("language", FLOORS)
def test_a_language_stays_above_its_floor(shared: Path, scorer: ModuleType, language: str):
    right = taken = marked = reported = 0
    for path in sorted((shared / "gold" / "texts").glob(f"{language}_*.txt")):
        passages = read(path)
        found = find(passages, language, None)
        made = [*found.recommendations]
        made += [s.recommendation for s in found.set_aside if s.reason is SetAsideReason.ADDRESSEE]
        gold = scorer.read(str(shared / "gold" / "labels" / f"{path.stem}.jsonl"))
        wanted = [g["text"] for g in gold if g["kind"] not in {"question", "reported"}]
        told = [g["text"] for g in gold if g["kind"] == "reported"]
        pairs = scorer.match([one.text for one in made], wanted, 0.8)
        rest = [one.text for n, one in enumerate(made) if n not in pairs]
        reported += len(scorer.match(rest, told, 0.8))
        right, taken, marked = right + len(pairs), taken + len(made), marked + len(wanted)
        text = scorer.light(path.read_text(encoding="utf-8"))
        assert all(scorer.light(displayed(one.spans, passages)) in text for one in made)
    assert 2 * right / (taken + marked) >= FLOORS[language]
    assert reported == 0


def test_the_real_submission_as_pdf(shared: Path, scorer: ModuleType):
    passages = read(shared / "samples" / "drw_accessnow_australia_upr37.pdf")
    found = find(passages, "en", None)
    gold = scorer.read(str(shared / "gold" / "labels" / "en_accessnow-drw_australia_upr37.jsonl"))
    wanted = [g["text"] for g in gold if g["kind"] != "reported"]
    made = [one.text for one in found.recommendations]
    assert len(scorer.match(made, wanted, 0.8)) >= len(wanted) - 1
    assert len(made) <= len(wanted) + 2
