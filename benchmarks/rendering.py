"""One pack of some twenty pages as PDF and DOCX, beside Typst, WeasyPrint, docxtpl and LibreOffice."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.building import documents, table
from benchmarks.content import blocks_of, words_in
from benchmarks.timing import Action, in_turns
from pipeline import read, render, validate
from pipeline.models.build import template_folders
from pipeline.models.document import Document
from pipeline.models.templates import Templates

PAGES = 20
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
    ours = "presession, PDF (loaded)"
    actions: dict[str, Action] = {ours: lambda: render.render_pdf(document, templates.style)}
    if not peers.PEERS[0].missing():
        warm = _Warm(stem)
        actions |= {"typst compile, a command": lambda: peers.typst_pdf(stem), "Typst, loaded": warm.compile}
    if not peers.PEERS[1].missing():
        actions["WeasyPrint, a command"] = lambda: peers.weasyprint_pdf(stem)
    times = in_turns(actions)
    yield "## PDF"
    yield ""
    yield from table(times, ours)
    yield from (
        f"\nNot measured: {peer.name} is not installed." for peer in peers.PEERS[:2] if peer.missing()
    )


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
