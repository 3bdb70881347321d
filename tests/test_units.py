"""What the keys of results, the manifest and a cluster know of the libraries: all that have a part in a pack."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from pipeline import __version__, read, units, validate
from pipeline.engine import code
from pipeline.engine.versions import installed, libraries
from pipeline.models.style import Family
from pipeline.models.templates import Templates

PACKAGE = Path(units.__file__).resolve().parent
WITHOUT_A_PART = {
    "distributed": "carries tasks to other computers; the same tasks run here",
    "pebble": "carries tasks to workers",
    "typing-extensions": "types, which nothing looks at when it runs",
}
"""What rooms of these stages import, or what comes with it, and shapes no byte."""
OURS = {"presession", "pipeline"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def modules(rooms: Collection[str]) -> set[str]:
    """The modules from outside that code of the first-level `rooms` imports, anywhere in it."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") not in rooms:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - OURS


def distributions(names: Iterable[str]) -> set[str]:
    """The distributions that hold the modules `names`, with all that these need here; none without a part."""
    holders = metadata.packages_distributions()
    due, found = [plain(each) for name in names for each in holders[name]], set[str]()
    while due:
        if (name := due.pop()) not in found and name not in WITHOUT_A_PART:
            found.add(name)
            due += [needed for needed in needs(name) if needed in installed()]
    return found


def needs(name: str) -> list[str]:
    """What a distribution asks for, its extras not."""
    asked = (line for line in metadata.requires(name) or [] if "extra ==" not in line)
    return [plain(re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]) for line in asked]


@pytest.mark.parametrize(
    ("rooms", "named"),
    [
        (units.READING, units.READERS),
        (units.EXAMINING, units.EXAMINERS),
        (units.MAKING, units.MAKERS),
    ],
    ids=["reading", "examining", "making"],
)
def test_every_library_that_a_stage_imports_is_named(rooms: tuple[str, ...], named: tuple[str, ...]) -> None:
    """So that another version of it makes its results anew. What shapes nothing is named with the reason."""
    imported = distributions(modules(rooms))
    assert imported - set(named) == set()


def test_a_library_that_is_not_named_is_found() -> None:
    """The rule above can fail: it sees what is imported inside functions, and what comes with it."""
    assert {"uharfbuzz", "python-bidi", "fontpkg", "reportlab"} <= distributions(modules(["render"]))
    assert "mdurl" in distributions(["markdown_it"])


def test_every_named_library_is_there_once() -> None:
    """A name that is misspelt would have no version and never change."""
    assert len(set(units.MAKERS)) == len(units.MAKERS)
    assert [name for name, version in libraries(*units.MAKERS).items() if not version] == []


def test_the_font_packages_of_style_yaml_are_named() -> None:
    """They are no imports: their names stand in templates/style.yaml."""
    named = {
        family.package if family.file else f"fontpkg-{family.package}"
        for _, family in templates().style.families
    }
    assert named <= set(units.MAKERS)


def test_a_font_package_of_staff_is_part_of_the_key_and_of_the_manifest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A family that staff add in style.yaml comes from a package that we do not know beforehand."""
    ours = templates()
    added = ("sample", Family("sample-letters", ()))
    theirs = replace(ours, style=replace(ours.style, families=(*ours.style.families, added)))
    monkeypatch.setitem(installed(), "fontpkg-sample-letters", "1.0")
    before = units.digest_of_templates(theirs)
    monkeypatch.setitem(installed(), "fontpkg-sample-letters", "1.1")
    assert units.digest_of_templates(theirs) != before
    assert units.versions(theirs)["fontpkg-sample-letters"] == "1.1"
    assert "fontpkg-sample-letters" not in units.versions(ours)


def test_the_manifest_can_tell_which_code_python_and_libraries_made_a_pack() -> None:
    """The version alone is the same for every state of the code in between."""
    told = units.versions(templates())
    assert told["presession"] == __version__
    assert told["presession code"] == code(*units.MAKING)
    assert told["python"] == ".".join(map(str, sys.version_info[:3]))
    assert told.keys() >= {*units.MAKERS}


def templates() -> Templates:
    found, _ = validate.validate_templates(read.read_templates())
    assert found is not None
    return found
