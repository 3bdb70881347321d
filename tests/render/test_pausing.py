"""The collector of cyclic garbage pauses while a file is written, and goes on after it."""

from __future__ import annotations

import gc

import pytest

from pipeline.render.pausing import uncollected


def test_the_collector_rests_meanwhile_and_works_again_after_a_fault() -> None:
    """Whether the writer ends well or not."""

    @uncollected
    def write(number: int) -> bool:
        return 1 // number == 1 and gc.isenabled()

    assert not write(1)
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        write(0)
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """Who switched it off did so for reasons of their own."""
    gc.disable()
    try:
        assert not uncollected(gc.isenabled)()
        assert not gc.isenabled()
    finally:
        gc.enable()
