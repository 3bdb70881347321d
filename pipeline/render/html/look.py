"""The style sheet: `look.css` with the colours of templates/style.yaml."""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.models.style import Style

# The pack's own faces where the reader has them; else what every system has. Nothing is fetched.
_SERIF = (
    '"Source Serif 4", Charter, "Bitstream Charter", "Noto Serif", Cambria, Georgia, '
    '"Noto Naskh Arabic", "Noto Serif SC", "Songti SC", SimSun, serif'
)
_SANS = (
    '"Source Sans 3", system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, '
    '"Noto Sans Arabic", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
)
_COLOURS = ("ink", "grey", "signal", "rule", "hatch")


def stylesheet(style: Style) -> str:
    """The sheet: variables for colours and faces, then the rules that use them."""
    colours = "; ".join(f"--{name}: {style.colour(name)}" for name in _COLOURS)
    return f":root {{ {colours}; --serif: {_SERIF}; --sans: {_SANS} }}\n{_rules()}"


@functools.lru_cache(maxsize=1)
def _rules() -> str:
    return Path(__file__).with_name("look.css").read_text("utf-8")
