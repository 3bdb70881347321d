"""prints.yaml checked: print editions, each the parts and look of a pack with something laid over them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.models.raw import RawMap, laid_over
from pipeline.models.spelling import did_you_mean
from pipeline.models.style import Style, TextStyle
from pipeline.models.templates import PartPlan, Print, RawTemplates
from pipeline.problems import Problem, has_errors
from pipeline.validate.form import Form
from pipeline.validate.template_style import check_style, length

PartsOf = Callable[[RawMap | None, list[Problem]], tuple[PartPlan, ...]]

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_NAME_LIMIT = 40
_LEAST, _MOST = 6.0, 40.0


def check_prints(
    raw: RawTemplates, parts: tuple[PartPlan, ...], parts_of: PartsOf, problems: list[Problem]
) -> tuple[tuple[Print, ...], tuple[Print, ...]]:
    """The print editions that come with every pack, and the others; `parts` are those of pack.yaml.

    `parts_of` reads a list of parts. What is wrong is added to `problems`.
    """
    if raw.prints is None:
        return (), ()
    form = Form(raw.prints, problems, open=True)
    editions = form.form("prints")
    found: dict[str, Print] = {}
    for name in editions.values.values:
        if not _NAME.fullmatch(name) or len(name) > _NAME_LIMIT:
            editions.refuse(name, editions.values.values[name], "named with small letters, figures, hyphens")
            continue
        if made := _print(editions.form(name), name, (raw.style, parts), parts_of):
            found[name] = made
    wanted = _wanted(form, found)
    form.finish()
    return (
        tuple(each for name, each in sorted(found.items()) if name in wanted),
        tuple(each for name, each in sorted(found.items()) if name not in wanted),
    )


def _wanted(form: Form, found: dict[str, Print]) -> set[str]:
    wanted = form.texts("build")
    for name in wanted:
        if name not in found and not has_errors(form.problems):
            hint = did_you_mean(name, found) or f"Print editions are: {', '.join(found) or 'none'}."
            form.refuse("build", form.values.values["build"], f"names under prints, not {name}. {hint}")
    return set(wanted)


def _print(
    form: Form, name: str, base: tuple[RawMap | None, tuple[PartPlan, ...]], parts_of: PartsOf
) -> Print | None:
    raw_style, parts = base
    found: list[Problem] = []
    laid = form.form("style").values
    style = check_style(laid_over(raw_style, laid), found) if raw_style else None
    if form.has("parts"):
        place = form.values.values["parts"]
        parts = parts_of(RawMap({"parts": place}, {"parts": place.place}, form.values.place), found)
        form.items("parts")
    size = length(form, "text_size", _LEAST, _MOST, 0.0) if form.has("text_size") else 0.0
    least = length(form, "least_size", _LEAST, _MOST, 0.0) if form.has("least_size") else 0.0
    simple, booklet = form.boolean("plain", False), form.boolean("booklet", False)
    form.finish()
    form.problems += [each for each in found if each not in form.problems]  # the pack's are told already
    if style is None or has_errors(found):
        return None
    style = _sized(style, size, least)
    return (
        Print(name, _in_words(parts), _plain(style), booklet)
        if simple
        else Print(name, parts, style, booklet)
    )


def _in_words(parts: tuple[PartPlan, ...]) -> tuple[PartPlan, ...]:
    """The parts with the words of fact sheets: letters of a facsimile cannot be made larger."""
    return tuple(
        replace(each, options={**each.options, "show": "words"}) if each.id == "fact-sheets" else each
        for each in parts
    )


def _sized(style: Style, size: float, least: float) -> Style:
    """`style` with running text of `size` points, all else to match, and nothing below `least` points.

    What is smaller than running text keeps its proportion to it; what is larger, how much larger it is:
    a title that grew as the text does would not fit on its line. `size` 0 changes nothing but `least`.
    """
    before = style.text("text").size
    factor = size / before if size else 1.0
    texts = tuple((role, _resized(text, factor, before, least)) for role, text in style.texts)
    return replace(
        style,
        texts=texts,
        label_indent=round(style.label_indent * factor, 4),
        minute=round(style.minute * min(factor, 1.0), 4),
    )


def _resized(text: TextStyle, factor: float, before: float, least: float) -> TextStyle:
    larger = text.size > before and factor > 1
    wanted = before * factor + (text.size - before) if larger else text.size * factor
    share = max(wanted, least) / text.size
    return replace(
        text,
        size=round(text.size * share, 2),
        leading=round(text.leading * share, 2),
        before=round(text.before * share, 2),
        after=round(text.after * share, 2),
    )


def _plain(style: Style) -> Style:
    """Ragged lines of whole words, upright.

    RNIB, Clear print guidelines (2017), and UK Association for Accessible Formats, Creating clear print and
    large print documents (2012): no justified text, no words split at line ends, no italics.
    """
    texts = tuple(
        (role, replace(text, justified=False, hyphenated=False, italic=False)) for role, text in style.texts
    )
    return replace(style, texts=texts)


__all__ = ["check_prints"]
