"""Building again after any edits gives what a build from nothing gives, byte for byte."""

from __future__ import annotations

import dataclasses
import hashlib
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import run
from pipeline.engine import Pool
from pipeline.models.build import Options
from tests.programs import give_fonts

SESSION = """session:
  number: 31
  cycle: 3
  working_group: 2018-11
  first_day: 2018-10-09
  last_day: 2018-10-09
  venue: Sample venue
  city: Geneva
  time_zone: Europe/Zurich
  sample: yes
  languages: [en]
  statement_languages: [en]
rooms: [Room 1, Room 2]
organiser: {name: Sample Organiser, address: 1 Sample Street}
floor_time: {minimum: 1, maximum: 7}
length: 60
dialogue_minimum: 10
front_matter: {objectives: Sample objectives., format: Sample format., outcomes: Sample outcomes.}
"""
REVIEW = """state: {code}
start: 2018-10-09 {hour}:00
room: Room 1
moderator: Sample Moderator {moderator}
opening: 2
closing: 2
sur_remarks: 2
speakers:
"""
SPEAKER = """  - name: Sample Speaker {number}
    role: lawyer
    organisation: {{name: Sample Centre {number}, kind: CSO}}
    bio: A lawyer who leads the centre.
    floor: 5
    statement: statements/{file}
    language: en
    consent: {{name: {name}, photo: no, bio: yes, organisation: yes, statement: {statement}}}
"""
STATEMENT = """# Legal aid

Two clinics counted {text} open cases.

We recommend that the Government of {state}:

- ratify sample treaty {text};
- fund offices of speaker {number} in every district.

When will the Government report on case {text}?
"""
STATES = {"france": ("FR", "France", 9), "tuvalu": ("TV", "Tuvalu", 11)}


@dataclass(frozen=True)
class Facts:
    """What staff can change of the made-up session; a speaker is (folder, number)."""

    texts: Mapping[tuple[str, int], int]
    agreed: Mapping[tuple[str, int], tuple[str, str]]
    files: Mapping[tuple[str, int], str]
    rejected: frozenset[tuple[str, int]] = frozenset()
    moderator: int = 1
    turned: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    colour: str = "1b4a73"
    bios: bool = True


SPEAKERS = [(folder, number) for folder in STATES for number in (1, 2)]
BEGIN = Facts(
    dict.fromkeys(SPEAKERS, 1), dict.fromkeys(SPEAKERS, ("yes", "yes")), dict.fromkeys(SPEAKERS, "one.md")
)
who, what = st.sampled_from(SPEAKERS), st.sampled_from(["yes", "no"])
EDITS = st.one_of(
    st.tuples(st.just("text"), who, st.integers(1, 9)),
    st.tuples(st.just("agreed"), who, st.tuples(what, what)),
    st.tuples(st.just("file"), who, st.sampled_from(["one.md", "final.md", "one.txt"])),
    st.tuples(st.just("rejected"), who, st.booleans()),
    st.tuples(st.just("moderator"), who, st.integers(1, 3)),
    st.tuples(st.just("turned"), who, st.booleans()),
    st.tuples(st.just("gone"), who, st.booleans()),
    st.tuples(st.just("colour"), who, st.sampled_from(["1b4a73", "7a1f1f"])),
    st.tuples(st.just("bios"), who, st.booleans()),
    st.tuples(st.just("damage"), who, st.integers(0, 99)),
)


def edited(facts: Facts, kind: str, of: tuple[str, int], value: object) -> Facts:
    """`facts` after one edit; `damage` changes no fact."""
    if kind in ("texts", "agreed", "files"):
        return dataclasses.replace(facts, **{kind: {**getattr(facts, kind), of: value}})
    if kind in ("rejected", "turned", "gone"):
        one = of if kind == "rejected" else of[0]
        found = getattr(facts, kind) if kind != "gone" else frozenset()  # one State at most
        return dataclasses.replace(facts, **{kind: found | {one} if value else found - {one}})
    return dataclasses.replace(facts, **{kind: value}) if kind != "damage" else facts


