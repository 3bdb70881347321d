"""The manifest: SHA-256 of every input, setting and output of a build, with versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.models.ledger import Account, Ledger, counted

MANIFEST = "manifest.json"
COUNTED = ("statements", "recommendations", "questions")


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of_file(path: Path) -> str:
    """The SHA-256 in hex of what is in `path`, "" if it is no file that can be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def lie(folder: Path, outputs: Mapping[str, str], only: bool) -> bool:
    """Whether the files of `outputs` are in `folder` as they were made, with `only` nothing beside them."""
    if not all(digest_of_file(folder / name) == outputs[name] for name in outputs):
        return False
    return not only or (folder.is_dir() and {path.name for path in folder.iterdir()} == outputs.keys())


@dataclass(frozen=True, slots=True)
class StateRecord:
    """What one State's pack was made from and what was made: path -> SHA-256; and whether it is a draft.

    `inputs`, `templates` and `versions` are those of the day this pack was made: States are built one by one,
    and what the session's own files are now says nothing about a pack that was made before. `consent` is what
    the speakers allowed it to show, as digests; `counts` how many statements, recommendations and questions
    are in it.
    """

    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    final: bool = False
    templates: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    consent: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of a session's build. Paths of inputs are relative to the session folder, of outputs to the build.

    `states` is keyed by the State's folder; `inputs`, `templates` and `versions` here are those of the
    session's own `outputs`. `templates` gives the SHA-256 of every file of settings (parts, look, words) by
    path; "#2" and "#3" mark those of the workspace and the session that lie over one of the same name.
    `ledger` tells what became of every file of the session. `said` is the status that a manifest which was
    read says of the whole; what it is follows from `states`. `versions` names all that makes the files beside
    their inputs: the program and, since a version has many states, the SHA-256 of the code that decides a
    pack; Python; every library that has a part in reading, examining or writing. No time of building and no
    path of the computer is in it: the same inputs, code and libraries give the same bytes.
    """

    session: str
    edition: str
    versions: Mapping[str, str]
    templates: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, StateRecord] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=dict)
    said: str = ""

    @property
    def final(self) -> bool:
        """Whether there is a pack and none of them is a draft."""
        return bool(self.states) and all(record.final for record in self.states.values())

    def all_outputs(self) -> dict[str, str]:
        """Every output of the build: path -> SHA-256."""
        found = dict(self.outputs)
        for folder, record in self.states.items():
            found.update({f"{folder}/{name}": value for name, value in record.outputs.items()})
        return found

    def as_bytes(self) -> bytes:
        """As JSON text, keys sorted, UTF-8."""
        shown: dict[str, Any] = {
            "session": self.session,
            "edition": self.edition,
            "status": "final" if self.final else "draft",
            "versions": dict(self.versions),
            "templates": dict(self.templates),
            "inputs": dict(self.inputs),
            "outputs": dict(self.outputs),
            "states": {
                folder: {
                    "status": "final" if record.final else "draft",
                    "inputs": dict(record.inputs),
                    "outputs": dict(record.outputs),
                    "templates": dict(record.templates),
                    "versions": dict(record.versions),
                    "consent": list(record.consent),
                    "counts": dict(record.counts),
                }
                for folder, record in self.states.items()
            },
            "ledger": {
                folder: {"counts": counted(accounts), "files": [each.as_json() for each in accounts]}
                for folder, accounts in self.ledger.items()
            },
        }
        return (json.dumps(shown, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`; None where there is none or it is not one of ours."""
    try:
        raw = json.loads((folder / MANIFEST).read_bytes())
        states = {name: _record(record) for name, record in raw["states"].items() if Path(name).name == name}
        return Manifest(
            session=str(raw["session"]),
            edition=str(raw["edition"]),
            versions=_hashes(raw["versions"]),
            templates=_hashes(raw["templates"]),
            inputs=_hashes(raw["inputs"]),
            outputs=_hashes(raw["outputs"]),
            states=states,
            ledger={
                str(folder): tuple(Account.from_json(each) for each in part["files"])
                for folder, part in raw.get("ledger", {}).items()
            },
            said=str(raw["status"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _record(value: Any) -> StateRecord:
    return StateRecord(
        _hashes(value["inputs"]),
        _hashes(value["outputs"]),
        value["status"] == "final",
        _hashes(value.get("templates", {})),
        _hashes(value.get("versions", {})),
        tuple(str(entry) for entry in value.get("consent", ())),
        {name: int(count) for name, count in value.get("counts", {}).items() if name in COUNTED},
    )


def _hashes(value: Any) -> dict[str, str]:
    return {str(name): str(text) for name, text in value.items()}
