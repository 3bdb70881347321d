"""Pages of the sample session look as they were kept; `make look` keeps them anew after a change that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.visual.pages import DOTS, KEPT, MOST, PAGES, Chosen, beside, difference, drawn


@pytest.mark.parametrize("chosen", PAGES, ids=lambda chosen: chosen.name)
def test_a_page_looks_as_it_was_kept(chosen: Chosen, built: Path, root: Path) -> None:
    """If not, a picture with both side by side is written, and the message says where."""
    kept, now = Image.open(KEPT / f"{chosen.name}.png"), drawn(built, chosen, DOTS)
    share = difference(kept, now)
    if share > MOST:
        target = root / "output" / "visual" / f"{chosen.name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        beside(kept, now).save(target)
        pytest.fail(
            f"{share:.1%} of the page {chosen.name!r} differ: look at {target.relative_to(root)} (kept, now, "
            "difference). If the change is meant: make look"
        )


def test_a_planted_change_is_seen(built: Path) -> None:
    """The test can fail: a line of words struck out is more than the tolerance, a pixel is not."""
    page = drawn(built, PAGES[0], DOTS)
    dot, line = page.copy(), page.copy()
    dot.putpixel((200, 200), (0, 0, 0))
    ImageDraw.Draw(line).rectangle((60, 200, 300, 210), fill="black")
    assert difference(page, page) == 0
    assert difference(page, dot) <= MOST < difference(page, line)
