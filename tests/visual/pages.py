"""Pages of the sample session as pictures: which are kept, how they are drawn, how far they may differ."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

KEPT = Path(__file__).resolve().parent / "kept"
DOTS = 50
"""Dots per inch of what is kept: a page is a few KB, and a moved line, a lost rule or another font is seen."""
BLUR = 1.2
"""Pixels: what differs by less is the smoothing of letters."""
NOTICED = 48
"""Steps of grey, of 255, by which a pixel has to differ to count."""
MOST = 0.004
"""Share of a page's pixels that may differ noticeably: about a line of small print."""


@dataclass(frozen=True)
class Chosen:
    """A page: what it is called, a pattern for its file below the build, and the bookmark that leads to it.

    `bookmark` is the beginning of a bookmark's title; "" is the first page.
    """

    name: str
    file: str
    bookmark: str = ""
    says: str = ""


PAGES = (
    Chosen("cover", "cuba/*Cuba-briefing-pack.pdf", "", "The cover: who, when, where, and what is in it."),
    Chosen(
        "glance", "cuba/*Cuba-briefing-pack.pdf", "At a glance", "At a glance: one page, whole sentences."
    ),
    Chosen("agenda", "cuba/*Cuba-briefing-pack.pdf", "Agenda", "The agenda, drawn to scale."),
    Chosen(
        "recommendations",
        "cuba/*Cuba-briefing-pack.pdf",
        "Recommendations",
        "The recommendations: what several speakers ask comes first.",
    ),
    Chosen(
        "statement",
        "cuba/*Cuba-briefing-pack.pdf",
        "Sample Centre for Treaty",
        "A statement, its demands marked where they stand.",
    ),
    Chosen("index", "cuba/*Cuba-briefing-pack.pdf", "Index of issues", "The indexes at the end."),
    Chosen(
        "previous",
        "canada/*Canada-briefing-pack.pdf",
        "Since the previous review",
        "What became of the recommendations of the previous review.",
    ),
    Chosen(
        "recommendations-fr",
        "cuba/*Cuba-briefing-pack-fr.pdf",
        "Recommandations",
        "The same table in French: the speakers' words stay as they are.",
    ),
    Chosen(
        "cover-ar",
        "djibouti/*Djibouti-briefing-pack-ar.pdf",
        "",
        "The cover of an Arabic pack.",
    ),
    Chosen(
        "glance-ar",
        "djibouti/*Djibouti-briefing-pack-ar.pdf",
        "لمحة سريعة",
        "At a glance in Arabic, of a statement in French and one in Arabic.",
    ),
    Chosen(
        "statement-ar",
        "djibouti/*Djibouti-briefing-pack-ar.pdf",
        "Sample Réseau",
        "A statement in Arabic, its demands marked in the margin.",
    ),
    Chosen(
        "without-statements", "tuvalu/*Tuvalu-briefing-pack.pdf", "", "A State whose speakers are awaited."
    ),
)


def drawn(built: Path, chosen: Chosen, dots: int) -> Image:
    """The page of the build in the folder `built` as a picture. Raises LookupError if it is not there."""
    import pypdfium2

    files = sorted(built.glob(chosen.file))
    if not files:
        raise LookupError(f"no file {chosen.file} below {built}")
    document = pypdfium2.PdfDocument(files[0])
    try:
        return document[_place(document, chosen)].render(scale=dots / 72).to_pil().convert("RGB")
    finally:
        document.close()


def _place(document, chosen: Chosen) -> int:  # type: ignore[no-untyped-def]
    if not chosen.bookmark:
        return 0
    for mark in document.get_toc(max_depth=4):
        if mark.get_title().startswith(chosen.bookmark):
            return int(mark.get_dest().get_index())
    raise LookupError(f"no bookmark {chosen.bookmark!r} in {chosen.file}")


def difference(one: Image, other: Image) -> float:
    """The share of pixels that differ noticeably; 1 for pictures of another size."""
    from PIL import ImageChops, ImageFilter

    if one.size != other.size:
        return 1.0
    soft = [image.convert("L").filter(ImageFilter.GaussianBlur(BLUR)) for image in (one, other)]
    counts = ImageChops.difference(*soft).histogram()
    return sum(counts[NOTICED:]) / (one.width * one.height)


def beside(kept: Image, now: Image) -> Image:
    """What was kept, what is now, and where they differ, side by side."""
    from PIL import Image as Pixels
    from PIL import ImageChops, ImageOps

    size = (max(kept.width, now.width), max(kept.height, now.height))
    pair = [ImageOps.pad(each.convert("L"), size, color=255, centering=(0, 0)) for each in (kept, now)]
    three = [*pair, ImageOps.invert(ImageChops.difference(*pair))]
    sheet = Pixels.new("L", (size[0] * 3 + 20, size[1]), 128)
    for number, each in enumerate(three):
        sheet.paste(each, (number * (size[0] + 10), 0))
    return sheet


def keep(built: Path) -> list[Path]:
    """Draw every page anew and keep it; what is kept of pages that are no longer chosen goes."""
    KEPT.mkdir(exist_ok=True)
    for old in KEPT.glob("*.png"):
        old.unlink()
    made = []
    for chosen in PAGES:
        path = KEPT / f"{chosen.name}.png"
        drawn(built, chosen, DOTS).convert("L").quantize(16).save(path, optimize=True)
        made.append(path)
    return made
