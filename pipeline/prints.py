"""The print editions of one pack: further PDFs, each the pack with other parts or another look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from pipeline import assemble, render
from pipeline.models.pack import PackInput
from pipeline.models.rendered import RenderedPdf
from pipeline.models.templates import PARTS, PartPlan, Print, Templates

Options = Mapping[str, str | int | bool]

SUMMARY = "summary"
CUT_FIRST = ("recommendations", "issues", "speakers")
"""The options of a summary in the order in which they are made smaller until it fits on its page."""


def make_prints(pack: PackInput, templates: Templates, name: str) -> Mapping[str, RenderedPdf]:
    """Every print edition that `templates` ask for by file name, which begins with `name`.

    An edition whose only part is the summary is one page long, whatever there is to sum up.
    """
    made = {}
    for edition in templates.prints:
        alone = [plan.id for plan in edition.parts] == [SUMMARY]
        make = _one_page if alone else _make
        made[f"{name}-{edition.id}.pdf"] = make(pack, edition, templates.for_print(edition))
    return made


def _make(pack: PackInput, edition: Print, templates: Templates) -> RenderedPdf:
    document = assemble.assemble_pack(pack, templates)
    write = render.render_booklet if edition.booklet else render.render_pdf
    return write(document, edition.style)


def _one_page(pack: PackInput, edition: Print, templates: Templates) -> RenderedPdf:
    """The summary with as much as its page holds, found by halving; one option after the other goes to 0."""
    chosen = {name: option.default for name, option in PARTS[SUMMARY].items()} | dict(
        edition.parts[0].options
    )

    def made(options: Options) -> Templates:
        return replace(templates, parts=(PartPlan(SUMMARY, options),))

    def fits(options: Options) -> bool:
        return render.count_pages(assemble.assemble_pack(pack, made(options)), edition.style) == 1

    for option in CUT_FIRST:
        if fits(chosen):
            break
        chosen[option] = _largest(partial(_with, fits, chosen, option), int(chosen[option]))
    return _make(pack, edition, made(chosen))


def _with(fits: Callable[[Options], bool], options: Options, name: str, value: int) -> bool:
    return fits({**options, name: value})


def _largest(fits: Callable[[int], bool], most: int) -> int:
    """The largest number below `most` that fits, 0 if none does."""
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
