"""The agenda drawn to scale, bios with their photos, pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pipeline.models.document import Facsimile, Image, Inline, Paragraph, Portrait, Slot, Timeline
from pipeline.render.agenda import ON_ONE_PAGE, scaled
from pipeline.render.characters import xml_safe
from pipeline.render.docx.grids import open_cell, open_table, spacer
from pipeline.render.docx.paragraphs import make_paragraph, write_paragraph
from pipeline.render.docx.runs import run, write_inlines
from pipeline.render.docx.writing import Voice, Writing
from pipeline.render.docx.xml import PIC, Element, adjust, props, qualified, rule, twips, w

EMU = 12700
"""English metric units in a point (ECMA-376 Part 1, 20.1.2.1)."""
BAR, BAR_GAP, TEXT_GAP, SLOT_AFTER = 7.0, 2.0, 10.0, 7.0
PHOTO_GAP = 14.0


def write_timeline(writing: Writing, block: Timeline, voice: Voice) -> list[Element]:
    """The agenda as a table: a row is as high as its minutes, its bar as in the printed pack."""
    if not block.slots:
        return []
    start = writing.style.label_indent
    widths = [start, BAR, writing.line_width - start - BAR]
    table = open_table(widths, "PackAgenda", voice, heads="column")
    heights = _heights(writing, block.slots)
    whole = sum(heights) <= writing.page_height * ON_ONE_PAGE
    last = len(block.slots) - 1
    for number, (slot, height) in enumerate(zip(block.slots, heights, strict=True)):
        keep = number < last if whole else number in (0, last - 1)
        table.append(_slot(writing, slot, widths, voice, (height, keep)))
    return [table, spacer(14.0)]


def _slot(
    writing: Writing, slot: Slot, widths: list[float], voice: Voice, look: tuple[float, bool]
) -> Element:
    """A row of the agenda; `look` is its height in points, and whether the next one stays with it."""
    height, keep = look
    row = w("tr", props("trPr", [w("cantSplit"), w("trHeight", val=twips(height), hRule="atLeast")]))
    time = open_cell(widths[0])
    time.append(make_paragraph("SlotTime", [run(slot.time, voice)], voice))
    bar = open_cell(widths[1], *_bar(writing, slot))
    bar.append(make_paragraph("SlotBar", [], voice))
    # in a table that runs to the left, programs differ in which side is the left one
    sides = {"left": TEXT_GAP / 2, "right": TEXT_GAP / 2} if voice.rtl else {"left": TEXT_GAP}
    gaps = [w(side, w=twips(gap), type="dxa") for side, gap in sides.items()]
    words = open_cell(widths[2], w("tcMar", *gaps))
    first = [
        *write_inlines(writing, slot.inlines, voice),
        w("r", w("tab")),
        run(slot.minutes_text, voice, w("rStyle", val="Minutes")),
    ]
    words.append(make_paragraph("SlotWords", first, voice))
    if slot.below:
        words.append(make_paragraph("SlotBelow", write_inlines(writing, slot.below, voice), voice))
    row.extend([time, bar, words])
    if keep:
        for paragraph in row.iter(qualified("p")):
            adjust(paragraph, w("keepNext"))
    return row


def _heights(writing: Writing, slots: Sequence[Slot]) -> list[float]:
    """The slots' heights in points: their minutes to scale, and never less than their words need."""
    least = []
    for slot in slots:
        texts = ["slot", "slot_below"] if slot.below else ["slot"]
        least.append(sum(writing.style.text(role).leading for role in texts) + SLOT_AFTER)
    minutes = [slot.minutes for slot in slots]
    minute = scaled(minutes, least, writing.style.minute, writing.page_height)
    return [max(slot.minutes * minute, need) for slot, need in zip(slots, least, strict=True)]


def _bar(writing: Writing, slot: Slot) -> list[Element]:
    """A filled cell for a speaker, hatched for the dialogue, pale for the frame; white between two bars."""
    colour = writing.style.colour("signal" if slot.kind == "speaker" else "hatch").lstrip("#")
    patterns = {"speaker": "clear", "dialogue": "thinDiagStripe", "frame": "pct20"}
    fill = colour if slot.kind == "speaker" else "FFFFFF"
    shade = w("shd", val=patterns[slot.kind], color="auto" if slot.kind == "speaker" else colour, fill=fill)
    return [w("tcBorders", rule("bottom", BAR_GAP, "#ffffff")), shade]


