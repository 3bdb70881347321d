"""Dates, times, ordinals, names of languages and States, as the pack's language has them (CLDR, by babel)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Sequence

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list

from pipeline.models.states import find_state
from pipeline.models.templates import Wording

# British English is what the United Nations writes (UN Editorial Manual); CLDR's plain "en" is American. Of
# Portuguese it is that of Portugal, with which the other Portuguese-speaking States but Brazil agree.
_REGIONS = {"en": "en_GB", "pt": "pt_PT"}
# In Arabic the United Nations names a month twice, as the east and as the west of the Arab world do.
_MONTHS = {
    "ar": (
        *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه"),
        *("تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر"),
        "كانون الأول/ديسمبر",
    )
}


@functools.lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The CLDR locale of `language`; British English for one that CLDR does not know."""
    try:
        return Locale.parse(_REGIONS.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def weekday(day: dt.date, words: Wording) -> str:
    """ "Thursday 12 April 2018"."""
    return _with_months(format_date(day, "full", locale=locale_of(words.language)), day, words)


def day(day: dt.date, words: Wording) -> str:
    """ "12 April 2018"."""
    return _with_months(format_date(day, "long", locale=locale_of(words.language)), day, words)


def month(day: dt.date, words: Wording) -> str:
    """ "May 2018"."""
    return _with_months(format_skeleton("yMMMM", day, locale=locale_of(words.language)), day, words)


def _with_months(text: str, day: dt.date, words: Wording) -> str:
    """`text`, a date as CLDR writes it, with the month as the United Nations name it in the language."""
    own = _MONTHS.get(words.language)
    if own is None:
        return text
    return text.replace(locale_of(words.language).months["format"]["wide"][day.month], own[day.month - 1])


def days(first: dt.date, last: dt.date, words: Wording) -> str:
    """ "10 to 13 April 2018", or the one day."""
    if first == last:
        return day(first, words)
    if locale_of(words.language).date_formats["long"].pattern.startswith("y"):
        # where the year comes first, as in Chinese, it is the last day that is written short
        return format_interval(first, last, "yMMMd", locale=locale_of(words.language))
    same_month = (first.year, first.month) == (last.year, last.month)
    begins = str(first.day) if same_month else day(first, words)
    return words("{first} to {last}", first=begins, last=day(last, words))


def clock(time: dt.datetime, words: Wording) -> str:
    """ "10.05", as the language writes it."""
    return words("{hour}.{minute}", hour=f"{time:%H}", minute=f"{time:%M}")


def moment(day: str, time: str, words: Wording) -> str:
    """ "12 April 2018, 10.00": a day and a time, each as the language writes it."""
    return words("{day}, {time}", day=day, time=time)


def span(start: dt.datetime, end: dt.datetime, words: Wording) -> str:
    """ "10.00 – 11.00"."""
    return f"{clock(start, words)} – {clock(end, words)}"


def listed(items: Sequence[str], words: Wording) -> str:
    """ "a, b and c"."""
    return format_list(list(items), locale=locale_of(words.language)) if items else ""


def state_names(names: Iterable[str], words: Wording) -> list[str]:
    """The States that a list of the previous review names, in the language; in English as given."""
    if words.language == "en":
        return list(names)
    known = [(name, find_state(name)) for name in names]
    return [state.name(words.language) if state else name for name, state in known]


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
