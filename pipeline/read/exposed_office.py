"""Personal data in Office files: properties, people, comments, revisions, hidden text, what lies inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from pipeline.models.exposure import Exposed
from pipeline.read.docx.xml import parse
from pipeline.read.exposed import in_words
from pipeline.read.exposed_image import in_image
from pipeline.read.limits import Refused
from pipeline.read.package import Package, open_package

# ECMA-376-1, 15.2.12 (core properties), 15.2.12.3 (extended); ODF 1.3, part 3, 4.3.2.
_PROPERTIES = {
    "creator": "author",
    "lastModifiedBy": "last author",
    "initial-creator": "author",
    "printed-by": "last author",
    "Manager": "manager",
    "Company": "company",
    "description": "description",
    "HyperlinkBase": "path",
    "user-defined": "custom property",
}
_REVISIONS = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange"}
_PICTURE = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".bmp")


def in_package(data: bytes) -> Iterator[Exposed]:
    """Findings in every part of an Office file or other zip. Raises Refused as `open_package` does."""
    package = open_package(data)
    for name in package.names:
        content = package.read(name)
        if name.endswith(_PICTURE):
            if "thumbnail" in name:
                yield Exposed("thumbnail of the first page", name, f"{len(content)} bytes")
            yield from in_image(content, name)
        elif name.endswith((".xml", ".rels", ".rdf")):
            yield from _in_xml(package, name, content)
        elif not name.endswith(("/", "mimetype", ".odttf")):
            yield Exposed("embedded file", name, f"{len(content)} bytes")


def _in_xml(package: Package, name: str, content: bytes) -> Iterator[Exposed]:
    try:
        root = parse(content, name)
    except Refused:
        yield Exposed("part that cannot be read", name, "it is not the XML that it should be")
        return
    if name.endswith(".rels"):
        yield from _outside(root, name)
        return
    rsids: set[str] = set()
    for element in root.iter(etree.Element):
        yield from _of_element(element, name)
        rsids |= {str(value) for key, value in element.attrib.items() if "}rsid" in str(key)}
    for comment in root.iter(etree.Comment):
        yield Exposed("comment", name, comment.text or "")
    if rsids:
        yield Exposed("numbers of editing sessions (rsid)", name, f"{len(rsids)} of them")


def _of_element(element: etree._Element, name: str) -> Iterator[Exposed]:
    tag = etree.QName(element).localname
    attributes = {etree.QName(key).localname: str(value) for key, value in element.attrib.items()}
    text = _words(element) if tag in ("p", "comment", "property", "creator") else element.text or ""
    if tag in _PROPERTIES and name.startswith(("docprops/", "meta.xml")) and text.strip():
        yield Exposed(_PROPERTIES[tag], name, text)
    elif tag == "property" and name.startswith("docprops/custom"):
        yield Exposed("custom property", name, f"{attributes.get('name', '')}: {text}")
    if tag in ("comment", "annotation"):
        author = attributes.get("author", "")
        yield Exposed("comment", name, f"{author}: {text}" if author else text)
    elif tag in _REVISIONS and "author" in attributes:
        yield Exposed("revision", name, f"{attributes['author']}: {_words(element)}")
    elif tag == "person" and attributes.get("author"):
        yield Exposed("person who edited", name, attributes["author"])
    if tag == "vanish" and attributes.get("val", "1") not in ("0", "false", "off"):
        run = next(islice(element.iterancestors(), 1, 2), None)
        said = "".join(part.text or "" for part in run if _is_text(part)) if run is not None else ""
        if said.strip():
            yield Exposed("hidden text", name, said)
    if tag in ("p", "h", "keywords", "subject", "category"):
        yield from in_words(text or _words(element), name)
    if tag in ("result", "default") and attributes.get("val"):
        yield Exposed("value of a form", name, attributes["val"])


def _is_text(element: etree._Element) -> bool:
    """Whether it holds words; the codes of fields are none."""
    return isinstance(element.tag, str) and etree.QName(element).localname in ("t", "delText")


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _outside(root: etree._Element, name: str) -> Iterator[Exposed]:
    """References that leave the file: templates with their path, pictures, links to persons."""
    for element in root.iter():
        if not isinstance(element.tag, str) or element.get("TargetMode") != "External":
            continue
        target = element.get("Target", "")
        kind = (element.get("Type") or "").rpartition("/")[2]
        if kind == "attachedTemplate":
            yield Exposed("path of the template", name, target)
        elif kind != "hyperlink":
            yield Exposed("reference to another place", name, target)
        yield from in_words(re.sub(r"^mailto:", "", target), name)
