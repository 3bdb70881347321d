"""`presession extract`: the recommendations and questions of one document."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pipeline.cli import show
from pipeline.models.findings import Question, Recommendation
from pipeline.models.suggestions import HintKind, Suggestions
from pipeline.run import Extracted

LARGEST = 20_000_000
"""Bytes taken from standard input; a file over this is refused by its reader."""


@click.command()
@click.argument("file", type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option("--state", default="", metavar="STATE", help="The State under Review: ISO code or UN name.")
@click.option(
    "--language", default="", metavar="CODE", help="ISO 639-1 code, for example fr; detected if left out."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="text for people, json or csv for programs.",
)
def extract(file: Path, state: str, language: str, form: str) -> None:
    """Find the recommendations and questions in FILE (- for standard input).

    Everything is word for word as in the file. What is only reported from an earlier review, or asked of
    somebody else than the State under Review, is set aside with the reason; what may be a recommendation
    but was not taken is doubtful. Exit code 3 if the file cannot be read.

    \b
      presession extract statement.docx --state AU
      presession extract - --state CU --language es --format json < declaracion.txt
    """
    from pipeline import run

    with show.refusals(form, recommendations=[], questions=[], set_aside=[], doubtful=[]):
        if str(file) == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
            extracted = run.extract_data(data, "standard input", state, language)
        else:
            extracted = run.extract_file(file, state, language)
    if form == "json":
        show.show_json(as_json(extracted))
    elif form == "csv":
        click.echo(_csv(extracted), nl=False)
    else:
        _tell(extracted)


def as_json(extracted: Extracted) -> dict[str, Any]:
    """What `--format json` prints."""
    findings = extracted.findings
    return {
        "recommendations": [_recommendation(found) for found in findings.recommendations],
        "questions": [_question(found) for found in findings.questions],
        "set_aside": [
            {**_recommendation(aside.recommendation), "reason": aside.reason.value}
            for aside in findings.set_aside
        ],
        "doubtful": [_recommendation(found) for found in findings.doubtful],
        "problems": [found.as_json() for found in extracted.problems],
    }


def _recommendation(found: Recommendation) -> dict[str, Any]:
    return {
        **_question(found),
        "form": found.form or None,
        "addressee": found.addressee.value,
        "addressee_words": found.addressee_words or None,
        "actions": list(found.action_texts),
        "suggested": _suggested(found.suggested),
    }


def _suggested(suggested: Suggestions) -> dict[str, Any]:
    return {
        "action_category": suggested.category.value if suggested.category else None,
        "action_category_words": suggested.category_words or None,
        "issues": list(suggested.issues),
        "instruments": list(suggested.instruments),
        "goals": list(suggested.goals),
        "themes": list(suggested.themes),
        "groups": list(suggested.groups),
        "hints": [{"kind": hint.kind, "words": hint.words or None} for hint in suggested.hints],
    }


def _question(found: Recommendation | Question) -> dict[str, Any]:
    return {
        "text": found.text,
        "stem": found.stem or None,
        "page": found.place.page or None,
        "paragraph": found.place.paragraph or None,
        "why": found.why,
    }


_COLUMNS = ("text", "stem", "form", "addressee", "page", "paragraph", "reason", "actions")
_SUGGESTED = ("action_category", "issues", "instruments", "goals", "themes", "groups")


def _csv(extracted: Extracted) -> str:
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["kind", *_COLUMNS, *_SUGGESTED])
    shown = as_json(extracted)
    for kind in ("recommendations", "questions", "set_aside", "doubtful"):
        for row in shown[kind]:
            suggested = row.get("suggested", {})
            cells = [row.get(key) for key in _COLUMNS] + [suggested.get(key) for key in _SUGGESTED]
            writer.writerow([kind, *map(_cell, cells)])
    return target.getvalue()


def _cell(value: object) -> str:
    """Several values as one text parted by "; ", nothing as an empty cell."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _tell(extracted: Extracted) -> None:
    findings = extracted.findings
    for number, found in enumerate(findings.recommendations, 1):
        _tell_one(f"R{number}", found)
    for number, question in enumerate(findings.questions, 1):
        _tell_one(f"Q{number}", question)
    for aside in findings.set_aside:
        _tell_one(f"set aside ({aside.reason.value})", aside.recommendation)
    for found in findings.doubtful:
        _tell_one("doubtful", found)
    for found_problem in extracted.problems:
        click.echo(str(found_problem), err=True)
    click.echo(
        f"{len(findings.recommendations)} recommendation(s), {len(findings.questions)} question(s), "
        f"{len(findings.set_aside)} set aside, {len(findings.doubtful)} doubtful."
    )


def _tell_one(label: str, found: Recommendation | Question) -> None:
    place = str(found.place).lstrip(", ")
    click.echo(f"{label}  {found.text}\n    {found.why}{f' ({place})' if place else ''}")
    if isinstance(found, Recommendation):
        for line in _suggestions(found.suggested):
            click.echo(f"    {line}")


_HINTS: dict[HintKind, str] = {
    "vague": "vague words",
    "several actions": "several actions in one",
    "no addressee": "names neither who should act nor a law",
    "not measurable": "nobody can say whether it was done",
    "no time limit": "has no time limit",
}


def _suggestions(suggested: Suggestions) -> Iterator[str]:
    """One line of what is suggested, and one of what the speaker could sharpen."""
    said = [f"category {suggested.category.value}"] if suggested.category else []
    said += [*suggested.issues, *suggested.instruments, *(f"SDG {goal}" for goal in suggested.goals)]
    if said:
        yield "suggested: " + "; ".join(said)
    hints = [_HINTS[hint.kind] + (f" (“{hint.words}”)" if hint.words else "") for hint in suggested.hints]
    if hints:
        yield "to sharpen: " + "; ".join(hints)
