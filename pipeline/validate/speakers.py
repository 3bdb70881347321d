"""One speaker of review.yaml: who, for whom, with which files, and what may be shown of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from pipeline.models.raw import RawList, RawMap, RawText
from pipeline.models.session import (
    EDITIONS,
    ConsentItem,
    FactSheetFile,
    Organisation,
    OrganisationKind,
    Photo,
    Session,
    Speaker,
)
from pipeline.problems import problem
from pipeline.validate.consent import check_minor, read_consent
from pipeline.validate.facts import LONGEST_FLOOR_MINUTES
from pipeline.validate.files import Files
from pipeline.validate.form import Form
from pipeline.validate.languages import CODES

__all__ = ["AWAITED", "read_speaker"]

BIO_WORDS = 200
AWAITED: Mapping[str, str] = {"statement": "statement", "bio": "bio"}
_PAGE = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_PER_CENT = re.compile(r"(\d{1,3})\s*%?", re.ASCII)
_FILE = re.compile(
    r"^(?:statements|photos|fact-sheets)/|\.(?:docx?|odt|rtf|pdf|html?|md|txt|jpe?g|png)$", re.I
)
"""What is written as the name of a file."""
_KINDS = {kind.value: kind.value for kind in OrganisationKind}


def read_speaker(form: Form, number: int, files: Files, session: Session) -> Speaker:
    """The speaker `number` (from 1) of a review; `form.problems` takes everything that is wrong.

    What is wrong is replaced by something harmless. No sentence holds a name, a bio or an organisation:
    messages are shown and kept where the speaker's consent does not reach.
    """
    minor, at_risk = (form.boolean(key, default=False) for key in ("minor", "at_risk"))
    contact = form.text("contact")
    there = frozenset(key for key in ("contact", "fact_sheet") if form.has(key))
    consent = read_consent(form, number, protected=minor or at_risk, there=there)
    speaker = Speaker(
        number=number,
        name=form.text("name"),
        role=form.text("role"),
        organisation=_organisation(form, number),
        floor_minutes=_floor(form, session),
        description=form.text("description"),
        bio=form.prose("bio"),
        photo=_photo(form, number, files),
        statement=_statement(form, number, files),
        language=form.choice("language", CODES, default=""),
        received=form.moment("received", required=False),
        awaited=_awaited(form),
        consent=consent,
        place=form.values.place,
        contact=contact,
        minor=minor,
        at_risk=at_risk,
        fact_sheet=_fact_sheet(form, files),
    )
    form.finish()
    _check_shown(speaker, form)
    _check_bio(speaker, form)
    _check_statement(speaker, form, session)
    _check_given(speaker, form)
    check_minor(speaker, form)
    return speaker


def _floor(form: Form, session: Session) -> int:
    """Floor time within the session's limits, in minutes."""
    minutes = form.integer("floor", 1, LONGEST_FLOOR_MINUTES)
    if minutes is None:
        return session.floor_minimum
    if minutes < session.floor_minimum:
        found = problem("AG02", form.place("floor"), minutes=minutes, minimum=session.floor_minimum)
        form.problems.append(found)
    if minutes > session.floor_maximum:
        found = problem("AG03", form.place("floor"), minutes=minutes, maximum=session.floor_maximum)
        form.problems.append(found)
    return minutes


def _organisation(form: Form, number: int) -> Organisation:
    inner = form.form("organisation", "the name and kind of the organisation")
    organisation = Organisation(
        name=inner.text("name", "the name of the organisation") if form.has("organisation") else "",
        acronym=inner.text("acronym", limit=40),
        kind=OrganisationKind(inner.choice("kind", _KINDS, default="CSO")),
        members=inner.texts("members"),
        aim=inner.text("aim", limit=1_000),
    )
    inner.finish()
    if (organisation.kind is OrganisationKind.COALITION) != bool(organisation.members):
        kind, members = organisation.kind.value, len(organisation.members) or "no"
        place = form.place("organisation")
        form.problems.append(problem("SP13", place, number=number, kind=f"a {kind}", members=members))
    return organisation


