"""Short names for the elements and attributes of a DOCX, and the relations of its parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.read.limits import damaged
from pipeline.read.package import Package
from pipeline.read.xml import Element, Names, parsed

_OOXML = "http://schemas.openxmlformats.org/"
_PREFIXES = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_OOXML}drawingml/2006/diagram": "dgm",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_OOXML}package/2006/relationships": "pr",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
}
_URIS = {prefix: uri for uri, prefix in _PREFIXES.items()}
_NAMES = Names(_URIS, _STRICT)  # files in the strict namespaces are rewritten to the others on parsing
name, qualified, get, child = _NAMES.name, _NAMES.qualified, _NAMES.get, _NAMES.child
W_VAL = qualified("w:val")


def value(element: Element | None, short: str) -> str:
    """The w:val of the first child of that name, "" if there is none."""
    found = child(element, short)
    return "" if found is None else found.get(W_VAL) or ""


def toggle(element: Element | None, short: str) -> bool | None:
    """An on/off property: None where it is not stated."""
    found = child(element, short)
    return None if found is None else (found.get(W_VAL) or "true") not in ("0", "false", "off", "none")


def parse(data: bytes, part: str) -> Element:
    """The root of an XML part, its names in the transitional namespaces. Raises what `parsed` raises."""
    root = parsed(data, part)
    if any(uri in _STRICT for uri in root.nsmap.values()):
        _to_transitional(root)
    return root


def _to_transitional(root: Element) -> None:
    """Rewrite names of the strict namespaces (ISO/IEC 29500-1 annex A) to the transitional ones."""
    for element in root.iter(etree.Element):
        if (new := _transitional(element.tag)) != element.tag:
            element.tag = new
        for key in [str(key) for key in element.attrib if str(key).startswith("{http://purl")]:
            if (new := _transitional(key)) != key:
                element.set(new, element.attrib.pop(key))


def _transitional(tag: str) -> str:
    if not tag.startswith("{http://purl.oclc.org/"):
        return tag
    uri, _, local = tag[1:].rpartition("}")
    return f"{{{_URIS[_STRICT[uri]]}}}{local}" if uri in _STRICT else tag


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: its kind ("hyperlink"), its target, and whether that lies outside."""

    id: str
    kind: str
    target: str
    external: bool


def relations(package: Package, part: str) -> tuple[Relation, ...]:
    """The relationships of `part` ("" for the package's own); targets inside are full part names."""
    folder, base = posixpath.split(part)
    name_of_rels = f"{folder}/_rels/{base}.rels".lstrip("/")
    if name_of_rels not in package:
        return ()
    return tuple(_relations(parse(package.read(name_of_rels), name_of_rels), folder))


def _relations(root: Element, folder: str) -> Iterator[Relation]:
    for element in root.iter(qualified("pr:Relationship")):
        target = element.get("Target") or ""
        external = (element.get("TargetMode") or "").lower() == "external"
        if not external:
            if not target.startswith("/") and posixpath.normpath(posixpath.join(folder, target)).startswith(
                ".."
            ):
                raise damaged("a part of it refers to a place outside of the file")
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        yield Relation(
            element.get("Id") or "", (element.get("Type") or "").rpartition("/")[2], target, external
        )
