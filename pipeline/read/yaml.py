"""YAML as staff write it, by the rules of YAML 1.2: every scalar stays text and keeps its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from pipeline.models.raw import RawList, RawMap, RawText, RawValue
from pipeline.problems import Place, Problem, problem

__all__ = ["MAX_BYTES", "read_yaml"]

MAX_BYTES = 256 * 1024
MAX_DEPTH = 32
MAX_VALUES = 20_000
MAX_PROBLEMS = 20

# What YAML 1.2 (section 5.1) forbids in a file, whether written out or not.
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What an escape such as "\e" may still produce, and marks that turn the order of letters on a page.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]")

# Glued to a word, "#" begins a comment that was hardly meant as one: "the #1 lawyer", "the #MeToo group".
_CUT = re.compile(r"[ \t]+(?=#\w)")
_CUT_BELOW = re.compile(r"[ \t]*\r?\n( +)(?=#\w)(?!#[\w -]+:(?:\s|$))")
_COLON = re.compile(r"\s*:")

# With these problems alone there is a value, so that all others can be found as well.
_HARMLESS = frozenset({"YA02", "YA09", "YA10"})

# What the two parsers judge differently: tabs, "?", ends of lines but "\n", a comment glued to "|" or ">".
_DOUBTFUL = re.compile("[\t?\r\x85\u2028\u2029]|[|>][-+0-9]*#")

_INDENTING_TAB = "a tab is used for indentation; use blanks"
_OTHER_TAB = "a tab stands between words; use a blank"

# PyYAML's words -> ours. The first that fits counts; `True` places the problem where the construct began.
_REASONS: tuple[tuple[str, str, bool], ...] = (
    ("while scanning a quoted scalar; found unexpected end of stream", "a quote is not closed", True),
    ("while scanning a quoted scalar; found unexpected document separator", "a quote is not closed", True),
    (
        "while scanning a double-quoted scalar; found unknown escape character",
        "a backslash in double quotes begins an escape that does not exist; use single quotes",
        False,
    ),
    (
        "while scanning a double-quoted scalar; expected escape sequence",
        "a backslash in double quotes begins an escape that does not exist; use single quotes",
        False,
    ),
    ("found character '\\t'", _INDENTING_TAB, False),
    ("found a tab character", _INDENTING_TAB, False),
    (
        "mapping values are not allowed here",
        "a colon stands where none is expected; put the value in quotes or mind the indentation",
        False,
    ),
    ("could not find expected ':'", "a key without a colon, or a line indented wrongly", True),
    ("expected <block end>", "the indentation does not fit the lines above", False),
    ("found character '@'", "a value may not begin with @; put it in quotes", False),
    ("found character '`'", "a value may not begin with `; put it in quotes", False),
    ("found character '%'", "a value may not begin with %; put it in quotes", False),
    ("while parsing a flow", "a [ or { is not closed, or a comma is missing", True),
)
_REFUSED = (
    ("found incompatible YAML document", "a % directive"),
    ("while scanning a directive", "a % directive"),
    ("found duplicate YAML directive", "a % directive"),
    ("duplicate tag handle", "a % directive"),
    ("found undefined tag handle", "a tag (!)"),
    ("while scanning a tag", "a tag (!)"),
    ("while scanning an alias", "an alias (*)"),
    ("while scanning an anchor", "an anchor (&)"),
)


class _StopError(Exception):
    """Reading on would be useless or dangerous; the last problem says why."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is not closed yet; `key` is the key that waits for its value."""

    place: Place
    is_map: bool
    items: list[RawValue] = field(default_factory=list)
    values: dict[str, RawValue] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: RawText | None = None
    key_end: int = 0
    in_line: bool = False
    again: list[tuple[RawText, RawValue]] = field(default_factory=list)

    def close(self) -> RawValue:
        if self.is_map:
            return RawMap(self.values, self.keys, self.place, self.in_line, tuple(self.again))
        return RawList(tuple(self.items), self.place, self.in_line)


def read_yaml(data: bytes, shown: str, limit: int = MAX_BYTES) -> tuple[RawValue | None, tuple[Problem, ...]]:
    """Read one YAML document; places are in the file `shown`, lines and columns count from 1.

    The value is None where none can be made: then at least one problem says why. Keys given twice (YA02) and
    words behind a comma inside { } (YA09) are errors too, but the first value of each key is kept, so that
    all other problems can be found as well. No problem repeats a key or a value: they may be of a person.
    Limits: `limit` bytes (256 KiB), 32 levels, 20,000 values. Nothing is raised and nothing recurses.
    """
    builder = _Builder(shown)
    try:
        text = _decoded(data, shown, limit)
        if (quick := _quick(text, shown)) is not None:
            return quick, ()
        builder.build(text)
    except _RefusedError as refusal:
        builder.problems.append(refusal.problem)
    except _StopError:
        pass
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, shown, builder.text))
    except (ValueError, OverflowError, RecursionError):
        # PyYAML lets bare errors through, for instance for an escape beyond the last code point.
        builder.problems.append(problem("YA01", Place(shown), reason="a value cannot be read"))
    keep = all(found.code in _HARMLESS for found in builder.problems)
    return (builder.root if keep else None), tuple(builder.problems)


