"""What a reader of formatted text counts on its way and does not read, and the problems that say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.models.passages import RawStatement
from pipeline.problems import Problem, problem
from pipeline.read.look import Look

_SHARE = 4
"""Times as many crossed-out words as others, from which on no statement would be left without them."""
_MOST = 8
"""Places that a problem names."""


@dataclass(slots=True)
class Noticed:
    """Counts of tracked changes, comments, pictures and words that do not show.

    `outside`: what the file refers to or carries and nobody follows (FI13); `damage`: what is wrong with it
    beside its text (FI17); `signs`: words drawn beside the text, which are furniture. `struck`: crossed-out
    words by the paragraph that they stand in or before, 0 for notes and running heads; `at` tells which is
    being read. `kept`: how many of them the file has, where they are read all the same.
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
    struck: dict[int, int] = field(default_factory=dict)
    kept: int = 0
    at: Callable[[], int] = int

    def shows(self, look: Look, backed: bool = False) -> bool:
        """Whether letters of this look are read; `backed`: what encloses them has a ground of its own."""
        return look.drawn(backed) and not (look.struck and not self.kept)

    def unseen(self, text: str, look: Look) -> str:
        """Count the words of `text`, which its `look` keeps from showing; what is read in its place.

        A blank that is crossed out still parts the words around it, and so does one at the end of others.
        """
        words = len(text.split())
        if look.struck and look.drawn(backed=True):
            self.strike(words)
            return left_by(text)
        if look.blacked and not look.hidden:
            self.blacked_words += words
        else:
            self.hidden_words += words
        return ""

    def strike(self, words: int) -> None:
        """Count crossed-out words."""
        if words:
            place = self.at()
            self.struck[place] = self.struck.get(place, 0) + words

    def _crossed_out(self) -> tuple[Problem, ...]:
        """FI30 with the places, or FI31."""
        if self.kept:
            return (problem("FI31", words=self.kept),)
        if not self.struck:
            return ()
        places = sorted(number for number in self.struck if number)
        shown = ", ".join(map(str, places[:_MOST])) + (", …" if len(places) > _MOST else "")
        where = f"at paragraph {shown}" if places else "in notes or running heads"
        return (problem("FI30", words=sum(self.struck.values()), where=where),)

    def problems(self) -> tuple[Problem, ...]:
        """FI10 to FI12, FI21, FI30, FI31, FI17, FI28 and FI13, as far as there was anything to count."""
        found: list[Problem] = []
        if self.insertions or self.deletions:
            found.append(problem("FI10", insertions=self.insertions, deletions=self.deletions))
        if self.comments:
            found.append(problem("FI11", comments=self.comments))
        if self.hidden_words:
            found.append(problem("FI12", words=self.hidden_words))
        if self.blacked_words:
            found.append(problem("FI21", words=self.blacked_words))
        found += self._crossed_out()
        found += [problem("FI17", what=what) for what in dict.fromkeys(self.damage)]
        if self.pictures:
            found.append(problem("FI28", pictures=self.pictures))
        found += [problem("FI13", what=what) for what in sorted(self.outside)]
        return tuple(found)


def left_by(text: str) -> str:
    """What crossed-out `text` leaves: all of it if it has no word, else a blank if one begins or ends it."""
    if not text.strip():
        return text
    return " " if text[0].isspace() or text[-1].isspace() else ""


def without_struck(read: Callable[[Noticed], RawStatement]) -> RawStatement:
    """What `read` makes of a file without its crossed-out words: its author takes them back.

    Where hardly any other word is left, nobody can have meant that: then it is read with them (FI31).
    """
    noticed = Noticed()
    statement = read(noticed)
    struck = sum(noticed.struck.values())
    left = sum(len(passage.text.split()) for passage in statement.passages) if struck else 0
    return read(Noticed(kept=struck)) if struck > _SHARE * left else statement
