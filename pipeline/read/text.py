"""Read a plain text file: paragraphs, typed headings and lists, lines wrapped by hand joined again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement, Run
from pipeline.read.clean import clean, dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.encoding import decode
from pipeline.read.limits import MAX_LETTERS
from pipeline.read.marks import Depths, ends_open, is_caps, split_marker

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|_{3,}|\*{3,}|~{3,})$")
_ABOUT = re.compile(r"#\s+[A-Z][A-Z ]+:\s")
_QUOTED = re.compile(r"(>\s?)+")
_NARROW = 60
_WIDE = 100
_TITLE = 70
_RUNNING = 40
_SLACK = 4
_TAB = 4
_SLACK_IN_SENTENCE = 12


def read_text(data: bytes) -> RawStatement:
    """Read plain text. Raises Refused for bytes that are no text.

    Blank lines part paragraphs. Without wrapping by hand every line is a paragraph of its own; a file whose
    full lines all end near one column (60 to 100) was wrapped, and its lines are joined. "## " lines, lines
    in capitals and underlined ones are headings; "- ", "•", "1.", "(a)" begin list items. A first line
    "# SOURCE: ..." says something about the file and is furniture.
    """
    text, problems = decode(data, MAX_LETTERS)
    out = Collector()
    lines = [clean(line, out.dropped).rstrip() for line in _lines(text)]
    if lines and _ABOUT.match(lines[0]):
        out.set_aside(lines.pop(0))
    reader = _TextReader(out, _wrap_width(lines), _caps_mean_headings(lines))
    for line in lines:
        reader.line(line)
    reader.finish()
    out.passages = reader.with_lone_headings()
    return RawStatement(
        FileKind.TEXT, out.numbered(), problems + dropped_problems(out.dropped), tuple(out.furniture)
    )


def _lines(text: str) -> list[str]:
    """The lines of a file; a form feed parts pages, and so lines."""
    return re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text)


def _wrap_width(lines: list[str]) -> int:
    """The column at which lines were wrapped by hand, 0 if they were not."""
    lengths = [len(line) for line in lines if line.strip()]
    if not lengths:
        return 0
    width = max(lengths)
    if width > _WIDE:
        # One long address or table row does not make a wrapped file an unwrapped one.
        usual = sorted(lengths)[int(len(lengths) * 0.97)]
        if usual > _WIDE or len(lengths) < 30:
            return 0
        width = usual
    full = sum(_is_full(lines[n], lines[n + 1], width) for n in range(len(lines) - 1))
    return width if width >= _NARROW and full * 4 >= len(lengths) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not, or hardly, have fitted into this one.

    Lines edited after they were wrapped are not exact; a small letter says that the sentence goes on.
    """
    first = following.split(maxsplit=1)
    if not line.strip() or not first:
        return False
    slack = _SLACK_IN_SENTENCE if first[0][0].islower() else _SLACK
    return len(line) + 1 + len(first[0]) > width - slack


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence goes over the end of a long line: a letter before it, a small letter after it.

    Items that are typed without a mark end in a comma or semicolon, and short lines are verses or addresses.
    """
    return len(line) >= _RUNNING and line[-1].isalpha() and following.lstrip()[:1].islower()


def _caps_mean_headings(lines: list[str]) -> bool:
    """Whether capitals are rare enough to say something: some speakers type all in capitals."""
    shown = Counter(line.isupper() for line in lines if any(map(str.isalpha, line)))
    return shown[True] <= shown[False]


class _TextReader:
    """Takes a file line by line; `_open` holds the lines of the paragraph that is not finished."""

    def __init__(self, out: Collector, width: int, caps: bool) -> None:
        self._out = out
        self._width = width
        self._caps = caps
        self._open: list[str] = []
        self._seen: set[str] = set()
        self._depths = Depths()
        self._after_blank = True
        self._lone: set[int] = set()

    def line(self, line: str) -> None:
        """Take the next line."""
        stripped = line.strip()
        if not stripped:
            if len(self._open) == 1 and self._after_blank:
                self._lone.add(len(self._out.passages))
            self.finish()
            self._after_blank = True
            return
        if match := _HASHES.match(stripped):
            self.finish()
            self._heading(match.group(2), len(match.group(1)))
        elif _UNDERLINE.match(stripped):
            self._underline(stripped)
        elif not self._open or not self._goes_on(line):
            self._after_blank = self._after_blank and not self._open
            self.finish()
            self._open = [line]
        else:
            self._open.append(line)

    def with_lone_headings(self) -> list[Passage]:
        """The passages; a short line between blank ones, over a whole paragraph, is made a heading."""
        passages = self._out.passages
        level = 3 if any(passage.kind is Kind.HEADING for passage in passages) else 2
        return [
            replace(passage, kind=Kind.HEADING, level=level)
            if place in self._lone and place + 1 < len(passages) and _heads(passage, passages[place + 1])
            else passage
            for place, passage in enumerate(passages)
        ]

    def _goes_on(self, line: str) -> bool:
        """Whether `line` belongs to the paragraph that is open."""
        last = self._open[-1]
        full = bool(self._width) and _is_full(last, line, self._width)
        if not full and not _runs_on(last, line):
            return False
        seen = set(self._seen)
        split_marker(self._open[0].strip(), seen)  # "ii." begins an item after the "i." that is still open
        if split_marker(line.strip(), seen)[0] or (self._caps and is_caps(line) != is_caps(last)):
            return False
        indented = len(line) - len(line.lstrip()) > len(last) - len(last.lstrip())
        return not indented or len(self._open) == 1

    def _underline(self, stripped: str) -> None:
        """A line of signs under one line makes that a heading; elsewhere it is only drawn."""
        if len(self._open) == 1 and len(self._open[0]) <= 120 and stripped[0] in "=-~":
            title = self._open.pop()
            self._heading(title, 1 if stripped[0] == "=" else 2)
        else:
            self.finish()

    def _heading(self, text: str, level: int) -> None:
        self._depths.close()
        marker, length = split_marker(text.strip(), self._seen)
        runs = self._out.runs([Run(text.strip()[length:])])
        self._out.add(Passage(Kind.HEADING, runs, level=level, marker=marker))

    def finish(self) -> None:
        """Write the paragraph that is open."""
        if not self._open:
            return
        lines, self._open = self._open, []
        text = _join([line.strip() for line in lines])
        if self._caps and is_caps(text):
            self._heading(text, 2)
            return
        quoted = _QUOTED.match(text)
        if quoted:
            self._depths.close()
            plain = _join([_QUOTED.sub("", line.strip(), count=1) for line in lines])
            self._out.add(Passage(Kind.QUOTATION, self._out.runs([Run(plain)])))
            return
        marker, length = split_marker(text, self._seen)
        runs = self._out.runs([Run(text[length:])])
        if marker:
            blanks = len(lines[0].expandtabs(_TAB)) - len(lines[0].expandtabs(_TAB).lstrip())
            depth = self._depths.of(marker, blanks)
            self._out.add(Passage(Kind.LIST_ITEM, runs, level=depth, marker=marker))
        else:
            self._depths.close()
            self._out.add(Passage(Kind.PARAGRAPH, runs))


def _heads(passage: Passage, following: Passage) -> bool:
    text = passage.text
    short = passage.kind is Kind.PARAGRAPH and len(text) <= _TITLE and "\n" not in text
    whole = len(following.text) > _TITLE or not ends_open(following.text)
    above = following.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM) and whole
    return short and above and ends_open(text) and not text.endswith(":") and text[:1].isupper()


def _join(lines: list[str]) -> str:
    """Lines wrapped by hand as one; a hyphen at a line's end stays and takes the next part to it."""
    text = lines[0]
    for line in lines[1:]:
        glued = text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
        text += line if glued else f" {line}"
    return text
