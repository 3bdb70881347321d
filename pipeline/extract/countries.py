"""What countries are called in a language: their names, cases and adjectives, as expressions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Pattern
from pipeline.extract.grammar import grammar as grammar_of
from pipeline.extract.phrases import NEVER, branched, loose
from pipeline.models.called import territories
from pipeline.models.states import all_states

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
"""Parts a name that has two ("Myanmar (Burma)")."""

_CASES = re.compile(r"(?:ия|а|(?<=\w\w)[бвгджзклмнпрстфхцчшщ])$")
"""Endings of names of countries that change with their case."""

_ADJECTIVE = r"(?:[йин]{0,2}ск\w{2,3}|ин(?:ец|ц\w{1,3}))"
"""Endings of the adjective of a country in Russian ("кубинский", "кенийского")."""

_SPOKEN = {"US": "the us"}
"""What English says in a sentence."""

_UNIONS = {"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"}


@functools.cache
def all_countries(language: str) -> Pattern:
    """Any name of any country."""
    return any_of([inflected(name, language) for name in country_names(language, "")], language)


def least_letters(language: str) -> int:
    """Letters that a name has at least: in Chinese two say as much as four elsewhere."""
    return 4 if grammar_of(language).words else 2


def inflected(name: str, language: str) -> str:
    """The name of a country, in Russian in all its cases ("Грузия, Грузии, Грузию")."""
    whole = loose(re.escape(name))
    ending = _CASES.search(name) if language == "ru" else None
    if ending is None:
        return whole
    cases = {"ия": "и(?:я|и|ю|ей)", "а": "(?:[аыиуе]|ой)"}.get(ending.group())
    return whole[: -len(ending.group())] + cases if cases else f"{whole}(?:[ауе]|ом)?"


@functools.lru_cache(maxsize=512)
def code_of(form: str, language: str) -> str:
    """The code of the country whose name `form` is, or a case of it."""
    codes = _codes(language)
    if form in codes:
        return codes[form]
    cases = (code for name, code in codes.items() if re.fullmatch(inflected(name, language), form))
    return next(cases, form)


@functools.cache
def _codes(language: str) -> dict[str, str]:
    """Folded name -> code of every country."""
    return {part: code for code, part in _parts(language)}


def with_endings(name: str, language: str) -> str:
    """ "Cuba" also in "Cuban", "Australia" in "Australian": up to five letters for the last one."""
    if not grammar_of(language).words or len(name) < least_letters(language) or name in _SPOKEN.values():
        return loose(re.escape(name))
    if language == "ru" and name.endswith(("ия", "а")):
        return f"(?:{inflected(name, language)}|{loose(re.escape(name[:-1]))}{_ADJECTIVE})"
    stem = name[:-1] if len(name) > 5 else name
    return loose(re.escape(stem)) + r"\w{0,5}"


def any_of(parts: list[str], language: str) -> Pattern:
    """An expression of any of the `parts`, as whole words where the language has words."""
    if not parts:
        return NEVER
    body = branched(parts)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if grammar_of(language).words else body)


@functools.cache
def country_names(language: str, without: str, only: str = "") -> tuple[str, ...]:
    """Folded names of all countries but one, or of one, in `language`."""
    found = {part for code, part in _parts(language) if code != without and only in {"", code}}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@functools.cache
def _parts(language: str) -> tuple[tuple[str, str], ...]:
    """(Code, folded name) of every country; short names count only in capitals ("UK")."""
    return tuple(
        (code, part)
        for code, name in _territories(language)
        for part in _shapes(fold(name).text)
        if len(code) == 2
        and code.isalpha()
        and code not in _UNIONS
        and (len(part) >= least_letters(language) or (part and name.isupper()))
    )


def _shapes(name: str) -> Iterator[str]:
    """A folded name without its bracket, and what stands in it ("Falkland Islands (Islas Malvinas)")."""
    yield _BRACKET.sub(" ", name).strip()
    yield from _BRACKET.findall(name)


def _territories(language: str) -> Iterator[tuple[str, str]]:
    """(Code, name) of every country, in English also as the United Nations and statements call it."""
    yield from territories(language)
    if language == "en":
        yield from _SPOKEN.items()
        for state in all_states():
            yield from ((state.code, name) for name in (state.name(), *state.aliases))
