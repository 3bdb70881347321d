"""Sound files spoilt in the ways that break readers: bytes, XML parts inside a zip, tokens of a PDF, YAML."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]

_EXTREMES = (b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"-2147483649", b"99999999999999999999", b"1e400",
             b"0.0000001", b"NaN", b"")  # fmt: skip
_XML = (
    b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t>", b"</w:t>", b"<w:tbl>", b"</w:tbl>", b"<w:tc>", b"<w:tr/>", b"<w:del>",
    b"<w:ins>", b"<w:sdt>", b"<w:sdtContent>", b"<w:fldChar w:fldCharType=\"begin\"/>", b"<w:instrText>TOC</w:instrText>",
    b"<w:fldChar w:fldCharType=\"end\"/>", b"<w:footnoteReference w:id=\"1\"/>", b"<w:numPr><w:ilvl w:val=\"9\"/></w:numPr>",
    b"<w:gridSpan w:val=\"99999\"/>", b"<w:vMerge/>", b"<w:pStyle w:val=\"Heading1\"/>", b"<w:vanish/>", b"<w:br/>",
    b"<mc:AlternateContent>", b"<mc:Fallback>", b"<w:txbxContent>", b"<w:sym w:char=\"F0\"/>", b"<w:bdo w:val=\"rtl\">",
    b"<w:outlineLvl w:val=\"-3\"/>", b"<w:sz w:val=\"x\"/>", b"<w:color w:val=\"FFFFFF\"/>", b"<w:tab/>", b"&#x2028;",
    b"&#xE0041;", b"<w:moveFrom>", b"<w:customXml>", b"<w:hyperlink r:id=\"rId99\">", b"<m:oMath>", b"<w:ruby>",
)  # fmt: skip
_PDF = (
    b"<<", b">>", b"[", b"]", b"/Type", b"/Kids", b"/Count", b"/Parent", b"/Contents", b"/Resources", b"/Font", b"null",
    b"true", b"1 0 R", b"2 0 R", b"3 0 R", b"4 0 R", b"obj", b"endobj", b"stream\n", b"endstream", b"/Length 99999999",
    b"/Filter /FlateDecode", b"/Filter [/ASCII85Decode /LZWDecode]", b"/ToUnicode 5 0 R", b"/Encoding /Identity-H",
    b"/MediaBox [0 0 1e9 -5]", b"/Rotate 45", b"/UserUnit 1e30", b"(", b")", b"BT", b"ET", b"Tj", b"TJ", b"q", b"Q",
    b"/F1 0 Tf", b"/F1 -1e30 Tf", b"3 Tr", b"1e38 0 0 1e38 0 0 cm", b"/Fm0 Do", b"BI", b"EI", b"/OCG", b"'", b"xref",
    b"trailer", b"startxref", b"%%EOF", b"/Annots [6 0 R]", b"/Outlines 3 0 R", b"/Encrypt 4 0 R",
)  # fmt: skip
_YAML = (
    b"- ", b": ", b"? ", b"&a ", b"*a", b"<<: ", b"!!int ", b"!x ", b"|\n", b">-\n", b"'", b'"', b"\"\\x00\"", b"[", b"]",
    b"{", b"}", b"#", b"---\n", b"...\n", b"%YAML 1.1\n", b"\t", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf",
    b"\"\\UFFFFFFFF\"", b"\"\\ud800\"", b"~", b"0o7", b"1_000", b".nan", b"2026-02-30", b"\x1b", b"\xff", b",", b"\\",
)  # fmt: skip
_RTF = (
    b"{", b"}", b"{\\*", b"\\par ", b"\\pard", b"\\plain", b"\\u8217?", b"\\u-1 ", b"\\uc0 ", b"\\'e9", b"\\'", b"\\bin9 ",
    b"\\bin99999999 ", b"\\ls1", b"\\ilvl8", b"\\cell ", b"\\row ", b"\\trowd", b"\\cellx9", b"\\nestcell ", b"\\itap9 ",
    b"{\\footnote ", b"\\chftn ", b"{\\field{\\*\\fldinst ", b"\\fldrslt ", b"\\v ", b"\\deleted ", b"\\f9 ", b"\\fs99999999 ",
    b"\\s3", b"{\\fonttbl", b"{\\stylesheet", b"{\\listtable", b"{\\pict", b"{\\shp", b"\\ansicpg932", b"\\mac", b"\\\n", b"\xff",
)  # fmt: skip
_HTML = (
    b"<", b">", b"</", b"<p>", b"</p>", b"<div>", b"<li>", b"<ol start=9>", b"<ul>", b"<table>", b"<tr>", b"<td colspan=999>",
    b"<td rowspan=9>", b"<thead>", b"<h1>", b"<!--", b"-->", b"<script>", b"<style>", b"<![CDATA[", b"&", b"&#xD800;", b"&nbsp;",
    b"<a href='#a' id='b'>1</a>", b"<a id='a' href='#b'>1</a>", b" style='display:none'", b"<template>", b"<svg>", b"<math>",
    b"<sup>", b"<main>", b"<nav>", b"<footer>", b"<br><br>", b"<del>", b"<select>", b"<frameset>", b"<base href=x>", b"\x00", b"\xff",
)  # fmt: skip
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_FLATE = re.compile(rb"(/FlateDecode[^\n]{0,200}?>>\s*stream\r?\n)(.*?)(\r?\nendstream)", re.S)


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _span(chance: random.Random, data: bytes, most: int) -> tuple[int, int]:
    begin = _place(chance, data)
    return begin, min(len(data), begin + chance.randrange(1, most + 1))


def flipped(chance: random.Random, data: bytes) -> bytes:
    """A few bits turned over."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(chance: random.Random, data: bytes) -> bytes:
    """The beginning alone, or without a piece in the middle."""
    begin, end = _span(chance, data, chance.choice((4, 200, len(data))))
    return data[:begin] if chance.random() < 0.4 else data[:begin] + data[end:]


