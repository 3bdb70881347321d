"""The rules of the house, held against the code: who may import whom, how large a room may grow."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GROUND = {"problems", "codes", "models"}
STAGES = {"read", "validate", "extract", "decide", "describe", "relate", "assemble", "render", "archive"}
CONDUCTORS = {
    "again",
    "behind",
    "bundling",
    "run",
    "exposing",
    "factsheets",
    "further",
    "gather",
    "agreed",
    "hiding",
    "deliver",
    "labelling",
    "ledger",
    "overview",
    "reviewing",
    "steps",
    "starter",
    "tracing",
    "units",
    "withdrawing",
}
ALLOWED: dict[str, set[str]] = {
    "codes": set(),
    "problems": {"codes"},
    "models": {"models", "problems"},
    **{stage: {stage, *GROUND} for stage in STAGES},
    "engine": {"engine", *GROUND},
    "factsheets": GROUND,
    "steps": {"factsheets", "prints"} | STAGES | GROUND,
    "prints": {"assemble", "render", *GROUND},
    "printrun": {"archive", "assemble", "choosing", "read", "render", "steps", "validate", *GROUND},
    "starter": {"archive", "read", *GROUND},
    "again": {"engine", *GROUND},
    "behind": {"archive", "hiding", "read", "validate", *GROUND},
    "bundling": {"read", "validate", *GROUND},
    "choosing": GROUND,
    "standing": {"steps", "choosing", "engine", "units", "archive", "read", "validate", *GROUND},
    "units": {"factsheets", "steps", "engine", *GROUND},
    "gathered": {"steps", "engine", "units", *GROUND},
    "gather": {"gathered", "factsheets", "working", "read", "steps", "choosing", "engine", "units", *GROUND},
    "further": {"engine", "gather", "validate", "working", *GROUND},
    "agreed": GROUND,
    "deliver": {
        "agreed",
        "working",
        "steps",
        "engine",
        "gather",
        "overview",
        "archive",
        "units",
        "hiding",
        "ledger",
        *GROUND,
    },
    "ledger": GROUND,
    "overview": {"steps", "archive", *GROUND},
    "hiding": GROUND,
    "exposing": {"archive", "engine", "read", *GROUND},
    "tracing": {"engine", "gather", "read", "validate", *GROUND},
    "withdrawing": {"archive", "engine", "read", "tracing", "validate", "choosing", *GROUND},
    "labelling": {"describe", "read", "render", "validate", *GROUND},
    "reviewing": {"archive", "assemble", "decide", "read", "validate", *GROUND},
    "run": CONDUCTORS | {"working"} | STAGES | {"engine"} | GROUND,
    "working": {"engine", "units", *GROUND},
    "warm": {"describe", "extract", *GROUND},
    "watching": {"run", "engine", *GROUND},
    "cli": {
        "behind",
        "printrun",
        "exposing",
        "withdrawing",
        "again",
        "cli",
        "run",
        "standing",
        "watching",
        "working",
    }
    | GROUND,
    "__main__": {"cli"},
}
TABLES = {"codes.py"}
PRINTERS = {"cli", "__main__"}


def rooms() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        yield path, path.relative_to(ROOT / "pipeline").parts[0].removesuffix(".py")


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """What stands in a module; nothing here changes it."""
    return ast.parse(path.read_text("utf-8"))


def imported_rooms(tree: ast.AST) -> set[str]:
    """The first-level rooms of pipeline that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "pipeline":
                found |= {f"pipeline.{alias.name}" for alias in node.names}
            found.add(node.module)
    parts = [name.split(".") for name in found if name.startswith("pipeline.")]
    return {part[1] for part in parts if not part[1].startswith("__")}


def breaks(room: str, module: ast.AST) -> set[str]:
    """What the module of `room` imports although the house plan forbids it."""
    return imported_rooms(module) - ALLOWED.get(room, set())


@pytest.mark.parametrize(("path", "room"), [(p, r) for p, r in rooms() if r != "__init__"], ids=str)
def test_rooms_import_only_what_the_plan_allows(path: Path, room: str) -> None:
    """cli -> run -> stages -> models -> problems; stages never import each other."""
    assert breaks(room, tree_of(path)) == set()


@pytest.mark.parametrize(
    ("room", "source", "forbidden"),
    [
        ("extract", "from pipeline.read import read_statement", {"read"}),
        ("models", "def f():\n    import pipeline.render.pdf", {"render"}),
        ("problems", "from pipeline import run", {"run"}),
        ("archive", "from pipeline.cli.show import summary", {"cli"}),
    ],
)
def test_a_planted_break_is_found(room: str, source: str, forbidden: set[str]) -> None:
    """The rule test can fail: it finds imports at the top, in functions, and of whole modules."""
    assert breaks(room, ast.parse(source)) == forbidden


def test_contributing_names_the_rooms_that_commands_call_and_the_tables() -> None:
    """Whoever reads the plan there knows what the rules here allow, and every name is that of a room."""
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    called = ALLOWED["cli"] - GROUND - {"cli"}
    assert [name for name in sorted(called | TABLES) if f"`{name}`" not in told] == []
    assert {room for _, room in rooms()} >= ALLOWED.keys() | CONDUCTORS
    assert {path.name for path, _ in rooms()} >= TABLES


def test_every_room_says_what_it_is_for() -> None:
    """A module's docstring is one line, or begins with one."""
    silent = [str(path) for path, _ in rooms() if not (ast.get_docstring(tree_of(path)) or "")]
    assert silent == []


def test_no_room_is_over_the_ceiling() -> None:
    """400 lines a room; data tables are not rooms."""
    large = {
        path.name: count
        for path, _ in rooms()
        if path.name not in TABLES and (count := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert large == {}


def test_no_function_is_over_the_ceiling() -> None:
    """50 lines a function, its decorators not counted."""
    large = [
        f"{path.name}:{node.name} {node.end_lineno - node.lineno + 1}"
        for path, _ in rooms()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > 50
    ]
    assert large == []


def test_only_the_command_line_prints_or_exits() -> None:
    """No print and no sys.exit outside `cli`."""
    loud = [
        f"{path.name}:{node.lineno}"
        for path, room in rooms()
        if room not in PRINTERS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in ("print", "exit", "input"))
            or (isinstance(node.func, ast.Attribute) and ast.unparse(node.func) in ("sys.exit", "click.echo"))
        )
    ]
    assert loud == []


def test_the_lock_file_names_hashes_and_no_index() -> None:
    """What is installed is what was locked, from wherever the user's index is."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
