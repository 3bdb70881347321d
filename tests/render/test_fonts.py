"""Fonts: static, named, the same bytes always, kept between runs and never trusted when damaged."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.models.style import Family
from pipeline.problems import OutputError
from pipeline.render import fonts, keep
from pipeline.render.pdf.kerning import kerning

WEIGHTS = (("regular", 400.0), ("semibold", 600.0), ("bold", 700.0))
SERIF = Family("source-serif-4", WEIGHTS, 10)
DISPLAY = Family("source-serif-4", WEIGHTS, 48)
SANS = Family("source-sans-3", WEIGHTS)


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_a_font_is_static_and_says_its_name() -> None:
    font = TTFont(io.BytesIO(fonts.font_bytes(SERIF, "bold", True)))
    assert "fvar" not in font and "gvar" not in font
    assert [font["name"].getDebugName(n) for n in (1, 2, 4, 6)] == [
        "Source Serif 4",
        "Bold Italic",
        "Source Serif 4 Bold Italic",
        "SourceSerif4-BoldItalic",
    ]
    assert font["OS/2"].usWeightClass == 700
    assert font["OS/2"].fsType == 0, "the font may be embedded"
    assert font["OS/2"].fsSelection & 0b100001 == 0b100001


def test_cuts_that_would_collide_in_a_word_processor_have_names_of_their_own() -> None:
    names = {
        fonts.family_name(family, weight) for family in (SERIF, DISPLAY) for weight in ("regular", "semibold")
    }
    assert names == {
        "Source Serif 4",
        "Source Serif 4 SemiBold",
        "Source Serif 4 Display",
        "Source Serif 4 Display SemiBold",
    }


@pytest.mark.parametrize("text", ["Économie, œuvre, ¿qué?", "Российская Федерация", "→ “ ” – — …"])
def test_both_families_have_the_letters_of_the_languages(text: str) -> None:
    for family in (SERIF, SANS):
        assert fonts.covers(family, text)
        assert fonts.covers(family, text, italic=True) or "→" in text


def test_what_a_family_lacks_is_not_claimed() -> None:
    assert not fonts.covers(SERIF, "中")


def test_a_missing_package_is_said_and_not_thrown_at_staff() -> None:
    with pytest.raises(OutputError, match="fontpkg-no-such-family is not installed"):
        fonts.font_bytes(Family("no-such-family", WEIGHTS), "regular", False)


def test_a_missing_weight_is_said() -> None:
    with pytest.raises(OutputError, match="no weight black"):
        fonts.font_bytes(SANS, "black", False)


def test_two_processes_make_the_same_font(tmp_path: Path) -> None:
    code = (
        "import hashlib; from pipeline.models.style import Family; from pipeline.render.fonts import font_bytes;"
        "print(hashlib.sha256(font_bytes(Family('source-sans-3', (('regular', 400.0),)), 'regular', False))"
        ".hexdigest())"
    )
    seen = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "XDG_CACHE_HOME": str(tmp_path / seed)}
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_what_was_kept_is_not_made_again(fresh: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"font")
        return b"font"

    assert [keep.kept(("a",), make), keep.kept(("a",), make)] == [b"font", b"font"]
    assert len(made) == 1


def test_another_recipe_is_made_anew(fresh: Path) -> None:
    assert keep.kept(("a",), lambda: b"one") != keep.kept(("b",), lambda: b"two")


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40])
def test_a_damaged_entry_is_made_again(fresh: Path, damage: bytes) -> None:
    keep.kept(("a",), lambda: b"font")
    (entry,) = [path for path in fresh.rglob("*") if path.is_file()]
    entry.write_bytes(damage)
    assert keep.kept(("a",), lambda: b"font") == b"font"
    assert entry.read_bytes()[keep.DIGEST :] == b"font"


def test_a_cache_that_cannot_be_written_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert keep.kept(("a",), lambda: b"font") == b"font"


def test_letters_that_lean_are_kerned() -> None:
    pairs = kerning(SERIF, "regular", False)
    assert pairs[ord("T")][ord("o")] < 0
    assert pairs[ord("A")][ord("V")] < -50
    assert ord("n") not in pairs[ord("n")]
