"""Turn the bytes of a text file into text: by what they prove, else by a guess that is reported."""

from __future__ import annotations

import codecs
import re

from pipeline.problems import Problem, problem
from pipeline.read.kind import looks_utf16
from pipeline.read.limits import damaged, too_much

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHOWN = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252 (Western European)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1254": "Windows-1254 (Turkish)",
}
# The accented letters of the Western languages of statements (en, fr, es, pt, de, it) and their signs.
_WESTERN = re.compile("[àâçéèêëîïôûùüÿœæÀÂÇÉÈÊÎÔÛŒáíóúñÁÍÓÚÑãõäöß]|[¿¡«»“”‘’–—…•°§€ºª\u00a0]")
_WORD_INSIDE = re.compile("[a-z][\u00c0-\u00de][a-z]")


def decode(data: bytes, most: int = 0) -> tuple[str, tuple[Problem, ...]]:
    """`decode_any`, and Refused (FI04) for a text of more than `most` characters (0: any)."""
    if most and len(data) > 4 * most:
        raise too_much(f"it has more than {most} characters")
    text, problems = decode_any(data)
    if most and len(text) > most:
        raise too_much(f"it has more than {most} characters")
    return text, problems


def decode_any(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data`, with FI08 where its encoding is a guess.

    A byte-order mark or valid UTF-8 proves itself; UTF-16 without a mark and code pages are guesses.
    Raises Refused (FI03) for UTF-16 that breaks off or for bytes that are no text.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec), ()
    if codec := looks_utf16(data):
        return _strict(data, codec), (problem("FI08", encoding=_SHOWN[codec]),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        codec = _guess(data)
        return data.decode(codec, "replace"), (problem("FI08", encoding=_SHOWN[codec]),)


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as cause:
        raise damaged(f"it says that it is {codec[:6].upper()} but is not") from cause


def _guess(data: bytes) -> str:
    """The Windows code page that fits: Western if what is not ASCII reads as Western letters and signs."""
    western = data.decode("cp1252", "replace")
    odd = [char for char in western if char > "\x7f"]
    good = len(_WESTERN.findall(western))
    if good >= 0.9 * len(odd) and not _WORD_INSIDE.search(western) and _mostly_ascii(western):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=[c for c in _SHOWN if c.startswith("cp")]).best()
    return best.encoding if best is not None and best.encoding in _SHOWN else "cp1252"


def _mostly_ascii(text: str) -> bool:
    """Whether most letters are plain ones, as in the Western languages and no other."""
    letters = [char for char in text if char.isalpha()]
    return sum(char.isascii() for char in letters) >= 0.7 * len(letters)
