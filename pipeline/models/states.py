"""UN Member and observer States: ISO 3166 codes and UN short names in seven languages, for every pack.

data/states.csv has the 193 Member States, the Holy See and the State of Palestine, one a line: ISO 3166-1
codes; the UN short names in the six languages of the United Nations (UNTERM; the United Nations' list of
Member States) and in Portuguese; the article that English puts before the name in a sentence; and other names
by which statements in English, French and Spanish call the State, separated by semicolons.
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

__all__ = ["LANGUAGES", "State", "all_states", "find_state", "named_states"]


@dataclass(frozen=True, slots=True)
class State:
    """A State by its ISO 3166-1 codes. `names` are (ISO 639-1 code, UN short name) pairs.

    `aliases` are other names met in statements ("Cape Verde", "Russia"), for recognising it only. `article`
    is what English puts before the name in a sentence, "the" or "".
    """

    code: str
    alpha3: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()
    article: str = ""

    def name(self, language: str = "en") -> str:
        """The UN short name in `language`, English where it is not known."""
        names = dict(self.names)
        return names.get(language) or names["en"]


@functools.cache
def all_states() -> tuple[State, ...]:
    """Every State of the table, by English name."""
    file = resources.files("pipeline.models") / "data" / "states.csv"
    return tuple(_state(row) for row in csv.DictReader(file.read_text("utf-8").splitlines()))


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


LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru", "pt")
"""The languages in which the table names States."""
# A name in another language may be a common word there ("Того", "Peru"); they are printed, not looked for.
_RECOGNISED = frozenset({"en", "fr", "es"})


def _state(row: Mapping[str, str]) -> State:
    names = tuple((language, row[language]) for language in LANGUAGES)
    aliases = tuple(name for name in row["aliases"].split(";") if name)
    return State(row["code"], row["alpha3"], names, aliases, row["article"])


@functools.cache
def _by_code() -> Mapping[str, State]:
    return {code: state for state in all_states() for code in (state.code, state.alpha3)}


@functools.cache
def _by_name() -> Mapping[str, State]:
    return {_key(name): state for state in all_states() for name in _every_name(state)}


def _every_name(state: State) -> tuple[str, ...]:
    return (*(name for language, name in state.names if language in _RECOGNISED), *state.aliases)


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