def _photo(form: Form, number: int, files: Files) -> Photo | None:
    if not form.has("photo"):
        return None
    usual = "two lines below it, such as `file: photos/speaker-1.jpg` and `alternative: A portrait`"
    inner = form.form("photo", usual=usual)
    if not isinstance(form.values.values["photo"], RawMap):
        return None
    path = _file(inner, "file", files, expected="the photo's path, such as photos/speaker-1.jpg")
    alternative = inner.text("alternative", limit=500)
    focus = _focus(inner)
    inner.finish()
    if not alternative:
        form.problems.append(problem("SP10", form.place("photo"), number=number))
    return Photo(path, alternative, focus) if path else None


def _statement(form: Form, number: int, files: Files) -> str:
    """The path of the statement; a list of several is none, but its files are named."""
    value = form.values.values.get("statement")
    if not isinstance(value, RawList):
        return _file(form, "statement", files)
    form.asked.add("statement")
    files.listed.update(item.text for item in value.items if isinstance(item, RawText))
    form.problems.append(problem("SP22", value.place, number=number, count=len(value.items)))
    return ""


def _fact_sheet(form: Form, files: Files) -> FactSheetFile | None:
    """The fact sheet: its path alone, or a mapping with the pages that are wanted."""
    if not form.has("fact_sheet"):
        return None
    value = form.values.values["fact_sheet"]
    if isinstance(value, RawText):
        path = _file(form, "fact_sheet", files)
        return FactSheetFile(path) if path else None
    inner = form.form("fact_sheet")
    path = _file(inner, "file", files, expected="the fact sheet's path, such as fact-sheets/housing.pdf")
    pages = _pages(inner)
    inner.finish()
    return FactSheetFile(path, pages) if path else None


def _pages(form: Form) -> tuple[int, ...]:
    """Numbers of pages, from 1, each once and in the order of the file."""
    found = form.placed_texts("pages")
    numbers = [int(text) if _PAGE.fullmatch(text) else 0 for text, _ in found]
    if 0 in numbers or numbers != sorted(set(numbers)):
        form.refuse(
            "pages", form.values.values["pages"], "numbers of pages in their order, such as [1, 2, 5]"
        )
        return ()
    return tuple(numbers)


def _focus(form: Form) -> tuple[float, float] | None:
    """A point of the photo: how far from its left and its upper edge, in per cent."""
    if not form.has("focus"):
        return None
    found = [_PER_CENT.fullmatch(text) for text in form.texts("focus")]
    shares = [int(each[1]) / 100 for each in found if each and int(each[1]) <= 100]
    if len(found) == 2 and len(shares) == 2:
        return shares[0], shares[1]
    form.refuse("focus", form.values.values["focus"], "two figures from the upper left, such as [50%, 30%]")
    return None


def _file(form: Form, key: str, files: Files, expected: str = "") -> str:
    """The path in the session folder of the file under `key`; "" for none, or one that cannot be used."""
    name = form.text(key, expected, limit=500)
    if not name:
        return ""
    if not _is_inside(name):
        form.problems.append(problem("SP07", form.place(key), file=_as_file(name)))
        return ""
    written = form.values.values[key]  # with its blanks: two files may differ in no more
    file = files.find(written.text.strip() if isinstance(written, RawText) else name)
    if file is None:
        found = problem("SP06", form.place(key), file=_as_file(name), hint=files.near(name))
        form.problems.append(found)
        return ""
    if not file.is_there:
        form.problems.extend(file.problems)
        return ""
    return file.path


def _as_file(name: str) -> str:
    """`name` for a message if it is written as a file's is; other words may be anything of a person."""
    return name if _FILE.search(name) and "@" not in name else "what is named here"


