"""Units of work and their kept results: what is still good, what has to be done, and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.engine.codec import Unfit, decode, encode, to_json
from pipeline.engine.store import Store
from pipeline.models.build import Reason
from pipeline.problems import Problem

__all__ = ["Keeper", "Lost", "Unit", "digest_of", "key_of"]

Problems = tuple[Problem, ...]
_VALUE, _SAID, _TRACE = ".value", ".said", ".trace"
_SHORT = 16


class Lost(Exception):  # noqa: N818 - not an error of anybody: another program emptied the store meanwhile
    """A result that was there a moment ago is gone; the build starts again without the store."""


def key_of(*parts: str) -> str:
    """One SHA-256, in hex, of texts; where one ends and the next begins matters."""
    return hashlib.sha256(to_json(parts)).hexdigest()


def digest_of(kind: Any, value: Any) -> str:
    """The SHA-256, in hex, of a value of a model's type."""
    return hashlib.sha256(encode(kind, value)).hexdigest()


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to be done: `doing` it ("reading") for the State in `folder`; `name` tells it from others.

    `parts` are all that its result depends on: what it is called for people -> a digest. `key` is the digest
    of them all. `result` is the type of its result. `quiet` units are too small to be told of. `owner` is the
    SHA-256 of the file whose words or picture the result holds, "" if none: it can be taken away by it.
    """

    doing: str
    folder: str
    name: str
    result: Any
    parts: Mapping[str, str]
    quiet: bool = False
    owner: str = ""

    @property
    def kept(self) -> str:
        """The name of its result in the store."""
        return f"{self.owner}/{self.key}" if self.owner else self.key

    @property
    def key(self) -> str:
        """The digest of all that it depends on."""
        return key_of(self.doing, *(f"{name} {digest}" for name, digest in sorted(self.parts.items())))

    @property
    def trace(self) -> str:
        """A name for the unit that gives away nothing of a State, a file or a person."""
        return key_of(self.doing, self.folder, self.name)[:_SHORT]


@dataclass(slots=True)
class Keeper:
    """Results of units in a `store`, with the reasons why units were done.

    `place` says for which outputs: what was done last for the same is compared with what is done now.
    """

    store: Store
    place: str
    reasons: list[Reason] = field(default_factory=list)
    _before: dict[str, dict[str, str]] = field(default_factory=dict)
    _now: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._before = self._traces()

    def said(self, unit: Unit, still_there: bool = True) -> Problems | None:
        """The problems of a result that is kept whole; None if the unit has to be done.

        `still_there` is False where something outside of the store that belongs to the result is missing.
        """
        found = self._said(unit) if still_there else None
        self._note(unit, found is None, still_there)
        return found

    def value(self, unit: Unit) -> Any:
        """The kept result. Raises Lost if it is not there any more."""
        data = self.store.get(unit.kept + _VALUE)
        if data is not None:
            try:
                return decode(unit.result, data)
            except Unfit:
                self.store.forget(unit.kept + _SAID)
        raise Lost(unit.doing)

    def peek(self, unit: Unit) -> Any | None:
        """The kept result, None if there is none."""
        try:
            return self.value(unit)
        except Lost:
            return None

    def keep(self, unit: Unit, value: Any, problems: Problems, private: bool = False) -> None:
        """Keep a result; `private` only in memory, because nobody agreed that it may be shown."""
        key = unit.kept
        if private:
            self.refuse(unit)
        self.store.put(key + _VALUE, encode(unit.result, value), private)
        self.store.put(key + _SAID, encode(Problems, problems), private)

    def hold(self, unit: Unit, value: Any) -> None:
        """Have a result in memory only, and take it away where it was kept; what was made of it may stay."""
        self._forget(unit.kept)
        self.store.put(unit.kept + _VALUE, encode(unit.result, value), private=True)
        self.store.put(unit.kept + _SAID, encode(Problems, ()), private=True)
        self._now.setdefault(unit.trace, {})["private"] = "yes"

    def refuse(self, unit: Unit) -> None:
        """Take a result away that may not be kept (any more), and all that any build made of its file."""
        self._forget(unit.kept)
        if unit.owner:
            self.store.disown(unit.owner)
        self._now.setdefault(unit.trace, {})["private"] = "yes"

    def pass_by(self, unit: Unit) -> None:
        """A unit whose result nobody needs now; if there is one, it stays."""
        self._note(unit, False, True)

    def leave(self, trace: str) -> None:
        """A unit that this build does not come to: what an earlier one noted of it stays, with its result."""
        if trace in self._before:
            self._now.setdefault(trace, self._before[trace])

    def is_private(self, unit: Unit) -> bool:
        """Whether the result of a unit may not be kept."""
        return "private" in self._now.get(unit.trace, {})

    def close(self, whole: bool) -> None:
        """Remember what was done with what, and take away what is superseded.

        After a `whole` build that is everything that it had no use for: a statement that was withdrawn or
        replaced is not kept any longer than its pack.
        """
        traces = self._now if whole else {**self._before, **self._now}
        used = {parts.get("key") for parts in traces.values()}
        for parts in self._before.values():
            if "key" in parts and parts["key"] not in used:
                self._forget(parts["key"])
        if traces != self._before:
            self.store.put(key_of(self.place) + _TRACE, to_json(traces))
        if self.store.written:
            self.store.prune()

    def _forget(self, key: str) -> None:
        for ending in (_VALUE, _SAID):
            self.store.forget(key + ending)

    def _said(self, unit: Unit) -> Problems | None:
        key = unit.kept
        data = self.store.get(key + _SAID)
        if data is None or self.store.get(key + _VALUE) is None:
            return None
        try:
            problems: Problems = decode(Problems, data)
        except Unfit:
            return None
        return problems

    def _note(self, unit: Unit, due: bool, still_there: bool) -> None:
        parts = {name: digest[:_SHORT] for name, digest in unit.parts.items()}
        before = self._before.get(unit.trace)
        private = {"private": "yes"} if self.is_private(unit) else {}
        self._now[unit.trace] = {**parts, **private, "key": unit.kept}
        if not unit.quiet:
            why = _why(parts, before, still_there) if due else "unchanged"
            self.reasons.append(Reason(unit.doing, unit.folder, unit.name, due, why))

    def _traces(self) -> dict[str, dict[str, str]]:
        """What the last build for this place noted; nothing if that cannot be read."""
        data = self.store.get(key_of(self.place) + _TRACE)
        try:
            found = json.loads(data or b"{}")
            return {str(unit): {str(k): str(v) for k, v in parts.items()} for unit, parts in found.items()}
        except (ValueError, AttributeError, RecursionError):
            return {}


def _why(parts: Mapping[str, str], before: Mapping[str, str] | None, still_there: bool) -> str:
    if before is None:
        return "not done before"
    changed = [name for name in parts if parts[name] != before.get(name)]
    if "presession" in changed:
        return "another version of presession"
    if changed:
        return f"changed: {', '.join(changed)}"
    if not still_there:
        return "its files are not as they were made"
    if "private" in before:
        return "not kept, for there is no consent to show it"
    return "its earlier result is not there or not whole"
