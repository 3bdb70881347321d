"""What a user would pick instead: each makes a PDF and a DOCX of one pack's content by commands of its own."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import Block, as_html, as_markdown, as_typst
from benchmarks.timing import command

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bench" / "bin" / "python"
"""The environment of the peers, made by `make bench`: presession never depends on them."""

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
WEASYPRINT = "import sys; from weasyprint import HTML; HTML(sys.argv[1]).write_pdf(sys.argv[2])"
DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"blocks": json.load(open(sys.argv[2], encoding="utf-8"))}, autoescape=True)
template.save(sys.argv[3])
"""
NAIVE = """
import json, sys
from docx import Document
document = Document()
for block in json.load(open(sys.argv[1], encoding="utf-8")):
    if block["kind"] == "heading":
        document.add_paragraph(block["text"], style=f"Heading {block['level']}")
    elif block["kind"] == "table":
        table = document.add_table(rows=0, cols=len(block["rows"][0]))
        for row in block["rows"]:
            for cell, text in zip(table.add_row().cells, row):
                cell.text = text
    else:
        document.add_paragraph(f"{block['marker']} {block['text']}".strip(), style="Normal")
document.save(sys.argv[2])
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A pair of tools: `needs` are Python packages, `programs` commands; `make` sets one prepared pack."""

    name: str
    needs: tuple[str, ...]
    programs: tuple[str, ...]
    make: Callable[[Path], None]

    def missing(self) -> list[str]:
        """What of its tools is not installed."""
        packages = [name for name in self.needs if not _has_package(name)]
        return packages + [name for name in self.programs if not shutil.which(name)]


def prepare(blocks: Sequence[Block], stem: Path) -> None:
    """Write the content of one pack in the form of every peer: <stem>.typ, .html, .md, .json."""
    import dataclasses
    import json

    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".typ").write_text(as_typst(blocks), "utf-8")
    stem.with_suffix(".page.html").write_text(as_html(blocks), "utf-8")
    stem.with_suffix(".md").write_text(as_markdown(blocks), "utf-8")
    plain = [dataclasses.asdict(block) for block in blocks]
    stem.with_suffix(".blocks").write_text(json.dumps(plain, ensure_ascii=False), "utf-8")


def make_template(path: Path) -> None:
    """The template of docxtpl: a loop over the blocks, tables included."""
    from docx import Document

    document = Document()
    for text in (
        "{%p for block in blocks %}",
        "{%p if block.kind == 'table' %}",
    ):
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=1)
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    table.cell(1, 0).text = "{{ row|join(' | ') }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p elif block.kind == 'heading' %}")
    document.add_paragraph("{{ block.text }}", style="Heading 1")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ block.marker }} {{ block.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


def typst_pdf(stem: Path) -> None:
    """The pack by a command that compiles it with Typst."""
    command([str(PYTHON), "-c", TYPST, f"{stem}.typ", f"{stem}.typst.pdf"])


def weasyprint_pdf(stem: Path) -> None:
    """The pack by WeasyPrint's command."""
    command([str(PYTHON), "-c", WEASYPRINT, f"{stem}.page.html", f"{stem}.weasy.pdf"])


def pandoc_docx(stem: Path) -> None:
    """The pack by pandoc's command."""
    command([_pandoc(), "-f", "markdown", f"{stem}.md", "-o", f"{stem}.pandoc.docx"])


def docxtpl_docx(stem: Path) -> None:
    """The pack by docxtpl."""
    template = str(stem.parent / "template.docx")
    command([str(PYTHON), "-c", DOCXTPL, template, f"{stem}.blocks", f"{stem}.tpl.docx"])


def naive_docx(stem: Path) -> None:
    """The pack by python-docx as its first page shows it."""
    command([sys.executable, "-c", NAIVE, f"{stem}.blocks", f"{stem}.naive.docx"])


def libreoffice_pdf(stem: Path) -> None:
    """The DOCX of docxtpl converted by LibreOffice; a profile for each, or two at once would not start."""
    profile = f"-env:UserInstallation=file://{stem.parent}/profile-{stem.name}"
    source, folder = f"{stem}.tpl.docx", str(stem.parent)
    command(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source])


def _typst_and_pandoc(stem: Path) -> None:
    typst_pdf(stem)
    pandoc_docx(stem)


def _weasyprint_and_pandoc(stem: Path) -> None:
    weasyprint_pdf(stem)
    pandoc_docx(stem)


def _docxtpl_and_libreoffice(stem: Path) -> None:
    docxtpl_docx(stem)
    libreoffice_pdf(stem)


PEERS = (
    Peer("Typst + pandoc", ("typst", "pypandoc"), (), _typst_and_pandoc),
    Peer("WeasyPrint + pandoc", ("weasyprint", "pypandoc"), (), _weasyprint_and_pandoc),
    Peer("docxtpl + LibreOffice", ("docxtpl",), ("soffice",), _docxtpl_and_libreoffice),
    Peer("naive python-docx (DOCX alone)", (), (), naive_docx),
)


def make_all(peer: Peer, stems: Sequence[Path]) -> None:
    """Every pack by `peer`, each a command of its own, as many at once as there are cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(peer.make, stems))


@functools.cache
def _has_package(name: str) -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", f"import {name}"], capture_output=True, check=False).returncode == 0


@functools.cache
def _pandoc() -> str:
    asked = [str(PYTHON), "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"]
    return subprocess.run(asked, capture_output=True, check=True, text=True).stdout.strip()
