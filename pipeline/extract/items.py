"""What an item of a list, or a paragraph under a heading of recommendations, demands by its first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.grammar import Grammar
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import behind_article, strip_front
from pipeline.models.passages import Passage

_LABEL_WORDS = 8
_NOMINAL_WORDS = 45
_BARE_WORDS = (5, 20)
"""Words of a thing asked for in a paragraph without a mark, at least and at most."""

_NOUNS, _NOUN_WORDS = 3, 3
"""Nouns that a list after a colon has at least, and words of each at most."""

_EARLY = 160
_COMMAND_WORDS = 2
_JUDGED = 9
_WORDING = 5
"""Words before a colon in which a thing with an article of what is new stands."""

_LEAST = 12
_VOCATIVE = 80
_LABEL = 90
"""Characters in which the label of an item stands before its colon or dash."""
_LEAST_WORDS = 4
_RELATIVE = 3
"""Last words before a colon in which "what" announces the contents ("state **what is clear**: ...")."""

_TOPIC = re.compile(r"\s*(\w[^:.;,]{1,60}?)(?: ?: | - )(?=\w)")
_LAST = re.compile(r"(\w+)\s*$")
_REFERENCE = re.compile(r"(?<!\w)(?:\d+|bis|ter|quater) [a-z](?!\w)")
_ATTRIBUTE = re.compile(r"(?<!\w)(?:the|an?|its|any)(?:\s(?:\w{1,20}ly|already|newly))?\s*$")
"""Words before a participle that belongs to a noun ("implement **the recently** adopted law")."""


def starts_as_action(text: str, grammar: Grammar) -> bool:
    """Whether the folded text begins with an imperative, an infinitive or "that ..."."""
    start = strip_front(text, 0, len(text), grammar.linking)
    for place in (start, 0, behind_front(text, start, grammar)):
        rest = text[place:]  # an Arabic "and" is a part of the word, which begins after it
        if match := grammar.action.match(rest):
            if grammar.object_first and grammar.agentive.fullmatch(match.group()):
                return True  # Russian "that the law be": its verb has the form of a past
            if grammar.commanding.match(rest):
                return True
            return not tells(rest[match.end() : match.end() + 60].partition(",")[0], grammar, 4)
    return False


def performs(text: str, grammar: Grammar) -> bool:
    """Whether an item says in the third person what somebody asked for does ("Ensures that ...")."""
    return grammar.performs.match(text, strip_front(text, 0, len(text), grammar.linking)) is not None


def behind_front(text: str, start: int, grammar: Grammar) -> int:
    """Where an item begins after a fronted phrase ("Pending abolition, commute ..."); `start` for none."""
    rest = text[start:]
    if grammar.fronting.match(rest) is None and grammar.condition.match(rest) is None:
        return start
    comma = text.find(", ", start, start + _VOCATIVE)
    if ":" in text[start:comma]:
        return start
    after = strip_front(text, comma + 1, len(text), NEVER) if comma > 0 else start
    joined = grammar.tail.match(text, after) is not None  # "To do this, and to do that, ..."
    return strip_front(text, after, len(text), grammar.linking) if comma > 0 and not joined else start


def after_stance(text: str, grammar: Grammar) -> int:
    """Where the thing begins that an item of a list of demands stands up for ("**We defend** a public ...");
    -1 where it begins otherwise."""
    stance = grammar.stance.match(text, strip_front(text, 0, len(text), grammar.linking))
    return stance.end() if stance else -1


def action_start(text: str, start: int, grammar: Grammar) -> int:
    """Where the action of an item begins: after a fronted phrase if it does not stand before it."""
    front = strip_front(text, start, len(text), grammar.linking)
    if grammar.action.match(text[front:]) or grammar.condition.match(text, front):
        return start
    after = behind_front(text, start, grammar)
    return after if grammar.action.match(text[after:]) else start


def command(text: str, grammar: Grammar, letter: bool = False) -> int:
    """Where those who govern are told what to do ("Release him"), after whom it calls; -1 for nowhere.

    A `letter` also tells what not to do ("Do not let this happen").
    """
    start = strip_front(text, 0, len(text), NEVER)
    comma = max(text.find(sign, start, start + _VOCATIVE) for sign in ",:")
    if comma > 0 and grammar.salutation.match(text[start:]):
        called = grammar.actors.sur.search(text, start, comma)
        start = strip_front(text, comma, len(text), grammar.linking)
        if called and (commands(text, start, grammar) or grammar.forbidding.match(text, start)):
            return start
    if letter and (forbids := grammar.forbidding.search(text, start)):
        clause = text[start : forbids.start()]
        if not clause.strip() or (clause.rstrip().endswith(",") and grammar.fronting.match(clause)):
            return forbids.start()
    if grammar.imperative.match(text, start) is None:
        start = behind_front(text, start, grammar)
    found = grammar.imperative.match(text, start)
    brief = grammar.words and len(text[start:].split()) < _COMMAND_WORDS  # "Close."
    if found and not brief and not text.rstrip().endswith("!"):
        return start
    return _command_behind(text, start, grammar)


def _command_behind(text: str, start: int, grammar: Grammar) -> int:
    """Where a command stands behind the last colon or dash of a statement ("They freeze - **open**
    the school!"); -1 for nowhere."""
    sign = max(text.rfind(": ", start), text.rfind(" - ", start))
    if sign <= start:
        return -1
    begin = strip_front(text, sign + 2, len(text), grammar.linking)
    if grammar.imperative.match(text, begin) is None:
        return -1
    if min(len(text[start:sign].split()), len(text[begin:].split())) < _COMMAND_WORDS:
        return -1
    told = any(one.search(text, start, sign) for one in (grammar.said, grammar.telling))
    return -1 if told else begin


def commands(text: str, start: int, grammar: Grammar) -> bool:
    """Whether a verb in front tells one who is called by his office what to do ("Minister, **stop** ...")."""
    verb = grammar.action.match(text, start)
    idle = (grammar.bare, grammar.complement, grammar.nominal)
    return verb is not None and not any(pattern.match(text, start) for pattern in idle)


def is_asked(text: str, start: int, grammar: Grammar) -> bool:
    """Whether what follows a call to somebody ("To the court: ...") is a command or a thing asked for."""
    that = grammar.agentive.match(text, start) or grammar.complement.match(text, start)
    acts = grammar.bare.match(text, start) is not None or commands(text, start, grammar)
    acts = acts or command(text[start:].rstrip("!"), grammar, letter=True) == 0
    return that is not None or acts or is_thing(text[start:], grammar)


def tells(text: str, grammar: Grammar, words: int = 0) -> bool:
    """Whether it is a statement: a finite verb in its main clause, near the front."""
    early = text[:_EARLY] if not words else " ".join(text.split()[:words])
    since = 0
    for match in grammar.finite.finditer(early):
        last = _LAST.search(early, max(0, match.start() - 30), match.start())
        infinitive = last is not None and grammar.within.fullmatch(last.group(1)) is not None
        added = match.group().endswith("ed") and _ATTRIBUTE.search(
            early, max(0, match.start() - 40), match.start()
        )
        joined = since > 0 and not early[since : match.start()].strip()  # "who can have"
        if not (infinitive or added or joined or grammar.relative.search(early, since, match.start())):
            return True
        since = match.end()
    return False


def only_tells(text: str, grammar: Grammar, told: bool = False) -> bool:
    """Whether a part of a semicolon list is a statement and demands nothing ("..., she **is** a teacher").

    `told`: somebody is told what to do, so that a part without a subject of its own is an action.
    """
    if starts_as_action(text, grammar) or grammar.nominal.match(text):
        return False
    if told and not any(one.match(text) for one in (grammar.article, grammar.pronoun, grammar.cleft)):
        return False
    return tells(text, grammar) and grammar.modal.search(text) is None


def is_thing(text: str, grammar: Grammar) -> bool:
    """Whether a short paragraph without a mark only names a thing asked for ("An official apology")."""
    named = grammar.nominal.match(text) is not None and len(text.split()) <= _NOMINAL_WORDS
    return named and not text.rstrip().endswith(("?", ":")) and not tells(text, grammar)


def is_bare(text: str, grammar: Grammar) -> bool:
    """Whether a paragraph under a heading of demands is no more than a thing asked for, without an article
    ("Free transport for all pupils")."""
    start = strip_front(text, 0, len(text), NEVER)
    if grammar.article.match(text, start) or ":" in text:
        return False
    return _BARE_WORDS[0] <= len(text.split()) <= _BARE_WORDS[1] and is_thing(text[start:], grammar)


def names_action(text: str, grammar: Grammar) -> bool:
    """Whether a paragraph is no more than an action by its noun, with an article ("The release of all")."""
    start = behind_article(text, grammar)
    if start == 0 or grammar.others.match(text, start):  # "The situation of prisoners"
        return False
    return len(text.split()) >= _BARE_WORDS[0] and is_thing(text[start:], grammar)


def names_new(text: str, grammar: Grammar) -> bool:
    """Whether a text tells nothing and opens with no article of what is known ("Equal pay for women", "A law
    on data", not "The families wait")."""
    known = grammar.article.match(text) is not None and grammar.indefinite.match(text) is None
    return not known and not text.endswith((":", "?")) and not tells(text, grammar)


def is_item(text: str, grammar: Grammar, strong: bool, marked: bool) -> bool:
    """Whether the first sentence of an item is a demand.

    `strong`: it follows a stem, so a noun is enough. Otherwise (under a heading only) a thing must be short
    and stand in a list.
    """
    text = text[: before_aside(text, grammar)]
    label = after_label(text, grammar)
    if starts_as_action(text, grammar) or starts_as_action(text[label:], grammar) or is_due(text, grammar):
        return True
    if (strong and performs(text, grammar)) or (label and names_thing(text, label - 1, grammar)):
        return True
    if strong and grammar.nominal.match(text, strip_front(text, 0, len(text), grammar.linking)):
        return True
    if marked and decrees(text, grammar):
        return True
    if tells(text, grammar):
        return False
    return strong or (marked and len(text.split()) <= _NOMINAL_WORDS and not text.rstrip().endswith("?"))


def decrees(text: str, grammar: Grammar) -> bool:
    """Whether an item of a list of demands says as settled what is to be done ("Homes **will be built**")."""
    settled = grammar.decreed.search(text)
    return settled is not None and not tells(text[: settled.start()], grammar)


def judges(text: str, grammar: Grammar) -> bool:
    """Whether a verb at the front is only the subject of a statement ("To open the media is essential")."""
    early = " ".join(text.split()[:_JUDGED])
    match = grammar.finite.search(early)
    if match is None or grammar.commanding.match(text, strip_front(text, 0, len(text), grammar.linking)):
        return False
    before = early[: match.start()].split()
    if grammar.commanding.search(early, 0, match.start()):
        return False  # "Urging them to ensure she is safe"
    return not any(grammar.relative.fullmatch(word.strip(",;:")) for word in before[1:])


def before_telling(text: str, grammar: Grammar) -> int:
    """The length up to what a colon, a bracket or a dash at the end only tells."""
    return before_aside(text[: before_reason(text, grammar)], grammar)


def before_aside(text: str, grammar: Grammar) -> int:
    """The length up to a bracket or dash before a statement at its end ("A fare (this one **was** ...)")."""
    dash = text.find(" - ", _LEAST) if text.count(" - ") == 1 else -1
    if dash > 0 and "(" not in text[:dash] and only_tells(text[dash + 3 :], grammar):
        return dash
    opening = text.rfind("(")
    closing = text.find(")", opening)
    last = closing < 0 or closing >= len(text.rstrip(" .;,")) - 1
    enough = opening > _LEAST and last and _says(text[opening + 1 :], grammar)
    return len(text[:opening].rstrip()) if enough else len(text)


def _says(text: str, grammar: Grammar) -> bool:
    """Whether any verb of a statement or an obligation stands in it."""
    text = _REFERENCE.sub(" ", text)  # "12 bis **A** et 12 bis B": no "has"
    return tells(text, grammar) or grammar.modal.search(text) is not None


def before_reason(text: str, grammar: Grammar) -> int:
    """The length of "Repeal the decree: it has closed ..." up to its colon; else that of the whole text."""
    colon = text.find(": ")
    rest = text[colon + 1 :].strip()
    if colon <= 0 or len(text[:colon].split()) > 2 * _LABEL_WORDS or not rest:
        return len(text)
    if (
        (starts_as_action(rest, grammar) and not judges(rest, grammar))
        or grammar.modal.search(rest)
        or grammar.following.search(text, 0, colon)
        or any(grammar.relative.fullmatch(word) for word in text[:colon].split()[-_RELATIVE:])
        or _gives_wording(text[:colon], rest, grammar)
    ):
        return len(text)
    nouns = rest.split(",")[:_NOUNS]
    if len(nouns) == _NOUNS and not any(len(n.split()) > _NOUN_WORDS or tells(n, grammar) for n in nouns):
        return len(text)  # listed nouns say what is meant ("... for all rights: training, leave, pay")
    told = (
        tells(rest, grammar)
        or grammar.us.match(rest)
        or rest.endswith("!")
        or (_directs(text[:colon], grammar) and grammar.finite.search(rest))
    )
    return len(text[:colon].rstrip()) if told else len(text)


def _gives_wording(text: str, rest: str, grammar: Grammar) -> bool:
    """Whether what follows a colon is what the thing before it shall say ("insert **a clause:** torture is a
    crime"), and does not speak of it ("a clause: **it** was promised")."""
    thing = grammar.indefinite.search(" ".join(text.split()[-_WORDING:])) is not None
    speaks = any(one.match(rest) for one in (grammar.pronoun, grammar.us, grammar.first))
    return thing and not speaks and tells(rest, grammar)


def _directs(text: str, grammar: Grammar) -> bool:
    """Whether it is a command, or in a language of many pronouns says who must do what."""
    obliges = grammar.commanding is not NEVER and grammar.modal.search(text) is not None
    return obliges or starts_as_action(text, grammar)


def lead_in(passage: Passage) -> int:
    """Characters of a bold label in front ("A comprehensive law. The draft should ..."); 0 for none."""
    length = 0
    for run in passage.runs:
        if run.text.strip() and not run.bold:
            break
        length += len(run.text)
    text = passage.text
    label = text[:length].rstrip()
    if not label or length >= len(text.rstrip()) or len(label.split()) > 2 * _LABEL_WORDS:
        return 0
    return (
        length if label.endswith((".", ":", "–", "-")) or text[length:].lstrip()[:1] in {":", "–", "-"} else 0
    )


def is_label(text: str, grammar: Grammar) -> bool:
    """Whether a first sentence is only the name of what follows: short, no action, no statement."""
    return len(text.split()) <= _LABEL_WORDS and not starts_as_action(text, grammar)


def names_and_asks(said: Sequence[str], grammar: Grammar) -> bool:
    """Whether an item of two sentences names a topic and then a thing asked for ("Paper. A counter in each
    town.")."""
    if len(said) != 2 or len(said[0].split()) > _LABEL_WORDS // 2 or grammar.article.match(said[0]):
        return False
    return grammar.indefinite.match(said[1]) is not None and not tells(said[1], grammar)


def after_label(text: str, grammar: Grammar) -> int:
    """Where the action begins after "Death penalty: ..."; 0 where there is no such label."""
    colon = text.find(":", 0, _LABEL)
    if colon <= 0:
        return _after_dash(text, grammar)
    if colon >= len(text) - 3 or len(text[:colon].split()) > _LABEL_WORDS:
        return 0
    rest = text[colon + 1 :]
    if starts_as_action(text[:colon], grammar) or is_due(text, grammar):
        return 0
    acts = starts_as_action(rest, grammar) and not judges(rest, grammar)
    asks = acts or grammar.modal.search(rest) or grammar.heads.own.search(rest)
    after = strip_front(rest, 0, len(rest), NEVER)
    asks = asks or grammar.complement.match(rest, after)
    return colon + 1 if asks or names_thing(text, colon, grammar) else 0


def is_due(text: str, grammar: Grammar) -> bool:
    """Whether an item says of the thing before its colon what is to be done with it ("The levy: **to be
    repealed**")."""
    colon = text.find(":", 0, _LABEL)
    return colon > 0 and grammar.due.match(text, strip_front(text, colon + 1, len(text), NEVER)) is not None


def names_thing(text: str, colon: int, grammar: Grammar) -> bool:
    """Whether after a brief label only a thing is named that may be asked for ("Homes: the building of")."""
    rest = text[strip_front(text, colon + 1, len(text), NEVER) :]
    return 0 < len(text[:colon].split()) <= _LABEL_WORDS // 2 and is_thing(rest, grammar)


def _after_dash(text: str, grammar: Grammar) -> int:
    """The same after "Schools - Hire more teachers", where a command follows the dash."""
    if not grammar.words:
        double = text.find("--", 0, _LABEL)
        after = double + 2
        asks = starts_as_action(text[after:], grammar) or grammar.heads.own.match(text, after) is not None
        return after if double > 0 and asks else 0
    dash = text.find(" - ", 0, _LABEL)
    if dash <= 0 or len(text[:dash].split()) > _LABEL_WORDS // 2:
        return 0
    if starts_as_action(text[:dash], grammar) or tells(text[:dash], grammar):
        return 0
    rest = strip_front(text, dash + 3, len(text), NEVER)
    acts = grammar.bare.match(text, rest) or (
        commands(text, rest, grammar) and not judges(text[rest:], grammar)
    )
    return dash + 3 if acts else 0


def after_topic(text: str, grammar: Grammar) -> int:
    """Where after a topic only the thing is named that is asked for ("Roads: a bridge over the Blue River");
    0 for nowhere."""
    found = _TOPIC.match(text) if grammar.behind is NEVER else None
    if found is None or len(found[1].split()) > _LABEL_WORDS // 2 or starts_as_action(found[1], grammar):
        return 0
    if grammar.us.fullmatch(found[1]):  # Russian "we - a network"
        return 0
    rest = text[found.end() :]
    brief = _LEAST_WORDS <= len(rest.split()) <= _NOMINAL_WORDS
    return found.end() if brief and not tells(rest, grammar) and not rest.rstrip().endswith(("?", ":")) else 0
