"""Read a web page (.html), as programs for writing save one: its visible words; nothing is run or fetched."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement
from pipeline.problems import Problem, problem
from pipeline.read.blocks import BlockWriter
from pipeline.read.clean import dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.encoding import decode_any
from pipeline.read.html.body import BodyReader
from pipeline.read.html.css import Rules
from pipeline.read.html.notes import Note, Notes
from pipeline.read.html.page import carried, comments, document, form_fields, pictures
from pipeline.read.limits import damaged, too_much
from pipeline.read.noticed import Noticed

_HEAD = 4096
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.I)
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})""", re.I)
# The Encoding Standard (WHATWG, section 4.2) reads these names as the Windows code page that holds them.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gbk"}


def read_html(data: bytes) -> RawStatement:
    """Read the web page `data`.

    What its styles hide is not read (FI12), nor are comments (FI11) and words deleted as tracked changes
    (FI10). Menus and page feet are furniture, as is what stands beside the one <main> or <article>. Scripts,
    frames and whatever lies outside of the file are named (FI13), never run and never fetched. Raises Refused
    for a page that is damaged or over a limit.
    """
    text, problems = _decoded(data)
    root = _parsed(text)
    out = Collector()
    noticed = Noticed(comments=comments(root), pictures=pictures(root), outside=carried(root))
    notes = Notes(root)
    reader = BodyReader(BlockWriter(out), out, Rules(root), notes, noticed)
    reader.read(document(root, out))
    _write_notes(out, reader, notes.called)
    for sign in noticed.signs:
        out.set_aside(sign)
    if fields := form_fields(root):
        problems += (problem("FI25", fields=fields),)
    found = (*problems, *noticed.problems(), *dropped_problems(out.dropped))
    return RawStatement(FileKind.HTML, out.numbered(), found, tuple(out.furniture))


def _write_notes(out: Collector, reader: BodyReader, called: list[Note]) -> None:
    """One passage for each note that was called, its paragraphs parted by a line break."""
    for note in called:
        out.add(Passage(Kind.FOOTNOTE, reader.note(note.element), note=note.mark))


def _decoded(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of the page: by a byte-order mark, by what it says of itself, else as any text."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    said = None if marked else _CHARSET.search(data[:_HEAD]) or _DECLARED.match(data[:_HEAD])
    if said is not None:
        try:
            name = codecs.lookup(said.group(1).decode("ascii")).name
            return data.decode(_WIDER.get(name, name)), ()
        except (LookupError, UnicodeError):
            pass
    return decode_any(data)


def _parsed(text: str) -> etree._Element:
    """The tree of the page. Raises Refused: FI04 for a limit of libxml2, FI03 where there is none."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    # The bytes are UTF-8 now, whatever a declaration in them says of before.
    data = re.sub(r"\A\s*<\?xml.*?\?>", "", text, flags=re.S).replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise damaged("nothing of it can be read as HTML") from cause
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_much("its elements are nested too deeply, or a single text in it is too long")
    if root is None:
        raise damaged("nothing of it can be read as HTML")
    return root
