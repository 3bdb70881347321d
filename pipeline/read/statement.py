"""Read one statement of any kind: the boundary that no exception of a reader leaves."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.models.passages import FileKind, Kind, RawStatement
from pipeline.problems import Problem, has_errors, problem, sorted_problems
from pipeline.read.kind import find_kind
from pipeline.read.limits import Refused

_LONG_WORD = 500
_MANY_HEADINGS = 1_000
# UTF-8 read as Windows-1252 and saved again: "Ã©" for "é", "â€™" for an apostrophe.
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u00bf]|Ã[ƒ‚\u00a0-\u00bf]|â€[™œ\u009d“”˜¦\u0080-\u00bf]|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡]"
)


# How Office spells characters that XML cannot hold (ECMA-376-1, 22.9.2.19): controls, half a pair, none.
_SPELT_OUT = re.compile("_x(?:00[01][0-9A-F]|007F|D[89A-F][0-9A-F]{2}|FFF[EF])_", re.I)


def read_statement(data: bytes, name: str) -> RawStatement:
    """Read the statement `data`, whose kind is found from its bytes; `name` serves for its ending only.

    Never raises. With an error among the problems there are no passages. Their places carry no file name.
    FI04 stands for every limit (also of memory and depth), FI03 for every other failure of a reader; which
    exception it was is told by its kind alone, since its message may quote the file.
    """
    noticed: tuple[Problem, ...] = ()
    try:
        kind, noticed = find_kind(data, name)
        statement = _checked(_read(kind, data), noticed)
    except Refused as refusal:
        # What cannot be read under a wrong name is told with what it is.
        return RawStatement(None, problems=(refusal.problem, *noticed))
    except (MemoryError, RecursionError):
        return RawStatement(None, problems=(problem("FI04", reason="it needs too much memory to read"),))
    except Exception as failure:
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        return RawStatement(None, problems=(problem("FI03", reason=reason),))
    return statement


def _read(kind: FileKind, data: bytes) -> RawStatement:
    """Hand `data` to the reader of its kind. Their libraries load only when they are needed."""
    if kind is FileKind.DOCX:
        from pipeline.read.docx.document import read_docx as read
    elif kind is FileKind.DOC:
        from pipeline.read.doc.document import read_doc as read
    elif kind is FileKind.ODT:
        from pipeline.read.odt.document import read_odt as read
    elif kind is FileKind.RTF:
        from pipeline.read.rtf.document import read_rtf as read
    elif kind is FileKind.PDF:
        from pipeline.read.pdf.document import read_pdf as read
    elif kind is FileKind.HTML:
        from pipeline.read.html.document import read_html as read
    elif kind is FileKind.MARKDOWN:
        from pipeline.read.markdown import read_markdown as read
    else:
        from pipeline.read.text import read_text as read
    return read(data)


def _checked(statement: RawStatement, noticed: tuple[Problem, ...]) -> RawStatement:
    """`statement` with what holds for every kind: no text at all, odd text; no passages beside an error."""
    problems = statement.problems + noticed
    if not has_errors(problems) and not any(passage.text for passage in statement.passages):
        problems += (problem("FI18"),)
    if has_errors(problems):
        return replace(statement, passages=(), problems=sorted_problems(problems))
    problems += _odd_text(statement) + _too_many_headings(statement)
    return replace(statement, problems=sorted_problems(problems))


def _odd_text(statement: RawStatement) -> tuple[Problem, ...]:
    """FI19 where text looks wrongly encoded, FI20 for a word too long for any line."""
    found = [
        (passage.place, m.group()) for passage in statement.passages for m in _MOJIBAKE.finditer(passage.text)
    ]
    if len(found) < 2:  # once may be somebody's name
        found = [(p.place, m.group()) for p in statement.passages for m in _SPELT_OUT.finditer(p.text)]
    if not found:
        return _long_word(statement)
    place, example = found[0]
    return (problem("FI19", place, example=example), *_long_word(statement))


def _long_word(statement: RawStatement) -> tuple[Problem, ...]:
    for passage in statement.passages:
        if len(passage.text) > _LONG_WORD:
            longest = max(map(len, passage.text.split()))
            if longest > _LONG_WORD:
                return (problem("FI20", passage.place, letters=longest),)
    return ()


def _too_many_headings(statement: RawStatement) -> tuple[Problem, ...]:
    """FI22 for a file most of which is headings, as no statement is; every one of them is kept."""
    count = sum(passage.kind is Kind.HEADING for passage in statement.passages)
    if count <= _MANY_HEADINGS:
        return ()
    return (problem("FI22", reason=f"it has {count} headings"),)
