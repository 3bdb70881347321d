"""The limits that protect readers from files made to break them, and how a reader refuses a file.

Where to start from was measured on 2,500 hostile files: 20,000 table cells, 2,000 parts and 100 MB unpacked
are far above any statement and far below what hangs or fills the memory; so are 20,000 passages.
"""

from __future__ import annotations

from pipeline.problems import Problem, problem

MAX_BYTES = 20 * 1024 * 1024
MAX_PARTS = 2_000
MAX_XML = 32 * 1024 * 1024  # a parsed part takes some ten times its size
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
MAX_PASSAGES = 20_000
MAX_CELLS = 20_000
MAX_LETTERS = 2_000_000  # of a text file: some thousand pages
MAX_SPAN = 1_000
MAX_COLUMNS = 1_000
MAX_DEPTH = 200


class Refused(Exception):  # noqa: N818  (a verdict on a file, not an error of ours)
    """A file that is not read, with the problem that says why. Never leaves `pipeline.read`."""

    def __init__(self, code: str, /, **values: object) -> None:
        self.problem: Problem = problem(code, **values)
        super().__init__(self.problem.what)


def too_much(reason: str) -> Refused:
    """A file over a limit."""
    return Refused("FI04", reason=reason)


def damaged(reason: str) -> Refused:
    """A file that is broken."""
    return Refused("FI03", reason=reason)
