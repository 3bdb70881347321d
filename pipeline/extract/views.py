"""What reading one passage goes by: the passage as patterns see it, what surrounds it, what it demands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract import items
from pipeline.extract.acts import Voice
from pipeline.extract.fold import Folded, fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.outline import Section, Stem, Zone
from pipeline.extract.phrases import NEVER
from pipeline.extract.sentences import LONGEST, sentences
from pipeline.models.findings import Addressee
from pipeline.models.passages import Passage

_SPEAKER = 220
"""Characters after a quotation in which its speaker is named."""

_AGAIN = 4
"""Words of "she added", at most."""

_REASON = re.compile(r" ?:(?= [^\s\"])(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")
"""Where the reason of an amendment begins: at a colon that no quotation follows ("delete 3: it would")."""


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a passage: the stem whose item it is (if any), the section, and who was meant last.

    `before`: the first words of the paragraph before, for a sentence whose subject is only "it". `asked`: the
    sentence before asks for something, so that one that only begins with "that" goes on with it. `command`:
    it stands in a row of passages that only say what to do. `lenient`: anything may be the subject of an
    obligation, and any action is a command, as in a section of recommendations.
    """

    zone: Zone
    stem: Stem | None = None
    last: tuple[Addressee, str] | None = None
    before: str = ""
    asked: bool = False
    command: bool = False
    lenient: bool = False

    @property
    def strict(self) -> bool:
        """Whether a "should" needs an actor: outside of lists and sections of recommendations."""
        recommending = self.zone.section is Section.RECOMMENDATIONS and not self.zone.weak
        return self.stem is None and not recommending


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand in one passage; `start`, `end` and `head` are characters of its folded text.

    With `opens` the passage ends with it and items may follow; start == end: it is only a stem. `listed`:
    it is one part of a semicolon list in its sentence.
    """

    start: int
    end: int
    head: tuple[int, int] | None
    addressee: Addressee | None
    words: str
    voice: Voice
    how: str
    opens: bool = False
    listed: bool = False


def without_label(demands: list[Demand], text: str) -> list[Demand]:
    """The demands without a first one that only names what is asked ("End the abuse: it has lasted for years.
    We ask for ...")."""
    asks = any(one.how == "verb" and one.voice is Voice.OWN for one in demands[1:])
    label = asks and demands[0].how == "item" and text.startswith(": ", demands[0].end)
    return demands[1:] if label else demands


def opens(demands: Sequence[Demand]) -> bool:
    """Whether the last of the demands opens a list."""
    return bool(demands) and demands[-1].opens


def amended(
    text: str, offset: int, final: bool, context: Context, who: tuple[Addressee | None, str]
) -> Demand:
    """An amendment is whole: where, what is to be done with the text, and the words it quotes; no reason."""
    voice = context.stem.voice if context.stem else Voice.OWN
    reason = _REASON.search(text)
    end = offset + (reason.start() if reason else len(text.rstrip(" .;,")))
    return Demand(offset, end, None, *who, voice, "item", final and text.rstrip().endswith(":"))


@dataclass(frozen=True, slots=True)
class View:
    """Passage number `number` as the patterns see it: its sentences, after a bold label."""

    number: int
    passage: Passage
    folded: Folded
    spans: tuple[tuple[int, int], ...]

    def opened(self) -> View:
        """The same with the colon that is missing at its end, in the place of another mark."""
        text = self.folded.text.rstrip(" ?;")
        spans = (*self.spans[:-1], (self.spans[-1][0], len(text) + 1)) if self.spans else ()
        return replace(self, folded=replace(self.folded, text=text + ":"), spans=spans)

    def closed(self) -> View:
        """The same with a full stop for the colon at its end, as what follows belongs to nothing in it."""
        text = self.folded.text.rstrip()
        return replace(self, folded=replace(self.folded, text=text[:-1] + "."))

    def after(self, position: int) -> View:
        """The same without what stands before `position`, a title in front."""
        spans = ((max(start, position), end) for start, end in self.spans if end > position)
        return replace(self, spans=tuple(spans))

    def sentence(self, number: int) -> str:
        """The folded words of a sentence."""
        start, end = self.spans[number]
        return self.folded.text[start:end]

    @property
    def last(self) -> str:
        """The folded words of its last sentence; "" for none."""
        return self.sentence(len(self.spans) - 1) if self.spans else ""

    def bare(self) -> View:
        """The same without quotation marks."""
        return replace(self, folded=replace(self.folded, text=self.folded.text.replace('"', " ")))


def view(number: int, passage: Passage, grammar: Grammar) -> View:
    """Fold the passage and find its sentences; what is longer than any sentence is left out."""
    folded = _unquoted(fold(passage.text), grammar)
    label = items.lead_in(passage)
    start = next((n for n in range(len(folded.text)) if folded.back(n) >= label), 0) if label else 0
    found = sentences(folded.text[start:], folded.source[start:], grammar.abbreviations)
    spans = ((start + a, start + b) for a, b in found if b - a <= LONGEST)
    return View(number, passage, folded, tuple(spans))


def quoted(seen: View, before: str, grammar: Grammar) -> View:
    """Without its marks where the passage is one quotation that only the authors can have said.

    `before`: the first words of the paragraph before; an authority or others named there speak in it.
    """
    text = seen.folded.text
    if grammar.staff is not NEVER and '"' in text and _by_staff(text, before, grammar):
        return seen.bare()
    if not text.startswith('"') or text.find('"', 1, len(text.rstrip(' ."'))) >= 0:
        return seen
    before = before.partition('"')[0]
    announced = before.rstrip().endswith(":")
    ours = (grammar.authors, grammar.first, grammar.stem, grammar.heads.any, grammar.said)
    if announced and not any(pattern.search(before) for pattern in ours):
        return seen
    theirs = foreign(before, grammar) and grammar.authors.search(before) is None
    if (grammar.said.search(before) or announced) and theirs:
        return seen
    return seen.bare()


def _by_staff(text: str, before: str, grammar: Grammar) -> bool:
    """Whether somebody says it who works for an organisation ("...", said Ann Lee, its **director**), or who
    has said what stands `before` ("...", she added)."""
    opening = text.find('"')
    closing = text.find('"', opening + 1)
    if opening > 0:
        who = text[max(0, opening - _SPEAKER) : opening]
        said = grammar.said.search(who) is not None and closing > 0
        return said and grammar.staff.search(who) is not None and not foreign(who, grammar)
    who = text[closing + 1 : closing + _SPEAKER].partition('"')[0]
    if closing < 0 or grammar.said.search(who) is None or foreign(who, grammar):
        return False
    told = before.rpartition('"')[2]
    known = grammar.staff.search(told) or grammar.authors.search(told)
    again = len(who.split()) <= _AGAIN and grammar.said.search(told) is not None and known is not None
    return grammar.staff.search(who) is not None or again


def _unquoted(folded: Folded, grammar: Grammar) -> Folded:
    """Without its quotation marks where the authors quote one of themselves ("...", said our director)."""
    text = folded.text
    closing = text.find('"', 1) if text.startswith('"') else -1
    if closing < 0:
        return _announced(folded, grammar)
    end = closing + _SPEAKER
    own = grammar.said.search(text, closing, end) and grammar.authors.search(text, closing, end)
    return replace(folded, text=text.replace('"', " ")) if own else folded


def _announced(folded: Folded, grammar: Grammar) -> Folded:
    """The same where they are named in front ("In a statement our network said: "...")."""
    text = folded.text
    opening = text.find('"')
    before = text[max(0, opening - _SPEAKER) : max(0, opening)]
    closing = text.find('"', opening + 1)
    if closing < 0 or not grammar.said.search(before) or not grammar.authors.search(before):
        return folded
    if foreign(before, grammar):
        return folded
    head = f"{text[: opening - 1]}: " if text[opening - 1 : opening] == " " else f"{text[:opening]} "
    rest = _added(text[closing + 1 :], grammar)
    return replace(folded, text=f"{head}{text[opening + 1 : closing]} {rest}")


def _added(text: str, grammar: Grammar) -> str:
    """The same for what they go on to say (". **And added:** "..."), after a verb that names nobody else."""
    opening = text.find('"')
    closing = text.find('"', opening + 1)
    who = text[: max(0, opening)].rpartition(". ")[2].strip(" ,:.")
    said = grammar.said.search(who) if closing >= 0 else None
    if said is None or who[said.end() :].strip():
        return text
    if who[: said.start()].strip() and grammar.pronoun.fullmatch(who[: said.start()].strip()) is None:
        return text
    inside, rest = text[opening + 1 : closing], _added(text[closing + 1 :], grammar)
    return f"{text[:opening]} {inside} {rest}"


def spoken(text: str, closing: int, grammar: Grammar) -> bool:
    """Whether the quotation that ends at `closing` is said by somebody who speaks for no authority."""
    end = closing + _SPEAKER
    said = grammar.said.search(text, closing, end) if closing >= 0 else None
    return said is not None and not foreign(text[closing:end], grammar)


def foreign(words: str, grammar: Grammar) -> bool:
    """Whether the words that name a speaker name an authority, the United Nations or other people."""
    patterns = (grammar.others, grammar.actors.un_body, grammar.actors.sur)
    return any(pattern.search(words[:_SPEAKER]) for pattern in patterns)


def said_by_ours(text: str, sentence: tuple[int, int], before: str, grammar: Grammar) -> bool:
    """Whether a sentence in a quotation is said by the authors' people, named after or before it."""
    closing = text.find('"', sentence[0] + 1)
    if spoken(text, closing, grammar):
        return True
    if grammar.heads.own.search(text, *sentence):
        return closing > 0 and closing + 1 < len(text) and not foreign(text[closing:], grammar)
    announced = before.rstrip().endswith(":") and grammar.said.search(before) is not None
    return announced and text.startswith('"') and not foreign(before, grammar)
