"""The model of action categories: weights of words and a few small trees, read from one file of the package."""

from __future__ import annotations

import csv
import functools
import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from importlib import resources
from math import exp
from typing import NamedTuple
from zlib import decompress

from pipeline.describe.category_features import GROUPS, Lexicon, Reading, features, measures

CLASSES = 5
SCALE = 256
"""Weights are whole numbers from -127 to 127, in steps of 1/SCALE."""

Tree = Sequence[Sequence[float]]


class Model(NamedTuple):
    """`rows` leads from a feature to its place in `groups` and in the weights of each category."""

    lexicon: Lexicon
    rows: Mapping[int, int]
    groups: array[int]
    weights: Sequence[array[int]]
    intercept: Sequence[float]
    trees: Sequence[Tree]


@functools.cache
def model() -> Model:
    """The model of the package, made by tools/train_category; loaded once."""
    folder = resources.files("pipeline.describe") / "data"
    lines = csv.reader((folder / "category_forms.csv").read_text("utf-8").splitlines()[1:])
    return loaded((folder / "category_model.bin").read_bytes(), {form: verb for form, verb in lines})


def loaded(content: bytes, forms: Mapping[str, str]) -> Model:
    """The model in `content`: a line of JSON, then features (4 bytes), groups and weights (1 byte), compressed."""
    head, _, body = decompress(content).partition(b"\n")
    data = json.loads(head)
    count = data["features"]
    ids = array("I", body[: 4 * count])
    if sys.byteorder == "big":
        ids.byteswap()
    parts = [array("b", body[place : place + count]) for place in range(4 * count, len(body), count)]
    return Model(
        lexicon=Lexicon(data["verbs"], forms, data["usual"]),
        rows=dict(zip(ids, range(count), strict=True)),
        groups=parts[0],
        weights=parts[1:],
        intercept=data["intercept"],
        trees=data["trees"],
    )


def chances(model: Model, reading: Reading) -> list[float]:
    """How likely each category 1 to 5 is for a text read as `reading`; they add up to 1."""
    values = _evidence(model, reading) + measures(reading, model.lexicon)
    sums = [0.0] * CLASSES
    for number, tree in enumerate(model.trees):
        node = tree[0]
        while len(node) > 1:
            node = tree[int(node[2 if values[int(node[0])] <= node[1] else 3])]
        sums[number % CLASSES] += node[0]
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    total = sum(powers)
    return [power / total for power in powers]


def _evidence(model: Model, reading: Reading) -> list[float]:
    """What the words weigh for each category, in all and by group of features."""
    rows = {row for group in features(reading) for f in group if (row := model.rows.get(f)) is not None}
    by_group: list[list[int]] = [[] for _ in range(GROUPS)]
    for row in rows:
        by_group[model.groups[row]].append(row)
    parts = [
        sum(map(weights.__getitem__, rows)) / SCALE for rows in by_group for weights in model.weights
    ]
    whole = [sum(parts[number::CLASSES]) + model.intercept[number] for number in range(CLASSES)]
    return whole + parts
