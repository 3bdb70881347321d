"""The letterhead checked: room for the text, colours that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.models.letterhead import TAKEN, Letterhead, WordLook
from pipeline.problems import Place, Problem, problem

LEAST_WIDTH, LEAST_HEIGHT = 260.0, 300.0
"""Points that the text of a pack needs between the margins."""
LEAST_CONTRAST, LEAST_FOR_LARGE = 4.5, 3.0
LARGE, LARGE_IF_BOLD = 18.0, 14.0
"""WCAG 2.2, success criterion 1.4.3, and the sizes in points from which text is large."""


def check_letterhead(letterhead: Letterhead | None, problems: list[Problem]) -> None:
    """Add TE14 where the margins leave too little, TE20 where colours of styles are too light."""
    if letterhead is None:
        return
    place = Place(letterhead.shown)
    if page := letterhead.page:
        width, height = page.width - page.inner - page.outer, page.height - page.top - page.bottom
        if width < LEAST_WIDTH or height < LEAST_HEIGHT:
            problems.append(problem("TE14", place, width=round(width), height=round(height)))
    if pale := ", ".join(_pale(letterhead)):
        problems.append(problem("TE20", place, styles=pale))


def _pale(letterhead: Letterhead) -> Iterator[str]:
    for look in letterhead.looks:
        ratio = contrast_on_white(look.colour) if look.colour and look.name in TAKEN else 21.0
        if ratio < _least(look):
            yield f"{look.name} ({look.colour}, {ratio:.1f} to 1)"


def _least(look: WordLook) -> float:
    large = LARGE_IF_BOLD if look.bold else LARGE
    return LEAST_FOR_LARGE if look.size >= large else LEAST_CONTRAST


def contrast_on_white(colour: str) -> float:
    """The contrast of "#rrggbb" on white, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)
