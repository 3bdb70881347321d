"""Who is meant by a demand: by its own words, its stem, its heading, its letter, or by nothing of it."""

from __future__ import annotations

from pipeline.extract.acts import Act
from pipeline.extract.addressee import (
    Names,
    behoved,
    foreign_state,
    is_peer,
    is_public,
    names_only,
    subject,
    told,
)
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import commands, judges, starts_as_action
from pipeline.extract.phrases import NEVER
from pipeline.extract.relays import raised
from pipeline.extract.spans import strip_front
from pipeline.extract.views import Context
from pipeline.models.findings import Addressee

_SUBJECT_WORDS, _NAMED_WORDS, _SOMEBODY = 10, 3, 8
_IN_FRONT, _CALLED = 200, 300
_CHAIN = 300
"""Characters in which is said who is to pass a demand on to whom; what goes on longer is no such chain."""

_PEERS = 3
"""Words of "the States" that are to recommend, at most."""

_SHORT = 8
"""Words of what is to be passed on where a list of it follows ("urge the authorities to:")."""

_BEFORE = 2
_NO_AGENTS = frozenset(Addressee) - {Addressee.UN_BODY}
"""Who is not meant by the passive of a sentence after one that names them."""

_BY_NAME = {Addressee.UN_BODY, Addressee.OTHER_STATE}
_THAT = frozenset({"ان"})
_TO_WHOM = ("لل", "بال")
"""Letters in front of an Arabic name that say to or by whom something is done."""

_AGENT, _AGENT_WORDS = 70, 2
_REACH = 200
_FRONTED = 20
"""Words in front of a verb of asking that name who is told."""

_NEXT, _NEAR = 90, 60
_BEHIND = 4
"""Words after an obligation in which who must act stands, where the subject follows its verb."""


