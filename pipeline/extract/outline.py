"""Where in a statement we are: what its headings open, and which list belongs to which stem."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.acts import Voice
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.models.findings import Addressee
from pipeline.models.passages import Kind, Passage

BODY = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
"""What says something itself: no heading, cell, note or quotation."""

_BULLETS = " \t.•#➞→►▶✓✔"
_NUMBER = re.compile(r"^[\s.•#➞→►▶✓✔]*(?:(?:\d{1,3}|[ivxlc]{1,5}|[a-z])(?:[.)]\d{0,2})+\s*|\d{1,2}\s+)?")
_TITLED = re.compile(r"\s*(\w(?:[^:.]|(?<=n)\.){0,30}?\d{1,3}(?:\.\d{1,2})?) ?[:.-]+\s+")
_NAMED = re.compile(r"\s*(\w[^:.,]{0,60}?)(?: ?:| -)\s+")
_NOTED = re.compile(r"\s*\[\d{1,3}\]\s*")
_NOTE = 2_000
HAN = "一二三四五六七八九十"
_HEADING_WORDS = 14
_SHORT_HEADING = 6
_BEFORE = 2
_PLAIN_HEADING_WORDS = 7
_PLAIN_LEVEL = 7
_OPENINGS = 2
_CHAPTERS, _CHAPTER = 3, 20
"""Titles of sections with Chinese numbers that a text has at least, and characters of one at most."""


class Section(enum.Enum):
    """What a heading opens."""

    PLAIN = "plain"
    RECOMMENDATIONS = "recommendations"
    REPORTED = "reported"
    CITED = "cited"
    QUESTIONS = "questions"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Zone:
    """The section we are in. `addressee` is set by a heading such as "To the Human Rights Council".

    `weak`: only the title of the whole text opened it, so that only commands and things asked for are items.
    `themes`: the heading above only names a theme of what the title announces, so that whatever a list below
    names is asked for.
    """

    section: Section = Section.PLAIN
    title: str = ""
    level: int = 0
    addressee: Addressee | None = None
    words: str = ""
    weak: bool = False
    themes: bool = False


@dataclass(frozen=True, slots=True)
class Stem:
    """The introducing words of a list, who they tell, and the form of the list once an item is seen.

    `sure`: they recommend and name only who should act, so whatever follows is what should be done. `idle`:
    they only say what the authors consider. `weak`:
    they are a demand themselves, so that only commands hang on them.
    """

    text: str
    where: str
    addressee: Addressee | None
    words: str
    voice: Voice
    marked: bool = False
    style: str = ""
    level: int = 0
    sure: bool = False
    idle: bool = False
    weak: bool = False


def style(marker: str) -> str:
    """The kind of a marker: "1", "1.1", "一", "a" or "•"; "" for none."""
    core = marker.strip("().[]（）、．-– \t")
    if not marker:
        return ""
    if core and core[0] in HAN:
        return "a" if marker.startswith(("(", "（")) else "一"
    if core.replace(".", "").isnumeric():
        return "1.1" if "." in core else "1"
    return "a" if core.isalpha() and len(core) <= (5 if core.isascii() else 1) else "•"


def says_that(passage: Passage, grammar: Grammar) -> bool:
    """Whether a passage begins with "that", as reasons do below "Considering:" ("**That** all of us ...")."""
    return grammar.agentive.match(fold(passage.text).text.lstrip()) is not None


def is_marked(passage: Passage) -> bool:
    """Whether it stands in a list or under a number."""
    return passage.kind is Kind.LIST_ITEM or passage.marker != ""


def is_note(passage: Passage, grammar: Grammar) -> bool:
    """Whether a paragraph is a note that the reader did not know as one ("[1] Police, Annual report, 18")."""
    text = fold(passage.text).text[:_NOTE]
    noted = _NOTED.match(text) if not passage.marker else _NOTED.fullmatch(passage.marker)
    begin = noted.end() if noted and not passage.marker else len(text) - len(text.lstrip())
    return noted is not None and not grammar.action.match(text, begin) and not grammar.hot(text)


def section(text: str, grammar: Grammar) -> Section:
    """What a heading with the folded `text` opens."""
    words = _NUMBER.sub("", text).strip(" :.-¿?")
    headings = grammar.headings
    if headings.silent.fullmatch(words):
        return Section.SILENT
    opens = headings.recommendations.match(words) or headings.cited.match(words)
    if count(words, grammar) > _HEADING_WORDS and not opens:
        return Section.PLAIN
    if headings.reported.search(words):
        return Section.REPORTED
    if headings.cited.search(words) and grammar.authors.search(words) is None:
        return Section.CITED
    found = _opened(words, grammar)
    return _opened(_counted(text), grammar) if found is Section.PLAIN else found


def _opened(words: str, grammar: Grammar) -> Section:
    """What the authors' own heading opens."""
    headings = grammar.headings
    if headings.questions.fullmatch(words):
        return Section.QUESTIONS
    for part in dict.fromkeys((words, words.rpartition(": ")[2])):
        match = headings.recommendations.search(part)
        if match and (
            count(part, grammar) <= _SHORT_HEADING or count(part[: match.start()], grammar) <= _BEFORE
        ):
            return Section.RECOMMENDATIONS
    return Section.PLAIN


