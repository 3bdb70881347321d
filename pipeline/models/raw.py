"""What `read` hands on unchecked: YAML values with their line and column, and the files of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class RawText:
    """A scalar exactly as written; `quoted` tells "null" from null and "" from nothing."""

    text: str
    place: Place
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether YAML 1.2 reads it as nothing."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class RawList:
    """A sequence; `in_line`: written in [ ], where a comma parts items."""

    items: tuple[RawValue, ...]
    place: Place
    in_line: bool = False


@dataclass(frozen=True, slots=True)
class RawMap:
    """A mapping; `keys` holds the place of each key.

    `in_line`: written in { }, where a comma parts entries. `again`: keys given once more, with their values.
    """

    values: Mapping[str, RawValue]
    keys: Mapping[str, Place]
    place: Place
    in_line: bool = False
    again: tuple[tuple[RawText, RawValue], ...] = ()


RawValue = RawText | RawList | RawMap


def in_file_order(values: RawMap) -> list[tuple[RawText, RawValue]]:
    """Every key with its value as they stand in the file, also keys that are given again."""
    once = [(RawText(key, values.keys[key]), value) for key, value in values.values.items()]
    return sorted([*once, *values.again], key=lambda pair: pair[0].place)


def laid_over(base: RawMap | None, special: RawMap) -> RawMap:
    """`special` laid over `base`, key by key, also within mappings; places stay those of their own files."""
    if base is None:
        return special
    values: dict[str, RawValue] = dict(base.values)
    for key, value in special.values.items():
        before = values.get(key)
        both = isinstance(value, RawMap) and isinstance(before, RawMap)
        values[key] = laid_over(before, value) if both else value  # type: ignore[arg-type]
    return RawMap(values, {**base.keys, **special.keys}, special.place)


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the session folder: `path` relative to it ("cuba/statements/x.docx"), and its bytes.

    `shown` is the path as staff would write it, for messages. `sha256` is the hex digest of its bytes, ""
    where the file could not be read or is over the size limit; `problems` then says so. `data` is None then,
    and for a file that stays on the disk, at `real`, until somebody needs it (`read.content_of`).
    """

    path: str
    shown: str
    data: bytes | None
    size: int
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    real: Path | None = None

    @property
    def is_there(self) -> bool:
        """Whether it could be read."""
        return bool(self.sha256)


@dataclass(frozen=True, slots=True)
class RawReview:
    """One State's folder. `values` is None where review.yaml is missing or not readable.

    `corrections` are the values of corrections.yaml, None without any; `corrections_file` is that file as it
    lies there, None if it does not.
    """

    folder: str
    values: RawMap | None
    files: tuple[RawFile, ...] = ()
    place: Place = field(default_factory=Place)
    corrections: RawMap | None = None
    corrections_file: RawFile | None = None


ASIDE, NO_REVIEW = "in a folder that is set aside", "its folder has no review.yaml"
"""Why nothing of a folder was read, where that is no error."""


@dataclass(frozen=True, slots=True)
class RawSession:
    """A session folder as it lies there. `problems` are what reading it met; nothing is raised.

    `id` is the folder's name ("upr30"). `files` are those directly in the session folder; `described` gives
    the SHA-256 (hex) of session.yaml and of every review.yaml and corrections.yaml by path. `lying` are the
    paths of all that is no folder, counted on its own; `unread` says of folders that nothing of them was read
    and why: a problem's code, or in words.
    """

    id: str
    shown: str
    values: RawMap | None
    reviews: tuple[RawReview, ...] = ()
    files: tuple[RawFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    described: Mapping[str, str] = field(default_factory=dict)
    lying: tuple[str, ...] = ()
    unread: Mapping[str, str] = field(default_factory=dict)

    def without_values(self) -> RawSession:
        """The same when everything in it has been checked: what was written in the YAML files is left out."""
        bare = tuple(replace(review, values=None, corrections=None) for review in self.reviews)
        return replace(self, values=None, reviews=bare)
