"""The checked templates: which parts a pack has and in which order, its look, and its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.models.style import Style


@dataclass(frozen=True, slots=True)
class PartPlan:
    """One line of templates/pack.yaml: a part's id and its options, as checked text or numbers."""

    id: str
    options: Mapping[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """The pack's own words in one language: the English sentence is the key, as in a gettext catalogue."""

    language: str
    messages: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural_rule: str = "n != 1"

    def __call__(self, english: str, /, **values: object) -> str:
        """`english` in this language, its {gaps} filled."""
        return (self.messages.get(english) or english).format_map(values)


@dataclass(frozen=True, slots=True)
class Templates:
    """All that staff can change without code."""

    parts: tuple[PartPlan, ...]
    style: Style
    wordings: Mapping[str, Wording]

    def wording(self, language: str) -> Wording:
        """The words for `language`; English where there is no catalogue."""
        return self.wordings.get(language) or self.wordings.get("en") or Wording("en")