def doubled(chance: random.Random, data: bytes) -> bytes:
    """A piece again, somewhere, once or often."""
    begin, end = _span(chance, data, chance.choice((8, 300, 5_000)))
    place = _place(chance, data)
    return data[:place] + data[begin:end] * chance.choice((1, 1, 3, 200)) + data[place:]


def with_extremes(chance: random.Random, data: bytes) -> bytes:
    """Some numbers exchanged for ones at the edge."""
    places = list(_NUMBER.finditer(data))
    if not places:
        return flipped(chance, data)
    for found in sorted(
        chance.sample(places, min(len(places), chance.choice((1, 1, 3, 20)))), key=_begin, reverse=True
    ):
        data = data[: found.start()] + chance.choice(_EXTREMES) + data[found.end() :]
    return data


def _begin(found: re.Match[bytes]) -> int:
    return found.start()


def _with(words: tuple[bytes, ...]) -> Mutation:
    def mutate(chance: random.Random, data: bytes) -> bytes:
        for _ in range(chance.choice((1, 2, 6))):
            begin, end = _span(chance, data, 12)
            end = chance.choice((begin, end))
            data = data[:begin] + chance.choice(words) * chance.choice((1, 1, 1, 40, 300)) + data[end:]
        return data

    return mutate


def _tags(chance: random.Random, data: bytes) -> bytes:
    """XML that stays well formed more often: tags moved, dropped, exchanged for others, or wrapped around."""
    tags = list(_TAG.finditer(data))
    if len(tags) < 4:
        return flipped(chance, data)
    one, other = sorted(chance.sample(tags, 2), key=_begin)
    piece = data[one.start() : other.end()]
    choice = chance.randrange(5)
    if choice == 0:
        return data[: one.start()] + data[one.end() :]
    if choice == 1:
        return (
            data[: one.start()]
            + other.group()
            + data[one.end() : other.start()]
            + one.group()
            + data[other.end() :]
        )
    if choice == 2 and len(piece) < 20_000:
        return data[: one.start()] + piece * chance.choice((2, 30)) + data[other.end() :]
    word = chance.choice(_XML)
    local = re.match(rb"<([\w:]+)", word)
    closing = b"</" + local.group(1) + b">" if local and not word.endswith(b"/>") else b""
    if choice == 3:
        return data[: one.start()] + word + closing + data[one.start() :]
    depth = chance.choice((1, 5, 60, 250))
    return data[: one.start()] + word * depth + piece + closing * depth + data[other.end() :]


