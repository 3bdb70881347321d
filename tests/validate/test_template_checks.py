"""Checking templates: every mistake that staff can make has a problem with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.models.templates import Templates
from pipeline.problems import Problem
from pipeline.read import read_templates
from pipeline.validate import validate_templates

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'


def check(folder: Path, name: str, content: str) -> tuple[Templates | None, tuple[Problem, ...]]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return validate_templates(read_templates(folder))


def check_po(
    folder: Path, entries: str, language: str = "fr", plural: str = "nplurals=2; plural=(n > 1);"
) -> tuple[Templates | None, tuple[Problem, ...]]:
    return check(folder, f"locale/{language}/LC_MESSAGES/presession.po", HEAD.format(plural) + entries)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_the_default_templates_have_no_problem() -> None:
    """And every part of them is known."""
    templates, problems = validate_templates(read_templates())
    assert problems == ()
    assert templates
    assert [plan.id for plan in templates.parts][:2] == ["cover", "contents"]
    assert templates.style.page.width == pytest.approx(595.28, abs=0.01)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("parts: [{part: covr}]", "TE01"),
        ("parts: [{part: cover}, {part: cover}]", "TE02"),
        ("parts: [{part: contents, deep: 2}]", "TE03"),
        ("parts: [{part: contents, depth: many}]", "FO02"),
        ("parts: [{part: contents, depth: 9}]", "FO02"),
        ("parts: [{part: recommendations, group: colour}]", "FO02"),
        ("parts: [{part: agenda, new_page: perhaps}]", "FO02"),
        ("parts: [cover]", "FO02"),
        ("parts: cover", "FO02"),
        ("parts: [{depth: 2}]", "FO01"),
        ("parts: null", "FO06"),
        ("part: []", "FO07"),
    ],
)
def test_a_mistake_in_pack_yaml_is_found(tmp_path: Path, content: str, code: str) -> None:
    """With the file and line where it stands."""
    _, problems = check(tmp_path, "pack.yaml", content)
    assert codes(problems) == [code]
    assert problems[0].place.file.endswith("pack.yaml")
    assert problems[0].place.line == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('colours: {ink: "#12345"}', "TE04"),
        ("colours: {ink: black}", "TE04"),
        ("rule: thin", "TE05"),
        ("rule: -1", "TE05"),
        ("minute: 900 mm", "TE05"),
        ("page: {outer: 20 miles}", "TE05"),
        ("page: {inner: 100 mm, outer: 100 mm}", "TE14"),
        ("texts: {title: null}", "TE06"),
        ("texts: {title: {family: comic}}", "FO02"),
        ("texts: {title: {colour: pink}}", "FO02"),
        ("texts: {title: {weight: heavy}}", "FO02"),
        ("texts: {title: {justified: 3}}", "FO02"),
        ("texts: {titel: {size: 3}}", "FO07"),
        ("texts: {title: {size: 1}}", "TE05"),
        ("families: {serif: {package: ../x}}", "FO02"),
        ("families: {serif: {weights: {bold: fat}}}", "TE05"),
        ("texts: [title]", "FO02"),
        ("papes: 1", "FO03"),
    ],
)
def test_a_mistake_in_style_yaml_is_found(tmp_path: Path, content: str, code: str) -> None:
    """The first problem names it, at its place."""
    _, problems = check(tmp_path, "style.yaml", content)
    assert codes(problems)[0] == code
    assert problems[0].place.file


def test_lengths_have_units(tmp_path: Path) -> None:
    """Points if nothing is said."""
    content = "page: {top: 1 in, bottom: 2 cm, inner: 20mm, outer: 72 pt}\nrule: 0.75\n"
    templates, problems = check(tmp_path, "style.yaml", content)
    assert problems == ()
    assert templates
    page = templates.style.page
    assert (page.top, page.outer, templates.style.rule) == (72, 72, 0.75)
    assert page.bottom == pytest.approx(56.69, abs=0.01)
    assert page.inner == pytest.approx(page.bottom)


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ('msgid "p. {page}"\nmsgstr "p. {pages}"\n', "TE08"),
        ('msgid "p. {page}"\nmsgstr "p. {page"\n', "TE09"),
        ('msgid "p. {page}"\nmsgstr "p. {page.__class__}"\n', "TE09"),
        ('msgid "p. {page}"\nmsgstr "p. {page:>9999999}"\n', "TE09"),
        ('msgid "p. {page}"\nmsgstr "p. {}"\n', "TE09"),
        ('msgid "Agneda"\nmsgstr "Ordre du jour"\n', "TE10"),
        ('msgid "{n} word"\nmsgid_plural "{n} words"\nmsgstr[0] "{n} mot"\nmsgstr[1] ""\n', "TE15"),
    ],
)
def test_a_mistake_in_a_translation_is_found(tmp_path: Path, entries: str, code: str) -> None:
    """A gap that cannot be filled would stop a pack at midnight; it is found in check."""
    _, problems = check_po(tmp_path, entries)
    assert codes(problems) == [code]
    assert problems[0].place.line > 4


def test_a_singular_may_do_without_its_number(tmp_path: Path) -> None:
    """ "One word" is as good as "1 word"."""
    plural = 'msgid "{n} word"\nmsgid_plural "{n} words"\nmsgstr[0] "un mot"\nmsgstr[1] "{n} mots"\n'
    templates, problems = check_po(tmp_path, plural)
    assert problems == ()
    assert templates
    assert templates.wording("fr").count("{n} word", "{n} words", 1) == "un mot"


@pytest.mark.parametrize("rule", ["nplurals=2; plural=(n > 5 ? 7 : 0);", "nplurals=2; plural=(n % 0);"])
def test_a_plural_rule_that_cannot_be_computed_is_found(tmp_path: Path, rule: str) -> None:
    """A form that is not there, a division by nought."""
    _, problems = check_po(tmp_path, 'msgid "Agenda"\nmsgstr "Ordre du jour"\n', plural=rule)
    assert "TE12" in codes(problems)


def test_a_new_language_that_is_not_complete_is_a_warning(tmp_path: Path) -> None:
    """The rest is printed in English."""
    templates, problems = check_po(tmp_path, 'msgid "Agenda"\nmsgstr "Agenda (de)"\n', language="de")
    assert codes(problems) == ["TE11"]
    assert templates
    assert templates.wording("de")("Agenda") == "Agenda (de)"
    assert templates.wording("de")("Closing") == "Closing"


def test_a_folder_that_is_no_language_is_found(tmp_path: Path) -> None:
    """Names are codes of two or three letters."""
    _, problems = check_po(tmp_path, 'msgid "Agenda"\nmsgstr "x"\n', language="french")
    assert "TE13" in codes(problems)


def test_english_words_can_be_changed_too(tmp_path: Path) -> None:
    """Staff prefer another title."""
    templates, problems = check_po(tmp_path, 'msgid "Agenda"\nmsgstr "Order of the day"\n', language="en")
    assert problems == ()
    assert templates
    assert templates.wording("en")("Agenda") == "Order of the day"


def test_an_error_gives_no_templates(tmp_path: Path) -> None:
    """Nothing is built with half a look."""
    templates, _ = check(tmp_path, "style.yaml", "rule: thin")
    assert templates is None


@pytest.mark.parametrize(
    "content",
    [
        "families: {serif: {fallback: [nowhere]}}",
        "families: {serif: {fallback: [sans]}}",
        "families: {naskh: {file: ../../font.ttf}}",
        "families: {naskh: {file: font.exe}}",
    ],
)
def test_a_family_for_another_script_is_checked(tmp_path: Path, content: str) -> None:
    """It falls back on further families only, and a font file has a plain name."""
    _, problems = check(tmp_path, "style.yaml", content)
    assert "FO02" in codes(problems)
