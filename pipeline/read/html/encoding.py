"""The encoding of a web page: what it says of itself, as browsers understand it (Encoding Standard, 4.2)."""

from __future__ import annotations

import codecs
import re

from pipeline.problems import Problem
from pipeline.read.encoding import decode_any

_HEAD = 4096
_ONE_IN = 50
"""Bytes of a page for each that may be wrong, at least."""

_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})""", re.I)
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})""", re.I)
# Names that Python does not know, and those under which browsers read a wider set than Python does.
_LABELS = {
    "x-mac-cyrillic": "mac-cyrillic", "x-mac-ukrainian": "mac-cyrillic", "windows-874": "cp874",
    "tis-620": "cp874", "dos-874": "cp874", "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8",
    "csiso88598i": "iso8859-8", "x-gbk": "gb18030", "x-sjis": "cp932", "x-x-big5": "big5hkscs",
    "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "x-cp1256": "cp1256",
    "windows-31j": "cp932", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312":
    "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "shift_jis": "cp932",
    "euc_kr": "cp949", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
_ONE_BYTE = frozenset((
    "cp866", "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
    "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r", "koi8-u",
    "mac-roman", "mac-cyrillic",
))  # fmt: skip
_OTHERS = frozenset(("utf-8", "gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "iso2022_jp"))


def decoded(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of the page: by a byte-order mark, by what it says of itself, else as any text."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = _COMMENT.sub(b"", data[:_HEAD])
    said = None if marked else _CHARSET.search(head) or _DECLARED.match(head)
    codec = _codec(said.group(1).decode("ascii").lower()) if said is not None else ""
    try:
        if codec in _ONE_BYTE:
            # A byte that the code page leaves free is a control character, as in browsers.
            text = data.decode(codec, "surrogateescape")
            return re.sub("[\udc80-\udcff]", lambda odd: chr(ord(odd.group()) - 0xDC00), text), ()
        if codec == "utf-8":
            return _as_utf8(data), ()
        if codec:
            return data.decode(codec), ()
    except UnicodeDecodeError:
        pass
    return decode_any(data)


def _as_utf8(data: bytes) -> str:
    """The text; a few bytes that are no UTF-8 show as signs. Raises UnicodeDecodeError for many."""
    text = data.decode("utf-8", "replace")
    return text if text.count("\ufffd") * _ONE_IN <= len(data) else data.decode("utf-8")


def _codec(label: str) -> str:
    """Python's codec for the label of an encoding; "" for one that no browser knows."""
    try:
        name = _LABELS.get(label) or codecs.lookup(label).name
    except LookupError:
        return ""
    name = _WIDER.get(name, name)
    return name if name in _ONE_BYTE or name in _OTHERS else ""
