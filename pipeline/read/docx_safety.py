"""What a DOCX carries beside its text: macros, embedded files, links outside. Named, never followed."""

from __future__ import annotations

import re

from pipeline.problems import Problem, problem
from pipeline.read.docx_xml import Relation
from pipeline.read.limits import damaged
from pipeline.read.package import Package

_DOCTYPE = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))
_OUTSIDE = {
    "image": "pictures that lie outside of it",
    "attachedTemplate": "a template that lies outside of it",
    "subDocument": "a sub-document that lies outside of it",
    "oleObject": "an object that lies outside of it",
    "frame": "a frame that lies outside of it",
    "video": "a video",
    "audio": "a sound",
}
_INSIDE = {
    "vbaProject": "macros",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "a control (ActiveX)",
    "aFChunk": "a part in another format (altChunk)",
    "subDocument": "a sub-document",
    "keyMapCustomizations": "key assignments",
}
_NAMED = (
    (re.compile(r"vbaproject\.bin$|vbadata\.xml$"), "macros"),
    (re.compile(r"/activex/"), "a control (ActiveX)"),
    (re.compile(r"/embeddings/"), "an embedded file"),
)


def carried(package: Package, relations: tuple[Relation, ...], outside: set[str]) -> tuple[Problem, ...]:
    """FI13 for each kind of thing in the package that is not followed; `outside`: what the text refers to.

    A template on a local disk is no more than the trace of one (and may hold a user's name): not reported.
    """
    found = set(outside)
    for relation in relations:
        if relation.external and relation.kind != "hyperlink":
            if relation.kind == "attachedTemplate" and not _remote(relation.target):
                continue
            found.add(_OUTSIDE.get(relation.kind, "a link to something that lies outside of it"))
        elif not relation.external and relation.kind in _INSIDE:
            found.add(_INSIDE[relation.kind])
    for name in package.names:
        found.update(what for pattern, what in _NAMED if pattern.search("/" + name))
    if package.links:
        found.add("a link to a place outside of it")
    return tuple(problem("FI13", what=what) for what in sorted(found))


def _remote(target: str) -> bool:
    return re.match(r"(https?|ftp|smb|webdav):|\\\\|file:(//)?(\\\\|//[^/])", target, re.I) is not None


def refuse_doctypes(package: Package) -> None:
    """Refuse a DTD in any XML part, also one that is not read: no Office program writes one.

    Raises Refused (FI03). UTF-16 is searched as well, where a search for ASCII letters sees nothing.
    """
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            head = package.read(name)[:65536]
            if any(sign in head for sign in _DOCTYPE):
                raise damaged(f"its part {name} has a DTD, which no Office file has")