def _is_inside(name: str) -> bool:
    """Whether `name` can only be a file below the State's folder: no root, drive, address or way up."""
    parts = name.split("/")
    odd = name.startswith(("/", "~", "-", "$")) or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", name)
    return not odd and ".." not in parts


def _awaited(form: Form) -> frozenset[str]:
    """What is still to come of a speaker."""
    found = set()
    for item, place in form.placed_texts("awaited"):
        if item.casefold() in AWAITED:
            found.add(item.casefold())
            continue
        expected = "a list of " + " and ".join(AWAITED)
        values = {"key": "awaited", "value": "a text", "expected": expected, "hint": ""}
        form.problems.append(problem("FO02", place, **values))
    return frozenset(found)


def _check_shown(speaker: Speaker, form: Form) -> None:
    """Somebody or something must stand for a speaker in each edition."""
    allows = speaker.consent.allows
    if not speaker.name and any(allows("name", edition) for edition in EDITIONS):
        form.problems.append(problem("SP16", speaker.place, number=speaker.number))
    if speaker.description:
        return
    withheld = [edition for edition in EDITIONS if not allows("name", edition)]
    nothing = [edition for edition in withheld if not allows("organisation", edition)]
    only_name = [edition for edition in withheld if edition not in nothing]
    for code, editions in (("SP05", nothing), ("SP04", only_name)):
        if editions:
            shown = " and ".join(editions)
            form.problems.append(problem(code, speaker.place, number=speaker.number, editions=shown))


def _check_bio(speaker: Speaker, form: Form) -> None:
    words = len(speaker.bio.split())
    place = form.place("bio")
    if words > BIO_WORDS:
        over = words - BIO_WORDS
        found = problem("SP02", place, number=speaker.number, words=words, maximum=BIO_WORDS, over=over)
        form.problems.append(found)
    if not words and "bio" not in speaker.awaited:
        form.problems.append(problem("SP01", speaker.place, number=speaker.number))
    if words and "bio" in speaker.awaited:
        form.problems.append(problem("SP11", form.place("awaited"), item="bio", number=speaker.number))


def _check_statement(speaker: Speaker, form: Form, session: Session) -> None:
    named = form.has("statement")
    if not named and "statement" not in speaker.awaited:
        form.problems.append(problem("SP12", speaker.place, number=speaker.number))
    if named and "statement" in speaker.awaited:
        place = form.place("awaited")
        form.problems.append(problem("SP11", place, item="statement", number=speaker.number))
    if speaker.received and session.deadline and speaker.received > session.deadline:
        received, deadline = (_minutes(moment) for moment in (speaker.received, session.deadline))
        found = problem(
            "SP14", form.place("received"), number=speaker.number, received=received, deadline=deadline
        )
        form.problems.append(found)


def _minutes(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _check_given(speaker: Speaker, form: Form) -> None:
    """Note what was brought and may be shown nowhere."""
    given: dict[ConsentItem, bool] = {
        "statement": bool(speaker.statement),
        "bio": bool(speaker.bio),
        "photo": speaker.photo is not None,
        "contact": bool(speaker.contact),
        "fact_sheet": speaker.fact_sheet is not None,
    }
    _check_fact_sheet(speaker, form)
    for item, there in given.items():
        if there and not any(speaker.consent.allows(item, edition) for edition in EDITIONS):
            form.problems.append(problem("SP15", form.place(item), item=item, number=speaker.number))


def _check_fact_sheet(speaker: Speaker, form: Form) -> None:
    """Warn where a fact sheet may be shown and not whose it is: its look says that."""
    allows = speaker.consent.allows
    silent = [e for e in EDITIONS if allows("fact_sheet", e) and not allows("organisation", e)]
    if speaker.fact_sheet and silent:
        values = {"number": speaker.number, "editions": " and ".join(silent)}
        form.problems.append(problem("FS09", form.place("fact_sheet"), **values))
