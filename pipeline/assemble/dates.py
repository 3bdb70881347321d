"""Dates, times, ordinals and names of languages, in the language of the pack's own words (CLDR, by babel)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from pipeline.models.templates import Wording

# British English is what the United Nations writes (UN Editorial Manual); CLDR's plain "en" is American.
_REGIONS = {"en": "en_GB"}


@functools.lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The CLDR locale of `language`; British English for one that CLDR does not know."""
    try:
        return Locale.parse(_REGIONS.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def weekday(day: dt.date, words: Wording) -> str:
    """ "Thursday 12 April 2018"."""
    return format_date(day, "full", locale=locale_of(words.language))


def day(day: dt.date, words: Wording) -> str:
    """ "12 April 2018"."""
    return format_date(day, "long", locale=locale_of(words.language))


def month(day: dt.date, words: Wording) -> str:
    """ "May 2018"."""
    return format_skeleton("yMMMM", day, locale=locale_of(words.language))


def days(first: dt.date, last: dt.date, words: Wording) -> str:
    """ "10 to 13 April 2018", or the one day."""
    if first == last:
        return day(first, words)
    same_month = (first.year, first.month) == (last.year, last.month)
    begins = str(first.day) if same_month else day(first, words)
    return words("{first} to {last}", first=begins, last=day(last, words))


def clock(time: dt.datetime, words: Wording) -> str:
    """ "10.05", as the language writes it."""
    return words("{hour}.{minute}", hour=f"{time:%H}", minute=f"{time:%M}")


def span(start: dt.datetime, end: dt.datetime, words: Wording) -> str:
    """ "10.00 – 11.00"."""
    return f"{clock(start, words)} – {clock(end, words)}"


def listed(items: Sequence[str], words: Wording) -> str:
    """ "a, b and c"."""
    return format_list(list(items), locale=locale_of(words.language)) if items else ""


def language_name(code: str, words: Wording) -> str:
    """ "Spanish" for "es"; the code itself where it is not known."""
    return str(locale_of(words.language).languages.get(code, code))


def ordinal(number: int, words: Wording) -> str:
    """ "30th"; a language with one ending for all translates the four patterns alike."""
    teen = 10 <= number % 100 <= 20
    ending = 0 if teen else number % 10
    if ending == 1:
        return words("{number}st", number=number)
    if ending == 2:
        return words("{number}nd", number=number)
    if ending == 3:
        return words("{number}rd", number=number)
    return words("{number}th", number=number)


def cycle(number: int, words: Wording) -> str:
    """ "third cycle"; beyond the fifth, "cycle 6"."""
    names = ("first cycle", "second cycle", "third cycle", "fourth cycle", "fifth cycle")
    return words(names[number - 1]) if 0 < number <= len(names) else words("cycle {number}", number=number)
