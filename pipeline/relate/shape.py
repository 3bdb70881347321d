"""The shape of a demand: what it asks and of what, weighed, in a form for all languages."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.models.states import all_states
from pipeline.relate.lexicon import Found, concept_weight, concepts, word_weight
from pipeline.relate.words import Word, fold, stem, without_states, words

_KIND_FACTOR = {"act": 0.6, "treaty": 1.3, "plain": 0.3}
_NUMBER = 3.5
_YEAR = 2.0
_NAME = 5.0
_PAIR = 2.5  # two characters of Chinese that are no concept; a word of two is in three pairs
_LEAST = 1.3  # a word that more than a quarter of all recommendations have says nothing
_MOST = 6.5
# A protocol to a treaty is another treaty: "Optional Protocol to the Convention on the Rights of the Child".
_PROTOCOLS = {"CAT": "OP-CAT", "CEDAW": "CEDAW-OP", "ICESCR": "ICESCR-OP", "ICCPR": "ICCPR-OP1",
              "CRC": "CRC-OP", "CRPD": "CRPD-OP"}  # fmt: skip
_CYRILLIC = str.maketrans("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeejziiklmnoprstufkccss_y_eua")


@dataclass(frozen=True, slots=True)
class Shape:
    """A demand as weighed features. `common` are those that every language shares (concepts, numbers, names),
    `own` the other words by their stems. `kinds` are the names of concepts by their kind. `found` are the
    concepts where they stand among `words`. `script` is "latin", "cyrillic", "arabic" or "chinese";
    `tongue` tells languages of one script apart as well as the small words allow.
    """

    text: str
    words: tuple[Word, ...]
    found: tuple[Found, ...]
    common: dict[str, float]
    own: dict[str, float]
    kinds: dict[str, frozenset[str]]
    numbers: frozenset[str]
    tongue: str
    common_total: float
    own_total: float


def shape(text: str, language: str = "") -> Shape:
    """The shape of the demand `text`; `language` is its ISO 639-1 code, "" where it is not known."""
    bare = without_states(text)
    split = words(bare)
    found = tuple(concepts(split))
    taken = {place for each in found for place in range(each.start, each.end)}
    common = _of_concepts(found, split)
    own: dict[str, float] = {}
    numbers: set[str] = set()
    for place, word in enumerate(split):
        if word.shown.isdigit():
            numbers.add(word.forms[0])
            common["#" + word.forms[0]] = _YEAR if _is_year(word.forms[0]) else _NUMBER
        elif "\u4e00" <= word.shown[0] <= "\u9fff":
            own.update(_left_over(word.shown, [each.shown for each in found if each.start == place]))
        elif place not in taken and word.shown[0].isalpha():
            _add_word(word, place, split, common, own)
    kinds: dict[str, set[str]] = {}
    for feature in common:
        kind, _, name = feature.partition(":")
        kinds.setdefault(kind, set()).add(name)
    return Shape(
        text=bare,
        words=split,
        found=found,
        common=common,
        own=own,
        kinds={kind: frozenset(names) for kind, names in kinds.items()},
        numbers=frozenset(number for number in numbers if not _is_year(number)),
        tongue=language or _tongue(bare),
        common_total=math.fsum(common.values()),
        own_total=math.fsum(own.values()),
    )


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _of_concepts(found: Sequence[Found], split: Sequence[Word]) -> dict[str, float]:
    """The features of concepts; a protocol right before its treaty makes it the treaty of the protocol."""
    features: dict[str, float] = {}
    for number, each in enumerate(found):
        kind, name = each.concept
        if kind == "manner":
            continue
        before = found[number - 1] if number else None
        if kind == "treaty" and before is not None and before.end == each.start and _is_protocol(before):
            name = _PROTOCOLS.get(name, name)
        weight = min(_MOST, concept_weight(name)) * _KIND_FACTOR.get(kind, 1.0)
        features[f"{kind}:{name}"] = weight
    for treaty, protocols in (("ICCPR", ("ICCPR-OP1", "ICCPR-OP2")), ("CRC", ("CRC-OP3",))):
        if any(f"treaty:{protocol}" in features for protocol in protocols):
            features.pop(f"treaty:{treaty}", None)
            features.pop("treaty:CRC-OP", None)
    return features


def _is_protocol(found: Found) -> bool:
    return found.concept.name == "convention" and fold(found.shown).startswith(
        ("protoc", "протокол", "بروتوكول", "议定书")
    )


def _left_over(run: str, terms: Sequence[str]) -> dict[str, float]:
    """The pairs of characters in a Chinese run that belong to none of the `terms` found in it."""
    for term in sorted(terms, key=len, reverse=True):
        run = run.replace(term, " ")
    parts = (part.strip("的和与以及在对其并将应该使为了有所") for part in run.split())
    return {part[n : n + 2]: _PAIR for part in parts for n in range(len(part) - 1)}


def _add_word(
    word: Word, place: int, split: Sequence[Word], common: dict[str, float], own: dict[str, float]
) -> None:
    """A word that is no concept: a name if it stands with a capital inside a sentence, else a stem."""
    folded = word.forms[-1]
    weight = word_weight(stem(folded))
    if _is_name(word, place, split) and weight >= 5 and folded not in _names_of_states():
        common["name:" + skeleton(folded)] = _NAME
    elif weight >= _LEAST and len(folded) > 1:
        own[stem(folded)] = min(_MOST, weight)


def _is_name(word: Word, place: int, split: Sequence[Word]) -> bool:
    inside = place > 0 and split[place - 1].shown not in (".", ";", "。", "；", ":")
    return inside and word.shown[0].isupper() and len(word.shown) > 3


def skeleton(folded: str) -> str:
    """The consonants of a name, alike in Latin and Cyrillic spelling.

    >>> skeleton("navalny") == skeleton("навальныи")
    True
    """
    latin = folded.translate(_CYRILLIC)
    plain = re.sub("ck|q", "k", re.sub("ph", "f", latin.replace("w", "v").replace("tch", "c")))
    return re.sub(r"(.)\1+", r"\1", re.sub("[^bcdfgklmnprstvxz]|h", "", plain)) or plain


@functools.cache
def _names_of_states() -> frozenset[str]:
    """The words of the names of States: they stand in every demand to a State and say nothing."""
    return frozenset(
        fold(part)
        for state in all_states()
        for _, name in state.names
        for part in re.findall(r"\w{4,}", name)
    )


_TONGUES = {
    "en": "the of to and in for with all",
    "fr": "le la les des et du aux dans une",
    "es": "el los las y del en para una",
    "pt": "o os as e do da dos das em para uma",
}
_SMALL: dict[str, list[str]] = {}
for _name, _words in _TONGUES.items():
    for _word in _words.split():
        _SMALL.setdefault(_word, []).append(_name)
_SCRIPTS = ((re.compile("[\u0400-\u04ff]"), "ru"), (re.compile("[\u0600-\u06ff]"), "ar"),
            (re.compile("[\u4e00-\u9fff]"), "zh"))  # fmt: skip
_SAMPLE = 300


def _tongue(text: str) -> str:
    """The language by its script, or by its small words where the script is Latin."""
    sample = text[:_SAMPLE]
    for script, language in () if sample.isascii() else _SCRIPTS:
        if len(script.findall(sample)) * 3 > len(sample):
            return language
    counts = dict.fromkeys(_TONGUES, 0)
    for part in sample.lower().split():
        for name in _SMALL.get(part, ()):
            counts[name] += 1
    return max(counts, key=lambda name: counts[name])
