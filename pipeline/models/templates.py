"""The templates, as read and as checked: the parts of a pack and their order, its look, its own words."""

from __future__ import annotations

import functools
import gettext
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.models.letterhead import Letterhead
from pipeline.models.raw import RawMap
from pipeline.models.style import Style
from pipeline.problems import CommandError, Place, Problem


@dataclass(frozen=True, slots=True)
class RawMessage:
    """An entry of a .po file: English sentence, plural ("" for none), translations ("" for none), place."""

    english: str
    plural: str
    translations: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RawCatalogue:
    """The words of one language, layered: a message of a later folder stands before that of an earlier one.

    `language` is the name of the folder under `locale/`. `plural_rule` is the C expression of the
    Plural-Forms header, `forms` their number.
    """

    language: str
    messages: tuple[RawMessage, ...]
    plural_rule: str
    forms: int
    place: Place


@dataclass(frozen=True, slots=True)
class RawTemplates:
    """The templates as they lie in the folders, the more special layered over the defaults, unchecked.

    `pack` and `style` are None where a file cannot be read; `problems` then says why. `files` are (path as
    shown, SHA-256 in hex) of everything read, for cache keys and the manifest. `sentences` are all that a
    pack can say: the default English catalogue. `prints` are the print editions, None without any;
    `letterhead` is what the Word files are written on, None for plain paper.
    """

    pack: RawMap | None
    style: RawMap | None
    catalogues: tuple[RawCatalogue, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    sentences: tuple[RawMessage, ...] = ()
    prints: RawMap | None = None
    letterhead: Letterhead | None = None


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
        return self.pattern(english).format_map(values)

    def pattern(self, english: str) -> str:
        """`english` in this language, its {gaps} still open."""
        return self.messages.get(english) or english

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The form for `number` of a message with a plural; {n} is the number, other gaps are `values`."""
        return self.count_pattern(one, many, number).format_map({"n": number, **values})

    def count_pattern(self, one: str, many: str, number: int) -> str:
        """The form for `number`, its gaps still open; English where the language has no translation."""
        forms = self.plurals.get(one, ())
        index = plural_index(self.plural_rule)(number)
        if index < len(forms) and forms[index]:
            return forms[index]
        return one if number == 1 else many


@functools.lru_cache(maxsize=64)
def plural_index(rule: str) -> Callable[[int], int]:
    """The function of a gettext plural rule ("n != 1"); ValueError for one that is not such an expression."""
    return gettext.c2py(rule)


@dataclass(frozen=True, slots=True)
class Print:
    """A print edition of a pack, a PDF beside it: its parts and its look.

    `booklet`: two pages side by side on each side of a sheet, in the order in which it is folded.
    """

    id: str
    parts: tuple[PartPlan, ...]
    style: Style
    booklet: bool = False


@dataclass(frozen=True, slots=True)
class Templates:
    """All that staff can change without code.

    `prints` are the print editions that every pack comes with; `others` those that were not asked for.
    `letterhead` is for the Word files alone.
    """

    parts: tuple[PartPlan, ...]
    style: Style
    wordings: Mapping[str, Wording]
    prints: tuple[Print, ...] = ()
    others: tuple[Print, ...] = ()
    letterhead: Letterhead | None = None

    def with_prints(self, names: Iterable[str]) -> Templates:
        """The same with those print editions too. Raises CommandError for one that prints.yaml has not."""
        known = {each.id: each for each in (*self.prints, *self.others)}
        wanted = {each.id for each in self.prints} | set(names)
        if unknown := sorted(wanted - known.keys()):
            offered = ", ".join(sorted(known)) or "none"
            raise CommandError(f"There is no print edition {unknown[0]!r}. prints.yaml has: {offered}.")
        chosen = tuple(each for name, each in sorted(known.items()) if name in wanted)
        others = tuple(each for name, each in sorted(known.items()) if name not in wanted)
        return replace(self, prints=chosen, others=others)

    def for_print(self, edition: Print) -> Templates:
        """What a pack of this print edition is made with."""
        return replace(self, parts=edition.parts, style=edition.style, prints=(), others=())

    def wording(self, language: str) -> Wording:
        """The words for `language`; English where there is no catalogue."""
        return self.wordings.get(language) or self.wordings.get("en") or Wording("en")


@dataclass(frozen=True, slots=True)
class Option:
    """What an option may be: one of `choices`, a whole number from `least` to `most`, or yes or no."""

    default: str | int | bool
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


_ON_A_NEW_PAGE = {"new_page": Option(True)}
_FLOWING = {"new_page": Option(False)}
_GROUPED = {"group": Option("speaker", ("speaker", "topic"))}

# The parts that a pack can have, and their options; docs/templates.md explains them to staff.
PARTS: Mapping[str, Mapping[str, Option]] = {
    "cover": {},
    "contents": {"depth": Option(1, least=1, most=4), **_ON_A_NEW_PAGE},
    "how-to-use": _FLOWING,
    "awaited": _FLOWING,
    "agenda": _ON_A_NEW_PAGE,
    "at-a-glance": {"maximum": Option(20, least=1, most=60), **_ON_A_NEW_PAGE},
    "recommendations": {
        **_GROUPED,
        **_ON_A_NEW_PAGE,
        "category": Option(True),
        "several": Option(True),
    },
    "questions": {**_GROUPED, **_FLOWING},
    "statement": {"right_hand": Option(False)},
    "fact-sheets": {"show": Option("pages", ("pages", "words")), "right_hand": Option(False)},
    "since-previous-review": {"maximum": Option(40, least=0, most=400), **_ON_A_NEW_PAGE},
    "bios": _ON_A_NEW_PAGE,
    "index-of-speakers": _FLOWING,
    "index-of-issues": _FLOWING,
    "about": _FLOWING,
    "summary": {
        "speakers": Option(40, least=0, most=200),
        "issues": Option(8, least=0, most=50),
        "recommendations": Option(12, least=0, most=60),
    },
}
