"""Progress and the log say what is done and how long it takes, and give nobody away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli.progress import times
from pipeline.engine import Agenda, Forecast, Pool, Store, Task
from tests.cli.test_incremental import give
from tests.programs import presession


def work(seconds: float) -> float:
    return seconds


def task(name: str) -> Task:
    return Task(None, work, lambda: (1.0,), 10, trace=name)


NAME = "0" * 64 + ".cost"


def test_nobody_guesses_before_anything_was_measured() -> None:
    """The time that is left is not told where it cannot be known."""
    assert Forecast(Store(None), NAME).left([(task("a"), 0.0)], 2) is None


def test_what_is_left_is_what_it_took_before() -> None:
    """Of a piece of work that was done before its own time, of a new one the mean of its kind."""
    store = Store(None)
    first = Forecast(store, NAME)
    first.took(task("a"), 4.0)
    first.took(task("b"), 8.0)
    first.save()
    later = Forecast(store, NAME)
    assert later.left([(task("a"), 1.0), (task("b"), 0.0), (task("new"), 0.0)], 1) == 3.0 + 8.0 + 6.0
    assert later.left([(task("a"), 0.0), (task("b"), 0.0)], 2) == 8.0
    later.promise("work", "a")
    assert later.left([], 1) == 4.0


@pytest.mark.parametrize("data", [b"[1]", b"{", b'{"a": {"b": "c"}}', b'{"a": 1}'])
def test_a_damaged_forecast_is_none(data: bytes) -> None:
    """It is made again, as every kept result."""
    store = Store(None)
    store.put(NAME, data)
    assert Forecast(store, NAME).left([(task("a"), 0.0)], 1) is None


@pytest.mark.parametrize(
    ("elapsed", "left", "told"),
    [(3.2, None, "3 s"), (3.2, 75.0, "3 s, about 1 min 15 s left"), (61, 0.1, "1 min 1 s, nearly done")],
)
def test_times_in_words(elapsed: float, left: float | None, told: str) -> None:
    """Seconds, and minutes from sixty on."""
    assert times(elapsed, left) == told


def test_the_pool_says_what_is_under_way() -> None:
    """Each task once, until it has ended."""
    agenda = Agenda()
    agenda.add(task("a"))
    agenda.add(task("b"))
    with Pool(1) as pool:
        counts = [len(pool.under_way) for _ in pool.run(agenda)]
    assert counts == [1, 0]


def test_the_log_has_lines_of_json_without_names(tmp_path: Path) -> None:
    """Folders of States, numbers, seconds and codes: neither speakers nor files; quiet says no progress."""
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", cwd=tmp_path)
    give(tmp_path, "france", "yes", 1)
    done = presession("build", "s/upr31", "--log-file", "log.jsonl", "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    told = (tmp_path / "log.jsonl").read_text("utf-8")
    lines = [json.loads(line) for line in told.splitlines()]
    assert [lines[0]["event"], lines[-1]["event"]] == ["begin", "end"]
    assert lines[-1]["made"] == ["france"]
    assert {line["doing"] for line in lines if line["event"] == "progress"} >= {"reading", "done"}
    assert not any(word in told for word in ("Sample", "one.md", "treaty"))
    (tmp_path / "s/upr31/session.yaml").write_text("number: [")
    presession("build", "s/upr31", "--log-file", "log.jsonl", cwd=tmp_path)
    last = json.loads((tmp_path / "log.jsonl").read_text("utf-8").splitlines()[-1])
    assert (last["event"], last["exit_code"]) == ("refused", 3)


def test_a_log_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    """Before anything is built."""
    presession("new", "s/upr31", "--number", "31", "--first-day", "2018-10-09", "--state", "FR", cwd=tmp_path)
    done = presession("build", "s/upr31", "--log-file", "no/log.jsonl", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "output").exists()) == (4, False)
    assert "log file cannot be written" in done.stderr
