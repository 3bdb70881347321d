"""The second half of `make evaluate`: categories, issues, taxonomies and relations.

A model is shipped trained on all sessions that there are, so that measuring it on them proves nothing: the
figures are those of the splits that its training command measured, kept beside its weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import gold, relations

DATA = gold.ROOT / "pipeline" / "describe" / "data"
MODELS = (
    ("Action category", "category_scores.json", "splits"),
    ("Issues (54 of UPR Info, 2014), English", "issues_scores.json", "words"),
    ("Issues by terms alone, as in the other languages", "issues_scores.json", "terms"),
)
LANGUAGES = ("fr", "es", "ar", "ru", "zh")


def report(shared: Path) -> Iterator[str]:
    """Lines of Markdown."""
    for title, name, splits in MODELS:
        yield from _model(title, json.loads((DATA / name).read_text("utf-8")), splits)
        yield ""
    yield from _agreement(shared)
    yield ""
    yield from _relations(shared)


def _model(title: str, scores: dict[str, Any], splits: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield f"Trained and measured by `{scores['command']}` on {scores['source']}: earlier sessions predict later."
    yield ""
    figures = {name: _figures(split) for name, split in scores[splits].items()}
    columns = list(dict.fromkeys(key for row in figures.values() for key in row))
    yield "| sessions | " + " | ".join(columns) + " |"
    yield "| --- |" + " --- |" * len(columns)
    for name, row in figures.items():
        yield f"| {name} | " + " | ".join(str(row.get(column, "")) for column in columns) + " |"


def _figures(split: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("_", " "): value for key, value in split.items() if isinstance(value, int | float)}


def _agreement(shared: Path) -> Iterator[str]:
    """How far the other languages say of a sentence what English says of it (UN Parallel Corpus)."""
    from pipeline.describe import describe

    rows = aligned(shared / "data" / "un_devset_ngo_statements_6lang.tsv")
    yield "## Other languages against English"
    yield ""
    yield f"{len(rows)} aligned sentences of UN documents (UN Parallel Corpus v1.0); English is the reference."
    yield ""
    yield "| language | category: same | category: given | issues: micro-F1 | instruments: micro-F1 |"
    yield "| --- | --- | --- | --- | --- |"
    for language in LANGUAGES:
        pairs = [(describe(row["en"], "en"), describe(row[language], language)) for row in rows]
        categories = [(a.category, b.category) for a, b in pairs if a.category]
        given = [(a, b) for a, b in categories if b]
        yield (
            f"| {language} | {_ratio(sum(a == b for a, b in given), len(given))} "
            f"| {_ratio(len(given), len(categories))} "
            f"| {_micro([(a.issues, b.issues) for a, b in pairs])} "
            f"| {_micro([(a.instruments, b.instruments) for a, b in pairs])} |"
        )


def _relations(shared: Path) -> Iterator[str]:
    """Groups of the same demand, and links to the previous review."""
    pairs = relations.proposed_pairs(shared)
    across = relations.across_languages(shared, relations.ALIGNED[0])
    yield "## The same demand, and what was recommended before"
    yield ""
    yield (
        f"{len(pairs)} pairs of recommendations of different States to one State, in other words, were taken for "
        f"one demand in 60 reviews; {relations.issues_agree(pairs):.3f} of them share an issue that the coders "
        f"gave, an upper bound of precision. {len(relations.across_reviews(shared))} links join Slovenia's lists "
        "of 2014, 2019 and 2025; docs/relating.md says how many of both were right when read."
    )
    yield ""
    yield "| languages (72 recommending sentences, each against all) | precision | recall |"
    yield "| --- | --- | --- |"
    for (one, other), (_, precision, recall) in across.items():
        yield f"| {one}-{other} | {precision:.3f} | {recall:.2f} |"


def aligned(path: Path) -> list[dict[str, str]]:
    lines = [
        line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]
    head = [cell.strip().lower() for cell in lines[0].split("\t")]
    return [dict(zip(head, line.split("\t"), strict=False)) for line in lines[1:]]


def _micro(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> str:
    right = sum(len({*a} & {*b}) for a, b in pairs)
    return _ratio(2 * right, sum(len(a) + len(b) for a, b in pairs))


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
