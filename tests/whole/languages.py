"""The languages of the sample session, and the files of each: a pack's name ends with its language."""

from __future__ import annotations

import re
from pathlib import Path

LANGUAGES = ("en", "fr", "ar")
"""English is the session's main one: its files have no ending."""


def ending(language: str) -> str:
    return "" if language == LANGUAGES[0] else f"-{language}"


def pack_of(built: Path, folder: str, language: str = LANGUAGES[0]) -> Path:
    """The PDF of a State's pack in `language`; the DOCX and the HTML file stand beside it."""
    (found,) = (built / folder).glob(f"*-briefing-pack{ending(language)}.pdf")
    return found


def packs_in(built: Path, language: str) -> list[Path]:
    """The PDFs of all packs in `language`, those that stand alone too, and of the programme."""
    return [pdf for pdf in sorted(built.rglob("*.pdf")) if language_of(pdf) == language]


def language_of(pdf: Path) -> str:
    found = re.search(r"(?:-briefing-pack|programme)-(\w\w)(?=-|$)", pdf.stem)
    return found[1] if found else LANGUAGES[0]


def in_english_alone(session: Path) -> None:
    """Let a copy of the sample session make packs in its main language alone, where a test is of no language."""
    settings = session / "session.yaml"
    text, count = re.subn(r"(?m)^(  languages:) \[.*?\]", r"\1 [en]", settings.read_text("utf-8"))
    assert count == 1
    settings.write_text(text, "utf-8")
