"""What tests of every stage share."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
# A busy machine is no fault of the code: nothing here is held against a clock.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


def pytest_sessionstart() -> None:
    """While tests are collected nothing becomes garbage, and looking for it takes longer with each of them."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was collected stays to the end: else each look for garbage goes through twelve thousand tests."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole sessions, which take longest, come first: in the end no process waits for another's long file."""
    items.sort(key=lambda item: item.path.parent.name != "whole")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real and hostile files beside the project; not part of it."""
    folder = ROOT.parent / "shared"
    if not (folder / "samples").is_dir():
        pytest.skip("the data folder ../shared is not there; tests on real files need it")
    return folder


@pytest.fixture(scope="session")
def sample(root: Path) -> Path:
    """The sample session."""
    return root / "inputs" / "upr30"