def write_portrait(writing: Writing, block: Portrait, voice: Voice) -> list[Element]:
    """A bio; its photo stands to the left, read before it."""
    if block.image is None:
        bio = [_bio(writing, part, voice) for part in block.blocks]
        for paragraph in bio:
            adjust(paragraph, w("keepLines"), *([w("keepNext")] if paragraph is not bio[-1] else []))
        return [*bio, spacer(7.0)]
    width = writing.style.photo_width
    table = open_table([width + PHOTO_GAP, writing.line_width - width - PHOTO_GAP], "PackKey", voice)
    photo = open_cell(width + PHOTO_GAP)
    picture = make_paragraph("Picture", [w("r", _drawing(writing, block.image, width))], voice)
    photo.append(picture)
    edge = w("tcMar", w("right", w=0, type="dxa"))
    words = open_cell(writing.line_width - width - PHOTO_GAP, edge)
    for part in block.blocks:
        words.append(write_paragraph(writing, part, voice, _BESIDE.get(part.role, "BesidePhoto")))
    if not block.blocks:
        words.append(make_paragraph("BesidePhoto", [], voice))
    table.append(w("tr", props("trPr", [w("cantSplit")]), photo, words))
    return [table, spacer(14.0)]


_BESIDE = {"text": "WordsBesidePhoto", "small": "Caption"}


def _bio(writing: Writing, part: Paragraph, voice: Voice) -> Element:
    """A paragraph of a bio without a photo: all of it on the second axis of the page."""
    made = write_paragraph(writing, part, voice)
    adjust(made, w("ind", left=twips(writing.style.label_indent)))
    return made


def write_image(writing: Writing, block: Image, voice: Voice) -> list[Element]:
    """A picture at its own width, or as wide as the words if it is wider."""
    indent = writing.style.label_indent
    width = min(block.width, writing.line_width - indent)
    look = w("ind", left=twips(indent))
    return [make_paragraph("Picture", [w("r", _drawing(writing, block, width))], voice, look)]


def write_facsimile(writing: Writing, block: Facsimile, voice: Voice) -> list[Element]:
    """A page that was made elsewhere: a line, its picture as wide as the words, and what it says."""
    made = write_paragraph(writing, Paragraph(block.caption, "small", block.anchor, keep=True), voice)
    picture = []
    if block.picture:
        width = min(block.width, writing.line_width)
        image = Image(block.picture, width, block.alternative)
        picture = [make_paragraph("Picture", [w("r", _drawing(writing, image, width))], voice)]
    said = (
        Paragraph((Inline(words),), "text", language=block.language, direction=block.direction)
        for words in block.words
    )
    return [made, *picture, *(write_paragraph(writing, each, voice) for each in said)]


def _drawing(writing: Writing, image: Image, width: float) -> Element:
    """An inline drawing with the words that stand for it."""
    from PIL import Image as Pixels

    with Pixels.open(io.BytesIO(image.data)) as pixels:
        columns, rows, kind = pixels.width, pixels.height, pixels.format or ""
    height = width * rows / max(columns, 1)
    limit = writing.style.page.height - writing.style.page.top - writing.style.page.bottom - 30
    if height > limit:
        width, height = width * limit / height, limit
    relation = writing.picture(writing.story, image.data, "png" if kind == "PNG" else "jpeg")
    number = writing.drawing_id()
    size = {"cx": str(round(width * EMU)), "cy": str(round(height * EMU))}
    words = xml_safe(image.alternative)
    inline = _el("wp:inline", distT="0", distB="0", distL="0", distR="0")
    inline.append(_el("wp:extent", **size))
    inline.append(_el("wp:docPr", id=str(number), name=f"Picture {number}", descr=words))
    frame = _el("wp:cNvGraphicFramePr")
    frame.append(_el("a:graphicFrameLocks", noChangeAspect="1"))
    inline.append(frame)
    graphic, data = _el("a:graphic"), _el("a:graphicData", uri=PIC)
    data.append(_picture(relation, size, number))
    graphic.append(data)
    inline.append(graphic)
    return w("drawing", inline)


def _picture(relation: str, size: dict[str, str], number: int) -> Element:
    picture = _el("pic:pic")
    facts = _el("pic:nvPicPr")
    facts.extend([_el("pic:cNvPr", id=str(number), name=f"Picture {number}"), _el("pic:cNvPicPr")])
    fill = _el("pic:blipFill")
    blip = _el("a:blip")
    blip.set(qualified("r:embed"), relation)
    stretch = _el("a:stretch")
    stretch.append(_el("a:fillRect"))
    fill.extend([blip, stretch])
    shape, transform, form = _el("pic:spPr"), _el("a:xfrm"), _el("a:prstGeom", prst="rect")
    transform.extend([_el("a:off", x="0", y="0"), _el("a:ext", **size)])
    form.append(_el("a:avLst"))
    shape.extend([transform, form])
    picture.extend([facts, fill, shape])
    return picture


def _el(name: str, /, **attributes: str) -> Element:
    """A DrawingML element; its attributes have no namespace."""
    return Element(qualified(name), attributes)
