"""How letters look: their emphasis, and what keeps them from showing."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.models.passages import Run

Colour = tuple[int, int, int]
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
TINY = 2.0
"""Points up to which nobody sees letters."""

_STEPS = 5
"""Of 255, by which nobody tells two colours apart."""


def alike(one: Colour | None, other: Colour | None, steps: int = _STEPS) -> bool:
    """Whether both colours are known and look the same: no part differs by more than `steps` of 255."""
    return (
        one is not None
        and other is not None
        and all(abs(mine - theirs) <= steps for mine, theirs in zip(one, other, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of letters; None: not stated. `hidden`: not shown; `pale`: white; `tiny`: up to 2 points.

    `backed`: a ground of another colour than the page's lies behind them; `blacked`: both are black;
    `struck`: a line goes through them, as through what its author takes back.
    """

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    superscript: bool | None = None
    hidden: bool | None = None
    pale: bool | None = None
    tiny: bool | None = None
    backed: bool | None = None
    blacked: bool | None = None
    caps: bool | None = None
    struck: bool | None = None

    def over(self, base: Look) -> Look:
        """This one's statements, and those of `base` where it makes none."""
        return Look(
            *(mine if mine is not None else theirs for mine, theirs in zip(self._all, base._all, strict=True))
        )

    @property
    def _all(self) -> tuple[bool | None, ...]:
        return (
            self.bold, self.italic, self.underline, self.superscript, self.hidden, self.pale, self.tiny,
            self.backed, self.blacked, self.caps, self.struck,
        )  # fmt: skip

    def toggled(self, paragraph: Look) -> Look:
        """A character style over a paragraph style: toggles that both set cancel out (17.7.3 of ECMA-376)."""

        def both(mine: bool | None, theirs: bool | None) -> bool | None:
            return not theirs if mine else theirs if mine is None else mine or theirs

        return Look(
            both(self.bold, paragraph.bold), both(self.italic, paragraph.italic),
            hidden=both(self.hidden, paragraph.hidden), caps=both(self.caps, paragraph.caps),
            struck=both(self.struck, paragraph.struck),
        ).over(self).over(paragraph)  # fmt: skip

    def drawn(self, backed: bool) -> bool:
        """Whether letters of this look can be seen; `backed`: what encloses them has a ground of its own."""
        return not (self.hidden or self.tiny or self.blacked or (self.pale and not (backed or self.backed)))

    def small(self, text: str) -> bool:
        """Whether some letters of `text` show as small ones."""
        return not self.caps and any(char.islower() for char in text)

    def run(self, text: str, link: str = "") -> Run:
        """`text` with the emphasis of this look."""
        return Run(
            text, bool(self.bold), bool(self.italic), bool(self.underline), bool(self.superscript), link=link
        )


PLAIN = Look()
