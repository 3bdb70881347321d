"""What an OpenDocument text carries beside its words: macros, objects, links. Named, never followed."""

from __future__ import annotations

import re

from pipeline.read.limits import Refused
from pipeline.read.odt.xml import get, name, qualified
from pipeline.read.package import Package
from pipeline.read.xml import Element

MANIFEST = "META-INF/manifest.xml"
# ODF 1.3, part 2, manifest:encryption-data; newer LibreOffice makes one "encrypted-package" of all parts.
_ENCRYPTED = re.compile(
    rb"full-path\s*=\s*[\"'](?:content\.xml|styles\.xml|encrypted-package)[\"'][^<>]*>\s*<(?:[\w-]+:)?encryption-data",
    re.I,
)
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|/|\\|\.\./)", re.I)
_MACROS = re.compile(r"(basic/[^/]+/(?!(script|dialog)-l[bc]\.xml$)|scripts/[^/]+/|dialogs/[^/]+/).*[^/]$")
_MATH = b"http://www.w3.org/1998/Math/MathML"
_LINKS = frozenset(
    ("text:a", "draw:a", "draw:area-rectangle", "draw:area-circle", "draw:area-polygon", "form:button")
)
_FETCHED = {
    "draw:image": "pictures that lie outside of it",
    "draw:fill-image": "pictures that lie outside of it",
    "style:background-image": "pictures that lie outside of it",
    "text:list-level-style-image": "pictures that lie outside of it",
    "text:section-source": "a part that lies outside of it",
    "draw:object": "an object that lies outside of it",
    "draw:object-ole": "an object that lies outside of it",
    "draw:floating-frame": "a frame that lies outside of it",
    "draw:plugin": "a video or a sound",
    "svg:font-face-uri": "a font that lies outside of it",
}
_CARRIED = {
    "draw:object-ole": "an embedded object",
    "draw:plugin": "a video or a sound",
    "draw:applet": "a program (applet)",
    "draw:floating-frame": "a frame",
    "office:script": "macros",
    "text:script": "macros",
    "text:execute-macro": "macros",
    "script:event-listener": "macros",
    "office:dde-source": "a field that fetches something from outside of it",
    "text:dde-connection-decl": "a field that fetches something from outside of it",
    "text:dde-connection": "a field that fetches something from outside of it",
    "table:table-source": "a part that lies outside of it",
}
_FIELDS = tuple(
    f"form:{kind}"
    for kind in (
        "text", "textarea", "formatted-text", "number", "date", "time", "combobox", "listbox", "checkbox",
        "radio", "fixed-text",
    )
)  # fmt: skip


def refuse_encrypted(package: Package) -> None:
    """Refuse a file whose text is encrypted, by its manifest: FI05. Nothing else that it says is believed.

    It is searched, not parsed: old programs gave it a DTD, and a broken one hides no text.
    """
    if MANIFEST in package and _ENCRYPTED.search(package.read(MANIFEST)):
        raise Refused("FI05")


def carried(package: Package, roots: tuple[Element, ...]) -> set[str]:
    """Each kind of thing in the package that is not followed, in words (FI13)."""
    found: set[str] = set()
    for root in roots:
        for element in root.iter(*map(qualified, _CARRIED)):
            found.add(_CARRIED[name(element)])
        linked = root.iterfind(f".//*[@{qualified('xlink:href')}]")
        for short, target in {(name(element), _address(element)) for element in linked}:
            found |= _referred(package, short, target)
        for element in root.iter(qualified("draw:object")):
            if len(element):  # the object itself, written into the text
                found.add(
                    "a formula" if element.find(qualified("math:math")) is not None else "an embedded object"
                )
    if any(_MACROS.match(each) for each in package.names):
        found.add("macros")
    if package.links:
        found.add("a link to a place outside of it")
    return found


def _address(element: Element) -> str:
    """Where an element refers to, spelt in one way, so that every part is opened once."""
    return get(element, "xlink:href").strip().lower().removeprefix("./").rstrip("/")


def _referred(package: Package, short: str, target: str) -> set[str]:
    """What an element of the name `short` refers to by the address `target`, in words."""
    if short in _LINKS or not target:
        return set()
    if _OUTSIDE.match(target):
        return {_FETCHED.get(short, "a link to something that lies outside of it")}
    if short == "draw:object":
        part = f"{target}/content.xml"
        is_formula = part in package and _MATH in package.read(part)[:4096]
        return {"a formula" if is_formula else "an embedded object"}
    return set()


def pictures(text: Element) -> int:
    """How many pictures there are in the text; what lies outside or shows the look of an object is none."""
    found: set[str] = set()
    inside = 0
    of_objects = {
        each.getparent() for each in text.iter(qualified("draw:object"), qualified("draw:object-ole"))
    }
    for image in text.iter(qualified("draw:image")):
        if image.getparent() in of_objects:
            continue
        if target := get(image, "xlink:href"):
            found.update(() if _OUTSIDE.match(target) else (target,))
        else:
            inside += 1
    return len(found) + inside


def comments(text: Element) -> int:
    """How many comments there are in the text."""
    return sum(1 for _ in text.iter(qualified("office:annotation")))


def form_fields(text: Element) -> int:
    """How many controls of forms there are that show words, which are not read."""
    return sum(1 for _ in text.iter(*map(qualified, _FIELDS)))


def deletions(text: Element) -> frozenset[str]:
    """The identities of tracked changes that delete something (ODF 1.3, part 3, text:tracked-changes)."""
    found: set[str] = set()
    for deletion in text.iter(qualified("text:deletion")):
        region = deletion.getparent()
        found |= {get(region, "xml:id"), get(region, "text:id")}
    return frozenset(found - {""})


def changes(text: Element, kind: str) -> int:
    """How many tracked changes of a kind ("text:insertion") there are."""
    return sum(1 for _ in text.iter(qualified(kind)))
