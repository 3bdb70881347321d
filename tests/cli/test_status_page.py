"""The status page after a build of one State: of the others it says what stands, what is awaited, what was found."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from tests.programs import own_cache, presession


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of two States, both built."""
    folder = tmp_path_factory.mktemp("workspace")
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", "--state", "TV", cwd=folder)
    build(folder)
    return folder


def build(workspace: Path, *arguments: str) -> str:
    """What the page says, in words, after a build."""
    done = presession("build", "s/upr31", *arguments, cwd=workspace, env=own_cache(workspace))
    assert done.returncode == 0, done.stdout + done.stderr
    page = (workspace / "output/upr31/index.html").read_text("utf-8")
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL))


def test_other_states_are_told_with_what_stands_of_them(workspace: Path) -> None:
    """Whole, then with other inputs than it was made from, then with files that somebody touched."""
    page = build(workspace, "--state", "FR")
    assert "1 of 2 States built · 1 built earlier · 2 items awaited" in page
    assert re.search(r"Still awaited\s+France.*Tuvalu", page, re.DOTALL)
    assert len(re.findall("RV09", page)) == 2, "the note of the other State, too"
    manifest = json.loads((workspace / "output/upr31/manifest.json").read_bytes())
    assert manifest["states"]["tuvalu"]["counts"] == {"statements": 0, "recommendations": 0, "questions": 0}
    review = workspace / "s/upr31/tuvalu/review.yaml"
    review.write_text(review.read_text("utf-8") + "# looked at\n", "utf-8")
    assert "1 built earlier and out of date" in build(workspace, "--state", "FR")
    pack = next((workspace / "output/upr31/tuvalu").glob("*.html"))
    pack.write_bytes(pack.read_bytes() + b" ")
    assert "1 built earlier and damaged" in build(workspace, "--state", "FR")
