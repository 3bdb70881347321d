"""An opened PDF and what its objects hold: pages, operators, elements, marked content."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, ContentStream, DecodedStreamObject, DictionaryObject, IndirectObject

SHOWS = {b"Tj", b"TJ", b"'", b'"'}


def plain(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def number(value: Any) -> int:
    """The object number of a reference or of an object that was reached by one."""
    reference = value if isinstance(value, IndirectObject) else value.indirect_reference
    return int(reference.idnum)


@lru_cache(maxsize=64)
def operations(content: bytes) -> tuple[tuple[Any, bytes], ...]:
    """What a page's content does. Whoever spoils a file takes another operation in place of one of these."""
    stream = DecodedStreamObject()
    stream.set_data(content)
    return tuple(ContentStream(stream, None).operations)


class File:
    """An opened file, and what the checks need of it more than once."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.root: Any = self.reader.trailer["/Root"]
        self.pages = list(self.reader.pages)

    @cached_property
    def operators(self) -> list[list[tuple[Any, bytes]]]:
        """The operations of every page."""
        streams = (page.get_contents() for page in self.pages)
        return [list(operations(b"" if stream is None else stream.get_data())) for stream in streams]

    @cached_property
    def objects(self) -> list[Any]:
        found = []
        for place in range(1, self.reader.trailer["/Size"]):
            value = self.reader.get_object(place)
            if value is not None:
                found.append(value)
        return found

    def dictionaries(self) -> Iterator[DictionaryObject]:
        """Every dictionary of the file, however deep."""
        waiting = list(self.objects)
        while waiting:
            value = waiting.pop()
            if isinstance(value, DictionaryObject):
                yield value
                waiting.extend(item for item in value.values() if not isinstance(item, IndirectObject))
            elif isinstance(value, ArrayObject):
                waiting.extend(item for item in value if not isinstance(item, IndirectObject))

    def kids(self, element: Any) -> list[Any]:
        kids = plain(element.get("/K", ArrayObject()))
        return [plain(kid) for kid in (kids if isinstance(kids, ArrayObject) else [kids])]

    def inner(self, element: Any) -> list[Any]:
        """The elements in an element."""
        return [kid for kid in self.kids(element) if isinstance(kid, DictionaryObject) and "/S" in kid]

    def elements(self) -> Iterator[Any]:
        """All elements in the order of the tree."""
        waiting = [plain(top) for top in reversed(self.root["/StructTreeRoot"]["/K"])]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(self.inner(element)))

    def kind(self, element: Any) -> str:
        return str(element["/S"])[1:]

    def attribute(self, element: Any, name: str) -> Any:
        return plain(element.get("/A", DictionaryObject())).get(name)

    def marks(self, page: int) -> list[tuple[int, str]]:
        """The MCIDs of a page with their tags, in the order in which they are drawn."""
        return [
            (int(operands[1]["/MCID"]), str(operands[0])[1:])
            for operands, operator in self.operators[page]
            if operator == b"BDC" and isinstance(operands[1], DictionaryObject) and "/MCID" in operands[1]
        ]


def contents(file: File, element: Any) -> list[tuple[int, int]]:
    """The marked contents of an element: object number of the page, MCID."""
    found = []
    for kid in file.kids(element):
        if isinstance(kid, int):
            found.append((number(element.raw_get("/Pg")), int(kid)))
        elif kid.get("/Type") == "/MCR":
            page = kid.raw_get("/Pg") if "/Pg" in kid else element.raw_get("/Pg")
            found.append((number(page), int(kid["/MCID"])))
    return found


def parent_tree(file: File) -> dict[int, Any]:
    rows = plain(plain(file.root["/StructTreeRoot"]["/ParentTree"])["/Nums"])
    return {int(key): value for key, value in zip(rows[::2], rows[1::2], strict=True)}


def codes_of(font: Any, shown: bytes) -> list[int]:
    """The codes in a shown string: of one byte each, in composite fonts of two."""
    if plain(font)["/Subtype"] != "/Type0":
        return list(shown)
    return [int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)]


def meanings(cmap: bytes) -> dict[int, str]:
    rows = re.findall(rb"<(\w\w|\w{4})> <(\w+)>\n", cmap.partition(b"endcodespacerange")[2])
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}
