"""style.yaml checked: every role has a style, every colour is one, every length is in points and sensible."""

from __future__ import annotations

import math
import re
from typing import get_args

from pipeline.models.document import Role
from pipeline.models.raw import RawMap
from pipeline.models.style import Family, Page, Style, TextStyle
from pipeline.problems import Place, Problem, has_errors, problem
from pipeline.validate.form import Form

FAMILIES = ("serif", "sans", "display")
COLOURS = ("ink", "grey", "signal", "rule", "hatch")
WEIGHTS = ("regular", "semibold", "bold")
# Every role of the Document, and what the writers set besides.
ROLES: tuple[str, ...] = (
    *get_args(Role),
    *(f"heading{level}" for level in range(1, 5)),
    *(f"statement{level}" for level in range(1, 5)),
    *("table", "table_head", "contents1", "contents2", "head", "foot", "mark", "label", "note"),
    *("slot", "slot_below", "time"),
    *("cover_label", "cover_value"),
)

# Sheets, in points: ISO 216 (A4) and ANSI/ASME Y14.1 (Letter), and their halves: A5 to half a millimetre.
FORMATS = {
    "a4": (595.2756, 841.8898),
    "a5": (420.9449, 595.2756),
    "letter": (612.0, 792.0),
    "half-letter": (396.0, 612.0),
}

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)\s*(pt|mm|cm|in)?", re.ASCII)
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_PACKAGE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(ttf|otf)", re.ASCII)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
# What a page must have left for words, in points: about 40 letters, and ten lines.
_LEAST_WIDTH, _LEAST_HEIGHT = 200.0, 150.0


def check_style(raw: RawMap | None, problems: list[Problem]) -> Style | None:
    """The checked style; None where an error was found, which is then among `problems`."""
    if raw is None:
        if not has_errors(problems):
            problems.append(problem("YA06", Place("templates/style.yaml"), name="templates/style.yaml"))
        return None
    found: list[Problem] = []
    form = Form(raw, found, open=True)
    page = _page(form.form("page", "the size and margins of the page"))
    families = _families(form.form("families", "serif, sans and display"))
    colours = _colours(form.form("colours", "names of colours"))
    texts = _texts(form.form("texts", "a style for each role"), frozenset(colours))
    style = Style(
        page=page,
        families=tuple(families.items()),
        texts=tuple(texts.items()),
        colours=tuple(colours.items()),
        rule=length(form, "rule", 0, 10),
        label_indent=length(form, "label_indent", 0, 200),
        minute=length(form, "minute", 1, 40),
        photo_width=length(form, "photo_width", 20, 300),
        line_numbers=form.integer("line_numbers", 0, 50, 0),
        thumb_index=form.integer("thumb_index", 0, 1000, 0),
    )
    form.finish()
    problems += found
    return None if has_errors(found) else style


def length(form: Form, key: str, low: float, high: float, default: float | None = None) -> float:
    """A length in points; written plainly, or with mm, cm, in or pt. Required if there is no default."""
    text = form.text(key, "" if default is not None else 'a length such as 10.5 or "20 mm"')
    if not text:
        return default if default is not None else low
    found = _LENGTH.fullmatch(text)
    points = float(found[1]) * _POINTS[found[2] or "pt"] if found else math.nan
    if not low <= points <= high:
        values = {"key": _called(form, key), "value": text, "low": f"{low:g}", "high": f"{high:g}"}
        form.problems.append(problem("TE05", form.place(key), **values))
        return low
    return round(points, 4)


def _page(form: Form) -> Page:
    width, height = FORMATS[form.choice("format", {name: name for name in FORMATS}, "a4")]
    page = Page(
        width=length(form, "width", 200, 2000, width),
        height=length(form, "height", 200, 2000, height),
        top=length(form, "top", 0, 500),
        bottom=length(form, "bottom", 0, 500),
        inner=length(form, "inner", 0, 500),
        outer=length(form, "outer", 0, 500),
        mirrored=form.boolean("mirrored", True),
    )
    form.finish()
    wide, high = page.width - page.inner - page.outer, page.height - page.top - page.bottom
    if not has_errors(form.problems) and (wide < _LEAST_WIDTH or high < _LEAST_HEIGHT):
        values = {"width": round(wide), "height": round(high)}
        form.problems.append(problem("TE14", form.values.place, **values))
    return page


def _families(form: Form) -> dict[str, Family]:
    """The families of running text, and those for other scripts that they fall back on."""
    names = (*FAMILIES, *(name for name in form.values.values if name not in FAMILIES))
    families = {}
    for name in names:
        inner = form.form(name, "package, weights and optical")
        families[name] = _family(inner)
        unknown = [other for other in families[name].fallback if other not in names or other in FAMILIES]
        if unknown:
            inner.refuse("fallback", inner.values.values["fallback"], f"further families, not {unknown[0]}")
    form.finish()
    return families


def _family(form: Form) -> Family:
    package = form.text("package", "the name of a font package, such as source-serif-4")
    if package and not _PACKAGE.fullmatch(package):
        form.refuse("package", form.values.values["package"], "the name of a font package")
    weights = form.form("weights", "regular, semibold and bold")
    chosen = tuple((name, length(weights, name, 1, 1000)) for name in WEIGHTS)
    weights.finish()
    file = form.text("file")
    if file and not _FILE.fullmatch(file):
        form.refuse("file", form.values.values["file"], "the name of a font file in that package")
    family = Family(
        package,
        chosen,
        length(form, "optical", 0, 1000, 0.0),
        file if _FILE.fullmatch(file) else "",
        form.texts("fallback"),
        form.texts("languages"),
        length(form, "scale", 0.5, 2, 1.0),
        length(form, "spread", 1, 2, 1.0),
    )
    form.finish()
    return family


def _colours(form: Form) -> dict[str, str]:
    """Every colour by name; those that the writers need must be there, others may."""
    colours: dict[str, str] = {}
    for name in (*COLOURS, *(key for key in form.values.values if key not in COLOURS)):
        text = form.text(name, 'a colour such as "#1b4a73"')
        if text and not _COLOUR.fullmatch(text):
            values = {"key": _called(form, name), "value": text}
            form.problems.append(problem("TE04", form.place(name), **values))
        colours[name] = text.lower()
    return colours


def _texts(form: Form, colours: frozenset[str]) -> dict[str, TextStyle]:
    texts: dict[str, TextStyle] = {}
    for role in ROLES:
        if form.has(role):
            texts[role] = _text(form.form(role), colours)
        else:
            form.problems.append(problem("TE06", form.values.place, role=role))
    form.finish()
    return texts


def _text(form: Form, colours: frozenset[str]) -> TextStyle:
    style = TextStyle(
        family=form.choice("family", {name: name for name in FAMILIES}),
        size=length(form, "size", 4, 200),
        leading=length(form, "leading", 4, 300),
        before=length(form, "before", 0, 300, 0.0),
        after=length(form, "after", 0, 300, 0.0),
        weight=form.choice("weight", {name: name for name in WEIGHTS}, "regular"),
        colour=form.choice("colour", {name: name for name in sorted(colours)}, "ink"),
        justified=form.boolean("justified", False),
        hyphenated=form.boolean("hyphenated", False),
        italic=form.boolean("italic", False),
    )
    form.finish()
    return style


def _called(form: Form, key: str) -> str:
    return f"{form.name}.{key}" if form.name else key
