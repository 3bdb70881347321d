"""What a heading demands itself, for where nothing below it states the demand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract import items, lists
from pipeline.extract.addressee import Names, named_in_heading, names_only
from pipeline.extract.demands import Reader
from pipeline.extract.fold import Folded, fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.outline import Section, is_marked, section
from pipeline.extract.sentences import without_marker
from pipeline.models.findings import Addressee
from pipeline.models.passages import Kind, Passage

_MANIFESTO = 3
"""Headings that are commands, at least, in a manifesto."""

_OF_SERIES = re.compile(r"\W*(?:\w[^\s\d]*\s+){1,7}(?:\w+ ?°\s?)?\d{1,3}(?!\w)")
"""A heading that is one of a series by its number ("Recommendation 12", "Call for Justice 2.3")."""

_THEME = 6
"""Words of a heading that only names a theme, at most."""

_WHOSE = 3
"""Words of a heading before the people whose demands it names, at most."""

_LONGEST = 200
_WORDS = 4
"""Words that a heading has at least to be a demand and no topic ("Protéger les enfants" is one)."""


def demand_in(heading: Folded, grammar: Grammar) -> int:
    """Where in a heading its demand begins ("Recommendation 3: Require a warrant"); -1 where it has none."""
    text = heading.text
    colon, dash = text.find(":"), text.find(" - ")
    after = colon + 1 if colon >= 0 else dash + 3
    if max(colon, dash) < 0:
        after = without_marker(text, 0, len(text))
    words = text[after:]
    action = items.starts_as_action(words, grammar) or items.is_thing(words, grammar)
    return after if action or grammar.modal.search(text, after) else -1


def tells_what(heading: Folded, grammar: Grammar) -> bool:
    """Whether a heading without a label is an action or a thing asked for, and more than a topic."""
    text = heading.text
    after = without_marker(text, 0, len(text))
    words = text[after:]
    if len(words.split()) < _WORDS or words.rstrip().endswith(("?", "!", ":")):
        return False
    if grammar.mobilising.match(words) or grammar.article.match(words):
        return items.is_thing(words, grammar)
    return items.starts_as_action(words, grammar) or items.is_thing(words, grammar)


def actor(rules: tuple[Grammar, Names], heading: str) -> tuple[Addressee | None, str]:
    """Whom a folded heading names after "to", and its words; (None, "") for nobody."""
    grammar, known = rules
    match = grammar.dative_heading.search(heading)
    if match is None or len(heading) > _LONGEST:
        return None, ""
    words = heading[match.end() :].strip(" :")
    return named_in_heading(words, grammar, known), words


def addresses(heading: str, after: Passage | None, rules: tuple[Grammar, Names]) -> bool:
    """Whether a folded heading only says who should do what is listed below ("To the Government of Cuba")."""
    grammar, known = rules
    match = grammar.dative_heading.match(heading.strip())
    if match is None or after is None or not is_marked(after):
        return False
    named = names_only(heading.strip()[match.end() :].strip(" :."), grammar, known)
    return named and asked_in(after, grammar)


def asked_in(passage: Passage | None, grammar: Grammar) -> bool:
    """Whether an item is an action, or a thing asked for, with its article ("The release of")."""
    text = fold(passage.text).text if passage else ""
    article = grammar.article.match(text)
    thing = text[article.end() :].lstrip() if article else ""
    return lists.acts(passage, grammar) or items.is_thing(thing, grammar)


def is_manifesto(passages: Sequence[Passage], grammar: Grammar) -> bool:
    """Whether most headings of a text are demands with their reasons below, and none opens a list of them."""
    headings = [fold(one.text) for one in passages if one.kind is Kind.HEADING][1:]
    if any(section(one.text, grammar) is Section.RECOMMENDATIONS for one in headings):
        return False
    demands = [one for one in headings if tells_what(one, grammar)]
    acts = sum(1 for one in demands if not items.is_thing(one.text, grammar))
    return acts >= _MANIFESTO and 2 * len(demands) >= len(headings)


def of_whom(found: Section, text: str, above: Section, reader: Reader) -> Section:
    """What a heading opens: the demands "of the strikers" are told of, if nobody says "we" in the text, those
    "of the forum of the young" are not.

    `above`: below "The calls of the commission" one of them ("Call to action 15") is the commission's still.
    """
    if found is not Section.RECOMMENDATIONS:
        return found
    people = reader.grammar.crowd.search(text) if reader.manner.distant else None
    told = people is not None and len(text[: people.start()].split()) <= _WHOSE
    told = told and reader.grammar.ours.search(text) is None  # "Our demands for the young"
    of_series = above is Section.CITED and _OF_SERIES.match(text) is not None
    told = told or (of_series and reader.grammar.ours.search(text) is None)
    return Section.CITED if told else found


def claims(title: str, grammar: Grammar) -> bool:
    """Whether the folded title of a text says that it lists demands ("A summary of our demands")."""
    return grammar.stem.search(title) is not None and grammar.headings.reported.search(title) is None


def of_title(found: Section, text: str, grammar: Grammar) -> Section:
    """What the title of a text opens: "Cuba, third cycle" is no section on what the third cycle said."""
    mine = found is Section.REPORTED and grammar.headings.recommendations.search(text)
    return found if mine else Section.PLAIN


def is_theme(text: str, charter: bool, grammar: Grammar) -> bool:
    """Whether a heading below a title that announces demands ("Our demands") only names their theme
    ("Health"), and not who speaks or what is so; none in a `charter` does, whose title announces nothing."""
    asides = (grammar.first, grammar.ours, grammar.you, grammar.finite)
    spoken = any(one.search(text) for one in asides)
    facts = grammar.headings.facts.fullmatch(text.strip(" :.?¿")) is not None
    return not (charter or spoken or facts) and len(text.split()) <= _THEME
