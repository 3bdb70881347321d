"""Mutation testing: change the code in small ways, and list the changes that no quick test notices.

mutmut makes the mutants: every function beside all its changed forms, one of which is chosen by name when it
is called. The tests are collected once; then every mutant is tried in a fork of that process, by those
tests that run the changed line, first those that noticed another change of its function, until one fails.
mutmut's own loop starts pytest anew for every mutant, which costs many times as much. See docs/mutants.md.

Run by tools/mutants in a copy of the project. The first argument is the file that keeps the results; mutants
that it calls killed are not tried again unless their room has changed.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import gc
import hashlib
import itertools
import json
import os
import pickle
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest
from _pytest.tmpdir import tmppath_result_key
from hypothesis import Phase, settings
from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants, setup_source_paths
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.format_utils import mangled_name_from_mutant_name

SLOW = 1.5
"""A test that takes longer, in seconds, is not used."""
SAID_ELSEWHERE = "not gives_its_problem and not gives_no_error"
"""The lines of said.txt are compared whole; two tests of parts of them need not be run as well."""
ENOUGH = float(os.environ.get("ENOUGH", "20"))
"""So many seconds of tests try a mutant, the room's own tests first, then the quickest."""
QUICK = 0.2
REMEMBER = {"tests.test_problem_codes", "tests.validate.test_told"}
KEPT = {"our_templates"}
"""What tests remember that no room under test has made."""
NO_TEST, KILLED, SURVIVED, HANGS = "no test", "killed", "survived", "hangs"


class Look(NamedTuple):
    """What the tests do without a change: those that fail, how long each takes, which lines each runs."""

    failed: list[str]
    seconds: dict[str, float]
    lines: dict[str, dict[str, frozenset[int]]]
    """Function in its unchanged form -> test -> the lines of it that the test runs."""


