"""What countries are called in languages that inflect their names or join other words to them.

English, French and Spanish texts are searched for exact names (`states.named_states`). In Arabic a name takes
prefixes, in Russian cases, in Chinese no blanks part words, and texts say "Iran" where the table of States
has the official short name: here names are those of Unicode CLDR (through babel) and of the table, in all
their forms, for recognising a State in a text.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from pipeline.models.states import State, all_states

CALLED = ("ar", "pt", "ru", "zh")
"""The languages (ISO 639-1) whose forms are known here."""

_SPELLINGS = str.maketrans("أإآٱىة", "اااايه")
_MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f]")
_VOWELS = "аеёиоуыэюяйь"
_LEAST = {"ar": 3, "zh": 2}
_ALEF_LAM = "ال"


def territories(language: str) -> Iterator[tuple[str, str]]:
    """(Code, name) of every country as Unicode CLDR has it, Portuguese as in Brazil and in Portugal.

    English for a language that CLDR does not know. Codes of two letters are ISO 3166-1, others regions.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locales = [Locale.parse(language), *([Locale("pt", "PT")] if language == "pt" else [])]
    except (UnknownLocaleError, ValueError):
        locales = [Locale.parse("en")]
    for locale in locales:
        yield from locale.territories.items()


def called(state: State, text: str, language: str) -> bool:
    """Whether `text` in one of the languages `CALLED` names `state`, in any form."""
    return _forms(language)[state.code].search(_plain(text)) is not None


@functools.cache
def _forms(language: str) -> dict[str, re.Pattern[str]]:
    """Code of every State -> an expression of its names."""
    names = {state.code: {_plain(state.name(language))} for state in all_states()}
    for code, name in territories(language):
        if code in names and len(name) >= _LEAST.get(language, 4):
            names[code].add(_plain(re.sub(r"\s*[(（][^()（）]*[)）]", "", name)))
    return {code: _any(sorted(found), language) for code, found in names.items()}


def _any(names: list[str], language: str) -> re.Pattern[str]:
    body = "|".join(_form(name, language) for name in names)
    return re.compile(body if language == "zh" else rf"(?<!\w)(?:{body})(?!\w)")


def _form(name: str, language: str) -> str:
    """An expression of one name in all its forms."""
    if language == "zh":
        return re.escape(name)
    if language == "ar":
        bare = name.removeprefix(_ALEF_LAM)
        return rf"[وفبكل]{{0,3}}(?:ا?ل)?{_loose(bare)}(?:ي|يه|يين|يون|يات)?"
    words = [_stem(word) if language == "ru" else re.escape(word) for word in name.split()]
    ending = r"\w{0,4}" if language == "ru" else r"\w{0,6}"
    return r"\s+".join([*words[:-1], words[-1] + ending])


def _stem(word: str) -> str:
    """A Russian word without its last vowel, as all its cases begin ("Куб")."""
    kept = word.rstrip(_VOWELS) if len(word) > 3 else word
    return re.escape(kept if len(kept) > 1 else word) + r"\w{0,4}"


def _loose(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _plain(text: str) -> str:
    """`text` in small letters, with one spelling of what Arabic writes in several."""
    return _MARKS.sub("", unicodedata.normalize("NFC", text)).translate(_SPELLINGS).casefold()
