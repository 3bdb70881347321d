"""Read Markdown (CommonMark with tables and footnotes) into passages; HTML is never more than its words."""

from __future__ import annotations

import re
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.models.passages import FileKind, Kind, Passage, RawStatement, Run
from pipeline.problems import Problem, problem
from pipeline.read.clean import clean, cut_start, dropped_problems
from pipeline.read.collect import Collector
from pipeline.read.encoding import decode
from pipeline.read.limits import MAX_COLUMNS, MAX_LETTERS, MAX_PASSAGES, too_much
from pipeline.read.markdown_inline import Inline
from pipeline.read.marks import Depths, split_marker
from pipeline.read.noticed import Noticed, without_struck

# The parser drops in silence what lies deeper than its maximum; ours is above what is then refused.
_PARSER_DEPTH = 100
_DEEPEST = 40
_MOST_BRACKETS = 1_000
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*(?:\n(?: {4}|\t).*)*)$", re.M)
_UNSEEN = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_STRUCK = re.compile(r"<(del|s|strike)\b(?=[\s>])[^<>]*>.*?(?:</\1\s*>|\Z)", re.S | re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<![A-Za-z][^<>]*>|<\?.*?\?>", re.S)


def read_markdown(data: bytes) -> RawStatement:
    """Read Markdown. Raises Refused (FI04) for nesting or tables beyond any statement.

    Comments are dropped (FI11), crossed-out words are not read (FI30), front matter is furniture, HTML is
    reduced to its words (FI13), pictures are left out (FI28), the words of code blocks are paragraphs.
    """
    text, problems = decode(data, MAX_LETTERS)
    return without_struck(lambda noticed: _read(text, problems, noticed))


def _read(text: str, problems: tuple[Problem, ...], noticed: Noticed) -> RawStatement:
    reader = _MarkdownReader(noticed)
    reader.read(text.replace("\r\n", "\n").replace("\r", "\n"))
    out = reader.out
    found = (*problems, *reader.problems(), *dropped_problems(out.dropped))
    return RawStatement(FileKind.MARKDOWN, out.numbered(), found, tuple(out.furniture))


class _MarkdownReader:
    """Walks the tokens of one file."""

    def __init__(self, noticed: Noticed) -> None:
        self.out = Collector()
        self._noticed = noticed
        noticed.at = self.out.number
        self._parser = MarkdownIt("commonmark", {"maxNesting": _PARSER_DEPTH}).enable(
            ["table", "strikethrough"]
        )
        # Every address is taken here and judged by Inline: a refused one would stand in the text as mark-up.
        self._parser.validateLink = lambda url: True  # type: ignore[method-assign]
        self._inline = Inline(noticed)
        self._notes: dict[str, str] = {}
        self._comments = 0
        self._html = False
        self._unclosed = False
        self._tables = 0
        self._seen: set[str] = set()
        self._depths = Depths()

    def read(self, text: str) -> None:
        """Read the whole text: what is not its own passage first, then the blocks, then the notes."""
        if front := _FRONT.match(text):
            for line in front.group().strip("-. \n").splitlines():
                self.out.set_aside(line)
            text = text[front.end() :]
        text = clean(text, self.out.dropped)
        self._comments = len(_COMMENT.findall(text))
        text = self._without_notes(_COMMENT.sub("", text))
        self._refuse_bombs(text)
        self._blocks(text)
        for mark, content in list(self._notes.items()):
            self._note(mark, content)

    def _without_notes(self, text: str) -> str:
        """Take out footnote definitions `[^1]: ...`; the first of a name counts."""
        for match in _NOTE.finditer(text):
            self._notes.setdefault(match.group(1), re.sub(r"\n[ \t]+", "\n", match.group(2)))
        self._inline.marks = frozenset(self._notes)
        return _NOTE.sub("", text)

    def _refuse_bombs(self, text: str) -> None:
        """Refuse what would keep the parser busy for ever, before it sees it."""
        for line in text.split("\n"):
            if line.count("|") > MAX_COLUMNS:
                raise too_much(f"a table has more than {MAX_COLUMNS} columns")
            if len(line) > _DEEPEST and line[: 4 * _DEEPEST].count(">") > _DEEPEST:
                lead = re.match(r"[>\s]*", line)
                if lead and lead.group().count(">") > _DEEPEST:
                    raise too_much("quotations are nested too deeply")
        if len(re.findall(r"\n[ \t]*\n", text)) > MAX_PASSAGES:
            raise too_much(f"it has more than {MAX_PASSAGES} paragraphs")
        if any(block.count("[") > _MOST_BRACKETS for block in re.split(r"\n\s*\n", text)):
            # Open brackets cost the square of their number; without links they stay what they are: text.
            self._parser.disable(["link", "image"])

    def _blocks(self, text: str) -> None:
        tokens = self._parser.parse(text)
        if any(token.level > _DEEPEST for token in tokens):
            raise too_much("lists or quotations are nested too deeply")
        _Walk(self, tokens, text.split("\n")).run()

    def inline(self, token: Token) -> tuple[Run, ...]:
        """The tidy runs of an inline token."""
        return self.out.runs(self._inline.runs(token.children or []))

    def heading(self, token: Token, level: int) -> None:
        """Write a heading; a number typed before it is its marker."""
        self._depths.close()
        runs = self.inline(token)
        marker, length = split_marker("".join(run.text for run in runs), self._seen)
        runs = cut_start(runs, length) if marker else runs
        self.out.add(Passage(Kind.HEADING, runs, level=level, marker=marker))

    def paragraph(self, runs: tuple[Run, ...], quoted: bool) -> None:
        """Write a paragraph outside of any list; "(a)" at its start is none for Markdown, but is one."""
        marker, length = split_marker("".join(run.text for run in runs), self._seen)
        if quoted:
            self.out.add(Passage(Kind.QUOTATION, runs))
        elif marker:
            depth = self._depths.of(marker)
            self.out.add(Passage(Kind.LIST_ITEM, cut_start(runs, length), level=depth, marker=marker))
        else:
            self._depths.close()
            self.out.add(Passage(Kind.PARAGRAPH, runs))

    def html(self, content: str) -> None:
        """Write the words of an HTML block."""
        self._html = True
        content = _UNSEEN.sub(" ", content)
        if not self._noticed.kept:
            content = _STRUCK.sub(self._strike, content)
        plain = unescape(_TAG.sub(" ", content))
        for part in re.split(r"\n\s*\n", plain):
            self.out.add(Passage(Kind.PARAGRAPH, self.out.runs([Run(" ".join(part.split()))])))

    def _strike(self, found: re.Match[str]) -> str:
        """A blank for the crossed-out words of an HTML block, which are counted."""
        self._noticed.strike(len(_TAG.sub(" ", found.group()).split()))
        return " "

    def code(self, token: Token, source: list[str]) -> None:
        """Write a code block as paragraphs; one that is never closed is read as if it had not been opened."""
        if token.type == "fence" and token.map and not _is_closed(token, source):
            self._unclosed = True
            self._blocks(token.content)
            return
        for part in re.split(r"\n\s*\n", token.content):
            self.out.add(Passage(Kind.PARAGRAPH, self.out.runs([Run(part)])))

    def cell(self, passage: Passage) -> None:
        """Write a table cell, counting."""
        self.out.count_cell()
        self.out.add(passage)

    def next_table(self) -> int:
        """The number of the table that begins."""
        self._tables += 1
        return self._tables

    def _note(self, mark: str, content: str) -> None:
        runs: list[Run] = []
        for token in self._parser.parse(content):
            if token.type == "inline":
                runs += [Run("\n")] * bool(runs) + self._inline.runs(token.children or [])
        self.out.add(Passage(Kind.FOOTNOTE, self.out.runs(runs), note=mark))

    def problems(self) -> tuple[Problem, ...]:
        """What was met and is not in the passages."""
        found = list(self._noticed.problems())
        if self._comments:
            found.append(problem("FI11", comments=self._comments))
        if self._html or self._inline.html:
            found.append(problem("FI13", what="HTML (its words were read)"))
        if self._inline.unsafe:
            found.append(problem("FI13", what="a link that is not a web address"))
        if self._inline.pictures:
            found.append(problem("FI28", pictures=self._inline.pictures))
        if self._unclosed:
            found.append(problem("FI17", what="a code block is opened and never closed"))
        return tuple(found)


def _is_closed(token: Token, source: list[str]) -> bool:
    """Whether the fence has its closing line."""
    first, end = token.map or [0, 0]
    last = source[end - 1].strip() if 0 < end <= len(source) else ""
    return end - 1 > first and last.startswith(token.markup) and not last.strip(token.markup[0])


class _Walk:
    """One pass over block tokens: which lists and quotations are open, and what was met in them."""

    def __init__(self, reader: _MarkdownReader, tokens: list[Token], source: list[str]) -> None:
        self._reader = reader
        self._tokens = tokens
        self._source = source
        self._lists: list[str] = []
        self._fresh = False
        self._marker = ""
        self._quotes = 0
        self._table = self._row = self._column = 0

    def run(self) -> None:
        """Write all passages."""
        for place, token in enumerate(self._tokens):
            self._token(token, self._tokens[place - 1] if place else token)

    def _token(self, token: Token, before: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(token.type)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._fresh = True
            self._marker = f"{token.info}{token.markup}" if token.info else "•"
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quotes += 1 if token.nesting == 1 else -1
        elif token.type == "inline":
            self._inline(token, before)
        elif token.type == "html_block":
            self._reader.html(token.content)
        elif token.type in ("fence", "code_block"):
            self._reader.code(token, self._source)
        else:
            self._grid(token)

    def _grid(self, token: Token) -> None:
        """Keep count of tables, rows and columns."""
        if token.type == "table_open":
            self._table, self._row = self._reader.next_table(), 0
        elif token.type == "tr_open":
            self._row, self._column = self._row + 1, 0
        elif token.type in ("th_open", "td_open"):
            self._column += 1

    def _inline(self, token: Token, before: Token) -> None:
        """Write the words of a block, as what encloses them."""
        if before.type == "heading_open":
            self._reader.heading(token, int(before.tag[1:]))
            return
        runs = self._reader.inline(token)
        if before.type in ("th_open", "td_open"):
            head = before.type == "th_open"
            cell = Passage(
                Kind.TABLE_CELL, runs, table=self._table, row=self._row, column=self._column, header=head
            )
            self._reader.cell(cell)
        elif self._lists and self._fresh:
            self._fresh = False
            depth = len(self._lists)
            self._reader.out.add(Passage(Kind.LIST_ITEM, runs, level=depth, marker=self._marker))
        else:
            self._reader.paragraph(runs, self._quotes > 0)
