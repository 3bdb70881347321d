"""What a DOCX carries beside its text: macros, embedded files, links outside. Named, never followed."""

from __future__ import annotations

import re

from pipeline.read.docx.xml import Relation, get, parse, qualified
from pipeline.read.limits import Refused, damaged
from pipeline.read.package import Package
from pipeline.read.xml import Element, whole

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
_XINCLUDE = "{http://www.w3.org/2001/XInclude}"
_LEAST_SIDE, _GREATEST_SIDE = 144, 31_680
_NAMED = (
    (re.compile(r"vbaproject\.bin$|vbadata\.xml$"), "macros"),
    (re.compile(r"/activex/"), "a control (ActiveX)"),
    (re.compile(r"/embeddings/"), "an embedded file"),
)


def carried(package: Package, relations: tuple[Relation, ...]) -> set[str]:
    """Each kind of thing in the package that is not followed, in words (FI13).

    A template on a local disk is no more than the trace of one (and may hold a user's name): not reported.
    """
    found: set[str] = set()
    for relation in relations:
        if relation.external and relation.kind != "hyperlink":
            if relation.kind == "attachedTemplate" and not is_remote(relation.target):
                continue
            found.add(_OUTSIDE.get(relation.kind, "a link to something that lies outside of it"))
        elif not relation.external and relation.kind in _INSIDE:
            found.add(_INSIDE[relation.kind])
    for name in package.names:
        found.update(what for pattern, what in _NAMED if pattern.search("/" + name))
    if package.links:
        found.add("a link to a place outside of it")
    return found


def is_remote(target: str) -> bool:
    """Whether `target` is on another computer: an address of the web, a share of a network."""
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


def refuse_macro_kind(package: Package, main: str) -> None:
    """Refuse a document that says of itself that it is there to run macros (.docm, .dotm): FI02.

    A macro that lies in an ordinary document, where Word would not run it, is named by `carried`. A file
    without a list of types is read.
    """
    types = "[Content_Types].xml"
    if types not in package:
        return
    kinds = (
        each.get("ContentType") or ""
        for each in parse(package.read(types), types)
        if isinstance(each.tag, str) and (each.get("PartName") or "").lower() == f"/{main}".lower()
    )
    if any("macroenabled" in kind.lower() for kind in kinds):
        raise Refused("FI02", kind="a Word document with macros (.docm)")


def includes_files(root: Element) -> bool:
    """Whether the text asks for the content of another file by XInclude, which no Office program writes."""
    return next(root.iter(f"{_XINCLUDE}*"), None) is not None


def impossible_pages(root: Element) -> bool:
    """Whether a page's size is none that Word can have: from 0.1 to 22 inches, in twentieths of a point."""
    sizes = (get(size, side) for size in root.iter(qualified("w:pgSz")) for side in ("w:w", "w:h"))
    return any(size and not _LEAST_SIDE <= whole(size, -1) <= _GREATEST_SIDE for size in sizes)
