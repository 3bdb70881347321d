"""A statement as one run of squeezed words: where a quote stands in it, exactly or nearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.decide.squeeze import core, parts_words, squeeze, squeezed
from pipeline.models.findings import Span
from pipeline.models.passages import Kind, Passage

Spans = tuple[Span, ...]
MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class _Stream:
    """Squeezed passages one after the other: of each character its passage and place there."""

    text: str
    passages: tuple[int, ...]
    offsets: tuple[int, ...]


class Source:
    """The passages of one statement, made ready once for many quotes."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        notes = [passage.kind is Kind.FOOTNOTE for passage in passages]
        # A footnote stands between the passages of a text that runs on over a page.
        self._streams = tuple(
            _stream(passages, [number for number, note in enumerate(notes) if note is wanted])
            for wanted in (False, True)
        )

    def text(self, spans: Sequence[Span]) -> str:
        r"""The words of `spans`, joined by "\n"."""
        return "\n".join(self.passages[span.passage].text[span.start : span.end] for span in spans)

    def paragraph(self, spans: Sequence[Span]) -> int:
        """The number of the paragraph in which `spans` begin, 0 for a footnote."""
        return self.passages[spans[0].passage].place.paragraph

    def has_letters(self, spans: Spans, quote: str) -> bool:
        """Whether the words of `spans` are those of `quote` letter by letter, but for blanks."""
        return " ".join(self.text(spans).split()) == quote

    def occurrences(self, quote: str) -> list[Spans]:
        """Where the words of `quote` stand, in reading order, footnotes last; at most 50 places.

        They may differ in blanks, accents, case and kinds of marks; if there are none, in the marks around
        the quote too.
        """
        for wanted in dict.fromkeys((squeezed(quote), core(quote))):
            found = [spans for stream in self._streams for spans in self._found(stream, wanted)]
            if found:
                return found[:MOST_PLACES]
        return []

    def _found(self, stream: _Stream, wanted: str) -> list[Spans]:
        found: list[Spans] = []
        at = stream.text.find(wanted) if wanted else -1
        while at >= 0 and len(found) < MOST_PLACES:
            spans = self._spans(stream, at, at + len(wanted))
            if self._is_whole(spans, wanted):
                found.append(spans)
                at = stream.text.find(wanted, at + len(wanted))
            else:
                at = stream.text.find(wanted, at + 1)
        return found

    def _spans(self, stream: _Stream, start: int, end: int) -> Spans:
        """The source of the squeezed characters from `start` to `end`, passage by passage."""
        spans = []
        for passage, group in groupby(range(start, end), key=stream.passages.__getitem__):
            members = list(group)
            text = self.passages[passage].text
            after = stream.offsets[members[-1]] + 1
            while after < len(text) and not text[after].isspace() and not squeezed(text[after]):
                after += 1
            spans.append(Span(passage, stream.offsets[members[0]], after))
        return tuple(spans)

    def _is_whole(self, spans: Spans, wanted: str) -> bool:
        """Whether no word, and no letter that squeezes to several, is cut in two."""
        first, last = spans[0], spans[-1]
        begins = parts_words(self.passages[first.passage].text, first.start)
        ends = parts_words(self.passages[last.passage].text, last.end)
        return begins and ends and squeezed(self.text(spans)) == wanted


def _stream(passages: Sequence[Passage], numbers: Sequence[int]) -> _Stream:
    text: list[str] = []
    owners: list[int] = []
    offsets: list[int] = []
    for number in numbers:
        part = squeeze(passages[number].text)
        text.append(part.text)
        owners.extend([number] * len(part.text))
        offsets.extend(part.offsets)
    return _Stream("".join(text), tuple(owners), tuple(offsets))
