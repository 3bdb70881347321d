"""The models of issues: weights of features for each of the 54 labels, read from files of the package."""

from __future__ import annotations

import functools
import json
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from math import sqrt
from typing import NamedTuple
from zlib import decompress

ZERO = 128
"""Stands for no weight in a long number, where nothing can be negative."""
FEW = 10
"""Up to so many weights are faster added one by one."""


class Model(NamedTuple):
    """Of feature `rows[f]`: its rarity, and from `starts` on the issues that it speaks for or against.

    A weight is a whole number of steps of 1/`scale`; `bias` and `threshold` are in the unit of the scores.
    `long` keeps rows that were met, in the form in which they are added fastest.
    """

    rows: Mapping[int, int]
    rarity: array[int]
    starts: array[int]
    issues: bytes
    weights: array[int]
    scale: float
    rarity_scale: float
    bias: Sequence[float]
    threshold: float
    long: dict[int, int]


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
        rows=dict(zip(ids, range(features), strict=True)),
        rarity=array("B", parts[2]),
        starts=starts,
        issues=parts[3],
        weights=array("b", parts[4]),
        scale=data["scale"],
        rarity_scale=data["rarity_scale"],
        bias=data["bias"],
        threshold=data["threshold"],
        long={},
    )


def scores(model: Model, blocks: Iterable[Iterable[int]]) -> list[float]:
    """How much the features of a text, block by block, speak for each issue; above the threshold is yes."""
    sums = list(model.bias)
    row_of, rarity = model.rows.get, model.rarity
    for block in blocks:
        rows = [row for feature in block if (row := row_of(feature)) is not None]
        if rows:
            length = sqrt(sum([rarity[row] ** 2 for row in rows])) / model.rarity_scale
            unit = 1 / (length * model.scale)
            sums = [total + steps * unit for total, steps in zip(sums, _added(model, rows), strict=True)]
    return sums


def _added(model: Model, rows: Sequence[int]) -> list[int]:
    """The weights of features added up, in steps: whole numbers, so that their order does not matter.

    A row with many weights is one long number, 32 bits an issue, each above ZERO: one addition does all.
    """
    starts, issues, weights, long = model.starts, model.issues, model.weights, model.long
    few = [0] * len(model.bias)
    many = count = 0
    for row in rows:
        first, last = starts[row], starts[row + 1]
        if last - first <= FEW:
            for place in range(first, last):
                few[issues[place]] += weights[place]
        else:
            if row not in long:
                long[row] = _long(model, first, last)
            many += long[row]
            count += 1
    lanes = array("I", many.to_bytes(4 * len(few), sys.byteorder))
    if sys.byteorder == "big":
        lanes.reverse()
    return [own + lane - count * ZERO for own, lane in zip(few, lanes, strict=True)]


def _long(model: Model, first: int, last: int) -> int:
    lanes = [ZERO] * len(model.bias)
    for place in range(first, last):
        lanes[model.issues[place]] += model.weights[place]
    return int.from_bytes(struct.pack(f"<{len(lanes)}I", *lanes), "little")
