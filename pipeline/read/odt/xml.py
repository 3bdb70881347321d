"""Short names for the elements and attributes of OpenDocument, whose XML is parsed by `read.xml.parsed`."""

from __future__ import annotations

from pipeline.read.xml import Names

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
_NAMES = Names(_URIS)
name, qualified, get, child = _NAMES.name, _NAMES.qualified, _NAMES.get, _NAMES.child
