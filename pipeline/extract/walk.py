"""Through a statement passage by passage: headings open sections, stems open lists, items find their stem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract import below, headings, items, lists, outline, stems, unmarked, voices
from pipeline.extract.acts import Voice
from pipeline.extract.addressee import names_only
from pipeline.extract.columns import Columns
from pipeline.extract.demands import Reader
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.hits import Hit, form, questions_in, spans_of, stem_of, stem_text, stripped, where, why
from pipeline.extract.outline import Section, Stem, Zone, is_marked
from pipeline.extract.questions import announces
from pipeline.extract.sentences import LONGEST
from pipeline.extract.views import Context, Demand, View, opens, quoted, view
from pipeline.models.findings import Addressee, Span
from pipeline.models.passages import Kind, Passage


class Walk:
    """One pass over the passages; `hits` and `questions` are in reading order. `read`: paragraphs and what
    surrounds them."""

    def __init__(self, passages: Sequence[Passage], reader: Reader) -> None:
        self.passages = passages
        self.reader = reader
        self.grammar: Grammar = reader.grammar
        self.rules = (reader.grammar, reader.known)
        self.hits: list[Hit] = []
        self.questions: list[Hit] = []
        self._stem: Stem | None = None
        self.read: list[tuple[View, Context]] = []
        self._inquiry = self._over = self._before = ""
        self._claims = self._broken = self._asked = False
        self._columns = Columns(reader.grammar, passages)
        self._inside: dict[tuple[int, int], Stem] = {}
        self._used: set[int] = set()
        self._pending: tuple[int, int] | None = None
        self._sibling: Stem | None = None
        self._group: tuple[int, bool, str] | None = None
        bodies = (n for n, one in enumerate(passages) if one.kind is not Kind.HEADING)
        self._opening = next(bodies, len(passages))
        self._chapters = outline.chapters(passages, reader.grammar)
        self._presented = -1
        wide = {passage.table for passage in passages if passage.column > 1}
        self._manifesto = headings.is_manifesto(passages, self.grammar)
        self._commands = lists.commands(passages, self.grammar)
        self._whole = outline.of_charter(passages) if self._commands.charter else None
        self._zone = self._whole or Zone()
        self._boxes = {passage.table for passage in passages if passage.table} - wide

    def run(self) -> None:
        """Read all passages; footnotes and quotations say nothing of their own and interrupt nothing."""
        for number, passage in enumerate(self.passages):
            idle = passage.kind in {Kind.FOOTNOTE, Kind.QUOTATION} or number in self._used
            if idle or outline.is_note(passage, self.grammar):
                continue
            text = fold(passage.text).text if len(passage.text) <= LONGEST else ""
            if passage.kind is Kind.TABLE_CELL:
                self._cell(number, passage, text)
            elif number in self._chapters or outline.plain_heading(passage, text, self.grammar):
                self._heading(number, passage, text)
            elif passage.text.strip():
                self._passage(number, passage)
        self._close_heading()

    def _heading(self, number: int, passage: Passage, text: str) -> None:
        if self._pending is None or not outline.inside(passage, self.passages[self._pending[0]]):
            self._close_heading()
        self._sibling = None
        self._inquiry = ""
        found = headings.of_whom(outline.section(text, self.grammar), text, self._zone.section, self.reader)
        if number <= self._opening and (found is Section.REPORTED or outline.states(text, self.grammar)):
            found = headings.of_title(found, text, self.grammar)
        self._claims = self._claims or (number < self._opening and headings.claims(text, self.grammar))
        self._group = self._group if found is Section.PLAIN else None
        groups = found is Section.PLAIN and self._groups(number, passage)
        whole = found is Section.QUESTIONS and outline.entitles(self.passages, number, self._opening)
        level, zone = 0 if whole else outline.level(passage), self._zone
        below = zone.section is Section.RECOMMENDATIONS and level > zone.level
        inside = groups or below or self._claims or self._manifesto
        if found is Section.PLAIN and inside and headings.tells_what(fold(passage.text), self.grammar):
            self._pending = (number, len(self.hits))
        if groups:
            return
        self._stem = None
        if found is Section.PLAIN and zone.section is not Section.PLAIN:
            addressee, words = headings.actor(self.rules, text)
            if addressee and zone.section is Section.RECOMMENDATIONS:
                self._zone = replace(zone, addressee=addressee, words=words)
                return
            if level > zone.level:
                return
        if found is Section.PLAIN and headings.addresses(text, self._after(number), self.rules):
            found = Section.RECOMMENDATIONS
        if found is Section.PLAIN and self.grammar.abroad.fullmatch(text.strip(" :.")):
            self._zone = Zone(found, passage.text, level, Addressee.OTHER, passage.text.strip(" :."))
            return
        self._opens(number, found, level, text)
        seen = view(number, passage, self.grammar)
        if lists.hangs(seen, self._after(number), self.grammar, self.reader.known):
            seen = seen.opened()
        if seen.folded.text.rstrip().endswith(":"):
            self._heading_stem(seen)

    def _opens(self, number: int, found: Section, level: int, text: str) -> None:
        """The zone that a heading opens; the title of a whole text may open one that others do not close."""
        passage = self.passages[number]
        zone = Zone(found, passage.text, level, weak=self._claims and found is Section.PLAIN)
        if found is Section.RECOMMENDATIONS:
            addressee, words = headings.actor(self.rules, text)
            zone = replace(zone, addressee=addressee, words=words)
            if number <= self._opening and outline.titles(self.passages, number, self.grammar):
                self._whole = replace(zone, weak=True)
            if ":" in text or " - " in text:
                self._pending = (number, len(self.hits))
        if found is Section.PLAIN and self._whole:
            zone = replace(self._whole, themes=headings.is_theme(text, self._commands.charter, self.grammar))
        self._zone = zone

    def _heading_stem(self, seen: View) -> None:
        """A heading may be the stem of the list below it ("## The organisation calls on the State to:")."""
        context = Context(self._zone)
        opening = [one for one in self.reader.demands(seen, context) if one.opens]
        if self._zone.section is Section.RECOMMENDATIONS:
            opening = [one for one in opening if one.voice is Voice.OWN]  # "Proposed measures:"
        if opening:
            self._open(seen, opening[-1], context)
        elif self._zone.section is Section.PLAIN:
            self._stem = self._other_stem(seen)

    def _groups(self, number: int, passage: Passage) -> bool:
        """Whether a heading only names a group of the demands above: right under them, or like such a one."""
        listing = self._zone.section is Section.RECOMMENDATIONS or self._stem is not None
        shape = outline.shape(passage)
        before = self.passages[number - 1] if number else None
        last = self.hits[-1].spans[-1].passage if self.hits else -1
        above = before is not None and (
            outline.asks(self.passages, number - 1, self.grammar)
            if before.kind is Kind.HEADING
            else before.text.rstrip().endswith((":", "："))
            or self._presented == number - 1
            or outline.only_opens(self.passages, number - 1, last, self.grammar)
        )
        empty = before is not None and before.kind is Kind.HEADING and self._zone.section is Section.PLAIN
        if not listing or not (above or (shape == self._group and not empty)):
            self._group = None
            return False
        over, self._over = self._over, self._stem.where if self._stem else ""
        if shape == self._group and not above and self._stem and self._stem.where != over:
            self._stem = None  # it was opened in the group before, and ends with it
            self._over = over
        self._group = shape
        if self._stem and self._stem.marked and not above and before and before.kind is Kind.PARAGRAPH:
            self._stem = None if not is_marked(before) else self._stem
        if self._stem:
            self._stem = replace(self._stem, marked=False, style="", level=0)
        addressee, words = headings.actor(self.rules, fold(passage.text).text)
        if addressee:
            self._zone = replace(self._zone, addressee=addressee, words=words)
        return True

    def _close_heading(self) -> None:
        """A heading "Recommendation 3: Require a warrant" is the demand if nothing below it states one."""
        pending, self._pending = self._pending, None
        if pending is None or len(self.hits) > pending[1]:
            return
        number = pending[0]
        folded = fold(self.passages[number].text)
        after = headings.demand_in(folded, self.grammar)
        if after < 0:
            return
        span = stripped(Span(number, folded.back(after), len(folded.source)), folded.source)
        if span.end - span.start > 3:
            self.hits.append(Hit((span,), "", Addressee.SUR, "", Voice.OWN, "heading that recommends"))

    def _cell(self, number: int, passage: Passage, text: str) -> None:
        """A cell of a column headed "Recommendation" is an item; other cells are read as running text."""
        inside = None if self._columns.is_head(passage, text) else self._columns.zone(passage, self._zone)
        if inside is None:
            return
        zone, asks = inside
        key = (passage.table, passage.column)
        seen = view(number, passage, self.grammar)
        above = None
        if asks:
            stem = self._stem if zone.section is Section.RECOMMENDATIONS else None
            above = outline.over_table(stem, self._zone, zone.title, where(passage))
        context = Context(zone, self._inside.get(key) or above)
        for demand in voices.told_by(seen, self.reader.demands(seen, context), self.reader.known):
            if demand.end > demand.start:
                self._add(seen, demand, context, f"cell of a table in {where(passage)}")
            elif demand.opens:
                self._inside = {key: stem_of(seen, demand, self.grammar)}

    def _passage(self, number: int, passage: Passage) -> None:
        if self._zone.section is Section.SILENT or self._considered(passage):
            return
        seen = view(number, passage, self.grammar)
        seen = seen if self.reader.manner.told else quoted(seen, self._before, self.grammar)
        after = self._after(number)
        bare = not is_marked(passage) and passage.text.rstrip()[-1:].isalpha()
        named = bare and headings.addresses(seen.folded.text, after, self.rules)
        if named or lists.hangs(seen, after, self.grammar, self.reader.known):
            seen = seen.opened()
        listed = lists.after(self.passages, number) if seen.folded.text.rstrip().endswith(":") else []
        if lists.are_names([self.passages[one] for one in listed]):
            self._used.update(listed)
            seen = seen.closed()
        if title := outline.titled(seen.folded.text, self.grammar):
            seen = seen.after(title)
            cited = self._zone.section is Section.CITED
            inner = Zone(Section.RECOMMENDATIONS, seen.folded.source[:title])
            context: Context | None = Context(self._zone if cited else inner)
        else:
            context = self._context(passage, seen)
        self._questions(passage, seen)
        if context is None or self._reasons(passage, seen, context):
            return
        context = replace(context, asked=self._asked, command=number in self._commands.told)
        self.read.append((seen, context))
        demands = voices.told_by(seen, self.reader.demands(seen, context), self.reader.known)
        self._before = voices.speaking(seen, self._before, self.grammar)
        self._asked = bool(demands) and seen.spans[-1][0] <= demands[-1].end
        for demand in (detailed := self._detailed(seen, demands)):
            self._take(seen, demand, context)
        self._follow(passage, seen, demands, context)
        if demands and context.stem and self._stem is context.stem:
            self._stem = outline.with_item(context.stem, passage)
        elif number in self._commands.mandates or lists.commanded(self.passages, seen, demands, self.reader):
            weak = number not in self._commands.mandates
            self._stem = Stem(passage.text.strip(), where(passage), None, "", Voice.OWN, weak=weak)
        broken, self._broken = self._broken, not (is_marked(passage) or context.stem or opens(demands))
        announced = lists.announces(seen, after, self.grammar)
        self._presented = number if announced and lists.presents(seen, self.grammar) else -1
        colon = lists.announces_any(seen, self._stem, detailed, self.grammar)
        if colon or (announced and not (demands and demands[-1].opens)):
            stem, label = self._other_stem(seen), lists.is_label(seen, after, self.grammar)
            over = broken or not label
            self._stem = stem if stem or (over and not demands) else self._stem
        if self._stem and self._stem.where == where(passage):
            self._broken = False  # what comes next may name a group of its list ("Prisons:")

    def _questions(self, passage: Passage, seen: View) -> None:
        """Keep the questions of a passage; remember a stem that announces a list of them."""
        marked = is_marked(passage)
        title = self._zone.title.strip() if self._zone.section is Section.QUESTIONS else ""
        listed = marked and (title != "" or (self._stem is None and not self._inquiry))
        under = title or (self._inquiry if marked else "")
        self.questions += questions_in(seen, under, listed, (self.grammar, self.reader.known.own))
        if not marked:
            self._inquiry = passage.text.strip() if announces(seen.last, self.grammar) else ""

    def _considered(self, passage: Passage) -> bool:
        """Whether it goes on with what is only considered, without a mark; any other paragraph ends that."""
        if self._stem is None or not self._stem.idle or is_marked(passage):
            return False
        if not outline.says_that(passage, self.grammar):
            self._stem = None
        return self._stem is not None

    def _reasons(self, passage: Passage, seen: View, context: Context) -> bool:
        """Whether it opens, or belongs to, a list of what the authors only consider ("Given:")."""
        if context.stem and context.stem.idle:
            self._stem = outline.with_item(context.stem, passage)
            return True
        after = self._after(seen.number)
        listing = after is not None and (is_marked(after) or outline.says_that(after, self.grammar))
        if (
            not listing
            or is_marked(passage)
            or self.grammar.considering.fullmatch(seen.folded.text.strip(" :,.")) is None
        ):
            return False
        self._stem = Stem(passage.text, where(passage), None, "", Voice.REPORTED, idle=True)
        return True

    def _after(self, number: int) -> Passage | None:
        return next(iter(self.passages[number + 1 : number + 2]), None)

    def _context(self, passage: Passage, seen: View) -> Context | None:
        """What surrounds the passage; None for a label inside a list."""
        if not self._stem and self._zone.section is Section.RECOMMENDATIONS:
            text = seen.folded.text.rstrip()
            group = is_marked(passage) and text[-1:] != ":" and not self.grammar.hot(text)
            if group and lists.is_label(seen, self._after(seen.number), self.grammar):
                return None
        if self._stem and seen.spans:
            first = seen.sentence(0)
            label = lists.is_label(seen, self._after(seen.number), self.grammar)
            hot = self.grammar.hot(first)
            names = self._stem.sure and first[-1:] == ":" and not self.grammar.dative_heading.match(first)
            if label and not hot and (is_marked(passage) or names):
                return None
            last = self.hits[-1].spans[-1].passage if self.hits else -1
            if unmarked.leaves_behind(self.passages, seen.number, self._stem, last):
                self._stem = None
                return Context(self._zone, before=self._before)
            above = unmarked.above(self.passages, seen.number, self._stem, last)
            action = unmarked.may_ask(seen, self._stem, (bool(self._group and hot), above), self.grammar)
            if outline.belongs(passage, self._stem, action):
                return Context(self._zone, self._stem, before=self._before)
            if is_marked(passage):
                self._stem = None
        return Context(self._zone, self._next_to(passage, seen), before=self._before)

    def _detailed(self, seen: View, demands: list[Demand]) -> list[Demand]:
        """The demands, the last of which opens the list that says what it includes ("This includes:")."""
        if demands and self._inquiry and lists.are_questions(self.passages, seen.number):
            return demands[:-1]  # "we propose these questions:"
        if not demands or not lists.details(seen, demands[-1], self.grammar):
            return demands
        listed = lists.after(self.passages, seen.number)
        return [*demands[:-1], lists.opening(seen, demands[-1])] if listed else demands

    def _follow(self, passage: Passage, seen: View, demands: Sequence[Demand], context: Context) -> None:
        """Remember an item of a list that says who demands ("The congress asks for ..."), not each time."""
        if not is_marked(passage):
            self._sibling = None
            return
        first = seen.spans[0][1] if seen.spans else 0
        verbs = [one for one in demands if one.how == "verb" and one.head is not None and one.head[0] < first]
        if context.stem is None and verbs and verbs[-1].voice is Voice.OWN:
            stem = Stem(stem_text(seen, verbs[-1], context), where(passage), None, "", Voice.OWN)
            self._sibling = outline.with_item(stem, passage)

    def _next_to(self, passage: Passage, seen: View) -> Stem | None:
        """The stem of an item that names only its action, in a list whose other items say who demands."""
        before = self._sibling
        if before is None or not is_marked(passage) or not seen.spans:
            return None
        first = seen.sentence(0)
        first = first[(label := items.after_label(first, self.grammar)) :]  # it may say who is to do it
        alike = outline.style(passage.marker) == before.style and passage.level == before.level
        asks = voices.resolves(first, "" if label else before.text, self.grammar)
        return before if alike and not asks and items.starts_as_action(first, self.grammar) else None

    def _other_stem(self, seen: View) -> Stem | None:
        """A colon that announces no recommendation ends the list; one that announces others' is reported."""
        last = seen.last
        listing = self._stem is not None and self._stem.voice is Voice.OWN
        called = self.grammar.dative_heading.match(last)
        who = last[called.end() :].strip(" :") if called else ""
        named = who and "," not in last and names_only(who, self.grammar, self.reader.known)
        mine = called and (listing or (named and headings.asked_in(self._after(seen.number), self.grammar)))
        if mine or self._zone.section is Section.RECOMMENDATIONS:
            addressee, words = headings.actor(self.rules, last)
            if addressee:
                text = seen.passage.text.strip()
                return Stem(text, where(seen.passage), addressee, words, Voice.OWN, sure=True)
        return stems.on_noun(seen, self.reader, self.hits[-1] if self.hits else None)

    def _take(self, seen: View, demand: Demand, context: Context) -> None:
        """Keep a demand; if it ends with a colon the list after it holds either its items or its contents."""
        contents: list[int] = []
        listed = lists.after(self.passages, seen.number) if demand.opens else []
        if demand.opens:
            after = self._after(seen.number)
            announced = lists.announced(seen, demand, after, self.grammar)
            contents = [] if announced else lists.contents(self.passages, seen.number, self.reader)
            if not contents or demand.start == demand.end:
                self._open(seen, demand, context)
                if demand.start == demand.end or listed or (announced and lists.begins(after, self.grammar)):
                    self._keep_own(seen, demand, context)
                    return
        if demand.how == "item" and below.parent(self.passages, seen.number, self.reader):
            return
        contents = contents or below.fragments(self.passages, seen, demand, self.reader)
        if demand.end > demand.start:
            self._add(seen, demand, context, why(seen.passage, demand, context), contents)

    def _keep_own(self, seen: View, demand: Demand, context: Context) -> None:
        """Keep what a stem asks for itself before its list."""
        if own := stems.own_demand(seen.folded.text[demand.start : demand.end], *self.rules):
            whole = replace(demand, end=demand.start + own, opens=False)
            self._add(seen, whole, context, why(seen.passage, whole, context))

    def _open(self, seen: View, demand: Demand, context: Context) -> None:
        if demand.how == "item" and context.stem:
            self._stem = context.stem
            return
        self._stem = stem_of(seen, demand, self.grammar)

    def _add(
        self, seen: View, demand: Demand, context: Context, reason: str, contents: Sequence[int] = ()
    ) -> None:
        spans = spans_of(seen, demand, [(number, self.passages[number]) for number in contents])
        self._used.update(contents)
        stem = stem_text(seen, demand, context)
        told = context.zone.section is Section.REPORTED and not voices.in_prose(seen, demand, self.rules)
        told = told and not voices.asks_now(stem, self.grammar)
        voice = Voice.REPORTED if told or context.zone.section is Section.CITED else demand.voice
        shape = form(seen.passage, demand, context, seen.passage.table in self._boxes)
        self.hits.append(
            Hit(spans, stem, demand.addressee or Addressee.SUR, demand.words, voice, reason, shape)
        )