class Mutants:
    """A pytest plugin that, instead of running the tests once, runs them for every mutant."""

    def __init__(self, rooms: Sequence[Path], kept: Path) -> None:
        self.names = {room: list(_known(room).exit_code_by_key) for room in rooms}
        self.kept = kept
        self.results: dict[str, Any] = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Which tests call which function; then all mutants."""
        items = {item.nodeid: item for item in session.items}
        _warm(session.items, [*self.names])
        look = _in_a_fork(lambda: _look(session.items, [*self.names]))
        for each in look.failed:  # a few need what is not here, such as workers of their own
            sys.stderr.write(f"not used, as it fails without any change: {each}\n")
            look.seconds[each] = SLOW
        if len(look.failed) > len(items) / 20:
            return True
        gc.freeze()
        sys.stderr.write(f"{len(items)} tests, {sum(look.seconds.values()):.0f} seconds\n")
        for room, names in self.names.items():
            self._try_all(room, names, items, look)
        return True

    def _try_all(self, room: Path, names: Sequence[str], items: dict[str, pytest.Item], look: Look) -> None:
        digest = hashlib.sha256(Path("..", room).read_bytes()).hexdigest()
        before = self.results.get(str(room), {})
        killed = before.get("killed", {}) if before.get("digest") == digest else {}
        found: dict[str, str] = {}
        told: dict[str, str] = {}
        killers: dict[str, list[str]] = defaultdict(list)
        before_it = resource.getrusage(resource.RUSAGE_CHILDREN)
        for name in names:
            function = mangled_name_from_mutant_name(name)
            chosen = _in_order(name, room, look, killers[function])
            if name in killed and killed[name] in items:
                found[name], killer = KILLED, killed[name]
            elif not chosen:
                found[name], killer = NO_TEST, ""
            else:
                limit = 2 + 4 * sum(look.seconds[each] for each in chosen)
                found[name], killer = _try(name, [items[each] for each in chosen], limit)
            if found[name] in (KILLED, HANGS):
                told[name] = killer
                if killer in killers[function]:
                    killers[function].remove(killer)
                killers[function].append(killer)
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = usage.ru_utime + usage.ru_stime - before_it.ru_utime - before_it.ru_stime
        self.results[str(room)] = {
            "digest": digest,
            "killed": told,
            "left": {name: what for name, what in found.items() if name not in told},
            "seconds": round(spent),
        }
        self.kept.write_text(json.dumps(self.results, indent=1), "utf-8")
        counted = {each: list(found.values()).count(each) for each in (KILLED, HANGS, SURVIVED, NO_TEST)}
        sys.stderr.write(f"{room}: {len(names)} mutants, {counted}, {spent:.0f} s\n")


def _warm(items: Sequence[pytest.Item], rooms: Sequence[Path]) -> None:
    """Load what the tests load when they first need it, and forget what a mutant could have made of it."""
    of_file: Counter[str] = Counter()
    for item in items:
        of_file[item.nodeid.partition("::")[0]] += 1
        if of_file[item.nodeid.partition("::")[0]] <= 2 or "who-is-withheld" in item.nodeid:
            _passes(item)
    _forget(rooms)


def _forget(rooms: Sequence[Path]) -> None:
    """What rooms and tests remember of what the rooms have made."""
    for name in {".".join(room.with_suffix("").parts) for room in rooms} | REMEMBER:
        for each in vars(sys.modules[name]).values() if name in sys.modules else ():
            if hasattr(each, "cache_clear") and each.__name__ not in KEPT:
                each.cache_clear()


def _in_order(name: str, room: Path, look: Look, killers: Sequence[str]) -> list[str]:
    """The tests that run the changed line: those that noticed another change of the function, the last first;
    then one of every way through the function, the longest way and the quickest test first."""
    function = name.rpartition("__mutmut_")[0] + "__mutmut_orig"
    ways = {each: lines for each, lines in look.lines.get(function, {}).items() if look.seconds[each] < SLOW}
    changed = _changed_line(name, room, function)
    run = {each for each, lines in ways.items() if changed in lines} or set(ways)
    late = {each: place for place, each in enumerate(killers)}
    met = Counter[frozenset[int]]()
    ranked = []
    for each in sorted(run, key=lambda each: (look.seconds[each], each)):
        met[ways[each]] += 1
        ranked.append((-late.get(each, -1), met[ways[each]], -len(ways[each]), look.seconds[each], each))
    total, chosen = 0.0, []
    for *_, each in sorted(ranked):
        total += look.seconds[each]
        if chosen and total > ENOUGH:
            break
        chosen.append(each)
    return chosen


def _changed_line(name: str, room: Path, function: str) -> int:
    """The first line of the unchanged function that the mutant has otherwise."""
    lines, spans = _spans(room)
    (start, end), (other, _) = (spans[each.rpartition(".")[2]] for each in (function, name))
    same = itertools.takewhile(
        lambda at: at == 0 or lines[start + at] == lines[other + at], range(end - start)
    )
    return start + len(list(same)) + 1


@functools.cache
def _spans(room: Path) -> tuple[list[str], dict[str, tuple[int, int]]]:
    """The lines of a room with its mutants, and where each of its functions begins and ends there."""
    text = room.read_text("utf-8")
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
    spans = {}
    for node in functions:
        first = node.decorator_list[0] if node.decorator_list else node
        spans[node.name] = (first.lineno - 1, node.end_lineno or node.lineno)
    return text.split("\n"), spans


def _function_of_line(room: Path) -> dict[int, str]:
    """Which unchanged function a line belongs to; a comprehension runs as a function of its own."""
    module = ".".join(room.with_suffix("").parts)
    spans = {name: span for name, span in _spans(room)[1].items() if name.endswith("__mutmut_orig")}
    return {
        line + 1: f"{module}.{name}" for name, (start, end) in spans.items() for line in range(start, end)
    }


def _look(items: Sequence[pytest.Item], rooms: Sequence[Path]) -> Look:
    """Run every test once and note which lines of the rooms it runs."""
    look = Look([], {}, {})
    functions = {str(room.resolve()): _function_of_line(room) for room in rooms}
    lines: dict[str, set[int]] = defaultdict(set)

    def within(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            lines[functions[frame.f_code.co_filename][frame.f_code.co_firstlineno]].add(frame.f_lineno)
        return within

    def called(frame: FrameType, event: str, _: object) -> Any:
        code = frame.f_code
        return within if code.co_firstlineno in functions.get(code.co_filename, ()) else None

    for item in items:
        lines.clear()
        _forget(rooms)
        began = time.process_time()
        passed = _passes(item)
        look.seconds[item.nodeid] = time.process_time() - began
        if not passed:
            look.failed.append(item.nodeid)
            continue
        _forget(rooms)
        sys.settrace(called)
        _passes(item)
        sys.settrace(None)
        for function, run in lines.items():
            look.lines.setdefault(function, {})[item.nodeid] = frozenset(run)
    return look


def _passes(item: pytest.Item) -> bool:
    """Whether a test passes; without pytest's reports, which cost more than most tests."""
    steps = item.session._setupstate
    item.stash[tmppath_result_key] = {}
    try:
        if not getattr(item, "_request", None):
            item._initrequest()
        steps.setup(item)
        item.runtest()
        steps.teardown_exact(None)
    except pytest.skip.Exception:
        steps.teardown_exact(None)
    except BaseException:
        with contextlib.suppress(BaseException):
            steps.teardown_exact(None)
        return False
    finally:
        item._request = False
        item.funcargs = {}
    return True


