"""Letterheads for tests, made by python-docx: a logo, an address, a page number, styles of their own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image


def logo(kind: str = "PNG", **save: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (120, 60), "#004f9f").save(stream, kind, **save)
    return stream.getvalue()


def field(paragraph: object, instruction: str, shown: str) -> None:
    """A field as Word writes it, in five runs."""
    for piece in (
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText> {instruction} </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{piece}</w:r>"))  # type: ignore[attr-defined]


def letterhead(picture: bytes | None = None, change: Callable[[object], None] = lambda _: None) -> bytes:
    """A4 with a logo and an address at the head, a page number at the foot, a red heading in Georgia."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin, section.header_distance = Mm(40), Mm(12)
    made.styles["Normal"].font.name = "Verdana"
    made.styles["Normal"].font.size = Pt(10)
    heading = made.styles["Heading 1"].font
    made.styles["Heading 1"].element.rPr.rFonts.attrib.clear()
    heading.name, heading.size, heading.color.rgb = "Georgia", Pt(22), RGBColor(0x9B, 0x1C, 0x1C)
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(picture or logo()), width=Mm(24))
    head._p.find(f".//{qn('wp:docPr')}").set("descr", "Logo of Sample House")
    head.add_run("\tSample House, 1202 Geneva")
    foot = section.footer.paragraphs[0]
    foot.add_run("www.example.org, page ")
    field(foot, "PAGE \\* MERGEFORMAT", "7")
    made.add_paragraph("This text is no part of a letterhead.")
    made.core_properties.author = "Sample Person"
    change(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_parts(
    data: bytes, changes: dict[str, tuple[str, str]], more: dict[str, bytes] | None = None
) -> bytes:
    """The file with a text replaced in some parts (by pattern), and with further parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in changes:
                pattern, text = changes[name]
                content = re.sub(pattern, lambda _, text=text: text, content.decode(), count=1).encode()
            new.writestr(name, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def without_part(data: bytes, pattern: str) -> bytes:
    """The file without the parts whose names match `pattern`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not re.search(pattern, name):
                new.writestr(name, old.read(name))
    return stream.getvalue()


def with_macros() -> bytes:
    """An ordinary document that holds macros beside its text."""
    return with_parts(letterhead(), {}, {"word/vbaProject.bin": b"sample"})


def bare() -> bytes:
    """A document without styles, head and foot."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    return without_part(stream.getvalue(), r"word/(styles|stylesWithEffects)\.xml")


def silent() -> bytes:
    """Nothing stands for the logo."""
    return letterhead(
        change=lambda made: made.sections[0].header._element.find(f".//{qn('wp:docPr')}").set("descr", "")
    )  # type: ignore[attr-defined]


def pale() -> bytes:
    """Headings in a light yellow."""

    def change(made: object) -> None:
        made.styles["Heading 1"].font.color.rgb = RGBColor(0xFF, 0xE0, 0x66)  # type: ignore[attr-defined]

    return letterhead(change=change)


def with_fields(made: object) -> None:
    """Put fields of a day, a user and a title into the foot."""
    foot = made.sections[0].footer.paragraphs[0]  # type: ignore[attr-defined]
    field(foot, "DATE", "24 November")
    field(foot, 'STYLEREF "Title"', "Sample title")
    simple = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" AUTHOR "><w:r><w:t>Sample Person</w:t></w:r></w:fldSimple>'
    )
    foot._p.append(simple)


_NAMES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
_BOX = """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0"
distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"
wp14:anchorId="12345678"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>5400000
</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>300000</wp:posOffset>
</wp:positionV><wp:extent cx="1600000" cy="500000"/><wp:wrapNone/><wp:docPr id="5" name="Box"/>
<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{wps}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r>
<w:t>In a text box</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
<wp14:sizeRelH relativeFrom="margin"><wp14:pctWidth>0</wp14:pctWidth></wp14:sizeRelH></wp:anchor></w:drawing>
</mc:Choice><mc:Fallback><w:pict><w:t>In a text box</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def boxed() -> bytes:
    """An address in a text box, with the copy for programs before 2010."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())
    paragraph = f"<w:p {names}>{_BOX.format_map(_NAMES)}</w:p>".replace("\n</wp:pos", "</wp:pos")
    return with_parts(letterhead(), {"word/header1.xml": ("<w:p>", f"{paragraph}<w:p>")})
