"""The sample session built: cold, with nothing changed, after one statement changed; beside the peers.

The session has three languages, and peers make a pack in one: what is compared is a copy in English alone.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.content import Block, blocks_of, words_in
from benchmarks.timing import Action, Timed, command, in_turns
from pipeline import assemble, read, run, validate
from pipeline.models.build import template_folders
from pipeline.models.document import Document

SESSION = peers.ROOT / "inputs" / "upr30"
STATEMENT = "canada/statements"


def in_english(session: Path) -> None:
    """Let the session make packs in its main language alone."""
    settings = session / "session.yaml"
    text, count = re.subn(r"(?m)^(  languages:) \[en\b.*?\]", r"\1 [en]", settings.read_text("utf-8"))
    if count != 1:
        raise LookupError(f"no line of languages in {settings}")
    settings.write_text(text, "utf-8")


class Workplace:
    """A copy of the sample session with an output and a cache of its own; in English, or in all `languages`."""

    def __init__(self, folder: Path, languages: bool = False) -> None:
        self.session = folder / "inputs" / "upr30"
        self.output = folder / "output"
        self.cache = folder / "cache"
        self.count = 0
        shutil.copytree(SESSION, self.session)
        if not languages:
            in_english(self.session)

    def build(self) -> None:
        """`presession build`, as a command."""
        command([sys.executable, *self._arguments], self._environment)

    @property
    def _arguments(self) -> list[str]:
        return ["-m", "pipeline", "build", str(self.session), "--output", str(self.output)]

    @property
    def _environment(self) -> dict[str, str]:
        return {"XDG_CACHE_HOME": str(self.cache)}

    def cold(self) -> None:
        """A build that finds nothing but the fonts, which are cut once for good (as a peer's lie ready)."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.cache / "presession" / "results", ignore_errors=True)
        self.build()

    def changed(self) -> None:
        """A build after one statement changed."""
        self.save()
        self.build()

    @contextlib.contextmanager
    def watched(self) -> Iterator[Action]:
        """While `presession build --watch` runs: save a statement and wait until its pack is published."""
        with subprocess.Popen(
            [sys.executable, "-u", *self._arguments, "--watch"],
            env={**os.environ, **self._environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            assert process.stdout is not None
            told = process.stdout

            def saved() -> None:
                self.save()
                if "made " not in (line := told.readline()):
                    raise RuntimeError(f"no pack was made after a save: {line!r}")

            told.readline()  # the first build
            try:
                yield saved
            finally:
                process.send_signal(signal.SIGINT)

    def save(self) -> None:
        """A paragraph more in a statement that is a file of text."""
        self.count += 1
        file = next(
            path for path in sorted((self.session / STATEMENT).iterdir()) if path.suffix in {".md", ".txt"}
        )
        with file.open("a", encoding="utf-8") as stream:
            stream.write(
                f"\n\nThis paragraph number {self.count} was added while the packs were being built.\n"
            )


def documents(session: Path = SESSION) -> dict[str, Document]:
    """The Documents of all packs of a session in its main language, by folder."""
    options = run.Options(output=Path(tempfile.gettempdir()) / "unused", jobs=1)
    checked = run.check(session, options)
    templates, _ = validate.validate_templates(read.read_templates(template_folders(session)))
    assert templates is not None
    return {name: assemble.assemble_pack(pack, templates) for name, pack in checked.packs.items()}


def contents() -> dict[str, list[Block]]:
    """What all packs of the sample session say."""
    return {name: blocks_of(document) for name, document in documents().items()}


def report() -> Iterator[str]:
    """The tables of a build."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _report(Path(folder))


def _report(folder: Path) -> Iterator[str]:
    place, whole = Workplace(folder / "own"), Workplace(folder / "whole", languages=True)
    place.build()
    whole.build()
    packs = contents()
    stems = [folder / "peers" / name for name in packs]
    for stem, blocks in zip(stems, packs.values(), strict=True):
        peers.prepare(blocks, stem)
    peers.make_template(folder / "peers" / "template.docx")
    there = [peer for peer in peers.PEERS if not peer.missing()]
    cold: dict[str, Action] = {
        "presession build, cold": place.cold,
        "presession build, cold, in three languages": whole.cold,
    }
    for peer in there:
        cold[peer.name] = lambda peer=peer: peers.make_all(peer, stems)  # type: ignore[misc]
    times = in_turns(cold)
    words = sum(map(words_in, packs.values()))
    yield f"## The sample session: {len(packs)} packs, {words:,} words"
    yield ""
    yield "presession makes PDF, DOCX, HTML, tables and the programme from the statements; a peer makes a PDF and a"
    yield "DOCX from text that lies ready, each pack by a command of its own, both cores used. Packs are in English,"
    yield f"but for the row of three languages (English, French, Arabic: {3 * len(packs)} packs and three programmes)."
    yield ""
    yield from table(times, "presession build, cold")
    for peer in peers.PEERS:
        if peer.missing():
            yield f"\nNot measured: {peer.name}, without {', '.join(peer.missing())}."
    yield ""
    with Workplace(folder / "watched").watched() as saved:
        yield from _again(place, saved)


def _again(place: Workplace, saved: Action) -> Iterator[str]:
    python = sys.executable
    actions: dict[str, Action] = {
        "cold": place.cold,
        "one statement changed": place.changed,
        "one statement changed, watched": saved,
        "nothing changed": place.build,
        'python -c "import click, yaml"': lambda: command([python, "-c", "import click, yaml"]),
        "presession --help": lambda: command([python, "-m", "pipeline", "--help"]),
        'python -c "import click"': lambda: command([python, "-c", "import click"]),
    }
    times = in_turns(actions)
    yield "## Building again"
    yield ""
    yield from table(times, "cold")
    yield ""
    names = list(actions)
    for name, other, bar in ((1, 0, 0.125), (2, 0, 0.125), (3, 4, 3), (5, 6, 2)):
        ratio = times[names[name]].median / times[names[other]].median
        yield f"- {names[name]}: {ratio:.3f} x {names[other]} (at most {bar})"


def table(times: dict[str, Timed], base: str) -> Iterator[str]:
    """A table of seconds and of each as a multiple of `base`, and `base` as a multiple of each."""
    yield f"| | seconds | times {base} | {base} is |"
    yield "| --- | ---: | ---: | ---: |"
    for name, timed in times.items():
        ratio = timed.median / times[base].median
        yield f"| {name} | {timed} | {ratio:.2f} | {1 / ratio:.2f} of it |"
