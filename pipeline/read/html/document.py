"""Read a web page (.html), as programs for writing save one: its visible words; nothing is run or fetched."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement
from pipeline.problems import Problem, problem
from pipeline.read.clean import dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.html.body import BodyReader
from pipeline.read.html.encoding import decoded
from pipeline.read.html.looks import Styles
from pipeline.read.html.notes import Notes
from pipeline.read.html.page import carried, comments, document, form_fields, pictures
from pipeline.read.limits import damaged, too_much
from pipeline.read.noticed import Noticed, without_struck
from pipeline.read.xml import Element

# Mail programs write behind the end of a page, and some pages end twice: browsers show what follows too.
_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)
_BREAK = re.compile(r"</br\s*>", re.I)


def read_html(data: bytes) -> RawStatement:
    """Read the web page `data`.

    What its styles hide is not read (FI12), nor are comments (FI11), words deleted as tracked changes (FI10)
    and crossed-out words (FI30). Menus and page feet are furniture, as is what stands beside the one <main>
    or <article> that holds most of the words. Scripts, frames and whatever lies outside of the file are named
    (FI13), never run and never fetched. Raises Refused for a page that is damaged or over a limit.
    """
    text, problems = decoded(data)
    return without_struck(lambda noticed: _read(text, problems, noticed))


def _read(text: str, problems: tuple[Problem, ...], noticed: Noticed) -> RawStatement:
    root = _parsed(text)
    out = Collector()
    noticed.at = out.number
    noticed.comments, noticed.pictures, noticed.outside = comments(root), pictures(root), carried(root)
    styles = Styles(root)
    notes = Notes(root, styles)
    reader = BodyReader(out, styles, notes, noticed)
    chosen = document(root, styles)
    reader.read(chosen)
    for note in notes.called:
        out.add(Passage(Kind.FOOTNOTE, reader.note(note.element), note=note.mark))
    body = root.find("body")
    reader.set_aside_around(chosen, root if body is None else body)
    for sign in noticed.signs:
        out.set_aside(sign)
    if fields := form_fields(root):
        problems += (problem("FI25", fields=fields),)
    found = (*problems, *noticed.problems(), *dropped_problems(out.dropped))
    return RawStatement(FileKind.HTML, out.numbered(), found, tuple(out.furniture))


def _parsed(text: str) -> Element:
    """The tree of the page. Raises Refused: FI04 for a limit of libxml2, FI03 where there is none."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    # The bytes are UTF-8 now, whatever a declaration in them says of before.
    text = _ENDS.sub("", _BREAK.sub("<br>", re.sub(r"\A\s*<\?xml.*?\?>", "", text, flags=re.S)))
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise damaged("nothing of it can be read as HTML") from cause
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_much("its elements are nested too deeply, or a single text in it is too long")
    if root is None:
        raise damaged("nothing of it can be read as HTML")
    return root
