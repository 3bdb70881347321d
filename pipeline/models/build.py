"""What a user can choose for a build, and what a build did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.problems import Problem

if TYPE_CHECKING:
    from pipeline.models.session import Edition

SAFE_NAME = re.compile(r"[^\W_][\w .-]{0,99}(?<![ .])")
"""Outputs are named after folders; this is what every file system and every mail takes."""

Bugs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What a user can choose. `states`: codes, folders or names, () for all; `jobs`: 0 for every core.

    `scheduler` is the address of a Dask cluster ("tcp://host:8786") that does the work, "" for this computer.
    `prints`: names of print editions that are made besides those that prints.yaml builds. With `take_over` a
    build that was made from another session folder of this name is replaced.
    """

    states: tuple[str, ...] = ()
    output: Path = Path("output")
    final: bool = False
    edition: Edition = "room"
    jobs: int = 0
    scheduler: str = ""
    prints: tuple[str, ...] = ()
    take_over: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of work: `doing` it for the State in `folder` ("": the session), whether it was `due`, why.

    `name` is a file or a number, never a person.
    """

    doing: str
    folder: str
    name: str
    due: bool
    why: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: where the files are, folders of the States with a pack, and of those held back.

    `removed`: folders of States that have left the session, whose packs were taken away; `left_out`: States
    that the programme could not take up, because their review.yaml cannot be used. `anew` are those of `made`
    whose pack was made now and not kept from an earlier build; `reasons` say of each piece of work why it was
    done or not, and are empty where nothing at all had changed. `withdrawn`: folders of States whose earlier
    pack was taken away because less is allowed now than it shows.
    """

    folder: Path
    made: tuple[str, ...]
    held: tuple[str, ...]
    removed: tuple[str, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    bugs: Bugs
    anew: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    withdrawn: tuple[str, ...] = ()


def build_folder(folder: Path, options: Options) -> Path:
    """Where the build of the session in `folder` is: "output/upr30", "output/upr30-public"."""
    name = folder.resolve().name
    return options.output / (name if options.edition == "room" else f"{name}-{options.edition}")


def template_folders(folder: Path) -> tuple[Path, ...]:
    """Where staff's own templates may lie, the strongest last: the workspace's, then the session's."""
    session = folder.resolve()
    return (session.parent.parent / "templates", session / "templates")
