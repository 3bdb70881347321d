"""A pack that stays behind an error shows no more than is agreed now."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.programs import ALONE, presession

GOOD = Path(__file__).resolve().parent.parent / "good"
AGREED = "consent: {name: yes, photo: no, bio: yes, organisation: yes, statement: yes}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good session, built once."""
    folder = tmp_path_factory.mktemp("withdrawn")
    shutil.copytree(GOOD, folder / "s" / "upr30")
    assert presession("build", "s/upr30", *ALONE, cwd=folder).returncode == 0
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(built, tmp_path / "copy")


def _edit(workspace: Path, old: str, new: str) -> None:
    review = workspace / "s/upr30/cuba/review.yaml"
    text = review.read_text("utf-8")
    assert old in text
    review.write_text(text.replace(old, new, 1), "utf-8")


def test_an_earlier_pack_goes_when_a_consent_was_withdrawn_behind_an_error(workspace: Path) -> None:
    """Nobody is exposed: this stands above keeping the old pack."""
    _edit(workspace, AGREED, AGREED.replace("name: yes", "name: no"))
    _edit(workspace, "floor: 6", "floor: 60")
    done = presession("build", "s/upr30", "--format", "json", cwd=workspace)
    told = json.loads(done.stdout)
    assert (done.returncode, told["held"], told["withdrawn"]) == (3, ["cuba"], ["cuba"])
    assert not (workspace / "output/upr30/cuba").exists()
    assert presession("verify", "output/upr30", cwd=workspace).returncode == 0


def test_an_earlier_pack_stays_behind_an_error_where_nothing_was_withdrawn(workspace: Path) -> None:
    """The complete old one, as ever; more consent than before is no reason either."""
    _edit(workspace, AGREED, AGREED.replace("photo: no", "photo: yes"))
    _edit(workspace, "floor: 6", "floor: 60")
    done = presession("build", "s/upr30", cwd=workspace)
    assert done.returncode == 3
    assert "its earlier pack was kept" in done.stdout
    assert (workspace / "output/upr30/cuba").is_dir()


def test_what_is_noted_of_consent_names_nobody(workspace: Path) -> None:
    """The manifest goes out with the packs: digests of what they show, and how many masks."""
    manifest = (workspace / "output/upr30/manifest.json").read_text("utf-8")
    consent = json.loads(manifest)["states"]["cuba"]["consent"]
    assert consent[-1] == "masks:0"
    assert all(len(entry) == 64 for entry in consent[:-1])
    assert "Sample Speaker" not in manifest


def test_what_was_told_of_a_pack_goes_with_it(workspace: Path) -> None:
    """Also in a build of another State: files of who is withheld now are not told by the name they had."""
    other = ("--number", "30", "--first-day", "2018-04-09", "--state", "FR")
    presession("new", "t/upr30", *other, cwd=workspace)
    shutil.copytree(workspace / "t/upr30/france", workspace / "s/upr30/france")
    _edit(workspace, AGREED, AGREED.replace("name: yes", "name: no"))
    done = presession("build", "s/upr30", "--state", "FR", cwd=workspace)
    assert not (workspace / "output/upr30/cuba").exists(), done.stdout
    manifest = json.loads((workspace / "output/upr30/manifest.json").read_bytes())
    fates = {entry["why"] for entry in manifest["ledger"]["cuba"]["files"]}
    assert fates == {"the State is not part of this build"}
    assert "legal-aid" not in json.dumps(manifest["ledger"]["cuba"])
