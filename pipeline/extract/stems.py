"""Stems without a recommending verb: whose demands a noun before a colon announces ("Our proposals are:")."""

from __future__ import annotations

from pipeline.extract.acts import Voice
from pipeline.extract.demands import Reader
from pipeline.extract.grammar import Grammar
from pipeline.extract.hits import where
from pipeline.extract.lists import tells_of_others
from pipeline.extract.outline import Stem
from pipeline.extract.unspaced import asker
from pipeline.extract.views import View


def on_noun(seen: View, reader: Reader, told: bool) -> Stem | None:
    """The stem of the list behind a passage that ends by naming it, or by telling what others ask; None for
    neither. `told`: the paragraph before tells what others demand."""
    grammar = reader.grammar
    text = _announcement(seen, grammar)
    noun = grammar.stem.search(text)
    before = asker(text[: noun.start()], grammar) if noun else ""
    mine = grammar.ours.search(before) is not None
    tells = grammar.telling.search(text) and not (mine or grammar.opinion.search(text))
    if tells or grammar.headings.reported.search(text):
        return Stem(seen.passage.text.strip(), where(seen.passage), None, "", Voice.REPORTED)
    if noun is None:
        return None
    mine = mine or grammar.we.search(before) is not None
    foreign = grammar.others.search(before) or grammar.before.search(before)
    theirs = (told and grammar.theirs.search(before + noun.group())) or reader.manner.told
    others = foreign or theirs or tells_of_others(seen, grammar)
    voice = Voice.REPORTED if others and not mine else Voice.OWN
    return Stem(seen.passage.text.strip(), where(seen.passage), None, "", voice)


def _announcement(seen: View, grammar: Grammar) -> str:
    """The last sentence; with the one before it where it only goes on ("Our demands are old. **Among them
    are:**")."""
    last = seen.last
    if len(seen.spans) < 2 or grammar.including.match(last.strip()) is None:
        return last
    return f"{seen.sentence(len(seen.spans) - 2)} {last}"
