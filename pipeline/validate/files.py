"""The files of one State's folder by the paths that review.yaml writes, and what a wrong path may mean."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.models.raw import RawFile, RawMap, RawText, RawValue
from pipeline.models.spelling import did_you_mean

__all__ = ["Files"]

_KEYS = ("statement", "photo", "fact_sheet")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one State's folder by their path as review.yaml may write it."""

    folder: str
    by_name: Mapping[str, RawFile]
    listed: set[str] = field(default_factory=set)
    """Names in a list where one is possible: they are no statement, and nobody has forgotten them."""
    taken: set[str] = field(default_factory=set)
    """Paths that some speaker names: they are not what another may have meant."""

    @classmethod
    def of(cls, folder: str, files: tuple[RawFile, ...]) -> Files:
        """Index `files`; names are compared in NFC, for a Mac stores accents otherwise than it types them."""
        return cls(folder, {_same(file.path.removeprefix(f"{folder}/")): file for file in files})

    def find(self, name: str) -> RawFile | None:
        """The file that review.yaml calls `name`; one with other blanks if there is only that.

        Blanks that do not break, narrow ones and several look like one, and many programs write them.
        """
        wanted = _same(posixpath.normpath(name))
        if exact := self.by_name.get(wanted):
            return exact
        like = [file for known, file in self.by_name.items() if _with_blanks(known) == _with_blanks(wanted)]
        return like[0] if len(like) == 1 else None

    def take(self, speakers: Iterable[RawValue]) -> None:
        """Note which files are named, before the first wrong name asks what it may mean."""
        for speaker in speakers:
            values = speaker.values if isinstance(speaker, RawMap) else {}
            for value in map(values.get, _KEYS):
                named = value.values.get("file") if isinstance(value, RawMap) else value
                file = self.find(named.text.strip()) if isinstance(named, RawText) else None
                self.taken.update([file.path] if file else [])

    def near(self, name: str) -> str:
        """A question for the file nearest to `name` that nobody names: first for one in another folder."""
        free = [file.path.removeprefix(f"{self.folder}/") for file in self.by_name.values()]
        free = [path for path in free if f"{self.folder}/{path}" not in self.taken]
        base = _with_blanks(_same(posixpath.basename(name))).casefold()
        same = [path for path in free if _with_blanks(_same(posixpath.basename(path))).casefold() == base]
        return f"Did you mean {same[0]}?" if len(same) == 1 else did_you_mean(name, free)


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _with_blanks(name: str) -> str:
    """`name` with each stretch of blanks of any kind as one blank."""
    return _BLANKS.sub(" ", name)
