"""Raw sessions in memory: the good session of tests/good with changes, for tests without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.models.raw import RawFile, RawMap, RawReview, RawSession
from pipeline.models.session import Session, Speaker
from pipeline.problems import Place, Problem
from pipeline.read.yaml import read_yaml
from pipeline.validate import validate_session

GOOD = Path(__file__).resolve().parent.parent / "good"
SESSION = (GOOD / "session.yaml").read_text("utf-8")
REVIEW = (GOOD / "cuba" / "review.yaml").read_text("utf-8")
CONSENT = "{name: yes, photo: no, bio: yes, organisation: yes, statement: yes}"


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """`text` with each first string replaced by the second; every one must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def mapping(text: str, shown: str) -> RawMap:
    value, problems = read_yaml(text.encode(), shown)
    assert problems == ()
    assert isinstance(value, RawMap)
    return value


def raw_session(
    session: str = SESSION,
    reviews: Mapping[str, str] | None = None,
    files: Iterable[str] = ("statements/legal-aid.md",),
) -> RawSession:
    """A session as read; every State's folder has `files`, each with other bytes."""
    texts = {"cuba": REVIEW} if reviews is None else reviews
    names = tuple(files)
    return RawSession(
        "upr30",
        "upr30",
        mapping(session, "upr30/session.yaml"),
        tuple(
            RawReview(
                folder,
                mapping(text, f"upr30/{folder}/review.yaml"),
                tuple(raw_file(f"{folder}/{name}") for name in names),
                Place(f"upr30/{folder}/review.yaml"),
            )
            for folder, text in texts.items()
        ),
    )


def raw_file(path: str) -> RawFile:
    return RawFile(path, f"upr30/{path}", path.encode(), len(path), sha256=f"digest of {path}")


def check(*changes: tuple[str, str], **parts: object) -> tuple[Session | None, tuple[Problem, ...]]:
    """The good session with its review changed, checked."""
    return validate_session(raw_session(reviews={"cuba": changed(REVIEW, *changes)}, **parts))  # type: ignore[arg-type]


def codes(problems: Iterable[Problem]) -> list[str]:
    return [found.code for found in problems]


def first_speaker(session: Session | None) -> Speaker:
    assert session is not None
    return session.reviews[0].speakers[0]
