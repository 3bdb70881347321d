"""Suggests the action category of a recommendation, and shows the words that decided it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

from pipeline.describe.category_features import (
    RECOMMENDING,
    Reading,
    Token,
    base,
    cue_places,
    english_tokens,
    read,
    words_of,
)
from pipeline.describe.category_model import Model, chances, model
from pipeline.describe.category_words import LANGUAGES, foreign_tokens
from pipeline.models.suggestions import ActionCategory

LEAST_SURE = {True: 0.35, False: 0.5}
"""Below this chance a category stays empty, in English and in another language: docs/categories.md."""
_WITHOUT_VERB = 0.55
_FEWEST_WITHOUT_VERB = 5
_NEVER = 0.01
_MOST_DECIDING = 6
_STEM_LOOKED_AT = 400
_LEADING = words_of("to of the that on for by de")


def suggest_category(text: str, language: str, stem: str = "") -> tuple[ActionCategory | None, str]:
    """The suggested action category of `text` (language: ISO 639-1), and the words of `text` that decided it.

    The rules are those of UPR Info, "Action category", October 2014: the first verb counts; of two verbs at
    the start the second; a general action with a specific example is specific. They are learnt from
    coded recommendations, see docs/categories.md. None and "" where nothing is sure enough: no known verb, no
    category likely enough. `stem` ("We ask the Government to consider") is looked at for a verb that `text`
    ("ratifying the Convention") lacks. The words are "" where they stand in the stem. Pure; never raises.
    """
    tongue = language[:2].lower()
    english = tongue not in LANGUAGES
    known = model()
    reading = _read(text, tongue, stem, known)
    if not reading.verb and (not english or len(reading.words) < _FEWEST_WITHOUT_VERB):
        return None, ""
    likely = _allowed(chances(known, reading), known.lexicon.verbs.get(reading.verb))
    best = max(range(len(likely)), key=likely.__getitem__)
    if likely[best] < (LEAST_SURE[english] if reading.verb else _WITHOUT_VERB):
        return None, ""
    start, end = _deciding(reading, best, known)
    return ActionCategory(best + 1), text[start:end]


def _allowed(likely: Sequence[float], usual: Sequence[float] | None) -> list[float]:
    """`likely` without minimal and considering action where the first verb hardly ever has that category.

    These two come from the verb alone, never from an example: so words further on cannot bring them in.
    """
    rare = (ActionCategory.MINIMAL - 1, ActionCategory.CONSIDERING - 1)
    if usual is None:
        return list(likely)
    return [0.0 if place in rare and usual[place] < _NEVER else chance for place, chance in enumerate(likely)]


def _read(text: str, tongue: str, stem: str, known: Model) -> Reading:
    tokens = _tokens(text, tongue)
    if stem and tokens and (verb := _verb_of(stem[-_STEM_LOOKED_AT:], tongue)):
        tokens = [Token(verb, 0, 0), *tokens]
    return read(tokens, known.lexicon)


@functools.lru_cache(maxsize=64)
def _verb_of(stem: str, tongue: str) -> str:
    """The verb that a stem leaves open; the items of a list share one stem."""
    return _left_open(_tokens(stem, tongue), model())


def _tokens(text: str, tongue: str) -> list[Token]:
    return foreign_tokens(text, tongue) if tongue in LANGUAGES else english_tokens(text)


def _left_open(tokens: Sequence[Token], known: Model) -> str:
    """The verb that a stem ends with ("to consider:", "the adoption of"), "" if it only recommends."""
    words = [token.word for token in tokens if token.word.isalpha()]
    while words and words[-1] in _LEADING:
        words.pop()
    verb = base(words[-1], known.lexicon) if words else ""
    return "" if verb in RECOMMENDING else verb


def _deciding(reading: Reading, category: int, known: Model) -> tuple[int, int]:
    """Where the words stand that decide: the first verb, two at the start, or a specific example."""
    verb = known.lexicon.verbs.get(reading.verb, known.lexicon.usual)
    if verb[category] < max(verb) / 3 and (example := _example(reading)):
        return example
    words = reading.words
    first = words[reading.head]
    last = first
    after = words[reading.head + 1 : reading.head + 4]
    for joint, second in pairwise(after):
        if joint.word in ("and", "or") and second.word in known.lexicon.verbs:
            last = second
            break
    if reading.verb in ("take", "make") and last is first:
        last = _object(words[reading.head + 1 : reading.head + _MOST_DECIDING]) or first
    return first.start, max(first.end, last.end)


def _object(words: Sequence[Token]) -> Token | None:
    """The noun that a verb without a meaning of its own needs: take measures, make efforts."""
    for word in words:
        if word.word in ("measures", "steps", "action", "actions", "efforts", "sure"):
            return word
    return None


def _example(reading: Reading) -> tuple[int, int] | None:
    """Where the words that announce an example stand, with the first words of it."""
    tokens = reading.tokens
    places = cue_places([token.word for token in tokens])
    if not places:
        return None
    last = min(places[0] + 2, len(tokens) - 1)
    return tokens[places[0]].start, tokens[last].end
