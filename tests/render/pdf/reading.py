"""Reading a file by its structure, as a screen reader does: elements with the words that they hold."""

from __future__ import annotations

from typing import Any

from pypdf.generic import DictionaryObject

from tests.render.pdf.opened import SHOWS, File, codes_of, meanings, number, parent_tree, plain

DIRECTIONS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters that only say which way a line runs: in the page's content for pdftotext, not in the text."""
SOFT_HYPHEN = "\u00ad"


def words_by_mark(file: File, place: int) -> dict[int, list[str]]:
    """The words of every marked content of a page, apart where they are placed anew.

    The text beside letters counts, not the letters. What a bound-in page of another file says is said too.
    """
    resources = plain(plain(file.pages[place]["/Resources"])["/Font"])
    fonts = {name: meanings(plain(plain(font)["/ToUnicode"]).get_data()) for name, font in resources.items()}
    found: dict[int, list[str]] = {}
    stack: list[tuple[int, bool]] = []
    mark, replaced, current = -1, False, ""
    for operands, operator in file.operators[place]:
        if operator in (b"BDC", b"BMC"):
            stack.append((mark, replaced))
            entries = operands[1] if operator == b"BDC" else {}
            if operands[0] == "/Artifact":
                mark = -1
            elif isinstance(entries, DictionaryObject) and "/MCID" in entries:
                mark = int(entries["/MCID"])
                found.setdefault(mark, [""])
            elif isinstance(entries, DictionaryObject) and "/ActualText" in entries and mark >= 0:
                found[mark][-1] += str(entries["/ActualText"])
                replaced = True
        elif operator == b"EMC":
            mark, replaced = stack.pop()
        elif operator == b"Tm" and mark >= 0:
            found[mark].append("")
        elif operator == b"Tf":
            current = str(operands[0])
        elif operator == b"Do" and mark >= 0:
            drawn = plain(plain(plain(file.pages[place]["/Resources"])["/XObject"])[operands[0]])
            if drawn["/Subtype"] == "/Form":
                found[mark].append(file.reader.pages[place].extract_xform_text(drawn))
        elif operator in SHOWS and mark >= 0 and not replaced:
            for part in operands[0] if operator == b"TJ" else operands:
                codes = codes_of(resources[current], getattr(part, "original_bytes", b""))
                found[mark][-1] += "".join(fonts[current][code] for code in codes)
    return found


class Read:
    """A file, opened already or as bytes, with the words of all its marked contents."""

    def __init__(self, data: bytes | File) -> None:
        self.file = data if isinstance(data, File) else File(data)
        places = {number(page): place for place, page in enumerate(self.file.pages)}
        by_page = [words_by_mark(self.file, place) for place in range(len(self.file.pages))]
        self.pieces = {
            (page, mark): words for page, place in places.items() for mark, words in by_page[place].items()
        }
        self.marks = {where: "".join(words) for where, words in self.pieces.items()}

    def words(self, element: Any) -> str:
        """All words in an element, in the order of the tree; a soft hyphen joins what it parts."""
        return self._raw(element).replace("\u00ad", "")

    def _raw(self, element: Any) -> str:
        if "/ActualText" in element:
            return str(element["/ActualText"])
        if "/Alt" in element:
            return str(element["/Alt"])
        parts = []
        page = element.raw_get("/Pg") if "/Pg" in element else None
        for kid in self.file.kids(element):
            if isinstance(kid, int):
                parts.append(self.marks[number(page), int(kid)])
            elif kid.get("/Type") == "/MCR":
                parts.append(
                    self.marks[number(kid.raw_get("/Pg") if "/Pg" in kid else page), int(kid["/MCID"])]
                )
            elif "/S" in kid:
                parts.append(self._raw(kid))
        return "".join(parts)

    def painted(self) -> str:
        """All words in the order in which they are painted, in reading order where they run to the left.

        There the letters of a word stand from left to right in the page's content, and words follow each
        other as they are read; the element around them says that this is so by a text of its own.
        """
        parents = parent_tree(self.file)
        pages = {number(page): page for page in self.file.pages}
        parts = []
        for (page, mark), words in self.pieces.items():
            element = plain(plain(parents[pages[page]["/StructParents"]])[mark])
            told = str(element.get("/ActualText", SOFT_HYPHEN))
            parts += words if told == SOFT_HYPHEN else [word[::-1] for word in words]
        return "".join(parts).translate(DIRECTIONS)

    def all(self, kind: str) -> list[Any]:
        return [element for element in self.file.elements() if self.file.kind(element) == kind]

    def texts(self, kind: str) -> list[str]:
        return [self.words(element) for element in self.all(kind)]

    def shape(self, element: Any) -> Any:
        """An element with what is in it: "P", or ("L", ["LI", ...]); loose marks of content are left out."""
        inner = [self.shape(kid) for kid in self.file.inner(element) if self.file.kind(kid) != "Span"]
        return (self.file.kind(element), inner) if inner else self.file.kind(element)

    def top(self) -> Any:
        """The shape of the first part."""
        (document,) = [plain(kid) for kid in self.file.root["/StructTreeRoot"]["/K"]]
        return self.shape(self.file.inner(document)[0])
