"""Typed readers for values of a YAML mapping: each takes a key, gives a value, and notes what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import overload

from pipeline.models.raw import RawList, RawMap, RawText, RawValue
from pipeline.models.spelling import did_you_mean, nearest
from pipeline.problems import Place, Problem, problem
from pipeline.validate.punctuation import is_cut_off, marks_around

LINE_LIMIT = 200
TEXT_LIMIT = 20_000
LIST_LIMIT = 200
YEARS = range(1900, 2900)  # any other is a slip, and far ones cannot be counted on from

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_MOMENT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
_GAP = re.compile(r"<[^<>]{1,200}>")
_BREAKS = re.compile(r"\s+")
_KEY = re.compile(r"[a-z_]+", re.ASCII)
# What may stand in a message whoever wrote it: a number or a day, none long enough for a telephone.
_PLAIN = re.compile(
    r"-?\d{0,4}([.,:]\d{1,2})?|\d{1,4}([-./])\d{1,2}\2\d{1,4}([T ]\d{1,2}:\d{2}(:\d{2})?)?", re.ASCII
)
_COMMA = (
    "If it belongs to the value before it, put all of that in quotation marks: a comma ends it inside { }. "
)
_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(slots=True)
class Form:
    """A mapping that is being read; `problems` is shared by all forms of a file.

    A reader notes a problem and returns its default where the value cannot be used, so that reading goes on
    and everything is found at once. What staff wrote, as a value or as a key that is not known, is repeated
    in messages of an `open` form only: elsewhere a comma or a blank too many can make a key of half a name.
    `finish()` reports keys that nobody asked for.
    """

    values: RawMap
    problems: list[Problem]
    name: str = ""
    asked: set[str] = field(default_factory=set)
    open: bool = False

    def place(self, key: str) -> Place:
        """Where the value of `key` stands; the mapping's own place if it is not there."""
        value = self.values.values.get(key)
        return value.place if value is not None else self.values.place

    def has(self, key: str) -> bool:
        """Whether `key` is there and not nothing."""
        return self._value(key) is not None

    def text(self, key: str, expected: str = "", default: str = "", limit: int = LINE_LIMIT) -> str:
        """One line of text, blanks trimmed; required if `expected` says what should stand there."""
        return _BREAKS.sub(" ", self._text(key, expected, default, limit, one_line=True)).strip()

    def prose(self, key: str, limit: int = TEXT_LIMIT) -> str:
        """Text of several lines, as written but for blanks around it; "" if it is not there."""
        return self._text(key, "", "", limit, one_line=False).strip()

    @overload
    def integer(self, key: str, low: int, high: int) -> int | None: ...

    @overload
    def integer(self, key: str, low: int, high: int, default: int) -> int: ...

    def integer(self, key: str, low: int, high: int, default: int | None = None) -> int | None:
        """A whole number from `low` to `high`; required if there is no default. `010` is refused."""
        expected = f"a whole number from {low} to {high}"
        text = self._scalar(key, expected, required=default is None)
        if text is None:
            return default
        if not _INTEGER.fullmatch(text.text) or not low <= int(text.text) <= high:
            self.refuse(key, text, expected)
            return default
        return int(text.text)

    def optional_integer(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, None if it is not there."""
        return self.integer(key, low, high) if self.has(key) else None

    def boolean(self, key: str, default: bool) -> bool:
        """Yes or no."""
        text = self._scalar(key, "yes or no", required=False)
        if text is None:
            return default
        if text.text.casefold() not in _BOOLEANS:
            self.refuse(key, text, "yes or no")
            return default
        return _BOOLEANS[text.text.casefold()]

    def choice(self, key: str, choices: Mapping[str, str], default: str | None = None) -> str:
        """One of the keys of `choices` (any case), whose values are how they are stored."""
        expected = "one of " + ", ".join(choices) if len(choices) <= 12 else "a code such as en, fr or es"
        text = self._scalar(key, expected, required=default is None)
        if text is None:
            return default or ""
        known = {name.casefold(): stored for name, stored in choices.items()}
        if text.text.casefold() not in known:
            few = choices if len(choices) <= 12 else ()
            self.refuse(key, text, expected, did_you_mean(text.text, few))
            return default or ""
        return known[text.text.casefold()]

    def day(self, key: str) -> dt.date | None:
        """A day, such as 2018-04-12; required."""
        return self._date(key, _DATE, "a day that exists, such as 2018-04-12")

    def month(self, key: str) -> dt.date | None:
        """A month, such as 2018-05, as its first day; required."""
        return self._date(key, _MONTH, "a year and month, such as 2018-05")

    def moment(self, key: str, required: bool = True) -> dt.datetime | None:
        """A day and time without a time zone, such as 2018-04-12 10:00."""
        expected = "a day and local time, such as 2018-04-12 10:00"
        text = self._scalar(key, expected, required)
        if text is None:
            return None
        found = _moment(_MOMENT, text.text)
        if found is None:
            self.refuse(key, text, expected)
        return found

    def texts(self, key: str, expected: str = "") -> tuple[str, ...]:
        """A list of lines of text; required if `expected` says what should stand there."""
        return tuple(text for text, _ in self.placed_texts(key, expected))

    def placed_texts(self, key: str, expected: str = "") -> tuple[tuple[str, Place], ...]:
        """As `texts`, each with its place."""
        found = []
        items = self.items(key, expected)
        for number, item in enumerate(items, start=1):
            inner = RawMap({str(number): item}, {str(number): item.place}, item.place)
            form = Form(inner, self.problems, f"{self._called(key)}, item", open=self.open)
            if text := form.text(str(number), "a word or name"):
                found.append((text, item.place))
        value = self.values.values.get(key)
        if isinstance(value, RawList) and value.in_line:
            cut = next((item for item in items if isinstance(item, RawText) and is_cut_off(item)), None)
            self.problems += [problem("FO10", cut.place, key=self._called(key))] if cut else []
        return tuple(found)

    def items(self, key: str, expected: str = "") -> tuple[RawValue, ...]:
        """The items of a list, unread; () if it is not there."""
        value = self._value(key)
        if value is None:
            self._missing(key, expected)
            return ()
        if not isinstance(value, RawList):
            self.refuse(key, value, "a list")
            return ()
        if len(value.items) > LIST_LIMIT:
            self.refuse(key, value, f"a list of at most {LIST_LIMIT} items")
            return ()
        return value.items

    def form(self, key: str, expected: str = "", usual: str = "") -> Form:
        """The mapping under `key`; an empty one if it is not there.

        If it is something else, that is said once, with what is `usual` there, and not what is missing in it.
        """
        value = self._value(key)
        if value is None:
            self._missing(key, expected)
        elif not isinstance(value, RawMap):
            self.refuse(key, value, usual or "lines below it, each with a key, a colon and a value")
            return Form(RawMap({}, {}, value.place), [], self._called(key), open=self.open)
        inner = value if isinstance(value, RawMap) else RawMap({}, {}, self.place(key))
        return Form(inner, self.problems, self._called(key), open=self.open)

    def refuse(self, key: str, value: RawValue, expected: str, hint: str = "") -> None:
        """Note that the value of `key` is not `expected`; `hint` may ask for what is near."""
        shown = _described(value, self.open)
        values = {"key": self._called(key), "value": shown, "expected": expected}
        values["hint"] = f"{hint} " if hint else ""
        self.problems.append(problem("FO02", value.place, **values))

    def finish(self) -> None:
        """Report keys that are not known here; one that is like another is an error.

        What `minors` or `speaker` was to change must not be lost with a letter.
        """
        for key, place in self.values.keys.items():
            if key in self.asked:
                continue
            near, in_line = nearest(key, self.asked), self.values.in_line
            called = self._called(key) if self.open else f"a key of {self.name}" if self.name else "a key"
            if near:
                self.problems.append(problem("FO07", place, key=called, near=near))
            elif in_line and not _KEY.fullmatch(key):
                self.problems.append(problem("YA09", place))
            else:
                known, comma = ", ".join(sorted(self.asked)), _COMMA if in_line else ""
                self.problems.append(problem("FO03", place, key=called, known=known, comma=comma))

    def _called(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name and not key.isdigit() else f"{self.name} {key}".strip()

    def _value(self, key: str) -> RawValue | None:
        self.asked.add(key)
        value = self.values.values.get(key)
        return None if isinstance(value, RawText) and value.is_null else value

    def _missing(self, key: str, expected: str) -> None:
        if not expected:
            return
        value = self.values.values.get(key)
        if isinstance(value, RawText) and value.text.casefold() == "null":
            found = problem("FO06", value.place, key=self._called(key), value=value.text)
        else:
            found = problem("FO01", self.place(key), key=self._called(key), expected=expected)
        self.problems.append(found)

    def _scalar(self, key: str, expected: str, required: bool) -> RawText | None:
        value = self._value(key)
        if value is None:
            self._missing(key, expected if required else "")
            return None
        if not isinstance(value, RawText):
            self.refuse(key, value, expected)
            return None
        return value

    def _text(self, key: str, expected: str, default: str, limit: int, one_line: bool) -> str:
        value = self._value(key)
        if value is None or (isinstance(value, RawText) and not value.text.strip()):
            self._missing(key, expected)
            return default
        if not isinstance(value, RawText):
            self.refuse(key, value, expected or "text")
            return default
        text, place = value.text.strip(), value.place
        if len(text) > limit:
            found = problem("FO04", place, key=self._called(key), length=len(text), maximum=limit)
            self.problems.append(found)
            return default
        if one_line and re.search(r"[\n\r\t\x85\u2028\u2029]", text):
            self.problems.append(problem("FO05", place, key=self._called(key)))
        if _GAP.fullmatch(text):
            self.problems.append(problem("FO08", place, key=self._called(key)))
        if marks := "" if value.quoted else marks_around(text):
            self.problems.append(problem("FO11", place, key=self._called(key), marks=marks))
        return text

    def _date(self, key: str, pattern: re.Pattern[str], expected: str) -> dt.date | None:
        text = self._scalar(key, expected, required=True)
        if text is None:
            return None
        found = _moment(pattern, text.text)
        if found is None:
            self.refuse(key, text, expected)
        return found.date() if found else None


def _moment(pattern: re.Pattern[str], text: str) -> dt.datetime | None:
    """The moment that `text` writes down; None for another form, or for a day or hour that does not exist."""
    found = pattern.fullmatch(text)
    if found is None:
        return None
    parts = [int(part or 0) for part in found.groups()]
    year, month, day, hour, minute, second = parts + [0, 1, 1, 0, 0, 0][len(parts) :]
    if year not in YEARS:
        return None
    try:
        return dt.datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None


def _described(value: RawValue, is_open: bool) -> str:
    """What stands there, for a message: in words where it may be of a person."""
    if isinstance(value, RawList):
        return "a list"
    if isinstance(value, RawMap):
        return "a mapping"
    text = value.text.strip()
    if not is_open and not _PLAIN.fullmatch(text):
        return "a number" if text.isdigit() else "a text"
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'
