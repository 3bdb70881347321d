"""Through a statement passage by passage: headings open sections, stems open lists, items find their stem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract import items, outline
from pipeline.extract.acts import Voice
from pipeline.extract.addressee import told
from pipeline.extract.demands import Context, Demand, Reader, View, view
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.outline import Section, Stem, Zone, is_marked
from pipeline.extract.questions import grouped, is_question, precise
from pipeline.extract.sentences import LONGEST
from pipeline.models.findings import Addressee, Span
from pipeline.models.passages import Kind, Passage

_LABEL_WORDS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, not yet sorted into the groups of Findings."""

    spans: tuple[Span, ...]
    stem: str
    addressee: Addressee
    words: str
    voice: Voice
    why: str


class Walk:
    """One pass over the passages; `hits` and `questions` are in reading order."""

    def __init__(self, passages: Sequence[Passage], reader: Reader) -> None:
        self.passages = passages
        self.reader = reader
        self.grammar: Grammar = reader.grammar
        self.hits: list[Hit] = []
        self.questions: list[Hit] = []
        self._zone = Zone()
        self._stem: Stem | None = None
        self._asking = False
        self._columns: dict[tuple[int, int], Section] = {}
        self._used: set[int] = set()
        self._pending: tuple[int, int] | None = None

    def run(self) -> None:
        """Read all passages; footnotes and quotations say nothing of their own and interrupt nothing."""
        for number, passage in enumerate(self.passages):
            if passage.kind in {Kind.FOOTNOTE, Kind.QUOTATION} or number in self._used:
                continue
            text = fold(passage.text).text if len(passage.text) <= LONGEST else ""
            if passage.kind is Kind.TABLE_CELL:
                self._cell(number, passage, text)
            elif outline.plain_heading(passage, text, self.grammar):
                self._heading(number, passage, text)
            elif passage.text.strip():
                self._passage(number, passage)
        self._close_heading()

    def _heading(self, number: int, passage: Passage, text: str) -> None:
        self._close_heading()
        self._stem = None
        self._asking = False
        found = outline.section(text, self.grammar)
        level = outline.level(passage)
        zone = self._zone
        if found is Section.PLAIN and zone.section is not Section.PLAIN:
            addressee, words = self._heading_actor(text)
            if addressee and zone.section is Section.RECOMMENDATIONS:
                self._zone = replace(zone, addressee=addressee, words=words)
                return
            if level > zone.level:
                return
        addressee, words = self._heading_actor(text) if found is Section.RECOMMENDATIONS else (None, "")
        self._zone = Zone(found, passage.text, level, addressee, words)
        if found is Section.RECOMMENDATIONS and ":" in text:
            self._pending = (number, len(self.hits))

    def _heading_actor(self, text: str) -> tuple[Addressee | None, str]:
        match = self.grammar.dative_heading.search(text)
        if match is None or len(text) > 200:
            return None, ""
        words = text[match.end() :].strip(" :")
        return told(words, self.grammar, self.reader.known), words

    def _close_heading(self) -> None:
        """A heading "Recommendation 3: Require a warrant" is the demand if nothing below it states one."""
        pending, self._pending = self._pending, None
        if pending is None or len(self.hits) > pending[1]:
            return
        number = pending[0]
        folded = fold(self.passages[number].text)
        after = folded.text.find(":") + 1
        if items.starts_as_action(folded.text[after:], self.grammar) or self.grammar.modal.search(
            folded.text, after
        ):
            span = _stripped(Span(number, folded.back(after), len(folded.source)), folded.source)
            if span.end - span.start > 3:
                self.hits.append(
                    self._hit((span,), "", (Addressee.SUR, ""), Voice.OWN, "heading that recommends")
                )

    def _cell(self, number: int, passage: Passage, text: str) -> None:
        """A cell of a column headed "Recommendation" is an item; other cells are read as running text."""
        key = (passage.table, passage.column)
        if passage.header or passage.row <= 1:
            found = outline.section(text, self.grammar)
            if found is not Section.PLAIN and len(text.split()) <= _LABEL_WORDS:
                self._columns[key] = found
                return
        column = self._columns.get(key)
        if passage.header or column in {Section.SILENT, Section.QUESTIONS}:
            return
        zone = Zone(column, self._column_title(passage)) if column else self._zone
        if zone.section is Section.SILENT:
            return
        seen = view(passage, self.grammar)
        context = Context(zone)
        for demand in self.reader.demands(seen, context):
            if demand.end > demand.start:
                self._add(number, seen, demand, context, f"cell of a table in {_where(passage)}")

    def _column_title(self, passage: Passage) -> str:
        return next(
            (
                other.text
                for other in self.passages
                if other.table == passage.table and other.column == passage.column and other.row <= 1
            ),
            "",
        )

    def _passage(self, number: int, passage: Passage) -> None:
        if self._zone.section is Section.SILENT:
            return
        seen = view(passage, self.grammar)
        context = self._context(number, passage, seen)
        self._ask(number, seen)
        if context is None:
            return
        demands = self.reader.demands(seen, context)
        for demand in demands:
            self._take(number, seen, demand, context)
        if demands and context.stem and self._stem is context.stem:
            self._stem = outline.with_item(context.stem, passage)
        if not demands and seen.folded.text.rstrip().endswith(":") and not self._is_label(number, seen):
            self._stem = self._other_stem(number, seen)

    def _context(self, number: int, passage: Passage, seen: View) -> Context | None:
        """What surrounds the passage; None for a label inside a list."""
        if self._stem and seen.spans:
            first = seen.sentence(0)
            if is_marked(passage) and not self.grammar.hot.search(first) and self._is_label(number, seen):
                return None
            action = items.starts_as_action(first, self.grammar) or passage.text.rstrip().endswith(";")
            if outline.belongs(passage, self._stem, action):
                return Context(self._zone, self._stem)
            if is_marked(passage):
                self._stem = None
        return Context(self._zone)

    def _is_label(self, number: int, seen: View) -> bool:
        """Whether an item only names the items after it: "Health:", or a bullet of another kind than theirs."""
        text = seen.folded.text.strip()
        if len(text.split()) > _LABEL_WORDS or items.starts_as_action(text, self.grammar):
            return False
        if text.endswith(":"):
            return True
        after = self.passages[number + 1] if number + 1 < len(self.passages) else None
        marker = seen.passage.marker.strip()
        bullets = after is not None and is_marked(after) and marker and not marker[:1].isalnum()
        return bool(bullets and after and after.marker.strip() != marker and text[-1:] not in ".;,")

    def _other_stem(self, number: int, seen: View) -> Stem | None:
        """A colon that announces no recommendations ends the list; one that announces others' is reported."""
        last = seen.sentence(len(seen.spans) - 1) if seen.spans else ""
        if self._zone.section is Section.RECOMMENDATIONS:
            addressee, words = self._heading_actor(last)
            if addressee:
                return Stem(
                    number, seen.passage.text.strip(), _where(seen.passage), addressee, words, Voice.OWN
                )
        if self.grammar.telling.search(last) or self.grammar.headings.reported.search(last):
            return Stem(number, seen.passage.text.strip(), _where(seen.passage), None, "", Voice.REPORTED)
        return None

    def _take(self, number: int, seen: View, demand: Demand, context: Context) -> None:
        """Keep a demand; if it ends with a colon the list after it holds either its items or its contents."""
        contents: list[int] = []
        if demand.opens:
            contents = self._contents(number)
            if not contents or demand.start == demand.end:
                self._open(number, seen, demand, context)
                if demand.start == demand.end or self._has_items(number):
                    return
        if demand.end > demand.start:
            self._add(number, seen, demand, context, self._why(seen.passage, demand, context), contents)

    def _open(self, number: int, seen: View, demand: Demand, context: Context) -> None:
        start = min(demand.head[0] if demand.head else demand.start, demand.start)
        text = seen.folded.source[seen.folded.back(start) :].strip()
        if demand.how == "item" and context.stem:
            self._stem = context.stem
            return
        self._stem = Stem(number, text, _where(seen.passage), demand.addressee, demand.words, demand.voice)

    def _list_after(self, number: int) -> list[int]:
        found: list[int] = []
        for later in range(number + 1, min(number + 400, len(self.passages))):
            passage = self.passages[later]
            if passage.kind is Kind.FOOTNOTE:
                continue
            if passage.kind is Kind.HEADING or not is_marked(passage):
                break
            if found and outline.style(passage.marker) != outline.style(self.passages[found[0]].marker):
                break
            found.append(later)
        return found

    def _has_items(self, number: int) -> bool:
        return bool(self._list_after(number))

    def _contents(self, number: int) -> list[int]:
        """The list after a passage if its items are no demands of their own but the contents of one."""
        listed = self._list_after(number)
        if not listed:
            return []
        seen = view(self.passages[listed[0]], self.grammar)
        if not seen.spans:
            return []
        first = seen.sentence(0)
        directive = items.starts_as_action(first, self.grammar) or self.reader.demands(
            replace(seen, spans=seen.spans[:1]), Context(Zone(Section.RECOMMENDATIONS), None)
        )
        return [] if directive and not is_question(first) else listed

    def _add(
        self,
        number: int,
        seen: View,
        demand: Demand,
        context: Context,
        why: str,
        contents: Sequence[int] = (),
    ) -> None:
        folded = seen.folded
        end = len(folded.source.rstrip()) if contents else folded.back(demand.end)
        spans = [Span(number, folded.back(demand.start), end)]
        for later in contents:
            text = self.passages[later].text
            spans.append(_stripped(Span(later, 0, len(text)), text, later == contents[-1]))
            self._used.add(later)
        voice = Voice.REPORTED if context.zone.section is Section.REPORTED else demand.voice
        stem = self._stem_text(folded.source, seen, demand, context)
        who = (demand.addressee or Addressee.SUR, demand.words)
        self.hits.append(self._hit(tuple(spans), stem, who, voice, why))

    def _stem_text(self, source: str, seen: View, demand: Demand, context: Context) -> str:
        if demand.head and demand.how in {"verb"}:
            start, end = demand.head
            return source[seen.folded.back(start) : seen.folded.back(end)].strip()
        if context.stem:
            return context.stem.text
        return context.zone.title.strip() if context.zone.section is Section.RECOMMENDATIONS else ""

    def _hit(
        self, spans: tuple[Span, ...], stem: str, who: tuple[Addressee, str], voice: Voice, why: str
    ) -> Hit:
        return Hit(spans, stem, who[0], who[1], voice, why)

    def _why(self, passage: Passage, demand: Demand, context: Context) -> str:
        where = _where(passage)
        if context.stem:
            return f"item of a list after the stem in {context.stem.where}"
        if context.zone.section is Section.RECOMMENDATIONS:
            return f"{'item' if is_marked(passage) else 'sentence'} under the heading “{context.zone.title.strip()}”"
        kinds = {"verb": "with a recommending verb", "modal": "that says who must do what"}
        return f"sentence {kinds.get(demand.how, 'that says what is necessary')} in {where}"

    def _ask(self, number: int, seen: View) -> None:
        spans = [(*span, is_question(seen.sentence(n))) for n, span in enumerate(seen.spans)]
        under = self._zone.section is Section.QUESTIONS
        for start, end in grouped(spans):
            text = seen.folded.text[start:end]
            if (
                under
                or (is_marked(seen.passage) and self._stem is None and precise(text, self.grammar))
                or (self.grammar.heads.own.search(seen.folded.text, 0, start) and precise(text, self.grammar))
            ):
                span = Span(number, seen.folded.back(start), seen.folded.back(end))
                why = (
                    f"question under the heading “{self._zone.title.strip()}”"
                    if under
                    else f"precise question in {_where(seen.passage)}"
                )
                stem = self._zone.title.strip() if under else ""
                self.questions.append(Hit((span,), stem, Addressee.SUR, "", Voice.OWN, why))




def _where(passage: Passage) -> str:
    """The place in words: the paragraph's number, or the page, or "the text"."""
    place = passage.place
    if place.paragraph:
        return f"paragraph {place.paragraph}"
    return f"page {place.page}" if place.page else "the text"


def _stripped(span: Span, text: str, last: bool = True) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or (last and text[end - 1] in ".;,")):
        end -= 1
    return Span(span.passage, start, end)