def _counted(text: str) -> str:
    """A heading without its bullet, but with the number that may count what it opens ("6 demands")."""
    return text.lstrip(_BULLETS).rstrip(" :.-")


def count(words: str, grammar: Grammar) -> int:
    """The words of a heading, or half of its characters where there are no blanks."""
    return len(words.split()) if grammar.words else len(words) // 2


def plain_heading(passage: Passage, text: str, grammar: Grammar) -> bool:
    """Whether a paragraph stands as a heading ("Recommendations:" on a line of its own)."""
    if passage.kind is Kind.HEADING:
        return True
    if is_marked(passage) and not text.rstrip().endswith(":"):
        return False
    words = _NUMBER.sub("", text).strip(" :.-")
    if count(words, grammar) > _PLAIN_HEADING_WORDS or text.rstrip().endswith((".", ";", "?", "。")):
        return False
    headings = grammar.headings
    patterns = (headings.recommendations, headings.questions, headings.silent)
    forms = (words, _counted(text))
    return any(pattern.fullmatch(form) for pattern in patterns for form in forms)


def chapters(passages: Sequence[Passage], grammar: Grammar) -> frozenset[int]:
    """The passages that are titles of sections by their Chinese number ("五、建议"), as all are with one:
    short, without a mark at their end, no action, and not in a row with each other."""
    bear = [n for n, one in enumerate(passages) if style(one.marker) == "一"]
    titles = [n for n in bear if _is_chapter(passages, n, grammar)]
    return frozenset(titles if len(titles) >= max(_CHAPTERS, len(bear) - 1) else ())


def _is_chapter(passages: Sequence[Passage], number: int, grammar: Grammar) -> bool:
    text = fold(passages[number].text).text.strip()
    after = passages[number + 1] if number + 1 < len(passages) else None
    alone = after is not None and style(after.marker) != "一"
    ends = text.endswith(tuple(".;:?!。！？,"))
    return alone and len(text) <= _CHAPTER and not ends and grammar.action.match(text) is None


def titled(text: str, grammar: Grammar) -> int:
    """Where a paragraph begins after its own title ("Recommendation 3: Repeal the law."); 0 for none."""
    match = _TITLED.match(text) or _NAMED.match(text)
    if match is None or not _is_title(text, match, grammar):
        return 0
    asks = grammar.heads.own.match(text, match.start(1)) is not None  # "We demand: peace" is no title
    return match.end() if match.end() < len(text) and not asks else 0


