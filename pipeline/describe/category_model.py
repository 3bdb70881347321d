"""The model of action categories: weights of words and a few small trees, from one file of the package."""

from __future__ import annotations

import csv
import functools
import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from importlib import resources
from math import exp
from typing import Any, NamedTuple
from zlib import decompress

from pipeline.describe.category_features import Lexicon, Reading, features, measures
from pipeline.describe.rows import Rows

CLASSES = 5
SCALE = 256
"""Weights are whole numbers from -127 to 127, in steps of 1/SCALE."""
FIELD = 20
"""Bits of a weight in a packed number: sums of 500 weights stay inside."""
PACKED = (3, 2)
"""How many weights stand in the first and in the second packed number of a feature."""


class Model(NamedTuple):
    """`rows` leads from a feature to its place in the two lists of packed weights.

    A tree is a value, or [number of what it looks at, limit, tree up to the limit, tree above it].
    """

    lexicon: Lexicon
    rows: Rows
    packed: tuple[array[int], array[int]]
    intercept: Sequence[float]
    trees: Sequence[Any]


@functools.cache
def model() -> Model:
    """The model of the package, made by tools/train_category; loaded once."""
    folder = resources.files("pipeline.describe") / "data"
    lines = csv.reader((folder / "category_forms.csv").read_text("utf-8").splitlines()[1:])
    return loaded((folder / "category_model.bin").read_bytes(), {row[0]: row[1] for row in lines})


def loaded(content: bytes, forms: Mapping[str, str]) -> Model:
    """The model in `content`: compressed, a line of JSON, features (4 bytes), packed weights (8 bytes)."""
    head, _, body = decompress(content).partition(b"\n")
    data = json.loads(head)
    count = data["features"]
    ids, first, second = array("I", body[: 4 * count]), array("q", body[4 * count : 12 * count]), array("q")
    second.frombytes(body[12 * count :])
    if sys.byteorder == "big":
        for numbers in (ids, first, second):
            numbers.byteswap()
    return Model(
        lexicon=Lexicon(data["verbs"], forms, data["usual"]),
        rows=Rows(ids),
        packed=(first, second),
        intercept=data["intercept"],
        trees=data["trees"],
    )


def pack(weights: Sequence[int]) -> int:
    """`weights` in one number that can be added to others."""
    return sum(weight << (FIELD * place) for place, weight in enumerate(weights))


def unpack(number: int, count: int) -> list[int]:
    """The `count` sums in a sum of packed numbers."""
    half, whole = 1 << (FIELD - 1), 1 << FIELD
    found = []
    for _ in range(count):
        low = (number + half) % whole - half
        found.append(low)
        number = (number - low) >> FIELD
    return found


def chances(model: Model, reading: Reading) -> list[float]:
    """How likely each category 1 to 5 is for a text read as `reading`; they add up to 1."""
    values = evidence(model, reading) + measures(reading, model.lexicon)
    sums = [0.0] * CLASSES
    for number, tree in enumerate(model.trees):
        node = tree
        while type(node) is list:
            place, limit, low, high = node
            node = low if values[place] <= limit else high
        sums[number % CLASSES] += node
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    total = sum(powers)
    return [power / total for power in powers]


def evidence(model: Model, reading: Reading) -> list[float]:
    """What the words weigh for each category, in all and by group of features."""
    place = model.rows
    first, second = model.packed
    parts: list[float] = []
    for group in features(reading):
        rows = [row for feature in set(group) if (row := place[feature]) is not None]
        sums = unpack(sum([first[row] for row in rows]), PACKED[0])
        sums += unpack(sum([second[row] for row in rows]), PACKED[1])
        parts += [value / SCALE for value in sums]
    whole = [sum(parts[number::CLASSES]) + model.intercept[number] for number in range(CLASSES)]
    return whole + parts
