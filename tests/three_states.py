"""A session of three States with a statement each, which tests build, edit and interrupt."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.programs import ALONE, own_cache, presession

STATES = ("FR", "TV", "CU")
FOLDERS = ("cuba", "france", "tuvalu")
THANKS = (
    "We thank the Government of this State for all that it has done in the years since the last review, for the "
    "time that it took to read what was sent to it, and for the answers that it gave to each of us."
)
"""Words that leave no doubt of their language: in doubt each worker loads a detector, which takes most of a second."""
TEXT = (
    f"{THANKS}\n\nWe recommend that the Government of {{state}}:\n\n- ratify treaty {{number}};\n"
    "- publish the draft law.\n"
)
SPEAKER = """
speakers:
  - name: Sample Speaker
    role: lawyer
    organisation: {name: Sample Centre, kind: CSO}
    floor: 5
    statement: statements/one.md
    language: en
    consent: {name: yes, photo: no, bio: no, organisation: yes, statement: yes}
"""


def make_session(workspace: Path) -> None:
    """Write the session s/upr31 into `workspace`, and build it once."""
    chosen = [part for state in STATES for part in ("--state", state)]
    presession("new", "s/upr31", "--number", "31", "--first-day", "2018-10-09", *chosen, cwd=workspace)
    for name in FOLDERS:
        review = workspace / "s/upr31" / name / "review.yaml"
        review.write_text(review.read_text("utf-8").split("\nspeakers:")[0] + SPEAKER, "utf-8")
    edit(workspace, 0)
    done = presession("build", "s/upr31", *ALONE, cwd=workspace, env=own_cache(workspace))
    assert done.returncode == 0, done.stdout + done.stderr


def edit(workspace: Path, number: int, text: str = TEXT) -> None:
    """Other words in every statement."""
    for name in FOLDERS:
        (workspace / "s/upr31" / name / "statements").mkdir(exist_ok=True)
        (workspace / "s/upr31" / name / "statements/one.md").write_text(
            text.format(state=name.title(), number=number), "utf-8"
        )


def faults(output: Path) -> list[str]:
    """What does not agree: files and the manifest, read without any code of ours."""
    manifest = json.loads((output / "manifest.json").read_bytes())
    found = []
    for folder, record in manifest["states"].items():
        there = {path.name: digest(path) for path in (output / folder).iterdir()}
        if there != record["outputs"]:
            found.append(f"{folder}: {sorted(set(there.items()) ^ set(record['outputs'].items()))}")
    found += [name for name, value in manifest["outputs"].items() if digest(output / name) != value]
    return found if set(manifest["states"]) == set(FOLDERS) else [*found, "a State is missing"]


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def scraps(output: Path) -> list[Path]:
    """Hidden files that a build left behind: all but its own note of where it was made from."""
    return [path for path in output.rglob(".*") if path.name != ".made-from.json"]
