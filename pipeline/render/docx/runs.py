"""Stretches of text: runs with their look, links inside and outside, page references, note marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.models.document import Inline, Inlines, Label
from pipeline.render.characters import NOTE_BLANK, is_address, xml_safe
from pipeline.render.demands import only_some_words
from pipeline.render.docx.sides import in_voices, own_side
from pipeline.render.docx.writing import EAST_ASIAN, Voice, Writing, language_tag
from pipeline.render.docx.xml import Element, props, qualified, text_nodes, w

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
LEFT_TO_RIGHT_MARK = "\u200e"
"""After the field of a page that Latin words end with: to LibreOffice a field is no letter and no figure."""
_CHARACTER_STYLES = {"number": "RecommendationNumber", "muted": "Muted", "strong": "Strong"}


def write_inlines(
    writing: Writing, inlines: Inlines, voice: Voice, labels: tuple[Label, ...] = ()
) -> list[Element]:
    """The runs of a paragraph, in order.

    Where the demands of `labels` are only some of its words, a fine dotted line below shows which.
    """
    lines = _lines_below(writing, inlines, labels)
    elements: list[Element] = []
    for inline, own in in_voices(tuple(_with_note_blanks(inlines)), voice):
        elements += writing.bookmarks(inline.anchor)
        below = lines.get(inline.mark, []) if not inline.underline else []
        if inline.note and inline.anchor in writing.calls:
            elements += note_call(writing.calls[inline.anchor], inline.text, own)
        else:
            elements += _linked(writing, inline, _runs(writing, inline, own, below))
        if inline.page_of and voice.rtl and not own.rtl:
            elements.append(run(LEFT_TO_RIGHT_MARK, own))
    return elements


def note_call(number: int, mark: str, voice: Voice) -> list[Element]:
    """The call of footnote `number`, with the mark that its author gave it."""
    look = w("rStyle", val="FootnoteReference")
    call = run(mark.removeprefix(NOTE_BLANK), voice, look)
    call.insert(1, w("footnoteReference", customMarkFollows=1, id=number))
    return [*([run(NOTE_BLANK, voice, look)] if mark.startswith(NOTE_BLANK) else []), call]


def _with_note_blanks(inlines: Inlines) -> Iterator[Inline]:
    """A note's mark keeps a small blank before it, so that words copied from the file end where they end."""
    before = ""
    for inline in inlines:
        glued = inline.note and before and not before[-1].isspace()
        yield replace(inline, text=NOTE_BLANK + inline.text) if glued else inline
        before = inline.text or before


def _lines_below(writing: Writing, inlines: Inlines, labels: tuple[Label, ...]) -> dict[str, list[Element]]:
    """For each label the line below its words; none where nearly all of the paragraph is the one demand."""
    if not only_some_words(inlines, labels):
        return {}
    colours = {
        label.text: writing.style.colour("signal" if label.kind == "recommendation" else "grey")
        for label in labels
    }
    return {
        mark: [w("u", val="dotted", color=colour.lstrip("#"))] for mark, colour in colours.items() if mark
    }


def write_labels(
    writing: Writing, labels: tuple[Label, ...], voice: Voice, *, in_cell: bool = False
) -> list[Element]:
    """The numbers of the demands of a paragraph, each leading to its row in the table, then a tab.

    A cell has no margin to tab out of: there a blank parts them from the words.
    """
    elements: list[Element] = []
    for number, label in enumerate(labels):
        elements += writing.bookmarks(label.anchor)
        look = "RecommendationNumber" if label.kind == "recommendation" else "QuestionNumber"
        elements += [run(" ", voice)] if number else []
        shown = run(label.text, own_side(label.text, voice), w("rStyle", val=look))
        elements += link_inside(writing, label.link, [shown])
    if labels:
        elements.append(run(" ", voice) if in_cell else w("r", w("tab")))
    return elements


def run(text: str, voice: Voice, *look: Element) -> Element:
    """A run of `text` in the language and direction of `voice`."""
    return w("r", *_look(voice, look), *text_nodes(text))


def field_runs(instruction: str, shown: str, voice: Voice, *look: Element) -> list[Element]:
    """A field with what it shows until Word works it out."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        w("r", *_look(voice, look), w("fldChar", fldCharType="begin")),
        w("r", *_look(voice, look), code),
        w("r", *_look(voice, look), w("fldChar", fldCharType="separate")),
        run(shown, voice, *look),
        w("r", *_look(voice, look), w("fldChar", fldCharType="end")),
    ]


def page_number(writing: Writing, anchor: str, voice: Voice, *look: Element) -> list[Element]:
    """The page of the printed pack on which `anchor` stands, as a field that leads there.

    It is locked: pasted into another file it keeps the number, where Word would else put an error message,
    and it goes on saying the page that everybody in the room has.
    """
    shown = str(writing.pages.get(anchor, ""))
    if anchor not in writing.names:
        return [run(shown, voice, *look)]
    made = field_runs(f"PAGEREF {writing.names[anchor]} \\h", shown, voice, *look)
    next(made[0].iter(qualified("fldChar"))).set(qualified("fldLock"), "1")
    return made


def link_inside(writing: Writing, anchor: str, runs: list[Element]) -> list[Element]:
    """`runs` leading to `anchor`; just `runs` where the Document has no such anchor."""
    if anchor not in writing.names:
        return runs
    return [w("hyperlink", *runs, anchor=writing.names[anchor], history=1)]


def mark_properties(voice: Voice) -> list[Element]:
    """The properties of the paragraph's own mark, so that what is typed after it is in the same language."""
    return _look(voice, ())


def _look(voice: Voice, look: tuple[Element, ...]) -> list[Element]:
    """Run properties; none where there is nothing to say."""
    parts = [*look]
    if voice.rtl:
        parts.append(w("rtl"))
    if voice.language:
        tag = language_tag(voice.language)
        east_asian = voice.language in EAST_ASIAN
        attribute = "bidi" if voice.rtl else "eastAsia" if east_asian else "val"
        parts.append(w("lang", **{attribute: tag}))
        if east_asian:
            parts.append(w("rFonts", hint="eastAsia"))
    return [props("rPr", parts)] if parts else []


def _runs(writing: Writing, inline: Inline, voice: Voice, below: list[Element]) -> list[Element]:
    look = [*below] if not inline.note else []
    if inline.note:
        look.append(w("rStyle", val="FootnoteReference"))
    elif inline.address and is_address(inline.address):
        look.append(w("rStyle", val="Hyperlink"))
    elif inline.role:
        look.append(w("rStyle", val=_CHARACTER_STYLES[inline.role]))
    if inline.bold:
        look += [w("b"), w("bCs")]
    if inline.italic:
        look += [w("i"), w("iCs")]
    if inline.underline:
        look.append(w("u", val="single"))
    if inline.superscript:
        look.append(w("vertAlign", val="superscript"))
    if inline.page_of:
        return page_number(writing, inline.page_of, voice, *look)
    return [run(inline.text, voice, *look)] if inline.text else []


def _linked(writing: Writing, inline: Inline, runs: list[Element]) -> list[Element]:
    if not runs:
        return []
    if inline.link:
        return link_inside(writing, inline.link, runs)
    if inline.address and is_address(inline.address):
        target = xml_safe(inline.address)
        relation = writing.story.relate_to(target, HYPERLINK, is_external=True)
        link = w("hyperlink", *runs, history=1)
        link.set(qualified("r:id"), relation)
        return [link]
    return runs
