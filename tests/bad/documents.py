"""Word files, PDFs and pictures with one fault each, made from nothing; every word in them is a sample."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence

TITLE = "SAMPLE: Statement for the UPR pre-session on Cuba"
WORDS = "The Sample Centre speaks about fair trial and about access to a lawyer. This is a sample text."
DEMAND = "We recommend that the Government of Cuba publish the results of inspections every year."


def docx(*extra: str, text: Sequence[str] = (TITLE, WORDS, DEMAND)) -> bytes:
    """A Word file; `extra` is XML of paragraphs that stands behind the text."""
    from docx import Document

    document = Document()
    for paragraph in text:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return with_part(file.getvalue(), "word/document.xml", lambda xml: put_before_end(xml, "".join(extra)))


def put_before_end(xml: str, extra: str) -> str:
    """`extra` behind the last paragraph of the body."""
    return re.sub(r"(<w:sectPr.*</w:body>)", lambda match: extra + match[1], xml, count=1, flags=re.DOTALL)


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The zip file `data` with its part `name` changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content.decode()) if part == name else content)
    return file.getvalue()


def paragraph(properties: str, words: str) -> str:
    """A paragraph of one run with these run properties."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def tracked() -> bytes:
    return docx('<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Words put in later.</w:t></w:r></w:ins></w:p>')


def hidden() -> bytes:
    return docx(paragraph("<w:vanish/>", "Words that are hidden."))


def blacked_out() -> bytes:
    return docx(paragraph('<w:highlight w:val="black"/>', "Words under black."))


def crossed_out() -> bytes:
    return docx(paragraph("<w:strike/>", "Words that are taken back."))


def crossed_out_as_a_whole() -> bytes:
    return docx(*(paragraph("<w:strike/>", words) for words in (WORDS, DEMAND)), text=[])


def many_paragraphs() -> bytes:
    """More than can be read in a moment; every paragraph is another, or it would be refused as a zip bomb."""
    words = (f"{number * 7919 % 1_000_003:x} sample {number**3:x}" for number in range(40_000))
    return docx("".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in words))


def zip_of_nothing_known() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("sample.txt", "A sample.")
    return file.getvalue()


Draw = Callable[..., None]


def pdf(*pages: Draw, **options: object) -> bytes:
    """A PDF; each page draws itself on reportlab's canvas."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, invariant=True, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def text(
    canvas: object, left: int = 72, top: int = 760, lines: Sequence[str] = (TITLE, WORDS, DEMAND)
) -> None:
    """Lines of text, one below the other."""
    for number, line in enumerate(lines):
        canvas.drawString(left, top - 30 * number, line)  # type: ignore[attr-defined]


def picture(canvas: object) -> None:
    """A grey picture that fills the page."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (300, 400), 128)), 20, 20, 550, 780)  # type: ignore[attr-defined]


def recognised(canvas: object) -> None:
    """A picture of a page with its words as invisible text, as OCR programs write it."""
    picture(canvas)
    words = canvas.beginText(72, 700)  # type: ignore[attr-defined]
    words.setTextRenderMode(3)
    for line in (TITLE, WORDS, DEMAND) * 4:
        words.textLine(line)
    canvas.drawText(words)  # type: ignore[attr-defined]


def form_field(canvas: object) -> None:
    text(canvas)
    canvas.acroForm.textfield(name="sample", x=72, y=300, value="Sample")  # type: ignore[attr-defined]


def side_by_side(canvas: object) -> None:
    """Two columns of words that do not fill them: a table without lines, or verses, or columns."""
    text(canvas)
    for number in range(14):
        left = "Sample words of a cell" + " that goes on" * (number == 0)
        canvas.drawString(72, 600 - 20 * number, left)  # type: ignore[attr-defined]
        canvas.drawString(330, 600 - 20 * number, f"{number} there")  # type: ignore[attr-defined]


def encrypted(**options: object) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return pdf(text, encrypt=StandardEncryption(**options))


def portfolio() -> bytes:
    """A PDF that only wraps another file."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, NameObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(text))))
    writer.add_attachment("sample.txt", b"A sample.")
    collection = DictionaryObject({NameObject("/Type"): NameObject("/Collection")})
    writer.root_object[NameObject("/Collection")] = collection
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def png(width: int, height: int) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()
