"""Expressions that are kept compiled are the same ones, and whatever is odd about them is not used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from pipeline.extract import grammar as room
from pipeline.extract import ready
from pipeline.extract.phrases import NEVER
from pipeline.models.findings import READ_LANGUAGES

PLAIN = {"words": "true", "abbreviations": ["Art."]}
PATTERNS = [re.compile(text) for text in (r"(?!)", r"(?<!\w)(?:we (?P<verb>urge|ask))", r"[é-ü]+\s*(?=x)")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "xx.yaml"
    path.write_text("patterns: {}", encoding="utf-8")
    return path


def kept(file: Path) -> Path:
    assert ready.keep(file, PLAIN, PATTERNS)
    [place] = (file.parent / "__pycache__").iterdir()
    return place


@pytest.mark.parametrize("language", sorted(READ_LANGUAGES))
def test_every_grammar_comes_back_as_it_was_made(language: str, tmp_path: Path) -> None:
    """Python compares two expressions by its own numbers, their flags and their words.

    What a language does not have is the one expression that never matches, and is asked for by identity.
    """
    file = Path(str(room._file(language)))
    made = room._made(language)
    again = ready.load(file)
    if again is None:  # `make test` keeps them before it comes here, by the same way
        file = tmp_path / file.name
        file.write_bytes(Path(str(room._file(language))).read_bytes())
        assert ready.keep(file, *made)
        again = ready.load(file)
    assert again == made
    assert again is not None
    assert [one is NEVER for one in again[1]] == [one is NEVER for one in made[1]]


def test_what_comes_back_finds_the_same(file: Path) -> None:
    kept(file)
    found = ready.load(file)
    assert found == (PLAIN, PATTERNS)
    match = found[1][1].search("Today we urge you")
    assert match is not None
    assert match["verb"] == "urge"


def test_nothing_is_there_before_it_is_kept(file: Path) -> None:
    assert ready.load(file) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-4],
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: b"",
        lambda data: data[:32],
    ],
)
def test_what_is_cut_or_changed_is_not_used(file: Path, spoil: Callable[[bytes], bytes]) -> None:
    place = kept(file)
    place.write_bytes(spoil(place.read_bytes()))
    assert ready.load(file) is None


def test_numbers_that_python_would_not_make_are_not_used(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even under a right seal: the engine looks at them before it takes them."""
    kept(file)
    seal = ready._seal
    monkeypatch.setattr(ready, "_seal", lambda of, body: seal(of, body.replace(b"urge", b"ur") + b""))
    assert ready.load(file) is None
    monkeypatch.undo()
    body = b'{"plain": {}, "patterns": [["a", 32, 0, {}, 2]]}\n' + b"\xff\xff\xff\x00" * 2
    kept(file).write_bytes(ready._seal(file, body) + body)
    assert ready.load(file) is None


def test_another_grammar_another_code_or_another_python_is_another_thing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(file)
    with monkeypatch.context() as other:
        other.setattr(ready.sys, "version", "4.0")
        assert ready.load(file) is None
    with monkeypatch.context() as other:
        other.setattr(ready, "_MAKERS", ("grammar.py", "phrases.py"))
        assert ready.load(file) is None
    file.write_text("patterns: {a: [b]}", encoding="utf-8")
    assert ready.load(file) is None


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(file: Path) -> None:
    (file.parent / "__pycache__").write_text("no folder")
    assert not ready.keep(file, PLAIN, PATTERNS)
    assert ready.load(file) is None


def test_expressions_that_python_made_otherwise_are_not_kept(file: Path) -> None:
    """A flag is not in the words of an expression: nothing is kept that would come back without it."""
    assert not ready.keep(file, PLAIN, [re.compile("a", re.IGNORECASE)])
    assert ready.load(file) is None


def lists_in(value: object, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of a grammar file, by where it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_in(inner, f"{name}.{key}")
    elif isinstance(value, list):
        yield name, value


@pytest.mark.parametrize("language", sorted(READ_LANGUAGES))
def test_no_grammar_says_a_thing_twice(language: str) -> None:
    """A word that stands in a list already costs time and says nothing."""
    file = Path(room.__file__).with_name("grammar") / f"{language}.yaml"
    lists = dict(lists_in(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)))
    assert {name: said for name, said in lists.items() if len(set(said)) < len(said)} == {}
