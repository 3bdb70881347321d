"""The table of contents: a real TOC field that already shows its entries, links and pages."""

from __future__ import annotations

from pipeline.models.document import Contents, Heading
from pipeline.render.docx.paragraphs import make_paragraph
from pipeline.render.docx.runs import link_inside, page_number, run
from pipeline.render.docx.writing import Voice, Writing
from pipeline.render.docx.xml import XML_SPACE, Element, qualified, twips, w
from pipeline.render.headings import listed, plain


def write_contents(writing: Writing, block: Contents, voice: Voice) -> list[Element]:
    """The entries inside one TOC field; Word fills it anew when asked to, and does not ask on opening.

    The field collects "Heading 1" to the block's depth and hidden entries (TC), so that what Word makes
    of it has the same entries.
    """
    headings = listed(writing.document, block.depth)
    rows = [_row(writing, heading, voice.within(heading.language)) for heading in headings]
    if not rows:
        return []
    code = w("instrText")
    code.text = f' TOC \\o "1-{block.depth}" \\f \\h \\z '
    code.set(XML_SPACE, "preserve")
    opening = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    first = 1 if rows[0][0].tag == qualified("pPr") else 0
    for place, element in enumerate(opening):
        rows[0].insert(first + place, element)
    rows[-1].append(w("r", w("fldChar", fldCharType="end")))
    return [_gallery([*_label(block, voice), *rows])]


def _row(writing: Writing, heading: Heading, voice: Voice) -> Element:
    content = [
        run(plain(heading), voice),
        w("r", w("tab")),
        *_page(writing, heading, voice),
    ]
    level = min(max(heading.level, 1), 4)
    stop = w("tabs", w("tab", val="right", pos=twips(writing.line_width)))
    return make_paragraph(f"TOC{level}", link_inside(writing, heading.anchor, content), voice, stop)


def _page(writing: Writing, heading: Heading, voice: Voice) -> list[Element]:
    """Not locked as other references are: Word makes the entries anew together with their pages."""
    made = page_number(writing, heading.anchor, voice)
    for mark in (mark for element in made for mark in element.iter(qualified("fldChar"))):
        mark.attrib.pop(qualified("fldLock"), "")
    return made


def _label(block: Contents, voice: Voice) -> list[Element]:
    """Whose pages the entries give until Word fills them anew; it stands before the field and stays."""
    if not block.label:
        return []
    return [make_paragraph("ContentsLabel", [run(block.label, voice)], voice, w("jc", val="right"))]


def _gallery(rows: list[Element]) -> Element:
    """The block by which Word knows a table of contents, and offers to update it."""
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", *rows))
