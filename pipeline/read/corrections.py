"""corrections.yaml: what staff decided about the items found in a State's statements, as written."""

from __future__ import annotations

from pipeline.models.raw import RawMap
from pipeline.problems import Problem, problem
from pipeline.read.yaml import read_yaml

__all__ = ["MAX_CORRECTIONS_BYTES", "read_corrections"]

MAX_CORRECTIONS_BYTES = 1_000_000
"""It quotes every item of a State with what stands about it: longer than what staff write by hand."""


def read_corrections(data: bytes, shown: str) -> tuple[RawMap | None, tuple[Problem, ...]]:
    """What the file says; None with a problem where it cannot be read, and for one without any entry.

    `shown` is the file in the places of values and problems. A file of comments alone corrects nothing and is
    no problem. A statement may be named twice, as it is when staff write the new name of one over its earlier
    decisions: `again` of the value then has what stands there. Limits as for other YAML files, but for 1 MB.
    """
    value, problems = read_yaml(data, shown, MAX_CORRECTIONS_BYTES)
    if isinstance(value, RawMap):
        names = {name.place for name, _ in value.again}
        return value, tuple(p for p in problems if p.code != "YA02" or p.place not in names)
    if value is not None:
        expected = "names of statements with entries"
        found = problem(
            "FO02", value.place, key="the file", value="a list or text", expected=expected, hint=""
        )
        return None, (*problems, found)
    return None, tuple(found for found in problems if found.code != "YA07")
