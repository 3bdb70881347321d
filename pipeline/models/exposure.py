"""What a finished file says of persons beside what it is meant to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Exposed:
    """One finding: `kind` in words ("author", "comment"), `where` in the file ("page 3"), `what` it says."""

    kind: str
    where: str
    what: str
