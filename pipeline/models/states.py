"""UN Member and observer States: ISO 3166 codes and UN short names, the nouns of every pack."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.models.states_table import TABLE

__all__ = ["State", "all_states", "find_state", "named_states"]


@dataclass(frozen=True, slots=True)
class State:
    """A State by its ISO 3166-1 codes. `names` are (ISO 639-1 code, UN short name) pairs.

    `aliases` are other names met in statements ("Cape Verde", "Russia"), for recognising it only.
    """

    code: str
    alpha3: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The UN short name in `language`, English where it is not known."""
        names = dict(self.names)
        return names.get(language) or names["en"]


@functools.cache
def all_states() -> tuple[State, ...]:
    """Every State of the table, by English name."""
    return tuple(_state(line) for line in TABLE.splitlines())


def find_state(code_or_name: str) -> State | None:
    """The State with this ISO code (two or three letters, any case) or any of its names, or None."""
    asked = code_or_name.strip()
    return _by_code().get(asked.upper()) or _by_name().get(_key(asked))


def named_states(text: str) -> tuple[tuple[int, int, State], ...]:
    """Where `text` names States, as (start, end, State) in reading order; the longest name counts.

    "South Sudan" is not Sudan and "Niger" is not in "Nigeria". A name counts with its capital letter only,
    in the languages of the table; "Grenade" (French) is Grenada, "grenade" is not.
    """
    return tuple((m.start(), m.end(), _by_name()[_key(m.group())]) for m in _pattern().finditer(_flat(text)))


def _state(line: str) -> State:
    code, alpha3, english, french, spanish, others = line.split("|")
    names = (("en", english), ("fr", french), ("es", spanish))
    return State(code, alpha3, names, tuple(name for name in others.split(";") if name))


@functools.cache
def _by_code() -> Mapping[str, State]:
    return {code: state for state in all_states() for code in (state.code, state.alpha3)}


@functools.cache
def _by_name() -> Mapping[str, State]:
    return {_key(name): state for state in all_states() for name in _every_name(state)}


def _every_name(state: State) -> tuple[str, ...]:
    return (*(name for _, name in state.names), *state.aliases)


@functools.cache
def _pattern() -> re.Pattern[str]:
    names = {_flat(name) for state in all_states() for name in _every_name(state)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    # "New Mexico", "Northern Ireland" and the like are no States.
    no_part = r"(?<!\bNew )(?<!\bNorthern )(?<!\bAmerican )(?<!\bEquatorial )(?<![\w-])"
    return re.compile(no_part + "(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


def _flat(text: str) -> str:
    """`text` with one apostrophe and one blank, each letter still in its place."""
    return text.replace("\u2019", "'").replace("\u00a0", " ")


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(_flat(name).split())).casefold()
