"""What the pages of a fact sheet keep of PDF/A-2: level u or b where all that is asked is proved, or nothing.

Pages that were made elsewhere have no structure of ours: level a and PDF/UA-1 are never kept with them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.models.factsheet import Keeps
from pipeline.read.facsimile.fonts import facts_of
from pipeline.read.facsimile.objects import Copied

__all__ = ["Kept", "judge"]

KNOWN = frozenset(
    ("/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB", "/Lab", "/ICCBased", "/Indexed", "/Pattern")
)
"""Colours that have a meaning by themselves or by the pack's output intent, which is sRGB."""
PROFILES = {1: b"GRAY", 3: b"RGB "}
CLASSES = (b"scnr", b"mntr", b"prtr", b"spac")
MAX_NESTED = 24
"""Graphics states within each other: 28 are allowed (ISO 32000-1:2008, annex C.2), some are the pack's."""


class Kept(NamedTuple):
    """The level kept, why no higher one, how many fonts there are and how many of them are not embedded."""

    keeps: Keeps
    reasons: tuple[str, ...]
    fonts: int
    loose: int


def judge(seen: Copied, target: Any) -> Kept:
    """What is proved of the copied pages; `target` is the file that they were copied into."""
    fonts = [facts_of(target._objects[number - 1], shown) for number, shown in sorted(seen.fonts.items())]
    against = dict.fromkeys([*(font.against for font in fonts if font.against), *seen.unproved])
    if unknown := sorted(seen.spaces - KNOWN):
        against[f"colours that have no meaning of their own ({', '.join(name[1:] for name in unknown)})"] = (
            None
        )
    if not all(_is_profile(count, data) for count, data in seen.profiles):
        against["a description of colours that is not proved"] = None
    if seen.deepest > MAX_NESTED:
        against["drawings that are nested deeply"] = None
    unmapped = dict.fromkeys(font.unmapped for font in fonts if font.unmapped)
    keeps: Keeps = "" if against else "B" if unmapped else "U"
    loose = sum(not font.embedded for font in fonts)
    return Kept(keeps, tuple(against or unmapped), len(fonts), loose)


def _is_profile(count: int, data: bytes) -> bool:
    """Whether an ICC profile is of a kind, version and number of colours that the norm takes."""
    return (
        len(data) >= 128
        and data[36:40] == b"acsp"
        and PROFILES.get(count) == data[16:20]
        and data[12:16] in CLASSES
        and 2 <= data[8] <= 4
    )
