"""What a writer hands back: the file's bytes and what is only known once pages are laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A finished PDF.

    `pages` gives the printed page number (from 1) of every anchor of the Document. `missing` names the code
    points that no font of the style has ("U+4E2D"), each once, in order; the PDF shows a box for them and
    still gives the right character to whoever copies or searches the text.
    """

    data: bytes
    pages: Mapping[str, int] = field(default_factory=dict)
    page_count: int = 0
    missing: tuple[str, ...] = ()
