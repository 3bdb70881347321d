"""What an old Word file carries beside its text: macros, objects, links outside. Named, never followed."""

from __future__ import annotations

import re

from pipeline.read.doc.bytes import strings
from pipeline.read.doc.container import Container
from pipeline.read.doc.fib import Head
from pipeline.read.docx.safety import is_remote

_MACROS = re.compile(r"(^|/)(Macros|_VBA_PROJECT_CUR|VBA)$", re.I)
_OBJECT = re.compile(r"^ObjectPool/[^/]+$")
_CONTROL = re.compile(r"/\x03OCXNAME$")
TEMPLATE = 1
"""The place of the template among the strings that go with a document ([MS-DOC] 2.9.274)."""


def carried(container: Container, head: Head, links: list[str]) -> set[str]:
    """Each kind of thing that is not followed, in words (FI13); `links`: where pictures lie."""
    found: set[str] = set()
    if any(_MACROS.search(path) for path in container.storages):
        found.add("macros")
    if any(_OBJECT.search(path) for path in container.storages):
        found.add("an embedded object")
    if any(_CONTROL.search(path) for path in container.names):
        found.add("a control (ActiveX)")
    if any(map(is_remote, links)):
        found.add("pictures that lie outside of it")
    named = list(strings(head.table("associated")))
    if len(named) > TEMPLATE and is_remote(named[TEMPLATE]):
        found.add("a template that lies outside of it")
    return found
