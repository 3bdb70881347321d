"""Sessions of any size to measure with: made-up SAMPLE States' folders, the same words on every computer.

Usage: python -m benchmarks.sessions FOLDER [--states 14] [--speakers 3] [--pages 20] [--first 0] [--number 31]
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.models.states import State, all_states

__all__ = ["Size", "write_session"]

WORDS_A_PAGE = 273
"""Of a statement with its recommendations and questions, which stand in two parts of the pack; measured."""
FRONT_PAGES, SPEAKER_PAGES = 4.5, 0.9
"""What a pack has beside its statements: for itself, and for each speaker."""
SUBJECTS = (
    "access to safe water", "the independence of courts", "schooling in mother tongues", "free legal advice",
    "conditions in prisons", "registration of births", "land of rural families", "safety of journalists",
    "equal pay", "shelters for women", "care for older persons", "rights of persons with disabilities",
    "the age of marriage", "work in households", "peaceful assembly", "protection of witnesses",
)  # fmt: skip
PLACES = (
    "the capital",
    "the northern districts",
    "two coastal towns",
    "remote villages",
    "the border region",
)
WHO = ("Our members", "Local councils", "Teachers", "Two clinics", "Lawyers of our network", "Young people")
DID = ("reported", "noted", "told us", "counted", "described", "observed")
WHAT = (
    "that the procedure takes {n} months", "{n} open cases at the end of the year", "fewer visits than planned",
    "that {n} of a hundred requests were answered", "long ways to the next office", "a plan without a budget",
)  # fmt: skip
ACTS = (
    "ratify the {name} Convention on {subject}", "adopt by {year} the {name} plan on {subject}",
    "publish the figures of {name} on {subject} every {n} months", "train {n} officials of {name} in {subject}",
    "amend section {n} of the {name} act on {subject}", "fund {n} offices in {name} that work on {subject}",
)  # fmt: skip
SYLLABLES = ("ka", "ro", "mi", "te", "lu", "ve", "sa", "no", "di", "pe", "gu", "fa", "zo", "li", "be", "ha")
"""Of them names are made up, that no two demands of a pack are the same by chance, however long it is."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large: States, speakers of each, and about how many pages each pack has.

    `first` is the place of the first State among all; `number` is that of the session.
    """

    states: int = 14
    speakers: int = 3
    pages: int = 20
    first: int = 0
    number: int = 31


def write_session(folder: Path, size: Size) -> Path:
    """Write a session of that size to `folder`, which must not be there; return it."""
    states = all_states()[size.first : size.first + size.states]
    if len(states) < size.states:
        raise ValueError(f"there are {len(all_states())} States, from {size.first} on not {size.states}")
    folder.mkdir(parents=True)
    days = 1 + (size.states - 1) // (2 * _HOURS)
    (folder / "session.yaml").write_text(_session(size, days), "utf-8")
    for number, state in enumerate(states):
        inner = folder / _slug(state.name("en"))
        (inner / "statements").mkdir(parents=True)
        (inner / "review.yaml").write_text(_review(state, number, size), "utf-8")
        for speaker in range(size.speakers):
            text = _statement(state, f"{size.number} {state.code} {speaker}", size)
            (inner / "statements" / f"statement-{speaker + 1}.md").write_text(text, "utf-8")
    return folder


_HOURS = 8
_FIRST = dt.date(2018, 10, 1)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "-", plain).strip("-")


def _session(size: Size, days: int) -> str:
    last = _FIRST + dt.timedelta(days=days - 1)
    return f"""session:
  number: {size.number}
  cycle: 3
  working_group: 2018-11
  first_day: {_FIRST}
  last_day: {last}
  venue: Sample venue
  city: Geneva
  time_zone: Europe/Zurich
  provisional: no
  sample: yes
  languages: [en]
  statement_languages: [en]
rooms: [Room 1, Room 2]
organiser: {{name: Sample organiser, address: Sample street 1}}
floor_time: {{minimum: 1, maximum: 7}}
length: 60
dialogue_minimum: 10
front_matter:
  objectives: Sample packs, made to be measured.
  format: One hour for each State.
  outcomes: Delegations leave with figures.
"""


def _review(state: State, number: int, size: Size) -> str:
    day, slot = divmod(number // 2, _HOURS)
    hour = (9, 10, 11, 12, 14, 15, 16, 17)[slot]
    floor = min(7, 42 // size.speakers)
    speakers = "\n".join(_speaker(n + 1, floor) for n in range(size.speakers))
    return f"""state: {state.code}
start: {_FIRST + dt.timedelta(days=day)} {hour:02}:00
room: Room {number % 2 + 1}
moderator: Sample Moderator {number % 2 + 1}
opening: 2
closing: 2
sur_remarks: 2
previous_review: {{session: 17, year: 2013, cycle: 2, supported: 90, noted: 30}}
speakers:
{speakers}
"""


def _speaker(number: int, floor: int) -> str:
    return f"""  - name: Sample Speaker {number}
    role: lawyer
    organisation: {{name: Sample Centre {number}, kind: CSO}}
    bio: Sample Speaker {number} has worked for ten years as a lawyer and leads the Sample Centre {number}.
    floor: {floor}
    statement: statements/statement-{number}.md
    language: en
    consent: {{name: yes, photo: no, bio: yes, organisation: yes, statement: yes}}
"""


def _statement(state: State, seed: str, size: Size) -> str:
    """Sections on one subject each, with figures, a list of recommendations and a question."""
    chance = random.Random(seed)
    name = f"{state.article} {state.name('en')}".strip()
    pages = max(size.pages - FRONT_PAGES - SPEAKER_PAGES * size.speakers, 1)
    wanted = pages * WORDS_A_PAGE / size.speakers
    lines = [f"# Sample statement on {state.name('en')}", "", "This SAMPLE was written to be measured."]
    words = 0
    while words < wanted:
        section = list(_section(chance, name))
        words += sum(len(line.split()) for line in section)
        lines += section
    return "\n".join(lines) + "\n"


def _section(chance: random.Random, state: str) -> Iterator[str]:
    subject = chance.choice(SUBJECTS)
    yield from ("", f"## {subject.capitalize()}", "")
    for _ in range(2):
        yield " ".join(_sentence(chance, subject) for _ in range(5))
        yield ""
    yield from (f"We recommend that the Government of {state}:", "")
    yield from (f"- {_act(chance, subject)};" for _ in range(2))
    yield f"- {_act(chance, subject)}."
    yield from ("", f"When will the Government of {state} report on {subject} in {chance.choice(PLACES)}?")


def _sentence(chance: random.Random, subject: str) -> str:
    what = chance.choice(WHAT).format(n=chance.randint(3, 97))
    return (
        f"{chance.choice(WHO)} in {chance.choice(PLACES)} {chance.choice(DID)} {what} concerning {subject}."
    )


def _act(chance: random.Random, subject: str) -> str:
    name = "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()
    year, number = chance.randint(2019, 2030), chance.randint(3, 97)
    return chance.choice(ACTS).format(n=number, year=year, subject=subject, name=name)


def main() -> None:
    """Write one session and say where."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    for name, value in (("states", 14), ("speakers", 3), ("pages", 20), ("first", 0), ("number", 31)):
        parser.add_argument(f"--{name}", type=int, default=value)
    given = vars(parser.parse_args())
    print(write_session(given.pop("folder"), Size(**given)))


if __name__ == "__main__":
    main()
