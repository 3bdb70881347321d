"""Whether a published file still holds words, a picture or the trace of an input that was withdrawn."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from pipeline.models.naming import Hidden, find

__all__ = ["still_held"]

_DEPTH = 3
_MOST_PART = 100_000_000
_TAGS = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"</(?:w:)?p>|</(?:si|c|row)>|<br[^>]*>|</(?:td|tr|h\d|li|div)>")


def still_held(
    data: bytes, names: Sequence[Hidden], sentences: Sequence[str], marks: Sequence[bytes]
) -> tuple[str, ...]:
    """What of somebody stands in `data`: "name", "statement", "file", each once.

    `sentences` are compared without blanks; `marks` are bytes that stand there as they are (a re-encoded
    photo, the SHA-256 of an input in hex). Never raises: what cannot be opened is searched as bytes.
    """
    found: dict[str, None] = {}
    close = {_close(sentence) for sentence in sentences}
    for content, text in _contents(data, 0):
        if any(mark in content for mark in marks):
            found["file"] = None
        if any(find(text, name) for name in names):
            found["name"] = None
        here = _close(text)
        if any(sentence in here for sentence in close if sentence):
            found["statement"] = None
    return tuple(found)


def _close(text: str) -> str:
    return re.sub(r"[\s\u00ad]+|(?<=\w)-\n", "", text)


def _contents(data: bytes, depth: int) -> Iterator[tuple[bytes, str]]:
    """Bytes with their text: of the file, and of all that is packed in it."""
    if data.startswith(b"PK") and depth < _DEPTH:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    if info.file_size < _MOST_PART:
                        yield from _contents(archive.read(info), depth + 1)
                return
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError):
            pass
    if data.startswith(b"%PDF-"):
        yield data, _pdf_text(data)
    else:
        words = _BREAKS.sub("\n", data.decode("utf-8", "replace"))
        yield data, _TAGS.sub("", words) if b"<" in data[:200] else words


def _pdf_text(data: bytes) -> str:
    import pypdf
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in document]
        info: Mapping[str, object] = pypdf.PdfReader(io.BytesIO(data)).metadata or {}
    except Exception:
        return data.decode("latin-1")
    return "\n".join([*pages, *map(str, info.values())])
