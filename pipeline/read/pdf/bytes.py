"""What the bytes of a PDF show before PDFium sees them: a cut end, loops, bombs, and faults to tell of."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.problems import Problem, problem
from pipeline.read.limits import MAX_RATIO, MAX_UNPACKED, Refused, damaged, too_much

HEAD = 1024  # bytes in which %PDF- must stand; readers of all makers look that far
PIECE = 64 * 1024
MAX_PIXELS = 50_000_000
LEAST_BOMB = 1_000_000  # bytes: what is packed tightly but small does no harm
MAX_FILTERS = 8
DICTIONARY = 4_000  # bytes before a stream in which its dictionary is looked for
KNOWN_VERSIONS = re.compile(rb"%PDF-(?:1\.[0-7]|2\.0)")
STREAM = re.compile(rb"(?<!end)stream\r?\n")
FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
FLATE_FIRST = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
IMAGE = re.compile(rb"/Subtype\s*/Image\b")
SIDES = re.compile(rb"/(?:Width|Height)\s+(\d{1,12})\b")
DEEP = re.compile(rb"(?:<<\s*/[^\s<>/\[\]()]*\s*){256}|(?:\[\s*){256}")
TABLE_SIZE = re.compile(rb"\bxref\s+\d{1,12}\s+(\d{1,19})\b")
OWN_KID = re.compile(
    rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\s*<<[^<>]{0,400}?/Kids\s*\[(?:[^\]<]{0,400}?\s)?\1\s+\2\s+R"
)
OWN_VALUE = re.compile(rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\s+\1\s+\2\s+R")
PREVIOUS_TABLE = re.compile(rb"/Prev\s+(\d{1,19})\b")
TURN = re.compile(rb"/Rotate\s+(-?\d{1,10})\b")


def check_bytes(data: bytes) -> list[Problem]:
    """What the bytes show: faults that can be got round, as problems.

    Raises Refused for what cannot: FI01 (empty), FI03 (no beginning, a cut end, a loop in the page tree, an
    impossible table), FI04 (nested too deep, too large when unpacked).
    """
    if not data:
        raise Refused("FI01")
    begin = data.find(b"%PDF-", 0, HEAD)
    if begin < 0:
        raise damaged("it does not begin as a PDF does")
    end = data.rfind(b"startxref")
    if end < data.rfind(b"endobj"):
        raise damaged("its end is missing, as if sending it had been cut off")
    _refuse_attacks(data)
    reasons = []
    if begin:
        reasons.append(f"{begin} bytes stand before its beginning")
    if not KNOWN_VERSIONS.match(data, begin):
        reasons.append("it names a version of PDF that does not exist")
    reasons += [*_end_faults(data, begin, end), *_odd_values(data, end), *_odd_streams(data)]
    found = [problem("FI22", reason=reason) for reason in reasons]
    if b"<!ENTITY" in data:
        found.append(problem("FI13", what="declarations of XML entities in its description"))
    return found


def _refuse_attacks(data: bytes) -> None:
    """Refuse what no program writes: such files are made to hang or crash a reader."""
    if DEEP.search(data):
        raise too_much("its objects are nested more than 256 deep")
    if OWN_KID.search(data):
        raise damaged("its tree of pages contains itself")
    if any(int(count) > len(data) for count in TABLE_SIZE.findall(data)):
        raise damaged("its table of objects states more objects than the file has bytes")


def _start(data: bytes, end: int) -> int:
    """Where the table of objects should be by the number behind `startxref`, which is at `end`; else -1."""
    found = re.compile(rb"startxref\s+(\d{1,19})").match(data, end) if end >= 0 else None
    return int(found[1]) if found else -1


def _end_faults(data: bytes, begin: int, end: int) -> Iterator[str]:
    place = _start(data, end)
    if not any(_is_table(data, where) for where in (place, place + begin)):
        yield "its table of objects is not where it should be, and was rebuilt"
    mark = data.find(b"%%EOF", max(end, 0))
    behind = len(data) - mark - 5 if mark >= 0 else 0
    if behind > 1024 or b"PK\x03\x04" in data[mark : mark + 4096]:
        yield f"{behind} bytes follow its end, which do not belong to it"


def _is_table(data: bytes, place: int) -> bool:
    return 0 <= place < len(data) and bool(
        re.compile(rb"\s*(?:xref|\d{1,10}\s+\d{1,5}\s+obj)").match(data, place, place + 64)
    )


def _odd_values(data: bytes, end: int) -> Iterator[str]:
    place = _start(data, end)
    if place > 0 and any(int(previous) == place for previous in PREVIOUS_TABLE.findall(data)):
        yield "its table of objects names itself as its older version"
    if OWN_VALUE.search(data):
        yield "a value in it refers to itself"
    if any(int(degrees) % 90 for degrees in TURN.findall(data)):
        yield "a page is turned by an angle that is not allowed"


@dataclass(frozen=True, slots=True)
class _Stream:
    """One stream: the dictionary before it and where its packed bytes lie."""

    dictionary: bytes
    start: int
    end: int


def _streams(data: bytes) -> Iterator[_Stream]:
    found = STREAM.search(data)
    while found:
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        before = data[max(0, found.start() - DICTIONARY) : found.start()]
        yield _Stream(before[before.rfind(b" obj") + 1 :], found.end(), end)
        found = STREAM.search(data, end)


def _odd_streams(data: bytes) -> Iterator[str]:
    """Faults of pictures and packed parts; Refused (FI04) for parts that unpack to over 100 MB together.

    Pictures are not unpacked: nothing here draws them.
    """
    left = MAX_UNPACKED
    huge = tight = torn = False
    encrypted = b"/Encrypt" in data
    for stream in _streams(data):
        if IMAGE.search(stream.dictionary):
            sides = [int(side) for side in SIDES.findall(stream.dictionary)]
            huge = huge or (len(sides) >= 2 and sides[0] * sides[1] > MAX_PIXELS)
            continue
        size, whole = _unpacked(data, stream, left)
        left -= size
        torn = torn or not (whole or encrypted)
        if left < 0:
            raise too_much(f"it is larger than {MAX_UNPACKED // 2**20} MB when unpacked")
        tight = tight or size > max(LEAST_BOMB, MAX_RATIO * (stream.end - stream.start))
    if torn:
        yield "a packed part of it is damaged, and words may be missing"
    if huge:
        yield f"a picture in it states more than {MAX_PIXELS // 1_000_000} million points"
    if tight:
        yield f"a part of it is more than {MAX_RATIO} times as large when unpacked"


def _unpacked(data: bytes, stream: _Stream, limit: int) -> tuple[int, bool]:
    """How many bytes the stream unpacks to, counted to just above `limit`; whether it is sound."""
    if not FLATE_FIRST.search(stream.dictionary):
        return 0, True
    pieces = _cut(data, stream)
    for _ in range(min(len(FLATE.findall(stream.dictionary)), MAX_FILTERS)):
        pieces = _inflated(pieces)
    size = 0
    try:
        for piece in pieces:
            size += len(piece)
            if size > limit:
                break
    except zlib.error:
        return size, False
    return size, True


def _cut(data: bytes, stream: _Stream) -> Iterator[bytes]:
    for start in range(stream.start, stream.end, PIECE):
        yield data[start : min(start + PIECE, stream.end)]


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    engine = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest and not engine.eof:
            yield engine.decompress(rest, PIECE)
            rest = engine.unconsumed_tail
        if engine.eof:
            return