def _quick(text: str, shown: str) -> RawValue | None:
    """The value by LibYAML, in a tenth of the time; None where anything is in doubt, or it is not installed.

    It takes tabs and question marks that PyYAML's own parser refuses, and places empty values elsewhere. So
    that one alone judges, and all complaints are its own. Only events are asked of LibYAML: what makes
    values of them in C can crash on nested maps.
    """
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None or _DOUBTFUL.search(text):
        return None
    builder = _Builder(shown)
    try:
        builder.build(text, loader)
    except (_StopError, yaml.YAMLError, ValueError, OverflowError):
        return None
    return None if builder.problems or builder.has_empty else builder.root


class _RefusedError(Exception):
    """The file is refused before it is parsed."""

    def __init__(self, why: Problem) -> None:
        self.problem = why
        super().__init__(str(why))


def _decoded(data: bytes, shown: str, limit: int) -> str:
    """The text of a file that is small enough, in UTF-8, and has only characters that YAML allows."""
    if len(data) > limit:
        reason = f"{len(data)} bytes, at most {limit} are read"
        raise _RefusedError(problem("YA04", Place(shown), reason=reason))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _RefusedError(problem("YA05", _place_at(data[: error.start], shown))) from None
    if not text.strip():
        raise _RefusedError(problem("YA07", Place(shown)))
    if "\0" in text:  # UTF-16 without a byte order mark is valid UTF-8 of this kind
        raise _RefusedError(problem("YA05", _place_at(text.split("\0")[0].encode(), shown)))
    if found := _FORBIDDEN.search(text):
        place = _place_at(text[: found.start()].encode(), shown)
        raise _RefusedError(problem("YA08", place, point=_point(found.group())))
    return text


def _place_at(before: bytes, shown: str) -> Place:
    """The place that follows the bytes `before`."""
    lines = before.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(shown, len(lines), len(lines[-1]) + 1)


def _point(char: str) -> str:
    return f"U+{ord(char):04X}"


