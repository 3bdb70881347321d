"""Under which heading of its statement a demand stands: a heading on the substance, or none at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.models.passages import Kind, Passage

# Headings that name the kind of text instead of an issue, in the six languages of the United Nations.
_GENERIC = re.compile(
    r"\b(recommend\w*|recommand\w*|recomend\w*|questions?|preguntas?|conclusions?|conclusi(ón|ones)|"
    r"suggest\w*|sugerenc\w*|demand(e|es|s)?|propos\w*|propuest\w*|рекомендаци\w*|вопрос\w*)\b|"
    r"توصيات|التوصيات|أسئلة|建议|问题",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(UPR|EPU|УПО|universal periodic|examen (périodique )?universel|examen periódico|"
    r"pre-?sessions?|pré-?sessions?|statement|déclaration|declaración|intervention|intervención|"
    r"заявление|выступление)\b",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^\s*(?:\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.)]\s*|[•–-]\s+)+", re.IGNORECASE)


class Topics:
    """The topic of every passage of one statement; what is not clear has none."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._headings = [i for i, passage in enumerate(passages) if passage.kind is Kind.HEADING]
        self._titles = _titles(passages, self._headings)
        self._generic = _generic(passages, self._headings)
        self._repeated = _repeat_levels(passages, self._generic)

    def of(self, index: int) -> str:
        """The topic of passage number `index` (from 0), "" if none is certain."""
        above = [i for i in self._headings if i <= index]
        while above:
            heading = above.pop()
            if heading in self._titles:
                continue
            if heading not in self._generic:
                return _bare(self._passages[heading])
            above = self._parents(heading, above)
        return ""

    def _parents(self, generic: int, above: list[int]) -> list[int]:
        """What a "Recommendations" heading can belong to.

        One that comes once for the whole statement belongs to no section of its own level; one that comes
        again and again closes the section before it, also where all headings are of one (faked) level.
        """
        level = self._passages[generic].level
        if level in self._repeated:
            return above
        return [i for i in above if self._passages[i].level < level]


def _bare(heading: Passage) -> str:
    """The words of a heading without its number and its colon."""
    return _MARKER.sub("", heading.text.replace("\n", " ")).strip(" :.")


def _generic(passages: Sequence[Passage], headings: Sequence[int]) -> set[int]:
    """Headings that name no issue: by their words, or since they come again ("What has happened since")."""
    times = Counter(_bare(passages[i]).casefold() for i in headings)
    return {
        i for i in headings if _GENERIC.search(passages[i].text) or times[_bare(passages[i]).casefold()] > 1
    }


def _repeat_levels(passages: Sequence[Passage], generic: set[int]) -> frozenset[int]:
    """Levels on which the same generic heading stands more than once."""
    seen = Counter((passages[i].level, _stem(passages[i])) for i in generic)
    return frozenset(level for (level, _), times in seen.items() if times > 1)


def _stem(heading: Passage) -> str:
    """What makes two generic headings the same: "Recommendations" and "Our recommendations" are."""
    found = _GENERIC.search(heading.text)
    return found.group().casefold()[:6] if found else _bare(heading).casefold()


def _titles(passages: Sequence[Passage], headings: Sequence[int]) -> frozenset[int]:
    """The headings at the very top that name the statement and not its first section."""
    leading = []
    for index, passage in enumerate(passages):
        if passage.kind is not Kind.HEADING:
            break
        leading.append(index)
    if not leading:
        return frozenset()
    *titles, last = leading
    later = [passages[i].level for i in headings if i > last]
    alone_on_top = not titles and (not later or passages[last].level < min(later))
    if alone_on_top or _TITLE.search(passages[last].text):
        titles.append(last)
    return frozenset(titles)
