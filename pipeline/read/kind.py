"""Find out what a file is from its bytes; names lie, and libraries' messages about it mislead."""

from __future__ import annotations

import codecs
import re

from pipeline.models.passages import FileKind
from pipeline.problems import Problem, problem
from pipeline.read.limits import MAX_BYTES, Refused, too_much
from pipeline.read.pointers import pointer

MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_KIND_OF_ENDING = {
    ".docx": FileKind.DOCX,
    ".docm": FileKind.DOCX,
    ".dotx": FileKind.DOCX,
    ".doc": FileKind.DOC,
    ".dot": FileKind.DOC,
    ".odt": FileKind.ODT,
    ".ott": FileKind.ODT,
    ".rtf": FileKind.RTF,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".pdf": FileKind.PDF,
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
} | dict.fromkeys(MARKDOWN_ENDINGS, FileKind.MARKDOWN)
_SHOWN = {
    FileKind.DOCX: "Word (.docx)",
    FileKind.DOC: "an old Word file (.doc)",
    FileKind.ODT: "OpenDocument text (.odt)",
    FileKind.RTF: "rich text (.rtf)",
    FileKind.HTML: "a web page (HTML)",
    FileKind.PDF: "PDF",
    FileKind.MARKDOWN: "Markdown",
    FileKind.TEXT: "plain text",
}
# Read under their own names, and as .doc, by which programs save them too. Under the name of another format a
# page came in place of a download, and a rich text may want to be taken for another file.
_AS_NAMED = {FileKind.RTF: ".rtf", FileKind.HTML: ".html"}
_OLD_WORD = (".doc", ".dot")
# Endings that claim a format that is never plain text: documents, pictures, archives, programs.
_NO_TEXT = frozenset((
    ".docx", ".docm", ".dotx", ".dotm", ".pdf", ".doc", ".dot", ".odt", ".rtf", ".pages", ".wpd", ".xls",
    ".xlsx", ".xlsm", ".ppt", ".pptx", ".ods", ".odp", ".msg", ".epub", ".jpg", ".jpeg", ".png", ".gif",
    ".tif", ".tiff", ".bmp", ".heic", ".webp", ".zip", ".rar", ".7z", ".gz", ".tar", ".iso", ".exe", ".com",
    ".scr", ".bat", ".cmd", ".pif", ".msi", ".dll", ".jar", ".lnk", ".ps1", ".vbs", ".vbe", ".js", ".jse",
    ".wsf", ".hta", ".sh", ".app", ".apk", ".cpl", ".reg",
))  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_NAMES = {
    "EncryptedPackage": "",
    "EncryptionInfo": "",
    "WordDocument": "",
    "__substg1.0_": "",
    "Workbook": "an old spreadsheet (.xls)",
    "Book": "an old spreadsheet (.xls)",
    "PowerPoint Document": "an old presentation (.ppt)",
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"\xdb\xa5\x2d\x00", "a very old Word file"),
    (b"%!PS", "a PostScript file"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_TEXT_DOCUMENTS = frozenset((f"{_OPEN_DOCUMENT}text", f"{_OPEN_DOCUMENT}text-template"))
_WEB_PAGE = re.compile(
    rb"\s*(?:<!doctype html|<html|<head[\s>]|<body[\s>]|<\?xml[^>]{0,200}>.{0,2000}?<html)", re.I | re.S
)
_TEXT_SIGNS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*<\?xml[^>]*>.{0,2000}?<\w*:?wordDocument", re.S), "an old Word file (XML of 2003)"),
    (re.compile(rb"\s*<\?xml[^>]*>.{0,2000}?<pkg:package", re.S), "a Word file as one XML (Flat OPC)"),
    (re.compile(rb"\s*<\?xml"), "XML"),
    (
        re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", re.I),
        "a web archive (MHTML) or e-mail",
    ),
)


def find_kind(data: bytes, name: str) -> tuple[FileKind, tuple[Problem, ...]]:
    """The kind of a statement file, with FI07 where the ending of `name` says something else.

    Plain text proves nothing by its bytes: it is taken where the name claims no other format; rich text and
    web pages only there or as .doc. Raises Refused with FI01 (empty), FI02 (another format, named), FI04
    (over 20 MB), FI05 (password), FI32 (text under another name) or FI33 (only a link to a document).
    """
    if not data:
        raise Refused("FI01")
    if len(data) > MAX_BYTES:
        raise too_much(f"{len(data) / 1024 / 1024:.0f} MB, where {MAX_BYTES // 1024 // 1024} MB are allowed")
    if what := pointer(data, name):
        raise Refused("FI33", what=what)
    ending = _ending(name)
    kind = _binary_kind(data) or _text_kind(data, ending)
    named = _KIND_OF_ENDING.get(ending)
    if named is kind or not ending or (kind is FileKind.TEXT and named is None):
        return kind, ()
    if kind in _AS_NAMED and ending not in _OLD_WORD and (named is not None or ending in _NO_TEXT):
        raise Refused("FI32", named=ending, kind=_SHOWN[kind], right=_AS_NAMED[kind])
    return kind, (problem("FI07", named=ending, kind=_SHOWN[kind]),)


def shown(kind: FileKind) -> str:
    """`kind` as problems name it: "Word (.docx)"."""
    return _SHOWN[kind]


