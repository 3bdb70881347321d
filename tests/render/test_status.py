"""The status page: what is missing first, every State with its files, every problem with its place."""

from __future__ import annotations

import importlib.resources
import re
from pathlib import Path

import pytest

from pipeline.models.status import StateStatus, Status
from pipeline.problems import Place, problem
from pipeline.render import render_status
from tests import build
from tests.programs import program

CUBA = StateStatus(
    "cuba",
    "Cuba",
    "12 April 2018, 10.00",
    "Room XXI",
    "built",
    speakers=3,
    received=2,
    recommendations=6,
    awaited=((3, "statement"),),
    files=("UPR30-Cuba-briefing-pack.pdf", "UPR30-Cuba-briefing-pack.docx"),
)
CHAD = StateStatus(
    "chad <&>",
    "Chad",
    result="held back",
    problems=(problem("FI01", Place("inputs/upr30/chad/statements/a.docx")),),
)


def page(*states: StateStatus, **fields: object) -> str:
    status = Status("30th session of the UPR", "room", ("DRAFT",), states, **fields)  # type: ignore[arg-type]
    return render_status(status, build.the_templates().style).decode("utf-8")


def test_the_summary_says_what_was_built_and_what_is_missing() -> None:
    """Before anything else."""
    shown = page(CUBA, CHAD)
    assert "1 of 2 States built · 1 held back · 1 item awaited · 1 error" in shown
    assert "statement of speaker 3" in shown


def test_every_file_is_one_click_away() -> None:
    """Relative links, so that the folder can be moved."""
    shown = page(CUBA)
    assert 'href="cuba/UPR30-Cuba-briefing-pack.pdf" aria-label="PDF, Cuba"' in shown
    assert ">Word</a>" in shown


def test_a_problem_stands_with_its_place_and_what_to_do() -> None:
    """Below the name of its State, which the table links to."""
    shown = page(CHAD)
    assert "FI01" in shown
    assert "inputs/upr30/chad/statements/a.docx" in shown
    assert 'href="#problems-chad----"' in shown and 'id="problems-chad----"' in shown


def test_a_state_that_was_not_asked_for_claims_nothing() -> None:
    """No counts of a pack that this build did not look at."""
    shown = page(StateStatus("fiji", "Fiji", files=("x-briefing-pack.pdf",)))
    assert "not part of this build" in shown
    assert "0 of 0" not in shown
    assert "nothing awaited" not in shown
    assert "none" not in re.sub("<style>.*</style>|<meta[^>]*>", "", shown, flags=re.DOTALL)
    assert "fiji/x-briefing-pack.pdf" in shown


def test_an_earlier_pack_is_told_with_how_it_stands() -> None:
    """What is awaited and what was found of a State is told also when another one was built."""
    stands = StateStatus("fiji", "Fiji", result="stands", speakers=2, received=1, awaited=((2, "statement"),))
    old = StateStatus("togo", "Togo", result="out of date", speakers=3, counted=False, problems=CHAD.problems)
    shown = page(CUBA, stands, old)
    assert "1 of 3 States built · 1 built earlier · 1 built earlier and out of date · 2 items" in shown
    assert "statement of speaker 2" in shown
    assert "its earlier pack is made from what is there now" in shown
    assert "1 of 2" in shown and "0 of 3" not in shown
    assert "1 error" in shown and "FI01" in shown


def test_nothing_awaited_has_no_heading() -> None:
    """A complete session says so in its first line."""
    shown = page(StateStatus("fiji", "Fiji", result="built"))
    assert "nothing awaited" in shown
    assert "Still awaited" not in shown


@pytest.mark.parametrize("width", [320, 1200])
def test_axe_finds_nothing_to_say(width: int, tmp_path: Path) -> None:
    """Staff read it on a phone at midnight, too."""
    from playwright.sync_api import sync_playwright

    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    path = program("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
        opened.set_content(page(CUBA, CHAD, problems=CHAD.problems, files=("programme.pdf",)))
        opened.add_script_tag(content=axe)
        found = opened.evaluate("axe.run(document, {resultTypes: ['violations']})")
        wide = opened.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert [(v["id"], [n["html"][:90] for n in v["nodes"]]) for v in found["violations"]] == []
    assert wide <= width
