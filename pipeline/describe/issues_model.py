"""The models of issues: weights of features for each of the 54 labels, read from files of the package."""

from __future__ import annotations

import functools
import json
import sys
from array import array
from collections.abc import Iterable, Sequence
from importlib import resources
from math import sqrt
from typing import NamedTuple
from zlib import decompress

from pipeline.describe.rows import Rows

ZERO = 128
"""Stands for no weight in a long number, where nothing can be negative."""
MOST_MET = 50_000
"""Features that are kept ready, about 400 bytes each."""


class Model(NamedTuple):
    """Of feature `rows[f]`: its rarity, and from `starts` on the issues that it speaks for or against.

    A weight is a whole number of steps of 1/`scale`; `bias` and `threshold` are in the unit of the scores.
    `met` keeps features that were met, in the form in which they are added fastest.
    """

    rows: Rows
    rarity: array[int]
    starts: array[int]
    issues: bytes
    weights: array[int]
    scale: float
    rarity_scale: float
    bias: Sequence[float]
    threshold: float
    met: dict[int, tuple[int, int]]


@functools.cache
def model(name: str) -> Model:
    """The model `name` of the package ("words", "terms"), made by tools/train_issues; loaded once."""
    folder = resources.files("pipeline.describe") / "data"
    return loaded((folder / f"issues_{name}.bin").read_bytes())


def loaded(content: bytes) -> Model:
    """The model in `content`: a line of JSON, then features, starts, rarities, issues, weights."""
    head, _, body = decompress(content).partition(b"\n")
    data = json.loads(head)
    features, entries = data["features"], data["entries"]
    sizes = (4 * features, 4 * (features + 1), features, entries, entries)
    parts, place = [], 0
    for size in sizes:
        parts.append(body[place : place + size])
        place += size
    ids, starts = array("I", parts[0]), array("I", parts[1])
    if sys.byteorder == "big":
        ids.byteswap()
        starts.byteswap()
    return Model(
        rows=Rows(ids),
        rarity=array("B", parts[2]),
        starts=starts,
        issues=parts[3],
        weights=array("b", parts[4]),
        scale=data["scale"],
        rarity_scale=data["rarity_scale"],
        bias=data["bias"],
        threshold=data["threshold"],
        met={},
    )


def scores(model: Model, blocks: Iterable[Iterable[int]]) -> list[float]:
    """How much the features of a text, block by block, speak for each issue; above the threshold is yes."""
    sums = list(model.bias)
    for block in blocks:
        squares = added = count = 0
        for feature in block:
            known = model.met.get(feature) or _met(model, feature)
            if known:
                squares += known[0]
                added += known[1]
                count += 1
        if count:
            lanes = array("I", added.to_bytes(4 * len(sums), sys.byteorder))
            unit = model.rarity_scale / (sqrt(squares) * model.scale)
            sums = [total + (lane - count * ZERO) * unit for total, lane in zip(sums, lanes, strict=True)]
    return sums


def _met(model: Model, feature: int) -> tuple[int, int] | None:
    """The square of a feature's rarity, and its weights in one long number, 32 bits an issue, above ZERO.

    Adding two such numbers adds the weights of all issues at once; whole numbers, so order does not matter.
    """
    row = model.rows[feature]
    if row is None:
        return None
    first, last = model.starts[row], model.starts[row + 1]
    lanes = array("I", [ZERO]) * len(model.bias)
    for issue, weight in zip(model.issues[first:last], model.weights[first:last], strict=True):
        lanes[issue] += weight
    known = model.rarity[row] ** 2, int.from_bytes(lanes.tobytes(), sys.byteorder)
    if len(model.met) < MOST_MET:
        model.met[feature] = known
    return known