class Whom:
    """Reads who should act; `you`: whom a letter is written to, `nobody`: whom no name means.

    `delegates`: "you" are delegations, who are told what the State under Review is to do.
    """

    def __init__(
        self,
        grammar: Grammar,
        known: Names,
        you: Addressee | None,
        nobody: Addressee,
        delegates: bool = False,
    ) -> None:
        self.grammar = grammar
        self.known = known
        self.you = you
        self.nobody = nobody
        self.delegates = delegates

    def told(self, words: str, action: str, context: Context) -> tuple[Addressee, str]:
        """Who is told to do `action` by the `words` between a recommending verb and it."""
        who = self._named(words, action, context)
        relays = self._raises(action) if action else self.grammar.raising.search(words, 1) is not None
        if who[0] is Addressee.OTHER_STATE and relays:
            return Addressee.SUR, who[1]
        relayed = self.grammar.relaying.match(action) is not None and self.you is not None
        return (Addressee.OTHER_STATE, who[1]) if relayed and who[0] is Addressee.SUR else who

    def requested(self, text: str, act: Act) -> str:
        """Who is told where that is the subject of a passive ("**OHCHR** is asked to ..."); "" for nobody."""
        start, end = act.head or (0, 0)
        verb = self.grammar.heads.any.search(text, start, end)
        if verb is None or self.grammar.finite.match(text, verb.start()) is None:
            return ""
        who = text[start : verb.start()].strip(" ,")
        return who if told(who, self.grammar, self.known) else ""

    def _spoken_to(self, text: str, act: Act) -> bool:
        """Whether a demand that names nobody is told to delegations, to "you", or by "that" to somebody."""
        start = act.head[0] if act.head else act.start
        that = self.grammar.relative.match(text, strip_front(text, act.actor[1], act.start, NEVER))
        you = self.grammar.you.search(text, start, min(act.end, act.start + _NEXT))
        begin = strip_front(text, act.start, act.end, self.grammar.linking)
        wished = self.grammar.raising.match(text, begin) and not self.grammar.bare.match(text, begin)
        return self.delegates or bool(that or you or (wished and self.you is not Addressee.UN_BODY))

    def passed_on(self, text: str, act: Act, words: str, context: Context) -> Act | None:
        """The demand inside of what other States, their missions or "you" are asked to recommend; in a letter
        to an authority only what its own State is to be told."""
        if act.head and act.start - act.head[0] > _CHAIN:
            return None
        own = self.known.countries if self.known.own is NEVER else self.known.own
        names = (own,) if self.you is Addressee.SUR else (own, self.grammar.actors.sur)
        inner = raised(text, act, self.grammar, names)
        return inner if inner and self._may_pass_on(text, act, words, context) else None

    def _may_pass_on(self, text: str, act: Act, words: str, context: Context) -> bool:
        """Whether who is asked may be "you", other States or their missions."""
        you = self.you is not Addressee.UN_BODY and self.grammar.you.search(words) is not None
        peers = len(words.split()) <= _PEERS and self.grammar.actors.peers.search(words) is not None
        spoken = peers or you or (not words and self._spoken_to(text, act))
        return spoken or self._named(words, text[act.start : act.end], context)[0] is Addressee.OTHER_STATE

    def charged(
        self, text: str, head: tuple[int, int] | None, words: str, who: tuple[Addressee, str]
    ) -> tuple[Addressee, str]:
        """Who is meant by a mandate: an organ of the authors, where no authority is named."""
        mandated = head is not None and self.grammar.mandating.search(text, *head) is not None
        own = mandated and told(words, self.grammar, self.known) is None
        return (Addressee.OTHER, words) if own else who

    def _raises(self, action: str) -> bool:
        """Whether other States are only to pass it on ("we urge States to **recommend that Cuba** ...")."""
        verb = self.grammar.raising.match(action, strip_front(action, 0, len(action), self.grammar.linking))
        if verb is None:
            return False
        state = self.known.countries if self.known.own is NEVER else self.known.own
        passed = self.grammar.following.search(action) is not None and self.known.own is not NEVER
        passed = passed or (action.rstrip().endswith(":") and len(action.split()) <= _SHORT)
        return passed or state.search(action, verb.end(), verb.end() + _NEXT) is not None

    def _named(self, words: str, action: str, context: Context) -> tuple[Addressee, str]:
        if words and is_peer(words, action, self.grammar):
            return Addressee.OTHER_STATE, words
        if addressee := told(words, self.grammar, self.known):
            peers = self._members(words, addressee) and self.grammar.actors.peer_action.search(action)
            peer = peers or self._in_league(addressee, words)
            return (Addressee.OTHER_STATE if peer else addressee), words
        if self.you and self.is_you(words):
            return self.you, words
        early = " ".join(action.split()[:_SUBJECT_WORDS])
        named, name = subject(early, self.grammar, self.known) if not words and action else (None, "")
        before = len(early[: early.find(name)].split()) if name else 0
        if before and self._is_object(early):
            return self.default(context, words)
        acts = named and named is not Addressee.SUR and self._leads(early, before)
        if named and (named in _BY_NAME or (acts and not self._suffers(named, early, name))):
            return named, name
        return self.default(context, words or (name if before <= _BEFORE else ""))

    def _is_object(self, action: str) -> bool:
        """Whether a noun of action or an infinitive opens it, so that who is named behind it does not act."""
        rules = self.grammar
        noun = (rules.behind is not NEVER or rules.object_first) and rules.bare.match(action) is not None
        return noun and rules.agentive.match(action) is None

    def _does(self, words: str) -> bool:
        """Whether an action stands there, in Chinese or Arabic."""
        acts = not self.grammar.words and self.grammar.action.match(words.lstrip()) is not None
        return acts or (self.grammar.behind is not NEVER and self._is_object(words))

    def _in_league(self, addressee: Addressee | None, words: str) -> bool:
        """Whether members of a league of States, or all of it, are meant in a text written to them."""
        itself = addressee is Addressee.UN_BODY and self.grammar.league.search(words) is not None
        mine = (itself or addressee is Addressee.SUR) and self.nobody is Addressee.OTHER_STATE
        return mine and self.known.own.search(words) is None

    def _members(self, words: str, addressee: Addressee) -> bool:
        """Whether "developed countries" means members of a UN body, in a text about it and no State."""
        mine = addressee is Addressee.SUR and self.nobody is Addressee.UN_BODY
        return mine and told(self.grammar.actors.vague.sub(" ", words), self.grammar, self.known) is None

    def _leads(self, action: str, before: int) -> bool:
        """Whether somebody named after so many words is to act ("that **the company** ...") and no object."""
        first = action.split(maxsplit=1)[0]
        rules = self.grammar
        opens = (rules.article, rules.relative, rules.complement, rules.agentive)
        return before == 0 or (before == 1 and any(pattern.fullmatch(first) for pattern in opens))

    def is_you(self, words: str) -> bool:
        """Whether the words mean whom a letter is written to; nobody is meant where there is no letter."""
        return self.you is not None and self.grammar.you.search(words) is not None

    def default(self, context: Context, words: str) -> tuple[Addressee, str]:
        """Who is meant where the demand names nobody; `words`: what it says instead."""
        if words and self.nobody is Addressee.UN_BODY and self.known.countries.search(words):
            return Addressee.SUR, words
        if context.stem and context.stem.addressee:
            return context.stem.addressee, context.stem.words
        if context.zone.addressee:
            return context.zone.addressee, context.zone.words
        if self.you and self.you not in {Addressee.SUR, Addressee.UN_BODY} and not self.delegates:
            return self.you, words
        return self.nobody, words

    def agent(self, text: str, context: Context) -> tuple[Addressee, str] | None:
        """Who acts in an item with a subject of its own ("That the High Commissioner assume her duty")."""
        opening = self.grammar.agentive.match(text)
        sure = context.stem is not None and context.stem.sure
        words = text[opening.end() : opening.end() + _AGENT].lstrip() if opening else ""
        frees = self.grammar.dative is not NEVER and commands(words, 0, self.grammar)  # "that it **free** us"
        if opening is None or frees or (sure and (self.grammar.behind is NEVER or opening.group() in _THAT)):
            return None
        if abroad := foreign_state(words.partition(",")[0], self.known):
            return Addressee.OTHER_STATE, abroad
        named, name = subject(words, self.grammar, self.known)
        near = named is not None and len(words[: words.find(name)].split()) <= _AGENT_WORDS
        near = near and not (self.grammar.behind is not NEVER and name.startswith(_TO_WHOM))
        return (named, name) if named and near and not self._suffers(named, words, name) else None

    def alone(self, text: str) -> str:
        """Whom an item names after its "that" and nothing else ("That **the Ministry of Health**:")."""
        opening = self.grammar.agentive.match(text)
        words = text[opening.end() :].strip(" :") if opening else ""
        return words if names_only(words, self.grammar, self.known) else ""

    def in_front(self, text: str, start: int, end: int) -> tuple[int, tuple[Addressee, str]] | None:
        """Where an item begins that says itself who should act ("We call on: - the Government to ...")."""
        if starts_as_action(text[start:end], self.grammar):
            return None
        return self._before_to(text, start, end)

    def _before_to(self, text: str, start: int, end: int) -> tuple[int, tuple[Addressee, str]] | None:
        """Whom it names in front of its first "to", and where the action begins behind it."""
        to = self.grammar.complement.search(text, start, min(end, start + _IN_FRONT))
        words = text[start : to.start()].strip(" ,:-") if to else ""
        if to is None or not words:
            return None
        if not names_only(words, self.grammar, self.known):
            return self._somebody(text, start, words, to.end())
        _, name = subject(words, self.grammar, self.known)
        if not name or len(words[: words.find(name)].split()) > _NAMED_WORDS:
            return None
        addressee = told(words, self.grammar, self.known)
        begin = to.end()
        if to.start() == to.end() and not text[:begin].rstrip().endswith(("-", ":")):
            begin = start  # without a "to" it is the item's own subject
        return (begin, (addressee, words)) if addressee else None

    def given(self, text: str, start: int, end: int) -> tuple[int, tuple[Addressee, str]] | None:
        """The same where a comma stands behind whom it tells ("**au maire,** de rouvrir")."""
        comma = text.find(", ", start, min(end, start + _CALLED))
        to = comma > 0 and self.grammar.dative.match(text, start)
        told = to and self.grammar.complement.match(text, comma + 2)
        return self._before_to(text, start, end) if told else None

    def called(self, text: str, start: int, end: int) -> tuple[int, tuple[Addressee, str]] | None:
        """Where an item begins that calls somebody by the form alone ("**A los ministerios y a la corte,**
        crear ...")."""
        rules = self.grammar
        start = strip_front(text, start, end, NEVER)
        if rules.behind is not NEVER or rules.dative.match(text, start) is None:
            return None
        colon = text.find(": ", start, min(end, start + _CALLED))
        limit = colon if colon > 0 else min(end, start + _CALLED)
        for verb in rules.bare.finditer(text, start, limit):
            words = text[start : verb.start()].rstrip(" ,")
            last = words.rpartition(" ")[2]
            if last == "a" or not rules.governor.fullmatch(last):
                return self._call(words.removesuffix(" a").rstrip(" ,"), verb.start())
        return self._call(text[start:colon], colon + 2) if colon > 0 else None

    def hailed(self, text: str) -> tuple[int, tuple[Addressee, str]] | None:
        """Where running text tells somebody named in front what to do ("**To the Ministry:** train ...", "And
        **to the mines, that** they pay")."""
        rules = self.grammar
        start = strip_front(text, 0, len(text), rules.tail)
        if rules.behind is not NEVER or rules.dative.match(text, start) is None:
            return None
        colon = text.find(": ", start, start + _CALLED)
        comma = text.find(", ", start, start + _CALLED)
        that = rules.agentive.match(text, comma + 2) if comma > 0 and (colon < 0 or comma < colon) else None
        end = comma if that and commands(text[that.end() :].lstrip(), 0, rules) else colon
        rest = text[end + 2 :]
        acts = rules.agentive.match(rest) or rules.bare.match(rest) or commands(rest, 0, rules)
        if end < 0 or not acts or judges(rest, rules):
            return None
        who = self.named(text[start:end].partition(",")[0])
        relative = rules.relative.search(text, start, end)
        tells = rules.finite.search(text, start, relative.start() if relative else end)
        return None if who is None or tells else (end + 2, who)

    def named(self, words: str) -> tuple[Addressee, str] | None:
        """Whom words name that stand apart from the action ("..., **and the banks** to ..."); States together
        are others than the one that a text is about."""
        who = told(words, self.grammar, self.known)
        peers = who is Addressee.SUR and self.known.own is not NEVER and not self.known.own.search(words)
        peers = peers and self.grammar.actors.peers.search(words) is not None
        who = Addressee.OTHER_STATE if peers else who
        return (who, words.strip(" ,;")) if who else None

    def before_verb(self, text: str, head: tuple[int, int] | None) -> tuple[Addressee, str] | None:
        """Who is told in front of a verb of asking ("**To the mines** we ask that ...")."""
        rules = self.grammar
        if head is None or rules.behind is not NEVER:
            return None
        begin = max(text.rfind(sign, 0, head[0]) for sign in ";:") + 1
        begin = strip_front(text, begin, head[1], rules.tail)
        verb = rules.heads.any.search(text, begin) if rules.dative.match(text, begin) else None
        if verb is None or verb.start() >= head[1]:
            return None
        words = (text[begin : verb.start()] or verb.group()).partition(",")[0].strip()
        return self.named(words) if len(words.split()) <= _FRONTED else None

    def addressed(self, text: str, start: int, end: int) -> tuple[int, tuple[Addressee, str]] | None:
        """The same where a colon ends the name ("**To the Ministry of Justice:** pay the interpreters")."""
        to = self.grammar.dative_heading.match(text, strip_front(text, start, end, NEVER))
        colon = text.find(":", to.end(), min(end, to.end() + _CALLED)) if to else -1
        words = text[to.end() : colon].strip() if to and colon > 0 else ""
        who = told(words, self.grammar, self.known) if words else None
        if who is None or not names_only(words, self.grammar, self.known):
            return None
        return strip_front(text, colon + 1, end, NEVER), (who, words)

    def _call(self, words: str, begin: int) -> tuple[int, tuple[Addressee, str]] | None:
        """Who is called by `words` and where their action begins; None where the words tell something."""
        who = told(words, self.grammar, self.known)
        telling = self.grammar.modal.search(words) or self.grammar.finite.search(words)
        return None if telling or who is None else (begin, (who, words))

    def _somebody(
        self, text: str, start: int, words: str, end: int
    ) -> tuple[int, tuple[Addressee, str]] | None:
        """The same where the form alone says that somebody is named ("**aux gestionnaires** de publier")."""
        brief = len(words.split()) <= _SOMEBODY and self.grammar.modal.search(words) is None
        told_so = self.grammar.dative.match(text, start) is not None
        acts = self.grammar.bare.match(text, strip_front(text, end, len(text), NEVER)) is not None
        return (end, (self.nobody, words)) if brief and told_so and acts else None

    def calls_all(self, text: str, act: Act, words: str) -> bool:
        """Whether only readers or the population are called upon, by name or by what they are to do."""
        rules, who = self.grammar, told(words, self.grammar, self.known)
        if not who and rules.mobilising.match(text, strip_front(text, act.start, act.end, rules.linking)):
            return True
        if act.opens and rules.following.search(words) is not None:
            return False
        mine = self.is_you(words) or (rules.you.search(words) is not None and self._governs(text, act))
        return is_public(words, rules, self.known) and not mine

    def _governs(self, text: str, act: Act) -> bool:
        """Whether only those who govern can do it ("we urge you to repeal the decree"), whoever "you" is."""
        start = strip_front(text, act.start, act.end, self.grammar.linking)
        return self.grammar.governing.match(text, start) is not None

    def must(self, text: str, act: Act, limits: tuple[int, int], context: Context) -> tuple[Addressee, str]:
        """The agent of a passive ("by the Council"), else the first in the subject, else the last one."""
        named, name = self._acting(text, act)
        words = text[act.actor[0] : act.actor[1]]
        if named in {Addressee.COMPANY, Addressee.OTHER} and self._undergoes(text, act.opened):
            return self.default(context, "")
        if self.is_you(words):
            return self.default(context, "") if self.you is None else (self.you, name)
        if named:
            peer = named is Addressee.SUR and is_peer(name, text[limits[0] : limits[1]], self.grammar)
            peer = peer or self._in_league(named, name)
            return (Addressee.OTHER_STATE if peer else named), name
        last = context.last if context.stem is None else None
        idle = {Addressee.SUR} if not self._undergoes(text, act.opened) else _NO_AGENTS
        if last and last[0] not in idle:
            return last
        who = self.default(context, "")
        body = context.stem or context.zone.addressee or self.grammar.actors.un_body.search(text)
        return who if body or who[0] is not Addressee.UN_BODY else (Addressee.SUR, "")  # "Such laws must go"

    def _acting(self, text: str, act: Act) -> tuple[Addressee | None, str]:
        """Who is named: after "by", else as the subject, else in or after "it is necessary that"."""
        end = act.actor[1]
        by = self.grammar.agent.search(text, end, min(len(text), end + _REACH))
        if by is not None:
            after = text[by.end() : by.end() + _AGENT].partition(",")[0]
            named, name = subject(after, self.grammar, self.known)
            if named:
                return named, name
        named, name = subject(text[act.actor[0] : end], self.grammar, self.known)
        if not named and act.how == "impersonal":
            opened = act.opened
            inside = behoved(text, (end, opened), self.grammar, self.known)
            if inside[0]:
                return inside
            near = text[opened : opened + _NEXT]
            near = near if self.grammar.behind is NEVER else " ".join(near.split()[:_BEHIND])
            who = subject(near, self.grammar, self.known)
            idle = self.grammar.dative is not NEVER and self.grammar.bare.match(near.lstrip())
            if self._does(near):  # "release **the journalists**"
                return None, ""
            return who if not idle or who[0] is Addressee.OTHER_STATE else (None, "")  # "urgent **to go**"
        abroad = foreign_state(text[act.actor[0] : end], self.known)
        return (Addressee.OTHER_STATE, abroad) if abroad and named is not Addressee.UN_BODY else (named, name)

    def _suffers(self, who: Addressee, text: str, name: str) -> bool:
        """Whether it is done to those who are named ("that **journalists be released**")."""
        return who in _NO_AGENTS and self._undergoes(text, text.find(name) + len(name))

    def _undergoes(self, text: str, end: int) -> bool:
        """Whether the verb after the obligation is a passive ("journalists must be released")."""
        return self.grammar.passive.search(text, end, end + _NEAR) is not None
