"""What a speaker agreed to, item by item and edition by edition; what is not said is a no."""

from __future__ import annotations

from pipeline.models.raw import RawMap
from pipeline.models.session import CONSENT_ITEMS, EDITIONS, Consent, ConsentItem, Edition, Speaker
from pipeline.problems import problem
from pipeline.validate.form import Form

__all__ = ["IDENTITY", "check_minor", "read_consent"]

IDENTITY: tuple[ConsentItem, ...] = ("name", "photo", "bio", "contact", "fact_sheet")
"""What shows who a speaker is: for somebody to be protected, the public edition needs a yes of its own."""

WHERE_THERE: frozenset[ConsentItem] = frozenset(("contact", "fact_sheet"))
"""What few speakers have: whether it may be shown is asked only of those."""


def read_consent(form: Form, number: int, *, protected: bool, there: frozenset[str]) -> Consent:
    """What the speaker said yes to; what is not stated is a no, and a warning.

    For somebody `protected` a yes that names no edition does not reach the public one where it is about who
    the speaker is. Whether a contact or fact sheet may be shown is asked only where it is `there`.
    """
    inner = form.form("consent")
    given: set[tuple[ConsentItem, Edition]] = set()
    unsaid, short = [], []
    for item in CONSENT_ITEMS:
        if not inner.has(item):
            unsaid += [item] if item not in WHERE_THERE or item in there else []
        elif isinstance(inner.values.values[item], RawMap):
            editions = inner.form(item)
            given |= {(item, edition) for edition in EDITIONS if editions.boolean(edition, default=False)}
            editions.finish()
        elif inner.boolean(item, default=False):
            narrow = protected and item in IDENTITY
            short += [item] if narrow else []
            given |= {(item, edition) for edition in EDITIONS if edition == "room" or not narrow}
    inner.finish()
    for code, items in (("SP03", unsaid), ("SP18", short)):
        if items:
            found = problem(code, form.place("consent"), number=number, items=", ".join(items))
            form.problems.append(found)
    return Consent(frozenset(given))


def check_minor(speaker: Speaker, form: Form) -> None:
    """Warn where the web would show who a minor is."""
    there = {"name": speaker.name, "photo": speaker.photo}
    shown = [item for item in ("name", "photo") if there[item] and _is_public(speaker, item)]
    if speaker.minor and shown:
        items = " and ".join(shown)
        form.problems.append(problem("SP19", form.place("consent"), number=speaker.number, items=items))


def _is_public(speaker: Speaker, item: str) -> bool:
    return any(given == (item, "public") for given in speaker.consent.given)
