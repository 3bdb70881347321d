"""The running heads of an RTF: which of its headers and footers are on a page at all."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.read.rtf.story import Story

WORDS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_FIRST = ("headerf", "footerf")
_LEFT = ("headerl", "footerl")


class Heads:
    """Headers and footers in order, with the section that each was met in.

    RTF 1.9.1, Headers and Footers: those of first pages show with \\titlepg, those of left pages with
    \\facingp; a section that has none of its own goes on with those of the one before.
    """

    def __init__(self) -> None:
        self.facing = False
        self._met: list[tuple[int, str, Story]] = []
        self._section = 0
        self._with_title: set[int] = set()

    def add(self, word: str, story: Story) -> None:
        """The group of `word` begins."""
        self._met.append((self._section, word, story))

    def title_page(self) -> None:
        """The first page of this section has heads of its own."""
        self._with_title.add(self._section)

    def reset(self) -> None:
        """\\sectd: nothing is set for this section."""
        self._with_title.discard(self._section)

    def next_section(self) -> None:
        """A section ends; the next one is set as it was, if it does not say otherwise."""
        if self._section in self._with_title:
            self._with_title.add(self._section + 1)
        self._section += 1

    def shown(self) -> list[Story]:
        """Those that are on a page."""
        with_title = sorted(self._with_title)
        following: dict[str, int] = {}
        shown: list[Story] = []
        for section, word, story in reversed(self._met):
            until = max(following.get(word, self._section + 1), section + 1)
            following[word] = section
            place = bisect_left(with_title, section)
            titled = place < len(with_title) and with_title[place] < until
            if (word not in _FIRST or titled) and (word not in _LEFT or self.facing):
                shown.append(story)
        return shown[::-1]
