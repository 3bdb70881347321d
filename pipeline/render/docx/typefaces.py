"""The fonts of the style inside the file, obfuscated as the standard asks (ECMA-376 Part 1, 17.8.1)."""

from __future__ import annotations

import functools
import hashlib
import uuid
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.models.style import Family, Style
from pipeline.render.docx.xml import qualified, serialised, w
from pipeline.render.fonts import family_name, font_bytes

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TABLE_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
FONT_CONTENT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
OBFUSCATED = 32
"""Bytes at the start of a font that are combined with its key."""
HEAVY = ("semibold", "bold")


class FaceUse(NamedTuple):
    """A face that the file needs: the slot of the font table, its weight in style.yaml, whether slanted."""

    slot: str
    weight: str
    italic: bool


def word_family(style: Style, name: str) -> str:
    """The font name that Word's styles use for the family `name`; semibold is reached as its bold."""
    return family_name(dict(style.families)[name], "regular")


def font_table(style: Style, package: Package, left_out: Container[str] = ()) -> Part:
    """The font table part with the embedded fonts that the styles use, but for those `left_out`."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    table = Part(PackURI("/word/fontTable.xml"), TABLE_CONTENT, b"", package)
    root = w("fonts")
    number = 0
    for name, family, uses in (each for each in _families(style) if each[0] not in left_out):
        entry = w("font", name=name)
        entry.append(w("charset", val="00"))
        entry.append(w("family", val="roman" if "Serif" in name else "swiss"))
        entry.append(w("pitch", val="variable"))
        for use in uses:
            number += 1
            key, data = _embedded(family, use.weight, use.italic)
            uri = PackURI(f"/word/fonts/font{number}.odttf")
            part = Part(uri, FONT_CONTENT, data, package)
            element = w(use.slot, fontKey=key)
            element.set(qualified("r:id"), table.relate_to(part, RELATION + "font"))
            entry.append(element)
        root.append(entry)
    table._blob = serialised(root)
    return table


@functools.lru_cache(maxsize=32)
def _embedded(family: Family, weight: str, italic: bool) -> tuple[str, bytes]:
    """The key of a font and the font combined with it."""
    data = font_bytes(family, weight, italic)
    key = font_key(data)
    return key, obfuscated(data, key)


def font_key(data: bytes) -> str:
    """A GUID made from the font itself, as Word writes it."""
    digest = hashlib.sha256(data).digest()[:16]
    return "{" + str(uuid.UUID(bytes=digest, version=4)).upper() + "}"


def obfuscated(data: bytes, key: str) -> bytes:
    """`data` with its first 32 bytes combined with the key, last byte of the key first; twice is nothing."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    start = bytes(a ^ b for a, b in zip(data[:OBFUSCATED], mask, strict=False))
    return start + data[OBFUSCATED:]


def _families(style: Style) -> Iterator[tuple[str, Family, list[FaceUse]]]:
    """Each font of the style under the name that Word knows it by, once, and the faces to embed of it.

    Families that only stand in for letters of other scripts are named in the runs and not embedded.
    """
    seen: set[str] = set()
    stand_in = {name for _, family in style.families for name in family.fallback}
    for name, family in style.families:
        if name in stand_in:
            continue
        shown = word_family(style, name)
        if shown not in seen:
            seen.add(shown)
            yield shown, family, _uses(style, name, family)


def _uses(style: Style, name: str, family: Family) -> list[FaceUse]:
    """All four faces of a family that running text uses; of one for titles those that the styles name."""
    texts = [text for _, text in style.texts if text.family == name]
    running = any(text.size < 14 for text in texts)
    bold = "bold" if "bold" in dict(family.weights) else _heaviest(family)
    slots = [("embedRegular", "regular", False), ("embedBold", bold, False)]
    slots += [("embedItalic", "regular", True), ("embedBoldItalic", bold, True)]
    uses = [FaceUse(*slot) for slot in slots]
    if running:
        return uses
    wanted = {(text.weight in HEAVY, text.italic) for text in texts} or {(False, False)}
    return [use for use in uses if (use.weight == bold, use.italic) in wanted]


def _heaviest(family: Family) -> str:
    return max(family.weights, key=lambda weight: weight[1])[0]
