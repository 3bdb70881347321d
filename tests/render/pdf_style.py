"""The default look, read the short way; the checked reader of style.yaml has tests of its own."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import yaml

from pipeline.models.style import Family, Page, Style, TextStyle

ROOT = Path(__file__).resolve().parents[2]


def points(value: Any) -> Any:
    """ "20 mm" or "10 pt" as points; anything else as it is."""
    if isinstance(value, str) and value.endswith(" mm"):
        return float(value[:-3]) * 72 / 25.4
    if isinstance(value, str) and value.endswith(" pt"):
        return float(value[:-3])
    return value


def family(value: dict[str, Any]) -> Family:
    lists = {key: tuple(value.get(key, ())) for key in ("fallback", "languages")}
    plain = {key: value[key] for key in ("optical", "file", "scale", "spread") if key in value}
    return Family(value["package"], tuple(value["weights"].items()), **plain, **lists)


def page(value: dict[str, Any]) -> Page:
    """The page; its sheet is A4."""
    assert value["format"] == "a4"
    sides = {key: points(side) for key, side in value.items() if key != "format"}
    return Page(width=round(points("210 mm"), 4), height=round(points("297 mm"), 4), **sides)


@functools.lru_cache(maxsize=1)
def default_style() -> Style:
    """templates/style.yaml as a Style."""
    raw = yaml.safe_load((ROOT / "templates" / "style.yaml").read_text(encoding="utf-8"))
    families = tuple((name, family(value)) for name, value in raw["families"].items())
    texts = tuple((role, TextStyle(**value)) for role, value in raw["texts"].items())
    return Style(
        page(raw["page"]),
        families,
        texts,
        tuple(raw["colours"].items()),
        points(raw["rule"]),
        points(raw["label_indent"]),
        points(raw["minute"]),
        points(raw["photo_width"]),
    )
