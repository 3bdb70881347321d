"""The measure of growth tells work that is in proportion from work that is not."""

from __future__ import annotations

from tests.growth import grows_in_proportion


def test_work_in_proportion_passes_and_work_of_the_square_does_not() -> None:
    assert grows_in_proportion(lambda size: size / 1000, 60_000)
    assert not grows_in_proportion(lambda size: (size / 1000) ** 2, 60_000)
