"""`make evaluate`: how well demands are found and described, measured on `../shared`, into extraction.md.

Usage: python -m benchmarks.extraction [GOLD_DIR ...]; without a folder, the open gold texts. The errors are
written to output/evaluation/errors.txt to be read: the texts may not be published, so they are not kept.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import described, gold

RESULTS = gold.ROOT / "benchmarks" / "extraction.md"
ERRORS = gold.ROOT / "output" / "evaluation" / "errors.txt"
BARS = {"en": 0.85, "es": 0.80, "fr": 0.93, "pt": 0.85, "ar": 0.70}
WORDS = 900
LANGUAGES = ("en", "fr", "es", "pt", "ar", "ru", "zh")


def main(arguments: Sequence[str]) -> int:
    """Measure, print and write; exit code 2 where the data is not there."""
    folders = [Path(name) for name in arguments] or [gold.SHARED / "gold"]
    if not (gold.SHARED / "gold").is_dir():
        print("There is no ../shared/gold to measure on: put it beside the project.", file=sys.stderr)
        return 2
    lines = ["# How well demands are found and described", "", *_preface()]
    errors: list[str] = []
    for folder in folders:
        tallies = measured(folder)
        errors += [error for tally in tallies.values() for error in tally.errors]
        lines += ["", *_spans(folder, tallies), "", *_forms(tallies)]
    lines += ["", *_times(folders), "", *described.report(gold.SHARED)]
    text = "\n".join(lines) + "\n"
    print(text)
    ERRORS.parent.mkdir(parents=True, exist_ok=True)
    ERRORS.write_text("\n".join(errors) + "\n", "utf-8")
    print(f"{len(errors)} errors to read: {ERRORS.relative_to(gold.ROOT)}")
    if not arguments:
        RESULTS.write_text(text, "utf-8")
    return 0


def _preface() -> Iterator[str]:
    yield "Made by `make evaluate`. The matching is that of the gold folder: token overlap of a pair 0.8 or more,"
    yield "one to one. The grammars were written with these texts in view; on texts that nobody looked at, expect"
    yield "less: docs/extraction.md has the figures of texts that were labelled blind."


def measured(folder: Path) -> dict[str, gold.Tally]:
    """The tallies of a gold folder by language."""
    rules = gold.scorer()
    found: dict[str, gold.Tally] = {}
    for text in gold.texts(folder):
        tally = gold.score(text, gold.findings(text), rules)
        found.setdefault(text.language, gold.Tally()).add(tally)
    return found


def _spans(folder: Path, tallies: dict[str, gold.Tally]) -> Iterator[str]:
    labelled = sum(tally.labelled for tally in tallies.values())
    yield f"## Spans: {folder.parent.name}/{folder.name}, {labelled} recommendations"
    yield ""
    heads = (
        *("language", "labelled", "precision", "recall", "F1", "bar", "SuR or not", "addressee"),
        *("reported taken", "invented", "questions P / R"),
    )
    yield f"| {' | '.join(heads)} |"
    yield "| --- " * len(heads) + "|"
    for language in [x for x in LANGUAGES if x in tallies]:
        yield _row(language, tallies[language])
    if len(tallies) > 1:
        total = gold.Tally()
        for tally in tallies.values():
            total.add(tally)
        yield _row("all", total)


def _row(language: str, t: gold.Tally) -> str:
    precision, recall = t.right / max(1, t.found), t.right / max(1, t.labelled)
    f1 = 2 * t.right / max(1, t.found + t.labelled)
    asked = f"{_share(t.questions, t.questions_found)} / {_share(t.questions, t.questions_labelled)}"
    bar = f"{BARS[language]:.2f}" if language in BARS else ""
    cells = (
        *(language, str(t.labelled), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", bar),
        *(_share(t.addressee, t.right), _share(t.addressee_exact, t.right)),
        *(f"{t.reported} of {t.reported_labels}", str(t.invented), asked),
    )
    return f"| {' | '.join(cells)} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _forms(tallies: dict[str, gold.Tally]) -> Iterator[str]:
    total = gold.Tally()
    for tally in tallies.values():
        total.add(tally)
    yield "| form (label) | labelled | found |"
    yield "| --- | --- | --- |"
    for form, count in sorted(total.forms.items()):
        yield f"| {form.replace('_', ' ')} | {count} | {total.forms_right[form] / count:.3f} |"


def _times(folders: Sequence[Path]) -> Iterator[str]:
    yield f"## Time: found and described, on one core, for {WORDS} words"
    yield ""
    yield "| language | ms (least of nine) |"
    yield "| --- | --- |"
    for language in LANGUAGES:
        chosen = [t for folder in folders for t in gold.texts(folder) if t.language == language]
        if chosen:
            yield f"| {language} | {_milliseconds(chosen, sum(text.words for text in chosen)):.1f} |"
            continue
        text, words = _translated(language)
        if words:
            yield f"| {language} | {_milliseconds([text], words):.1f} |"
    yield ""
    yield "A language without gold texts (Chinese) is timed on sentences of UN documents whose English has 900 words."
    yield ""
    yield f"Loading, in a fresh process without its start, least of five: all that describes {_loading(_DESCRIBE):.0f} ms;"
    yield f"all that finds and describes, with the reading of files {_loading(_FIND):.0f} ms."


def _translated(language: str) -> tuple[gold.Text, int]:
    """The sentences of UN documents in `language` as one text, and the number of words of their English."""
    path = gold.SHARED / "data" / "un_devset_ngo_statements_6lang.tsv"
    rows = [row for row in described.aligned(path) if row.get(language)] if path.is_file() else []
    lines = "\n".join(row[language] for row in rows)
    words = sum(len(row["en"].split()) for row in rows)
    return gold.Text(f"{language}_un", f"# UN\n{lines}\n".encode(), []), words


def _milliseconds(texts: Sequence[gold.Text], words: int) -> float:
    from pipeline import steps

    raws = [(steps.read_statement(text.data, f"{text.name}.txt"), text.language) for text in texts]
    least = 9e9
    for _ in range(9):
        start = time.process_time()
        for raw, language in raws:
            steps.extract_from(raw, None, language)
        least = min(least, time.process_time() - start)
    return least * 1000 * WORDS / words


_FIND = """
import time
start = time.perf_counter()
from pipeline import steps
from pipeline.models.passages import Kind, Passage, RawStatement, Run
words = "We recommend that the Government ratify the Convention against Torture."
passage = Passage(Kind.PARAGRAPH, (Run(words),))
found = steps.extract_from(RawStatement(None, (passage,)), None, "en")
assert found.recommendations
print((time.perf_counter() - start) * 1000)
"""


_DESCRIBE = """
import time
start = time.perf_counter()
from pipeline.describe import describe
assert describe("Ratify the Convention against Torture.", "en").category
print((time.perf_counter() - start) * 1000)
"""


def _loading(program: str) -> float:
    runs = (
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=gold.ROOT
        )
        for _ in range(5)
    )
    return min(float(run.stdout) for run in runs)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
