"""What the file says of itself: properties, XMP with its two conformances, and what its colours mean.

XMP and Info say the same, as ISO 19005-2:2011 (PDF/A-2), 6.6.3 asks. ISO 14289-1:2014 (PDF/UA-1), clause 5,
gives the identifier pdfuaid, which PDF/A wants described (6.6.2.3.3).
"""

from __future__ import annotations

import re
import struct
from html import escape
from typing import NamedTuple

from pipeline.models.document import Document
from pipeline.models.factsheet import Keeps
from pipeline.render.characters import xml_safe
from pipeline.render.pdf.book import Book
from pipeline.render.pdf.notation import reference, text_string

PRODUCER = "presession"
UNDATED = "20000101"


class Properties(NamedTuple):
    """The metadata of one file; `date` as YYYYMMDD, from the inputs and never the clock."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    date: str


def properties(document: Document) -> Properties:
    """What `document` says of itself, on one line each."""
    digits = "".join(char for char in document.created if char in "0123456789")[:8]
    return Properties(
        _line(document.title),
        _line(document.author),
        _line(document.subject),
        _line(", ".join(document.keywords)),
        document.language,
        digits if len(digits) == 8 else UNDATED,
    )


def _line(text: str) -> str:
    return " ".join(xml_safe(text).split())


def info(said: Properties, book: Book) -> int:
    """The information dictionary."""
    stamp = f"(D:{said.date}000000Z)"
    texts = (
        ("Title", said.title),
        ("Author", said.author),
        ("Subject", said.subject),
        ("Keywords", said.keywords),
    )
    rows = "".join(f"/{key}{text_string(text)}" for key, text in texts)
    makers = f"/Creator({PRODUCER})/Producer({PRODUCER})/CreationDate{stamp}/ModDate{stamp}/Trapped/False"
    return book.add(f"<<{rows}{makers}>>")


def xmp(said: Properties, book: Book, keeps: Keeps = "A") -> int:
    """The metadata stream, not compressed, so that any program finds it.

    A file that `keeps` level u or b of PDF/A-2 does not say that it keeps PDF/UA; one that keeps nothing says
    nothing of itself.
    """
    pattern = XMP if keeps == "A" else UA_CLAIM.sub("", XMP).replace(">A</pdfaid", f">{keeps}</pdfaid")
    pattern = pattern if keeps else A_CLAIM.sub("", pattern)
    packet = pattern.format(
        **{key: escape(value, quote=False) for key, value in said._asdict().items()}, producer=PRODUCER
    )
    stamp = f"{said.date[:4]}-{said.date[4:6]}-{said.date[6:]}T00:00:00Z"
    data = packet.replace("@stamp@", stamp).encode("utf-8")
    return book.stream("/Type/Metadata/Subtype/XML", data, filtered=False)


def output_intent(book: Book) -> int:
    """What the colours of the pages mean: sRGB (ISO 19005-2:2011, 6.2.3)."""
    profile = book.stream("/N 3/Alternate/DeviceRGB", srgb_profile())
    name = "(sRGB IEC61966-2.1)"
    return book.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/DestOutputProfile {reference(profile)}>>"
    )


def srgb_profile() -> bytes:
    """An ICC profile (ICC.1:2004-10) of sRGB: IEC 61966-2-1:1999, its primaries adapted to D50."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0)
    curve += _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    adapted = _fixed(1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179)
    elements = {
        b"desc": _words("sRGB IEC61966-2.1"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"chad": b"sf32" + bytes(4) + adapted,
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.7141),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(elements)


def _profile(elements: dict[bytes, bytes]) -> bytes:
    """The header, the table of the elements, and each element once, on a boundary of four bytes."""
    start = 128 + 4 + 12 * len(elements)
    table, content, places = b"", b"", dict[bytes, int]()
    for signature, element in elements.items():
        if element not in places:
            places[element] = start + len(content)
            content += element + bytes(-len(element) % 4)
        table += signature + struct.pack(">II", places[element], len(element))
    size = start + len(content)
    head = struct.pack(">I4x", size) + bytes((4, 0x20, 0, 0)) + b"mntrRGB XYZ "
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(elements)) + table + content


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


def _words(text: str) -> bytes:
    words = text.encode("utf-16-be")
    return (
        b"mluc" + bytes(4) + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(words), 28) + words
    )


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>@stamp@</xmp:CreateDate>
<xmp:ModifyDate>@stamp@</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""

UA_CLAIM = re.compile(
    r'<rdf:Description rdf:about="" xmlns:(pdfuaid|pdfaExtension)=.*?</rdf:Description>\n(?!</rdf:li>)',
    re.DOTALL,
)
"""What says that a file keeps PDF/UA, and describes how that is said."""

A_CLAIM = re.compile(r'<rdf:Description rdf:about="" xmlns:pdfaid=.*?</rdf:Description>\n', re.DOTALL)
"""What says that a file keeps PDF/A."""
