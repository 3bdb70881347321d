"""Every pack of the sample session keeps the ten rules of the courts' guidance on electronic bundles."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import bundling

pytestmark = pytest.mark.xdist_group("sample session")


def test_the_ten_rules_hold_on_every_pack(built: Path) -> None:
    """Numbers, contents, bookmarks, text, view, pictures, size; as `presession check --pack` reports them."""
    packs = sorted(built.glob("*/*briefing-pack*.pdf"))
    assert packs
    told = []
    for pack in packs:
        judged, problems = bundling.judge(pack.read_bytes())
        assert len(judged) == 10, problems
        told += [f"{pack.name}: {found}" for each in judged for found in each.problems]
    assert told == []