def write(folder: Path, facts: Facts) -> None:
    """The whole session anew, as `facts` say."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "templates").mkdir(parents=True)
    (folder / "session.yaml").write_text(SESSION, "utf-8")
    parts = ["cover", "awaited", "agenda", "recommendations", "questions", "statement"]
    lines = [f"  - part: {part}\n" for part in (*parts, *(["bios"] if facts.bios else []))]
    (folder / "templates/pack.yaml").write_text("parts:\n" + "".join(lines), "utf-8")
    (folder / "templates/prints.yaml").write_text("build: []\n", "utf-8")
    (folder / "templates/style.yaml").write_text(f'colours: {{signal: "#{facts.colour}"}}\n', "utf-8")
    for name in STATES.keys() - facts.gone:
        write_state(folder / name, facts)


def write_state(folder: Path, facts: Facts) -> None:
    """One State's folder."""
    code, state, hour = STATES[folder.name]
    (folder / "statements").mkdir(parents=True)
    review, corrections = REVIEW.format(code=code, hour=hour, moderator=facts.moderator), ""
    for number in (2, 1) if folder.name in facts.turned else (1, 2):
        of = (folder.name, number)
        file, text = f"{number}-{facts.files[of]}", facts.texts[of]
        name, agreed = facts.agreed[of]
        review += SPEAKER.format(number=number, file=file, name=name, statement=agreed)
        said = STATEMENT.format(text=text, state=state, number=number)
        (folder / "statements" / file).write_text(said, "utf-8")
        if of in facts.rejected:
            wanted = f"fund offices of speaker {number} in every district"
            corrections += f"statements/{file}:\n  - recommendation: {wanted}\n    decision: reject\n"
    (folder / "review.yaml").write_text(review, "utf-8")
    if corrections:
        (folder / "corrections.yaml").write_text(corrections, "utf-8")


def damage(results: Path, output: Path, seed: int) -> None:
    """Cut one kept result short, change a byte of another, and of one output."""
    chance = random.Random(seed)
    kept = sorted(path for path in results.rglob("*") if path.is_file())
    outputs = sorted(path for path in output.rglob("*.pdf"))
    for path in (*chance.sample(kept, min(2, len(kept))), *chance.sample(outputs, min(1, len(outputs)))):
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1
        path.write_bytes(data[: chance.choice((len(data), len(data) // 2))])


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Pool, Path]]:
    """One warm worker for all builds, and the cache that it keeps its fonts in."""
    cache = tmp_path_factory.mktemp("warm")
    give_fonts(cache)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        with run.workers(Options(jobs=1)) as found:
            found.start()
            yield found, cache


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(EDITS, min_size=3, max_size=4))
def test_after_any_edits_a_build_is_what_a_build_from_nothing_is(
    edits: list[tuple[str, tuple[str, int], object]],
    pool: tuple[Pool, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Texts, consent, names of files, decisions, order, templates, States, damage: in every output."""
    place, facts = tmp_path_factory.mktemp("edits"), BEGIN
    session, options = place / "upr31", Options(output=place / "output", jobs=1)
    for kind, of, value in [("none", SPEAKERS[0], None), *edits]:
        name = {"text": "texts", "file": "files"}.get(kind, kind)
        facts = edited(facts, name, of, value) if kind != "none" else facts
        write(session, facts)
        if kind == "damage":
            damage(place / "cache/presession/results", place / "output", int(str(value)))
        build(session, options, (pool[0], place / "cache"))
    again = hashes(place / "output")
    shutil.rmtree(place / "output")
    build(session, options, (pool[0], place / "empty"))
    assert hashes(place / "output") == again


def build(session: Path, options: Options, using: tuple[Pool, Path]) -> None:
    """A build by workers that are warm already, with the results kept in a cache of its own."""
    pool, cache = using
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        assert not run.build(session, options, pool=pool).bugs
