"""Parse the XML parts of office files without entities, network or trust."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from pipeline.read.limits import MAX_XML, Refused, damaged, too_much

Element = etree._Element

_MOST_NAMES = 5_000

_ENCODINGS = frozenset(("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ISO-8859-1", "WINDOWS-1252"))
_LIMIT = re.compile("huge|excessive depth|too long|amplification|out of memory|xmlSAX2Characters", re.I)


def parsed(data: bytes, part: str) -> Element:
    """The root of an XML part.

    Raises Refused: FI03 for a DTD (its entities would vanish or explode), an encoding that Office files do
    not have, or broken XML; FI04 for a limit of libxml2 (depth 256, 10 MB in one text), which looks like it.
    """
    if len(data) > MAX_XML:
        raise too_much(f"its part {part} has {len(data) // 1024 // 1024} MB")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        raise _syntax_refusal(cause, part) from cause
    except (ValueError, LookupError) as cause:
        raise damaged(f"the XML of its part {part} is broken") from cause
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise damaged(f"its part {part} has a DTD, which no Office file has")
    if (info.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise damaged(f"its part {part} has an encoding that Office files do not have")
    return root


def _syntax_refusal(cause: etree.XMLSyntaxError, part: str) -> Refused:
    message = str(cause.msg)
    if getattr(cause, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY or _LIMIT.search(message):
        return too_much("its text is nested too deeply or a single text in it is too long")
    if "ntity" in message:
        return damaged(f"its part {part} uses entities of a DTD, which no Office file has")
    return damaged(f"the XML of its part {part} is broken")


def whole(text: str, default: int = 0) -> int:
    """`text` as a whole number (also "12.0" or "12pt"), `default` where it is none or absurd."""
    match = re.match(r"\s*([+-]?\d{1,12})(?![\d])", text)
    return int(match.group(1)) if match else default


class Names:
    """Short forms ("w:p") of the names of elements and attributes.

    `uris`: the namespace of each prefix; `also`: prefixes of further namespaces that are read as the same.
    """

    def __init__(self, uris: Mapping[str, str], also: Mapping[str, str] | None = None) -> None:
        self._uris = uris
        self._prefixes = {**{uri: prefix for prefix, uri in uris.items()}, **(also or {})}
        self._short: dict[str, str] = {}
        self._whole: dict[str, str] = {}

    def name(self, element: Element) -> str:
        """The element's name with its prefix, or "?:" where the namespace is not known."""
        tag = element.tag
        found = self._short.get(tag)
        if found is None:
            uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
            found = f"{self._prefixes.get(uri, '?')}:{local}"
            if len(self._short) < _MOST_NAMES:
                self._short[tag] = found
        return found

    def qualified(self, short: str) -> str:
        """ "w:val" as lxml wants it. Raises KeyError for a prefix that is none."""
        found = self._whole.get(short)
        if found is None:
            prefix, _, local = short.partition(":")
            found = self._whole[short] = f"{{{self._uris[prefix]}}}{local}"
        return found

    def get(self, element: Element | None, attribute: str) -> str:
        """An attribute's text, "" if it is not there."""
        return "" if element is None else element.get(self.qualified(attribute)) or ""

    def child(self, element: Element | None, short: str) -> Element | None:
        """The first child of that name."""
        return None if element is None else element.find(self.qualified(short))
