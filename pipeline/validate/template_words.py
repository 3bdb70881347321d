"""The catalogues checked: translations that can be filled in, plural rules that can be computed."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping

from pipeline.models.templates import RawCatalogue, RawMessage, RawTemplates, Wording, plural_index
from pipeline.problems import Problem, problem

_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
# A plural rule is asked for these numbers; what it says must be one of the forms there are.
_ASKED = (0, 1, 2, 3, 4, 5, 10, 11, 12, 19, 20, 21, 22, 99, 100, 101, 111, 1000)
_SOURCE = "en"


def check_words(raw: RawTemplates, problems: list[Problem]) -> Mapping[str, Wording]:
    """The wording of every language, English among them even without a catalogue."""
    known = frozenset(message.english for message in raw.sentences)
    wordings = {each.language: _wording(each, known, problems) for each in raw.catalogues}
    return {_SOURCE: Wording(_SOURCE), **wordings}


def _wording(raw: RawCatalogue, known: frozenset[str], problems: list[Problem]) -> Wording:
    if not _LANGUAGE.fullmatch(raw.language):
        problems.append(problem("TE13", raw.place, language=raw.language))
    rule_problem = _rule_problem(raw)
    if rule_problem:
        problems.append(rule_problem)
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    translated = [message for message in raw.messages if any(message.translations)]
    for message in translated:
        problems += _message_problems(message, raw, known)
        if message.plural:
            plurals[message.english] = message.translations
        else:
            messages[message.english] = message.translations[0]
    missing = len(known - {message.english for message in translated})
    if missing and raw.language != _SOURCE:
        problems.append(problem("TE11", raw.place, language=raw.language, count=missing))
    return Wording(raw.language, messages, plurals, raw.plural_rule if not rule_problem else "n != 1")


def _rule_problem(raw: RawCatalogue) -> Problem | None:
    try:
        index = plural_index(raw.plural_rule)
        usable = all(0 <= index(number) < raw.forms for number in _ASKED)
    except (ValueError, ArithmeticError, RecursionError):
        usable = False
    return None if usable else problem("TE12", raw.place, rule=raw.plural_rule, forms=raw.forms)


def _message_problems(message: RawMessage, raw: RawCatalogue, known: frozenset[str]) -> Iterator[Problem]:
    if known and message.english not in known:
        yield problem("TE10", message.place, english=message.english)
        return
    forms = raw.forms if message.plural else 1
    if len(message.translations) != forms or not all(message.translations):
        yield problem("TE15", message.place, english=message.english, forms=forms)
    allowed = _gaps(message.english) or set()
    if message.plural:
        allowed |= (_gaps(message.plural) or set()) | {"n"}
    for translation in message.translations:
        gaps = _gaps(translation)
        if gaps is None:
            yield problem("TE09", message.place, english=message.english)
        for gap in sorted((gaps or set()) - allowed):
            known_gaps = ", ".join("{" + name + "}" for name in sorted(allowed)) or "none"
            yield problem("TE08", message.place, gap="{" + gap + "}", known=known_gaps)


def _gaps(text: str) -> set[str] | None:
    """The names in braces; None where braces are not in pairs or hold more than a name."""
    try:
        fields = list(string.Formatter().parse(text))
    except ValueError:
        return None
    if any(spec or conversion for _, _, spec, conversion in fields):
        return None
    names = {name for _, name, _, _ in fields if name is not None}
    return names if all(name.isidentifier() for name in names) else None
