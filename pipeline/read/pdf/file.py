"""Opening a PDF: what its bytes say before PDFium sees them, and what it carries beside its pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from pipeline.problems import Problem, problem
from pipeline.read.limits import Refused, damaged, too_much
from pipeline.read.pdf.bytes import check_bytes
from pipeline.read.pdf.raw import address, start

MAX_PAGES = 300
MAX_BOOKMARKS = 5_000
COPYING = 1 << 4  # PDF 32000-1:2008, table 22, bit 5
ERROR_PASSWORD, ERROR_SECURITY = 4, 5
XFA_FULL, XFA_FOREGROUND = 2, 3
SCRIPT = re.compile(rb"/(?:JavaScript|JS)\b")
LAUNCH = re.compile(rb"/(?:Launch|SubmitForm|ImportData)\b")
PAGE_TREE = re.compile(rb"<<[^<>]{0,400}/Type\s*/Pages\b[^<>]{0,400}>>")
COUNT = re.compile(rb"/Count\s*([^\s/>]+)")
XFA_ALONE = re.compile(rb"/NeedsRendering\s+true\b")
PORTFOLIO = re.compile(rb"/Collection\b(?!\s*null)")


@contextmanager
def opened(data: bytes) -> Iterator[tuple[Any, int, list[Problem]]]:
    """The open PDFium document, its number of pages, and what was noticed.

    Raises Refused: FI01, FI03, FI04, FI05, FI24.
    """
    from pypdfium2 import raw

    problems = check_bytes(data)
    start()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refusal(raw.FPDF_GetLastError())
    try:
        problems += _check_document(document, data)
        count = _page_count(document)
        if _outline_loops(document):
            problems.append(problem("FI22", reason="its bookmarks lead back to themselves"))
        if _miscounts(data, count):
            problems.append(problem("FI22", reason="it states a wrong number of pages"))
        yield document, count, problems
    finally:
        raw.FPDF_CloseDocument(document)


def _refusal(error: int) -> Refused:
    if error == ERROR_PASSWORD:
        return Refused("FI05")
    if error == ERROR_SECURITY:
        return damaged("it is encrypted in a way that is not known")
    return damaged("its structure cannot be understood")


def _miscounts(data: bytes, count: int) -> bool:
    """Whether the page trees that can be read in the bytes all state another number of pages."""
    stated = [node for tree in PAGE_TREE.findall(data) for node in COUNT.findall(tree)]
    return bool(stated) and str(count).encode() not in stated


def _outline_loops(document: Any) -> bool:
    """Whether the bookmarks, of which nothing is read, lead back to one that was passed before."""
    from pypdfium2 import raw

    seen: set[int] = set()
    waiting = [raw.FPDFBookmark_GetFirstChild(document, None)]
    while waiting and len(seen) < MAX_BOOKMARKS:
        bookmark = waiting.pop()
        place = address(bookmark)
        if not place:
            continue
        if place in seen:
            return True
        seen.add(place)
        waiting.append(raw.FPDFBookmark_GetNextSibling(document, bookmark))
        waiting.append(raw.FPDFBookmark_GetFirstChild(document, bookmark))
    return False


def _page_count(document: Any) -> int:
    from pypdfium2 import raw

    count = int(raw.FPDF_GetPageCount(document))
    if count <= 0:
        raise damaged("it has no pages")
    if count > MAX_PAGES:
        raise too_much(f"{count} pages, at most {MAX_PAGES} are read")
    return count


def _check_document(document: Any, data: bytes) -> list[Problem]:
    """What the document carries that is not read: scripts, attachments, signatures, forms, restrictions."""
    from pypdfium2 import raw

    form = raw.FPDF_GetFormType(document)
    attachments = max(0, raw.FPDFDoc_GetAttachmentCount(document))
    if form == XFA_FULL or XFA_ALONE.search(data):
        raise Refused("FI24", what="a form that only some programs can fill in (XFA)")
    if attachments and PORTFOLIO.search(data):
        raise Refused("FI24", what=f"a portfolio that wraps {attachments} other file(s)")
    found = []
    encrypted = raw.FPDF_GetSecurityHandlerRevision(document) >= 0
    if encrypted and not raw.FPDF_GetDocPermissions(document) & COPYING:
        found.append(problem("FI23"))
    carried = []
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0 or SCRIPT.search(data):
        carried.append("a script (JavaScript)")
    if LAUNCH.search(data):
        carried.append("a command to start a program or to send data")
    if attachments:
        carried.append(f"{attachments} attached file(s)")
    if raw.FPDF_GetSignatureCount(document) > 0:
        carried.append("a digital signature")
    return found + [problem("FI13", what=what) for what in carried]


class Layers:
    """The optional layers of a document that are switched off; looked up when a page has any."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.possible = b"/OCProperties" in data or b"/ObjStm" in data
        self.is_off = lru_cache(maxsize=256)(self._is_off)
        self._off: frozenset[str] | None = None

    def _is_off(self, name: str) -> bool:
        if self._off is None:
            self._off = _layers_off(self._data)
        return name in self._off


def _layers_off(data: bytes) -> frozenset[str]:
    """The names of the layers that are not shown when the document is opened."""
    import pypdf

    try:
        root: Any = pypdf.PdfReader(io.BytesIO(data)).root_object
        properties = root["/OCProperties"].get_object()
        default = properties["/D"].get_object()
        if default.get("/BaseState", "/ON") == "/OFF":
            shown = {_layer_name(layer) for layer in default.get("/ON", ())}
            return frozenset(map(_layer_name, properties.get("/OCGs", ()))) - shown
        return frozenset(map(_layer_name, default.get("/OFF", ())))
    except Exception:  # pypdf raises whatever a broken catalogue brings; PDFium has read the pages
        return frozenset()


def _layer_name(layer: Any) -> str:
    return str(layer.get_object().get("/Name", ""))