def _is_title(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the words before a colon are a title of recommendations.

    It may have more words if an action follows ("Key recommendations for the review: end ...").
    """
    words = match.group(1)
    if grammar.headings.recommendations.fullmatch(words):
        return True
    acts = grammar.action.match(text, match.end()) is not None and grammar.finite.search(words) is None
    return acts and section(words, grammar) is Section.RECOMMENDATIONS


def level(passage: Passage) -> int:
    """The level of a heading; a paragraph that stands as one is below all real ones."""
    return passage.level or _PLAIN_LEVEL if passage.kind is Kind.HEADING else _PLAIN_LEVEL


def shape(passage: Passage) -> tuple[int, bool, str]:
    """How a heading looks: those of the groups of one list look alike."""
    return level(passage), passage.text.isupper(), style(passage.marker)


def of_charter(passages: Sequence[Passage]) -> Zone:
    """The zone that a text opens which lists what is to be done and hardly anything else."""
    return Zone(Section.RECOMMENDATIONS, passages[0].text, weak=True)


def inside(passage: Passage, before: Passage) -> bool:
    """Whether a heading stands below another one: deeper, or in small letters where that is in capitals."""
    lower = before.text.isupper() and not passage.text.isupper()
    return level(passage) > level(before) or (lower and level(passage) == level(before))


def asks(passages: Sequence[Passage], number: int, grammar: Grammar) -> bool:
    """Whether passage `number` is a heading of recommendations."""
    before = passages[number] if number >= 0 else None
    if before is None or before.kind is not Kind.HEADING:
        return False
    return section(fold(before.text).text, grammar) is Section.RECOMMENDATIONS


def only_opens(passages: Sequence[Passage], number: int, last: int, grammar: Grammar) -> bool:
    """Whether a paragraph only stands between a heading of recommendations and the first group below it; the
    `last` demand was found in that passage."""
    if last >= number - 1 or is_marked(passages[number]) or not asks(passages, number - 1, grammar):
        return False
    return inside(passages[number + 1], passages[number - 1])


def states(text: str, grammar: Grammar) -> bool:
    """Whether a heading is a whole demand ("We ask for the bill to be rejected"), which opens no list."""
    own = grammar.heads.own.search(text)
    return own is not None and not text.rstrip().endswith(":") and len(text[own.end() :].split()) > _BEFORE


def entitles(passages: Sequence[Passage], number: int, opening: int) -> bool:
    """Whether a heading is that of the whole text: before its `opening`, with another right below it."""
    after = passages[number + 1] if number + 1 < len(passages) else None
    return number < opening and after is not None and after.kind is Kind.HEADING


def titles(passages: Sequence[Passage], number: int, grammar: Grammar) -> bool:
    """Whether hardly a heading after the title opens recommendations, so that it is the title that does."""
    later = (fold(one.text).text for one in passages[number + 1 :] if one.kind is Kind.HEADING)
    return sum(section(text, grammar) is Section.RECOMMENDATIONS for text in later) < _OPENINGS


def belongs(passage: Passage, stem: Stem, looks_like_action: bool) -> bool:
    """Whether the passage is an item of the list that `stem` opened."""
    if not is_marked(passage):
        return not stem.marked and looks_like_action
    if not stem.marked:
        return True
    return (
        style(passage.marker) == stem.style
        or passage.level > stem.level
        or style(passage.marker) in {"a", "•"}
    )


def with_item(stem: Stem, passage: Passage) -> Stem:
    """The stem after an item: the first marked one sets the form of the list."""
    if stem.marked or not is_marked(passage):
        return stem
    return replace(stem, marked=True, style=style(passage.marker), level=passage.level)


def recommends(columns: Mapping[tuple[int, int], Section], table: int) -> bool:
    """Whether a table has a column of recommendations; its other columns only sort them."""
    return any(key[0] == table and found is Section.RECOMMENDATIONS for key, found in columns.items())


def over_table(stem: Stem | None, around: Zone, title: str, place: str) -> Stem:
    """What a column of recommendations hangs on: the `stem` over its table, else its own `title`."""
    if stem and stem.sure and not stem.marked:
        return stem
    return Stem(title, place, around.addressee, around.words, Voice.OWN, sure=True)