class _Builder:
    """Makes raw values of parser events, with a stack of its own in place of recursion."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.text = ""
        self.root: RawValue | None = None
        self.problems: list[Problem] = []
        self.has_empty = False
        self._open: list[_Frame] = []
        self._documents = 0
        self._count = 0

    def build(self, text: str, loader: Any = yaml.SafeLoader) -> None:
        """Fill `root`; raises _StopError after a problem that ends the reading, or a YAMLError.

        `loader`: whose parser gives the events; that of SafeLoader is pure Python.
        """
        self.text = text
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, DocumentStartEvent):
                self._document(event)
            elif isinstance(event, NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._add(self._open.pop().close())
        empty = self.root is None or (isinstance(self.root, RawText) and self.root.is_null)
        if empty and not self.problems:
            self.root = None
            self.problems.append(problem("YA07", Place(self.shown)))

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self.shown, mark.line + 1, mark.column + 1) if mark else Place(self.shown)

    def _remark(self, found: Problem) -> None:
        """Note what does not end the reading, however often it is there."""
        if len(self.problems) < MAX_PROBLEMS - 1:
            self.problems.append(found)

    def _report(self, found: Problem) -> None:
        self.problems.append(found)
        if len(self.problems) >= MAX_PROBLEMS:
            raise _StopError

    def _refuse(self, event: Event, construct: str) -> None:
        self._report(problem("YA03", self._place(event), construct=construct))

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._refuse(event, "a % directive")
        if self._documents > 1:
            self._refuse(event, "a second document (---)")
            raise _StopError

    def _node(self, event: NodeEvent) -> None:
        place = self._place(event)
        self._count += 1
        if self._count > MAX_VALUES:
            self._report(problem("YA04", place, reason=f"more than {MAX_VALUES} values"))
            raise _StopError
        if isinstance(event, AliasEvent):
            self._refuse(event, "an alias (*)")
            self._add(RawText("", place))
            return
        if event.anchor is not None:
            self._refuse(event, "an anchor (&)")
        if getattr(event, "tag", None):
            self._refuse(event, "a tag (!)")
        if isinstance(event, ScalarEvent):
            self._add_scalar(event, self._scalar(event, place))
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            is_map = isinstance(event, MappingStartEvent)
            self._push(_Frame(place, is_map, in_line=bool(event.flow_style)))

    def _push(self, frame: _Frame) -> None:
        if len(self._open) >= MAX_DEPTH:
            reason = f"nested too deeply, more than {MAX_DEPTH} levels"
            self._report(problem("YA04", frame.place, reason=reason))
            raise _StopError
        if self._open and self._open[-1].is_map and self._open[-1].key is None:
            self._report(problem("YA01", frame.place, reason="a key is a list or a mapping, not a word"))
            raise _StopError
        self._open.append(frame)

    def _scalar(self, event: ScalarEvent, place: Place) -> RawText:
        if found := _UNFIT.search(event.value):
            self._report(problem("YA08", place, point=_point(found.group())))
        self.has_empty |= not event.value and not event.style
        # A block scalar (| or >) is text whatever it says, as a quoted one is.
        return RawText(event.value, place, quoted=bool(event.style))

    def _add_scalar(self, event: ScalarEvent, value: RawText) -> None:
        """Add a scalar, if it is not what a comma inside { } left over of a value: a key with no colon."""
        frame = self._open[-1] if self._open else None
        if not event.style and event.end_mark:
            self._look_behind(event.end_mark, frame, value)
        if frame and frame.is_map and frame.key is None and event.end_mark:
            frame.key_end = event.end_mark.index
        elif frame and frame.in_line and frame.key and self._is_left_over(event, frame.key_end):
            place, frame.key = frame.key.place, None
            self._report(problem("YA09", place))
            return
        self._add(value)

    def _is_left_over(self, event: ScalarEvent, key_end: int) -> bool:
        """Whether no colon stands behind the key: the parser then makes up an empty value."""
        return not event.value and not event.style and not _COLON.match(self.text, key_end)

    def _look_behind(self, end: Any, frame: _Frame | None, value: RawText) -> None:
        """Warn where a plain value is cut off by a "#" that is glued to a word."""
        place = None
        if same := _CUT.match(self.text, end.index):
            place = Place(self.shown, end.line + 1, end.column + 1 + len(same[0]))
        elif frame and frame.key and value.text and not frame.in_line:
            below = _CUT_BELOW.match(self.text, end.index)
            if below and len(below[1]) >= frame.place.column:
                place = Place(self.shown, end.line + 2, len(below[1]) + 1)
        if place:
            self._remark(problem("YA10", place))

    def _add(self, value: RawValue) -> None:
        if not self._open:
            self.root = value
            return
        frame = self._open[-1]
        if not frame.is_map:
            frame.items.append(value)
        elif frame.key is None:
            self._key(frame, value)
        else:
            if frame.key.text not in frame.values:
                frame.values[frame.key.text] = value
                frame.keys[frame.key.text] = frame.key.place
            else:
                frame.again.append((frame.key, value))
            frame.key = None

    def _key(self, frame: _Frame, value: RawValue) -> None:
        if not isinstance(value, RawText):  # lists and mappings are refused when they open
            raise TypeError("a key that is not a scalar")
        if value.text == "<<" and not value.quoted:
            self._report(problem("YA03", value.place, construct="the merge key <<"))
        if value.is_null:
            self._report(problem("YA01", value.place, reason="a colon without a key before it"))
        if value.text in frame.keys:
            first = frame.keys[value.text].line
            self._report(problem("YA02", value.place, first=first))
        frame.key = value


def _syntax_problem(error: yaml.YAMLError, shown: str, text: str) -> Problem:
    """PyYAML's complaint in words that staff understand, at the place where to look."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return problem("YA01", Place(shown), reason=str(error).splitlines()[0])
    said = "; ".join(part for part in (error.context, error.problem) if part)
    for fragment, construct in _REFUSED:
        if fragment in said:
            return problem("YA03", _marked(error, shown, at_start=False), construct=construct)
    for fragment, reason, at_start in _REASONS:
        if fragment in said:
            place = _marked(error, shown, at_start)
            between = reason == _INDENTING_TAB and not _is_indented(text, error.problem_mark)
            return problem("YA01", place, reason=_OTHER_TAB if between else reason)
    return problem("YA01", _marked(error, shown, at_start=False), reason=said)


def _is_indented(text: str, mark: Any) -> bool:
    """Whether nothing but blanks stands on its line before `mark`."""
    return mark is None or not text[: mark.index].rpartition("\n")[2].strip()


def _marked(error: yaml.MarkedYAMLError, shown: str, at_start: bool) -> Place:
    marks = (error.context_mark, error.problem_mark)
    mark = next((m for m in (marks if at_start else marks[::-1]) if m is not None), None)
    return Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
