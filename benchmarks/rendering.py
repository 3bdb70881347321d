"""One pack of some twenty pages as PDF and DOCX, beside Typst, WeasyPrint, docxtpl and LibreOffice."""

from __future__ import annotations

import gc
import itertools
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks import peers
from benchmarks.building import documents, table
from benchmarks.content import blocks_of, words_in
from benchmarks.timing import Action, command, in_turns
from pipeline import read, render, validate
from pipeline.models.build import template_folders
from pipeline.models.document import Document, Inline, Paragraph
from pipeline.models.templates import Templates

PAGES, RUNS = 20, 7
ALONE = """
import pickle, sys
from pathlib import Path
document, style = pickle.loads(Path(sys.argv[1]).read_bytes())
from pipeline import render
Path(sys.argv[1] + ".pdf").write_bytes(render.render_pdf(document, style).data)
"""
"""A process of its own that writes one pack, whose Document lies ready as a peer's text does."""

WARM = """
import sys, time, typst
compiler = typst.Compiler(sys.argv[1])
compiler.compile(output=sys.argv[2])
for line in sys.stdin:
    source = open(sys.argv[1], encoding="utf-8").read()
    open(sys.argv[1], "w", encoding="utf-8").write(source + "\\nOne paragraph more.\\n")
    start = time.perf_counter()
    compiler.compile(output=sys.argv[2])
    print(time.perf_counter() - start, flush=True)
"""
"""A Typst that has everything loaded; before each run the text changes, or it would hand back what it kept."""


def report() -> Iterator[str]:
    """The tables of writing one pack."""
    templates, _ = validate.validate_templates(
        read.read_templates(template_folders(peers.ROOT / "inputs" / "upr30"))
    )
    assert templates is not None
    name, document, pages = _nearest(templates)
    blocks = blocks_of(document)
    yield f"One pack of the sample session ({name}): {pages} pages, {words_in(blocks):,} words."
    yield ""
    with tempfile.TemporaryDirectory() as folder:
        stem = Path(folder) / "pack"
        peers.prepare(blocks, stem)
        peers.make_template(stem.parent / "template.docx")
        yield from _pdf(document, templates, stem)
        yield ""
        yield from _docx(document, templates, stem)


def _nearest(templates: Templates) -> tuple[str, Document, int]:
    """The pack with nearest to twenty pages."""
    found = []
    for name, document in documents().items():
        pages = render.render_pdf(document, templates.style).page_count
        found.append((abs(pages - PAGES), name, document, pages))
    _, name, document, pages = min(found, key=lambda each: each[:2])
    return name, document, pages


def _pdf(document: Document, templates: Templates, stem: Path) -> Iterator[str]:
    ours, style = "presession, PDF (loaded, text it has not seen)", templates.style
    stem.with_suffix(".pickle").write_bytes(pickle.dumps((document, style)))
    # made before, and set aside from the collector of garbage, as a worker's preloaded code and models are
    other, longer = (iter([*itertools.islice(made(document), RUNS)]) for made in (_turned, _longer))
    gc.collect()
    gc.freeze()
    actions: dict[str, Action] = {
        ours: lambda: render.render_pdf(next(other), style),
        "presession, PDF (loaded, one paragraph more)": lambda: render.render_pdf(next(longer), style),
        "presession, PDF, a command": lambda: command([sys.executable, "-c", ALONE, f"{stem}.pickle"]),
    }
    if not peers.PEERS[0].missing():
        warm = _Warm(stem)
        actions |= {
            "typst compile, a command": lambda: peers.typst_pdf(stem),
            "Typst, loaded, one paragraph more": warm.compile,
        }
    if not peers.PEERS[1].missing():
        actions["WeasyPrint, a command"] = lambda: peers.weasyprint_pdf(stem)
    times = in_turns(actions, RUNS)
    yield "## PDF"
    yield ""
    yield from table(times, ours)
    yield from (
        f"\nNot measured: {peer.name} is not installed." for peer in peers.PEERS[:2] if peer.missing()
    )


def _turned(document: Document) -> Iterator[Document]:
    """The document again and again, each time with the words of its longer texts in another order."""

    def turned(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(turned, value))
        if isinstance(value, Inline):
            first, *rest = value.text.split(" ")
            return replace(value, text=" ".join([*rest, first])) if len(rest) > 3 else value
        if is_dataclass(value) and not isinstance(value, type):
            kept = {item.name: turned(getattr(value, item.name)) for item in fields(value)}
            return replace(value, **kept)
        return value

    while True:
        document = replace(document, parts=turned(document.parts))
        yield document


def _longer(document: Document) -> Iterator[Document]:
    """The document again and again, each time with one paragraph more than the last time."""
    for number in itertools.count(1):
        *parts, last = document.parts
        more = Paragraph((Inline(f"One paragraph more, the {number}th of its kind."),))
        document = replace(document, parts=(*parts, replace(last, blocks=(*last.blocks, more))))
        yield document


def _docx(document: Document, templates: Templates, stem: Path) -> Iterator[str]:
    ours = "presession, DOCX (loaded)"
    pages = render.render_pdf(document, templates.style).pages
    actions: dict[str, Action] = {ours: lambda: render.render_docx(document, templates.style, pages)}
    actions["naive python-docx, a command"] = lambda: peers.naive_docx(stem)
    if not peers.PEERS[2].missing():
        actions["docxtpl, a command"] = lambda: peers.docxtpl_docx(stem)
        actions["LibreOffice, DOCX to PDF"] = lambda: peers.libreoffice_pdf(stem)
    times = in_turns(actions)
    yield "## DOCX"
    yield ""
    yield from table(times, ours)
    yield from (
        f"\nNot measured: {peer.name} is not installed." for peer in peers.PEERS[2:3] if peer.missing()
    )


class _Warm:
    """A process with Typst loaded that compiles when it is told to."""

    def __init__(self, stem: Path) -> None:
        source = stem.with_suffix(".warm.typ")
        source.write_bytes(stem.with_suffix(".typ").read_bytes())
        self.process = subprocess.Popen(
            [str(peers.PYTHON), "-c", WARM, str(source), f"{stem}.warm.pdf"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def compile(self) -> None:
        """One more compilation."""
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None or self.process.poll() is not None:
            raise RuntimeError("Typst has ended")
        print("go", file=stdin, flush=True)
        stdout.readline()


if __name__ == "__main__":
    print("\n".join(report()))
    sys.exit(0)
