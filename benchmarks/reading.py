"""Reading statements, beside the libraries that people read DOCX and PDF with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from benchmarks import peers
from benchmarks.building import SESSION

READERS = {
    "docx": {
        "presession": (
            "from pipeline import read",
            "raw = read.read_statement(data, name); len(raw.passages)",
        ),
        "python-docx, text and style": (
            "import io, docx",
            "[(p.text, p.style.name) for p in docx.Document(io.BytesIO(data)).paragraphs]",
        ),
        "docx2python": (
            "import io; from docx2python import docx2python",
            "docx2python(io.BytesIO(data)).text",
        ),
        "mammoth": ("import io, mammoth", "mammoth.convert_to_html(io.BytesIO(data)).value"),
    },
    "pdf": {
        "presession": (
            "from pipeline import read",
            "raw = read.read_statement(data, name); len(raw.passages)",
        ),
        "pypdf": (
            "import io, pypdf",
            "[page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]",
        ),
        "pdfminer.six": (
            "import io; from pdfminer.high_level import extract_text",
            "extract_text(io.BytesIO(data))",
        ),
    },
}
"""Per kind and reader: what it imports, and how it reads `data`."""

SCRIPT = """
import pathlib, sys, time
{imports}
files = [pathlib.Path(name) for name in sys.argv[1:]]
loaded = [(path.read_bytes(), path.name) for path in files]
for data, name in loaded[:1]:
    {reads}
start = time.perf_counter()
for data, name in loaded * 5:
    {reads}
print(time.perf_counter() - start)
"""
RUNS = 5


def report() -> Iterator[str]:
    """The tables of reading."""
    yield "## Reading"
    for kind, readers in READERS.items():
        files = [str(path) for path in sorted(SESSION.glob(f"*/statements/*.{kind}"))]
        yield ""
        yield f"{len(files)} files of the sample session ({kind.upper()}), each five times, in one process after a first one."
        yield ""
        yield from _table(readers, files)


def _table(readers: dict[str, tuple[str, str]], files: list[str]) -> Iterator[str]:
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    missing: list[str] = []
    for _ in range(RUNS):
        for name, (imports, reads) in readers.items():
            taken = _seconds(SCRIPT.format(imports=imports, reads=reads), name, files)
            if taken is None:
                missing.append(name)
            else:
                seconds[name].append(taken)
    medians = {name: sorted(each)[len(each) // 2] for name, each in seconds.items() if each}
    yield "| reader | seconds | times presession |"
    yield "| --- | ---: | ---: |"
    for name, median in medians.items():
        yield f"| {name} | {median:.3f} | {median / medians['presession']:.2f} |"
    for name in dict.fromkeys(missing):
        yield f"\nNot measured: {name} is not installed, or cannot read these files."


def _seconds(script: str, name: str, files: list[str]) -> float | None:
    own = name in {"presession", "python-docx, text and style", "pypdf"}
    python = sys.executable if own else str(peers.PYTHON)
    if not own and not peers.PYTHON.exists():
        return None
    done = subprocess.run(
        [python, "-c", script, *files], capture_output=True, text=True, check=False, cwd=peers.ROOT
    )
    return float(done.stdout) if done.returncode == 0 else None
