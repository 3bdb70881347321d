"""Static fonts cut from the families' variable files: made once and kept, the same bytes always."""

from __future__ import annotations

import functools
import io
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.models.style import Family
from pipeline.problems import OutputError
from pipeline.render.cutting import static_font
from pipeline.render.keep import digest, kept

__all__ = [
    "coverage",
    "covers",
    "family_name",
    "font_bytes",
    "font_source",
    "postscript_name",
    "variable_source",
]

RECIPE = 2
"""Raise it when the way a font is made changes: kept fonts are then made again."""

DISPLAY_FROM = 24
"""Optical sizes from here on are a display cut, which is a family of its own to a word processor."""

STYLE_LINKED = ("regular", "bold")
"""Weights that a word processor reaches with its B button; any other weight is a family of its own."""


@functools.lru_cache(maxsize=64)
def font_bytes(family: Family, weight: str, italic: bool) -> bytes:
    """A static TrueType font of `family` in `weight` (a name in Family.weights), every character it has.

    Layout features and hinting are left out. The licences of the families (OFL 1.1) allow embedding.
    Raises OutputError where the package or the weight is not there.
    """
    source = _source(family, italic)
    original = source.read_bytes()
    if not _is_variable(family, italic):
        return original
    axes = _axes(family, weight)
    names = _names(family, weight, italic)
    recipe = ("font", RECIPE, digest(original), sorted(axes.items()), sorted(names.items()))
    return kept(recipe, lambda: _cut(original, axes, names))


def family_name(family: Family, weight: str) -> str:
    """The name a word processor knows the font by: "Source Serif 4", "Source Serif 4 Display SemiBold"."""
    name = _named(family.package, family.file).name if family.file else str(_package(family.package).name)
    if family.optical >= DISPLAY_FROM:
        name += " Display"
    return name if weight in STYLE_LINKED else f"{name} {_weight_name(weight)}"


def postscript_name(family: Family, weight: str, italic: bool) -> str:
    """The name inside a PDF: "SourceSerif4-BoldItalic"."""
    base = family_name(family, "regular").replace(" ", "")
    style = ("" if weight == "regular" else _weight_name(weight)) + ("Italic" if italic else "")
    return f"{base}-{style or 'Regular'}"


@functools.lru_cache(maxsize=16)
def coverage(family: Family, italic: bool = False) -> frozenset[int]:
    """The code points that `family` has letters for."""
    from fontTools.ttLib import TTFont

    with TTFont(_source(family, italic), lazy=True) as font:
        return frozenset(font.getBestCmap())


def covers(family: Family, text: str, italic: bool = False) -> bool:
    """Whether `family` has a letter for every character of `text`."""
    return coverage(family, italic).issuperset(map(ord, text))


def variable_source(family: Family, weight: str, italic: bool) -> tuple[bytes, dict[str, float]]:
    """The variable file that a font is cut from and the axes of the cut; no axes where it is not variable."""
    axes = _axes(family, weight) if _is_variable(family, italic) else {}
    return _source(family, italic).read_bytes(), axes


def font_source(family: Family, weight: str) -> tuple[Path, dict[str, float]]:
    """The upright file of `family` and the axes of `weight` in it; no axes where it has one weight only."""
    axes = _axes(family, weight) if _is_variable(family, False) else {}
    return _source(family, False), axes


def _weight_name(weight: str) -> str:
    return "SemiBold" if weight == "semibold" else weight.title().replace(" ", "")


def _package(name: str) -> Any:
    import fontpkg

    try:
        return fontpkg.family(name)
    except fontpkg.FontpkgError as error:
        raise OutputError(
            f"the font package fontpkg-{name} is not installed. Install it or name another in style.yaml."
        ) from error


class _Named(NamedTuple):
    """A font file that style.yaml names, from a package that is no fontpkg-*."""

    path: Path
    variable: bool
    name: str


@functools.lru_cache(maxsize=16)
def _named(package: str, file: str) -> _Named:
    """The file and what it says of itself. Raises OutputError where it is not there."""
    from fontTools.ttLib import TTFont

    try:
        files = metadata.files(package) or []
        path = next(Path(str(part.locate())) for part in files if part.name == file)
        with TTFont(path, lazy=True) as font:
            names = font["name"]
            name = names.getDebugName(16) or names.getDebugName(1) or Path(file).stem
            return _Named(path, "fvar" in font, name)
    except (metadata.PackageNotFoundError, StopIteration, OSError) as error:
        raise OutputError(
            f"the font {file} of the package {package} is not installed. "
            "Install the package or name another in style.yaml."
        ) from error


def _file(family: Family, italic: bool) -> Any:
    if family.file:
        return _named(family.package, family.file)
    files = _package(family.package).files
    wanted = [file for file in files if (file.style == "italic") is italic]
    return min(wanted or files, key=lambda file: (not file.variable, abs((file.weight or 400) - 400)))


def _source(family: Family, italic: bool) -> Path:
    return Path(_file(family, italic).path)


def _is_variable(family: Family, italic: bool) -> bool:
    return bool(_file(family, italic).variable)


def _axes(family: Family, weight: str) -> dict[str, float]:
    weights = dict(family.weights)
    if weight not in weights:
        raise OutputError(f"style.yaml gives {family.package} no weight {weight}. Add it to its weights.")
    axes = {"wght": weights[weight]}
    if family.optical:
        axes["opsz"] = family.optical
    return axes


def _names(family: Family, weight: str, italic: bool) -> dict[int, str]:
    """The name table's records by their number (OpenType 1.9, "name", name IDs)."""
    linked = ("Bold" if weight == "bold" else "") + (" Italic" if italic else "")
    group = family_name(family, weight)
    full = f"{group} {linked.strip()}".strip()
    postscript = postscript_name(family, weight, italic)
    names = {1: group, 2: linked.strip() or "Regular", 3: postscript, 4: full, 6: postscript}
    if weight not in STYLE_LINKED:
        names[16] = family_name(family, "regular")
        names[17] = _weight_name(weight) + (" Italic" if italic else "")
    return names


def _cut(original: bytes, axes: dict[str, float], names: dict[int, str]) -> bytes:
    """The variable font `original` fixed at `axes`, without what neither PDF nor DOCX uses."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(static_font(original, axes)), recalcTimestamp=False)
    _rename(font, axes, names)
    stream = io.BytesIO()
    font.save(stream, reorderTables=None)
    return stream.getvalue()


def _rename(font: Any, axes: dict[str, float], names: dict[int, str]) -> None:
    table = font["name"]
    for number in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    os2, head = font["OS/2"], font["head"]
    bold, italic = names[2].startswith("Bold"), "Italic" in names[2]
    os2.usWeightClass = round(axes["wght"]) if "wght" in axes else os2.usWeightClass
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | (0b1 * italic) | (0b100000 * bold)
    if not bold and not italic:
        os2.fsSelection |= 0b1000000
    os2.fsType = 0
    head.macStyle = (0b1 * bold) | (0b10 * italic)
