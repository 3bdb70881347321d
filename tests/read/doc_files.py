"""Small old Word files made in memory: a container, its head, one table of pieces, pages of properties."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.models.passages import RawStatement
from pipeline.read import read_statement

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
BEGIN = 0x800
"""Where the text begins in its stream."""

PARTS = ("text", "footnotes", "heads", "macros", "comments", "endnotes", "boxes", "boxes in heads")
TABLES = {
    "styles": 1, "footnote calls": 2, "footnotes": 3, "comments": 4, "comments' text": 5, "sections": 6, "heads": 11, "letters": 12,
    "paragraphs": 13, "fonts": 15, "document": 31, "associated": 32, "pieces": 33, "comments by": 36, "shapes": 40,
    "endnote calls": 46, "endnotes": 47, "drawings": 50, "authors": 51, "boxes": 56, "saved by": 71, "lists": 73,
    "overrides": 74,
}  # fmt: skip

BOLD, ITALIC, HIDDEN, DELETED, INSERTED = 0x0835, 0x0836, 0x083C, 0x0800, 0x0801
CAPS, UNDERLINE, RAISED, SIZE, COLOUR, HIGHLIGHT = 0x083B, 0x2A3E, 0x2A48, 0x4A43, 0x6870, 0x2A0C
SPECIAL, SYMBOL, PICTURE, CHARACTER_STYLE, SHADE = 0x0855, 0x6A09, 0x6A03, 0x4A30, 0xCA71
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
LIST, LEVEL, OUTLINE, LEFT, RIGHT = 0x460B, 0x260A, 0x2640, 0x845E, 0x845D
TABLE, HEADER_ROW, CELL_SHADES = 0xD608, 0x3404, 0xD612


def sprm(code: int, value: int | bytes = 1) -> bytes:
    """A property with its operand."""
    head = struct.pack("<H", code)
    size = _SIZES[code >> 13]
    if code == TABLE:
        assert isinstance(value, bytes)
        return head + struct.pack("<H", len(value) + 1) + value
    if isinstance(value, bytes):
        return head + (bytes([len(value)]) if not size else b"") + value
    return head + (value % (1 << 8 * size)).to_bytes(size, "little")


@dataclass(frozen=True)
class Run:
    """Letters with properties of their own."""

    text: str
    own: bytes = b""


@dataclass(frozen=True)
class Para:
    """A paragraph: its runs, its style and properties, the sign that ends it and what that has of its own."""

    runs: tuple[Run, ...]
    own: bytes = b""
    style: int = 0
    mark: str = "\r"
    mark_own: bytes = b""


def run(text: str, *own: bytes) -> Run:
    return Run(text, b"".join(own))


def para(*runs: str | Run, own: bytes = b"", style: int = 0, mark: str = "\r", mark_own: bytes = b"") -> Para:
    return Para(tuple(Run(one) if isinstance(one, str) else one for one in runs), own, style, mark, mark_own)


def special(sign: str, *own: bytes) -> Run:
    """A sign that stands for something else."""
    return Run(sign, sprm(SPECIAL) + b"".join(own))


def field_of(code: str, *result: str | Run) -> tuple[Run, ...]:
    """A field with its code and its result."""
    shown = tuple(Run(one) if isinstance(one, str) else one for one in result)
    return (special("\x13"), Run(code), special("\x14"), *shown, special("\x15"))


def cell(*runs: str | Run, own: bytes = b"") -> Para:
    return para(*runs, own=sprm(IN_TABLE) + own, mark="\x07")


def row(*edges: int, cells: Sequence[int] = (), own: bytes = b"") -> Para:
    """The end of a row whose cells lie between `edges`; `cells`: the flags of each."""
    count = len(edges) - 1
    flags = [*cells, *[0] * (count - len(cells))]
    operand = bytes([count]) + struct.pack(f"<{count + 1}h", *edges)
    operand += b"".join(struct.pack("<H", flag) + bytes(18) for flag in flags)
    return para(own=sprm(IN_TABLE) + sprm(ROW_END) + sprm(TABLE, operand) + own, mark="\x07")


@dataclass(frozen=True)
class Style:
    """A style: its name, the number that Word knows it by, its kind (1: paragraphs, 2: letters, 3: tables)."""

    name: str
    known: int = 0xFFE
    kind: int = 1
    base: int = 0xFFF
    own: bytes = b""
    letters: bytes = b""


STYLES: dict[int, Style] = {
    0: Style("Normal", 0),
    1: Style("heading 1", 1, base=0, letters=sprm(BOLD)),
    2: Style("Überschrift 2", 2, base=0),
    10: Style("Default Paragraph Font", 65, 2),
    15: Style("Quote", 180, base=0),
    16: Style("toc 1", 19, base=0),
    17: Style("My own head", base=1),
    18: Style("Secret", kind=2, base=10, letters=sprm(HIDDEN)),
    19: Style("Strong", 87, 2, base=10, letters=sprm(BOLD)),
    20: Style("Circle", base=20),
    21: Style("Numbered", base=0, own=sprm(LIST, 1)),
    22: Style("Dark Grid", kind=3, own=sprm(0xD687, bytes(4) + bytes(4) + bytes(2))),
}


def style_sheet(styles: dict[int, Style]) -> bytes:
    """A sheet of styles ([MS-DOC] 2.9.272)."""
    count = max(15, *(number + 1 for number in styles))
    found = struct.pack("<H9H", 18, count, 10, 1, 91, 15, 0, 0, 0, 0)
    for number in range(count):
        described = _style(number, styles[number]) if number in styles else b""
        found += struct.pack("<H", len(described)) + described + b"\0" * (len(described) & 1)
    return found


def _style(number: int, style: Style) -> bytes:
    parts = {
        1: (struct.pack("<H", number) + style.own, style.letters), 2: (style.letters,), 3: (style.own, b"", b""),
    }[style.kind]  # fmt: skip
    name = style.name.encode("utf-16-le")
    found = struct.pack("<5H", style.known, style.base << 4 | style.kind, number << 4 | len(parts), 0, 0)
    found += struct.pack("<H", len(name) // 2) + name + b"\0\0"
    for part in parts:
        found += struct.pack("<H", len(part)) + part + b"\0" * (len(part) & 1)
    return found


def level(text: str, figures: int = 0, start: int = 1, flags: int = 0, restart: int = 0) -> bytes:
    """A level of a list; a letter below 9 in `text` stands for the number of that level."""
    places = bytes(place for place, letter in enumerate(text, 1) if letter < "\x09")
    head = struct.pack("<iBB9sB8sBBBB", start, figures, flags, places, 0, bytes(8), 0, 0, restart, 0)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def list_tables(
    lists: Sequence[Sequence[bytes]], overrides: Sequence[tuple[int, bytes, int]] = ()
) -> dict[str, bytes]:
    """Lists of levels, numbered from 1; an override has the number of its list, its changes and how many they are."""
    table, behind = struct.pack("<H", len(lists)), b""
    for number, levels in enumerate(lists, 1):
        flags = 1 if len(levels) == 1 else 0
        table += struct.pack("<iI18sBB", number, 0, bytes(18), flags, 0)
        behind += b"".join(levels) if flags else b"".join([*levels, *[level("")] * (9 - len(levels))])
    overrides = overrides or [(number, b"", 0) for number in range(1, len(lists) + 1)]
    found = struct.pack("<I", len(overrides))
    found += b"".join(struct.pack("<iIIBBBB", number, 0, 0, count, 0, 0, 0) for number, _, count in overrides)
    found += b"".join(struct.pack("<I", 0xFFFFFFFF) + changes for _, changes, _ in overrides)
    return {"lists": table, "behind lists": behind, "overrides": found}


@dataclass
class Doc:
    """What a file is made of. `tables`: further ones, by name; `streams`: further ones of the container."""

    parts: dict[str, list[Para]] = field(default_factory=dict)
    tables: dict[str, bytes] = field(default_factory=dict)
    streams: dict[str, bytes] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=lambda: dict(STYLES))
    narrow: bool = False
    flags: int = 0x1200
    version: int = 0xC1
    sign: int = 0xA5EC

    def made(self) -> bytes:
        """The file."""
        main, tables = self.streams_made()
        return container({"WordDocument": main, "1Table": tables, **self.streams})

    def streams_made(self) -> tuple[bytes, bytes]:
        """The stream of the text and the one of the tables."""
        paragraphs = [one for part in PARTS for one in self.parts.get(part, [])]
        lengths = [sum(map(length_of, self.parts.get(part, []))) for part in PARTS]
        if any(lengths[1:]):
            paragraphs.append(para())  # [MS-DOC] 2.4.1: one more ends a file that has more than its main text
        width, codec = (1, "cp1252") if self.narrow else (2, "utf-16-le")
        text, letters, settings = b"", [], []
        for one in paragraphs:
            begin = BEGIN + len(text)
            for piece in (*one.runs, Run(one.mark, one.mark_own)):
                if piece.text:
                    at = BEGIN + len(text)
                    text += piece.text.encode(codec)
                    letters.append((at, BEGIN + len(text), piece.own))
            settings.append((begin, BEGIN + len(text), struct.pack("<H", one.style) + one.own))
        main = bytes(BEGIN) + text
        main += bytes(-len(main) % 512)
        main, letter_table = _pages(main, letters, paragraphs=False)
        main, setting_table = _pages(main, settings, paragraphs=True)
        count = len(text) // width
        offset = BEGIN * 2 | 0x40000000 if self.narrow else BEGIN
        pieces = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, offset, 0)
        tables = {
            "styles": style_sheet(self.styles), "letters": letter_table, "paragraphs": setting_table,
            "pieces": b"\x02" + struct.pack("<I", len(pieces)) + pieces, **self.tables,
        }  # fmt: skip
        stream, places = b"", {}
        for name, data in tables.items():
            if name != "behind lists":
                places[name] = (len(stream), len(data))
                stream += data + (tables.get("behind lists", b"") if name == "lists" else b"")
        return self._head(lengths, places) + main[BEGIN:], stream

    def _head(self, lengths: list[int], places: dict[str, tuple[int, int]]) -> bytes:
        head = bytearray(BEGIN)
        struct.pack_into("<HHHHHH", head, 0, self.sign, self.version, 0, 0x409, 0, self.flags)
        struct.pack_into("<H", head, 0x20, 14)
        struct.pack_into("<H", head, 0x3E, 22)
        struct.pack_into("<8i", head, 0x4C, *lengths)
        struct.pack_into("<H", head, 0x98, 93)
        for name, (begin, length) in places.items():
            struct.pack_into("<II", head, 0x9A + 8 * TABLES[name], begin, length)
        return bytes(head)


def length_of(one: Para) -> int:
    """The places that a paragraph takes."""
    return len("".join(piece.text for piece in one.runs).encode("utf-16-le")) // 2 + len(one.mark)


def _pages(main: bytes, stretches: list[tuple[int, int, bytes]], *, paragraphs: bool) -> tuple[bytes, bytes]:
    """`main` with pages of properties behind it, and the table that finds them ([MS-DOC] 2.9.33, 2.9.174)."""
    step = 13 if paragraphs else 1
    places, numbers = [], []
    rest = list(stretches)
    while rest:
        taken, used = [], 5
        while rest and used + 4 + step + len(rest[0][2]) + 4 < 512:
            used += 4 + step + len(rest[0][2]) + 4
            taken.append(rest.pop(0))
        assert taken, "properties that fit in no page"
        page = bytearray(512)
        page[511] = len(taken)
        struct.pack_into(f"<{len(taken) + 1}I", page, 0, *(begin for begin, _, _ in taken), taken[-1][1])
        end = 511
        for number, (_, _, own) in enumerate(taken):
            if not own:
                continue
            if paragraphs:
                padded = own if len(own) % 2 else own + b"\0"
                listed = bytes([(len(padded) + 1) // 2]) + padded
            else:
                listed = bytes([len(own)]) + own
            end = (end - len(listed)) // 2 * 2
            page[end : end + len(listed)] = listed
            page[4 * (len(taken) + 1) + step * number] = end // 2
        places.append(taken[0][0])
        numbers.append(len(main) // 512)
        main += bytes(page)
    places.append(stretches[-1][1] if stretches else BEGIN)
    return main, struct.pack(f"<{len(places)}I", *places) + struct.pack(f"<{len(numbers)}I", *numbers)


def container(streams: dict[str, bytes]) -> bytes:
    """A compound file; "a/b" is a stream in a folder. Streams below 4,096 bytes lie in the small one."""
    sectors: list[bytes] = []
    table: list[int] = []

    def put(data: bytes) -> int:
        if not data:
            return _END
        first = len(sectors)
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        sectors.extend(pieces)
        table.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    small, small_table, entries = b"", [], []
    folders = sorted(
        {"/".join(name.split("/")[:depth]) for name in streams for depth in range(1, name.count("/") + 1)}
    )
    for name in [*folders, *streams]:
        data = streams.get(name, b"")
        if name in folders:
            entries.append([name, 1, _FREE, _FREE, _FREE, 0, 0])
        elif len(data) >= 4096:
            entries.append([name, 2, _FREE, _FREE, _FREE, put(data), len(data)])
        else:
            first, count = len(small_table), -(-len(data) // 64)
            small_table += [*range(first + 1, first + count), _END][:count]
            small += data.ljust(64 * count, b"\0")
            entries.append([name, 2, _FREE, _FREE, _FREE, first if data else _END, len(data)])
    entries.insert(0, ["Root Entry", 5, _FREE, _FREE, _FREE, put(small), len(small)])
    small_first = put(
        struct.pack(f"<{len(small_table)}I", *small_table).ljust(-(-len(small_table) // 128) * 512, b"\xff")
    )
    for folder in ["", *folders]:
        within = [n for n, e in enumerate(entries) if n and str(e[0]).rpartition("/")[0] == folder]
        parent = next((n for n, e in enumerate(entries) if folder and e[0] == folder), 0)
        for before, number in zip([None, *within], within, strict=False):
            entries[parent if before is None else before][4 if before is None else 3] = number
    directory = b"".join(_entry(*each) for each in entries)  # type: ignore[arg-type]
    directory_first = put(directory.ljust(-(-len(directory) // 512) * 512, b"\0"))
    fats = 1
    while fats * 128 < len(table) + fats:
        fats += 1
    numbers = list(range(len(table), len(table) + fats))
    whole = [*table, *[_FAT] * fats]
    whole += [_FREE] * (fats * 128 - len(whole))
    sectors += [struct.pack("<128I", *whole[at : at + 128]) for at in range(0, len(whole), 128)]
    head = SIGNATURE + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, fats, directory_first, 0, 4096, small_first, 1, _END, 0)
    return head + struct.pack("<109I", *numbers, *[_FREE] * (109 - fats)) + b"".join(sectors)


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    short = name.rpartition("/")[2].encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I16sI8s8sIQ", short, len(short) + 2, kind, 1, left, right, child, b"", 0, b"", b"", start, size
    )  # fmt: skip


def make_doc(*paragraphs: Para | str, **further: object) -> bytes:
    """A file whose main text is `paragraphs`."""
    body = [para(one) if isinstance(one, str) else one for one in paragraphs]
    parts = {"text": body, **further.pop("parts", {})}  # type: ignore[dict-item]
    return Doc(parts=parts, **further).made()  # type: ignore[arg-type]


def doc(*paragraphs: Para | str, **further: object) -> RawStatement:
    """Read a file whose main text is `paragraphs`."""
    return read_statement(make_doc(*paragraphs, **further), "statement.doc")


def drawing(
    anchors: dict[int, int],
    boxes: dict[int, tuple[int, int]],
    shapes: dict[int, bytes],
    complex_: int = 0,
    behind: int = 0xC00,
) -> dict[str, bytes]:
    """The tables of shapes: the letters that they hang on, where the text of their boxes lies, their properties.

    `complex_`: how many bytes of the properties stand behind the list of them; shape 1024 is the ground of the
    pages (`behind`).
    """
    places = struct.pack(f"<{len(anchors) + 1}I", *anchors, 9_999)
    found = {"shapes": places + b"".join(struct.pack("<I22x", number) for number in anchors.values())}
    ends = [begin for begin, _ in boxes.values()] + [end for _, end in boxes.values()][-1:]
    entries = b"".join(struct.pack("<iiHiii", 1, 0, 0, 0, number, 0) for number in boxes)
    if boxes:
        last = struct.pack("<iiHiii", 0, 0, 1, 0, 0, 0)
        found["boxes"] = struct.pack(f"<{len(ends) + 1}I", *ends, ends[-1] + 1) + entries + last
    drawn = b""
    for number, properties in shapes.items():
        listed = len(properties) - (complex_ if b"\xc0\x80" in properties else 0)
        described = _record(0x00A2, 0xF00A, struct.pack("<II", number, behind * (number == 1024)))
        described += _record(listed // 6 << 4 | 3, 0xF00B, properties)
        drawn += _record(0xF, 0xF004, described)
    found["drawings"] = _record(0xF, 0xF000, b"") + b"\0" + _record(0xF, 0xF002, _record(0xF, 0xF003, drawn))
    return found


def _record(head: int, kind: int, content: bytes) -> bytes:
    return struct.pack("<HHI", head, kind, len(content)) + content
