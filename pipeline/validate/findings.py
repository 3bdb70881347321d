"""What was found in a statement: at least one recommendation, and each to the State under Review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.models.findings import READ_LANGUAGES, Findings, Recommendation, SetAsideReason
from pipeline.models.passages import Statement
from pipeline.models.session import Review, Session, Speaker
from pipeline.models.states import State, named_states
from pipeline.problems import Place, Problem, problem
from pipeline.validate.languages import count_aloud, language_name

__all__ = ["validate_findings"]

_REASONS = {
    SetAsideReason.ADDRESSEE: "made to somebody else",
    SetAsideReason.REPORTED: "reported, made earlier",
}
_DOUBTFUL = "doubtful"
_QUOTED = 120
_MOST_PLACES = 8
# What stands before the name of a State that is asked to act, in the languages that are searched.
_ASKED = re.compile(
    r"(government|authorities|parliament|gouvernement|autorit[ée]s|parlement|gobierno|autoridades|parlamento)"
    r" +(of( the)?|d[eu]s?( la)?|d'|de l[ao]s?|del?) *$"
    r"|(recommend|urge|call|ask|invite)s?( (that|to|on|upon|for))?( the)? +$"
    r"|(recommand\w+|appel\w+|demand\w+|exhort\w+|invit\w+|recomend\w+|insta\w*|pedi\w+)"
    r" +(à|au|aux|que|a|al)( l[ae]s?)? +$",
    re.IGNORECASE,
)


def validate_findings(
    statement: Statement, findings: Findings, speaker: Speaker, review: Review, session: Session
) -> tuple[Problem, ...]:
    """ST07 without a recommendation (ST14 in a language without a grammar), ST08 with the number of items set
    aside, ST09 for another State's name.

    What staff decided needs no second look, and what they rejected is nothing. Everything is placed in the
    speaker's file, at the passage it is about.
    """
    shown = f"{session.shown}/{speaker.statement}" if session.shown else speaker.statement
    problems = []
    if not findings.recommendations and count_aloud(statement.passages, statement.language):
        read = statement.language in READ_LANGUAGES
        language = language_name(statement.language)
        problems.append(problem("ST07") if read else problem("ST14", language=language))
    aside = [s for s in findings.set_aside if s.reason in _REASONS and not s.recommendation.decided]
    elsewhere = [s.recommendation for s in aside if s.reason is SetAsideReason.ADDRESSEE]
    # Every statement tells what was recommended before: worth a note only where nothing else was found.
    told = aside if elsewhere or not findings.recommendations else []
    counts = Counter(_REASONS[item.reason] for item in told) + Counter({_DOUBTFUL: len(findings.doubtful)})
    if counts:
        reasons = ", ".join(
            f"{counts[words]} {words}" for words in (*_REASONS.values(), _DOUBTFUL) if counts[words]
        )
        where = [item.recommendation.place for item in told] + [item.place for item in findings.doubtful]
        places = sorted(where, key=lambda place: (place.page, place.paragraph))
        values = {"count": len(places), "reasons": reasons, "places": _places(places)}
        problems.append(problem("ST08", places[0], **values))
    everything = [*(found for found in findings.recommendations if not found.decided), *elsewhere]
    problems += _other_states(everything, review.state)
    return tuple(dict.fromkeys(found.within(shown) for found in problems))


def _places(places: Sequence[Place]) -> str:
    """ "paragraphs 8, 15 and 21": each once and the first of them; of a PDF the pages."""
    unit = "page" if all(place.page for place in places) else "paragraph"
    numbers = list(dict.fromkeys(place.page if unit == "page" else place.paragraph for place in places))
    shown = [str(number) for number in numbers[:_MOST_PLACES]]
    if len(numbers) > _MOST_PLACES:
        shown.append(f"{len(numbers) - _MOST_PLACES} more")
    if len(shown) == 1:
        return f"{unit} {shown[0]}"
    return f"{unit}s {', '.join(shown[:-1])} and {shown[-1]}"


def _other_states(items: Sequence[Recommendation], state: State) -> list[Problem]:
    """ST09 where the words that say who should act name a State, and not the one under review.

    Once for the items that have these words in common: a stem has as many as its list is long.
    """
    places: dict[tuple[str, str], list[Place]] = {}
    for item in items:
        words = item.stem or item.text
        if other := _other_state(words, item.addressee_words, state):
            places.setdefault((other, words), []).append(item.place)
    return [_made_to(other, words, state, found) for (other, words), found in places.items()]


def _made_to(other: str, words: str, state: State, places: Sequence[Place]) -> Problem:
    several = len(places) > 1
    values = {
        "made": f"{len(places)} recommendations are" if several else "a recommendation is",
        "places": f", in {_places(places)}" if several else "",
        "other": other,
        "state": state.name(),
        "words": f'"{words[:_QUOTED]}"',
    }
    return problem("ST09", places[0], **values)


def _other_state(words: str, addressee_words: str, state: State) -> str:
    """The name of another State that is asked to act; "" where there is none, or this one is asked too."""
    named = [found for start, _, found in named_states(words) if _ASKED.search(words[:start])]
    named += [found for _, _, found in named_states(addressee_words)]
    if not named or state.code in {found.code for found in named}:
        return ""
    return named[0].name()
