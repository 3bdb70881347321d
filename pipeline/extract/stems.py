"""What stands in a stem: whose demands a noun announces ("Our proposals are:"), and a demand before its list
("We call on the State to withdraw the bill, **and to:**")."""

from __future__ import annotations

import re

from pipeline.extract.acts import Voice
from pipeline.extract.addressee import Names, names_only
from pipeline.extract.demands import Reader
from pipeline.extract.grammar import Grammar
from pipeline.extract.hits import Hit, where
from pipeline.extract.lists import tells_of_others
from pipeline.extract.outline import Stem
from pipeline.extract.unspaced import asker
from pipeline.extract.views import View

_BRACKETS = re.compile(r"\([^()]*\)")
_WORDS, _MORE = 3, 4
"""Words of a demand of its own in a stem, at least; of what joins its list to it, at most."""


def own_demand(action: str, grammar: Grammar, known: Names) -> int:
    """Where the demand ends that stands in a stem before its list ("withdraw the bill**, and to:**"); 0 for
    none. `action` are the folded words that the stem asks for, up to its colon."""
    words = action.rstrip(" :,").split(" ")
    last = range(len(words) - 1, max(_WORDS, len(words) - _MORE), -1)
    place = next((one for one in last if grammar.tail.fullmatch(words[one - 1].strip(","))), 0)
    more = " ".join(words[place:]).strip(" ,")
    if not place or not (grammar.hanging.fullmatch(words[place]) or grammar.annex.fullmatch(more)):
        return 0
    whole = " ".join(words[: place - 1]).rstrip(" ,")
    return 0 if names_only(whole, grammar, known) else len(whole)


def on_noun(seen: View, reader: Reader, last: Hit | None) -> Stem | None:
    """The stem of the list behind a passage that ends by naming it, or by telling what others ask; None for
    neither. `last`: what was found last, which may tell in the paragraph before what others demand."""
    grammar = reader.grammar
    told = last is not None and last.voice is Voice.REPORTED and last.spans[0].passage >= seen.number - 1
    text = _BRACKETS.sub(" ", _announcement(seen, grammar))
    sets_out = grammar.presenting.search(text)
    if sets_out and not (reader.manner.told or grammar.others.search(text[: sets_out.start()])):
        return Stem(seen.passage.text.strip(), where(seen.passage), None, "", Voice.OWN)
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
