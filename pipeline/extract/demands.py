"""All that one passage demands: its sentences, each tried as a performative, an obligation and an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract import items, parts, unspaced, voices
from pipeline.extract.acts import Act, Voice, moved, performatives
from pipeline.extract.addressee import Names, names_only, subject, wished
from pipeline.extract.closing import Closed, closed
from pipeline.extract.counted import POSED, Counted, counted_out
from pipeline.extract.grammar import Grammar
from pipeline.extract.modals import Named, before_asking, obligations, obliges_before
from pipeline.extract.named import labelled
from pipeline.extract.outline import Section, Stem, is_marked
from pipeline.extract.phrases import NEVER, either
from pipeline.extract.questions import is_question, poses
from pipeline.extract.relays import introduced, relayed
from pipeline.extract.sentences import semicolons
from pipeline.extract.spans import strip_front, trimmed
from pipeline.extract.views import Context, Demand, View, amended, said_by_ours, without_label
from pipeline.extract.whom import Whom
from pipeline.models.findings import Addressee
from pipeline.models.passages import Kind

_Called = tuple[int, tuple[Addressee, str]]
_LETTER = re.compile(r"[^\W\d_]")

_TITLE_WORDS = 2
"""Words of a noun that is only the title of an item that goes on with what to do ("Funding. The ...")."""

_THING_WORDS = 6
"""Words that a thing asked for has at least where only the title asks; a shorter one may be the problem."""

_THEMED_WORDS = 3
"""Words that it has at least below a heading that names a theme of what the title asks."""

_CLAUSE = 8
"""Words of what is resolved in which its verb stands."""


class Reader:
    """Finds the demands of passages in one language about one State.

    `you` is whom a letter is written to; `nobody` is meant where no actor is named; `manner`: how
    the text is told. `hot` remembers which sentences have a word of asking.
    """

    def __init__(
        self,
        grammar: Grammar,
        known: Names,
        you: Addressee | None = None,
        nobody: Addressee = Addressee.SUR,
        manner: voices.Manner = voices.NEAR,
    ) -> None:
        self.grammar = grammar
        self.known = known
        self.manner = manner
        self.hot: dict[str, bool] = {}
        self.whom = Whom(grammar, known, you, nobody, manner.delegates)
        self.mine = Named(either(known.own, grammar.you) if you else known.own, known.countries)

    def demands(self, seen: View, context: Context) -> list[Demand]:
        """The demands of a passage in order; they do not overlap."""
        found: list[Demand] = []
        row = Counted(seen) if context.stem else counted_out(seen, context.before, self.grammar)
        seen = row.seen
        first, last = self._first(seen, context), context.last
        quotes, counted, asked = 0, 0, context.asked
        posed: Stem | None = None
        prior = "" if is_marked(seen.passage) else context.before
        for number in range(first, len(seen.spans)):
            if number == row.said:
                continue
            if row.below(number):
                posed = row.stem(number)
            elif context.stem is None and poses(seen.sentence(number), self.grammar):
                posed = Stem(seen.sentence(number), POSED, None, "", Voice.OWN)
                if seen.sentence(number).endswith("."):
                    continue
            before = seen.sentence(number - 1) if number else prior
            here = replace(context, stem=context.stem or posed, last=last, before=before, asked=asked)
            asked = False
            quotes += seen.folded.text.count('"', counted, seen.spans[number][0])
            counted = seen.spans[number][0]
            cited = context.strict and quotes % 2 == 1
            if cited and not self.manner.told:
                cited = not said_by_ours(seen.folded.text, seen.spans[number], context.before, self.grammar)
            fresh = number == first or posed is not None
            if _LETTER.search(seen.sentence(number)) is None:
                continue
            for demand in self._sentence(seen, number, fresh, here):
                lawful = number > 0 and voices.in_force(seen, number, demand, self.grammar)
                found.append(replace(demand, voice=Voice.REPORTED) if cited or lawful else demand)
                asked = found[-1].voice is Voice.OWN and demand.how in {"verb", "item"}
                if demand.addressee:
                    last = (demand.addressee, demand.words)
            last = last if found or number == first else self._mentioned(seen.sentence(number), last)
        return without_label(found, seen.folded.text)

    def directs(self, text: str) -> bool:
        """Whether a folded sentence says by itself what to do: an action, an obligation or a performative."""
        return bool(
            items.starts_as_action(text, self.grammar)
            or items.performs(text, self.grammar)
            or self.grammar.nominal.match(text, strip_front(text, 0, len(text), self.grammar.linking))
            or obligations(text, self.grammar)
            or performatives(text, self.grammar)
        )

    def _mentioned(self, text: str, last: tuple[Addressee, str] | None) -> tuple[Addressee, str] | None:
        addressee, words = subject(text[:80], self.grammar, self.known)
        return (addressee, words) if addressee else last

    def _first(self, seen: View, context: Context) -> int:
        """1 if the first sentence is only a label and the next one says what to do."""
        said = [seen.sentence(number) for number in range(len(seen.spans))]
        if not context.strict and is_marked(seen.passage) and unspaced.is_title(said, self.grammar):
            return next((n for n, text in enumerate(said) if n and self.directs(text)), 1)
        if not context.strict and self.grammar.words and len(said) > 1 and " " not in said[0]:
            return 1
        if context.strict or len(seen.spans) < 2 or not items.is_label(seen.sentence(0), self.grammar):
            return 0
        told = said[0][items.after_label(said[0], self.grammar) :]
        words = _TITLE_WORDS * (2 if items.starts_as_action(said[1], self.grammar) else 1)
        if (len(said[0].split()) > words or not self.grammar.words) and self.directs(told):
            return 0
        return 1 if self.directs(seen.sentence(1)) or items.names_and_asks(said, self.grammar) else 0

    def _sentence(self, seen: View, number: int, first: bool, context: Context) -> Iterator[Demand]:
        text = seen.sentence(number)
        asks = is_question(text) and self.grammar.inviting.search(text) is None
        if asks or voices.considers(text, context, is_marked(seen.passage), self.grammar):
            return
        offset = seen.spans[number][0]
        final = number == len(seen.spans) - 1
        if self.grammar.amending.match(text):
            who = self.whom.default(context, "")
            yield amended(text, offset, final, context, who)
            return
        if context.strict and self.grammar.closing is not NEVER:
            asked = closed(text, "" if final else seen.sentence(number + 1), self.grammar)
            if asked:
                yield from self._closed(text, asked, offset, context)
                return
        acts: list[Act] = []
        hot = self.hot[text] = self.grammar.hot(text)
        if hot and not (first and voices.whole(text, context, self.grammar)):
            only = voices.only_promises(text, self.grammar)
            acts = [] if only else performatives(text, self.grammar, self.known.countries)
            acts = voices.heard(text, acts, context.before, context, self.grammar)
            if self.manner.distant and context.strict:
                acts = voices.of_others(text, acts, self.manner.told, self.grammar)
            for act in acts:
                yield from self._performed(text, act, offset, final, context)
            for act in before_asking(text, acts, self.grammar, self.mine):
                yield self._obliged(text[: act.end], act, offset, False, context)
        told = first and context.stem is None and parts.only_told(text, acts)
        if told and not obliges_before(text, acts, self.grammar):
            return
        if not any(act.voice is Voice.OWN for act in acts):
            free = hot and (not acts or obliges_before(text, acts, self.grammar))
            yield from self._unspoken(seen, text, offset, (first, final, free), context)

    def _closed(self, text: str, asked: Closed, offset: int, context: Context) -> Iterator[Demand]:
        """What is asked by closing words, which may name who is told."""
        who = self.whom.named(asked.words)
        acts = obligations(text[: asked.end], self.grammar)
        found = [self._obliged(text[: asked.end], act, offset, False, context) for act in acts]
        if not found and asked.start < asked.end:
            found = list(self._item(text, (asked.start, asked.end), offset, False, context))
        for one in found:
            yield replace(one, addressee=who[0], words=who[1]) if who and not one.words else one

    def _hailed(
        self, text: str, called: _Called, offset: int, final: bool, context: Context
    ) -> Iterator[Demand]:
        """What is told to somebody named in front of a colon, part by part."""
        begin, (addressee, words) = called
        each = semicolons(text, begin, len(text))
        for limits in each:
            for one in self._item(text, limits, offset, final, context):
                yield replace(one, addressee=addressee, words=words, listed=len(each) > 1)

    def _performed(self, text: str, act: Act, offset: int, final: bool, context: Context) -> Iterator[Demand]:
        begin = self._after_subject(text, strip_front(text, *act.actor, self.grammar.linking), act)
        long = begin < act.actor[1] - int(self.grammar.words)
        words = text[begin : act.actor[1]].strip(' ,"') if long else ""
        if any(idle.fullmatch(words) for idle in (self.grammar.following, self.grammar.linking)):
            words = ""
        words = words or self.whom.requested(text, act)
        act, words = introduced(text, act, words, (self.grammar, self.known))
        if inner := self.whom.passed_on(text, act, words, context):
            yield from self._performed(text, inner, offset, final, context)
            return
        if self.whom.calls_all(text, act, words):
            if inner := relayed(text, act, self.grammar, self.known.countries):
                yield from self._performed(text, inner, offset, final, context)
            return
        several = len(parts.listed(text, act, self.grammar)) > 1
        reached = act.start
        for number, (start, end) in enumerate(parts.parts_of(text, act, self.grammar)):
            part = text[start:end]
            between, reached = text[reached:start] if number else "", end
            that = self.grammar.agentive.fullmatch(text[:start].rstrip().rpartition(" ")[2].removeprefix("و"))
            if number and not that and items.only_tells(part, self.grammar, act.told):
                continue
            if number and (again := obligations(part, self.grammar, self.mine)):
                yield from (self._obliged(part, one, offset + start, False, context) for one in again)
                continue
            if number and not that and not unspaced.goes_on(part, self.grammar):
                continue
            head = moved(act.head, offset)
            opens = act.opens and final and end >= len(text.rstrip(" :-")) - 1
            stop = end if several or act.opens else start + items.before_telling(part, self.grammar)
            asked = self.whom.told(words, f"{part}:" if opens else part, context)
            front = self.whom.named(between) or (None if words else self.whom.before_verb(text, act.head))
            who = front or self.whom.charged(text, act.head, words, asked)
            if opens and not number and names_only(part, self.grammar, self.known):
                stop, who = offset + len(text), self.whom.told(part, "", context)
                yield Demand(stop, stop, head, *who, act.voice, act.how, opens=True)
                return
            yield Demand(offset + start, offset + stop, head, *who, act.voice, act.how, opens, several)
        if act.opens and final and act.end - act.start <= 2:
            front = None if words else self.whom.before_verb(text, act.head)
            stop, who = offset + len(text), front or self.whom.told(words, "", context)
            yield Demand(stop, stop, moved(act.head, offset), *who, act.voice, act.how, True)

    def _after_subject(self, text: str, begin: int, act: Act) -> int:
        """Where who is told is named, after the authors, if the language puts the subject behind its verb."""
        rules = self.grammar
        if rules.behind is NEVER or act.head is None or rules.heads.own.search(text, *act.head):
            return begin
        subject = rules.authors.match(text, begin) or rules.behind.match(text, begin)
        return min(subject.end(), act.actor[1]) if subject else begin

    def _unspoken(
        self, seen: View, text: str, offset: int, flags: tuple[bool, bool, bool], context: Context
    ) -> Iterator[Demand]:
        """Demands of a sentence without a recommending verb, each part of a semicolon list by itself."""
        first, final, hot = flags
        if context.strict and (called := self.whom.hailed(text)):
            yield from self._hailed(text, called, offset, final, context)
            return
        pieces = voices.said_by_authors(text, parts.pieces(text, self.grammar), self.grammar)
        obliged: Demand | None = None
        alone = context.strict
        begin = self._alone(text, hot, first, context) if alone else items.after_stance(text, self.grammar)
        if begin >= 0:
            for place in parts.commands(text, begin, self.grammar):
                yield from self._item(text, place, offset, final, context)
            return
        named = context.stem is not None and context.stem.where == POSED and len(pieces) > 2
        for start, end, head in pieces:
            piece = text[start:end]
            strict = self.mine if context.strict and head is None and not context.lenient else None
            acts = obligations(piece, self.grammar, strict, context.last is not None) if hot or head else []
            if voices.continued(piece, context.before, self.grammar):
                acts = [replace(act, voice=Voice.OWN) for act in acts]
            if first and context.stem and self.whom.in_front(piece, 0, len(piece)):
                acts = []
            elif first and context.stem and (context.stem.sure or unspaced.acts_first(piece, self.grammar)):
                acts = [act for act in acts if not piece[: act.start].strip()]
            if acts:
                last = final and end == len(text)
                found: Iterator[Demand] = (
                    self._obliged(piece, act, offset + start, last, context) for act in acts
                )
            elif head is not None or self._demanded(seen, piece, (first or named, offset), context):
                found = self._item(text, (start, end), offset, final, context)
            elif obliged and items.starts_as_action(piece, self.grammar):
                found = self._item(text, (start, end), offset, final, context)
                found = (replace(one, addressee=obliged.addressee, voice=obliged.voice) for one in found)
            else:
                found = iter(())
            for demand in found:
                who, name = subject(text[slice(*head)], self.grammar, self.known) if head else (None, "")
                one = replace(demand, addressee=who, words=name) if who and not demand.words else demand
                obliged = one if acts else obliged
                yield replace(one, listed=len(pieces) > 1)
            first = first and start == 0 and bool(acts)

    def _alone(self, text: str, hot: bool, first: bool, context: Context) -> int:
        """Where a sentence by itself is a command, or goes on with what the one before asks ("That ..."); -1
        for nowhere."""
        enacted = self.grammar.enacting.match(text)
        enacted = None if enacted and items.tells(text[enacted.end() :], self.grammar, _CLAUSE) else enacted
        front = strip_front(text, enacted.end() if enacted else 0, len(text), NEVER)
        if enacted or (context.asked and self.grammar.going_on.match(text, front)):
            return front
        front = strip_front(text, front, len(text), self.grammar.linking)
        that = self.grammar.agentive.match(text, front) if context.asked else None
        goes_on = that is not None and self.grammar.action.match(text, front) is not None
        whole = context.asked and text.rstrip().endswith(".")
        goes_on = goes_on or (whole and items.commands(text, front, self.grammar))
        goes_on = goes_on and not self.grammar.heads.own.search(text)
        if goes_on or wished(text, front, self.grammar, self.known):
            return front
        if (to := self.whom.addressed(text, 0, len(text))) and items.is_asked(text, to[0], self.grammar):
            return 0
        if hot or (not first and text.endswith(".") and self.grammar.bidding.match(text)):
            return -1 if hot else 0
        return items.command(text, self.grammar, self.whom.you is not None)

    def _demanded(self, seen: View, piece: str, where: tuple[bool, int], context: Context) -> bool:
        first, offset = where
        calls = first and context.stem is None and not context.strict
        if calls and (self.whom.called(piece, 0, len(piece)) or self.whom.addressed(piece, 0, len(piece))):
            return True
        if context.strict:
            weak = context.zone.weak and is_marked(seen.passage)
            if context.zone.section is Section.PLAIN and self.grammar.behind is not NEVER:
                weak = False  # an Arabic noun of action may be the problem
            alone = first and weak
            thing = alone and len(piece.split()) >= _THING_WORDS and items.is_thing(piece, self.grammar)
            themed = alone and context.zone.themes and len(seen.spans) == 1 and ":" not in piece
            themed = themed and len(piece.split()) >= _THEMED_WORDS
            thing = thing or (themed and items.names_new(piece.strip(), self.grammar))
            acts = items.starts_as_action(piece, self.grammar)
            bold = weak or context.command or context.lenient
            return thing or (acts and (bold or voices.promised(seen, offset, self.grammar)))
        if not first:
            thing = context.stem is not None and items.is_thing(piece, self.grammar)
            idle = items.judges(piece, self.grammar) or (
                not is_marked(seen.passage) and items.tells(piece, self.grammar)
            )
            return thing or (items.starts_as_action(piece, self.grammar) and not idle)
        if context.stem and context.stem.sure:
            return True
        weak = context.stem is not None and context.stem.weak
        marked = not weak and (is_marked(seen.passage) or seen.passage.kind is Kind.TABLE_CELL)
        bare = items.is_bare(piece, self.grammar) or items.after_topic(piece, self.grammar) > 0
        bare = bare or (len(seen.spans) == 1 and items.names_action(piece, self.grammar))
        marked = marked or (context.stem is None and bare)
        if not weak and self.grammar.indefinite.match(piece):
            marked = marked or self.grammar.finite.search(piece) is None
        return items.is_item(piece, self.grammar, context.stem is not None and not weak, marked)

    def _item(
        self, text: str, limits: tuple[int, int], offset: int, final: bool, context: Context
    ) -> Iterator[Demand]:
        start, end = limits
        called = self.whom.addressed(text, start, end)
        if not called:
            label = items.after_label(text[start:end], self.grammar)
            called = labelled(text, (start, start + label), (self.grammar, self.known))
            topic = not context.strict and context.stem is None
            start += label or (items.after_topic(text[start:end], self.grammar) if topic else 0)
        called = called or (None if context.strict else self.whom.called(text, start, end))
        open_to = context.stem is not None and not (context.stem.sure and context.stem.words)
        called = called or (self.whom.given(text, start, end) if open_to else None)
        start = called[0] if called else items.action_start(text, start, self.grammar)
        opens = final and text.rstrip().endswith(":") and end == len(text)
        if opens and (words := self.whom.alone(text[start:end])):
            stop, who = offset + len(text), self.whom.told(words, "", context)
            yield Demand(stop, stop, (offset + start, stop), *who, Voice.OWN, "item", opens=True)
            return
        end = start + items.before_telling(text[start:end], self.grammar)
        start, end = trimmed(text, start, end, self.grammar)
        inner = self.grammar.complement.match(text, start, end)
        start = inner.end() if inner and text[start : inner.end()].strip() not in _KEPT else start
        who = called[1] if called else self.whom.default(context, "")
        clause = self._tells_by_verb(text, limits)
        if not called and open_to and not clause and (named := self.whom.in_front(text, start, end)):
            start, who = named
        elif not called and (agent := self.whom.agent(text[start:end], context)):
            who = agent
        start = strip_front(text, start, end, NEVER)
        if end - start <= 2 or self.grammar.mobilising.match(text, start):
            return
        voice = context.stem.voice if context.stem else Voice.OWN
        yield Demand(offset + start, offset + end, None, *who, voice, "item", opens)

    def _tells_by_verb(self, text: str, limits: tuple[int, int]) -> bool:
        """Whether a verb opens an Arabic item ("that **it allow** journalists to ..."): it names nobody."""
        front = strip_front(text, *limits, NEVER)
        return self.grammar.behind is not NEVER and self.grammar.going_on.match(text, front) is not None

    def _obliged(self, text: str, act: Act, offset: int, final: bool, context: Context) -> Demand:
        start, end = (
            trimmed(text, act.start, act.end, self.grammar) if act.start < act.end else (act.end, act.end)
        )
        dashed = text.startswith("-", act.actor[1])  # "The law - to be repealed"
        if label := items.after_label(text[start:end], self.grammar) if start < end and not dashed else 0:
            start, end = trimmed(text, start + label, end, self.grammar)
        if not act.opens and (act.how == "modal" or not self.grammar.object_first):
            end = start + items.before_telling(text[start:end], self.grammar)
        who = self.whom.must(text, act, (start, end), context)
        voice = act.voice
        if context.stem and context.stem.voice is Voice.REPORTED:
            voice = Voice.REPORTED
        return Demand(
            offset + start, offset + end, moved(act.head, offset), *who, voice, act.how, act.opens and final
        )


_KEPT = frozenset({"that", "que", "qu'", "ان", "чтобы"})