def _try(name: str, items: Sequence[pytest.Item], limit: float) -> tuple[str, str]:
    """What becomes of the mutant `name`, and by which test."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        os.close(ear)
        _silence()
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + int(limit) + 1, used + int(limit) + 2))
        signal.alarm(int(limit) * 10)
        set_mutant_under_test(name)
        for item in items:
            os.write(mouth, f"{item.nodeid}\n".encode())
            if not _passes(item):
                os._exit(1)
        os._exit(0)
    os.close(mouth)
    with os.fdopen(ear, encoding="utf-8") as stream:
        last = stream.read().splitlines()[-1]
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return (SURVIVED, "") if code == 0 else (KILLED if code == 1 else HANGS, last)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _in_a_fork(work: Any) -> Any:
    """What `work` returns, done in a fork, so that nothing of it is remembered here."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        os.close(ear)
        _silence()
        with os.fdopen(mouth, "wb") as stream:
            pickle.dump(work(), stream)
        os._exit(0)
    os.close(mouth)
    with os.fdopen(ear, "rb") as stream:
        result = pickle.load(stream)
    os.waitpid(child, 0)
    return result


def _known(room: Path) -> SourceFileMutationData:
    found = SourceFileMutationData(path=room)
    found.load()
    return found


def _show(rooms: Sequence[Path], results: dict[str, Any]) -> None:
    for room in rooms:
        for name, what in results[str(room)]["left"].items():
            sys.stdout.write(f"\n{name}: {what}\n")
            lines = get_diff_for_mutant(name, path=room).splitlines()
            sys.stdout.write(
                "\n".join(line for line in lines[2:] if line[:1] in "+-@" or len(lines) < 8) + "\n"
            )


def main(kept: Path, rooms: Sequence[Path], tests: Sequence[str]) -> None:
    """Make the mutants of `rooms`, try them with `tests`, say what is left."""
    Path("mutants").mkdir(exist_ok=True)
    set_mutant_under_test("mutant_generation")
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    create_mutants(1)
    quick = [Phase.explicit, Phase.generate]
    settings.register_profile(
        "mutants", max_examples=20, derandomize=True, phases=quick, deadline=None, database=None
    )
    settings.load_profile("mutants")
    plugin = Mutants(rooms, kept)
    os.chdir("mutants")
    set_mutant_under_test("")
    options = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "--color=no", "--capture=no"]
    code = pytest.main(
        [*options, "--assert=plain", "--rootdir=.", "-k", SAID_ELSEWHERE, *tests], plugins=[plugin]
    )
    os.chdir("..")
    if code not in (0, 5):
        sys.exit(int(code))
    _show(rooms, plugin.results)


if __name__ == "__main__":
    chosen, quickly = " ".join(sys.argv[2:]).split(" -- ")
    main(Path(sys.argv[1]), [Path(each) for each in chosen.split()], quickly.split())