def zipped(chance: random.Random, data: bytes) -> bytes:
    """One part of a Word file spoilt, and all zipped again; another file is spoilt as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:  # what was spoilt before may raise anything
        return flipped(chance, data)
    known = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not known:
        return flipped(chance, data)
    main = [name for name in known if name.endswith("word/document.xml")]
    name = chance.choice(main if main and chance.random() < 0.6 else known)
    mutate = chance.choice((_tags, _tags, _tags, with_extremes, _with(_XML), doubled, flipped))
    parts[name] = mutate(chance, parts[name]) if parts[name] else b""
    if chance.random() < 0.05:
        parts.pop(chance.choice(known))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(zipfile.ZipInfo(each), content)
    return target.getvalue()


def restreamed(chance: random.Random, data: bytes) -> bytes:
    """A packed stream of a PDF unpacked, spoilt and packed again."""
    found = list(_FLATE.finditer(data))
    if not found:
        return _with(_PDF)(chance, data)
    stream = chance.choice(found)
    try:
        plain = zlib.decompressobj().decompress(stream.group(2), 2_000_000)
    except zlib.error:
        return flipped(chance, data)
    spoilt = chance.choice((with_extremes, _with(_PDF), doubled, cut))(chance, plain or b"q Q")
    return data[: stream.start(2)] + zlib.compress(spoilt) + data[stream.end(2) :]


def figures(chance: random.Random, data: bytes) -> bytes:
    """Some numbers of a binary file exchanged, most of them in the head of an old Word file or in its tables."""
    spoilt = bytearray(data)
    head = data.find(b"\xec\xa5")
    for _ in range(chance.choice((1, 2, 8, 40))):
        size = chance.choice((1, 2, 2, 4, 4))
        first, length = (head, 0x400) if head >= 0 and chance.random() < 0.4 else (0, len(data))
        at = (first + chance.randrange(max(1, length))) // size * size
        number = chance.choice(
            (0, 1, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, chance.randrange(5_000))
        )
        spoilt[at : at + size] = (number & (1 << 8 * size) - 1).to_bytes(size, "little")
    return bytes(spoilt[: len(data)])


def blocks(chance: random.Random, data: bytes) -> bytes:
    """Some blocks of 64 or 512 bytes exchanged for others of the same file, as in a container that is damaged."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 4))):
        size = chance.choice((64, 512, 512))
        one, other = (chance.randrange(len(data) // size + 1) * size for _ in range(2))
        if len(piece := data[one : one + size]) == len(spoilt[other : other + size]):
            spoilt[other : other + size] = piece
    return bytes(spoilt)


_OF_ALL: tuple[Mutation, ...] = (flipped, cut, doubled, with_extremes)
_OF_KIND: dict[str, tuple[Mutation, ...]] = {
    "docx": (zipped, zipped, zipped, zipped),
    "odt": (zipped, zipped, zipped, zipped),
    "doc": (figures, figures, figures, figures, blocks, blocks, flipped, flipped),
    "rtf": (_with(_RTF), _with(_RTF), doubled),
    "html": (_with(_HTML), _with(_HTML), doubled),
    "pdf": (restreamed, restreamed, _with(_PDF), with_extremes),
    "yaml": (_with(_YAML), _with(_YAML), doubled),
}


def spoilt(chance: random.Random, data: bytes, kind: str, other: bytes) -> bytes:
    """`data` of that kind ("docx", "pdf", "yaml", "" for text) with one to three faults; `other` to splice with."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        if not data:
            break
        if chance.random() < 0.05:
            data = data[: _place(chance, data)] + other[_place(chance, other) :]
        else:
            data = chance.choice(_OF_KIND.get(kind, ()) + _OF_ALL[: 2 if kind in ("docx", "odt") else 4])(
                chance, data
            )
    return data[:3_000_000]
