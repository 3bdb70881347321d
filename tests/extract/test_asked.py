"""Made-up statements as organisations write them: what they ask stands in brackets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.models.findings import SetAsideReason
from tests.extract.forms import found

FOLDER = Path(__file__).parent / "asked"
MARK = re.compile(r"[^|\s]{1,4}\|")


def cases() -> list[tuple[str, str]]:
    """Of each language's file the cases, which blank lines part; a line begins with its mark, or is a paragraph."""
    files = sorted(FOLDER.glob("*.txt"))
    return [(file.stem, case) for file in files for case in file.read_text("utf-8").strip().split("\n\n")]


@pytest.mark.parametrize(("language", "case"), cases())
def test_what_is_asked_is_found_and_nothing_else(language: str, case: str) -> None:
    """Of the State or of others; what others have asked stands in no brackets."""
    lines = [line if MARK.match(line) else f"p|{line}" for line in case.splitlines()]
    every = found(language, *(re.sub(r"[\[\]]", "", line) for line in lines), state=None)
    others = [one.recommendation for one in every.set_aside if one.reason is SetAsideReason.ADDRESSEE]
    made = sorted([*every.recommendations, *others], key=lambda one: one.spans[0])
    assert [one.text for one in made] == [text for line in lines for text in re.findall(r"\[(.*?)\]", line)]
