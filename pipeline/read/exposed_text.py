"""Personal data in HTML and plain text: names in its head, comments, what is not shown, pictures inside."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pipeline.models.exposure import Exposed
from pipeline.read.exposed import in_words
from pipeline.read.exposed_image import in_image

_NAMES = frozenset(
    {"author", "creator", "dc.creator", "publisher", "reply-to", "owner", "manager", "company"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_DATA = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def in_markup(data: bytes) -> Iterator[Exposed]:
    """Findings in HTML; in text without tags only what its words say."""
    from pipeline.read.encoding import decode_any

    parser = _Parser()
    parser.feed(decode_any(data)[0])
    parser.close()
    yield from parser.found
    for number, text in enumerate(parser.words, start=1):
        yield from in_words(text, f"text {number}")


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Exposed] = []
        self.words: list[str] = []
        self._hidden: list[str] = []

    def handle_comment(self, data: str) -> None:
        if data.strip():
            self.found.append(Exposed("comment", self._line(), data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name", "").casefold() in _NAMES:
            self.found.append(Exposed("author", self._line(), given.get("content", "")))
        if tag == "script" or any(name.startswith("on") for name in given):
            self.found.append(Exposed("script", self._line(), f"<{tag}>"))
        if tag in ("input", "textarea") and given.get("value"):
            self.found.append(Exposed("value of a form", self._line(), given["value"]))
        for name in ("src", "data", "poster", "background") + (("href",) if tag == "link" else ()):
            if _ADDRESS.match(given.get(name, "")):
                self.found.append(Exposed("reference to another place", self._line(), given[name]))
        for match in _DATA.finditer(given.get("src", "")):
            self.found += in_image(_decoded(match.group(1)), self._line())
        self.words += [given[name] for name in ("href", "alt", "title", "content") if given.get(name)]
        hides = "hidden" in given or _HIDDEN.search(given.get("style", ""))
        if tag not in _EMPTY and (self._hidden or hides):
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(data)
            if self._hidden and not {"script", "style"} & set(self._hidden):
                self.found.append(Exposed("hidden text", self._line(), data))

    def _line(self) -> str:
        return f"line {self.getpos()[0]}"


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(re.sub(r"\s", "", text))
    except (binascii.Error, ValueError):
        return b""
