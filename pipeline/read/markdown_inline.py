"""The words inside one block of Markdown: emphasis, links, note calls, HTML tags and pictures."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it.token import Token

from pipeline.models.passages import Run
from pipeline.read.field_codes import web_address
from pipeline.read.noticed import Noticed, left_by

_STRUCK = re.compile(r"<(/?)(?:del|s|strike)(?:\s[^<>]*)?>", re.I)
_BREAK = re.compile(r"<br\b", re.I)
_WORDS = ("text", "code_inline")
_CALL = re.compile(r"\[\^([^\]\s]{1,40})\]")


class Inline:
    """Turns inline tokens into runs. `marks` are the names of notes; the counts are for the whole file."""

    def __init__(self, noticed: Noticed) -> None:
        self._noticed = noticed
        self.marks: frozenset[str] = frozenset()
        self.pictures = 0
        self.unsafe = 0
        self.html = 0

    def runs(self, tokens: list[Token]) -> list[Run]:
        """The runs of an inline token's children."""
        done: list[Run] = []
        now = Run("")
        bold = italic = struck = 0
        gaps: set[int] = set()
        for token in tokens:
            if token.type in ("strong_open", "strong_close"):
                bold += token.nesting
                now = replace(now, bold=bold > 0)
            elif token.type in ("em_open", "em_close"):
                italic += token.nesting
                now = replace(now, italic=italic > 0)
            elif token.type in ("s_open", "s_close"):
                struck += token.nesting
            elif token.type == "html_inline" and (tag := _STRUCK.fullmatch(token.content)):
                struck = max(0, struck - 1 if tag[1] else struck + 1)
                self.html += 1
            elif token.type == "link_open":
                now = replace(now, link=self._address(str(token.attrs.get("href", ""))))
            elif token.type == "link_close":
                now = replace(now, link="")
            elif struck > 0 and not self._noticed.kept:
                done += self._crossed_out(token, now)
                gaps.add(len(done))
            elif token.type == "html_inline":
                now = self._tag(token.content.lower(), now, done)
            elif token.type == "image":
                self.pictures += 1
            elif token.type in ("softbreak", "hardbreak"):
                done.append(replace(now, text=" " if token.type == "softbreak" else "\n"))
            else:
                done += self._words(token.content, now)
        return _parted(done, gaps)

    def _crossed_out(self, token: Token, now: Run) -> list[Run]:
        """Count the crossed-out words of a token; what is read in its place."""
        if token.type in _WORDS:
            self._noticed.strike(len(token.content.split()))
            left = left_by(token.content)
        elif token.type == "hardbreak" or _BREAK.match(token.content):
            left = "\n"
        else:
            left = " " if token.type == "softbreak" else ""
        return [replace(now, text=left)] if left else []

    def _address(self, address: str) -> str:
        if web_address(address):
            return address
        self.unsafe += not address.startswith("#")
        return ""

    def _tag(self, tag: str, now: Run, done: list[Run]) -> Run:
        """What an HTML tag does: a line break, a superscript, or nothing."""
        if tag.startswith("<br"):
            done.append(replace(now, text="\n"))
        elif tag.startswith(("<sup", "</sup")):
            now = replace(now, superscript=tag.startswith("<sup"))
        else:
            self.html += 1
        return now

    def _words(self, text: str, now: Run) -> list[Run]:
        """Text with the calls of notes that there are; `[^x]` of a note that is not there stays text."""
        done: list[Run] = []
        end = 0
        for match in _CALL.finditer(text):
            if match.group(1) in self.marks:
                done += [replace(now, text=text[end : match.start()]), Run("", note=match.group(1))]
                end = match.end()
        return [*done, replace(now, text=text[end:])]


def _parted(runs: list[Run], gaps: set[int]) -> list[Run]:
    """`runs` with a blank where words were taken out before a run in `gaps` and those around them would grow
    into one ("from 10~~20~~30" has no "1030")."""
    done: list[Run] = []
    last, gap = "", False
    for number, run in enumerate(runs):
        gap = gap or number in gaps
        if run.text or run.note:
            if gap and last.isalnum() and run.text[:1].isalnum():
                done.append(replace(run, text=" "))
            last, gap = run.text[-1:], False
        done.append(run)
    return done
