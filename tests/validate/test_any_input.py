"""Whatever staff write: checking never raises, and every problem has a place and something to do."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.raw import RawList, RawMap, RawText, RawValue
from pipeline.validate import awaited_items, refuse_final, validate_duplicates, validate_session
from tests.validate.raw_session import REVIEW, SESSION, mapping, raw_session

ODD = (
    "",
    "~",
    "Null",
    "no",
    "010",
    "-1",
    "9999-12-31 23:59",
    "2018-04-12 10:00",
    "\N{ARABIC-INDIC DIGIT THREE}",
    "x" * 300,
)
scalars = st.sampled_from(ODD) | st.text(max_size=20)


def paths(value: RawValue) -> Iterator[tuple[str | int, ...]]:
    """Where every value of a tree stands."""
    yield ()
    inner = (
        value.values.items()
        if isinstance(value, RawMap)
        else enumerate(value.items)
        if isinstance(value, RawList)
        else ()
    )
    for key, each in inner:
        yield from ((key, *path) for path in paths(each))


def put(value: RawValue, path: tuple[str | int, ...], new: RawValue) -> RawValue:
    """The tree with the value at `path` exchanged."""
    if not path:
        return new
    key, rest = path[0], path[1:]
    if isinstance(value, RawMap):
        return RawMap(
            {**value.values, str(key): put(value.values[str(key)], rest, new)}, value.keys, value.place
        )
    assert isinstance(value, RawList)
    items = [put(each, rest, new) if number == key else each for number, each in enumerate(value.items)]
    return RawList(tuple(items), value.place)


def odd_values(place: RawText) -> st.SearchStrategy[RawValue]:
    texts = scalars.map(lambda text: RawText(text, place.place))
    lists = st.lists(texts, max_size=3).map(lambda items: RawList(tuple(items), place.place))
    maps = st.dictionaries(st.sampled_from(("room", "name", "file", "x")), texts, max_size=3).map(
        lambda values: RawMap(values, dict.fromkeys(values, place.place), place.place)
    )
    return texts | lists | maps


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_value_in_any_place_makes_checking_fail(data: st.DataObject) -> None:
    """One to three values of session.yaml and review.yaml are exchanged for anything."""
    session = mapping(SESSION, "upr30/session.yaml")
    review = mapping(REVIEW, "upr30/cuba/review.yaml")
    here = RawText("", session.place)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([path for path in paths(session) if path]))
        session = put(session, path, data.draw(odd_values(here)))  # type: ignore[assignment]
        path = data.draw(st.sampled_from([path for path in paths(review) if path]))
        review = put(review, path, data.draw(odd_values(here)))  # type: ignore[assignment]
    raw = raw_session()
    folder = dataclasses.replace(raw.reviews[0], values=review)
    raw = dataclasses.replace(
        raw, values=session, reviews=(folder, dataclasses.replace(folder, folder="other"))
    )
    checked, problems = validate_session(raw)
    assert problems == validate_session(raw)[1]
    for found in problems:
        assert found.place.file
        assert found.what_to_do
    if checked is not None:
        validate_duplicates(checked, raw)
        for each in checked.reviews:
            assert len(refuse_final(each)) == len(awaited_items(each))
