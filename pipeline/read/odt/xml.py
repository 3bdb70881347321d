"""Short names for the elements and attributes of OpenDocument, whose XML is parsed by `read.xml.parsed`."""

from __future__ import annotations

from functools import lru_cache

from pipeline.read.xml import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
# ODF 1.3, part 3, chapter 1; loext is what LibreOffice adds to it.
_URIS = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "form": f"{_OASIS}form:1.0",
    "script": f"{_OASIS}script:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "math": "http://www.w3.org/1998/Math/MathML",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_PREFIXES = {uri: prefix for prefix, uri in _URIS.items()}
_short: dict[str, str] = {}


def name(element: Element) -> str:
    """The element's name with the usual prefix ("text:p"); "?:" where the namespace is not known."""
    tag = element.tag
    found = _short.get(tag)
    if found is None:
        uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
        found = f"{_PREFIXES.get(uri, '?')}:{local}"
        if len(_short) < 5000:
            _short[tag] = found
    return found


@lru_cache(maxsize=500)
def qualified(short: str) -> str:
    """ "text:p" as lxml wants it."""
    prefix, _, local = short.partition(":")
    return f"{{{_URIS[prefix]}}}{local}"


def get(element: Element | None, attribute: str) -> str:
    """An attribute's text, "" if it is not there."""
    return "" if element is None else element.get(qualified(attribute)) or ""


def child(element: Element | None, short: str) -> Element | None:
    """The first child of that name."""
    return None if element is None else element.find(qualified(short))
