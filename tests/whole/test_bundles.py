"""Every pack of the sample session keeps the ten rules of the courts' guidance on electronic bundles."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import bundling
from tests.whole.languages import LANGUAGES, packs_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ten_rules_hold_on_every_pack(built: Path, language: str) -> None:
    """Numbers, contents, bookmarks, text, view, pictures, size; as `presession check --pack` reports them."""
    packs = [pdf for pdf in packs_in(built, language) if "briefing-pack" in pdf.name]
    assert len(packs) == 2 * 14
    told = []
    for pack in packs:
        judged, problems = bundling.judge(pack.read_bytes())
        assert len(judged) == 10, problems
        told += [f"{pack.name}: {found}" for each in judged for found in each.problems]
    assert told == []
