"""What of a speaker an edition may show. The only room of this stage that sees names before consent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.models.findings import Findings
from pipeline.models.pack import Contribution, PackInput, Picture
from pipeline.models.passages import Statement
from pipeline.models.session import Edition, OrganisationKind, Speaker
from pipeline.problems import Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A contribution as its edition may show it: "" or None where consent, or the thing itself, is missing.

    `name` is the name or the agreed description; `named` says which. `alternative` is the photo's own text,
    "" where that text would name somebody who is withheld. `held_back`: there is a consented statement, but
    its words name the speaker or organisation that is withheld, so it is not shown.
    """

    number: int
    kind: OrganisationKind
    minutes: int
    name: str = ""
    named: bool = False
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    members: tuple[str, ...] = ()
    aim: str = ""
    bio: str = ""
    picture: Picture | None = None
    alternative: str = ""
    statement: Statement | None = None
    findings: Findings = field(default_factory=Findings)
    held_back: bool = False


def show(contribution: Contribution, edition: Edition) -> Shown:
    """What of `contribution` may stand in `edition`. Whatever is not plainly consented to is left out."""
    speaker = contribution.speaker
    organisation = speaker.shown_organisation(edition)
    named = speaker.consent.allows("name", edition)
    statement = contribution.statement if speaker.consent.allows("statement", edition) else None
    held = statement is not None and _names_withheld(_words(statement), speaker, edition)
    return Shown(
        number=speaker.number,
        kind=speaker.organisation.kind,
        minutes=speaker.floor_minutes,
        name=speaker.shown_name(edition),
        named=named,
        role=_safe(speaker.role, speaker, edition) if named else "",
        organisation=organisation,
        acronym=speaker.organisation.acronym if organisation else "",
        members=_members(speaker, edition) if organisation else (),
        aim=_safe(speaker.organisation.aim, speaker, edition) if organisation else "",
        bio=_safe(speaker.bio, speaker, edition) if speaker.consent.allows("bio", edition) else "",
        picture=contribution.photo if speaker.consent.allows("photo", edition) else None,
        alternative=_safe(speaker.photo.alternative, speaker, edition) if speaker.photo else "",
        statement=None if held else statement,
        findings=contribution.findings if statement and not held else Findings(),
        held_back=held,
    )


def held_back(pack: PackInput) -> tuple[tuple[int, Place], ...]:
    """Speaker's number, and place in the file, where a statement is left out as it names who is withheld."""
    return tuple(
        (each.speaker.number, passage.place)
        for each in pack.contributions
        if each.statement and show(each, pack.edition).held_back
        for passage in each.statement.passages
        if _names_withheld((passage.text,), each.speaker, pack.edition)
    )


def _safe(text: str, speaker: Speaker, edition: Edition) -> str:
    """`text`, or "" where it names who is withheld: half a sentence about somebody is not an option."""
    return "" if _names_withheld((text,), speaker, edition) else text


def _members(speaker: Speaker, edition: Edition) -> tuple[str, ...]:
    return tuple(name for name in speaker.organisation.members if _safe(name, speaker, edition))


def _words(statement: Statement) -> Iterable[str]:
    return (passage.text for passage in statement.passages)


def _names_withheld(texts: Iterable[str], speaker: Speaker, edition: Edition) -> bool:
    patterns = _withheld(speaker, edition)
    return bool(patterns) and any(pattern.search(text) for text in texts for pattern in patterns)


def _withheld(speaker: Speaker, edition: Edition) -> list[re.Pattern[str]]:
    """What must not be said: whole names in any case, acronyms (they may be common words) only as written."""
    names: list[str] = []
    acronyms: list[str] = []
    if not speaker.consent.allows("name", edition):
        names.append(speaker.name)
    if not speaker.consent.allows("organisation", edition):
        names += [speaker.organisation.name, *speaker.organisation.members]
        acronyms.append(speaker.organisation.acronym)
    return [_pattern(name, re.IGNORECASE) for name in names if name.split()] + [
        _pattern(acronym, re.NOFLAG) for acronym in acronyms if acronym.split()
    ]


def _pattern(name: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """`name` as whole words, whatever blanks stand between them."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", flags)
