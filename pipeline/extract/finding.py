"""The one function of this stage: passages in, Findings out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract import voices
from pipeline.extract.actions import separable
from pipeline.extract.acts import Voice
from pipeline.extract.addressee import addressed, greets_delegates, names, names_in, on_whom
from pipeline.extract.columns import with_header_rows
from pipeline.extract.demands import Reader
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar, grammar
from pipeline.extract.hits import Hit
from pipeline.extract.notes import as_noted
from pipeline.extract.rows import with_lost_marks
from pipeline.extract.running import without_running_numbers
from pipeline.extract.second import second_look
from pipeline.extract.selves import with_authors, with_council
from pipeline.extract.titles import with_lost_headings
from pipeline.extract.voices import releases, reports
from pipeline.extract.walk import Walk
from pipeline.models.findings import (
    READ_LANGUAGES,
    Addressee,
    Findings,
    Question,
    Recommendation,
    SetAside,
    SetAsideReason,
)
from pipeline.models.passages import Passage
from pipeline.models.states import State

_SCRIPTS = {
    "en": re.compile(r"[a-z]", re.IGNORECASE),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
_ENOUGH = 200
"""Characters of a passage, and passages, that are looked at for their script."""
_QUESTION, _DOUBTFUL = 1, 2
"""What the hits in the second and third group are; those in the first are demands."""

_NEAR = 60
"""Passages before a demand in which the words that name its addressee are looked for."""


def find(passages: Sequence[Passage], language: str, state: State | None) -> Findings:
    """What `passages` recommend and ask, verbatim and with its place; see `docs/extraction.md`.

    `language` is an ISO 639-1 code. Where there is no grammar for it nothing is found: the rules of another
    language would find wrong things. "" is a text too short to tell: its script decides, and Latin letters
    are read as English. `state` is the State under Review, None if it is not known. Pure;
    never raises on any text.
    """
    chosen = language or _by_script(passages)
    if chosen not in READ_LANGUAGES:
        return Findings()
    rules = grammar(chosen)
    received = passages
    for mended in (without_running_numbers, with_header_rows, with_lost_headings, with_lost_marks):
        passages = mended(passages, rules)
    if releases(passages, rules):
        rules = replace(rules, named=rules.authors)
    elif reports(passages, rules):
        rules = replace(rules, authors=rules.named)
    rules = with_authors(rules, passages)
    known = names(state, rules.language) if state else names_in(passages, rules)
    nobody = Addressee.SUR if state else on_whom(passages, rules, known)
    you = addressed(passages, rules, known)
    if you is Addressee.SUR and nobody in {Addressee.UN_BODY, Addressee.OTHER_STATE}:
        you = Addressee.OTHER_STATE  # who writes to States about the United Nations means its members
    rules = with_council(rules, passages)
    manner = replace(voices.manner(passages, rules), delegates=greets_delegates(passages, rules))
    walk = Walk(passages, Reader(rules, known, you, nobody, manner))
    walk.run()
    second = second_look(walk.read, [*walk.hits, *walk.questions], walk.reader)
    made = as_noted([*walk.hits, *second.taken], passages, rules)
    if manner.press:
        made = [replace(hit, voice=Voice.REPORTED) for hit in made]
    return _in_groups((made, walk.questions, second.doubtful), received, rules)


def _in_groups(
    hits: tuple[Sequence[Hit], Sequence[Hit], Sequence[Hit]], received: Sequence[Passage], rules: Grammar
) -> Findings:
    """The demands, questions and doubtful stretches of `hits` in reading order, without overlaps."""
    taken: dict[int, int] = {}
    made: list[Recommendation] = []
    asked: list[Question] = []
    aside: list[SetAside] = []
    doubtful: list[Recommendation] = []
    found = [(hit, kind) for kind, group in enumerate(hits) for hit in group]
    for hit, kind in sorted(found, key=lambda one: (one[0].spans[0], one[1])):
        if not _free(hit, taken):
            continue
        if kind == _QUESTION:
            asked.append(_question(hit, received))
            continue
        recommendation = _recommendation(hit, received, rules)
        if kind == _DOUBTFUL:
            doubtful.append(recommendation)
        elif hit.voice is Voice.REPORTED:
            aside.append(SetAside(recommendation, SetAsideReason.REPORTED))
        elif hit.addressee not in {Addressee.SUR, Addressee.UNKNOWN}:
            aside.append(SetAside(recommendation, SetAsideReason.ADDRESSEE))
        else:
            made.append(recommendation)
    return Findings(tuple(made), tuple(asked), tuple(aside), tuple(doubtful))


def _by_script(passages: Sequence[Passage]) -> str:
    """The language that a script stands for, of those with a grammar."""
    text = "".join(passage.text[:_ENOUGH] for passage in passages[:_ENOUGH])
    counts = {code: len(pattern.findall(text)) for code, pattern in _SCRIPTS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else "en"


def _free(hit: Hit, taken: dict[int, int]) -> bool:
    """Whether none of its words is in something already taken; if so they are taken now.

    `taken` holds per passage the end of what is taken; hits come in the order of their starts.
    """
    if any(span.end <= span.start or span.start < taken.get(span.passage, 0) for span in hit.spans):
        return False
    taken.update((span.passage, span.end) for span in hit.spans)
    return True


def _text(hit: Hit, passages: Sequence[Passage]) -> str:
    return "\n".join(passages[span.passage].text[span.start : span.end] for span in hit.spans)


def _recommendation(hit: Hit, passages: Sequence[Passage], rules: Grammar) -> Recommendation:
    place = passages[hit.spans[0].passage].place
    text = _text(hit, passages)
    actions = separable(hit.spans, text, rules)
    near = passages[max(0, hit.spans[0].passage - _NEAR) : hit.spans[0].passage + 1]
    words = as_written(hit.words, itertools.chain((hit.stem,), (passage.text for passage in reversed(near))))
    return Recommendation(text, hit.spans, place, hit.stem, hit.addressee, words, hit.why, hit.form, actions)


def as_written(words: str, texts: Iterable[str]) -> str:
    """`words`, which patterns saw folded, as the first of `texts` with them writes them; "" if none has."""
    seen = fold(words).text
    for folded in map(fold, texts if seen else ()):
        at = folded.text.find(seen)
        if at >= 0:
            return folded.source[folded.back(at) : folded.back(at + len(seen))]
    return ""


def _question(hit: Hit, passages: Sequence[Passage]) -> Question:
    place = passages[hit.spans[0].passage].place
    return Question(_text(hit, passages), hit.spans, place, hit.stem, hit.why)
