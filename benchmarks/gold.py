"""The gold texts of `../shared`, read as the pipeline reads files, and scored with the scorer beside them."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import steps
from pipeline.models.findings import Findings, SetAsideReason

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Text:
    """One gold text: its name ("es_..."), bytes, and labels as the annotator wrote them."""

    name: str
    data: bytes
    labels: list[dict[str, Any]]

    @property
    def language(self) -> str:
        return self.name.split("_")[0]

    @property
    def words(self) -> int:
        return len(self.data.decode("utf-8").split())


@dataclass(slots=True)
class Tally:
    """What was counted over some texts; forms are counted over labels (recall) and results (precision)."""

    right: int = 0
    found: int = 0
    labelled: int = 0
    invented: int = 0
    reported: int = 0
    reported_labels: int = 0
    addressee: int = 0
    addressee_exact: int = 0
    questions: int = 0
    questions_found: int = 0
    questions_labelled: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    forms_right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for name in Tally.__slots__:
            value = getattr(self, name)
            if isinstance(value, Counter):
                value.update(getattr(other, name))
            else:
                setattr(self, name, value + getattr(other, name))


def texts(folder: Path) -> list[Text]:
    """The texts of a gold folder, sorted by name."""
    return [
        Text(path.stem, path.read_bytes(), _labels(folder / "labels" / f"{path.stem}.jsonl"))
        for path in sorted((folder / "texts").glob("*.txt"))
    ]


def _labels(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scorer() -> Any:
    """The module `score.py` of the gold folder: its rules of matching are the ones that count."""
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def findings(text: Text) -> Findings:
    """What `presession extract` finds in the text, its language detected."""
    raw = steps.read_statement(text.data, f"{text.name}.txt")
    return steps.extract_from(raw, None, "")


def score(text: Text, found: Findings, rules: Any) -> Tally:
    """The counts of one text. Demands made to somebody else are results too, as in the gold."""
    made = [label for label in text.labels if label["kind"] not in ("question", "reported")]
    told = [label for label in text.labels if label["kind"] == "reported"]
    asked = [label for label in text.labels if label["kind"] == "question"]
    elsewhere = [a.recommendation for a in found.set_aside if a.reason is SetAsideReason.ADDRESSEE]
    results = [*found.recommendations, *elsewhere]
    pairs = rules.match([r.text for r in results], [label["text"] for label in made], OVERLAP)
    rest = [r.text for index, r in enumerate(results) if index not in pairs]
    questions = rules.match([q.text for q in found.questions], [label["text"] for label in asked], OVERLAP)
    flat = rules.light(text.data.decode("utf-8"))
    tally = Tally(len(pairs), len(results), len(made))
    tally.invented = sum(rules.light(r.text) not in flat for r in (*results, *found.questions))
    tally.reported = len(rules.match(rest, [label["text"] for label in told], OVERLAP))
    tally.reported_labels = len(told)
    tally.addressee = sum(
        (index < len(found.recommendations)) == (made[label]["addressee"] == "sur")
        for index, label in pairs.items()
    )
    tally.addressee_exact = sum(
        results[index].addressee.value == made[label]["addressee"] for index, label in pairs.items()
    )
    tally.questions, tally.questions_found = len(questions), len(found.questions)
    tally.questions_labelled = len(asked)
    tally.forms.update(label["kind"] for label in made)
    tally.forms_right.update(made[label]["kind"] for label in pairs.values())
    tally.errors = list(_errors(text, results, made, pairs))
    return tally


def _errors(
    text: Text, results: list[Any], made: list[dict[str, Any]], pairs: dict[int, int]
) -> Iterator[str]:
    for index, result in enumerate(results):
        if index not in pairs:
            yield f"{text.name}: not labelled: {result.text!r} ({result.why})"
        elif result.addressee.value != made[pairs[index]]["addressee"]:
            wanted = made[pairs[index]]["addressee"]
            yield f"{text.name}: to {result.addressee.value}, labelled {wanted}: {result.text!r}"
    matched = set(pairs.values())
    for number, label in enumerate(made):
        if number not in matched:
            yield f"{text.name}: missed ({label['kind']}, line {label['line']}): {label['text']!r}"
