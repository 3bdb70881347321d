"""What became of every file that lies in a session's folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Fate = Literal["used", "left out", "failed"]
FATES: tuple[Fate, ...] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one file.

    `file` is its path in the session's folder as it may be told beside the packs; `why` says where it is
    used ("statement of speaker 2"), why it was left out, or with which problem codes it failed. `pages` are
    the first and the last page of the pack on which it stands, () where it stands on none of its own.
    """

    file: str
    fate: Fate
    why: str
    pages: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As an object of the manifest."""
        shown: dict[str, Any] = {"file": self.file, "fate": self.fate, "why": self.why}
        return shown | ({"pages": list(self.pages)} if self.pages else {})

    @classmethod
    def from_json(cls, value: Any) -> Account:
        """The account that `as_json` made an object of. Raises ValueError, KeyError or TypeError."""
        if value["fate"] not in FATES:
            raise ValueError(value["fate"])
        pages = tuple(int(page) for page in value.get("pages", ()))
        return cls(str(value["file"]), value["fate"], str(value["why"]), pages)


Ledger = Mapping[str, tuple[Account, ...]]
"""The accounts of every State's files by its folder, and of the session's own under ""."""


def counted(accounts: Iterable[Account]) -> dict[str, int]:
    """How many files were found, used, left out and failed; the last three add up to the first."""
    fates = [account.fate for account in accounts]
    return {"found": len(fates)} | {fate: fates.count(fate) for fate in FATES}
