"""`python -m tests.hostile.fuzz`: spoil sound files at random for a while, read each, and list what went wrong.

Every finding is written into a folder as the file that caused it, with a name that says what happened.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine import Agenda, Failed, Failure, Outcome, Pool, Task
from pipeline.models.passages import RawStatement
from pipeline.problems import has_errors
from pipeline.read import read_statement
from pipeline.read.yaml import read_yaml
from tests.hostile.mutations import spoilt

SECONDS = 20.0
MEBIBYTES = 1024
LARGEST = 300_000
ROOT = Path(__file__).resolve().parents[2]

Source = tuple[str, str, bytes]
"""Name, kind and bytes of a file to spoil."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a spoilt file did. `told`: the exception or rule; `data`: the file; `name` as it was read."""

    what: str
    told: str
    name: str
    data: bytes


def seeds(folders: Sequence[Path], largest: int = LARGEST) -> list[Source]:
    """(name, kind, bytes) of the files to spoil."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            kind = path.suffix.lower().lstrip(".")
            if (
                kind in ("docx", "doc", "odt", "rtf", "html", "pdf", "yaml", "md", "txt")
                and path.is_file()
                and path.stat().st_size <= largest
            ):
                found.append((path.name, kind, path.read_bytes()))
    return [seed for seed in found if seed[2]]


def read_and_judge(data: bytes, name: str) -> tuple[str, str]:
    """In a worker: read `data`; ("", "") if all is well, else what is wrong. Raises whatever a reader raises."""
    if name.endswith(".yaml"):
        value, problems = read_yaml(data, name)
        return ("", "") if value is not None or problems else ("nothing", "neither a value nor a problem")
    return judge(read_statement(data, name))


def judge(statement: RawStatement) -> tuple[str, str]:
    """What holds of every statement that was read, whatever its bytes were."""
    for found in statement.problems:
        if "its structure is not as it should be" in found.what:
            return "unforeseen", found.what
    if has_errors(statement.problems):
        return ("mixed", "passages beside an error") if statement.passages else ("", "")
    if not any(passage.text for passage in statement.passages):
        return "empty", "neither a word nor a problem"
    text = "".join(passage.marker + passage.text for passage in statement.passages) + "".join(
        statement.furniture
    )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "surrogate", "a lone surrogate in the text"
    odd = sorted({f"U+{ord(char):04X}" for char in text if ord(char) < 32 and char != "\n"})
    return ("control", " ".join(odd)) if odd else ("", "")


def run(sources: Sequence[Source], seed: int, seconds: float, most: int = 0) -> Iterator[Finding]:
    """Spoil and read for `seconds` (or `most` files); the same `seed` spoils in the same way."""
    chance = random.Random(seed)
    sources = list(sources)
    end = time.monotonic() + seconds
    count = 0
    with Pool(1) as pool:
        while time.monotonic() < end and (not most or count < most):
            agenda = Agenda()
            for _ in range(min(40, most or 40)):
                agenda.add(_task(chance, sources))
            for task, outcome in pool.run(agenda):
                count += 1
                source, bad = task.label
                finding = _finding(outcome, source[0], bad)
                if finding and finding.what in _STOPPED and _fails_itself(pool, source):
                    sources = [each for each in sources if each is not source]
                elif finding:
                    yield finding
    print(f"{count} files in {seconds:.0f} seconds", file=sys.stderr)


_STOPPED = {failure.value for failure in Failure}


def _finding(outcome: Outcome, name: str, data: bytes) -> Finding | None:
    if isinstance(outcome, Failed):
        return Finding(outcome.failure.value, outcome.detail, name, data)
    return Finding(*outcome.value, name, data) if outcome.value[0] else None


def _fails_itself(pool: Pool, source: Source) -> bool:
    """Whether a file stops its reader before it is spoilt: some of the collection are made for that."""
    [(_, outcome)] = pool.each(read_and_judge, [(source[2], source[0])], SECONDS, MEBIBYTES)
    return isinstance(outcome, Failed)


def _task(chance: random.Random, sources: Sequence[Source]) -> Task:
    kind = chance.choice(sorted({source[1] for source in sources}))
    source = chance.choice([source for source in sources if source[1] == kind])
    name = source[0]
    bad = spoilt(chance, source[2], kind, chance.choice(sources)[2])
    return Task((source, bad), read_and_judge, lambda: (bad, name), SECONDS, MEBIBYTES)


def main() -> int:
    """Run for a while; exit 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="only these, with commas between them: docx,pdf")
    parser.add_argument("--keep", type=Path, default=ROOT / "output" / "fuzz", help="where findings are kept")
    options = parser.parse_args()
    folders = [
        ROOT / "inputs",
        ROOT / "tests" / "bad",
        ROOT.parent / "shared" / "hostile",
        ROOT.parent / "shared" / "samples",
    ]
    sources = seeds([folder for folder in folders if folder.is_dir()])
    if options.kinds:
        sources = [source for source in sources if source[1] in options.kinds.split(",")]
    found = 0
    for finding in run(sources, options.seed, options.seconds):
        found += 1
        options.keep.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(finding.data).hexdigest()[:12]
        (options.keep / f"{finding.what}-{digest}-{finding.name}").write_bytes(finding.data)
        print(f"{finding.what}: {finding.name}: {finding.told.strip().splitlines()[-1:]}", flush=True)
    print(f"{found} finding(s), seed {options.seed}, {len(sources)} files to start from")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
