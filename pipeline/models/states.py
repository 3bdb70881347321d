"""UN Member and observer States: ISO 3166 codes and UN short names, the nouns of every pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A State by its ISO 3166-1 codes. `names` are (ISO 639-1 code, UN short name) pairs.

    `aliases` are other names met in statements ("Cape Verde", "Russia"), for recognising it only.
    """

    code: str
    alpha3: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The UN short name in `language`, English where it is not known."""
        names = dict(self.names)
        return names.get(language) or names["en"]
