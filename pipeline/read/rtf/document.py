"""Read a rich text file (.rtf) into passages: nothing visible is lost, nothing else is read."""

from __future__ import annotations

from pipeline.models.passages import FileKind, RawStatement
from pipeline.read.noticed import Noticed, without_struck
from pipeline.read.rtf.reader import Reader
from pipeline.read.rtf.writer import Tables
from pipeline.read.rtf.writing import Gathered, statement_of


def read_rtf(data: bytes) -> RawStatement:
    """Read the RTF `data` (Rich Text Format Specification 1.9.1, Microsoft 2008).

    Markers of lists stand as the program that wrote the file displayed them; tracked changes are read as
    accepted (FI10), comments (FI11), hidden (FI12), blacked-out (FI21) and crossed-out words (FI30) are not
    read; headers, footers and tables of contents are furniture. A file that was cut off is read as far as it
    goes (FI17). Raises Refused for a file that is over a limit or has nothing left that could be read.
    """
    return without_struck(lambda noticed: _read(data, noticed))


def _read(data: bytes, noticed: Noticed) -> RawStatement:
    document = Reader(data, noticed).read()
    document.noticed.damage = list(dict.fromkeys(document.noticed.damage))
    lists = document.lists
    tables = Tables(document.styles, document.colours, lists, lists.numbering(), document.grounds)
    gathered = Gathered(document.body, document.notes.take, document.heads.shown, tables, document.noticed)
    return statement_of(FileKind.RTF, gathered)
