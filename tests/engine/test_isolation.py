"""A worker that reads: no connection, no program, no file but Python's own; by Python, and by the kernel on Linux."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from pipeline.engine import Done, Failed, Failure, Outcome, Pool
from pipeline.engine.guard import Forbidden, guarded, own_folders

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these means")
SECRET = "what nobody may read"


def reach(what: str, place: str) -> str:
    """Try `what`; the exception's name, or what it gave."""
    try:
        return _reach(what, Path(place))
    except OSError as error:
        return type(error).__name__


def _reach(what: str, place: Path) -> str:
    if what == "connect":
        with socket.socket() as one:
            one.connect(("127.0.0.1", 9))
    elif what == "look up":
        socket.getaddrinfo("localhost", 80)
    elif what == "fetch":
        urllib.request.urlopen("http://127.0.0.1:9/")
    elif what == "run":
        subprocess.run(["true"], check=False)
    elif what == "read":
        return place.read_text()
    elif what == "write":
        place.with_name("new").write_text("new")
    elif what == "remove":
        place.unlink()
    elif what == "rename":
        place.rename(place.with_name("moved"))
    elif what == "make a folder":
        place.with_name("folder").mkdir()
    return "done"


def natively(what: str, place: str) -> int:
    """Try `what` by the C library, past Python's reports; the result of the call."""
    library = ctypes.CDLL(None)
    if what == "socket":
        return int(library.socket(2, 1, 0))
    if what == "local socket":
        return int(library.socket(1, 1, 0))
    if what == "write":
        return int(library.open(os.fsencode(place + "-new"), os.O_WRONLY | os.O_CREAT, 0o600))
    if what == "run":
        return int(library.execl(b"/bin/true", b"true", None))
    return int(library.open(os.fsencode(place), os.O_RDONLY))


def dumped() -> tuple[int, str, str]:
    """The limit of a dump of memory, and where the outputs of a worker go."""
    import resource

    return (
        resource.getrlimit(resource.RLIMIT_CORE)[0],
        *(str(Path(f"/proc/self/fd/{n}").readlink()) for n in (1, 2)),
    )


def in_worker(function: object, *arguments: str, mebibytes: int = 1024) -> Outcome:
    with Pool(1) as pool:
        [(_, outcome)] = pool.each(function, [arguments], 30, mebibytes)  # type: ignore[arg-type]
        return outcome


TRIED = ("connect", "look up", "fetch", "run", "read", "write", "remove", "rename", "make a folder")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


@pytest.mark.parametrize("what", TRIED)
def test_python_refuses_while_a_file_is_read(what: str, secret: Path) -> None:
    """On every system, for what is done from Python, also by a library that swallows the refusal."""
    with guarded():
        said = reach(what, str(secret))
    assert said in ("Forbidden", "URLError")
    assert secret.read_text() == SECRET
    assert [path.name for path in secret.parent.iterdir()] == [secret.name]


def test_python_itself_can_be_loaded_while_a_file_is_read() -> None:
    """Readers load their libraries when they need them."""
    with guarded():
        assert Path(os.__file__).read_bytes()
    assert all(os.path.isabs(folder) for folder in own_folders())  # noqa: PTH117


def test_the_guard_ends_with_the_reading(secret: Path) -> None:
    """Also after an exception; and it holds in its own thread alone."""
    with pytest.raises(Forbidden), guarded():
        secret.read_text()
    assert secret.read_text() == SECRET


@LINUX
@pytest.mark.parametrize("what", ["socket", "local socket", "write", "run", "read"])
def test_the_kernel_refuses_libraries_in_c_as_well(what: str, secret: Path) -> None:
    """Not only while a file is read, but for the worker's whole life; old kernels have one of the means, or none."""
    for mebibytes in (0, 1024):
        outcome = in_worker(natively, what, str(secret), mebibytes=mebibytes)
        assert outcome == Done(-1)
    assert [path.name for path in secret.parent.iterdir()] == [secret.name]


@LINUX
def test_a_worker_leaves_no_dump_and_says_nothing_on_the_terminal() -> None:
    """A library's own message may quote the file, and a dump of memory holds it."""
    assert in_worker(dumped, mebibytes=0) == Done((0, os.devnull, os.devnull))


def fill(what: str) -> int:
    """Write much into a file that is open already, or open many."""
    if what == "output":
        return os.write(os.memfd_create("out"), bytes(10_000_000))
    return len([os.dup(0) for _ in range(100_000)])


@LINUX
@pytest.mark.parametrize("what", ["output", "files"])
def test_output_and_open_files_of_a_reader_are_limited(what: str) -> None:
    """The task fails, nothing else."""
    outcome = in_worker(fill, what)
    assert isinstance(outcome, Failed)
    assert (outcome.failure, "OSError" in outcome.detail) == (Failure.ERROR, True)
