"""What staff are told of each single mistake in their templates, and what is understood of each single change.

The first case are the defaults; every other lays a few lines over pack.yaml, style.yaml or prints.yaml.
`template_told.txt` has for each the lines that are told and, after "=", what is then otherwise than in the defaults.
To write the lines of a new case or of a changed sentence: `PRESESSION_SAID=1 .venv/bin/pytest -n 0
tests/validate/test_template_told.py`, and then read what git shows as changed.
"""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.models.raw import laid_over
from pipeline.models.style import Family, TextStyle
from pipeline.models.templates import PARTS, RawTemplates, Templates
from pipeline.problems import Place, problem
from pipeline.read import read_templates
from pipeline.validate import validate_templates
from tests.validate.raw_session import mapping
from tests.validate.template_cases import CASES

TOLD = Path(__file__).parent / "template_told.txt"


@functools.cache
def our_templates() -> RawTemplates:
    """The default templates as read, without the catalogues, which have tests of their own."""
    return replace(read_templates(), catalogues=(), sentences=())


def laid(name: str, lines: str) -> RawTemplates:
    """The defaults with `lines` laid over the file `name`."""
    file = name.partition(".")[0]
    special = mapping(lines, name)
    return replace(our_templates(), **{file: laid_over(getattr(our_templates(), file), special)})


def facts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value of checked templates by where it stands; a part, a family, a style of text is one value."""
    if isinstance(value, TextStyle):
        flags = [name for name in ("justified", "hyphenated", "italic") if getattr(value, name)]
        around = f"{value.before:g} before, {value.after:g} after"
        said = f"{value.family} {value.size:g}/{value.leading:g}, {around}, {value.weight}, {value.colour}"
        yield path, ", ".join([said, *flags])
    elif isinstance(value, Family):
        named = ((each.name, getattr(value, each.name)) for each in dataclasses.fields(value))
        yield path, ", ".join(f"{name} {said}" for name, said in named)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from facts_of(getattr(value, each.name), f"{path}.{each.name}")
    elif isinstance(value, tuple) and all(isinstance(each, tuple) and len(each) == 2 for each in value):
        yield path, ", ".join(name for name, _ in value)
        for name, inner in value:
            yield from facts_of(inner, f"{path}.{name}")
    elif isinstance(value, tuple):
        yield path, "; ".join(f"{each.id} {dict(each.options) or ''}".strip() for each in value)
    else:
        yield path, repr(value)


def understood(templates: Templates | None) -> dict[str, str]:
    """The facts; of print editions, whose looks are all the pack's, only those that differ from it."""
    if templates is None:
        return {}
    facts = {**dict(facts_of(templates.parts, ".parts")), **dict(facts_of(templates.style, ".style"))}
    for kind, editions in (("prints", templates.prints), ("others", templates.others)):
        facts[kind] = repr([each.id for each in editions])
        for each in editions:
            facts |= {
                f"{each.id}{path}": value
                for path, value in facts_of(replace(each, id=""))
                if facts.get(path) != value
            }
    return facts


@functools.cache
def default_facts() -> dict[str, str]:
    templates, problems = validate_templates(our_templates())
    assert problems == ()
    return understood(templates)


def told_of(name: str, lines: str) -> str:
    raw = laid(name, lines) if lines else our_templates()
    templates, problems = validate_templates(raw)
    told = [str(each) for each in problems]
    facts, before = understood(templates), default_facts() if lines else {}
    if templates:
        changed = sorted(key for key in facts.keys() | before.keys() if facts.get(key) != before.get(key))
        told += [f"= {key}: {facts.get(key, 'gone')}" for key in changed]
    return "".join(f"{line}\n" for line in told)


def key_of(name: str, lines: str) -> str:
    return f"{name} | {lines}".replace("\n", " / ")


@functools.cache
def kept() -> dict[str, str]:
    blocks = TOLD.read_text("utf-8").split("\n## ") if TOLD.is_file() else []
    return {head.removeprefix("## "): body for head, _, body in (block.partition("\n") for block in blocks)}


@pytest.mark.parametrize(("name", "lines"), [pytest.param(*case, id=key_of(*case)) for case in CASES])
def test_a_change_of_the_templates_is_told_and_understood_so(name: str, lines: str) -> None:
    """Every line that is told, with its place and what to do, and every value that is then another."""
    assert told_of(name, lines).rstrip("\n") == kept()[key_of(name, lines)].rstrip("\n")


def test_the_table_has_every_case_and_no_other() -> None:
    """A case is told of once."""
    wanted = [key_of(*case) for case in CASES]
    assert len(set(wanted)) == len(wanted)
    if os.environ.get("PRESESSION_SAID"):
        table = "\n".join(f"## {key_of(*case)}\n{told_of(*case)}" for case in CASES)
        TOLD.write_text(table, "utf-8")
        kept.cache_clear()
    assert list(kept()) == wanted


@pytest.mark.parametrize("name", ["pack", "style"])
def test_a_file_that_is_not_there_is_told_of_once(name: str) -> None:
    """Where reading it has said already what is wrong, it is not said again that it is empty."""
    raw = replace(our_templates(), **{name: None})
    templates, problems = validate_templates(raw)
    assert templates is None
    assert [(each.code, each.place, dict(each.values)) for each in problems] == [
        ("YA06", Place(f"templates/{name}.yaml"), {"name": f"templates/{name}.yaml"})
    ]
    said = problem("YA06", Place("mine.yaml"), name="mine.yaml")
    assert validate_templates(replace(raw, problems=(said,))) == (None, (said,))


def test_templates_need_no_prints_and_no_letterhead() -> None:
    """Both are extras."""
    templates, problems = validate_templates(replace(our_templates(), prints=None, letterhead=None))
    assert problems == ()
    assert templates
    assert (templates.prints, templates.others, templates.letterhead) == ((), (), None)


@pytest.mark.parametrize(("points", "is_one"), [("6", True), ("5.9", False), ("40", True), ("40.1", False)])
@pytest.mark.parametrize("key", ["text_size", "least_size"])
def test_letters_of_a_print_edition_have_six_to_forty_points(key: str, points: str, is_one: bool) -> None:
    """Smaller ones cannot be read, and of larger ones no line holds enough."""
    templates, problems = validate_templates(laid("prints.yaml", f"prints: {{pocket: {{{key}: {points}}}}}"))
    assert (templates is not None) == is_one
    told = [str(each) for each in problems]
    assert told == [] if is_one else f"prints.pocket.{key} is {points}, which is not" in told[0]


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_has_only_the_options_that_are_written(part: str) -> None:
    """What is not written is left to whoever makes the part."""
    templates, problems = validate_templates(laid("pack.yaml", f"parts: [{{part: {part}}}]"))
    assert problems == ()
    assert templates
    assert [(plan.id, dict(plan.options)) for plan in templates.parts] == [(part, {})]
