"""Whether a published file still holds words, a photo or a file that was withdrawn."""

from __future__ import annotations

import base64
import binascii
import hashlib
import html
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.models.naming import places
from pipeline.models.traces import Likeness, Traces
from pipeline.read.likeness import is_shown, look_of, look_of_bytes

__all__ = ["close", "still_held"]

_DEPTH = 3
_ANYBODYS = ("statement", "fact sheet")
"""What has sentences that speakers of another session say too."""
_MOST_PART = 100_000_000
_FORMS_DEPTH = 5
_TAGS = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"</(?:w:)?p>|</(?:si|c|row)>|<br[^>]*>|</(?:td|tr|h\d|li|div)>")
_INSIDE = re.compile(rb"data:image/[a-z+]+;base64,([A-Za-z0-9+/=\s]+)")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG")


@dataclass(frozen=True, slots=True)
class _Content:
    """A file, or one packed in it: its bytes, its words, and its pictures where these are asked for."""

    data: bytes
    text: str
    looks: tuple[Likeness, ...] = ()


def still_held(data: bytes, traces: Traces) -> tuple[str, ...]:
    """What of somebody stands in `data`: "name", "photo", "file", "statement" and other words, each once.

    Words are compared without blanks and hyphens, photos by how they look. "file" is a file as it was sent.
    Never raises: what cannot be opened is searched as bytes.
    """
    found: dict[str, None] = {}
    words = [(what, near) for what, text in traces.words if (near := close(text))]
    needed = _needed(words, traces.alone)
    said: set[tuple[str, str]] = set()
    for content in _contents(data, 0, bool(traces.photos)):
        if traces.digests and hashlib.sha256(content.data).hexdigest() in traces.digests:
            found["file"] = None
        if any(is_shown(look, traces.photos, traces.others) for look in content.looks):
            found["photo"] = None
        if places(content.text, traces.names, traces.allowed):
            found["name"] = None
        here = close(content.text)
        said.update((what, text) for what, text in words if text in here)
        counts = Counter(what for what, _ in said)
        found |= dict.fromkeys(what for what, _ in words if counts[what] >= needed[what])
    return tuple(found)


def _needed(words: Sequence[tuple[str, str]], alone: bool) -> dict[str, int]:
    """How many different sentences of each kind make a trace: one, or two where one may be anybody's."""
    counts = Counter(what for what, _ in set(words))
    return {what: 1 if alone or what not in _ANYBODYS else min(2, count) for what, count in counts.items()}


def close(text: str) -> str:
    """`text` as words are compared: without blanks and hyphens, which a line may or may not end with."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def _contents(data: bytes, depth: int, pictured: bool) -> Iterator[_Content]:
    """The file, and all that is packed in it."""
    if data.startswith(b"PK") and depth < _DEPTH:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    if info.file_size < _MOST_PART:
                        yield from _contents(archive.read(info), depth + 1, pictured)
                yield _Content(data, "")
                return
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError):
            pass
    if data.startswith(b"%PDF-"):
        yield _pdf(data, pictured)
    elif data.startswith(_PICTURES):
        look = look_of_bytes(data) if pictured else None
        yield _Content(data, "", (look,) if look else ())
    else:
        yield _Content(data, _text(data), tuple(_pictures_inside(data)) if pictured else ())


def _text(data: bytes) -> str:
    """The words of HTML, XML, JSON or plain text, each character as it is read."""
    text = data.decode("utf-8", "replace")
    if b"<" in data[:200]:
        return html.unescape(_TAGS.sub("", _BREAKS.sub("\n", text)))
    if data[:1] in (b"{", b"["):
        try:
            return "\n".join(_strings(json.loads(text)))
        except (ValueError, RecursionError):
            return text
    return text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _pictures_inside(data: bytes) -> Iterator[Likeness]:
    """Pictures that stand in a page of HTML itself."""
    for match in _INSIDE.finditer(data):
        try:
            look = look_of_bytes(base64.b64decode(match[1]))
        except binascii.Error:
            continue
        if look:
            yield look


def _pdf(data: bytes, pictured: bool) -> _Content:
    import pypdf
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages, looks = [], []
        for page in document:
            pages.append(page.get_textpage().get_text_range())
            looks += _pictures_on(page) if pictured else []
        info: Mapping[str, object] = pypdf.PdfReader(io.BytesIO(data)).metadata or {}
    except Exception:
        return _Content(data, data.decode("latin-1"))
    return _Content(data, "\n".join([*pages, *map(str, info.values())]), tuple(looks))


def _pictures_on(page: Any) -> list[Likeness]:
    """How every picture on a page of a PDF looks, also where a form draws it."""
    import pypdfium2.raw

    found = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=_FORMS_DEPTH)
    looks = []
    for each in found:
        bitmap = each.get_bitmap()
        looks.append(look_of(bitmap.to_pil()))
        bitmap.close()
    return looks
