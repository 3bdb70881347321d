"""Print editions: what prints.yaml lays over pack.yaml and style.yaml, and every mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.models.templates import Print, Templates
from pipeline.problems import CommandError, Problem
from pipeline.read import read_templates
from pipeline.validate import validate_templates


def check(folder: Path, content: str) -> tuple[Templates | None, tuple[Problem, ...]]:
    folder.mkdir(exist_ok=True)
    (folder / "prints.yaml").write_text(content, "utf-8")
    return validate_templates(read_templates(folder))


def default() -> Templates:
    templates, problems = validate_templates(read_templates())
    assert problems == ()
    assert templates
    return templates


def edition(templates: Templates | None, name: str) -> Print:
    assert templates
    return next(each for each in (*templates.prints, *templates.others) if each.id == name)


def test_the_default_editions() -> None:
    """The summary comes with every pack; the others are made when they are asked for."""
    templates = default()
    assert [each.id for each in templates.prints] == ["summary"]
    assert [each.id for each in templates.others] == ["booklet", "floor-copy", "large-print"]


def test_large_print_has_no_letter_below_sixteen_points() -> None:
    """Running text of 18 points, ragged, no hyphens, upright; generous leading."""
    style = edition(default(), "large-print").style
    assert style.text("text").size == 18
    for role, text in style.texts:
        assert text.size >= 16, role
        assert text.leading >= 1.05 * text.size, role
        assert not (text.justified or text.hyphenated or text.italic), role


def test_an_edition_of_ones_own(tmp_path: Path) -> None:
    """Its parts and its look stand over those of the pack; what it does not say is the pack's."""
    own = (
        "build: [pocket]\n"
        "prints:\n"
        "  pocket:\n"
        "    parts: [{part: cover}, {part: agenda}]\n"
        "    style: {page: {format: letter}}\n"
    )
    templates, problems = check(tmp_path / "templates", own)
    assert problems == ()
    assert templates
    assert [each.id for each in templates.prints] == ["pocket"]
    pocket = edition(templates, "pocket")
    assert [plan.id for plan in pocket.parts] == ["cover", "agenda"]
    assert (pocket.style.page.width, pocket.style.page.height) == (612, 792)
    assert pocket.style.texts == templates.style.texts


def test_a_width_and_a_height_stand_over_the_format(tmp_path: Path) -> None:
    """Any sheet can be had."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "style.yaml").write_text("page: {width: 200 mm, height: 250 mm}\n", "utf-8")
    templates, problems = validate_templates(read_templates(folder))
    assert problems == ()
    assert templates
    assert templates.style.page.width == pytest.approx(566.93, abs=0.01)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("build: [floor-coppy]\n", "FO02"),
        ("prints: {floor-copy: {styel: {}}}\n", "FO07"),
        ("prints: {floor-copy: {style: {page: {outer: wide}}}}\n", "TE05"),
        ("prints: {floor-copy: {style: {page: {format: a7}}}}\n", "FO02"),
        ("prints: {floor-copy: {parts: [{part: covr}]}}\n", "TE01"),
        ("prints: {large-print: {text_size: 400}}\n", "TE05"),
        ("prints: {Large Print: {}}\n", "FO02"),
        ("prints: [floor-copy]\n", "FO02"),
        ("prints: {floor-copy: 5}\n", "FO02"),
        ("bild: []\n", "FO07"),
        ("unheard: []\n", "FO03"),
    ],
)
def test_a_mistake_is_a_problem_with_its_place(tmp_path: Path, content: str, code: str) -> None:
    """Nothing is built with half an edition; a misspelt key is told of."""
    templates, problems = check(tmp_path / "templates", content)
    assert code in [found.code for found in problems]
    assert all(found.place.file.endswith("prints.yaml") for found in problems)
    assert (templates is None) == (code != "FO03")  # a key that nobody knows is a warning


def test_an_edition_that_is_not_there_is_a_wrong_command(tmp_path: Path) -> None:
    """With the names of those that are."""
    with pytest.raises(CommandError, match="large-print"):
        default().with_prints(["larg-print"])
    assert [each.id for each in default().with_prints(["booklet"]).prints] == ["booklet", "summary"]
