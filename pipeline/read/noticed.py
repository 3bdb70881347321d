"""What a reader of formatted text counts on its way and does not read, and the problems that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.problems import Problem, problem
from pipeline.read.look import Look


@dataclass(slots=True)
class Noticed:
    """Counts of tracked changes, comments, pictures and words that do not show.

    `outside`: what the file refers to or carries and nobody follows (FI13); `damage`: what is wrong with it
    beside its text (FI17); `signs`: words drawn beside the text, which are furniture.
    """

    insertions: int = 0
    deletions: int = 0
    comments: int = 0
    pictures: int = 0
    hidden_words: int = 0
    blacked_words: int = 0
    outside: set[str] = field(default_factory=set)
    damage: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)

    def unseen(self, text: str, look: Look) -> None:
        """Count the words of `text`, which its `look` keeps from showing."""
        words = len(text.split())
        if look.blacked and not look.hidden:
            self.blacked_words += words
        else:
            self.hidden_words += words

    def problems(self) -> tuple[Problem, ...]:
        """FI10 to FI12, FI21, FI17, FI28 and FI13, as far as there was anything to count."""
        found: list[Problem] = []
        if self.insertions or self.deletions:
            found.append(problem("FI10", insertions=self.insertions, deletions=self.deletions))
        if self.comments:
            found.append(problem("FI11", comments=self.comments))
        if self.hidden_words:
            found.append(problem("FI12", words=self.hidden_words))
        if self.blacked_words:
            found.append(problem("FI21", words=self.blacked_words))
        found += [problem("FI17", what=what) for what in dict.fromkeys(self.damage)]
        if self.pictures:
            found.append(problem("FI28", pictures=self.pictures))
        found += [problem("FI13", what=what) for what in sorted(self.outside)]
        return tuple(found)
