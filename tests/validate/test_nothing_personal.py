"""Whatever staff write in a wrong place of review.yaml or corrections.yaml, no message repeats it.

Messages go into problems.json, the status page and the archive, where no consent reaches.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import read, validate
from pipeline.problems import Problem

GOOD = Path(__file__).resolve().parent.parent / "good"
ORGANISATION = "{name: Sample Centre for Legal Aid, acronym: SCLA, kind: CSO}"
CONSENT = "{name: yes, photo: no, bio: yes, organisation: yes, statement: yes}"


def told(folder: Path, old: str, new: str, corrections: str = "") -> tuple[Problem, ...]:
    """What is told of the good session with `new` instead of `old` in its review.yaml."""
    session = folder / "session"
    shutil.copytree(GOOD, session)
    file = session / "cuba" / "review.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    if corrections:
        (session / "cuba" / "corrections.yaml").write_text(corrections, "utf-8")
    raw = read.read_session(session)
    return (*raw.problems, *validate.validate_session(raw)[1])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ORGANISATION, "{name: Movimiento, Secret y Pan, kind: CSO}"),
        (ORGANISATION, "{name: Movimiento, Secret: y Pan, kind: CSO}"),
        (ORGANISATION, "{name: Movimiento, secret: y Pan, kind: CSO}"),
        (ORGANISATION, "{name: Movimiento, Secret, Secret, kind: CSO}"),
        (ORGANISATION, "{name: Movimiento, kind: Secret}"),
        (ORGANISATION, "{name: M, kind: coalition, members: [A, and Secret]}"),
        (ORGANISATION, "{name: “Secret”, kind: CSO}"),
        (ORGANISATION, "Secret"),
        (CONSENT, "{photo: Ana Secret says no}"),
        (CONSENT, "{photo: {room: Secret}}"),
        (CONSENT, "{Secret: yes}"),
        (CONSENT, "Secret said yes"),
        ("state: CU", "state: Secret"),
        ("room: Room XXI", "room: Room XXI with Secret"),
        ("statement: statements/legal-aid.md", "statement: Secret@example.org"),
        ("start: 2018-04-12 10:00", "start: when Secret comes"),
        ("floor: 6", "floor: as Secret likes"),
        ("floor: 6", "floor: 6\n    Secret: 7"),
        ("floor: 6", "floor: 6\n    awaited: [Secret]"),
        ("floor: 6", "floor: 6\n    minor: Secret is not"),
        ("floor: 6", "floor: 6\n    photo: Secret"),
        ("floor: 6", "floor: 6\n    photo: {file: Secret has none}"),
        ("statement: statements/legal-aid.md", "statement: none of Secret"),
        ("statement: statements/legal-aid.md", "statement: 'mail:Secret'"),
        ("language: en", "language: what Secret speaks"),
        ("received: 2018-03-22 17:40", "received: Secret sent it"),
        ("  - name: Sample Speaker 1", "  - {name: Lopez, Maria Secret}\n  - name: Sample Speaker 1"),
        ("  - name: Sample Speaker 1", "  - Secret\n  - name: Sample Speaker 1"),
        ("speakers:", "awaited: [Secret]\nspeakers:"),
        ("speakers:", "mask: [{words: Maria, Secret}]\nspeakers:"),
        ("speakers:", "mask: [Secret]\nspeakers:"),
        ("speakers:", "mask: [{words: x, edition: Secret}]\nspeakers:"),
        ("speakers:", "mask: [{speaker: Secret}]\nspeakers:"),
        ("speakers:", "allow: {Secret: 1}\nspeakers:"),
        ("speakers:", "previous_review: Secret\nspeakers:"),
        ("previous_review: {session: 16,", "previous_review: {session: Secret,"),
        ("bio: Sample Speaker 1", "bio: *Secret"),
        ("bio: Sample Speaker 1", "bio: &Secret x"),
        ("bio: Sample Speaker 1", "bio: !Secret x"),
        ("bio: Sample Speaker 1", "bio: x: Secret"),
        ("bio: Sample Speaker 1", "bio: x #Secret"),
        ("bio: Sample Speaker 1", "Secret: x\n    Secret: x"),
    ],
)
def test_what_stands_in_a_wrong_place_of_review_yaml_is_told_of_and_not_repeated(
    tmp_path: Path, old: str, new: str
) -> None:
    found = told(tmp_path, old, new)
    assert found
    assert not [each for each in found if "secret" in f"{each}{each.values}".casefold()]


@pytest.mark.parametrize(
    "written",
    [
        "statements/legal-aid.md: Secret",
        "statements/legal-aid.md:\n  - Secret",
        "statements/legal-aid.md:\n  - Secret: x",
        "statements/legal-aid.md:\n  - recommendation: x\n    decision: Secret says no",
        "statements/legal-aid.md:\n  - recommendation: x\n    Secret: y",
        "statements/legal-aid.md:\n  - recommendation: x\n    issues: [Secret]",
        "statements/legal-aid.md:\n  - recommendation: x\n    category: Secret",
        "statements/legal-aid.md:\n  - {recommendation: x, Secret}",
    ],
)
def test_what_stands_in_a_wrong_place_of_corrections_yaml_is_not_repeated(
    tmp_path: Path, written: str
) -> None:
    found = told(tmp_path, "CU", "CU", f"{written}\n")
    assert found
    assert not [each for each in found if "secret" in f"{each}{each.values}".casefold()]