def kind_in_words(data: bytes) -> str:
    """What the bytes are, in words: "Word (.docx)", "a picture (PNG)". Raises Refused, but not for FI02."""
    if not data:
        raise Refused("FI01")
    try:
        return _SHOWN[_binary_kind(data) or _text_kind(data, "")]
    except Refused as refusal:
        if refusal.problem.code != "FI02":
            raise
        return dict(refusal.problem.values)["kind"]


def _ending(name: str) -> str:
    """The ending of `name` in lower case with its dot, "" if it has none."""
    base = re.split(r"[/\\]", name)[-1]
    stem, dot, ending = base.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def _binary_kind(data: bytes) -> FileKind | None:
    """DOCX, ODT, RTF or PDF by its signature; None for what may be text; Refused for any other."""
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if is_pdf(data):
        return FileKind.PDF
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data[4:12] in (b"ftypheic", b"ftypheif", b"ftypmif1"):
        raise Refused("FI02", kind="a picture (HEIC)")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise Refused("FI02", kind="a picture (WebP)")
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (len(magic) > 2 or _is_binary(data)):
            raise Refused("FI02", kind=kind)
    return None


def is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF does: real ones have a few bytes before the header."""
    return b"%PDF-" in data[:1024] and not data.startswith((b"#", b"MZ"))


def _zip_kind(data: bytes) -> FileKind:
    """DOCX or ODT, or Refused with the name of the other format that comes as a zip."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise Refused("FI02", kind="a fragment of a zip archive")
    from pipeline.read.package import part_names

    names, mimetype = part_names(data)
    if mimetype.strip() in _TEXT_DOCUMENTS:
        return FileKind.ODT
    if mimetype.startswith(_OPEN_DOCUMENT):
        raise Refused("FI02", kind=f"an OpenDocument file ({mimetype.rpartition('.')[2]})")
    if mimetype.startswith("application/epub"):
        raise Refused("FI02", kind="an e-book (EPUB)")
    lowered = {name.lower() for name in names}
    for sign, kind in (
        ("xl/workbook.xml", "a spreadsheet (.xlsx)"),
        ("xl/workbook.bin", "a spreadsheet (.xlsb)"),
        ("ppt/presentation.xml", "a presentation (.pptx)"),
        ("index/document.iwa", "an Apple Pages file"),
        ("visio/document.xml", "a drawing (.vsdx)"),
    ):
        if sign in lowered:
            raise Refused("FI02", kind=kind)
    if "[content_types].xml" in lowered or any(name.startswith("word/") for name in lowered):
        return FileKind.DOCX
    raise Refused("FI02", kind="a zip archive" if names else "an empty zip archive")


def _ole_kind(data: bytes) -> FileKind:
    """DOC, or Refused with the name of the other format that comes in Microsoft's old container.

    One that is too damaged to be opened is named by what stands in its bytes.
    """
    from pipeline.read.doc.container import Container

    try:
        names = frozenset(Container(data).names)
    except Refused:
        names = frozenset(name for name in _OLE_NAMES if name.encode("utf-16-le") in data)
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise Refused("FI05")
    for name, kind in _OLE_NAMES.items():
        if kind and name in names:
            raise Refused("FI02", kind=kind)
    if any(name.upper() == "WORDDOCUMENT" for name in names):
        return FileKind.DOC
    if any(name.startswith("__substg1.0_") for name in names):
        raise Refused("FI02", kind="an e-mail (.msg)")
    raise Refused("FI02", kind="an old Office file (.doc, .xls or .ppt)")


def _text_kind(data: bytes, ending: str) -> FileKind:
    """HTML by its first tag, else TEXT, MARKDOWN or HTML by the ending, for bytes that are text."""
    if _WEB_PAGE.match(_behind_comments(data[:8192].removeprefix(codecs.BOM_UTF8))):
        return FileKind.HTML
    for pattern, kind in _TEXT_SIGNS:
        if pattern.match(data[:8192]):
            raise Refused("FI02", kind=kind)
    if _is_binary(data):
        raise Refused("FI02", kind="not text (binary data)")
    if ending in _NO_TEXT:
        raise Refused("FI32", named=ending, kind=_SHOWN[FileKind.TEXT], right=".txt")
    named = _KIND_OF_ENDING.get(ending)
    return named if named in (FileKind.MARKDOWN, FileKind.HTML) else FileKind.TEXT


def _behind_comments(head: bytes) -> bytes:
    """`head` without the comments that stand before anything else."""
    while (head := head.lstrip()).startswith(b"<!--") and (end := head.find(b"-->")) >= 0:
        head = head[end + 3 :]
    return head


def _is_binary(data: bytes) -> bool:
    """Whether control bytes show that this is no text in any encoding that is read."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_utf16(data):
        return False
    controls = sum(data.count(bytes([byte])) for byte in (*range(9), *range(14, 32)))
    return b"\0" in data or controls * 50 > len(data)


def looks_utf16(data: bytes) -> str:
    """The codec of UTF-16 text without a mark, by where its zero bytes are; "" if it is not that."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2 or _is_accented_utf8(data):
        return ""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if low > half * 0.4 and high < half * 0.02:
        return "utf-16-le"
    if high > half * 0.4 and low < half * 0.02:
        return "utf-16-be"
    return ""


def _is_accented_utf8(data: bytes) -> bool:
    """Whether it is valid UTF-8 with letters beyond ASCII, which UTF-16 hardly ever is by chance."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
